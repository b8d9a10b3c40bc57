//! Properties, held against brute force on small grids.
//!
//! Numbers in amounts are halves and whole numbers between −8 and 8, so that every end of every set stands on an eighth; the grid has all
//! eighths and reaches beyond all ends. On such a grid, sets are what a table of their members says.

mod arithmetic;
mod comparison;
mod days;
mod units;

use proptest::prelude::*;

use super::{Amount, Bound, Interval, Number, Wording, Written};

/// The grid: eighths from −24 to 24.
fn grid() -> impl Iterator<Item = Number> {
    (-192..=192).filter_map(|eighths| Number::ratio(eighths, 8))
}

/// A whole number with a grain of one.
fn any_written() -> impl Strategy<Value = Written> {
    (-8_i128..=8).prop_map(Written::integer)
}

/// The hedges that stand before one number.
const HEDGES: [Wording; 11] = [
    Wording::Bare,
    Wording::Exact,
    Wording::MoreThan,
    Wording::AtLeast,
    Wording::LessThan,
    Wording::AtMost,
    Wording::UpTo,
    Wording::Nearly,
    Wording::JustUnder,
    Wording::JustOver,
    Wording::About,
];

/// An amount in any wording that people use.
fn any_amount() -> impl Strategy<Value = Amount> {
    prop_oneof![
        6 => (prop::sample::select(HEDGES.to_vec()), any_written()).prop_map(|(hedge, number)| Amount::worded(hedge, number)),
        2 => (any_written(), any_written()).prop_map(|(a, b)| Amount::range(a, b)),
        1 => (any_written(), prop::option::of(0_i64..4)).prop_map(|(low, more)| {
            let high = more.and_then(|more| low.value.plus(Number::from(more)));
            Amount::vague(low.value, high)
        }),
        1 => (any_written(), 0_i64..3).prop_map(|(value, reach)| Amount::tolerance(value, Number::from(reach))),
    ]
}

/// An interval with whole ends, open, closed or missing; sometimes empty.
fn any_interval() -> impl Strategy<Value = Interval> {
    let bound = || {
        prop_oneof![
            1 => Just(Bound::Unbounded),
            3 => (-3_i64..=3).prop_map(|end| Bound::Open(Number::from(end))),
            3 => (-3_i64..=3).prop_map(|end| Bound::Closed(Number::from(end))),
        ]
    };
    (bound(), bound()).prop_map(|(low, high)| Interval::new(low, high))
}
