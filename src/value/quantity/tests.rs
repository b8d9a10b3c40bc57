//! Amounts of something.

use super::Quantity;
use crate::value::testing::{amount, number, quantity, unit};
use crate::value::{Amount, Interval, Number, Unit, Wording};

#[test]
fn small_counts_are_exact_and_other_small_numbers_are_not() {
    let halo = |text: &str| quantity(text).amount.halo;
    assert_eq!(halo("7 firm"), Interval::point(number("7")));
    assert_eq!(halo("99"), Interval::point(number("99")));
    assert_eq!(halo("7 %"), amount("7").halo);
    assert_eq!(halo("7 USD"), amount("7").halo);
    assert_eq!(halo("7.0 firm"), amount("7.0").halo);
    assert_eq!(halo("7e6 firm"), amount("7e6").halo);
    assert_eq!(halo("100 firm"), amount("100").halo);
    assert_eq!(halo("about 50 firm"), amount("about 50").halo);
}

#[test]
fn precision_converts_with_the_value() {
    let site = quantity("9900 m2").converted(&unit("[sft_i]")).unwrap();
    assert_eq!(site.amount.nominal.unwrap().round_to(number("0.1")), Some(number("106562.7")));
    assert_eq!(site.amount.coarse.round_to(number("1")), Some(number("1076")));
    assert_eq!(quantity("9900 m2").converted(&unit("har")).unwrap().amount.nominal, Some(number("0.99")));
}

#[test]
fn temperatures_have_another_zero() {
    let warm = quantity("more than 20 Cel").converted(&unit("[degF]")).unwrap().amount;
    assert_eq!(warm.literal, Interval::above(number("68")));
    assert_eq!((warm.wording, warm.grain), (Wording::MoreThan, number("1.8")));
}

#[test]
fn a_sum_keeps_the_halos_of_rounded_operands() {
    let sum = quantity("5e9 USD").plus(&quantity("4e9 USD")).unwrap();
    assert_eq!(sum.amount.nominal, Some(number("9e9")));
    assert_eq!(sum.amount.wording, Wording::Derived);
    assert_eq!(sum.amount.literal, Interval::point(number("9e9")));
    assert_eq!(
        (sum.amount.halo.low.number(), sum.amount.halo.high.number()),
        (Some(number("8e9")), Some(number("10e9")))
    );
}

#[test]
fn sums_of_small_counts_are_exact() {
    let loose = Quantity { amount: amount("7"), unit: unit("firm") };
    let sum = loose.plus(&quantity("5 company")).unwrap();
    assert_eq!(sum.amount.halo, Interval::point(number("12")));
    assert_eq!(sum.unit, unit("firm"));
}

#[test]
fn operands_come_to_the_unit_of_the_first() {
    let sum = quantity("1 km").plus(&quantity("500 m")).unwrap();
    assert_eq!((sum.amount.nominal, sum.unit), (Some(number("1.5")), unit("km")));
    assert_eq!(quantity("1 km").plus(&quantity("1 kg")), None);
    assert_eq!(quantity("1 USD").minus(&quantity("1 EUR")), None);
}

#[test]
fn a_share_is_in_percent_and_as_open_as_its_operands() {
    let share = quantity("5e9 USD").share_of(&quantity("9e9 USD")).unwrap();
    assert_eq!(share.unit, Unit::percent());
    assert_eq!(share.amount.nominal.unwrap().decimal(), "55.5555555556");
    assert!(share.amount.halo.contains(number("50")));
    let counted = quantity("5 firm").share_of(&quantity("8 firm")).unwrap();
    assert_eq!(counted.amount.halo, Interval::point(number("62.5")));
    assert_eq!(quantity("5 USD").share_of(&quantity("0 USD")), None);
}

#[test]
fn numbers_and_percentages_multiply_and_units_do_not() {
    let half = quantity("10e9 USD").times(&quantity("50.0 %")).unwrap();
    assert_eq!((half.amount.nominal, half.unit), (Some(number("5e9")), unit("USD")));
    let double = quantity("2").times(&quantity("10e9 USD")).unwrap();
    assert_eq!((double.amount.nominal, double.unit), (Some(number("20e9")), unit("USD")));
    assert_eq!(quantity("2 USD").times(&quantity("2 USD")), None);
    let ratio = quantity("10e9 USD").over(&quantity("4e9 USD")).unwrap();
    assert_eq!((ratio.amount.nominal, ratio.unit), (Some(number("2.5")), Unit::number()));
    let each = quantity("10e9 USD").over(&quantity("4")).unwrap();
    assert_eq!((each.amount.nominal, each.unit), (Some(number("2.5e9")), unit("USD")));
}

#[test]
fn people_read_amount_and_unit() {
    assert_eq!(quantity("more than 5e9 USD").describe(), "more than 5,000,000,000 USD");
    assert_eq!(Quantity::new(Amount::exact(number("7")), Unit::number()).describe(), "7");
}

#[test]
fn how_far_a_number_is_off_is_exact_in_any_unit() {
    let off = |own: &str, other: &str| quantity(own).deviation_from(&quantity(other));
    assert_eq!(off("11 m", "10 m"), Number::ratio(1, 10));
    assert_eq!(off("9 m", "10 m"), Number::ratio(1, 10));
    assert_eq!(off("1.1 km", "900 m"), Number::ratio(2, 9));
    assert_eq!(off("about 11 m", "10 m"), Number::ratio(1, 10));
    for (own, other) in [("more than 11 m", "10 m"), ("11 m", "0 m"), ("11 kg", "10 m"), ("11 USD", "10 EUR")] {
        assert_eq!(off(own, other), None, "{own}, {other}");
    }
}
