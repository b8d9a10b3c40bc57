//! Words that a text takes back with the word in front of them: "not guilty", "never a member".

use std::collections::BTreeSet;

use crate::extract::{Grammar, WordClass};
use crate::index::stem;
use crate::text::tokenize;

/// The words of a text with a negation right in front of them, and those without.
#[derive(Clone, Debug, Default)]
pub struct Negated {
    denied: BTreeSet<String>,
    plain: BTreeSet<String>,
}

impl Negated {
    /// Those of a text.
    pub fn of(grammar: &Grammar, text: &str) -> Self {
        let mut words = Self::default();
        let mut denies = false;
        for token in tokenize(text) {
            let word = token.span.slice(text).to_lowercase();
            let classes = grammar.classes(&word);
            if classes.has(WordClass::Negation) {
                denies = true;
            } else if !(denies && (classes.has(WordClass::Determiner) || classes.has(WordClass::Adverb))) {
                let set = if denies { &mut words.denied } else { &mut words.plain };
                set.insert(stem(&word));
                denies = false;
            }
        }
        words
    }

    /// Whether a word denies what stands behind it.
    pub fn denies(grammar: &Grammar, word: &str) -> bool {
        grammar.classes(&word.to_lowercase()).has(WordClass::Negation)
    }

    /// Whether a word, given in lower case, stands here with a negation and never without.
    pub fn has_denied(&self, word: &str) -> bool {
        let stem = stem(word);
        self.denied.contains(&stem) && !self.plain.contains(&stem)
    }

    /// Whether there is a negation in front of any word.
    pub fn any(&self) -> bool {
        !self.denied.is_empty()
    }
}
