//! Plain text: a line is a block, unless the lines are wrapped by hand at some width; then a paragraph is.

use crate::source::Span;

use super::reading::{Block, Hint, Page, Reading};
use super::words::{ends_sentence, trimmed};

/// Reads plain text. The reading text is the file as it stands.
pub(super) fn read(text: &str) -> Reading {
    Reading { text: text.to_owned(), map: Vec::new(), blocks: blocks(text), page: Page::default() }
}

/// The blocks of a plain text.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let lines = lines(text);
    let wrap = Wrap::of(text, &lines);
    let mut blocks: Vec<Block> = Vec::with_capacity(lines.len());
    let mut before = None;
    for line in lines {
        let goes_on = |before| wrap.as_ref().is_some_and(|wrap| wrap.goes_on(text, before, line));
        match (blocks.last_mut(), before) {
            (Some(block), Some(before)) if goes_on(before) => block.span = block.span.cover(line.span),
            (_, _) => blocks.push(Block { span: line.span, hint: Hint::Plain }),
        }
        before = Some(line);
    }
    blocks
}

/// A line that is not blank.
#[derive(Clone, Copy)]
struct Line {
    /// Without the white space around it.
    span: Span,
    /// Bytes of white space before it.
    indent: usize,
    /// Whether the line before it is blank, or there is none.
    after_gap: bool,
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut after_gap = true;
    let mut start = 0;
    for chunk in text.split_inclusive('\n') {
        let mut at = start;
        start += chunk.len();
        for line in chunk.strip_suffix("\r\n").unwrap_or(chunk).split('\r') {
            let span = trimmed(text, Span::new(at, at + line.len()));
            if !span.is_empty() {
                lines.push(Line { span, indent: span.start as usize - at, after_gap });
            }
            after_gap = span.is_empty();
            at += line.len() + 1;
        }
    }
    lines
}

/// How a text is wrapped by hand.
struct Wrap {
    /// The length of its longest line, in bytes.
    width: usize,
    /// What parts its paragraphs.
    parted: Parted,
}

impl Wrap {
    /// No line of a wrapped text is longer than this, in bytes.
    const WIDEST: usize = 120;
    /// A line that is broken because it is full is at least this long, in bytes.
    const FULL: usize = 25;
    /// How far, in bytes, a full line may stay behind the longest.
    const RAGGED: usize = 10;
    /// At least one in so many breaks behind no final mark must fall amid a sentence.
    const AMID: usize = 6;

    /// The wrap of a text; none where each line is a paragraph, or more. A text is wrapped when no line is long, and enough lines
    /// without a final mark go on in lower case: where a line is a paragraph, hardly any does.
    fn of(text: &str, lines: &[Line]) -> Option<Self> {
        let width = lines.iter().map(|line| line.span.len()).max()?;
        if width > Self::WIDEST {
            return None;
        }
        let inner = lines.windows(2).filter(|pair| !pair[1].after_gap);
        let open = || inner.clone().filter(|pair| !ends_sentence(pair[0].span.slice(text)));
        let amid = open().filter(|pair| pair[0].span.len() >= Self::FULL && is_amid(text, pair[0], pair[1])).count();
        let parted = Parted::of(text, lines);
        let wrapped = amid > 0 && amid * Self::AMID >= open().count() || is_one_sentence(text, lines);
        wrapped.then_some(Self { width, parted })
    }

    /// Whether `next` continues the paragraph of `line`: nothing parts them, and the break falls amid a sentence, or was needed
    /// because the next word would not have fitted, or paragraphs are parted by other marks than breaks.
    fn goes_on(&self, text: &str, line: Line, next: Line) -> bool {
        let words = next.span.slice(text);
        let hangs = bullet(line.span.slice(text)).is_some();
        if next.after_gap || (is_indented(line, next) && !hangs) || bullet(words).is_some() {
            return false;
        }
        let word = words.split(char::is_whitespace).next().map_or(0, str::len);
        let needed = line.span.len() + word + Self::RAGGED > self.width;
        let free = match self.parted {
            Parted::Breaks => false,
            Parted::Gaps => !line.after_gap,
            Parted::Indents => true,
        };
        needed || free || is_amid(text, line, next)
    }
}

/// Whether the lines of a text are one sentence that was broken here and there.
fn is_one_sentence(text: &str, lines: &[Line]) -> bool {
    let ends = lines.last().is_some_and(|line| ends_sentence(line.span.slice(text)));
    ends && lines.len() > 1
        && lines.windows(2).all(|pair| {
            let lower = pair[1].span.slice(text).starts_with(char::is_lowercase);
            !pair[1].after_gap && lower && is_amid(text, pair[0], pair[1])
        })
}

/// What parts the paragraphs of a wrapped text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Parted {
    /// Nothing but a last line that is not full.
    Breaks,
    /// Blank lines; a first line without one behind it may still be a title.
    Gaps,
    /// Indents.
    Indents,
}

