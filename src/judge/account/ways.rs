//! How the entries of an account come to the figure that a claim asks for.

use super::ask::Ask;
use super::entry::{Entry, counts, may_add};
use super::{balance, measures, rates};
use crate::extract::WordClass;
use crate::judge::Bench;
use crate::judge::align::counts_same;
use crate::value::{Dimension, Quantity, Unit};

/// A figure, and how it was come to.
pub(super) struct Working<'e> {
    pub result: Quantity,
    /// "120 stores - 15 stores = 105 stores"
    pub step: String,
    pub entries: Vec<&'e Entry<'e>>,
    /// Whether another figure of the same is excluded.
    pub excludes: bool,
}

/// The figure that the entries of an article come to; none where they come to none, or their words leave open how.
pub(super) fn working<'e>(bench: &Bench<'_>, ask: &'e Ask<'e>, entries: &'e [Entry<'e>]) -> Option<Working<'e>> {
    if let Some(found) = measures::measured(ask, entries) {
        return Some(found);
    }
    let all: Vec<&Entry<'_>> = entries.iter().filter(|entry| may_add(&entry.quantity, &ask.entry.quantity)).collect();
    if ask.entry.per.is_some() {
        return rates::each(bench, ask, entries);
    }
    let own = relevant(bench, ask, &all);
    if own.iter().any(|entry| entry.per.is_some()) {
        return rates::product(bench, ask, &own, entries);
    }
    if own.is_empty() {
        return rates::quotient(bench, ask, entries)
            .or_else(|| balance::of_sorts(bench, ask, &all))
            .or_else(|| balance::others(bench, ask, &all))
            .or_else(|| balance::costs(bench, ask, entries));
    }
    if let Some(found) = rates::multiple(bench, ask, &own, entries) {
        return Some(found);
    }
    if ask.than {
        return balance::difference(ask, &own);
    }
    balance::surplus(ask, &own, &all)
        .or_else(|| balance::balance(bench, ask, &own))
        .or_else(|| balance::rest(bench, ask, &all))
}

/// The entries of what the claim counts. What was told before and left out, or told in fewer words, is of it where that was.
fn relevant<'e>(bench: &Bench<'_>, ask: &Ask<'_>, all: &[&'e Entry<'e>]) -> Vec<&'e Entry<'e>> {
    let asked = &ask.entry.thing;
    if asked.head.is_empty() && counts(&ask.entry.quantity) {
        return of_one_thing(bench, all);
    }
    if !counts(&ask.entry.quantity) {
        return all.to_vec();
    }
    let mut found: Vec<&Entry<'_>> = Vec::new();
    for entry in all {
        let is_shorter =
            !found.is_empty() && (entry.more || entry.part || entry.borrowed) && entry.thing.covers(bench, asked);
        if asked.covers(bench, &entry.thing) || is_shorter {
            found.push(entry);
        }
    }
    found
}

/// The entries that count things, where all count the same.
fn of_one_thing<'e>(bench: &Bench<'_>, all: &[&'e Entry<'e>]) -> Vec<&'e Entry<'e>> {
    let Some(first) = all.iter().find(|entry| !entry.thing.head.is_empty()) else { return Vec::new() };
    let is_same = all.iter().all(|entry| counts_same(bench, &first.thing.head, &entry.thing.head));
    if is_same { all.to_vec() } else { Vec::new() }
}

/// A quantity as it enters a sum: of the unit that is asked for.
pub(super) fn taken(ask: &Ask<'_>, entry: &Entry<'_>) -> Option<Quantity> {
    let (own, unit) = (&*entry.quantity, &ask.entry.quantity.unit);
    if !own.amount.states_nominal() {
        return None;
    }
    // "The total cost is 26.3."
    let is_bare = unit.dimension == Dimension::Number && own.unit.dimension == Dimension::Money;
    match counts(own) || is_bare {
        true => Some(Quantity::new(own.amount.clone(), unit.clone())),
        false => own.converted(unit),
    }
}

/// The same as a bare number, to multiply and to divide by.
pub(super) fn factor(entry: &Entry<'_>) -> Option<Quantity> {
    let own = &*entry.quantity;
    let amount = Quantity::new(own.amount.clone(), own.unit.clone()).amount;
    own.amount.states_nominal().then(|| Quantity { amount, unit: Unit::number() })
}

/// Whether a noun is one for things of several sorts.
pub(super) fn is_set(bench: &Bench<'_>, noun: &str) -> bool {
    bench.index.grammar.classes(noun).has(WordClass::SetNoun)
}
