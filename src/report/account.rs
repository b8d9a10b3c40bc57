//! The rest of a draft, one line each: what no article speaks of, and what was seen and held against nothing.

use crate::check::{Body, WrittenIn};
use crate::judge::Verdict;
use crate::run::CheckResult;
use crate::source::{Place, Span, printable};

use super::Report;
use super::human::Detail;
use super::style::{Ink, Style, wrap};

/// Words are cut behind so many characters.
const LONGEST: usize = 60;

/// Both lists; empty where there is nothing to tell.
pub(super) fn account(report: Report<'_>, style: &Style, detail: Detail) -> String {
    let is_hidden = |result: &&CheckResult| {
        detail == Detail::Brief
            && result.assertion.written_in == WrittenIn::Draft
            && result.judgement.verdict == Verdict::Unmentioned
    };
    let unmentioned = report.run.results.iter().filter(is_hidden);
    let unmentioned = unmentioned.map(|result| line(report, style, focus(result), &result.judgement.reason));
    let unheld = report.run.unheld.iter().map(|unheld| line(report, style, unheld.place, &unheld.why));
    let mut out = list("unmentioned (-v shows what came nearest):", unmentioned, style);
    out.push_str(&list("seen, and held against nothing:", unheld, style));
    out
}

fn list(title: &str, lines: impl Iterator<Item = String>, style: &Style) -> String {
    let lines: String = lines.collect();
    if lines.is_empty() { lines } else { format!("{}\n{lines}\n", style.paint(Ink::Bold, title)) }
}

/// What of a check stands in its line: the number, the words.
fn focus(result: &CheckResult) -> Place {
    let place = result.assertion.place;
    let span: Option<Span> = match &result.assertion.body {
        Body::Claim { span, .. } => Some(*span),
        Body::Quote { words_span, .. } => Some(*words_span),
        Body::Holds { .. } | Body::Exists { .. } | Body::Computed { .. } | Body::Agree { .. } => None,
    };
    Place { span: span.unwrap_or(place.span), ..place }
}

/// `  draft.txt:2 “5,000 people”: no article speaks of headcount of Halden Foods`.
fn line(report: Report<'_>, style: &Style, place: Place, why: &str) -> String {
    let file = report.sources.file(place.file);
    let at = file.line_column(place.span.start).line;
    let words = report.sources.slice(place).split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = words.chars().take(LONGEST).collect();
    let rest = if cut.len() < words.len() { style.glyphs.ellipsis() } else { "" };
    wrap(&printable(&format!("{}:{at} “{cut}{rest}”: {why}", file.name)), "  ", style.width)
}
