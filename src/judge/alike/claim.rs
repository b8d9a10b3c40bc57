//! The sentence that is held: its words, its values, and how much of it another sentence has to share.

use crate::extract::{Fact, Mention, MentionKind, Reading, TimeType, WordClass};
use crate::index::{Kinship, content};
use crate::judge::Bench;
use crate::judge::kept::kept;
use crate::judge::memo::Memo;
use crate::judge::sorts::is_of_change;
use crate::source::{Covered, Span};
use crate::text::tokenize;
use crate::value::Dimension;

use super::frame::Frame;
use super::kin::{Kin, Likeness, denies};

/// A sentence of a text.
pub(super) struct Claim<'a> {
    pub text: &'a str,
    pub reading: &'a Reading,
    pub span: Span,
    /// Its words that say something, without those of its values; each once.
    pub words: Vec<Worded>,
    /// Its numbers, lengths of time and days.
    pub values: Vec<&'a Mention>,
    pub facts: &'a [Fact],
    pub inside: &'a [Mention],
    /// Who is named in it.
    pub names: Vec<&'a str>,
    /// Who is named in the sentence before one that opens with a pronoun: one of them is meant.
    pub meant: Vec<&'a str>,
    pub style: Style,
    /// Whether it denies something.
    pub denies: bool,
    /// Whether it says "not", of whatever it tells.
    pub negates: bool,
    /// Which documents name those whom it names.
    named: Memo<(String, usize), bool>,
}

/// How a sentence is worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// A sentence with its full stop: nothing of it is lax.
    Sentence,
    /// A line without one: a caption, an item of a list.
    Line,
    /// Short, in other words than the article, and without hedges.
    Headline,
}

/// How a sentence of an article is worded.
#[derive(Clone, Copy, Debug, Default)]
pub struct Line {
    /// Whether it says "not", of whatever it tells.
    pub negates: bool,
    /// Whether it is a line without a full stop.
    pub is_line: bool,
}

impl Line {
    /// How a sentence of a document is worded, of which it is asked claim after claim.
    pub fn of(bench: &Bench<'_>, (document, sentence): (usize, usize), span: Span) -> Self {
        let text = span.slice(&bench.index.document(document).text);
        let read = || Self { negates: negates(bench, text), is_line: style(text) != Style::Sentence };
        *kept(bench, |known| &known.lines, (document, sentence), read)
    }
}

/// A word that says something.
pub(super) struct Worded {
    /// In lower case.
    pub word: String,
    pub is_verb: bool,
    /// Whether it may be a name, or a part of one: it has a capital within its sentence. In a headline, where every word may have one, a
    /// place, or a word in front of the verb.
    pub may_name: bool,
}

/// How much of it a sentence has to share that bears a line of a style out. A plain sentence is borne out by facts, or by its twin.
fn bears_out(style: Style) -> Option<Likeness> {
    match style {
        Style::Sentence => None,
        Style::Line => Some(Likeness::percent(70)),
        Style::Headline => Some(Likeness::percent(33)),
    }
}

/// The same of two lines.
const OF_LINES: Likeness = Likeness::percent(50);

/// The same for a sentence that excludes it.
fn excludes(style: Style) -> Likeness {
    match style {
        Style::Sentence | Style::Line => Likeness::percent(60),
        Style::Headline => Likeness::percent(33),
    }
}

