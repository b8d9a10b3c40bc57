//! From a change to what a report tells of it.

use crate::diag::{Code, Diagnostic, Label, Severity};
use crate::run::{Difference, Record};
use crate::source::Place;

use super::change::{Change, Kind};
use super::entry::{Entry, entries};

/// So many checks of a snapshot without a check file are named.
const MOST_NAMED: usize = 10;

/// A change of a check as a finding; `place` is where it can be seen.
pub fn finding(change: &Change, place: Place, severity: Severity) -> Difference {
    let [before, now] = [&change.old, &change.new].map(|entry| entry.as_ref().map(Entry::record));
    let stance = |record: &Option<Record>| record.as_ref().map_or("nothing".to_owned(), Record::stance);
    let stances = match (stance(&before), stance(&now)) {
        (before, now) if before == now => format!(" ({now})"),
        (before, now) => format!(": {before} -> {now}"),
    };
    let message = format!("`{}` {}{stances}", change.id, told(change.kind));
    let help = match severity {
        // Nothing is pending where nothing is written.
        Severity::Error => format!("{}, after `factum check --snapshot` at a desk", way(change.kind)),
        Severity::Note | Severity::Warning => way(change.kind).to_owned(),
    };
    let told = Diagnostic::new(Code::SnapshotChanged, severity, message).help(help).at(Label::primary(place, ""));
    Difference { check: Some(change.id.clone()), change: word(change.kind), before, now, lost: Vec::new(), told }
}

/// What was accepted of a check file that is not there, as a finding, and where that lies.
pub fn orphan(check_file: &str, contents: &str, place: Place, severity: Severity) -> Difference {
    let all = entries(contents);
    let named = all.iter().take(MOST_NAMED).map(|entry| format!("`{}` ({})", entry.id, entry.record().stance()));
    let mut named = named.collect::<Vec<_>>().join(", ");
    if all.len() > MOST_NAMED {
        named.push_str(&format!(" and {} more", all.len() - MOST_NAMED));
    }
    let colon = if named.is_empty() { "" } else { ": " };
    let message = format!("`{check_file}` is not there, and this was accepted of it{colon}{named}");
    let told = Diagnostic::new(Code::SnapshotOrphan, severity, message)
        .at(Label::primary(place, ""))
        .help("delete the snapshot, or bring the check file back");
    let lost = all.iter().map(Entry::record).collect();
    Difference { check: None, change: "orphan", before: None, now: None, lost, told }
}

/// What to do with a change.
fn way(kind: Kind) -> &'static str {
    match kind {
        Kind::Fails | Kind::Turned => {
            "look at what the articles say now: mend the check, or accept its new verdict with `factum review`"
        }
        Kind::Reworded => "if the line is meant to say this, accept it with `factum review`",
        Kind::Gone => "bring the check back, or accept with `factum review` that it is gone",
        Kind::Evidence => "read the words that it rests on now, and accept them with `factum review`",
        Kind::New => "read what it rests on, and accept it with `factum review`",
    }
}

fn told(kind: Kind) -> &'static str {
    match kind {
        Kind::Fails => "does not pass any more",
        Kind::Turned => "has another verdict than was accepted",
        Kind::Reworded => "asserts something else than was accepted",
        Kind::Gone => "was accepted, and is gone",
        Kind::Evidence => "rests on other words than were accepted",
        Kind::New => "is new, and nobody has accepted it",
    }
}

fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Fails => "fails",
        Kind::Turned => "turned",
        Kind::Reworded => "reworded",
        Kind::Gone => "gone",
        Kind::Evidence => "evidence",
        Kind::New => "new",
    }
}

#[cfg(test)]
mod tests {
    use super::super::change::changes;
    use super::{Place, Severity, finding, orphan};
    use crate::source::{FileId, Span};

    const HERE: Place = Place { file: FileId(0), span: Span { start: 0, end: 1 } };

    #[test]
    fn a_finding_has_the_stances_before_and_now() {
        let told = |old: &str, new: &str| {
            let changes = changes(old, new);
            let found = finding(changes.first().expect("they differ"), HERE, Severity::Error);
            (found.change, found.told.message)
        };
        let (old, new) = ("a: A == 1\n  supported, passes\n  for: “one”", "a: A == 1\n  contradicted, fails");
        assert_eq!(
            told(old, new),
            ("fails", "`a` does not pass any more: supported, passes -> contradicted, fails".to_owned())
        );
        let words = old.replace("one", "just one");
        assert_eq!(
            told(old, &words),
            ("evidence", "`a` rests on other words than were accepted (supported, passes)".to_owned())
        );
        assert_eq!(told(old, "").1, "`a` was accepted, and is gone: supported, passes -> nothing");
        assert_eq!(told("", new).1, "`a` is new, and nobody has accepted it: nothing -> contradicted, fails");
    }

    #[test]
    fn an_orphan_names_what_was_accepted_and_counts_the_rest() {
        let entries: Vec<String> = (0..12).map(|at| format!("c{at}: A == {at}\n  supported, passes")).collect();
        let found = orphan("a.check", &entries.join("\n\n"), HERE, Severity::Error);
        let message = found.told.message;
        assert!(message.ends_with("`c9` (supported, passes) and 2 more"), "{message}");
        assert_eq!((found.lost.len(), &found.lost[11].assertion[..]), (12, "A == 11"));
        let bare = orphan("a.check", "", HERE, Severity::Error).told.message;
        assert_eq!(bare, "`a.check` is not there, and this was accepted of it");
    }
}
