//! Amounts as they are worded: a nominal, the set taken at its word, and the halo that the wording does not exclude.
//!
//! The constructors follow the table "Values are sets" of the manual. An end that does not fit an exact number is left open, which only
//! makes a set wider.

mod arithmetic;
mod describe;

use super::{Bound, Interval, Number, Written};

/// How a number is hedged. See the table "Values are sets" of the manual.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wording {
    /// `v`.
    #[default]
    Bare,
    /// exactly, precisely: `v`, and no rounding.
    Exact,
    /// more than, over.
    MoreThan,
    /// at least.
    AtLeast,
    /// less than, under.
    LessThan,
    /// at most.
    AtMost,
    /// up to, as many as.
    UpTo,
    /// nearly, almost.
    Nearly,
    /// just under: the set of nearly, and said to lie below.
    JustUnder,
    /// just over.
    JustOver,
    /// about, roughly, some.
    About,
    /// between a and b.
    Range,
    /// dozens, thousands: a number with no nominal value.
    Vague,
    /// `5e9 ± 10 %`: only in check files.
    Tolerance,
    /// Computed from other amounts.
    Derived,
}

impl Wording {
    /// What the denial of a bound on one side bounds: "not above 40" is at most 40; none of any other wording.
    pub fn denied(self) -> Option<Self> {
        match self {
            Self::MoreThan => Some(Self::AtMost),
            Self::AtLeast => Some(Self::LessThan),
            Self::LessThan => Some(Self::AtLeast),
            Self::AtMost => Some(Self::MoreThan),
            Self::Bare
            | Self::Exact
            | Self::UpTo
            | Self::Nearly
            | Self::JustUnder
            | Self::JustOver
            | Self::About
            | Self::Range
            | Self::Vague
            | Self::Tolerance
            | Self::Derived => None,
        }
    }
}

/// A number as a set.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Amount {
    /// The nominal value N, which for a bound is the number it names ("more than 5" names 5); none for a range or a vague number.
    pub nominal: Option<Number>,
    /// How it was hedged.
    pub wording: Wording,
    /// The set at its word ("literal").
    pub literal: Interval,
    /// The halo H: the values that the wording does not exclude. For a bound, its own number is one of them.
    pub halo: Interval,
    /// What the last digit as written stands for; zero for an exact number.
    pub grain: Number,
    /// The coarsest reading of that precision: 1000 in "14,000", whose zeros may be rounded.
    pub coarse: Number,
}

/// "nearly" and "just over" reach a tenth of their number away.
const NEARLY_SHARE: i128 = 10;
/// "about" reaches a twentieth of its number away, either way.
const ABOUT_SHARE: i128 = 20;

impl Amount {
    /// `v`. Its halo is the rounding cell of its coarsest reading, halves rounded away from zero. That a count below a hundred is exact
    /// shows with its unit: see [`Quantity::new`](super::Quantity::new).
    pub fn bare(written: Written) -> Amount {
        let halo = cell(written.value, written.coarse);
        Amount::with(written, Wording::Bare, Interval::point(written.value), halo)
    }

    /// A number without any rounding: counted by the program, or a constant.
    pub fn exact(value: Number) -> Amount {
        Amount::bare(Written::exact(value))
    }

    /// Exactly `v`: whatever its digits, nothing is rounded.
    pub fn exactly(written: Written) -> Amount {
        Amount { wording: Wording::Exact, ..Amount::exact(written.value) }
    }

    /// More than `v`: `(v, ∞)`.
    pub fn more_than(written: Written) -> Amount {
        let halo = Interval::at_least(written.value);
        Amount::with(written, Wording::MoreThan, Interval::above(written.value), halo)
    }

    /// At least `v`: `[v, ∞)`.
    pub fn at_least(written: Written) -> Amount {
        let set = Interval::at_least(written.value);
        Amount::with(written, Wording::AtLeast, set, set)
    }

    /// Less than `v`: `(−∞, v)`.
    pub fn less_than(written: Written) -> Amount {
        let halo = Interval::at_most(written.value);
        Amount::with(written, Wording::LessThan, Interval::below(written.value), halo)
    }

