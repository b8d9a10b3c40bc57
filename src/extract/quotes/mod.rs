//! Quotes: the words between quotation marks, and who says them.

use std::ops::Range;

use super::names::Names;
use super::page::Page;
use crate::corpus::Zone;
use crate::source::Span;
use crate::text::{Quotation, quotations};

mod frame;
mod memory;
mod who;

use frame::{Frame, frames};
use memory::Memory;
use who::{Speaker, identify};

/// A quote and its speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words inside of the marks.
    pub span: Span,
    /// Where the speaker is named.
    pub speaker: Option<Span>,
    /// The speaker's name.
    pub name: Option<String>,
    /// Whether it is a whole utterance rather than a few quoted words.
    pub utterance: bool,
}

/// The quotes of a document, in order.
#[derive(Clone, Debug, Default)]
pub struct Quotes {
    /// The quotes.
    pub all: Vec<Quote>,
}

impl Quotes {
    /// Who speaks at a place, where it lies inside of a whole utterance.
    pub fn speaker_at(&self, place: Span) -> Option<String> {
        let at = self.all.partition_point(|quote| quote.span.end <= place.start);
        let quote = self.all.get(at)?;
        (quote.utterance && quote.span.contains(place)).then(|| quote.name.clone()).flatten()
    }
}

/// Finds the quotes of a page; none reaches beyond its block.
pub fn quotes(page: &Page<'_>, names: &Names, zones: &[Zone]) -> Quotes {
    let starts = block_starts(page, zones);
    let mut breaks = vec![false; page.tokens.len()];
    for start in &starts {
        if let Some(slot) = breaks.get_mut(*start) {
            *slot = true;
        }
    }
    let mut marked = quotations(page.text, page.tokens, &breaks);
    marked.retain(|quotation| is_quote(page, quotation));
    let mut reader = Reader { page, names, starts, marked: &marked, memory: Memory::default(), found: Vec::new() };
    for frame in frames(page, &marked) {
        reader.frame(&frame);
    }
    Quotes { all: reader.found }
}

/// The token that each block begins with.
fn block_starts(page: &Page<'_>, zones: &[Zone]) -> Vec<usize> {
    zones.iter().map(|zone| page.tokens.partition_point(|token| token.span.start < zone.span.start)).collect()
}

/// Whether something stands between the marks. A few words between plain single marks can as well be two apostrophes.
fn is_quote(page: &Page<'_>, quotation: &Quotation) -> bool {
    let inner = inner(quotation);
    let ended = matches!(page.word(inner.end.saturating_sub(1)), "," | "." | "!" | "?" | "…");
    let curly = page.word(quotation.open) != "'";
    !inner.is_empty() && (!quotation.single || curly || inner.len() > 2 && ended)
}

/// The tokens between the marks.
fn inner(quotation: &Quotation) -> Range<usize> {
    quotation.open + 1..quotation.close
}

struct Reader<'a> {
    page: &'a Page<'a>,
    names: &'a Names,
    starts: Vec<usize>,
    marked: &'a [Quotation],
    memory: Memory,
    found: Vec<Quote>,
}

impl Reader<'_> {
    fn block(&self, token: usize) -> usize {
        self.starts.partition_point(|start| *start <= token)
    }

    fn frame(&mut self, frame: &Frame) {
        let Some(quotations) = self.marked.get(frame.quotations.clone()) else { return };
        let scene = frame.scene(self.page, self.names, quotations);
        for quotation in quotations {
            let told = scene.as_ref().and_then(|scene| scene.speaker(quotation));
            let speaker = match told {
                Some(source) => Some(identify(self.page, self.names, self.marked, source)),
                None => self.carried(frame, quotation),
            };
            self.push(quotation, speaker);
        }
    }

    /// The speaker of a quote that stands without words of saying: who spoke before it, or was told to.
    fn carried(&self, frame: &Frame, quotation: &Quotation) -> Option<Speaker> {
        let block = self.block(quotation.open);
        let first = self.starts.get(block.wrapping_sub(1)).copied().unwrap_or(0);
        if !frame.is_speech(self.page, quotation) {
            return self.same_frame(frame, quotation);
        }
        if let Some(speaker) = self.memory.in_block(block) {
            return Some(speaker.clone());
        }
        let before = frame::introduction(self.page, self.names, first, frame.tokens.start);
        if let Some(source) = before {
            return Some(identify(self.page, self.names, self.marked, source));
        }
        self.memory.in_block(block.checked_sub(1)?).cloned().filter(|_| first >= frame.tokens.start)
    }

    fn same_frame(&self, frame: &Frame, quotation: &Quotation) -> Option<Speaker> {
        self.marked.get(frame.quotations.start).filter(|first| first.open < quotation.open)?;
        self.memory.in_block(self.block(quotation.open)).cloned()
    }

    fn push(&mut self, quotation: &Quotation, speaker: Option<Speaker>) {
        let page = self.page;
        let inner = inner(quotation);
        let (Some(first), Some(last)) = (page.tokens.get(quotation.open), page.tokens.get(inner.end - 1)) else {
            return;
        };
        let end = page
            .tokens
            .get(quotation.close)
            .filter(|_| !quotation.unclosed)
            .map_or(last.span.end, |close| close.span.start);
        let span = Span { start: first.span.end, end };
        let words = inner.clone().filter(|at| page.is_word(*at)).take(6).count();
        let spoken = page.is_capital(inner.start) || matches!(page.word(inner.end - 1), "," | "." | "!" | "?");
        let utterance = words > 5 || speaker.is_some() && words > 2 && spoken;
        self.memory.note(self.block(quotation.open), &speaker);
        self.found.push(Quote {
            span,
            speaker: speaker.as_ref().map(|speaker| speaker.span),
            name: speaker.and_then(|speaker| speaker.name),
            utterance,
        });
    }
}
