//! How names, numbers, days and passages are spelt in a check file.

use crate::source::printable;
use crate::value::{Amount, Bound, Days, Dimension, Grain, Number, Quantity, Wording, Written, plural};

/// Words with single spaces between them.
pub(super) fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A comment. What would not show is named, and signs that begin a comment are marked.
pub(super) fn comment(text: &str) -> String {
    format!("# {}", printable(&on_one_line(text)).replace('#', "\\#"))
}

/// Words between quotation marks; none where they hold what would not show, or nothing.
pub(super) fn quoted(text: &str) -> Option<String> {
    let shows = !text.is_empty() && printable(text) == text;
    shows.then(|| format!("\"{}\"", text.replace('"', "\"\"")))
}

/// A name: bare where it is one capitalised word, between quotation marks otherwise.
pub(super) fn name(text: &str) -> Option<String> {
    let text = on_one_line(text);
    let plain = text.starts_with(|c: char| c.is_ascii_uppercase()) && text.bytes().all(|b| b.is_ascii_alphabetic());
    if plain { Some(text) } else { quoted(&text) }
}

/// A day, month, quarter, half, year or decade; none for anything else.
pub(super) fn day(days: &Days) -> Option<String> {
    let text = days.to_string();
    match days.grain {
        Grain::Day | Grain::Month | Grain::Year | Grain::Decade => (!text.contains("..")).then_some(text),
        Grain::Quarter => {
            let (year, part) = text.split_once('-').filter(|_| !text.contains(".."))?;
            Some(format!("{part} {year}"))
        }
        Grain::Week | Grain::Span => None,
    }
}

/// When: `on 2031-05-02`, `in 2031`, `since 2031-05-01`, `from 2031-01-01 to 2032-12-31`.
pub(super) fn when(days: &Days) -> Option<String> {
    match (day(days), days.first, days.last) {
        (Some(day), _, _) if days.grain == Grain::Day => Some(format!("on {day}")),
        (Some(day), _, _) => Some(format!("in {day}")),
        (None, Some(first), Some(last)) => {
            let years = Days::year(first.year())?.first == Some(first) && Days::year(last.year())?.last == Some(last);
            let (first, last) = match years {
                true => (first.year().to_string(), last.year().to_string()),
                false => (first.to_string(), last.to_string()),
            };
            Some(format!("from {first} to {last}"))
        }
        (None, Some(first), None) => Some(format!("since {first}")),
        (None, None, _) => None,
    }
}

/// The magnitudes that are written as words.
const MAGNITUDES: [(i32, &str); 4] = [(12, "trillion"), (9, "billion"), (6, "million"), (3, "thousand")];

/// A number with the digits that the article gives it, where these lead to it: "9.0 billion".
pub(super) fn number(value: Number, digits: &str) -> String {
    let plain = || grouped(&value.to_string());
    let Some(written) = Written::parse(digits) else {
        return plain();
    };
    let sign = if value.is_negative() { "-" } else { "" };
    let size = value.abs();
    if size == written.value {
        return format!("{sign}{}", grouped(digits));
    }
    let magnitude = |power: i32| Some(written.value.times(Number::power_of_ten(power)?)? == size);
    match MAGNITUDES.iter().find(|(power, _)| magnitude(*power) == Some(true)) {
        Some((_, word)) => format!("{sign}{digits} {word}"),
        None => plain(),
    }
}

/// Digits with commas between the thousands.
fn grouped(digits: &str) -> String {
    let (whole, rest) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let places = whole.trim_start_matches('-').len();
    let mut out = String::new();
    for (at, c) in whole.chars().enumerate() {
        let left = whole.len() - at;
        if places > 3 && c != '-' && at > 0 && left % 3 == 0 && !out.ends_with('-') {
            out.push(',');
        }
        out.push(c);
    }
    rest.map_or(out.clone(), |rest| format!("{out}.{rest}"))
}

/// What stands behind a number; empty for a bare one. Things that are counted go by the noun of the article, where it is given.
fn unit(quantity: &Quantity, noun: Option<&str>) -> Option<String> {
    let one = quantity.amount.nominal == Some(Number::ONE);
    let many = |noun: &str| if one { noun.to_owned() } else { plural(noun) };
    let code = &*quantity.unit.code;
    let written = match quantity.unit.dimension {
        Dimension::Number => return Some(String::new()),
        Dimension::Ordinal => return None,
        Dimension::Count => noun.filter(|noun| is_plain(noun)).map_or_else(|| many(code), str::to_owned),
        _ => quantity.unit.name.as_deref().map_or_else(|| code.to_owned(), many),
    };
    Some(format!(" {written}"))
}

fn is_plain(noun: &str) -> bool {
    !noun.is_empty() && noun.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// A bare amount: "5 years".
pub(super) fn length(quantity: &Quantity) -> Option<String> {
    let bare = quantity.amount.wording == Wording::Bare;
    let nominal = quantity.amount.nominal.filter(|_| bare)?;
    Some(format!("{}{}", grouped(&nominal.to_string()), unit(quantity, None)?))
}

/// Relations with their values, the one that says as much as the article first.
pub(super) fn relations(quantity: &Quantity, digits: &str, noun: Option<&str>) -> Vec<String> {
    let Some(unit) = unit(quantity, noun) else { return Vec::new() };
    let amount = &quantity.amount;
    let Some(nominal) = amount.nominal else { return range(amount, &unit).into_iter().collect() };
    let value = format!("{}{unit}", number(nominal, digits));
    let sign = match amount.wording {
        Wording::MoreThan => ">",
        Wording::AtLeast => ">=",
        Wording::LessThan => "<",
        Wording::AtMost | Wording::UpTo => "<=",
        Wording::Nearly | Wording::JustUnder | Wording::JustOver | Wording::About => "~=",
        Wording::Exact => "exactly",
        Wording::Bare | Wording::Range | Wording::Vague | Wording::Tolerance | Wording::Derived => "==",
    };
    let mut relations = vec![format!("{sign} {value}")];
    relations.extend((sign != "==").then(|| format!("== {value}")));
    relations
}

/// A range with two ends. What is vague ("dozens") is none that an editor would write.
fn range(amount: &Amount, unit: &str) -> Option<String> {
    let end = |bound: Bound| bound.number().map(|number| grouped(&number.to_string()));
    let (low, high) = (end(amount.literal.low)?, end(amount.literal.high)?);
    (amount.wording == Wording::Range).then(|| format!("in {low} .. {high}{unit}"))
}
