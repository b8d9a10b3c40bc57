//! Sentences that are the same but for their values: which value stands for which is told by their order.

use std::collections::BTreeMap;

use crate::extract::Mention;
use crate::judge::Bench;
use crate::source::{Covered, Span};
use crate::text::tokenize;
use crate::value::Fit;

use super::Answer;
use super::claim::{Claim, is_value};
use super::kin::Kin;
use super::value::{Held, Kind, Value};

/// By the place of a value among those of a claim, what the values say that stand for it in the same sentence of some article. A sentence
/// that is of other days may tell of another event: it says nothing.
pub(super) fn answers<'a>(bench: &Bench<'a>, claim: &Claim<'_>, kin: &'a [Kin]) -> BTreeMap<usize, Vec<Answer<'a>>> {
    let mut answers: BTreeMap<usize, Vec<Answer<'a>>> = BTreeMap::new();
    let own = skeleton(claim.text, claim.span, &claim.values);
    for kin in kin.iter().filter(|kin| kin.lacking == 0) {
        let twins = twins(bench, claim, &own, kin).unwrap_or_default();
        let differing = twins.iter().filter(|(_, held)| held.fit != Fit::Supports).count();
        let is_another = twins.iter().any(|(mention, held)| !is_number(mention) && held.fit != Fit::Supports);
        for (at, (mention, held)) in twins.into_iter().enumerate().filter(|_| !is_another) {
            let fit = if held.fit == Fit::Contradicts && differing > 1 { Fit::Compatible } else { held.fit };
            answers.entry(at).or_default().push(Answer { kin, mention, kind: held.kind, fit, bound: held.bound });
        }
    }
    answers
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
        (held.kind != Kind::Other).then_some((theirs, held))
    };
    claim.values.iter().zip(values).map(held).collect()
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
