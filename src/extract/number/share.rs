//! Shares whose lower part is of several words: "two twenty-fifths", "one one-hundred-and-fifth", "three ten-thousandths".

use super::words::{below_hundred, exact, small};
use super::{Before, Form, Phrase, magnitude, part};
use crate::extract::reading::Reading;
use crate::value::Number;

/// Reads the share whose upper part begins at a place: a number below a hundred.
pub(super) fn compound(reading: &Reading<'_>, at: usize) -> Option<Phrase> {
    let (end, top) = below_hundred(reading, at)?;
    let (last, bottom) = lower(reading, reading.past_hyphen(end))?;
    let plural = reading.slice(last).ends_with(['s', 'S']);
    (plural == (top > 1)).then(|| Some(exact(at, last + 1, Number::ratio(top, bottom)?, Form::Part)))?
}

/// Behind the "of a" of "a quarter of a million", where a magnitude follows.
pub(super) fn of_one(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let place = at + 2;
    let one = reading.reads(at, "of") && reading.reads_one_of(at + 1, &["a", "an", "one"]);
    let (end, _) = magnitude(reading, place, Before::Other).filter(|_| one)?;
    (!reading.is_hyphen(end)).then_some(place)
}

/// The last word of the lower part that begins at a place, and how many parts make a whole.
fn lower(reading: &Reading<'_>, at: usize) -> Option<(usize, i128)> {
    let (end, base) = base(reading, at)?;
    let last = reading.past_hyphen(end);
    let share = part(reading, last).filter(|share| share.numerator() == 1)?.denominator();
    let bottom = match share {
        100.. => base.checked_mul(share)?,
        1..10 if base >= 20 && base % 10 == 0 => base + share,
        1..100 if base >= 100 && base % 100 == 0 => base + share,
        _ => return None,
    };
    Some((last, bottom))
}

/// What the last word of a lower part adds to: the twenty of "twenty-fifths", the hundred of "one hundred and fifth".
fn base(reading: &Reading<'_>, at: usize) -> Option<(usize, i128)> {
    let count = small(reading, at)?;
    let place = reading.past_hyphen(at + 1);
    let hundred = Number::from_integer(100);
    let Some((end, _)) = magnitude(reading, place, Before::Other).filter(|&(_, factor)| factor == hundred) else {
        return Some((at + 1, count));
    };
    let and = reading.past_hyphen(end);
    Some((if reading.reads(and, "and") { and + 1 } else { end }, count * 100))
}
