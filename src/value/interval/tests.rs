//! Ends, sets and arithmetic of intervals.

use super::{Bound, Interval};
use crate::value::Number;
use crate::value::testing::number;

fn n(value: i64) -> Number {
    Number::from(value)
}

#[test]
fn open_and_closed_ends_differ_by_one_number() {
    assert!(Interval::closed(n(1), n(2)).contains(n(2)));
    assert!(!Interval::open(n(1), n(2)).contains(n(2)));
    assert!(Interval::open(n(1), n(2)).is_subset_of(&Interval::closed(n(1), n(2))));
    assert!(!Interval::closed(n(1), n(2)).is_subset_of(&Interval::open(n(1), n(2))));
    assert!(Interval::below(n(1)).is_disjoint_from(&Interval::at_least(n(1))));
    assert!(!Interval::at_most(n(1)).is_disjoint_from(&Interval::at_least(n(1))));
}

#[test]
fn the_empty_set_lies_in_all_and_touches_none() {
    for empty in [Interval::EMPTY, Interval::closed(n(2), n(1)), Interval::new(Bound::Closed(n(1)), Bound::Open(n(1)))]
    {
        assert!(empty.is_empty());
        assert!(empty.is_subset_of(&Interval::point(n(7))));
        assert!(empty.is_disjoint_from(&Interval::ALL));
        assert_eq!(empty.hull(&Interval::point(n(7))), Interval::point(n(7)));
    }
    assert!(!Interval::ALL.is_empty());
}

#[test]
fn hull_and_intersection_keep_the_kind_of_their_ends() {
    let (left, right) = (Interval::open(n(0), n(2)), Interval::closed(n(1), n(3)));
    assert_eq!(left.hull(&right), Interval::new(Bound::Open(n(0)), Bound::Closed(n(3))));
    assert_eq!(left.intersection(&right), Interval::new(Bound::Closed(n(1)), Bound::Open(n(2))));
}

#[test]
fn sums_are_closed_where_both_ends_are() {
    let sum = Interval::closed(n(1), n(2)).plus(&Interval::new(Bound::Closed(n(3)), Bound::Open(n(4))));
    assert_eq!(sum, Some(Interval::new(Bound::Closed(n(4)), Bound::Open(n(6)))));
    assert_eq!(Interval::point(n(1)).minus(&Interval::above(n(3))), Some(Interval::below(n(-2))));
}

#[test]
fn products_mind_signs_zeros_and_infinity() {
    let times = |left: Interval, right: Interval| left.times(&right).unwrap();
    assert_eq!(times(Interval::closed(n(-1), n(2)), Interval::closed(n(3), n(4))), Interval::closed(n(-4), n(8)));
    assert_eq!(times(Interval::above(n(0)), Interval::above(n(0))), Interval::above(n(0)));
    assert_eq!(times(Interval::at_least(n(0)), Interval::above(n(5))), Interval::at_least(n(0)));
    assert_eq!(times(Interval::point(n(0)), Interval::ALL), Interval::point(n(0)));
    assert_eq!(times(Interval::below(n(0)), Interval::at_least(n(2))), Interval::below(n(0)));
    assert_eq!(
        times(Interval::closed(n(0), n(1)), Interval::open(n(2), n(3))),
        Interval::new(Bound::Closed(n(0)), Bound::Open(n(3)))
    );
}

#[test]
fn nothing_is_divided_by_what_may_be_zero() {
    assert_eq!(Interval::point(n(1)).over(&Interval::closed(n(0), n(1))), None);
    assert_eq!(Interval::point(n(1)).over(&Interval::ALL), None);
    assert_eq!(
        Interval::point(n(1)).over(&Interval::new(Bound::Open(n(0)), Bound::Closed(n(2)))),
        Some(Interval::at_least(number("0.5")))
    );
    assert_eq!(
        Interval::point(n(1)).over(&Interval::at_least(n(2))),
        Some(Interval::new(Bound::Open(n(0)), Bound::Closed(number("0.5"))))
    );
    assert_eq!(
        Interval::point(n(1)).over(&Interval::at_most(n(-2))),
        Some(Interval::new(Bound::Closed(number("-0.5")), Bound::Open(n(0))))
    );
}

#[test]
fn scaling_by_a_negative_number_turns_it_round() {
    assert_eq!(Interval::above(n(2)).scaled(n(-3)), Some(Interval::below(n(-6))));
    assert_eq!(Interval::above(n(2)).scaled(n(0)), Some(Interval::point(n(0))));
    assert_eq!(Interval::above(n(2)).shifted(n(-3)), Some(Interval::above(n(-1))));
    assert_eq!(Interval::closed(n(1), n(3)).width(), Some(n(2)));
}

#[test]
fn an_end_that_does_not_fit_is_none() {
    let most = Interval::point(Number::from_integer(i128::MAX));
    assert_eq!(most.plus(&most), None);
    assert_eq!(most.times(&most), None);
    assert_eq!(most.scaled(n(2)), None);
}
