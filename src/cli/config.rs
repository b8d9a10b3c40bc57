//! `factum config`.

use crate::report::{Detail, written};
use crate::run::Status;
use crate::source::Sources;

use super::args::{ConfigArgs, ConfigCommand, ConfigShowArgs};
use super::settings::{load, schema, shown, shown_json};
use super::{Failure, look, print};

/// Prints the settings that are in force, or the schema of their file.
pub(super) fn run(args: &ConfigArgs) -> Result<Status, Failure> {
    match &args.command {
        ConfigCommand::Show(args) => show(args),
        ConfigCommand::Schema => {
            print(&written(&schema())?)?;
            Ok(Status::Passed)
        }
    }
}

fn show(args: &ConfigShowArgs) -> Result<Status, Failure> {
    let mut sources = Sources::default();
    let given = args.settings.given().count("gate.min-checks", args.min_checks.number);
    let loaded = load(given, &mut sources)?;
    let Some(settings) = loaded.sound(&sources, &look::style(&args.look))? else { return Ok(Status::Usage) };
    let detail = if args.origin { Detail::Verbose } else { Detail::Brief };
    print(&if args.json { written(&shown_json(&settings, &sources))? } else { shown(&settings, &sources, detail) })?;
    Ok(Status::Passed)
}
