//! Sums: a stock and what changed it, the parts of a total, what is left of a whole, by how much one is more.

use super::ask::Ask;
use super::entry::{Effect, Entry, Party, Role};
use super::ways::{Working, factor, is_set, taken};
use crate::extract::WordClass;
use crate::judge::Bench;
use crate::judge::align::counts_same;
use crate::value::{Dimension, Quantity};

/// How an entry enters a balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Move {
    /// What there was.
    Base,
    Plus,
    Minus,
    /// Somebody else's.
    Aside,
    /// Its words leave it open.
    Open,
}

/// Whose stock is asked for.
enum Holder {
    Anyone,
    /// Nobody's: there are so many, somewhere.
    Place,
    Somebody(Party),
}

impl Holder {
    fn of(ask: &Ask<'_>, entries: &[&Entry<'_>]) -> Self {
        let base = entries.iter().find(|entry| entry.effect() == Effect::Have || is_present(entry));
        let is_impersonal = base.is_some_and(|base| !base.actor.is_said());
        match ask.holder() {
            Party::Named(_) if !ask.total || entries.iter().any(|entry| entry.actor.is(ask.holder())) => {
                Holder::Somebody(ask.holder().clone())
            }
            Party::Pronoun if !is_impersonal && !ask.total && !are_several(ask, entries) => {
                let holder = base.or(entries.first()).map(|entry| entry.actor.clone());
                Holder::Somebody(holder.unwrap_or(Party::Pronoun))
            }
            Party::Named(_) | Party::Pronoun | Party::Unsaid => {
                if is_impersonal {
                    Holder::Place
                } else {
                    Holder::Anyone
                }
            }
        }
    }

    fn moves(&self, entry: &Entry<'_>) -> Move {
        match entry.effect() {
            Effect::Have => self.has(entry),
            Effect::Join | Effect::Put => Move::Plus,
            Effect::Depart => Move::Minus,
            Effect::Gain => self.gains(entry),
            Effect::Lose => self.loses(entry),
            Effect::Other if is_present(entry) => Move::Base,
            Effect::Other => Move::Open,
        }
    }

    fn has(&self, entry: &Entry<'_>) -> Move {
        match self {
            Holder::Somebody(holder) if !holder.may_be(&entry.actor) => Move::Aside,
            _ if entry.more => Move::Plus,
            Holder::Somebody(_) | Holder::Anyone | Holder::Place => Move::Base,
        }
    }

    fn gains(&self, entry: &Entry<'_>) -> Move {
        match self {
            // "Norvik bought six of them"
            Holder::Anyone if entry.part => Move::Minus,
            Holder::Anyone => Move::Plus,
            Holder::Place if entry.role == Role::Subject => Move::Plus,
            Holder::Place if entry.more => Move::Open,
            Holder::Place => Move::Minus,
            Holder::Somebody(holder) if entry.from.is(holder) => Move::Minus,
            Holder::Somebody(holder) if entry.actor.may_be(holder) => Move::Plus,
            Holder::Somebody(_) if entry.from == Party::Pronoun || entry.part => Move::Minus,
            Holder::Somebody(_) => Move::Aside,
        }
    }

    fn loses(&self, entry: &Entry<'_>) -> Move {
        match self {
            Holder::Anyone | Holder::Place => Move::Minus,
            Holder::Somebody(holder) if entry.to.is(holder) => Move::Plus,
            Holder::Somebody(holder) if entry.actor.is(holder) => Move::Minus,
            Holder::Somebody(_) if entry.to == Party::Pronoun && entry.actor != Party::Pronoun => Move::Plus,
            Holder::Somebody(holder) if entry.actor.may_be(holder) || entry.part => Move::Minus,
            Holder::Somebody(_) => Move::Aside,
        }
    }
}

