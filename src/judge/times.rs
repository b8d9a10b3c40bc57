//! When it was, in sentences of plain English: which days a claim means, and whether a passage tells of the same event on other ones.

use jiff::civil::{Date, Weekday};

use super::Bench;
use super::align::Candidate;
use super::extent::is_of_event;
use super::holds::Asked;
use super::qualify::{Qualifier, Standing, asserted, standing};
use crate::corpus::{Corpus, Document};
use crate::extract::{Extractor, Fact, Mention, MentionKind, Reading, TimeType};
use crate::index::Found;
use crate::source::Span;
use crate::statement::{MeasureEntry, MeasureKind, Modality, Polarity, Statement, Value};
use crate::text::has_word;
use crate::value::{Days, Deadline, Dimension, Fit, Grain};

/// Reads a claim. Without a date of its own "in April" is the April of the articles, where that is the same one for all of them.
pub fn read(extractor: &Extractor, corpus: &Corpus, claim: &Document) -> Reading {
    let plain = extractor.read(claim);
    let dates = || corpus.documents.iter().filter_map(|document| document.published);
    let ends = dates().min().zip(dates().max()).filter(|_| claim.published.is_none());
    let Some((first, last)) = ends.filter(|_| plain.mentions.iter().any(is_open)) else { return plain };
    let on = |day| extractor.read(&Document { published: Some(day), ..claim.clone() });
    let dated = on(first);
    if first == last || dated.mentions == on(last).mentions { dated } else { plain }
}

/// Whether a time needs a date that is not known.
fn is_open(mention: &Mention) -> bool {
    matches!(&mention.kind, MentionKind::Time(time) if time.sort == TimeType::Date && time.days.is_none())
}

/// A time that no date resolves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// In lower case.
    pub words: String,
    /// The unit of time of which it is the one before, where a number is held against it: "from a year earlier".
    pub before: Option<String>,
}

/// The times of a clause that stay open.
pub fn open(bench: &Bench<'_>, text: &str, reading: &Reading, clause: Span) -> Vec<Open> {
    let inside = reading.mentions_within(clause).iter();
    let told = inside.filter(|mention| is_open(mention)).map(|mention| Open {
        words: mention.span.slice(text).to_lowercase(),
        before: one_before(bench, text, mention.span).map(str::to_owned),
    });
    let period = own_period(bench, clause.slice(text)).map(|words| Open { words, before: None });
    told.chain(period).collect()
}

/// "this season": a time that has no place in the calendar.
fn own_period(bench: &Bench<'_>, clause: &str) -> Option<String> {
    let words: Vec<String> = clause.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
    let is_own = |pair: &&[String]| pair[0] == "this" && bench.index.vocabulary.lists("own period", &pair[1]);
    words.windows(2).find(is_own).map(|pair| pair.join(" "))
}

/// Whether the sentence of a passage gives a time in these words, or the days that they mean on the day of its article: "a year ago",
/// where it is "a year earlier".
pub fn says(bench: &Bench<'_>, (document, sentence): (usize, usize), words: &str) -> bool {
    let Some(reading) = bench.index.readings.get(document) else { return false };
    let Some(sentence) = reading.sentences.get(sentence).copied() else { return false };
    let document = bench.index.document(document);
    let times = || reading.mentions_within(sentence).iter().filter(|own| matches!(own.kind, MentionKind::Time(_)));
    let meant = || {
        let alone = Document { published: document.published, ..Document::alone(words) };
        bench.extractor.read(&alone).mentions.iter().find_map(days)
    };
    // "for the full year" is "full-year", "a year ago" is "a year earlier".
    let plain = |text: &str| format!(" {} ", text.to_lowercase().replace(|c: char| !c.is_alphanumeric(), " "));
    let back = || bench.index.vocabulary.words.get("back").into_iter().flatten();
    let asked = words.trim_start_matches("the ");
    let stem = back().find_map(|word| asked.strip_suffix(word.as_str()).filter(|stem| stem.ends_with(' ')));
    let is_there = || {
        let told = plain(sentence.slice(&document.text));
        told.contains(&plain(asked))
            || stem.is_some_and(|stem| back().any(|word| told.contains(&plain(&format!("{stem}{word}")))))
    };
    let is_said = |own: &str| own.eq_ignore_ascii_case(words) || has_word(own, words);
    times().any(|own| is_said(own.span.slice(&document.text)))
        || words.contains(' ') && is_there()
        || times().any(|own| days(own).is_some())
            && meant().is_some_and(|asked| times().filter_map(days).any(|own| own.within(&asked)))
}

