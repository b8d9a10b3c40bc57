//! Fields.

use super::super::ast::{Field, FieldKind, Figure, Lead, Name, Waiver};
use super::super::parser::{Node, Rule};
use super::Builder;

impl Builder<'_> {
    /// The field of a node.
    pub(super) fn field(&self, node: Node<'_>, lead: Lead) -> Field {
        let at = self.at(&node);
        let kind = match node.as_rule() {
            Rule::needs => FieldKind::Needs(self.first_figure(node)),
            Rule::why => FieldKind::Why(self.only_name(node)),
            Rule::cited => FieldKind::Source(self.only_name(node)),
            Rule::message => FieldKind::Message(self.only_name(node)),
            Rule::owner => FieldKind::Owner(self.only_name(node)),
            Rule::tags => FieldKind::Tags(self.names(node)),
            Rule::severity => FieldKind::Severity(self.only_name(node)),
            Rule::expect => FieldKind::Expect(self.only_name(node)),
            _ => FieldKind::KnownWrong(self.waiver(node)),
        };
        Field { lead, kind, at }
    }

    fn waiver(&self, node: Node<'_>) -> Waiver {
        let mut out = Waiver::default();
        for inner in node.into_inner() {
            match inner.as_rule() {
                Rule::until => out.until = self.first_literal(inner),
                Rule::because => out.because = self.first_name(inner),
                _ => {
                    self.is_space(&inner);
                }
            }
        }
        out
    }

    fn first_figure(&self, node: Node<'_>) -> Figure {
        node.into_inner().next().map(|figure| self.figure(&figure)).unwrap_or_default()
    }

    fn only_name(&self, node: Node<'_>) -> Name {
        self.first_name(node).unwrap_or_default()
    }
}
