//! `factum list`.

use crate::report::{draw, list_json, list_lines};
use crate::run::{Status, status_of_reading};
use crate::source::Sources;

use super::args::ListArgs;
use super::{Failure, check, earlier, look, note, print};

/// Prints the checks that would run. Errors of check files go to standard error.
pub(super) fn run(args: &ListArgs) -> Result<Status, Failure> {
    let mut sources = Sources::default();
    let only = earlier::last_failed(&args.select)?;
    let checks = check::checks(&args.paths, &mut sources)?.select(&args.select.selection(only, None), &sources);
    let assertions = &checks.suite.assertions;
    print(&if args.json { list_json(assertions, &sources)? } else { list_lines(assertions, &sources) })?;
    let style = look::style(&args.look);
    for diagnostic in &checks.diagnostics {
        note(&draw(diagnostic, &sources, &style))?;
    }
    Ok(status_of_reading(&checks.diagnostics, assertions.len()))
}
