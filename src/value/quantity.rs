//! Amounts of something: conversion between units, and arithmetic that minds them.

use super::{Amount, Conversion, Dimension, Interval, Number, Unit, Wording, plural, plural_of_counted};

/// An amount of something.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Quantity {
    /// How much.
    pub amount: Amount,
    /// Of what.
    pub unit: Unit,
}

/// Counts below this are exact.
const EXACT_COUNTS: i128 = 100;

impl Quantity {
    /// An amount of a unit. A bare whole number below a hundred is exact where things are counted: seven firms are no eighth of a
    /// rounding away from eight.
    pub fn new(amount: Amount, unit: Unit) -> Quantity {
        let amount = if unit.counts() && is_small_count(&amount) { sharpened(amount) } else { amount };
        Quantity { amount, unit }
    }

    /// The same quantity in another unit, exactly, its precision converted with it; none where nothing converts or it does not fit.
    pub fn converted(&self, unit: &Unit) -> Option<Quantity> {
        let Conversion { factor, offset } = self.unit.conversion_to(unit)?;
        let amount = Quantity::new(self.amount.clone(), self.unit.clone()).amount;
        let amount = if factor == Number::ONE && offset.is_zero() { amount } else { amount.mapped(factor, offset)? };
        Some(Quantity { amount, unit: unit.clone() })
    }

    /// The sum, in this one's unit; none where the other does not convert to it.
    pub fn plus(&self, other: &Quantity) -> Option<Quantity> {
        let (mine, theirs) = (self.converted(&self.unit)?, other.converted(&self.unit)?);
        Some(Quantity { amount: mine.amount.plus(&theirs.amount)?, unit: mine.unit })
    }

    /// The difference, in this one's unit; none where the other does not convert to it.
    pub fn minus(&self, other: &Quantity) -> Option<Quantity> {
        let (mine, theirs) = (self.converted(&self.unit)?, other.converted(&self.unit)?);
        Some(Quantity { amount: mine.amount.minus(&theirs.amount)?, unit: mine.unit })
    }

    /// The product, where one of the two is a bare number or a percentage; none otherwise.
    pub fn times(&self, other: &Quantity) -> Option<Quantity> {
        if let Some(factor) = other.as_factor() {
            let mine = self.converted(&self.unit)?;
            return Some(Quantity { amount: mine.amount.times(&factor)?, unit: mine.unit });
        }
        let factor = self.as_factor()?;
        let theirs = other.converted(&other.unit)?;
        Some(Quantity { amount: factor.times(&theirs.amount)?, unit: theirs.unit })
    }

    /// The quotient: a bare number where the two are of one unit, else this one's unit where the other is a bare number or a
    /// percentage; none otherwise, or where the other may be zero.
    pub fn over(&self, other: &Quantity) -> Option<Quantity> {
        let mine = self.converted(&self.unit)?;
        if let Some(theirs) = other.converted(&self.unit) {
            return Some(Quantity { amount: mine.amount.over(&theirs.amount)?, unit: Unit::number() });
        }
        Some(Quantity { amount: mine.amount.over(&other.as_factor()?)?, unit: mine.unit })
    }

    /// Which share of `whole` it is, in percent; none where the two do not convert, or the whole may be zero.
    pub fn share_of(&self, whole: &Quantity) -> Option<Quantity> {
        let part = self.converted(&self.unit)?.amount;
        let ratio = part.over(&whole.converted(&self.unit)?.amount)?;
        Some(Quantity { amount: ratio.mapped(Number::from_integer(100), Number::ZERO)?, unit: Unit::percent() })
    }

    /// How far it is from `other`, as a share of that one's size: 1/10 for 11 and 10. None where either is a bound, a range or a vague
    /// number, a place in an order, where nothing converts,
    /// or where the other is zero.
    pub fn deviation_from(&self, other: &Quantity) -> Option<Number> {
        let nominal = |amount: &Amount| amount.nominal.filter(|_| amount.states_nominal());
        if self.unit.dimension == Dimension::Ordinal {
            return None;
        }
        let (own, other) = (nominal(&self.converted(&other.unit)?.amount)?, nominal(&other.amount)?);
        own.minus(other)?.abs().over(other.abs())
    }

    /// The quantity as a person would put it: "more than 5,000,000,000 USD", "4.5 %", "7 firms", "20 years".
    pub fn describe(&self) -> String {
        let amount = self.amount.describe();
        let code = &*self.unit.code;
        let is_counted = self.unit.dimension == Dimension::Count;
        let named = if is_counted { Some(code) } else { self.unit.name.as_deref() };
        let one = self.amount.nominal == Some(Number::ONE);
        match named {
            Some(name) if one => format!("{amount} {name}"),
            Some(name) if is_counted => format!("{amount} {}", plural_of_counted(name)),
            Some(name) => format!("{amount} {}", plural(name)),
            None => format!("{amount} {code}").trim_end().to_owned(),
        }
    }

    /// What it multiplies by, where it can.
    fn as_factor(&self) -> Option<Amount> {
        let amount = Quantity::new(self.amount.clone(), self.unit.clone()).amount;
        match self.unit.dimension {
            Dimension::Number => Some(amount),
            Dimension::Percent => amount.mapped(Number::ratio(1, 100)?, Number::ZERO),
            Dimension::Count
            | Dimension::Money
            | Dimension::Points
            | Dimension::Ordinal
            | Dimension::Length
            | Dimension::Area
            | Dimension::Volume
            | Dimension::Mass
            | Dimension::Duration
            | Dimension::Age
            | Dimension::Speed
            | Dimension::Temperature
            | Dimension::Power
            | Dimension::Energy
            | Dimension::Data
            | Dimension::DataRate
            | Dimension::Pressure
            | Dimension::Frequency
            | Dimension::Electric
            | Dimension::Force
            | Dimension::Angle
            | Dimension::Other => None,
        }
    }
}

/// Whether it is a bare whole number below a hundred, written out to its last digit.
fn is_small_count(amount: &Amount) -> bool {
    let small = |value: Number| value.to_integer().is_some_and(|value| value.abs() < EXACT_COUNTS);
    amount.wording == Wording::Bare && amount.grain == Number::ONE && amount.nominal.is_some_and(small)
}

/// A bare amount without the slack of rounding.
fn sharpened(amount: Amount) -> Amount {
    let halo = amount.nominal.map_or(amount.halo, Interval::point);
    Amount { halo, grain: Number::ZERO, coarse: Number::ZERO, ..amount }
}

#[cfg(test)]
mod tests;
