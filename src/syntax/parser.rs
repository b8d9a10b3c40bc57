//! The parser that is made from `grammar/check.pest`. No other file names the tool that makes it.

use std::collections::BTreeSet;

use pest::Parser;
use pest::error::{ErrorVariant, InputLocation};

#[derive(pest_derive::Parser)]
#[grammar = "../grammar/check.pest"]
struct Grammar;

/// A rule of the grammar that was met, and what it is made of.
pub(super) type Node<'i> = pest::iterators::Pair<'i, Rule>;

/// Where a piece stops making sense, and what could have stood there.
pub(super) struct Failure {
    /// The offset into the piece.
    pub(super) at: usize,
    /// What could have stood there, in no order of merit.
    pub(super) expected: BTreeSet<Rule>,
}

/// A piece that was read.
pub(super) struct Read<'i> {
    /// The assertion, or what else it is.
    pub(super) item: Node<'i>,
    /// The comment at its end.
    pub(super) remark: Option<&'i str>,
}

/// Reads a piece of a levelled text: an assertion with all its lines, `check`, `allow` or `let`.
pub(super) fn read(piece: &str) -> Result<Read<'_>, Failure> {
    let pairs = Grammar::parse(Rule::piece, piece).map_err(|error| failure(&error))?;
    let (mut item, mut remark) = (None, None);
    for node in pairs.flat_map(Node::into_inner) {
        match node.as_rule() {
            Rule::remark => remark = Some(node.as_str().trim_end()),
            rule if is_item(rule) => item = Some(node),
            _ => {}
        }
    }
    item.map(|item| Read { item, remark }).ok_or(Failure { at: 0, expected: BTreeSet::new() })
}

fn is_item(rule: Rule) -> bool {
    matches!(rule, Rule::check | Rule::allow | Rule::binding | Rule::assertion)
}

fn failure(error: &pest::error::Error<Rule>) -> Failure {
    let at = match error.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
    };
    let expected = match &error.variant {
        ErrorVariant::ParsingError { positives, .. } => positives.iter().copied().collect(),
        ErrorVariant::CustomError { .. } => BTreeSet::new(),
    };
    Failure { at, expected }
}
