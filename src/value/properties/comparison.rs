//! The comparison of values.

use proptest::prelude::*;

use super::{any_amount, any_interval, grid};
use crate::value::{
    Amount, Bound, Conversion, Dimension, Fit, Interval, Number, Policy, Quantity, Relation, Unit, Wording, Written,
    compare,
};

const RELATIONS: [Relation; 9] = [
    Relation::Equal,
    Relation::NotEqual,
    Relation::Less,
    Relation::AtMost,
    Relation::Greater,
    Relation::AtLeast,
    Relation::About,
    Relation::Exactly,
    Relation::In,
];

fn any_relation() -> impl Strategy<Value = Relation> {
    prop::sample::select(RELATIONS.to_vec())
}

fn any_policy() -> impl Strategy<Value = Policy> {
    prop::sample::select(vec![Policy::Reported, Policy::Literal])
}

/// A length in metres, whose small numbers are rounded like any others.
fn metres(amount: &Amount) -> Quantity {
    let unit = Unit::measure("m", Dimension::Length, Some(Conversion::identity()));
    Quantity::new(amount.clone(), unit)
}

fn fit(evidence: &Amount, relation: Relation, asserted: &Amount, policy: Policy) -> Fit {
    compare(&metres(evidence), relation, &metres(asserted), policy).fit
}

/// Whether a wording allows a value, straight from the table of wordings and without any interval.
fn allows(amount: &Amount, x: Number) -> bool {
    let Some(v) = amount.nominal else {
        let ends = (amount.literal.low.number(), amount.literal.high.number());
        return ends.0.is_none_or(|low| low <= x) && ends.1.is_none_or(|high| x <= high);
    };
    let (size, zero) = (|part: i128| v.abs().over(Number::from_integer(part)).unwrap(), Number::ZERO);
    let (tenth, twentieth) = (size(10).max(amount.grain), size(20).max(amount.grain.half().unwrap()));
    let distance = x.minus(v).unwrap();
    match amount.wording {
        Wording::Bare | Wording::Exact => x == v,
        Wording::MoreThan => x > v,
        Wording::AtLeast => x >= v,
        Wording::LessThan => x < v,
        Wording::AtMost => x <= v,
        Wording::UpTo => x <= v && (x >= zero || v < zero),
        Wording::Nearly | Wording::JustUnder => x < v && distance.abs() <= tenth,
        Wording::JustOver => x > v && distance <= tenth,
        Wording::About => distance.abs() <= twentieth,
        Wording::Tolerance => distance.abs() <= amount.literal.high.number().unwrap().minus(v).unwrap(),
        Wording::Range | Wording::Vague | Wording::Derived => unreachable!("these have no nominal here"),
    }
}

/// Whether an assertion holds of a value, straight from the meaning of its relation.
fn holds(relation: Relation, asserted: &Amount, x: Number) -> bool {
    let against = |test: fn(&Number, &Number) -> bool, all: bool| match asserted.nominal {
        Some(v) if asserted.is_bound() => test(&x, &v),
        _ if all => grid().filter(|t| allows(asserted, *t)).all(|t| test(&x, &t)),
        _ => grid().filter(|t| allows(asserted, *t)).any(|t| test(&x, &t)),
    };
    match relation {
        Relation::Equal | Relation::Exactly | Relation::Includes => allows(asserted, x) || under(asserted, x),
        Relation::NotEqual => !allows(asserted, x) && !under(asserted, x),
        Relation::In => allows(asserted, x),
        Relation::Less => against(Number::lt, true),
        Relation::AtMost => against(Number::le, true),
        Relation::Greater => against(Number::gt, true),
        Relation::AtLeast => against(Number::ge, true),
        Relation::About => match asserted.wording {
            Wording::Bare | Wording::Exact => allows(&Amount { wording: Wording::About, ..asserted.clone() }, x),
            _ => asserted.halo.contains(x),
        },
    }
}

/// "It is up to v" says of a value that it is at most v.
fn under(asserted: &Amount, x: Number) -> bool {
    asserted.wording == Wording::UpTo && asserted.nominal.is_some_and(|v| x <= v)
}

/// The ends of what is about a number that was not rounded, which are 5 % away from it, and points between them: no eighths.
fn around(amount: &Amount) -> impl Iterator<Item = Number> {
    let at = |v: Number| [-2, -1, 1, 2].map(|part| v.times(Number::ratio(40 + part, 40).unwrap()).unwrap());
    amount.nominal.into_iter().flat_map(at)
}

