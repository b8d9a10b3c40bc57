//! Numbers in words.

use std::collections::HashMap;

use crate::statement::Vocabulary;
use crate::value::Number;

use super::Scope;

/// From tens on, a smaller number may follow: `forty-two`.
const TEN: i128 = 10;

/// The words with one value that is a whole number.
pub(super) fn numerals(vocabulary: &Vocabulary) -> HashMap<&str, Number> {
    let entries = vocabulary.numbers.iter().filter(|entry| entry.value.is_integer());
    entries.flat_map(|entry| entry.forms.iter().map(|form| (&form[..], entry.value))).collect()
}

impl Scope<'_> {
    /// A text that begins with a number in words, written with digits: `5 million dollars` for `five million dollars`. None where it begins
    /// otherwise.
    pub(in crate::check) fn with_digits(&self, text: &str) -> Option<String> {
        let mut rest: Vec<String> = text.replace('-', " ").split_whitespace().map(str::to_owned).collect();
        let first = self.numeral(rest.first()?)?;
        let second = rest.get(1).and_then(|word| self.numeral(word));
        let ones = |number: &Number| *number < Number::from_integer(TEN) && *number > Number::ZERO;
        let tens = |number: &Number| *number > Number::from_integer(TEN + 9);
        let both = second.filter(|second| ones(second) && tens(&first)).and_then(|second| first.plus(second));
        rest.drain(..if both.is_some() { 2 } else { 1 });
        let figure = both.unwrap_or(first).grouped();
        Some([vec![figure], rest].concat().join(" "))
    }

    fn numeral(&self, word: &str) -> Option<Number> {
        let word = word.to_lowercase();
        self.own.numerals.get(&word[..]).or_else(|| self.base.numerals.get(&word[..])).copied()
    }
}
