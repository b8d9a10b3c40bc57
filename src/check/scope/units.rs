//! Units by code, symbol and word.

use std::collections::HashMap;

use crate::statement::UnitEntry;
use crate::value::Unit;

use super::words::singular;

/// Units as they are looked up. Where two share a symbol or word, the first declared has it.
#[derive(Clone, Debug, Default)]
pub(in crate::check) struct Units {
    exact: HashMap<String, Unit>,
    words: HashMap<String, Unit>,
    minors: HashMap<String, Unit>,
}

impl Units {
    /// The table of these units, the earlier ones first in rank.
    pub(in crate::check) fn new<'a>(entries: impl IntoIterator<Item = &'a UnitEntry>) -> Units {
        let mut units = Units::default();
        let entries: Vec<&UnitEntry> = entries.into_iter().collect();
        for entry in &entries {
            units.exact.entry(entry.unit.code.to_string()).or_insert_with(|| entry.unit.clone());
        }
        entries.iter().for_each(|entry| units.add(entry));
        units
    }

    /// The unit of a code, a symbol (case kept) or a word (any case, singular or plural).
    pub(in crate::check) fn find(&self, text: &str) -> Option<&Unit> {
        self.exact.get(text).or_else(|| self.words.get(&key(text)))
    }

    /// The currency whose hundredth has that name.
    pub(in crate::check) fn find_minor(&self, text: &str) -> Option<&Unit> {
        self.minors.get(&key(text))
    }

    /// Every code, symbol and word, in no order.
    pub(in crate::check) fn names(&self) -> impl Iterator<Item = &str> {
        self.exact.keys().chain(self.words.keys()).map(String::as_str)
    }

    fn add(&mut self, entry: &UnitEntry) {
        for symbol in &entry.symbols {
            self.exact.entry(symbol.clone()).or_insert_with(|| entry.unit.clone());
        }
        for word in &entry.words {
            self.words.entry(key(word)).or_insert_with(|| entry.unit.clone());
        }
        for word in &entry.minor {
            self.minors.entry(key(word)).or_insert_with(|| entry.unit.clone());
        }
    }
}

/// "Square Metres" and "square metre" are one; so are "degrees Celsius" and "degree Celsius".
fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&singular(word));
    }
    key
}
