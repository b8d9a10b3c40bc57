//! Excerpts: the lines of one file that a diagnostic points at, cut to the width of the page and made safe for a terminal.
//!
//! An article may hold a paragraph of two thousand characters in one line. What is shown of it is a window around the words that
//! are underlined, and every underline is carried over into the window's own offsets.

use std::collections::BTreeSet;
use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use crate::source::{SourceFile, Span, printable};

/// A label over more lines than this is cut to its first line.
const MOST_LINES: usize = 6;

/// A word is cut rather than left out where leaving it out would cost more than this many columns.
const LONGEST_WORD: usize = 20;

/// Lines of one file, and what is underlined in them. The text of the lines stands in `text`, each with a line feed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The lines, ready to be printed.
    pub text: String,
    /// Where they start in `text`, and their numbers in the file, ascending.
    pub lines: Vec<ExcerptLine>,
    /// What is underlined, in the order in which it was asked for.
    pub marks: Vec<Mark>,
}

/// A line of an excerpt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ExcerptLine {
    /// Its number in the file, counted from one.
    pub number: usize,
    /// Where it starts in the excerpt's text.
    pub start: usize,
}

/// Something underlined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Where, in the excerpt's text.
    pub range: Range<usize>,
    /// Line in the file, counted from one.
    pub line: usize,
    /// Character in that line, counted from one.
    pub column: usize,
}

/// Cuts out the lines that `spans` touch; the first span is the one that has to be seen. `room` is the width of a line in columns,
/// `ellipsis` stands where text was left out.
pub(super) fn excerpt(file: &SourceFile, spans: &[Span], room: usize, ellipsis: &str) -> Excerpt {
    let spans: Vec<Span> = spans.iter().map(|span| settle(file, *span)).collect();
    let mut out = Excerpt::default();
    let mut pieces = Vec::new();
    for number in touched_lines(file, &spans) {
        out.lines.push(ExcerptLine { number, start: out.text.len() });
        let piece = Piece::cut(file, number, &spans, room, ellipsis);
        pieces.push((out.text.len(), piece.clone()));
        out.text.push_str(&piece.text);
        out.text.push('\n');
    }
    out.marks = spans.iter().map(|span| mark(file, &pieces, *span)).collect();
    out
}

/// A span that lies in the file, on character boundaries, and on few lines.
fn settle(file: &SourceFile, span: Span) -> Span {
    let length = file.text.len();
    let mut start = (span.start as usize).min(length);
    let mut end = (span.end as usize).clamp(start, length);
    while !file.text.is_char_boundary(start) {
        start -= 1;
    }
    while !file.text.is_char_boundary(end) {
        end += 1;
    }
    let span = Span::new(start, end);
    let first = file.line_column(span.start).line;
    if last_line(file, span) >= first + MOST_LINES {
        let line = file.line(first);
        return Span { start: span.start, end: line.end.max(span.start) };
    }
    span
}

fn last_line(file: &SourceFile, span: Span) -> usize {
    let last = if span.is_empty() { span.start } else { span.end - 1 };
    file.line_column(last).line
}

fn touched_lines(file: &SourceFile, spans: &[Span]) -> BTreeSet<usize> {
    spans.iter().flat_map(|span| file.line_column(span.start).line..=last_line(file, *span)).collect()
}

fn mark(file: &SourceFile, pieces: &[(usize, Piece)], span: Span) -> Mark {
    let at = file.line_column(span.start);
    let start = carried(pieces, span.start, at.line);
    let end = carried(pieces, span.end, last_line(file, span)).max(start);
    Mark { range: start..end, line: at.line, column: at.column }
}

/// Where an offset of the file has gone.
fn carried(pieces: &[(usize, Piece)], at: u32, line: usize) -> usize {
    pieces.iter().find(|(_, piece)| piece.number == line).map_or(0, |(start, piece)| start + piece.carry(at))
}

