//! `--format markdown`: for the summary page of a CI job, or a comment on a change.

use crate::run::CheckResult;
use crate::source::printable;

use super::super::Report;
use super::super::human::{Detail, besides, done};
use super::{Remark, at, is_borne_with, others, passage, remarks, severity_name};

/// Behind so many checks that do not pass the others are counted: GitHub cuts a summary behind a megabyte.
const MOST: usize = 200;

/// The page.
pub(super) fn markdown(report: Report<'_>) -> String {
    let gate = &report.run.gate;
    let sign = if gate.passed { "✅ passed" } else { "❌ failed" };
    let mut out = format!("## factum: {sign}\n\n{}\n\n", escaped(&done(report)));
    if let Some(besides) = besides(report, Detail::Verbose) {
        out.push_str(&format!("{}\n\n", escaped(&besides)));
    }
    let told: Vec<Remark<'_>> = remarks(report).into_iter().filter(|remark| !remark.is_waived()).collect();
    told.iter().take(MOST).for_each(|remark| out.push_str(&entry(report, remark)));
    let more = told.len().saturating_sub(MOST);
    if more > 0 {
        out.push_str(&format!("{more} more are not shown.\n\n"));
    }
    out.push_str(&waived(report));
    out.push_str(&format!("Gate: {} ({})\n", if gate.passed { "passed" } else { "failed" }, escaped(&gate.rule)));
    out
}

fn entry(report: Report<'_>, remark: &Remark<'_>) -> String {
    let told = &remark.diagnostic;
    let place = told.place().map(|place| format!(" · {}", escaped(&at(report, place)))).unwrap_or_default();
    let mut out = format!("### {}: {}{place}\n\n", severity_name(told.severity), told.code);
    if let Some(result) = remark.result {
        out.push_str(&format!("{}\n\n", code(&result.assertion.text)));
    }
    out.push_str(&format!("{}\n\n", escaped(&told.message)));
    for label in others(told) {
        out.push_str(&format!("> {}\n>\n", escaped(&passage(report, label))));
    }
    if out.ends_with(">\n") {
        out.truncate(out.len() - 2);
        out.push('\n');
    }
    for note in &told.notes {
        out.push_str(&format!("{}\n\n", escaped(note)));
    }
    if let Some(help) = &told.help {
        help.lines().for_each(|line| out.push_str(&format!("*{}*\n\n", escaped(line.trim()))));
    }
    out
}

fn waived(report: Report<'_>) -> String {
    let is_waived = |result: &&CheckResult| is_borne_with(result.outcome);
    let mut out = String::new();
    for result in report.run.results.iter().filter(is_waived) {
        let why = result.outcome_reason.as_deref().unwrap_or("waived");
        out.push_str(&format!(
            "- {} {}: {}\n",
            escaped(&at(report, result.assertion.place)),
            code(&result.assertion.text),
            escaped(why)
        ));
    }
    if out.is_empty() { out } else { format!("### Waived\n\n{out}\n") }
}

/// Text in which nothing is markup: every mark that Markdown or HTML could take for one is written as itself.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in printable(text).chars() {
        match c {
            // An address is a link without any mark.
            '/' if out.ends_with(":/") => {
                out.truncate(out.len() - 2);
                out.push_str("&#58;//");
            }
            '.' if out.ends_with("www") => out.push_str("&#46;"),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '@' => out.push_str("&#64;"),
            '\n' => out.push(' '),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '~' | '!' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

/// Text as code: between more backticks than it has in a row.
fn code(text: &str) -> String {
    let text = printable(text).replace('\n', " ");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let room = if longest > 0 { " " } else { "" };
    format!("{fence}{room}{text}{room}{fence}")
}
