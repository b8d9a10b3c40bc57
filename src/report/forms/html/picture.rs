//! What sources say against what is asserted, as a line of numbers or of days: a row a value, all on one scale, the asserted set as a
//! band behind them. Each row has its words; what is drawn says nothing that they do not.

mod line;
mod ticks;
mod times;

use maud::{Markup, html};

use crate::check::Body;
use crate::judge::{Evidence, Judgement, Rule, Stance};
use crate::run::CheckResult;
use crate::source::printable;
use crate::statement::Value;
use crate::value::{Amount, Bound, Days, Interval, Number, Quantity, Relation};

use super::super::super::Report;
use super::super::super::style::counted;
use super::words::stance_words;
use line::{End, Extent, Line, Scale, WIDTH, bar, hollow};
use ticks::{Tick, day, ticks};
use times::{deadlines_of_sources, of_times};

/// So many rows are drawn; the others are counted.
const MOST_ROWS: usize = 8;

/// A row: its words, what is meant to the letter, and what its wording leaves open around it.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    stance: Option<Stance>,
    lead: &'static str,
    words: String,
    sources: Vec<String>,
    literal: Extent,
    halo: Extent,
    /// Whether what is named is not itself meant: "before 2031".
    is_hollow: bool,
}

/// What a picture is of, and how its bars are to be read.
#[derive(Clone, Copy)]
struct Caption {
    line: Line,
    of: &'static str,
    legend: &'static str,
}

/// How the bars of values are to be read.
const OF_VALUES: &str = "Strong: as it is written. Faint: what rounding and wording leave open.";

/// The pictures of a check, of its values and of its times; nothing where there is nothing to compare.
pub(super) fn picture(report: Report<'_>, result: &CheckResult) -> Markup {
    let asserted = asserted(result);
    let own = asserted.as_ref().and_then(|(relation, value)| row_of_assertion(*relation, value));
    let like = asserted.as_ref().map(|(_, value)| value);
    // Where it is the deadline or the place that is off, the values are beside the point.
    let is_value = result.judgement.rule != Rule::OneQualifierOff;
    html! {
        @if is_value { (of_values(own.as_ref(), &rows(report, &result.judgement, like), like)) }
        (of_times(report, result))
    }
}

/// The picture of what sources say that nobody asserted.
pub(super) fn of_sources(report: Report<'_>, judgement: &Judgement) -> Markup {
    let like = judgement.evidence.iter().find_map(|evidence| evidence.value.as_ref());
    html! {
        (of_values(None, &rows(report, judgement, None), like))
        (deadlines_of_sources(report, judgement))
    }
}

fn of_values(own: Option<&Row>, told: &[Row], like: Option<&Value>) -> Markup {
    let line = if matches!(like, Some(Value::Days(_))) { Line::Days } else { Line::Numbers };
    figure(Caption { line, of: "What the sources say", legend: OF_VALUES }, own, told)
}

fn figure(caption: Caption, own: Option<&Row>, told: &[Row]) -> Markup {
    let more = told.len().saturating_sub(MOST_ROWS);
    let all: Vec<&Row> = own.into_iter().chain(told.iter().take(MOST_ROWS)).collect();
    let differ = all.windows(2).any(|pair| !pair[0].is_drawn_as(pair[1], caption.line));
    let extents: Vec<Extent> = all.iter().map(|row| row.literal).collect();
    let scale = Scale::over(caption.line, &extents).filter(|_| differ && !told.is_empty());
    html! {
        @if let Some(scale) = scale {
            @let marks = marks(caption.line, &scale);
            figure.picture {
                figcaption { (caption.of) @if own.is_some() { ", against what is asserted" } }
                ul { @for row in &all { (drawn(row, own, &scale, &marks)) } }
                @if !marks.is_empty() { (dated(&marks)) }
                p.place {
                    (caption.legend)
                    @if all.iter().any(|row| row.literal.is_open()) { " A hollow end: without that number itself." }
                    @if all.iter().any(|row| row.is_hollow) { " Hollow: before that date begins." }
                }
                @if more > 0 { p { (counted(more, "more value is not drawn.", "more values are not drawn.")) } }
            }
        }
    }
}

