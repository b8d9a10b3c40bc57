//! Quantities: a number with its hedges, its unit, and what it says of a change.

mod age;
mod change;
mod compound;
mod hedge;
mod money;
mod noun;
mod one;
mod range;
mod refuse;
mod telephone;
mod unit;

use super::mention::{Change, QuantityMention};
use super::number::{self, Before, Form, Phrase, Said};
use super::reading::Reading;
use crate::value::{Amount, Dimension, Number, Quantity, Unit, Wording, Written};

pub(super) use age::is_age_of;
pub(super) use hedge::before as hedge_before;
pub(super) use noun::is_plural;
pub(super) use one::one_of;
pub(super) use unit::Unified;

/// A quantity of a sentence: tokens `start..end`.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub start: usize,
    pub end: usize,
    pub mention: QuantityMention,
}

/// What the quantity before it in the sentence leaves to the next one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Behind {
    /// The first token that is still free.
    pub free: usize,
    /// The direction of the change that it measured.
    pub change: Option<Change>,
    /// Its bound, or how it was blurred.
    pub wording: Wording,
}

impl Behind {
    /// Where no quantity goes before.
    pub fn from(free: usize) -> Self {
        Self { free, change: None, wording: Wording::Bare }
    }
}

/// Reads the quantity whose number begins at `at`; nothing where the number is none.
pub(super) fn read(reading: &Reading<'_>, at: usize, behind: Behind) -> Option<Found> {
    let draft = draft(reading, at, behind.free, compound::extend)?;
    finish(reading, draft, behind)
}

/// The same for one number with its unit: the 24 hours of "24 hours and 39 minutes".
pub(super) fn read_part(reading: &Reading<'_>, at: usize, behind: Behind) -> Option<Found> {
    let draft = draft(reading, at, behind.free, |_, _| ())?;
    finish(reading, draft, behind)
}

/// A quantity whose parts have been found.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub start: usize,
    pub phrase: Phrase,
    /// The other end of a range.
    pub to: Option<Phrase>,
    pub wording: Wording,
    pub unit: Unified,
    pub end: usize,
}

/// Finds the parts of the quantity at a place; `join` adds to it what follows in smaller units.
fn draft(reading: &Reading<'_>, at: usize, free: usize, join: fn(&Reading<'_>, &mut Draft)) -> Option<Draft> {
    let sign = money::before(reading, at, free);
    let before = if sign.is_some() { Before::Money } else { Before::Other };
    let mut phrase = number::read(reading, at, before)?;
    let mut start = sign.as_ref().map_or(at, |sign| sign.start);
    if sign.as_ref().is_some_and(|sign| sign.end < at && matches!(reading.slice(at - 1), "-" | "−")) {
        phrase = phrase.negated();
    }
    if let Some(minus) = money::minus(reading, start, free) {
        start = minus;
        phrase = phrase.negated();
    }
    if sign.is_none() && refuse::is_ranked(reading, &phrase, start) {
        phrase.form = Form::Ordinal;
    }
    if refuse::refuses(reading, &phrase, start, sign.is_some()) {
        return None;
    }
    let unit = unit::after(reading, &phrase, phrase.end, sign.as_ref());
    let mut draft = Draft { start, phrase, to: None, wording: Wording::Bare, end: unit.end, unit };
    below_zero(reading, &mut draft);
    range::extend(reading, &mut draft, free, sign.is_some());
    join(reading, &mut draft);
    hedge::around(reading, &mut draft, free);
    take_article(reading, &mut draft, free);
    (!refuse::is_bare_word(reading, &draft)).then_some(draft)
}

/// "30 degrees below zero", "12 below zero".
fn below_zero(reading: &Reading<'_>, draft: &mut Draft) {
    if !reading.reads(draft.end, "below") || !reading.reads(draft.end + 1, "zero") {
        return;
    }
    match draft.unit.unit.as_mut() {
        Some(unit) if matches!(unit.dimension, Dimension::Angle | Dimension::Temperature) => {
            unit.dimension = Dimension::Temperature;
        }
        Some(_) => return,
        None => (),
    }
    draft.phrase = draft.phrase.negated();
    draft.end += 2;
}

/// "a 9,900-square-meter": the article of a quantity that a hyphen makes an adjective of belongs to it.
fn take_article(reading: &Reading<'_>, draft: &mut Draft, free: usize) {
    let hyphen = reading.is_hyphen(draft.phrase.end) && draft.end > draft.phrase.end + 1;
    let article = draft.start > free && reading.reads_one_of(draft.start - 1, &["a", "an"]);
    if hyphen && article && !is_duration(&draft.unit) {
        draft.start -= 1;
    }
}

