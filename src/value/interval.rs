//! Intervals of exact numbers, open or closed at either end.

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

/// A connected set of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    /// The lower end.
    pub low: Bound,
    /// The upper end.
    pub high: Bound,
}