/// The verdict by brute force: what holds of every value, of none, or of some.
fn brute(evidence: &Amount, relation: Relation, asserted: &Amount) -> Fit {
    let points = grid().chain(around(evidence)).chain(around(asserted));
    let values: Vec<Number> = points.filter(|x| allows(evidence, *x)).collect();
    if values.iter().all(|x| holds(relation, asserted, *x)) {
        Fit::Supports
    } else if !values.iter().any(|x| holds(relation, asserted, *x)) {
        Fit::Contradicts
    } else {
        Fit::Compatible
    }
}

/// Whether the assertion has one reading: an order against a set of several values is meant of all of them or of some.
fn has_one_reading(relation: Relation, asserted: &Amount) -> bool {
    match relation {
        Relation::Less | Relation::AtMost | Relation::Greater | Relation::AtLeast => {
            asserted.is_bound() || asserted.literal.single().is_some()
        }
        Relation::Equal
        | Relation::NotEqual
        | Relation::Exactly
        | Relation::Includes
        | Relation::About
        | Relation::In => true,
    }
}

/// An amount that allows more than this one, and nothing less.
fn widened(amount: &Amount, by: &Interval) -> Amount {
    Amount {
        wording: Wording::Range,
        nominal: None,
        literal: amount.literal.hull(by),
        halo: amount.halo.hull(by),
        ..amount.clone()
    }
}

/// Digits at any place: "700", "7.3", "-41", "0.25".
fn any_digits() -> impl Strategy<Value = Written> {
    let digits = prop_oneof![-99_i128..=99, -9999_i128..=9999, (-9_i128..=9).prop_map(|digit| digit * 100)];
    (digits, -2_i32..=3)
        .prop_filter_map("a number", |(digits, place)| Written::integer(digits).scaled(Number::power_of_ten(place)?))
}

