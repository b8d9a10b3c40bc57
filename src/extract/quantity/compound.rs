//! Amounts told in two units: "7 feet 10 inches", "3 dollars and 50 cents".

use super::Draft;
use super::unit::{self, Unified};
use crate::extract::number::{self, Before, Form, Phrase, Said};
use crate::extract::reading::Reading;
use crate::value::{Dimension, Number, Unit};

/// Adds the smaller amounts that follow a draft's own to it, in the unit of the first.
pub(super) fn extend(reading: &Reading<'_>, draft: &mut Draft) {
    half_more(reading, draft);
    for _ in 0..3 {
        if draft.to.is_some() || add(reading, draft).is_none() {
            return;
        }
    }
}

/// "a mile and a half", "two tonnes and a quarter".
fn half_more(reading: &Reading<'_>, draft: &mut Draft) -> Option<()> {
    let end = draft.end;
    let parts = match () {
        () if reading.reads(end + 2, "half") => 2,
        () if reading.reads(end + 2, "quarter") => 4,
        () => return None,
    };
    let told = reading.reads(end, "and") && reading.reads_one_of(end + 1, &["a", "one"]);
    let done = !reading.is_word(end + 3) || reading.is(end + 3, reading.known().phrase_end);
    let of = reading.reads(end + 3, "of");
    let measured = draft.unit.unit.as_ref().is_some_and(|unit| !unit.counts()) && draft.unit.written.is_some();
    let whole = draft.phrase.value().is_some_and(Number::is_integer) && !draft.phrase.has_magnitude();
    if !(told && done && measured && whole) || of || draft.to.is_some() {
        return None;
    }
    draft.phrase = Phrase { end: draft.phrase.end, ..draft.phrase.moved(Number::ratio(1, parts)?)? };
    draft.end = end + 3;
    Some(())
}

fn add(reading: &Reading<'_>, draft: &mut Draft) -> Option<()> {
    let first = draft.unit.unit.clone().filter(|unit| is_summed(unit.dimension) || &*unit.code == "h")?;
    let mut at = draft.end;
    if reading.slice(at) == "," {
        at += 1;
    }
    if reading.reads(at, "and") {
        at += 1;
    }
    if !reading.is_number(at) && !reading.entry(at).may_be_number() {
        return None;
    }
    let phrase =
        number::read(reading, at, Before::Other).filter(|phrase| matches!(phrase.form, Form::Digits | Form::Words))?;
    let second = unit::after(reading, &phrase, phrase.end, None);
    let (size, end) = cents(reading, draft, &phrase, &second)
        .or_else(|| inches(reading, &first, &phrase))
        .or_else(|| minutes(reading, &first, &phrase))
        .or_else(|| Some((smaller(reading, draft, &first, &second)?, second.end)))?;
    let more = phrase.written()?.scaled(size)?;
    let whole = draft.phrase.written()?;
    let mut sum = whole;
    sum.value = whole.value.plus(more.value)?;
    (sum.grain, sum.coarse) = (more.grain, more.coarse);
    draft.phrase.said = Said::Exactly(sum);
    draft.phrase.mantissa = sum;
    draft.phrase.end = phrase.end;
    draft.end = end;
    Some(())
}

/// "20 dollars 43", "20 dollars and 43c": two figures behind whole money are its cents, where nothing follows that they could count.
fn cents(reading: &Reading<'_>, draft: &Draft, phrase: &Phrase, second: &Unified) -> Option<(Number, usize)> {
    let money = draft.unit.unit.as_ref().is_some_and(|unit| unit.dimension == Dimension::Money);
    let whole = draft.phrase.value().is_some_and(Number::is_integer) && !draft.phrase.has_magnitude();
    if !money || !whole || draft.unit.factor != Number::ONE {
        return None;
    }
    let letter = reading.reads(phrase.end, "c") && reading.glued(phrase.end);
    let figures = phrase.value()?.to_integer().is_some_and(|value| (10..100).contains(&value));
    let behind = phrase.end + usize::from(letter);
    let stops = behind >= reading.end || matches!(reading.slice(behind), "." | "!" | "?" | "," | ";" | ")");
    let joined = reading.slice(draft.end) == "," || reading.reads(draft.end, "and") && behind + 1 < reading.end;
    let bare = figures && second.unit.is_none() && stops && !joined;
    (letter || bare).then_some((Number::power_of_ten(-2)?, behind))
}

/// "7 feet, 10 in", "2 yd 7'": what is a preposition or an apostrophe elsewhere is inches or feet behind a larger length.
fn inches(reading: &Reading<'_>, first: &Unit, phrase: &Phrase) -> Option<(Number, usize)> {
    let short = reading.reads(phrase.end, "in")
        && (reading.glued(phrase.end) || !reading.is_word(phrase.end + 1) && !reading.is_number(phrase.end + 1));
    let mark = reading.slice(phrase.end) == "'" && reading.glued(phrase.end) && !reading.glued(phrase.end + 1);
    let code = if short { "[in_i]" } else { "[ft_i]" };
    let unit = reading.lexicon.units.iter().find(|unit| &*unit.code == code).filter(|_| short || mark)?;
    Some((ratio(first, Number::ONE, unit, Number::ONE)?, phrase.end + 1))
}

/// "1h 30m": what are metres elsewhere.
fn minutes(reading: &Reading<'_>, first: &Unit, phrase: &Phrase) -> Option<(Number, usize)> {
    let letter = reading.slice(phrase.end) == "m" && reading.glued(phrase.end) && &*first.code == "h";
    Some((Number::ratio(1, 60)?, phrase.end + 1)).filter(|_| letter)
}

/// How many of the first unit one of the second is, where the second is written out.
fn smaller(reading: &Reading<'_>, draft: &Draft, first: &Unit, second: &Unified) -> Option<Number> {
    // "cents" are those of any money; "pence" are not those of the dollar.
    let cents = second.written.is_some_and(|(at, _)| reading.reads_one_of(at, &["cent", "cents"]));
    if first.dimension == Dimension::Money && !cents && second.unit.as_ref().is_some_and(|unit| unit.code != first.code)
    {
        return None;
    }
    ratio(first, draft.unit.factor, second.unit.as_ref()?, second.factor)
}

fn is_summed(dimension: Dimension) -> bool {
    matches!(dimension, Dimension::Money | Dimension::Length | Dimension::Mass | Dimension::Volume)
}

/// How many of the first unit one of the second is; none where it is not a smaller one of the same kind.
fn ratio(first: &Unit, first_factor: Number, second: &Unit, second_factor: Number) -> Option<Number> {
    let size = if first.dimension == Dimension::Money {
        // Cents are those of the money before them.
        (first_factor == Number::ONE && second.dimension == Dimension::Money).then_some(second_factor)?
    } else if first.dimension == second.dimension {
        second.conversion?.factor.over(first.conversion?.factor)?
    } else {
        return None;
    };
    (size < Number::ONE).then_some(size)
}
