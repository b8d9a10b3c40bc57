//! When two amounts are apart for good: no rounding of either explains the other.

use crate::value::{Amount, Fit, Policy, Quantity, Relation, Wording, compare};

/// The number alone, whatever bound or hedge stands before it: "more than 5 miles (8 km)" converts five miles. None where there is none.
pub(super) fn bare(quantity: &Quantity) -> Option<Quantity> {
    let written = quantity.amount.written()?;
    let amount = match quantity.amount.wording {
        Wording::About | Wording::Nearly | Wording::JustUnder | Wording::JustOver => Amount::about(written),
        Wording::Bare
        | Wording::Exact
        | Wording::MoreThan
        | Wording::AtLeast
        | Wording::LessThan
        | Wording::AtMost
        | Wording::UpTo => Amount::bare(written),
        Wording::Range | Wording::Vague | Wording::Tolerance | Wording::Derived => return None,
    };
    Some(Quantity::new(amount, quantity.unit.clone()))
}

/// Whether a number is not what another one is, rounded or cut off: neither lies in what the other leaves open, nor within one step of
/// the digits that were written.
pub(super) fn apart(written: &Quantity, reckoned: &Quantity) -> bool {
    let excludes = |one: &Quantity, other: &Quantity| contradicts(one, Relation::Equal, other);
    excludes(written, reckoned) && excludes(reckoned, written) && !is_cut_off(written, reckoned)
}

/// Whether a quantity excludes that it stands in a relation to another.
pub(super) fn contradicts(evidence: &Quantity, relation: Relation, asserted: &Quantity) -> bool {
    compare(evidence, relation, asserted, Policy::Reported).fit == Fit::Contradicts
}

/// Whether the digits are those of the other number, without what follows them.
fn is_cut_off(written: &Quantity, reckoned: &Quantity) -> bool {
    let Some(digits) = written.amount.written().filter(|digits| !digits.grain.is_zero()) else { return false };
    let reach = Quantity { amount: Amount::tolerance(digits, digits.grain), unit: written.unit.clone() };
    !contradicts(reckoned, Relation::In, &reach)
}
