//! Dates as pages print them: "2025-03-07", "7 March 2025", "Mar. 7, 2025", "13/03/2025". Only whole dates count.

use jiff::civil::Date;

use super::words::Word;
use crate::value::{is_weekday, month_number};

/// Which of two numbers is the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// 7/3/2025 is in March.
    DayFirst,
    /// 7/3/2025 is in July.
    MonthFirst,
    /// Either; only a number above twelve tells.
    #[default]
    Unknown,
}

/// Regions that write the month first.
const MONTH_FIRST: &[&str] = &["US", "PH", "PR", "GU", "FM", "PW"];
/// Regions where English is written and the day comes first.
const DAY_FIRST: &[&str] =
    &["GB", "IE", "AU", "NZ", "IN", "PK", "SG", "MY", "NG", "KE", "GH", "HK", "JM", "MT", "BD", "LK"];
/// Languages that put the day first wherever they are spoken.
const DAY_FIRST_LANGUAGES: &[&str] = &[
    "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "cs", "sk", "da", "nb", "nn", "no", "fi", "el", "tr", "ro",
    "ar", "id",
];

impl Order {
    /// The order of a locale such as `en-GB`. Without a region, English does not say.
    pub fn of(locale: Option<&str>) -> Self {
        let mut parts = locale.unwrap_or("").split(['-', '_']);
        let language = parts.next().unwrap_or("").to_ascii_lowercase();
        let region = parts.find(|part| part.len() == 2).unwrap_or("").to_ascii_uppercase();
        if MONTH_FIRST.contains(&region.as_str()) {
            Self::MonthFirst
        } else if DAY_FIRST.contains(&region.as_str()) || DAY_FIRST_LANGUAGES.contains(&language.as_str()) {
            Self::DayFirst
        } else {
            Self::Unknown
        }
    }
}

/// A date at the head of a run of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Printed {
    /// How many words it takes.
    pub words: usize,
    /// The day; none where day and month cannot be told apart.
    pub date: Option<Date>,
}

