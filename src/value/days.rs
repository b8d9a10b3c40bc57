//! Dates as sets of days, at the grain as written.

mod halo;
mod print;

use jiff::civil::{Date, Weekday};

use super::Fit;

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

impl Days {
    /// One day.
    pub fn day(date: Date) -> Days {
        Days::closed(date, date, Grain::Day)
    }

    /// The week, Monday to Sunday, that `date` lies in; none at the end of the calendar.
    pub fn week(date: Date) -> Option<Days> {
        let monday =
            date.checked_sub(jiff::Span::new().days(i64::from(date.weekday().to_monday_zero_offset()))).ok()?;
        Some(Days::closed(monday, monday.checked_add(jiff::Span::new().days(6)).ok()?, Grain::Week))
    }

    /// A month, counted from 1; none where the calendar has no such month. So for the others.
    pub fn month(year: i16, month: i8) -> Option<Days> {
        Days::months(year, month, month, Grain::Month)
    }

    /// A quarter, 1 to 4.
    pub fn quarter(year: i16, quarter: i8) -> Option<Days> {
        let first = quarter.checked_sub(1)?.checked_mul(3)?.checked_add(1)?;
        Days::months(year, first, first.checked_add(2)?, Grain::Quarter)
    }

    /// A half of a year, 1 or 2.
    pub fn half(year: i16, half: i8) -> Option<Days> {
        let first = half.checked_sub(1)?.checked_mul(6)?.checked_add(1)?;
        Days::months(year, first, first.checked_add(5)?, Grain::Quarter)
    }

    /// A year.
    pub fn year(year: i16) -> Option<Days> {
        Days::months(year, 1, 12, Grain::Year)
    }

    /// The decade that begins with the year `first`: 2020 for the 2020s.
    pub fn decade(first: i16) -> Option<Days> {
        Days::years(first, first.checked_add(9)?)
    }

    /// The years from `first` to `last`, as one long stretch: a century, a decade.
    pub fn years(first: i16, last: i16) -> Option<Days> {
        let (start, end) = (Date::new(first, 1, 1).ok()?, Date::new(last, 12, 31).ok()?);
        (start <= end).then(|| Days::closed(start, end, Grain::Decade))
    }

    /// From the first day of `start` to the last day of `end`. Where they come in the wrong order, it holds no day: see
    /// [`Days::is_empty`].
    pub fn span(start: Days, end: Days) -> Days {
        Days { first: start.first, last: end.last, grain: Grain::Span }
    }

    /// From the first day of `start` on ("since 2020").
    pub fn since(start: Days) -> Days {
        Days { first: start.first, last: None, grain: Grain::Span }
    }

    /// Until the last day of `end`, that day included.
    pub fn until(end: Days) -> Days {
        Days { first: None, last: end.last, grain: Grain::Span }
    }

    /// Every day before `date` begins; none where it has no beginning.
    pub fn before(date: Days) -> Option<Days> {
        Some(Days { first: None, last: Some(date.first?.yesterday().ok()?), grain: Grain::Span })
    }

    /// Every day after `date` has ended; none where it has no end.
    pub fn after(date: Days) -> Option<Days> {
        Some(Days { first: Some(date.last?.tomorrow().ok()?), last: None, grain: Grain::Span })
    }

    /// From one day to another, both included, at a grain.
    pub fn closed(first: Date, last: Date, grain: Grain) -> Days {
        Days { first: Some(first), last: Some(last), grain }
    }

    /// Whether it holds no day at all.
    pub fn is_empty(&self) -> bool {
        matches!((self.first, self.last), (Some(first), Some(last)) if first > last)
    }

    /// Whether `date` is one of them.
    pub fn contains(&self, date: Date) -> bool {
        self.first.is_none_or(|first| first <= date) && self.last.is_none_or(|last| date <= last)
    }

    /// Whether all of them are days of `other` too.
    pub fn within(&self, other: &Days) -> bool {
        let starts = other.first.is_none_or(|theirs| self.first.is_some_and(|mine| theirs <= mine));
        let ends = other.last.is_none_or(|theirs| self.last.is_some_and(|mine| mine <= theirs));
        self.is_empty() || (starts && ends)
    }

    /// Whether they have a day in common.
    pub fn overlaps(&self, other: &Days) -> bool {
        !self.is_empty() && !other.is_empty() && !self.common(other).is_empty()
    }

    /// Whether they have no day in common.
    pub fn disjoint(&self, other: &Days) -> bool {
        !self.overlaps(other)
    }

    /// Whether they are the same days, however fine they were given.
    pub fn same_days(&self, other: &Days) -> bool {
        self.first == other.first && self.last == other.last
    }

    /// The days of both.
    pub fn common(&self, other: &Days) -> Days {
        let last = match (self.last, other.last) {
            (Some(mine), Some(theirs)) => Some(mine.min(theirs)),
            (mine, theirs) => mine.or(theirs),
        };
        Days { first: self.first.max(other.first), last, grain: self.grain.min(other.grain) }
    }

    /// How many days; none where an end is open.
    pub fn length(&self) -> Option<i64> {
        let (first, last) = (self.first?, self.last?);
        let hours = last.duration_since(first).as_hours();
        Some((hours / 24 + 1).max(0))
    }

    /// How many days lie between the two; none where they touch, overlap, or are open towards one another.
    pub fn gap(&self, other: &Days) -> Option<i64> {
        let between = |last: Option<Date>, first: Option<Date>| {
            let (last, first) = (last?, first?);
            (last < first).then(|| Days::closed(last, first, Grain::Day).length().map(|length| length - 2)).flatten()
        };
        between(self.last, other.first).or_else(|| between(other.last, self.first)).filter(|days| *days > 0)
    }

    /// Whether they exclude one another: not even the days that their wording leaves open are common.
    pub fn excludes(&self, other: &Days) -> bool {
        self.halo().disjoint(&other.halo())
    }

    /// Where evidence stands that gives these days, against asserted ones: inside of them it supports, beside them and what their
    /// wording leaves open it contradicts.
    pub fn compare(evidence: &Days, asserted: &Days) -> Fit {
        if evidence.excludes(asserted) {
            Fit::Contradicts
        } else if evidence.within(asserted) {
            Fit::Supports
        } else {
            Fit::Compatible
        }
    }

    fn months(year: i16, first: i8, last: i8, grain: Grain) -> Option<Days> {
        let start = Date::new(year, first, 1).ok()?;
        Some(Days::closed(start, Date::new(year, last, 1).ok()?.last_of_month(), grain))
    }

    fn is_whole_week(&self) -> bool {
        self.length() == Some(7) && self.first.is_some_and(|first| first.weekday() == Weekday::Monday)
    }
}

#[cfg(test)]
mod tests;
