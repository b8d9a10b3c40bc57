//! Diagnostics as data: a code, a severity, a message, labels that each name their own file, notes and a way out.
//!
//! Renderers live in [`report`](crate::report); here nothing is drawn.

use crate::source::Place;

mod code;

pub use code::{ANNOTATIONS, Code, SUPPORTED};

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Worth mending.
    Warning,
    /// Wrong.
    Error,
}

/// A remark on one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place, in whatever file it lies.
    pub place: Place,
    /// What is said of it; empty for a bare underline.
    pub text: String,
    /// The label that the diagnostic is about; there is at most one a file.
    pub primary: bool,
    /// The line shown above the snippet of another file: publisher, date, what it does ("contradicts").
    pub title: Option<String>,
}

impl Label {
    /// The main label.
    pub fn primary(place: Place, text: impl Into<String>) -> Self {
        Self { place, text: text.into(), primary: true, title: None }
    }

    /// A further label.
    pub fn secondary(place: Place, text: impl Into<String>) -> Self {
        Self { place, text: text.into(), primary: false, title: None }
    }

    /// The label with a line of its own above its snippet.
    pub fn titled(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }
}

/// What the program has to say about a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which kind of remark.
    pub code: Code,
    /// How grave.
    pub severity: Severity,
    /// One sentence, lower case, without a full stop.
    pub message: String,
    /// The places, the primary one first.
    pub labels: Vec<Label>,
    /// Why: further sentences.
    pub notes: Vec<String>,
    /// What to do.
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error without places.
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, message)
    }

    /// A warning without places.
    pub fn warning(code: Code, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Warning, message)
    }

    /// A diagnostic without places.
    pub fn new(code: Code, severity: Severity, message: impl Into<String>) -> Self {
        Self { code, severity, message: message.into(), labels: Vec::new(), notes: Vec::new(), help: None }
    }

    /// With one more label.
    pub fn at(mut self, label: Label) -> Self {
        self.labels.push(label);
        self
    }

    /// With one more sentence of why.
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// With what to do.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The place of the primary label, if there is one.
    pub fn place(&self) -> Option<Place> {
        self.labels.iter().find(|label| label.primary).or(self.labels.first()).map(|label| label.place)
    }
}

/// How often a word has each letter of ASCII, in any case, by the last five bits; a slip of the pen changes two of these numbers by one at
/// the most.
fn letters_of(word: &str) -> [u8; 32] {
    let mut letters = [0_u8; 32];
    for byte in word.bytes().filter(u8::is_ascii_alphabetic) {
        let count = &mut letters[usize::from(byte & 31)];
        *count = count.saturating_add(1);
    }
    letters
}

fn apart(one: &[u8; 32], other: &[u8; 32]) -> usize {
    one.iter().zip(other).map(|(one, other)| usize::from(one.abs_diff(*other))).sum()
}

/// The nearest of `known` to `word`, for "did you mean"; none where nothing is near.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    let room = (length / 3).clamp(1, 3);
    let letters = letters_of(&word);
    // Words are as far apart as their lengths, and as what letters they have, at least: for nearly all that tells enough.
    let is_far = |candidate: &str| {
        candidate.is_ascii()
            && (candidate.len().abs_diff(length) > room || apart(&letters, &letters_of(candidate)) > 2 * room)
    };
    let distance =
        |candidate: &str| (!is_far(candidate)).then(|| strsim::osa_distance(&word, &candidate.to_lowercase()));
    known
        .into_iter()
        .filter_map(|candidate| Some((distance(candidate)?, candidate)))
        .filter(|(distance, _)| *distance <= room)
        .min_by_key(|(distance, candidate)| (*distance, *candidate))
        .map(|(_, candidate)| candidate)
}
