//! Quantities that state nothing by themselves: the lengths that times are told by ("over five weeks ago", "three days later"),
//! and the one of "one of the bridges". No fact is read from them.

use super::mention::{Mention, MentionKind};
use super::quantity::{self, Behind, Found};
use super::reading::Reading;
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
    for sentence in sentences {
        ones(&text.at(sentence), &mut found);
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
        let length = numeric.then(|| length(reading, at)).flatten();
        at = length.as_ref().map_or(at + 1, |length| length.end.max(at + 1));
        found.extend(length.map(|length| mention(reading, length)));
    }
}

fn length(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let length = quantity::read_part(reading, at, Behind { free: reading.first, change: None })?;
    let lasts = length.mention.quantity.unit.dimension == Dimension::Duration;
    (lasts && length.end <= reading.end).then_some(length)
}

/// "one of the oldest bridges".
fn ones(reading: &Reading<'_>, found: &mut Vec<Mention>) {
    let ones = (reading.first..reading.end).filter(|at| reading.entry(*at).may_be_number());
    found.extend(ones.filter_map(|at| quantity::one_of(reading, at)).map(|one| mention(reading, one)));
}
