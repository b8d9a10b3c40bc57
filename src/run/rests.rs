//! What of the articles a check holds in place: what its evidence says, as far as the check itself speaks of it. A check on a pledge
//! `by 2031` holds the number, the deadline and the name of who pledges; the place and the purpose that stand in the same sentence it
//! does not ask for, and does not hold.

use std::collections::BTreeSet;

use crate::check::{Assertion, Body, Expression, Operand};
use crate::corpus::{Corpus, Document, Zone, ZoneKind};
use crate::extract::{Extractor, Fact, MentionKind, Reading, TimeMention};
use crate::index::{Kinship, Whom, name_key};
use crate::judge::{Evidence, Stance, Verdict, read_claim};
use crate::source::{FileId, Span};
use crate::statement::{Qualifiers, Value};
use crate::value::{Days, Quantity};

use super::desk::Seat;
use super::result::{CheckResult, Outcome};

/// What a check holds.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// Numbers, times, quotes and names, each by the position of its document and its own among the mentions there.
    pub mentions: BTreeSet<(usize, usize)>,
    /// Names, each with the position of its document, wherever in it they stand.
    pub names: BTreeSet<(usize, String)>,
}

/// What a check holds.
pub(super) fn held(seat: &Seat<'_>, result: &CheckResult) -> Held {
    let said = Said::by(seat, &result.assertion);
    let mut held = Held::default();
    deciding(result).into_iter().for_each(|evidence| said.held_by(seat, evidence, &mut held));
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

/// What a check says besides its number, which is where its evidence is underlined.
#[derive(Default)]
struct Said {
    names: Vec<Whom>,
    /// Values in words, as keys: an office and whose it is.
    words: Vec<String>,
    /// Deadline, time, day of validity and announcement: whether they are asserted.
    times: [bool; 4],
    days: Vec<Days>,
    lengths: Vec<Quantity>,
    /// Whether it is about words between quotation marks.
    quote: bool,
}

impl Said {
    fn by(seat: &Seat<'_>, assertion: &Assertion) -> Self {
        let mut said = Self::default();
        match &assertion.body {
            Body::Holds { operand, value, .. } => {
                said.operand(seat, operand);
                said.value(seat, value);
            }
            Body::Exists { operand, .. } | Body::Agree { operand } => said.operand(seat, operand),
            Body::Computed { left, relation: _, right } => {
                said.expression(seat, left);
                said.expression(seat, right);
            }
            Body::Quote { speaker, .. } => {
                said.quote = true;
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
        let named = [places, partners, recipients, origins];
        self.name(seat, named.into_iter().flatten().chain(speaker));
        let days = days_of(&operand.statement.qualifiers);
        for (asserted, days) in self.times.iter_mut().zip(days) {
            *asserted |= days.is_some();
        }
        self.days.extend(days.into_iter().flatten());
        self.lengths.extend(length.clone());
    }

    fn value(&mut self, seat: &Seat<'_>, value: &Value) {
        match value {
            Value::Quantity(_) => {}
            Value::Days(days) => self.days.push(*days),
            Value::Text(text) => self.words.push(name_key(text)),
            Value::List(names) => self.name(seat, names.iter()),
        }
    }

    fn claim(&mut self, seat: &Seat<'_>, text: &str) {
        for mention in read_text(seat.extractor, seat.index.corpus, text).mentions {
            match mention.kind {
                MentionKind::Name { canonical, .. } => self.name(seat, std::iter::once(&canonical)),
                MentionKind::Time(TimeMention { days, length, .. }) => {
                    self.days.extend(days);
                    self.lengths.extend(length);
                }
                MentionKind::Quote(_) => self.quote = true,
                MentionKind::Quantity(_) => {}
            }
        }
    }

    fn name<'n>(&mut self, seat: &Seat<'_>, names: impl Iterator<Item = &'n String>) {
        self.names.extend(names.filter(|name| !name.is_empty()).map(|name| seat.index.names.whom(name)));
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
                    held.names.insert((evidence.document, canonical.clone()));
                }
                Some(_) if self.holds(&passage, at) => {
                    held.mentions.insert((evidence.document, at));
                }
                Some(_) | None => {}
            }
        }
        // The name may stand in another sentence: "It will invest".
        let subjects = passage.facts.iter().map(|fact| &fact.statement.subject.name);
        let asserted = subjects.filter(|name| self.is_named(seat, evidence.document, name));
        held.names.extend(asserted.map(|name| (evidence.document, name.clone())));
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
            MentionKind::Quantity(_) => {
                own.overlaps(focus) || passage.facts.iter().any(|fact| fact.quantity == Some(at))
            }
            MentionKind::Time(time) => own.overlaps(focus) || self.has_time(time, &passage.facts),
            MentionKind::Name { .. } => own.contains(focus) || focus.contains(own),
            MentionKind::Quote(_) => focus.contains(own) || self.quote && own.overlaps(focus),
        }
    }

    fn is_named(&self, seat: &Seat<'_>, document: usize, name: &str) -> bool {
        let kin = |whom: &Whom| seat.index.names.kin(whom, document, name) != Kinship::None;
        let key = name_key(name);
        let within = |words: &String| format!(" {words} ").contains(&format!(" {key} "));
        !key.is_empty() && (self.names.iter().any(kin) || self.words.iter().any(within))
    }

    fn has_time(&self, time: &TimeMention, facts: &[&Fact]) -> bool {
        let same = |other: &Days| time.days.is_some_and(|days| days.same_days(other));
        let qualifies = |fact: &&Fact| {
            let own = days_of(&fact.statement.qualifiers).into_iter().zip(self.times);
            own.into_iter().any(|(days, asserted)| asserted && days.is_some_and(|days| same(&days)))
        };
        let as_long = |length: &Quantity| time.length.as_ref() == Some(length);
        self.days.iter().any(same) || self.lengths.iter().any(as_long) || facts.iter().any(qualifies)
    }
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
fn read_text(extractor: &Extractor, corpus: &Corpus, text: &str) -> Reading {
    let zones = vec![Zone { kind: ZoneKind::Body, span: Span::new(0, text.len()) }];
    let claim = Document { text: text.to_owned(), zones, ..Document::untitled(String::new(), FileId::default()) };
    read_claim(extractor, corpus, &claim)
}
