//! What sources say against what is asserted, as a line of numbers or of days: a row a value, all on one scale, the asserted set as a
//! band behind them. Each row has its words; what is drawn says nothing that they do not.

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

/// So many rows are drawn; the others are counted.
const MOST_ROWS: usize = 8;

/// Where the greatest is so many times the least, the scale is that of the magnitudes.
const WIDE: f64 = 100.0;

/// The width of the drawing, in units of its own.
const WIDTH: f64 = 400.0;

/// A set on a line: its ends, open where it has none, and whether it is known to the digit.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Extent {
    low: Option<f64>,
    high: Option<f64>,
}

/// A row: its words, what is meant to the letter, and what its wording leaves open around it.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    stance: Option<Stance>,
    lead: &'static str,
    words: String,
    sources: Vec<String>,
    literal: Extent,
    halo: Extent,
}

/// The picture of a check; nothing where there is nothing to compare.
pub(super) fn picture(report: Report<'_>, result: &CheckResult) -> Markup {
    let asserted = asserted(result);
    let own = asserted.as_ref().and_then(|(relation, value)| row_of_assertion(*relation, value));
    let like = asserted.as_ref().map(|(_, value)| value);
    // Where it is the deadline or the place that is off, the values are beside the point.
    let is_value = result.judgement.rule != Rule::OneQualifierOff;
    html! { @if is_value { (figure(own.as_ref(), &rows(report, &result.judgement, like))) } }
}

/// The picture of what sources say that nobody asserted.
pub(super) fn of_sources(report: Report<'_>, judgement: &Judgement) -> Markup {
    figure(None, &rows(report, judgement, None))
}

fn figure(own: Option<&Row>, told: &[Row]) -> Markup {
    let more = told.len().saturating_sub(MOST_ROWS);
    let all: Vec<&Row> = own.into_iter().chain(told.iter().take(MOST_ROWS)).collect();
    let differ = all.windows(2).any(|pair| pair[0].literal != pair[1].literal);
    let scale = Scale::over(&all).filter(|_| differ && !told.is_empty());
    html! {
        @if let Some(scale) = scale {
            figure.picture {
                figcaption { @if own.is_some() { "What the sources say, against what is asserted" } @else { "What the sources say" } }
                ul { @for row in &all { (drawn(row, own, &scale)) } }
                p.place { "Strong: as it is written. Faint: what rounding and wording leave open." }
                @if more > 0 { p { (counted(more, "more value is not drawn.", "more values are not drawn.")) } }
            }
        }
    }
}

/// What is asserted, as far as it is a number or a day.
fn asserted(result: &CheckResult) -> Option<(Relation, Value)> {
    match &result.assertion.body {
        Body::Holds { relation, value, .. } => Some((*relation, value.clone())),
        Body::Claim { .. } => Some((Relation::Equal, *result.judgement.asked.clone()?)),
        Body::Exists { .. } | Body::Computed { .. } | Body::Agree { .. } | Body::Quote { .. } => None,
    }
    .filter(|(_, value)| matches!(value, Value::Quantity(_) | Value::Days(_)))
}

