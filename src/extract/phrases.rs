//! Phrases: a sentence cut into noun phrases, verb groups, prepositions and the marks between them.

use std::ops::Range;

use super::grammar::{Class, Form};
use super::names::{Names, lemma};
use super::page::Page;
use crate::text::{Sentence, TokenKind};

/// A piece of a sentence.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it is.
    pub kind: PhraseKind,
}

/// What a piece of a sentence is.
#[derive(Clone, Debug)]
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
    let mut cutter = Cutter { page, names, end: sentence.end, phrases: Vec::new(), finite: false };
    let mut at = sentence.first;
    while at < sentence.end {
        let phrase = cutter.next(at);
        at = phrase.tokens.end.max(at + 1);
        cutter.phrases.push(phrase);
    }
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
    fn next(&mut self, at: usize) -> Phrase {
        let page = self.page;
        if let Some(time) = page.mention(at).filter(|mention| page.is_time(*mention)) {
            return Phrase { tokens: at..page.behind_mention(at).min(self.end), kind: PhraseKind::Time(time) };
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

    fn mark(&mut self, at: usize) -> Option<Phrase> {
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

    fn closed(&mut self, at: usize) -> Option<Phrase> {
        let page = self.page;
        let classes = page.classes(at);
        let one = |kind| Some(Phrase { tokens: at..at + 1, kind });
        if page.says(at, "such") && page.says(at + 1, "as") {
            return Some(Phrase { tokens: at..at + 2, kind: PhraseKind::Preposition });
        }
        if self.is_relative(at) {
            self.finite = false;
            return one(PhraseKind::Relative);
        }
        if classes.has(Class::Conjunction) {
            return one(PhraseKind::Conjunction);
        }
        if page.says(at, "that") && (self.after_verb() || self.noun_follows(at + 1)) && !self.is_noun_like(at + 1) {
            self.finite = false;
            return one(PhraseKind::Subordinator);
        }
        if classes.has(Class::Preposition) && !self.is_superlative_adverb(at) {
            return one(PhraseKind::Preposition);
        }
        if classes.has(Class::Subordinator) && !page.says(at, "that") && !page.says(at, "so") {
            self.finite = false;
            return one(PhraseKind::Subordinator);
        }
        let small = classes.has(Class::Adverb) || classes.has(Class::Negation);
        let starts_noun = classes.has(Class::Adjective) && self.is_noun_like(at + 1);
        (small && !starts_noun && !classes.has(Class::Determiner)).then(|| Phrase { tokens: at..at + 1, kind: PhraseKind::Modifier })
    }

    fn is_superlative_adverb(&self, at: usize) -> bool {
        let page = self.page;
        matches!(page.word(at), "up" | "down" | "off" | "over" | "about" | "around") && page.mention(at).is_some()
    }

    fn after_verb(&self) -> bool {
        matches!(self.phrases.last(), Some(Phrase { kind: PhraseKind::Verb(_), .. }))
    }

    fn noun_follows(&self, at: usize) -> bool {
        let page = self.page;
        self.names.starting(at).is_some() || [Class::Determiner, Class::Possessive, Class::Pronoun].into_iter().any(|class| page.is(at, class))
    }

    fn is_relative(&self, at: usize) -> bool {
        let page = self.page;
        if !page.is(at, Class::Relative) || at == 0 {
            return false;
        }
        let after_noun = self.phrases.iter().rev().find(|phrase| !matches!(phrase.kind, PhraseKind::Comma | PhraseKind::Close | PhraseKind::Preposition)).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Noun(_) | PhraseKind::Open | PhraseKind::Time(_)));
        match page.lower(at).as_str() {
            "that" => after_noun && !matches!(self.phrases.last(), Some(Phrase { kind: PhraseKind::Comma, .. })) && (self.verb_at(at + 1).is_some() || self.noun_follows(at + 1)),
            _ => after_noun,
        }
    }

    /// A verb group that starts at `at`.
    fn verb(&mut self, at: usize) -> Option<Phrase> {
        let (tokens, verb) = self.verb_at(at)?;
        if verb.mood == Mood::Finite || verb.mood == Mood::PastOrParticiple {
            self.finite = true;
        }
        Some(Phrase { tokens, kind: PhraseKind::Verb(verb) })
    }

    fn verb_at(&self, start: usize) -> Option<(Range<usize>, Verb)> {
        let page = self.page;
        let mut verb = Verb { lemma: String::new(), head: start, mood: Mood::Finite, modal: None, perfect: false, progressive: false, passive: false, past: false, negated: false };
        let mut at = start;
        let mut helper: Option<(usize, Helper)> = None;
        while at < self.end {
            let classes = page.classes(at);
            if let Some(next) = self.helper(at, helper.map(|(_, helper)| helper)) {
                self.note_helper(&mut verb, at, next);
                helper = Some((at, next));
            } else if helper.is_some() && (classes.has(Class::Negation) || is_negative_clitic(page, at)) {
                verb.negated = true;
            } else if !(helper.is_some() && classes.has(Class::Adverb) && page.entry(at).verb.is_none()) {
                break;
            }
            at += 1;
        }
        let main = helper.map_or(Some(()), |_| None);
        match (self.main_verb(at, helper.map(|(_, helper)| helper)), main) {
            (Some(form), _) => Some(self.with_main(verb, start, at, form, helper)),
            (None, Some(())) => None,
            (None, None) => self.without_main(verb, start, helper),
        }
    }

    /// Auxiliaries and modals, in the order in which they may follow one another.
    fn helper(&self, at: usize, before: Option<Helper>) -> Option<Helper> {
        let page = self.page;
        let classes = page.classes(at);
        if page.mention(at).is_some() || self.names.starting(at).is_some() {
            return None;
        }
        if page.says(at, "to") && before.is_none() && self.infinitive_follows(at + 1) {
            return Some(Helper::To);
        }
        if (classes.has(Class::Modal) || matches!(page.word(at), "'ll" | "’ll" | "'d" | "’d")) && before.is_none() {
            return Some(Helper::Modal);
        }
        if classes.has(Class::Have) || matches!(page.word(at), "'ve" | "’ve") {
            return Some(Helper::Have);
        }
        if classes.has(Class::Be) || matches!(page.word(at), "'re" | "’re" | "'m" | "’m") || is_verbal_s(page, self.names, at) {
            return Some(Helper::Be);
        }
        (classes.has(Class::Do) && before.is_none()).then_some(Helper::Do)
    }

    fn infinitive_follows(&self, at: usize) -> bool {
        let page = self.page;
        let next = (at..at + 2).find(|next| !page.is(*next, Class::Adverb) || page.entry(*next).verb.is_some()).unwrap_or(at);
        page.mention(next).is_none() && (page.is(next, Class::Be) || page.is(next, Class::Have) || matches!(page.entry(next).verb, Some((_, Form::Base))) && !self.is_noun_here_after_to(next))
    }

    fn is_noun_here_after_to(&self, at: usize) -> bool {
        // "to market", "to end users": a noun where nothing that a verb takes follows and the word is as often a noun.
        self.page.is(at, Class::Either) && self.page.is_capital(at)
    }

    fn note_helper(&self, verb: &mut Verb, at: usize, helper: Helper) {
        let word = self.page.lower(at);
        match helper {
            Helper::To => verb.mood = Mood::Infinitive,
            Helper::Modal => verb.modal = Some(word.clone()),
            Helper::Have => { verb.perfect = true; verb.past |= word == "had" }
            Helper::Be => verb.past |= matches!(word.as_str(), "was" | "were"),
            Helper::Do => verb.past |= word == "did",
        }
        if matches!(word.as_str(), "being" | "having" | "doing") && verb.modal.is_none() && verb.mood == Mood::Finite && !self.finite_helper_before(at) {
            verb.mood = Mood::Gerund;
        }
    }

    fn finite_helper_before(&self, at: usize) -> bool {
        at > 0 && (self.page.is(at - 1, Class::Be) || self.page.is(at - 1, Class::Have))
    }

    /// The form of the main verb at `at`, if it can be one behind this helper.
    fn main_verb(&self, at: usize, helper: Option<Helper>) -> Option<Form> {
        let page = self.page;
        if at >= self.end || page.mention(at).is_some() || self.names.starting(at).is_some() {
            return None;
        }
        let form = page.entry(at).verb.map(|(_, form)| form).or_else(|| unknown_form(page, at))?;
        if helper.is_none() && form == Form::Gerund && page.is(at, Class::Preposition) {
            return None;
        }
        let fits = match helper {
            Some(Helper::To | Helper::Modal | Helper::Do) => form == Form::Base,
            Some(Helper::Have) => matches!(form, Form::Past | Form::Participle) || form == Form::Base && same_participle(page, at),
            Some(Helper::Be) => matches!(form, Form::Past | Form::Participle | Form::Gerund) || form == Form::Base && same_participle(page, at),
            None => self.is_verb_alone(at, form),
        };
        fits.then_some(form)
    }

    /// Whether a word that can be a verb is one here, without helper.
    fn is_verb_alone(&self, at: usize, form: Form) -> bool {
        let page = self.page;
        let before = self.before(at);
        match form {
            Form::Gerund => !matches!(before, Before::Noun { inside: true }) && !(self.is_noun_like(at + 1) && matches!(before, Before::Determiner)),
            Form::Participle => !matches!(before, Before::Determiner | Before::Noun { inside: true }),
            Form::Past => match before {
                Before::Determiner => false,
                Before::Preposition | Before::Start => page.grammar.entry(page.word(at)).classes.has(Class::Verb) && !self.is_noun_like(at + 1) && !page.is(at, Class::Adjective),
                Before::Noun { .. } | Before::Pronoun | Before::Other => !(page.is(at, Class::Adjective) && self.is_noun_like(at + 1)),
            },
            Form::Third | Form::Base => self.is_present_here(at, form, before),
        }
    }

    fn is_present_here(&self, at: usize, form: Form, before: Before) -> bool {
        let page = self.page;
        let doubtful = page.is(at, Class::Either) || page.grammar.classes(&lemma(page, at)).has(Class::Either);
        match before {
            Before::Determiner | Before::Preposition | Before::Start => false,
            Before::Pronoun => true,
            Before::Noun { .. } if !doubtful => form == Form::Third || self.plural_before(at),
            Before::Noun { .. } => !self.finite && self.complement_follows(at + 1) && (form == Form::Third || self.plural_before(at)),
            Before::Other => !doubtful && form == Form::Third || self.finite_coordination(at) && self.complement_follows(at + 1),
        }
    }

    /// "… cut jobs and raise prices".
    fn finite_coordination(&self, at: usize) -> bool {
        at > 0 && self.page.is(at - 1, Class::Conjunction) && self.phrases.iter().rev().any(|phrase| matches!(phrase.kind, PhraseKind::Verb(_)))
    }

    fn plural_before(&self, at: usize) -> bool {
        let before = self.page.word(at.saturating_sub(1));
        before.ends_with('s') && !before.ends_with("ss") || self.phrases.last().is_some_and(|phrase| matches!(&phrase.kind, PhraseKind::Noun(noun) if noun.quantity.is_some()))
            || self.phrases.iter().rev().take(4).any(|phrase| matches!(phrase.kind, PhraseKind::Conjunction))
    }

    fn complement_follows(&self, at: usize) -> bool {
        let page = self.page;
        at >= self.end
            || page.mention(at).is_some()
            || self.names.starting(at).is_some()
            || page.says(at, "to") || page.says(at, "that")
            || [Class::Determiner, Class::Possessive, Class::Pronoun, Class::Adverb, Class::Preposition, Class::Adjective].into_iter().any(|class| page.is(at, class))
            || matches!(page.entry(at).verb, Some((_, Form::Gerund)))
    }

    fn before(&self, at: usize) -> Before {
        let page = self.page;
        let mut back = at;
        while back > 0 && page.is(back - 1, Class::Adverb) && page.mention(back - 1).is_none() && !page.is(back - 1, Class::Adjective) && back > at.saturating_sub(2) {
            back -= 1;
        }
        let Some(last) = self.phrases.iter().rev().find(|phrase| phrase.tokens.end <= back) else { return Before::Start };
        let word = last.tokens.end.saturating_sub(1);
        if last.tokens.end < back && page.is(back - 1, Class::Determiner) {
            return Before::Determiner;
        }
        match &last.kind {
            PhraseKind::Noun(noun) if noun.pronoun => Before::Pronoun,
            PhraseKind::Noun(_) => Before::Noun { inside: is_possessive_end(page, word) },
            PhraseKind::Relative => Before::Pronoun,
            PhraseKind::Preposition => Before::Preposition,
            PhraseKind::Time(_) | PhraseKind::Close => Before::Noun { inside: false },
            PhraseKind::Quote if self.phrases.len() < 2 => Before::Start,
            PhraseKind::Verb(_) | PhraseKind::Conjunction | PhraseKind::Subordinator | PhraseKind::Modifier | PhraseKind::Comma | PhraseKind::Dash | PhraseKind::Open | PhraseKind::Quote | PhraseKind::Colon | PhraseKind::Other => Before::Other,
        }
    }

    fn with_main(&self, mut verb: Verb, start: usize, at: usize, form: Form, helper: Option<(usize, Helper)>) -> (Range<usize>, Verb) {
        let page = self.page;
        verb.head = at;
        verb.lemma = verb_lemma(page, at);
        match helper.map(|(_, helper)| helper) {
            Some(Helper::Be) if form == Form::Gerund => verb.progressive = true,
            Some(Helper::Be) => verb.passive = true,
            Some(Helper::To | Helper::Modal | Helper::Have | Helper::Do) => {}
            None => match form {
                Form::Gerund => verb.mood = Mood::Gerund,
                Form::Past | Form::Participle => { verb.mood = Mood::PastOrParticiple; verb.past = true }
                Form::Base | Form::Third => {}
            },
        }
        let mut end = at + 1;
        if page.is_word(end) && page.grammar.is_phrasal(&verb.lemma, &page.lower(end)) {
            verb.lemma = format!("{} {}", verb.lemma, page.lower(end));
            end += 1;
        }
        (start..end, verb)
    }

    /// "is", "has", "will" as the verb itself.
    fn without_main(&self, mut verb: Verb, start: usize, helper: Option<(usize, Helper)>) -> Option<(Range<usize>, Verb)> {
        let (at, helper) = helper?;
        verb.head = at;
        verb.lemma = match helper {
            Helper::Be => "be",
            Helper::Have => "have",
            Helper::Do => "do",
            Helper::Modal => "do",
            Helper::To => return None,
        }
        .to_owned();
        verb.perfect &= helper != Helper::Have;
        Some((start..at + 1, verb))
    }

    fn is_noun_like(&self, at: usize) -> bool {
        let page = self.page;
        if at >= self.end {
            return false;
        }
        if page.mention(at).is_some_and(|mention| !page.is_time(mention)) || self.names.starting(at).is_some() {
            return true;
        }
        let classes = page.classes(at);
        page.is_word(at) && (classes.has(Class::Adjective) || classes.has(Class::Either) || !is_closed(page, at) && !matches!(page.entry(at).verb, Some((_, Form::Base | Form::Third | Form::Past))) || matches!(page.entry(at).verb, Some((_, Form::Past | Form::Participle | Form::Gerund))) && page.is_word(at + 1) && !is_closed(page, at + 1)) && !(is_closed(page, at) && !classes.has(Class::Adjective))
    }

    /// A noun phrase that starts at `at`.
    fn noun(&self, start: usize) -> Option<Phrase> {
        let page = self.page;
        let mut noun = Noun { words: start..start, head: start, ..Noun::default() };
        let mut at = start;
        if self.names.starting(at).is_none() && page.mention(at).is_none() {
            if page.is(at, Class::Pronoun) && !(page.is(at, Class::Determiner) && self.is_noun_like(at + 1)) {
                noun.pronoun = true;
                noun.words = at..at + 1;
                return Some(Phrase { tokens: at..at + 1, kind: PhraseKind::Noun(noun) });
            }
            while page.is(at, Class::Determiner) && page.mention(at).is_none() && at < self.end {
                noun.definite |= matches!(page.lower(at).as_str(), "the" | "this" | "these" | "that" | "those");
                at += 1;
            }
            if page.is(at, Class::Possessive) {
                noun.possessor = Some(Box::new(Noun { words: at..at + 1, head: at, pronoun: true, ..Noun::default() }));
                noun.definite = true;
                at += 1;
            }
        }
        noun.words = at..at;
        at = self.content(&mut noun, at);
        (at > start).then(|| Phrase { tokens: start..at, kind: PhraseKind::Noun(noun) })
    }

    /// The words of a noun phrase behind its determiner.
    fn content(&self, noun: &mut Noun, mut at: usize) -> usize {
        let page = self.page;
        while at < self.end {
            let begun = noun.words.start < at;
            if let Some(name) = self.names.starting(at) {
                at = self.names.mentions[name].tokens.end;
                noun.name = Some(name);
            } else if let Some(mention) = page.mention(at) {
                if page.is_time(mention) && !self.is_noun_like(page.behind_mention(at)) || noun.quantity.is_some() && !page.is_time(mention) {
                    break;
                }
                if begun && !page.is_time(mention) && self.stands_apart(at) {
                    break;
                }
                if !page.is_time(mention) {
                    noun.quantity = Some(mention);
                }
                at = page.behind_mention(at);
                noun.name = None;
            } else if is_possessive(page, at) && begun {
                let mut owner = std::mem::take(noun);
                owner.words.end = at;
                noun.definite = true;
                noun.possessor = Some(Box::new(owner));
                at += 1;
                noun.words = at..at;
                noun.head = at;
                continue;
            } else if matches!(page.word(at), "-" | "‑" | "/" | "&") && page.is_glued(at) && begun && page.is_glued(at + 1) {
                at += 1;
                continue;
            } else if matches!(page.word(at), "“" | "\"" | "‘") && self.quoted_noun(at) {
                at += 1;
                continue;
            } else if matches!(page.word(at), "”" | "\"" | "’") && begun && page.is_glued(at) && (noun.words.start..at).any(|token| matches!(page.word(token), "“" | "\"" | "‘")) {
                at += 1;
                continue;
            } else if self.is_modified_participle(at) {
                noun.name = None;
                at += 2;
            } else if self.is_noun_word(at, begun) {
                noun.name = None;
                at += 1;
            } else {
                break;
            }
            noun.head = at - 1;
        }
        noun.words.end = at.max(noun.words.start);
        at
    }

    /// A number behind a noun is a phrase of its own: "a valuation exceeding $1 trillion".
    fn stands_apart(&self, at: usize) -> bool {
        let page = self.page;
        let before = page.classes(at - 1);
        !page.is_glued(at) && page.is_word(at - 1) && !before.has(Class::Adjective) && !is_possessive(page, at - 1) && !matches!(page.entry(at - 1).verb, Some((_, Form::Past | Form::Participle)))
    }

    /// "previously announced", "newly built" in front of a noun or a number.
    fn is_modified_participle(&self, at: usize) -> bool {
        let page = self.page;
        let participle = matches!(page.entry(at + 1).verb, Some((_, Form::Past | Form::Participle))) || unknown_form(page, at + 1) == Some(Form::Past);
        page.is(at, Class::Adverb) && !page.is(at, Class::Adjective) && page.mention(at).is_none() && participle && self.is_noun_like(at + 2)
    }

    /// A quotation mark that opens a few quoted words inside of a noun phrase: three “Mega Projects”.
    fn quoted_noun(&self, at: usize) -> bool {
        let page = self.page;
        let close = (at + 1..(at + 6).min(self.end)).find(|next| matches!(page.word(*next), "”" | "\"" | "’"));
        let after_number = at > 0 && page.mention(at - 1).is_some();
        close.is_some_and(|close| (at + 1..close).all(|next| page.is_word(next) || page.word(next) == "-")) && after_number
    }

    fn is_noun_word(&self, at: usize, begun: bool) -> bool {
        let page = self.page;
        if !page.is_word(at) {
            return false;
        }
        let classes = page.classes(at);
        if classes.has(Class::Adjective) || classes.has(Class::Demonym) || classes.has(Class::Title) {
            return true;
        }
        if is_closed(page, at) || is_clitic(page.word(at)) {
            return false;
        }
        let Some((_, form)) = page.entry(at).verb else {
            return unknown_form(page, at).is_none() || begun || self.is_noun_like(at + 1);
        };
        match form {
            Form::Base | Form::Third => !begun || classes.has(Class::Either) && !self.is_present_in(at, form) || page.grammar.classes(&lemma(page, at)).has(Class::Either) && !self.is_present_in(at, form),
            Form::Past | Form::Participle => self.is_noun_like(at + 1) && (!begun || page.is_glued(at)),
            Form::Gerund => self.is_noun_like(at + 1) && !begun || begun && page.is_glued(at) || begun && !self.complement_follows(at + 1) || !begun,
        }
    }

    /// Whether, inside of a noun phrase, a verb begins here rather than the phrase going on.
    fn is_present_in(&self, at: usize, form: Form) -> bool {
        let plural = self.page.word(at.saturating_sub(1)).ends_with('s');
        let name = self.names.mentions.iter().any(|name| name.tokens.end == at);
        let agrees = match form { Form::Third => !plural || name, _ => plural };
        !self.finite && agrees && (self.page.says(at + 1, "to") || self.page.says(at + 1, "that") || self.complement_follows(at + 1) && !self.page.is(at + 1, Class::Preposition) && at + 1 < self.end && self.page.mention(at + 1).is_some_and(|_| true) || self.noun_follows(at + 1))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Helper {
    To,
    Modal,
    Have,
    Be,
    Do,
}

/// What stands before a word that may be a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    Start,
    Determiner,
    Preposition,
    Pronoun,
    Noun { inside: bool },
    Other,
}

fn is_closed(page: &Page<'_>, at: usize) -> bool {
    let classes = page.classes(at);
    [Class::Determiner, Class::Possessive, Class::Pronoun, Class::Preposition, Class::Conjunction, Class::Subordinator, Class::Be, Class::Have, Class::Do, Class::Modal, Class::Negation, Class::Adverb, Class::Relative]
        .into_iter()
        .any(|class| classes.has(class))
}

fn is_clitic(word: &str) -> bool {
    word.starts_with(['\'', '’']) || matches!(word, "n't" | "n’t")
}

fn is_negative_clitic(page: &Page<'_>, at: usize) -> bool {
    matches!(page.word(at), "n't" | "n’t")
}

fn is_possessive(page: &Page<'_>, at: usize) -> bool {
    matches!(page.word(at), "'s" | "’s" | "'S") || matches!(page.word(at), "'" | "’") && page.is_glued(at) && page.word(at.saturating_sub(1)).ends_with('s') && page.is_word(at + 1) && !page.is_glued(at + 1)
}

fn is_possessive_end(page: &Page<'_>, at: usize) -> bool {
    is_possessive(page, at)
}

/// "it's building": a clitic that stands for "is".
fn is_verbal_s(page: &Page<'_>, names: &Names, at: usize) -> bool {
    matches!(page.word(at), "'s" | "’s") && at > 0 && page.is(at - 1, Class::Pronoun) && names.starting(at + 1).is_none()
}

fn same_participle(page: &Page<'_>, at: usize) -> bool {
    matches!(lemma(page, at).as_str(), "cut" | "put" | "set" | "hit" | "let" | "cost" | "shut" | "split" | "spread" | "quit" | "hurt" | "read" | "come" | "become" | "run" | "forecast")
}

/// The form of a verb that no list has, by its ending: "electrified", "privatising".
fn unknown_form(page: &Page<'_>, at: usize) -> Option<Form> {
    let word = page.word(at);
    if page.is_capital(at) || !page.is_word(at) || word.len() < 5 || !page.classes(at).is_empty() {
        return None;
    }
    if word.ends_with("ed") {
        Some(Form::Past)
    } else if word.ends_with("ing") {
        Some(Form::Gerund)
    } else {
        None
    }
}

fn verb_lemma(page: &Page<'_>, at: usize) -> String {
    if page.entry(at).verb.is_some() {
        return lemma(page, at);
    }
    let word = page.lower(at);
    let stem = word.strip_suffix("ing").or(word.strip_suffix("ed")).unwrap_or(&word).to_owned();
    match stem.strip_suffix('i') {
        Some(stem) => format!("{stem}y"),
        None => stem,
    }
}

/// Joins "A, B and C" where all are names, and "(AWS)" to the name before it.
fn join_lists(page: &Page<'_>, phrases: Vec<Phrase>) -> Vec<Phrase> {
    let mut out: Vec<Phrase> = Vec::with_capacity(phrases.len());
    let mut at = 0;
    while at < phrases.len() {
        let (phrase, next) = list_at(page, &phrases, at);
        out.push(phrase);
        at = next;
    }
    out
}

fn list_at(page: &Page<'_>, phrases: &[Phrase], at: usize) -> (Phrase, usize) {
    let mut first = phrases[at].clone();
    if let Some(joined) = owned_pair(&first, phrases.get(at + 1), phrases.get(at + 2)) {
        return (joined, at + 3);
    }
    let mut next = skip_bracket(page, phrases, at + 1, &first);
    first.tokens.end = phrases[next - 1].tokens.end;
    if !is_name(&first) {
        return (first, next);
    }
    let mut members = Vec::new();
    let mut ended = false;
    let mut at = next;
    while !ended {
        let comma = matches!(phrases.get(at).map(|phrase| &phrase.kind), Some(PhraseKind::Comma));
        let and = at + usize::from(comma);
        ended = matches!(phrases.get(and).map(|phrase| &phrase.kind), Some(PhraseKind::Conjunction)) && !page.says(phrases[and].tokens.start, "but");
        let member = and + usize::from(ended);
        let Some(phrase) = phrases.get(member).filter(|phrase| (comma || ended) && is_name(phrase)) else { break };
        members.push(phrase.clone());
        at = skip_bracket(page, phrases, member + 1, phrase);
        if ended {
            next = at;
        }
    }
    if next == at && ended {
        join_members(&mut first, members, phrases[next - 1].tokens.end);
        return (first, next);
    }
    (first, next)
}

/// "Acme's chip and cloud business": two nouns of one owner are one phrase.
fn owned_pair(first: &Phrase, and: Option<&Phrase>, second: Option<&Phrase>) -> Option<Phrase> {
    let (PhraseKind::Noun(noun), PhraseKind::Conjunction, PhraseKind::Noun(more)) = (&first.kind, &and?.kind, &second?.kind) else { return None };
    let plain = more.possessor.is_none() && !more.definite && !more.pronoun && more.name.is_none() && more.quantity.is_none();
    let owned = noun.possessor.is_some() && noun.quantity.is_none() && noun.name.is_none();
    (plain && owned && more.words.start == second?.tokens.start).then(|| {
        let joined = Noun { words: noun.words.start..more.words.end, head: more.head, ..noun.clone() };
        Phrase { tokens: first.tokens.start..second.map_or(first.tokens.end, |second| second.tokens.end), kind: PhraseKind::Noun(joined) }
    })
}

fn join_members(first: &mut Phrase, members: Vec<Phrase>, end: usize) {
    first.tokens.end = end;
    if let PhraseKind::Noun(noun) = &mut first.kind {
        noun.rest = members
            .into_iter()
            .filter_map(|phrase| match phrase.kind {
                PhraseKind::Noun(member) => Some(member),
                _ => None,
            })
            .collect();
    }
}

fn is_name(phrase: &Phrase) -> bool {
    matches!(&phrase.kind, PhraseKind::Noun(noun) if noun.name.is_some() && noun.quantity.is_none())
}

/// The position behind a bracket with one name in it, "(AWS)", that follows a name.
fn skip_bracket(page: &Page<'_>, phrases: &[Phrase], at: usize, before: &Phrase) -> usize {
    let kind = |offset: usize| phrases.get(at + offset).map(|phrase| &phrase.kind);
    let bracket = matches!(kind(0), Some(PhraseKind::Open)) && matches!(kind(2), Some(PhraseKind::Close));
    let named = is_name(before) && phrases.get(at + 1).is_some_and(|phrase| page.is_capital(phrase.tokens.start));
    if bracket && named { at + 3 } else { at }
}
