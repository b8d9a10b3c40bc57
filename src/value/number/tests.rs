//! Exact numbers and their decimals.

use super::Number;
use crate::value::testing::number;

#[test]
fn arithmetic_is_exact() {
    let (third, sixth) = (number("1/3"), number("1/6"));
    assert_eq!(third.plus(sixth), number("1/2").into());
    assert_eq!(third.minus(third), Some(Number::ZERO));
    assert_eq!(third.times(number("-0.3")), Some(number("-0.1")));
    assert_eq!(third.over(sixth), Some(number("2")));
    assert_eq!(third.over(Number::ZERO), None);
}

#[test]
fn what_does_not_fit_is_none() {
    let most = Number::from_integer(i128::MAX);
    assert_eq!(most.plus(Number::ONE), None);
    assert_eq!(most.negated().minus(Number::ONE), None);
    assert_eq!(most.times(number("2")), None);
    assert_eq!(most.over(number("0.1")), None);
    assert_eq!(Number::ratio(1, i128::MAX).and_then(Number::half), None);
    assert_eq!(Number::power_of_ten(39), None);
    assert_eq!(Number::power_of_ten(-39), None);
    assert_eq!(Number::ratio(1, 0), None);
    assert_eq!(Number::ratio(i128::MIN, 1), None);
    assert_eq!(Number::from_integer(i128::MIN).abs(), most);
}

#[test]
fn fractions_are_in_lowest_terms_with_the_sign_on_top() {
    let value = Number::ratio(6, -4).unwrap();
    assert_eq!((value.numerator(), value.denominator()), (-3, 2));
    let huge = Number::ratio(i128::MAX - 1, (i128::MAX - 1) / 2).unwrap();
    assert_eq!(huge, number("2"));
}

#[test]
fn a_decimal_that_ends_is_printed_exactly() {
    for text in ["0", "0.15", "5000000000", "-2.5", "106562.7", "0.09290304", "-0.001"] {
        assert_eq!(number(text).to_string(), text);
    }
    let tiny = Number::ratio(1, 1 << 126).unwrap().to_string();
    assert_eq!(tiny.len(), 128);
    assert!(tiny.ends_with("8515625"));
}

#[test]
fn a_decimal_that_does_not_end_has_twelve_significant_digits() {
    assert_eq!(number("5/9").decimal(), "0.555555555556");
    assert_eq!(number("-200/3").decimal(), "-66.6666666667");
    assert_eq!(number("1/300").decimal(), "0.00333333333333");
    assert_eq!(number("10000000000000/3").decimal(), "3333333333333");
    assert_eq!(number("10000000000001/6").decimal(), "1666666666667");
    assert_eq!(Number::ratio(3 * 10_i128.pow(15) - 1, 3 * 10_i128.pow(15)).unwrap().decimal(), "1");
}

#[test]
fn people_read_thousands_in_groups() {
    let cases =
        [("5e9", "5,000,000,000"), ("-1234.5", "-1,234.5"), ("999", "999"), ("1000", "1,000"), ("0.0001", "0.0001")];
    for (text, grouped) in cases {
        assert_eq!(number(text).grouped(), grouped);
    }
}

#[test]
fn rounding_goes_to_the_nearest_multiple_and_halves_go_outward() {
    let cases = [
        ("43350", "1000", "43000"),
        ("43500", "1000", "44000"),
        ("-43500", "1000", "-44000"),
        ("44.45", "0.1", "44.5"),
        ("7", "0", "7"),
        ("1/3", "0.01", "0.33"),
        ("0.4", "1", "0"),
    ];
    for (value, grain, rounded) in cases {
        assert_eq!(number(value).round_to(number(grain)), Some(number(rounded)), "{value} by {grain}");
    }
}

#[test]
fn the_floor_of_a_negative_number_is_below_it() {
    assert_eq!(number("-2.5").floor(), number("-3"));
    assert_eq!(number("2.5").floor(), number("2"));
}

#[test]
fn powers_of_ten_go_both_ways() {
    assert_eq!(Number::power_of_ten(3), Some(number("1000")));
    assert_eq!(Number::power_of_ten(-3), Some(number("0.001")));
    assert_eq!(Number::power_of_ten(0), Some(Number::ONE));
}