fn finish(reading: &Reading<'_>, draft: Draft, behind: Behind) -> Option<Found> {
    let wording = converted(reading, &draft, behind).unwrap_or(draft.wording);
    let Draft { start, phrase, to, unit, end, .. } = draft;
    let factor = unit.factor;
    let amount = amount(&phrase, to.as_ref(), wording, factor)?;
    let change = change::of(reading, start, end, &unit, behind);
    let number_end = to.as_ref().map_or(phrase.end, |to| to.end);
    let number = reading.span(phrase.start, number_end);
    let digits = digits(reading, &phrase, to.as_ref());
    let mention = QuantityMention {
        quantity: Quantity::new(amount, unit_of(unit.unit, &phrase)),
        number,
        unit: unit.written.map(|(from, to)| reading.span(from, to)).filter(|span| !span.is_empty()),
        digits,
        change,
        about: None,
    };
    Some(Found { start, end, mention })
}

/// "more than 7 million crowns ($1.1 million)": the same in another money has the same bound.
fn converted(reading: &Reading<'_>, draft: &Draft, behind: Behind) -> Option<Wording> {
    let money = draft.unit.unit.as_ref().is_some_and(|unit| unit.dimension == Dimension::Money);
    let enclosed =
        reading.slice(behind.free) == "(" && draft.start == behind.free + 1 && reading.slice(draft.end) == ")";
    let bound = matches!(
        behind.wording,
        Wording::MoreThan | Wording::AtLeast | Wording::LessThan | Wording::AtMost | Wording::UpTo
    );
    (money && enclosed && draft.wording == Wording::Bare && bound).then_some(behind.wording)
}

fn unit_of(unit: Option<Unit>, phrase: &Phrase) -> Unit {
    match (unit, phrase.form) {
        (_, Form::Ordinal) => Unit::ordinal(),
        (Some(unit), _) => unit,
        (None, _) => Unit::number(),
    }
}

/// The amount of a number or a range, in its unit.
pub(super) fn amount(phrase: &Phrase, to: Option<&Phrase>, wording: Wording, factor: Number) -> Option<Amount> {
    let scale = |written: Written| if factor == Number::ONE { Some(written) } else { written.scaled(factor) };
    if let Some(to) = to {
        return Some(Amount::range(scale(phrase.written()?)?, scale(to.written()?)?));
    }
    match phrase.said {
        Said::Exactly(written) => Some(Amount::worded(wording, scale(written)?)),
        Said::Vaguely(low, high) => Some(vague(low.times(factor)?, high.and_then(|high| high.times(factor)), wording)),
    }
}

/// A vague number under a hedge: "more than dozens" has no upper end.
fn vague(low: Number, high: Option<Number>, wording: Wording) -> Amount {
    match wording {
        Wording::MoreThan | Wording::AtLeast | Wording::JustOver => Amount::vague(low, None),
        _ => Amount::vague(low, high),
    }
}

/// The significant digits as written.
fn digits(reading: &Reading<'_>, phrase: &Phrase, to: Option<&Phrase>) -> String {
    let one = |phrase: &Phrase| -> String {
        if phrase.form == Form::Vague {
            return String::new();
        }
        let written = reading.slice(phrase.start);
        let plain =
            reading.is_number(phrase.start) && phrase.form != Form::Part && phrase.mantissa.grain != Number::ZERO;
        if plain
            && written.bytes().filter(|byte| matches!(byte, b'.' | b',')).count() <= 1
            && !written.contains(',')
            && phrase.end <= phrase.start + 2
        {
            written.to_owned()
        } else {
            with_decimals(phrase.mantissa)
        }
    };
    to.map_or_else(|| one(phrase), |to| format!("{}-{}", one(phrase), one(to)))
}

/// A number with as many decimals as its grain has.
fn with_decimals(written: Written) -> String {
    let places = if written.grain == Number::ZERO {
        0
    } else {
        written.grain.denominator().checked_ilog10().unwrap_or(0) as usize
    };
    let mut text = written.value.abs().decimal();
    let have = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    if have < places {
        if have == 0 {
            text.push('.');
        }
        text.extend(std::iter::repeat_n('0', places - have));
    }
    text
}

/// A quantity under another hedge.
pub(super) fn hedge_wording(quantity: Quantity, wording: Wording) -> Quantity {
    let Some(written) = quantity.amount.written().filter(|_| quantity.amount.wording == Wording::Bare) else {
        return quantity;
    };
    Quantity { amount: Amount::worded(wording, written), unit: quantity.unit }
}

/// Whether a unit measures time.
pub(super) fn is_duration(unit: &Unified) -> bool {
    unit.unit.as_ref().is_some_and(|unit| unit.dimension == Dimension::Duration)
}