impl Parted {
    fn of(text: &str, lines: &[Line]) -> Self {
        let mut ends = lines.windows(2).filter(|pair| ends_sentence(pair[0].span.slice(text)));
        if ends.clone().any(|pair| is_indented(pair[0], pair[1]) && bullet(pair[1].span.slice(text)).is_none()) {
            Self::Indents
        } else if ends.any(|pair| pair[1].after_gap) {
            Self::Gaps
        } else {
            Self::Breaks
        }
    }
}

/// A line of so many bytes is no entry of a list or a table.
const LONG: usize = 60;

/// Whether a break falls amid a sentence: behind a comma; or behind no final mark, and before a word in lower case, out of the indent
/// of a first line, or before a number behind a long line.
fn is_amid(text: &str, line: Line, next: Line) -> bool {
    let words = line.span.slice(text);
    let start = next.span.slice(text);
    let number = line.span.len() >= LONG && start.starts_with(|c: char| c.is_ascii_digit() || "$€£¥".contains(c));
    let small = start.starts_with(char::is_lowercase) || number;
    words.ends_with(',') || (!ends_sentence(words) && (small || is_indented(next, line)))
}

fn is_indented(line: Line, next: Line) -> bool {
    next.indent >= line.indent + 2
}

/// The bytes of the mark that makes a line an item of a list, with the white space behind it.
pub(super) fn bullet(line: &str) -> Option<usize> {
    let mark = line.chars().next().filter(|c| "-–*•·‣◦▪●■►".contains(*c))?;
    let rest = &line[mark.len_utf8()..];
    let blank = rest.len() - rest.trim_start().len();
    (blank > 0 && rest.contains(char::is_alphanumeric)).then_some(mark.len_utf8() + blank)
}

#[cfg(test)]
mod tests {
    use super::{blocks, bullet};

    /// The blocks of a text, with a bar for each line break inside.
    fn read(text: &str) -> Vec<String> {
        blocks(text)
            .iter()
            .map(|block| block.span.slice(text).replace("\r\n", "|").replace(['\n', '\r'], "|"))
            .collect()
    }

    #[test]
    fn a_line_is_a_block_however_it_ends() {
        assert_eq!(read("\u{feff} One.\nTwo.\r\n\r\n\tThree.\rFour. \n\n"), ["One.", "Two.", "Three.", "Four."]);
        assert_eq!(read(""), Vec::<String>::new());
    }

    #[test]
    fn a_text_of_one_broken_sentence_is_one_block() {
        assert_eq!(read("The river\nrose in the night."), ["The river|rose in the night."]);
        assert_eq!(read("River rises\nIt rose in the night."), ["River rises", "It rose in the night."]);
        assert_eq!(read("bread\nmilk"), ["bread", "milk"]);
    }

    #[test]
    fn lines_that_are_wrapped_by_hand_are_one_block() {
        let text = "River rises in Hammerfest\n\nThe river at Hammerfest rose by two metres in\nthe night, the town said, and it fell again when\n\
                    Monday came.\n\nNobody was hurt.\n";
        assert_eq!(
            read(text),
            [
                "River rises in Hammerfest",
                "The river at Hammerfest rose by two metres in|the night, the town said, and it fell again when|Monday came.",
                "Nobody was hurt."
            ]
        );
    }

    #[test]
    fn a_long_line_goes_on_with_a_number() {
        let text = "The town of Hammerfest said on Tuesday that it had found and hired\n5 workers.";
        assert_eq!(read(text).len(), 1);
        assert_eq!(read("Founded\n1904\nWorkers\n120").len(), 4);
    }

    #[test]
    fn an_indent_begins_a_paragraph_of_a_wrapped_text() {
        let text = "The river at Hammerfest, which\nrose by\n3 metres, fell again.\n    The town of Hammerfest said that\n5 people saw it.";
        assert_eq!(
            read(text),
            [
                "The river at Hammerfest, which|rose by|3 metres, fell again.",
                "The town of Hammerfest said that|5 people saw it."
            ]
        );
    }

    #[test]
    fn items_of_a_wrapped_text_stay_apart() {
        let text = "The town of Hammerfest will do as follows in the\nweeks that come:\n- the wall is looked at by two engineers of the\n  \
                    state,\n- the bridge is closed.";
        assert_eq!(read(text).len(), 3);
    }

    #[test]
    fn short_paragraphs_on_lines_of_their_own_stay_apart() {
        let text = "The river rose by two metres in the night\nNobody was hurt, the town said on Monday.\nThe bridge is closed.";
        assert_eq!(read(text).len(), 3);
    }

    #[test]
    fn a_mark_and_a_space_make_an_item() {
        assert_eq!(bullet("- a"), Some(2));
        assert_eq!(bullet("•  a"), Some(5));
        for line in ["-a", "- ", "- -", "-", "", "a - b", "—  a"] {
            assert_eq!(bullet(line), None, "{line}");
        }
    }
}
