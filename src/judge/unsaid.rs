//! What of a sentence a passage does not say. Subject, verb and object may agree, and the sentence still say more: a day, a place, a
//! charge, a score. A passage bears a sentence out only if it has a word for each of its words.

use std::collections::BTreeSet;

use jiff::civil::Weekday;
use rustc_hash::FxHashSet;

use super::Bench;
use super::negated::Negated;
use super::votes;
use crate::extract::{Grammar, Mention, MentionKind, Reading, WordClass};
use crate::index::{Found, Sense, content, stem};
use crate::source::{Covered, Span};
use crate::statement::{Statement, Subject, Value};
use crate::text::has_word;
use crate::value::{Days, Dimension, Fit, Quantity, Relation, Unit, compare};

/// The words of a sentence that have to be borne out.
#[derive(Debug)]
pub struct Said<'a> {
    words: Vec<Word<'a>>,
    /// Those of its time, which are compared as days where a passage gives a time too.
    time: Vec<Word<'a>>,
    /// Which of its words it denies.
    negated: Negated,
    /// The day of the week, where it gives no other time.
    pub weekday: Option<Weekday>,
}

/// One of them.
#[derive(Debug)]
struct Word<'a> {
    /// In lower case.
    text: String,
    /// The number that it is a figure of: "8" is said by "eight".
    number: Option<&'a Quantity>,
    /// The days that it is a word for: "Tuesday, March 11" is said by "on Tuesday".
    days: Option<Days>,
}

/// The words of a text that are held against passages.
#[derive(Debug)]
pub struct Clause<'a> {
    /// The text.
    pub text: &'a str,
    /// What is read in it.
    pub reading: &'a Reading,
    /// The words.
    pub span: Span,
    /// Where they tell when.
    pub time: Option<Span>,
    /// The day of the week that they tell there, where no date is known.
    pub weekday: Option<Weekday>,
    /// What other parts of the sentence are judged by.
    pub beside: Vec<Span>,
}

/// Whether the time of a sentence and that of a passage have been compared as days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timed {
    /// They have.
    Compared,
    /// One of them gives none.
    ByWords,
}

