//! Words compared by their stems.

use std::borrow::Cow;

use crate::extract::{Grammar, key, singular};
use crate::source::Span;
use crate::statement::Measure;
use crate::text::{Tally, american, tokenize};

/// A rough stem: "investment", "invested" and "investing" come down to "invest".
pub fn stem(word: &str) -> String {
    let one = singular(word);
    let word = american(&one);
    // Most endings are told from the word's by their last letter.
    let may_be_cut = matches!(word.as_bytes().last(), Some(b't' | b'g' | b'd' | b'n' | b'r' | b'e'));
    let mut endings = ["ment", "ing", "ed", "ation", "er", "e"].iter().filter(|_| may_be_cut);
    let cut = endings.find_map(|end| word.strip_suffix(end).filter(|stem| stem.len() >= 4));
    cut.unwrap_or(&word).to_owned()
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
pub fn content<'a>(grammar: &'a Grammar, text: &'a str) -> impl Iterator<Item = (Span, String)> + 'a {
    let mut words = scores_joined(grammar, text);
    for at in 1..words.len() {
        let (verb, particle) = (words[at - 1].0.slice(text), words[at].0.slice(text));
        if let Some(plain) = grammar.one_verb(verb, particle) {
            words[at - 1].1 = Some(plain.to_owned());
        }
    }
    let words = words.into_iter().map(move |(span, one)| (span, span.slice(text), one));
    let is_running = text.contains(char::is_lowercase);
    // The US is not us, nor the WHO who.
    let stands_for = move |word: &str| is_running && word.len() > 1 && word.bytes().all(|c| c.is_ascii_uppercase());
    // "Won't" and "can't" are no words of their own.
    let is_contracted = |span: Span| {
        let behind = text.get(span.range().end..).unwrap_or_default();
        ["n't", "n’t"].iter().any(|not| behind.starts_with(not))
    };
    words
        .filter(|(_, word, _)| word.chars().next().is_some_and(char::is_alphanumeric))
        .filter(move |(span, ..)| !is_contracted(*span))
        .filter(move |(_, word, _)| stands_for(word) || grammar.tells(word))
        .map(|(span, word, one)| (span, one.unwrap_or_else(|| word.to_lowercase())))
}

/// The tokens of a text, with a score as one of them, and how it is written in figures: "3-2" is not "2-3", nor is "3 to 2" the two numbers.
fn scores_joined(grammar: &Grammar, text: &str) -> Vec<(Span, Option<String>)> {
    let tokens = tokenize(text);
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.slice(text));
    let glued = |at: usize| tokens.get(at).is_some_and(|token| token.glued);
    let begins_with_digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let is_dash = |text: &str| matches!(text, "-" | "–");
    let is_free = |word: &str| !word.starts_with(char::is_alphabetic) || grammar.is_function_word(word);
    let is_open = |at: usize| is_free(word(at)) || word(at).starts_with(char::is_uppercase);
    let levels = |at: usize| matches!(at.checked_sub(1).map_or("", word), "from" | "between");
    let joins = |at: usize, tally: &Tally| word(at + 1) != "to" || !levels(at) && is_open(tally.end);
    let in_words = |at: usize| !is_dash(word(at + 1)) || word(at + 2).eq_ignore_ascii_case("to");
    let mut spans: Vec<(Span, Option<String>)> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let (own, before) = (word(at), spans.last().map(|(span, _)| *span).unwrap_or_default());
        let is_joint = before.end == token.span.start && !before.is_empty();
        let is_behind_dash = before.slice(text).ends_with(['-', '–']);
        let goes_on = begins_with_digit(before.slice(text))
            && (is_dash(own) || is_behind_dash && (begins_with_digit(own) || own == "to"));
        let tally = Tally::at(at, word, glued, |word| grammar.number(word)).filter(|_| in_words(at));
        match (spans.last_mut().filter(|_| is_joint && goes_on), tally.filter(|tally| joins(at, tally))) {
            (Some((last, _)), _) => *last = last.cover(token.span),
            (None, Some(tally)) => {
                let span = token.span.cover(tokens[tally.end - 1].span);
                spans.push((span, Some(tally.in_figures())));
                at = tally.end - 1;
            }
            (None, None) => spans.push((token.span, None)),
        }
        at += 1;
    }
    spans
}