/// The days that a line is marked at, with their places in the drawing.
fn marks(line: Line, scale: &Scale) -> Vec<(f64, Tick)> {
    let (low, high) = scale.ends();
    match line {
        Line::Numbers => Vec::new(),
        Line::Days => ticks(low, high).into_iter().map(|tick| (scale.place(tick.day), tick)).collect(),
    }
}

/// The marks and what they are called, below the rows. Type is not to be drawn out of shape, so places are percentages here.
fn dated(marks: &[(f64, Tick)]) -> Markup {
    html! {
        svg.dates aria-hidden="true" focusable="false" {
            @for (place, tick) in marks {
                @let percent = place / WIDTH * 100.0;
                @let anchor = if percent < 10.0 { "start" } else if percent > 90.0 { "end" } else { "middle" };
                line x1=(format!("{percent:.1}%")) x2=(format!("{percent:.1}%")) y1="0" y2="5" {}
                text x=(format!("{percent:.1}%")) y="16" text-anchor=(anchor) { (tick.text) }
            }
        }
    }
}

/// What is asserted, as far as it is a number or a day.
fn asserted(result: &CheckResult) -> Option<(Relation, Value)> {
    match &result.assertion.body {
        Body::Holds { relation, value, .. } => Some((*relation, value.clone())),
        Body::Claim { .. } => Some((Relation::Equal, result.judgement.asked.as_ref()?.value.clone()?)),
        Body::Exists { .. } | Body::Computed { .. } | Body::Agree { .. } | Body::Quote { .. } => None,
    }
    .filter(|(_, value)| matches!(value, Value::Quantity(_) | Value::Days(_)))
}

fn row_of_assertion(relation: Relation, value: &Value) -> Option<Row> {
    let Row { words, literal, halo, .. } = row(value, value)?;
    let bound = |literal: Extent| match relation {
        Relation::Less => Extent { low: None, high: literal.high.map(End::open) },
        Relation::AtMost => Extent { low: None, high: literal.high },
        Relation::Greater => Extent { low: literal.low.map(End::open), high: None },
        Relation::AtLeast => Extent { low: literal.low, high: None },
        Relation::Equal
        | Relation::NotEqual
        | Relation::About
        | Relation::Exactly
        | Relation::In
        | Relation::Includes => literal,
    };
    let said = match relation {
        Relation::Less => "less than ",
        Relation::AtMost => "at most ",
        Relation::Greater => "more than ",
        Relation::AtLeast => "at least ",
        Relation::NotEqual => "not ",
        Relation::About => "about ",
        Relation::Exactly => "exactly ",
        Relation::Equal | Relation::In | Relation::Includes => "",
    };
    Some(Row::asserted(format!("{said}{words}"), bound(literal), bound(halo)))
}

impl Row {
    /// Whether the two look the same. What wording leaves open around a number tells none from another, the time up to a date does.
    fn is_drawn_as(&self, other: &Row, line: Line) -> bool {
        let is_same = self.literal == other.literal && self.is_hollow == other.is_hollow;
        is_same && (line == Line::Numbers || self.halo == other.halo)
    }

    fn asserted(words: String, literal: Extent, halo: Extent) -> Self {
        Self { stance: None, lead: "asserted", words, sources: Vec::new(), literal, halo, is_hollow: false }
    }
}

/// A row a value, in the order of the passages, with all that give it; in the unit of `like`, else of the first.
fn rows(report: Report<'_>, judgement: &Judgement, like: Option<&Value>) -> Vec<Row> {
    let like = like.or(judgement.evidence.iter().find_map(|evidence| evidence.value.as_ref()));
    let row = |evidence: &Evidence| {
        let (_, lead) = stance_words(judgement.rule, evidence.stance);
        Some(Row { stance: Some(evidence.stance), lead, ..row(evidence.value.as_ref()?, like?)? })
    };
    told(report, judgement, &row)
}

