//! To what a deed was done of which a number is told: "will close its Lund plant and sell 42 pubs for £61 million" says nothing of what the
//! plant is sold for, though the sentence has all the words.

use super::accounted::set_aside;
use super::claims::{Part, is_proposition};
use super::unsaid::Held;
use super::{Bench, Evidence, Rule, Verdict, words};
use crate::extract::{Fact, Reading};
use crate::index::content;
use crate::source::Span;
use crate::statement::Value;

/// The parts of a text; a passage with the same deed, done to something else, while what is asserted has another one done to it, says
/// nothing of a number of it.
pub fn hold(bench: &Bench<'_>, reading: &Reading, mut parts: Vec<Part>) -> Vec<Part> {
    let is_held =
        |part: &&mut Part| part.judgement.verdict == Verdict::Supported && part.judgement.rule != Rule::Derivation;
    for part in parts.iter_mut().filter(is_held) {
        let Some((verb, object)) = deed(reading, part.focus) else { continue };
        let asked = Object::of(bench, object);
        set_aside(&mut part.judgement, |evidence| {
            let told = done_to(bench, evidence);
            let (own, others): (Vec<_>, Vec<_>) = told.into_iter().partition(|(own, _)| *own == verb);
            let is_other = |(_, own): &(&str, &str)| {
                let own = Object::of(bench, own);
                let is_elsewhere =
                    |word: &String| others.iter().any(|(_, other)| Object::of(bench, other).has(bench, word));
                let mut unsaid = asked.words.iter().filter(|word| !own.has(bench, word));
                own.words.iter().any(|word| !asked.has(bench, word)) && unsaid.any(is_elsewhere)
            };
            let object = own.first().filter(|_| own.iter().all(is_other))?.1;
            Some(words::done_to(verb, object))
        });
    }
    parts
}

/// The words for something that something is done to.
struct Object {
    words: Vec<String>,
    held: Held,
}

impl Object {
    fn of(bench: &Bench<'_>, text: &str) -> Self {
        let mut held = Held::default();
        held.add(bench, text);
        Self { words: content(bench.index.grammar, text).map(|(_, word)| word).collect(), held }
    }

    fn has(&self, bench: &Bench<'_>, word: &str) -> bool {
        self.held.has(bench, word)
    }
}

/// The deed in whose clause a number stands, and to what it is done, which is not the number itself.
fn deed(reading: &Reading, number: Span) -> Option<(&str, &str)> {
    let sentence = reading.sentence_at(number);
    let is_deed =
        |fact: &&Fact| is_proposition(&fact.statement) && fact.passage.contains(number) && !fact.focus.overlaps(number);
    let fact = reading.facts_of(sentence).iter().rev().find(is_deed)?;
    object(fact).map(|object| (fact.statement.measure.name.as_str(), object))
}

/// What is done to what in the sentence of a passage's number.
fn done_to<'a>(bench: &Bench<'a>, evidence: &Evidence) -> Vec<(&'a str, &'a str)> {
    let document = bench.index.document(evidence.document);
    let Some(reading) = bench.index.readings.get(evidence.document) else { return Vec::new() };
    let facts = reading.facts_of(reading.sentence_at(document.reading(evidence.focus.span))).iter();
    let told = facts.filter(|fact| is_proposition(&fact.statement));
    told.filter_map(|fact| Some((fact.statement.measure.name.as_str(), object(fact)?))).collect()
}

fn object(fact: &Fact) -> Option<&str> {
    match &fact.statement.value {
        Some(Value::Text(text)) => Some(text.as_str()).filter(|text| !text.is_empty()),
        Some(Value::Quantity(_) | Value::Days(_) | Value::List(_)) | None => None,
    }
}
