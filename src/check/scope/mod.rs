//! What the names of a file mean: look-up tables over the vocabulary.

mod units;
mod words;

pub(super) use units::Units;
pub(super) use words::singular_phrase;
