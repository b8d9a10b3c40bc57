//! The files of insta: a head between two lines of dashes, then the contents. <https://insta.rs/docs/snapshot-files/>

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Why what differs was accepted, by the id of the check.
pub type Reasons = BTreeMap<String, String>;

/// A snapshot, accepted or pending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snap {
    /// The check file.
    pub source: String,
    /// Why what is in it was accepted.
    pub reasons: Reasons,
    /// The entries, without a line feed at the end.
    pub contents: String,
}

/// Why a file is no snapshot of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SnapError {
    /// Two versions of it stand in it.
    #[error(
        "it holds the conflict markers of a merge; keep one of the two sides, and `factum review` shows what is left to accept"
    )]
    Conflict,
    /// It has no head.
    #[error("it has no head between two lines of `---`")]
    NoHead,
    /// Another program's.
    #[error("it is not one of factum's: its head has no `expression: factum check`")]
    Foreign,
}

/// What `expression` says in the head of ours.
const EXPRESSION: &str = "factum check";

#[derive(Default, Serialize, Deserialize)]
struct Info {
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    accepted_because: Reasons,
}

impl Snap {
    /// Whether a file calls itself one of ours, whatever else stands in it; nothing where no head tells.
    pub fn is_ours(text: &str) -> Option<bool> {
        let mut lines = text.lines();
        let is_headed = lines.next() == Some("---");
        let is_told = |line: &str| line.strip_prefix("expression: ").map(unquoted).as_deref() == Some(EXPRESSION);
        let told = lines.by_ref().take_while(|line| *line != "---").any(is_told);
        match told {
            true => Some(true),
            false if is_headed && text.lines().skip(1).any(|line| line == "---") => Some(false),
            false => None,
        }
    }

    /// Reads a file.
    ///
    /// # Errors
    ///
    /// Why it is no snapshot of ours.
    pub fn read(text: &str) -> Result<Self, SnapError> {
        let text = text.replace("\r\n", "\n");
        if text.lines().any(|line| line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ")) {
            return Err(SnapError::Conflict);
        }
        let rest = text.strip_prefix("---\n").ok_or(SnapError::NoHead)?;
        let (head, contents) = rest.split_once("\n---\n").ok_or(SnapError::NoHead)?;
        let field = |name: &str| head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
        if field("expression").map(unquoted).as_deref() != Some(EXPRESSION) {
            return Err(SnapError::Foreign);
        }
        let info: Info = field("info").and_then(|info| serde_json::from_str(info).ok()).unwrap_or_default();
        Ok(Self {
            source: field("source").map(unquoted).unwrap_or_default(),
            reasons: info.accepted_because,
            contents: contents.trim_end_matches('\n').to_owned(),
        })
    }

    /// The file. The head is YAML, of which JSON's strings and objects are a part.
    ///
    /// # Errors
    ///
    /// None that input can cause; the error is that of the JSON writer.
    pub fn write(&self) -> serde_json::Result<String> {
        let mut head = format!("source: {}\nexpression: {EXPRESSION}\n", serde_json::to_string(&self.source)?);
        if !self.reasons.is_empty() {
            let info = Info { accepted_because: self.reasons.clone() };
            head.push_str(&format!("info: {}\n", serde_json::to_string(&info)?));
        }
        Ok(format!("---\n{head}---\n{}\n", self.contents))
    }
}

/// A value of the head, with or without quotes.
fn unquoted(value: &str) -> String {
    serde_json::from_str(value).unwrap_or_else(|_| value.trim_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Reasons, Snap, SnapError};

    fn snap() -> Snap {
        let reasons = Reasons::from([("lead".to_owned(), "the \"desk\" asked".to_owned())]);
        Snap { source: "checks/a \"b\".check".to_owned(), reasons, contents: "lead: x\n  supported".to_owned() }
    }

    #[test]
    fn a_snapshot_is_read_as_it_was_written() {
        let text = snap().write().expect("it can be written");
        assert_eq!(Snap::read(&text), Ok(snap()));
        assert_eq!(Snap::read(&text.replace('\n', "\r\n")), Ok(snap()));
    }

    #[test]
    fn the_files_of_others_and_of_merges_are_told_apart() {
        let text = snap().write().expect("it can be written");
        assert_eq!(Snap::read(&text.replace("factum check", "f()")), Err(SnapError::Foreign));
        assert_eq!(Snap::read("lead: x"), Err(SnapError::NoHead));
        let merged = text.replace("lead: x", "<<<<<<< HEAD\nlead: x\n=======\nlead: y\n>>>>>>> theirs");
        assert_eq!(Snap::read(&merged), Err(SnapError::Conflict));
        assert_eq!(Snap::is_ours(&merged), Some(true));
        assert_eq!(Snap::is_ours(&text.replace("factum check", "f()")), Some(false));
        let half = text.lines().take(2).collect::<Vec<_>>().join("\n");
        assert_eq!([Snap::is_ours(""), Snap::is_ours(&half), Snap::is_ours("lead: x")], [None; 3]);
    }
}
