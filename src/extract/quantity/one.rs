//! "one of the oldest bridges": one, of what there are several.

use super::noun::{head, is_plural, name, run};
use super::{Found, number};
use crate::extract::mention::QuantityMention;
use crate::extract::number::Before;
use crate::extract::reading::Reading;
use crate::value::{Amount, Number, Quantity, Unit};

/// Reads the one at `at`, and what it is one of; nothing where no plural follows.
pub(in crate::extract) fn one_of(reading: &Reading<'_>, at: usize) -> Option<Found> {
    if !reading.reads(at, "one") || !reading.reads(at + 1, "of") {
        return None;
    }
    let start = behind_owner(reading, at + 2)?;
    let phrase = number::read(reading, at, Before::Other).filter(|phrase| phrase.end == at + 1)?;
    let (from, head) = head(reading, start, run(reading, start))?;
    if !is_plural(reading, head) {
        return None;
    }
    let quantity = Quantity::new(Amount::exact(Number::ONE), Unit::count(&name(reading, from, head)));
    let mention = QuantityMention {
        quantity,
        number: reading.span(phrase.start, phrase.end),
        unit: Some(reading.span(from, head + 1)),
        digits: "1".to_owned(),
        change: None,
        about: None,
    };
    Some(Found { start: at, end: head + 1, mention })
}

/// Behind the words that tell whose they are: "the", "its", "Greater Norvik's".
fn behind_owner(reading: &Reading<'_>, at: usize) -> Option<usize> {
    if is_definite(reading, at) {
        return Some(at + 1);
    }
    let end = (at..at + LONGEST_NAME).find(|&at| !reading.is_capitalised(at))?;
    (end > at && matches!(reading.slice(end), "'s" | "’s")).then_some(end + 1)
}

/// How many words the name of an owner has, and one.
const LONGEST_NAME: usize = 5;

/// Whether a noun is of somebody's, or of some and not of any: "the", "those", "its".
fn is_definite(reading: &Reading<'_>, at: usize) -> bool {
    let known = reading.known();
    reading.is(at, known.possessive) || reading.is(at, known.determiner) && !reading.is(at, known.article)
}
