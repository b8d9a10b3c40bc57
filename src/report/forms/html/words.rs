//! How a check and its answer are called on the page: a sentence, a word and a sign for each verdict, stance and outcome.

use maud::{Markup, html};

use crate::check::{Assertion, Body, Expectation, Level, WrittenIn};
use crate::judge::{Rule, Stance, Verdict};
use crate::run::Outcome;
use crate::source::{Sources, printable};
use crate::statement::Value;

use super::super::super::Report;

/// Words of the program: with a capital, and what stands between backticks as code.
pub(super) fn prose(text: &str) -> Markup {
    let text = printable(text);
    let mut rest = text.chars();
    let first = rest.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    coded(&format!("{first}{}", rest.as_str()))
}

/// The same, its first letter as it is.
pub(super) fn coded(text: &str) -> Markup {
    let text = printable(text);
    let pieces: Vec<&str> = text.split('`').collect();
    let paired = pieces.len() % 2 == 1;
    html! {
        @if paired {
            @for (at, piece) in pieces.iter().enumerate() { @if at % 2 == 0 { (piece) } @else { code { (piece) } } }
        } @else { (text) }
    }
}

/// The same, a line each.
pub(super) fn lines(text: &str) -> Markup {
    html! { @for (at, line) in text.lines().enumerate() { @if at > 0 { br; } (coded(line)) } }
}

/// The signs of relations and how they are read aloud, longest first.
const RELATIONS: &[(&str, &str)] = &[
    ("==", "is"),
    ("!=", "is not"),
    ("<=", "is at most"),
    (">=", "is at least"),
    ("~=", "is about"),
    ("<", "is less than"),
    (">", "is more than"),
    ("≤", "is at most"),
    ("≥", "is at least"),
    ("≠", "is not"),
    ("≈", "is about"),
    ("..", "to"),
    ("±", "plus or minus"),
];

/// The assertion as a sentence: signs in words, a number with its digits. A draft's own words stay as they are.
pub(super) fn aloud(sources: &Sources, assertion: &Assertion) -> String {
    match assertion.written_in {
        WrittenIn::Draft => printable(&assertion.text),
        WrittenIn::CheckFile => printable(&spoken(&in_digits(sources, assertion))),
    }
}

/// The text, a plain number of it written out: `5e9 USD` as `5,000,000,000 USD`.
fn in_digits(sources: &Sources, assertion: &Assertion) -> String {
    let text = &assertion.text;
    let Body::Holds { value: Value::Quantity(quantity), value_span, .. } = &assertion.body else { return text.clone() };
    let written = sources.slice(crate::source::Place { span: *value_span, ..assertion.place });
    let is_plain = quantity.amount.literal.single().is_some() && written.contains(|c: char| c.is_ascii_digit());
    match text.split_once(written) {
        Some((before, after)) if is_plain => format!("{before}{}{after}", quantity.describe()),
        Some(_) | None => text.clone(),
    }
}

/// Signs in words, but for those between quotation marks.
pub(super) fn spoken(text: &str) -> String {
    let outside = |piece: &str| piece.split(' ').map(word).collect::<Vec<_>>().join(" ");
    let pieces = text.split('"').enumerate();
    let told = pieces.map(|(at, piece)| if at % 2 == 0 { outside(piece) } else { format!("“{piece}”") });
    told.collect()
}

fn word(word: &str) -> &str {
    RELATIONS.iter().find(|(sign, _)| *sign == word).map_or(word, |(_, words)| words)
}

/// Whether it is a draft that was held against the articles, and no check file.
pub(super) fn is_of_draft(report: Report<'_>) -> bool {
    report.run.written_in == WrittenIn::Draft
}

/// All verdicts, the worst first.
pub(super) const VERDICTS: [Verdict; 5] =
    [Verdict::Contradicted, Verdict::Disputed, Verdict::Ambiguous, Verdict::Unmentioned, Verdict::Supported];

/// A sign that says the same as the verdict's word.
pub(super) fn verdict_sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "✓",
        Verdict::Contradicted => "✗",
        Verdict::Disputed => "≠",
        Verdict::Ambiguous => "?",
        Verdict::Unmentioned => "∅",
    }
}

/// What a passage does. Where sources are held against one another, neither side is the right one; and what `never` forbids is what the
/// passages against it say.
pub(super) fn stance_words(rule: Rule, stance: Stance) -> (&'static str, &'static str) {
    match (rule, stance) {
        (Rule::Agreement, Stance::Supports) => ("1", "one side"),
        (Rule::Agreement, Stance::Contradicts) => ("2", "the other side"),
        (Rule::Never, Stance::Contradicts) => ("✗", "says so"),
        (_, Stance::Supports) => ("✓", "says so"),
        (_, Stance::Contradicts) => ("✗", "says otherwise"),
        (_, Stance::Compatible) => ("?", "leaves it open"),
    }
}

/// What a check means for the gate: for programs, and for people.
pub(super) fn outcome_words(outcome: Outcome) -> (&'static str, &'static str) {
    match outcome {
        Outcome::Pass => ("pass", "as expected"),
        Outcome::Warn => ("warn", "warning"),
        Outcome::Fail => ("fail", "not as expected"),
        Outcome::Waived => ("waived", "waived"),
        Outcome::Baseline => ("waived", "in the baseline"),
    }
}

/// What is said of a check that is not as it was accepted.
pub(super) const CHANGED: &str = "changed since accepted";

/// What is expected, where that is said.
pub(super) fn expected(expect: Expectation) -> Option<&'static str> {
    match expect {
        Expectation::Unsaid => None,
        Expectation::SingleSource => Some("a single source"),
        Expectation::Verdict(name) => Some(Verdict::from(name).name()),
    }
}

/// What becomes of a check that is not as expected, where that is not the failure of the run.
pub(super) fn level(level: Level) -> Option<&'static str> {
    match level {
        Level::Error => None,
        Level::Warn => Some("warn"),
        Level::Note => Some("note"),
    }
}

#[cfg(test)]
mod tests {
    use super::spoken;

    #[test]
    fn signs_are_read_aloud_and_those_in_names_are_not() {
        assert_eq!(spoken("\"A == B\" jobs >= 40"), "“A == B” jobs is at least 40");
        assert_eq!(spoken("Norvik pledge in 3 .. 5 USD"), "Norvik pledge in 3 to 5 USD");
    }
}
