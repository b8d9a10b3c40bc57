//! The comparison, relation by relation.

mod reported;
mod slips;
mod table;
mod units;

use super::{Comparison, Fit, Policy, Reason, Relation, compare};
use crate::value::testing::quantity;

/// Splits "== 5e9 USD" into relation and value.
fn assertion(text: &str) -> (Relation, &str) {
    let relations = [
        ("== ", Relation::Equal),
        ("!= ", Relation::NotEqual),
        ("<= ", Relation::AtMost),
        (">= ", Relation::AtLeast),
        ("~= ", Relation::About),
        ("< ", Relation::Less),
        ("> ", Relation::Greater),
        ("exactly ", Relation::Exactly),
        ("in ", Relation::In),
    ];
    for (sign, relation) in relations {
        if let Some(value) = text.strip_prefix(sign) {
            return (relation, value);
        }
    }
    panic!("{text:?} has no relation");
}

/// What evidence says of an assertion, both in words.
fn compared(evidence: &str, asserted: &str, policy: Policy) -> Comparison {
    let (relation, value) = assertion(asserted);
    compare(&quantity(evidence), relation, &quantity(value), policy)
}

fn fit(evidence: &str, asserted: &str, policy: Policy) -> Fit {
    compared(evidence, asserted, policy).fit
}

/// One letter for each outcome, small where it is soft: S, C (compatible), X (contradicts).
fn letter(found: Comparison) -> char {
    let letter = match found.fit {
        Fit::Supports => 'S',
        Fit::Compatible => 'C',
        Fit::Contradicts => 'X',
    };
    if found.soft { letter.to_ascii_lowercase() } else { letter }
}

/// Checks rows of (evidence, assertion, outcome).
fn check(policy: Policy, rows: &[(&str, &str, Fit, Reason)]) {
    for (evidence, asserted, fit, reason) in rows {
        let found = compared(evidence, asserted, policy);
        assert_eq!((found.fit, found.reason), (*fit, *reason), "{evidence:?} against {asserted:?}");
    }
}
