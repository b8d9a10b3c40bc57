//! Words, as the zones need them: cut at white space, compared without regard to case.

use crate::source::Span;

/// A run of characters without white space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word<'a> {
    /// Where it begins, in bytes from the start of the text it was cut from.
    pub at: usize,
    /// The word with the marks that are glued to it.
    pub text: &'a str,
}

impl<'a> Word<'a> {
    /// The word without the marks before and behind it.
    pub fn core(self) -> &'a str {
        self.text.trim_matches(|c: char| !c.is_alphanumeric())
    }

    /// Whether it begins with a capital letter.
    pub fn is_capital(self) -> bool {
        self.core().starts_with(char::is_uppercase)
    }
}

/// The words of a text.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let base = text.as_ptr() as usize;
    text.split_whitespace().map(move |word| Word { at: word.as_ptr() as usize - base, text: word })
}

/// The number of words of a text, counted no further than `most`.
pub(super) fn count(text: &str, most: usize) -> usize {
    text.split_whitespace().take(most).count()
}

/// A span without the white space, the marks of byte order and the zero-width spaces at its ends.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let blank = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}');
    let inner = span.slice(text);
    let start = span.start as usize + (inner.len() - inner.trim_start_matches(blank).len());
    Span::new(start, start + inner.trim_matches(blank).len())
}

/// Whether a text ends with a full stop, a question or exclamation mark or an ellipsis, inside closing quotes or not.
pub(super) fn ends_sentence(text: &str) -> bool {
    bare_end(text).ends_with(['.', '?', '!', '…', '。', '؟'])
}

/// A text without the quotation marks and brackets that close it.
pub(super) fn bare_end(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_whitespace() || "\"'”’»)]*".contains(c))
}

/// How many bytes of `text` the `phrase` takes up at its start, if it stands there as whole words. The phrase is in lower case,
/// with straight quotes and single spaces, and `#` for a number; the text may have any case, curled quotes and any white space.
pub(super) fn starts_with(text: &str, phrase: &str) -> Option<usize> {
    let mut rest = text;
    for wanted in phrase.chars() {
        rest = match wanted {
            ' ' => without(rest, char::is_whitespace)?,
            '#' => without(rest, |c| c.is_ascii_digit())?,
            _ => rest.strip_prefix(|found| same(found, wanted))?,
        };
    }
    let inside_word = phrase.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric);
    (!inside_word).then_some(text.len() - rest.len())
}

/// A text without the run of such characters that it begins with; none where it does not begin with one.
fn without(text: &str, such: impl Fn(char) -> bool) -> Option<&str> {
    let rest = text.trim_start_matches(such);
    (rest.len() < text.len()).then_some(rest)
}

/// Where the `phrase` begins in the first `within` bytes of `text`, as whole words.
pub(super) fn find(text: &str, phrase: &str, within: usize) -> Option<usize> {
    let mut inside_word = false;
    let is_word = phrase.starts_with(char::is_alphanumeric);
    for (at, c) in text.char_indices().take_while(|(at, _)| *at < within) {
        if !inside_word && starts_with(&text[at..], phrase).is_some() {
            return Some(at);
        }
        inside_word = is_word && c.is_alphanumeric();
    }
    None
}

/// Whether two texts are the same words, whatever their case, quotes, marks and white space. Empty texts are never the same.
pub(super) fn same_words(one: &str, other: &str) -> bool {
    letters(one).next().is_some() && letters(one).eq(letters(other))
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

fn same(found: char, wanted: char) -> bool {
    match found {
        '‘' | '’' | 'ʼ' => wanted == '\'',
        '“' | '”' => wanted == '"',
        _ if found.is_ascii() => found.to_ascii_lowercase() == wanted,
        _ => found == wanted || found.to_lowercase().eq([wanted]),
    }
}