/// Whether the sentence of a passage has a number held against the one before of a unit of time: "up 4 percent from the previous year",
/// where it is "4 percent more than last year".
pub fn holds_against(bench: &Bench<'_>, (document, sentence): (usize, usize), unit: &str) -> bool {
    let Some(reading) = bench.index.readings.get(document) else { return false };
    let Some(sentence) = reading.sentences.get(sentence).copied() else { return false };
    let text = &bench.index.document(document).text;
    let times = reading.mentions_within(sentence).iter().filter(|own| matches!(own.kind, MentionKind::Time(_)));
    times.into_iter().any(|time| one_before(bench, text, time.span) == Some(unit))
}

/// So many words before a time may hold a number against it: "from $30 million in the same quarter of".
const AGAINST: usize = 8;

/// The unit of time of which the one before is what a number is held against: "from a year earlier", "than last year".
pub fn one_before<'t>(bench: &Bench<'_>, text: &'t str, time: Span) -> Option<&'t str> {
    let lists = |list: &str, word: &str| bench.index.vocabulary.lists(list, &word.to_lowercase());
    let before = text.get(..time.range().start)?.split_whitespace().rev().take(AGAINST);
    let mut before = before.take_while(|word| !word.ends_with(['.', ',', ';', ':', ')']));
    let is_against = before.any(|word| lists("held against", word));
    let words = || time.slice(text).split([' ', '-']).filter(|word| !lists("determiner", word));
    let mut units = words().filter(|word| lists("time unit", word));
    let unit = units.next().filter(|_| is_against && units.next().is_none())?;
    let is_back = |word: &str| lists("previous", word) || lists("back", word);
    let others = || words().filter(|word| *word != unit && !word.eq_ignore_ascii_case("one"));
    (others().count() == 1 && others().all(is_back)).then_some(unit)
}

/// The day of the week that a clause tells without a date, and where: "on Tuesday".
pub fn weekday(bench: &Bench<'_>, text: &str, reading: &Reading, clause: Span) -> Option<(Span, Weekday)> {
    let mut open = reading.mentions_within(clause).iter().filter(|mention| is_open(mention));
    let mention = open.next().filter(|_| open.next().is_none())?;
    let on = |today: Date| {
        let alone = Document { published: Some(today), ..Document::alone(mention.span.slice(text)) };
        let read = bench.extractor.read(&alone).mentions.iter().find_map(days)?;
        read.first.filter(|_| read.grain == Grain::Day).map(Date::weekday)
    };
    // "Yesterday" is another one on another day.
    let [one, other] = TWO_DAYS.map(on);
    one.filter(|_| one == other).map(|day| (mention.span, day))
}

/// Whether the time of a fact is told as a length of time before another: "a year ago".
pub fn is_back(bench: &Bench<'_>, text: &str, reading: &Reading, fact: &Fact) -> bool {
    let last = place(reading, fact).and_then(|span| span.slice(text).rsplit(' ').next());
    last.is_some_and(|last| bench.index.vocabulary.lists("back", last))
}

/// Two days of different names.
const TWO_DAYS: [Date; 2] = [Date::constant(2024, 1, 1), Date::constant(2024, 1, 3)];

/// Where the day of a passage stands to a day of the week.
pub fn fit_of_weekday(bench: &Bench<'_>, asked: Weekday, found: Found<'_>) -> Option<Fit> {
    let told = told(bench, found).filter(|days| days.grain == Grain::Day && days.first == days.last)?;
    Some(if told.first?.weekday() == asked { Fit::Supports } else { Fit::Contradicts })
}