/// Whether "they" are several who have been told of one by one.
fn are_several(ask: &Ask<'_>, entries: &[&Entry<'_>]) -> bool {
    let is_stock = |entry: &&&Entry<'_>| matches!(entry.effect(), Effect::Have | Effect::Gain);
    let mut holders = entries.iter().filter(is_stock).map(|entry| &entry.actor);
    let Some(first) = holders.next() else { return false };
    ask.plural && holders.any(|other| !first.may_be(other))
}

/// Whether an entry tells of things that are there, doing something else than come or go: "six birds were singing".
fn is_present(entry: &Entry<'_>) -> bool {
    entry.effect() == Effect::Other && entry.role == Role::Subject && entry.deed.is_some()
}

/// What a stock has come to, or what its parts are together.
pub(super) fn balance<'e>(bench: &Bench<'_>, ask: &Ask<'_>, entries: &[&'e Entry<'e>]) -> Option<Working<'e>> {
    let entries = of_place(ask, entries);
    let alike = of_one_deed(bench, ask, &entries);
    if let Some(alike) = alike.filter(|alike| alike.len() > 1) {
        let found = sum(ask, alike.into_iter().map(|entry| (Move::Plus, entry)).collect())?;
        // "In all": no other number than that of all who are told of.
        return Some(Working { excludes: ask.total && ask.holder() == &Party::Unsaid, ..found });
    }
    if !ask.is_of_state() && !ask.total {
        return gone(ask, &entries);
    }
    let holder = Holder::of(ask, &entries);
    let mut moves: Vec<(Move, &Entry<'_>)> = entries.iter().map(|entry| (holder.moves(entry), *entry)).collect();
    for (own, entry) in moves.iter_mut().filter(|(own, entry)| *own == Move::Aside && is_taken(bench, entry, &entries))
    {
        *own = if entry.from.is_said() { *own } else { Move::Minus };
    }
    let has_stock = entries.iter().any(|entry| entry.effect() == Effect::Have && !is_present(entry));
    moves.retain(|(own, entry)| *own != Move::Aside && !(has_stock && is_described(entry)));
    if !moves.iter().any(|(own, _)| *own == Move::Base) {
        // What somebody gets first is what there is to begin with.
        if let Some(first) = moves.first_mut().filter(|(own, _)| matches!(own, Move::Plus | Move::Open)) {
            first.0 = Move::Base;
        }
    }
    let bases = moves.iter().filter(|(own, _)| *own == Move::Base).count();
    let is_open = moves.iter().any(|(own, _)| *own == Move::Open);
    let may_add_up = ask.total || are_several(ask, &entries) || of_one_clause(&moves);
    let is_licensed = bases == 1 && moves.len() > 1 || bases > 1 && may_add_up;
    if is_open || !is_licensed {
        return None;
    }
    // "It had 30 stores and closed eight of them": no other number is left.
    let is_part = |(own, entry): &(Move, &Entry<'_>)| *own == Move::Base || *own == Move::Minus && entry.part;
    let excludes = ask.left && moves.len() == 2 && entries.len() == 2 && moves.iter().all(is_part);
    Some(Working { excludes, ..sum(ask, moves)? })
}

/// Whether it was taken away by somebody who is told of nowhere else: there is one stock that it can be from.
fn is_taken(bench: &Bench<'_>, entry: &Entry<'_>, entries: &[&Entry<'_>]) -> bool {
    let takes = entry.lemma().is_some_and(|verb| bench.index.grammar.classes(verb).has(WordClass::Taking));
    let own = entries.iter().filter(|other| other.actor.is(&entry.actor)).count();
    takes && entry.role == Role::Object && own == 1
}

/// What the parts of a whole are together.
pub(super) fn parts<'e>(entries: &[&'e Entry<'e>]) -> Option<Sum<'e>> {
    added(entries.iter().map(|entry| (Move::Plus, *entry)).collect(), factor)
}

/// What a stock of a thing has come to, whoever has it.
pub(super) fn stock<'e>(entries: &[&'e Entry<'e>]) -> Option<Sum<'e>> {
    let mut moves: Vec<(Move, &Entry<'_>)> =
        entries.iter().map(|entry| (Holder::Anyone.moves(entry), *entry)).collect();
    let (first, rest) = moves.split_first_mut()?;
    first.0 = if matches!(first.0, Move::Base | Move::Plus) { Move::Base } else { Move::Open };
    let is_told = rest.iter().all(|(own, _)| matches!(own, Move::Plus | Move::Minus)) && first.0 == Move::Base;
    if is_told { added(moves, factor) } else { None }
}

/// What costs come to that are told one by one: "The total cost is 26".
pub(super) fn costs<'e>(bench: &Bench<'_>, ask: &Ask<'_>, entries: &'e [Entry<'e>]) -> Option<Working<'e>> {
    let is_bare = ask.entry.quantity.unit.dimension == Dimension::Number;
    let costs = |entry: &&Entry<'_>| {
        let is_outlay = entry.lemma().is_some_and(|verb| bench.index.grammar.classes(verb).has(WordClass::Costing));
        is_outlay && entry.quantity.unit.dimension == Dimension::Money
    };
    let money = entries.iter().filter(|entry| entry.quantity.unit.dimension == Dimension::Money).count();
    let own: Vec<&Entry<'_>> = entries.iter().filter(costs).collect();
    let is_all = own.len() == money && money > 1 && ask.total && is_bare;
    is_all.then(|| sum(ask, own.into_iter().map(|entry| (Move::Plus, entry)).collect())).flatten()
}

/// How many are of the other sort, where all are counted with one sort of them: of 117 children 40 are boys, the girls 77.
pub(super) fn others<'e>(bench: &Bench<'_>, ask: &Ask<'_>, all: &[&'e Entry<'e>]) -> Option<Working<'e>> {
    let whole = all.iter().find(|entry| entry.whole)?;
    let own: Vec<&Entry<'_>> = all.iter().copied().filter(|entry| entry.sentence == whole.sentence).collect();
    let [one, other] = own.as_slice() else { return None };
    let (whole, part) = if one.whole { (one, other) } else { (other, one) };
    let is_set = is_set(bench, &whole.thing.head) && !is_set(bench, &ask.entry.thing.head);
    let is_one_kind = is_of_set(bench, ask, part);
    let told = bench.index.wording().sentences(bench.index.grammar, &ask.entry.thing.head);
    let is_named = told.iter().any(|(_, sentence)| *sentence == part.sentence);
    let is_told = whole.whole && !part.whole && is_set && is_one_kind && is_named && ask.is_of_state();
    is_told.then(|| sum(ask, vec![(Move::Base, whole), (Move::Minus, part)])).flatten()
}

/// "There were 21 more geese": than of the other sort that the same clause counts.
pub(super) fn surplus<'e>(ask: &Ask<'_>, own: &[&'e Entry<'e>], all: &[&'e Entry<'e>]) -> Option<Working<'e>> {
    let [own] = own else { return None };
    let told: Vec<&Entry<'_>> = all.iter().copied().filter(|entry| entry.is_told_with(own)).collect();
    let is_surplus = ask.entry.more && ask.is_of_state() && own.effect() == Effect::Have;
    is_surplus.then(|| difference(ask, &told)).flatten()
}

/// Whether what there was is told by one verb, by sorts: "13 white and five grey cats".
fn of_one_clause(moves: &[(Move, &Entry<'_>)]) -> bool {
    let mut bases = moves.iter().filter(|(own, _)| *own == Move::Base).map(|(_, entry)| entry);
    let Some(first) = bases.next() else { return false };
    bases.all(|entry| first.is_told_with(entry) && first.thing.rest != entry.thing.rest)
}

/// Whether an entry tells what some of the things are like: "six were torn".
fn is_described(entry: &Entry<'_>) -> bool {
    is_present(entry) || entry.borrowed && entry.role == Role::Subject && entry.effect() == Effect::Have
}

/// The entries that are where the claim asks for; all, where it does not say, or none is said to be there.
fn of_place<'e>(ask: &Ask<'_>, entries: &[&'e Entry<'e>]) -> Vec<&'e Entry<'e>> {
    let is_at = |entry: &Entry<'_>| ask.entry.places.iter().any(|place| entry.places.contains(place));
    let is_there = entries.iter().any(|entry| is_at(entry));
    let may_be = |entry: &&&Entry<'_>| !is_there || entry.places.is_empty() || is_at(entry);
    entries.iter().filter(may_be).copied().collect()
}

/// The entries that a total adds up, where one verb tells all of them: that of the claim, or of one clause.
fn of_one_deed<'e>(bench: &Bench<'_>, ask: &Ask<'_>, entries: &[&'e Entry<'e>]) -> Option<Vec<&'e Entry<'e>>> {
    let asked = ask.entry.lemma();
    let (first, rest) = entries.split_first()?;
    let costs =
        |entry: &Entry<'_>| entry.lemma().is_some_and(|verb| bench.index.grammar.classes(verb).has(WordClass::Costing));
    let is_like = |entry: &&&Entry<'_>| entry.lemma() == first.lemma() || ask.total && costs(entry) && costs(first);
    let is_one = rest.iter().all(|entry| is_like(&entry)) && first.lemma().is_some();
    let is_asked = first.lemma() == asked
        && (ask.total || rest.iter().all(|entry| first.is_told_with(entry)) || !ask.is_of_state());
    let is_whole = entries.iter().any(|entry| entry.whole);
    (is_one && (is_asked || ask.total) && !ask.left && !is_whole).then(|| entries.to_vec())
}

/// How many went: what there was, without what is left.
fn gone<'e>(ask: &Ask<'_>, entries: &[&'e Entry<'e>]) -> Option<Working<'e>> {
    let [first, last] = entries else { return None };
    let is_loss = matches!(ask.entry.effect(), Effect::Lose | Effect::Depart);
    let is_gain = matches!(ask.entry.effect(), Effect::Gain | Effect::Join | Effect::Put);
    let is_stock = |entry: &Entry<'_>| matches!(entry.effect(), Effect::Have | Effect::Gain);
    if !is_stock(first) || last.effect() != Effect::Have || !first.actor.may_be(&last.actor) {
        return None;
    }
    match (is_loss, is_gain) {
        (true, false) => sum(ask, vec![(Move::Base, first), (Move::Minus, last)]),
        (false, true) => sum(ask, vec![(Move::Base, last), (Move::Minus, first)]),
        _ => None,
    }
}

