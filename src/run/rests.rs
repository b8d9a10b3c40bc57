//! What of the articles a check holds in place: what its evidence says, as far as the check itself speaks of it. A check on a pledge
//! `by 2031` holds the number, the deadline and the name of who pledges; the place and the purpose that stand in the same sentence it
//! does not ask for, and does not hold.

use std::collections::BTreeSet;

use crate::check::{Assertion, Body, Expression, Operand, Reading as Meant};
use crate::corpus::Document;
use crate::extract::{Fact, MentionKind, Reading, TimeMention};
use crate::index::{Kinship, Whom, name_key};
use crate::judge::{Evidence, Stance, Verdict, read_claim};
use crate::source::Span;
use crate::statement::{Qualifiers, Value};
use crate::value::{Days, Quantity};

use super::desk::Seat;
use super::result::{CheckResult, Outcome};

/// What a check holds.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// Numbers, times, quotes and names, each by the position of its document and its own among the mentions there.
    pub mentions: BTreeSet<(usize, usize)>,
    /// Names, wherever in their document they stand: each with the position of the asserted name that it stands for among those of the
    /// check, and that of its document.
    pub names: BTreeSet<(usize, usize, String)>,
    /// The times among the mentions, those that answer to one thing that the check asks for under one number, which comes first.
    pub times: BTreeSet<(usize, usize, usize)>,
    /// The numbers of those things that span more than a month as the check asks for them: "in 2024".
    pub long: BTreeSet<usize>,
}

/// What a check holds.
pub(super) fn held(seat: &Seat<'_>, result: &CheckResult) -> Held {
    held_by(seat, result, deciding(result))
}

/// What of all passages that speak of a check it would hold if its verdict rested on them.
pub(super) fn spoken_of(seat: &Seat<'_>, result: &CheckResult) -> Held {
    held_by(seat, result, result.judgement.evidence.iter().collect())
}

fn held_by(seat: &Seat<'_>, result: &CheckResult, passages: Vec<&Evidence>) -> Held {
    let said = Said::by(seat, &result.assertion);
    let mut held = Held::default();
    passages.into_iter().for_each(|evidence| said.held_by(seat, evidence, &mut held));
    let long = said.days.iter().filter(|(_, days)| days.length().is_none_or(|length| length > LONGEST_MONTH));
    held.long = long.map(|(asked, _)| *asked).collect();
    held
}

/// Where a name stands.
pub(super) fn places_of<'a>(reading: &'a Reading, name: &'a str) -> impl Iterator<Item = Span> + 'a {
    let same = move |kind: &MentionKind| matches!(kind, MentionKind::Name { canonical, .. } if canonical == name);
    reading.mentions.iter().filter(move |mention| same(&mention.kind)).map(|mention| mention.span)
}

/// The passages that a verdict rests on. What leaves a check open is none of them, and a check that nobody expected to be open has none.
pub(super) fn deciding(result: &CheckResult) -> Vec<&Evidence> {
    let unsettled = matches!(result.judgement.verdict, Verdict::Ambiguous | Verdict::Unmentioned);
    let settles = |evidence: &&Evidence| match evidence.stance {
        Stance::Supports | Stance::Contradicts => !unsettled || result.outcome == Outcome::Pass,
        Stance::Compatible => false,
    };
    result.judgement.evidence.iter().filter(settles).collect()
}

/// The numbers of what times answer to: the qualifiers (see [`days_of`]), then these, then the times of a sentence in plain English.
const LENGTH: usize = 4;
const VALUE: usize = 5;

/// The days of the longest month.
const LONGEST_MONTH: i64 = 31;

/// What a check says besides its number, which is where its evidence is underlined.
#[derive(Default)]
struct Said {
    /// Names, each with the number of what they stand for.
    names: Vec<(usize, Whom)>,
    /// Values in words, as keys: an office and whose it is.
    words: Vec<String>,
    /// Deadline, time, day of validity and announcement: whether they are asserted.
    times: [bool; 4],
    /// Days that are named, each with the number of what it is named for.
    days: Vec<(usize, Days)>,
    lengths: Vec<Quantity>,
    /// The numbers of a sentence in plain English.
    numbers: Vec<Quantity>,
    /// Whether it speaks of no number.
    numberless: bool,
}

impl Said {
    fn by(seat: &Seat<'_>, assertion: &Assertion) -> Self {
        let mut said = Self::default();
        match &assertion.body {
            Body::Holds { operand, value, .. } => {
                said.numberless = !matches!(value, Value::Quantity(_));
                said.operand(seat, operand);
                said.value(seat, value);
            }
            Body::Exists { reading, operand } => {
                said.numberless = *reading != Meant::Never;
                said.operand(seat, operand);
            }
            Body::Agree { operand } => said.operand(seat, operand),
            Body::Computed { left, relation: _, right } => {
                said.expression(seat, left);
                said.expression(seat, right);
            }
            Body::Quote { speaker, .. } => {
                said.name(seat, speaker.iter());
            }
            Body::Claim { text, span: _ } => said.claim(seat, text),
        }
        said
    }

