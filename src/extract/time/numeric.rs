//! Dates in figures: "2025-10-29", "29/10/2025", "29.10.2025", "10/29", "2025/10".

use super::absolute::{Dated, Turn, dated, day, figure, named, weekday, year};
use super::year::is_short_end;
use super::{Found, calendar, date};
use crate::corpus::Order;
use crate::extract::reading::Reading;
use crate::value::{Days, Grain};

/// Reads the date in figures at a place.
pub(super) fn read(reading: &Reading<'_>, at: usize) -> Option<Found> {
    if let Some(found) = dotted(reading, at) {
        return Some(found);
    }
    if let Some(found) = with_name(reading, at) {
        return Some(found);
    }
    let mark = reading.slice(at + 1);
    let joins = |at: usize| {
        reading.slice(at) == mark && reading.glued(at) && reading.glued(at + 1) && reading.is_number(at + 1)
    };
    if !reading.is_number(at)
        || !matches!(mark, "-" | "/" | "–")
        || !joins(at + 1)
        || reading.glued(at) && !is_opened(reading, at, mark)
    {
        return None;
    }
    if !joins(at + 3) {
        return month_of_year(reading, at).or_else(|| day_and_month(reading, at));
    }
    let parts = [reading.slice(at), reading.slice(at + 2), reading.slice(at + 4)];
    let day = ordered(Order::of(Some(reading.setting.locale)), parts)?;
    let clear = !reading.glued(at + 5)
        || is_year_first(reading, at)
        || reading.slice(at + 5) == "-" && reading.is_number(at + 6)
        || !matches!(reading.slice(at + 5), "-" | "/") && !reading.is_number(at + 5);
    clear.then(|| found(at, at + 5, day))
}

/// Whether a date may begin right behind the mark before it: "(3/5/2024", "3/5/2024-3/9/2024".
fn is_opened(reading: &Reading<'_>, at: usize, mark: &str) -> bool {
    let before = reading.slice(at.wrapping_sub(1));
    matches!(before, "(" | "\"" | "“")
        || mark == "/" && matches!(before, "-" | "–" | "~")
        || before == "-" && is_year_first(reading, at)
}

/// "2019-03-05" in a row of hyphens, as in the name of a file: year, month and day with all their figures.
fn is_year_first(reading: &Reading<'_>, at: usize) -> bool {
    let lengths = [reading.slice(at).len(), reading.slice(at + 2).len(), reading.slice(at + 4).len()];
    lengths == [4, 2, 2]
        && reading.slice(at + 1) == "-"
        && reading.slice(at + 3) == "-"
        && !(reading.is_hyphen(at + 5) && reading.is_number(at + 6) && reading.is_number(at.wrapping_sub(2)))
}

/// "2019-Mar-05".
fn with_name(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let hyphens = reading.is_hyphen(at + 1) && reading.is_hyphen(at + 3) && reading.is_number(at);
    let (_, year) = hyphens.then(|| figure(reading, at)).flatten().filter(|(_, year)| *year > 999)?;
    let month = reading.entry(at + 2).place_in(reading.known().month)? % 12 + 1;
    let (end, day) = day(reading, at + 4)?;
    Some(named(at, end, Some(calendar::day(year, i8::try_from(month).ok()?, day)?)).dated())
}

/// "2025-10", "10/2025": the month has two figures, or a slash before or behind it; "2009-10" is two years.
fn month_of_year(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let slash = reading.slice(at + 1) == "/";
    let two = |at: usize| reading.slice(at).len() == 2 || slash && reading.slice(at).len() == 1;
    let month = |at: usize| figure(reading, at).map(|(_, month)| month).filter(|month| two(at) && *month <= 12);
    let modern = |at: usize| year(reading, at).filter(|(_, year)| (1900..2100).contains(year)).map(|(_, year)| year);
    // The year may be followed by the hyphen that joins it to its month.
    let (year, month) = match modern(at + 2) {
        Some(year) => (year, month(at)?),
        None => {
            let year = modern(at)?;
            // "2009/10" is rather a season than a month.
            let next = figure(reading, at + 2).is_some_and(|(_, last)| last == year % 100 + 1);
            (year, month(at + 2).filter(|_| slash && !next || !is_short_end(reading, at + 2, year))?)
        }
    };
    let clear = !reading.glued(at + 3) || !reading.is_word(at + 3) && !reading.is_number(at + 3);
    let found = calendar::month(year, i8::try_from(month).ok()?).filter(|_| clear)?;
    Some(named(at, at + 3, Some(found)).dated())
}

