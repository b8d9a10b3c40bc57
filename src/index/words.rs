//! Words compared by their stems.

use std::collections::BTreeSet;

use crate::extract::singular;
use crate::statement::Measure;

/// A rough stem: "investment", "invested" and "investing" come down to "invest".
pub fn stem(word: &str) -> String {
    let word = singular(word);
    let cut = ["ment", "ing", "ed", "ation", "er", "e"]
        .iter()
        .find_map(|end| word.strip_suffix(end).filter(|stem| stem.len() >= 4));
    cut.map(str::to_owned).unwrap_or(word)
}

/// The stems of all words of a measure's forms and name.
pub fn stems(measure: &Measure) -> BTreeSet<String> {
    measure
        .forms
        .iter()
        .chain([&measure.name])
        .flat_map(|form| form.split([' ', '-']))
        .filter(|word| !word.is_empty())
        .map(stem)
        .collect()
}
