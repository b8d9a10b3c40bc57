//! From a change to what a report tells of it.

use crate::diag::{Code, Diagnostic, Label, Severity};
use crate::run::Difference;
use crate::source::Place;

use super::change::{Change, Kind};
use super::entry::{Entry, entries};

/// So many checks of a snapshot without a check file are named.
const MOST_NAMED: usize = 10;

/// A change of a check as a finding; `place` is where it can be seen.
pub fn finding(change: &Change, place: Place, severity: Severity) -> Difference {
    let (before, now) = (change.old.as_ref().map(stance), change.new.as_ref().map(stance));
    let stances = match (&before, &now) {
        (Some(before), Some(now)) if before == now => format!(" ({now})"),
        _ => format!(": {} -> {}", before.as_deref().unwrap_or("nothing"), now.as_deref().unwrap_or("nothing")),
    };
    let message = format!("`{}` {}{stances}", change.id, told(change.kind));
    let diagnostic = Diagnostic::new(Code::SnapshotChanged, severity, message).help(HOW).at(Label::primary(place, ""));
    Difference { check: Some(change.id.clone()), change: word(change.kind), before, now, told: diagnostic }
}

/// What was accepted of a check file that is not there, as a finding, and where that lies.
pub fn orphan(check_file: &str, contents: &str, place: Place, severity: Severity) -> Difference {
    let message = format!("`{check_file}` is not there, and this was accepted of it");
    let mut diagnostic = Diagnostic::new(Code::SnapshotOrphan, severity, message)
        .at(Label::primary(place, ""))
        .help("delete the snapshot, or bring the check file back");
    let all = entries(contents);
    let named = all.iter().take(MOST_NAMED).map(|entry| format!("`{}` ({})", entry.id, stance(entry)));
    let mut named = named.collect::<Vec<_>>().join(", ");
    if all.len() > MOST_NAMED {
        named.push_str(&format!(" and {} more", all.len() - MOST_NAMED));
    }
    if !named.is_empty() {
        diagnostic = diagnostic.note(format!("accepted: {named}"));
    }
    Difference { check: None, change: "orphan", before: None, now: None, told: diagnostic }
}

/// What to do with a change.
const HOW: &str = "mend the check or the article, or accept it: `factum check --snapshot` at a desk makes it pending, and `factum review` shows what is different";

/// The verdict of an entry, and its outcome: `supported, passes`.
fn stance(entry: &Entry) -> String {
    entry.text.lines().nth(1).unwrap_or_default().trim().to_owned()
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
        assert!(found.told.notes[0].ends_with("`c9` (supported, passes) and 2 more"), "{:?}", found.told.notes);
        assert_eq!(orphan("a.check", "", HERE, Severity::Error).told.notes, Vec::<String>::new());
    }
}
