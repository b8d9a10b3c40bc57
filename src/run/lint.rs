//! Articles read for contradictions inside each of them, with the vocabulary that ships.

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::check::prelude;
use crate::corpus::Document;
use crate::extract::Extractor;
use crate::lint::{Finding, Lore, Rules, lint};
use crate::statement::Vocabulary;

/// Reads articles for contradictions, with a vocabulary that is compiled once.
#[derive(Debug)]
pub struct Linter {
    vocabulary: Vocabulary,
    extractor: Extractor,
}

impl Linter {
    /// With the vocabulary that ships.
    pub fn shipped() -> Self {
        let vocabulary = prelude();
        Self { extractor: Extractor::new(&vocabulary), vocabulary }
    }

    /// What is found in each document, in their order.
    pub fn findings(&self, documents: &[Document], rules: Rules) -> Vec<Vec<Finding>> {
        documents.par_iter().map(|document| self.document(document, rules)).collect()
    }

    fn document(&self, document: &Document, rules: Rules) -> Vec<Finding> {
        let lore =
            Lore { grammar: self.extractor.grammar(), words: &self.vocabulary.words, titles: &self.vocabulary.titles };
        lint(lore, document, &self.extractor.read(document), rules)
    }
}
