//! `--format ndjson`: the tree of `--format json` in lines: what there was to tell of files, then each result, what of a draft is held
//! against nothing, what is not as it was accepted, and the totals with the gate as the last line.

use serde::Serialize;

use super::super::Report;
use super::super::json::{DiagnosticTree, DifferenceTree, EndTree, ResultTree, UnheldTree};
use crate::source::printable_json;

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
enum Event<'a> {
    Diagnostic(DiagnosticTree<'a>),
    Result(Box<ResultTree<'a>>),
    Unheld(UnheldTree<'a>),
    Difference(DifferenceTree<'a>),
    End(EndTree<'a>),
}

/// The lines.
///
/// # Errors
///
/// None that input can cause; the error is that of the JSON writer.
pub(super) fn events(report: Report<'_>) -> serde_json::Result<String> {
    let run = report.run;
    let diagnostics = run.diagnostics.iter().map(|told| Event::Diagnostic(DiagnosticTree::new(report.sources, told)));
    let results = run.results.iter().map(|result| Event::Result(Box::new(ResultTree::new(report, result))));
    let unheld = run.unheld.iter().map(|unheld| Event::Unheld(UnheldTree::new(report, unheld)));
    let differences = run.differences.iter().map(|found| Event::Difference(DifferenceTree::new(report.sources, found)));
    let end = [Event::End(EndTree::new(run))];
    let mut out = String::new();
    for event in diagnostics.chain(results).chain(unheld).chain(differences).chain(end) {
        out.push_str(&printable_json(&serde_json::to_string(&event)?));
        out.push('\n');
    }
    Ok(out)
}
