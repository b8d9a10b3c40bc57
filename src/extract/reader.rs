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
    let whole = Reading::whole(lexicon, text, tokens, words, setting);
    let mut so_far = SoFar { behind: Behind::from(0), told: time::Told::default(), found: Vec::new() };
    for sentence in sentences {
        read_sentence(&whole.at(sentence), &mut so_far);
    }
    so_far.found
}

/// What has been read up to a place.
struct SoFar {
    behind: Behind,
    told: time::Told,
    found: Vec<Mention>,
}

fn read_sentence(reading: &Reading<'_>, so_far: &mut SoFar) {
    so_far.behind = Behind::from(reading.first);
    let mut at = reading.first;
    while at < reading.end {
        at = match begins(reading, at) {
            Begins::Nothing => at + 1,
            Begins::Time => read_time(reading, at, so_far).unwrap_or(at + 1),
            Begins::Row => {
                let time = time::read_row(reading, at);
                time.map_or(at + 1, |time| take_time(reading, time, so_far))
            }
            Begins::Number => {
                let time = read_time(reading, at, so_far);
                time.or_else(|| read_quantity(reading, at, so_far)).unwrap_or(at + 1)
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
    let counts =
        |sense: &Sense| matches!(sense, Sense::Magnitude(_) | Sense::Number(_) | Sense::Unit(_) | Sense::Minor(_));
    let time = entry.has(known.time_unit) || entry.has(known.adjective) && reading.is(at + 1, known.time_unit);
    time || entry.has(known.part) || entry.has(known.few) || entry.senses.iter().any(counts)
}

fn is_apostrophe(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.slice(at), "'" | "’" | "‘")
}

/// Reads the time at a token; gives the token behind it.
fn read_time(reading: &Reading<'_>, at: usize, so_far: &mut SoFar) -> Option<usize> {
    let time = time::read(reading, at, so_far.behind.free)?;
    Some(take_time(reading, time, so_far))
}

fn take_time(reading: &Reading<'_>, mut time: time::Found, so_far: &mut SoFar) -> usize {
    so_far.behind = Behind::from(time.end);
    so_far.told.settle(reading, &mut time);
    let span = reading.span(time.start, time.end);
    if !join::day_and_clock(reading, &mut so_far.found, span, &time.mention) {
        so_far.found.push(Mention { span, kind: MentionKind::Time(time.mention) });
    }
    time.end
}

/// The same for a quantity.
fn read_quantity(reading: &Reading<'_>, at: usize, so_far: &mut SoFar) -> Option<usize> {
    let mut quantity = quantity::read(reading, at, so_far.behind)?;
    join::elided_unit(reading, &so_far.found, quantity.start, &mut quantity.mention);
    let wording = quantity.mention.quantity.amount.wording;
    so_far.behind = Behind { free: quantity.end, change: quantity.mention.change, wording };
    let span = reading.span(quantity.start, quantity.end);
    if !join::two_bounds(reading, &mut so_far.found, span, &quantity.mention) {
        so_far.found.push(Mention { span, kind: MentionKind::Quantity(quantity.mention) });
    }
    Some(quantity.end.max(at + 1))
}
