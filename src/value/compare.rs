//! What evidence says of an assertion about a number: it supports it, contradicts it, or leaves it open.
//!
//! Three steps: the units are brought together (`units`); the relation decides which sets are held against one another (`reported`,
//! `literal`, `order`); and what came out is explained: slips of magnitude and of unit, and exclusions that can be cancelled.

mod literal;
mod order;
mod reported;
mod units;

use super::{Amount, Bound, Interval, Number, Quantity, Wording};
use order::Order;
use units::Apart;

/// How strictly words are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Policy {
    /// Numbers have the precision of their digits, hedges are hedges.
    #[default]
    Reported,
    /// Bounds and nominals are taken at their word.
    Literal,
}

/// What an assertion claims about a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
    /// `~=`
    About,
    /// `exactly`
    Exactly,
    /// `in a .. b`
    In,
    /// `includes`, for text and lists
    Includes,
}

/// Where evidence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// It entails the assertion.
    Supports,
    /// It neither entails nor excludes it.
    Compatible,
    /// It excludes it.
    Contradicts,
}

/// Why a comparison came out as it did. Worded for people in the judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The nominal values agree.
    SameNominal,
    /// The evidence is finer and rounds to what is asserted.
    RoundsTo,
    /// The asserted value lies outside of what the wording leaves open.
    OutsideHalo,
    /// The assertion is finer than its evidence.
    FinerThanEvidence,
    /// The evidence gives only a bound at the same number.
    BoundAtSameNumber,
    /// The evidence's set lies inside the asserted one.
    Inside,
    /// The two sets have nothing in common.
    Disjoint,
    /// The two sets overlap.
    Overlap,
    /// A different kind of unit.
    OtherDimension,
    /// The same kind, but nothing to convert by (another currency, another thing counted).
    NoConversion,
    /// The same digits with another currency or unit.
    UnitSlip,
    /// The digits agree, the magnitude is off by this factor, a power of a thousand above one: 1000 for "million" instead of "billion",
    /// whichever way round.
    MagnitudeSlip(Number),
}

/// The outcome of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Where the evidence stands.
    pub fit: Fit,
    /// Why.
    pub reason: Reason,
    /// "up to": the exclusion is cancellable, and told so.
    pub soft: bool,
}

impl Fit {
    /// What evidence says of the opposite.
    pub fn opposite(self) -> Fit {
        match self {
            Fit::Supports => Fit::Contradicts,
            Fit::Compatible => Fit::Compatible,
            Fit::Contradicts => Fit::Supports,
        }
    }
}

impl Comparison {
    fn supports(reason: Reason) -> Comparison {
        Comparison { fit: Fit::Supports, reason, soft: false }
    }

    fn compatible(reason: Reason) -> Comparison {
        Comparison { fit: Fit::Compatible, reason, soft: false }
    }

    fn contradicts(reason: Reason) -> Comparison {
        Comparison { fit: Fit::Contradicts, reason, soft: false }
    }
}

/// Holds `evidence` against `relation asserted`, converting units where they convert.
///
/// A hedge on the asserted amount is part of what is asserted: `== ` with "more than 5" is `> 5`. Things counted pass for one another
/// and for bare numbers: whether the nouns mean the same is for the caller to say.
pub fn compare(evidence: &Quantity, relation: Relation, asserted: &Quantity, policy: Policy) -> Comparison {
    match units::align(evidence, relation, asserted) {
        Ok((aligned, target)) => {
            let found = explained(&aligned, relation, &target, policy);
            units::with_slip(found, evidence, asserted)
        }
        Err(Apart::OtherDimension) => apart(relation, Comparison::contradicts(Reason::OtherDimension)),
        Err(Apart::NoConversion) => apart(relation, units::unconverted(evidence, asserted)),
    }
}

/// What units that do not come together say. Of `!=` they say nothing: it is no denial to speak of something else.
fn apart(relation: Relation, found: Comparison) -> Comparison {
    match relation {
        Relation::NotEqual => Comparison { fit: Fit::Compatible, ..found },
        Relation::Equal
        | Relation::Less
        | Relation::AtMost
        | Relation::Greater
        | Relation::AtLeast
        | Relation::About
        | Relation::Exactly
        | Relation::In
        | Relation::Includes => found,
    }
}

/// The outcome for amounts of one unit, with the finer reasons for an exclusion.
fn explained(evidence: &Amount, relation: Relation, asserted: &Amount, policy: Policy) -> Comparison {
    let mut found = related(evidence, relation, asserted, policy);
    if found.fit == Fit::Contradicts {
        found.reason = magnitude_slip(evidence, asserted).map_or(found.reason, Reason::MagnitudeSlip);
    }
    let excludes = if relation == Relation::NotEqual { Fit::Supports } else { Fit::Contradicts };
    if evidence.wording == Wording::UpTo && found.fit == excludes {
        found.soft = related(&cancelled(evidence), relation, asserted, policy).fit != excludes;
    }
    found
}

