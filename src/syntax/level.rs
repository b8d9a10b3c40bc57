//! White space made level before the grammar reads a text: every white-space character but the line feed becomes as many spaces as it has
//! bytes, so that all offsets stay as they are. What stands between quotation marks is left alone.

use std::borrow::Cow;

use super::marks::Marks;

/// The text with nothing but spaces and line feeds for white space; borrowed where it has nothing else already.
pub(super) fn level(text: &str) -> Cow<'_, str> {
    let is_odd = |at: usize| text.get(at..).is_some_and(|rest| rest.starts_with(is_odd_space));
    if !text.bytes().enumerate().any(|(at, byte)| may_begin_odd(byte) && is_odd(at)) {
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

/// Whether white space but for the plain two may begin with a byte. A quick look that settles most of a text.
fn may_begin_odd(byte: u8) -> bool {
    byte < b' ' && byte != b'\n' || matches!(byte, 0xc2 | 0xe1 | 0xe2 | 0xe3 | 0xef)
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
    fn white_space_begins_with_few_bytes() {
        for c in ('\0'..=char::MAX).filter(|c| is_odd_space(*c)) {
            let mut bytes = [0; 4];
            assert!(may_begin_odd(c.encode_utf8(&mut bytes).as_bytes()[0]), "{c:?}");
        }
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