/// Things of several sorts that one clause tells of, under a name for all of them: "30 adults and 12 children" are 42 people.
pub(super) fn of_sorts<'e>(bench: &Bench<'_>, ask: &Ask<'_>, all: &[&'e Entry<'e>]) -> Option<Working<'e>> {
    let asked = &ask.entry.thing;
    if !(is_set(bench, &asked.head) && asked.rest.is_empty()) {
        return None;
    }
    let counted: Vec<&Entry<'_>> = all.iter().copied().filter(|entry| !entry.thing.head.is_empty()).collect();
    let is_alike = |one: &Entry<'_>, other: &Entry<'_>| {
        one.is_told_with(other) || ask.total && one.sentence == other.sentence && one.lemma() == other.lemma()
    };
    let mut lists = counted.chunk_by(|one, other| is_alike(one, other)).filter(|list| list.len() > 1);
    let list = lists.next().filter(|_| lists.next().is_none())?;
    let first = list.first()?;
    let is_whole =
        list.len() == counted.len() && ask.is_of_state() && matches!(first.effect(), Effect::Have | Effect::Other);
    let is_one = list.iter().all(|entry| entry.per.is_none() && is_of_set(bench, ask, entry));
    if !is_one || !(ask.total || is_whole || first.lemma() == ask.entry.lemma()) {
        return None;
    }
    sum(ask, list.iter().map(|entry| (Move::Plus, *entry)).collect())
}