/// The whole date that `words` begin with: with a day, a month and a year of four digits, with or without the day of the week.
pub(super) fn printed(words: &[Word<'_>], order: Order) -> Option<Printed> {
    let first = words.first()?;
    if first.core().starts_with(|c: char| c.is_ascii_digit()) {
        return numeric(first.text, order).or_else(|| day_month_year(words));
    }
    if is_weekday(first.core()) {
        let inner = printed_without_weekday(words.get(1..)?, order)?;
        return Some(Printed { words: inner.words + 1, ..inner });
    }
    month_day_year(words)
}

fn printed_without_weekday(words: &[Word<'_>], order: Order) -> Option<Printed> {
    if is_weekday(words.first()?.core()) { None } else { printed(words, order) }
}

/// A date in an attribute or a field that stands for nothing else: "2025-03-07T08:30:00Z", "7 March 2025".
pub(super) fn field(text: &str, order: Order) -> Option<Date> {
    let words: Vec<Word<'_>> = super::words::words(text.trim_matches(['"', '\''])).take(5).collect();
    printed(&words, order)?.date
}

/// "2025-03-07", "2025-03-07T08:30", "7/3/2025", "13.03.2025".
fn numeric(word: &str, order: Order) -> Option<Printed> {
    let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let day = word.split('T').next().unwrap_or(word);
    let mark = day.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
    let mut parts = day.split(mark);
    let (one, two, three) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let date = match (digits(one)?, digits(two)?, digits(three)?) {
        ((4, year), (1 | 2, month), (1 | 2, day)) => Some(civil(year, month, day)?),
        ((1 | 2, one), (1 | 2, two), (4, year)) => by_order(one, two, year, order)?,
        _ => return None,
    };
    Some(Printed { words: 1, date })
}

/// The date of two numbers and a year: none inside where they could be read both ways, none at all where in no way.
fn by_order(one: i16, two: i16, year: i16, order: Order) -> Option<Option<Date>> {
    match (civil(year, two, one), civil(year, one, two), order) {
        (None, None, _) => None,
        (Some(day_first), None, _) => Some(Some(day_first)),
        (None, Some(month_first), _) => Some(Some(month_first)),
        (Some(day_first), Some(month_first), Order::Unknown) => Some((day_first == month_first).then_some(day_first)),
        (Some(day_first), Some(_), Order::DayFirst) => Some(Some(day_first)),
        (Some(_), Some(month_first), Order::MonthFirst) => Some(Some(month_first)),
    }
}

/// "7 March 2025", "7th of March, 2025".
fn day_month_year(words: &[Word<'_>]) -> Option<Printed> {
    let day = day_number(words.first()?.core())?;
    let of = usize::from(words.get(1)?.text == "of");
    let month = month(words.get(1 + of)?.core())?;
    let year = year(words.get(2 + of)?.core())?;
    Some(Printed { words: 3 + of, date: Some(civil(year, month, day)?) })
}

/// "March 7, 2025", "Mar. 7th 2025", "March 7 , 2025".
fn month_day_year(words: &[Word<'_>]) -> Option<Printed> {
    let month = month(words.first()?.core())?;
    let day = day_number(words.get(1)?.core())?;
    let comma = usize::from(words.get(2)?.text == ",");
    let year = year(words.get(2 + comma)?.core())?;
    Some(Printed { words: 3 + comma, date: Some(civil(year, month, day)?) })
}

fn day_number(word: &str) -> Option<i16> {
    let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = word[number.len()..].to_ascii_lowercase();
    let (1 | 2, day) = digits(number)? else { return None };
    matches!(ending.as_str(), "" | "st" | "nd" | "rd" | "th").then_some(day)
}

fn year(word: &str) -> Option<i16> {
    match digits(word)? {
        (4, year) => Some(year),
        _ => None,
    }
}

/// The number of digits and the number, of a word of one to four digits.
fn digits(word: &str) -> Option<(usize, i16)> {
    let plain = (1..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| word.parse().ok()).flatten().map(|number| (word.len(), number))
}

/// A day of the calendar, in the centuries that news is written in.
fn civil(year: i16, month: i16, day: i16) -> Option<Date> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    (1600..2200).contains(&year).then(|| Date::new(year, month, day).ok()).flatten()
}

/// The number of a month, by its name or the beginning of it that papers print ("Sept.").
fn month(word: &str) -> Option<i16> {
    month_number(word).map(i16::from)
}

/// Whether a word is a month or short for one.
pub(super) fn is_month(word: &str) -> bool {
    month(word).is_some()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Order, field};

    #[test]
    fn a_date_is_read_in_every_form_that_papers_print() {
        let day = Some(date(2024, 3, 17));
        for text in [
            "2024-03-17",
            "2024-03-17T08:30:00+01:00",
            "2024/03/17",
            "17/03/2024",
            "03/17/2024",
            "17.3.2024",
            "17 March 2024",
            "17th of March, 2024",
            "Sunday, 17 March 2024",
            "Sun 17 Mar 2024",
            "March 17, 2024",
            "March 17 , 2024",
            "Mar. 17th, 2024",
            "(March 17, 2024)",
        ] {
            assert_eq!(field(text, Order::Unknown), day, "{text}");
        }
    }

    #[test]
    fn a_date_with_two_readings_needs_a_locale() {
        assert_eq!(field("03/04/2024", Order::Unknown), None);
        assert_eq!(field("03/04/2024", Order::of(Some("en"))), None);
        assert_eq!(field("03/04/2024", Order::of(Some("en-CA"))), None);
        assert_eq!(field("03/04/2024", Order::of(Some("en-GB"))), Some(date(2024, 4, 3)));
        assert_eq!(field("03/04/2024", Order::of(Some("fr"))), Some(date(2024, 4, 3)));
        assert_eq!(field("03/04/2024", Order::of(Some("en_US"))), Some(date(2024, 3, 4)));
        assert_eq!(field("04/04/2024", Order::Unknown), Some(date(2024, 4, 4)));
    }

    #[test]
    fn what_is_no_whole_date_of_the_calendar_is_none() {
        for text in [
            "",
            "March 2024",
            "Sunday",
            "31/02/2024",
            "45/45/2024",
            "2024-13-01",
            "17 March",
            "1.2.3.4",
            "12/2024",
            "7-0",
        ] {
            assert_eq!(field(text, Order::DayFirst), None, "{text}");
        }
    }
}
