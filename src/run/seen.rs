//! What of a text counts as something that somebody could check, and what was seen without being read.

use crate::extract::{TimeMention, TimeType};
use crate::source::Span;

/// Whether a time says when or how long: "soon" and "every year" do not.
pub(super) fn is_dated(time: &TimeMention) -> bool {
    match time.sort {
        TimeType::Date | TimeType::Time => time.days.is_some(),
        TimeType::Duration => time.length.is_some(),
        TimeType::Set => false,
    }
}

/// Whether a text holds a digit.
pub(super) fn has_digit(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

/// The words of a text that hold digits, without the marks around them.
pub(super) fn digits(text: &str) -> impl Iterator<Item = Span> {
    let words = text.split_whitespace().filter(|word| has_digit(word));
    words.map(|word| {
        let bare = word.trim_matches(|c: char| c.is_ascii_punctuation() || "“”‘’«»".contains(c));
        let start = bare.as_ptr() as usize - text.as_ptr() as usize;
        Span::new(start, start + bare.len())
    })
}