impl<'a> Said<'a> {
    /// The words of a clause, without those of its subject and its verb, which are compared by what they mean, without how old somebody
    /// is, which is a fact of its own, and without "said" beside whoever says it.
    pub fn new(bench: &Bench<'_>, own: &Clause<'a>, statement: &Statement) -> Self {
        let (text, reading, clause) = (own.text, own.reading, own.span);
        let beside = Covered::new(own.beside.iter().copied());
        let grammar = bench.index.grammar;
        let subject = &statement.subject;
        let compared: BTreeSet<String> = subject
            .name
            .split(' ')
            .chain(subject.topic.iter().map(String::as_str))
            .chain(statement.measure.name.split(' '))
            .map(|word| stem(&word.to_lowercase()))
            .collect();
        let is_compared = |word: &str| {
            let verb = grammar.entry(word).verb.map(|(verb, _)| grammar.verb(verb));
            is_side_of(bench, statement, word)
                || compared.contains(&stem(word))
                || verb.is_some_and(|verb| compared.contains(&stem(verb)))
        };
        let speaker = statement.qualifiers.speaker.as_deref();
        let of = |span: Span| -> Vec<Word<'a>> {
            let words = content(grammar, span.slice(text))
                .map(|(own, word)| (Span { start: own.start + span.start, end: own.end + span.start }, word));
            let is_age = |own: Span, word: &str| {
                is_of_age(bench, reading, clause, (own, word)) && !is_told_by(statement, own.slice(text))
            };
            let words = words.filter(|(own, word)| {
                let is_elsewhere = beside.touches(*own) || is_age(*own, word) || is_due(bench, text, (*own, word));
                let is_elsewhere = is_elsewhere || votes::is_beside_tally(bench, text, (*own, word));
                let is_said = || speaker.is_some_and(|speaker| is_said_by(grammar, text, *own, speaker));
                !is_elsewhere && !is_compared(word) && !is_said() && !stands_for(bench, subject, text, (clause, *own))
            });
            words
                .map(|(own, text)| Word { text, number: number_at(reading, own), days: days_at(reading, own) })
                .collect()
        };
        let negated = Negated::of(grammar, clause.slice(text));
        match own.time.filter(|time| clause.contains(*time)) {
            Some(time) => {
                let parts = [Span { end: time.start, ..clause }, Span { start: time.end, ..clause }];
                Self { words: parts.into_iter().flat_map(of).collect(), time: of(time), negated, weekday: own.weekday }
            }
            None => Self { words: of(clause), time: Vec::new(), negated, weekday: None },
        }
    }

    /// The first word that the sentence of a passage has none for. `means` tells of words that mean the same; `timed` passages have
    /// their time compared already.
    pub fn unsaid(
        &self,
        bench: &Bench<'_>,
        found: Found<'_>,
        timed: Timed,
        means: impl Fn(&str) -> bool,
    ) -> Option<&str> {
        let text = &bench.index.document(found.document).text;
        let reading = bench.index.readings.get(found.document)?;
        let sentence = reading.sentences.get(found.fact.sentence).copied().unwrap_or(found.fact.passage);
        // "Lund" says as much as the "Ida Lund" that it is short for.
        let named = reading.mentions.iter().filter(|mention| mention.span.overlaps(sentence));
        let full = named.filter_map(|mention| match &mention.kind {
            MentionKind::Name { canonical, .. } => Some(canonical.as_str()),
            MentionKind::Quantity(_) | MentionKind::Time(_) | MentionKind::Quote(_) => None,
        });
        let mut held = Held::default();
        full.for_each(|name| held.add(bench, name));
        match reading.sentences.get(found.fact.sentence) {
            Some(_) => held.add_sentence(bench, (found.document, found.fact.sentence)),
            None => held.add(bench, sentence.slice(text)),
        }
        let numbers = || reading.mentions_within(sentence).iter().filter_map(number_of);
        let is_told = |asked: &Quantity| numbers().any(|own| says(bench, own, asked));
        let days: Vec<Days> = reading.mentions_within(sentence).iter().filter_map(days_of).collect();
        let is_day = |asked: Days| days.iter().any(|own| own.within(&asked));
        let is_held = |own: &&Word<'_>| {
            held.has(bench, &own.text)
                || means(&own.text)
                || own.number.is_some_and(is_told)
                || own.days.is_some_and(is_day)
        };
        let time = if timed == Timed::Compared { &[][..] } else { &self.time };
        self.words.iter().chain(time).find(|word| !is_held(word)).map(|word| word.text.as_str())
    }

    /// The first word that one of them denies right in front of it and the other does not: "guilty" is not said by "not guilty".
    pub fn turned(&self, bench: &Bench<'_>, found: Found<'_>) -> Option<&str> {
        let text = &bench.index.document(found.document).text;
        let reading = bench.index.readings.get(found.document)?;
        let sentence = reading.sentences.get(found.fact.sentence).copied().unwrap_or(found.fact.passage);
        let told = Negated::of(bench.index.grammar, sentence.slice(text));
        let is_turned = |own: &&Word<'_>| match self.negated.has_denied(&own.text) {
            true => !told.any(),
            // "has not found any" and "found none": both deny, each in its own place.
            false => told.has_denied(&own.text) && !self.negated.any(),
        };
        self.words.iter().find(is_turned).map(|word| word.text.as_str())
    }

    /// Whether the sentence of a passage has one of the words, besides those that are known, and a part of it has not.
    pub fn lies_outside(&self, bench: &Bench<'_>, sentence: &str, part: &str, known: impl Fn(&str) -> bool) -> bool {
        let (mut whole, mut own) = (Held::default(), Held::default());
        whole.add(bench, sentence);
        own.add(bench, part);
        let mut words = self.words.iter().filter(|word| !known(&word.text));
        words.any(|word| whole.has(bench, &word.text) && !own.has(bench, &word.text))
    }

    /// Whether one of them is wanted.
    pub fn says(&self, is_wanted: impl Fn(&str) -> bool) -> bool {
        self.words.iter().any(|own| is_wanted(&own.text))
    }

    /// The first preposition of a passage that tells which side somebody is on, and that the sentence has not: "voted against the plan",
    /// where it is "voted for the plan".
    pub fn sided(&self, bench: &Bench<'_>, found: Found<'_>) -> Option<String> {
        let text = &bench.index.document(found.document).text;
        let tells = |word: &str| bench.index.vocabulary.lists("telling preposition", word);
        let mut words = found.fact.focus.slice(text).split_whitespace().map(str::to_lowercase);
        words.find(|word| tells(word) && !self.words.iter().any(|own| own.text == *word))
    }
}

/// Whether a word only tells on which side of another level a value lies, as the direction does: "above", "higher".
pub fn is_side_of(bench: &Bench<'_>, statement: &Statement, word: &str) -> bool {
    let classes = bench.index.grammar.classes(word);
    statement.measure.is_difference() && (classes.has(WordClass::ToldMore) || classes.has(WordClass::ToldLess))
}

/// Whether a word is that of a definite description in front of the verb of a clause whose subject is named elsewhere: "The company
/// cut jobs", where Halvorsen is meant.
pub fn stands_for(bench: &Bench<'_>, subject: &Subject, text: &str, (clause, word): (Span, Span)) -> bool {
    let grammar = bench.index.grammar;
    let before = Span { end: word.start.max(clause.start), ..clause }.slice(text).trim_end();
    let definite = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_definite = ["the", "this", "that"].iter().any(|the| definite.eq_ignore_ascii_case(the));
    let acts = |word: &str| grammar.entry(word).verb.is_some();
    let is_told = || subject.name.split(' ').any(|name| has_word(clause.slice(text), name));
    clause.contains(word) && is_definite && !content(grammar, before).any(|(_, word)| acts(&word)) && !is_told()
}

