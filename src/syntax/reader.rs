//! Reads the pieces that are plain lists of words after keywords: declarations and tables. They make up the vocabulary that ships, and
//! are read here, by hand, because every run begins with them.

use crate::source::Span;

use super::ast::{At, Figure, Name};
use super::marks::Marks;

/// Where reading stopped, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Trouble {
    /// The offset.
    pub(super) at: usize,
    /// What was expected there.
    pub(super) expected: String,
}

/// Reads one piece of a levelled text.
pub(super) struct Reader<'t> {
    text: &'t str,
    at: usize,
    end: usize,
    /// The comments between its lines, with their `#`.
    pub(super) remarks: Vec<(At, String)>,
    /// The comment at its end.
    pub(super) remark: Option<String>,
}

impl<'t> Reader<'t> {
    /// A reader of `text` from `start` up to `end`.
    pub(super) fn new(text: &'t str, start: usize, end: usize) -> Reader<'t> {
        Reader { text, at: start, end, remarks: Vec::new(), remark: None }
    }

    /// What is still to be read, white space and comments left out.
    pub(super) fn rest(&mut self) -> &'t str {
        loop {
            let rest = self.text.get(self.at..self.end).unwrap_or("");
            let blank = rest.bytes().take_while(|byte| matches!(byte, b' ' | b'\n')).count();
            self.at += blank;
            let Some(comment) = rest.get(blank..).filter(|rest| rest.starts_with('#')) else {
                return rest.get(blank..).unwrap_or("");
            };
            self.remark(comment);
        }
    }

    fn remark(&mut self, rest: &str) {
        let line = rest.split('\n').next().unwrap_or(rest);
        let at = At(Span::new(self.at, self.at + line.len()));
        self.at += line.len();
        let last = self.text.get(self.at..self.end).is_none_or(|rest| rest.trim().is_empty());
        if last {
            self.remark = Some(line.trim_end().to_owned());
        } else {
            self.remarks.push((at, line.trim_end().to_owned()));
        }
    }

    /// Takes a keyword of one or two words, or a mark; whether it was there.
    pub(super) fn take(&mut self, keyword: &str) -> bool {
        let rest = self.rest();
        let Some(length) = keyword_length(rest, keyword) else { return false };
        self.at += length;
        true
    }

    /// Takes a keyword, or says that it was expected.
    pub(super) fn expect(&mut self, keyword: &str) -> Result<(), Trouble> {
        if self.take(keyword) { Ok(()) } else { Err(self.trouble(format!("`{keyword}`"))) }
    }

    /// Takes a name, which ends before a comma, one of the `stops`, or one of the `marks`.
    pub(super) fn name(&mut self, stops: &[&str], marks: &[char]) -> Result<Name, Trouble> {
        let rest = self.rest();
        match rest.chars().next() {
            Some('"') => self.quoted('"'),
            Some('“') => self.quoted('”'),
            _ => self.bare(rest, stops, marks),
        }
    }

    /// Takes names with commas between them, at least one.
    pub(super) fn names(&mut self, stops: &[&str], marks: &[char]) -> Result<Vec<Name>, Trouble> {
        let mut names = vec![self.name(stops, marks)?];
        while self.take(",") {
            names.push(self.name(stops, marks)?);
        }
        Ok(names)
    }

    /// Takes a figure.
    pub(super) fn figure(&mut self) -> Result<Figure, Trouble> {
        let rest = self.rest();
        let mut length = rest.find(|c| !is_figure(c)).unwrap_or(rest.len());
        if let Some(dots) = rest.get(..length).and_then(|figure| figure.find("..")) {
            length = dots;
        }
        let text = rest.get(..length).filter(|figure| figure.contains(|c: char| c.is_ascii_digit()));
        let text = text.ok_or_else(|| self.trouble("a number"))?.to_owned();
        let at = self.advance(length);
        Ok(Figure { text, at })
    }

    /// Takes everything up to a separator, a comment or the end of the line, trimmed; none where that is nothing.
    pub(super) fn stretch(&mut self, separator: &str) -> Option<(At, &'t str)> {
        let rest = self.rest();
        let line = rest.split(['\n', '#']).next().unwrap_or(rest);
        let stretch = line.split(separator).next().unwrap_or(line).trim_end();
        let at = self.advance(stretch.len());
        (!stretch.is_empty()).then_some((at, stretch))
    }

    /// Takes the rest of a line without its comment, trimmed; none where nothing is left at all.
    pub(super) fn line(&mut self) -> Option<(At, &'t str)> {
        let rest = self.rest();
        let line = rest.get(..code_length(rest)).unwrap_or(rest).trim_end();
        let at = self.advance(line.len());
        (!line.is_empty()).then_some((at, line))
    }

    /// Takes the comment on the rest of the line, where there is one.
    pub(super) fn remark_behind(&mut self) -> Option<String> {
        let rest = self.text.get(self.at..self.end).unwrap_or("").trim_start_matches(' ');
        let line = rest.split('\n').next().filter(|line| line.starts_with('#'))?;
        self.at = self.end - rest.len() + line.len();
        Some(line.trim_end().to_owned())
    }

    /// Takes everything that is left, comments included, trimmed; none where that is nothing.
    pub(super) fn remainder(&mut self) -> Option<(At, &'t str)> {
        let rest = self.rest().trim_end();
        let at = self.advance(rest.len());
        (!rest.is_empty()).then_some((at, rest))
    }

