//! The quarter whose results an article reports: "reported its results for the third quarter". What it tells of them without a time is of that
//! quarter, and not of the day on which it was told.

use super::LEAD;
use crate::corpus::Document;
use crate::extract::{Grammar, Mention, MentionKind, Reading, WordClass};
use crate::source::Span;
use crate::text::tokenize;
use crate::value::{Days, Grain};

/// The quarter, where the first sentences tell of one that is over, beside a word for results: the last of several.
pub(super) fn of(document: &Document, reading: &Reading, grammar: &Grammar) -> Option<Days> {
    let published = document.published?;
    let told = |sentence: &Span| {
        let text = sentence.slice(&document.text);
        let mut words = tokenize(text).into_iter().map(|token| token.span.slice(text).to_lowercase());
        let is_told = words.any(|word| is_of_results(grammar, &word));
        let inside = if is_told { reading.mentions_within(*sentence) } else { &[] };
        inside.iter().filter_map(quarter).collect::<Vec<_>>()
    };
    let quarters = reading.sentences.iter().take(LEAD).flat_map(told);
    let over = quarters.filter(|days| days.last.is_some_and(|last| last < published));
    over.max_by_key(|days| days.last)
}

fn quarter(mention: &Mention) -> Option<Days> {
    match &mention.kind {
        MentionKind::Time(time) => time.days.filter(|days| days.grain == Grain::Quarter),
        MentionKind::Quantity(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
    }
}

fn is_of_results(grammar: &Grammar, word: &str) -> bool {
    let is_told = |word: &str| {
        let classes = grammar.classes(word);
        classes.has(WordClass::Results) || classes.has(WordClass::Earned)
    };
    matches!(word, "result" | "results") || is_told(word)
}
