//! Forms that join a measure's noun with an action, such as "job cut": each tells of a measure of its own.

use rustc_hash::FxHashSet;

use super::words::form_stems;
use crate::statement::Vocabulary;

/// A form of two words, a noun and an action that excludes another.
#[derive(Clone, Debug)]
pub struct NarrowForm {
    /// The measure that it tells of.
    pub measure: String,
    /// The stems of its noun.
    pub noun: Vec<String>,
    /// The stems of all of it.
    pub stems: Vec<String>,
}

/// Those of a vocabulary, in the order of its measures.
pub(super) fn narrow_forms(vocabulary: &Vocabulary) -> Vec<NarrowForm> {
    let pairs = vocabulary.exclusions.iter().flat_map(|pair| pair.left.iter().chain(&pair.right));
    let actions: FxHashSet<&str> = pairs.map(String::as_str).collect();
    let forms = vocabulary.measures.iter().flat_map(|entry| entry.forms.iter().map(move |form| (&entry.name, form)));
    forms
        .filter_map(|(measure, form)| Some((measure, form, form.split_once(' ')?)))
        .filter(|(_, _, (_, action))| actions.contains(action))
        .map(|(measure, form, (noun, _))| NarrowForm {
            measure: measure.clone(),
            noun: form_stems(noun),
            stems: form_stems(form),
        })
        .collect()
}
