//! Spans with two ends: "from 2025 to 2028", "between March and May", "2019–2021".

use jiff::civil::Date;

use super::tense::{self, Tense};
use super::{Found, absolute, calendar, date, edge, simple, year};
use crate::extract::mention::{NOW, TimeType};
use crate::extract::reading::Reading;
use crate::value::{Days, Grain};

/// Makes a span of a date where a second one follows that ends it.
pub(super) fn extend(reading: &Reading<'_>, found: Found, free: usize) -> Found {
    if found.mention.sort != TimeType::Date {
        return found;
    }
    let before = found.start.checked_sub(1).filter(|&before| before >= free);
    let opener = before.filter(|&before| reading.reads_one_of(before, &["between", "from"]));
    let whole = joined(reading, &found, opener);
    // "between 3 and 12 September" has both of its ends already.
    let own = found.mention.value.as_deref().is_some_and(|value| value.contains('/'));
    match (whole, opener) {
        (Some(span), Some(start)) => Found { start, ..span },
        (Some(span), None) => span,
        (None, Some(start)) if own => Found { start, ..found },
        (None, _) => found,
    }
}

fn joined(reading: &Reading<'_>, first: &Found, opener: Option<usize>) -> Option<Found> {
    let at = first.end;
    let dash = matches!(reading.slice(at), "-" | "–" | "—" | "~") && reading.glued(at) == reading.glued(at + 1);
    let between = opener.is_some_and(|opener| reading.reads(opener, "between"));
    let word = match opener {
        Some(_) if between => reading.reads_one_of(at, &["and", "to", "through", "thru"]),
        Some(_) => reading.reads_one_of(at, &["to", "until", "till", "through", "thru"]),
        None => reading.reads_one_of(at, &["to", "through", "thru"]),
    };
    // "the 2019/20 season"
    if reading.slice(at) == "/" && reading.glued(at) && reading.glued(at + 1) {
        return ends(first, &short(reading, first, at + 1)?, Tense::Past);
    }
    if !dash && !word {
        return None;
    }
    let second = second(reading, first, at + 1, dash)?;
    let second = weekday_behind(reading, first, second);
    // "this year through August" is no span: the second end lies within the first.
    let last = |found: &Found| found.mention.days.and_then(|days| days.last);
    // "the quarter to June" ends with June.
    let ended = word && last(first).is_some() && last(first) == last(&second);
    let within = is_year(first) && !is_year(&second) && !second.dated || ended;
    let loose = opener.is_none() && !is_absolute(&second) || within;
    if second.mention.sort != TimeType::Date || second.start != at + 1 || loose {
        return None;
    }
    ends(first, &second, tense::of(reading, first.start, second.end))
}

/// "from next Monday to Friday": the first such weekday behind the day before.
fn weekday_behind(reading: &Reading<'_>, first: &Found, second: Found) -> Found {
    let single = |days: Option<Days>| days.filter(|days| days.grain == Grain::Day).and_then(|days| days.first);
    let bare = second.end == second.start + 1 && reading.is(second.start, reading.known().weekday);
    let ends = single(first.mention.days).zip(single(second.mention.days).filter(|_| bare));
    let moved = ends.filter(|(from, to)| to <= from).and_then(|(from, to)| from.nth_weekday(1, to.weekday()).ok());
    let Some(day) = moved else { return second };
    Found::new(second.start, second.end, date(Some(day.to_string()), Some(Days::day(day)))).dated()
}

fn is_year(found: &Found) -> bool {
    found.mention.days.is_some_and(|days| days.grain == Grain::Year)
}

fn second(reading: &Reading<'_>, first: &Found, at: usize, dash: bool) -> Option<Found> {
    let deeper = reading.deeper()?;
    let short = dash.then(|| short(reading, first, at)).flatten();
    let whole =
        || (at..at + 4).find_map(|place| simple(&deeper, place, at)).map(|found| edge::around(reading, found, at));
    short.or_else(whole)
}