    /// At most `v`: `(−∞, v]`.
    pub fn at_most(written: Written) -> Amount {
        let set = Interval::at_most(written.value);
        Amount::with(written, Wording::AtMost, set, set)
    }

    /// Up to `v`: `[0, v]`, and `(−∞, v]` where `v` itself is below zero.
    pub fn up_to(written: Written) -> Amount {
        let low = if written.value.is_negative() { Bound::Unbounded } else { Bound::Closed(Number::ZERO) };
        let set = Interval::new(low, Bound::Closed(written.value));
        Amount::with(written, Wording::UpTo, set, set)
    }

    /// Nearly `v`: `[v − δ, v)`, δ being 10 % or the last digit's unit, whichever is larger.
    pub fn nearly(written: Written) -> Amount {
        let low = lower(written.value, slack(written.value, NEARLY_SHARE, written.grain));
        let literal = Interval::new(low, Bound::Open(written.value));
        let halo = Interval::new(low, Bound::Closed(written.value));
        Amount::with(written, Wording::Nearly, literal, halo)
    }

    /// Just over `v`: `(v, v + δ]`, δ as with "nearly".
    pub fn just_over(written: Written) -> Amount {
        let high = upper(written.value, slack(written.value, NEARLY_SHARE, written.grain));
        let literal = Interval::new(Bound::Open(written.value), high);
        let halo = Interval::new(Bound::Closed(written.value), high);
        Amount::with(written, Wording::JustOver, literal, halo)
    }

    /// About `v`: `[v − δ, v + δ]`, δ being 5 % or half the last digit's unit, whichever is larger.
    pub fn about(written: Written) -> Amount {
        let set = about(written.value, written.grain);
        Amount::with(written, Wording::About, set, set)
    }

    /// Between `a` and `b`: `[a, b]`, in whichever order they come. Both with their magnitude ("$5–6 billion").
    pub fn range(a: Written, b: Written) -> Amount {
        let (low, high) = if a.value <= b.value { (a, b) } else { (b, a) };
        let set = Interval::closed(low.value, high.value);
        Amount {
            nominal: None,
            wording: Wording::Range,
            literal: set,
            halo: set,
            grain: low.grain.max(high.grain),
            coarse: low.coarse.max(high.coarse),
        }
    }

    /// A word for an interval ("dozens"): `[low, high]`, without end where `high` is none.
    pub fn vague(low: Number, high: Option<Number>) -> Amount {
        let set = Interval::new(Bound::Closed(low), high.map_or(Bound::Unbounded, Bound::Closed));
        Amount {
            nominal: None,
            wording: Wording::Vague,
            literal: set,
            halo: set,
            grain: Number::ZERO,
            coarse: Number::ZERO,
        }
    }

    /// `v ± absolute`: `[v − absolute, v + absolute]`. Ten percent of 5e9 are an `absolute` of 5e8.
    pub fn tolerance(written: Written, absolute: Number) -> Amount {
        let set = around(written.value, absolute.abs());
        Amount::with(written, Wording::Tolerance, set, set)
    }

    /// A number under a hedge. Ranges, vague numbers, tolerances and computed amounts need more than one number and have constructors of
    /// their own; here they come out bare.
    pub fn worded(wording: Wording, written: Written) -> Amount {
        match wording {
            Wording::MoreThan => Amount::more_than(written),
            Wording::AtLeast => Amount::at_least(written),
            Wording::LessThan => Amount::less_than(written),
            Wording::AtMost => Amount::at_most(written),
            Wording::UpTo => Amount::up_to(written),
            Wording::Nearly => Amount::nearly(written),
            Wording::JustUnder => Amount { wording: Wording::JustUnder, ..Amount::nearly(written) },
            Wording::JustOver => Amount::just_over(written),
            Wording::About => Amount::about(written),
            Wording::Exact => Amount::exactly(written),
            Wording::Bare | Wording::Range | Wording::Vague | Wording::Tolerance | Wording::Derived => {
                Amount::bare(written)
            }
        }
    }

