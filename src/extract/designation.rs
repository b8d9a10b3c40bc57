//! Numbers that are part of a name: "F-35", "G20", "5G", "iPhone 5", "Elite Eight". They count nothing and rank nothing; they tell which.

use super::mention::QuantityMention;
use super::number::{self, Before, Form};
use super::quantity::Found;
use super::reading::Reading;
use crate::value::{Amount, Number, Quantity, Unit};

/// The longest such number in digits.
const LONGEST: usize = 4;

/// The name with a number whose number stands at `at`; nothing where it is none.
pub(super) fn read(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let (start, end, value) = if reading.is_number(at) { in_digits(reading, at)? } else { in_words(reading, at)? };
    Some(found(reading, (start, end), (at, at + 1), value))
}

/// The 17 of "the 17th century", within the tokens of a time.
pub(super) fn century(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let rank = number::read(reading, at, Before::Other).filter(|phrase| phrase.form == Form::Ordinal)?;
    let place = reading.past_hyphen(rank.end);
    reading.reads_one_of(place, &["century", "centuries"]).then_some(())?;
    Some(found(reading, (at, rank.end), (at, rank.end), rank.value()?))
}

/// A number that tells which, of the tokens of a mention and of its number.
fn found(reading: &Reading<'_>, (start, end): (usize, usize), number: (usize, usize), value: Number) -> Found {
    let mention = QuantityMention {
        quantity: Quantity::new(Amount::exact(value), Unit::ordinal()),
        number: reading.span(number.0, number.1),
        unit: None,
        digits: value.decimal(),
        change: None,
        about: None,
    };
    Found { start, end, mention }
}

/// "F-35", "G20", "5G", "7-Eleven", "iPhone 5": the tokens of the name, and its number.
fn in_digits(reading: &Reading<'_>, at: usize) -> Option<(usize, usize, Number)> {
    let figures = reading.slice(at);
    let plain = figures.len() <= LONGEST
        && figures.bytes().all(|byte| byte.is_ascii_digit())
        && !(figures.len() > 1 && figures.starts_with('0'));
    let value = Number::from_integer(plain.then(|| figures.parse::<i128>().ok())??);
    if goes_on(reading, at) {
        return None;
    }
    let start = led(reading, at);
    let end = followed(reading, at).unwrap_or(at + 1);
    (start.is_some() || end > at + 1).then(|| (start.unwrap_or(at), end, value))
}

/// Whether more digits are joined to the number: a score, a version, a code.
fn goes_on(reading: &Reading<'_>, at: usize) -> bool {
    let joint = |at: usize| {
        matches!(reading.slice(at), "." | "/" | ":" | "," | "-" | "–" | "+")
            && reading.glued(at)
            && reading.glued(at + 1)
    };
    joint(at + 1) && reading.is_number(at + 2)
        || joint(at.wrapping_sub(1)) && reading.is_number(at.wrapping_sub(2))
        || reading.glued(at) && matches!(reading.slice(at - 1), "." | "/" | ":" | "#" | "@" | "_")
}

/// The word with a capital before the number, glued to it or not, or joined by a hyphen.
fn led(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let before = at.checked_sub(1).filter(|&before| before >= reading.first)?;
    if reading.is_hyphen(before) {
        return Some(before.wrapping_sub(1)).filter(|&word| is_name(reading, word));
    }
    let the_number = reading.reads(before, "number") && reading.reads(before.wrapping_sub(1), "the");
    let glued = !reading.glued(at) || !reading.glued(before) || !reading.is_word(before.wrapping_sub(1));
    // A table has wider gaps, and its words name no numbers.
    let apart = !reading.glued(at)
        && (reading.range(before, at + 1).len() != reading.slice(before).len() + 1 + reading.slice(at).len());
    let month = reading.is(before, reading.known().month);
    let name = glued && !apart && !month && is_name(reading, before);
    (the_number || name).then(|| before_ampersand(reading, before))
}

/// The S of "S&P 500".
fn before_ampersand(reading: &Reading<'_>, at: usize) -> usize {
    let joined = at >= 2 && reading.slice(at - 1) == "&" && reading.glued(at) && reading.glued(at - 1);
    if joined && is_name(reading, at - 2) { at - 2 } else { at }
}

fn is_name(reading: &Reading<'_>, at: usize) -> bool {
    reading.is_word(at) && reading.slice(at).contains(char::is_uppercase)
}

/// Behind the letters that are glued to the number, or the capital that a hyphen joins to it: "3D", "49ers", "7-Eleven".
fn followed(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let letters = reading.slice(at + 1);
    let capitals = letters.len() <= 3 && letters.chars().all(char::is_uppercase);
    if reading.glued(at + 1) && reading.is_word(at + 1) && (capitals || letters == "ers") {
        return Some(at + 2);
    }
    (reading.is_hyphen(at + 1) && reading.is_capitalised(at + 2)).then_some(at + 3)
}

/// "Big Ten", "Elite Eight": a number word with a capital behind another one.
fn in_words(reading: &Reading<'_>, at: usize) -> Option<(usize, usize, Number)> {
    let named = at > reading.first && reading.is_capitalised(at) && reading.is_capitalised(at - 1);
    let month = named && reading.is(at - 1, reading.known().month);
    if !named || month || reading.is_first(at - 1) || !reading.entry(at).may_be_number() {
        return None;
    }
    let phrase = number::read(reading, at, Before::Other)?;
    (phrase.form == Form::Words && phrase.end == at + 1).then(|| Some((at - 1, at + 1, phrase.value()?)))?
}
