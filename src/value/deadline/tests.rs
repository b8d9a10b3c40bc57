//! Deadlines.

use jiff::civil::date;

use super::Deadline;
use crate::value::{Days, Fit};

fn year(year: i16) -> Days {
    Days::year(year).unwrap()
}

#[test]
fn by_a_year_ends_with_the_year_before_at_the_earliest_and_with_it_at_the_latest() {
    let by = Deadline::by(year(2031));
    assert_eq!((by.inner(), by.outer()), (Some(date(2030, 12, 31)), Some(date(2031, 12, 31))));
    let through = Deadline::through(year(2031));
    assert_eq!((through.inner(), through.outer()), (Some(date(2031, 12, 31)), Some(date(2031, 12, 31))));
    let before = Deadline::before(year(2031));
    assert_eq!((before.inner(), before.outer()), (Some(date(2030, 12, 31)), Some(date(2030, 12, 31))));
}

#[test]
fn deadlines_compare_as_the_date_that_is_named() {
    let march = Days::month(2031, 3).unwrap();
    let table = [
        (Deadline::by(year(2031)), Deadline::by(year(2031)), Fit::Supports),
        (Deadline::through(year(2031)), Deadline::by(year(2031)), Fit::Supports),
        (Deadline::by(year(2031)), Deadline::through(year(2031)), Fit::Supports),
        (Deadline::by(year(2030)), Deadline::by(year(2031)), Fit::Contradicts),
        (Deadline::by(year(2031)), Deadline::by(year(2030)), Fit::Contradicts),
        (Deadline::through(year(2030)), Deadline::by(year(2031)), Fit::Contradicts),
        (Deadline::by(march), Deadline::by(year(2031)), Fit::Compatible),
        (Deadline::by(year(2031)), Deadline::by(march), Fit::Compatible),
        (Deadline::before(year(2031)), Deadline::before(year(2031)), Fit::Supports),
        (Deadline::before(year(2031)), Deadline::through(year(2030)), Fit::Supports),
        (Deadline::through(year(2030)), Deadline::before(year(2031)), Fit::Supports),
        (Deadline::before(year(2031)), Deadline::by(year(2031)), Fit::Compatible),
        (Deadline::by(year(2031)), Deadline::before(year(2031)), Fit::Compatible),
        (Deadline::before(year(2031)), Deadline::through(year(2031)), Fit::Compatible),
        (Deadline::before(march), Deadline::by(year(2031)), Fit::Compatible),
        (Deadline::before(year(2031)), Deadline::by(year(2033)), Fit::Contradicts),
        (Deadline::before(year(2031)), Deadline::before(year(2030)), Fit::Contradicts),
    ];
    for (evidence, asserted, fit) in table {
        assert_eq!(evidence.compare(&asserted), fit, "{evidence} against {asserted}");
    }
}

#[test]
fn agreement_is_mutual() {
    let (by, through) = (Deadline::by(year(2031)), Deadline::through(year(2031)));
    assert!(by.agrees(&through) && through.agrees(&by));
    assert!(!by.agrees(&Deadline::by(year(2030))));
}

#[test]
fn deadlines_are_printed_as_they_are_named() {
    assert_eq!(Deadline::by(year(2031)).to_string(), "by 2031");
    assert_eq!(Deadline::before(Days::month(2031, 3).unwrap()).to_string(), "before 2031-03");
}
