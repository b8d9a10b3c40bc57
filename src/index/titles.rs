//! Titles by the ways to spell them.

use rustc_hash::FxHashMap;

use crate::statement::{TitleEntry, Vocabulary};
use crate::text::american;

/// The titles of a vocabulary.
#[derive(Clone, Debug, Default)]
pub(super) struct Titles<'a> {
    spelled: FxHashMap<String, &'a TitleEntry>,
}

impl<'a> Titles<'a> {
    /// Where titles share a form, the first has it.
    pub(super) fn new(vocabulary: &'a Vocabulary) -> Self {
        let mut titles = Self::default();
        for entry in &vocabulary.titles {
            for form in std::iter::once(&entry.name).chain(&entry.forms) {
                titles.spelled.entry(spelled(form)).or_insert(entry);
            }
        }
        titles
    }

    /// The title with a form, in any spelling.
    pub(super) fn get(&self, form: &str) -> Option<&'a TitleEntry> {
        self.spelled.get(&spelled(form)).copied()
    }
}

/// A title in one case, hyphens and spelling.
pub fn spelled(title: &str) -> String {
    let words = title.split([' ', '-']).map(|word| american(&word.to_lowercase()).into_owned());
    words.collect::<Vec<_>>().join(" ")
}
