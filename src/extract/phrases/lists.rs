//! Lists: "A, B and C" where all are names, "(NMT)" behind a name, "Acme's chip and cloud business".

use super::super::page::Page;
use super::{Noun, Phrase, PhraseKind};

/// Joins "A, B and C" where all are names, and "(NMT)" to the name before it.
pub(super) fn join_lists(page: &Page<'_>, mut phrases: Vec<Phrase>) -> Vec<Phrase> {
    // What is joined holds together by a conjunction or a bracket.
    let joins = |phrase: &Phrase| matches!(phrase.kind, PhraseKind::Conjunction | PhraseKind::Open);
    if !phrases.iter().any(joins) {
        return phrases;
    }
    let mut out: Vec<Phrase> = Vec::with_capacity(phrases.len());
    let mut at = 0;
    while at < phrases.len() {
        let (phrase, next) = list_at(page, &mut phrases, at);
        out.push(phrase);
        at = next;
    }
    out
}

/// Takes the phrase or list at a position; gives the position behind it.
fn list_at(page: &Page<'_>, phrases: &mut [Phrase], at: usize) -> (Phrase, usize) {
    if let Some(joined) = owned_pair(&phrases[at], phrases.get(at + 1), phrases.get(at + 2)) {
        return (joined, at + 3);
    }
    if !is_name(&phrases[at]) {
        return (std::mem::take(&mut phrases[at]), at + 1);
    }
    let alone = skip_bracket(page, phrases, at + 1, &phrases[at]);
    let (members, next) = members(page, phrases, alone);
    let end = phrases[next - 1].tokens.end;
    let rest = members.into_iter().map(|member| std::mem::take(&mut phrases[member])).collect();
    let mut first = std::mem::take(&mut phrases[at]);
    first.tokens.end = end;
    join_members(&mut first, rest);
    (first, next)
}

/// The further names of a list that begins with a name, and the position behind it. `next` is the position behind
/// the first name.
fn members(page: &Page<'_>, phrases: &[Phrase], next: usize) -> (Vec<usize>, usize) {
    let alone = (Vec::new(), next);
    let (mut members, mut at) = (Vec::new(), next);
    loop {
        let comma = matches!(phrases.get(at).map(|phrase| &phrase.kind), Some(PhraseKind::Comma));
        let and = at + usize::from(comma);
        let ended = matches!(phrases.get(and).map(|phrase| &phrase.kind), Some(PhraseKind::Conjunction))
            && !page.says(phrases[and].tokens.start, "but");
        let member = and + usize::from(ended);
        let Some(phrase) = phrases.get(member).filter(|phrase| (comma || ended) && is_name(phrase)) else {
            return alone;
        };
        members.push(member);
        at = skip_bracket(page, phrases, member + 1, phrase);
        if ended {
            return (members, at);
        }
    }
}

/// "Acme's chip and cloud business": two nouns of one owner are one phrase.
pub(super) fn owned_pair(first: &Phrase, and: Option<&Phrase>, second: Option<&Phrase>) -> Option<Phrase> {
    let (PhraseKind::Noun(noun), PhraseKind::Conjunction, PhraseKind::Noun(more)) =
        (&first.kind, &and?.kind, &second?.kind)
    else {
        return None;
    };
    let plain =
        more.possessor.is_none() && !more.definite && !more.pronoun && more.name.is_none() && more.quantity.is_none();
    let owned = noun.possessor.is_some() && noun.quantity.is_none() && noun.name.is_none();
    (plain && owned && more.words.start == second?.tokens.start).then(|| {
        let joined = Noun { words: noun.words.start..more.words.end, head: more.head, ..noun.clone() };
        Phrase {
            tokens: first.tokens.start..second.map_or(first.tokens.end, |second| second.tokens.end),
            kind: PhraseKind::Noun(joined),
        }
    })
}

fn join_members(first: &mut Phrase, members: Vec<Phrase>) {
    if let PhraseKind::Noun(noun) = &mut first.kind
        && !members.is_empty()
    {
        noun.rest = members
            .into_iter()
            .filter_map(|phrase| match phrase.kind {
                PhraseKind::Noun(member) => Some(member),
                _ => None,
            })
            .collect();
    }
}

pub(super) fn is_name(phrase: &Phrase) -> bool {
    matches!(&phrase.kind, PhraseKind::Noun(noun) if noun.name.is_some() && noun.quantity.is_none())
}

/// The position behind a bracket with one name in it, "(NMT)", that follows a name.
pub(super) fn skip_bracket(page: &Page<'_>, phrases: &[Phrase], at: usize, before: &Phrase) -> usize {
    let kind = |offset: usize| phrases.get(at + offset).map(|phrase| &phrase.kind);
    let bracket = matches!(kind(0), Some(PhraseKind::Open)) && matches!(kind(2), Some(PhraseKind::Close));
    let named = is_name(before) && phrases.get(at + 1).is_some_and(|phrase| page.is_capital(phrase.tokens.start));
    if bracket && named { at + 3 } else { at }
}
