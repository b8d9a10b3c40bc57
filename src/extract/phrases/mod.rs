//! Phrases: a sentence cut into noun phrases, verb groups, prepositions and the marks between them.

use std::ops::Range;

use super::MentionKind;
use super::grammar::{Class, Classes, FUNCTION, Form};
use super::names::Names;
use super::page::Page;
use crate::text::{Sentence, TokenKind};

mod lists;
mod nouns;
mod present;
mod verbs;

use lists::join_lists;

pub(super) use verbs::is_past_by_base;

/// A piece of a sentence.
#[derive(Clone, Debug, Default)]
pub struct Phrase {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it is.
    pub kind: PhraseKind,
}

/// What a piece of a sentence is.
#[derive(Clone, Debug, Default)]
pub enum PhraseKind {
    /// A noun phrase, a name, a pronoun, a number.
    Noun(Noun),
    /// A verb with its auxiliaries.
    Verb(Verb),
    /// A time, by position among the page's mentions.
    Time(usize),
    /// "in", "by", "such as"; some also open clauses ("after").
    Preposition,
    /// "and", "or", "but".
    Conjunction,
    /// "because", "while".
    Subordinator,
    /// "who", "which", "that", "whose".
    Relative,
    /// An adjective or participle after "be", or an adverb.
    Modifier,
    /// `,`
    Comma,
    /// A dash with space around it, or a long one.
    Dash,
    /// `(`, `[`
    Open,
    /// `)`, `]`
    Close,
    /// A quotation mark.
    Quote,
    /// `:` or `;`
    Colon,
    /// Anything else.
    #[default]
    Other,
}

/// A noun phrase.
#[derive(Clone, Debug, Default)]
pub struct Noun {
    /// Its tokens without determiner and possessor.
    pub words: Range<usize>,
    /// Its last noun.
    pub head: usize,
    /// Whose it is.
    pub possessor: Option<Box<Noun>>,
    /// The name that it ends with, by position among the name mentions.
    pub name: Option<usize>,
    /// The quantity in it, by position among the page's mentions.
    pub quantity: Option<usize>,
    /// "the", "this", "these", or a possessor.
    pub definite: bool,
    /// Whether it is a pronoun.
    pub pronoun: bool,
    /// The other members where it is a list ("A, B and C"), itself not included.
    pub rest: Vec<Noun>,
}

/// A verb group.
#[derive(Clone, Debug)]
pub struct Verb {
    /// The dictionary form, with its particle ("team up").
    pub lemma: String,
    /// The classes of that.
    pub classes: Classes,
    /// The token of the main verb.
    pub head: usize,
    /// How it stands in its clause.
    pub mood: Mood,
    /// The modal in front of it ("will"), in small letters.
    pub modal: Option<String>,
    /// "has built".
    pub perfect: bool,
    /// "is building".
    pub progressive: bool,
    /// "was built".
    pub passive: bool,
    /// "built" rather than "builds".
    pub past: bool,
    /// "not", "never".
    pub negated: bool,
}

/// How a verb stands in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// It has a subject of its own.
    Finite,
    /// "to build".
    Infinitive,
    /// "building".
    Gerund,
    /// "built", without auxiliary: a past tense or a participle; the clause decides.
    PastOrParticiple,
}

/// Cuts a sentence into phrases. Every token is in one phrase.
pub fn phrases(page: &Page<'_>, names: &Names, sentence: &Sentence) -> Vec<Phrase> {
    phrases_around(page, names, sentence.first..sentence.end, &[])
}

/// Cuts a range of tokens into phrases, where each of some quotations in it is one [`PhraseKind::Quote`] whatever its words are.
pub fn phrases_around(
    page: &Page<'_>,
    names: &Names,
    tokens: Range<usize>,
    quotations: &[Range<usize>],
) -> Vec<Phrase> {
    let phrases = Vec::with_capacity(tokens.len());
    let mut cutter = Cutter { page, names, end: tokens.end, phrases, finite: false };
    let mut at = tokens.start;
    for quotation in quotations {
        cutter.cut(at, quotation.start);
        cutter.phrases.push(Phrase { tokens: quotation.clone(), kind: PhraseKind::Quote });
        cutter.finite = false;
        at = quotation.end;
    }
    cutter.cut(at, tokens.end);
    join_lists(page, cutter.phrases)
}