/// One line, cut to a window.
#[derive(Clone, Debug)]
struct Piece {
    number: usize,
    text: String,
    /// For each character of the window: its offset in the file and in `text`; the last entry is the window's end.
    offsets: Vec<(u32, usize)>,
}

impl Piece {
    fn cut(file: &SourceFile, number: usize, spans: &[Span], room: usize, ellipsis: &str) -> Self {
        let line = file.line(number);
        let content = line.slice(&file.text);
        let focus = focus(spans, line, content, room);
        let window = window(content, focus, room.max(20), ellipsis.chars().count());
        let mut piece = Piece { number, text: String::new(), offsets: Vec::new() };
        if window.start > 0 {
            piece.text.push_str(ellipsis);
        }
        for (at, c) in content[window.clone()].char_indices() {
            piece.offsets.push((offset_in_file(line, window.start + at), piece.text.len()));
            piece.text.push_str(&shown(c));
        }
        piece.offsets.push((offset_in_file(line, window.end), piece.text.len()));
        if window.end < content.len() {
            piece.text.push_str(ellipsis);
        }
        piece
    }

    /// The offset in the piece's text of an offset in the file; what was cut off is carried to the nearer end of the window.
    fn carry(&self, at: u32) -> usize {
        let index =
            self.offsets.partition_point(|(original, _)| *original < at).min(self.offsets.len().saturating_sub(1));
        self.offsets.get(index).map_or(0, |(_, shown)| *shown)
    }
}

/// What has to be seen of a line: the first span that meets it, and the others as long as there is room for all of them.
fn focus(spans: &[Span], line: Span, content: &str, room: usize) -> Range<usize> {
    let mut inside = spans.iter().filter(|span| meets(**span, line)).map(|span| within(*span, line));
    let first = inside.next().unwrap_or(0..0);
    inside.fold(first, |focus, next| {
        let both = focus.start.min(next.start)..focus.end.max(next.end);
        let fits = content.get(both.clone()).is_some_and(|words| words.chars().map(columns).sum::<usize>() < room);
        if fits { both } else { focus }
    })
}

fn offset_in_file(line: Span, at: usize) -> u32 {
    Span::new(line.start as usize + at, 0).start
}

fn meets(span: Span, line: Span) -> bool {
    span.start <= line.end && line.start <= span.end
}

fn within(span: Span, line: Span) -> Range<usize> {
    let start = span.start.clamp(line.start, line.end) - line.start;
    let end = span.end.clamp(line.start, line.end) - line.start;
    start as usize..end as usize
}

/// A character as it is printed: a tab as spaces, what a terminal would obey as its code point.
fn shown(c: char) -> String {
    if c == '\t' { "    ".to_owned() } else { printable(c.encode_utf8(&mut [0; 4])) }
}

fn columns(c: char) -> usize {
    shown(c).chars().map(|c| c.width().unwrap_or(0)).sum()
}

/// The part of a line that is shown: all of it where it fits, else as much around `focus` as there is room for, from word to word.
fn window(content: &str, focus: Range<usize>, room: usize, ellipsis: usize) -> Range<usize> {
    let widths: Vec<(usize, usize)> = content.char_indices().map(|(at, c)| (at, columns(c))).collect();
    let total: usize = widths.iter().map(|(_, width)| width).sum();
    if total <= room {
        return 0..content.len();
    }
    let room = room - 2 * ellipsis;
    let before: usize = widths.iter().take_while(|(at, _)| *at < focus.start).map(|(_, width)| width).sum();
    let inside: usize =
        widths.iter().filter(|(at, _)| focus.contains(at)).map(|(_, width)| width).sum::<usize>().min(room);
    let from = before.saturating_sub((room - inside) / 2).min(total.saturating_sub(room));
    let start = offset_at_column(&widths, from, content.len());
    let end = offset_at_column(&widths, from + room, content.len());
    let start = if start == 0 { 0 } else { next_word(content, start, focus.start) };
    let end = if end >= content.len() { content.len() } else { last_word(content, end, focus.end) };
    start..end.max(start)
}

