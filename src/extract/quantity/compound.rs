//! Amounts told in two units: "7 feet 10 inches", "3 dollars and 50 cents".

use super::Draft;
use super::unit;
use crate::extract::number::{self, Before, Form, Said};
use crate::extract::reading::Reading;
use crate::value::{Dimension, Number, Unit};

/// Adds the smaller amounts that follow a draft's own to it, in the unit of the first.
pub(super) fn extend(reading: &Reading<'_>, draft: &mut Draft) {
    for _ in 0..3 {
        if draft.to.is_some() || add(reading, draft).is_none() {
            return;
        }
    }
}

fn add(reading: &Reading<'_>, draft: &mut Draft) -> Option<()> {
    let first = draft.unit.unit.clone().filter(|unit| is_summed(unit.dimension))?;
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
    // "cents" are those of any money; "pence" are not those of the dollar.
    let cents = second.written.is_some_and(|(at, _)| reading.reads_one_of(at, &["cent", "cents", "c"]));
    if first.dimension == Dimension::Money && !cents && second.unit.as_ref().is_some_and(|unit| unit.code != first.code)
    {
        return None;
    }
    let size = ratio(&first, draft.unit.factor, second.unit.as_ref()?, second.factor)?;
    let more = phrase.written()?.scaled(size)?;
    let whole = draft.phrase.written()?;
    let mut sum = whole;
    sum.value = whole.value.plus(more.value)?;
    (sum.grain, sum.coarse) = (more.grain, more.coarse);
    draft.phrase.said = Said::Exactly(sum);
    draft.phrase.mantissa = sum;
    draft.phrase.end = phrase.end;
    draft.end = second.end;
    Some(())
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
