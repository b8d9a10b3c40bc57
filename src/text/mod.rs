//! Sentences and tokens of a text.

mod abbreviation;
mod lines;
mod pairs;
mod sentence;
mod spelling;
mod token;
mod tokenize;

#[cfg(test)]
mod tests;

pub use pairs::{Quotation, quotations};
pub use sentence::{Sentence, sentences};
pub use spelling::american;
pub use token::{Token, TokenKind};
pub use tokenize::tokenize;