/// Whether an entry may count things of the sort that is asked for: of people only people.
fn is_of_set(bench: &Bench<'_>, ask: &Ask<'_>, entry: &Entry<'_>) -> bool {
    let grammar = bench.index.grammar;
    grammar.is_human(&entry.thing.head) == grammar.is_human(&ask.entry.thing.head)
}

/// By how many one of two is more.
pub(super) fn difference<'e>(ask: &Ask<'_>, entries: &[&'e Entry<'e>]) -> Option<Working<'e>> {
    let [one, other] = entries else { return None };
    let is_less = taken(ask, one)?.amount.nominal < taken(ask, other)?.amount.nominal;
    let (more, less) = if is_less { (other, one) } else { (one, other) };
    sum(ask, vec![(Move::Base, more), (Move::Minus, less)])
}

/// What is left of a whole, one part of which is told: of 64 red and blue flags 41 are red, 23 blue.
pub(super) fn rest<'e>(bench: &Bench<'_>, ask: &Ask<'_>, all: &[&'e Entry<'e>]) -> Option<Working<'e>> {
    let is_of = |entry: &&Entry<'_>| counts_same(bench, &ask.entry.thing.head, &entry.thing.head);
    let own: Vec<&Entry<'_>> = all.iter().copied().filter(is_of).collect();
    let [whole, part] = own.as_slice() else { return None };
    let (mut asked, mut told) = (sorts(&ask.entry), sorts(part));
    let both: Vec<String> = asked.iter().filter(|word| told.contains(word)).cloned().collect();
    asked.retain(|word| !both.contains(word));
    told.retain(|word| !both.contains(word));
    let is_named = asked.iter().chain(&told).all(|word| whole.thing.rest.contains(word));
    let is_whole = is_named || whole.whole || part.has_rest && ask.entry.part && part.part;
    let is_other = !told.is_empty() && !asked.is_empty();
    if !is_whole || !is_other {
        return None;
    }
    sum(ask, vec![(Move::Base, whole), (Move::Minus, part)])
}

