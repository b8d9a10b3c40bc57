//! What is so now, and what is over: "has four stores", "expects a profit". What was opened is not thereby had, what there once was need not
//! be there, and what had been expected is given up.

use super::Bench;
use super::sorts::is_rest;
use super::within::Words;
use crate::extract::{Form, Mention, MentionKind, Reading, WordClass};
use crate::source::Span;
use crate::statement::Statement;
use crate::value::{Dimension, Grain, Quantity};

/// How a number stands to now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Now {
    /// No more is said of it.
    #[default]
    Unsaid,
    /// "has four stores"
    Had,
    /// "wants four stores", "expects to open four"
    Meant,
    /// "opened four stores", "sold four"
    Done,
    /// "once had four stores", "had expected to open four"
    Over,
}

impl Now {
    /// How the number of a statement stands.
    pub fn of(bench: &Bench<'_>, text: &str, reading: &Reading, own: &Mention, statement: &Statement) -> Self {
        let sentence = reading.sentence_at(own.span);
        let Some(span) = reading.sentences.get(sentence).copied() else { return Self::Unsaid };
        let told = Told { words: Words::of(bench, text, span), reading, sentence, own, statement };
        told.expected().or_else(|| told.had()).unwrap_or_default()
    }

    /// Whether what is said so says nothing for or against what is asserted so.
    pub fn is_apart(self, asked: Self) -> bool {
        let is_now = |own: Self| matches!(own, Self::Had | Self::Meant);
        let is_gone = |own: Self| matches!(own, Self::Done | Self::Over);
        is_now(asked) && (is_gone(self) || is_now(self) && self != asked) || asked == Self::Over && is_now(self)
    }
}

/// A number, and the words around it.
struct Told<'a, 'b> {
    words: Words<'a, 'b>,
    reading: &'b Reading,
    sentence: usize,
    own: &'b Mention,
    statement: &'b Statement,
}

/// So many words in front of a verb may tell when: "had earlier", "had not yet".
const MOST_WORDS: usize = 3;

impl Told<'_, '_> {
    /// The verbs in front of the number, the last first; a word of another number is none: "four stores and two cafes".
    fn verbs(&self) -> impl Iterator<Item = usize> + '_ {
        let is_number = |at: &usize| {
            let span = self.words.span(*at);
            let inside = self.reading.mentions_within(span);
            inside.iter().any(|own| matches!(own.kind, MentionKind::Quantity(_)) && own.span.overlaps(span))
        };
        self.words.front(self.own.span).rev().filter(move |at| self.words.is_verb(*at) && !is_number(at))
    }

    /// "expects", "now plans"; "had expected", "previously planned".
    fn expected(&self) -> Option<Now> {
        let grammar = self.words.bench.index.grammar;
        let form = |at: usize| {
            let (verb, form) = grammar.entry(&self.words.lower(at)).verb?;
            let classes = grammar.verb_classes(verb);
            (classes.has(WordClass::Forecasting) || classes.has(WordClass::Planning)).then_some((at, form))
        };
        let (at, form) = self.verbs().find_map(form)?;
        let front = self.words.front(self.own.span).start;
        let mut before = (front.max(at.saturating_sub(MOST_WORDS))..at).rev();
        let mut is_helped = before.clone().filter(|at| self.words.is(*at, WordClass::Have));
        if is_helped.any(|at| self.words.lower(at) == "had") || before.any(|at| self.is_once(at)) {
            return Some(Now::Over);
        }
        Some(if matches!(form, Form::Base | Form::Third) { Now::Meant } else { Now::Unsaid })
    }

    /// "has four stores"; "opened four"; "once had four".
    fn had(&self) -> Option<Now> {
        let words = &self.words;
        let grammar = words.bench.index.grammar;
        let front = words.front(self.own.span);
        let verb = self.verbs().next()?;
        if (verb + 1..front.end).any(|at| words.is(at, WordClass::Preposition) && words.lower(at) != "than") {
            return None;
        }
        let word = words.lower(verb);
        if words.is(verb, WordClass::Have) {
            let is_meant = verb > 0 && (words.is(verb - 1, WordClass::Modal) || words.lower(verb - 1) == "to");
            return match word.as_str() {
                _ if is_meant => None,
                "had" => self.is_over(front.start).then_some(Now::Over),
                _ => Some(Now::Had),
            };
        }
        let (own, form) = grammar.entry(&word).verb?;
        let classes = grammar.verb_classes(own);
        let has = |class: WordClass| classes.has(class);
        match form {
            Form::Base | Form::Third => has(WordClass::Having).then_some(Now::Had),
            Form::Past if has(WordClass::Having) => self.is_over(front.start).then_some(Now::Over),
            Form::Past | Form::Participle => {
                let changes = [WordClass::Getting, WordClass::Parting, WordClass::Placing];
                changes.into_iter().any(has).then_some(Now::Done)
            }
            Form::Gerund => None,
        }
    }

    /// Whether what there was is said to be over: "once", "before the flood", "in 2020", or by how many there are now.
    fn is_over(&self, first: usize) -> bool {
        let words = &self.words;
        let vocabulary = words.bench.index.vocabulary;
        let (front, behind) = (words.front(self.own.span), words.behind(self.own.span));
        let is_edge = |at: usize| {
            let word = words.lower(at);
            matches!(word.as_str(), "before" | "until" | "till" | "when") || vocabulary.lists("back", &word)
        };
        let is_year = self.statement.qualifiers.when.is_some_and(|when| when.grain >= Grain::Year);
        is_year || (first..front.end).any(|at| self.is_once(at)) || behind.into_iter().any(is_edge) || self.has_rest()
    }

    fn is_once(&self, at: usize) -> bool {
        self.words.bench.index.vocabulary.lists("no longer", &self.words.lower(at))
    }

    /// "nine are left", "it has nine today": whether a number behind, of the same, is the one for now.
    fn has_rest(&self) -> bool {
        let Some(own) = quantity(self.own) else { return false };
        let bench = self.words.bench;
        let sentences = self.reading.sentences.iter().copied().enumerate().skip(self.sentence).take(2);
        sentences.into_iter().any(|(_, span)| {
            let words = Words::of(bench, self.words.text, span);
            let mut others = self.reading.mentions_within(span).iter().filter(|it| it.span.start > self.own.span.end);
            others.any(|other| {
                let is_same = quantity(other).is_some_and(|other| is_of_one(own, other));
                is_same && (is_rest(bench.index.grammar, self.words.text, other) || is_had(&words, other.span))
            })
        })
    }
}

/// Whether "has" or "have" stands right in front of a number.
fn is_had(words: &Words<'_, '_>, own: Span) -> bool {
    let last = words.front(own).next_back();
    last.is_some_and(|at| matches!(words.lower(at).as_str(), "has" | "have"))
}

fn quantity(own: &Mention) -> Option<&Quantity> {
    match &own.kind {
        MentionKind::Quantity(own) => Some(&own.quantity),
        MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
    }
}

/// Whether two numbers count the same, or one of them leaves out what it counts.
fn is_of_one(one: &Quantity, two: &Quantity) -> bool {
    let counts = |own: &Quantity| matches!(own.unit.dimension, Dimension::Count | Dimension::Number);
    counts(one) && counts(two) && (one.unit.code == two.unit.code || two.unit.code.is_empty())
}
