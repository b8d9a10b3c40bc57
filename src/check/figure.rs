//! Figures as numbers.

use crate::value::{Number, Written};

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
}
