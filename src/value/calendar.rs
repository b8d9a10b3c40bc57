//! The names of months and days of the week, in English: one list for all who read dates by hand.

use jiff::civil::Weekday;

/// The months, in lower case.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The days of the week, in lower case.
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The number of a month, by its name or the beginning of it that papers print ("Sept."), in any case.
pub fn month_number(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.');
    (1..).zip(MONTHS).find(|(_, name)| is_short_for(word, name)).map(|(number, _)| number)
}

/// Whether a word is a day of the week or short for one.
pub fn is_weekday(word: &str) -> bool {
    weekday(word).is_some()
}

/// The day of the week that a word names, or is short for, in any case.
pub fn weekday(word: &str) -> Option<Weekday> {
    let (number, _) = (1..).zip(WEEKDAYS).find(|(_, name)| is_short_for(word, name))?;
    Weekday::from_monday_one_offset(number).ok()
}

/// A day of the week as it is written: "Tuesday".
pub fn weekday_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

fn is_short_for(word: &str, name: &str) -> bool {
    let (word, name) = (word.as_bytes(), name.as_bytes());
    let short = matches!(word.len(), 3 | 4) || (word.len() == 5 && name.starts_with(b"thu"));
    (short || word.len() == name.len()) && name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_days_go_by_their_beginnings() {
        assert_eq!(month_number("September"), Some(9));
        assert_eq!(month_number("Sept."), Some(9));
        assert_eq!(month_number("mar"), Some(3));
        assert_eq!(month_number("Marble"), None);
        assert_eq!(month_number("Ma"), None);
        assert!(is_weekday("Thurs") && is_weekday("sunday") && !is_weekday("Sundays"));
    }
}
