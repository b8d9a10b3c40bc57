//! `factum history`: which run turned a check, and what had changed in the words it rests on.

use crate::run::Status;
use crate::source::Sources;

use super::args::HistoryArgs;
use super::named::meant;
use super::settings::{self, Given};
use super::store::Store;
use super::{Failure, look, note, print, refuse};

/// Prints what became of some checks; without any, a line for each that is known.
pub(super) fn run(args: &HistoryArgs) -> Result<Status, Failure> {
    let style = look::style(&args.look);
    let mut sources = Sources::default();
    let loaded = settings::load(Given::new(args.profile.name.as_deref()), &mut sources)?;
    let Some(settings) = loaded.sound(&sources, &style)? else { return Ok(Status::Usage) };
    let Some(history) = Store::of(&settings).read()? else {
        note(
            "no run has been kept here yet: `factum check` keeps one of the project's own articles under its own rules\n",
        )?;
        return Ok(Status::Nothing);
    };
    if args.ids.is_empty() {
        print(&history.lines(&style))?;
        return Ok(Status::Passed);
    }
    match meant(&history.checks(), &args.ids) {
        Ok(names) => {
            print(&names.iter().map(|name| history.told(name, &style)).collect::<Vec<_>>().join("\n"))?;
            Ok(Status::Passed)
        }
        Err(unknown) => {
            refuse(&format!("no run is known of {unknown}"))?;
            Ok(Status::Usage)
        }
    }
}