fn row_of_assertion(relation: Relation, value: &Value) -> Option<Row> {
    let Row { words, literal, halo, .. } = row(value, value)?;
    let bound = |literal: Extent| match relation {
        Relation::Less | Relation::AtMost => Extent { low: None, high: literal.high },
        Relation::Greater | Relation::AtLeast => Extent { low: literal.low, high: None },
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
    let words = format!("{said}{words}");
    Some(Row { stance: None, lead: "asserted", words, sources: Vec::new(), literal: bound(literal), halo: bound(halo) })
}

/// A row a value, in the order of the passages, with all that give it; in the unit of `like`, else of the first.
fn rows(report: Report<'_>, judgement: &Judgement, like: Option<&Value>) -> Vec<Row> {
    let like = like.or(judgement.evidence.iter().find_map(|evidence| evidence.value.as_ref()));
    let mut rows: Vec<Row> = Vec::new();
    for evidence in &judgement.evidence {
        let Some(row) = like.and_then(|like| row_of(judgement.rule, evidence, like)) else { continue };
        let source = printable(report.document_id(evidence.document));
        let same = rows.iter_mut().find(|other| other.words == row.words && other.stance == row.stance);
        match same {
            Some(other) if other.sources.contains(&source) => {}
            Some(other) => other.sources.push(source),
            None => rows.push(Row { sources: vec![source], ..row }),
        }
    }
    rows
}

fn row_of(rule: Rule, evidence: &Evidence, like: &Value) -> Option<Row> {
    let (_, lead) = stance_words(rule, evidence.stance);
    Some(Row { stance: Some(evidence.stance), lead, ..row(evidence.value.as_ref()?, like)? })
}

/// A value on the line of another; none where the two are not of one kind.
fn row(value: &Value, like: &Value) -> Option<Row> {
    let (words, literal, halo) = match (value, like) {
        (Value::Quantity(own), Value::Quantity(like)) => of_quantity(own, like)?,
        (Value::Days(own), Value::Days(_)) => (own.to_string(), of_days(own), of_days(own)),
        _ => return None,
    };
    Some(Row { stance: None, lead: "asserted", words, sources: Vec::new(), literal, halo })
}

fn of_quantity(own: &Quantity, like: &Quantity) -> Option<(String, Extent, Extent)> {
    let Amount { literal, halo, .. } = own.converted(&like.unit)?.amount;
    Some((own.describe(), of_interval(&literal), of_interval(&halo)))
}

fn of_interval(interval: &Interval) -> Extent {
    Extent { low: bound(interval.low), high: bound(interval.high) }
}

fn bound(bound: Bound) -> Option<f64> {
    bound.number().map(float)
}

/// As near as a drawing needs it.
#[expect(clippy::cast_precision_loss, reason = "a place in a drawing")]
fn float(number: Number) -> f64 {
    number.numerator() as f64 / number.denominator() as f64
}

fn of_days(days: &Days) -> Extent {
    let place = |date: jiff::civil::Date| {
        let since = date.since(jiff::civil::date(1970, 1, 1)).ok()?;
        Some(f64::from(since.get_days()))
    };
    Extent { low: days.first.and_then(place), high: days.last.and_then(|last| Some(place(last)? + 1.0)) }
}

/// From values to places in the drawing.
#[derive(Clone, Copy, Debug)]
struct Scale {
    low: f64,
    high: f64,
    magnitudes: bool,
}

impl Scale {
    /// One on which all rows have room; none where nothing has an end.
    fn over(rows: &[&Row]) -> Option<Self> {
        let ends = || rows.iter().flat_map(|row| [row.literal.low, row.literal.high]).flatten();
        let (low, high) = (ends().reduce(f64::min)?, ends().reduce(f64::max)?);
        let magnitudes = low > 0.0 && high / low >= WIDE;
        let (low, high) = if magnitudes { (low.ln(), high.ln()) } else { (low, high) };
        let room = if high > low { (high - low) * 0.12 } else { low.abs() * 0.1 + 1.0 };
        Some(Self { low: low - room, high: high + room, magnitudes })
    }

    /// Where a value is drawn; what lies outside is drawn at the edge.
    fn place(&self, value: f64) -> f64 {
        let value = if self.magnitudes { value.max(f64::MIN_POSITIVE).ln() } else { value };
        ((value - self.low) / (self.high - self.low) * WIDTH).clamp(0.0, WIDTH)
    }

    /// From where to where a set is drawn.
    fn places(&self, extent: Extent) -> (f64, f64) {
        let low = extent.low.map_or(0.0, |low| self.place(low));
        (low, extent.high.map_or(WIDTH, |high| self.place(high)).max(low))
    }
}

fn drawn(row: &Row, own: Option<&Row>, scale: &Scale) -> Markup {
    let kind = row.stance.map_or("asserted", Stance::name);
    html! {
        li class={ "row " (kind) } {
            span.words {
                span.lead { (row.lead) ": " } (printable(&row.words))
                @if !row.sources.is_empty() { span.place { " (" (named(&row.sources)) ")" } }
            }
            svg viewBox={ "0 0 " (WIDTH) " 16" } preserveAspectRatio="none" aria-hidden="true" focusable="false" {
                @if let Some(own) = own { (bar("band", scale.places(own.halo), 0, 16)) }
                line.axis x1="0" y1="8" x2=(WIDTH) y2="8" {}
                (bar("halo", scale.places(row.halo), 5, 6))
                (bar("literal", scale.places(row.literal), 2, 12))
            }
        }
    }
}

/// At least as wide as can be seen.
fn bar(class: &str, (low, high): (f64, f64), top: u8, height: u8) -> Markup {
    let width = (high - low).max(3.0);
    let left = if high - low < 3.0 { (low + high) / 2.0 - 1.5 } else { low };
    html! { rect class=(class) x=(format!("{left:.1}")) y=(top) width=(format!("{width:.1}")) height=(height) {} }
}

/// The first few, and how many more.
fn named(sources: &[String]) -> String {
    const MOST: usize = 3;
    let more = sources.len().saturating_sub(MOST);
    let first = sources.iter().take(MOST).cloned().collect::<Vec<_>>().join(", ");
    if more > 0 { format!("{first} and {more} more") } else { first }
}

#[cfg(test)]
mod tests {
    use super::{Extent, Row, Scale};

    fn row(low: Option<f64>, high: Option<f64>) -> Row {
        let extent = Extent { low, high };
        Row { stance: None, lead: "", words: String::new(), sources: Vec::new(), literal: extent, halo: extent }
    }

    #[test]
    fn values_a_magnitude_apart_are_drawn_by_their_magnitudes() {
        let rows = [row(Some(1.0), Some(1.0)), row(Some(1000.0), Some(1000.0)), row(Some(1e6), Some(1e6))];
        let scale = Scale::over(&rows.iter().collect::<Vec<_>>()).expect("they have ends");
        let [low, middle, high] = [1.0, 1000.0, 1e6].map(|value| scale.place(value));
        assert!(scale.magnitudes && (middle - low - (high - middle)).abs() < 1e-6, "{low} {middle} {high}");
    }

    #[test]
    fn a_set_without_an_end_reaches_the_edge() {
        let rows = [row(Some(5.0), None), row(Some(4.0), Some(6.0))];
        let scale = Scale::over(&rows.iter().collect::<Vec<_>>()).expect("they have ends");
        let (low, high) = scale.places(rows[0].literal);
        assert!(low > 0.0 && (high - super::WIDTH).abs() < 1e-9);
        assert!(Scale::over(&[&row(None, None)]).is_none());
    }
}
