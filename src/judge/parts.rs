//! Parts of a toll: "two Danish skiers died", where fourteen people did; "in Talca 12 people died", of forty in all.
//!
//! A count of a measure that runs is a part where a nationality narrows it down, or where the same document has a larger and wider
//! figure of the same event: of people rather than of women, of the country rather than of a town. A part neither bears out a figure of
//! the whole nor excludes one.

use std::collections::BTreeMap;

use super::Bench;
use super::align::Candidate;
use super::events::Event;
use super::holds::Asked;
use super::running::is_running;
use crate::index::Containment;
use crate::statement::{Scope, Statement, Value};
use crate::value::{Dimension, Number};

/// What a figure of an event is instead of the one that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// A part of it.
    Part,
    /// More than it.
    Whole,
}

/// Which facts of one event give other figures than the one that is asked for, by position among the candidates.
pub fn shares(
    bench: &Bench<'_>,
    asked: &Asked<'_>,
    candidates: &[Candidate<'_>],
    event: &Event,
) -> BTreeMap<usize, Share> {
    if !is_running(bench, &asked.operand.statement.measure.name) {
        return BTreeMap::new();
    }
    let count = |at: &usize| Some((*at, Count::of(bench, candidates.get(*at)?)?));
    let counts: Vec<(usize, Count<'_>)> = event.facts.iter().filter_map(count).collect();
    let share = |count: &Count<'_>| {
        let is_asked = count.is_asked(bench, asked);
        let is_part = |(_, whole): &(usize, Count<'_>)| count.is_part_of(bench, whole);
        let is_whole = |(_, part): &(usize, Count<'_>)| part.is_asked(bench, asked) && part.is_part_of(bench, count);
        if !is_asked && (count.national || counts.iter().any(is_part)) {
            Some(Share::Part)
        } else {
            counts.iter().any(is_whole).then_some(Share::Whole)
        }
    };
    counts.iter().filter_map(|(at, count)| Some((*at, share(count)?))).collect()
}

/// A number of people, with what narrows it down.
struct Count<'a> {
    document: usize,
    number: Number,
    noun: &'a str,
    /// Whether a nationality narrows it down.
    national: bool,
    statement: &'a Statement,
}

impl<'a> Count<'a> {
    fn of(bench: &Bench<'a>, fact: &Candidate<'a>) -> Option<Self> {
        let statement = &fact.found.fact.statement;
        let Some(Value::Quantity(quantity)) = &statement.value else { return None };
        let counted = matches!(quantity.unit.dimension, Dimension::Count | Dimension::Number);
        Some(Self {
            document: fact.found.document,
            number: quantity.amount.nominal.filter(|_| counted)?,
            noun: statement.value.as_ref().and_then(noun)?,
            national: statement.measure.forms.iter().any(|word| bench.index.grammar.homeland(word).is_some()),
            statement,
        })
    }

    /// Whether the assertion names what narrows it down: its noun or its place.
    fn is_asked(&self, bench: &Bench<'_>, asked: &Asked<'_>) -> bool {
        let wanted = asked.value.and_then(noun).filter(|wanted| !is_anybody(bench, wanted));
        let inside = |place: &String| {
            let own = &self.statement.qualifiers.places;
            own.iter().any(|own| bench.index.places.relation(own, place) == Containment::Inside)
        };
        wanted == Some(self.noun) || asked.operand.statement.qualifiers.places.iter().any(inside)
    }

    /// Whether another figure of the document is larger and wider.
    fn is_part_of(&self, bench: &Bench<'_>, whole: &Self) -> bool {
        let narrower = is_anybody(bench, whole.noun)
            && (!is_anybody(bench, self.noun) || self.statement.scope == Some(Scope::Additional))
            || self.is_inside(bench, whole);
        self.document == whole.document && self.number < whole.number && narrower
    }

    /// Whether it is of a place of its own that the other is not known to be of.
    fn is_inside(&self, bench: &Bench<'_>, whole: &Self) -> bool {
        let (here, there) = (&self.statement.qualifiers.places, &whole.statement.qualifiers.places);
        let relation = |place: &String, other: &String| bench.index.places.relation(place, other);
        let lies_in = |place: &String| there.iter().any(|other| relation(other, place) == Containment::Inside);
        !here.is_empty() && !here.iter().any(lies_in)
    }
}

/// What is counted; nothing for a bare number.
fn noun(value: &Value) -> Option<&str> {
    match value {
        Value::Quantity(quantity) => Some(quantity.unit.code.rsplit(' ').next().unwrap_or_default()),
        Value::Days(_) | Value::Text(_) | Value::List(_) => None,
    }
}

/// Whether a noun leaves open what sort of people they are.
fn is_anybody(bench: &Bench<'_>, noun: &str) -> bool {
    noun.is_empty() || bench.index.grammar.is_anybody(noun)
}
