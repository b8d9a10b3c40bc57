//! Wordings as sets.

use super::Amount;
use crate::value::testing::{amount, number, written};
use crate::value::{Bound, Interval, Wording};

/// An interval as mathematics writes it: "[1, 2)", "(5, ∞)".
fn drawn(set: &Interval) -> String {
    let low = match set.low {
        Bound::Unbounded => "(−∞".to_owned(),
        Bound::Open(low) => format!("({low}"),
        Bound::Closed(low) => format!("[{low}"),
    };
    let high = match set.high {
        Bound::Unbounded => "∞)".to_owned(),
        Bound::Open(high) => format!("{high})"),
        Bound::Closed(high) => format!("{high}]"),
    };
    format!("{low}, {high}")
}

#[test]
fn every_row_of_values_are_sets() {
    #[rustfmt::skip]
    let table = [
        // wording              at its word         halo
        ("9",                   "[9, 9]",           "[8.5, 9.5)"),
        ("9.0",                 "[9, 9]",           "[8.95, 9.05)"),
        ("6.6",                 "[6.6, 6.6]",       "[6.55, 6.65)"),
        ("106,562.7",           "[106562.7, 106562.7]", "[106562.65, 106562.75)"),
        ("14,000",              "[14000, 14000]",   "[13500, 14500)"),
        ("2,031",               "[2031, 2031]",     "[2030.5, 2031.5)"),
        ("-9",                  "[-9, -9]",         "(-9.5, -8.5]"),
        ("0",                   "[0, 0]",           "(-0.5, 0.5)"),
        ("more than 5",         "(5, ∞)",           "[5, ∞)"),
        ("at least 5",          "[5, ∞)",           "[5, ∞)"),
        ("less than 5",         "(−∞, 5)",          "(−∞, 5]"),
        ("at most 5",           "(−∞, 5]",          "(−∞, 5]"),
        ("up to 5",             "[0, 5]",           "[0, 5]"),
        ("up to -5",            "(−∞, -5]",         "(−∞, -5]"),
        ("nearly 5",            "[4, 5)",           "[4, 5]"),
        ("nearly 500",          "[450, 500)",       "[450, 500]"),
        ("nearly -500",         "[-550, -500)",     "[-550, -500]"),
        ("just under 500",      "[450, 500)",       "[450, 500]"),
        ("just over 5",         "(5, 6]",           "[5, 6]"),
        ("just over 500",       "(500, 550]",       "[500, 550]"),
        ("about 5",             "[4.5, 5.5]",       "[4.5, 5.5]"),
        ("about 500",           "[475, 525]",       "[475, 525]"),
        ("about -500",          "[-525, -475]",     "[-525, -475]"),
        ("3 .. 5",              "[3, 5]",           "[3, 5]"),
        ("5 .. 3",              "[3, 5]",           "[3, 5]"),
        ("24 ..",               "[24, ∞)",          "[24, ∞)"),
        ("5e9 ± 5e8",           "[4500000000, 5500000000]", "[4500000000, 5500000000]"),
    ];
    for (text, literal, halo) in table {
        let amount = amount(text);
        assert_eq!((drawn(&amount.literal).as_str(), drawn(&amount.halo).as_str()), (literal, halo), "{text}");
    }
}

#[test]
fn ranges_and_vague_numbers_have_no_nominal_and_bounds_name_theirs() {
    assert_eq!(amount("3 .. 5").nominal, None);
    assert_eq!(Amount::vague(number("24"), Some(number("99"))).nominal, None);
    assert_eq!(amount("more than 5").nominal, Some(number("5")));
    assert_eq!(amount("up to 5").nominal, Some(number("5")));
}

#[test]
fn an_exact_number_has_no_halo() {
    assert_eq!(Amount::exact(number("1/3")).halo, Interval::point(number("1/3")));
}

#[test]
fn ends_that_do_not_fit_are_left_open() {
    let huge = Amount::about(written("170000000000000000000000000000000000000"));
    assert_eq!(huge.halo.high, Bound::Unbounded);
}

#[test]
fn people_read_the_hedge() {
    #[rustfmt::skip]
    let table = [
        ("5e9",            "5,000,000,000"),
        ("more than 5e9",  "more than 5,000,000,000"),
        ("at most 12.5",   "at most 12.5"),
        ("just under 7",   "just under 7"),
        ("just over 7",    "just over 7"),
        ("3 .. 5",         "between 3 and 5"),
        ("24 ..",          "at least 24"),
        ("5e9 ± 5e8",      "5,000,000,000 ± 500,000,000"),
    ];
    for (text, described) in table {
        assert_eq!(amount(text).describe(), described);
    }
    let open = amount("5").plus(&amount("more than 4")).unwrap();
    assert_eq!(open.describe(), "more than 9");
    assert_eq!(amount("5").plus(&amount("4")).unwrap().describe(), "9");
    assert_eq!(amount("5").plus(&amount("3 .. 4")).unwrap().describe(), "between 8 and 9");
}

#[test]
fn what_is_computed_keeps_bounds_and_halos() {
    let sum = amount("5").plus(&amount("more than 4")).unwrap();
    assert_eq!((drawn(&sum.literal).as_str(), drawn(&sum.halo).as_str()), ("(9, ∞)", "[8.5, ∞)"));
    assert_eq!((sum.nominal, sum.wording), (Some(number("9")), Wording::Derived));
    let difference = amount("5").minus(&amount("at most 4")).unwrap();
    assert_eq!(drawn(&difference.literal), "[1, ∞)");
    let quotient = amount("5").over(&amount("9")).unwrap();
    assert_eq!(drawn(&quotient.halo), "(0.473684210526, 0.647058823529)");
    assert_eq!(amount("5").over(&amount("0")), None);
    assert_eq!(amount("5").plus(&amount("3 .. 4")).unwrap().nominal, None);
}

#[test]
fn a_bound_does_not_state_its_number() {
    for (text, states, bound) in [
        ("5", true, false),
        ("about 5", true, false),
        ("more than 5", false, true),
        ("up to 5", false, true),
        ("3 .. 5", false, false),
        ("5 ± 1", false, false),
    ] {
        assert_eq!((amount(text).states_nominal(), amount(text).is_bound()), (states, bound), "{text}");
    }
    let sum = amount("5").plus(&amount("4")).unwrap();
    let open = amount("5").plus(&amount("more than 4")).unwrap();
    assert!(sum.states_nominal() && !open.states_nominal());
}
