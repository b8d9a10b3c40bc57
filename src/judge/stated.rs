//! Where a passage states a qualifier: the words to underline when it is the deadline or the place that is at fault, not the number.

use super::Bench;
use super::align::Candidate;
use super::qualify::Qualifier;
use crate::extract::{Mention, MentionKind};
use crate::source::{Place, Span};
use crate::statement::Qualifiers;
use crate::value::Days;

/// The place of the words that state the qualifier, if they are a mention of the sentence.
pub fn place(bench: &Bench<'_>, qualifier: Qualifier, candidate: &Candidate<'_>) -> Option<Place> {
    let fact = candidate.found.fact;
    let reading = bench.index.readings.get(candidate.found.document)?;
    let sentence = reading.sentences.get(fact.sentence).copied().unwrap_or(fact.passage);
    let states = |mention: &&Mention| states(qualifier, &fact.statement.qualifiers, mention);
    // The nearest to the value: the same name may stand twice in a sentence.
    let inside = reading.mentions_within(sentence).iter();
    let nearest = inside.filter(states).min_by_key(|mention| distance(mention.span, fact.focus))?;
    Some(bench.index.document(candidate.found.document).place(nearest.span))
}

fn distance(one: Span, other: Span) -> u32 {
    one.start.abs_diff(other.start)
}

fn states(qualifier: Qualifier, own: &Qualifiers, mention: &Mention) -> bool {
    match (qualifier, &mention.kind) {
        (Qualifier::Deadline, MentionKind::Time(time)) => {
            same(time.days.as_ref(), own.deadline.as_ref().map(|deadline| &deadline.named))
        }
        (Qualifier::When, MentionKind::Time(time)) => same(time.days.as_ref(), own.when.as_ref()),
        (Qualifier::Announced, MentionKind::Time(time)) => same(time.days.as_ref(), own.announced.as_ref()),
        (Qualifier::Length, MentionKind::Time(time)) => time.length.is_some() && time.length == own.length,
        (Qualifier::Place(_), MentionKind::Name { canonical, .. }) => own.places.contains(canonical),
        (Qualifier::Partner(_), MentionKind::Name { canonical, .. }) => own.partners.contains(canonical),
        (Qualifier::Recipient(_), MentionKind::Name { canonical, .. }) => own.recipients.contains(canonical),
        (Qualifier::Origin(_), MentionKind::Name { canonical, .. }) => own.origins.contains(canonical),
        (Qualifier::Speaker, MentionKind::Name { canonical, .. }) => own.speaker.as_ref() == Some(canonical),
        _ => false,
    }
}

fn same(mention: Option<&Days>, own: Option<&Days>) -> bool {
    mention.zip(own).is_some_and(|(mention, own)| mention.same_days(own))
}
