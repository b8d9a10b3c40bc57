//! The policy `reported`: precision of digits, hedges, vague and computed numbers.

use super::{Fit, Policy, Reason, check, compared, fit};
use crate::value::testing::{number, quantity};
use crate::value::{Amount, Quantity, Relation, Unit, compare};

use Fit::{Compatible, Contradicts, Supports};

#[test]
fn nominals_that_agree_support_whatever_their_precision() {
    check(
        Policy::Reported,
        &[
            ("5e9 USD", "== 5e9 USD", Supports, Reason::SameNominal),
            ("5e9 USD", "== 5.00e9 USD", Supports, Reason::SameNominal),
            ("about 5e9 USD", "== 5e9 USD", Supports, Reason::SameNominal),
            ("7 firm", "== 7 firm", Supports, Reason::SameNominal),
        ],
    );
}

#[test]
fn finer_evidence_supports_what_it_rounds_to_within_five_percent() {
    check(
        Policy::Reported,
        &[
            ("43350 USD", "== 43e3 USD", Supports, Reason::RoundsTo),
            ("43350 USD", "== 43000 USD", Supports, Reason::RoundsTo),
            ("43500 USD", "== 43e3 USD", Supports, Reason::RoundsTo),
            ("43500 USD", "== 44e3 USD", Supports, Reason::RoundsTo),
            ("43950 USD", "== 43e3 USD", Contradicts, Reason::OutsideHalo),
            ("5.2e9 USD", "== 5e9 USD", Supports, Reason::RoundsTo),
            ("5.4e9 USD", "== 5e9 USD", Contradicts, Reason::OutsideHalo),
            ("-43350 USD", "== -43e3 USD", Supports, Reason::RoundsTo),
            ("120 firm", "== 100 firm", Contradicts, Reason::OutsideHalo),
            ("97 firm", "== 100 firm", Supports, Reason::RoundsTo),
        ],
    );
}

#[test]
fn an_assertion_finer_than_its_evidence_cannot_be_told() {
    check(
        Policy::Reported,
        &[
            ("9e9 USD", "== 9.04e9 USD", Compatible, Reason::FinerThanEvidence),
            ("9e9 USD", "== 8.5e9 USD", Compatible, Reason::FinerThanEvidence),
            ("9e9 USD", "== 9.5e9 USD", Contradicts, Reason::OutsideHalo),
            ("9e9 USD", "== 8e9 USD", Contradicts, Reason::OutsideHalo),
            ("9.0e9 USD", "== 9.04e9 USD", Compatible, Reason::FinerThanEvidence),
            ("9.0e9 USD", "== 9.06e9 USD", Contradicts, Reason::OutsideHalo),
            ("5e9 USD", "== 5.2e9 USD", Compatible, Reason::FinerThanEvidence),
            ("5 %", "== 5.2 %", Compatible, Reason::FinerThanEvidence),
        ],
    );
    assert_eq!(fit("9e9 USD", "== 9.04e9 USD", Policy::Literal), Contradicts);
}

#[test]
fn exclusion_is_tested_against_the_coarsest_reading_of_round_numbers() {
    check(
        Policy::Reported,
        &[
            ("14000 worker", "== 14200 worker", Compatible, Reason::FinerThanEvidence),
            ("14000 worker", "== 14600 worker", Contradicts, Reason::OutsideHalo),
            ("14010 worker", "== 14200 worker", Contradicts, Reason::OutsideHalo),
            ("2031 worker", "== 2030 worker", Supports, Reason::RoundsTo),
            ("2031 worker", "== 2032 worker", Contradicts, Reason::OutsideHalo),
        ],
    );
}

#[test]
fn counts_below_a_hundred_are_exact() {
    check(
        Policy::Reported,
        &[
            ("7 firm", "== 8 firm", Contradicts, Reason::OutsideHalo),
            ("10 killed", "== 10.4 killed", Contradicts, Reason::OutsideHalo),
            ("95 firm", "== 96", Contradicts, Reason::OutsideHalo),
            ("about 50 firm", "== 52 firm", Compatible, Reason::FinerThanEvidence),
        ],
    );
}

#[test]
fn a_bound_at_the_same_number_is_compatible() {
    check(
        Policy::Reported,
        &[
            ("more than 5e9 USD", "== 5e9 USD", Compatible, Reason::BoundAtSameNumber),
            ("more than 5.02e9 USD", "== 5e9 USD", Compatible, Reason::BoundAtSameNumber),
            ("nearly 5e9 USD", "== 5e9 USD", Compatible, Reason::BoundAtSameNumber),
            ("nearly 5e9 USD", "== 4.8e9 USD", Compatible, Reason::Overlap),
            ("nearly 5e9 USD", "== 5.2e9 USD", Contradicts, Reason::Disjoint),
            ("more than 5e9 USD", "== 6e9 USD", Compatible, Reason::Overlap),
            ("more than 5e9 USD", "== 4e9 USD", Contradicts, Reason::Disjoint),
            ("at least 5e9 USD", "> 5e9 USD", Compatible, Reason::BoundAtSameNumber),
        ],
    );
    assert_eq!(fit("more than 5e9 USD", "== 5e9 USD", Policy::Literal), Contradicts);
}

