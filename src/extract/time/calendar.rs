//! Steps on the calendar, and the TIMEX3 values of what they reach.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::extract::reading::Reading;
use crate::value::Days;

/// Units of time, in the order of the vocabulary's list of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

const STEPS: [Step; 13] = [
    Step::Second,
    Step::Minute,
    Step::Hour,
    Step::Day,
    Step::Week,
    Step::Month,
    Step::Quarter,
    Step::Year,
    Step::Decade,
    Step::Century,
    Step::Millennium,
    Step::Fortnight,
    Step::Weekend,
];

impl Step {
    /// The unit of time that a word names.
    pub fn at(reading: &Reading<'_>, at: usize) -> Option<Step> {
        let place = reading.entry(at).place_in(reading.known().time_unit)?;
        // "SEC" is no second.
        // "this week-end" is no week.
        if reading.reads(at, "week") && reading.is_hyphen(at + 1) && reading.reads(at + 2, "end") {
            return None;
        }
        let name =
            place >= 2 * STEPS.len() && reading.slice(at).len() > 1 && !reading.slice(at).contains(char::is_lowercase);
        if name { None } else { STEPS.get(place % STEPS.len()).copied() }
    }

    /// A date moved by a number of steps; seconds to hours stay within the day.
    pub fn moved(self, from: Date, count: i64) -> Option<Date> {
        let years = |factor: i64| {
            count
                .checked_mul(factor)
                .filter(|years| years.abs() < 10_000)
                .and_then(|years| from.checked_add(years.years()).ok())
        };
        let small = count.abs() < 100_000;
        match self {
            Step::Second | Step::Minute => Some(from),
            Step::Hour => small.then(|| from.checked_add((count / 24).days()).ok())?,
            Step::Day => small.then(|| from.checked_add(count.days()).ok())?,
            Step::Week | Step::Weekend => small.then(|| from.checked_add(count.weeks()).ok())?,
            Step::Fortnight => small.then(|| from.checked_add((2 * count).weeks()).ok())?,
            Step::Month => small.then(|| from.checked_add(count.months()).ok())?,
            Step::Quarter => small.then(|| from.checked_add((3 * count).months()).ok())?,
            Step::Year => years(1),
            Step::Decade => years(10),
            Step::Century => years(100),
            Step::Millennium => years(1000),
        }
    }

    /// The step that a day lies in: its week, month, year, with its value.
    pub fn around(self, day: Date) -> Option<(String, Days)> {
        match self {
            Step::Second | Step::Minute | Step::Hour | Step::Day => Some((day.to_string(), Days::day(day))),
            Step::Week | Step::Fortnight => Some((week_value(day), Days::week(day)?)),
            Step::Weekend => weekend(day),
            Step::Month => month(day.year(), day.month()),
            Step::Quarter => quarter(day.year(), (day.month() - 1) / 3 + 1),
            Step::Year => year(day.year()),
            Step::Decade => decade(day.year().div_euclid(10) * 10),
            Step::Century => Some((
                format!("{:02}", day.year() / 100),
                Days::years(day.year() / 100 * 100, day.year() / 100 * 100 + 99)?,
            )),
            Step::Millennium => None,
        }
    }

    /// Whether so many of it from now end today: minutes, a few hours.
    pub fn is_soon(self, count: Option<i64>) -> bool {
        self < Step::Hour || self == Step::Hour && count.is_none_or(|count| count <= 6)
    }

    /// The letters of a length in it, with the T of what is shorter than a day.
    pub fn letters(self) -> (&'static str, &'static str) {
        match self {
            Step::Second => ("PT", "S"),
            Step::Minute => ("PT", "M"),
            Step::Hour => ("PT", "H"),
            Step::Day => ("P", "D"),
            Step::Week | Step::Fortnight => ("P", "W"),
            Step::Month => ("P", "M"),
            Step::Quarter => ("P", "Q"),
            Step::Year => ("P", "Y"),
            Step::Decade => ("P", "DE"),
            Step::Century => ("P", "CE"),
            Step::Millennium => ("P", "ML"),
            Step::Weekend => ("P", "WE"),
        }
    }

