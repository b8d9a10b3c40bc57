//! Numbers as they were written: the value, and the precision that its digits carry.

use super::Number;

/// A number with the precision that its digits carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// The value, magnitude word applied.
    pub value: Number,
    /// What the last digit as written stands for: 1e8 in "9.0 billion", 1 in "14,000".
    pub grain: Number,
    /// The coarsest reading of the precision: 1000 in "14,000", whose zeros may be rounded; the grain otherwise.
    pub coarse: Number,
}

impl Written {
    /// A number without rounding of its own, such as a computed one or "a third".
    pub fn exact(value: Number) -> Written {
        Written { value, grain: Number::ZERO, coarse: Number::ZERO }
    }

    /// A whole number as its digits would have it: the words "fourteen thousand" are `Written::integer(14)` scaled by a thousand.
    pub fn integer(value: i128) -> Written {
        Written { value: Number::from_integer(value), grain: Number::ONE, coarse: coarsest(value.unsigned_abs()) }
    }

    /// Reads "5", "9.0", ".5", "1,234.5", "5e9", "9.0e9", "5_000_000_000", each with a sign if need be. Commas (and the spaces that
    /// never break) must stand where thousands or lakhs end. None where it is no such number, or more digits than an exact number
    /// has room for; in linear time either way.
    pub fn parse(text: &str) -> Option<Written> {
        let (negative, text) = sign(text);
        let (digits, exponent) = split_exponent(text)?;
        let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
        let mantissa = mantissa(whole, fraction)?;
        let places = i32::try_from(fraction.map_or(0, digit_count)).ok()?;
        let digits = match fraction {
            None => Written::integer(mantissa),
            Some(_) => Written { grain: Number::ONE, coarse: Number::ONE, value: Number::from_integer(mantissa) },
        };
        let written = match exponent.unwrap_or(0).checked_sub(places)? {
            0 => digits,
            shift => digits.scaled(Number::power_of_ten(shift)?)?,
        };
        Some(if negative { written.negated() } else { written })
    }

    /// The same digits times a magnitude ("9.0" by 1e9 has a grain of 1e8); none where it does not fit.
    pub fn scaled(self, magnitude: Number) -> Option<Written> {
        let size = magnitude.abs();
        Some(Written {
            value: self.value.times(magnitude)?,
            grain: self.grain.times(size)?,
            coarse: self.coarse.times(size)?,
        })
    }

    /// The number on the other side of zero, as precise.
    pub fn negated(self) -> Written {
        Written { value: self.value.negated(), ..self }
    }
}

/// The unit of the last digit that is surely meant: all the zeros at the end of a number above a hundred may come from rounding.
fn coarsest(value: u128) -> Number {
    if value < 100 {
        return Number::ONE;
    }
    let (mut rest, mut zeros) = (value, 0);
    while rest.is_multiple_of(10) {
        rest /= 10;
        zeros += 1;
    }
    Number::power_of_ten(zeros).unwrap_or(Number::ONE)
}

/// Whether there is a minus sign, and what follows the sign.
fn sign(text: &str) -> (bool, &str) {
    match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// Digits and exponent: "9.0" and 9 of "9.0e9". None where the exponent is no number.
fn split_exponent(text: &str) -> Option<(&str, Option<i32>)> {
    let Some((digits, exponent)) = text.split_once(['e', 'E']) else {
        return Some((text, None));
    };
    let plain = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    if plain.is_empty() || plain.len() > 3 || !plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some((digits, Some(exponent.parse().ok()?)))
}

/// All digits as one integer; none where they are not well formed or too many.
fn mantissa(whole: &str, fraction: Option<&str>) -> Option<i128> {
    let rest = fraction.unwrap_or("");
    let well_formed = (well_grouped(whole) || (whole.is_empty() && !rest.is_empty())) && plain_digits(rest);
    if !well_formed || (fraction.is_some() && rest.is_empty()) {
        return None;
    }
    let digits = whole.bytes().chain(rest.bytes()).filter(u8::is_ascii_digit);
    digits.map(|digit| i128::from(digit - b'0')).try_fold(0_i128, |sum, digit| sum.checked_mul(10)?.checked_add(digit))
}

/// How many digits there are, underscores aside.
fn digit_count(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// Whether there is nothing but digits, and underscores between digits.
fn plain_digits(text: &str) -> bool {
    let inner = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_');
    inner && !text.starts_with('_') && !text.ends_with('_')
}

/// Whether the whole part has digits, and its groups the right length: "1,234,567", "12,34,567" (lakhs), "5_000".
fn well_grouped(text: &str) -> bool {
    if !text.contains(separates) {
        return !text.is_empty() && plain_digits(text);
    }
    let (mut threes, mut twos) = (!text.starts_with('0'), !text.starts_with('0'));
    let last = text.split(separates).count() - 1;
    for (position, group) in text.split(separates).enumerate() {
        let size = group.len();
        threes &= if position == 0 { (1..=3).contains(&size) } else { size == 3 };
        twos &= match position {
            0 => (1..=2).contains(&size),
            _ => size == if position == last { 3 } else { 2 },
        };
        if !group.bytes().all(|byte| byte.is_ascii_digit()) {
            return false;
        }
    }
    threes || twos
}

/// What may stand between thousands: a comma, or a space that does not break.
fn separates(character: char) -> bool {
    matches!(character, ',' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

#[cfg(test)]
mod tests;
