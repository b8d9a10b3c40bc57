//! `factum list`.

use crate::diag::Diagnostic;
use crate::report::draw;
use crate::run::{Checks, Status, read_checks, status_of_reading};
use crate::source::{Sources, printable};

use super::args::ListArgs;
use super::{Failure, files, look, note, print};

/// Prints a line for each check: id, file and line, and the assertion. Errors of check files go to standard error.
pub(super) fn run(args: &ListArgs) -> Result<Status, Failure> {
    let mut sources = Sources::default();
    let found = files::read(&args.paths, &mut sources)?;
    let Checks { suite, diagnostics } = read_checks(&mut sources, &found.files, &mut files::Disk);
    let mut out = String::new();
    for assertion in &suite.assertions {
        let file = sources.file(assertion.place.file);
        let line = file.line_column(assertion.place.span.start).line;
        out.push_str(&printable(&format!("{}\t{}:{line}\t{}", assertion.id, file.name, assertion.text)));
        out.push('\n');
    }
    print(&out)?;
    let style = look::style(&args.look);
    let diagnostics: Vec<Diagnostic> = found.diagnostics.into_iter().chain(diagnostics).collect();
    for diagnostic in &diagnostics {
        note(&draw(diagnostic, &sources, &style))?;
    }
    Ok(status_of_reading(&diagnostics, suite.assertions.len()))
}
