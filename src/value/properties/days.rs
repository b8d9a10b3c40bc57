//! Days, day by day.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use crate::value::{Days, Deadline, DeadlineKind, Fit, Grain};

/// The days around the turn of a year, from well before any first to well after any last one.
fn calendar() -> Vec<Date> {
    (-15..=45).filter_map(|days| date(2023, 12, 20).checked_add(days.days()).ok()).collect()
}

fn any_end() -> impl Strategy<Value = Option<Date>> {
    prop::option::weighted(0.8, (0_i64..30).prop_map(|days| date(2023, 12, 20).saturating_add(days.days())))
}

/// Any stretch of days, open ends and none at all included.
fn any_days() -> impl Strategy<Value = Days> {
    (any_end(), any_end()).prop_map(|(first, last)| Days { first, last, grain: Grain::Span })
}

fn any_deadline() -> impl Strategy<Value = Deadline> {
    let kind = prop::sample::select(vec![DeadlineKind::By, DeadlineKind::Through, DeadlineKind::Before]);
    let named = (0_i64..6, 0_i64..6).prop_map(|(start, length)| {
        let first = date(2023, 12, 29).saturating_add(start.days());
        Days::closed(first, first.saturating_add(length.days()), Grain::Span)
    });
    (kind, named).prop_map(|(kind, named)| Deadline { kind, named })
}

fn of(days: &Days) -> Vec<Date> {
    calendar().into_iter().filter(|day| days.contains(*day)).collect()
}

proptest! {
    #[test]
    fn sets_of_days_are_what_their_days_are(left in any_days(), right in any_days()) {
        let (mine, theirs) = (of(&left), of(&right));
        let shared: Vec<Date> = mine.iter().copied().filter(|day| theirs.contains(day)).collect();
        prop_assert_eq!(left.is_empty(), mine.is_empty());
        prop_assert_eq!(left.within(&right), mine.iter().all(|day| theirs.contains(day)));
        prop_assert_eq!(left.overlaps(&right), !shared.is_empty());
        prop_assert_eq!(left.disjoint(&right), shared.is_empty());
        prop_assert_eq!(of(&left.common(&right)), shared);
        if let Some(length) = left.length() {
            prop_assert_eq!(usize::try_from(length).unwrap(), mine.len());
        }
    }

    #[test]
    fn days_compare_as_the_sets_they_are(evidence in any_days(), asserted in any_days()) {
        let (mine, theirs) = (of(&evidence), of(&asserted));
        let inside = mine.iter().filter(|day| theirs.contains(day)).count();
        let expected = match inside {
            0 => Fit::Contradicts,
            some if some == mine.len() => Fit::Supports,
            _ => Fit::Compatible,
        };
        prop_assert_eq!(Days::compare(&evidence, &asserted), expected);
    }

    #[test]
    fn deadlines_compare_the_same_from_either_side(left in any_deadline(), right in any_deadline()) {
        prop_assert_eq!(left.compare(&right), right.compare(&left));
        prop_assert_eq!(left.compare(&left), Fit::Supports);
        prop_assert!(left.inner() <= left.outer());
    }

    #[test]
    fn deadlines_that_agree_may_end_on_the_same_day(left in any_deadline(), right in any_deadline()) {
        if left.agrees(&right) {
            prop_assert_eq!(left.outer(), right.outer());
        }
        if left.outer() < right.inner() && left.kind == right.kind {
            prop_assert!(!left.agrees(&right));
        }
    }
}