struct Cutter<'a> {
    page: &'a Page<'a>,
    names: &'a Names,
    end: usize,
    phrases: Vec<Phrase>,
    /// Whether the clause at hand has its verb.
    finite: bool,
}

impl Cutter<'_> {
    fn cut(&mut self, mut at: usize, end: usize) {
        self.end = end;
        while at < end {
            let phrase = self.next(at);
            at = phrase.tokens.end.max(at + 1);
            self.phrases.push(phrase);
        }
    }

    /// "its second quarter", "the three months": a time behind its owner or article, which names nothing else.
    fn owned_time(&self, at: usize) -> Option<Phrase> {
        let page = self.page;
        let led = page.mention(at).is_none() && (page.is(at, Class::Possessive) || page.says(at, "the"));
        let time = page.mention(at + 1).filter(|mention| led && at + 1 < self.end && page.is_time(*mention))?;
        let end = self.behind_ended(time, page.behind_mention(at + 1)).min(self.end);
        let alone = end == self.end || !page.is_word(end) || page.classes(end).meets(FUNCTION);
        alone.then_some(Phrase { tokens: at..end, kind: PhraseKind::Time(time) })
    }

    /// Behind the day on which a stretch of time ended, which is no verb of the clause: "in the quarter ended June 30".
    fn behind_ended(&self, time: usize, end: usize) -> usize {
        let page = self.page;
        let last = |mention: usize| match page.mentions.get(mention).map(|mention| &mention.kind) {
            Some(MentionKind::Time(time)) => time.days.and_then(|days| days.last),
            _ => None,
        };
        let verb = if page.says(end, "that") || page.says(end, "which") { end + 1 } else { end };
        let on = if page.says(verb + 1, "on") { verb + 2 } else { verb + 1 };
        let ended = matches!(page.lower(verb), "ended" | "ending" | "to") && on < self.end;
        let day = ended.then(|| page.mention(on)).flatten().and_then(last);
        if day.is_some() && day == last(time) { page.behind_mention(on) } else { end }
    }

    /// "third-quarter revenue": a time that belongs to the noun behind it, as its hyphen tells.
    fn is_in_noun(&self, at: usize) -> bool {
        let page = self.page;
        let end = page.behind_mention(at);
        let text = page.slice(at..end);
        text.contains('-') && !text.contains(|c: char| c.is_ascii_digit()) && self.is_noun_like(end)
    }

    pub(super) fn next(&mut self, at: usize) -> Phrase {
        let page = self.page;
        let is_time = |mention: &usize| page.is_time(*mention) && !self.is_in_noun(at);
        if let Some(time) = page.mention(at).filter(is_time) {
            let end = self.behind_ended(time, page.behind_mention(at));
            return Phrase { tokens: at..end.min(self.end), kind: PhraseKind::Time(time) };
        }
        if let Some(time) = self.owned_time(at) {
            return time;
        }
        if page.mention(at).is_none() && self.names.starting(at).is_none() {
            if let Some(mark) = self.mark(at) {
                return mark;
            }
            if let Some(verb) = self.verb(at) {
                return verb;
            }
            if let Some(word) = self.closed(at) {
                return word;
            }
        }
        self.noun(at).unwrap_or(Phrase { tokens: at..at + 1, kind: PhraseKind::Other })
    }

    pub(super) fn mark(&mut self, at: usize) -> Option<Phrase> {
        let page = self.page;
        if page.is_word(at) || page.kind(at) == Some(TokenKind::Number) {
            return None;
        }
        let kind = match page.word(at) {
            "," => PhraseKind::Comma,
            "—" | "–" | "--" => PhraseKind::Dash,
            "-" if !page.is_glued(at) && !page.is_glued(at + 1) => PhraseKind::Dash,
            "(" | "[" => PhraseKind::Open,
            ")" | "]" => PhraseKind::Close,
            "\"" | "“" | "”" | "«" | "»" => PhraseKind::Quote,
            "‘" | "’" | "'" if !page.is_glued(at) || !page.is_glued(at + 1) => PhraseKind::Quote,
            ":" | ";" => PhraseKind::Colon,
            _ => PhraseKind::Other,
        };
        if matches!(kind, PhraseKind::Dash | PhraseKind::Colon | PhraseKind::Quote) {
            self.finite = false;
        }
        Some(Phrase { tokens: at..at + 1, kind })
    }

    pub(super) fn closed(&mut self, at: usize) -> Option<Phrase> {
        let page = self.page;
        let classes = page.classes(at);
        let one = |kind| Some(Phrase { tokens: at..at + 1, kind });
        let such = page.says(at, "such") && page.says(at + 1, "as");
        if such || page.says(at, "according") && page.says(at + 1, "to") || is_compared(page, at) {
            return Some(Phrase { tokens: at..at + 2, kind: PhraseKind::Preposition });
        }
        if self.is_relative(at) {
            self.finite = false;
            return one(PhraseKind::Relative);
        }
        if classes.has(Class::Conjunction) {
            return one(PhraseKind::Conjunction);
        }
        // "found that 58 percent", "found that residents": no determiner, as "that" is one of the singular.
        let clause = || {
            let several = page.mention(at + 1).is_some() || is_plural(page, at + 1);
            self.noun_follows(at + 1) || several || !self.is_noun_like(at + 1)
        };
        if page.says(at, "that") && (self.after_verb() || self.noun_follows(at + 1) || self.is_told(at)) && clause() {
            self.finite = false;
            return one(PhraseKind::Subordinator);
        }
        if classes.has(Class::Preposition) && !self.is_superlative_adverb(at) {
            self.finite &= !classes.has(Class::Subordinator);
            return one(PhraseKind::Preposition);
        }
        if classes.has(Class::Subordinator) && !page.says(at, "that") && !page.says(at, "so") {
            self.finite = false;
            return one(PhraseKind::Subordinator);
        }
        if self.is_floating_each(at) || self.is_neither_verb(at) || self.is_place_behind(at) {
            return one(PhraseKind::Modifier);
        }
        if page.says(at, "no") && page.says(at + 1, "longer") {
            return Some(Phrase { tokens: at..at + 2, kind: PhraseKind::Modifier });
        }
        let small = (classes.has(Class::Adverb) || classes.has(Class::Negation)) && !classes.has(Class::Pronoun);
        let starts_noun = classes.has(Class::Adjective) && self.is_noun_like(at + 1);
        (small && !starts_noun && !classes.has(Class::Determiner))
            .then(|| Phrase { tokens: at..at + 1, kind: PhraseKind::Modifier })
    }

    /// "Acme and Bolt each donated": "each" behind a subject and before its verb.
    fn is_floating_each(&self, at: usize) -> bool {
        let page = self.page;
        let subject = matches!(self.phrases.last(), Some(Phrase { kind: PhraseKind::Noun(_), .. }));
        let verb = matches!(page.entry(at + 1).verb, Some((_, Form::Past)))
            || [Class::Have, Class::Be, Class::Modal].into_iter().any(|class| page.is(at + 1, class));
        page.says(at, "each") && subject && verb && at + 1 < self.end
    }

    /// "A fire there killed three": behind a noun the place, unless it opens "there was".
    fn is_place_behind(&self, at: usize) -> bool {
        let page = self.page;
        let noun = matches!(self.phrases.last(), Some(Phrase { kind: PhraseKind::Noun(noun), .. }) if !noun.pronoun);
        let opens = [Class::Have, Class::Be, Class::Modal].into_iter().any(|class| page.is(at + 1, class));
        page.says(at, "there") && noun && !opens
    }

    /// "Acme neither signed nor paid": a determiner that goes with the verb.
    fn is_neither_verb(&self, at: usize) -> bool {
        let page = self.page;
        page.says(at, "neither") && matches!(page.entry(at + 1).verb, Some((_, Form::Past)))
    }

    pub(super) fn is_superlative_adverb(&self, at: usize) -> bool {
        let page = self.page;
        matches!(page.word(at), "up" | "down" | "off" | "over" | "about" | "around") && page.mention(at).is_some()
    }

    pub(super) fn after_verb(&self) -> bool {
        matches!(self.phrases.last(), Some(Phrase { kind: PhraseKind::Verb(_), .. }))
    }

    pub(super) fn noun_follows(&self, at: usize) -> bool {
        let page = self.page;
        self.names.starting(at).is_some()
            || [Class::Determiner, Class::Possessive, Class::Pronoun].into_iter().any(|class| page.is(at, class))
    }

    /// "said in a statement that Acme", "told the council on Monday that it": what is said, behind where and when, and to whom.
    fn is_told(&self, that: usize) -> bool {
        const TELLING: Classes =
            Classes::of(&[Class::Saying, Class::Quoting, Class::Announcing, Class::Forecasting, Class::Learning]);
        let clause =
            self.noun_follows(that + 1) || self.page.mention(that + 1).is_some() || is_plural(self.page, that + 1);
        let kind = |at: usize| self.phrases.get(at).map(|phrase| &phrase.kind);
        let classes = |verb: &Verb| self.page.grammar.classes(&verb.lemma);
        let mut at = self.phrases.len();
        while let Some(last) = at.checked_sub(1).filter(|_| clause) {
            at = match (kind(last), last.checked_sub(1).and_then(kind)) {
                (Some(PhraseKind::Noun(_) | PhraseKind::Time(_)), Some(PhraseKind::Preposition)) => last - 1,
                (Some(PhraseKind::Time(_) | PhraseKind::Modifier), _) => last,
                (Some(PhraseKind::Noun(_)), Some(PhraseKind::Verb(verb))) => {
                    return !verb.passive && classes(verb).has(Class::Addressing);
                }
                (Some(PhraseKind::Verb(verb)), _) => return classes(verb).meets(TELLING),
                _ => return false,
            };
        }
        false
    }

    /// "a trial that lasted", "a plan that includes": a finite form that is no noun.
    fn is_verb_form(&self, at: usize) -> bool {
        let page = self.page;
        let either = page.is(at, Class::Either) || page.lemma_classes(at).has(Class::Either);
        page.mention(at).is_none()
            && match page.entry(at).verb {
                Some((_, Form::Past)) => true,
                Some((_, Form::Third)) => !either,
                Some((_, Form::Base | Form::Participle | Form::Gerund)) | None => false,
            }
    }

    pub(super) fn is_relative(&self, at: usize) -> bool {
        let page = self.page;
        if !page.is(at, Class::Relative) || at == 0 || page.says(at, "that") && self.is_told(at) {
            return false;
        }
        let after_noun = self
            .phrases
            .iter()
            .rev()
            .find(|phrase| {
                !matches!(
                    phrase.kind,
                    PhraseKind::Comma | PhraseKind::Dash | PhraseKind::Close | PhraseKind::Preposition
                )
            })
            .is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Noun(_) | PhraseKind::Open | PhraseKind::Time(_)));
        match page.lower(at) {
            "that" => {
                after_noun
                    && !matches!(self.phrases.last(), Some(Phrase { kind: PhraseKind::Comma, .. }))
                    && (self.is_verb_form(at + 1) || self.verb_at(at + 1).is_some() || self.noun_follows(at + 1))
            }
            _ => after_noun,
        }
    }
}

