//! Frames: the sentences that quotes stand in, read with each quote as one piece, so that what remains tells who speaks.

use std::ops::Range;

use super::super::clauses::{Parsed, Role, clauses};
use super::super::grammar::Class;
use super::super::names::Names;
use super::super::page::Page;
use super::super::phrases::{Mood, PhraseKind, phrases_around};
use super::inner;
use super::who::Source;
use crate::text::Quotation;

/// Frames with more tokens than this outside of their quotes are no prose, and say nothing of who speaks.
const LONGEST: usize = 1200;

/// Sentences that share quotes.
pub(super) struct Frame {
    pub tokens: Range<usize>,
    /// The quotes in it, by position.
    pub quotations: Range<usize>,
}

/// The frames of the quotes of a page, in order.
pub(super) fn frames(page: &Page<'_>, marked: &[Quotation]) -> Vec<Frame> {
    let mut frames: Vec<Frame> = Vec::new();
    for (at, quotation) in marked.iter().enumerate() {
        let last = if quotation.unclosed { quotation.close.saturating_sub(1) } else { quotation.close };
        let start = sentence(page, quotation.open).start;
        let end = sentence(page, last).end;
        match frames.last_mut() {
            Some(frame) if start < frame.tokens.end => {
                frame.tokens.end = frame.tokens.end.max(end);
                frame.quotations.end = at + 1;
            }
            _ => frames.push(Frame { tokens: start..end, quotations: at..at + 1 }),
        }
    }
    frames
}

/// The tokens of the sentence that a token stands in.
fn sentence(page: &Page<'_>, token: usize) -> Range<usize> {
    let at = page.sentences.partition_point(|sentence| sentence.end <= token);
    page.sentences.get(at).map_or(token..token + 1, |sentence| sentence.first.min(token)..sentence.end.max(token + 1))
}

impl Frame {
    /// The frame as phrases and clauses; none where it is no prose.
    pub(super) fn scene<'a>(&self, page: &'a Page<'a>, names: &Names, quotations: &[Quotation]) -> Option<Scene<'a>> {
        let holes: Vec<Range<usize>> = quotations.iter().map(|quotation| hole(quotation, self.tokens.end)).collect();
        let quoted: usize = holes.iter().map(ExactSizeIterator::len).sum();
        if self.tokens.len() > quoted + LONGEST {
            return None;
        }
        let phrases = phrases_around(page, names, self.tokens.clone(), &holes);
        Some(Scene { page, parsed: clauses(page, names, phrases) })
    }

    /// Whether a quote is a sentence of its own, with nothing but marks and other quotes around it.
    pub(super) fn is_speech(&self, page: &Page<'_>, quotation: &Quotation) -> bool {
        let before = self.tokens.start..quotation.open;
        let behind = (quotation.close + usize::from(!quotation.unclosed)).min(self.tokens.end)..self.tokens.end;
        before.chain(behind).take(LONGEST).all(|at| !page.is_word(at))
    }
}

fn hole(quotation: &Quotation, end: usize) -> Range<usize> {
    let close = if quotation.unclosed { quotation.close } else { quotation.close + 1 };
    quotation.open..close.min(end)
}

/// Whoever is told to speak in the sentence before a quote that is a sentence of its own; `first` is the first token of its block.
pub(super) fn introduction(page: &Page<'_>, names: &Names, first: usize, frame: usize) -> Option<Source> {
    let last = frame.checked_sub(1)?;
    let sentence = sentence(page, last);
    let colon = page.word(last) == ":";
    if !colon && sentence.start < first || sentence.len() > LONGEST {
        return None;
    }
    let scene = Scene { page, parsed: clauses(page, names, phrases_around(page, names, sentence, &[])) };
    scene.last_sayer(colon)
}

/// A frame that has been read.
pub(super) struct Scene<'a> {
    page: &'a Page<'a>,
    parsed: Parsed,
}

