//! Sentences that are the same but for their values: which value stands for which is told by their order.

use std::collections::BTreeMap;

use crate::extract::{Fact, Mention};
use crate::index::Kinship;
use crate::judge::Bench;
use crate::source::{Covered, Span};
use crate::text::tokenize;
use crate::value::{Fit, Grain};

use super::Answer;
use super::claim::{Claim, is_told, is_value};
use super::kin::Kin;
use super::value::{Held, Kind, Value};

/// By the place of a value among those of a claim, what the values say that stand for it in the same sentence of some article. A sentence
/// that is of other days may tell of another event: it says nothing, unless it is of one event that both date.
pub(super) fn answers<'a>(bench: &Bench<'a>, claim: &Claim<'_>, kin: &'a [Kin]) -> BTreeMap<usize, Vec<Answer<'a>>> {
    let mut answers: BTreeMap<usize, Vec<Answer<'a>>> = BTreeMap::new();
    let own = skeleton(claim.text, claim.span, &claim.values);
    for kin in kin.iter().filter(|kin| kin.lacking == 0 && !is_of_another(bench, claim, kin)) {
        let twins = twins(bench, claim, &own, kin).unwrap_or_default();
        let differing = twins.iter().filter(|(_, held)| held.fit != Fit::Supports).count();
        let is_off = |(mention, held): &(&Mention, Held)| !is_number(mention) && held.fit != Fit::Supports;
        let is_another = twins.iter().any(is_off) && !(differing == 1 && is_misdated(bench, claim, &twins, kin))
            || names_another(claim, &twins);
        for (at, (mention, held)) in twins.into_iter().enumerate().filter(|_| !is_another) {
            let fit = if held.fit == Fit::Contradicts && differing > 1 { Fit::Compatible } else { held.fit };
            answers.entry(at).or_default().push(Answer {
                kin,
                mention,
                kind: held.kind,
                fit,
                bound: held.bound,
                framed: false,
                whole: true,
            });
        }
    }
    answers
}

/// Whether the same words are about somebody else: "she", where each text has named its own.
pub(super) fn is_of_another(bench: &Bench<'_>, claim: &Claim<'_>, kin: &Kin) -> bool {
    let Some(reading) = bench.index.readings.get(kin.document) else { return true };
    let is_named = |name: &str| name.starts_with(char::is_uppercase);
    let differ = |(own, theirs): (&Fact, &Fact)| {
        let (own, theirs) = (&own.statement.subject.name, &theirs.statement.subject.name);
        is_named(own) && is_named(theirs) && bench.index.names.kinship(own, kin.document, theirs) == Kinship::None
    };
    !claim.knows_meant(bench, kin.document)
        || claim.facts.len() == kin.facts(reading).len() && claim.facts.iter().zip(kin.facts(reading)).any(differ)
}

/// The values of a sentence, each with what it says of that of the claim; nothing where the sentences are no twins.
fn twins<'a>(bench: &Bench<'a>, claim: &Claim<'_>, own: &[String], kin: &Kin) -> Option<Vec<(&'a Mention, Held)>> {
    let reading = bench.index.readings.get(kin.document)?;
    let text = &bench.index.document(kin.document).text;
    let values: Vec<&Mention> = kin.mentions(reading).iter().filter(|mention| is_value(mention)).collect();
    if values.len() != claim.values.len() || skeleton(text, kin.span, &values) != own {
        return None;
    }
    let held = |(asked, theirs): (&&Mention, &'a Mention)| {
        let held = Value::of(asked)?.held_against(bench, claim.style, &Value::of(theirs)?)?;
        let is_of_one = held.kind != Kind::Other && (held.kind != Kind::Near || held.fit == Fit::Supports);
        is_of_one.then_some((theirs, held))
    };
    claim.values.iter().zip(values).map(held).collect()
}

/// Whether all that differs is a day of the calendar that both write out, of something that is named or known: of one deed it cannot
/// have been on both. What happens again and again ("police were called"), or to one of many ("opened a plant"), may have been.
fn is_misdated(bench: &Bench<'_>, claim: &Claim<'_>, twins: &[(&Mention, Held)], kin: &Kin) -> bool {
    let text = &bench.index.document(kin.document).text;
    let is_day = |value: &Mention| matches!(Value::of(value), Some(Value::Days(days)) if days.grain == Grain::Day);
    let is_written = |value: &Mention, text: &str| is_day(value) && is_told(value, text);
    let pairs = || claim.values.iter().zip(twins).filter(|(_, (_, held))| held.fit == Fit::Contradicts);
    is_known(bench, claim)
        && pairs().next().is_some()
        && pairs().all(|(own, (theirs, _))| is_written(own, claim.text) && is_written(theirs, text))
}

/// Whether a claim tells of something that is named or known, and of none of many.
pub(super) fn is_known(bench: &Bench<'_>, claim: &Claim<'_>) -> bool {
    let words: Vec<String> = claim.span.slice(claim.text).split_whitespace().map(str::to_lowercase).collect();
    let is_some = |word: &String| bench.index.vocabulary.lists("one of many", word);
    let is_known = !claim.names.is_empty() || words.first().is_some_and(|first| first == "the");
    is_known && !words.iter().any(is_some)
}

/// Whether a number by which a thing is called differs: flight 12 is not flight 14.
fn names_another(claim: &Claim<'_>, twins: &[(&Mention, Held)]) -> bool {
    let is_label = |own: &Mention| {
        let is_rank = Value::of(own).is_some_and(|value| value.is_rank());
        is_rank && own.span.slice(claim.text).ends_with(|c: char| c.is_ascii_digit())
    };
    claim.values.iter().zip(twins).any(|(own, (_, held))| held.fit != Fit::Supports && is_label(own))
}

fn is_number(mention: &Mention) -> bool {
    matches!(Value::of(mention), Some(Value::Quantity(_)))
}

/// The words of a sentence in lower case, with a gap for each value.
fn skeleton(text: &str, sentence: Span, values: &[&Mention]) -> Vec<String> {
    let gaps = Covered::new(values.iter().map(|value| value.span));
    let mut words: Vec<String> = Vec::new();
    for token in tokenize(sentence.slice(text)) {
        let span = Span { start: token.span.start + sentence.start, end: token.span.end + sentence.start };
        let word = span.slice(text);
        if gaps.touches(span) {
            if words.last().is_none_or(|last| !last.is_empty()) {
                words.push(String::new());
            }
        } else if word.starts_with(char::is_alphanumeric) {
            words.push(word.to_lowercase());
        }
    }
    words
}