impl<'a> Claim<'a> {
    pub fn new(bench: &Bench<'_>, text: &'a str, reading: &'a Reading, sentence: usize) -> Self {
        let span = reading.sentences.get(sentence).copied().unwrap_or_default();
        let inside = reading.mentions_within(span);
        let values: Vec<&Mention> = inside.iter().filter(|mention| is_value(mention)).collect();
        let names: Vec<&str> = inside.iter().filter_map(name_of).collect();
        let told = Covered::new(inside.iter().flat_map(numerals));
        let facts = reading.facts_of(sentence);
        let verbs: Vec<&str> =
            facts.iter().flat_map(|fact| fact.statement.measure.forms.iter()).map(String::as_str).collect();
        let (grammar, style) = (bench.index.grammar, style(span.slice(text)));
        let (mut words, mut is_behind_verb) = (Vec::<Worded>::new(), false);
        for (own, word) in content(grammar, span.slice(text)) {
            let own = Span { start: own.start + span.start, end: own.end + span.start };
            let is_known = words.iter().any(|other| other.word == word);
            if told.touches(own)
                || is_known
                || grammar.is_framing(&word)
                || word.starts_with(|c: char| c.is_ascii_digit())
            {
                continue;
            }
            let base = grammar.entry(&word).verb.map(|(verb, _)| grammar.verb(verb));
            let tells = base.is_some_and(|base| verbs.contains(&base) || style == Style::Headline);
            let is_light = base.is_some_and(|base| grammar.classes(base).has(WordClass::Light));
            let is_headline = style == Style::Headline;
            let is_verb = tells && !is_light;
            let classes = grammar.classes(&word);
            let is_place = classes.has(WordClass::PlaceName) || classes.has(WordClass::Country);
            let is_in_front = !is_behind_verb && words.iter().all(|other| !other.is_verb);
            is_behind_verb |= is_headline && tells && !is_verb;
            let may_name = match style {
                Style::Headline => {
                    is_place || is_in_front && !is_verb && !bench.index.vocabulary.lists("colouring", &word)
                }
                Style::Sentence | Style::Line => own.start > span.start && is_capitalised(own.slice(text)),
            };
            words.push(Worded { word, is_verb, may_name });
        }
        let meant = antecedents(bench, text, reading, sentence);
        let (denies, negates) = (denies(reading, sentence), negates(bench, span.slice(text)));
        let named = Memo::default();
        Self { text, reading, span, words, values, facts, inside, names, meant, style, denies, negates, named }
    }

    /// Whether a sentence has every word that is told of a value, and its document the names among them; "the company" is whoever it is
    /// about.
    pub fn has_all(&self, bench: &Bench<'_>, kin: &Kin, frame: &Frame) -> bool {
        let is_told = |word: &String| self.is_told(bench, kin, word);
        let is_verb = |word: &String| self.words.iter().any(|own| own.is_verb && own.word == *word);
        let is_near = |word: &String| is_told(word) || !is_verb(word) && is_said(bench, kin, word, 1);
        // "The hospital lost" tells nothing of a number but whose it is.
        let tells = |word: &String| !is_any(bench, word) && is_told(word);
        let is_telling = frame.head.iter().chain(&frame.rest).any(tells);
        let is_same = kin.denies == self.denies && !kin.turns && !frame.head.is_empty() && is_telling;
        let here = frame.rest.iter().filter(|word| is_told(word)).count();
        is_same && frame.head.iter().all(is_told) && here * 2 >= frame.rest.len() && frame.rest.iter().all(is_near)
    }

    /// Whether a sentence tells a word that is told of a value: it has it, or its document names whoever it names.
    fn is_told(&self, bench: &Bench<'_>, kin: &Kin, word: &str) -> bool {
        kin.has(word)
            || is_any(bench, word)
            || self.is_name(word) && !kin.misses(word)
            || !self.has_word(word) && is_said(bench, kin, word, 0)
    }

    /// Whether a document names whoever is meant by the pronoun that opens the sentence.
    pub fn knows_meant(&self, bench: &Bench<'_>, document: usize) -> bool {
        self.meant.is_empty() || self.meant.iter().any(|own| self.is_named(bench, own, document))
    }

    /// Whether a document names somebody who is named in the sentence, or meant by its pronoun.
    pub fn is_named(&self, bench: &Bench<'_>, own: &str, document: usize) -> bool {
        self.named.get((own.to_owned(), document), || {
            let (names, whom) = (&bench.index.names, bench.index.names.whom(own));
            let reading = bench.index.readings.get(document);
            let mut told = reading.into_iter().flat_map(|reading| reading.mentions.iter().filter_map(name_of));
            told.any(|name| names.kin(&whom, document, name) != Kinship::None)
        })
    }

    /// Whether a word is one of those that say something.
    pub fn has_word(&self, word: &str) -> bool {
        self.words.iter().any(|own| own.word == word)
    }

    /// Whether a word is one of a name.
    pub fn is_name(&self, word: &str) -> bool {
        self.names.iter().any(|name| name.split([' ', '-']).any(|own| own.to_lowercase() == word))
    }

