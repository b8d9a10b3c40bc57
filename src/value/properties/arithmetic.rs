//! Numbers, numbers as written, and intervals.

use proptest::prelude::*;

use super::{any_interval, grid};
use crate::value::{Bound, Interval, Number, Written};

fn any_number() -> impl Strategy<Value = Number> {
    (-10_000_i128..10_000, 1_i128..500).prop_filter_map("a fraction", |(top, bottom)| Number::ratio(top, bottom))
}

/// Numbers whose decimals end.
fn any_decimal() -> impl Strategy<Value = Number> {
    (any::<i64>(), 0_i32..9)
        .prop_filter_map("a decimal", |(digits, places)| Number::from(digits).times(Number::power_of_ten(-places)?))
}

/// Halves from −4 to 4: enough to hit every end and the room between.
fn halves() -> Vec<Number> {
    (-8..=8).filter_map(|halves| Number::ratio(halves, 2)).collect()
}

type Numbers = fn(Number, Number) -> Option<Number>;

/// Every result of two members lies in the result, and where both sets are small enough for the grid, a closed end is reached and an open
/// one is not.
fn check(left: &Interval, right: &Interval, result: &Interval, operation: Numbers) -> Result<(), TestCaseError> {
    let mut reached = Vec::new();
    for x in halves().into_iter().filter(|x| left.contains(*x)) {
        for y in halves().into_iter().filter(|y| right.contains(*y)) {
            let Some(value) = operation(x, y) else { continue };
            prop_assert!(result.contains(value), "{value} of {x} and {y} is not in {result:?}");
            reached.push(value);
        }
    }
    for end in [result.low, result.high] {
        match end {
            Bound::Closed(end) if !result.is_empty() => prop_assert!(reached.contains(&end), "{end} is not reached"),
            Bound::Closed(_) | Bound::Open(_) | Bound::Unbounded => {}
        }
    }
    Ok(())
}

/// Whether results come as near to every end as the grid can show: within a unit of a finite end, beyond ten for a missing one.
fn check_width(left: &Interval, right: &Interval, result: &Interval, operation: Numbers) -> Result<(), TestCaseError> {
    let members = |set: &Interval| -> Vec<Number> {
        let far = [Number::from(1000), Number::from(-1000)];
        let near = [Number::ratio(1, 1000), Number::ratio(-1, 1000)].into_iter().flatten();
        let ends = [set.low, set.high].into_iter().filter_map(Bound::number).collect::<Vec<_>>();
        let beside = ends.iter().flat_map(|end| near.clone().filter_map(|step| end.plus(step))).collect::<Vec<_>>();
        ends.into_iter().chain(beside).chain(far).chain(near).filter(|x| set.contains(*x)).collect()
    };
    let mut results = Vec::new();
    for x in members(left) {
        results.extend(members(right).into_iter().filter_map(|y| operation(x, y)));
    }
    let (Some(least), Some(most)) = (results.iter().min(), results.iter().max()) else {
        return Ok(());
    };
    let room = Number::from(1);
    match result.low.number() {
        Some(low) => prop_assert!(least.minus(low).unwrap() < room, "{result:?} starts too low for {least}"),
        None => prop_assert!(*least < Number::from(-10), "{result:?} should start at {least}"),
    }
    match result.high.number() {
        Some(high) => prop_assert!(high.minus(*most).unwrap() < room, "{result:?} ends too high for {most}"),
        None => prop_assert!(*most > Number::from(10), "{result:?} should end at {most}"),
    }
    Ok(())
}

