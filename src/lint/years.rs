//! `anniversary-off`: "its 50th anniversary" of what was founded 52 years ago.  `age-off`: "34" of somebody born 41 years ago.

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
    ages(article)
        .into_iter()
        .filter_map(|(name, span, age)| {
            let told = age.amount.nominal.and_then(Number::to_integer).and_then(|age| i64::try_from(age).ok())?;
            let (born, year) = birth(article, name)?;
            let passed = i64::from(published.year()) - year;
            let off = is_of_today(article, span, published) && told != passed && told != passed - 1;
            // Whoever has died is as old as they were, and a forebear may bear the name.
            let plausible = (0..=110).contains(&passed);
            (off && plausible && !has_died(article, name)).then(|| Finding {
                code: Code::AgeOff,
                place: Mark::new(span, format!("should be {} or {passed}", passed - 1)),
                others: vec![Mark::new(born, "the year of birth")],
                message: format!("{name} was born in {year} and is not {told}"),
                help: "mend the age or the year of birth",
            })
        })
        .collect()
}

/// The one year in which somebody is said to be born.
fn birth(article: &Article<'_>, name: &str) -> Option<(Span, i64)> {
    single(article.sentences().flat_map(|sentence| {
        let born = move |span: Span| {
            let opens = || first_word(article.before(sentence, span)) == last_but_in(article.before(sentence, span));
            is_birth(article, sentence, span)
                && (is_subject(article, sentence, name, span) || opens() && follows(sentence, name, span))
        };
        let years = sentence.times().into_iter().filter_map(move |(span, _)| Some((span, year_of(sentence, span)?)));
        years.filter(move |(span, _)| born(*span)).collect::<Vec<_>>()
    }))
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

/// Whether the only name in front of a place is somebody's, and not that of somebody they have: "Vale's daughter was born".
fn is_subject(article: &Article<'_>, sentence: Sentence<'_>, name: &str, place: Span) -> bool {
    let names: Vec<(Span, &str)> = names(sentence).filter(|(span, _)| span.start < place.start).collect();
    matches!(names[..], [(span, only)] if only == name && !article.behind(sentence, span).starts_with(['\'', '’']))
}

/// "Born in 1960, Tom Vale": whether the first name behind a place is somebody's.
fn follows(sentence: Sentence<'_>, name: &str, place: Span) -> bool {
    names(sentence).find(|(span, _)| span.start > place.start).is_some_and(|(_, first)| first == name)
}

fn names<'a>(sentence: Sentence<'a>) -> impl Iterator<Item = (Span, &'a str)> {
    sentence.mentions.iter().filter_map(|mention| match &mention.kind {
        MentionKind::Name { canonical, .. } => Some((mention.span, canonical.as_str())),
        MentionKind::Quantity(_) | MentionKind::Time(_) | MentionKind::Quote(_) => None,
    })
}

/// Whether the sentence of a place, and the one before it, tell of no year but this one and the last, and it sets no scene of its own:
/// "was captain when Lund won the cup".
fn is_of_today(article: &Article<'_>, place: Span, published: Date) -> bool {
    let recent = |year: i64| i64::from(published.year()) - year <= NEAR;
    let is_recent = |of: Sentence<'_>| {
        let years = of.times().into_iter().filter(|(span, _)| !is_birth(article, of, *span));
        years.filter_map(|(span, _)| any_year(of, span)).all(recent)
    };
    let sets_scene = |of: Sentence<'_>| {
        let mut words = of.span.slice(article.text()).split(|letter: char| !letter.is_alphanumeric());
        words.any(|word| article.is_listed("sets a scene", word))
    };
    let told: Vec<Sentence<'_>> = article.sentences().take_while(|of| of.span.start <= place.start).collect();
    let told = told.get(told.len().saturating_sub(2)..).unwrap_or_default();
    told.last().is_some_and(|own| own.span.contains(place) && !sets_scene(*own)) && told.iter().all(|of| is_recent(*of))
}

/// Whether the article tells of somebody's death.
fn has_died(article: &Article<'_>, name: &str) -> bool {
    let dies = |word: &String| article.is_listed("has died", word);
    let facts = article.reading.facts.iter().filter(|fact| fact.statement.subject.name == name);
    facts.flat_map(|fact| fact.statement.measure.forms.iter().chain([&fact.statement.measure.name])).any(dies)
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