impl Scene<'_> {
    fn kind(&self, at: usize) -> Option<&PhraseKind> {
        self.parsed.phrases.get(at).map(|phrase| &phrase.kind)
    }

    fn is_noun(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(PhraseKind::Noun(_)))
    }

    /// Who says a quote, as far as its own sentence tells.
    pub(super) fn speaker(&self, quotation: &Quotation) -> Option<Source> {
        let phrases = &self.parsed.phrases;
        let at = phrases.partition_point(|phrase| phrase.tokens.start < quotation.open);
        phrases.get(at).filter(|phrase| phrase.tokens.start == quotation.open)?;
        let words = inner(quotation);
        let ended = matches!(self.page.word(words.end.saturating_sub(1)), "," | "." | "?" | "!" | "…");
        let sentence = self.page.is_capital(words.start) && (words.len() > 3 || ended);
        let said = Said { at, whole: sentence || words.len() > 12, open: self.leaves_open(quotation) };
        let fragment = if said.whole { None } else { self.governor(at).filter(|clause| self.is_near(*clause, at)) };
        fragment
            .and_then(|clause| self.subject(clause))
            .or_else(|| self.behind(&said))
            .or_else(|| self.before(&said))
            .or_else(|| self.according())
    }

    /// Whether the sentence may go on behind the quote with words that say whose it is.
    fn leaves_open(&self, quotation: &Quotation) -> bool {
        let page = self.page;
        let behind = quotation.close + 1;
        let small = page.is_word(behind) && !page.is_capital(behind);
        let closing = |at: &usize| matches!(page.word(*at), "’" | "'" | "”" | "\"" | "''" | ")" | "]");
        let last = inner(quotation).rev().find(|at| !closing(at)).map_or("", |at| page.word(at));
        matches!(last, "," | "?" | "!" | "…" | "—" | "-")
            || matches!(page.word(behind), "," | "—" | "–" | "-")
            || small && last == "."
    }

    /// ", Berg said", "said Berg", "the head of the harbour told reporters" behind the quote.
    fn behind(&self, said: &Said) -> Option<Source> {
        if !said.open {
            return None;
        }
        let mut at = said.at + 1;
        while matches!(
            self.kind(at),
            Some(PhraseKind::Comma | PhraseKind::Dash | PhraseKind::Modifier | PhraseKind::Time(_))
        ) {
            at += 1;
        }
        if self.parsed.phrases.get(at).is_some_and(|phrase| self.page.says(phrase.tokens.start, "as")) {
            at += 1;
        }
        match self.kind(at)? {
            PhraseKind::Verb(verb) if matches!(verb.mood, Mood::Finite | Mood::PastOrParticiple) && !verb.passive => {
                let noun = (at + 1..at + 3).find(|next| self.is_noun(*next))?;
                Some(self.source(noun))
            }
            PhraseKind::Noun(_) => self.told_by(said, at),
            _ => None,
        }
    }

    /// "Berg, who was there, told reporters": the noun at `at` where it speaks.
    fn told_by(&self, said: &Said, at: usize) -> Option<Source> {
        let next = self.next_quote(said.at);
        let clause = (0..self.parsed.clauses.len()).find(|clause| {
            let clause = &self.parsed.clauses[*clause];
            clause.verb > at && clause.verb < next && clause.role != Role::Relative
        })?;
        let direct = said.whole && self.is_active(clause);
        if !direct && !self.is_cue(clause) {
            return None;
        }
        let subject = self.parsed.clauses[clause].subject.filter(|subject| *subject > said.at);
        Some(self.source(subject.unwrap_or(at)))
    }

    fn next_quote(&self, at: usize) -> usize {
        let quote = |at: &usize| matches!(self.kind(*at), Some(PhraseKind::Quote));
        (at + 1..self.parsed.phrases.len()).find(quote).unwrap_or(self.parsed.phrases.len())
    }

    /// "Berg said: “…", "announcing “…", "Berg said that the plan was “…".
    fn before(&self, said: &Said) -> Option<Source> {
        let last = self.parsed.clause_before(said.at)?;
        let governor = self.governor(said.at);
        let near = governor.filter(|clause| self.is_near(*clause, said.at));
        let introduced = Some(last).filter(|last| said.whole && self.introduces(*last, said.at));
        let reporter = || self.parsed.clauses.get(last).and_then(|clause| clause.reporter);
        self.subject(near.or(introduced).or_else(reporter).or(governor)?)
    }

    /// Whether a colon, or the verb alone, stands before a quote.
    fn introduces(&self, clause: usize, at: usize) -> bool {
        let verb = self.parsed.clauses.get(clause).map_or(0, |clause| clause.verb);
        let introduced = match at.checked_sub(1).and_then(|before| self.kind(before)) {
            Some(PhraseKind::Colon) => true,
            Some(PhraseKind::Comma) => verb + 2 == at,
            _ => verb + 1 == at,
        };
        introduced && self.is_active(clause)
    }

    /// The verb of saying before a place that is the nearest to it.
    fn governor(&self, at: usize) -> Option<usize> {
        let last = self.parsed.clause_before(at)?;
        (0..=last).rev().find(|clause| self.is_cue(*clause))
    }

    /// Whether only the object of a verb stands between it and a place.
    fn is_near(&self, clause: usize, at: usize) -> bool {
        let verb = self.parsed.clauses[clause].verb;
        self.parsed.clause_before(at) == Some(clause) && at <= verb + 6
    }

    fn is_cue(&self, clause: usize) -> bool {
        const CUES: [Class; 4] = [Class::Saying, Class::Announcing, Class::Pledging, Class::Quoting];
        let lemma = self.parsed.lemma(clause);
        let classes = self.page.grammar.classes(lemma.split(' ').next().unwrap_or(lemma));
        CUES.into_iter().any(|class| classes.has(class)) && self.is_active(clause)
    }

    fn is_active(&self, clause: usize) -> bool {
        let clause = self.parsed.clauses.get(clause);
        clause.and_then(|clause| self.parsed.verb(clause.verb)).is_some_and(|verb| !verb.passive)
    }

    /// "According to Berg, …", "…, according to the harbour office".
    fn according(&self) -> Option<Source> {
        let phrases = &self.parsed.phrases;
        let at = phrases.iter().position(|phrase| self.page.says(phrase.tokens.start, "according"))?;
        let noun = (at..phrases.len().min(at + 4))
            .find(|next| self.parsed.noun(*next).is_some_and(|noun| !self.page.says(noun.head, "according")))?;
        Some(self.source(noun))
    }

    /// Who does what a clause says, behind its verb where the order is inverted.
    fn subject(&self, clause: usize) -> Option<Source> {
        let own = self.parsed.clauses.get(clause)?;
        let before =
            (0..own.verb).rev().find(|at| !matches!(self.kind(*at), Some(PhraseKind::Comma | PhraseKind::Modifier)));
        let inverted = before.is_some_and(|at| matches!(self.kind(at), Some(PhraseKind::Quote)));
        if inverted && self.is_noun(own.verb + 1) {
            return Some(self.source(own.verb + 1));
        }
        let subject = match own.subject.and_then(|subject| self.parsed.noun(subject)) {
            // "Acme issued a statement saying": it is Acme who says it.
            Some(noun) if own.parent.is_some() && noun.name.is_none() && !noun.definite && !noun.pronoun => {
                self.parsed.clauses.get(own.parent?)?.subject
            }
            _ => own.subject,
        };
        Some(self.source(subject.filter(|subject| self.may_speak(*subject))?))
    }

    /// Whether a phrase can name a speaker: a noun, and no number or relative pronoun.
    fn may_speak(&self, at: usize) -> bool {
        let noun = self.parsed.noun(at);
        noun.is_some_and(|noun| !(noun.pronoun && self.page.is(noun.words.start, Class::Relative)))
    }

    /// The noun at a place, or the name that stands beside it: "her opponent, Daniel Brandt, said".
    fn source(&self, at: usize) -> Source {
        let comma = |at: usize| matches!(self.kind(at), Some(PhraseKind::Comma));
        let noun = self.parsed.noun(at);
        let unnamed = noun.is_some_and(|noun| noun.name.is_none() && !noun.pronoun);
        let apposed = self.parsed.noun(at + 2).filter(|noun| unnamed && comma(at + 1) && noun.name.is_some());
        let (noun, at) = match apposed {
            Some(apposed) => (Some(apposed), at + 2),
            None => (noun, at),
        };
        Source {
            tokens: self.parsed.phrases.get(at).map_or(0..0, |phrase| phrase.tokens.clone()),
            name: noun.filter(|noun| noun.rest.is_empty()).and_then(|noun| noun.name),
        }
    }

    /// The subject of the last clause that can introduce speech; of any verb where a colon ends the sentence.
    fn last_sayer(&self, colon: bool) -> Option<Source> {
        let last = self.parsed.clauses.len().checked_sub(1)?;
        let cue = self.governor(self.parsed.phrases.len());
        let any = Some(last).filter(|_| colon);
        self.subject(cue.or(any)?)
    }
}

/// A quote in its frame.
struct Said {
    /// Its position among the phrases.
    at: usize,
    /// Whether it is a sentence rather than a few words.
    whole: bool,
    /// Whether words about it may follow.
    open: bool,
}
