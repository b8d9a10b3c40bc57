//! Reports: the one result tree, drawn for people and written for machines. Nothing here decides anything.
//!
//! One file a format. `miette` is the only file that names the drawing library.

mod account;
mod against;
mod cover;
mod differ;
mod excerpt;
mod facts;
mod forms;
mod human;
mod json;
mod lint;
mod list;
mod miette;
mod plain;
mod reading;
mod style;
mod verify;

use crate::corpus::{Corpus, Document};
use crate::run::RunResult;
use crate::source::{Place, Sources, Span};

pub use against::{Tried, against_human, against_json};
pub use cover::{Covered, cover_human, cover_json};
pub use differ::{DiffLine, Turn, diff_lines};
pub use facts::{
    DocumentLine, ErrorLine, ErrorTree, FactTree, FactsLine, MentionTree, SliceTree, SpanTree, facts_line,
};
pub use forms::{Form, InRepository, Manner, Site, render};
pub use human::{Detail, diagnostic_of};
pub use json::written;
pub use lint::{Linted, lint_human, lint_json};
pub use list::{list_json, list_lines};
pub use miette::draw;
pub use reading::{mention_words, reading, statement_words};
pub use style::{Colour, Glyphs, Ink, Style, counted, thousands, wrap};
pub use verify::{ClaimLine, VerdictLine, verdict_line};

/// What every reporter reads.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// The result tree.
    pub run: &'a RunResult,
    /// The articles.
    pub corpus: &'a Corpus,
    /// All texts.
    pub sources: &'a Sources,
}

impl<'a> Report<'a> {
    /// The id of the document at that position; empty where there is none.
    pub fn document_id(self, position: usize) -> &'a str {
        self.corpus.documents.get(position).map_or("", |document| document.id.as_str())
    }

    /// What a reader sees around a place, and where it lies in that: the text of an article without its markup, else the file.
    pub fn seen(self, place: Place) -> (&'a str, Span) {
        self.seen_of(self.corpus.documents.iter().find(|document| document.file == place.file), place)
    }

    /// The same, where it is known of which article.
    pub fn seen_of(self, document: Option<&'a Document>, place: Place) -> (&'a str, Span) {
        let document = document.filter(|document| document.file == place.file);
        let seen = document.map(|document| (document.text.as_str(), document.reading(place.span)));
        let is_seen = |(text, span): &(&str, Span)| place.span.is_empty() || !span.slice(text).trim().is_empty();
        seen.filter(is_seen).unwrap_or((&self.sources.file(place.file).text, place.span))
    }
}
