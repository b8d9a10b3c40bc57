//! Lines of a text: which line ends end something, and which only wrap it.

/// Lines wider than this are paragraphs of their own and not wrapped.
const WIDEST: usize = 120;
/// Lines narrower than this are not broken for want of room.
const NARROWEST: usize = 30;

/// The lines of a text, grouped into blocks between empty lines.
pub(super) struct Lines {
    lines: Vec<Line>,
}

struct Line {
    /// Where its line feed stands.
    end: usize,
    /// Its length in bytes, blanks at its ends aside.
    width: usize,
    /// The width of the widest line of its block.
    widest: usize,
    /// Whether the last line of its block ends like a sentence.
    prose: bool,
}

impl Lines {
    /// Reads the lines of `text`.
    pub(super) fn new(text: &str) -> Self {
        let mut lines: Vec<Line> = Vec::new();
        let (mut start, mut block) = (0, 0);
        for piece in text.split_inclusive('\n') {
            let trimmed = piece.trim();
            lines.push(Line { end: start + piece.len() - 1, width: trimmed.len(), widest: 0, prose: false });
            start += piece.len();
            if trimmed.is_empty() {
                close(&mut lines, &mut block, text);
            }
        }
        close(&mut lines, &mut block, text);
        Self { lines }
    }

    /// Whether a sentence ends with the line, given the white space from `from` to `to` between two tokens.
    pub(super) fn breaks_between(&self, text: &str, from: usize, to: usize) -> bool {
        let gap = text.as_bytes().get(from..to).unwrap_or(&[]);
        if gap == b" " {
            return false;
        }
        let feeds = gap.iter().filter(|&&byte| byte == b'\n').count();
        match feeds {
            0 => false,
            1 => !self.wraps(text, from, to),
            _ => true,
        }
    }

    /// Whether the line that ends behind `from` goes on at `to`.
    fn wraps(&self, text: &str, from: usize, to: usize) -> bool {
        let at = self.lines.partition_point(|line| line.end < from);
        let Some(line) = self.lines.get(at) else { return false };
        let next = text.get(to..).unwrap_or("");
        let word = next.find(char::is_whitespace).unwrap_or(next.len());
        // "ii)" begins an item of a list.
        if next.get(..word).is_some_and(|word| word.ends_with(')') && word.len() < 6) {
            return false;
        }
        if line.prose && next.starts_with(char::is_lowercase) {
            return true;
        }
        let full = line.width >= NARROWEST && line.widest <= WIDEST && line.width + 1 + word > line.widest;
        full && next.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '“' | '(' | '$' | '\''))
    }
}

/// Ends the block of lines that began at `block`.
fn close(lines: &mut [Line], block: &mut usize, text: &str) {
    let Some(open) = lines.get_mut(*block..) else { return };
    let widest = open.iter().map(|line| line.width).max().unwrap_or(0);
    let last = open.iter().rev().find(|line| line.width > 0).map_or(0, |line| line.end);
    let before = text.get(..(last + 1).min(text.len())).unwrap_or("").trim_end();
    let prose = before.ends_with(['.', '!', '?', '"', '”', '’', ')']);
    for line in open {
        line.widest = widest;
        line.prose = prose;
    }
    *block = lines.len();
}