    /// How many years make up the step, where it is longer than one.
    pub fn years(self) -> Option<i128> {
        match self {
            Step::Decade => Some(10),
            Step::Century => Some(100),
            Step::Millennium => Some(1000),
            Step::Second
            | Step::Minute
            | Step::Hour
            | Step::Day
            | Step::Week
            | Step::Month
            | Step::Quarter
            | Step::Year
            | Step::Fortnight
            | Step::Weekend => None,
        }
    }

    /// The unit code and how many of it make up the step.
    pub fn unit(self) -> (&'static str, i64) {
        match self {
            Step::Second => ("s", 1),
            Step::Minute => ("min", 1),
            Step::Hour => ("h", 1),
            Step::Day => ("d", 1),
            Step::Weekend => ("d", 2),
            Step::Week => ("wk", 1),
            Step::Fortnight => ("wk", 2),
            Step::Month => ("mo", 1),
            Step::Quarter => ("mo", 3),
            Step::Year => ("a", 1),
            Step::Decade => ("a", 10),
            Step::Century => ("a", 100),
            Step::Millennium => ("a", 1000),
        }
    }
}

pub(super) fn year(year: i16) -> Option<(String, Days)> {
    Some((format!("{year:04}"), Days::year(year)?))
}

pub(super) fn decade(first: i16) -> Option<(String, Days)> {
    Some((format!("{:03}", first / 10), Days::decade(first)?))
}

pub(super) fn quarter(year: i16, quarter: i8) -> Option<(String, Days)> {
    Some((format!("{year:04}-Q{quarter}"), Days::quarter(year, quarter)?))
}

pub(super) fn half(year: i16, half: i8) -> Option<(String, Days)> {
    Some((format!("{year:04}-H{half}"), Days::half(year, half)?))
}

pub(super) fn month(year: i16, month: i8) -> Option<(String, Days)> {
    Some((format!("{year:04}-{month:02}"), Days::month(year, month)?))
}

pub(super) fn day(year: i16, month: i8, day: i8) -> Option<(String, Days)> {
    let date = Date::new(year, month, day).ok()?;
    Some((date.to_string(), Days::day(date)))
}

/// The letters of the seasons, and the months they begin in.
pub(super) const SEASONS: [(&str, i8); 4] = [("SP", 3), ("SU", 6), ("FA", 9), ("WI", 12)];

/// A season by its place in the list; winter begins in December and is named by the year it begins in.
pub(super) fn season(year: i16, season: usize) -> Option<(String, Days)> {
    let (name, first) = SEASONS.get(season).copied()?;
    let start = Date::new(year, first, 1).ok()?;
    let end = start.checked_add(3.months()).ok()?.yesterday().ok()?;
    Some((format!("{year:04}-{name}"), Days::closed(start, end, crate::value::Grain::Quarter)))
}

pub(super) fn week_value(day: Date) -> String {
    let week = day.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// The Saturday and Sunday of a day's week.
fn weekend(day: Date) -> Option<(String, Days)> {
    let monday = Days::week(day)?.first?;
    let saturday = monday.checked_add(5.days()).ok()?;
    let sunday = monday.checked_add(6.days()).ok()?;
    Some((format!("{}-WE", week_value(day)), Days::closed(saturday, sunday, crate::value::Grain::Week)))
}

/// The value of the weekend of the week that ends with a day, or ended with the one before.
pub(super) fn weekend_value(last: Date) -> Option<String> {
    let sunday = if last.weekday() == Weekday::Monday { last.yesterday().ok()? } else { last };
    Some(format!("{}-WE", week_value(sunday)))
}

/// A weekday by its place in the list, Monday first.
pub(super) fn weekday(place: usize) -> Option<Weekday> {
    Weekday::from_monday_zero_offset(i8::try_from(place % 7).ok()?).ok()
}
