//! `<` `<=` `>` `>=`: what is stated is taken at its word under both policies, so that "$5 billion" contradicts `> 5e9`.

use crate::value::{Amount, Bound, Interval, Number, Policy};

use super::{Comparison, Reason, bound_or, stated};

/// The four of them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
}

/// Holds what the evidence states against the asserted number.
pub(super) fn compare(evidence: &Amount, order: Order, asserted: &Amount, policy: Policy) -> Comparison {
    let (mine, threshold) = (stated(evidence, policy), threshold(asserted, policy));
    // Whatever is below something is above it on the other side of zero.
    let (mine, threshold, reach): (_, _, fn(Number) -> Interval) = match order {
        Order::Greater => (mine, threshold, Interval::above),
        Order::AtLeast => (mine, threshold, Interval::at_least),
        Order::Less => (mine.negated(), threshold.negated(), Interval::above),
        Order::AtMost => (mine.negated(), threshold.negated(), Interval::at_least),
    };
    if mine.is_subset_of(&beyond_all(&threshold, reach)) {
        Comparison::supports(Reason::Inside)
    } else if mine.is_disjoint_from(&beyond_some(&threshold, reach)) {
        Comparison::contradicts(Reason::Disjoint)
    } else {
        Comparison::compatible(bound_or(evidence, asserted, Reason::Overlap))
    }
}

/// The numbers that the evidence must be beyond: one, unless the assertion is itself a set. A bound names its number.
fn threshold(asserted: &Amount, policy: Policy) -> Interval {
    match asserted.nominal {
        Some(nominal) if asserted.is_bound() => Interval::point(nominal),
        Some(_) | None => stated(asserted, policy),
    }
}

/// What is beyond every number of the threshold.
fn beyond_all(threshold: &Interval, reach: fn(Number) -> Interval) -> Interval {
    match threshold.high {
        Bound::Unbounded => Interval::EMPTY,
        Bound::Closed(high) => reach(high),
        Bound::Open(high) => Interval::at_least(high),
    }
}

/// What is beyond some number of the threshold.
fn beyond_some(threshold: &Interval, reach: fn(Number) -> Interval) -> Interval {
    match threshold.low {
        Bound::Unbounded => Interval::ALL,
        Bound::Closed(low) => reach(low),
        Bound::Open(low) => Interval::above(low),
    }
}
