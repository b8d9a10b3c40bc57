//! `factum list`.

use crate::report::{draw, list_json, list_lines};
use crate::run::{Status, status_of_reading};
use crate::source::Sources;

use super::args::ListArgs;
use super::settings::{self, Given};
use super::{Failure, check, earlier, look, note, print_json, say};

/// Prints the checks that would run. Errors of check files go to standard error.
pub(super) fn run(args: &ListArgs) -> Result<Status, Failure> {
    let mut sources = Sources::default();
    let style = look::style(&args.look);
    let given = Given::new(args.profile.name.as_deref()).paths("checks", &args.paths);
    let loaded = settings::load(given, &mut sources)?;
    let Some(settings) = loaded.sound(&sources, &style)? else { return Ok(Status::Usage) };
    let only = if args.select.last_failed { earlier::last_failed(&settings)? } else { None };
    let checks = check::checks_of(&settings, &mut sources)?;
    let checks = checks.select(&args.select.selection(only, None), &sources);
    let assertions = &checks.suite.assertions;
    if args.json {
        print_json(&list_json(assertions, &sources)?)?;
    } else {
        say(&list_lines(assertions, &sources))?;
    }
    for diagnostic in &checks.diagnostics {
        note(&draw(diagnostic, &sources, &style))?;
    }
    Ok(status_of_reading(&checks.diagnostics, assertions.len()))
}