/// Whether a word tells in front of "to" that something is still to come, whichever word it is: "is due to open", "is set to open".
pub fn is_due(bench: &Bench<'_>, text: &str, (own, word): (Span, &str)) -> bool {
    let grammar = bench.index.grammar;
    let base = grammar.entry(word).verb.map_or(word, |(verb, _)| grammar.verb(verb));
    let behind = text.get(own.end as usize..).unwrap_or_default();
    behind.starts_with(" to ") && [base, word].into_iter().any(|word| bench.index.vocabulary.lists("due", word))
}

/// The number that a word is a figure, or the unit, of; what is counted is a word like any other.
fn number_at(reading: &Reading, word: Span) -> Option<&Quantity> {
    reading.mentions.iter().filter(|mention| mention.span.contains(word)).find_map(|mention| match &mention.kind {
        MentionKind::Quantity(own) => {
            let unit = own.unit.filter(|_| own.quantity.unit.dimension != Dimension::Count);
            (own.number.contains(word) || unit.is_some_and(|unit| unit.contains(word))).then_some(&own.quantity)
        }
        MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
    })
}

/// The days that a word is one of the words for.
fn days_at(reading: &Reading, word: Span) -> Option<Days> {
    reading.mentions.iter().filter(|mention| mention.span.contains(word)).find_map(days_of)
}

fn days_of(mention: &Mention) -> Option<Days> {
    match &mention.kind {
        MentionKind::Time(time) => time.days,
        MentionKind::Quantity(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
    }
}

/// Whether a statement has a word in what it states: "is a 42-year-old".
fn is_told_by(statement: &Statement, word: &str) -> bool {
    matches!(&statement.value, Some(Value::Text(text)) if has_word(text, word))
}

/// Whether a word tells how old somebody is: "died at 73", "aged 73", "at the age of 73".
pub fn is_of_age(bench: &Bench<'_>, reading: &Reading, clause: Span, (own, word): (Span, &str)) -> bool {
    let is_age = |mention: &&Mention| number_of(mention).is_some_and(|own| own.unit.dimension == Dimension::Age);
    let mut ages = reading.mentions_within(clause).iter().filter(is_age);
    ages.any(|age| age.span.overlaps(own) || bench.index.vocabulary.lists("of age", word))
}

fn number_of(mention: &Mention) -> Option<&Quantity> {
    match &mention.kind {
        MentionKind::Quantity(own) => Some(&own.quantity),
        MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
    }
}

/// Whether a number says another: in its unit, or as so many, of whatever.
fn says(bench: &Bench<'_>, own: &Quantity, asked: &Quantity) -> bool {
    let is_bare = |quantity: &Quantity| matches!(quantity.unit.dimension, Dimension::Count | Dimension::Number);
    let fit = |own: &Quantity, asked: &Quantity| compare(own, Relation::Equal, asked, bench.policy).fit;
    let bare = |quantity: &Quantity| Quantity::new(quantity.amount.clone(), Unit::number());
    fit(own, asked) == Fit::Supports || is_bare(own) && is_bare(asked) && fit(&bare(own), &bare(asked)) == Fit::Supports
}

/// Whether a word is a verb of saying right beside the words for whoever says it: "officials say", "said Lund".
fn is_said_by(grammar: &Grammar, text: &str, word: Span, speaker: &str) -> bool {
    let says = grammar.entry(&word.slice(text).to_lowercase()).verb;
    let says = says.is_some_and(|(verb, _)| grammar.verb_classes(verb).has(WordClass::Saying));
    let before = Span::new(0, word.range().start).slice(text).trim_end();
    let behind = Span::new(word.range().end, text.len()).slice(text).trim_start();
    says && (before.ends_with(speaker) || behind.starts_with(speaker))
}

/// What the words of passages may mean.
#[derive(Clone, Debug, Default)]
pub struct Held(FxHashSet<Sense>);

impl Held {
    /// Takes in the words of a text.
    pub fn add(&mut self, bench: &Bench<'_>, text: &str) {
        self.0.extend(bench.index.wording().told(bench.index.grammar, text));
    }

    /// Takes in the words of a sentence of an article.
    pub fn add_sentence(&mut self, bench: &Bench<'_>, sentence: (usize, usize)) {
        self.0.extend(bench.index.wording().told_in(sentence));
    }

    /// Whether they hold the words of a form in lower case ("lay off"), or other forms of them.
    pub fn has_form(&self, bench: &Bench<'_>, form: &str) -> bool {
        let (wording, grammar) = (bench.index.wording(), bench.index.grammar);
        let is_form = |sense: Sense| sense.is_stem() && self.0.contains(&sense);
        let has = |word: &str| grammar.is_function_word(word) || wording.has_sense(grammar, word, is_form);
        form.split(' ').all(has)
    }

    /// Whether they hold a word in lower case, or another form of it, or one that may be said for it.
    pub fn has(&self, bench: &Bench<'_>, word: &str) -> bool {
        let is_held = |sense: Sense| sense.is_meaning() && self.0.contains(&sense);
        bench.index.wording().has_sense(bench.index.grammar, word, is_held)
    }

    /// The same, or one that tells of a change the same way: "rose" for "jumped".
    pub fn has_like(&self, bench: &Bench<'_>, word: &str) -> bool {
        bench.index.wording().has_sense(bench.index.grammar, word, |sense| self.0.contains(&sense))
    }
}
