//! The entries of a snapshot: the first line of each begins in the first column with the id of its check, the others are indented. How an
//! entry is written and how it is read stands here and nowhere else.

use crate::run::{Ground, GroundKind, Record};
use crate::source::printable;

/// How the lines begin that tell why.
const SIGNS: [(GroundKind, &str); 7] = [
    (GroundKind::Outcome, "outcome: "),
    (GroundKind::Because, "because: "),
    (GroundKind::For, "for: "),
    (GroundKind::Against, "against: "),
    (GroundKind::Open, "open: "),
    (GroundKind::Computed, "= "),
    (GroundKind::Note, "note: "),
];

/// What a snapshot says of one check.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The id of the check.
    pub id: String,
    /// The whole entry, without a line feed at its end.
    pub text: String,
}

impl Entry {
    /// What a snapshot says of the check with that id.
    pub fn new(id: &str, record: &Record) -> Self {
        let head = [format!("{id}: {}", record.assertion), format!("  {}", record.stance())];
        let grounds = record.grounds.iter().map(|ground| format!("  {}{}", sign(ground.kind), ground.text));
        let on_one_line = |line: String| printable(&line.replace(['\n', '\r', '\t'], " "));
        let lines: Vec<String> = head.into_iter().chain(grounds).map(on_one_line).collect();
        Self { id: id.to_owned(), text: lines.join("\n") }
    }

    /// The entry in its parts.
    pub fn record(&self) -> Record {
        let mut lines = self.text.lines();
        let first = lines.next().unwrap_or_default();
        let assertion = first.strip_prefix(&self.id[..]).unwrap_or(first).trim_start_matches(':').trim();
        let stance = lines.next().unwrap_or_default().trim();
        let (verdict, outcome) = stance.split_once(", ").unwrap_or((stance, ""));
        Record {
            assertion: assertion.to_owned(),
            verdict: verdict.to_owned(),
            outcome: outcome.to_owned(),
            grounds: lines.map(|line| ground(line.trim())).collect(),
        }
    }
}

fn sign(kind: GroundKind) -> &'static str {
    SIGNS.iter().find(|(known, _)| *known == kind).map_or("", |(_, sign)| *sign)
}

fn ground(line: &str) -> Ground {
    let known = SIGNS.iter().find_map(|(kind, sign)| Some((*kind, line.strip_prefix(sign)?)));
    let (kind, text) = known.unwrap_or((GroundKind::Other, line));
    Ground { kind, text: text.to_owned() }
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
    use super::{Entry, Ground, GroundKind, Record, SIGNS, entries, written};

    #[test]
    fn entries_are_written_as_they_were_read() {
        let text =
            "lead: Norvik pledge == 5\n  supported\n\nslip: Norvik pledge == 6\n  contradicted\n  against: “five”";
        let found = entries(text);
        assert_eq!(found.iter().map(|entry| &entry.id[..]).collect::<Vec<_>>(), ["lead", "slip"]);
        assert_eq!(written(&found), text);
        assert_eq!(entries(""), []);
    }

    #[test]
    fn an_entry_is_read_in_the_parts_that_it_was_written_from() {
        let kinds = SIGNS.iter().map(|(kind, _)| *kind).chain([GroundKind::Other]);
        let record = Record {
            assertion: "Norvik pledge == 5: so".to_owned(),
            verdict: "supported".to_owned(),
            outcome: "in the baseline".to_owned(),
            grounds: kinds.map(|kind| Ground { kind, text: "herald: “five, for: all”".to_owned() }).collect(),
        };
        assert_eq!(Entry::new("lead", &record).record(), record);
        assert_eq!(Entry { id: "lead".to_owned(), text: "lead".to_owned() }.record(), Record::default());
    }
}
