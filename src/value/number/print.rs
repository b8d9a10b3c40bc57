//! Numbers as decimals, for machines and for people.

use std::fmt;

use super::Number;

/// How many significant digits a number has that no decimal ends, like a third.
const SIGNIFICANT: usize = 12;

impl Number {
    /// As a decimal: exact where one ends ("0.15", "5000000000", "-2.5"), else rounded to twelve significant digits, whole part kept.
    pub fn decimal(&self) -> String {
        let (whole, fraction) = self.digits();
        self.joined(&whole.to_string(), &fraction)
    }

    /// As a decimal with commas between thousands, for people: "5,000,000,000", "1,234.5".
    pub fn grouped(&self) -> String {
        let (whole, fraction) = self.digits();
        self.joined(&with_commas(&whole.to_string()), &fraction)
    }

    /// Sign, whole part and fraction put together.
    fn joined(&self, whole: &str, fraction: &[u8]) -> String {
        let sign = if self.is_negative() { "-" } else { "" };
        if fraction.is_empty() {
            return format!("{sign}{whole}");
        }
        let digits: String = fraction.iter().map(|digit| char::from(b'0' + digit)).collect();
        format!("{sign}{whole}.{digits}")
    }

    /// The whole part of its size, and the digits of the fraction.
    fn digits(&self) -> (u128, Vec<u8>) {
        let (numerator, denominator) = (self.numerator().unsigned_abs(), self.denominator().unsigned_abs());
        let (whole, rest) = (numerator / denominator, numerator % denominator);
        if rest == 0 {
            return (whole, Vec::new());
        }
        match places(denominator) {
            Some(places) => (whole, expand(rest, denominator, places).0),
            None => rounded(whole, rest, denominator),
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.decimal())
    }
}

/// How many decimal places a fraction in lowest terms needs; none where its decimal never ends.
fn places(mut denominator: u128) -> Option<usize> {
    let (mut twos, mut fives) = (0, 0);
    while denominator.is_multiple_of(2) {
        denominator /= 2;
        twos += 1;
    }
    while denominator.is_multiple_of(5) {
        denominator /= 5;
        fives += 1;
    }
    (denominator == 1).then_some(twos.max(fives))
}

/// The first `places` digits of `rest / denominator`, a proper fraction, and what remains of it.
fn expand(mut rest: u128, denominator: u128, places: usize) -> (Vec<u8>, u128) {
    let digits = (0..places)
        .map(|_| {
            let (digit, left) = next_digit(rest, denominator);
            rest = left;
            digit
        })
        .collect();
    (digits, rest)
}

/// One step of long division: `rest * 10` by the denominator. Ten additions where the product would not fit.
fn next_digit(rest: u128, denominator: u128) -> (u8, u128) {
    let (mut digit, mut left) = (0, 0);
    for _ in 0..10 {
        left += rest;
        if left >= denominator {
            left -= denominator;
            digit += 1;
        }
    }
    (digit, left)
}

/// A fraction whose decimal does not end, with its last digit rounded.
fn rounded(whole: u128, rest: u128, denominator: u128) -> (u128, Vec<u8>) {
    let (mut digits, mut left) = (Vec::new(), rest);
    let mut significant = if whole == 0 { 0 } else { whole.to_string().len() };
    while significant < SIGNIFICANT {
        let (digit, next) = next_digit(left, denominator);
        left = next;
        digits.push(digit);
        significant += usize::from(significant > 0 || digit > 0);
    }
    let carry = left >= denominator - left && carried(&mut digits);
    while digits.last() == Some(&0) {
        digits.pop();
    }
    (whole + u128::from(carry), digits)
}

/// Adds one to the last digit; whether it carries into the whole part.
fn carried(digits: &mut [u8]) -> bool {
    for digit in digits.iter_mut().rev() {
        if *digit < 9 {
            *digit += 1;
            return false;
        }
        *digit = 0;
    }
    true
}

/// Digits in groups of three.
fn with_commas(digits: &str) -> String {
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
