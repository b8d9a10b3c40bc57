//! The days of events, as the articles tell them.

use rustc_hash::FxHashMap;

use super::{Found, Identity, Index};
use crate::statement::{Modality, Polarity};
use crate::value::Days;

/// An event of an article: its document, what it goes by, and what its name says besides ("of trains").
type Event = (usize, Identity, Vec<String>);

/// When the events of the articles happened.
#[derive(Clone, Debug, Default)]
pub(super) struct Events(FxHashMap<Event, Vec<Days>>);

impl Events {
    /// Gathers them from all facts of an index.
    pub(super) fn new(index: &Index<'_>) -> Self {
        let mut events: FxHashMap<Event, Vec<Days>> = FxHashMap::default();
        for found in index.facts().filter(has_happened) {
            let Some((when, event)) = found.fact.statement.qualifiers.when.zip(event(index, found)) else { continue };
            let days = events.entry(event).or_default();
            if !days.iter().any(|known| known.same_days(&when)) {
                days.push(when);
            }
        }
        Self(events)
    }

    /// The days on which what a fact is about happened; none where that is no event.
    pub(super) fn days(&self, index: &Index<'_>, found: Found<'_>) -> &[Days] {
        event(index, found).and_then(|event| self.0.get(&event)).map_or(&[], Vec::as_slice)
    }
}

fn has_happened(found: &Found<'_>) -> bool {
    let statement = &found.fact.statement;
    statement.modality == Some(Modality::Happened) && statement.polarity == Polarity::Affirmed && !found.fact.inferred
}

/// The event that a fact is about.
fn event(index: &Index<'_>, found: Found<'_>) -> Option<Event> {
    let subject = &found.fact.statement.subject;
    let last = subject.name.rsplit(' ').next().unwrap_or_default();
    let mut words = [last].into_iter().chain(subject.topic.iter().map(String::as_str));
    let is_event = words.any(|word| index.grammar.is_event(word));
    is_event.then(|| (found.document, index.identity(found), subject.topic.clone()))
}
