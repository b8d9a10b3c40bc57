//! `--format github`: workflow commands that annotate the lines of check files.
//!
//! GitHub shows the first ten errors, ten warnings and ten notices of a step and drops the others without a word, so that no more are
//! written, and the last line says how many were left out.
//! <https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions>

use crate::diag::{Diagnostic, Severity};
use crate::source::printable;

use super::super::Report;
use super::super::human::{Detail, summary};
use super::super::style::{Style, counted};
use super::{InRepository, Remark, others, passage, remarks, unexplained};

/// What GitHub shows of a kind in one step.
const MOST: usize = 10;

/// The commands, gravest first, and what was done. Annotations name files from the root of the repository.
pub(super) fn github(report: Report<'_>, files: &InRepository) -> String {
    let told: Vec<Remark<'_>> = remarks(report).into_iter().filter(|remark| !remark.is_waived()).collect();
    let mut out = String::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        let of_kind: Vec<&Remark<'_>> = told.iter().filter(|told| told.diagnostic.severity == severity).collect();
        of_kind.iter().take(MOST).for_each(|remark| out.push_str(&command(report, files, remark)));
        let more = of_kind.len().saturating_sub(MOST);
        if more > 0 {
            let what = counted(more, "more of these is", "more of these are");
            out.push_str(&format!("{what} not annotated: GitHub shows {MOST} of a kind\n"));
        }
    }
    if let Some(rule) = unexplained(report) {
        out.push_str(&format!("::error title=gate::{}\n", data(rule)));
    }
    out.push_str(&summary(report, &Style::default(), Detail::Brief));
    out
}

fn command(report: Report<'_>, files: &InRepository, remark: &Remark<'_>) -> String {
    let told = &remark.diagnostic;
    let name = match told.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let place = told.place().map(|place| {
        let file = report.sources.file(place.file);
        let (from, to) = (file.line_column(place.span.start), file.line_column(place.span.end));
        let columns = if from.line == to.line {
            format!(",col={},endColumn={}", from.column, to.column)
        } else {
            format!(",endLine={}", to.line)
        };
        format!("file={},line={}{columns},", property(&files.name(&file.name)), from.line)
    });
    let id = remark.check.map(|id| format!(": {id}")).unwrap_or_default();
    let title = property(&format!("{}{id}", told.code));
    format!("::{name} {}title={title}::{}\n", place.unwrap_or_default(), data(&message(report, told)))
}

/// What is wrong, who says so, what is noted, and what to do.
fn message(report: Report<'_>, told: &Diagnostic) -> String {
    let passages = others(told).map(|label| passage(report, label));
    let notes = told.notes.iter().map(|note| format!("note: {note}"));
    let help = told.help.iter().map(|help| format!("help: {help}"));
    let lines: Vec<String> = [told.message.clone()].into_iter().chain(passages).chain(notes).chain(help).collect();
    lines.join("\n")
}

/// The text of a command: its line ends would end it.
fn data(text: &str) -> String {
    printable(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value of a property, which a comma would end too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
