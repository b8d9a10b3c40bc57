//! The rest of a draft, one line each: what no article speaks of, and what was seen and held against nothing.

use crate::check::{Body, WrittenIn};
use crate::judge::{LIKE_WORDS, NEARLY_THE_NAME, Stance, Verdict};
use crate::run::CheckResult;
use crate::source::{Place, Span, printable};

use super::Report;
use super::human::Detail;
use super::style::{Ink, Style, wrap};

/// Words of the draft are cut behind so many characters.
const LONGEST: usize = 60;

/// And a sentence that is like them behind so many.
const MOST_OF_A_SENTENCE: usize = 160;

/// The lists of a draft; empty where there is nothing to tell.
pub(super) fn account(report: Report<'_>, style: &Style, detail: Detail) -> String {
    let is_hidden = |result: &&CheckResult| detail == Detail::Brief && result.assertion.written_in == WrittenIn::Draft;
    let of = |verdict: Verdict| {
        report.run.results.iter().filter(is_hidden).filter(move |result| result.judgement.verdict == verdict)
    };
    let supported = of(Verdict::Supported).map(|result| (focus(result), borne_out(report, result)));
    let unmentioned = of(Verdict::Unmentioned).map(|result| (focus(result), unmatched(report, result)));
    let unheld = report.run.unheld.iter().map(|unheld| (unheld.place, unheld.why.clone()));
    let mut out = list(report, "borne out:", supported, style);
    out.push_str(&list(report, "not found in the articles (-v shows what came nearest):", unmentioned, style));
    out.push_str(&list(report, "seen, and not checked:", unheld, style));
    out
}

/// A line for what stands in one line of the draft and has one answer.
fn list(report: Report<'_>, title: &str, told: impl Iterator<Item = (Place, String)>, style: &Style) -> String {
    let mut lines: Vec<(String, Vec<String>, String)> = Vec::new();
    for (place, why) in told {
        let file = report.sources.file(place.file);
        let at = format!("{}:{}", file.name, file.line_column(place.span.start).line);
        let words = format!("“{}”", cut(report.sources.slice(place), LONGEST, style));
        match lines.last_mut().filter(|(last, _, answer)| *last == at && *answer == why) {
            Some((_, all, _)) => all.push(words),
            None => lines.push((at, vec![words], why)),
        }
    }
    if lines.is_empty() {
        return String::new();
    }
    let line = |(at, words, why): &(String, Vec<String>, String)| {
        wrap(&printable(&format!("{at} {}: {why}", words.join(", "))), "  ", style.width)
    };
    format!("{}\n{}\n", style.paint(Ink::Bold, title), lines.iter().map(line).collect::<String>())
}

/// What of a check stands in its line: the number, the words.
pub(super) fn focus(result: &CheckResult) -> Place {
    let place = result.assertion.place;
    let span: Option<Span> = match &result.assertion.body {
        Body::Claim { span, .. } => Some(*span),
        Body::Quote { words_span, .. } => Some(*words_span),
        Body::Holds { .. } | Body::Exists { .. } | Body::Computed { .. } | Body::Agree { .. } => None,
    };
    Place { span: span.unwrap_or(place.span), ..place }
}

/// Who bears it out: `herald, line 3; post, line 1`.
fn borne_out(report: Report<'_>, result: &CheckResult) -> String {
    let supports = result.judgement.evidence.iter().filter(|evidence| evidence.stance == Stance::Supports);
    let mut told: Vec<String> = supports.map(|evidence| spot(report, evidence.document, evidence.focus)).collect();
    told.dedup();
    told.join("; ")
}

/// That nothing could be matched, and what is most like it. A name that is nearly that of somebody in the articles is told before all.
fn unmatched(report: Report<'_>, result: &CheckResult) -> String {
    if result.judgement.nearest.iter().any(|miss| miss.how == NEARLY_THE_NAME) {
        return result.judgement.reason.clone();
    }
    let like = result.judgement.nearest.iter().find(|miss| miss.how == LIKE_WORDS);
    like.map_or_else(
        || "nothing like it is found".to_owned(),
        |miss| {
            let words = cut(report.sources.slice(miss.place), MOST_OF_A_SENTENCE, &Style::default());
            format!("not matched; most like it is {}: “{words}”", spot(report, miss.document, miss.place))
        },
    )
}

fn spot(report: Report<'_>, document: usize, place: Place) -> String {
    let line = report.sources.file(place.file).line_column(place.span.start).line;
    format!("{}, line {line}", report.document_id(document))
}

/// Text on one line, of at most so many characters.
pub(super) fn cut(text: &str, longest: usize, style: &Style) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = words.chars().take(longest).collect();
    let rest = if cut.len() < words.len() { style.glyphs.ellipsis() } else { "" };
    format!("{cut}{rest}")
}
