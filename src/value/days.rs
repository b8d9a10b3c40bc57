//! Dates as sets of days, at the grain as written.

use jiff::civil::Date;

/// How fine a date was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// One day.
    Day,
    /// A week, or a weekend.
    Week,
    /// A month, or a part of one.
    Month,
    /// A quarter, a half, a season.
    Quarter,
    /// A year.
    Year,
    /// A decade or longer.
    Decade,
    /// An interval with two ends of its own ("from 2025 to 2028").
    Span,
}

/// A set of consecutive days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Days {
    /// The first day; none where it is open.
    pub first: Option<Date>,
    /// The last day, itself included; none where it is open.
    pub last: Option<Date>,
    /// How fine it was given.
    pub grain: Grain,
}

/// Which edge of the named date a deadline means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeadlineKind {
    /// "by 2031": the inner reading ends with 2030, the outer with 2031.
    By,
    /// "through 2031", "until the end of 2031": inclusive.
    Through,
    /// "before 2031": exclusive.
    Before,
}

/// A date by which something is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Deadline {
    /// Which edge.
    pub kind: DeadlineKind,
    /// The date as named.
    pub named: Days,
}
