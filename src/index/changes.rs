//! The words for changes: "rise", "price increase".

use rustc_hash::FxHashSet;

use super::words::form_stems;
use crate::statement::{MeasureKind, Vocabulary};

/// The forms of all measures of change.
#[derive(Clone, Debug, Default)]
pub(super) struct Changes {
    forms: FxHashSet<String>,
    /// The stems of their words.
    stems: FxHashSet<String>,
}

impl Changes {
    /// Those of a vocabulary.
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        let measures = vocabulary.measures.iter().filter(|entry| matches!(entry.kind, MeasureKind::Change));
        let forms: FxHashSet<String> = measures.flat_map(|entry| entry.forms.iter().cloned()).collect();
        let stems = forms.iter().flat_map(|form| form_stems(form)).collect();
        Self { forms, stems }
    }

    /// Whether it is one of the forms.
    pub(super) fn is_form(&self, form: &str) -> bool {
        self.forms.contains(form)
    }

    /// Whether a word of this stem stands in one of them.
    pub(super) fn tells(&self, stem: &str) -> bool {
        let stems = form_stems(stem);
        !stems.is_empty() && stems.iter().all(|stem| self.stems.contains(stem))
    }
}
