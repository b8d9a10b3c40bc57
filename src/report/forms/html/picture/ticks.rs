//! The days that a line of time is marked at: as many as there is room for on a phone, at the first of years, of months, or at days.

use jiff::Span;
use jiff::civil::{Date, date};

/// At most so many marks have room beside one another.
const MOST: f64 = 5.0;

/// How far marks are apart.
#[derive(Clone, Copy, Debug)]
enum Step {
    Days(i32),
    Months(i32),
    Years(i32),
}

/// From the finest to the coarsest.
const STEPS: [Step; 17] = [
    Step::Days(1),
    Step::Days(2),
    Step::Days(7),
    Step::Days(14),
    Step::Months(1),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(20),
    Step::Years(50),
    Step::Years(100),
    Step::Years(200),
    Step::Years(500),
    Step::Years(1000),
];

/// A mark: its day, counted from the first of 1970, and what is written below it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tick {
    pub day: f64,
    pub text: String,
}

/// The day of a date, counted from the first of 1970.
pub(super) fn day(date: Date) -> Option<f64> {
    Some(f64::from(date.since(EPOCH).ok()?.get_days()))
}

const EPOCH: Date = date(1970, 1, 1);

/// The marks between two days.
pub(super) fn ticks(low: f64, high: f64) -> Vec<Tick> {
    let Some(step) = STEPS.into_iter().find(|step| (high - low) / step.days() <= MOST) else { return Vec::new() };
    let (Some(first), Some(last)) = (at(low), at(high)) else { return Vec::new() };
    let dates = (step.number(first)..=step.number(last)).filter_map(|number| step.date(number));
    let marked = dates.filter(|date| (first..=last).contains(date));
    marked.filter_map(|date| Some(Tick { day: day(date)?, text: step.text(date) })).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "a day of the calendar, or none")]
fn at(day: f64) -> Option<Date> {
    EPOCH.checked_add(Span::new().try_days(day as i64).ok()?).ok()
}

impl Step {
    /// About how many days it has.
    fn days(self) -> f64 {
        match self {
            Step::Days(days) => f64::from(days),
            Step::Months(months) => f64::from(months) * 30.4,
            Step::Years(years) => f64::from(years) * 365.2,
        }
    }

    /// The number of the last mark that is not behind a day.
    fn number(self, first: Date) -> i32 {
        let year = i32::from(first.year());
        match self {
            Step::Days(days) => first.since(MONDAY).map_or(0, |since| since.get_days()).div_euclid(days),
            Step::Months(months) => (year * 12 + i32::from(first.month()) - 1).div_euclid(months),
            Step::Years(years) => year.div_euclid(years),
        }
    }

    /// The day of a mark; none beyond the calendar.
    fn date(self, number: i32) -> Option<Date> {
        let year = |year: i32| i16::try_from(year).ok();
        match self {
            Step::Days(days) => {
                MONDAY.checked_add(Span::new().try_days(i64::from(number.checked_mul(days)?)).ok()?).ok()
            }
            Step::Months(months) => {
                let month = number.checked_mul(months)?;
                Date::new(year(month.div_euclid(12))?, i8::try_from(month.rem_euclid(12)).ok()? + 1, 1).ok()
            }
            Step::Years(years) => Date::new(year(number.checked_mul(years)?)?, 1, 1).ok(),
        }
    }

    fn text(self, date: Date) -> String {
        let format = match self {
            Step::Days(_) => "%-d %b %Y",
            Step::Months(_) => "%b %Y",
            Step::Years(_) => "%-Y",
        };
        date.strftime(format).to_string()
    }
}

/// Weeks are marked at their Mondays.
const MONDAY: Date = date(1970, 1, 5);

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{day, ticks};

    fn texts(from: jiff::civil::Date, to: jiff::civil::Date) -> Vec<String> {
        ticks(day(from).unwrap(), day(to).unwrap()).into_iter().map(|tick| tick.text).collect()
    }

    #[test]
    fn years_months_weeks_and_days_are_marked_where_they_begin() {
        assert_eq!(texts(date(2029, 6, 1), date(2034, 2, 1)), ["2030", "2031", "2032", "2033", "2034"]);
        assert_eq!(texts(date(1948, 1, 2), date(2031, 1, 1)), ["1960", "1980", "2000", "2020"]);
        assert_eq!(texts(date(2025, 11, 20), date(2026, 8, 1)), ["Jan 2026", "Apr 2026", "Jul 2026"]);
        assert_eq!(
            texts(date(2025, 3, 1), date(2025, 3, 25)),
            ["3 Mar 2025", "10 Mar 2025", "17 Mar 2025", "24 Mar 2025"]
        );
        assert_eq!(texts(date(2025, 12, 31), date(2026, 1, 2)), ["31 Dec 2025", "1 Jan 2026", "2 Jan 2026"]);
    }

    #[test]
    fn the_ends_of_the_calendar_are_no_trouble() {
        assert_eq!(texts(date(-9999, 1, 1), date(-9990, 1, 1)).len(), 5);
        assert!(ticks(-1e12, 1e12).is_empty() && ticks(f64::NAN, 1.0).is_empty());
        assert!(texts(date(9000, 1, 1), date(9999, 12, 31)).len() <= 6);
    }
}
