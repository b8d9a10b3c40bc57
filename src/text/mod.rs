//! Sentences and tokens of a text.

mod abbreviation;
mod lines;
mod pairs;
mod sentence;
mod spelling;
mod tally;
mod token;
mod tokenize;

#[cfg(test)]
mod tests;

pub use pairs::{Quotation, quotations};
pub use sentence::{Sentence, sentences};
pub use spelling::american;
pub use tally::{Tally, sides_of};
pub use token::{Token, TokenKind};
pub use tokenize::tokenize;

/// Whether a word or number stands in a text as it is, whatever it is of there: "six" in "six in ten", "1,200" in "1,200, they said".
pub fn has_word(text: &str, asked: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | ',')).any(|word| {
        let word = word.trim_matches(['.', ',']);
        !word.is_empty() && word.eq_ignore_ascii_case(asked)
    })
}
