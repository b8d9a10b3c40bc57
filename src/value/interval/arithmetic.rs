//! Exact arithmetic of intervals: the set of all results. An end is closed only where a result reaches it.
//!
//! Every operation is none where an end does not fit an exact number.

use std::cmp::Ordering;

use crate::value::Number;

use super::{Bound, Interval};

impl Interval {
    /// `{x + y}`.
    pub fn plus(&self, other: &Interval) -> Option<Interval> {
        if self.is_empty() || other.is_empty() {
            return Some(Interval::EMPTY);
        }
        Some(Interval { low: sum(self.low, other.low)?, high: sum(self.high, other.high)? })
    }

    /// `{x − y}`.
    pub fn minus(&self, other: &Interval) -> Option<Interval> {
        self.plus(&other.negated())
    }

    /// `{−x}`.
    pub fn negated(&self) -> Interval {
        Interval { low: negated(self.high), high: negated(self.low) }
    }

    /// `{x · y}`.
    pub fn times(&self, other: &Interval) -> Option<Interval> {
        if self.is_empty() || other.is_empty() {
            return Some(Interval::EMPTY);
        }
        let mut corners = Vec::with_capacity(4);
        for mine in [End::low(self.low), End::high(self.high)] {
            for theirs in [End::low(other.low), End::high(other.high)] {
                corners.push(mine.times(theirs)?);
            }
        }
        let low = corners.iter().copied().reduce(|best, next| best.outermost(next, Ordering::Less))?;
        let high = corners.iter().copied().reduce(|best, next| best.outermost(next, Ordering::Greater))?;
        Some(Interval { low: low.bound(), high: high.bound() })
    }

    /// `{x / y}`; none where `other` holds zero.
    pub fn over(&self, other: &Interval) -> Option<Interval> {
        if self.is_empty() || other.is_empty() {
            return Some(Interval::EMPTY);
        }
        self.times(&other.inverse()?)
    }

    /// `{x · factor}`.
    pub fn scaled(&self, factor: Number) -> Option<Interval> {
        if factor.is_zero() {
            return Some(if self.is_empty() { Interval::EMPTY } else { Interval::point(Number::ZERO) });
        }
        let ends = (moved(self.low, |end| end.times(factor))?, moved(self.high, |end| end.times(factor))?);
        Some(if factor.is_negative() {
            Interval { low: ends.1, high: ends.0 }
        } else {
            Interval { low: ends.0, high: ends.1 }
        })
    }

    /// `{x + distance}`.
    pub fn shifted(&self, distance: Number) -> Option<Interval> {
        let shift = |end: Number| end.plus(distance);
        Some(Interval { low: moved(self.low, shift)?, high: moved(self.high, shift)? })
    }

    /// `{1 / y}` of a set that is not empty; none where it holds zero.
    fn inverse(&self) -> Option<Interval> {
        if self.contains(Number::ZERO) {
            return None;
        }
        Some(Interval { low: inverse(self.high)?, high: inverse(self.low)? })
    }
}

/// An end as a place on the line that has both infinities.
#[derive(Clone, Copy)]
struct End {
    place: Place,
    reached: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Least,
    At(Number),
    Most,
}

impl Place {
    fn sign(self) -> Ordering {
        match self {
            Place::Least => Ordering::Less,
            Place::At(number) => number.cmp(&Number::ZERO),
            Place::Most => Ordering::Greater,
        }
    }
}

impl End {
    fn low(bound: Bound) -> End {
        End::from(bound, Place::Least)
    }

    fn high(bound: Bound) -> End {
        End::from(bound, Place::Most)
    }

    fn from(bound: Bound, infinity: Place) -> End {
        match bound {
            Bound::Unbounded => End { place: infinity, reached: false },
            Bound::Open(number) => End { place: Place::At(number), reached: false },
            Bound::Closed(number) => End { place: Place::At(number), reached: true },
        }
    }

    fn bound(self) -> Bound {
        match self.place {
            Place::Least | Place::Most => Bound::Unbounded,
            Place::At(number) if self.reached => Bound::Closed(number),
            Place::At(number) => Bound::Open(number),
        }
    }

    /// The product. Zero times anything is zero, which is reached where the zero itself is, whatever the other end is.
    fn times(self, other: End) -> Option<End> {
        let (mine, theirs) = (self.place.sign(), other.place.sign());
        let zero = (mine.is_eq() && self.reached) || (theirs.is_eq() && other.reached);
        let place = match (self.place, other.place) {
            (Place::At(a), Place::At(b)) => Place::At(a.times(b)?),
            _ if mine.is_eq() || theirs.is_eq() => Place::At(Number::ZERO),
            _ if mine == theirs => Place::Most,
            _ => Place::Least,
        };
        Some(End { place, reached: zero || (self.reached && other.reached) })
    }

    /// The one further out in a direction; of two at one place, the one that is reached.
    fn outermost(self, other: End, direction: Ordering) -> End {
        match other.place.cmp(&self.place) {
            Ordering::Equal => End { reached: self.reached || other.reached, ..self },
            order if order == direction => other,
            Ordering::Less | Ordering::Greater => self,
        }
    }
}

/// Two lower ends, or two upper ends, added.
fn sum(left: Bound, right: Bound) -> Option<Bound> {
    Some(match (left, right) {
        (Bound::Unbounded, _) | (_, Bound::Unbounded) => Bound::Unbounded,
        (Bound::Closed(a), Bound::Closed(b)) => Bound::Closed(a.plus(b)?),
        (Bound::Open(a), Bound::Open(b) | Bound::Closed(b)) | (Bound::Closed(a), Bound::Open(b)) => {
            Bound::Open(a.plus(b)?)
        }
    })
}

/// An end with its number changed.
fn moved(bound: Bound, change: impl Fn(Number) -> Option<Number>) -> Option<Bound> {
    Some(match bound {
        Bound::Unbounded => Bound::Unbounded,
        Bound::Open(number) => Bound::Open(change(number)?),
        Bound::Closed(number) => Bound::Closed(change(number)?),
    })
}

fn negated(bound: Bound) -> Bound {
    match bound {
        Bound::Unbounded => Bound::Unbounded,
        Bound::Open(number) => Bound::Open(number.negated()),
        Bound::Closed(number) => Bound::Closed(number.negated()),
    }
}

/// One over an end of a set without zero: what runs off to infinity comes near zero, and the other way round.
fn inverse(bound: Bound) -> Option<Bound> {
    Some(match bound {
        Bound::Unbounded => Bound::Open(Number::ZERO),
        Bound::Open(number) if number.is_zero() => Bound::Unbounded,
        Bound::Open(number) => Bound::Open(number.inverse()?),
        Bound::Closed(number) => Bound::Closed(number.inverse()?),
    })
}
