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
    let words = scores_joined(grammar, text).into_iter().map(move |span| (span, span.slice(text)));
    let is_running = text.contains(char::is_lowercase);
    // The US is not us, nor the WHO who.
    let stands_for = move |word: &str| is_running && word.len() > 1 && word.bytes().all(|c| c.is_ascii_uppercase());
    words
        .filter(|(_, word)| word.chars().next().is_some_and(char::is_alphanumeric))
        .filter(move |(_, word)| {
            let small = word.to_lowercase();
            stands_for(word) || tells(&small) || !grammar.is_function_word(&small)
        })
        .map(|(span, word)| (span, score(word).unwrap_or_else(|| word.to_lowercase())))
}

/// "6 to 3" and "6-to-3" as "6-3".
fn score(text: &str) -> Option<String> {
    let (left, right) = text.split_once("to")?;
    let ends = [left, right].map(|end| end.trim_matches([' ', '-', '–']));
    let is_whole = |end: &&str| !end.is_empty() && end.bytes().all(|byte| byte.is_ascii_digit());
    ends.iter().all(is_whole).then(|| ends.join("-"))
}

/// The tokens of a text, with a score as one of them: "3-2" is not "2-3", nor is "3 to 2" the two numbers.
fn scores_joined(grammar: &Grammar, text: &str) -> Vec<Span> {
    let tokens = tokenize(text);
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.slice(text));
    let begins_with_digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let is_dash = |text: &str| matches!(text, "-" | "–");
    let is_whole = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_free = |word: &str| !word.starts_with(char::is_alphabetic) || grammar.is_function_word(word);
    let is_pair = |at: usize| is_whole(word(at)) && word(at + 1) == "to" && is_whole(word(at + 2));
    let levels = |at: usize| matches!(at.checked_sub(1).map_or("", word), "from" | "between");
    let mut spans: Vec<Span> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let (own, before) = (word(at), spans.last().copied().unwrap_or_default());
        let is_joint = before.end == token.span.start && !before.is_empty();
        let is_behind_dash = before.slice(text).ends_with(['-', '–']);
        let joins = begins_with_digit(before.slice(text))
            && (is_dash(own) || is_behind_dash && (begins_with_digit(own) || own == "to"));
        match spans.last_mut().filter(|_| is_joint && joins) {
            Some(last) => *last = last.cover(token.span),
            None if is_pair(at)
                && !levels(at)
                && (is_free(word(at + 3)) || word(at + 3).starts_with(char::is_uppercase)) =>
            {
                spans.push(token.span.cover(tokens[at + 2].span));
                at += 2;
            }
            None => spans.push(token.span),
        }
        at += 1;
    }
    spans
}
