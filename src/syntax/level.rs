//! White space made level before the grammar reads a text: every white-space character but the line feed becomes as many spaces as it has
//! bytes, so that all offsets stay as they are. What stands between quotation marks is left alone.

use std::borrow::Cow;

use super::marks::Marks;

/// The text with nothing but spaces and line feeds for white space; borrowed where it has nothing else already.
pub(super) fn level(text: &str) -> Cow<'_, str> {
    if text.bytes().all(is_plain) || !text.contains(is_odd_space) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut marks = Marks::default();
    for c in text.chars() {
        if !marks.pass(c) && is_odd_space(c) {
            (0..c.len_utf8()).for_each(|_| out.push(' '));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Whether a byte is no white space and no part of any, but for the plain two. A quick look that settles most texts.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii() && (byte >= b' ' || byte == b'\n')
}

fn is_odd_space(c: char) -> bool {
    c != ' ' && c != '\n' && (c == '\u{feff}' || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_space_outside_of_quotation_marks_becomes_plain_and_keeps_its_length() {
        let text = "\u{feff}a\tb\u{a0}c \"x\ty\" “p\u{a0}q”\t\r\nd\u{202f}e";
        let levelled = level(text);
        assert_eq!(levelled, "   a b  c \"x\ty\" “p\u{a0}q”  \nd   e");
        assert_eq!(levelled.len(), text.len());
    }

    #[test]
    fn an_open_quotation_mark_ends_with_its_line() {
        assert_eq!(level("\"a\tb\n\tc"), "\"a\tb\n c");
    }

    #[test]
    fn a_plain_text_is_not_copied() {
        assert!(matches!(level("a b\n"), Cow::Borrowed(_)));
    }
}
