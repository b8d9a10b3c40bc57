//! A passage of an article, its words marked.

use std::collections::BTreeSet;
use std::ops::Range;

use maud::{Markup, html};

use crate::corpus::{Document, Zone};
use crate::judge::{Evidence, Judgement, Rule};
use crate::source::{Place, SourceFile, Span, printable};
use crate::text::{sentences, tokenize};

use super::super::super::Report;
use super::super::super::style::counted;
use super::words::{coded, stance_words};

/// So many passages are shown of one check; the others are counted.
const MOST_PASSAGES: usize = 12;

/// A passage is cut so many bytes before and behind the marked words.
const ROOM: usize = 400;

/// In a block of more bytes no sentence is looked for.
const LONGEST_BLOCK: usize = 20_000;

/// Text on one line, with nothing hidden in it.
pub(super) fn quoted(text: &str) -> String {
    printable(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// All passages of a judgement, each stance of each words once.
pub(super) fn passages(report: Report<'_>, judgement: &Judgement) -> Markup {
    let mut seen = BTreeSet::new();
    let all = judgement.evidence.iter();
    let mut evidence: Vec<&Evidence> =
        all.filter(|evidence| seen.insert((evidence.stance, evidence.focus, evidence.reason.as_str()))).collect();
    if judgement.rule == Rule::Agreement {
        // The one side before the other.
        evidence.sort_by_key(|evidence| evidence.stance);
    }
    let more = evidence.len().saturating_sub(MOST_PASSAGES);
    html! {
        h4 { (counted(evidence.len(), "passage", "passages")) }
        @if evidence.is_empty() { p { "No passage speaks of it." } }
        ul.passages { @for evidence in evidence.iter().take(MOST_PASSAGES) { (passage(report, judgement, evidence)) } }
        @if more > 0 { p { (counted(more, "more passage is not shown.", "more passages are not shown.")) } }
    }
}

/// A passage with who says it, and why it is one.
fn passage(report: Report<'_>, judgement: &Judgement, evidence: &Evidence) -> Markup {
    let (sign, does) = stance_words(judgement.rule, evidence.stance);
    html! {
        li class={ "passage " (evidence.stance.name()) } {
            p.who {
                span.stance { span aria-hidden="true" { (sign) " " } (does) } " "
                (said_by(report, evidence.document, evidence.focus))
                @if let Some(speaker) = &evidence.speaker { span.place { ", citing " (printable(speaker)) } }
            }
            blockquote { p { (marked(report, evidence.document, evidence.passage, evidence.focus)) } }
            p.reason { (coded(&evidence.reason))
                @if let Some(first) = copied_from(report, judgement, evidence) { " (shares its text with " (first) ")" } }
        }
    }
}

/// Who says it, when, and in which line.
pub(super) fn said_by(report: Report<'_>, document: usize, place: Place) -> Markup {
    let line = report.sources.file(place.file).line_column(place.span.start).line;
    html! {
        @if let Some(document) = report.corpus.documents.get(document) { (origin(document)) }
        span.place { ", line " (line) }
    }
}

/// Who published it, when, and its id where that says more.
fn origin(document: &Document) -> Markup {
    let id = document.publisher.as_ref().map(|_| format!(" ({})", printable(&document.id)));
    html! {
        cite { (printable(document.publisher.as_ref().unwrap_or(&document.id))) }
        @if let Some(id) = id { span.place { (id) } }
        @if let Some(day) = document.published { ", " time datetime=(day) { (day) } }
    }
}

/// The id of an earlier document among the evidence that this one shares its lineage with.
fn copied_from(report: Report<'_>, judgement: &Judgement, evidence: &Evidence) -> Option<String> {
    let same = |other: &&Evidence| other.lineage == evidence.lineage && other.document < evidence.document;
    let first = judgement.evidence.iter().filter(same).map(|other| other.document).min()?;
    Some(printable(report.document_id(first)))
}

/// The passage as a reader of the article sees it, the words of `focus` marked.
pub(super) fn marked(report: Report<'_>, document: usize, passage: Place, focus: Place) -> Markup {
    let text = Text::of(report, document, passage);
    let whole = text.sentence(text.settle(passage.span.cover(focus.span)));
    let focus = text.settle(focus.span);
    let start = text.word_before(whole.start.max(focus.start.saturating_sub(ROOM)), whole.start);
    let end = text.word_behind(whole.end.min(focus.end.saturating_add(ROOM)), whole.end);
    let words = |from: usize, to: usize| spaced(text.words.get(from..to).unwrap_or_default());
    html! {
        @if start > whole.start { "… " }
        (words(start, focus.start)) mark { (words(focus.start, focus.end)) } (words(focus.end, end))
        @if end < whole.end { " …" }
    }
}

/// The text that a passage stands in: what is read of an article, else the file.
struct Text<'a> {
    words: &'a str,
    document: Option<&'a Document>,
}

impl<'a> Text<'a> {
    fn of(report: Report<'a>, document: usize, passage: Place) -> Self {
        let document = report.corpus.documents.get(document).filter(|document| document.file == passage.file);
        let file: &SourceFile = report.sources.file(passage.file);
        match document {
            Some(document) => Self { words: &document.text, document: Some(document) },
            None => Self { words: &file.text, document: None },
        }
    }

    /// A stretch of the text, and the sentences that it lies in.
    fn sentence(&self, own: Range<usize>) -> Range<usize> {
        let around = |zone: &&Zone| zone.span.range().contains(&own.start);
        let Some(zone) = self.document.and_then(|document| document.zones.iter().find(around)) else { return own };
        if zone.span.len() > LONGEST_BLOCK {
            return own;
        }
        let words = zone.span.slice(self.words);
        let first = zone.span.range().start;
        let sentences = sentences(words, &tokenize(words));
        let ranges =
            sentences.iter().map(|sentence| first + sentence.span.range().start..first + sentence.span.range().end);
        let touched = ranges.filter(|range| range.start < own.end && own.start < range.end);
        touched.fold(own.clone(), |all, range| all.start.min(range.start)..all.end.max(range.end))
    }

    /// A span of the file in this text, on the borders of characters.
    fn settle(&self, span: Span) -> Range<usize> {
        let span = self.document.map_or(span, |document| document.reading(span));
        let start = border_before(self.words, span.start as usize);
        start..border_behind(self.words, span.end as usize).max(start)
    }

    /// The start of a word not before `at`, unless that is where the passage starts.
    fn word_before(&self, at: usize, first: usize) -> usize {
        let at = border_behind(self.words, at);
        if at == first {
            return at;
        }
        self.words.get(at..).and_then(|rest| rest.find(char::is_whitespace)).map_or(at, |blank| at + blank)
    }

    /// The end of a word not behind `at`, unless that is where the passage ends.
    fn word_behind(&self, at: usize, last: usize) -> usize {
        let at = border_before(self.words, at);
        if at == last {
            return at;
        }
        self.words.get(..at).and_then(|rest| rest.rfind(char::is_whitespace)).unwrap_or(at)
    }
}

/// The last border of characters that does not lie behind `at`.
fn border_before(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The first border of characters that does not lie before `at`.
fn border_behind(text: &str, at: usize) -> usize {
    (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// Text in which every run of white space is one space, and nothing is hidden.
pub(super) fn spaced(text: &str) -> String {
    let (mut out, mut blank) = (String::with_capacity(text.len()), false);
    for c in text.chars() {
        if !(c.is_whitespace() && blank) {
            out.push(if c.is_whitespace() { ' ' } else { c });
        }
        blank = c.is_whitespace();
    }
    printable(&out)
}
