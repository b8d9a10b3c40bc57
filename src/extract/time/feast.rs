//! The rules of holidays: fixed days, weekdays of a month, and the calendars of the churches, of Jews, of Muslims, of India and of China.
//!
//! | rule | day |
//! |---|---|
//! | `12-25` | a day of a month |
//! | `4 Thu 11` | the fourth Thursday of November; `-1 Mon 05` is the last Monday of May |
//! | `Mon before 05-25` | the last Monday before a day |
//! | `workday 10-16` | the working day nearest to a day |
//! | `easter`, `orthodox` | Easter Sunday, of the West and of the East |
//! | `tishri`, `kislev` | the first day of that Jewish month |
//! | `islamic 10-01` | a day of the Islamic calendar, by its arithmetic; the moon may be seen a day earlier or later |
//! | `indian 07-30@18` | the day of an Indian lunar month, Chaitra first, whose moon is 30 thirtieths of a month old at six in the evening |
//! | `chinese 01-15` | a day of the Chinese calendar |
//! | `sun 90@24` | the day on which the sun gets so many degrees on from the equinox of March, by an hour in Greenwich |
//! | `sign 270@18` | the day on which it enters that sign of the Indian zodiac, by six in the evening there |
//! | `365 2018-08-17` | every 365 days, counted from one of them |
//! | `dates 2019-02-05 2020-01-25` | one day a year, as listed |
//!
//! Behind any of them but the last, `+3` or `-2` counts days on or back; behind all of that, `for 8` gives the length in days.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::moon;

/// A holiday of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Feast {
    /// Its day, or the first of them.
    pub day: Date,
    /// Where it begins: on the evening before, in calendars whose days begin in the evening.
    pub first: Date,
    /// Its last day.
    pub last: Date,
    /// Whether it lasts several days.
    pub lasts: bool,
}

/// The holiday that a rule gives in a year.
pub(super) fn feast(rule: &str, year: i16) -> Option<Feast> {
    let (rule, length) = match rule.split_once(" for ") {
        Some((rule, length)) => (rule, length.parse::<i64>().ok()?),
        None => (rule, 1),
    };
    let day = day_of(rule, year)?;
    let evening =
        rule.starts_with("tishri") || rule.starts_with("kislev") || rule.starts_with("islamic") && length == 1;
    let first = if evening { day.yesterday().ok()? } else { day };
    Some(Feast { day, first, last: day.checked_add((length - 1).days()).ok()?, lasts: length > 1 })
}

fn day_of(rule: &str, year: i16) -> Option<Date> {
    let mut parts = rule.split(' ');
    let name = parts.next()?;
    let day = match name {
        "easter" => easter(year)?,
        "orthodox" => orthodox(year)?,
        "tishri" => tishri(year)?,
        "kislev" => kislev(year)?,
        "islamic" => islamic(year, parts.next()?)?,
        "indian" => indian(year, parts.next()?)?,
        "chinese" => {
            let (month, day) = month_and_day(parts.next()?)?;
            moon::chinese(year, month, day)?
        }
        "sun" | "sign" => {
            let (degrees, hour) = parts.next()?.split_once('@')?;
            let reaches = if name == "sun" { moon::sun_day } else { moon::sign_day };
            reaches(year, degrees.parse().ok()?, hour.parse().ok()?)?
        }
        "365" => wandering(year, parts.next()?.parse().ok()?)?,
        "dates" => return parts.filter_map(|day| day.parse().ok()).find(|day: &Date| day.year() == year),
        "workday" => {
            let (month, day) = month_and_day(parts.next()?)?;
            workday(Date::new(year, month, day).ok()?)?
        }
        _ => match (weekday(name), month_and_day(name)) {
            (Some(weekday), _) => {
                let (month, day) = month_and_day(parts.nth(1)?)?;
                Date::new(year, month, day).ok()?.nth_weekday(-1, weekday).ok()?
            }
            (None, Some((month, day))) => Date::new(year, month, day).ok()?,
            (None, None) => {
                let (nth, weekday) = (name.parse().ok()?, weekday(parts.next()?)?);
                let month = parts.next()?.parse().ok()?;
                Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()?
            }
        },
    };
    match parts.next() {
        Some(offset) => day.checked_add(offset.parse::<i64>().ok()?.days()).ok(),
        None => Some(day),
    }
}

/// The working day nearest to a day: the Friday before a Saturday, the Monday after a Sunday.
fn workday(day: Date) -> Option<Date> {
    match day.weekday() {
        Weekday::Saturday => day.yesterday().ok(),
        Weekday::Sunday => day.tomorrow().ok(),
        _ => Some(day),
    }
}

fn indian(year: i16, rule: &str) -> Option<Date> {
    let (day, hour) = rule.split_once('@')?;
    let (month, age) = month_and_day(day)?;
    moon::indian(year, month, age, hour.parse().ok()?)
}

/// The day of a year of 365 days, which leap years move: as many days from the one that is known as there are years between them.
fn wandering(year: i16, known: Date) -> Option<Date> {
    known.checked_add((365 * i64::from(year - known.year())).days()).ok()
}

fn month_and_day(text: &str) -> Option<(i8, i8)> {
    let (month, day) = text.split_once('-').filter(|(month, _)| !month.is_empty())?;
    Some((month.parse().ok()?, day.parse().ok()?))
}

