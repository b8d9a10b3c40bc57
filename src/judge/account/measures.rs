//! Figures of what is measured: an area from a length and a width, a way from a speed and a time.

use super::ask::Ask;
use super::entry::Entry;
use super::ways::Working;
use crate::value::{Amount, Conversion, Dimension, Number, Quantity, Unit};

/// What is asked for, and the two that it is made of.
struct Law {
    asked: Dimension,
    of: [Dimension; 2],
    way: Way,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Product,
    Quotient,
}

const LAWS: [Law; 4] = [
    Law { asked: Dimension::Area, of: [Dimension::Length, Dimension::Length], way: Way::Product },
    Law { asked: Dimension::Length, of: [Dimension::Speed, Dimension::Duration], way: Way::Product },
    Law { asked: Dimension::Duration, of: [Dimension::Length, Dimension::Speed], way: Way::Quotient },
    Law { asked: Dimension::Speed, of: [Dimension::Length, Dimension::Duration], way: Way::Quotient },
];

/// The figure of the two measures that a clause gives of whatever is asked about, where only one clause does.
pub(super) fn measured<'e>(ask: &Ask<'_>, entries: &'e [Entry<'e>]) -> Option<Working<'e>> {
    let law = LAWS.iter().find(|law| law.asked == ask.entry.quantity.unit.dimension)?;
    let mut clauses = entries.chunk_by(|one, other| one.is_told_with(other)).filter_map(|clause| law.pair(ask, clause));
    let (one, other) = clauses.next().filter(|_| clauses.next().is_none())?;
    let (first, second) = (base(&one.quantity)?, base(&other.quantity)?);
    let (amount, sign) = match law.way {
        Way::Product => (first.times(&second)?, "×"),
        Way::Quotient => (first.over(&second)?, "÷"),
    };
    let result = Quantity { amount, unit: unit(law.asked)? }.converted(&ask.entry.quantity.unit)?;
    let step = format!("{} {sign} {} = {}", one.quantity.describe(), other.quantity.describe(), result.describe());
    Some(Working { result, step, entries: vec![one, other], excludes: false })
}

impl Law {
    /// The two measures of a clause, in the order of the law.
    fn pair<'e>(&self, ask: &Ask<'_>, clause: &'e [Entry<'e>]) -> Option<(&'e Entry<'e>, &'e Entry<'e>)> {
        let dimension = |entry: &Entry<'_>| entry.quantity.unit.dimension;
        let is_of = |one: &Entry<'_>, other: &Entry<'_>| [dimension(one), dimension(other)] == self.of;
        let [one, other] = clause else { return None };
        let pair = if is_of(one, other) { (one, other) } else { (other, one) };
        (is_of(pair.0, pair.1) && ask.holder().may_be(&one.actor)).then_some(pair)
    }
}

/// An amount in the units that go together: kilometres, hours, kilometres an hour; metres for areas are turned with their unit.
fn base(quantity: &Quantity) -> Option<Amount> {
    // Months and years have no length in hours.
    let is_fixed = !matches!(&*quantity.unit.code, "mo" | "a");
    let own = is_fixed.then(|| quantity.converted(&unit(quantity.unit.dimension)?)).flatten()?;
    own.amount.states_nominal().then_some(own.amount)
}

fn unit(dimension: Dimension) -> Option<Unit> {
    let (_, code, factor) = BASES.into_iter().find(|(own, ..)| *own == dimension)?;
    Some(Unit::measure(code, dimension, Some(Conversion::factor(Number::from_integer(factor)))))
}

/// Units that go together, by how many of the base unit they are.
const BASES: [(Dimension, &str, i128); 4] = [
    (Dimension::Length, "km", 1000),
    (Dimension::Area, "km2", 1_000_000),
    (Dimension::Duration, "h", 3600),
    (Dimension::Speed, "km/h", 1),
];
