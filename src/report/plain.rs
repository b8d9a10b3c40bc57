//! Units and lengths of time in the words of an editor. The codes are for programs.

use crate::value::{Dimension, Number, Quantity, plural};

/// A quantity as an editor would write it, with the unit as the article has it: "465 feet" for `465 [ft_i]`, "5,600 signatures".
pub(super) fn quantity(quantity: &Quantity, written: Option<&str>) -> String {
    let unit = match quantity.unit.dimension {
        Dimension::Money
        | Dimension::Percent
        | Dimension::Points
        | Dimension::Number
        | Dimension::Ordinal
        | Dimension::Count => return quantity.describe(),
        _ => match written.filter(|written| written.chars().any(char::is_alphabetic)) {
            Some(written) => written.replace('-', " "),
            None => return quantity.describe(),
        },
    };
    let one = quantity.amount.nominal == Some(Number::ONE);
    let unit = if one { unit } else { plural(unit.trim()) };
    format!("{} {unit}", quantity.amount.describe()).trim_end().to_owned()
}

/// How a length of time in ISO 8601 is called: "5 years" for `P5Y`, and with `every` in front "day" for `P1D`. None where it is no plain
/// one.
pub(super) fn duration(value: &str) -> Option<String> {
    let (time, rest) = match value.strip_prefix("PT") {
        Some(rest) => (true, rest),
        None => (false, value.strip_prefix('P')?),
    };
    let (number, letter) = rest.split_at_checked(rest.len().checked_sub(1)?)?;
    let unit = match (letter, time) {
        ("Y", false) => "year",
        ("M", false) => "month",
        ("W", false) => "week",
        ("D", false) => "day",
        ("H", true) => "hour",
        ("M", true) => "minute",
        ("S", true) => "second",
        _ => return None,
    };
    let plain = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || c == '.');
    plain.then(|| if number == "1" { unit.to_owned() } else { format!("{number} {unit}s") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Amount, Unit};

    #[test]
    fn one_of_a_thing_stays_one() {
        let one = Quantity::new(Amount::exact(Number::ONE), Unit::count("signature"));
        assert_eq!(quantity(&one, None), "1 signature");
    }

    #[test]
    fn lengths_of_time_are_called_by_their_names() {
        assert_eq!(duration("P1D").as_deref(), Some("day"));
        assert_eq!(duration("P5Y").as_deref(), Some("5 years"));
        assert_eq!(duration("PT90M").as_deref(), Some("90 minutes"));
        assert_eq!(duration("P1Y6M"), None);
        assert_eq!(duration("PXD"), None);
        assert_eq!(duration(""), None);
    }
}
