//! Conversion.

use proptest::prelude::*;

use super::any_amount;
use crate::value::testing::{quantity, unit};
use crate::value::{Amount, Conversion, Dimension, Fit, Number, Policy, Quantity, Relation, Unit, Written, compare};

/// A unit with a factor, and now and then an offset.
fn any_unit(code: &'static str) -> impl Strategy<Value = Unit> {
    let offset = prop_oneof![3 => Just(0_i64), 1 => -300_i64..300];
    (1_i128..10_000, 1_i128..10_000, offset).prop_filter_map("a factor", move |(top, bottom, offset)| {
        let conversion = Conversion { factor: Number::ratio(top, bottom)?, offset: Number::from(offset) };
        Some(Unit::measure(code, Dimension::Temperature, Some(conversion)))
    })
}

impl Quantity {
    /// The same unit with another number.
    fn with(&self, written: Written) -> Quantity {
        Quantity::new(Amount::bare(written), self.unit.clone())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn there_and_back_is_where_it_was(amount in any_amount(), here in any_unit("x"), there in any_unit("y")) {
        let quantity = Quantity::new(amount, here.clone());
        let back = quantity.converted(&there).and_then(|converted| converted.converted(&here));
        prop_assert_eq!(back, Some(quantity));
    }

    #[test]
    fn two_steps_go_where_one_does(
        amount in any_amount(), here in any_unit("x"), through in any_unit("y"), there in any_unit("z")
    ) {
        let quantity = Quantity::new(amount, here);
        let two = quantity.converted(&through).and_then(|converted| converted.converted(&there));
        prop_assert_eq!(two, quantity.converted(&there));
    }

    #[test]
    fn a_converted_quantity_says_the_same(amount in any_amount(), here in any_unit("x"), there in any_unit("y")) {
        let quantity = Quantity::new(amount, here);
        let converted = quantity.converted(&there).unwrap();
        for relation in [Relation::Equal, Relation::AtLeast, Relation::Less, Relation::In] {
            let (same, other) = (
                compare(&quantity, relation, &quantity, Policy::Literal).fit,
                compare(&quantity, relation, &converted, Policy::Literal).fit,
            );
            prop_assert_eq!(same, other);
        }
    }

    #[test]
    fn what_is_converted_and_rounded_agrees_with_its_original(inches in 20_i128..5000, places in 0_i32..3, halves in 0_i128..2) {
        let written = if halves == 0 { Written::integer(inches) } else {
            Written::integer(inches * 10 + 5).scaled(Number::power_of_ten(-1).unwrap()).unwrap()
        };
        let grain = Number::power_of_ten(-places).unwrap();
        let original = quantity("1 [in_i]").with(written);
        let value = original.converted(&unit("cm")).unwrap().amount.nominal.unwrap().round_to(grain).unwrap();
        let rounded = quantity("1 cm").with(Written { value, grain, coarse: grain });
        for policy in [Policy::Reported, Policy::Literal] {
            prop_assert_eq!(compare(&original, Relation::Equal, &rounded, policy).fit, Fit::Supports);
        }
        prop_assert_ne!(compare(&rounded, Relation::Equal, &original, Policy::Reported).fit, Fit::Contradicts);
    }

    #[test]
    fn money_of_two_currencies_never_supports(evidence in any_amount(), asserted in any_amount()) {
        let (yen, euros) = (Quantity::new(evidence, Unit::money("JPY")), Quantity::new(asserted, Unit::money("EUR")));
        for relation in [Relation::Equal, Relation::NotEqual, Relation::AtLeast, Relation::About] {
            for policy in [Policy::Reported, Policy::Literal] {
                prop_assert_ne!(compare(&yen, relation, &euros, policy).fit, Fit::Supports);
            }
        }
    }
}