/// Where a fact tells when.
pub fn place(reading: &Reading, fact: &Fact) -> Option<Span> {
    let own = &fact.statement.qualifiers;
    let when = own.when.or(own.deadline.map(|deadline| deadline.named))?;
    let tells = |mention: &&Mention| days(mention).is_some_and(|days| days.same_days(&when));
    reading.mentions_within(fact.passage).iter().find(tells).map(|mention| mention.span)
}

fn days(mention: &Mention) -> Option<Days> {
    match &mention.kind {
        MentionKind::Time(time) => time.days,
        MentionKind::Quantity(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
    }
}

/// The deadline that a passage gives, as it names it; of a date that is itself one, the date: "be finished by November".
pub fn due(bench: &Bench<'_>, found: Found<'_>) -> Option<Deadline> {
    let statement = &found.fact.statement;
    let is_open = matches!(&statement.value, Some(Value::Days(days)) if days.first.is_none());
    let named = || {
        let reading = bench.index.readings.get(found.document)?;
        found.fact.time.and_then(|at| reading.mentions.get(at)).and_then(days)
    };
    statement.qualifiers.deadline.or_else(|| named().filter(|_| is_open).map(Deadline::by))
}

/// "April 8-13", "from August 2023 to March 2025": from one day, or month, to another.
fn is_span(days: &Days) -> bool {
    let length = days.length().unwrap_or_default();
    match days.grain {
        Grain::Day | Grain::Span => length > 1,
        Grain::Month => length > 31,
        Grain::Week | Grain::Quarter | Grain::Year | Grain::Decade => false,
    }
}

/// When a passage has its deed done: as its fact tells it, or the one time of its clause; without any, when the event happened that its
/// sentence is about.
fn told(bench: &Bench<'_>, found: Found<'_>) -> Option<Days> {
    let own = &found.fact.statement.qualifiers;
    let reading = bench.index.readings.get(found.document)?;
    let mut days = reading.mentions_within(found.fact.passage).iter().filter_map(days);
    let first = days.next();
    let clause = first.filter(|_| days.next().is_none() && own.deadline.is_none());
    let event = || {
        let mut beside = bench.index.facts_beside(found);
        let days = beside.find_map(|other| Some(bench.index.days_of_event(other)).filter(|days| !days.is_empty()))?;
        if let [day] = days { Some(*day) } else { None }
    };
    own.when.or(clause).or_else(|| if first.is_none() { event() } else { None })
}

/// Where a passage stands to the time of a sentence; none where one of them gives none. Of several times that it gives any may be that
/// of the deed.
pub fn fit(bench: &Bench<'_>, asked: &Statement, found: Found<'_>) -> Option<Fit> {
    let own = &found.fact.statement.qualifiers;
    let Some(when) = asked.qualifiers.when else {
        let (asked, own) = asked.qualifiers.deadline.zip(own.deadline)?;
        return Some(Days::compare(&own.named, &asked.named));
    };
    let fit = Days::compare(&told(bench, found)?, &when);
    let reading = bench.index.readings.get(found.document)?;
    let told = || reading.mentions_within(found.fact.passage).iter().filter_map(days);
    let fits = told().any(|days| days.overlaps(&when));
    let shorter = || told().any(|days| is_span(&days) && is_span(&when) && !days.same_days(&when));
    Some(match fit {
        Fit::Contradicts if fits => Fit::Compatible,
        // "from April 8 to April 13" bears out no "from April 8 to April 15".
        Fit::Supports if shorter() => Fit::Compatible,
        fit => fit,
    })
}

/// Whether a passage tells its deed of another time than a sentence.
pub fn is_apart(bench: &Bench<'_>, asked: &Statement, found: Found<'_>) -> bool {
    let both = told(bench, found).zip(asked.qualifiers.when);
    both.is_some_and(|(own, asked)| Days::compare(&own, &asked) == Fit::Contradicts)
}

/// Whether the same deed at another time is no second one: what is still to come, what is done once, and what is done to one thing.
pub fn is_single(bench: &Bench<'_>, asked: &Statement, own: &Statement) -> bool {
    let both = [asked, own];
    let plain = both.iter().all(|statement| statement.polarity == Polarity::Affirmed);
    let due = both.iter().all(|statement| statement.modality.is_some_and(is_due));
    let verb = own.measure.name.strip_prefix("be ").unwrap_or(&own.measure.name);
    let listed = |class: &str| bench.index.vocabulary.lists(class, verb);
    let done_to = both.iter().all(|one| is_definite(one));
    let again = bench.index.grammar.turns_round(verb);
    let itself = both.iter().all(|one| matches!(&one.value, Some(Value::Text(object)) if object.is_empty()));
    plain && (due || itself && (listed("starting") || listed("unrepeated")) || done_to && !again)
}

/// Whether the deed of which a sentence in plain English tells a number may have been done again at another time: its date is then no
/// date of the passage's deed. What is told of one happening, is done on one day, with or to the same party, or is still to come is
/// no second one.
pub fn may_recur(bench: &Bench<'_>, asked: &Asked<'_>, candidate: &Candidate<'_>) -> bool {
    let (statement, own) = (&asked.operand.statement, &candidate.found.fact.statement);
    let is_deed = !asked.verbs.is_empty() && is_repeatable(bench, &statement.measure.name, asked.verbs);
    let is_count = matches!(&own.value, Some(Value::Quantity(own)) if matches!(own.unit.dimension, Dimension::Count | Dimension::Number));
    let is_repeated = is_count || !asked.verbs.iter().any(|verb| bench.index.vocabulary.lists("unrepeated", verb));
    let is_due = own.modality.is_some_and(is_due);
    is_deed && is_repeated && !is_due && !is_of_event(bench, statement) && !has_party(bench, asked, candidate)
}

/// Whether a measure is of deeds that are done again and again, or its verbs are those of one: who hires workers changes a headcount.
fn is_repeatable(bench: &Bench<'_>, measure: &str, verbs: &[String]) -> bool {
    let measures = &bench.index.vocabulary.measures;
    let is_deed = |entry: &MeasureEntry| {
        !entry.once
            && !entry.own
            && entry.kind != MeasureKind::Change
            && entry.forms.iter().any(|form| verbs.contains(form))
    };
    match measures.iter().rev().find(|entry| entry.name.eq_ignore_ascii_case(measure)) {
        Some(entry) if entry.own => measures.iter().any(is_deed),
        Some(entry) => !entry.once,
        None => true,
    }
}

/// Whether sentence and passage name the same party to the deed.
fn has_party(bench: &Bench<'_>, asked: &Asked<'_>, candidate: &Candidate<'_>) -> bool {
    let is_party = |qualifier: &Qualifier| match qualifier {
        Qualifier::Partner(_) | Qualifier::Recipient(_) | Qualifier::Origin(_) => true,
        Qualifier::Deadline
        | Qualifier::When
        | Qualifier::Length
        | Qualifier::AsOf
        | Qualifier::Announced
        | Qualifier::Place(_)
        | Qualifier::Purpose
        | Qualifier::Speaker
        | Qualifier::Modality => false,
    };
    let states = |at: Qualifier| standing(bench, asked.operand, at, candidate) == Standing::States;
    asserted(asked.operand).into_iter().filter(is_party).any(states)
}

fn is_due(modality: Modality) -> bool {
    matches!(modality, Modality::Planned | Modality::Pledged | Modality::Will)
}

/// Whether the object is one thing that is known: "the bridge", "its budget".
fn is_definite(statement: &Statement) -> bool {
    let Some(Value::Text(text)) = &statement.value else { return false };
    ["the ", "its ", "his ", "her ", "their "]
        .iter()
        .any(|word| text.get(..word.len()).is_some_and(|own| own.eq_ignore_ascii_case(word)))
}
