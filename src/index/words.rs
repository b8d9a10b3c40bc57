//! Words compared by their stems.

use std::borrow::Cow;

use crate::extract::{key, singular};
use crate::statement::Measure;
use crate::text::american;

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
