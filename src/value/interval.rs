//! Intervals of exact numbers, open or closed at either end.

mod arithmetic;

use std::cmp::Ordering;

use super::Number;

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// No end.
    Unbounded,
    /// Ends before this number.
    Open(Number),
    /// Ends with this number.
    Closed(Number),
}

impl Bound {
    /// The number it stands at; none where there is no end.
    pub fn number(self) -> Option<Number> {
        match self {
            Bound::Unbounded => None,
            Bound::Open(number) | Bound::Closed(number) => Some(number),
        }
    }
}

/// A connected set of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    /// The lower end.
    pub low: Bound,
    /// The upper end.
    pub high: Bound,
}

impl Interval {
    /// One that holds nothing. Others are empty too: ask [`Interval::is_empty`].
    pub const EMPTY: Interval = Interval { low: Bound::Open(Number::ZERO), high: Bound::Open(Number::ZERO) };

    /// All numbers.
    pub const ALL: Interval = Interval { low: Bound::Unbounded, high: Bound::Unbounded };

    /// An interval with these ends.
    pub fn new(low: Bound, high: Bound) -> Interval {
        Interval { low, high }
    }

    /// All numbers.
    pub fn all() -> Interval {
        Interval::ALL
    }

    /// `{value}`.
    pub fn point(value: Number) -> Interval {
        Interval::closed(value, value)
    }

    /// `[low, high]`.
    pub fn closed(low: Number, high: Number) -> Interval {
        Interval { low: Bound::Closed(low), high: Bound::Closed(high) }
    }

    /// `(low, high)`.
    pub fn open(low: Number, high: Number) -> Interval {
        Interval { low: Bound::Open(low), high: Bound::Open(high) }
    }

    /// `[low, ∞)`.
    pub fn at_least(low: Number) -> Interval {
        Interval { low: Bound::Closed(low), high: Bound::Unbounded }
    }

    /// `(low, ∞)`.
    pub fn above(low: Number) -> Interval {
        Interval { low: Bound::Open(low), high: Bound::Unbounded }
    }

    /// `(−∞, high)`.
    pub fn below(high: Number) -> Interval {
        Interval { low: Bound::Unbounded, high: Bound::Open(high) }
    }

    /// `(−∞, high]`.
    pub fn at_most(high: Number) -> Interval {
        Interval { low: Bound::Unbounded, high: Bound::Closed(high) }
    }

    /// Whether nothing lies in it.
    pub fn is_empty(&self) -> bool {
        let (Some(low), Some(high)) = (self.low.number(), self.high.number()) else {
            return false;
        };
        match low.cmp(&high) {
            Ordering::Less => false,
            Ordering::Greater => true,
            Ordering::Equal => !matches!((self.low, self.high), (Bound::Closed(_), Bound::Closed(_))),
        }
    }

    /// The one number in it, where it holds exactly one.
    pub fn single(&self) -> Option<Number> {
        match (self.low, self.high) {
            (Bound::Closed(low), Bound::Closed(high)) if low == high => Some(low),
            (Bound::Closed(_) | Bound::Open(_) | Bound::Unbounded, _) => None,
        }
    }

    /// Whether `value` lies in it.
    pub fn contains(&self, value: Number) -> bool {
        let above = match self.low {
            Bound::Unbounded => true,
            Bound::Open(low) => low < value,
            Bound::Closed(low) => low <= value,
        };
        above
            && match self.high {
                Bound::Unbounded => true,
                Bound::Open(high) => value < high,
                Bound::Closed(high) => value <= high,
            }
    }

    /// Whether all of it lies in `other`. The empty set lies in any.
    pub fn is_subset_of(&self, other: &Interval) -> bool {
        self.is_empty()
            || (order_lows(other.low, self.low) != Ordering::Greater
                && order_highs(self.high, other.high) != Ordering::Greater)
    }

    /// Whether no number lies in both.
    pub fn is_disjoint_from(&self, other: &Interval) -> bool {
        self.is_empty() || other.is_empty() || self.intersection(other).is_empty()
    }

    /// Whether one begins with the very number that the other ends with.
    pub fn touches(&self, other: &Interval) -> bool {
        let meet = |high: Bound, low: Bound| matches!(high, Bound::Closed(_)) && high == low;
        meet(self.high, other.low) || meet(other.high, self.low)
    }

    /// The numbers in both.
    pub fn intersection(&self, other: &Interval) -> Interval {
        let low = if order_lows(self.low, other.low) == Ordering::Less { other.low } else { self.low };
        let high = if order_highs(self.high, other.high) == Ordering::Greater { other.high } else { self.high };
        Interval { low, high }
    }

    /// The least interval that holds both.
    pub fn hull(&self, other: &Interval) -> Interval {
        if self.is_empty() {
            return *other;
        }
        if other.is_empty() {
            return *self;
        }
        let low = if order_lows(self.low, other.low) == Ordering::Greater { other.low } else { self.low };
        let high = if order_highs(self.high, other.high) == Ordering::Less { other.high } else { self.high };
        Interval { low, high }
    }

    /// How far apart its ends are; none where one is missing, or the distance does not fit.
    pub fn width(&self) -> Option<Number> {
        self.high.number()?.minus(self.low.number()?)
    }
}

/// Which lower end starts first: no end before any, a closed one before an open one at the same number.
fn order_lows(left: Bound, right: Bound) -> Ordering {
    match (left, right) {
        (Bound::Unbounded, Bound::Unbounded) => Ordering::Equal,
        (Bound::Unbounded, Bound::Open(_) | Bound::Closed(_)) => Ordering::Less,
        (Bound::Open(_) | Bound::Closed(_), Bound::Unbounded) => Ordering::Greater,
        (Bound::Open(a), Bound::Open(b)) | (Bound::Closed(a), Bound::Closed(b)) => a.cmp(&b),
        (Bound::Closed(a), Bound::Open(b)) => a.cmp(&b).then(Ordering::Less),
        (Bound::Open(a), Bound::Closed(b)) => a.cmp(&b).then(Ordering::Greater),
    }
}

/// Which upper end stops first: an open one before a closed one at the same number, any before no end.
fn order_highs(left: Bound, right: Bound) -> Ordering {
    match (left, right) {
        (Bound::Unbounded, Bound::Unbounded) => Ordering::Equal,
        (Bound::Unbounded, Bound::Open(_) | Bound::Closed(_)) => Ordering::Greater,
        (Bound::Open(_) | Bound::Closed(_), Bound::Unbounded) => Ordering::Less,
        (Bound::Open(a), Bound::Open(b)) | (Bound::Closed(a), Bound::Closed(b)) => a.cmp(&b),
        (Bound::Open(a), Bound::Closed(b)) => a.cmp(&b).then(Ordering::Less),
        (Bound::Closed(a), Bound::Open(b)) => a.cmp(&b).then(Ordering::Greater),
    }
}

#[cfg(test)]
mod tests;
