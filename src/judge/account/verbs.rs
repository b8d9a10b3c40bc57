//! What verbs do to a stock, by the word classes of the vocabulary.

use super::entry::{Deed, Effect};
use crate::extract::{Grammar, WordClass};

/// The verb that begins at a place, its auxiliaries gone through, and the place behind it and its particle.
pub(super) fn read(grammar: &Grammar, first: usize, word: impl Fn(usize) -> String) -> Option<(Deed, usize)> {
    let (mut at, mut passive) = (first, false);
    let mut lemma = lemma(grammar, &word(at))?;
    let mut next = at + 1;
    while is_auxiliary(grammar, &lemma) {
        let behind = (next..next + MOST_ADVERBS).find(|at| !is_passed_over(grammar, &word(*at))).unwrap_or(next);
        let Some(own) = self::lemma(grammar, &word(behind)).filter(|_| follows_auxiliary(grammar, &word(behind)))
        else {
            break;
        };
        passive = lemma == "be" && !word(behind).ends_with("ing");
        (at, lemma, next) = (behind, own, behind + 1);
    }
    let phrase = format!("{lemma} {}", word(next));
    let is_phrase = effect(grammar, &phrase) != Effect::Other;
    let effect = if is_phrase { effect(grammar, &phrase) } else { effect(grammar, &lemma) };
    let of_subject = of_subject(grammar, &lemma, effect, passive);
    let effect = match effect {
        // "left six on the table"
        Effect::Depart | Effect::Join if passive => Effect::Other,
        other => other,
    };
    Some((Deed { lemma, at, effect, of_subject }, if is_phrase { next + 1 } else { next }))
}

const MOST_ADVERBS: usize = 3;

/// The dictionary form of a verb; none of another word.
pub(super) fn lemma(grammar: &Grammar, word: &str) -> Option<String> {
    const AUXILIARIES: [(WordClass, &str); 3] =
        [(WordClass::Be, "be"), (WordClass::Have, "have"), (WordClass::Do, "do")];
    let entry = grammar.entry(word);
    let unknown = entry.verb.is_none() && entry.classes.is_empty() && word.len() > MOST_ADVERBS && word.ends_with("ed");
    if unknown {
        return Some(word.to_owned());
    }
    let auxiliary = AUXILIARIES.into_iter().find(|(class, _)| entry.classes.has(*class));
    let verb = || entry.verb.map(|(verb, _)| grammar.verb(verb));
    auxiliary.map(|(_, verb)| verb).or_else(verb).map(str::to_owned)
}

/// Whether a verb may only help another.
pub(super) fn is_auxiliary(grammar: &Grammar, lemma: &str) -> bool {
    let classes = grammar.classes(lemma);
    [WordClass::Be, WordClass::Have, WordClass::Do].into_iter().any(|class| classes.has(class))
}

fn is_passed_over(grammar: &Grammar, word: &str) -> bool {
    let classes = grammar.classes(word);
    classes.has(WordClass::Adverb) || classes.has(WordClass::Negation) || word.ends_with("ly")
}

fn follows_auxiliary(grammar: &Grammar, word: &str) -> bool {
    let classes = grammar.classes(word);
    lemma(grammar, word).is_some() && !classes.has(WordClass::Remaining) && !classes.has(WordClass::Adjective)
}

/// What it tells of its subject: what is sold goes, and so does what closes; who sells stays.
fn of_subject(grammar: &Grammar, lemma: &str, effect: Effect, passive: bool) -> Effect {
    match effect {
        Effect::Join | Effect::Depart if !passive => effect,
        Effect::Gain | Effect::Lose | Effect::Put if passive || grammar.turns_round(lemma) => effect,
        Effect::Have if !passive && grammar.classes(lemma).has(WordClass::Copula) => Effect::Have,
        Effect::Gain | Effect::Lose | Effect::Put | Effect::Join | Effect::Depart | Effect::Have | Effect::Other => {
            Effect::Other
        }
    }
}

/// What a verb, or a verb with its particle, does to how many whoever does it has.
fn effect(grammar: &Grammar, verb: &str) -> Effect {
    const EFFECTS: [(WordClass, Effect); 6] = [
        (WordClass::Departing, Effect::Depart),
        (WordClass::Arriving, Effect::Join),
        (WordClass::Parting, Effect::Lose),
        (WordClass::Getting, Effect::Gain),
        (WordClass::Placing, Effect::Put),
        (WordClass::Having, Effect::Have),
    ];
    let classes = grammar.classes(verb);
    EFFECTS.into_iter().find(|(class, _)| classes.has(*class)).map_or(Effect::Other, |(_, effect)| effect)
}