/// "4/25": behind a word that days stand behind, or alone; the year is the nearest.
fn day_and_month(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let small = |at: usize| reading.slice(at).parse::<i8>().ok().filter(|_| reading.slice(at).len() <= 2);
    let (first, second) = (small(at)?, small(at + 2)?);
    let before = at.wrapping_sub(1);
    let led = reading.reads_one_of(
        before,
        &[
            "on", "by", "since", "until", "from", "through", "before", "after", "starting", "dated", "this", "next",
            "last",
        ],
    ) || weekday(reading, before).is_some()
        || follows_another(reading, at);
    let alone = at == reading.first && (reading.end == at + 3 || reading.reads(at + 3, "at"));
    let order = Order::of(Some(reading.setting.locale));
    if reading.range(at, at + 3) == "24/7" {
        return None;
    }
    let month_first = second > 12 || first <= 12 && order != Order::DayFirst;
    let (month, day) = if month_first { (first, second) } else { (second, first) };
    let fits = reading.slice(at + 1) == "/"
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && (led || alone && !(first < second && matches!(second, 2..=5 | 8)));
    if fits && order == Order::Unknown && first != second && first <= 12 && second <= 12 {
        return Some(Found::new(at, at + 3, date(None, None)));
    }
    fits.then(|| dated(reading, at, at + 3, Dated { year: None, month, first: day, last: None, turn: Turn::None }))
}

/// "on 4/25, 4/27 or 4/30": behind a date that is led by a word of its own.
fn follows_another(reading: &Reading<'_>, at: usize) -> bool {
    let link = at.wrapping_sub(1);
    let linked = at >= reading.first + 4 && (reading.slice(link) == "," || reading.reads_one_of(link, &["and", "or"]));
    linked
        && reading.slice(at - 3) == "/"
        && reading.deeper().is_some_and(|inner| day_and_month(&inner, at - 4).is_some_and(|found| found.end == link))
}

/// "29.10.2025" is one token, and has the day first wherever it is written.
fn dotted(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let slice = reading.slice(at);
    if !reading.is_number(at) || slice.len() < 6 || slice.len() > 10 || slice.contains(',') {
        return None;
    }
    let mut parts = slice.split('.');
    let all = [parts.next()?, parts.next()?, parts.next()?];
    let day =
        ordered(Order::DayFirst, all).filter(|_| parts.next().is_none() && (all[2].len() == 4 || all[0].len() == 4))?;
    Some(found(at, at + 1, day))
}

/// A year, a month and a day.
type Ymd = (i16, i8, i8);

/// A date in figures, or both that it may be where nothing tells the day from the month: those days between them that it may be.
fn found(start: usize, end: usize, (one, other): (Ymd, Option<Ymd>)) -> Found {
    let day = |(year, month, day): Ymd| calendar::day(year, month, day);
    let first = day(one);
    match other.filter(|other| *other != one).and_then(day) {
        Some((_, other)) => {
            let hull = first.and_then(|(_, days)| {
                let (one, other) = (days.first?, other.first?);
                Some(Days::closed(one.min(other), one.max(other), Grain::Span))
            });
            Found::new(start, end, date(None, hull)).dated()
        }
        None => named(start, end, first).dated(),
    }
}

/// Year, month and day of three figures in the order that fits; the locale decides between month and day where both fit, and where it
/// does not say, both readings are given.
fn ordered(order: Order, parts: [&str; 3]) -> Option<(Ymd, Option<Ymd>)> {
    let number = |text: &str| text.parse::<i16>().ok().filter(|_| matches!(text.len(), 1 | 2 | 4));
    let [first, second, third] = [number(parts[0])?, number(parts[1])?, number(parts[2])?];
    let month = |value: i16| i8::try_from(value).ok().filter(|month| (1..=12).contains(month));
    let day = |value: i16| i8::try_from(value).ok().filter(|day| (1..=31).contains(day));
    if parts[0].len() == 4 {
        return Some(((first, month(second)?, day(third)?), None));
    }
    let year = match parts[2].len() {
        4 => third,
        2 if third <= 40 => 2000 + third,
        2 => 1900 + third,
        _ => return None,
    };
    let month_first = || Some((year, month(first)?, day(second)?));
    let day_first = || Some((year, month(second)?, day(first)?));
    match order {
        Order::MonthFirst => Some((month_first().or_else(day_first)?, None)),
        Order::DayFirst => Some((day_first().or_else(month_first)?, None)),
        Order::Unknown => match month_first() {
            Some(one) => Some((one, day_first())),
            None => Some((day_first()?, None)),
        },
    }
}
