//! `--format tap`: a test point a check. <https://testanything.org/tap-version-14-specification.html>

use crate::diag::{Diagnostic, Severity};
use crate::run::{CheckResult, Outcome};
use crate::source::printable;

use super::super::Report;
use super::super::human::diagnostic_of;
use super::{at, others, passage, severity_name};

/// The points. What is waived, or only warned of, is a `TODO`: it may fail. An error of a check file is a point that does not pass.
pub(super) fn tap(report: Report<'_>) -> String {
    let is_error = |told: &&Diagnostic| told.severity == Severity::Error;
    let errors: Vec<&Diagnostic> = report.run.diagnostics.iter().filter(is_error).collect();
    let results = &report.run.results;
    let mut out = format!("TAP version 14\n1..{}\n", results.len() + errors.len());
    for (number, result) in (1..).zip(results) {
        out.push_str(&point(report, number, result));
    }
    for (number, told) in (results.len() + 1..).zip(errors) {
        let place = told.place().map(|place| format!("{} ", at(report, place))).unwrap_or_default();
        out.push_str(&format!(
            "not ok {number} - {}\n{}",
            escaped(&format!("{place}{}", told.code)),
            block(report, told)
        ));
    }
    if results.is_empty() {
        out.push_str("Bail out! nothing was checked\n");
    }
    out.push_str(&format!(
        "# gate: {} ({})\n",
        if report.run.gate.passed { "passed" } else { "failed" },
        report.run.gate.rule
    ));
    out
}

fn point(report: Report<'_>, number: usize, result: &CheckResult) -> String {
    let assertion = &result.assertion;
    let (ok, directive) = match result.outcome {
        Outcome::Pass => ("ok", String::new()),
        Outcome::Fail => ("not ok", String::new()),
        Outcome::Warn => ("not ok", " # TODO it fails no run".to_owned()),
        Outcome::Waived | Outcome::Baseline => {
            let why = result.outcome_reason.as_deref().unwrap_or("waived");
            ("not ok", format!(" # TODO {}", escaped(why)))
        }
    };
    let name = escaped(&format!("{}: {}", assertion.id, assertion.text));
    let told = diagnostic_of(report, result).map(|told| block(report, &told)).unwrap_or_default();
    format!("{ok} {number} - {name}{directive}\n{told}")
}

/// What there is to tell of a point, in YAML: strings in double quotes, which JSON's are too.
fn block(report: Report<'_>, told: &Diagnostic) -> String {
    let mut out = String::from("  ---\n");
    let mut line = |key: &str, text: &str| out.push_str(&format!("  {key}: {}\n", quoted(text)));
    line("severity", severity_name(told.severity));
    line("code", told.code.name());
    line("message", &told.message);
    if let Some(place) = told.place() {
        line("at", &at(report, place));
    }
    if let Some(help) = &told.help {
        line("help", help);
    }
    let passages: Vec<String> = others(told).map(|label| passage(report, label)).collect();
    if !passages.is_empty() {
        out.push_str("  passages:\n");
        passages.iter().for_each(|passage| out.push_str(&format!("    - {}\n", quoted(passage))));
    }
    out.push_str("  ...\n");
    out
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(printable(text)).to_string()
}

/// A description: one line, in which `#` begins no directive.
fn escaped(text: &str) -> String {
    printable(text).replace('\n', " ").replace('\\', "\\\\").replace('#', "\\#")
}
