//! Dates in figures: "2025-10-29", "29/10/2025", "29.10.2025", "10/29", "2025/10".

use super::absolute::{Dated, dated, figure, named, weekday, year};
use super::year::is_short_end;
use super::{Found, calendar};
use crate::extract::reading::Reading;

/// Reads the date in figures at a place.
pub(super) fn read(reading: &Reading<'_>, at: usize) -> Option<Found> {
    if let Some(found) = dotted(reading, at) {
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
    let day = ordered(reading, parts)?;
    let clear = !reading.glued(at + 5)
        || reading.slice(at + 5) == "-" && reading.is_number(at + 6)
        || !matches!(reading.slice(at + 5), "-" | "/") && !reading.is_number(at + 5);
    clear.then(|| named(at, at + 5, calendar::day(day.0, day.1, day.2)).dated())
}

/// Whether a date may begin right behind the mark before it: "(10/1/2018", "10/1/2018-10/7/2018".
fn is_opened(reading: &Reading<'_>, at: usize, mark: &str) -> bool {
    let before = reading.slice(at.wrapping_sub(1));
    matches!(before, "(" | "\"" | "“") || mark == "/" && matches!(before, "-" | "–" | "~")
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
            (year, month(at + 2).filter(|_| slash || !is_short_end(reading, at + 2, year))?)
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
    ) || weekday(reading, before).is_some();
    let alone = at == reading.first && (reading.end == at + 3 || reading.reads(at + 3, "at"));
    let month_first = second > 12 || first <= 12 && !is_day_first(reading.setting.locale);
    let (month, day) = if month_first { (first, second) } else { (second, first) };
    let fits = reading.slice(at + 1) == "/"
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && (led || alone && !(first < second && matches!(second, 2..=5 | 8)));
    fits.then(|| dated(reading, at, at + 3, Dated { year: None, month, first: day, last: None }))
}

/// "29.10.2025" is one token.
fn dotted(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let slice = reading.slice(at);
    if !reading.is_number(at) || slice.len() < 6 || slice.len() > 10 || slice.contains(',') {
        return None;
    }
    let mut parts = slice.split('.');
    let all = [parts.next()?, parts.next()?, parts.next()?];
    let (year, month, day) =
        ordered(reading, all).filter(|_| parts.next().is_none() && (all[2].len() == 4 || all[0].len() == 4))?;
    Some(named(at, at + 1, calendar::day(year, month, day)))
}

/// Year, month and day of three figures in the order that fits; the locale decides between month and day where both fit.
fn ordered(reading: &Reading<'_>, parts: [&str; 3]) -> Option<(i16, i8, i8)> {
    let number = |text: &str| text.parse::<i16>().ok().filter(|_| matches!(text.len(), 1 | 2 | 4));
    let [first, second, third] = [number(parts[0])?, number(parts[1])?, number(parts[2])?];
    let small = |value: i16| i8::try_from(value).ok();
    if parts[0].len() == 4 {
        return Some((first, small(second).filter(|month| (1..=12).contains(month))?, small(third)?));
    }
    let year = match parts[2].len() {
        4 => third,
        2 if third <= 40 => 2000 + third,
        2 => 1900 + third,
        _ => return None,
    };
    let month_first = second > 12 || (first <= 12 && !is_day_first(reading.setting.locale));
    let (month, day) = if month_first { (first, second) } else { (second, first) };
    Some((
        year,
        small(month).filter(|month| (1..=12).contains(month))?,
        small(day).filter(|day| (1..=31).contains(day))?,
    ))
}

/// Locales that write the day before the month: all but those of the United States and the Philippines.
fn is_day_first(locale: &str) -> bool {
    let (language, country) = locale.split_once(['-', '_']).unwrap_or((locale, ""));
    let american = language == "en" && matches!(country, "" | "US" | "PH");
    !language.is_empty() && !american
}
