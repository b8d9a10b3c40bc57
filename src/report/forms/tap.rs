//! `--format tap`: a test point a check. <https://testanything.org/tap-version-14-specification.html>

use crate::diag::Diagnostic;
use crate::run::{CheckResult, Outcome};
use crate::source::printable;

use super::super::Report;
use super::super::human::diagnostic_of;
use super::{Remark, at, others, passage, remarks, severity_name, unexplained};

/// Behind a point that does not pass and is only warned of.
const NO_FAILURE: &str = " # TODO it fails no run";

/// The points. What is waived, or only warned of, is a `TODO`: it may fail. An error of a check file is a point that does not pass, and so is
/// what is not as it was accepted.
pub(super) fn tap(report: Report<'_>) -> String {
    let is_point = |told: &Remark<'_>| told.result.is_none() && (told.is_error() || told.is_difference());
    let others: Vec<Remark<'_>> = remarks(report).into_iter().filter(is_point).collect();
    let results = &report.run.results;
    // Where nothing was checked the harness is told to give up.
    let unexplained = unexplained(report).filter(|_| !results.is_empty());
    let points = results.len() + others.len() + usize::from(unexplained.is_some());
    let mut out = format!("TAP version 14\n1..{points}\n");
    for (number, result) in (1..).zip(results) {
        out.push_str(&point(report, number, result));
    }
    for (number, remark) in (results.len() + 1..).zip(&others) {
        out.push_str(&other_point(report, number, remark));
    }
    if let Some(rule) = unexplained {
        out.push_str(&format!("not ok {points} - gate: {}\n", escaped(rule)));
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
        Outcome::Warn => ("not ok", NO_FAILURE.to_owned()),
        Outcome::Waived | Outcome::Baseline => {
            let why = result.outcome_reason.as_deref().unwrap_or("waived");
            ("not ok", format!(" # TODO {}", escaped(why)))
        }
    };
    let name = escaped(&format!("{}: {}", assertion.id, assertion.text));
    let told = diagnostic_of(report, result).map(|told| block(report, &told)).unwrap_or_default();
    format!("{ok} {number} - {name}{directive}\n{told}")
}

/// The point of an error of a check file, or of a check that is not as it was accepted.
fn other_point(report: Report<'_>, number: usize, remark: &Remark<'_>) -> String {
    let told = &remark.diagnostic;
    let place = told.place().map(|place| format!("{} ", at(report, place))).unwrap_or_default();
    let check = remark.check.map(|check| format!(": {check}")).unwrap_or_default();
    let directive = if remark.is_error() { "" } else { NO_FAILURE };
    let name = escaped(&format!("{place}{}{check}", told.code));
    format!("not ok {number} - {name}{directive}\n{}", block(report, told))
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
    for (key, texts) in [("passages", &passages), ("notes", &told.notes)].iter().filter(|(_, texts)| !texts.is_empty())
    {
        out.push_str(&format!("  {key}:\n"));
        texts.iter().for_each(|text| out.push_str(&format!("    - {}\n", quoted(text))));
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
