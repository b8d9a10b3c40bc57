//! An article as the rules see it: its sentences with the mentions in them, and the text between these.

use crate::corpus::{Document, ZoneKind};
use crate::extract::{Mention, MentionKind, QuantityMention, Reading, TimeMention};
use crate::source::Span;

use super::Lore;

/// An article and what was read in it.
#[derive(Clone, Copy, Debug)]
pub struct Article<'a> {
    /// The document.
    pub document: &'a Document,
    /// What was read.
    pub reading: &'a Reading,
    /// Where words are looked up.
    pub lore: Lore<'a>,
}

/// A sentence that is part of the article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sentence<'a> {
    /// Where it stands.
    pub span: Span,
    /// The block that it stands in.
    pub zone: ZoneKind,
    /// What is named in it, in order.
    pub mentions: &'a [Mention],
}

/// A quantity in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure<'a> {
    /// Hedge and unit included.
    pub span: Span,
    /// What was read.
    pub mention: &'a QuantityMention,
}

impl<'a> Sentence<'a> {
    /// The quantities, in order.
    pub fn figures(self) -> Vec<Figure<'a>> {
        let figure = |mention: &'a Mention| match &mention.kind {
            MentionKind::Quantity(quantity) => Some(Figure { span: mention.span, mention: quantity }),
            MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
        };
        self.mentions.iter().filter_map(figure).collect()
    }

    /// The times, in order.
    pub fn times(self) -> Vec<(Span, &'a TimeMention)> {
        let time = |mention: &'a Mention| match &mention.kind {
            MentionKind::Time(time) => Some((mention.span, time)),
            MentionKind::Quantity(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
        };
        self.mentions.iter().filter_map(time).collect()
    }
}

impl<'a> Article<'a> {
    /// Puts an article beside what was read in it.
    pub fn new(lore: Lore<'a>, document: &'a Document, reading: &'a Reading) -> Self {
        Self { document, reading, lore }
    }

    /// The reading text.
    pub(super) fn text(&self) -> &'a str {
        &self.document.text
    }

    /// All of the reading text.
    pub(super) fn whole(&self) -> Span {
        Span::new(0, self.text().len())
    }

    /// The sentences of the article itself, in order: what leads to other articles is left out.
    pub(super) fn sentences(&self) -> impl Iterator<Item = Sentence<'a>> {
        let (article, mentions) = (*self, &self.reading.mentions);
        self.reading.sentences.iter().filter_map(move |span| {
            let zone = article.zone(*span)?;
            let first = mentions.partition_point(|mention| mention.span.start < span.start);
            let end = mentions.partition_point(|mention| mention.span.start < span.end);
            let mentions = mentions.get(first..end).unwrap_or_default();
            (zone != ZoneKind::Boilerplate).then_some(Sentence { span: *span, zone, mentions })
        })
    }

    /// The times of the article, in order.
    pub(super) fn times(&self) -> impl Iterator<Item = (Span, &'a TimeMention)> {
        self.sentences().flat_map(Sentence::times)
    }

    /// The block that a place stands in.
    pub(super) fn zone(&self, place: Span) -> Option<ZoneKind> {
        let zones = &self.document.zones;
        zones.get(zones.partition_point(|zone| zone.span.end <= place.start)).map(|zone| zone.kind)
    }

    /// The text between two places, without the white space around it.
    pub(super) fn between(&self, before: Span, behind: Span) -> &'a str {
        Span { start: before.end, end: behind.start.max(before.end) }.slice(self.text()).trim()
    }

    /// The text of a sentence behind a place.
    pub(super) fn behind(&self, sentence: Sentence<'_>, place: Span) -> &'a str {
        Span { start: place.end, end: sentence.span.end.max(place.end) }.slice(self.text())
    }

    /// The text of a sentence before a place.
    pub(super) fn before(&self, sentence: Sentence<'_>, place: Span) -> &'a str {
        Span { start: sentence.span.start.min(place.start), end: place.start }.slice(self.text())
    }

    /// The words of a class, as the vocabulary lists them.
    pub(super) fn listed(&self, class: &str) -> &'a [String] {
        self.lore.words.get(class).map_or(&[], Vec::as_slice)
    }

    /// Whether a word is listed in a class, in any case.
    pub(super) fn is_listed(&self, class: &str, word: &str) -> bool {
        self.listed(class).iter().any(|known| known.eq_ignore_ascii_case(word))
    }
}
