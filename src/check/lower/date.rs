//! Dates as they are written in check files.

use jiff::civil::{Date, ISOWeekDate, Weekday};

use crate::value::{Days, month_number};

/// The days that a date names: `2031`, `2024-03`, `2024-03-09`, `9 Mar 2024`, `March 9, 2024`, `Mar 2024`, `Q3 2024`, `H1 2024`,
/// `2024-W10`, `1990s`. None where there is no such date.
pub(super) fn days(text: &str) -> Option<Days> {
    let parts: Vec<&str> = text.split([' ', '-', ',']).filter(|part| !part.is_empty()).collect();
    match parts[..] {
        [year] => year_or_decade(year),
        [year, rest] if is_year(year) => within(year, rest),
        [part, year] => within(year, part),
        [year, month, day] if is_year(year) => self::day(year, month.parse().ok()?, day),
        [first, second, year] => match month_number(second) {
            Some(month) => day(year, month, first),
            None => day(year, month_number(first)?, second),
        },
        _ => None,
    }
}

/// Whether a figure looks like a year.
pub(super) fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a word is the name of a month.
pub(super) fn is_month(word: &str) -> bool {
    month_number(word).is_some()
}

fn year_or_decade(text: &str) -> Option<Days> {
    match text.strip_suffix('s') {
        Some(decade) => Days::decade(decade.parse().ok()?),
        None => Days::year(year(text)?),
    }
}

fn year(text: &str) -> Option<i16> {
    if is_year(text) { text.parse().ok() } else { None }
}

/// A month, a quarter, a half or a week of a year.
fn within(year: &str, part: &str) -> Option<Days> {
    let year = self::year(year)?;
    if let Some(quarter) = part.strip_prefix('Q') {
        return Days::quarter(year, quarter.parse().ok()?);
    }
    if let Some(half) = part.strip_prefix('H') {
        return Days::half(year, half.parse().ok()?);
    }
    if let Some(week) = part.strip_prefix('W') {
        let monday = ISOWeekDate::new(year, week.parse().ok()?, Weekday::Monday).ok()?;
        return Days::week(monday.date());
    }
    Days::month(year, part.parse().ok().or_else(|| month_number(part))?)
}

fn day(year: &str, month: i8, day: &str) -> Option<Days> {
    let day = day.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    Date::new(self::year(year)?, month, day.parse().ok()?).ok().map(Days::day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Grain;

    #[test]
    fn every_way_to_write_a_date_names_its_days() {
        let day = |y, m, d| Date::new(y, m, d).ok().map(Days::day);
        for text in ["2024-03-09", "9 Mar 2024", "09 March 2024", "March 9, 2024", "Mar. 9 2024", "9th March 2024"] {
            assert_eq!(days(text), day(2024, 3, 9), "{text}");
        }
        for text in ["2024-03", "March 2024", "Mar 2024"] {
            assert_eq!(days(text), Days::month(2024, 3), "{text}");
        }
        assert_eq!(days("2024"), Days::year(2024));
        assert_eq!(days("Q3 2024"), Days::quarter(2024, 3));
        assert_eq!(days("2024-Q3"), Days::quarter(2024, 3));
        assert_eq!(days("H1 2024"), Days::half(2024, 1));
        assert_eq!(
            days("2024-W10").map(|days| (days.grain, days.first)),
            Some((Grain::Week, Date::new(2024, 3, 4).ok()))
        );
        assert_eq!(days("1990s"), Days::decade(1990));
    }

    #[test]
    fn a_day_that_is_not_in_the_calendar_is_none() {
        for text in ["2024-02-30", "30 Feb 2024", "2024-00", "Marble 2024", "24", "29 Oct", ""] {
            assert_eq!(days(text), None, "{text}");
        }
    }
}
