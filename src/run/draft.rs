//! What of a draft is held against articles, and what of it is only seen. Every number, date and quote is one or the other.

use std::collections::BTreeSet;

use crate::check::{Assertion, Body, Level, WrittenIn};
use crate::corpus::Document;
use crate::extract::{Mention, MentionKind, QuoteMention, Reading, TimeMention, TimeType};
use crate::judge::{Judgement, Part, Verdict};
use crate::source::{Sources, Span};
use crate::statement::Qualifiers;
use crate::value::Dimension;

use super::result::Unheld;

/// A draft and what is read in it.
#[derive(Clone, Copy)]
pub(super) struct Draft<'a> {
    /// The draft.
    pub draft: &'a Document,
    /// What is read in it.
    pub reading: &'a Reading,
    /// All texts.
    pub sources: &'a Sources,
}

/// Judges an assertion.
type Judge<'a> = dyn Fn(&Assertion) -> Judgement + 'a;

impl<'a> Draft<'a> {
    /// What is held against the articles, in the order of the draft, and what is not. The spans of `parts` are in the reading text.
    pub fn answers(self, parts: Vec<Part>, judge: &Judge<'_>) -> (Vec<(Assertion, Judgement)>, Vec<Unheld>) {
        let quotes = Covered::new(self.spoken().map(|(span, _)| span));
        let numbers = Covered::new(self.quantities());
        let mut held = parts;
        // What is said in a quote is held against the articles with the quote.
        held.retain(|part| numbers.touches(part.focus) || !quotes.touches(part.focus));
        let unheld = self.unheld(&held);
        let mut answers: Vec<(Assertion, Judgement)> = held.into_iter().map(|part| self.answer(part)).collect();
        answers.extend(self.spoken().map(|(span, quote)| self.quote(span, quote, judge)));
        answers.sort_by_key(|(assertion, _)| assertion.place.span);
        for (number, (assertion, _)) in answers.iter_mut().enumerate() {
            assertion.id = format!("{}-{}", self.draft.id, number + 1);
        }
        (answers, unheld)
    }

    /// A part as an assertion that stands in the draft.
    fn answer(self, part: Part) -> (Assertion, Judgement) {
        let text = self.text(part.passage);
        let body = Body::Claim { text, span: self.draft.place(part.focus).span };
        let fault = part.judgement.fault.map(|span| self.draft.place(span).span);
        self.settled(part.passage, body, Judgement { fault, ..part.judgement })
    }

    /// Words that somebody is said to have said.
    fn quote(self, span: Span, quote: &QuoteMention, judge: &Judge<'_>) -> (Assertion, Judgement) {
        let words_span = self.draft.place(span).span;
        let speaker_span = quote.speaker.map(|span| self.draft.place(span).span);
        let words = span.slice(&self.draft.text).to_owned();
        let body = Body::Quote { words, speaker: quote.name.clone(), words_span, speaker_span };
        let assertion = Assertion::new(String::new(), self.draft.place(span), String::new(), body.clone());
        self.settled(span, body, judge(&assertion))
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
        self.sources.slice(self.draft.place(span)).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The quotes of which it is told who said them.
    fn spoken(self) -> impl Iterator<Item = (Span, &'a QuoteMention)> {
        self.reading.mentions.iter().filter_map(|mention| match &mention.kind {
            MentionKind::Quote(quote) => quote.name.is_some().then_some((mention.span, quote)),
            MentionKind::Quantity(_) | MentionKind::Time(_) | MentionKind::Name { .. } => None,
        })
    }

    fn quantities(self) -> impl Iterator<Item = Span> {
        let mentions = self.reading.mentions.iter();
        mentions.filter(|mention| matches!(mention.kind, MentionKind::Quantity(_))).map(|mention| mention.span)
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
        let mut unheld: Vec<(Span, &str)> = told.chain(self.labels()).collect();
        unheld.sort_by_key(|(span, _)| *span);
        let place = |span: Span| self.draft.place(span);
        unheld.into_iter().map(|(span, why)| Unheld { place: place(span), why: why.to_owned() }).collect()
    }

    /// Digits that are read as nothing.
    fn labels(self) -> Vec<(Span, &'static str)> {
        const WHY: &str = "read as a label, such as the number of a page, a road or a version";
        let is_text = |mention: &&Mention| !matches!(mention.kind, MentionKind::Quote(_));
        let read = Covered::new(self.reading.mentions.iter().filter(is_text).map(|mention| mention.span));
        digits(&self.draft.text).filter(|span| !read.touches(*span)).map(|span| (span, WHY)).collect()
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
                (free && counts).then_some("it is not read of whom or what this is which property")
            }
            MentionKind::Time(time) => {
                let told = free && is_dated(time) && !self.narrows_down(at, mention.span, time);
                told.then_some("no claim is read that has this time")
            }
            MentionKind::Quote(quote) => quote.name.is_none().then_some("it is not read who says so"),
            MentionKind::Name { .. } => None,
        }
    }

    /// Whether a time narrows down what is held against the articles.
    fn narrows_down(&self, at: usize, span: Span, time: &TimeMention) -> bool {
        let Reading { sentences, facts, .. } = self.draft.reading;
        let sentence = sentences.partition_point(|sentence| sentence.end <= span.start);
        let first = facts.partition_point(|fact| fact.sentence < sentence);
        let own = facts.iter().skip(first).take_while(|fact| fact.sentence == sentence);
        own.filter(|fact| self.held.contains(&fact.focus))
            .any(|fact| fact.time == Some(at) || has_time(&fact.statement.qualifiers, time))
    }
}

/// Stretches of a text, in order and apart from one another.
struct Covered(Vec<Span>);

impl Covered {
    fn new(spans: impl Iterator<Item = Span>) -> Self {
        let mut spans: Vec<Span> = spans.collect();
        spans.sort();
        let mut apart: Vec<Span> = Vec::new();
        for span in spans {
            match apart.last_mut().filter(|last| last.end >= span.start) {
                Some(last) => *last = last.cover(span),
                None => apart.push(span),
            }
        }
        Self(apart)
    }

    fn touches(&self, span: Span) -> bool {
        let at = self.0.partition_point(|own| own.end <= span.start);
        self.0.get(at).is_some_and(|own| own.overlaps(span))
    }
}

/// Whether a time says when or how long: "soon" and "every year" do not.
fn is_dated(time: &TimeMention) -> bool {
    match time.sort {
        TimeType::Date | TimeType::Time => time.days.is_some(),
        TimeType::Duration => time.length.is_some(),
        TimeType::Set => false,
    }
}

fn has_time(qualifiers: &Qualifiers, time: &TimeMention) -> bool {
    let Qualifiers { deadline, when, as_of, announced, length, .. } = qualifiers;
    let days = [deadline.map(|deadline| deadline.named), *when, *as_of, *announced];
    time.days.is_some() && days.contains(&time.days) || time.length.is_some() && *length == time.length
}

fn has_digit(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

/// The words of a text that hold digits, without the marks around them.
fn digits(text: &str) -> impl Iterator<Item = Span> {
    let words = text.split_whitespace().filter(|word| has_digit(word));
    words.map(|word| {
        let bare = word.trim_matches(|c: char| c.is_ascii_punctuation() || "“”‘’«»".contains(c));
        let start = bare.as_ptr() as usize - text.as_ptr() as usize;
        Span::new(start, start + bare.len())
    })
}
