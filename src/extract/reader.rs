//! Reading the numbers and times of a text, sentence by sentence.

use super::join;
use super::lexicon::{Lexicon, Word};
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
    let whole = Reading { text, tokens, words, lexicon, setting, first: 0, end: tokens.len() };
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
        if let Some(time) =
            (reading.is_number(at) || reading.entry(at).may_be_time() || reading.slice(at).starts_with(['\'', '’']))
                .then(|| time::read(reading, at, behind.free))
                .flatten()
        {
            behind = Behind { free: time.end, change: None };
            at = time.end.max(at + 1);
            let span = reading.span(time.start, time.end);
            if !join::day_and_clock(reading, found, span, &time.mention) {
                found.push(Mention { span, kind: MentionKind::Time(time.mention) });
            }
            continue;
        }
        if let Some(quantity) = may_begin(reading, at).then(|| quantity::read(reading, at, behind)).flatten() {
            behind = Behind { free: quantity.end, change: quantity.mention.change };
            at = quantity.end.max(at + 1);
            let span = reading.span(quantity.start, quantity.end);
            if !join::two_bounds(reading, found, span, &quantity.mention) {
                found.push(Mention { span, kind: MentionKind::Quantity(quantity.mention) });
            }
            continue;
        }
        at += 1;
    }
}

/// Whether a number can begin at a token.
fn may_begin(reading: &Reading<'_>, at: usize) -> bool {
    reading.is_number(at) || reading.entry(at).may_be_number()
}