/// `==` under `reported` by the book, without any interval: does either number round to the other?
fn rounded(evidence: Written, asserted: Written) -> Fit {
    let distance = evidence.value.minus(asserted.value).unwrap().abs();
    let near = distance.times(Number::from(20)).unwrap() <= asserted.value.abs();
    let up = evidence.value.abs().round_to(asserted.coarse).unwrap();
    let down = up.minus(asserted.coarse).filter(|down| evidence.value.abs().minus(*down) == asserted.coarse.half());
    let rounds = [Some(up), down].contains(&Some(asserted.value.abs()));
    let finer = evidence.coarse < asserted.coarse && near && rounds;
    if evidence.value == asserted.value || finer {
        Fit::Supports
    } else if asserted.value.round_to(evidence.coarse) == Some(evidence.value) {
        Fit::Compatible
    } else {
        Fit::Contradicts
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn literal_verdicts_are_those_of_brute_force(evidence in any_amount(), relation in any_relation(), asserted in any_amount()) {
        prop_assume!(has_one_reading(relation, &asserted));
        let expected = brute(&evidence, relation, &asserted);
        prop_assert_eq!(fit(&evidence, relation, &asserted, Policy::Literal), expected);
    }

    #[test]
    fn the_sets_of_wordings_are_those_of_the_table(amount in any_amount()) {
        for x in grid() {
            prop_assert_eq!(amount.literal.contains(x), allows(&amount, x), "{}", x);
        }
        prop_assert!(amount.literal.is_subset_of(&amount.halo));
    }

    #[test]
    fn support_implies_overlap(evidence in any_amount(), relation in any_relation(), asserted in any_amount(), policy in any_policy()) {
        prop_assume!(relation != Relation::NotEqual);
        if fit(&evidence, relation, &asserted, policy) == Fit::Supports {
            let values: Vec<Number> = grid().filter(|x| evidence.halo.contains(*x)).collect();
            let near = |x: &Number| holds(relation, &asserted, *x) || (asserted.halo.contains(*x) && policy == Policy::Reported);
            prop_assert!(values.iter().any(near));
        }
    }

    #[test]
    fn reported_decides_no_otherwise_than_literal_where_nothing_is_rounded(
        evidence in any_amount(), relation in any_relation(), asserted in any_amount()
    ) {
        let about = |amount: &Amount| amount.wording == Wording::About;
        prop_assume!(!about(&evidence) && has_one_reading(relation, &asserted));
        let (reported, literal) = (
            fit(&evidence, relation, &asserted, Policy::Reported),
            fit(&evidence, relation, &asserted, Policy::Literal),
        );
        prop_assert!(reported == literal || reported == Fit::Compatible, "{reported:?} and {literal:?}");
    }

    #[test]
    fn wider_evidence_never_decides_what_was_open(
        evidence in any_amount(), more in any_interval(), relation in any_relation(), asserted in any_amount(), policy in any_policy()
    ) {
        prop_assume!(evidence.wording == Wording::Range || policy == Policy::Literal);
        let (before, after) = (
            fit(&evidence, relation, &asserted, policy),
            fit(&widened(&evidence, &more), relation, &asserted, policy),
        );
        prop_assert!(after == before || after == Fit::Compatible, "{before:?} became {after:?}");
    }

    #[test]
    fn a_wider_halo_only_opens(
        low in -8_i64..=8, reach in 0_i64..3, more in any_interval(), relation in any_relation(), asserted in any_amount()
    ) {
        let value = Amount::exact(Number::from(low));
        let operand = Amount::tolerance(Written::exact(Number::ZERO), Number::from(reach));
        let computed = value.plus(&operand).unwrap();
        let wider = Amount { halo: computed.halo.hull(&more), ..computed.clone() };
        let (before, after) = (
            fit(&computed, relation, &asserted, Policy::Reported),
            fit(&wider, relation, &asserted, Policy::Reported),
        );
        prop_assert!(after == before || after == Fit::Compatible, "{before:?} became {after:?}");
    }

    #[test]
    fn reported_numbers_agree_as_far_as_they_round_to_one_another(evidence in any_digits(), asserted in any_digits()) {
        let found = fit(&Amount::bare(evidence), Relation::Equal, &Amount::bare(asserted), Policy::Reported);
        prop_assert_eq!(found, rounded(evidence, asserted));
    }

    #[test]
    fn numbers_that_are_close_agree_as_far_as_they_round_to_one_another(
        evidence in any_digits(), off in -60_i64..=60, place in -2_i32..=3
    ) {
        let grain = evidence.coarse.times(Number::power_of_ten(place).unwrap()).unwrap();
        let exact = evidence.value.plus(evidence.coarse.times(Number::ratio(off.into(), 50).unwrap()).unwrap()).unwrap();
        let asserted = Written { value: exact.round_to(grain).unwrap(), grain, coarse: grain };
        let found = fit(&Amount::bare(evidence), Relation::Equal, &Amount::bare(asserted), Policy::Reported);
        prop_assert_eq!(found, rounded(evidence, asserted));
    }

    #[test]
    fn not_equal_is_the_opposite_of_equal(evidence in any_amount(), asserted in any_amount(), policy in any_policy()) {
        let (equal, other) = (
            fit(&evidence, Relation::Equal, &asserted, policy),
            fit(&evidence, Relation::NotEqual, &asserted, policy),
        );
        prop_assert_eq!(equal.opposite(), other);
    }

    #[test]
    fn at_most_is_the_opposite_of_more_than(evidence in any_amount(), asserted in any_amount(), policy in any_policy()) {
        let (above, below) = (
            fit(&evidence, Relation::Greater, &asserted, policy),
            fit(&evidence, Relation::AtMost, &asserted, policy),
        );
        prop_assert_eq!(above.opposite(), below);
    }

    #[test]
    fn what_equals_a_number_is_about_it(evidence in any_amount(), number in super::any_written(), policy in any_policy()) {
        let asserted = Amount::bare(number);
        let (equal, about) = (
            fit(&evidence, Relation::Equal, &asserted, policy),
            fit(&evidence, Relation::About, &asserted, policy),
        );
        prop_assert!(equal != Fit::Supports || about == Fit::Supports);
        prop_assert!(equal != Fit::Compatible || about != Fit::Contradicts);
    }

    #[test]
    fn only_up_to_is_soft_and_only_where_it_excludes(
        evidence in any_amount(), relation in any_relation(), asserted in any_amount(), policy in any_policy()
    ) {
        let found = compare(&metres(&evidence), relation, &metres(&asserted), policy);
        let excludes = if relation == Relation::NotEqual { Fit::Supports } else { Fit::Contradicts };
        prop_assert!(!found.soft || (evidence.wording == Wording::UpTo && found.fit == excludes));
        let ends_high = evidence.literal.high != Bound::Unbounded;
        prop_assert!(!found.soft || ends_high);
    }
}
