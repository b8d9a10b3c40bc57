//! Days of a fixed rule, which the name of their word class gives: "holiday 12-25", "holiday 4 Thu 11", "holiday easter -2".

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::tense::{self, Tense};
use super::{Found, absolute, date};
use crate::extract::reading::Reading;
use crate::value::Days;

/// Reads the holiday at a place, with the year behind it or the nearest one.
pub(super) fn read(reading: &Reading<'_>, at: usize) -> Option<Found> {
    if !reading.entry(at).may_be_holiday() {
        return None;
    }
    let (end, entry) = reading.longest(at, |entry| reading.lexicon.holiday_of(entry).is_some())?;
    let rule = reading.lexicon.holiday_of(entry)?;
    if let Some((stop, year)) = absolute::year(reading, absolute::past_comma(reading, end)) {
        return Some(found(at, stop, day_of(rule, year)));
    }
    let day = reading.setting.published.and_then(|today| {
        let this = day_of(rule, today.year())?;
        match tense::of(reading, at, end) {
            Tense::Past if this > today => day_of(rule, today.year() - 1),
            Tense::Future if this < today => day_of(rule, today.year() + 1),
            Tense::Past | Tense::Future => Some(this),
        }
    });
    Some(found(at, end, day))
}

fn found(start: usize, end: usize, day: Option<Date>) -> Found {
    Found::new(start, end, date(day.map(|day| day.to_string()), day.map(Days::day)))
}

/// The day that a rule gives in a year.
fn day_of(rule: &str, year: i16) -> Option<Date> {
    if let Some(offset) = rule.strip_prefix("easter") {
        let offset: i64 = if offset.is_empty() { 0 } else { offset.trim().parse().ok()? };
        return easter(year)?.checked_add(offset.days()).ok();
    }
    if let Some((month, day)) = rule.split_once('-').filter(|(month, _)| !month.is_empty()) {
        return Date::new(year, month.parse().ok()?, day.parse().ok()?).ok();
    }
    let mut parts = rule.split(' ');
    let (nth, weekday, month) = (parts.next()?.parse().ok()?, weekday(parts.next()?)?, parts.next()?.parse().ok()?);
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
}

fn weekday(name: &str) -> Option<Weekday> {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let place = names.iter().position(|known| *known == name)?;
    Weekday::from_monday_zero_offset(i8::try_from(place).ok()?).ok()
}

/// Easter Sunday of a year in the Gregorian calendar, by the rule of Gauss as Meeus gives it.
fn easter(year: i16) -> Option<Date> {
    let year_number = i32::from(year);
    let (golden, century, rest) = (year_number % 19, year_number / 100, year_number % 100);
    let correction = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    let full = correction - (correction / 28) * (1 - (29 / (correction + 1)) * ((21 - golden) / 11));
    let sunday = (year_number + year_number / 4 + full + 2 - century + century / 4) % 7;
    let _ = rest;
    let offset = full - sunday;
    let month = 3 + (offset + 40) / 44;
    let day = offset + 28 - 31 * (month / 4);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::day_of;

    #[test]
    fn rules_give_their_days() {
        let day = |rule: &str, year| day_of(rule, year).map(|day| day.to_string());
        assert_eq!(day("12-25", 2019).as_deref(), Some("2019-12-25"));
        assert_eq!(day("4 Thu 11", 2019).as_deref(), Some("2019-11-28"));
        assert_eq!(day("-1 Mon 05", 2021).as_deref(), Some("2021-05-31"));
        assert_eq!(day("easter", 2024).as_deref(), Some("2024-03-31"));
        assert_eq!(day("easter -2", 2019).as_deref(), Some("2019-04-19"));
        assert_eq!(day("easter", 1954).as_deref(), Some("1954-04-18"));
    }
}
