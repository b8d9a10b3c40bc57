//! What of a sentence a passage does not say. Subject, verb and object may agree, and the sentence still say more: a day, a place, a
//! charge, a score. A passage bears a sentence out only if it has a word for each of its words.

use std::collections::BTreeSet;

use super::Bench;
use crate::extract::{Grammar, MentionKind, singular};
use crate::index::{Found, content, stem};
use crate::source::Span;
use crate::statement::Statement;

/// The words of a sentence that have to be borne out.
#[derive(Debug)]
pub struct Said {
    /// As written, with their stems.
    words: Vec<(String, String)>,
    /// Those of its time, which are compared as days where a passage gives a time too.
    time: Vec<(String, String)>,
}

/// Whether the time of a sentence and that of a passage have been compared as days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timed {
    /// They have.
    Compared,
    /// One of them gives none.
    ByWords,
}

impl Said {
    /// The words of a clause, without those of its subject and its verb, which are compared by what they mean; `time` is where it tells
    /// when.
    pub fn new(bench: &Bench<'_>, text: &str, clause: Span, time: Option<Span>, statement: &Statement) -> Self {
        let (grammar, vocabulary) = (bench.index.grammar, bench.index.vocabulary);
        let subject = &statement.subject;
        let compared: BTreeSet<String> = subject
            .name
            .split(' ')
            .chain(subject.topic.iter().map(String::as_str))
            .chain(statement.measure.name.split(' '))
            .map(|word| stem(&word.to_lowercase()))
            .collect();
        let verb = |word: &str| grammar.entry(word).verb.map(|(verb, _)| grammar.verb(verb).to_owned());
        let is_compared = |word: &str, own: &str| {
            compared.contains(own) || verb(word).is_some_and(|verb| compared.contains(&stem(&verb)))
        };
        let of = |span: Span| {
            let words = content(grammar, vocabulary, span.slice(text)).map(|(_, word)| (stem(&word), word));
            words.map(|(own, word)| (word, own)).filter(|(word, own)| !is_compared(word, own)).collect()
        };
        match time.filter(|time| clause.contains(*time)) {
            Some(time) => {
                let parts = [Span { end: time.start, ..clause }, Span { start: time.end, ..clause }];
                Self { words: parts.into_iter().flat_map(|part| -> Vec<_> { of(part) }).collect(), time: of(time) }
            }
            None => Self { words: of(clause), time: Vec::new() },
        }
    }

    /// The first word that the sentence of a passage has none for. `means` tells of words that mean the same; `timed` passages have
    /// their time compared already.
    pub fn unsaid(
        &self,
        bench: &Bench<'_>,
        found: Found<'_>,
        timed: Timed,
        means: impl Fn(&str) -> bool,
    ) -> Option<&str> {
        let text = &bench.index.document(found.document).text;
        let reading = bench.index.readings.get(found.document)?;
        let sentence = reading.sentences.get(found.fact.sentence).copied().unwrap_or(found.fact.passage);
        let grammar = bench.index.grammar;
        // "Lund" says as much as the "Ida Lund" that it is short for.
        let named = reading.mentions.iter().filter(|mention| mention.span.overlaps(sentence));
        let full = named.filter_map(|mention| match &mention.kind {
            MentionKind::Name { canonical, .. } => Some(canonical.as_str()),
            MentionKind::Quantity(_) | MentionKind::Time(_) | MentionKind::Quote(_) => None,
        });
        let mut held = Held::default();
        full.chain([sentence.slice(text)]).for_each(|text| held.add(bench, text));
        let is_held = |(word, _): &&(String, String)| held.has(grammar, word) || means(word);
        let time = if timed == Timed::Compared { &[][..] } else { &self.time };
        self.words.iter().chain(time).find(|word| !is_held(word)).map(|(word, _)| word.as_str())
    }
}

/// The words of passages.
#[derive(Clone, Debug, Default)]
pub struct Held {
    stems: BTreeSet<String>,
    synonyms: BTreeSet<u32>,
    verbs: BTreeSet<u32>,
}

impl Held {
    /// Takes in the words of a text.
    pub fn add(&mut self, bench: &Bench<'_>, text: &str) {
        let grammar = bench.index.grammar;
        for (_, word) in content(grammar, bench.index.vocabulary, text) {
            self.stems.insert(stem(&word));
            self.synonyms.extend(grammar.synonym(&singular(&word)));
            self.verbs.extend(grammar.entry(&word).verb.map(|(verb, _)| verb));
        }
    }

    /// Whether they hold a word in lower case, or another form of it, or one of its meaning.
    pub fn has(&self, grammar: &Grammar, word: &str) -> bool {
        self.stems.contains(&stem(word))
            || grammar.synonym(&singular(word)).is_some_and(|set| self.synonyms.contains(&set))
            || grammar.entry(word).verb.is_some_and(|(verb, _)| self.verbs.contains(&verb))
    }
}
