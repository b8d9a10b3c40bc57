//! A check file cut into its items, before any of them is read: which lines belong together is plain from how they begin and end.
//!
//! Everything here goes once over the text, whatever is in it.

use super::keywords::{begins_part, clauses_of, first_word, is_template};
use super::marks::Marks;

/// What a piece of a check file is, as far as its first word tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// An empty line.
    Blank,
    /// A comment.
    Comment,
    /// A line that begins with the keyword of a declaration, with its further lines.
    Declaration,
    /// `table`, with its rows.
    Table,
    /// `each TABLE:`, with its further lines.
    Template,
    /// Anything else, with its further lines.
    Other,
}

/// A piece of a check file: offsets into the text, without the last line feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// What it is.
    pub(super) sort: Sort,
    /// Where it starts.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
}

/// Cuts a levelled text into pieces.
pub(super) fn pieces(text: &str) -> Pieces<'_> {
    Pieces { text, at: 0 }
}

/// The pieces of a text, in order.
pub(super) struct Pieces<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        if self.at >= self.text.len() {
            return None;
        }
        let first = line_at(self.text, self.at);
        let sort = if first.is_comment(self.text) { Sort::Comment } else { sort(first.body(self.text)) };
        let last = match sort {
            Sort::Blank | Sort::Comment => first,
            Sort::Declaration => self.declaration(first),
            Sort::Table => self.table(first),
            Sort::Template | Sort::Other => self.parts(first),
        };
        self.at = last.end + 1;
        let start = first.start + indent(first.slice(self.text));
        Some(Piece { sort, start, end: last.end.max(start) })
    }
}

impl Pieces<'_> {
    /// The last line of a declaration: it goes on in indented lines, as long as it is unfinished or the line begins with a clause of it.
    fn declaration(&self, first: Line) -> Line {
        let clauses = clauses_of(first_word(first.body(self.text)));
        let (mut last, mut open) = (first, first.is_open(self.text));
        while let Some(next) = self.beyond_comments(last) {
            let body = next.body(self.text);
            let indented = indent(next.slice(self.text)) > 0;
            if !indented || body.is_empty() || !(open || clauses.iter().any(|clause| begins_with(body, clause))) {
                break;
            }
            (last, open) = (next, next.is_open(self.text));
        }
        last
    }

    /// The last row of a table: rows have as many cells as they like, but at least two; those of a table with one column are indented.
    fn table(&self, first: Line) -> Line {
        let several = has_bar(first.body(self.text));
        let mut last = first;
        while let Some(next) = self.beyond_remarks(last) {
            let adjacent = next.start == last.end + 1;
            let body = next.body(self.text);
            let row =
                if several { has_bar(body) } else { adjacent && indent(next.slice(self.text)) > 0 && !body.is_empty() };
            if !row || begins_table(body) {
                break;
            }
            last = next;
        }
        last
    }

    /// The last line of an assertion: it goes on in lines that begin with a qualifier or a field.
    fn parts(&self, first: Line) -> Line {
        let mut last = self.list(first);
        while let Some(next) = self.beyond_remarks(last).filter(|next| begins_part(next.body(self.text))) {
            last = self.list(next);
        }
        last
    }

    /// The last line of a list between brackets that opens on this one and goes on in the next; else the line itself.
    fn list(&self, first: Line) -> Line {
        let mut last = first;
        let mut open = opens_list(first.body(self.text));
        while open {
            let Some(next) = self.after(last) else { break };
            let body = next.body(self.text);
            open = !body.contains(']') && (body.is_empty() || body.ends_with(','));
            last = next;
        }
        last
    }

    fn after(&self, line: Line) -> Option<Line> {
        (line.end < self.text.len())
            .then(|| line_at(self.text, line.end + 1))
            .filter(|next| next.start < self.text.len())
    }

    /// The next line that is no comment.
    fn beyond_comments(&self, line: Line) -> Option<Line> {
        let mut next = self.after(line)?;
        while next.is_comment(self.text) {
            next = self.after(next)?;
        }
        Some(next)
    }

    /// The next line that is neither empty nor a comment.
    fn beyond_remarks(&self, line: Line) -> Option<Line> {
        let mut next = self.after(line)?;
        while next.body(self.text).is_empty() {
            next = self.after(next)?;
        }
        Some(next)
    }
}

/// A line: offsets without the line feed, and where its comment starts.
#[derive(Clone, Copy, Debug)]
struct Line {
    start: usize,
    code: usize,
    end: usize,
}

impl Line {
    fn slice<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// What it says, without comment and surrounding space.
    fn body<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.code).unwrap_or("").trim()
    }

    fn is_comment(&self, text: &str) -> bool {
        self.code < self.end && self.body(text).is_empty()
    }

    /// Whether the next line must go on.
    fn is_open(&self, text: &str) -> bool {
        self.body(text).ends_with([',', '=', '/'])
    }
}