    /// Says that something else was expected here.
    pub(super) fn trouble(&mut self, expected: impl Into<String>) -> Trouble {
        self.rest();
        Trouble { at: self.at.min(self.end), expected: expected.into() }
    }

    /// That nothing is left; else that `expected` was.
    pub(super) fn finish(&mut self, expected: &str) -> Result<(), Trouble> {
        if self.rest().is_empty() { Ok(()) } else { Err(self.trouble(expected)) }
    }

    fn quoted(&mut self, close: char) -> Result<Name, Trouble> {
        let rest = self.rest();
        let length = quoted_length(rest, close).ok_or_else(|| self.trouble("the other quotation mark"))?;
        let text = unquoted(rest.get(..length).unwrap_or(""));
        Ok(Name { text, quoted: true, at: self.advance(length) })
    }

    fn bare(&mut self, rest: &str, stops: &[&str], marks: &[char]) -> Result<Name, Trouble> {
        let mut length = plain_length(rest).filter(|_| stops.is_empty() && marks.is_empty()).unwrap_or_default();
        while let Some(next) = next_word(rest.get(length..).unwrap_or(""), stops, marks) {
            length += next;
        }
        if length == 0 {
            return Err(self.trouble("a name"));
        }
        Ok(Name { text: spaced(rest.get(..length).unwrap_or("")), quoted: false, at: self.advance(length) })
    }

    fn advance(&mut self, length: usize) -> At {
        let at = At(Span::new(self.at, self.at + length));
        self.at += length;
        at
    }
}

/// How long a bare name is that only a comma or the end of its line ends, and all signs of which are plain; none where it has others.
fn plain_length(rest: &str) -> Option<usize> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'-' | b'\'' | b'.');
    let length = rest.bytes().take_while(|byte| is_plain(*byte)).count();
    let name = rest.get(..length)?.trim_end_matches(' ');
    matches!(rest.as_bytes().get(length), None | Some(b',' | b'\n')).then_some(name.len())
}

/// How far the next word of a bare name reaches, the space before it included; none where the name ends.
fn next_word(rest: &str, stops: &[&str], marks: &[char]) -> Option<usize> {
    let spaces = rest.bytes().take_while(|byte| *byte == b' ').count();
    let word = rest.get(spaces..).unwrap_or_default();
    let ends = |c: char| matches!(c, ' ' | '\n' | ',' | '=' | '"' | '“' | '#') || marks.contains(&c);
    // Letters end nothing, and nearly all there is are letters.
    let letters = word.bytes().take_while(u8::is_ascii_alphabetic).count();
    let length = word.get(letters..).and_then(|rest| rest.find(ends)).map_or(word.len(), |end| letters + end);
    let stopped = length == 0 || stops.iter().any(|stop| keyword_length(word, stop).is_some());
    (!stopped).then(|| rest.len() - word.len() + length)
}

/// How long a keyword of one or two words at the start of a text is, its words any number of spaces apart; none where it is not there, or is part of a longer
/// word.
fn keyword_length(text: &str, keyword: &str) -> Option<usize> {
    // Nearly all that is asked for is not there.
    if text.as_bytes().first() != keyword.as_bytes().first() {
        return None;
    }
    let (first, second) = keyword.split_once(' ').map_or((keyword, None), |(first, second)| (first, Some(second)));
    let mut rest = text.strip_prefix(first)?;
    if let Some(second) = second {
        let gap = rest.trim_start_matches(' ');
        rest = gap.strip_prefix(second).filter(|_| gap.len() < rest.len())?;
    }
    let word = keyword.ends_with(char::is_alphanumeric);
    let goes_on = word && rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '.' | '_'));
    (!goes_on).then(|| text.len() - rest.len())
}

/// How long a quoted name is, its marks included; none where its line ends first. Among straight marks, a doubled one is text.
pub(super) fn quoted_length(text: &str, close: char) -> Option<usize> {
    let mut rest = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = rest.next() {
        if c == '\n' {
            return None;
        }
        if c == close && (close != '"' || rest.next_if(|(_, next)| *next == '"').is_none()) {
            return Some(at + c.len_utf8());
        }
    }
    None
}

/// What stands between quotation marks. Among straight ones, a doubled mark is one.
pub(super) fn unquoted(text: &str) -> String {
    let mut inner = text.chars();
    inner.next();
    inner.next_back();
    let inner = inner.as_str();
    if text.starts_with('"') && inner.contains('"') { inner.replace("\"\"", "\"") } else { inner.to_owned() }
}

/// The words of a bare name, one space apart.
pub(super) fn spaced(text: &str) -> String {
    let behind = text.bytes().skip(1);
    // Without a way out early, which is faster.
    let are_apart = text.bytes().zip(behind).fold(true, |apart, (one, next)| apart & !(one == b' ' && next == b' '));
    if are_apart {
        return text.to_owned();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How much of a text stands before the end of its line or a comment.
fn code_length(text: &str) -> usize {
    let mut marks = Marks::default();
    text.find(|c| !marks.pass(c) && matches!(c, '#' | '\n'))
        .unwrap_or(text.len())
        .min(text.find('\n').unwrap_or(text.len()))
}

fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',' | '_' | '/' | 'e' | 'E' | '-' | '+' | '−')
}