    fn expression(&mut self, seat: &Seat<'_>, expression: &Expression) {
        match expression {
            Expression::Operand(operand) => self.operand(seat, operand),
            Expression::Constant { .. } => {}
            Expression::Share { part: one, whole: two } | Expression::Binary { left: one, right: two, .. } => {
                self.expression(seat, one);
                self.expression(seat, two);
            }
        }
    }

    fn operand(&mut self, seat: &Seat<'_>, operand: &Operand) {
        let subject = &operand.statement.subject;
        let group = seat.index.names.group(&subject.name).unwrap_or_default();
        self.name(seat, std::iter::once(&subject.name).chain(group));
        self.name(seat, subject.members.iter().flat_map(|members| &members.names));
        let Qualifiers { places, partners, recipients, origins, speaker, length, .. } = &operand.statement.qualifiers;
        for name in [places, partners, recipients, origins].into_iter().flatten().chain(speaker) {
            self.name(seat, std::iter::once(name));
        }
        let days = days_of(&operand.statement.qualifiers);
        for (asserted, days) in self.times.iter_mut().zip(days) {
            *asserted |= days.is_some();
        }
        self.days.extend(days.into_iter().enumerate().filter_map(|(kind, days)| Some((kind, days?))));
        self.lengths.extend(length.clone());
    }

    fn value(&mut self, seat: &Seat<'_>, value: &Value) {
        match value {
            Value::Quantity(_) => {}
            Value::Days(days) => self.days.push((VALUE, *days)),
            Value::Text(text) => self.words.push(name_key(text)),
            Value::List(names) => names.iter().for_each(|name| self.name(seat, std::iter::once(name))),
        }
    }

    fn claim(&mut self, seat: &Seat<'_>, text: &str) {
        for mention in read_text(seat, text).mentions {
            match mention.kind {
                MentionKind::Name { canonical, .. } => self.name(seat, std::iter::once(&canonical)),
                MentionKind::Time(TimeMention { days, length, .. }) => {
                    let number = VALUE + 1 + self.days.len();
                    self.days.extend(days.map(|days| (number, days)));
                    self.lengths.extend(length);
                }
                MentionKind::Quantity(read) => self.numbers.push(read.quantity),
                MentionKind::Quote(_) => {}
            }
        }
    }

