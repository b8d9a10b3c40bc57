//! What a relative pronoun stands for.

use super::super::grammar::{Class, Classes};
use super::super::mention::NameType;
use super::super::names::Names;
use super::super::page::Page;
use super::super::phrases::PhraseKind;
use super::{Parsed, is_open_list};

/// The noun that a relative pronoun at `relative` stands for: the nearest before it, "including …" passed over, or one around it where
/// that cannot be meant.
pub fn antecedent(page: &Page<'_>, names: &Names, parsed: &Parsed, relative: usize) -> Option<usize> {
    let is_preposition = |at: usize| matches!(parsed.phrases[at].kind, PhraseKind::Preposition);
    let is_open = |at: usize| is_preposition(at) && is_open_list(page, parsed.phrases[at].tokens.start);
    let nouns = (0..relative).rev().filter(|at| parsed.noun(*at).is_some());
    let nearest = nouns.into_iter().find(|at| !at.checked_sub(1).is_some_and(is_open))?;
    if let Some(measured) = measured(page, parsed, relative, nearest) {
        return Some(measured);
    }
    // "a fire at a mill in Lund"
    let around = |at: &usize| {
        let outer = at.checked_sub(2).filter(|outer| is_preposition(outer + 1) && parsed.noun(*outer).is_some())?;
        (!is_open(outer + 1)).then_some(outer)
    };
    let chain: Vec<usize> = std::iter::successors(Some(nearest), around).collect();
    let harms = parsed.verb(relative + 1).is_some_and(|verb| verb.classes.has(Class::Harming));
    let is_event = |at: &usize| parsed.noun(*at).is_some_and(|noun| page.grammar.is_event(page.lower(noun.head)));
    if let Some(event) = chain.iter().copied().find(is_event).filter(|_| harms) {
        return Some(event);
    }
    let is_person = |at: &usize| {
        parsed.noun(*at).is_some_and(|noun| noun.name.is_none() && page.grammar.is_somebody(page.lower(noun.head)))
    };
    let outer = chain.get(1).copied().filter(is_person).filter(|_| is_who(page, parsed, relative));
    if let Some(owner) = outer.filter(|_| !is_known_person(names, parsed, nearest)) {
        return Some(owner);
    }
    if let Some(named) = named_beside(page, parsed, nearest).filter(|_| is_who(page, parsed, relative)) {
        return Some(named);
    }
    let thing = chain.get(1).copied().filter(|_| is_of_thing(page, names, parsed, relative, nearest));
    if let Some(thing) = thing.filter(|at| parsed.noun(*at).is_some_and(|noun| noun.name.is_none())) {
        return Some(thing);
    }
    let fits = |at: &usize| !is_misfit(page, names, parsed, relative, *at);
    chain.iter().copied().find(fits).or(Some(nearest))
}

/// "The average bill was $4,300, which is more than in May": the bill.
fn measured(page: &Page<'_>, parsed: &Parsed, relative: usize, value: usize) -> Option<usize> {
    const MEASURING: Classes = Classes::of(&[Class::Measuring, Class::Rising, Class::Falling]);
    let which = page.says(parsed.phrases[relative].tokens.start, "which") && value + 2 == relative;
    let is_set_off =
        relative.checked_sub(1).is_some_and(|comma| matches!(parsed.phrases[comma].kind, PhraseKind::Comma));
    let is_bare =
        parsed.noun(value).is_some_and(|noun| noun.quantity.is_some() && noun.quantity == page.mention(noun.head));
    let clause = parsed.clauses.len().checked_sub(1).filter(|_| which && is_set_off && is_bare)?;
    let is_measured = parsed.lemma(clause) == "be" || parsed.classes(clause).meets(MEASURING);
    parsed.clauses[clause].subject.filter(|_| is_measured)
}

/// "Doe, a retired nurse who", "Doe, 43, who": Doe.
fn named_beside(page: &Page<'_>, parsed: &Parsed, at: usize) -> Option<usize> {
    let comma = at.checked_sub(1).filter(|at| matches!(parsed.phrases[*at].kind, PhraseKind::Comma))?;
    let name = comma.checked_sub(1)?;
    let named = parsed.noun(name).is_some_and(|noun| noun.name.is_some() && noun.rest.is_empty());
    let beside = parsed.noun(at).filter(|noun| noun.name.is_none() && noun.rest.is_empty() && !noun.definite)?;
    let aged = beside.quantity.is_some() && beside.quantity == page.mention(beside.head);
    (named && (aged || page.grammar.is_somebody(page.lower(beside.head)))).then_some(name)
}

fn is_who(page: &Page<'_>, parsed: &Parsed, relative: usize) -> bool {
    ["who", "whom", "whose"].into_iter().any(|word| page.says(parsed.phrases[relative].tokens.start, word))
}

/// "the tram in Tarn, which opened in 2021": no place opens, closes, is built or costs anything.
fn is_of_thing(page: &Page<'_>, names: &Names, parsed: &Parsed, relative: usize, nearest: usize) -> bool {
    const OF_THINGS: Classes = Classes::of(&[Class::Starting, Class::Ending, Class::OfThings]);
    let place = |name: usize| names.known(&names.mentions[name]).sort != NameType::Person;
    let named = parsed.noun(nearest).and_then(|noun| noun.name).is_some_and(place);
    let inside = nearest
        .checked_sub(1)
        .is_some_and(|at| ["in", "at", "near"].iter().any(|word| page.says(parsed.phrases[at].tokens.start, word)));
    let is_built = |verb: &super::super::phrases::Verb| {
        verb.classes.meets(OF_THINGS) || matches!(&*verb.lemma, "build" | "complete")
    };
    named && inside && parsed.verb(relative + 1).is_some_and(is_built)
}

/// Whether a noun is the name of a person, or is itself somebody.
fn is_known_person(names: &Names, parsed: &Parsed, at: usize) -> bool {
    let name = parsed.noun(at).and_then(|noun| names.mentions.get(noun.name?));
    name.is_none_or(|name| names.known(name).sort == NameType::Person)
}

/// Whether a relative pronoun cannot stand for a name: "who" not for a place or a firm, and "that" for none, as it tells which one is meant.
fn is_misfit(page: &Page<'_>, names: &Names, parsed: &Parsed, relative: usize, at: usize) -> bool {
    let name = parsed.noun(at).and_then(|noun| names.mentions.get(noun.name?));
    let says = |word: &str| page.says(parsed.phrases[relative].tokens.start, word);
    let is_tight = relative == at + 1;
    name.is_some_and(|name| {
        if is_who(page, parsed, relative) {
            matches!(names.known(name).sort, NameType::Place | NameType::Organisation)
        } else {
            says("that") && is_tight
        }
    })
}
