//! `factum history`: which run turned a check, and what had changed in the words it rests on.

use crate::diag::nearest;
use crate::review::{CheckName, History};
use crate::run::Status;
use crate::source::Sources;

use super::args::HistoryArgs;
use super::settings::{self, Given};
use super::store::Store;
use super::{Failure, look, note, print};

/// Prints what became of some checks; without any, a line for each that is known.
pub(super) fn run(args: &HistoryArgs) -> Result<Status, Failure> {
    let style = look::style(&args.look);
    let mut sources = Sources::default();
    let loaded = settings::load(Given::new(args.profile.name.as_deref()), &mut sources)?;
    let Some(settings) = loaded.sound(&sources, &style)? else { return Ok(Status::Usage) };
    let Some(history) = Store::of(&settings).read()? else {
        note("no run has been kept here yet: `factum check` keeps one\n")?;
        return Ok(Status::Nothing);
    };
    if args.ids.is_empty() {
        print(&history.lines(&style))?;
        return Ok(Status::Passed);
    }
    match named(&history, &args.ids) {
        Ok(names) => {
            print(&names.iter().map(|name| history.told(name, &style)).collect::<Vec<_>>().join("\n"))?;
            Ok(Status::Passed)
        }
        Err(refusal) => {
            note(&format!("error: {refusal}\n"))?;
            Ok(Status::Usage)
        }
    }
}

/// The checks that go by these names: `lead`, `checks/series.check#lead`, or `checks/series.check` for all of a file.
fn named(history: &History, asked: &[String]) -> Result<Vec<CheckName>, String> {
    let names = history.names();
    let is = |(file, id): &CheckName, asked: &str| {
        asked == id || asked == file || asked.split_once('#') == Some((&file[..], &id[..]))
    };
    if let Some(unknown) = asked.iter().find(|asked| !names.iter().any(|name| is(name, asked))) {
        let near = nearest(unknown, names.iter().map(|(_, id)| &id[..]));
        let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        return Err(format!("no run of `{unknown}` is known{near}"));
    }
    Ok(names.into_iter().filter(|name| asked.iter().any(|asked| is(name, asked))).collect())
}
