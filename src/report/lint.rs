//! `factum lint`: what was found inside of articles, for people and for programs.

use serde::Serialize;

use crate::corpus::Document;
use crate::diag::{Diagnostic, Label};
use crate::lint::Finding;
use crate::source::{Place, Sources};

use super::facts::SpanTree;
use super::json::{DiagnosticTree, PlaceTree, written};
use super::miette::draw;
use super::style::{Style, counted};

/// The version of this form. It changes only where a field had to change its meaning.
const SCHEMA: u32 = 1;

/// What was found in articles.
#[derive(Clone, Copy, Debug)]
pub struct Linted<'a> {
    /// The articles.
    pub documents: &'a [Document],
    /// What was found in each of them.
    pub found: &'a [Vec<Finding>],
    /// What reading them had to say.
    pub diagnostics: &'a [Diagnostic],
    /// All texts.
    pub sources: &'a Sources,
}

impl<'a> Linted<'a> {
    fn findings(self) -> impl Iterator<Item = (&'a Document, &'a Finding)> {
        let all = self.documents.iter().zip(self.found);
        all.flat_map(|(document, found)| found.iter().map(move |finding| (document, finding)))
    }
}

/// Every finding as a diagnostic, and how many there are.
pub fn lint_human(linted: Linted<'_>, style: &Style) -> String {
    let drawn = |(document, finding): (&Document, &Finding)| {
        format!("{}\n", draw(&finding.diagnostic(document), linted.sources, style))
    };
    let mut out: String = linted.findings().map(drawn).collect();
    if linted.documents.is_empty() {
        return out;
    }
    let articles = counted(linted.documents.len(), "article", "articles");
    let found = match linted.findings().count() {
        0 => "nothing found".to_owned(),
        number => counted(number, "finding", "findings"),
    };
    out.push_str(&format!("{articles}: {found}\n"));
    out
}

/// The same as one JSON object, indented, with a line feed at its end.
///
/// # Errors
///
/// None that input can cause; the error is that of the JSON writer.
pub fn lint_json(linted: Linted<'_>) -> serde_json::Result<String> {
    let Linted { documents, found: _, diagnostics, sources } = linted;
    let drawn: Vec<(&Document, Diagnostic)> =
        linted.findings().map(|(document, finding)| (document, finding.diagnostic(document))).collect();
    let tree = Tree {
        schema: SCHEMA,
        documents: documents.len(),
        diagnostics: diagnostics.iter().map(|diagnostic| DiagnosticTree::new(sources, diagnostic)).collect(),
        findings: drawn.iter().filter_map(|(document, found)| FindingTree::new(sources, document, found)).collect(),
    };
    written(&tree)
}

#[derive(Serialize)]
struct Tree<'a> {
    schema: u32,
    documents: usize,
    diagnostics: Vec<DiagnosticTree<'a>>,
    findings: Vec<FindingTree<'a>>,
}

#[derive(Serialize)]
struct FindingTree<'a> {
    code: &'static str,
    source: &'a str,
    #[serde(flatten)]
    place: PlaceTree<'a>,
    text: &'a str,
    message: &'a str,
    label: &'a str,
    related: Vec<RelatedTree<'a>>,
    help: Option<&'a str>,
}

impl<'a> FindingTree<'a> {
    fn new(sources: &'a Sources, document: &'a Document, found: &'a Diagnostic) -> Option<Self> {
        let (own, others): (Vec<&Label>, Vec<&Label>) = found.labels.iter().partition(|label| label.primary);
        let own = own.first()?;
        Some(Self {
            code: found.code.name(),
            source: &document.id,
            place: PlaceTree::new(sources, own.place),
            text: sources.slice(own.place),
            message: &found.message,
            label: &own.text,
            related: others.iter().map(|label| RelatedTree::new(sources, label.place, &label.text)).collect(),
            help: found.help.as_deref(),
        })
    }
}

/// A place that a finding does not go with.
#[derive(Serialize)]
struct RelatedTree<'a> {
    line: usize,
    #[serde(flatten)]
    span: SpanTree,
    text: &'a str,
    label: &'a str,
}

impl<'a> RelatedTree<'a> {
    fn new(sources: &'a Sources, place: Place, label: &'a str) -> Self {
        let line = sources.file(place.file).line_column(place.span.start).line;
        Self { line, span: place.span.into(), text: sources.slice(place), label }
    }
}
