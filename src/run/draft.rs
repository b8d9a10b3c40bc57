//! What of a draft is held against articles, and what of it is only seen. Every number, date and quote is one or the other.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Assertion, Body, Level, WrittenIn};
use crate::corpus::Document;
use crate::extract::{Mention, MentionKind, QuoteMention, Reading, TimeMention};
use crate::judge::{Judgement, Part, Verdict};
use crate::source::{Covered, Span};
use crate::statement::Qualifiers;
use crate::value::Dimension;

use super::result::Unheld;
use super::seen::{digits, has_digit, is_dated};

/// A draft and what is read in it.
#[derive(Clone, Copy)]
pub(super) struct Draft<'a> {
    /// The draft.
    pub draft: &'a Document,
    /// What is read in it.
    pub reading: &'a Reading,
}

impl<'a> Draft<'a> {
    /// What is held against the articles, in the order of the draft, and what is not. The spans of `parts` are in the reading text.
    pub fn answers(self, parts: Vec<Part>) -> (Vec<(Assertion, Judgement)>, Vec<Unheld>) {
        let unheld = self.unheld(&parts);
        let quotes: BTreeMap<Span, &QuoteMention> = self.spoken().collect();
        let answer = |part: Part| self.answer(quotes.get(&part.focus).copied(), part);
        let mut answers: Vec<(Assertion, Judgement)> = parts.into_iter().map(answer).collect();
        answers.sort_by_key(|(assertion, _)| assertion.place.span);
        for (number, (assertion, _)) in answers.iter_mut().enumerate() {
            assertion.id = format!("{}-{}", self.draft.id, number + 1);
        }
        (answers, unheld)
    }

    /// A part as an assertion that stands in the draft; `quote` where it is what somebody is said to have said.
    fn answer(self, quote: Option<&QuoteMention>, part: Part) -> (Assertion, Judgement) {
        let place = |span: Span| self.draft.place(span).span;
        let body = match quote {
            Some(quote) => Body::Quote {
                words: part.focus.slice(&self.draft.text).to_owned(),
                speaker: quote.name.clone(),
                words_span: place(part.focus),
                speaker_span: quote.speaker.map(place),
            },
            None => Body::Claim { text: self.text(part.passage), span: place(part.focus) },
        };
        let fault = part.judgement.fault.map(place);
        self.settled(part.passage, body, Judgement { fault, ..part.judgement })
    }

    fn settled(self, passage: Span, body: Body, judgement: Judgement) -> (Assertion, Judgement) {
        let level = match judgement.verdict {
            Verdict::Supported | Verdict::Contradicted | Verdict::Disputed => Level::Error,
            Verdict::Ambiguous => Level::Warn,
            // One line each, and more where details are asked for.
            Verdict::Unmentioned => Level::Note,
        };
        let assertion = Assertion::new(String::new(), self.draft.place(passage), self.text(passage), body);
        (Assertion { level, written_in: WrittenIn::Draft, ..assertion }, judgement)
    }

    /// The words of the draft on one line.
    fn text(self, span: Span) -> String {
        span.slice(&self.draft.text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The quotes of which it is told who said them.
    fn spoken(self) -> impl Iterator<Item = (Span, &'a QuoteMention)> {
        self.reading.mentions.iter().filter_map(|mention| match &mention.kind {
            MentionKind::Quote(quote) => quote.name.is_some().then_some((mention.span, quote)),
            MentionKind::Quantity(_) | MentionKind::Time(_) | MentionKind::Name { .. } => None,
        })
    }

    /// What is seen, and held against nothing.
    fn unheld(self, held: &[Part]) -> Vec<Unheld> {
        let seen = Seen {
            draft: self,
            focuses: Covered::new(held.iter().map(|part| part.focus)),
            held: held.iter().map(|part| part.focus).collect(),
        };
        let mentions = self.reading.mentions.iter().enumerate();
        let told = mentions.filter_map(|(at, mention)| Some((mention.span, seen.why(at, mention)?)));
        let mut unheld: Vec<(Span, &str)> = told.chain(self.labels(held)).collect();
        unheld.sort_by_key(|(span, _)| *span);
        let place = |span: Span| self.draft.place(span);
        unheld.into_iter().map(|(span, why)| Unheld { place: place(span), why: why.to_owned() }).collect()
    }

    /// Digits that are read as nothing.
    fn labels(self, held: &[Part]) -> Vec<(Span, &'static str)> {
        const WHY: &str = "read as a label, such as the number of a page, a road or a version";
        let is_text = |mention: &&Mention| !matches!(mention.kind, MentionKind::Quote(_));
        let read = Covered::new(self.reading.mentions.iter().filter(is_text).map(|mention| mention.span));
        let scores = Covered::new(held.iter().map(|part| part.focus));
        let is_read = |span: &Span| read.touches(*span) || scores.touches(*span);
        digits(&self.draft.text).filter(|span| !is_read(span)).map(|span| (span, WHY)).collect()
    }
}

/// What tells whether a mention is held against the articles.
struct Seen<'a> {
    draft: Draft<'a>,
    focuses: Covered,
    held: BTreeSet<Span>,
}

impl Seen<'_> {
    /// Why a mention is not held against the articles; none where it is, or where it is neither number, date nor quote.
    fn why(&self, at: usize, mention: &Mention) -> Option<&'static str> {
        let free = !self.focuses.touches(mention.span);
        match &mention.kind {
            MentionKind::Quantity(quantity) => {
                let is_word = quantity.quantity.unit.dimension == Dimension::Ordinal;
                let counts = !is_word || has_digit(mention.span.slice(&self.draft.draft.text));
                (free && counts).then_some("it is not seen what this is a figure of")
            }
            MentionKind::Time(time) => {
                let told = free && is_dated(time) && !self.narrows_down(at, mention.span, time);
                told.then_some("no statement is seen that goes with this time")
            }
            MentionKind::Quote(quote) => quote.name.is_none().then_some("it is not seen who says so"),
            MentionKind::Name { .. } => None,
        }
    }

    /// Whether a time narrows down what is held against the articles.
    fn narrows_down(&self, at: usize, span: Span, time: &TimeMention) -> bool {
        let reading = &self.draft.reading;
        reading
            .facts_of(reading.sentence_at(span))
            .iter()
            .filter(|fact| self.held.contains(&fact.focus))
            .any(|fact| fact.time == Some(at) || has_time(&fact.statement.qualifiers, time))
    }
}

fn has_time(qualifiers: &Qualifiers, time: &TimeMention) -> bool {
    let Qualifiers { deadline, when, as_of, announced, length, .. } = qualifiers;
    let days = [deadline.map(|deadline| deadline.named), *when, *as_of, *announced];
    time.days.is_some() && days.contains(&time.days) || time.length.is_some() && *length == time.length
}
