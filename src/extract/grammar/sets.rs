//! Words that stand together: whole numbers, works and their nouns, synonyms.

use super::{Class, Classes, Compiler, Grammar, singular};
use crate::statement::Vocabulary;

impl Compiler {
    pub(super) fn add_numbers(&mut self, vocabulary: &Vocabulary) {
        for entry in &vocabulary.numbers {
            let Ok(value) = entry.value.to_string().parse::<u32>() else { continue };
            let single = entry.forms.iter().filter(|form| !form.contains(' '));
            self.grammar.numbers.extend(single.map(|form| (form.as_str().into(), value)));
        }
    }

    pub(super) fn add_works(&mut self, vocabulary: &Vocabulary) {
        for set in vocabulary.words.get("group work").into_iter().flatten() {
            let first = set.split(' ').next().unwrap_or_default();
            self.grammar.works.extend(set.split(' ').map(|word| (word.into(), first.into())));
        }
    }

    pub(super) fn add_built(&mut self, vocabulary: &Vocabulary) {
        let built = vocabulary.words.get("built").into_iter().flatten();
        self.grammar.built.extend(built.map(|noun| noun.as_str().into()));
    }

    pub(super) fn add_dedicated(&mut self, vocabulary: &Vocabulary) {
        let dedicated = vocabulary.words.get("dedicated").into_iter().flatten();
        self.grammar.dedicated.extend(dedicated.map(|kind| kind.as_str().into()));
    }

    pub(super) fn add_synonyms(&mut self, vocabulary: &Vocabulary) {
        for (number, set) in vocabulary.words.get("group synonym").into_iter().flatten().enumerate() {
            for noun in set.split(' ') {
                self.grammar.synonyms.insert(noun.into(), u32::try_from(number).unwrap_or(u32::MAX));
            }
        }
    }
}

/// Words for somebody.
const SOMEBODY: Classes = Classes::of(&[Class::Title, Class::PersonNoun, Class::Human, Class::HavingNoun]);

/// The word for anybody who is counted, and the code of its unit.
const PERSON: &str = "person";

impl Grammar {
    /// Whether a noun in lower case is a word for somebody: "owner", "mayor", "head".
    pub fn is_somebody(&self, noun: &str) -> bool {
        self.classes(noun).meets(SOMEBODY)
    }

    /// Whether a noun is for several people, by what they are: "parents".
    pub fn are_people(&self, noun: &str) -> bool {
        let one = singular(noun);
        one != noun && self.is_somebody(&one)
    }

    /// Whether a noun in the singular leaves open what sort of people they are: "person", "individual".
    pub fn is_anybody(&self, noun: &str) -> bool {
        noun == PERSON || self.synonym(noun).is_some_and(|set| Some(set) == self.synonym(PERSON))
    }

    /// The whole number that a word is: "six".
    pub fn number(&self, word: &str) -> Option<u32> {
        self.numbers.get(word).or_else(|| self.numbers.get(word.to_lowercase().as_str())).copied()
    }

    /// What is done to a thing, by a verb or a noun for it: "renovate" for "renovation".
    pub fn work(&self, word: &str) -> Option<&str> {
        self.works.get(word).map(AsRef::as_ref)
    }
}
