//! Units and what converts.

use super::{Conversion, Unit};
use crate::value::Number;
use crate::value::testing::{number, unit};

#[test]
fn units_of_one_dimension_convert_exactly() {
    let inches = unit("[in_i]").conversion_to(&unit("cm")).unwrap();
    assert_eq!(inches, Conversion::factor(number("2.54")));
    let celsius = unit("Cel").conversion_to(&unit("[degF]")).unwrap();
    assert_eq!(celsius, Conversion { factor: number("1.8"), offset: number("32") });
}

#[test]
fn basis_points_are_hundredths_of_percentage_points_and_neither_is_percent() {
    assert_eq!(unit("bp").conversion_to(&unit("pp")), Some(Conversion::factor(number("0.01"))));
    assert!(!unit("pp").converts_to(&unit("%")));
    assert!(!unit("%").converts_to(&unit("bp")));
}

#[test]
fn money_converts_to_its_own_currency_alone() {
    assert!(unit("USD").converts_to(&unit("USD")));
    assert!(!unit("USD").converts_to(&unit("EUR")));
}

#[test]
fn counts_and_bare_numbers_pass_for_one_another() {
    for (left, right) in
        [(unit("firm"), unit("company")), (unit("firm"), Unit::number()), (Unit::number(), unit("firm"))]
    {
        assert_eq!(left.conversion_to(&right), Some(Conversion::identity()));
    }
    assert!(!Unit::ordinal().converts_to(&Unit::number()));
}

#[test]
fn metres_to_kilometres_keep_their_digits_and_inches_to_centimetres_do_not() {
    let keeps = |from: &str, to: &str| unit(from).conversion_to(&unit(to)).unwrap().keeps_digits();
    assert!(keeps("km", "m") && keeps("m", "km") && keeps("m", "m") && keeps("m2", "har"));
    assert!(!keeps("[in_i]", "cm") && !keeps("h", "min") && !keeps("Cel", "K"));
}

#[test]
fn a_factor_of_zero_converts_nothing() {
    let broken = Unit::measure("x", unit("m").dimension, Some(Conversion::factor(Number::ZERO)));
    assert!(!unit("m").converts_to(&broken));
}
