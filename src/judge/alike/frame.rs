//! What a value is one of, by the words around it: the noun that it is told of, and the rest of its part of the sentence.
//!
//! A summary says in one sentence what an article says in five. What it tells of one number is held against what the article tells of
//! another one: where all of that is the same, and the article has the number nowhere, one of them is wrong.

use crate::extract::{Grammar, Mention, MentionKind, WordClass};
use crate::index::content;
use crate::judge::Bench;
use crate::source::Span;

use super::claim::{is_any, is_value};

/// The words around a value, in lower case.
#[derive(Clone, Debug, Default)]
pub(super) struct Frame {
    /// Those of what it is of: "net profit", "stores".
    pub head: Vec<String>,
    /// The others of its part of the sentence.
    pub rest: Vec<String>,
    /// Its pairs of neighbouring words: "left lane".
    pairs: Vec<[String; 2]>,
    /// What there is so much for each of: "share".
    per: Option<String>,
}

impl Frame {
    /// That of a mention of a sentence; `inside` are the mentions of the sentence.
    pub fn of(bench: &Bench<'_>, text: &str, sentence: Span, inside: &[Mention], own: &Mention) -> Self {
        let grammar = bench.index.grammar;
        let part = part(text, sentence, inside, own);
        let words = |span: Span| -> Vec<String> {
            let says = |word: &String| !grammar.is_framing(word) && !word.starts_with(|c: char| c.is_ascii_digit());
            content(grammar, span.slice(text)).map(|(_, word)| word).filter(says).collect()
        };
        let MentionKind::Quantity(quantity) = &own.kind else { return Self::default() };
        let unit = quantity.unit.filter(|_| super::value::counts(&quantity.quantity));
        let head: Vec<String> = quantity.about.into_iter().chain(unit).flat_map(words).collect();
        let around = [Span { end: own.span.start, ..part }, Span { start: own.span.end, ..part }];
        let rest = around.into_iter().flat_map(words).filter(|word| !head.contains(word)).collect();
        Self {
            head,
            rest,
            pairs: pairs(bench, part.slice(text)),
            per: per(grammar, Span { start: own.span.end, ..part }.slice(text)),
        }
    }

    /// Whether a word that the other sentence lacks stands in front of one where that has another word: the left lane, and the right one.
    /// `has` tells which words the other sentence has, `claimed` are those of the whole sentence of this one.
    pub fn is_told_apart(
        &self,
        bench: &Bench<'_>,
        other: &Frame,
        has: impl Fn(&str) -> bool,
        claimed: &[String],
    ) -> bool {
        let (wording, grammar) = (bench.index.wording(), bench.index.grammar);
        let is_same = |one: &str, two: &str| wording.is_same(grammar, one, two);
        let has_another = |[own, noun]: &[String; 2]| {
            !has(own)
                && other
                    .pairs
                    .iter()
                    .any(|[theirs, head]| is_same(head, noun) && !claimed.iter().any(|word| is_same(word, theirs)))
        };
        self.pairs.iter().any(has_another)
    }

    /// Whether another value is one of the very same: of the same noun, which nothing tells from this one. `claimed` are the words of the
    /// whole sentence of this one.
    pub fn is_that_of(&self, bench: &Bench<'_>, other: &Frame, claimed: &[String]) -> bool {
        let (wording, grammar) = (bench.index.wording(), bench.index.grammar);
        let has = |all: &[String], word: &String| all.iter().any(|own| wording.is_same(grammar, own, word));
        let is_told = |word: &String| has(&other.head, word) || has(&other.rest, word);
        !self.head.is_empty()
            && self.per == other.per
            && self.head.iter().all(is_told)
            && other.head.iter().all(|word| has(claimed, word) || has(&self.head, word))
    }

    /// Whether another number of people is one of those who do the same: those who are employed are not those who came.
    pub fn does_the_same(&self, bench: &Bench<'_>, other: &Frame) -> bool {
        let (wording, grammar) = (bench.index.wording(), bench.index.grammar);
        let is_told = |word: &String| other.rest.iter().any(|own| wording.is_same(grammar, own, word));
        let is_anybody = !self.head.is_empty() && self.head.iter().all(|word| grammar.is_anybody(word));
        !is_anybody || self.rest.iter().any(|word| !is_any(bench, word) && is_told(word))
    }
}

/// The words of a text that stand side by side.
fn pairs(bench: &Bench<'_>, text: &str) -> Vec<[String; 2]> {
    let words: Vec<(Span, String)> = content(bench.index.grammar, text).collect();
    let is_joint = |pair: &&[(Span, String)]| matches!(pair, [one, two] if two.0.start <= one.0.end + 1);
    let pair = |pair: &[(Span, String)]| match pair {
        [one, two] => Some([one.1.clone(), two.1.clone()]),
        _ => None,
    };
    words.windows(2).filter(is_joint).filter_map(pair).collect()
}

/// The part of a sentence that tells of a value: between the marks and the numbers on either side of it.
fn part(text: &str, sentence: Span, inside: &[Mention], own: &Mention) -> Span {
    const MARKS: [char; 8] = [',', ';', ':', '(', ')', '–', '—', '|'];
    let others = || inside.iter().filter(|other| is_value(other) && !other.span.overlaps(own.span));
    let before = others().map(|other| other.span.end).filter(|end| *end <= own.span.start).max();
    let behind = others().map(|other| other.span.start).filter(|start| *start >= own.span.end).min();
    let (start, end) = (before.unwrap_or(sentence.start), behind.unwrap_or(sentence.end));
    let left = Span { start: start.min(own.span.start), end: own.span.start };
    let right = Span { start: own.span.end, end: end.max(own.span.end) };
    let right = Span { end: right.start + joint(right.slice(text)), ..right };
    let from = left.slice(text).rfind(MARKS).and_then(|at| u32::try_from(at + 1).ok()).unwrap_or(0);
    let length = right.slice(text).find(MARKS).and_then(|at| u32::try_from(at).ok()).unwrap_or(right.end - right.start);
    Span { start: left.start + from, end: right.start + length }
}

/// Where another statement begins behind a value: "and net income was", "to close the plant".
fn joint(behind: &str) -> u32 {
    const JOINTS: [&str; 7] = [" and ", " but ", " while ", " which ", " who ", " that ", " to "];
    let first = JOINTS.iter().filter_map(|joint| behind.find(joint)).min();
    first.and_then(|at| u32::try_from(at).ok()).unwrap_or_else(|| u32::try_from(behind.len()).unwrap_or(0))
}

/// "per share", "a share", right behind a value.
fn per(grammar: &Grammar, behind: &str) -> Option<String> {
    let mut words = behind.split_whitespace();
    let first = words.next()?.to_lowercase();
    let is_each = grammar.classes(&first).has(WordClass::Distributive) || matches!(&first[..], "a" | "an" | "per");
    words.find(|word| is_each && !grammar.classes(word).has(WordClass::Adjective)).map(str::to_lowercase)
}
