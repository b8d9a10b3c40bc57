//! Figures as numbers.

use crate::value::{Number, Written};

/// What a figure is made of: `US$5bn` is `US$`, `5`, `bn`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    /// The sign of a currency before it.
    pub(super) sign: Option<String>,
    /// The digits, with the sign of the number.
    pub(super) number: String,
    /// The letters behind it.
    pub(super) suffix: Option<String>,
}

/// Takes a figure apart. None where there are no digits.
pub(super) fn parts(text: &str) -> Option<Parts> {
    let (negative, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let (sign, rest) = text.split_at(start);
    let (number, suffix) = rest.split_at(number_length(rest));
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Some(Parts {
        sign: filled(sign),
        number: format!("{}{number}", if negative { "-" } else { "" }),
        suffix: filled(suffix),
    })
}

/// How far the digits reach, their exponent included.
fn number_length(text: &str) -> usize {
    let digits = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '_' | '/')).unwrap_or(text.len());
    let rest = text.get(digits..).unwrap_or("");
    let exponent = rest.strip_prefix(['e', 'E']).map(|rest| (rest.strip_prefix(['+', '-']).unwrap_or(rest), rest));
    let Some((power, _)) = exponent.filter(|(power, _)| power.starts_with(|c: char| c.is_ascii_digit())) else {
        return digits;
    };
    let signs = rest.len() - power.len();
    digits + signs + power.find(|c: char| !c.is_ascii_digit()).unwrap_or(power.len())
}

/// Reads `5`, `9.0e9`, `5,000`, `5_000`, `1/3`, each with a sign if need be. None where it is no such number or does not fit.
pub(super) fn written(text: &str) -> Option<Written> {
    match text.split_once('/') {
        Some((above, below)) => {
            let (above, below) = (Written::parse(above)?, Written::parse(below)?);
            Some(Written::exact(above.value.over(below.value)?))
        }
        None => Written::parse(text),
    }
}

/// The value of a figure alone.
pub(super) fn number(text: &str) -> Option<Number> {
    written(text).map(|written| written.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fraction_is_exact() {
        assert_eq!(number("1/3"), Number::ratio(1, 3));
        assert_eq!(number("1/0"), None);
        assert_eq!(number("1/2/3"), None);
    }

    #[test]
    fn a_figure_comes_apart_into_sign_digits_and_suffix() {
        let apart = |text: &str| {
            let parts = parts(text).unwrap_or_default();
            (parts.sign.unwrap_or_default(), parts.number, parts.suffix.unwrap_or_default())
        };
        let own = |sign: &str, number: &str, suffix: &str| (sign.to_owned(), number.to_owned(), suffix.to_owned());
        assert_eq!(apart("US$5bn"), own("US$", "5", "bn"));
        assert_eq!(apart("9.0e9"), own("", "9.0e9", ""));
        assert_eq!(apart("5e-3kg"), own("", "5e-3", "kg"));
        assert_eq!(apart("5eur"), own("", "5", "eur"));
        assert_eq!(apart("−4.5%"), own("", "-4.5", "%"));
        assert_eq!(apart("+€3,000"), own("€", "3,000", ""));
        assert_eq!(parts("none"), None);
    }
}
