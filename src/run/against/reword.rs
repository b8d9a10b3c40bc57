//! Words that say something else: another number, another unit, another day.

use crate::statement::UnitEntry;
use crate::value::{Days, Dimension, Grain, Number, Quantity};

/// How a number is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// By two fifths more.
    More,
    /// By two fifths less.
    Less,
    /// A thousand times as much.
    Thousandfold,
    /// A thousandth.
    Thousandth,
}

/// A number, written as `text`, after a step; none where it would not be another, or nothing would be left.
pub(super) fn number(text: &str, nominal: Number, step: Step) -> Option<String> {
    let (times, over) = match step {
        Step::More => (7, 5),
        Step::Less => (3, 5),
        Step::Thousandfold => return nominal.times(Number::from_integer(1000)).map(|number| number.grouped()),
        Step::Thousandth => return nominal.over(Number::from_integer(1000)).map(|number| number.grouped()),
    };
    let digits: &str = text.split(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').next().unwrap_or_default();
    let digits = digits.trim_end_matches([',', '.']);
    if digits.is_empty() {
        let changed = nominal.times(Number::ratio(times, over)?)?;
        let changed = if nominal.is_integer() { changed.round_to(Number::ONE)? } else { changed };
        return (changed != nominal && !changed.is_zero()).then(|| changed.grouped());
    }
    let changed = scaled(digits, times, over)?;
    Some(format!("{changed}{}", text.get(digits.len()..)?))
}

/// Digits times a fraction, with as many decimals as they had.
fn scaled(digits: &str, times: i128, over: i128) -> Option<String> {
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let value: i128 = digits.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok()?;
    let mut changed = value.checked_mul(times)?.checked_add(over / 2)? / over;
    if changed == value {
        changed += if times > over { 1 } else { -1 };
    }
    let scale = 10_i128.checked_pow(u32::try_from(decimals).ok()?)?;
    let (whole, rest) = (changed / scale, changed % scale);
    let whole = Number::from_integer(whole);
    let whole = if digits.contains(',') { whole.grouped() } else { whole.decimal() };
    let rest = if decimals == 0 { String::new() } else { format!(".{rest:0decimals$}") };
    (changed > 0).then(|| format!("{whole}{rest}"))
}

/// Another unit of the same dimension, written in the way of `text`; none where there is none to swap it for.
pub(super) fn unit(text: &str, quantity: &Quantity, units: &[UnitEntry]) -> Option<String> {
    let code: &str = &quantity.unit.code;
    match quantity.unit.dimension {
        Dimension::Money => Some(currency(text, code).to_owned()),
        Dimension::Percent => {
            Some(" percentage points".to_owned()).map(|it| if text == "%" { it } else { it.trim_start().to_owned() })
        }
        Dimension::Count | Dimension::Number | Dimension::Ordinal | Dimension::Points => None,
        dimension => {
            let others = units.iter().filter(|entry| entry.unit.dimension == dimension && *entry.unit.code != *code);
            let short = text.chars().count() <= 3;
            let words = others.filter_map(|entry| if short { entry.symbols.first() } else { entry.words.first() });
            let words = words.into_iter().find(|words| !text.eq_ignore_ascii_case(words))?;
            Some(if text.contains('-') { words.replace(' ', "-") } else { words.clone() })
        }
    }
}

/// Euros for dollars, and dollars for everything else.
fn currency(text: &str, code: &str) -> &'static str {
    let letters = text.chars().any(char::is_lowercase);
    let is_code = text.eq_ignore_ascii_case(code);
    match (code == "USD", is_code, letters) {
        (true, true, _) => "EUR",
        (true, false, true) => "euros",
        (true, false, false) => "€",
        (false, true, _) => "USD",
        (false, false, true) => "dollars",
        (false, false, false) => "$",
    }
}

/// A date some years later, or earlier: every year that is written in it, else the date in full. None where that cannot be written.
pub(super) fn year(text: &str, days: Option<&Days>, later: i16) -> Option<String> {
    let mut out = String::new();
    for run in runs(text, |c| c.is_ascii_digit()) {
        match run.parse::<i16>() {
            Ok(year) if run.len() == 4 && (1000..3000).contains(&year) => out.push_str(&(year + later).to_string()),
            Ok(_) | Err(_) => out.push_str(run),
        }
    }
    if out != text { Some(out) } else { in_full(days?, later) }
}

/// A day, a month or a year, some years later.
fn in_full(days: &Days, later: i16) -> Option<String> {
    let first = days.first?;
    let year = first.year().checked_add(later)?;
    let month = MONTHS.get(usize::from(first.month().unsigned_abs()).checked_sub(1)?)?;
    match days.grain {
        Grain::Day => Some(format!("{} {month} {year}", first.day().min(28))),
        Grain::Month => Some(format!("{month} {year}")),
        Grain::Year => Some(year.to_string()),
        Grain::Week | Grain::Quarter | Grain::Decade | Grain::Span => None,
    }
}

