//! Amounts computed from amounts. The sets are computed end by end, so that nothing is lost: what is rounded, hedged or open in an
//! operand stays so in the result.

use super::{Amount, Interval, Number, Wording};

impl Amount {
    /// The sum; none where it does not fit an exact number. So for the others.
    pub fn plus(&self, other: &Amount) -> Option<Amount> {
        self.combined(other, Number::plus, Interval::plus)
    }

    /// The difference.
    pub fn minus(&self, other: &Amount) -> Option<Amount> {
        self.combined(other, Number::minus, Interval::minus)
    }

    /// The product.
    pub fn times(&self, other: &Amount) -> Option<Amount> {
        self.combined(other, Number::times, Interval::times)
    }

    /// The quotient; none where `other` may be zero.
    pub fn over(&self, other: &Amount) -> Option<Amount> {
        self.combined(other, Number::over, Interval::over)
    }

    /// The same amount in another unit, `value * factor + offset`. The wording stays, and precision is converted with the value. None
    /// where it does not fit.
    pub fn mapped(&self, factor: Number, offset: Number) -> Option<Amount> {
        let nominal = match self.nominal {
            Some(nominal) => Some(nominal.times(factor)?.plus(offset)?),
            None => None,
        };
        Some(Amount {
            nominal,
            wording: self.wording,
            literal: self.literal.scaled(factor)?.shifted(offset)?,
            halo: self.halo.scaled(factor)?.shifted(offset)?,
            grain: self.grain.times(factor.abs())?,
            coarse: self.coarse.times(factor.abs())?,
        })
    }

    fn combined(
        &self,
        other: &Amount,
        numbers: impl Fn(Number, Number) -> Option<Number>,
        sets: impl Fn(&Interval, &Interval) -> Option<Interval>,
    ) -> Option<Amount> {
        let nominal = match (self.nominal, other.nominal) {
            (Some(mine), Some(theirs)) => Some(numbers(mine, theirs)?),
            (Some(_) | None, _) => None,
        };
        let literal = sets(&self.literal, &other.literal)?;
        let halo = sets(&self.halo, &other.halo)?;
        let grain = halo.width().unwrap_or(self.coarse.max(other.coarse));
        Some(Amount { nominal, wording: Wording::Derived, literal, halo, grain, coarse: grain })
    }
}
