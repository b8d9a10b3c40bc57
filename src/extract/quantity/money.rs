//! Signs before a number: currencies and minus.

use super::unit::{NEAR, Unified};
use crate::extract::lexicon::Sense;
use crate::extract::reading::Reading;
use crate::text::TokenKind;
use crate::value::{Dimension, Unit};

/// The sign of a currency before a number.
#[derive(Clone, Debug)]
pub(in crate::extract) struct Sign {
    pub start: usize,
    pub end: usize,
    pub unit: Unit,
}

/// How many tokens a sign has at most: "U.S", ".", "$".
const LONGEST: usize = 4;

/// The longest sign of a currency that ends right before `at`, beginning no earlier than `free`.
pub(super) fn before(reading: &Reading<'_>, at: usize, free: usize) -> Option<Sign> {
    let mut end = at;
    // "$-5", "USD: 5"
    if matches!(reading.slice(end.wrapping_sub(1)), "-" | "−" | ":") && end > free + 1 && reading.glued(end) {
        end -= 1;
    }
    let free = free.max(reading.first);
    if end <= free {
        return None;
    }
    if let Some(sign) = by_word(reading, end, at, free) {
        return Some(sign);
    }
    if !may_end_a_sign(reading, end - 1) {
        return None;
    }
    (free.max(end.saturating_sub(LONGEST))..end).find_map(|start| sign(reading, start, end, at, free))
}

/// "rupees 500", "at dollar 22 million", "Danish crown 80": the word of a currency, with nothing before it that it could belong to, nor
/// anything behind the number that this could count.
fn by_word(reading: &Reading<'_>, end: usize, number: usize, free: usize) -> Option<Sign> {
    let row_before = reading.entry(end.wrapping_sub(2)).starts_row();
    if reading.glued(number) || reading.entry(end.checked_sub(1)?).senses.is_empty() && !row_before {
        return None;
    }
    let pick = |sense: &Sense| match sense {
        Sense::Unit(position) => Some(*position),
        _ => None,
    };
    let row =
        |start: usize| reading.sense(start, pick).filter(|&(stop, _)| stop == end).map(|(_, found)| (start, found));
    let (start, position) = (free.max(end.saturating_sub(2))..end).find_map(row)?;
    let unit = reading.lexicon.unit(position).filter(|unit| unit.dimension == Dimension::Money)?;
    let before = start.wrapping_sub(1);
    let known = reading.known();
    let opens = start == reading.first || reading.is(before, known.phrase_end) && !reading.is(before, known.determiner);
    let measures = |at: usize| reading.entry(at).senses.iter().any(|sense| matches!(sense, Sense::Unit(_)));
    let counts = (number + 1..number + 3).any(|at| measures(at) || super::is_plural(reading, at));
    let plain = !reading.is(start, known.ambiguous_unit);
    (opens && plain && !counts && reading.slice(start).len() > 3).then(|| Sign { start, end, unit: unit.clone() })
}

fn may_end_a_sign(reading: &Reading<'_>, at: usize) -> bool {
    let slice = reading.slice(at);
    match reading.token(at).map(|token| token.kind) {
        Some(TokenKind::Symbol) => true,
        Some(TokenKind::Word) => reading.entry(at).may_be_symbol(),
        Some(TokenKind::Mark) => slice == ".",
        Some(TokenKind::Number) | None => false,
    }
}

fn sign(reading: &Reading<'_>, start: usize, end: usize, number: usize, free: usize) -> Option<Sign> {
    // Nothing may run into a sign from the left: the "B$" of "AB$" is none.
    let runs_in =
        reading.glued(start) && (reading.is_word(start - 1) || reading.is_number(start - 1)) && reading.is_word(start);
    if runs_in {
        return None;
    }
    let written = reading.range(start, end);
    let unit = transliterated(reading, start, end, number).or_else(|| currency(reading, written));
    let unit = unit.or_else(|| loosely(reading, written))?;
    // "10 $ 30 $": a sign between two numbers belongs to the one before it.
    let loose = !reading.glued(number) && start > reading.first && reading.is_number(start - 1);
    if loose && start > free {
        return None;
    }
    let lone = written.chars().all(char::is_alphabetic);
    if lone && reading.is(start, reading.known().glued_symbol) && !reading.glued(number) {
        return None;
    }
    // "L2", "PLX-R18": a letter before a short number is part of a name.
    let short = reading.slice(number).len() < 3 && reading.entry(number + 1).senses.is_empty();
    if lone && written.chars().count() == 1 && (short || reading.glued(start)) {
        return None;
    }
    // "P-51", "SR-71": names, and no money below zero.
    if lone && written.len() < 3 && end < number && reading.is_hyphen(end) {
        return None;
    }
    let unit = if written == "$" { dollar(reading).unwrap_or(unit) } else { unit };
    Some(Sign { start, end, unit })
}

