//! Texts and places in them: half-open byte spans, files, and the lines and columns that people see.

use std::borrow::Cow;
use std::fmt;

/// A half-open range of byte offsets, `start..end`, into the original text of one file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset just behind the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` up to, and without, `end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: offset(start), end: offset(end) }
    }

    /// The part of `text` that the span covers; empty where the span does not lie in it.
    #[inline]
    pub fn slice(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// The span as a range for indexing.
    #[inline]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The length in bytes.
    pub fn len(self) -> usize {
        self.range().len()
    }

    /// Whether the span covers nothing.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// The smallest span that covers both.
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether `other` lies wholly inside.
    #[inline]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    #[inline]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

/// Stretches of a text, in order and apart from one another.
#[derive(Clone, Debug, Default)]
pub struct Covered(Vec<Span>);

impl Covered {
    /// What the spans cover together.
    pub fn new(spans: impl Iterator<Item = Span>) -> Self {
        let mut spans: Vec<Span> = spans.collect();
        spans.sort();
        let mut apart: Vec<Span> = Vec::new();
        for span in spans {
            match apart.last_mut().filter(|last| last.end >= span.start) {
                Some(last) => *last = last.cover(span),
                None => apart.push(span),
            }
        }
        Self(apart)
    }

    /// Whether a span shares a byte with one of them.
    pub fn touches(&self, span: Span) -> bool {
        let at = self.0.partition_point(|own| own.end <= span.start);
        self.0.get(at).is_some_and(|own| own.overlaps(span))
    }
}

/// Names a file of a [`Sources`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A span in a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Which file.
    pub file: FileId,
    /// Where in it.
    pub span: Span,
}

impl Place {
    /// Whether two places have something in common.
    #[inline]
    pub fn overlaps(self, other: Self) -> bool {
        self.file == other.file && self.span.overlaps(other.span)
    }
}

/// A text with the name that people know it by.
#[derive(Clone, Debug, Default)]
pub struct SourceFile {
    /// The path as it is shown, with `/` between its parts.
    pub name: String,
    /// The whole text, as it was read.
    pub text: String,
    lines: Vec<u32>,
}

impl SourceFile {
    /// A file of this name and text; its lines are found here, once.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let lines = std::iter::once(0)
            .chain(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| offset(at + 1)))
            .collect();
        Self { name: name.into(), text, lines }
    }

    /// Line and column of an offset, both counted from one, the column in characters.
    pub fn line_column(&self, at: u32) -> LineColumn {
        let line = self.lines.partition_point(|start| *start <= at).saturating_sub(1);
        let start = self.lines.get(line).copied().unwrap_or(0) as usize;
        let column = self.text.get(start..at as usize).map_or(0, |before| before.chars().count());
        LineColumn { line: line + 1, column: column + 1 }
    }

    /// The span of a line, counted from one, without its line end; empty at the end of the text for a line that is not there.
    pub fn line(&self, number: usize) -> Span {
        let end_of_text = offset(self.text.len());
        let start = number.checked_sub(1).and_then(|at| self.lines.get(at)).copied().unwrap_or(end_of_text);
        let end = self.lines.get(number).map_or(end_of_text, |next| next - 1).max(start);
        let line = Span { start, end };
        if line.slice(&self.text).ends_with('\r') { Span { start, end: end - 1 } } else { line }
    }
}

/// A position as people count: from one, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

impl fmt::Display for LineColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// All files of a run, check files and articles alike, in the order in which they were added.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Adds a file and gives its name tag.
    pub fn add(&mut self, file: SourceFile) -> FileId {
        self.files.push(file);
        FileId(offset(self.files.len() - 1))
    }

    /// The file of that tag. Tags come only from [`Sources::add`].
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The text at a place.
    #[inline]
    pub fn slice(&self, place: Place) -> &str {
        place.span.slice(&self.file(place.file).text)
    }

    /// All files with their tags.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(at, file)| (FileId(offset(at)), file))
    }
}

/// Text made safe for a terminal: control characters, escapes and direction overrides are shown as their code points.
/// Line feeds and tabs stay.
pub fn printable(text: &str) -> String {
    shown(text, |c| format!("\\u{{{:x}}}", c as u32)).into_owned()
}

/// JSON made safe for a terminal, and the same JSON: such characters as it leaves as they are stand in strings only, where they may be
/// escaped.
pub fn printable_json(json: &str) -> Cow<'_, str> {
    shown(json, |c| format!("\\u{:04x}", c as u32))
}