    /// The number as its digits have it, hedge left aside; none where there is no nominal value.
    pub fn written(&self) -> Option<Written> {
        Some(Written { value: self.nominal?, grain: self.grain, coarse: self.coarse })
    }

    /// The halo that `~=` grants to it: that of "about", unless the amount brings a set of its own.
    pub fn nearby(&self) -> Interval {
        let Some(nominal) = self.nominal else {
            return self.halo;
        };
        match self.wording {
            Wording::Bare | Wording::Exact => about(nominal, self.grain),
            Wording::Derived => about(nominal, Number::ZERO).hull(&self.halo),
            Wording::MoreThan
            | Wording::AtLeast
            | Wording::LessThan
            | Wording::AtMost
            | Wording::UpTo
            | Wording::Nearly
            | Wording::JustUnder
            | Wording::JustOver
            | Wording::About
            | Wording::Range
            | Wording::Vague
            | Wording::Tolerance => self.halo,
        }
    }

    /// Whether the wording says on which side of its number the value lies, and not that the number is reached.
    pub fn is_bound(&self) -> bool {
        match self.wording {
            Wording::MoreThan
            | Wording::AtLeast
            | Wording::LessThan
            | Wording::AtMost
            | Wording::UpTo
            | Wording::Nearly
            | Wording::JustUnder
            | Wording::JustOver => true,
            Wording::Bare
            | Wording::Exact
            | Wording::About
            | Wording::Range
            | Wording::Vague
            | Wording::Tolerance
            | Wording::Derived => false,
        }
    }

    /// Whether the nominal value is itself what is said: a bare number, "about" one, or one computed from bare ones.
    pub fn states_nominal(&self) -> bool {
        match self.wording {
            Wording::Bare | Wording::Exact | Wording::About => self.nominal.is_some(),
            Wording::Derived => self.nominal.is_some() && self.literal.single() == self.nominal,
            Wording::MoreThan
            | Wording::AtLeast
            | Wording::LessThan
            | Wording::AtMost
            | Wording::UpTo
            | Wording::Nearly
            | Wording::JustUnder
            | Wording::JustOver
            | Wording::Range
            | Wording::Vague
            | Wording::Tolerance => false,
        }
    }

    fn with(written: Written, wording: Wording, literal: Interval, halo: Interval) -> Amount {
        Amount { nominal: Some(written.value), wording, literal, halo, grain: written.grain, coarse: written.coarse }
    }
}

/// The rounding cell: what rounds to `value` in steps of `grain`, halves away from zero.
fn cell(value: Number, grain: Number) -> Interval {
    if grain.is_zero() {
        return Interval::point(value);
    }
    let half = grain.half().unwrap_or(grain);
    let (low, high) = (value.minus(half), value.plus(half));
    let inner = |end: Option<Number>| end.map_or(Bound::Unbounded, Bound::Closed);
    let outer = |end: Option<Number>| end.map_or(Bound::Unbounded, Bound::Open);
    if value.is_zero() {
        Interval::new(outer(low), outer(high))
    } else if value.is_negative() {
        Interval::new(outer(low), inner(high))
    } else {
        Interval::new(inner(low), outer(high))
    }
}

/// What "about" covers: 5 % or half the last digit's unit, whichever is larger.
fn about(value: Number, grain: Number) -> Interval {
    around(value, slack(value, ABOUT_SHARE, grain.half().unwrap_or(grain)))
}

fn around(value: Number, distance: Number) -> Interval {
    Interval::new(lower(value, distance), upper(value, distance))
}

/// One part in `share` of a number, or `least`, whichever is larger.
fn slack(value: Number, share: i128, least: Number) -> Number {
    let part = value.denominator().checked_mul(share).and_then(|parts| Number::ratio(value.numerator(), parts));
    part.unwrap_or(value).abs().max(least)
}

fn lower(value: Number, distance: Number) -> Bound {
    value.minus(distance).map_or(Bound::Unbounded, Bound::Closed)
}

fn upper(value: Number, distance: Number) -> Bound {
    value.plus(distance).map_or(Bound::Unbounded, Bound::Closed)
}

#[cfg(test)]
mod tests;
