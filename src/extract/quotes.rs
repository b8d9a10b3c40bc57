//! Quotes: the words between quotation marks, and who says them.

use super::NameType;
use super::grammar::Class;
use super::names::{Names, lemma};
use super::page::Page;
use crate::corpus::Zone;
use crate::source::Span;

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
    let mut found: Vec<Quote> = Vec::new();
    let mut last_block = usize::MAX;
    for (open, close, block) in pairs(page, zones) {
        let span = Span { start: page.tokens[open].span.end, end: page.tokens[close].span.start };
        if span.is_empty() {
            continue;
        }
        let finder = Finder { page, names, open, close };
        let mut speaker = finder.behind().or_else(|| finder.before());
        if speaker.is_none() && last_block == block {
            speaker = found.last().and_then(|quote| Some((quote.speaker?, quote.name.clone())));
        }
        let words = (open + 1..close).filter(|at| page.is_word(*at)).count();
        let utterance = words > 5
            || speaker.is_some()
                && words > 2
                && (page.is_capital(open + 1) || matches!(page.word(close - 1), "," | "." | "!" | "?"));
        last_block = block;
        found.push(Quote {
            span,
            speaker: speaker.as_ref().map(|(span, _)| *span),
            name: speaker.and_then(|(_, name)| name),
            utterance,
        });
    }
    Quotes { all: found }
}

/// Opening and closing marks by token, with the block they stand in. A mark that is not closed in its block ends with it.
fn pairs(page: &Page<'_>, zones: &[Zone]) -> Vec<(usize, usize, usize)> {
    let mut pairs = Vec::new();
    let mut open: Option<(usize, &str)> = None;
    let mut block = 0;
    for at in 0..page.tokens.len() {
        let start = page.tokens[at].span.start;
        let own = zones.partition_point(|zone| zone.span.end <= start);
        if own != block {
            block = own;
            open = None;
        }
        match (page.word(at), open) {
            ("“" | "«" | "„", None) => open = Some((at, "curly")),
            ("\"", None) if !page.is_glued(at) || page.is_glued(at + 1) => open = Some((at, "straight")),
            ("”" | "»", Some((start, "curly"))) | ("\"", Some((start, "straight"))) => {
                pairs.push((start, at, block));
                open = None;
            }
            ("‘", None) if !page.is_glued(at) => open = Some((at, "single")),
            ("’", Some((start, "single"))) if page.is_glued(at) && !page.is_glued_letter(at + 1) => {
                pairs.push((start, at, block));
                open = None;
            }
            _ => {}
        }
    }
    pairs
}

impl Page<'_> {
    fn is_glued_letter(&self, at: usize) -> bool {
        self.is_glued(at) && self.is_word(at)
    }
}

struct Finder<'a> {
    page: &'a Page<'a>,
    names: &'a Names,
    open: usize,
    close: usize,
}

type Speaker = (Span, Option<String>);

impl Finder<'_> {
    /// ", Berg said", "said Berg", "he told the audience" behind the closing mark.
    fn behind(&self) -> Option<Speaker> {
        let page = self.page;
        let ended = matches!(page.word(self.close.saturating_sub(1)), ".");
        let next = page.sentences.partition_point(|sentence| sentence.end <= self.close + 1);
        let sentence_end = page.sentences.get(next).map_or(page.tokens.len(), |sentence| sentence.end);
        let limit = (self.close + 14).min(sentence_end);
        let verb = (self.close + 1..limit)
            .take_while(|at| !matches!(page.word(*at), "“" | "\"" | ";"))
            .find(|at| self.is_saying(*at))?;
        if ended && verb > self.close + 8 {
            return None;
        }
        self.name_in(self.close + 1, verb)
            .or_else(|| self.name_in(verb + 1, (verb + 7).min(limit)))
            .or_else(|| self.noun_before(verb))
    }

    /// "Berg said: “…", "announcing, “…", "Berg described it as “…".
    fn before(&self) -> Option<Speaker> {
        let page = self.page;
        let next = page.sentences.partition_point(|sentence| sentence.first <= self.open);
        let start = next.checked_sub(1).and_then(|own| page.sentences.get(own)).map_or(0, |sentence| sentence.first);
        let verb = (start..self.open).rev().take(30).find(|at| self.is_saying(*at))?;
        let mut name = None;
        let mut at = verb;
        while at > start && name.is_none() {
            at -= 1;
            name = self.name_at(at);
        }
        name
    }

    fn is_saying(&self, at: usize) -> bool {
        self.page.is_word(at) && self.page.entry(at).verb.is_some() && {
            let classes = self.page.grammar.classes(lemma(self.page, at));
            classes.has(Class::Saying) || classes.has(Class::Pledging) || classes.has(Class::Announcing)
        }
    }

    fn name_in(&self, from: usize, to: usize) -> Option<Speaker> {
        (from..to).find_map(|at| self.name_at(at))
    }

    /// A person or pronoun whose mention starts at a token; of an organisation only where nothing else is there.
    fn name_at(&self, at: usize) -> Option<Speaker> {
        let page = self.page;
        if let Some(name) = self.names.starting(at) {
            let mention = &self.names.mentions[name];
            // "Acme CEO Jane Doe": the person behind the title.
            let person = (name..name + 2).find(|next| {
                self.names.mentions.get(*next).is_some_and(|later| {
                    later.tokens.start <= mention.tokens.end + 3 && self.names.known(later).sort == NameType::Person
                })
            });
            let mention = person.map_or(mention, |person| &self.names.mentions[person]);
            return Some((page.span(mention.tokens.clone()), Some(self.names.known(mention).canonical.clone())));
        }
        let word = page.lower(at);
        if matches!(word, "he" | "she") {
            return Some((page.tokens[at].span, self.last_person(at)));
        }
        matches!(word, "they" | "it" | "i" | "we").then(|| (page.tokens[at].span, None))
    }

    fn noun_before(&self, verb: usize) -> Option<Speaker> {
        let page = self.page;
        let head = verb.checked_sub(1).filter(|at| page.is_word(*at) && *at > self.close)?;
        Some((page.span(self.close + 1..head + 1), None))
    }

    fn last_person(&self, at: usize) -> Option<String> {
        let before = self.names.mentions.partition_point(|name| name.tokens.start < at.min(self.open));
        let person =
            self.names.mentions[..before].iter().rev().find(|name| self.names.known(name).sort == NameType::Person)?;
        Some(self.names.known(person).canonical.clone())
    }
}