    /// Whether a sentence that shares so much may be like enough to be asked, whatever else is so of it.
    pub fn may_be_like(&self, likeness: Likeness) -> bool {
        let least = excludes(self.style).min(OF_LINES);
        likeness >= bears_out(self.style).map_or(least, |own| own.min(least))
    }

    /// Whether a sentence is like enough to be asked at all.
    pub fn is_alike(&self, kin: &Kin) -> bool {
        let least = if kin.is_line { excludes(self.style).min(OF_LINES) } else { excludes(self.style) };
        let denies_alike = kin.denies == self.denies || self.style == Style::Headline && kin.negates == self.negates;
        kin.likeness >= bears_out(self.style).map_or(least, |own| own.min(least))
            && denies_alike
            && !kin.turns
            && !kin.is_gainsaid
    }

    /// Whether a sentence that has the value bears it out. Of two lines one is the headline of the other.
    pub fn is_borne_out_by(&self, kin: &Kin) -> bool {
        let lacks = |is_asked: fn(&Worded) -> bool| self.words.iter().any(|own| is_asked(own) && kin.misses(&own.word));
        let has_verbs = match self.style {
            Style::Sentence | Style::Line => kin.has_verbs,
            Style::Headline => !lacks(|own| own.is_verb),
        };
        let has_names = !lacks(|own| own.may_name);
        let least = bears_out(self.style).map(|own| if kin.is_line { own.min(OF_LINES) } else { own });
        let is_negated_alike = self.style == Style::Headline || self.negates == kin.negates;
        has_verbs && has_names && is_negated_alike && least.is_some_and(|least| kin.likeness >= least)
    }

    /// Whether a sentence that has another value excludes it.
    pub fn is_excluded_by(&self, kin: &Kin) -> bool {
        let likeness = if self.style == Style::Headline { kin.likeness } else { kin.sure };
        likeness >= excludes(self.style)
    }
}

/// Whether a word has a capital and is no row of them: "Malta", and not "GDP".
fn is_capitalised(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase)
}

/// Whether a sentence says "not", of whatever it tells.
fn negates(bench: &Bench<'_>, sentence: &str) -> bool {
    let grammar = bench.index.grammar;
    tokenize(sentence).iter().any(|token| grammar.classes(token.span.slice(sentence)).has(WordClass::Negation))
}

/// Whether a word is said in a sentence, or so many sentences before or behind it.
fn is_said(bench: &Bench<'_>, kin: &Kin, word: &str, reach: usize) -> bool {
    let near = kin.sentence.saturating_sub(reach)..kin.sentence + reach + 1;
    bench.index.wording().is_told(bench.index.grammar, word, kin.document, near)
}

/// Who is named in the sentence before one that opens with a pronoun.
fn antecedents<'a>(bench: &Bench<'_>, text: &str, reading: &'a Reading, sentence: usize) -> Vec<&'a str> {
    let span = reading.sentences.get(sentence).copied().unwrap_or_default();
    let first = span.slice(text).split_whitespace().next().unwrap_or_default();
    let before = sentence.checked_sub(1).and_then(|before| reading.sentences.get(before));
    match before.filter(|_| bench.index.grammar.is_pronoun(&first.to_lowercase())) {
        Some(before) => reading.mentions_within(*before).iter().filter_map(name_of).collect(),
        None => Vec::new(),
    }
}

/// The name that a mention is.
pub(super) fn name_of(mention: &Mention) -> Option<&str> {
    match &mention.kind {
        MentionKind::Name { canonical, .. } => Some(canonical),
        MentionKind::Quantity(_) | MentionKind::Time(_) | MentionKind::Quote(_) => None,
    }
}

/// Whether a word tells nothing of its own of what a value is of: "the company", "has", "stood at", "left", "a slight rise in"; which way
/// something went is told by the verbs, of which the contrary is looked for.
pub(super) fn is_any(bench: &Bench<'_>, word: &str) -> bool {
    const ANY: [WordClass; 7] = [
        WordClass::CompanyNoun,
        WordClass::Copula,
        WordClass::Having,
        WordClass::Measuring,
        WordClass::Levelling,
        WordClass::Remaining,
        WordClass::Collective,
    ];
    let grammar = bench.index.grammar;
    let verb = grammar.entry(word).verb.map(|(verb, _)| grammar.classes(grammar.verb(verb)));
    if is_of_change(bench, word) || bench.index.vocabulary.lists("degree", word) {
        return true;
    }
    ANY.into_iter().any(|class| grammar.classes(word).has(class) || verb.is_some_and(|verb| verb.has(class)))
}