fn offset_at_column(widths: &[(usize, usize)], column: usize, length: usize) -> usize {
    let mut seen = 0;
    for (at, width) in widths {
        if seen >= column {
            return *at;
        }
        seen += width;
    }
    length
}

/// The start of the first whole word at or behind `at`, unless that would cut into the focus or leave out too much.
fn next_word(content: &str, at: usize, focus: usize) -> usize {
    let opens_word = content[..at].ends_with(' ');
    if opens_word {
        return at;
    }
    match content[at..].find(' ').map(|space| at + space + 1) {
        Some(word) if word <= focus && word - at <= LONGEST_WORD => word,
        Some(_) | None => at,
    }
}

/// The end of the last whole word at or before `at`, with the same reserve.
fn last_word(content: &str, at: usize, focus: usize) -> usize {
    if content[at..].starts_with(' ') {
        return at;
    }
    match content[..at].rfind(' ') {
        Some(space) if space >= focus && at - space <= LONGEST_WORD => space,
        Some(_) | None => at,
    }
}

#[cfg(test)]
mod tests {
    use super::{Excerpt, excerpt};
    use crate::source::{SourceFile, Span};

    fn cut(text: &str, words: &str, room: usize) -> Excerpt {
        let start = text.find(words).unwrap();
        excerpt(&SourceFile::new("a.txt", text), &[Span::new(start, start + words.len())], room, "…")
    }

    fn marked(excerpt: &Excerpt) -> &str {
        &excerpt.text[excerpt.marks[0].range.clone()]
    }

    #[test]
    fn a_short_line_stays_whole() {
        let excerpt = cut("one\ntwo three\nfour", "three", 80);
        assert_eq!(excerpt.text, "two three\n");
        assert_eq!(marked(&excerpt), "three");
        assert_eq!((excerpt.marks[0].line, excerpt.marks[0].column), (2, 5));
    }

    #[test]
    fn a_long_line_is_cut_around_the_marked_words() {
        let text = format!("{}the number is 7,200 here {}", "before ".repeat(200), "after ".repeat(200));
        let excerpt = cut(&text, "7,200", 60);
        assert_eq!(excerpt.text, "…before the number is 7,200 here after after after…\n");
        assert_eq!(marked(&excerpt), "7,200");
    }

    #[test]
    fn columns_count_characters_of_the_whole_line() {
        let text = format!("{} 7,200", "größer ".repeat(100));
        assert_eq!(cut(&text, "7,200", 60).marks[0].column, 702);
    }

    #[test]
    fn control_characters_are_shown_and_the_mark_follows() {
        let excerpt = cut("a\u{1b}[31m b\u{202e} word", "word", 80);
        assert_eq!(excerpt.text, "a\\u{1b}[31m b\\u{202e} word\n");
        assert_eq!(marked(&excerpt), "word");
    }

    #[test]
    fn a_mark_over_many_lines_is_cut_to_its_first() {
        let text = "line\n".repeat(30);
        let excerpt = excerpt(&SourceFile::new("a.txt", text.as_str()), &[Span::new(0, text.len())], 80, "…");
        assert_eq!(excerpt.text, "line\n");
    }

    #[test]
    fn spans_outside_of_the_text_or_inside_of_a_character_do_no_harm() {
        let file = SourceFile::new("a.txt", "äöü");
        assert_eq!(marked(&excerpt(&file, &[Span::new(1, 3)], 80, "…")), "äö");
        assert_eq!(marked(&excerpt(&file, &[Span::new(90, 99)], 80, "…")), "");
        assert_eq!(excerpt(&SourceFile::new("b.txt", ""), &[Span::new(0, 0)], 80, "…").text, "\n");
    }

    #[test]
    fn a_carriage_return_is_no_part_of_a_line() {
        assert_eq!(cut("one\r\ntwo\r\n", "one", 80).text, "one\n");
    }
}
