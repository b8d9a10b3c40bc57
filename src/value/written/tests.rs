//! The precision that digits carry.

use super::Written;
use crate::value::testing::{number, written};

#[test]
fn digits_carry_value_grain_and_coarsest_reading() {
    #[rustfmt::skip]
    let table = [
        // text              value           grain    coarse
        ("5",                "5",            "1",     "1"),
        ("90",               "90",           "1",     "1"),
        ("100",              "100",          "1",     "100"),
        ("14,000",           "14000",        "1",     "1000"),
        ("43,350",           "43350",        "1",     "10"),
        ("2031",             "2031",         "1",     "1"),
        ("9.0",              "9",            "0.1",   "0.1"),
        (".5",               "0.5",          "0.1",   "0.1"),
        ("1,234.5",          "1234.5",       "0.1",   "0.1"),
        ("5e9",              "5000000000",   "1e9",   "1e9"),
        ("9.0e9",            "9000000000",   "1e8",   "1e8"),
        ("650e9",            "650000000000", "1e9",   "1e10"),
        ("2.5E-3",           "0.0025",       "1e-4",  "1e-4"),
        ("5_000_000_000",    "5000000000",   "1",     "1e9"),
        ("12,34,500",        "1234500",      "1",     "100"),
        ("816\u{a0}000",     "816000",       "1",     "1000"),
        ("-14,000",          "-14000",       "1",     "1000"),
        ("\u{2212}0.50",     "-0.5",         "0.01",  "0.01"),
        ("+7",               "7",            "1",     "1"),
        ("0",                "0",            "1",     "1"),
        ("0.0",              "0",            "0.1",   "0.1"),
    ];
    for (text, value, grain, coarse) in table {
        let expected = Written { value: number(value), grain: number(grain), coarse: number(coarse) };
        assert_eq!(Written::parse(text), Some(expected), "{text}");
    }
}

#[test]
fn what_is_no_number_is_none() {
    let wrong = [
        "",
        "-",
        ".",
        "5.",
        "1,23",
        "1,2345",
        "12,345,67",
        "0,123",
        ",123",
        "1,234,",
        "1..2",
        "1.2.3",
        "_5",
        "5_",
        "5e",
        "5e+",
        "e9",
        "5e9999",
        "5e1.5",
        "1/2",
        "five",
        "٥",
        "5 000",
        "--5",
        "1,234_567",
        "0x10",
        "1.2,3",
    ];
    for text in wrong {
        assert_eq!(Written::parse(text), None, "{text:?}");
    }
}

#[test]
fn over_long_digit_strings_are_none() {
    let digits = "9".repeat(2_000_000);
    for text in [digits.clone(), format!("0.{digits}"), format!("1e{digits}"), format!("1{}", ",000".repeat(500_000))] {
        assert_eq!(Written::parse(&text), None);
    }
}

#[test]
fn a_magnitude_scales_the_precision_too() {
    let nine = written("9.0").scaled(number("1e9")).unwrap();
    assert_eq!(nine, written("9.0e9"));
    let loss = written("14").scaled(number("-1000")).unwrap();
    assert_eq!((loss.value, loss.grain), (number("-14000"), number("1000")));
    assert_eq!(written("9e30").scaled(number("1e30")), None);
}