#[test]
fn order_takes_nominals_and_bounds_at_their_word_under_both_policies() {
    for policy in [Policy::Reported, Policy::Literal] {
        assert_eq!(fit("5e9 USD", "> 5e9 USD", policy), Contradicts);
        assert_eq!(fit("5e9 USD", ">= 5e9 USD", policy), Supports);
        assert_eq!(fit("5e9 USD", "> 5.2e9 USD", policy), Contradicts);
        assert_eq!(fit("more than 5e9 USD", "> 5e9 USD", policy), Supports);
        assert_eq!(fit("more than 5e9 USD", "> 6e9 USD", policy), Compatible);
        assert_eq!(fit("24 ..", ">= 20", policy), Supports);
    }
    assert_eq!(fit("about 5e9 USD", "> 4.9e9 USD", Policy::Reported), Supports);
    assert_eq!(fit("about 5e9 USD", "> 4.9e9 USD", Policy::Literal), Compatible);
}

#[test]
fn up_to_excludes_softly_and_at_most_for_good() {
    let soft = |evidence: &str, asserted: &str| {
        let found = compared(evidence, asserted, Policy::Reported);
        (found.fit, found.soft)
    };
    assert_eq!(soft("up to 400", "== 400"), (Compatible, false));
    assert_eq!(soft("up to 400", "== 500"), (Contradicts, true));
    assert_eq!(soft("up to 400", ">= 500"), (Contradicts, true));
    assert_eq!(soft("up to 400", "!= 500"), (Supports, true));
    assert_eq!(soft("up to 400", "< 500"), (Supports, false));
    assert_eq!(soft("up to 400", "== -5"), (Contradicts, false));
    assert_eq!(soft("up to 400", "< 0"), (Contradicts, false));
    assert_eq!(soft("at most 400", "== 500"), (Contradicts, false));
}

#[test]
fn not_equal_turns_equal_round() {
    check(
        Policy::Reported,
        &[
            ("5e9 USD", "!= 5e9 USD", Contradicts, Reason::SameNominal),
            ("43350 USD", "!= 43e3 USD", Contradicts, Reason::RoundsTo),
            ("6e9 USD", "!= 5e9 USD", Supports, Reason::OutsideHalo),
            ("more than 5e9 USD", "!= 5e9 USD", Compatible, Reason::BoundAtSameNumber),
        ],
    );
}

#[test]
fn about_grants_five_percent() {
    check(
        Policy::Reported,
        &[
            ("520 USD", "~= 500 USD", Supports, Reason::Inside),
            ("536 USD", "~= 500 USD", Contradicts, Reason::OutsideHalo),
            ("5e9 USD", "~= 5.2e9 USD", Supports, Reason::Inside),
            ("5e9 USD", "~= 5.3e9 USD", Compatible, Reason::Overlap),
            ("5e9 USD", "~= 6.2e9 USD", Contradicts, Reason::OutsideHalo),
            ("480 .. 510", "~= 500", Supports, Reason::Inside),
            ("about 500", "in 490 .. 600", Supports, Reason::Inside),
            ("520 USD", "== about 500 USD", Supports, Reason::Inside),
        ],
    );
}

#[test]
fn a_hedge_on_the_assertion_is_part_of_it() {
    check(
        Policy::Reported,
        &[
            ("6e9 USD", "== more than 5e9 USD", Supports, Reason::Inside),
            ("5e9 USD", "== more than 5e9 USD", Contradicts, Reason::Disjoint),
            ("more than 5e9 USD", "== more than 5e9 USD", Supports, Reason::Inside),
            ("more than 4e9 USD", "== more than 5e9 USD", Compatible, Reason::Overlap),
            ("5e9 USD", "== at least 5e9 USD", Supports, Reason::Inside),
            ("350 kg", "== less than 750 kg", Supports, Reason::Inside),
            ("up to 400", "== up to 400", Supports, Reason::Inside),
            ("400", "== up to 400", Supports, Reason::Inside),
            ("nearly 500", "== nearly 500", Supports, Reason::Inside),
            ("470", "== nearly 500", Supports, Reason::Inside),
            ("500", "== nearly 500", Compatible, Reason::Overlap),
            ("3 .. 5", "== 3 .. 5", Supports, Reason::Inside),
            ("4", "== 3 .. 5", Supports, Reason::Inside),
            ("3 .. 5", "== 4", Compatible, Reason::Overlap),
            ("3 .. 5", "== 6", Contradicts, Reason::Disjoint),
        ],
    );
}

