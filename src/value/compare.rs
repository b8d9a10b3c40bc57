//! What evidence says of an assertion about a number: it supports it, contradicts it, or leaves it open.

use super::{Number, Quantity};

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
    /// The digits agree, the magnitude is off by this factor ("million" for "billion").
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

/// Holds `evidence` against `relation asserted`, converting units where they convert.
pub fn compare(evidence: &Quantity, relation: Relation, asserted: &Quantity, policy: Policy) -> Comparison {
    let _ = (evidence, relation, asserted, policy);
    unimplemented!("the value helper writes this")
}
