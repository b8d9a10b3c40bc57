//! Names that are words of time with a capital: "USA Today", "60 Minutes", "This Week".

use crate::extract::reading::Reading;

/// Whether the word of time at a place is a name, or part of one: it has a capital behind another word, in a sentence that writes its
/// other words small.
pub(super) fn is_name(reading: &Reading<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let inside = at > reading.first && (reading.is_word(before) || reading.is_number(before));
    let inside = inside && !reading.slice(before).ends_with('.');
    inside && is_raised(reading, at) && (reading.first..reading.end).any(|at| is_small(reading, at))
}

/// "Today", but not "TODAY".
fn is_raised(reading: &Reading<'_>, at: usize) -> bool {
    reading.is_capitalised(at) && reading.slice(at).contains(char::is_lowercase)
}

/// A word that a headline would begin with a capital.
fn is_small(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.slice(at);
    let small = reading.is_word(at) && word.len() > 3 && word.starts_with(char::is_lowercase);
    small && !reading.is(at, reading.known().phrase_end)
}
