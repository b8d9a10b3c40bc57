//! `--format markdown`: for the summary page of a CI job, or a comment on a change.

use std::cmp::Reverse;

use crate::run::CheckResult;
use crate::source::printable;

use super::super::Report;
use super::super::human::{Detail, besides, done};
use super::super::style::counted;
use super::{Remark, at, is_borne_with, others, passage, remarks, severity_name};

/// Behind so many things that are told the others are counted.
const MOST: usize = 200;

/// The same behind so many bytes: GitHub shows nothing of a summary that is longer than a megabyte.
const MOST_BYTES: usize = 900_000;

/// The page.
pub(super) fn markdown(report: Report<'_>) -> String {
    let gate = &report.run.gate;
    let sign = if gate.passed { "✅ passed" } else { "❌ failed" };
    let mut out = format!("## factum: {sign}\n\n{}\n\n", escaped(&done(report)));
    if let Some(besides) = besides(report, Detail::Verbose) {
        out.push_str(&format!("{}\n\n", escaped(&besides)));
    }
    let mut told: Vec<Remark<'_>> = remarks(report).into_iter().filter(|remark| !remark.is_waived()).collect();
    // What is cut off is what matters least.
    told.sort_by_key(|remark| Reverse(remark.diagnostic.severity));
    append(&mut out, told.iter().map(|remark| entry(report, remark)));
    append(&mut out, waived(report).into_iter());
    if !out.ends_with("\n\n") {
        out.push('\n');
    }
    out.push_str(&format!("Gate: {} ({})\n", if gate.passed { "passed" } else { "failed" }, escaped(&gate.rule)));
    out
}

/// The parts up to the first for which there is no room, and how many there are from it on: what is shown leaves nothing graver out.
fn append(out: &mut String, parts: impl Iterator<Item = String>) {
    let mut more = 0;
    for (at, part) in parts.enumerate() {
        if more == 0 && at < MOST && out.len() + part.len() < MOST_BYTES {
            out.push_str(&part);
        } else {
            more += 1;
        }
    }
    if more > 0 {
        out.push_str(&format!("\n{}\n\n", counted(more, "more is not shown.", "more are not shown.")));
    }
}

fn entry(report: Report<'_>, remark: &Remark<'_>) -> String {
    let told = &remark.diagnostic;
    let place = told.place().map(|place| format!(" · {}", escaped(&at(report, place)))).unwrap_or_default();
    let mut out = format!("### {}: {}{place}\n\n", severity_name(told.severity), told.code);
    if let Some(result) = remark.result {
        out.push_str(&format!("{}\n\n", code(&result.assertion.text)));
    }
    out.push_str(&format!("{}\n\n", coded(&told.message)));
    for label in others(told) {
        out.push_str(&format!("> {}\n>\n", escaped(&passage(report, label))));
    }
    if out.ends_with(">\n") {
        out.truncate(out.len() - 2);
        out.push('\n');
    }
    told.notes.iter().for_each(|note| out.push_str(&format!("- {}\n", coded(note))));
    if !told.notes.is_empty() {
        out.push('\n');
    }
    if let Some(help) = &told.help {
        help.lines().for_each(|line| out.push_str(&format!("*{}*\n\n", coded(line.trim()))));
    }
    out
}

/// The heading with the first check that is borne with, and the others.
fn waived(report: Report<'_>) -> Vec<String> {
    let results = report.run.results.iter().filter(|result| is_borne_with(result.outcome));
    let line = |(number, result): (usize, &CheckResult)| {
        let why = result.outcome_reason.as_deref().unwrap_or("waived");
        let heading = if number == 0 { "### Waived\n\n" } else { "" };
        let place = escaped(&at(report, result.assertion.place));
        format!("{heading}- {place} {}: {}\n", code(&result.assertion.text), escaped(why))
    };
    results.enumerate().map(line).collect()
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

/// Words of the program: what stands between backticks is code.
fn coded(text: &str) -> String {
    let pieces: Vec<&str> = text.split('`').collect();
    if pieces.len().is_multiple_of(2) || pieces.iter().skip(1).step_by(2).any(|piece| piece.trim().is_empty()) {
        return escaped(text);
    }
    let piece = |(at, piece): (usize, &&str)| if at % 2 == 0 { escaped(piece) } else { code(piece) };
    pieces.iter().enumerate().map(piece).collect()
}

/// Text as code: between more backticks than it has in a row.
fn code(text: &str) -> String {
    let text = printable(text).replace('\n', " ");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let room = if longest > 0 { " " } else { "" };
    format!("{fence}{room}{text}{room}{fence}")
}

#[cfg(test)]
mod tests {
    use super::{MOST_BYTES, append};

    #[test]
    fn behind_a_part_for_which_there_is_no_room_none_is_shown_and_all_are_counted() {
        let mut out = String::new();
        append(&mut out, ["first".to_owned(), "x".repeat(MOST_BYTES), "third".to_owned()].into_iter());
        assert_eq!(out, "first\n2 more are not shown.\n\n");
    }
}
