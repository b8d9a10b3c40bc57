//! Which place is meant by "the town", "the county", "the island".

use super::super::grammar::Class;
use super::Reader;

impl Reader<'_> {
    /// The place named last that may be called so: a street or a river is no town, and a town is no county.
    pub(super) fn place_called(&self, noun: &str) -> Option<String> {
        let grammar = self.page.grammar;
        let needs_word = grammar.classes(noun).has(Class::WiderPlace);
        let is_called = |name: &&String| {
            let last = name.rsplit(' ').next().unwrap_or_default();
            let told = name.contains(' ') && grammar.classes(last).has(Class::PlaceWord);
            last.eq_ignore_ascii_case(noun) || !told && !needs_word
        };
        self.memory.places.iter().rev().find(is_called).cloned()
    }
}
