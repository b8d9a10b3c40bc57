//! Quantities that state nothing by themselves: the lengths that times are told by ("over five weeks ago", "three days later"), the one
//! of "one of the bridges", and the numbers in names ("F-35", "iPhone 5"). No fact is read from them.

use super::designation;
use super::mention::{Mention, MentionKind};
use super::quantity::{self, Behind, Found};
use super::reading::Reading;
use crate::source::Covered;
use crate::text::Sentence;
use crate::value::Dimension;

/// The lesser quantities of a text in order; `text` reads all of it, `mentions` are its quantities and times in order.
pub(super) fn lesser(text: Reading<'_>, sentences: &[Sentence], mentions: &[Mention]) -> Vec<Mention> {
    let mut found = Vec::new();
    for mention in mentions.iter().filter(|mention| matches!(mention.kind, MentionKind::Time(_))) {
        let first = text.tokens.partition_point(|token| token.span.end <= mention.span.start);
        let end = text.tokens.partition_point(|token| token.span.start < mention.span.end);
        lengths(&Reading { first, end, ..text }, &mut found);
    }
    let read = Covered::new(mentions.iter().map(|mention| mention.span));
    for sentence in sentences {
        let reading = text.at(sentence);
        ones(&reading, &mut found);
        designations(&reading, &read, &mut found);
    }
    found.sort_by_key(|mention| mention.span.start);
    found
}

fn mention(reading: &Reading<'_>, found: Found) -> Mention {
    Mention { span: reading.span(found.start, found.end), kind: MentionKind::Quantity(found.mention) }
}

/// The numbers of years, days and hours in one time.
fn lengths(reading: &Reading<'_>, found: &mut Vec<Mention>) {
    let mut at = reading.first;
    while at < reading.end {
        let numeric = reading.is_number(at) || reading.entry(at).may_be_number();
        let length = numeric.then(|| length(reading, at).or_else(|| designation::century(reading, at))).flatten();
        at = length.as_ref().map_or(at + 1, |length| length.end.max(at + 1));
        found.extend(length.map(|length| mention(reading, length)));
    }
}

fn length(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let length = quantity::read_part(reading, at, Behind::from(reading.first))?;
    let lasts = length.mention.quantity.unit.dimension == Dimension::Duration;
    // "the 1990s"
    let decade = reading.reads(length.end - 1, "s") && reading.slice(at).ends_with('0');
    (lasts && !decade && length.end <= reading.end).then_some(length)
}

/// "one of the oldest bridges".
fn ones(reading: &Reading<'_>, found: &mut Vec<Mention>) {
    let ones = (reading.first..reading.end).filter(|at| reading.entry(*at).may_be_number());
    found.extend(ones.filter_map(|at| quantity::one_of(reading, at)).map(|one| mention(reading, one)));
}

/// The numbers in names that nothing else was read in.
fn designations(reading: &Reading<'_>, read: &Covered, found: &mut Vec<Mention>) {
    let numeric = |at: &usize| reading.is_number(*at) || reading.entry(*at).may_be_number();
    let free = (reading.first..reading.end).filter(numeric).filter(|&at| !read.touches(reading.span(at, at + 1)));
    found.extend(free.filter_map(|at| designation::read(reading, at)).map(|name| mention(reading, name)));
}