/// The span from one date to another; the first takes its year from the second where only that one says it.
fn ends(first: &Found, second: &Found, tense: Tense) -> Option<Found> {
    let (mut from, mut to) = (named(first)?, named(second)?);
    let (mut start, mut end) = (first.mention.days?, second.mention.days?);
    if second.dated
        && !first.dated
        && let Some((value, days)) = in_the_year_of(&from, start, end)
    {
        (from, start) = (value, days);
    }
    // "from May to September", "from November to February": the first lies before the second.
    if !second.dated && !first.dated && Days::span(start, end).is_empty() {
        let moved = if tense == Tense::Future { None } else { in_the_year_of(&from, start, end) };
        match (moved, a_year_on(&to, end)) {
            (Some(moved), _) => (from, start) = moved,
            (None, Some(moved)) => (to, end) = moved,
            (None, None) => {}
        }
    }
    let days = Days::span(start, end);
    let mention = date(Some(format!("{from}/{to}")), Some(days).filter(|days| !days.is_empty()));
    mention.days.is_some().then(|| Found { dated: second.dated, ..Found::new(first.start, second.end, mention) })
}

/// The value of an end; "now" is the document's day.
fn named(found: &Found) -> Option<String> {
    let today = found.mention.days.and_then(|days| days.first).map(|day| day.to_string());
    let value = found.mention.value.clone();
    if value.as_deref() == Some(NOW) { today } else { value }
}

/// A day or month moved into the last year in which it does not come after `end`.
fn in_the_year_of(value: &str, days: Days, end: Days) -> Option<(String, Days)> {
    let (first, last) = (days.first?, end.last?);
    let moved = |year: i16| Date::new(year, first.month(), first.day()).ok();
    let day = moved(last.year()).filter(|day| *day <= last).or_else(|| moved(last.year() - 1))?;
    match days.grain {
        Grain::Day => calendar::day(day.year(), day.month(), day.day()),
        Grain::Month if value.len() == 7 => calendar::month(day.year(), day.month()),
        Grain::Quarter if value.contains("-Q") => calendar::quarter(day.year(), (day.month() - 1) / 3 + 1),
        Grain::Week | Grain::Month | Grain::Quarter | Grain::Year | Grain::Decade | Grain::Span => None,
    }
}

/// A day or month moved on by a year.
fn a_year_on(value: &str, days: Days) -> Option<(String, Days)> {
    let first = days.first?;
    let year = first.year().checked_add(1)?;
    match days.grain {
        Grain::Day => calendar::day(year, first.month(), first.day()),
        Grain::Month if value.len() == 7 => calendar::month(year, first.month()),
        Grain::Week | Grain::Month | Grain::Quarter | Grain::Year | Grain::Decade | Grain::Span => None,
    }
}

/// Whether a date names a year or a day of its own, so that a bare "to" before it makes a span.
fn is_absolute(found: &Found) -> bool {
    found
        .mention
        .value
        .as_deref()
        .is_some_and(|value| value.starts_with(|c: char| c.is_ascii_digit()) && !value.contains('W'))
}

/// "2025-28".
fn short(reading: &Reading<'_>, first: &Found, at: usize) -> Option<Found> {
    let first_year: i16 = first.mention.value.as_deref().filter(|value| value.len() == 4)?.parse().ok()?;
    if !year::is_short_end(reading, at, first_year) {
        return None;
    }
    let last: i16 = reading.slice(at).parse().ok()?;
    let (value, days) = calendar::year(first_year / 100 * 100 + last)?;
    Some(Found::new(at, at + 1, date(Some(value), Some(days))).dated())
}

/// "May 5, 6 and 7": the last of days that follow one another, and where it ends.
pub(super) fn listed(reading: &Reading<'_>, end: usize, first: i8) -> Option<(usize, i8)> {
    let (mut end, mut last) = (end, first);
    while reading.slice(end) == "," {
        let and = usize::from(reading.reads(end + 1, "and"));
        let (stop, next) = absolute::day(reading, end + 1 + and).filter(|&(_, next)| next == last + 1)?;
        (end, last) = (stop, next);
        if and > 0 {
            break;
        }
        if reading.reads(end, "and") {
            (end, last) = absolute::day(reading, end + 1).filter(|&(_, next)| next == last + 1)?;
            break;
        }
    }
    let closed = last > first + 1 && !reading.is_hyphen(end) && !absolute::counts_things(reading, end);
    (closed && !absolute::is_measured(reading, end)).then_some((end, last))
}
