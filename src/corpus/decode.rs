//! Bytes to text: what cannot be text is told apart and named.

use crate::diag::{Code, Diagnostic};

/// An article has at most this many bytes; what is larger is a data file or a mistake.
pub const LARGEST_ARTICLE: u64 = 32 * 1024 * 1024;

/// The mark of byte order that some editors put before UTF-8.
pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

/// The text of an article named `name`.
///
/// # Errors
/// An error that says what the bytes are instead: UTF-16, a binary file, text in another encoding (with the place of the first
/// byte that is not UTF-8), or more than [`LARGEST_ARTICLE`].
pub fn decode(name: &str, bytes: Vec<u8>) -> Result<String, Diagnostic> {
    if bytes.len() as u64 > LARGEST_ARTICLE {
        return Err(too_large(name, bytes.len() as u64));
    }
    if let Some(order) = utf16_order(&bytes) {
        return Err(utf16(name, order));
    }
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        return Err(binary(name, at));
    }
    String::from_utf8(bytes).map_err(|error| not_utf8(name, error.as_bytes(), error.utf8_error().valid_up_to()))
}

/// The error for an article of so many bytes.
pub(super) fn too_large(name: &str, bytes: u64) -> Diagnostic {
    const MEGABYTE: u64 = 1024 * 1024;
    let (size, most) = (bytes.div_ceil(MEGABYTE), LARGEST_ARTICLE / MEGABYTE);
    Diagnostic::error(Code::ArticleTooLarge, format!("`{name}` has {size} MB, and an article at most {most} MB"))
        .note("it is not read, so the run does not cover it")
        .help("split it into its articles, one a file, or move it out of the corpus")
}

fn utf16_order(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, ..] => Some("little-endian"),
        [0xfe, 0xff, ..] => Some("big-endian"),
        _ => None,
    }
}

fn utf16(name: &str, order: &str) -> Diagnostic {
    Diagnostic::error(Code::NotUtf8, format!("`{name}` is UTF-16 ({order}), and articles are UTF-8"))
        .note("it begins with the byte order mark of UTF-16; it is not read, so the run does not cover it")
        .help(format!("save it as UTF-8, for example with `iconv -f UTF-16 -t UTF-8 {name}`"))
}

fn binary(name: &str, at: usize) -> Diagnostic {
    Diagnostic::error(Code::BinaryArticle, format!("`{name}` is a binary file: byte {at} is NUL"))
        .note("it is not read, so the run does not cover it")
        .help("export its text to `.txt`, `.md` or `.html`, or move it out of the corpus")
}

fn not_utf8(name: &str, bytes: &[u8], at: usize) -> Diagnostic {
    let before = bytes.get(..at).unwrap_or(bytes);
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let byte = bytes.get(at).copied().unwrap_or(0);
    Diagnostic::error(Code::NotUtf8, format!("`{name}` is not UTF-8: byte {at}, in line {line}, is 0x{byte:02x}"))
        .note("it is not read, so the run does not cover it")
        .help(format!("save it as UTF-8; if it is an old Western file, with `iconv -f WINDOWS-1252 -t UTF-8 {name}`"))
}

#[cfg(test)]
mod tests {
    use super::{LARGEST_ARTICLE, decode};
    use crate::diag::Severity;

    fn complaint(bytes: &[u8]) -> (&'static str, String) {
        let diagnostic = decode("a.txt", bytes.to_vec()).expect_err("these bytes are no text");
        assert_eq!(diagnostic.severity, Severity::Error);
        assert!(diagnostic.help.is_some());
        (diagnostic.code.name(), diagnostic.message)
    }

    #[test]
    fn utf8_with_and_without_a_byte_order_mark_is_kept_as_it_is() {
        assert_eq!(decode("a.txt", "Zoë".into()).as_deref(), Ok("Zoë"));
        assert_eq!(decode("a.txt", "\u{feff}Zoë".into()).as_deref(), Ok("\u{feff}Zoë"));
    }

    #[test]
    fn the_first_byte_that_is_not_utf8_is_named() {
        assert_eq!(
            complaint(b"one\ntwo caf\xe9"),
            ("not-utf8", "`a.txt` is not UTF-8: byte 11, in line 2, is 0xe9".to_owned())
        );
    }

    #[test]
    fn utf16_is_called_by_its_name() {
        assert_eq!(
            complaint(b"\xff\xfeA\0"),
            ("not-utf8", "`a.txt` is UTF-16 (little-endian), and articles are UTF-8".to_owned())
        );
        assert_eq!(complaint(b"\xfe\xff\0A").0, "not-utf8");
    }

    #[test]
    fn a_nul_makes_a_file_binary() {
        assert_eq!(
            complaint(b"PK\x03\x04\0\0"),
            ("binary-article", "`a.txt` is a binary file: byte 4 is NUL".to_owned())
        );
    }

    #[test]
    fn what_is_larger_than_any_article_is_not_read() {
        let bytes = vec![b'a'; usize::try_from(LARGEST_ARTICLE).expect("fits") + 1];
        assert_eq!(
            complaint(&bytes),
            ("article-too-large", "`a.txt` has 33 MB, and an article at most 32 MB".to_owned())
        );
    }
}
