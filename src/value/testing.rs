//! Short ways to write values in tests.

use super::{Amount, Conversion, Dimension, Number, Quantity, Unit, Wording, Written};

/// A number from its decimal, or from a fraction: "0.15", "-2", "1/3".
pub fn number(text: &str) -> Number {
    match text.split_once('/') {
        Some((top, bottom)) => number(top).over(number(bottom)).unwrap(),
        None => written(text).value,
    }
}

/// A number as written.
pub fn written(text: &str) -> Written {
    Written::parse(text).unwrap_or_else(|| panic!("{text:?} is no number"))
}

/// The hedges, longest first where one begins another.
const HEDGES: [(&str, Wording); 9] = [
    ("more than ", Wording::MoreThan),
    ("at least ", Wording::AtLeast),
    ("less than ", Wording::LessThan),
    ("at most ", Wording::AtMost),
    ("up to ", Wording::UpTo),
    ("nearly ", Wording::Nearly),
    ("just under ", Wording::JustUnder),
    ("just over ", Wording::JustOver),
    ("about ", Wording::About),
];

/// An amount as these tests write it: "5e9", "more than 5e9", "3 .. 5", "24 ..", "5e9 ± 5e8".
pub fn amount(text: &str) -> Amount {
    for (words, wording) in HEDGES {
        if let Some(rest) = text.strip_prefix(words) {
            return Amount::worded(wording, written(rest));
        }
    }
    if let Some((value, reach)) = text.split_once(" ± ") {
        return Amount::tolerance(written(value), number(reach));
    }
    if let Some(low) = text.strip_suffix(" ..") {
        return Amount::vague(number(low), None);
    }
    match text.split_once(" .. ") {
        Some((low, high)) => Amount::range(written(low), written(high)),
        None => Amount::bare(written(text)),
    }
}

/// A quantity: an amount, and the last word its unit, "5e9 USD"; no unit where the last word is a number.
pub fn quantity(text: &str) -> Quantity {
    match text.rsplit_once(' ') {
        Some((rest, last)) if Written::parse(last).is_none() && last != ".." => Quantity::new(amount(rest), unit(last)),
        _ => Quantity::new(amount(text), Unit::number()),
    }
}

/// A unit by its code.
pub fn unit(code: &str) -> Unit {
    let measure = |dimension, factor: &str| Unit::measure(code, dimension, Some(Conversion::factor(number(factor))));
    let degrees = |factor: &str, offset: &str| {
        let conversion = Conversion { factor: number(factor), offset: number(offset) };
        Unit::measure(code, Dimension::Temperature, Some(conversion))
    };
    match code {
        "USD" | "EUR" | "KRW" => Unit::money(code),
        "%" => Unit::percent(),
        "pp" => Unit::points(),
        "bp" => Unit::basis_points(),
        "m" => measure(Dimension::Length, "1"),
        "km" => measure(Dimension::Length, "1000"),
        "cm" => measure(Dimension::Length, "0.01"),
        "[in_i]" => measure(Dimension::Length, "0.0254"),
        "[ft_i]" => measure(Dimension::Length, "0.3048"),
        "[mi_i]" => measure(Dimension::Length, "1609.344"),
        "m2" => measure(Dimension::Area, "1"),
        "har" => measure(Dimension::Area, "10000"),
        "[sft_i]" => measure(Dimension::Area, "0.09290304"),
        "kg" => measure(Dimension::Mass, "1"),
        "h" => measure(Dimension::Duration, "3600"),
        "min" => measure(Dimension::Duration, "60"),
        "[mi_i]/h" => measure(Dimension::Speed, "0.44704"),
        "km/h" => measure(Dimension::Speed, "5/18"),
        "K" => degrees("1", "0"),
        "Cel" => degrees("1", "273.15"),
        "[degF]" => degrees("5/9", "229835/900"),
        noun => Unit::count(noun),
    }
}