#[test]
fn vague_numbers_support_only_the_bounds_that_they_entail() {
    let dozens = Quantity::new(Amount::vague(number("24"), Some(number("99"))), Unit::count("arrest"));
    let fit = |relation, value: &str| compare(&dozens, relation, &quantity(value), Policy::Reported).fit;
    assert_eq!(fit(Relation::Greater, "20"), Supports);
    assert_eq!(fit(Relation::Greater, "30"), Compatible);
    assert_eq!(fit(Relation::Equal, "40"), Compatible);
    assert_eq!(fit(Relation::Equal, "150"), Contradicts);
    assert_eq!(fit(Relation::Less, "100"), Supports);
}

#[test]
fn what_is_computed_from_rounded_numbers_is_open_as_far_as_they_are() {
    let sum = quantity("5e9 USD").plus(&quantity("4e9 USD")).unwrap();
    let fit = |relation, value: &str, policy| compare(&sum, relation, &quantity(value), policy).fit;
    assert_eq!(fit(Relation::AtMost, "10e9 USD", Policy::Reported), Supports);
    assert_eq!(fit(Relation::Greater, "8.5e9 USD", Policy::Reported), Compatible);
    assert_eq!(fit(Relation::Greater, "8.5e9 USD", Policy::Literal), Supports);
    assert_eq!(fit(Relation::Equal, "9e9 USD", Policy::Reported), Supports);
    assert_eq!(fit(Relation::Equal, "9.5e9 USD", Policy::Reported), Compatible);
    assert_eq!(fit(Relation::Equal, "11e9 USD", Policy::Reported), Contradicts);
    assert_eq!(fit(Relation::About, "9e9 USD", Policy::Reported), Supports);
    assert_eq!(fit(Relation::In, "8.5e9 .. 9.5e9 USD", Policy::Reported), Compatible);
    assert_eq!(fit(Relation::In, "8.5e9 .. 9.5e9 USD", Policy::Literal), Supports);
    assert_eq!(fit(Relation::In, "8e9 .. 10e9 USD", Policy::Reported), Supports);

    let share = quantity("5e9 USD").share_of(&quantity("9e9 USD")).unwrap();
    assert_eq!(compare(&share, Relation::Greater, &quantity("50 %"), Policy::Reported).fit, Compatible);
    assert_eq!(compare(&share, Relation::Greater, &quantity("50 %"), Policy::Literal).fit, Supports);
    assert_eq!(compare(&share, Relation::Greater, &quantity("40 %"), Policy::Reported).fit, Supports);
}

#[test]
fn what_is_computed_from_exact_counts_is_exact() {
    let share = quantity("5 firm").share_of(&quantity("9 firm")).unwrap();
    let fit = |relation, value: &str| compare(&share, relation, &quantity(value), Policy::Reported).fit;
    assert_eq!(fit(Relation::Equal, "56 %"), Supports);
    assert_eq!(fit(Relation::Equal, "55.6 %"), Supports);
    assert_eq!(fit(Relation::Equal, "55.5 %"), Contradicts);
    assert_eq!(fit(Relation::Greater, "50 %"), Supports);
}

#[test]
fn a_computed_threshold_is_open_as_far_as_its_operands_are() {
    let rest = quantity("14e9 USD").minus(&quantity("10e9 USD")).unwrap();
    let fit = |evidence: &str, relation, policy| compare(&quantity(evidence), relation, &rest, policy).fit;
    assert_eq!(fit("5e9 USD", Relation::Greater, Policy::Reported), Supports);
    assert_eq!(fit("4.2e9 USD", Relation::Greater, Policy::Reported), Compatible);
    assert_eq!(fit("4.2e9 USD", Relation::Greater, Policy::Literal), Supports);
    assert_eq!(fit("3e9 USD", Relation::Greater, Policy::Reported), Contradicts);
    assert_eq!(fit("4e9 USD", Relation::Equal, Policy::Reported), Supports);
    assert_eq!(fit("6e9 USD", Relation::Equal, Policy::Reported), Contradicts);
}

#[test]
fn a_bound_in_an_operand_leaves_the_result_open() {
    let sum = quantity("4e9 USD").plus(&quantity("more than 5e9 USD")).unwrap();
    let fit = |relation, value: &str| compare(&sum, relation, &quantity(value), Policy::Reported).fit;
    assert_eq!(fit(Relation::Equal, "9e9 USD"), Compatible);
    assert_eq!(fit(Relation::AtMost, "10e9 USD"), Compatible);
    assert_eq!(fit(Relation::Greater, "8e9 USD"), Supports);
    assert_eq!(fit(Relation::Less, "8e9 USD"), Contradicts);
}
