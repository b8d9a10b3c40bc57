//! One check on the page: its sentence and its answer, what its author said of it, and beside that what the articles say.

use maud::{Markup, html};

use crate::check::{Assertion, Waiver, WrittenIn};
use crate::judge::NearMiss;
use crate::run::{CheckResult, Outcome};
use crate::source::{Place, Span, printable};

use super::super::super::Report;
use super::super::super::account::focus;
use super::super::super::human::diagnostic_of;
use super::super::super::style::counted;
use super::super::at;
use super::changes::{change_of, is_grave};
use super::filters::values;
use super::passage::{marked, passages, said_by, spaced};
use super::picture::picture;
use super::words::{CHANGED, aloud, coded, expected, level, lines, outcome_words, prose, verdict_sign};

/// A check; what there is to read of it lies below its sentence, open where it is not as expected. `at` is its position among the
/// results, which its address on the page has.
pub(super) fn check(report: Report<'_>, number: usize, result: &CheckResult) -> Markup {
    let (outcome, outcome_word) = outcome_words(result.outcome);
    let verdict = result.judgement.verdict;
    let is_open = matches!(result.outcome, Outcome::Fail | Outcome::Warn);
    let [outcomes, snapshots, verdicts, tags, sources] = values(report, result);
    let change = change_of(report, result);
    let changed = change.as_ref().map(|(change, _)| if is_grave(change) { " changed fails" } else { " changed" });
    html! {
        details class={ "card check " (outcome) " " (verdict.name()) (changed.unwrap_or_default()) } #{ "check-" (number + 1) } open[is_open]
            data-outcome=(outcomes) data-snapshot=(snapshots) data-verdict=(verdicts) data-tag=(tags) data-source=(sources) {
            summary {
                h3 { (sentence(report, result)) }
                p.answer {
                    span class={ "verdict " (verdict.name()) } {
                        span aria-hidden="true" { (verdict_sign(verdict)) " " } (verdict.name())
                    }
                    " "
                    span class={ "outcome " (outcome) } { (outcome_word) }
                    @if let Some((_, card)) = &change { " " a.outcome.change href={ "#" (card) } { (CHANGED) } }
                    span.place { " " (at(report, result.assertion.place)) }
                }
            }
            div.sides {
                div.own { (own(report, result)) }
                div.said { (said(report, result)) }
            }
        }
    }
}

/// The check as a sentence; of a draft its own, in which the words that are meant are marked.
fn sentence(report: Report<'_>, result: &CheckResult) -> Markup {
    let text = aloud(report.sources, &result.assertion);
    let parts = match result.assertion.written_in {
        WrittenIn::CheckFile => None,
        WrittenIn::Draft => around_meant(report, result, &text),
    };
    html! {
        @if let Some([before, meant, behind]) = parts { (before) mark { (meant) } (behind) } @else { (text) }
    }
}

/// What stands before the words of a draft that are meant, they, and what stands behind them; none where all is meant, or where they cannot
/// be told from others for the markup around them.
fn around_meant(report: Report<'_>, result: &CheckResult, text: &str) -> Option<[String; 3]> {
    let (place, meant) = (result.assertion.place, focus(result).span);
    let words = |start: u32, end: u32| spaced(report.sources.slice(Place { span: Span { start, end }, ..place }));
    let plain = [words(place.span.start, meant.start), words(meant.start, meant.end), words(meant.end, place.span.end)];
    if plain[1].is_empty() || plain[1] == text {
        return None;
    }
    if plain.concat() == text {
        return Some(plain);
    }
    let mut found = text.match_indices(&plain[1]).map(|(at, _)| at);
    let at = found.next().filter(|_| found.next().is_none())?;
    let (before, rest) = text.split_at_checked(at)?;
    Some([before.to_owned(), plain[1].clone(), rest.strip_prefix(&plain[1])?.to_owned()])
}

/// What the check says and what became of it.
fn own(report: Report<'_>, result: &CheckResult) -> Markup {
    let CheckResult { assertion, judgement, outcome_reason, .. } = result;
    let help = diagnostic_of(report, result).and_then(|told| told.help).map(|help| what_to_do(assertion, &help));
    html! {
        @if assertion.written_in == WrittenIn::CheckFile { pre.line { code { (printable(&assertion.text)) } } }
        p.why { (prose(&judgement.reason)) "." }
        @if let Some(why) = outcome_reason { p { strong { "Outcome: " } (coded(why)) "." } }
        @if let Some(help) = help { p.help { strong { "What to do: " } (lines(&help)) } }
        @if !judgement.derivation.is_empty() {
            p { strong { "Computed:" } }
            ul.steps { @for step in &judgement.derivation { li { (printable(step)) } } }
        }
        @if !judgement.advice.is_empty() {
            p { strong { "To know:" } }
            ul { @for advice in &judgement.advice { li { (coded(&advice.text)) } } }
        }
        (picture(report, result))
        (fields(assertion, result.shortfall.is_some()))
    }
}

/// The help without what stands in fields of its own.
fn what_to_do(assertion: &Assertion, help: &str) -> String {
    let fields = [("why", &assertion.why), ("owner", &assertion.owner)];
    let fields = fields.map(|(name, text)| text.as_ref().map(|text| format!("\n{name}: {text}")));
    fields.iter().rev().flatten().fold(help, |help, field| help.strip_suffix(&field[..]).unwrap_or(help)).to_owned()
}

/// What its author said of the check; where there is help its message is part of that.
fn fields(assertion: &Assertion, is_helped: bool) -> Markup {
    let text = |text: &Option<String>| text.as_deref().map(printable);
    let tags = (!assertion.tags.is_empty()).then(|| printable(&assertion.tags.join(", ")));
    if assertion.written_in == WrittenIn::Draft {
        return html! {};
    }
    let known = [
        ("Title", text(&assertion.title)),
        ("Why", text(&assertion.why)),
        ("Message", text(&assertion.message).filter(|_| !is_helped)),
        ("Owner", text(&assertion.owner)),
        ("Source", text(&assertion.cited)),
        ("Tags", tags),
        ("Expected", expected(assertion.expect).map(str::to_owned)),
        ("Needs", assertion.needs.map(|needed| counted(needed, "independent source", "independent sources"))),
        ("Severity", level(assertion.level).map(str::to_owned)),
        ("Known wrong", assertion.known_wrong.as_ref().map(waiver)),
        ("Id", Some(printable(&assertion.id))),
    ];
    html! {
        dl { @for (name, text) in known { @if let Some(text) = text { div { dt { (name) } dd { (text) } } } } }
    }
}

fn waiver(waiver: &Waiver) -> String {
    printable(&format!("until {}: {}", waiver.until, waiver.because))
}

/// The passages that speak of it, and what came nearest where none does.
fn said(report: Report<'_>, result: &CheckResult) -> Markup {
    let judgement = &result.judgement;
    html! {
        (passages(report, judgement))
        @if !judgement.nearest.is_empty() {
            h4 { "What came nearest" }
            ul.passages { @for miss in &judgement.nearest { (near(report, miss)) } }
        }
    }
}

fn near(report: Report<'_>, miss: &NearMiss) -> Markup {
    html! {
        li.passage.near {
            p.who { (said_by(report, miss.document, miss.place)) }
            blockquote { p { (marked(report, miss.document, miss.place, miss.place)) } }
            p.reason { (printable(&miss.what)) " (" (printable(&miss.how)) ")" }
        }
    }
}
