//! Names, figures and their places.

use crate::source::Span;

use super::super::ast::{At, Figure, Name};
use super::super::parser::{Node, Rule};

/// Where a node stands.
pub(super) fn at(node: &Node<'_>) -> At {
    let span = node.as_span();
    At(Span::new(span.start(), span.end()))
}

/// A bare or quoted name.
pub(super) fn name(node: &Node<'_>) -> Name {
    let quoted = node.as_rule() == Rule::quoted;
    let text = if quoted { unquoted(node.as_str()) } else { spaced(node.as_str()) };
    Name { text, quoted, at: at(node) }
}

/// The names below a node.
pub(super) fn names(node: Node<'_>) -> Vec<Name> {
    node.into_inner().filter(|inner| inner.as_rule() != Rule::remark).map(|inner| name(&inner)).collect()
}

/// A figure.
pub(super) fn figure(node: &Node<'_>) -> Figure {
    Figure { text: node.as_str().to_owned(), at: at(node) }
}

/// What stands between quotation marks. Among straight ones, a doubled mark is one.
fn unquoted(text: &str) -> String {
    let mut inner = text.chars();
    inner.next();
    inner.next_back();
    if text.starts_with('"') { inner.as_str().replace("\"\"", "\"") } else { inner.as_str().to_owned() }
}

/// The words of a bare name, one space apart.
fn spaced(text: &str) -> String {
    if text.chars().all(|c| c == ' ' || !c.is_whitespace()) && !text.contains("  ") {
        return text.to_owned();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
