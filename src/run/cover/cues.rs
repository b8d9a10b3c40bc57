//! The cues of an article: its numbers, dates, names and quotes, and what looks like one and was not read.

use std::collections::BTreeMap;

use crate::corpus::Document;
use crate::extract::{Mention, MentionKind, QuantityMention, QuoteMention, Reading, TimeMention, TimeType};
use crate::run::seen::{digits, has_digit, is_dated};
use crate::source::{Covered, Span};
use crate::value::{Dimension, Wording};

use super::CueKind;

/// A cue of an article, in its reading text.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// What it is.
    pub kind: CueKind,
    /// Where it stands; where a name stands several times, each of the places, the first first.
    pub spans: Vec<Span>,
    /// Why it was not read, where it was only seen.
    pub unread: Option<&'static str>,
}

/// The cues of an article, in their order. What stands around the story (navigation, bylines) has none.
pub(super) fn cues(document: &Document, reading: &Reading) -> Vec<Found> {
    let mut found = Vec::new();
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    let is_name = |mention: &&Mention| matches!(mention.kind, MentionKind::Name { .. });
    let named = Covered::new(reading.mentions.iter().filter(is_name).map(|mention| mention.span));
    for mention in reading.mentions.iter().filter(|mention| document.is_evidence(mention.span)) {
        match &mention.kind {
            // The same name again is the same cue: it is spelled once, and what is told of it are the other cues.
            MentionKind::Name { canonical, .. } => {
                match names.get(canonical.as_str()).and_then(|at| found.get_mut(*at)) {
                    Some(Found { spans, .. }) => spans.push(mention.span),
                    None => {
                        names.insert(canonical, found.len());
                        found.push(Found { kind: CueKind::Name, spans: vec![mention.span], unread: None });
                    }
                }
            }
            MentionKind::Quantity(quantity) => found.extend(number(document, &named, mention, quantity)),
            MentionKind::Time(time) => found.extend(date(mention, time)),
            MentionKind::Quote(quote) => found.push(of_quote(mention, quote)),
        }
    }
    found.extend(labels(document, reading));
    found.extend(open_marks(document, reading));
    found.sort_by_key(|cue| cue.spans.first().copied());
    found
}

/// A number, unless it is a vague one ("dozens"), which nothing could be wrong about, a word ("second"), or part of a name ("G20").
fn number(document: &Document, named: &Covered, mention: &Mention, read: &QuantityMention) -> Option<Found> {
    const WHY: &str = "a number in a row";
    let is_row = read.quantity.unit.dimension == Dimension::Ordinal;
    if read.quantity.amount.wording == Wording::Vague
        || is_row && (!has_digit(mention.span.slice(&document.text)) || named.touches(mention.span))
    {
        return None;
    }
    Some(Found { kind: CueKind::Number, spans: vec![mention.span], unread: is_row.then_some(WHY) })
}

/// A date or a length of time. "Soon", "now" and "every year" are none; a day that cannot be told without that of the article is only seen.
fn date(mention: &Mention, time: &TimeMention) -> Option<Found> {
    const WHY: &str = "it needs the date of the article";
    let is_now = time.is_now();
    let is_open = matches!(time.sort, TimeType::Date | TimeType::Time) && time.value.is_none();
    let unread = (is_open && !is_dated(time)).then_some(WHY);
    (is_dated(time) && !is_now || is_open).then(|| Found { kind: CueKind::Date, spans: vec![mention.span], unread })
}

/// A quote; one of which it is not seen who says so can be held by its words alone.
fn of_quote(mention: &Mention, quote: &QuoteMention) -> Found {
    let unread = quote.name.is_none().then_some("it is not seen who says so");
    Found { kind: CueKind::Quote, spans: vec![mention.span], unread }
}

/// Digits that are read as nothing.
fn labels<'a>(document: &'a Document, reading: &'a Reading) -> impl Iterator<Item = Found> + 'a {
    const WHY: &str = "digits that stand for no number";
    let is_text = |mention: &&Mention| !matches!(mention.kind, MentionKind::Quote(_));
    let read = Covered::new(reading.mentions.iter().filter(is_text).chain(&reading.lesser).map(|it| it.span));
    let bare = digits(&document.text).filter(move |span| !read.touches(*span) && document.is_evidence(*span));
    bare.map(|span| Found { kind: CueKind::Number, spans: vec![span], unread: Some(WHY) })
}

/// Words behind an opening quotation mark that no quote begins with.
fn open_marks<'a>(document: &'a Document, reading: &'a Reading) -> impl Iterator<Item = Found> + 'a {
    const WHY: &str = "a quotation mark that no other closes";
    let quotes = reading.mentions.iter().filter(|mention| matches!(mention.kind, MentionKind::Quote(_)));
    // With the marks themselves, which take at most three bytes.
    let read = Covered::new(quotes.map(|it| Span { start: it.span.start.saturating_sub(3), end: it.span.end + 3 }));
    let free = opening(&document.text).filter(move |span| !read.touches(*span) && document.is_evidence(*span));
    free.map(|span| Found { kind: CueKind::Quote, spans: vec![span], unread: Some(WHY) })
}

/// The words that open with a quotation mark, each with its mark.
fn opening(text: &str) -> impl Iterator<Item = Span> {
    let words = text.split_whitespace().filter(|word| word.starts_with(['“', '"', '«', '„']));
    words.map(|word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        Span::new(start, start + word.len())
    })
}
