//! What reports look like: width, colour, glyphs, and the few helpers for words that all of them need.

use unicode_width::UnicodeWidthStr;

/// How a report for people is drawn. Handed in; nothing here asks the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Columns of a line.
    pub width: usize,
    /// Whether there is colour.
    pub colour: Colour,
    /// What lines are drawn with.
    pub glyphs: Glyphs,
}

impl Default for Style {
    /// A hundred columns, no colour, box-drawing characters: the same on every machine.
    fn default() -> Self {
        Self { width: 100, colour: Colour::Never, glyphs: Glyphs::Unicode }
    }
}

impl Style {
    /// Whether there is colour.
    pub fn is_coloured(&self) -> bool {
        self.colour == Colour::Always
    }

    /// The text in that ink, where there is colour; else as it stands.
    pub fn paint(&self, ink: Ink, text: &str) -> String {
        match self.colour {
            Colour::Never => text.to_owned(),
            Colour::Always => format!("\u{1b}[{}m{text}\u{1b}[0m", ink.code()),
        }
    }
}

/// Whether there is colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// None.
    Never,
    /// ANSI colours.
    Always,
}

/// What lines are drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyphs {
    /// Box-drawing characters.
    Unicode,
    /// What every terminal has.
    Ascii,
}

impl Glyphs {
    /// What stands where text was left out.
    pub fn ellipsis(self) -> &'static str {
        match self {
            Glyphs::Unicode => "…",
            Glyphs::Ascii => "...",
        }
    }
}

/// Inks by what they are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Wrong.
    Red,
    /// Worth mending.
    Yellow,
    /// As it should be.
    Green,
    /// Worth knowing.
    Cyan,
    /// Headings.
    Bold,
    /// Details.
    Dim,
}

impl Ink {
    fn code(self) -> &'static str {
        match self {
            Ink::Red => "1;31",
            Ink::Yellow => "1;33",
            Ink::Green => "1;32",
            Ink::Cyan => "36",
            Ink::Bold => "1",
            Ink::Dim => "2",
        }
    }
}

/// A text in lines of at most `width` columns, broken at spaces; `first` stands before the first line, as many spaces before the
/// others. A word that is longer than a line stays whole. Line feeds of the text are kept.
pub fn wrap(text: &str, first: &str, width: usize) -> String {
    let indent = " ".repeat(first.width());
    let mut out = String::new();
    for (number, paragraph) in text.split('\n').enumerate() {
        let lead = if number == 0 { first } else { &indent };
        wrap_paragraph(paragraph, lead, &indent, width, &mut out);
    }
    out
}

fn wrap_paragraph(paragraph: &str, lead: &str, indent: &str, width: usize, out: &mut String) {
    let mut line = lead.to_owned();
    let mut empty = true;
    for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
        if !empty && line.width() + 1 + word.width() > width {
            push_line(out, &line);
            line = indent.to_owned();
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    push_line(out, &line);
}

fn push_line(out: &mut String, line: &str) {
    out.push_str(line.trim_end());
    out.push('\n');
}

/// `1,234`.
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `1 check`, `1,234 checks`.
pub fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", thousands(number), if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::{counted, wrap};

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!(counted(1, "check", "checks"), "1 check");
        assert_eq!(counted(999, "check", "checks"), "999 checks");
        assert_eq!(counted(1_234_567, "fact", "facts"), "1,234,567 facts");
    }

    #[test]
    fn lines_break_at_spaces_and_hang_under_their_lead() {
        assert_eq!(wrap("one two three four", "note: ", 16), "note: one two\n      three four\n");
    }

    #[test]
    fn a_word_longer_than_the_line_stays_whole() {
        assert_eq!(wrap("a verylongword b", "", 6), "a\nverylongword\nb\n");
    }

    #[test]
    fn line_feeds_are_kept() {
        assert_eq!(wrap("one\ntwo", "= ", 20), "= one\n  two\n");
    }
}
