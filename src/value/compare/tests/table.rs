//! The comparator table, cell by cell, at 500 and 700, and its mirror images.

use super::{Policy, compared, letter};

/// Rows: evidence. Columns: `== v`, `> v`, `>= v`, `< v`, `<= v`, `!= v`, `~= v`, `== w`. S supports, C compatible, X contradicts,
/// small letters softly. With v = 500 and w = 700, except where a row says otherwise.
const COLUMNS: [&str; 8] = ["== 500", "> 500", ">= 500", "< 500", "<= 500", "!= 500", "~= 500", "== 700"];

#[rustfmt::skip]
const LITERAL: [(&str, &str); 10] = [
    // evidence          ==v >v >=v <v <=v !=v ~=v ==w
    ("500",              "S  X  S   X  S   X   S   X"),
    ("more than 500",    "X  S  S   X  X   S   C   C"),
    ("at least 500",     "C  C  S   X  C   C   C   C"),
    ("less than 500",    "X  X  X   S  S   S   C   X"),
    ("at most 500",      "C  X  C   C  S   C   C   X"),
    ("up to 500",        "C  x  C   C  S   C   C   x"),
    ("nearly 500",       "X  X  X   S  S   S   C   X"),
    ("just over 500",    "X  S  S   X  X   S   C   X"),
    ("about 500",        "C  C  C   C  C   C   S   X"),
    ("500 .. 700",       "C  C  S   X  C   C   C   C"),
];

#[rustfmt::skip]
const REPORTED: [(&str, &str); 10] = [
    // evidence          ==v >v >=v <v <=v !=v ~=v ==w
    ("500",              "S  X  S   X  S   X   S   X"),
    ("more than 500",    "C  S  S   X  X   C   C   C"),
    ("at least 500",     "C  C  S   X  C   C   C   C"),
    ("less than 500",    "C  X  X   S  S   C   C   X"),
    ("at most 500",      "C  X  C   C  S   C   C   X"),
    ("up to 500",        "C  x  C   C  S   C   C   x"),
    ("nearly 500",       "C  X  X   S  S   C   C   X"),
    ("just over 500",    "C  S  S   X  X   C   C   X"),
    ("about 500",        "S  X  S   X  S   X   S   X"),
    ("500 .. 700",       "C  C  S   X  C   C   C   C"),
];

fn check(policy: Policy, rows: &[(&str, &str)], columns: &[&str]) {
    for (evidence, expected) in rows {
        let found: Vec<String> =
            columns.iter().map(|asserted| letter(compared(evidence, asserted, policy)).to_string()).collect();
        let expected: Vec<&str> = expected.split_whitespace().collect();
        assert_eq!(found, expected, "{policy:?}: {evidence:?} against {columns:?}");
    }
}

#[test]
fn every_cell_of_the_comparator_table_literally() {
    check(Policy::Literal, &LITERAL, &COLUMNS);
}

#[test]
fn every_cell_of_the_comparator_table_as_reported() {
    check(Policy::Reported, &REPORTED, &COLUMNS);
}

#[test]
fn exactly_is_literal_under_both_policies() {
    for (evidence, literal) in LITERAL {
        let expected = literal.split_whitespace().next().unwrap_or_default();
        for policy in [Policy::Reported, Policy::Literal] {
            assert_eq!(letter(compared(evidence, "exactly 500", policy)).to_string(), expected, "{evidence}");
        }
    }
}

/// Below zero the order of numbers is the order of numbers: no row is turned round.
#[test]
fn the_table_holds_below_zero() {
    let columns = ["== -500", "> -500", ">= -500", "< -500", "<= -500", "!= -500", "~= -500", "== -300"];
    for (policy, rows) in [(Policy::Literal, LITERAL), (Policy::Reported, REPORTED)] {
        for (evidence, expected) in rows {
            let evidence = evidence.replace("500", "-500").replace("700", "-300");
            check(policy, &[(&evidence, expected)], &columns);
        }
    }
}

#[test]
fn the_table_holds_at_zero_where_a_hedge_has_room() {
    let columns = ["== 0", "> 0", ">= 0", "< 0", "<= 0"];
    #[rustfmt::skip]
    let rows = [
        ("0",            "S X S X S"),
        ("more than 0",  "X S S X X"),
        ("at least 0",   "C C S X C"),
        ("less than 0",  "X X X S S"),
        ("at most 0",    "C X C C S"),
        ("up to 0",      "S x S X S"),
        ("nearly 0",     "X X X S S"),
        ("just over 0",  "X S S X X"),
        ("about 0",      "C C C C C"),
        ("0 .. 5",       "C C S X C"),
    ];
    check(Policy::Literal, &rows, &columns);
}

#[test]
fn a_set_that_is_asserted_holds_what_lies_inside() {
    let columns = ["in 400 .. 600", "== 400 .. 600", "== 500 ± 100", "in 510 .. 600", "in 700 .. 900"];
    #[rustfmt::skip]
    let literal = [
        ("500",           "S S S X X"),
        ("550 .. 580",    "S S S S X"),
        ("450 .. 650",    "C C C C X"),
        ("more than 550", "C C C C C"),
        ("less than 400", "X X X X X"),
        ("up to 400",     "C C C x x"),
        ("about 500",     "S S S C X"),
    ];
    check(Policy::Literal, &literal, &columns);
    #[rustfmt::skip]
    let reported = [
        ("500",           "S S S C X"),
        ("550 .. 580",    "S S S S X"),
        ("450 .. 650",    "C C C C X"),
        ("more than 550", "C C C C C"),
        ("less than 400", "C C C X X"),
        ("up to 400",     "C C C x x"),
        ("about 500",     "S S S C X"),
    ];
    check(Policy::Reported, &reported, &columns);
}
