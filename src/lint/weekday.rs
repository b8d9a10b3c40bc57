//! `wrong-weekday`: a date with a day of the week that it did not fall on.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};

use crate::diag::Code;
use crate::source::Span;
use crate::value::{month_number, weekday, weekday_name};

use super::article::Article;
use super::{Finding, Mark};

/// Before this year an English date may be one of the Julian calendar.
const GREGORIAN: i16 = 1753;

/// A date without a year lies so many days from that of the article, or its year is anybody's guess.
const NEAR: i32 = 45;

/// Finds weekdays that are wrong.
pub(super) fn find(article: &Article<'_>) -> Vec<Finding> {
    let years = years(article);
    article.times().filter_map(|(span, _)| wrong(article, span, &years)).collect()
}

fn wrong(article: &Article<'_>, span: Span, years: &BTreeSet<i16>) -> Option<Finding> {
    let text = span.slice(article.text());
    let written = Written::read(text)?;
    let candidates = written.candidates(article.document.published, years);
    let falls = candidates.first()?.weekday();
    if candidates.iter().any(|date| date.weekday() == written.weekday) {
        return None;
    }
    let date = text
        .split_once(|c: char| !c.is_alphanumeric())
        .map_or(text, |(_, rest)| rest.trim_start_matches([',', ' ', '.']));
    let right = weekday_name(falls);
    let year = if written.year.is_some() { String::new() } else { format!(" {}", candidates.first()?.year()) };
    Some(Finding {
        code: Code::WrongWeekday,
        place: Mark::new(span, format!("{date}{year} is a {right}")),
        others: Vec::new(),
        message: format!("{date} is not a {}", weekday_name(written.weekday)),
        help: "mend the weekday or the date",
    })
}

/// The years that the article speaks of.
fn years(article: &Article<'_>) -> BTreeSet<i16> {
    // Where none is written, the reader of times takes the year in which the weekday fits.
    let written = |span: Span, year: i16| span.slice(article.text()).contains(&year.to_string());
    let days = article.times().filter_map(|(span, time)| Some((span, time.days?)));
    let years = days.flat_map(|(span, days)| [days.first, days.last].map(|day| Some((span, day?.year()))));
    years.flatten().filter(|(span, year)| written(*span, *year)).map(|(_, year)| year).collect()
}

/// A day of the week with a date.
struct Written {
    weekday: Weekday,
    month: i8,
    day: i8,
    year: Option<i16>,
}

impl Written {
    /// "Tuesday, March 4, 2014", "Tuesday the 4th of March", "Tue 4 Mar"; none for anything else.
    fn read(text: &str) -> Option<Self> {
        let all = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let words: Vec<&str> = all.filter(|word| !matches!(*word, "the" | "of")).collect();
        let (name, one, other, year) = match *words.as_slice() {
            [name, one, other] => (name, one, other, None),
            [name, one, other, year] => (name, one, other, Some(year.parse().ok().filter(|_| year.len() == 4)?)),
            _ => return None,
        };
        let (month, day) = match month_number(one) {
            Some(month) => (month, day_number(other)?),
            None => (month_number(other)?, day_number(one)?),
        };
        Some(Self { weekday: weekday(name)?, month, day, year })
    }

    /// The dates that may be meant, the likeliest first.
    fn candidates(&self, published: Option<Date>, years: &BTreeSet<i16>) -> Vec<Date> {
        let date = |year: i16| Date::new(year, self.month, self.day).ok().filter(|_| year >= GREGORIAN);
        if let Some(year) = self.year {
            return date(year).into_iter().collect();
        }
        let Some(published) = published else { return Vec::new() };
        let around: Vec<Date> = (-1..=1).filter_map(|step| date(published.year().checked_add(step)?)).collect();
        let distance = |date: &Date| published.until(*date).map_or(i32::MAX, |span| span.get_days().abs());
        let Some(nearest) = around.iter().copied().min_by_key(distance) else { return Vec::new() };
        let told = years.iter().filter_map(|year| date(*year));
        let unsure = around.iter().copied().filter(|_| distance(&nearest) > NEAR);
        [nearest].into_iter().chain(told).chain(unsure).collect()
    }
}

/// "4", "4th".
fn day_number(word: &str) -> Option<i8> {
    word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok()
}