proptest! {
    #[test]
    fn numbers_obey_the_laws_of_fractions(a in any_number(), b in any_number(), c in any_number()) {
        prop_assert_eq!(a.plus(b), b.plus(a));
        prop_assert_eq!(a.times(b), b.times(a));
        prop_assert_eq!(a.plus(b).unwrap().minus(b), Some(a));
        prop_assert_eq!(a.times(b.plus(c).unwrap()), a.times(b).unwrap().plus(a.times(c).unwrap()));
        if !b.is_zero() {
            prop_assert_eq!(a.over(b).unwrap().times(b), Some(a));
        }
        prop_assert_eq!(a < b, a.minus(b).unwrap().is_negative());
    }

    #[test]
    fn a_number_lies_within_half_a_grain_of_its_rounding(a in any_number(), grain in any_number()) {
        let rounded = a.round_to(grain).unwrap();
        prop_assert!(a.minus(rounded).unwrap().abs() <= grain.abs().half().unwrap() || grain.is_zero());
        prop_assert!(grain.is_zero() || rounded.over(grain).unwrap().is_integer());
    }

    #[test]
    fn a_decimal_reads_back_as_the_number_it_prints(number in any_decimal()) {
        prop_assert_eq!(Written::parse(&number.decimal()).map(|written| written.value), Some(number));
        prop_assert_eq!(Written::parse(&number.grouped()).map(|written| written.value), Some(number));
    }

    #[test]
    fn a_fraction_prints_within_a_millionth_of_a_millionth(number in any_number()) {
        let printed = Written::parse(&number.decimal()).unwrap().value;
        let off = printed.minus(number).unwrap().abs().times(Number::power_of_ten(12).unwrap()).unwrap();
        prop_assert!(off <= number.abs().times(Number::from(10)).unwrap());
    }

    #[test]
    fn no_text_upsets_the_reading_of_numbers(text in "[0-9.,_eE+\\-\u{a0}٣x ]{0,60}") {
        if let Some(written) = Written::parse(&text) {
            prop_assert!(!written.grain.is_negative() && written.grain <= written.coarse);
            prop_assert!(written.grain.is_zero() || written.value.over(written.grain).unwrap().is_integer());
        }
    }

    #[test]
    fn no_numbers_upset_the_arithmetic(a in any::<i128>(), b in any::<i128>(), c in any::<i128>(), d in any::<i128>()) {
        let (Some(left), Some(right)) = (Number::ratio(a, b), Number::ratio(c, d)) else { return Ok(()) };
        for result in [left.plus(right), left.minus(right), left.times(right), left.over(right), left.round_to(right)] {
            prop_assert!(result.is_none_or(|result| result.numerator() != i128::MIN && result.denominator() > 0));
        }
        prop_assert!(!left.decimal().is_empty() && left.floor() <= left);
    }

    #[test]
    fn sums_and_differences_of_intervals_hold_all_results(left in any_interval(), right in any_interval()) {
        let sum = left.plus(&right).unwrap();
        check(&left, &right, &sum, Number::plus)?;
        check_width(&left, &right, &sum, Number::plus)?;
        let difference = left.minus(&right).unwrap();
        check(&left, &right, &difference, Number::minus)?;
        check_width(&left, &right, &difference, Number::minus)?;
    }

    #[test]
    fn products_of_intervals_hold_all_results(left in any_interval(), right in any_interval()) {
        let product = left.times(&right).unwrap();
        check(&left, &right, &product, Number::times)?;
        check_width(&left, &right, &product, Number::times)?;
    }

    #[test]
    fn quotients_of_intervals_hold_all_results(left in any_interval(), right in any_interval()) {
        match left.over(&right) {
            Some(quotient) => {
                check(&left, &right, &quotient, Number::over)?;
                check_width(&left, &right, &quotient, Number::over)?;
            }
            None => prop_assert!(right.contains(Number::ZERO)),
        }
    }

    #[test]
    fn set_operations_are_those_of_their_members(left in any_interval(), right in any_interval()) {
        let both = |x: &Number| left.contains(*x) && right.contains(*x);
        prop_assert_eq!(left.is_empty(), !grid().any(|x| left.contains(x)));
        prop_assert_eq!(left.is_subset_of(&right), grid().all(|x| !left.contains(x) || right.contains(x)));
        prop_assert_eq!(left.is_disjoint_from(&right), !grid().any(|x| both(&x)));
        let (common, hull) = (left.intersection(&right), left.hull(&right));
        prop_assert!(grid().all(|x| common.contains(x) == both(&x)));
        prop_assert!(grid().all(|x| hull.contains(x) || !(left.contains(x) || right.contains(x))));
        prop_assert!(left.is_subset_of(&hull) && right.is_subset_of(&hull));
    }

    #[test]
    fn scaling_and_shifting_move_every_member(set in any_interval(), factor in -3_i64..=3, distance in -3_i64..=3) {
        let (factor, distance) = (Number::from(factor), Number::from(distance));
        let (scaled, shifted) = (set.scaled(factor).unwrap(), set.shifted(distance).unwrap());
        for x in grid() {
            prop_assert_eq!(shifted.contains(x.plus(distance).unwrap()), set.contains(x));
            if !factor.is_zero() {
                prop_assert_eq!(scaled.contains(x.times(factor).unwrap()), set.contains(x));
            }
        }
        prop_assert_eq!(scaled.is_empty(), set.is_empty());
    }
}