/// The rows of passages; those that are alike are one, with all their sources.
fn told(report: Report<'_>, judgement: &Judgement, row: &dyn Fn(&Evidence) -> Option<Row>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for evidence in &judgement.evidence {
        let Some(row) = row(evidence) else { continue };
        let source = printable(report.document_id(evidence.document));
        let same = rows.iter_mut().find(|other| other.words == row.words && other.stance == row.stance);
        match same {
            Some(other) if other.sources.contains(&source) => {}
            Some(other) => other.sources.push(source),
            None => rows.push(Row { sources: vec![source], ..row }),
        }
    }
    if judgement.rule == Rule::Agreement {
        // The one side before the other.
        rows.sort_by_key(|row| row.stance);
    }
    rows
}

/// A value on the line of another; none where the two are not of one kind.
fn row(value: &Value, like: &Value) -> Option<Row> {
    let (words, literal, halo) = match (value, like) {
        (Value::Quantity(own), Value::Quantity(like)) => of_quantity(own, like)?,
        (Value::Days(own), Value::Days(_)) => (own.to_string(), of_days(own), of_days(own)),
        _ => return None,
    };
    Some(Row::asserted(words, literal, halo))
}

fn of_quantity(own: &Quantity, like: &Quantity) -> Option<(String, Extent, Extent)> {
    let Amount { literal, halo, .. } = own.converted(&like.unit)?.amount;
    Some((own.describe(), of_interval(&literal), of_interval(&halo)))
}

fn of_interval(interval: &Interval) -> Extent {
    Extent { low: bound(interval.low), high: bound(interval.high) }
}

fn bound(bound: Bound) -> Option<End> {
    match bound {
        Bound::Unbounded => None,
        Bound::Open(number) => Some(End::closed(float(number)).open()),
        Bound::Closed(number) => Some(End::closed(float(number))),
    }
}

/// As near as a drawing needs it.
#[expect(clippy::cast_precision_loss, reason = "a place in a drawing")]
fn float(number: Number) -> f64 {
    number.numerator() as f64 / number.denominator() as f64
}

/// From the beginning of the first day to the end of the last.
fn of_days(days: &Days) -> Extent {
    let end = |day: f64| Some(End::closed(day));
    let last = days.last.and_then(day).map(|last| last + 1.0);
    Extent { low: days.first.and_then(day).and_then(end), high: last.and_then(end) }
}

fn drawn(row: &Row, own: Option<&Row>, scale: &Scale, marks: &[(f64, Tick)]) -> Markup {
    let kind = row.stance.map_or("asserted", Stance::name);
    html! {
        li class={ "row " (kind) } {
            span.words {
                span.lead { (row.lead) ": " } (printable(&row.words))
                @if !row.sources.is_empty() { span.place { " (" (named(&row.sources)) ")" } }
            }
            svg viewBox={ "0 0 " (WIDTH) " 16" } preserveAspectRatio="none" aria-hidden="true" focusable="false" {
                @if let Some(own) = own { (bar("band", scale.places(own.halo), 0, 16)) }
                @for (place, _) in marks { line.axis x1=(format!("{place:.1}")) x2=(format!("{place:.1}")) y1="0" y2="16" {} }
                line.axis x1="0" y1="8" x2=(WIDTH) y2="8" {}
                (bar("halo", scale.places(row.halo), 5, 6))
                (bar(if row.is_hollow { "hollow" } else { "literal" }, scale.places(row.literal), 2, 12))
                (hollow(row.literal, scale.places(row.literal), 2, 12))
            }
        }
    }
}

/// The first few, and how many more.
fn named(sources: &[String]) -> String {
    const MOST: usize = 3;
    let more = sources.len().saturating_sub(MOST);
    let first = sources.iter().take(MOST).cloned().collect::<Vec<_>>().join(", ");
    if more > 0 { format!("{first} and {more} more") } else { first }
}
