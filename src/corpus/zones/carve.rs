//! Cutting blocks where more than one thing stands in them: metadata and datelines before the first sentence, what a crawler
//! left behind the last one.

use crate::corpus::date::Order;
use crate::corpus::dateline;
use crate::corpus::plain::bullet;
use crate::corpus::reading::{Block, Hint};
use crate::corpus::words::{bare_end, ends_sentence, trimmed};
use crate::corpus::{Dateline, Zone, ZoneKind};
use crate::source::Span;

use super::{Zoned, heading, metadata, phrases};

/// The zones of blocks whose kinds are known.
pub(super) fn zones(text: &str, blocks: &[Block], kinds: &[ZoneKind], order: Order) -> Zoned {
    let mut carver = Carver { text, order, bodies: 0, leads: false, out: Zoned::default() };
    for (block, kind) in blocks.iter().zip(kinds) {
        carver.block(*block, *kind);
    }
    carver.out
}

/// A dateline stands before one of so many first paragraphs.
const FIRST: usize = 3;

struct Carver<'a> {
    text: &'a str,
    order: Order,
    /// Paragraphs seen.
    bodies: usize,
    /// Whether the dateline stands before a sentence.
    leads: bool,
    out: Zoned,
}

impl Carver<'_> {
    fn block(&mut self, block: Block, kind: ZoneKind) {
        let span = block.span;
        match kind {
            ZoneKind::Body if block.hint == Hint::Row => self.push(kind, span),
            ZoneKind::Body => self.body(span),
            ZoneKind::Headline | ZoneKind::Subhead => {
                self.push(kind, self.behind(span, |text| heading(text).map(|(_, mark)| mark)));
            }
            ZoneKind::Bullet => self.push(kind, self.behind(span, bullet)),
            ZoneKind::Metadata => {
                self.dateline(span);
                self.push(kind, span);
            }
            ZoneKind::Caption | ZoneKind::Boilerplate => self.push(kind, span),
        }
    }

    fn body(&mut self, span: Span) {
        self.bodies += 1;
        let mut rest = span;
        if self.bodies == 1 {
            rest = self.split(ZoneKind::Metadata, rest, metadata::lead(rest.slice(self.text), self.order));
        }
        let length = self.dateline(rest);
        rest = self.split(ZoneKind::Metadata, rest, length);
        let (kind, residue) = residue(rest.slice(self.text)).unwrap_or((ZoneKind::Body, 0));
        let sentences = Span { end: rest.end - to_u32(residue), ..rest };
        self.push(ZoneKind::Body, sentences);
        self.push(kind, Span { start: sentences.end, ..rest });
    }

    /// Notes the first dateline of the article, and gives its length. One before a sentence goes before a line by itself, which may
    /// name the paper: "Easton Courier, April 22, 2026".
    fn dateline(&mut self, span: Span) -> usize {
        let is_known = self.out.dateline.is_some() && (self.leads || self.bodies == 0);
        if is_known || self.bodies > FIRST {
            return 0;
        }
        let Some(found) = dateline::find(span.slice(self.text), self.order) else { return 0 };
        let line = Span { end: span.start + to_u32(found.length), ..span };
        self.out.dateline = Some(Dateline { span: trimmed(self.text, line), places: found.places });
        self.out.dateline_date = found.date.or(self.out.dateline_date);
        self.leads = self.bodies > 0;
        found.length
    }

    /// Cuts `length` bytes off the front.
    fn split(&mut self, kind: ZoneKind, span: Span, length: usize) -> Span {
        let at = span.start + to_u32(length);
        self.push(kind, Span { end: at, ..span });
        Span { start: at, ..span }
    }

    fn behind(&self, span: Span, mark: impl Fn(&str) -> Option<usize>) -> Span {
        Span { start: span.start + to_u32(mark(span.slice(self.text)).unwrap_or(0)), ..span }
    }

    fn push(&mut self, kind: ZoneKind, span: Span) {
        let span = trimmed(self.text, span);
        if !span.is_empty() {
            self.out.zones.push(Zone { kind, span });
        }
    }
}

fn to_u32(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// What a crawler leaves behind a paragraph has at most this many bytes.
const LONGEST_RESIDUE: usize = 80;

/// What stands behind the last full stop of a paragraph and belongs to no sentence: a name said twice, a credit, a link. Its
/// zone, and its length.
fn residue(paragraph: &str) -> Option<(ZoneKind, usize)> {
    if ends_sentence(paragraph) {
        return None;
    }
    let mut near = paragraph.len().saturating_sub(LONGEST_RESIDUE);
    while !paragraph.is_char_boundary(near) {
        near += 1;
    }
    let at = near + last_stop(&paragraph[near..])?;
    let tail = paragraph[at..].trim_start();
    let kind = phrases::of_tail(tail).or_else(|| is_said_twice(tail).then_some(ZoneKind::Boilerplate))?;
    Some((kind, tail.len()))
}

/// The offset behind the last final mark that white space follows, quotes and brackets included.
fn last_stop(text: &str) -> Option<usize> {
    let gaps = text.char_indices().rev().filter(|(_, c)| c.is_whitespace());
    gaps.map(|(at, _)| at).find(|at| {
        let before = &text[..*at];
        ends_sentence(before) && !is_abbreviation(bare_end(before))
    })
}

/// Whether the last word of a text is short for something: "U.S.", "Mr.", "Inc."
fn is_abbreviation(text: &str) -> bool {
    let word = text.split_whitespace().next_back().unwrap_or("").trim_start_matches(['(', '"', '“']);
    let letters = word.trim_end_matches('.');
    word.ends_with('.') && (letters.contains('.') || letters.chars().count() < 3 || ABBREVIATIONS.contains(&letters))
}

/// Words that a full stop follows inside a sentence, where a capital follows that.
const ABBREVIATIONS: &[&str] = &[
    "Mrs", "Prof", "Sen", "Rep", "Gov", "Gen", "Col", "Capt", "Lieut", "Sgt", "Rev", "Hon", "Pres", "Inc", "Corp",
    "Ltd", "Bros", "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "Ave", "Blvd", "Univ",
    "Dept", "approx", "vol",
];

/// Whether a text is one run of words said twice: "Acme Acme", "Oslo Bergen Oslo Bergen".
fn is_said_twice(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (one, other) = words.split_at(words.len() / 2);
    words.len() >= 2 && one == other
}
