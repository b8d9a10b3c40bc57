//! Units come first: whether two quantities can be held against one another, and the evidence in the unit of the assertion.

use crate::value::{Amount, Conversion, Interval, Number, Quantity};

use super::{Comparison, Fit, Reason, Relation};

/// Why two quantities do not come together.
pub(super) enum Apart {
    /// They measure different things.
    OtherDimension,
    /// They measure the same thing, but nothing leads from one unit to the other.
    NoConversion,
}

/// Agreement lies within this part of the asserted number, however coarse the digits are: 5 %.
const AGREEMENT_SHARE: i128 = 20;

/// Evidence and assertion, both in the unit of the assertion, small counts exact.
pub(super) fn align(evidence: &Quantity, relation: Relation, asserted: &Quantity) -> Result<(Amount, Amount), Apart> {
    if !evidence.unit.dimension.compares_with(asserted.unit.dimension) {
        return Err(Apart::OtherDimension);
    }
    let converted = evidence.unit.conversion_to(&asserted.unit).zip(evidence.converted(&asserted.unit));
    let Some((conversion, evidence)) = converted else {
        return Err(Apart::NoConversion);
    };
    let asserted = Quantity::new(asserted.amount.clone(), asserted.unit.clone()).amount;
    if conversion.keeps_digits() {
        return Ok((evidence.amount, asserted));
    }
    let precision = agreement(&evidence.amount, relation, &asserted);
    Ok((snapped(evidence.amount, &asserted, precision, &conversion), asserted))
}

/// What a unit that does not convert says: the same digits are a slip of the unit, others say nothing.
pub(super) fn unconverted(evidence: &Quantity, asserted: &Quantity) -> Comparison {
    if same_digits(evidence, asserted) {
        Comparison::contradicts(Reason::UnitSlip)
    } else {
        Comparison::compatible(Reason::NoConversion)
    }
}

/// A contradiction between the same digits in two units is a slip of the unit.
pub(super) fn with_slip(found: Comparison, evidence: &Quantity, asserted: &Quantity) -> Comparison {
    let slip = found.fit == Fit::Contradicts
        && evidence.unit.conversion_to(&asserted.unit) != Some(Conversion::identity())
        && same_digits(evidence, asserted);
    if slip { Comparison { reason: Reason::UnitSlip, ..found } } else { found }
}

/// Whether `distance` is no more than the twentieth part of `value` that agreement allows for.
pub(super) fn is_near(distance: Number, value: Number) -> bool {
    distance.times(Number::from_integer(AGREEMENT_SHARE)).is_some_and(|scaled| scaled <= value.abs())
}

fn same_digits(evidence: &Quantity, asserted: &Quantity) -> bool {
    let nominal = evidence.amount.nominal;
    nominal.is_some_and(|nominal| !nominal.is_zero()) && nominal == asserted.amount.nominal
}

/// The precision at which nominals agree across units: the coarser of the two. A limit (`> 10 km`) is meant as it stands and has no
/// precision, so that only the evidence's counts.
fn agreement(evidence: &Amount, relation: Relation, asserted: &Amount) -> Number {
    match relation {
        Relation::Less | Relation::AtMost | Relation::Greater | Relation::AtLeast => evidence.coarse,
        Relation::Equal | Relation::NotEqual | Relation::Exactly | Relation::Includes if asserted.is_bound() => {
            evidence.coarse
        }
        Relation::Equal
        | Relation::NotEqual
        | Relation::Exactly
        | Relation::Includes
        | Relation::About
        | Relation::In => evidence.coarse.max(asserted.coarse),
    }
}

/// Across units a converted number has digits that nobody wrote. Where it rounds to the asserted one at the `precision` of their
/// agreement, the two are one number, and the evidence moves onto it: 17.5 inches are 44.45 cm, and say 44.5. An assertion finer than
/// that, or more than 5 % away, is only not excluded. (For temperatures, whose zero is arbitrary, five percent mean nothing.)
fn snapped(evidence: Amount, asserted: &Amount, precision: Number, conversion: &Conversion) -> Amount {
    let (Some(value), Some(target)) = (evidence.nominal, asserted.nominal) else {
        return evidence;
    };
    let Some(distance) = target.minus(value).filter(|distance| !distance.is_zero()) else {
        return evidence;
    };
    if precision.half().is_none_or(|half| distance.abs() > half) {
        return evidence;
    }
    let near = !conversion.offset.is_zero() || is_near(distance.abs(), target);
    // The digits asserted come out of the converted ones: rounded up, rounded down, or cut off.
    let gives_digits = distance.abs() < asserted.coarse;
    let moved = if near && gives_digits { evidence.mapped(Number::ONE, distance) } else { None };
    moved.unwrap_or_else(|| Amount { halo: evidence.halo.hull(&Interval::point(target)), ..evidence })
}
