//! Deeds of another weekday: a sentence has a deed on a weekday that its article has nowhere, where the article, which tells the rest
//! of it too, has the same deed on another one. Without a date that resolves it, a weekday is its name. What is told by a weekday is of
//! the days around its article: it is no deed that is done year by year.

use crate::extract::{Mention, MentionKind, Reading, TimeType};
use crate::index::content;
use crate::judge::Bench;
use crate::source::Span;
use crate::value::{Days, Fit, Grain};

use super::Answer;
use super::claim::{Claim, Style, is_any, is_value};
use super::kin::Kin;
use super::like::Pair;
use super::value::Kind;

/// A weekday of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Weekday {
    /// From 0 for Monday on.
    number: usize,
    /// The day that it is, where a date resolves it.
    day: Option<Days>,
}

impl Weekday {
    /// That of a mention, if it names one.
    fn of(bench: &Bench<'_>, text: &str, mention: &Mention) -> Option<Self> {
        let MentionKind::Time(time) = &mention.kind else { return None };
        let is_one = time.sort == TimeType::Date || time.sort == TimeType::Time;
        let number = weekday(bench, mention.span.slice(text)).filter(|_| is_one)?;
        Some(Self { number, day: time.days })
    }

    /// Whether another is one of the days around this one.
    fn is_beside(self, own: Self) -> bool {
        const WEEK: i32 = 7;
        let days = |own: Self| own.day.and_then(|day| day.first);
        let is_near = match (days(self), days(own)) {
            (Some(one), Some(other)) => (one - other).get_days().abs() < WEEK,
            (None, _) | (_, None) => true,
        };
        self.number != own.number && is_near
    }

    /// Whether a day may be this one.
    fn may_be(self, own: Days) -> bool {
        let number = |day: jiff::civil::Date| usize::try_from(day.weekday().to_monday_zero_offset());
        own.grain == Grain::Day && own.first.is_some_and(|day| number(day) == Ok(self.number))
    }
}

/// The weekday that is named in a text, as the vocabulary has them in their order, from 0 for Monday on.
fn weekday(bench: &Bench<'_>, text: &str) -> Option<usize> {
    let names = bench.index.vocabulary.words.get("weekday")?;
    let is_word = |name: &String| text.split([' ', ',']).any(|word| word.eq_ignore_ascii_case(name));
    names.iter().position(is_word).map(|at| at % 7)
}

/// The weekdays of a sentence.
pub(super) fn asked<'a>(bench: &Bench<'_>, claim: &Claim<'a>) -> Vec<(&'a Mention, Weekday)> {
    let named = |mention: &'a Mention| Some((mention, Weekday::of(bench, claim.text, mention)?));
    claim.inside.iter().filter_map(named).collect()
}

/// The days that articles have for the deed of a time, where they have its own nowhere.
pub(super) fn answers<'a>(
    bench: &Bench<'a>,
    claim: &Claim<'_>,
    (asked, when): (&Mention, Weekday),
    kin: &'a [Kin],
) -> Vec<Answer<'a>> {
    let deed = deed(bench, claim, asked);
    if claim.style == Style::Headline || claim.denies || deed.len() < 2 {
        return Vec::new();
    }
    let is_told = |own: &&Kin| {
        let has = |word: &String| own.has(word) || is_any(bench, word);
        own.missing().count() * 3 <= claim.words.len() && !own.turns && !own.denies && deed.iter().all(has)
    };
    let told = kin.iter().filter(is_told).filter(|own| !is_had(bench, own.document, when));
    told.flat_map(|own| others(bench, claim, (asked, when), own)).collect()
}

/// The words of the deed that a time is told of, from its verb on; none where no verb tells it, one that frames what is told, or where it
/// was done to one of many.
fn deed(bench: &Bench<'_>, claim: &Claim<'_>, asked: &Mention) -> Vec<String> {
    let grammar = bench.index.grammar;
    let values = claim.inside.iter().filter(|other| is_value(other) && other.span.end <= asked.span.start);
    let start = values.map(|other| other.span.end).max().unwrap_or(claim.span.start);
    let before = Span { start, end: asked.span.start };
    let mut words: Vec<(Span, String)> = content(grammar, before.slice(claim.text)).collect();
    let is_verb = |(_, word): &(Span, String)| claim.words.iter().any(|own| own.is_verb && own.word == *word);
    let Some(verb) = words.iter().rposition(is_verb) else { return Vec::new() };
    words.drain(..verb);
    let from = words.first().map(|(span, _)| span.start + before.start).unwrap_or(before.end);
    let told = Span { start: from, ..before }.slice(claim.text).to_lowercase();
    let is_some = |word: &str| bench.index.vocabulary.lists("one of many", word);
    let is_framed = words.first().is_some_and(|(_, word)| grammar.is_framing(word));
    if is_framed || told.split(' ').any(is_some) {
        return Vec::new();
    }
    words.into_iter().map(|(_, word)| word).collect()
}

/// Whether an article has a time anywhere.
fn is_had(bench: &Bench<'_>, document: usize, when: Weekday) -> bool {
    let own = bench.index.document(document);
    let is_it = |mention: &Mention| {
        let MentionKind::Time(time) = &mention.kind else { return false };
        time.days.is_some_and(|days| when.may_be(days))
            || weekday(bench, mention.span.slice(&own.text)) == Some(when.number)
    };
    let reading: Option<&Reading> = bench.index.readings.get(document);
    reading.is_none_or(|reading| reading.mentions.iter().any(is_it))
        || own.published.is_some_and(|day| when.may_be(Days::day(day)))
}

/// The weekdays of a sentence that stand for one.
fn others<'a>(
    bench: &Bench<'a>,
    claim: &Claim<'_>,
    (asked, when): (&Mention, Weekday),
    kin: &'a Kin,
) -> Vec<Answer<'a>> {
    let Some(reading) = bench.index.readings.get(kin.document) else { return Vec::new() };
    let text = &bench.index.document(kin.document).text;
    let answer = |mention: &'a Mention| {
        Weekday::of(bench, text, mention).filter(|own| when.is_beside(*own))?;
        let answer =
            Answer { kin, mention, kind: Kind::Same, fit: Fit::Contradicts, bound: false, framed: false, whole: true };
        Pair { bench, claim, asked, answer: &answer }.knows_all().then_some(answer)
    };
    kin.mentions(reading).iter().filter_map(answer).collect()
}
