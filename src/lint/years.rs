//! `anniversary-off`: "its 50th anniversary" of what was founded 52 years ago. `age-off`: "34" of somebody born 41 years ago.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::diag::Code;
use crate::extract::{MentionKind, TimeType};
use crate::source::Span;
use crate::value::{Dimension, Grain, Number};

use super::article::{Article, Sentence};
use super::two_values::ages;
use super::{Finding, Mark};

/// The year before and the year after are near enough: a jubilee is kept for a season, and told before it comes.
const NEAR: i64 = 1;

/// Finds anniversaries that are not those of the year of which the sentence says that it was the first.
pub(super) fn find_anniversaries(article: &Article<'_>) -> Vec<Finding> {
    article.sentences().filter_map(|sentence| anniversary(article, sentence)).collect()
}

fn anniversary(article: &Article<'_>, sentence: Sentence<'_>) -> Option<Finding> {
    let figures = sentence.figures();
    let rank = figures.iter().find(|figure| {
        figure.mention.quantity.unit.dimension == Dimension::Ordinal && is_own(article, sentence, figure.span)
    })?;
    let years = |number: Number| number.to_integer().and_then(|number| i64::try_from(number).ok());
    let told = rank.mention.quantity.amount.nominal.and_then(years)?;
    let (first, since) = single(sentence.times().into_iter().filter_map(|(span, _)| {
        let year = year_of(sentence, span)?;
        is_beginning(article, sentence, span).then_some((span, year))
    }))?;
    // "In 2019, it marked its 50th": the year in which it was kept.
    let others: Vec<i64> = sentence
        .times()
        .iter()
        .filter(|(span, _)| *span != first)
        .filter_map(|(span, _)| any_year(sentence, *span))
        .collect();
    let kept = match others[..] {
        [] => i64::from(article.document.published?.year()),
        [only] => only,
        _ => return None,
    };
    let passed = kept - since;
    let off = passed > 0 && (passed - told).abs() > NEAR;
    off.then(|| Finding {
        code: Code::AnniversaryOff,
        place: Mark::new(rank.span, format!("{passed} years lie between {since} and {kept}")),
        others: vec![Mark::new(first, "the first year")],
        message: format!("the {} anniversary is not that of {since}", rank.span.slice(article.text())),
        help: "mend the anniversary or the year",
    })
}

/// "its 50th anniversary in May", "the 50th anniversary of its founding": whether a rank is that of the subject's own anniversary, and
/// neither that of something else nor part of another noun ("its 50th anniversary sale").
fn is_own(article: &Article<'_>, sentence: Sentence<'_>, rank: Span) -> bool {
    let is_its = |word: &str| article.is_listed("its own", word);
    let Some(rest) = after(article.behind(sentence, rank), |word| word.eq_ignore_ascii_case("anniversary")) else {
        return false;
    };
    let own = last_word(article.before(sentence, rank)).is_some_and(is_its);
    let begun = after(rest, |word| word == "of").and_then(|rest| after(rest, is_its));
    let begun = begun.and_then(|rest| after(rest, |word| article.is_listed("beginning", word)));
    own && closes(article, sentence, rest) || begun.is_some_and(|rest| closes(article, sentence, rest))
}

/// What follows the first word of a text, if that is one of some.
fn after(text: &str, is_one: impl Fn(&str) -> bool) -> Option<&str> {
    let text = text.trim_start();
    let (word, rest) = text.split_at(text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len()));
    is_one(word).then_some(rest)
}

/// Whether a noun ends where the rest of its sentence begins: with a mark, or with a time.
fn closes(article: &Article<'_>, sentence: Sentence<'_>, rest: &str) -> bool {
    let at_time = |rest: &str| {
        let rest = rest.trim_start();
        sentence
            .times()
            .iter()
            .any(|(span, _)| article.behind(sentence, Span { start: span.start, end: span.start }) == rest)
    };
    let timed = after(rest, |word| matches!(word, "in" | "on"));
    rest.trim_start().is_empty()
        || rest.starts_with([',', '.', ';', ':', '!', '?', ')', '"', '”'])
        || at_time(rest)
        || timed.is_some_and(at_time)
}

/// The last word of a text.
fn last_word(text: &str) -> Option<&str> {
    text.split(|letter: char| !letter.is_alphanumeric()).rfind(|word| !word.is_empty())
}

/// "founded in 1974", "opened in 1974".
fn is_beginning(article: &Article<'_>, sentence: Sentence<'_>, year: Span) -> bool {
    let before = article.before(sentence, year).trim_end().to_lowercase();
    let before = before.strip_suffix("in").unwrap_or(&before).trim_end();
    article.listed("begins").iter().any(|word| before.ends_with(word.as_str()))
}

