//! Sentences and tokens of a text.

mod token;

pub use token::{Token, TokenKind};
