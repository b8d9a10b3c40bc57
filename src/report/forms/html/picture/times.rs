//! The times that go with what is asserted: by when, when, and when it was announced, as the sources have them.

use maud::{Markup, html};

use crate::check::Body;
use crate::judge::{Evidence, Judgement, Stance, Times};
use crate::run::CheckResult;
use crate::value::{Days, Deadline, DeadlineKind, Fit};

use super::super::super::super::Report;
use super::super::words::stance_words;
use super::line::{Extent, Line};
use super::{Caption, Row, figure, of_days, told};

const BY: Caption =
    Caption { line: Line::Days, of: "By when", legend: "Strong: the date that is named. Faint: the time up to it." };

const WHEN: Caption = Caption { line: Line::Days, of: "When", legend: LEGEND };

const ANNOUNCED: Caption = Caption { line: Line::Days, of: "When it was announced", legend: LEGEND };

const LEGEND: &str = "A bar reaches from the first day that is meant to the last.";

/// A picture for each kind of time that is asserted and that some source gives otherwise.
pub(super) fn of_times(report: Report<'_>, result: &CheckResult) -> Markup {
    if matches!(result.assertion.body, Body::Agree { .. }) {
        return deadlines_of_sources(report, &result.judgement);
    }
    let Some(Times { deadline, when, announced }) = asserted(result) else { return html! {} };
    html! {
        @if let Some(own) = deadline { (by_when(report, result, own)) }
        @if let Some(own) = when { (days(report, result, WHEN, own, &|times| times.when)) }
        @if let Some(own) = announced { (days(report, result, ANNOUNCED, own, &|times| times.announced)) }
    }
}

/// The deadlines that sources give to what nobody asserts; nothing where there is one.
pub(super) fn deadlines_of_sources(report: Report<'_>, judgement: &Judgement) -> Markup {
    let row = |evidence: &Evidence| {
        let row = of_deadline(evidence.times.deadline?);
        Some(Row { stance: Some(evidence.stance), lead: stance_words(judgement.rule, evidence.stance).1, ..row })
    };
    figure(BY, None, &told(report, judgement, &row))
}

/// The times that a check asserts beside its value.
fn asserted(result: &CheckResult) -> Option<Times> {
    match &result.assertion.body {
        Body::Holds { operand, .. } | Body::Exists { operand, .. } => Some(Times::of(&operand.statement.qualifiers)),
        Body::Claim { .. } => Some(Times::of(&result.judgement.asked.as_ref()?.qualifiers)),
        Body::Computed { .. } | Body::Agree { .. } | Body::Quote { .. } => None,
    }
}

fn by_when(report: Report<'_>, result: &CheckResult, own: Deadline) -> Markup {
    let row = |evidence: &Evidence| {
        let deadline = evidence.times.deadline?;
        Some(judged(result, deadline.compare(&own), of_deadline(deadline)))
    };
    figure(BY, Some(&of_deadline(own)), &told(report, &result.judgement, &row))
}

fn days(
    report: Report<'_>,
    result: &CheckResult,
    caption: Caption,
    own: Days,
    time: &dyn Fn(&Times) -> Option<Days>,
) -> Markup {
    let plain = |days: Days| Row::asserted(days.to_string(), of_days(&days), of_days(&days));
    let row = |evidence: &Evidence| {
        let days = time(&evidence.times)?;
        Some(judged(result, Days::compare(&days, &own), plain(days)))
    };
    figure(caption, Some(&plain(own)), &told(report, &result.judgement, &row))
}

/// The row of a source: whether it says so is asked of the time alone.
fn judged(result: &CheckResult, fit: Fit, row: Row) -> Row {
    let stance = match fit {
        Fit::Supports => Stance::Supports,
        Fit::Contradicts => Stance::Contradicts,
        Fit::Compatible => Stance::Compatible,
    };
    Row { stance: Some(stance), lead: stance_words(result.judgement.rule, stance).1, ..row }
}

fn of_deadline(deadline: Deadline) -> Row {
    let named = of_days(&deadline.named);
    let (end, is_hollow) = match deadline.kind {
        DeadlineKind::By | DeadlineKind::Through => (named.high, false),
        DeadlineKind::Before => (named.low, true),
    };
    Row { is_hollow, ..Row::asserted(deadline.to_string(), named, Extent { low: None, high: end }) }
}