/// A date in another month; none where no month is written in it.
pub(super) fn month(text: &str) -> Option<String> {
    if let Some(changed) = iso_month(text) {
        return Some(changed);
    }
    let late = runs(text, |c| c.is_ascii_digit()).any(|run| matches!(run.parse::<u32>(), Ok(29..=31)));
    let words = runs(text, char::is_alphabetic).map(|word| other(word, late).unwrap_or_else(|| word.to_owned()));
    let out: String = words.collect();
    (out != text).then_some(out)
}

/// `2025-10-29` in another month.
fn iso_month(text: &str) -> Option<String> {
    let (year, rest) = text.split_once('-')?;
    let is_number = |text: &str, length| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    let (month, day) = rest.split_at_checked(2)?;
    if !is_number(year, 4) || !is_number(month, 2) || !(day.is_empty() || day.starts_with('-')) {
        return None;
    }
    let month: usize = month.parse().ok()?;
    let late = matches!(day.trim_start_matches('-').parse::<u32>(), Ok(29..=31));
    Some(format!("{year}-{:02}{day}", later(month.checked_sub(1)?, late) + 1))
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The next month, by its position; where a day behind the 28th has to be in it, the next with 31 days.
fn later(month: usize, late: bool) -> usize {
    let long = |month: &usize| matches!(month, 0 | 2 | 4 | 6 | 7 | 9 | 11);
    (1..12).map(|on| (month + on) % 12).find(|month| !late || long(month)).unwrap_or(month)
}

/// Another month for the name of one, as short as it was.
fn other(word: &str, late: bool) -> Option<String> {
    let short = word.len() == 3 || word == "Sept";
    let month = MONTHS.iter().position(|name| *name == word || short && name.starts_with(word))?;
    let name = MONTHS.get(later(month, late))?;
    let cut = if short && word != "May" { name.get(..3).unwrap_or(name) } else { name };
    Some(cut.to_owned())
}

/// A text in runs of characters that all are of a sort, or all are not.
fn runs<'a>(text: &'a str, sort: impl Fn(char) -> bool + 'a) -> impl Iterator<Item = &'a str> + 'a {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest.find(|c: char| sort(c) != sort(first)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        Some(run)
    })
}

#[cfg(test)]
mod tests {
    use super::{Step, month, number, year};
    use crate::value::{Days, Number};

    fn more(text: &str, nominal: i128) -> Option<String> {
        number(text, Number::from_integer(nominal), Step::More)
    }

    #[test]
    fn digits_keep_their_style() {
        assert_eq!(more("5 billion", 5_000_000_000).as_deref(), Some("7 billion"));
        assert_eq!(more("106,562.7", 106_562).as_deref(), Some("149,187.8"));
        assert_eq!(more("1", 1).as_deref(), Some("2"));
        assert_eq!(more("Seven", 7).as_deref(), Some("10"));
        assert_eq!(more("5bn", 5_000_000_000).as_deref(), Some("7bn"));
        assert_eq!(number("14,000", Number::from_integer(14_000), Step::Less).as_deref(), Some("8,400"));
        assert_eq!(number("1", Number::ONE, Step::Less), None);
    }

    #[test]
    fn a_thousandfold_is_written_out() {
        let five = Number::from_integer(5_000_000);
        assert_eq!(number("5 million", five, Step::Thousandfold).as_deref(), Some("5,000,000,000"));
        assert_eq!(number("5 million", five, Step::Thousandth).as_deref(), Some("5,000"));
    }

    #[test]
    fn dates_move_by_a_year_and_by_a_month() {
        assert_eq!(year("from 2025 to 2028", None, 1).as_deref(), Some("from 2026 to 2029"));
        let days = Days::month(2025, 9).unwrap();
        assert_eq!(year("last month", Some(&days), 1).as_deref(), Some("September 2026"));
        assert_eq!(year("last month", None, 1), None);
        assert_eq!(month("29 October 2025").as_deref(), Some("29 December 2025"));
        assert_eq!(month("Oct. 3").as_deref(), Some("Nov. 3"));
        assert_eq!(month("May 3").as_deref(), Some("June 3"));
        assert_eq!(month("2025-10-29").as_deref(), Some("2025-12-29"));
        assert_eq!(month("2025-12").as_deref(), Some("2025-01"));
        assert_eq!(month("last Friday"), None);
        assert_eq!(month("2031"), None);
    }
}
