//! Quotation marks: whether a character stands between two of them.

/// Follows a text from character to character. A mark is closed by its own partner, and at the latest by the end of its line. A doubled
/// straight mark closes and opens again, which comes to the same.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Marks {
    close: Option<char>,
}

impl Marks {
    /// Takes the next character; whether it is quoted or is itself a mark.
    pub(super) fn pass(&mut self, c: char) -> bool {
        let before = self.close;
        self.close = match (before, c) {
            (_, '\n') => None,
            (None, '"') => Some('"'),
            (None, '“') => Some('”'),
            (Some(close), _) if close == c => None,
            (open, _) => open,
        };
        before.is_some() || self.close.is_some()
    }

    /// Whether a mark is open.
    pub(super) fn is_open(self) -> bool {
        self.close.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> String {
        let mut marks = Marks::default();
        text.chars().filter(|c| marks.pass(*c)).collect()
    }

    #[test]
    fn a_mark_is_closed_by_its_own_partner() {
        assert_eq!(quoted("a \"b “c\" d “e \"f” g"), "\"b “c\"“e \"f”");
        assert_eq!(quoted("\"a\"\"b\" c"), "\"a\"\"b\"");
        assert_eq!(quoted("\"a\nb"), "\"a\n");
    }
}