/// "compared with", "compared to": no verb of its own where nothing stands before it that it goes with.
pub(super) fn is_compared(page: &Page<'_>, at: usize) -> bool {
    page.says(at, "compared") && (page.says(at + 1, "with") || page.says(at + 1, "to"))
}

/// Whether a word is a noun in the plural, as far as its ending tells.
fn is_plural(page: &Page<'_>, at: usize) -> bool {
    let word = page.lower(at);
    word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && page.is_word(at) && !is_closed(page, at)
}

pub(super) fn is_closed(page: &Page<'_>, at: usize) -> bool {
    page.classes(at).meets(FUNCTION)
}

pub(super) fn is_clitic(word: &str) -> bool {
    word.starts_with(['\'', '’']) || matches!(word, "n't" | "n’t")
}

pub(super) fn is_possessive(page: &Page<'_>, at: usize) -> bool {
    matches!(page.word(at), "'s" | "’s" | "'S")
        || matches!(page.word(at), "'" | "’")
            && page.is_glued(at)
            && page.word(at.saturating_sub(1)).ends_with('s')
            && page.is_word(at + 1)
            && !page.is_glued(at + 1)
}

/// The form of a verb that no list has, by its ending: "electrified", "privatising".
pub(super) fn unknown_form(page: &Page<'_>, at: usize) -> Option<Form> {
    let word = page.word(at);
    let form = match word.as_bytes() {
        [.., b'e', b'd'] => Form::Past,
        [.., b'i', b'n', b'g'] => Form::Gerund,
        _ => return None,
    };
    let unknown = !page.is_capital(at) && page.is_word(at) && word.len() >= 5 && page.classes(at).is_empty();
    unknown.then_some(form)
}
