//! `no-such-day`: "February 30". `reversed-dates`: "between 2015 and 2012".
//! `deadline-too-early`: "over the next five years, by 2027", written in 2025.

use jiff::civil::Date;

use crate::diag::Code;
use crate::extract::TimeMention;
use crate::source::Span;
use crate::value::{Grain, month_number, weekday};

use super::article::{Article, Sentence};
use super::{Finding, Mark};

/// Finds days that no calendar has.
pub(super) fn find_missing(article: &Article<'_>) -> Vec<Finding> {
    each(article, |article, sentence, (span, _), _| {
        let text = span.slice(article.text());
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let named = words.first().is_some_and(|word| weekday(word).is_some());
        let own = words.get(usize::from(named)..)?;
        let (one, other, year) = match *own {
            [one, other] => (one, other, None),
            [one, other, year] if year.len() == 4 => (one, other, year.parse::<i16>().ok()),
            _ => return None,
        };
        let (month, day) = month_number(one).map_or_else(
            || Some((month_number(other)?, one.parse::<i8>().ok()?)),
            |month| Some((month, other.parse::<i8>().ok()?)),
        )?;
        let dated = named || year.is_some() || article.before(sentence, span).trim_end().ends_with(" on");
        // A leap year, where none is written.
        let missing = (29..=31).contains(&day) && Date::new(year.unwrap_or(2000), month, day).is_err();
        (dated && missing).then(|| Finding {
            code: Code::NoSuchDay,
            place: Mark::new(span, ""),
            others: Vec::new(),
            message: format!("there is no “{text}”"),
            help: "mend the day or the month",
        })
    })
}

/// Finds spans of time that end before they begin.
pub(super) fn find_reversed(article: &Article<'_>) -> Vec<Finding> {
    each(article, |article, sentence, (span, time), next| {
        let (behind, end) = next?;
        let before = article.before(sentence, span);
        let link = (before.split_whitespace().next_back()?, article.between(span, behind));
        let is_span = matches!(link, ("between" | "Between", "and") | ("from" | "From", "to" | "until" | "through"));
        let (first, last) = (time.days?, end.days?);
        let years = first.grain == Grain::Year && last.grain == Grain::Year;
        let old = article.behind(sentence, behind).trim_start().to_uppercase();
        let moved = sentence.span.slice(article.text()).split(|c: char| !c.is_alphanumeric());
        let moved = moved.map(|word| article.lore.grammar.dictionary_form(word).to_lowercase());
        let is_moved = moved.into_iter().any(|word| article.is_listed("moves a date", &word));
        let told = is_span && years && first.first? > last.last? && !old.starts_with("BC") && !old.starts_with("B.C");
        (told && !is_moved).then(|| Finding {
            code: Code::ReversedDates,
            place: Mark::new(behind, "the end"),
            others: vec![Mark::new(span, "the beginning")],
            message: "this time ends before it begins".to_owned(),
            help: "mend one of the two dates; they may have changed places",
        })
    })
}

/// Finds deadlines that lie before the end of the time that something is said to take.
pub(super) fn find_early(article: &Article<'_>) -> Vec<Finding> {
    each(article, |article, _, (span, time), next| {
        let (behind, deadline) = next?;
        let by = matches!(article.between(span, behind), "by" | ", by" | "or by" | ", or by" | ", until" | "until");
        let length = time.length.as_ref()?;
        let (end, due) = (time.days?.last?, deadline.days.filter(|days| days.grain == Grain::Year)?.last?);
        (by && i32::from(due.year()) < i32::from(end.year())).then(|| Finding {
            code: Code::DeadlineTooEarly,
            place: Mark::new(behind, "the deadline"),
            others: vec![Mark::new(span, format!("{} end in {}", length.describe(), end.year()))],
            message: "the deadline lies before the end of the time that it will take".to_owned(),
            help: "mend the year, or the length of time",
        })
    })
}

type Time<'a> = (Span, &'a TimeMention);

/// Holds each time of the article, with the one behind it in its sentence, against a rule.
fn each(
    article: &Article<'_>,
    check: impl Fn(&Article<'_>, Sentence<'_>, Time<'_>, Option<Time<'_>>) -> Option<Finding>,
) -> Vec<Finding> {
    let in_sentence = |sentence: Sentence<'_>| {
        let times = sentence.times();
        let one = |(at, time): (usize, &Time<'_>)| check(article, sentence, *time, times.get(at + 1).copied());
        times.iter().enumerate().filter_map(one).collect::<Vec<_>>()
    };
    article.sentences().flat_map(in_sentence).collect()
}