    fn name<'n>(&mut self, seat: &Seat<'_>, names: impl Iterator<Item = &'n String>) {
        let number = self.names.len();
        self.names.extend(names.filter(|name| !name.is_empty()).map(|name| (number, seat.index.names.whom(name))));
    }

    /// Adds what of a passage is held.
    fn held_by(&self, seat: &Seat<'_>, evidence: &Evidence, held: &mut Held) {
        let Some(reading) = seat.index.readings.get(evidence.document) else { return };
        let place = |span: Span| seat.index.document(evidence.document).place(span).span;
        let passage = Passage { seat, evidence, reading, facts: self.facts_of(seat, evidence, reading) };
        let from = reading.sentences.partition_point(|sentence| place(*sentence).end <= evidence.passage.span.start);
        let sentences = reading.sentences.iter().skip(from);
        let sentences = sentences.take_while(|sentence| place(**sentence).start < evidence.passage.span.end);
        for at in sentences.flat_map(|sentence| reading.positions_within(*sentence)) {
            match reading.mentions.get(at).map(|mention| &mention.kind) {
                Some(MentionKind::Name { canonical, .. }) if self.is_named(seat, evidence.document, canonical) => {
                    let asked = self.asked(seat, evidence.document, canonical);
                    held.names.extend(asked.map(|asked| (asked, evidence.document, canonical.clone())));
                }
                Some(MentionKind::Time(_)) => {
                    let answered = self.answered(&passage, at);
                    held.mentions.extend(answered.map(|_| (evidence.document, at)));
                    held.times.extend(answered.map(|asked| (asked, evidence.document, at)));
                }
                Some(_) if self.holds(&passage, at) => {
                    held.mentions.insert((evidence.document, at));
                }
                Some(_) | None => {}
            }
        }
        // The name may stand in another sentence: "It will invest".
        let subjects = passage.facts.iter().map(|fact| &fact.statement.subject.name);
        for name in subjects {
            let asked = self.asked(seat, evidence.document, name);
            held.names.extend(asked.map(|asked| (asked, evidence.document, name.clone())));
        }
    }

    /// The facts that a passage is cited for; where what is underlined is not their value but a qualifier, the
    /// nearest.
    fn facts_of<'r>(&self, seat: &Seat<'_>, evidence: &Evidence, reading: &'r Reading) -> Vec<&'r Fact> {
        let document = seat.index.document(evidence.document);
        let cited = |fact: &&Fact| document.place(fact.passage) == evidence.passage;
        let focused = |fact: &Fact| document.place(fact.focus).span.overlaps(evidence.focus.span);
        let about = |fact: &&Fact| self.is_named(seat, evidence.document, &fact.statement.subject.name);
        let start = |fact: &Fact| document.place(fact.passage).span.start;
        let from = reading.facts.partition_point(|fact| start(fact) < evidence.passage.span.start);
        let beginning = reading.facts.iter().skip(from).take_while(|fact| start(fact) == evidence.passage.span.start);
        let all: Vec<&Fact> = beginning.filter(cited).collect();
        match all.iter().any(|fact| focused(fact)) {
            true => all.into_iter().filter(|fact| focused(fact)).collect(),
            false => {
                let off = |fact: &&Fact| document.place(fact.focus).span.start.abs_diff(evidence.focus.span.start);
                all.into_iter().filter(about).min_by_key(off).into_iter().collect()
            }
        }
    }

    fn holds(&self, passage: &Passage<'_>, at: usize) -> bool {
        let Some(mention) = passage.reading.mentions.get(at) else { return false };
        let document = passage.seat.index.document(passage.evidence.document);
        let (own, focus) = (document.place(mention.span).span, passage.evidence.focus.span);
        match &mention.kind {
            MentionKind::Quantity(read) => {
                let cited = || passage.facts.iter().any(|fact| fact.quantity == Some(at));
                !self.numberless && (own.overlaps(focus) || cited() || self.numbers.contains(&read.quantity))
            }
            MentionKind::Time(_) => self.answered(passage, at).is_some(),
            MentionKind::Name { .. } => own.contains(focus) || focus.contains(own),
            // Of a quote that is checked in part the rest is not held.
            MentionKind::Quote(_) => focus.contains(document.place(bare(&document.text, mention.span)).span),
        }
    }

    fn is_named(&self, seat: &Seat<'_>, document: usize, name: &str) -> bool {
        self.asked(seat, document, name).next().is_some()
    }

    /// For which asserted names one of a document stands, by position: those of values in words count behind the others, and the members
    /// of a group as the group.
    fn asked<'s>(&'s self, seat: &'s Seat<'_>, document: usize, name: &'s str) -> impl Iterator<Item = usize> + 's {
        let key = name_key(name);
        let is_name = !key.is_empty();
        let kin = move |whom: &Whom| is_name && seat.index.names.kin(whom, document, name) != Kinship::None;
        let within = move |words: &str| is_name && format!(" {words} ").contains(&format!(" {key} "));
        let named = self.names.iter().filter(move |(_, whom)| kin(whom)).map(|(asked, _)| *asked);
        let words = self.words.iter().enumerate().filter(move |(_, words)| within(words));
        named.chain(words.map(|(at, _)| self.names.len() + at))
    }

    /// What a time of a passage answers to among what the check asks for: a qualifier, a length of time, the value, a day that it names.
    fn answered(&self, passage: &Passage<'_>, at: usize) -> Option<usize> {
        let mention = passage.reading.mentions.get(at)?;
        let MentionKind::Time(time) = &mention.kind else { return None };
        let same = |other: &Days| time.days.is_some_and(|days| days.same_days(other));
        let qualifies = |kind: &usize| {
            let own =
                passage.facts.iter().filter_map(|fact| days_of(&fact.statement.qualifiers).get(*kind).copied()?);
            self.times.get(*kind) == Some(&true) && own.into_iter().any(|days| same(&days))
        };
        let as_long = |length: &Quantity| time.length.as_ref() == Some(length);
        let document = passage.seat.index.document(passage.evidence.document);
        let underlined = document.place(mention.span).span.overlaps(passage.evidence.focus.span);
        let named = || self.days.iter().find(|(_, days)| same(days)).map(|(asked, _)| *asked);
        (0..LENGTH)
            .find(qualifies)
            .or_else(|| self.lengths.iter().any(as_long).then_some(LENGTH))
            .or_else(|| underlined.then_some(VALUE))
            .or_else(named)
    }
}

/// A place without the marks at its ends.
fn bare(text: &str, span: Span) -> Span {
    let words = span.slice(text);
    let start = words.len() - words.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let end = words.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
    Span::new(span.start as usize + start, span.start as usize + end.max(start))
}

/// A passage and what it states.
struct Passage<'a> {
    seat: &'a Seat<'a>,
    evidence: &'a Evidence,
    reading: &'a Reading,
    facts: Vec<&'a Fact>,
}

/// The days that qualifiers name: deadline, time, day of validity, announcement.
fn days_of(qualifiers: &Qualifiers) -> [Option<Days>; 4] {
    let Qualifiers { deadline, when, as_of, announced, .. } = qualifiers;
    [deadline.map(|deadline| deadline.named), *when, *as_of, *announced]
}

/// A sentence in plain English, as the judge reads it.
pub(super) fn read_text(seat: &Seat<'_>, text: &str) -> Reading {
    read_claim(seat.extractor, seat.index.corpus, &Document::alone(text))
}