/// "PS2.7m", "PS1,200": the sign of the pound in a text that was forced into ASCII. "PS5" may be anything.
fn transliterated(reading: &Reading<'_>, start: usize, end: usize, number: usize) -> Option<Unit> {
    let sign = end == start + 1 && reading.slice(start).len() == 2 && reading.is(start, reading.known().ascii_pound);
    if !sign || !reading.glued(number) || reading.glued(start) && reading.is_word(start - 1) {
        return None;
    }
    let figures = reading.slice(number);
    let magnitude = reading.entry(number + 1).senses.iter().any(|sense| matches!(sense, Sense::Magnitude(_)));
    (figures.contains(['.', ',']) || figures.len() > 2 || magnitude).then(|| currency(reading, "£"))?
}

/// The currency of a sign, case kept.
pub(super) fn currency(reading: &Reading<'_>, written: &str) -> Option<Unit> {
    let units = reading.lexicon.symbol(written);
    units.iter().filter_map(|&at| reading.lexicon.unit(at)).find(|unit| unit.dimension == Dimension::Money).cloned()
}

/// The same for "C $" and "aud$": without its blanks, in capitals.
fn loosely(reading: &Reading<'_>, written: &str) -> Option<Unit> {
    let spaced = written.contains(' ');
    let article = spaced && written.starts_with(['a', 'A']) && written.len() < 4;
    let capital = written.starts_with(char::is_uppercase);
    let signed = written.len() <= 8
        && written.ends_with('$')
        && written.len() > 1
        && !article
        && (capital || !spaced || written.len() < 4);
    signed.then(|| currency(reading, &written.replace(' ', "").to_uppercase())).flatten()
}

/// What a bare dollar sign means where the document was written.
pub(super) fn dollar(reading: &Reading<'_>) -> Option<Unit> {
    let (_, country) = reading.setting.locale.split_once(['-', '_'])?;
    let code = reading.lexicon.words_of(&format!("dollar of {country}"))?.first()?;
    currency(reading, code)
}

/// Where the minus sign or word before `start` begins.
pub(super) fn minus(reading: &Reading<'_>, start: usize, free: usize) -> Option<usize> {
    let before = start.checked_sub(1).filter(|&before| before >= free.max(reading.first))?;
    let word = reading.is(before, reading.known().minus);
    let joined =
        reading.is_hyphen(before) && before > free.max(reading.first) && reading.is(before - 1, reading.known().minus);
    if joined {
        return Some(before - 1);
    }
    let sign = match reading.slice(before) {
        "−" => true,
        // "75 -300": between two numbers it is a dash.
        "-" => reading.glued(start) && !reading.glued(before) && !reading.is_number(before.wrapping_sub(1)),
        _ => false,
    };
    // "- 5" and nothing else.
    let sign = sign || before == reading.first && reading.slice(before) == "-" && start + 1 == reading.end;
    // "$-5"
    let inner = matches!(reading.slice(before), "-" | "−")
        && reading.glued(before)
        && reading.token(before.wrapping_sub(1)).is_some_and(|token| token.kind == TokenKind::Symbol);
    (word || sign || inner).then_some(before)
}

/// "ten grand": the money that the sentence speaks of, else that of the document's country; the magnitude ends at `end`.
pub(super) fn by_magnitude(reading: &Reading<'_>, end: usize) -> Option<Unified> {
    reading.is(end.checked_sub(1)?, reading.known().sum_of_money).then_some(())?;
    let near = reading.first.max(end.saturating_sub(NEAR))..reading.end.min(end + NEAR);
    let signs = near.filter(|&at| reading.token(at).is_some_and(|token| token.kind == TokenKind::Symbol));
    let said = signs.filter(|&at| reading.slice(at) != "$").find_map(|at| currency(reading, reading.slice(at)));
    let home = || match reading.setting.locale.split_once(['-', '_']) {
        Some((_, "GB")) => currency(reading, "£"),
        Some((_, "IE")) => currency(reading, "€"),
        Some(_) | None => dollar(reading).or_else(|| currency(reading, "$")),
    };
    let unit = said.or_else(home)?;
    Some(Unified { unit: Some(unit), ..Unified::none(end) })
}
