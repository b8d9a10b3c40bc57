//! Dates as sets of days.

use jiff::civil::{Date, date};

use super::{Days, Grain};
use crate::value::Fit;

fn days(first: Date, last: Date) -> Days {
    Days::closed(first, last, Grain::Span)
}

#[test]
fn dates_are_printed_at_their_grain() {
    let table = [
        (Days::day(date(2025, 10, 29)), "2025-10-29"),
        (Days::week(date(2025, 10, 29)).unwrap(), "2025-W44"),
        (Days::month(2025, 10).unwrap(), "2025-10"),
        (Days::quarter(2025, 3).unwrap(), "2025-Q3"),
        (Days::half(2025, 2).unwrap(), "2025-H2"),
        (Days::year(2025).unwrap(), "2025"),
        (Days::decade(2020).unwrap(), "2020s"),
        (Days::years(1901, 2000).unwrap(), "1901-01-01..2000-12-31"),
        (days(date(2025, 10, 29), date(2028, 12, 31)), "2025-10-29..2028-12-31"),
        (Days::closed(date(2025, 10, 1), date(2025, 10, 10), Grain::Month), "2025-10-01..2025-10-10"),
        (Days::closed(date(2025, 10, 25), date(2025, 10, 26), Grain::Week), "2025-10-25..2025-10-26"),
        (Days::since(Days::year(2025).unwrap()), "2025-01-01.."),
        (Days::until(Days::year(2025).unwrap()), "..2025-12-31"),
        (Days::before(Days::year(2025).unwrap()).unwrap(), "..2024-12-31"),
        (Days::after(Days::year(2025).unwrap()).unwrap(), "2026-01-01.."),
    ];
    for (days, printed) in table {
        assert_eq!(days.to_string(), printed);
    }
}

#[test]
fn a_span_runs_from_the_first_day_of_one_to_the_last_of_the_other() {
    let span = Days::span(Days::year(2025).unwrap(), Days::month(2028, 2).unwrap());
    assert_eq!(span, days(date(2025, 1, 1), date(2028, 2, 29)));
    assert!(Days::span(Days::year(2028).unwrap(), Days::year(2025).unwrap()).is_empty());
}

#[test]
fn what_the_calendar_does_not_have_is_none() {
    assert_eq!(Days::month(2025, 13), None);
    assert_eq!(Days::quarter(2025, 0), None);
    assert_eq!(Days::quarter(2025, 5), None);
    assert_eq!(Days::half(2025, 3), None);
    assert_eq!(Days::quarter(2025, i8::MIN), None);
    assert_eq!(Days::quarter(2025, i8::MAX), None);
    assert_eq!(Days::year(i16::MAX), None);
    assert_eq!(Days::decade(i16::MAX), None);
    assert_eq!(Days::week(Date::MAX), None);
    assert_eq!(Days::after(Days::day(Date::MAX)), None);
}

#[test]
fn lengths_count_both_ends() {
    assert_eq!(Days::day(date(2025, 10, 29)).length(), Some(1));
    assert_eq!(Days::month(2024, 2).unwrap().length(), Some(29));
    assert_eq!(Days::year(2025).unwrap().length(), Some(365));
    assert_eq!(Days::since(Days::year(2025).unwrap()).length(), None);
    assert_eq!(days(date(2025, 1, 2), date(2025, 1, 1)).length(), Some(0));
    assert_eq!(days(Date::MIN, Date::MAX).length(), Some(7_304_484));
}

#[test]
fn a_month_lies_in_its_year_and_overlaps_what_it_touches() {
    let (month, year) = (Days::month(2025, 12).unwrap(), Days::year(2025).unwrap());
    assert!(month.within(&year) && !year.within(&month));
    assert!(!year.within(&Days::since(month)) && month.within(&Days::since(year)));
    assert!(month.overlaps(&Days::since(Days::day(date(2025, 12, 31)))));
    assert!(month.disjoint(&Days::year(2026).unwrap()));
    assert!(year.contains(date(2025, 12, 31)) && !year.contains(date(2026, 1, 1)));
}

#[test]
fn evidence_inside_supports_beside_contradicts_and_around_stays_open() {
    let (month, year) = (Days::month(2025, 6).unwrap(), Days::year(2025).unwrap());
    assert_eq!(Days::compare(&month, &year), Fit::Supports);
    assert_eq!(Days::compare(&year, &year), Fit::Supports);
    assert_eq!(Days::compare(&year, &month), Fit::Compatible);
    assert_eq!(Days::compare(&Days::since(month), &year), Fit::Compatible);
    assert_eq!(Days::compare(&Days::year(2024).unwrap(), &year), Fit::Contradicts);
    let before = Days::before(Days::day(date(2025, 10, 29))).unwrap();
    assert_eq!(Days::compare(&month, &before), Fit::Supports);
    assert_eq!(Days::compare(&Days::day(date(2025, 10, 29)), &before), Fit::Contradicts);
}

#[test]
fn a_third_of_a_month_or_a_year_blurs_to_the_half_that_it_lies_in() {
    let part = |first, last, grain| Days::closed(first, last, grain).halo().to_string();
    assert_eq!(part(date(2024, 3, 1), date(2024, 3, 10), Grain::Month), "2024-03-01..2024-03-16");
    assert_eq!(part(date(2024, 3, 21), date(2024, 3, 31), Grain::Month), "2024-03-15..2024-03-31");
    assert_eq!(part(date(2024, 3, 11), date(2024, 3, 20), Grain::Month), "2024-03-07..2024-03-24");
    assert_eq!(part(date(2025, 1, 1), date(2025, 4, 30), Grain::Year), "2025-01-01..2025-07-02");
    assert_eq!(part(date(2024, 3, 1), date(2024, 3, 31), Grain::Month), "2024-03");
    assert_eq!(part(date(2024, 3, 1), date(2024, 3, 10), Grain::Span), "2024-03-01..2024-03-10");
}

#[test]
fn what_a_third_leaves_open_is_not_excluded() {
    let late = Days::closed(date(2024, 3, 21), date(2024, 3, 31), Grain::Month);
    assert_eq!(Days::compare(&late, &Days::day(date(2024, 3, 19))), Fit::Compatible);
    assert_eq!(Days::compare(&late, &Days::day(date(2024, 3, 4))), Fit::Contradicts);
    assert_eq!(Days::compare(&late, &Days::day(date(2024, 4, 1))), Fit::Contradicts);
}
