//! Qualifiers, and what stands before the parts of an assertion.

use super::super::ast::{Lead, Part, Qualifier, QualifierValue, Remark};
use super::super::parser::{Node, Rule};
use super::super::reader::spaced;
use super::Builder;

/// Gathers line ends and comments until the next part takes them.
#[derive(Default)]
pub(super) struct Leads {
    lead: Lead,
}

impl Leads {
    /// Notes a line end or a comment.
    pub(super) fn pass(&mut self, node: &Node<'_>) {
        match node.as_rule() {
            Rule::newline => self.lead.breaks = true,
            Rule::remark => {
                let remark = Remark { alone: self.lead.breaks, text: node.as_str().trim_end().to_owned() };
                self.lead.remarks.push(remark);
            }
            _ => {}
        }
    }

    /// What has been gathered.
    pub(super) fn take(&mut self) -> Lead {
        std::mem::take(&mut self.lead)
    }
}

impl Builder<'_> {
    /// The part of a node; none where it is white space or a comment, which `leads` keeps for the next.
    pub(super) fn part(&self, node: Node<'_>, leads: &mut Leads) -> Option<Part> {
        match node.as_rule() {
            Rule::newline | Rule::remark => {
                leads.pass(&node);
                None
            }
            Rule::qualifier => Some(Part::Qualifier(self.qualifier(node, leads.take()))),
            _ => Some(Part::Field(self.field(node, leads.take()))),
        }
    }

    /// The qualifier of a node.
    pub(super) fn qualifier(&self, node: Node<'_>, lead: Lead) -> Qualifier {
        let at = self.at(&node);
        let mut inner = node.into_inner();
        let key = inner.next().map(|key| spaced(key.as_str())).unwrap_or_default();
        let value = inner.next().map(|value| self.qualifier_value(value)).unwrap_or_default();
        Qualifier { lead, key, value, at }
    }

    fn qualifier_value(&self, node: Node<'_>) -> QualifierValue {
        match node.as_rule() {
            Rule::moment | Rule::year => QualifierValue::Moment(self.literal(&node)),
            Rule::amount => QualifierValue::Amount(self.amount(node)),
            Rule::parties => QualifierValue::Names(self.names(node)),
            _ => QualifierValue::Names(vec![self.name(&node)]),
        }
    }
}
