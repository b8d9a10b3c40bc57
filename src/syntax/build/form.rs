//! Assertions and their forms.

use super::super::ast::{
    Amount, Assertion, At, Body, Expression, Form, Name, Operand, Quantifier, RelationSign, Right, Sources, Term,
};
use super::super::parser::{Node, Rule};
use super::super::reader::spaced;
use super::part::Leads;
use super::{Builder, Unbuilt};
use crate::value::Relation;

impl Builder<'_> {
    /// The assertion of a node.
    pub(super) fn assertion(&self, node: Node<'_>) -> Result<Assertion, Unbuilt> {
        let (mut sources, mut quantifier) = (Sources::Any, Quantifier::The);
        let (mut body, mut parts, mut leads) = (Body::Claim(Name::default()), Vec::new(), Leads::default());
        let (start, mut end) = (node.as_span().start(), node.as_span().start());
        for inner in node.into_inner() {
            if is_body(inner.as_rule()) {
                end = inner.as_span().end();
            }
            match inner.as_rule() {
                Rule::each_source => sources = Sources::Each,
                Rule::only_source => sources = Sources::Only(self.first_name(inner).unwrap_or_default()),
                Rule::some => quantifier = Quantifier::Some,
                Rule::never => quantifier = Quantifier::Never,
                Rule::quote => body = self.quote(inner),
                Rule::claim => body = Body::Claim(self.first_name(inner).unwrap_or_default()),
                Rule::agree => body = Body::Agree(self.inner_operand(inner)),
                Rule::form => body = Body::Form(Box::new(self.form(inner)?)),
                _ => parts.extend(self.part(inner, &mut leads)),
            }
        }
        Ok(Assertion { sources, quantifier, body, parts, at: At(self.origin.span(start, end)) })
    }

    fn quote(&self, node: Node<'_>) -> Body {
        let mut names = self.names(node).into_iter();
        Body::Quote { words: names.next().unwrap_or_default(), speaker: names.next() }
    }

    /// The operand that a node is made of.
    pub(super) fn inner_operand(&self, node: Node<'_>) -> Operand {
        node.into_inner().next().map(|operand| self.operand(operand)).unwrap_or_default()
    }

    fn form(&self, node: Node<'_>) -> Result<Form, Unbuilt> {
        let mut inner = node.into_inner();
        let left = match inner.next() {
            Some(left) => self.expression(left)?,
            None => nothing(),
        };
        let relation = match (inner.next(), inner.next()) {
            (Some(sign), Some(right)) => Some((self.relation(&sign), self.right(right)?)),
            _ => None,
        };
        Ok(Form { left, relation })
    }

    fn relation(&self, node: &Node<'_>) -> RelationSign {
        let text = spaced(node.as_str());
        RelationSign { relation: relation(&text), text, at: self.at(node) }
    }

    /// What stands right of a relation.
    pub(super) fn right(&self, node: Node<'_>) -> Result<Right, Unbuilt> {
        let mut sides = Vec::new();
        for inner in node.into_inner() {
            if inner.as_rule() == Rule::list {
                let at = self.at(&inner);
                return Ok(Right::List { names: self.names(inner), at });
            }
            sides.push(self.expression(inner)?);
        }
        let mut sides = sides.into_iter();
        Ok(match (sides.next(), sides.next()) {
            (Some(low), Some(high)) => Right::Range(low, high),
            (Some(one), None) => Right::One(one),
            (None, _) => empty(),
        })
    }
}

fn is_body(rule: Rule) -> bool {
    matches!(rule, Rule::quote | Rule::claim | Rule::agree | Rule::form)
}

/// The relation that symbols or words stand for. The grammar lets no others through.
fn relation(text: &str) -> Relation {
    match text {
        "!=" | "≠" | "is not" => Relation::NotEqual,
        "<=" | "≤" | "is at most" => Relation::AtMost,
        ">=" | "≥" | "is at least" => Relation::AtLeast,
        "<" | "is less than" => Relation::Less,
        ">" | "is more than" => Relation::Greater,
        "~=" | "≈" | "is about" => Relation::About,
        "exactly" | "is exactly" => Relation::Exactly,
        "in" | "is in" => Relation::In,
        "includes" => Relation::Includes,
        _ => Relation::Equal,
    }
}

/// No value at all.
pub(super) fn empty() -> Right {
    Right::One(nothing())
}

fn nothing() -> Expression {
    Expression::Term(Term::Amount(Amount { at: At::default(), ..Amount::default() }))
}
