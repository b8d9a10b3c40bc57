//! Exact numbers.
//!
//! A [`Number`] is a fraction of two integers of 127 bits. Nothing here rounds unless its name says so: what does not fit is `None`.
//! Whole numbers, by far the most common, take a short path through every operation.

mod print;

use num_rational::Ratio;

/// An exact rational number. Arithmetic is checked: what does not fit 127 bits is `None`, never rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(Ratio<i128>);

impl Number {
    /// 0.
    pub const ZERO: Number = Number::from_integer(0);
    /// 1.
    pub const ONE: Number = Number::from_integer(1);

    /// The whole number `value`. The least integer has no negative of its own and counts as its neighbour.
    pub const fn from_integer(value: i128) -> Number {
        let value = if value == i128::MIN { -i128::MAX } else { value };
        Number(Ratio::new_raw(value, 1))
    }

    /// `numerator / denominator` in lowest terms; none where the denominator is zero or a part does not fit.
    pub fn ratio(numerator: i128, denominator: i128) -> Option<Number> {
        if denominator == 0 || numerator == i128::MIN || denominator == i128::MIN {
            return None;
        }
        if denominator == 1 {
            return Some(Number::from_integer(numerator));
        }
        let sign = denominator.signum();
        let common = common_divisor(numerator, denominator);
        Some(Number(Ratio::new_raw(sign * numerator / common, sign * denominator / common)))
    }

    /// 10 to the power of `exponent`; none beyond 38 either way.
    pub fn power_of_ten(exponent: i32) -> Option<Number> {
        let power = 10_i128.checked_pow(exponent.unsigned_abs())?;
        if exponent < 0 { Number::ratio(1, power) } else { Some(Number::from_integer(power)) }
    }

    /// The numerator in lowest terms; it carries the sign.
    pub fn numerator(self) -> i128 {
        *self.0.numer()
    }

    /// The denominator in lowest terms, at least 1.
    pub fn denominator(self) -> i128 {
        *self.0.denom()
    }

    /// Whether it is a whole number.
    pub fn is_integer(self) -> bool {
        self.denominator() == 1
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.numerator() < 0
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        self.numerator() == 0
    }

    /// Its distance from zero.
    pub fn abs(self) -> Number {
        Number(Ratio::new_raw(self.numerator().abs(), self.denominator()))
    }

    /// The number on the other side of zero.
    pub fn negated(self) -> Number {
        Number(Ratio::new_raw(-self.numerator(), self.denominator()))
    }

    /// The sum.
    pub fn plus(self, other: Number) -> Option<Number> {
        if self.denominator() == other.denominator() {
            let sum = self.numerator().checked_add(other.numerator())?;
            return Number::ratio(sum, self.denominator());
        }
        let common = common_divisor(self.denominator(), other.denominator());
        let (mine, theirs) = (other.denominator() / common, self.denominator() / common);
        let left = self.numerator().checked_mul(mine)?;
        let right = other.numerator().checked_mul(theirs)?;
        Number::ratio(left.checked_add(right)?, self.denominator().checked_mul(mine)?)
    }

    /// The difference.
    pub fn minus(self, other: Number) -> Option<Number> {
        self.plus(other.negated())
    }

    /// The product.
    pub fn times(self, other: Number) -> Option<Number> {
        if self.is_integer() && other.is_integer() {
            return Number::ratio(self.numerator().checked_mul(other.numerator())?, 1);
        }
        let first = common_divisor(self.numerator(), other.denominator());
        let second = common_divisor(other.numerator(), self.denominator());
        let numerator = (self.numerator() / first).checked_mul(other.numerator() / second)?;
        let denominator = (self.denominator() / second).checked_mul(other.denominator() / first)?;
        Number::ratio(numerator, denominator)
    }

    /// The quotient; none where `other` is zero.
    pub fn over(self, other: Number) -> Option<Number> {
        self.times(other.inverse()?)
    }

    /// One divided by it; none for zero.
    pub fn inverse(self) -> Option<Number> {
        Number::ratio(self.denominator(), self.numerator())
    }

    /// Half of it; none where that does not fit.
    pub fn half(self) -> Option<Number> {
        let (numerator, denominator) = (self.numerator(), self.denominator());
        if numerator % 2 == 0 {
            return Some(Number(Ratio::new_raw(numerator / 2, denominator)));
        }
        Some(Number(Ratio::new_raw(numerator, denominator.checked_mul(2)?)))
    }

    /// The greatest whole number that is not above it.
    pub fn floor(self) -> Number {
        Number::from_integer(self.numerator().div_euclid(self.denominator()))
    }

    /// The nearest multiple of `grain`, halves away from zero; itself where the grain is zero; none where it does not fit.
    pub fn round_to(self, grain: Number) -> Option<Number> {
        if grain.is_zero() {
            return Some(self);
        }
        let steps = self.abs().over(grain.abs())?.plus(Number::ONE.half()?)?.floor();
        let size = steps.times(grain.abs())?;
        Some(if self.is_negative() { size.negated() } else { size })
    }

    /// The whole number, where it is one.
    pub fn to_integer(self) -> Option<i128> {
        self.is_integer().then(|| self.numerator())
    }
}

impl Default for Number {
    fn default() -> Number {
        Number::ZERO
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Number {
        Number::from_integer(i128::from(value))
    }
}

/// The greatest common divisor, at least 1. Neither is the least integer.
fn common_divisor(left: i128, right: i128) -> i128 {
    let (mut left, mut right) = (left.unsigned_abs(), right.unsigned_abs());
    while right > u128::from(u64::MAX) {
        (left, right) = (right, left % right);
    }
    if right == 0 {
        return i128::try_from(left.max(1)).unwrap_or(1);
    }
    let (mut long, mut short) = (right, left % right);
    if let (Ok(mut a), Ok(mut b)) = (u64::try_from(long), u64::try_from(short)) {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        return i128::from(a);
    }
    while short != 0 {
        (long, short) = (short, long % short);
    }
    i128::try_from(long).unwrap_or(1)
}

#[cfg(test)]
mod tests;
