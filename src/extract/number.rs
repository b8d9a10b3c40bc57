//! Numbers, in digits and in words.

mod digits;
mod share;
mod words;

use super::reading::Reading;
use crate::value::{Number, Written};
pub(super) use words::is_one_of_a_unit;

/// What a number phrase says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Said {
    /// A number with the precision of its digits.
    Exactly(Written),
    /// A word for an interval.
    Vaguely(Number, Option<Number>),
}

/// How a number phrase is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Digits.
    Digits,
    /// Words.
    Words,
    /// A rank: third, 3rd.
    Ordinal,
    /// A part of one: half, two-thirds, 3/4.
    Part,
    /// Vague.
    Vague,
}

/// A number phrase: tokens `start..end`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Phrase {
    pub start: usize,
    pub end: usize,
    pub said: Said,
    pub form: Form,
    /// The number before its magnitude words; its digits are those as written.
    pub mantissa: Written,
    /// What the magnitude words multiply by.
    pub magnitude: Number,
}

impl Phrase {
    pub fn written(&self) -> Option<Written> {
        match self.said {
            Said::Exactly(written) => Some(written),
            Said::Vaguely(..) => None,
        }
    }

    pub fn value(&self) -> Option<Number> {
        self.written().map(|written| written.value)
    }

    pub fn has_magnitude(&self) -> bool {
        self.magnitude != Number::ONE
    }

    /// The same number times a magnitude that another one names: the 5 of "5–6 billion".
    pub fn scaled(mut self, magnitude: Number) -> Option<Self> {
        self.said = Said::Exactly(self.written()?.scaled(magnitude)?);
        self.magnitude = magnitude;
        Some(self)
    }

    /// The same number with another added to it.
    pub fn moved(mut self, by: Number) -> Option<Self> {
        let mut written = self.written()?;
        written.value = written.value.plus(by)?;
        (self.said, self.mantissa) = (Said::Exactly(written), written);
        Some(self)
    }

    pub fn negated(mut self) -> Self {
        if let Said::Exactly(written) = self.said {
            self.said = Said::Exactly(written.negated());
            self.mantissa = self.mantissa.negated();
        }
        self
    }
}

/// Reads the number phrase that begins at a place. `money`: a currency stands before it, so that "5 m" is a magnitude.
pub(super) fn read(reading: &Reading<'_>, at: usize, before: Before) -> Option<Phrase> {
    if reading.is_number(at) { digits::read(reading, at, before) } else { words::read(reading, at) }
}

/// What stands before a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// The sign of a currency.
    Money,
    /// Anything else.
    Other,
}

/// A magnitude from a place on, and where it ends: the "million" of "5 million" or "5-million".
fn magnitude(reading: &Reading<'_>, at: usize, before: Before) -> Option<(usize, Number)> {
    let start = reading.past_hyphen(at);
    let position = |sense: &super::lexicon::Sense| match sense {
        super::lexicon::Sense::Magnitude(position) => Some(*position),
        _ => None,
    };
    let entry = reading.entry(start);
    let found = entry.senses.iter().find_map(position)?;
    let known = reading.known();
    let word = reading.slice(start).trim_end_matches('.');
    let letter = entry.has(known.magnitude_letter) && word.len() <= 2;
    let fits = match before {
        Before::Money => !letter || start == at,
        Before::Other => {
            (!entry.has(known.magnitude_of_money) || reading.glued(start) || is_sum_of_money(reading, start))
                && (!letter || reading.glued(start) && start == at)
        }
    };
    // "5m" is metres where no money is near; "5M" is five million.
    let metres = letter
        && before == Before::Other
        && matches!(word, "m" | "t" | "mm")
        && !(word == "m" && counts(reading, start + 1));
    let large = letter
        && reading.glued(start)
        && reading.slice(start.wrapping_sub(1)).len() > 3
        && !reading.slice(start - 1).contains(['.', ',']);
    let bits = letter && word == "b" && reading.is(start + 1, known.of_bits);
    let joined = bits || large || letter && reading.glued(start + 1) && reading.is_word(start + 1);
    (fits && !metres && !joined).then_some(())?;
    Some((start + 1, *reading.lexicon.magnitudes.get(found as usize)?))
}

/// "ten grand", though not "two grand pianos" nor "two grand, airy halls".
fn is_sum_of_money(reading: &Reading<'_>, at: usize) -> bool {
    let phrase_end = reading.known().phrase_end;
    let closes = |end: usize| !reading.is_word(end) || reading.is(end, phrase_end);
    let comma = reading.slice(at + 1) == ",";
    reading.is(at, reading.known().sum_of_money) && closes(at + 1) && (!comma || closes(at + 2))
}

/// Whether things are counted from a place on, so that "35m" before it is millions: "35m people", "35m of its customers".
fn counts(reading: &Reading<'_>, at: usize) -> bool {
    let of = reading.reads(at, "of")
        && reading.reads_one_of(at + 1, &["its", "the", "their", "our", "these", "those", "them"]);
    let plural =
        |at: usize| super::quantity::is_plural(reading, at) && reading.slice(at).starts_with(char::is_lowercase);
    let sport = reading.reads_one_of(at, &["hurdles", "sprints", "metres", "meters", "races", "finals", "medals"]);
    of || (at..at + 3).take_while(|&at| reading.is_word(at) && !reading.is(at, reading.known().phrase_end)).any(plural)
        && !sport
}

/// The magnitude word at a place, behind the code of a currency: the million of "75 USD million".
pub(super) fn magnitude_behind(reading: &Reading<'_>, at: usize) -> Option<(usize, Number)> {
    magnitude(reading, at, Before::Money).filter(|_| reading.slice(at).len() > 3 && !reading.is_hyphen(at))
}

/// All magnitudes from a place on, multiplied ("hundred thousand").
fn magnitudes(reading: &Reading<'_>, mut at: usize, before: Before) -> (usize, Number) {
    let mut product = Number::ONE;
    for _ in 0..3 {
        let Some((end, factor)) = magnitude(reading, at, before) else { break };
        let Some(larger) = product.times(factor) else { break };
        (at, product) = (end, larger);
    }
    (at, product)
}

/// A part of one by its word: the "thirds" of "two-thirds".
fn part(reading: &Reading<'_>, at: usize) -> Option<Number> {
    let entry = reading.entry(at);
    if !entry.has(reading.known().part) {
        return None;
    }
    entry.senses.iter().find_map(|sense| match sense {
        super::lexicon::Sense::Number(position) => reading.lexicon.numbers.get(*position as usize).copied(),
        _ => None,
    })
}
