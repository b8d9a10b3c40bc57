//! Facts: what an article states, with the passage that states it.

use crate::source::Span;
use crate::statement::Statement;

/// A statement and its passage. All spans are in the reading text of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What is stated.
    pub statement: Statement,
    /// The clause that states it.
    pub passage: Span,
    /// What a diagnostic underlines: the number, the role, the quoted words.
    pub focus: Span,
    /// Position of the quantity among the document's mentions.
    pub quantity: Option<usize>,
    /// Position of the time among the document's mentions.
    pub time: Option<usize>,
    /// Which zone of the document, by position.
    pub zone: usize,
    /// Which sentence of the document, by position.
    pub sentence: usize,
    /// Whether its subject stands in the context alone, not in the grammar of its sentence. Such a fact decides nothing.
    pub inferred: bool,
    /// Whether another value is held against it: "up from 95 in 2019". It speaks only of its own time.
    pub compared: bool,
}
