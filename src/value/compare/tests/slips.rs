//! Slips of the pen: the right digits with the wrong magnitude or unit.

use super::{Fit, Policy, Reason, check, compared};
use crate::value::testing::number;

#[test]
fn digits_that_agree_a_power_of_a_thousand_off_are_a_slip_of_magnitude() {
    for policy in [Policy::Reported, Policy::Literal] {
        for (evidence, asserted, factor) in [
            ("5e9 USD", "== 5e6 USD", "1000"),
            ("5e6 USD", "== 5e9 USD", "1000"),
            ("5e12 USD", "== 5e6 USD", "1000000"),
            ("more than 5e9 USD", "== 5e6 USD", "1000"),
            ("5e6 USD", "> 5e9 USD", "1000"),
            ("-5e9 USD", "== -5e6 USD", "1000"),
            ("5 km", "== 5 m", "1000"),
        ] {
            let found = compared(evidence, asserted, policy);
            let reason = if evidence == "5 km" { Reason::UnitSlip } else { Reason::MagnitudeSlip(number(factor)) };
            assert_eq!((found.fit, found.reason), (Fit::Contradicts, reason), "{evidence} against {asserted}");
        }
    }
}

#[test]
fn other_factors_are_no_slip() {
    check(
        Policy::Reported,
        &[
            ("5e9 USD", "== 5e8 USD", Fit::Contradicts, Reason::OutsideHalo),
            ("5e9 USD", "== -5e6 USD", Fit::Contradicts, Reason::OutsideHalo),
            ("5e9 USD", "== 0 USD", Fit::Contradicts, Reason::OutsideHalo),
            ("0 USD", "== 5e9 USD", Fit::Contradicts, Reason::OutsideHalo),
            ("5e9 USD", "> 1e6 USD", Fit::Supports, Reason::Inside),
        ],
    );
}

#[test]
fn the_same_digits_in_another_unit_are_a_slip_of_the_unit() {
    check(
        Policy::Reported,
        &[
            ("5 km", "== 5 [mi_i]", Fit::Contradicts, Reason::UnitSlip),
            ("100 [degF]", "== 100 Cel", Fit::Contradicts, Reason::UnitSlip),
            ("6 km", "== 5 [mi_i]", Fit::Contradicts, Reason::OutsideHalo),
        ],
    );
}
