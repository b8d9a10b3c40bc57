//! Sentences and tokens of a text.

mod abbreviation;
mod lines;
mod pairs;
mod sentence;
mod token;
mod tokenize;

#[cfg(test)]
mod tests;

pub use pairs::{Quotation, quotations};
pub use sentence::{Sentence, sentences};
pub use token::{Token, TokenKind};
pub use tokenize::tokenize;
