//! The parser that is made from `grammar/check.pest`. No other file names the tool that makes it.

use pest::Parser;

use crate::diag::Diagnostic;
use crate::source::FileId;

use super::ast::File;
use super::build::Builder;
use super::level::level;

#[derive(pest_derive::Parser)]
#[grammar = "../grammar/check.pest"]
struct Grammar;

/// A rule of the grammar that was met, and what it is made of.
pub(super) type Node<'i> = pest::iterators::Pair<'i, Rule>;

/// A check file, read.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// Which file.
    pub id: FileId,
    /// Its tree.
    pub file: File,
    /// What could not be read.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a check file. Always gives a tree; lines that fit nowhere stand in it as broken, each with a diagnostic.
pub fn parse(id: FileId, text: &str) -> Parsed {
    let mut builder = Builder::new(id);
    match Grammar::parse(Rule::file, &level(text)) {
        Ok(pairs) => pairs.flat_map(Node::into_inner).for_each(|node| builder.item(node)),
        Err(error) => builder.unreadable(offset(&error)),
    }
    builder.finish()
}

/// Where in a line that is broken the trouble starts, as an offset into the line.
pub(super) fn trouble(line: &str) -> usize {
    Grammar::parse(Rule::line, line).err().map_or(0, |error| offset(&error).min(line.len()))
}

fn offset(error: &pest::error::Error<Rule>) -> usize {
    match error.location {
        pest::error::InputLocation::Pos(at) | pest::error::InputLocation::Span((at, _)) => at,
    }
}
