//! Values that stand in a sentence beside what it tells: the whole of which it tells of some ("two of the nine bridges"), and what a value
//! is held against ("up from 14 a year ago"). They are no values of the same thing, but where the line has them beside its own as well.

use crate::extract::{Fact, Mention, MentionKind, WordClass};
use crate::judge::Bench;
use crate::judge::sorts::kind;
use crate::source::Span;
use crate::value::Dimension;

use super::claim::Claim;
use super::kin::Kin;

/// Whether a value of a sentence of like words stands beside what that tells, and the asked one does not.
pub(super) fn is_aside(bench: &Bench<'_>, claim: &Claim<'_>, asked: &Mention, kin: &Kin, own: &Mention) -> bool {
    let Some(reading) = bench.index.readings.get(kin.document) else { return false };
    let text = &bench.index.document(kin.document).text;
    let whole = is_whole(bench, text, (kin.span, kin.mentions(reading)), own);
    let compared = is_compared(kin.facts(reading), own) && !claim.values.iter().any(|value| is_day(value));
    let is_narrowed = is_narrowed(claim, kin.facts(reading), own) || is_of_kind(bench, claim, kin, own);
    if is_of_part(bench, claim, kin.facts(reading), own) || is_narrowed {
        return true;
    }
    if is_of_several(kin.facts(reading), own) && !is_of_several(claim.facts, asked) {
        return true;
    }
    let level = |facts: &[Fact], own: &Mention| {
        let told = facts.iter().filter(|fact| fact.focus.overlaps(own.span)).map(|fact| &fact.statement.measure);
        told.filter(|measure| measure.is_difference()).map(|measure| measure.name.clone()).next()
    };
    // "60 more than Bolt" is no "60 more than Acme".
    if level(kin.facts(reading), own).zip(level(claim.facts, asked)).is_some_and(|(own, asked)| own != asked) {
        return true;
    }
    let is_apart = is_difference(bench, text, kin.span, own) && !is_difference(bench, claim.text, claim.span, asked);
    is_apart
        || whole && !is_whole(bench, claim.text, (claim.span, claim.inside), asked)
        || compared && !is_compared(claim.facts, asked)
}

/// "two of the nine bridges", "most of its 40 members", "Of the 30 people on board, 12 died".
fn is_whole(bench: &Bench<'_>, text: &str, (sentence, inside): (Span, &[Mention]), own: &Mention) -> bool {
    let grammar = bench.index.grammar;
    let before = Span { end: own.span.start, ..sentence }.slice(text);
    let mut words = before.split_whitespace().rev().map(str::to_lowercase);
    let owned = [WordClass::Determiner, WordClass::Possessive];
    let definite = words.next().is_some_and(|word| {
        let classes = grammar.classes(&word);
        owned.iter().any(|class| classes.has(*class)) || word.ends_with("'s") || word.ends_with("’s")
    });
    if !definite || words.next().as_deref() != Some("of") {
        return false;
    }
    let Some(part) = words.next() else { return true };
    let some = [WordClass::Partitive, WordClass::Negation].iter().any(|class| grammar.classes(&part).has(*class));
    let number = |other: &Mention| {
        let behind = Span { start: other.span.end, end: own.span.start };
        matches!(other.kind, MentionKind::Quantity(_))
            && other.span.end < own.span.start
            && behind.slice(text).split_whitespace().count() == 2
    };
    some || inside.iter().any(number)
}

/// "40 more people than Bolt", "$3 million less than the old one": how far two are apart, and not how much one of them is.
fn is_difference(bench: &Bench<'_>, text: &str, sentence: Span, own: &Mention) -> bool {
    let MentionKind::Quantity(quantity) = &own.kind else { return false };
    let first = |end: u32| Span { start: end, ..sentence }.slice(text).split_whitespace().next();
    let has_than =
        || Span { start: own.span.end, ..sentence }.slice(text).split_whitespace().take(2).any(|word| word == "than");
    let is_side = |word: &str| {
        let classes = bench.index.grammar.classes(&word.to_lowercase());
        let is_side = [WordClass::ToldMore, WordClass::ToldLess].iter().any(|side| classes.has(*side));
        is_side && (classes.has(WordClass::Preposition) || has_than())
    };
    let is_whole = !matches!(quantity.quantity.unit.dimension, Dimension::Percent | Dimension::Points);
    is_whole && [own.span.end, quantity.number.end].into_iter().filter_map(first).any(is_side)
}

/// Whether a value is one of a part of which the line does not speak: what the ward has is none of the hospital's.
fn is_of_part(bench: &Bench<'_>, claim: &Claim<'_>, facts: &[Fact], own: &Mention) -> bool {
    let is_part = |word: &str| bench.index.grammar.classes(word).has(WordClass::PartNoun) && !claim.has_word(word);
    let mut told = facts.iter().filter(|fact| fact.focus.overlaps(own.span) && fact.quantity.is_some());
    told.any(|fact| {
        let subject = &fact.statement.subject;
        !subject.name.contains(char::is_uppercase)
            && subject.topic.iter().any(|word| !subject.name.contains(word.as_str()) && is_part(word))
    })
}

/// "Acme, Bolt and others plan to spend $650 million": whether a value is that of several together, and of none of them.
fn is_of_several(facts: &[Fact], own: &Mention) -> bool {
    let mut told = facts.iter().filter(|fact| fact.focus.overlaps(own.span) && fact.quantity.is_some());
    told.any(|fact| fact.statement.subject.members.as_ref().is_some_and(|members| members.names.len() > 1))
}

/// "Gross profit was $50 million": whether a value is one of a property that is narrowed down by what the line does not say.
fn is_narrowed(claim: &Claim<'_>, facts: &[Fact], own: &Mention) -> bool {
    let mut told = facts.iter().filter(|fact| fact.focus.overlaps(own.span) && fact.quantity.is_some());
    told.any(|fact| fact.statement.measure.narrowed.iter().any(|word| !claim.has_word(word)))
}

/// "The median price of a new home was $410,000": whether a value is one of a kind of things of which the line does not speak.
fn is_of_kind(bench: &Bench<'_>, claim: &Claim<'_>, kin: &Kin, own: &Mention) -> bool {
    let Some(reading) = bench.index.readings.get(kin.document) else { return false };
    let text = &bench.index.document(kin.document).text;
    let mut told = kin.facts(reading).iter().filter(|fact| fact.focus.overlaps(own.span) && fact.quantity.is_some());
    let is_said = |word: &String| {
        claim.words.iter().any(|own| bench.index.wording().is_same(bench.index.grammar, &own.word, word))
    };
    told.any(|fact| kind(bench, text, kin.span, own, &fact.statement).iter().any(|word| !is_said(word)))
}

/// Whether all that is told of a value is that another one is held against it.
fn is_compared(facts: &[Fact], own: &Mention) -> bool {
    let told = || facts.iter().filter(|fact| fact.focus.overlaps(own.span) && fact.quantity.is_some());
    told().next().is_some() && told().all(|fact| fact.compared)
}

fn is_day(value: &Mention) -> bool {
    matches!(&value.kind, MentionKind::Time(time) if time.days.is_some())
}
