//! From a document to everything that was read in it.

use std::ops::Range;

use super::fact::Fact;
use super::facts::{Setting, Told, facts};
use super::grammar::Grammar;
use super::home;
use super::lesser::lesser;
use super::lexicon::Lexicon;
use super::names::{Known, Name, Names, names};
use super::page::Page;
use super::quotes::{Quote, Quotes, quotes};
use super::{Mention, MentionKind, QuoteMention};
use crate::corpus::{Document, Zone, ZoneKind};
use crate::source::Span;
use crate::statement::{Measure, Modality, Statement, Subject, Value, Vocabulary};
use crate::text::{Sentence, sentences, tokenize};

/// Reads documents by a vocabulary. Made once a run.
#[derive(Debug)]
pub struct Extractor {
    lexicon: Lexicon,
    grammar: Grammar,
}

/// What was read in one document. All spans are in its reading text.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The sentences.
    pub sentences: Vec<Span>,
    /// Quantities, times, names and quotes, in order of their starts.
    pub mentions: Vec<Mention>,
    /// Quantities that state nothing by themselves, in order: the five weeks of "five weeks ago", "one of the bridges".
    pub lesser: Vec<Mention>,
    /// What is stated.
    pub facts: Vec<Fact>,
    /// The names, each with the forms it takes in this document.
    pub names: Vec<Known>,
    /// The quotes.
    pub quotes: Quotes,
    /// The place of its dateline, where it has one alone and tells of no council or mayor of another.
    pub home: Option<String>,
}

impl Reading {
    /// The positions of the mentions that begin in a place.
    pub fn positions_within(&self, place: Span) -> Range<usize> {
        let before = |end: u32| self.mentions.partition_point(|mention| mention.span.start < end);
        before(place.start)..before(place.end.max(place.start))
    }

    /// The mentions that begin in a place, in order.
    pub fn mentions_within(&self, place: Span) -> &[Mention] {
        self.mentions.get(self.positions_within(place)).unwrap_or_default()
    }

    /// The position of the sentence in which a place begins, or of the next one; behind the last where there is none.
    pub fn sentence_at(&self, place: Span) -> usize {
        self.sentences.partition_point(|sentence| sentence.end <= place.start)
    }

    /// The facts of a sentence, given by its position, in order.
    pub fn facts_of(&self, sentence: usize) -> &[Fact] {
        self.facts.get(self.numbers_of(sentence)).unwrap_or_default()
    }

    /// Their positions among the facts.
    pub fn numbers_of(&self, sentence: usize) -> Range<usize> {
        let before = |end: usize| self.facts.partition_point(|fact| fact.sentence < end);
        before(sentence)..before(sentence + 1)
    }
}

impl Extractor {
    /// Compiles a vocabulary.
    pub fn new(vocabulary: &Vocabulary) -> Self {
        let (lexicon, grammar) = Lexicon::with_grammar(vocabulary);
        Self { lexicon, grammar }
    }

    /// The word classes.
    pub fn grammar(&self) -> &Grammar {
        &self.grammar
    }

    /// Reads a document.
    pub fn read(&self, document: &Document) -> Reading {
        let text = &document.text;
        let tokens = tokenize(text);
        let sentences = sentences(text, &tokens);
        let sentences = cut_at_zones(&sentences, &tokens, &document.zones);
        let words = self.lexicon.words(text, &tokens);
        let setting =
            super::Setting { published: document.published, locale: document.locale.as_deref().unwrap_or_default() };
        let mut quantities = super::mentions(&self.lexicon, text, &tokens, &words, &sentences, setting);
        let whole = super::reading::Reading::whole(&self.lexicon, text, &tokens, &words, setting);
        let lesser = lesser(whole, &sentences, &quantities);
        let page = Page::new(&self.grammar, text, &tokens, &words, &sentences, &quantities);
        let names = names(&page, document.dateline.as_ref().map_or(&[], |dateline| &dateline.places));
        let quotes = quotes(&page, &names, &document.zones);
        let setting = Setting { zones: &document.zones, published: document.published, quotes: &quotes };
        let Told { mut facts, topics } = facts(&page, &names, setting);
        facts.extend(quote_facts(&page, &quotes, &document.zones));
        let spans = sentences.iter().map(|sentence| sentence.span).collect();
        let named = name_mentions(&page, &names);
        let home = document.dateline.as_ref().and_then(|dateline| match &dateline.places[..] {
            [home] => Some(home.clone()).filter(|home| !home::is_elsewhere(&page, &names, home)),
            [] | [_, _, ..] => None,
        });
        for (mention, topic) in quantities.iter_mut().zip(topics) {
            if let MentionKind::Quantity(quantity) = &mut mention.kind {
                quantity.about = topic;
            }
        }
        let (mentions, facts) = merge(quantities, named, &quotes, facts);
        Reading { sentences: spans, mentions, lesser, facts, names: names.all, quotes, home }
    }
}