fn weekday(name: &str) -> Option<Weekday> {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let place = names.iter().position(|known| *known == name)?;
    Weekday::from_monday_zero_offset(i8::try_from(place).ok()?).ok()
}

/// Easter Sunday of a year in the Gregorian calendar, by the rule of Gauss as Meeus gives it.
fn easter(year: i16) -> Option<Date> {
    let year_number = i32::from(year);
    let (golden, century) = (year_number % 19, year_number / 100);
    let correction = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    let full = correction - (correction / 28) * (1 - (29 / (correction + 1)) * ((21 - golden) / 11));
    let sunday = (year_number + year_number / 4 + full + 2 - century + century / 4) % 7;
    let offset = full - sunday;
    let month = 3 + (offset + 40) / 44;
    let day = offset + 28 - 31 * (month / 4);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Easter Sunday of the Eastern churches, as a Gregorian date: the Julian rule, by Meeus, and thirteen days, as from 1900 to 2099.
fn orthodox(year: i16) -> Option<Date> {
    let number = i32::from(year);
    let full = (19 * (number % 19) + 15) % 30;
    let sunday = (2 * (number % 4) + 4 * (number % 7) - full + 34) % 7;
    let sum = full + sunday + 114;
    let julian = Date::new(year, i8::try_from(sum / 31).ok()?, i8::try_from(sum % 31 + 1).ok()?).ok()?;
    julian.checked_add(13.days()).ok()
}

/// The first day of the year 1, from which days are counted.
const EPOCH: Date = Date::constant(1, 1, 1);

fn from_count(days: i64) -> Option<Date> {
    EPOCH.checked_add(days.checked_sub(1)?.days()).ok()
}

/// The Jewish year that begins in a Gregorian one.
fn jewish_year(year: i16) -> i64 {
    i64::from(year) + 3761
}

/// How many days had gone by before a Jewish year, its new moon and the days that it must not begin on considered.
fn days_before(year: i64) -> i64 {
    let months = (235 * year - 234).div_euclid(19);
    let day = 29 * months + (12084 + 13753 * months).div_euclid(25920);
    if (3 * (day + 1)).rem_euclid(7) < 3 { day + 1 } else { day }
}

/// The count of the day on which a Jewish year begins.
fn jewish_new_year(year: i64) -> i64 {
    let (last, this, next) = (days_before(year - 1), days_before(year), days_before(year + 1));
    let delay = if next - this == 356 { 2 } else { i64::from(this - last == 382) };
    this + delay - 1_373_427
}

fn tishri(year: i16) -> Option<Date> {
    from_count(jewish_new_year(jewish_year(year)))
}

/// The month before it has thirty days in long years only.
fn kislev(year: i16) -> Option<Date> {
    let (begins, ends) = (jewish_new_year(jewish_year(year)), jewish_new_year(jewish_year(year) + 1));
    let long = (ends - begins) % 10 == 5;
    from_count(begins + if long { 60 } else { 59 })
}

/// The first such day of the Islamic calendar in a Gregorian year.
fn islamic(year: i16, day: &str) -> Option<Date> {
    let (month, day) = month_and_day(day)?;
    let count = |hijri: i64| {
        let months = (59 * (i64::from(month) - 1) + 1).div_euclid(2);
        i64::from(day) + months + (hijri - 1) * 354 + (3 + 11 * hijri).div_euclid(30) + 227_014
    };
    let near = (i64::from(year) - 622) * 33 / 32;
    (near - 1..near + 3).filter_map(|hijri| from_count(count(hijri))).find(|date| date.year() == year)
}

#[cfg(test)]
mod tests {
    use super::feast;

    fn day(rule: &str, year: i16) -> String {
        feast(rule, year).unwrap().day.to_string()
    }

    #[test]
    fn rules_give_their_days() {
        assert_eq!(day("12-25", 2019), "2019-12-25");
        assert_eq!(day("4 Thu 11", 2019), "2019-11-28");
        assert_eq!(day("4 Thu 11 +1", 2019), "2019-11-29");
        assert_eq!(day("-1 Mon 05", 2021), "2021-05-31");
        assert_eq!(day("Mon before 05-25", 2020), "2020-05-18");
        assert_eq!(day("easter", 2024), "2024-03-31");
        assert_eq!(day("easter -2", 2019), "2019-04-19");
        assert_eq!(day("easter", 1954), "1954-04-18");
        assert_eq!(day("dates 2019-02-05 2020-01-25", 2020), "2020-01-25");
    }

    #[test]
    fn other_calendars_give_their_days() {
        assert_eq!(day("orthodox", 2021), "2021-05-02");
        assert_eq!(day("tishri", 2021), "2021-09-07");
        assert_eq!(day("tishri -163", 2021), "2021-03-28");
        assert_eq!(day("kislev +24", 2021), "2021-11-29");
        assert_eq!(day("islamic 09-01", 2024), "2024-03-11");
        assert_eq!(day("islamic 10-01", 2024), "2024-04-10");
    }

    #[test]
    fn a_year_that_a_list_lacks_has_no_such_day() {
        assert_eq!(feast("dates 2019-02-05", 2018), None);
    }
}
