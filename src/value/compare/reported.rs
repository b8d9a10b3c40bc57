//! The policy `reported`: numbers have the precision of their digits. A nominal that agrees supports; only what lies outside of the
//! evidence's halo contradicts.

use crate::value::{Amount, Interval, Policy, Wording};

use super::{Comparison, Reason, bound_or, stated, units};

/// `==` with a number, hedged or not on the side of the evidence.
pub(super) fn same_value(evidence: &Amount, asserted: &Amount) -> Comparison {
    if nominals_agree(evidence, asserted) {
        return Comparison::supports(Reason::SameNominal);
    }
    if evidence.states_nominal() && asserted.states_nominal() && rounds_to(evidence, asserted) {
        return Comparison::supports(Reason::RoundsTo);
    }
    if evidence.is_bound() && (evidence.nominal == asserted.nominal || rounds_to(evidence, asserted)) {
        return Comparison::compatible(Reason::BoundAtSameNumber);
    }
    let (outside, open) = match evidence.states_nominal() {
        true => (Reason::OutsideHalo, Reason::FinerThanEvidence),
        false => (Reason::Disjoint, Reason::Overlap),
    };
    if evidence.halo.is_disjoint_from(&target(asserted)) {
        Comparison::contradicts(outside)
    } else {
        Comparison::compatible(open)
    }
}

/// A set asserted: a range, a tolerance, "nearly". What the evidence states must lie inside; its halo must lie outside to exclude it.
pub(super) fn inside(evidence: &Amount, set: &Interval, asserted: &Amount) -> Comparison {
    if stated(evidence, Policy::Reported).is_subset_of(set) {
        Comparison::supports(Reason::Inside)
    } else if evidence.halo.is_disjoint_from(set) || is_blurred(evidence, set, asserted) && evidence.halo.touches(set) {
        Comparison::contradicts(if evidence.states_nominal() { Reason::OutsideHalo } else { Reason::Disjoint })
    } else {
        Comparison::compatible(bound_or(evidence, asserted, Reason::Overlap))
    }
}

/// Whether both are said to be about their number: then the ends of what they leave open are no sharp ends.
fn is_blurred(evidence: &Amount, set: &Interval, asserted: &Amount) -> bool {
    evidence.wording == Wording::About && *set == asserted.nearby()
}

/// Whether both say a number, and it is the same.
pub(super) fn nominals_agree(evidence: &Amount, asserted: &Amount) -> bool {
    evidence.states_nominal() && asserted.states_nominal() && evidence.nominal == asserted.nominal
}

/// Whether the evidence is the finer one, rounds to the asserted number (by either rule for halves), and lies within 5 % of it. What is
/// computed must do so with all of its halo.
fn rounds_to(evidence: &Amount, asserted: &Amount) -> bool {
    let (Some(value), Some(target)) = (evidence.nominal, asserted.nominal) else {
        return false;
    };
    let (Some(distance), Some(half)) = (value.minus(target), asserted.coarse.half()) else {
        return false;
    };
    let near = |reach: Option<Interval>| reach.is_some_and(|reach| evidence.halo.is_subset_of(&reach));
    evidence.coarse < asserted.coarse
        && distance.abs() <= half
        && units::is_near(distance.abs(), target)
        && (evidence.wording != Wording::Derived || near(Interval::closed(half.negated(), half).shifted(target)))
}

/// The values that the assertion may mean: its number, or all that its operands leave open.
fn target(asserted: &Amount) -> Interval {
    match (asserted.wording, asserted.nominal) {
        (Wording::Derived, _) | (_, None) => asserted.halo,
        (_, Some(nominal)) => Interval::point(nominal),
    }
}
