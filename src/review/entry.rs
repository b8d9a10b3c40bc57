//! The entries of a snapshot: the first line of each begins in the first column with the id of its check, the others are indented.

/// What a snapshot says of one check.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The id of the check.
    pub id: String,
    /// The whole entry, without a line feed at its end.
    pub text: String,
}

/// The entries of a snapshot, in its order.
pub fn entries(contents: &str) -> Vec<Entry> {
    let mut found: Vec<Entry> = Vec::new();
    for line in contents.lines().filter(|line| !line.trim().is_empty()) {
        match found.last_mut() {
            Some(last) if line.starts_with(' ') => {
                last.text.push('\n');
                last.text.push_str(line);
            }
            _ => {
                let id = line.split([':', ' ']).next().unwrap_or(line).to_owned();
                found.push(Entry { id, text: line.to_owned() });
            }
        }
    }
    found
}

/// A snapshot of entries: a blank line between two of them, none at the end.
pub fn written(entries: &[Entry]) -> String {
    entries.iter().map(|entry| entry.text.as_str()).collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::{entries, written};

    #[test]
    fn entries_are_written_as_they_were_read() {
        let text =
            "lead: Norvik pledge == 5\n  supported\n\nslip: Norvik pledge == 6\n  contradicted\n  against: “five”";
        let found = entries(text);
        assert_eq!(found.iter().map(|entry| &entry.id[..]).collect::<Vec<_>>(), ["lead", "slip"]);
        assert_eq!(written(&found), text);
        assert_eq!(entries(""), []);
    }
}