/// What tells the things of an entry from others of their kind.
fn sorts(entry: &Entry<'_>) -> Vec<String> {
    entry.thing.rest.iter().chain(&entry.predicate).cloned().collect()
}

/// What entries come to with their signs, in the unit that is asked for; none where that is less than nothing.
fn sum<'e>(ask: &Ask<'_>, moves: Vec<(Move, &'e Entry<'e>)>) -> Option<Working<'e>> {
    let Sum { result, terms, entries } = added(moves, |entry| taken(ask, entry))?;
    let step = format!("{terms} = {}", result.describe());
    Some(Working { result, step, entries, excludes: false })
}

/// A sum, and what it is made of.
pub(super) struct Sum<'e> {
    pub result: Quantity,
    /// "120 stores - 15 stores"
    pub terms: String,
    pub entries: Vec<&'e Entry<'e>>,
}

fn added<'e>(mut moves: Vec<(Move, &'e Entry<'e>)>, take: impl Fn(&Entry<'_>) -> Option<Quantity>) -> Option<Sum<'e>> {
    moves.sort_by_key(|(own, _)| *own != Move::Base);
    let (mut result, mut terms): (Option<Quantity>, String) = (None, String::new());
    for (own, entry) in &moves {
        let next = take(entry)?;
        let sign = if *own == Move::Minus { " - " } else { " + " };
        let is_bare = next.unit.dimension == Dimension::Number;
        let told = if is_bare { entry.quantity.describe() } else { next.describe() };
        (result, terms) = match (result, own) {
            (None, Move::Minus) => return None,
            (None, _) => (Some(next), told),
            (Some(sum), Move::Minus) => (Some(sum.minus(&next)?), format!("{terms}{sign}{told}")),
            (Some(sum), _) => (Some(sum.plus(&next)?), format!("{terms}{sign}{told}")),
        };
    }
    let result = result.filter(|result| result.amount.nominal.is_some_and(|value| !value.is_negative()))?;
    Some(Sum { result, terms, entries: moves.into_iter().map(|(_, entry)| entry).collect() })
}