/// Finds people whose age is not that of their year of birth.
pub(super) fn find_ages(article: &Article<'_>) -> Vec<Finding> {
    let Some(published) = article.document.published else { return Vec::new() };
    let ages = ages(article);
    if ages.is_empty() {
        return Vec::new();
    }
    let (births, dead, sentences) = (births(article), dead(article), article.sentences().collect::<Vec<_>>());
    ages.into_iter()
        .filter_map(|(name, span, age)| {
            let told = age.amount.nominal.and_then(Number::to_integer).and_then(|age| i64::try_from(age).ok())?;
            let (born, year) = single(births.get(name)?.iter().copied())?;
            let passed = i64::from(published.year()) - year;
            let off = told != passed && told != passed - 1 && is_of_today(article, &sentences, span, published);
            // Whoever has died is as old as they were, and a forebear may bear the name.
            let plausible = (0..=110).contains(&passed);
            (off && plausible && !dead.contains(name)).then(|| Finding {
                code: Code::AgeOff,
                place: Mark::new(span, format!("should be {} or {passed}", passed - 1)),
                others: vec![Mark::new(born, "the year of birth")],
                message: format!("{name} was born in {year} and is not {told}"),
                help: "mend the age or the year of birth",
            })
        })
        .collect()
}

/// The years in which people are said to be born, by their names.
fn births<'a>(article: &Article<'a>) -> BTreeMap<&'a str, Vec<(Span, i64)>> {
    let mut births: BTreeMap<&str, Vec<(Span, i64)>> = BTreeMap::new();
    for sentence in article.sentences() {
        for (span, _) in sentence.times() {
            let year = year_of(sentence, span).filter(|_| is_birth(article, sentence, span));
            if let Some((name, year)) = whose(article, sentence, span).zip(year) {
                births.entry(name).or_default().push((span, year));
            }
        }
    }
    births
}

/// Who is born at a time: "Tom Vale was born in 1960", "Born in 1960, Tom Vale". Nobody where several are named in front, or what stands
/// there is somebody they have: "Vale's daughter was born".
fn whose<'a>(article: &Article<'a>, sentence: Sentence<'a>, time: Span) -> Option<&'a str> {
    let names: Vec<(Span, &str)> = names(sentence).collect();
    let (front, behind) = names.split_at(names.partition_point(|(span, _)| span.start < time.start));
    let before = article.before(sentence, time);
    match front {
        [(span, only)] if !article.behind(sentence, *span).starts_with(['\'', '’']) => Some(only),
        [] if first_word(before) == last_but_in(before) => behind.first().map(|(_, first)| *first),
        _ => None,
    }
}

/// "born in 1960": whether a time is that of a birth.
fn is_birth(article: &Article<'_>, sentence: Sentence<'_>, time: Span) -> bool {
    last_but_in(article.before(sentence, time)).is_some_and(|word| article.is_listed("is born", word))
}

fn first_word(text: &str) -> Option<&str> {
    text.split(|letter: char| !letter.is_alphanumeric()).find(|word| !word.is_empty())
}

/// The last word of a text that is not "in" or "on".
fn last_but_in(text: &str) -> Option<&str> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.rev().find(|word| !matches!(*word, "in" | "on"))
}

fn names<'a>(sentence: Sentence<'a>) -> impl Iterator<Item = (Span, &'a str)> {
    sentence.mentions.iter().filter_map(|mention| match &mention.kind {
        MentionKind::Name { canonical, .. } => Some((mention.span, canonical.as_str())),
        MentionKind::Quantity(_) | MentionKind::Time(_) | MentionKind::Quote(_) => None,
    })
}

/// Whether the sentence of a place, and the one before it, tell of no year but this one and the last, and it sets no scene of its own:
/// "was captain when Lund won the cup".
fn is_of_today(article: &Article<'_>, sentences: &[Sentence<'_>], place: Span, published: Date) -> bool {
    let recent = |year: i64| i64::from(published.year()) - year <= NEAR;
    let is_recent = |of: Sentence<'_>| {
        let years = of.times().into_iter().filter(|(span, _)| !is_birth(article, of, *span));
        years.filter_map(|(span, _)| any_year(of, span)).all(recent)
    };
    let sets_scene = |of: Sentence<'_>| {
        let mut words = of.span.slice(article.text()).split(|letter: char| !letter.is_alphanumeric());
        words.any(|word| article.is_listed("sets a scene", word))
    };
    let told = sentences.partition_point(|of| of.span.start <= place.start);
    let told = sentences.get(told.saturating_sub(2)..told).unwrap_or_default();
    told.last().is_some_and(|own| own.span.contains(place) && !sets_scene(*own)) && told.iter().all(|of| is_recent(*of))
}

/// Those of whose death the article tells.
fn dead<'a>(article: &Article<'a>) -> BTreeSet<&'a str> {
    let dies = |word: &String| article.is_listed("has died", word);
    let statements = article.reading.facts.iter().map(|fact| &fact.statement);
    let of_death = statements.filter(|own| own.measure.forms.iter().chain([&own.measure.name]).any(dies));
    of_death.map(|own| own.subject.name.as_str()).collect()
}

/// The year of a time that is a year, as an article writes it.
fn year_of(sentence: Sentence<'_>, place: Span) -> Option<i64> {
    let (_, time) = sentence.times().into_iter().find(|(span, _)| *span == place)?;
    let days = time.days.filter(|days| time.sort == TimeType::Date && days.grain == Grain::Year)?;
    days.first.map(|day| i64::from(day.year()))
}

/// The year in which a time lies.
fn any_year(sentence: Sentence<'_>, place: Span) -> Option<i64> {
    let (_, time) = sentence.times().into_iter().find(|(span, _)| *span == place)?;
    time.days.and_then(|days| days.first).map(|day| i64::from(day.year()))
}

fn single<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    all.next().filter(|_| all.next().is_none())
}
