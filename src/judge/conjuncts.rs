//! Which words of a sentence another part of it is judged by: "opened in 1954 and is 1,240 feet long" says two things, and each is held
//! against the articles by itself.

use std::collections::BTreeSet;

use super::Bench;
use crate::extract::{Grammar, Reading, WordClass};
use crate::source::Span;
use crate::text::tokenize;

/// The stretches of a sentence, from one conjunction, subordinator or relative pronoun to the next, in which others of its parts stand
/// and not the one at `own`. A part that opens right behind a comma, or behind a relative pronoun there, ends with the next one: "Acme,
/// based in Lund, will build it".
pub fn of_others(
    bench: &Bench<'_>,
    text: &str,
    reading: &Reading,
    sentence: Span,
    own: Span,
    parts: &[Span],
) -> Vec<Span> {
    let mentions = reading.mentions_within(sentence);
    let inside = |word: Span| mentions.iter().any(|mention| mention.span.contains(word));
    let words = tokenize(sentence.slice(text))
        .into_iter()
        .map(|token| Span { start: token.span.start + sentence.start, end: token.span.end + sentence.start });
    let words: Vec<Span> = words.collect();
    let is_comma = |word: &Span| word.slice(text) == ",";
    // "Acme, which opened in 1956, has"
    let relative = |word: &Span| bench.index.grammar.classes(&word.slice(text).to_lowercase()).has(WordClass::Relative);
    let begins = |word: &Span| relative(word) || parts.iter().any(|part| part.start == word.start);
    let opens = |pair: &&[Span]| is_comma(&pair[0]) && begins(&pair[1]);
    let inserted = words.windows(2).filter(opens).flat_map(|pair| {
        let end = words.iter().find(|word| word.start > pair[1].start && is_comma(word) && !inside(**word));
        end.into_iter().flat_map(move |end| [pair[0].start, end.start])
    });
    let links = words.iter().filter(|word| links(bench.index.grammar, word.slice(text)) && !inside(**word));
    let starts: BTreeSet<u32> =
        [sentence.start].into_iter().chain(links.map(|word| word.start)).chain(inserted).collect();
    let ends = starts.iter().skip(1).copied().chain([sentence.end]);
    let stretches = starts.iter().zip(ends).map(|(start, end)| Span { start: *start, end });
    let is_of_others = |stretch: &Span| !stretch.overlaps(own) && parts.iter().any(|part| stretch.contains(*part));
    stretches.filter(is_of_others).collect()
}

/// Whether a word opens another clause, or may.
fn links(grammar: &Grammar, word: &str) -> bool {
    let word = word.to_lowercase();
    let classes = grammar.classes(&word);
    classes.has(WordClass::Conjunction) || classes.has(WordClass::Subordinator) || classes.has(WordClass::Relative)
}