/// A sentence ends where its block does.
fn cut_at_zones(sentences: &[Sentence], tokens: &[crate::text::Token], zones: &[Zone]) -> Vec<Sentence> {
    let mut cut = Vec::with_capacity(sentences.len());
    let mut zone = zones.iter().peekable();
    for sentence in sentences {
        let mut first = sentence.first;
        while zone.next_if(|zone| zone.span.end <= sentence.span.start).is_some() {}
        while let Some(ends) = zone.peek().map(|zone| zone.span.end).filter(|end| *end < sentence.span.end) {
            let split = (first..sentence.end).find(|at| tokens[*at].span.start >= ends).unwrap_or(sentence.end);
            push_sentence(&mut cut, tokens, first, split);
            first = split;
            zone.next();
        }
        push_sentence(&mut cut, tokens, first, sentence.end);
    }
    cut
}

fn push_sentence(sentences: &mut Vec<Sentence>, tokens: &[crate::text::Token], first: usize, end: usize) {
    if let (Some(start), Some(last)) = (tokens.get(first), tokens.get(end.saturating_sub(1)).filter(|_| first < end)) {
        sentences.push(Sentence { span: start.span.cover(last.span), first, end });
    }
}

/// Each quote is a fact about its speaker.
fn quote_facts<'a>(page: &'a Page<'a>, quotes: &'a Quotes, zones: &'a [Zone]) -> impl Iterator<Item = Fact> + 'a {
    quotes.all.iter().filter_map(|quote| {
        let zone = zones.partition_point(|zone| zone.span.end <= quote.span.start);
        zones.get(zone).filter(|zone| zone.kind != ZoneKind::Boilerplate)?;
        let statement = Statement {
            subject: Subject { name: quote.name.clone().unwrap_or_default(), ..Subject::default() },
            measure: Measure::named("quote"),
            value: Some(Value::Text(quote.span.slice(page.text).to_owned())),
            modality: Some(Modality::Happened),
            ..Statement::default()
        };
        let sentence = page.sentences.partition_point(|sentence| sentence.span.end <= quote.span.start);
        Some(Fact {
            statement,
            passage: quote.span,
            focus: quote.span,
            quantity: None,
            time: None,
            zone,
            sentence,
            inferred: false,
            compared: false,
        })
    })
}

fn name_mentions(page: &Page<'_>, names: &Names) -> Vec<Mention> {
    let mention = |name: &Name| {
        let known = names.known(name);
        let kind = MentionKind::Name { sort: known.sort, canonical: known.canonical.clone() };
        Mention { span: page.span(name.tokens.clone()), kind }
    };
    names.mentions.iter().map(mention).collect()
}

fn quote_mention(quote: &Quote) -> Mention {
    let kind = QuoteMention { speaker: quote.speaker, name: quote.name.clone(), utterance: quote.utterance };
    Mention { span: quote.span, kind: MentionKind::Quote(kind) }
}

/// All mentions in order, and the facts' positions among them.
fn merge(
    quantities: Vec<Mention>,
    names: Vec<Mention>,
    quotes: &Quotes,
    mut facts: Vec<Fact>,
) -> (Vec<Mention>, Vec<Fact>) {
    let mut moved = vec![0; quantities.len()];
    let mut all: Vec<(Mention, Option<usize>)> = Vec::with_capacity(quantities.len() + names.len() + quotes.all.len());
    all.extend(quantities.into_iter().enumerate().map(|(at, mention)| (mention, Some(at))));
    all.extend(names.into_iter().map(|mention| (mention, None)));
    all.extend(quotes.all.iter().map(|quote| (quote_mention(quote), None)));
    // Mentions and facts are large: their keys are sorted, and each is moved once.
    all.sort_by_cached_key(|(mention, _)| (mention.span.start, std::cmp::Reverse(mention.span.end)));
    for (new, (_, old)) in all.iter().enumerate() {
        if let Some(slot) = old.and_then(|old| moved.get_mut(old)) {
            *slot = new;
        }
    }
    for fact in &mut facts {
        fact.quantity = fact.quantity.and_then(|at| moved.get(at).copied());
        fact.time = fact.time.and_then(|at| moved.get(at).copied());
    }
    facts.sort_by_cached_key(|fact| (fact.passage.start, fact.focus.start));
    (all.into_iter().map(|(mention, _)| mention).collect(), facts)
}
