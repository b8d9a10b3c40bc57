//! Units by code, symbol and word.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::statement::UnitEntry;
use crate::value::Unit;

use super::words::singular;

/// Units as they are looked up. Where two share a symbol or word, the first declared has it. The words are only put in order when one is
/// asked for: most units are written by their code or symbol.
#[derive(Clone, Debug, Default)]
pub(in crate::check) struct Units<'v> {
    entries: &'v [UnitEntry],
    exact: HashMap<&'v str, &'v Unit>,
    /// Positions among the entries, by word.
    words: OnceCell<HashMap<String, usize>>,
}

impl<'v> Units<'v> {
    /// The table of these units, the earlier ones first in rank.
    pub(in crate::check) fn new(entries: &'v [UnitEntry]) -> Units<'v> {
        let mut exact = HashMap::new();
        for entry in entries {
            exact.entry(&*entry.unit.code).or_insert(&entry.unit);
        }
        for entry in entries {
            for symbol in &entry.symbols {
                exact.entry(&symbol[..]).or_insert(&entry.unit);
            }
        }
        Units { entries, exact, words: OnceCell::new() }
    }

    /// The unit of a code, a symbol (case kept) or a word (any case, singular or plural).
    pub(in crate::check) fn find(&self, text: &str) -> Option<&'v Unit> {
        let exact = self.exact.get(text).copied();
        exact.or_else(|| self.entries.get(*self.words().get(&key(text))?).map(|entry| &entry.unit))
    }

    /// The currency whose hundredth has that name.
    pub(in crate::check) fn find_minor(&self, text: &str) -> Option<&'v Unit> {
        let key = key(text);
        let named = |entry: &&UnitEntry| entry.minor.iter().any(|minor| self::key(minor) == key);
        self.entries.iter().find(named).map(|entry| &entry.unit)
    }

    /// Every code, symbol and word.
    pub(in crate::check) fn names(&self) -> impl Iterator<Item = &'v str> {
        let named = |entry: &'v UnitEntry| entry.symbols.iter().chain(&entry.words).map(String::as_str);
        self.entries.iter().flat_map(move |entry| std::iter::once(&*entry.unit.code).chain(named(entry)))
    }

    fn words(&self) -> &HashMap<String, usize> {
        self.words.get_or_init(|| {
            let mut words = HashMap::new();
            for (position, entry) in self.entries.iter().enumerate() {
                for word in &entry.words {
                    words.entry(key(word)).or_insert(position);
                }
            }
            words
        })
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
