//! Units come first.

use super::{Fit, Policy, Reason, check, fit};

use Fit::{Compatible, Contradicts, Supports};

#[test]
fn another_dimension_is_a_contradiction_of_the_unit() {
    for policy in [Policy::Reported, Policy::Literal] {
        check(
            policy,
            &[
                ("4.5 %", "== 4.5 pp", Contradicts, Reason::OtherDimension),
                ("50 bp", "== 0.5 %", Contradicts, Reason::OtherDimension),
                ("5 km", "> 3 kg", Contradicts, Reason::OtherDimension),
                ("5e9 USD", "== 5e9", Contradicts, Reason::OtherDimension),
                ("5 km", "!= 5 kg", Compatible, Reason::OtherDimension),
            ],
        );
    }
}

#[test]
fn another_currency_is_compatible_at_best_and_a_slip_where_the_digits_agree() {
    for policy in [Policy::Reported, Policy::Literal] {
        check(
            policy,
            &[
                ("6e9 EUR", "== 5e9 USD", Compatible, Reason::NoConversion),
                ("6e9 EUR", "> 5e9 USD", Compatible, Reason::NoConversion),
                ("5e9 EUR", "== 5e9 USD", Contradicts, Reason::UnitSlip),
                ("more than 5e9 KRW", "== 5e9 USD", Contradicts, Reason::UnitSlip),
                ("5e9 EUR", "!= 5e9 USD", Compatible, Reason::UnitSlip),
                ("3 .. 5 EUR", "== 5 USD", Compatible, Reason::NoConversion),
            ],
        );
    }
}

#[test]
fn things_counted_are_left_to_the_caller_to_tell_apart() {
    check(
        Policy::Reported,
        &[
            ("7 firm", "== 7 company", Supports, Reason::SameNominal),
            ("7", "== 7 firm", Supports, Reason::SameNominal),
            ("7 firm", "== 6", Contradicts, Reason::OutsideHalo),
        ],
    );
}

#[test]
fn conversion_is_exact_where_the_digits_stay() {
    for policy in [Policy::Reported, Policy::Literal] {
        check(
            policy,
            &[
                ("9900 m2", "== 0.99 har", Supports, Reason::SameNominal),
                ("0.99 har", "== 9900 m2", Supports, Reason::SameNominal),
                ("50 bp", "== 0.5 pp", Supports, Reason::SameNominal),
                ("1500 m", "> 1.4 km", Supports, Reason::Inside),
                ("6 km", "== 5000 m", Contradicts, Reason::Disjoint),
            ]
            .map(|row| match (policy, row.1) {
                (Policy::Reported, "== 5000 m") => (row.0, row.1, row.2, Reason::OutsideHalo),
                _ => row,
            }),
        );
    }
    check(
        Policy::Reported,
        &[
            ("5 km", "== 5200 m", Compatible, Reason::FinerThanEvidence),
            ("5200 m", "== 5 km", Supports, Reason::RoundsTo),
            ("9900 m2", "== 0.994 har", Compatible, Reason::FinerThanEvidence),
            ("9900 m2", "== 0.996 har", Contradicts, Reason::OutsideHalo),
        ],
    );
}

#[test]
fn across_units_nominals_agree_at_the_coarser_of_two_precisions() {
    for policy in [Policy::Reported, Policy::Literal] {
        check(
            policy,
            &[
                ("17.5 [in_i]", "== 44.5 cm", Supports, Reason::SameNominal),
                ("44.5 cm", "== 17.5 [in_i]", Supports, Reason::SameNominal),
                ("9900 m2", "== 106562.7 [sft_i]", Supports, Reason::SameNominal),
                ("106562.7 [sft_i]", "== 9900 m2", Supports, Reason::SameNominal),
                ("106562.7 [sft_i]", "== 0.99 har", Supports, Reason::SameNominal),
                ("60 [mi_i]/h", "== 97 km/h", Supports, Reason::SameNominal),
                ("60 [mi_i]/h", "== 96 km/h", Supports, Reason::SameNominal),
                ("100 [degF]", "== 38 Cel", Supports, Reason::SameNominal),
                ("20 Cel", "== 68 [degF]", Supports, Reason::SameNominal),
                ("34 [degF]", "== 1 Cel", Supports, Reason::SameNominal),
                ("1 [mi_i]", "== 1.6 km", Supports, Reason::SameNominal),
                ("more than 17.5 [in_i]", "> 44.5 cm", Supports, Reason::Inside),
                ("17.5 [in_i]", ">= 44.5 cm", Supports, Reason::Inside),
                ("62 [mi_i]/h", ">= 100 km/h", Supports, Reason::Inside),
                ("6.3 [mi_i]", "> 10 km", Supports, Reason::Inside),
                ("6.3 [mi_i]", "== more than 10 km", Supports, Reason::Inside),
            ],
        );
    }
    assert_eq!(fit("17.5 [in_i]", "== 45.5 cm", Policy::Reported), Contradicts);
    assert_eq!(fit("101 [degF]", "== 40 Cel", Policy::Reported), Contradicts);
}

#[test]
fn what_is_finer_than_its_converted_evidence_cannot_be_told() {
    for (evidence, asserted) in [
        ("2 h", "== 125 min"),
        ("1 [mi_i]", "== 1650 m"),
        ("1 [mi_i]", "== 1.5 km"),
        ("6 [ft_i]", "== 2 m"),
        ("9900 m2", "== 107.0e3 [sft_i]"),
    ] {
        assert_eq!(fit(evidence, asserted, Policy::Reported), Compatible, "{evidence} against {asserted}");
        assert_eq!(fit(evidence, asserted, Policy::Literal), Contradicts, "{evidence} against {asserted}");
    }
    for (evidence, asserted) in [("125 min", "== 2 h"), ("690 min", "== 11 h"), ("690 min", "== 12 h")] {
        assert_eq!(fit(evidence, asserted, Policy::Reported), Supports, "{evidence} against {asserted}");
    }
}