/// The line that starts at an offset.
fn line_at(text: &str, start: usize) -> Line {
    let rest = text.get(start..).unwrap_or_default();
    let line = rest.find('\n').and_then(|end| rest.get(..end)).unwrap_or(rest).as_bytes();
    Line { start, code: start + code_length(line), end: start + line.len() }
}

/// How much of a line stands before its comment.
fn code_length(line: &[u8]) -> usize {
    // Most lines have neither marks nor comments. Looking at all of a line goes faster than stopping at the first.
    if !line.iter().fold(false, |found, byte| found | matches!(byte, b'"' | b'#' | 0x9c)) {
        return line.len();
    }
    let mut quoted = None;
    for (at, byte) in line.iter().enumerate() {
        match (byte, quoted) {
            (b'"', None) => quoted = Some(b'"'),
            (b'"', Some(b'"')) => quoted = None,
            // The curly marks are E2 80 9C and E2 80 9D.
            (0x9c, None) if is_curly(line, at) => quoted = Some(0x9d),
            (0x9d, Some(0x9d)) if is_curly(line, at) => quoted = None,
            (b'#', None) => return at,
            _ => {}
        }
    }
    line.len()
}

fn is_curly(bytes: &[u8], at: usize) -> bool {
    at >= 2 && bytes.get(at - 2..at) == Some(&[0xe2, 0x80])
}

/// Whether a line has a `|` that is not between quotation marks.
fn has_bar(body: &str) -> bool {
    let mut marks = Marks::default();
    body.contains('|') && body.chars().any(|c| !marks.pass(c) && c == '|')
}

/// Whether a line is the head of a table, and no row of the one above it.
fn begins_table(body: &str) -> bool {
    let head = body.split('|').next().unwrap_or(body);
    first_word(body) == "table" && head.contains(':')
}

/// How many spaces a line begins with.
fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

fn begins_with(body: &str, clause: &str) -> bool {
    body.strip_prefix(clause).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
}

fn opens_list(body: &str) -> bool {
    body.ends_with([',', '[']) && body.rfind('[') > body.rfind(']')
}

fn sort(body: &str) -> Sort {
    match first_word(body) {
        "" if body.is_empty() => Sort::Blank,
        "table" => Sort::Table,
        "each" if is_template(body) => Sort::Template,
        word if !clauses_of(word).is_empty() || word == "use" => Sort::Declaration,
        _ => Sort::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces of a text but for empty lines, each on one line.
    fn cut(text: &str) -> Vec<String> {
        let pieces = pieces(text).filter(|piece| piece.sort != Sort::Blank);
        pieces.map(|piece| text[piece.start..piece.end].replace('\n', " / ")).collect()
    }

    #[test]
    fn lines_that_begin_with_a_qualifier_or_a_field_go_on_with_the_one_above() {
        let text = "A b == 5\n\nby 2030 # x\n# y\n  needs 2 sources\nC d == 6\n  planned in Oslo\n  until 2030";
        assert_eq!(
            cut(text),
            ["A b == 5 /  / by 2030 # x / # y /   needs 2 sources", "C d == 6 /   planned in Oslo /   until 2030"]
        );
    }

    #[test]
    fn a_source_with_a_colon_begins_an_assertion() {
        assert_eq!(cut("A b == 5\nsource \"x\": C d == 6\nsource y : E f == 7\nsource \"z\"").len(), 3);
        assert_eq!(cut("A b == 5\nsource \"x \"\"y\"\"\"\nsource \"\"\"\": C d == 6").len(), 2);
    }

    #[test]
    fn a_state_with_a_subject_behind_it_begins_an_assertion() {
        assert_eq!(cut("A b == 5\ntotal by 2030\ntotal jobs == 6").len(), 2);
    }

    #[test]
    fn a_declaration_goes_on_where_it_is_unfinished_and_indented() {
        assert_eq!(cut("entity A = B,\n  C\n# x\n  part of D\n  E jobs == 5").len(), 2);
        assert_eq!(cut("entity A = B,\nC jobs == 5").len(), 2);
        assert_eq!(cut("measure a : count\n = b,\n\n c").len(), 2);
    }

    #[test]
    fn rows_belong_to_the_table_above() {
        assert_eq!(cut("table a: b | c\n 1 | 2\n\n# x\n 3 | 4\ntable d: e | f\n 5 | 6\nG h == \"|\"").len(), 3);
        assert_eq!(cut("table a: b\n  1\n  2\nG h == 5").len(), 2);
    }

    #[test]
    fn a_list_goes_on_up_to_its_bracket() {
        assert_eq!(cut("A b is [C,\n  D, # x\n  E]\nF g == 5").len(), 2);
        assert_eq!(cut("A b is [C,\nF g == 5\nH i == 6").len(), 2);
    }

    #[test]
    fn a_comment_sign_between_quotation_marks_is_text() {
        let line = line_at("a \"# b\" “# c” # d \" e\nf", 0);
        assert_eq!(line.code, "a \"# b\" “# c” ".len());
    }
}