/// Sends each relation to the sets it speaks of.
fn related(evidence: &Amount, relation: Relation, asserted: &Amount, policy: Policy) -> Comparison {
    match relation {
        Relation::Equal | Relation::Includes => equal(evidence, asserted, policy),
        Relation::Exactly => equal(evidence, asserted, Policy::Literal),
        Relation::NotEqual => {
            let found = equal(evidence, asserted, policy);
            Comparison { fit: found.fit.opposite(), ..found }
        }
        Relation::Less => order::compare(evidence, Order::Less, asserted, policy),
        Relation::AtMost => order::compare(evidence, Order::AtMost, asserted, policy),
        Relation::Greater => order::compare(evidence, Order::Greater, asserted, policy),
        Relation::AtLeast => order::compare(evidence, Order::AtLeast, asserted, policy),
        Relation::About => about(evidence, asserted, policy),
        Relation::In => inside(evidence, &asserted.literal, asserted, policy),
    }
}

/// `==`: the hedge of the asserted amount says what it takes.
fn equal(evidence: &Amount, asserted: &Amount, policy: Policy) -> Comparison {
    let ordered = |order| order::compare(evidence, order, asserted, policy);
    match asserted.wording {
        Wording::Bare | Wording::Exact | Wording::Derived => match policy {
            Policy::Reported => reported::same_value(evidence, asserted),
            Policy::Literal => literal::same_value(evidence, asserted),
        },
        Wording::MoreThan => ordered(Order::Greater),
        Wording::AtLeast => ordered(Order::AtLeast),
        Wording::LessThan => ordered(Order::Less),
        Wording::AtMost | Wording::UpTo => ordered(Order::AtMost),
        Wording::About => about(evidence, asserted, policy),
        Wording::Nearly
        | Wording::JustUnder
        | Wording::JustOver
        | Wording::Range
        | Wording::Vague
        | Wording::Tolerance => inside(evidence, &asserted.literal, asserted, policy),
    }
}

/// `~=`: inside what "about" grants to the asserted number. What equals it is about it, too.
fn about(evidence: &Amount, asserted: &Amount, policy: Policy) -> Comparison {
    let found = inside(evidence, &asserted.nearby(), asserted, policy);
    if found.fit == Fit::Compatible && policy == Policy::Reported && reported::nominals_agree(evidence, asserted) {
        return Comparison::supports(Reason::SameNominal);
    }
    found
}

fn inside(evidence: &Amount, set: &Interval, asserted: &Amount, policy: Policy) -> Comparison {
    match policy {
        Policy::Reported => reported::inside(evidence, set, asserted),
        Policy::Literal => literal::inside(evidence, set, asserted),
    }
}

/// The set that an amount states: under `reported` its nominal, its bound at its word, or the halos it was computed from; under
/// `literal` all at its word.
fn stated(amount: &Amount, policy: Policy) -> Interval {
    match (policy, amount.wording, amount.nominal) {
        (Policy::Reported, Wording::About, Some(nominal)) => Interval::point(nominal),
        (Policy::Reported, Wording::Derived, _) => amount.halo,
        (Policy::Reported | Policy::Literal, _, _) => amount.literal,
    }
}

/// Why evidence leaves an assertion open: its bound stands at the very number, or `otherwise`.
fn bound_or(evidence: &Amount, asserted: &Amount, otherwise: Reason) -> Reason {
    let same = evidence.nominal.is_some() && evidence.nominal == asserted.nominal;
    if evidence.is_bound() && same { Reason::BoundAtSameNumber } else { otherwise }
}

/// The power of a thousand between the two numbers, the larger over the smaller; none where their digits differ.
fn magnitude_slip(evidence: &Amount, asserted: &Amount) -> Option<Number> {
    let ratio = evidence.nominal?.over(asserted.nominal?)?;
    let factor = if ratio.is_integer() { ratio } else { ratio.inverse()? };
    let mut rest = factor.to_integer()?;
    while rest >= 1000 && rest % 1000 == 0 {
        rest /= 1000;
    }
    (rest == 1 && factor != Number::ONE).then_some(factor)
}

/// "up to v" with its bound cancelled: what it excludes only by saying where it stops, it does not exclude for good.
fn cancelled(evidence: &Amount) -> Amount {
    let open = |set: Interval| Interval { high: Bound::Unbounded, ..set };
    Amount { literal: open(evidence.literal), halo: open(evidence.halo), ..evidence.clone() }
}

#[cfg(test)]
mod tests;
