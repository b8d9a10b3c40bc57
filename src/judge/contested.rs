//! Numbers that one article has otherwise, and another just so with all words of the sentence: who says so tells it in a way that the
//! engine has not read, and what would be called wrong is at least disputed.

use std::collections::BTreeSet;

use super::align::is_asked;
use super::claims::Part;
use super::negated::Negated;
use super::{Bench, Evidence, Judgement, Rule, Stance, Verdict};
use crate::extract::{Fact, Grammar, MentionKind, Reading, WordClass};
use crate::index::{content, stem};
use crate::source::Span;
use crate::statement::Modality;
use crate::text::tokenize;
use crate::value::{Fit, Quantity, Relation, compare};

/// A sentence of fewer words may stand anywhere.
const LEAST: usize = 3;

/// The parts of a text; a number that the articles contradict is left open where one of them has it in a sentence with all words of the
/// claim's.
pub fn hold(bench: &Bench<'_>, text: &str, reading: &Reading, mut parts: Vec<Part>) -> Vec<Part> {
    for part in parts.iter_mut().filter(|part| part.judgement.verdict == Verdict::Contradicted) {
        let number = reading.mentions_within(part.focus).iter().find_map(|mention| quantity(&mention.kind));
        let Some(number) = number else { continue };
        let Some(sentence) = reading.sentences.get(reading.sentence_at(part.focus)).copied() else { continue };
        let asked = telling(bench, text, reading, sentence);
        let found = Some(asked).filter(|asked| asked.len() >= LEAST);
        let found = found.and_then(|asked| passage(bench, &asked, number, &part.judgement));
        let Some(evidence) = found else { continue };
        let judgement = &mut part.judgement;
        judgement.verdict = Verdict::Ambiguous;
        judgement.rule = Rule::SomeEvent;
        let otherwise = judgement.evidence.iter().find(|evidence| evidence.stance == Stance::Contradicts);
        let otherwise = otherwise.map_or("says otherwise", |evidence| evidence.reason.as_str());
        judgement.reason = format!("a passage {otherwise}; another has all of the sentence, and {}", evidence.reason);
        judgement.advice.clear();
        judgement.fault = None;
        judgement.evidence.push(evidence);
    }
    parts
}

fn quantity(kind: &MentionKind) -> Option<&Quantity> {
    match kind {
        MentionKind::Quantity(own) => Some(&own.quantity),
        MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
    }
}

/// The stems of the words of a sentence, without its numbers.
fn telling(bench: &Bench<'_>, text: &str, reading: &Reading, sentence: Span) -> BTreeSet<String> {
    let start = sentence.start;
    let is_number = |word: Span| {
        let mentions = reading.mentions_within(word);
        mentions.iter().any(|mention| quantity(&mention.kind).is_some() && mention.span.overlaps(word))
    };
    content(bench.index.grammar, sentence.slice(text))
        .filter(|(span, _)| !is_number(Span { start: span.start + start, end: span.end + start }))
        .map(|(_, word)| stem(&word))
        .collect()
}

/// Whether a sentence takes back what it says: "denied that it had cut 200 jobs", "never cut".
fn denies(grammar: &Grammar, sentence: &str) -> bool {
    let denies = |word: &str| {
        let word = word.to_lowercase();
        Negated::denies(grammar, &word) || grammar.classes(grammar.dictionary_form(&word)).has(WordClass::Denying)
    };
    tokenize(sentence).into_iter().any(|token| denies(token.span.slice(sentence)))
}

/// The first sentence of the articles with all of some words and a number, and no other of its sort, that is not among the evidence.
fn passage(bench: &Bench<'_>, asked: &BTreeSet<String>, number: &Quantity, judgement: &Judgement) -> Option<Evidence> {
    let is_it = |own: &Quantity| compare(own, Relation::Equal, number, bench.policy).fit == Fit::Supports;
    let is_like = |own: &Quantity| own.unit.dimension == number.unit.dimension;
    let documents = bench.index.readings.iter().enumerate().filter(|(at, _)| is_asked(bench, *at));
    documents.into_iter().find_map(|(at, reading)| {
        let document = bench.index.document(at);
        let heard = judgement.evidence.iter().filter(|evidence| evidence.document == at);
        let heard: Vec<Span> = heard.map(|evidence| document.reading(evidence.passage.span)).collect();
        let mentions = reading.mentions.iter().enumerate();
        let numbers = mentions.filter(|(_, mention)| quantity(&mention.kind).is_some_and(is_it));
        numbers.into_iter().find_map(|(place, mention)| {
            let number = reading.sentence_at(mention.span);
            let sentence = *reading.sentences.get(number)?;
            // "was to cost $20 million" bears out nothing of what it did cost.
            let is_due = |fact: &Fact| fact.statement.modality.is_some_and(|modality| modality < Modality::Ongoing);
            if reading.facts_of(number).iter().any(|fact| fact.quantity == Some(place) && is_due(fact)) {
                return None;
            }
            let likes = reading.mentions_within(sentence).iter().filter(|own| quantity(&own.kind).is_some_and(is_like));
            let denied = || denies(bench.index.grammar, sentence.slice(&document.text));
            let alone = likes.count() == 1 && !denied() && !heard.iter().any(|heard| heard.overlaps(sentence));
            let told = Some(()).filter(|()| alone).map(|()| telling(bench, &document.text, reading, sentence))?;
            let reason = format!("says “{}”", mention.span.slice(&document.text));
            let evidence = Evidence::at((at, document), sentence, mention.span, Stance::Compatible, reason);
            asked.is_subset(&told).then_some(evidence)
        })
    })
}
