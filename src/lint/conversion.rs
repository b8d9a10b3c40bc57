//! `conversion-off`: the same quantity in two units, one of them in brackets, and no rounding makes one of the other.

use crate::diag::Code;
use crate::value::{Amount, Dimension, Number, Quantity, Wording, Written};

use super::article::{Article, Figure, Sentence};
use super::values::{apart, bare};
use super::{Finding, Mark};

/// Finds conversions that are off.
pub(super) fn find(article: &Article<'_>) -> Vec<Finding> {
    let in_sentence = |sentence: Sentence<'_>| {
        let figures = sentence.figures();
        let pairs = figures.windows(2).filter_map(|pair| off(article, sentence, pair.first()?, pair.last()?));
        pairs.collect::<Vec<_>>()
    };
    article.sentences().flat_map(in_sentence).collect()
}

fn off(article: &Article<'_>, sentence: Sentence<'_>, given: &Figure<'_>, converted: &Figure<'_>) -> Option<Finding> {
    let (from, to) = (bare(&given.mention.quantity)?, bare(&converted.mention.quantity)?);
    // "Half a mile" is as long as that.
    let loose = [given, converted].into_iter().any(|figure| is_fraction_in_words(article, figure));
    let told =
        !loose && is_measure(from.unit.dimension) && from.unit.code != to.unit.code && from.unit.converts_to(&to.unit);
    if !told || !is_conversion(article, sentence, given, converted) || !is_off(&from, &to) {
        return None;
    }
    let right = from.converted(&to.unit)?;
    let (given_text, converted_text) = (given.span.slice(article.text()), converted.span.slice(article.text()));
    Some(Finding {
        code: Code::ConversionOff,
        place: Mark::new(converted.span, format!("should be about {}", rounded(&right))),
        others: vec![Mark::new(given.span, "")],
        message: format!("“{given_text}” is not “{converted_text}”"),
        help: "mend the number that was converted, or the unit",
    })
}

fn is_fraction_in_words(article: &Article<'_>, figure: &Figure<'_>) -> bool {
    let in_words = !figure.span.slice(article.text()).contains(|c: char| c.is_ascii_digit());
    in_words && figure.mention.quantity.amount.nominal.is_none_or(|value| !value.is_integer())
}

/// Lengths of time are never converted so exactly, and a data unit may go by thousands or by 1,024.
fn is_measure(dimension: Dimension) -> bool {
    match dimension {
        Dimension::Length
        | Dimension::Area
        | Dimension::Volume
        | Dimension::Mass
        | Dimension::Speed
        | Dimension::Temperature
        | Dimension::Power
        | Dimension::Energy
        | Dimension::Pressure
        | Dimension::Force => true,
        Dimension::Number
        | Dimension::Count
        | Dimension::Money
        | Dimension::Percent
        | Dimension::Points
        | Dimension::Ordinal
        | Dimension::Duration
        | Dimension::Age
        | Dimension::Data
        | Dimension::DataRate
        | Dimension::Frequency
        | Dimension::Electric
        | Dimension::Angle
        | Dimension::Other => false,
    }
}

/// "5 miles (8 km)", "5 miles/8 km", "5 miles, or 8 km,".
fn is_conversion(article: &Article<'_>, sentence: Sentence<'_>, given: &Figure<'_>, converted: &Figure<'_>) -> bool {
    let behind = article.behind(sentence, converted.span).trim_start();
    match article.between(given.span, converted.span) {
        "(" | "[" => behind.starts_with([')', ']']),
        "/" => true,
        ", or" => behind.starts_with([',', '.', ')', ';']),
        _ => false,
    }
}

/// A difference of temperatures converts by its factor alone. A unit of several sizes is granted any of them.
fn is_off(from: &Quantity, to: &Quantity) -> bool {
    apart(&in_fives(to), from) && is_no_difference(from, to) && !is_of_another_size(from, to)
}

/// Whole numbers that end with a five are often rounded to it: 43 miles are "45 miles".
fn in_fives(quantity: &Quantity) -> Quantity {
    let five = Number::from_integer(5);
    let written = quantity.amount.written();
    let number = written.and_then(|written| written.value.to_integer()).filter(|value| *value > 10 && value % 10 == 5);
    match written.filter(|_| number.is_some() && quantity.amount.wording == Wording::Bare) {
        Some(written) => {
            let amount = Amount::bare(Written { grain: five, coarse: five, ..written });
            Quantity { amount, unit: quantity.unit.clone() }
        }
        None => quantity.clone(),
    }
}

fn is_no_difference(from: &Quantity, to: &Quantity) -> bool {
    if from.unit.dimension != Dimension::Temperature {
        return true;
    }
    let scaled = || {
        let factor = from.unit.conversion_to(&to.unit)?.factor;
        Some(Quantity { amount: from.amount.mapped(factor, Number::ZERO)?, unit: to.unit.clone() })
    };
    scaled().is_none_or(|difference| apart(to, &difference))
}

/// Units that come in several sizes, by the last word of their name, with how much larger the other sizes are.
const SIZES: &[(&str, &[(i128, i128)])] = &[
    ("ton", &[(1016, 1000), (1102, 1000), (112, 100)]),
    ("tonne", &[(1016, 1000), (1102, 1000), (112, 100)]),
    ("gallon", &[(1201, 1000), (1164, 1000)]),
    ("quart", &[(1201, 1000), (1164, 1000)]),
    ("pint", &[(1201, 1000), (1164, 1000)]),
    ("ounce", &[(1097, 1000), (1041, 1000)]),
    ("mile", &[(1151, 1000)]),
    ("horsepower", &[(1014, 1000)]),
];

/// Whether another unit of the same name would make it right.
fn is_of_another_size(from: &Quantity, to: &Quantity) -> bool {
    let sizes = [from, to].into_iter().filter_map(|quantity| quantity.unit.name.as_deref()).flat_map(sizes);
    let fits = |factor: Option<Number>| {
        let amount = factor.and_then(|factor| from.amount.mapped(factor, Number::ZERO));
        amount.is_some_and(|amount| !apart(to, &Quantity { amount, unit: from.unit.clone() }))
    };
    sizes.into_iter().any(|(more, than)| fits(Number::ratio(*more, *than)) || fits(Number::ratio(*than, *more)))
}

fn sizes(name: &str) -> &'static [(i128, i128)] {
    let last = name.rsplit(' ').next().unwrap_or(name);
    SIZES.iter().find(|(unit, _)| *unit == last).map_or(&[], |(_, sizes)| *sizes)
}

/// The right number, to three digits, in words.
fn rounded(quantity: &Quantity) -> String {
    let Some(value) = quantity.amount.nominal else { return quantity.describe() };
    let mut grain = Number::ONE;
    let (ten, thousand) = (Number::from_integer(10), Number::from_integer(1000));
    while let Some(wider) = grain.times(ten).filter(|_| grain.times(thousand).is_some_and(|most| most <= value.abs())) {
        grain = wider;
    }
    while let Some(finer) = grain.over(ten).filter(|_| {
        let hundred = grain.times(Number::from_integer(100));
        hundred.is_some_and(|least| least > value.abs()) && grain.denominator() < 10_000
    }) {
        grain = finer;
    }
    let value = value.round_to(grain).unwrap_or(value);
    Quantity { amount: Amount::exact(value), unit: quantity.unit.clone() }.describe()
}
