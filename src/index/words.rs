//! Words compared by their stems.

use std::borrow::Cow;

use crate::extract::{Grammar, key, singular};
use crate::source::Span;
use crate::statement::{Measure, Vocabulary};
use crate::text::{american, tokenize};

/// A rough stem: "investment", "invested" and "investing" come down to "invest".
pub fn stem(word: &str) -> String {
    let word = singular(word);
    let word = american(&word).into_owned();
    let cut = ["ment", "ing", "ed", "ation", "er", "e"]
        .iter()
        .find_map(|end| word.strip_suffix(end).filter(|stem| stem.len() >= 4));
    cut.map(str::to_owned).unwrap_or(word)
}

/// The stems of the words of a measure's form.
pub fn form_stems(form: &str) -> Vec<String> {
    form.split([' ', '-']).filter(|word| !word.is_empty()).map(stem).collect()
}

/// A name for comparison, whichever of its two spellings it has: "Centre for Health", "Center for Health".
pub fn name_key(name: &str) -> String {
    let key = key(name);
    if key.split(' ').all(|word| matches!(american(word), Cow::Borrowed(same) if same == word)) {
        return key;
    }
    key.split(' ').map(american).collect::<Vec<_>>().join(" ")
}

/// The words of a measure's forms and name.
pub(super) fn measure_words(measure: &Measure) -> impl Iterator<Item = &str> {
    let forms = measure.forms.iter().chain([&measure.name]);
    forms.flat_map(|form| form.split([' ', '-'])).filter(|word| !word.is_empty())
}

/// The words of a text that say something, in lower case, with their places in it.
pub fn content<'a>(
    grammar: &'a Grammar,
    vocabulary: &'a Vocabulary,
    text: &'a str,
) -> impl Iterator<Item = (Span, String)> + 'a {
    let telling = vocabulary.words.get("telling preposition");
    let tells = move |word: &str| telling.is_some_and(|telling| telling.iter().any(|own| own == word));
    let words = scores_joined(text).into_iter().map(move |span| (span, span.slice(text)));
    let is_running = text.contains(char::is_lowercase);
    // The US is not us, nor the WHO who.
    let stands_for = move |word: &str| is_running && word.len() > 1 && word.bytes().all(|c| c.is_ascii_uppercase());
    words
        .filter(|(_, word)| word.chars().next().is_some_and(char::is_alphanumeric))
        .filter(move |(_, word)| {
            let small = word.to_lowercase();
            stands_for(word) || tells(&small) || !grammar.is_function_word(&small)
        })
        .map(|(span, word)| (span, word.to_lowercase()))
}

/// The tokens of a text, with a score as one of them: "3-2" is not "2-3".
fn scores_joined(text: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for token in tokenize(text) {
        let (own, before) = (token.span.slice(text), spans.last().copied().unwrap_or_default());
        let is_joint = before.end == token.span.start && !before.is_empty();
        let begins_with_digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        let is_dash = |text: &str| matches!(text, "-" | "–");
        let joins = begins_with_digit(before.slice(text))
            && (is_dash(own) || begins_with_digit(own) && before.slice(text).ends_with(['-', '–']));
        match spans.last_mut().filter(|_| is_joint && joins) {
            Some(last) => *last = last.cover(token.span),
            None => spans.push(token.span),
        }
    }
    spans
}
