//! `two-figures`: the same property of the same thing twice, and differently.

use std::collections::BTreeMap;

use crate::diag::Code;
use crate::extract::{Fact, MentionKind};
use crate::source::Span;
use crate::statement::{Modality, Polarity, Value};
use crate::value::{Quantity, Wording};

use super::article::Article;
use super::values::apart;
use super::{Finding, Mark};

/// Finds properties with two values.
pub(super) fn find(article: &Article<'_>) -> Vec<Finding> {
    let mut told: BTreeMap<Property<'_>, Vec<(&Fact, &Quantity)>> = BTreeMap::new();
    for (fact, quantity) in article.reading.facts.iter().filter_map(|fact| Some((fact, plain(article, fact)?))) {
        let statement = &fact.statement;
        let key = (statement.subject.name.as_str(), statement.measure.name.as_str(), quantity.unit.code.as_ref());
        told.entry(key).or_default().push((fact, quantity));
    }
    told.values().filter_map(|facts| differing(article, facts)).collect()
}

/// Of whom, which measure, in which unit.
type Property<'a> = (&'a str, &'a str, &'a str);

/// Two values and no third.
fn differing(article: &Article<'_>, facts: &[(&Fact, &Quantity)]) -> Option<Finding> {
    let [(one, first), (other, second)] = facts else { return None };
    let (left, right) = (&one.statement, &other.statement);
    let [before, behind] = [one, other].map(|fact| number(article, fact));
    let alike = left.qualifiers == right.qualifiers
        && left.subject == right.subject
        && left.scope == right.scope
        && left.direction == right.direction;
    let elsewhere = one.sentence != other.sentence;
    (alike && elsewhere && apart(second, first)).then(|| Finding {
        code: Code::TwoFigures,
        place: Mark::new(behind, ""),
        others: vec![Mark::new(before, "")],
        message: format!("“{}” stands against “{}”", behind.slice(article.text()), before.slice(article.text())),
        help: "mend one of the two, or say how they differ",
    })
}

fn number(article: &Article<'_>, fact: &Fact) -> Span {
    let mention = fact.quantity.and_then(|at| article.reading.mentions.get(at));
    mention.map_or(fact.focus, |mention| mention.span)
}

/// The bare value of something that happened, or is so, to somebody by name.
fn plain<'a>(article: &Article<'_>, fact: &'a Fact) -> Option<&'a Quantity> {
    let statement = &fact.statement;
    let happened = statement.modality == Some(Modality::Happened) && statement.polarity == Polarity::Affirmed;
    let named = !statement.subject.name.is_empty() && !fact.inferred && !fact.compared;
    let mention = fact.quantity.and_then(|at| article.reading.mentions.get(at));
    let unchanged = mention.is_some_and(|mention| match &mention.kind {
        MentionKind::Quantity(quantity) => quantity.change.is_none(),
        MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => false,
    });
    match &statement.value {
        Some(Value::Quantity(quantity)) if happened && named && unchanged && is_bare(quantity) => Some(quantity),
        Some(Value::Quantity(_) | Value::Days(_) | Value::Text(_) | Value::List(_)) | None => None,
    }
}

fn is_bare(quantity: &Quantity) -> bool {
    matches!(quantity.amount.wording, Wording::Bare | Wording::Exact)
}
