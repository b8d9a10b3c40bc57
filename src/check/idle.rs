//! Check files that check nothing: a run must not pass them over without a word.

use crate::diag::{Code, Diagnostic, Label, Severity};
use crate::source::{FileId, Place, SourceFile, Sources, Span};
use crate::syntax::ast::ItemKind;

use super::Suite;
use super::files::{CheckFile, Role, is_markdown};

/// A warning for each file that was named and adds nothing to the suite: no check, no allowance, no error of its own, and no declaration
/// that another file uses. Markdown is prose where it has no block of checks.
pub fn idle(files: &[CheckFile], suite: &Suite, found: &[Diagnostic], sources: &Sources) -> Vec<Diagnostic> {
    let named = files.iter().enumerate().filter(|(_, file)| file.role == Role::Named);
    let idle = named.filter(|(position, file)| {
        let is_used = files.iter().any(|other| other.uses.iter().any(|(used, _)| used == position));
        let is_prose = is_markdown(&sources.file(file.parsed.id).name) && !says_something(file);
        !(is_prose || is_used && says_something(file) || adds_to(suite, found, file.parsed.id))
    });
    idle.map(|(_, file)| warning(file.parsed.id, sources.file(file.parsed.id), says_something(file))).collect()
}

/// Whether it has anything but remarks.
fn says_something(file: &CheckFile) -> bool {
    file.parsed.file.items.iter().any(|item| !matches!(item.kind, ItemKind::Blank | ItemKind::Remark(_)))
}

fn adds_to(suite: &Suite, found: &[Diagnostic], id: FileId) -> bool {
    let wrong = found.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    let mut places = wrong.filter_map(Diagnostic::place);
    suite.assertions.iter().any(|assertion| assertion.place.file == id)
        || suite.allowances.iter().any(|allowance| allowance.waiver.place.file == id)
        || places.any(|place| place.file == id)
}

fn warning(id: FileId, file: &SourceFile, declares: bool) -> Diagnostic {
    let name = &file.name;
    let (message, help) = if declares {
        let help =
            format!("name it where its declarations are to hold: `use \"{name}\"`, as a path from that file's folder");
        (format!("`{name}` has no check, and no other file uses what it declares"), help)
    } else {
        (format!("`{name}` has no check"), "write one, or delete the file".to_owned())
    };
    let warning = Diagnostic::warning(Code::NoChecks, message).help(help);
    match first_line(file) {
        Some(span) => warning.at(Label::primary(Place { file: id, span }, "")),
        None => warning,
    }
}

/// The first line with anything on it.
fn first_line(file: &SourceFile) -> Option<Span> {
    let start = file.text.len() - file.text.trim_start().len();
    let line = file.text.get(start..)?.lines().next().filter(|line| !line.is_empty())?;
    Some(Span::new(start, start + line.trim_end().len()))
}
