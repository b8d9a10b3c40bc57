//! The policy `literal`, and the relation `exactly`: bounds and nominals are taken at their word, as plain sets.

use crate::value::{Amount, Interval};

use super::{Comparison, Fit, Reason, bound_or};

/// `==` with a number. Where the number was computed and not pinned down, nothing can equal it for sure.
pub(super) fn same_value(evidence: &Amount, asserted: &Amount) -> Comparison {
    let found = inside(evidence, &asserted.literal, asserted);
    let pinned = asserted.literal.single().is_some();
    match found.fit {
        Fit::Supports if pinned => Comparison::supports(Reason::SameNominal),
        Fit::Supports => Comparison::compatible(Reason::Overlap),
        Fit::Compatible | Fit::Contradicts => found,
    }
}

/// The rule itself: a subset supports, a disjoint set contradicts, anything else is compatible.
pub(super) fn inside(evidence: &Amount, set: &Interval, asserted: &Amount) -> Comparison {
    if evidence.literal.is_subset_of(set) {
        Comparison::supports(Reason::Inside)
    } else if evidence.literal.is_disjoint_from(set) {
        Comparison::contradicts(Reason::Disjoint)
    } else {
        Comparison::compatible(bound_or(evidence, asserted, Reason::Overlap))
    }
}
