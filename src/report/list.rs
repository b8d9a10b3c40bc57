//! `factum list`: the checks of a suite, for people and for programs.

use serde::Serialize;

use crate::check::{Assertion, Level};
use crate::source::Sources;

use super::json::{PlaceTree, written};

/// A line a check: id, file and line, and the assertion, with tabs between them.
pub fn list_lines(assertions: &[Assertion], sources: &Sources) -> String {
    let line = |assertion: &Assertion| {
        let file = sources.file(assertion.place.file);
        let line = file.line_column(assertion.place.span.start).line;
        format!("{}\t{}:{line}\t{}\n", assertion.id, file.name, assertion.text)
    };
    assertions.iter().map(line).collect()
}

/// The same as one JSON array, with what else is said of each check.
///
/// # Errors
///
/// None that input can cause; the error is that of the JSON writer.
pub fn list_json(assertions: &[Assertion], sources: &Sources) -> serde_json::Result<String> {
    let trees: Vec<CheckTree<'_>> = assertions.iter().map(|assertion| CheckTree::new(assertion, sources)).collect();
    written(&trees)
}

#[derive(Serialize)]
struct CheckTree<'a> {
    id: &'a str,
    #[serde(flatten)]
    place: PlaceTree<'a>,
    assertion: &'a str,
    title: Option<&'a str>,
    tags: &'a [String],
    owner: Option<&'a str>,
    why: Option<&'a str>,
    severity: &'static str,
}

impl<'a> CheckTree<'a> {
    fn new(assertion: &'a Assertion, sources: &'a Sources) -> Self {
        let severity = match assertion.level {
            Level::Error => "error",
            Level::Warn => "warn",
            Level::Note => "note",
        };
        Self {
            id: &assertion.id,
            place: PlaceTree::new(sources, assertion.place),
            assertion: &assertion.text,
            title: assertion.title.as_deref(),
            tags: &assertion.tags,
            owner: assertion.owner.as_deref(),
            why: assertion.why.as_deref(),
            severity,
        }
    }
}