/// The words on either side of a mention, the nearest first.
pub(super) fn around(bench: &Bench<'_>, text: &str, sentence: Span, mention: Span) -> Vec<String> {
    let words = |span: Span| content(bench.index.grammar, span.slice(text)).map(|(_, word)| word);
    let before: Vec<String> = words(Span { end: mention.start.max(sentence.start), ..sentence }).collect();
    let behind = words(Span { start: mention.end.min(sentence.end), ..sentence });
    before.into_iter().rev().take(NEAR).chain(behind.take(NEAR)).chain(words(mention)).collect()
}

/// The words right beside a mention: "12 arrested", "killing 12", "dead at 90", "flight 12". A word that only joins may stand before it.
pub(super) fn beside(bench: &Bench<'_>, text: &str, mention: Span) -> Vec<String> {
    let says = |word: &&str| !bench.index.grammar.is_function_word(&word.to_lowercase());
    let word = |word: &str| word.split(|c: char| !c.is_alphabetic()).next().map(str::to_lowercase);
    let (before, behind) = (text.get(..mention.range().start), text.get(mention.range().end..));
    let before = before.and_then(|before| before.split_whitespace().rev().take(2).find(says)).and_then(word);
    let behind = behind.and_then(|behind| behind.strip_prefix(' ')).and_then(word);
    before.into_iter().chain(behind).filter(|word| !word.is_empty() && says(&word.as_str())).collect()
}

/// So many words on either side of a value tell of what it is.
const NEAR: usize = 5;

pub(super) fn is_value(mention: &Mention) -> bool {
    match &mention.kind {
        MentionKind::Quantity(_) => true,
        MentionKind::Time(time) => match time.sort {
            TimeType::Date => time.days.is_some(),
            TimeType::Duration => time.length.is_some(),
            TimeType::Time | TimeType::Set => false,
        },
        MentionKind::Name { .. } | MentionKind::Quote(_) => false,
    }
}

/// Whether a value is one that a reader would look up: any number, and a time that is told in figures; not "first", "today".
pub(super) fn is_told(mention: &Mention, text: &str) -> bool {
    let has_digit = || mention.span.slice(text).contains(|c: char| c.is_ascii_digit());
    match &mention.kind {
        MentionKind::Quantity(quantity) => quantity.quantity.unit.dimension != Dimension::Ordinal || has_digit(),
        MentionKind::Time(_) => has_digit(),
        MentionKind::Name { .. } | MentionKind::Quote(_) => false,
    }
}

/// Where a mention is told in figures and not in words that may be shared: times, and numbers without what they count.
fn numerals(mention: &Mention) -> Vec<Span> {
    match &mention.kind {
        MentionKind::Quantity(quantity) => {
            let counts = quantity.quantity.unit.dimension == Dimension::Count;
            [Some(quantity.number), quantity.unit.filter(|_| !counts)].into_iter().flatten().collect()
        }
        MentionKind::Time(_) => vec![mention.span],
        MentionKind::Name { .. } | MentionKind::Quote(_) => Vec::new(),
    }
}

/// A headline of short words has so many.
const LEAST_SHORT: usize = 3;

/// A line has no full stop or exclamation mark; a headline is one most of whose longer words have capitals.
pub(super) fn style(text: &str) -> Style {
    let text = text.trim_end().trim_end_matches(['"', '”', '’', ')']);
    let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count();
    let long = || text.split_whitespace().filter(|word| letters(word) > 3);
    let short = || text.split_whitespace().filter(|word| letters(word) > 1);
    let capital = |word: &&str| word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    let is_headline = match long().count() {
        // "Tarn Bus Up 30"
        0 | 1 => short().count() >= LEAST_SHORT && short().all(|word| capital(&word)),
        long_ones => long().filter(capital).count() * 4 >= long_ones * 3,
    };
    match text.ends_with(['.', '!']) {
        true => Style::Sentence,
        false if is_headline => Style::Headline,
        false => Style::Line,
    }
}
