//! From the nodes of the grammar to the tree.

use std::cell::RefCell;

mod expression;
mod field;
mod form;
mod origin;
mod part;

use super::ast::{Allow, At, Binding, Check, Figure, ItemKind, Literal, Name};
use super::parser::{Node, Rule};
use super::reader::{spaced, unquoted};

pub(super) use origin::{Origin, Stretch};

/// Why a piece that the grammar has read is not built all the same: its brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unbuilt {
    /// A bracket is not closed, or not opened.
    Unbalanced(At),
    /// They nest too deep.
    TooDeep(At),
}

/// Builds trees, with places that are those of the original text.
pub(super) struct Builder<'o> {
    origin: &'o Origin,
    stray: RefCell<Vec<(At, String)>>,
}

impl<'o> Builder<'o> {
    /// A builder for nodes whose offsets lead back through `origin`.
    pub(super) fn new(origin: &'o Origin) -> Builder<'o> {
        Builder { origin, stray: RefCell::default() }
    }

    /// The comments that stand where the tree has no place for them: between brackets, within an exception.
    pub(super) fn stray(self) -> Vec<(At, String)> {
        self.stray.into_inner()
    }

    /// The item of a node.
    pub(super) fn item(&self, node: Node<'_>) -> Result<ItemKind, Unbuilt> {
        Ok(match node.as_rule() {
            Rule::check => ItemKind::Check(self.check(node)),
            Rule::allow => ItemKind::Allow(Box::new(self.allow(node))),
            Rule::binding => ItemKind::Let(Box::new(self.binding(node)?)),
            _ => ItemKind::Assertion(Box::new(self.assertion(node)?)),
        })
    }

    fn check(&self, node: Node<'_>) -> Check {
        let mut out = Check::default();
        let mut lead = part::Leads::default();
        for inner in node.into_inner() {
            match inner.as_rule() {
                Rule::id => out.id = self.name(&inner),
                Rule::quoted => out.title = Some(self.name(&inner)),
                _ => out.parts.extend(self.part(inner, &mut lead)),
            }
        }
        out
    }

    fn allow(&self, node: Node<'_>) -> Allow {
        let mut out = Allow::default();
        let mut names = Vec::new();
        for inner in node.into_inner() {
            match inner.as_rule() {
                Rule::until => out.waiver.until = self.first_literal(inner),
                Rule::because => out.waiver.because = self.first_name(inner),
                _ if self.is_space(&inner) => {}
                _ => names.push(self.name(&inner)),
            }
        }
        let mut names = names.into_iter();
        out.document = names.next().unwrap_or_default();
        out.check = names.next().unwrap_or_default();
        out
    }

    fn binding(&self, node: Node<'_>) -> Result<Binding, Unbuilt> {
        let mut inner = node.into_inner();
        let name = inner.next().map(|name| self.name(&name)).unwrap_or_default();
        let value = match inner.next() {
            Some(right) => self.right(right)?,
            None => form::empty(),
        };
        Ok(Binding { name, value })
    }

    fn at(&self, node: &Node<'_>) -> At {
        let span = node.as_span();
        At(self.origin.span(span.start(), span.end()))
    }

    fn name(&self, node: &Node<'_>) -> Name {
        let quoted = node.as_rule() == Rule::quoted;
        let text = if quoted { unquoted(node.as_str()) } else { spaced(node.as_str().trim()) };
        Name { text, quoted, at: self.at(node) }
    }

    fn names(&self, node: Node<'_>) -> Vec<Name> {
        node.into_inner().filter(|inner| !self.is_space(inner)).map(|inner| self.name(&inner)).collect()
    }

    /// Whether a node is a line end or a comment; comments are kept for later.
    fn is_space(&self, node: &Node<'_>) -> bool {
        if node.as_rule() == Rule::remark {
            self.stray.borrow_mut().push((self.at(node), node.as_str().trim_end().to_owned()));
        }
        matches!(node.as_rule(), Rule::newline | Rule::remark)
    }

    fn first_name(&self, node: Node<'_>) -> Option<Name> {
        self.names(node).into_iter().next()
    }

    fn first_literal(&self, node: Node<'_>) -> Option<Literal> {
        node.into_inner().next().map(|inner| self.literal(&inner))
    }

    fn literal(&self, node: &Node<'_>) -> Literal {
        Literal { text: spaced(node.as_str()), at: self.at(node) }
    }

    fn figure(&self, node: &Node<'_>) -> Figure {
        Figure { text: node.as_str().to_owned(), at: self.at(node) }
    }
}
