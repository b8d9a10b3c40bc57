//! Dates as ISO 8601 has them, as far as it has them.

use std::fmt;

use jiff::civil::Date;

use super::{Days, Grain};

/// "2025-10-29", "2025-W43", "2025-10", "2025-Q3", "2025-H1", "2025", "2020s", and else both ends: "2025-10-29..2028-12-31",
/// "2025-10-29..", "..2028-12-31".
impl fmt::Display for Days {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.short() {
            Some(short) => out.pad(&short),
            None => out.pad(&format!("{}..{}", end(self.first), end(self.last))),
        }
    }
}

impl Days {
    /// The name of a whole day, week, month, quarter, half, year or decade; none for anything else.
    fn short(&self) -> Option<String> {
        let first = self.first?;
        let (year, month) = (first.year(), first.month());
        let is = |whole: Option<Days>| whole.is_some_and(|whole| whole.same_days(self));
        match self.grain {
            Grain::Day => is(Some(Days::day(first))).then(|| first.to_string()),
            Grain::Week => self.is_whole_week().then(|| week_name(first)),
            Grain::Month => is(Days::month(year, month)).then(|| format!("{year:04}-{month:02}")),
            Grain::Quarter => {
                let (quarter, half) = ((month - 1) / 3 + 1, (month - 1) / 6 + 1);
                if is(Days::quarter(year, quarter)) {
                    return Some(format!("{year:04}-Q{quarter}"));
                }
                is(Days::half(year, half)).then(|| format!("{year:04}-H{half}"))
            }
            Grain::Year => is(Days::year(year)).then(|| format!("{year:04}")),
            Grain::Decade => (year % 10 == 0 && is(Days::decade(year))).then(|| format!("{year:04}s")),
            Grain::Span => None,
        }
    }
}

fn week_name(monday: Date) -> String {
    let week = monday.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

fn end(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}
