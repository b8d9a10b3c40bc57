//! Reading the numbers and times of a text, sentence by sentence.

use super::join;
use super::lexicon::{Lexicon, Sense, Word};
use super::mention::{Mention, MentionKind};
use super::quantity::{self, Behind};
use super::reading::{Reading, Setting};
use super::time;
use crate::text::{Sentence, Token};

/// The quantities and times of a text, by where they begin; none of them overlaps another.
///
/// `words` are those of the tokens, from [`Lexicon::words`].
pub fn mentions(
    lexicon: &Lexicon,
    text: &str,
    tokens: &[Token],
    words: &[Word],
    sentences: &[Sentence],
    setting: Setting<'_>,
) -> Vec<Mention> {
    let whole = Reading { text, tokens, words, lexicon, setting, first: 0, end: tokens.len(), depth: 0 };
    let mut found = Vec::new();
    for sentence in sentences {
        read_sentence(&whole.at(sentence), &mut found);
    }
    found
}

fn read_sentence(reading: &Reading<'_>, found: &mut Vec<Mention>) {
    let mut behind = Behind { free: reading.first, change: None };
    let mut at = reading.first;
    while at < reading.end {
        at = match begins(reading, at) {
            Begins::Nothing => at + 1,
            Begins::Time => read_time(reading, at, &mut behind, found).unwrap_or(at + 1),
            Begins::Row => {
                let time = time::read_row(reading, at);
                time.map_or(at + 1, |time| take_time(reading, time, &mut behind, found))
            }
            Begins::Number => {
                let time = read_time(reading, at, &mut behind, found);
                time.or_else(|| read_quantity(reading, at, &mut behind, found)).unwrap_or(at + 1)
            }
        };
    }
}

/// What may begin at a token.
enum Begins {
    Nothing,
    /// A time, and no number.
    Time,
    /// A row of words that is a time, and nothing else.
    Row,
    /// A number, or a time.
    Number,
}

fn begins(reading: &Reading<'_>, at: usize) -> Begins {
    if reading.is_number(at) {
        return Begins::Number;
    }
    let entry = reading.entry(at);
    if entry.may_be_number() {
        let article = reading.is(at, reading.known().article) && !article_counts(reading, at + 1);
        return if article { Begins::Nothing } else { Begins::Number };
    }
    if entry.may_be_time() || reading.is_number(at + 1) && is_apostrophe(reading, at) {
        Begins::Time
    } else if entry.may_begin_time() {
        Begins::Row
    } else {
        Begins::Nothing
    }
}

/// Whether a number or a length of time goes on behind an article: "a million", "a third", "a few", "a week", "a full day".
fn article_counts(reading: &Reading<'_>, at: usize) -> bool {
    let known = reading.known();
    let entry = reading.entry(at);
    let counts = |sense: &Sense| matches!(sense, Sense::Magnitude(_) | Sense::Number(_) | Sense::Unit(_));
    let time = entry.has(known.time_unit) || entry.has(known.adjective) && reading.is(at + 1, known.time_unit);
    time || entry.has(known.part) || entry.has(known.few) || entry.senses.iter().any(counts)
}

fn is_apostrophe(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.slice(at), "'" | "’" | "‘")
}

/// Reads the time at a token into `found`; gives the token behind it.
fn read_time(reading: &Reading<'_>, at: usize, behind: &mut Behind, found: &mut Vec<Mention>) -> Option<usize> {
    let time = time::read(reading, at, behind.free)?;
    Some(take_time(reading, time, behind, found))
}

fn take_time(reading: &Reading<'_>, time: time::Found, behind: &mut Behind, found: &mut Vec<Mention>) -> usize {
    *behind = Behind { free: time.end, change: None };
    let span = reading.span(time.start, time.end);
    if !join::day_and_clock(reading, found, span, &time.mention) {
        found.push(Mention { span, kind: MentionKind::Time(time.mention) });
    }
    time.end
}

/// The same for a quantity.
fn read_quantity(reading: &Reading<'_>, at: usize, behind: &mut Behind, found: &mut Vec<Mention>) -> Option<usize> {
    let mut quantity = quantity::read(reading, at, *behind)?;
    join::elided_unit(reading, found, quantity.start, &mut quantity.mention);
    *behind = Behind { free: quantity.end, change: quantity.mention.change };
    let span = reading.span(quantity.start, quantity.end);
    if !join::two_bounds(reading, found, span, &quantity.mention) {
        found.push(Mention { span, kind: MentionKind::Quantity(quantity.mention) });
    }
    Some(quantity.end.max(at + 1))
}