/// The text with something to be seen in the place of each hidden character.
fn shown(text: &str, sign: impl Fn(char) -> String) -> Cow<'_, str> {
    let (mut out, mut rest) = (String::new(), text);
    while let Some((at, hidden)) = first_hidden(rest) {
        let (plain, behind) = rest.split_at(at);
        out.push_str(plain);
        out.push_str(&sign(hidden));
        rest = &behind[hidden.len_utf8()..];
    }
    if rest.len() == text.len() {
        return Cow::Borrowed(text);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// So many bytes are looked at together.
const CHUNK: usize = 32;

/// The first hidden character of a text, and where it is. Plain bytes, of which most texts are made, are passed over as they are.
fn first_hidden(text: &str) -> Option<(usize, char)> {
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let is_plain = |byte: &u8| matches!(byte, b' '..=b'~');
        // Whole chunks take no branch a byte.
        let chunks = rest.as_bytes().chunks_exact(CHUNK);
        let plain =
            chunks.take_while(|chunk| chunk.iter().fold(true, |plain, byte| plain & is_plain(byte))).count() * CHUNK;
        let odd = plain + rest.as_bytes().get(plain..)?.iter().position(|byte| !is_plain(byte))?;
        let c = rest[odd..].chars().next()?;
        if is_hidden(c) {
            return Some((at + odd, c));
        }
        at += odd + c.len_utf8();
    }
}

/// The same, but colours stay, which reports for people are painted in.
pub fn printable_but_colours(text: &str) -> Cow<'_, str> {
    if first_hidden(text).is_none() {
        return Cow::Borrowed(text);
    }
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find(ESCAPE) {
        let (plain, painted) = rest.split_at(at);
        let (colour, behind) = painted.split_at(colour(painted).unwrap_or(0));
        let (shown, behind) = if colour.is_empty() { painted.split_at(ESCAPE.len_utf8()) } else { ("", behind) };
        out.extend([&printable(plain), colour, &printable(shown)]);
        rest = behind;
    }
    out.push_str(&printable(rest));
    Cow::Owned(out)
}

/// What begins a command to a terminal.
const ESCAPE: char = '\u{1b}';

/// The length of the command at the beginning of a text, if it is one that changes colours and nothing else.
fn colour(text: &str) -> Option<usize> {
    let inside = text.strip_prefix(ESCAPE)?.strip_prefix('[')?;
    let end = inside.find(|c: char| !c.is_ascii_digit() && c != ';')?;
    inside[end..].starts_with('m').then_some("\u{1b}[".len() + end + 1)
}

/// Whether a character is not shown as itself: it steers a terminal, or turns the direction of what stands around it.
pub fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}')
}

#[cfg(test)]
mod tests {
    use super::{first_hidden, is_hidden, printable, printable_but_colours, printable_json};

    #[test]
    fn colours_stay_and_every_other_command_is_shown() {
        assert_eq!(printable_but_colours("\u{1b}[1;31mred\u{1b}[0m"), "\u{1b}[1;31mred\u{1b}[0m");
        assert_eq!(printable_but_colours("a\u{1b}[2Jb"), "a\\u{1b}[2Jb");
        assert_eq!(printable_but_colours("\u{1b}]0;own\u{7}\u{1b}[31"), "\\u{1b}]0;own\\u{7}\\u{1b}[31");
        assert_eq!(printable_but_colours("\u{9b}31m\u{1b}\u{1b}[31mx"), "\\u{9b}31m\\u{1b}\u{1b}[31mx");
        assert_eq!(printable_but_colours("plain\n\té"), "plain\n\té");
    }

    #[test]
    fn nothing_is_hidden_in_what_is_printable() {
        let all: String = (0..=0x2100).filter_map(char::from_u32).collect();
        assert!(printable(&all).chars().all(|c| !is_hidden(c)));
        assert_eq!(first_hidden(&all).map(|(at, _)| at), Some(0));
        assert_eq!(first_hidden("a\té\n“b”\u{202e}c"), Some(("a\té\n“b”".len(), '\u{202e}')));
    }

    #[test]
    fn json_is_the_same_with_its_hidden_characters_shown() {
        let value = serde_json::json!({"a\u{9b}31m": "\u{1b}[31m\u{7f}\u{202e}\u{61c} plain\n\té"});
        let text = serde_json::to_string_pretty(&value).unwrap();
        let shown = printable_json(&text);
        assert!(shown.contains("\\u009b31m") && first_hidden(&shown).is_none());
        assert_eq!(serde_json::from_str::<serde_json::Value>(&shown).unwrap(), value);
    }
}
