//! `factum config`.

use crate::report::{Detail, written};
use crate::run::Status;
use crate::source::Sources;

use super::args::{ConfigArgs, ConfigCommand, ConfigShowArgs};
use super::settings::{Given, load, schema, shown, shown_json};
use super::{Failure, look, print_json, say};

/// Prints the settings that are in force, or the schema of their file.
pub(super) fn run(args: &ConfigArgs) -> Result<Status, Failure> {
    match &args.command {
        ConfigCommand::Show(args) => show(args),
        ConfigCommand::Schema => {
            print_json(&written(&schema())?)?;
            Ok(Status::Passed)
        }
    }
}

fn show(args: &ConfigShowArgs) -> Result<Status, Failure> {
    let mut sources = Sources::default();
    let given = Given::new(args.profile.name.as_deref())
        .paths("corpus", &args.corpus.folders)
        .paths("checks", &args.paths)
        .text("policy", args.policy.name.as_deref())
        .words("gate.fail-on", &args.fail_on.words)
        .count("gate.min-checks", args.min_checks.number)
        .count("quorum", args.quorum.number)
        .text("tier", args.tier.name.as_deref());
    let loaded = load(given, &mut sources)?;
    let Some(settings) = loaded.sound(&sources, &look::style(&args.look))? else { return Ok(Status::Usage) };
    let detail = if args.origin { Detail::Verbose } else { Detail::Brief };
    if args.json {
        print_json(&written(&shown_json(&settings, &sources))?)?;
    } else {
        say(&shown(&settings, &sources, detail))?;
    }
    Ok(Status::Passed)
}
