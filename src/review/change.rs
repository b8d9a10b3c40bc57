//! What changed between a snapshot that was accepted and one that is pending, check by check, the riskiest first.

use std::collections::BTreeMap;

use super::entry::{Entry, entries, written};
use crate::run::Record;

/// What became of a check, the riskiest first: a verdict that turned is read before words that are told differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// It passed, and does not any more.
    Fails,
    /// Its verdict is another one.
    Turned,
    /// The check itself says something else.
    Reworded,
    /// It is gone.
    Gone,
    /// The words that its verdict rests on are others.
    Evidence,
    /// It is new.
    New,
}

impl Kind {
    /// In a few words.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Fails => "does not pass any more",
            Kind::Turned => "another verdict",
            Kind::Reworded => "another assertion",
            Kind::Gone => "gone",
            Kind::Evidence => "other words",
            Kind::New => "new",
        }
    }
}

/// A change of one check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The id of the check.
    pub id: String,
    /// What became of it.
    pub kind: Kind,
    /// What was accepted.
    pub old: Option<Entry>,
    /// What is pending.
    pub new: Option<Entry>,
}

/// The changes, the riskiest first, and of one risk in the order of the checks; those that are gone last.
pub fn changes(old: &str, new: &str) -> Vec<Change> {
    let (old, new) = (entries(old), entries(new));
    let known = by_id(&old);
    let pending = by_id(&new);
    let changed = new.iter().filter_map(|entry| {
        let before = known.get(&entry.id[..]).copied();
        let kind = before.map_or(Some(Kind::New), |before| kind(before, entry))?;
        Some(Change { id: entry.id.clone(), kind, old: before.cloned(), new: Some(entry.clone()) })
    });
    let is_gone = |entry: &&Entry| !pending.contains_key(&entry.id[..]);
    let gone = old.iter().filter(is_gone).map(|entry| Change {
        id: entry.id.clone(),
        kind: Kind::Gone,
        old: Some(entry.clone()),
        new: None,
    });
    let mut all: Vec<Change> = changed.chain(gone).collect();
    all.sort_by_key(|change| change.kind);
    all
}

fn by_id(entries: &[Entry]) -> BTreeMap<&str, &Entry> {
    entries.iter().map(|entry| (&entry.id[..], entry)).collect()
}

fn kind(old: &Entry, new: &Entry) -> Option<Kind> {
    if old == new {
        return None;
    }
    let (old, new) = (old.record(), new.record());
    let passes = |record: &Record| record.outcome == "passes";
    Some(if passes(&old) && !passes(&new) {
        Kind::Fails
    } else if old.stance() != new.stance() {
        Kind::Turned
    } else if old.assertion != new.assertion {
        Kind::Reworded
    } else {
        Kind::Evidence
    })
}

/// What was accepted, with the changes of some checks accepted too.
pub fn accept(old: &str, new: &str, ids: &dyn Fn(&str) -> bool) -> String {
    merged(old, new, ids)
}

/// What is pending, with the changes of some checks taken back.
pub fn reject(old: &str, new: &str, ids: &dyn Fn(&str) -> bool) -> String {
    merged(old, new, &|id| !ids(id))
}

/// The pending entries of some checks and the accepted ones of the others, in the order of the pending snapshot; what is gone from it and
/// stays follows behind the entry that it followed.
fn merged(old: &str, new: &str, is_taken: &dyn Fn(&str) -> bool) -> String {
    let (old, new) = (entries(old), entries(new));
    let (known, pending) = (by_id(&old), by_id(&new));
    let mut out: Vec<Entry> = new
        .iter()
        .filter_map(|entry| if is_taken(&entry.id) { Some(entry) } else { known.get(&entry.id[..]).copied() })
        .cloned()
        .collect();
    let mut before: Option<&str> = None;
    for entry in &old {
        if !pending.contains_key(&entry.id[..]) && !is_taken(&entry.id) {
            let at = before.and_then(|before| out.iter().position(|kept| kept.id == before)).map_or(0, |at| at + 1);
            out.insert(at, entry.clone());
        }
        before = Some(&entry.id);
    }
    written(&out)
}

#[cfg(test)]
mod tests {
    use super::{Kind, accept, changes, reject};

    const OLD: &str = "a: A == 1\n  supported, passes\n  for: “one”\n\nb: B == 2\n  supported, passes\n\nc: C == 3\n  contradicted, fails";
    const NEW: &str = "a: A == 1\n  supported, passes\n  for: “just one”\n\nc: C == 3\n  supported, passes\n\nd: D == 4\n  unmentioned, fails";

    #[test]
    fn the_riskiest_change_comes_first() {
        let found: Vec<(String, Kind)> = changes(OLD, NEW).into_iter().map(|change| (change.id, change.kind)).collect();
        let wanted = [("c", Kind::Turned), ("b", Kind::Gone), ("a", Kind::Evidence), ("d", Kind::New)];
        assert_eq!(found, wanted.map(|(id, kind)| (id.to_owned(), kind)));
        assert_eq!(changes(OLD, OLD), []);
    }

    #[test]
    fn a_check_that_passed_and_does_not_is_read_first() {
        let failing = OLD.replace("b: B == 2\n  supported, passes", "b: B == 2\n  disputed, fails");
        assert_eq!(changes(OLD, &failing)[0].kind, Kind::Fails);
    }

    #[test]
    fn changes_are_accepted_and_rejected_one_by_one() {
        assert_eq!(accept(OLD, NEW, &|_| true), NEW);
        assert_eq!(accept(OLD, NEW, &|_| false), OLD);
        assert_eq!(reject(OLD, NEW, &|_| true), OLD);
        assert_eq!(reject(OLD, NEW, &|_| false), NEW);
        let only_a = accept(OLD, NEW, &|id| id == "a");
        assert!(changes(OLD, &only_a).iter().map(|change| &change.id[..]).eq(["a"]), "{only_a}");
        assert!(changes(&only_a, NEW).iter().all(|change| change.id != "a"));
    }
}
