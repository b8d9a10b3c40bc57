//! Numbers of one kind beside one another in a sentence: "61 percent passed in reading and 48 percent in math". What is said of one of them is
//! not said of the other, though the sentence has the words for both.

use super::accounted::set_aside;
use super::alike::is_headline;
use super::claims::Part;
use super::unsaid::Held;
use super::within::Words;
use super::{Bench, Evidence, Rule, Stance, words};
use crate::extract::{Form, Mention, MentionKind, Reading, WordClass};
use crate::index::content;
use crate::source::{Covered, Span};
use crate::statement::Statement;
use crate::value::{Dimension, Quantity};

/// The parts of a text; a passage that says a word of a part of another number than the one it is held against says nothing of it.
pub fn hold(bench: &Bench<'_>, text: &str, reading: &Reading, mut parts: Vec<Part>) -> Vec<Part> {
    let is_quote = |mention: &&Mention| matches!(mention.kind, MentionKind::Quote(_));
    let quoted = Covered::new(reading.mentions.iter().filter(is_quote).map(|mention| mention.span));
    for part in parts.iter_mut().filter(|part| part.judgement.rule != Rule::Derivation && !quoted.touches(part.focus)) {
        let sentence = reading.sentences.get(reading.sentence_at(part.focus)).copied().unwrap_or_default();
        // A headline puts together what its article tells by and by.
        let Some(number) = number(reading, part.focus).filter(|_| !is_headline(sentence.slice(text))) else { continue };
        let own = Beside::of(bench, text, reading, number).claimed(part.judgement.asked.as_deref());
        set_aside(&mut part.judgement, |evidence| {
            let theirs = passage(bench, evidence, number)?;
            theirs.says_of_another(&own).map(words::of_another_number)
        });
    }
    parts
}

/// The number of a part, or the one that its sentence has beside it: "61 percent passed".
fn number(reading: &Reading, focus: Span) -> Option<&Mention> {
    let mut told = numbers(reading, focus);
    let is_it = |mention: &&Mention| mention.span.overlaps(focus);
    told.clone().find(is_it).or_else(|| told.next().filter(|_| told.next().is_none()))
}

/// The numbers of the sentence of a place.
fn numbers(reading: &Reading, place: Span) -> impl Iterator<Item = &Mention> + Clone {
    let sentence = reading.sentences.get(reading.sentence_at(place)).copied().unwrap_or_default();
    reading.mentions_within(sentence).iter().filter(|mention| quantity(mention).is_some())
}

/// What is told of a number where a passage has it.
fn passage<'a>(bench: &'a Bench<'a>, evidence: &Evidence, asked: &Mention) -> Option<Beside<'a>> {
    let document = bench.index.document(evidence.document);
    let reading = bench.index.readings.get(evidence.document)?;
    let focus = document.reading(evidence.focus.span);
    let is_same =
        |own: &&Mention| quantity(own).zip(quantity(asked)).is_some_and(|(own, asked)| own.amount == asked.amount);
    let same = numbers(reading, focus).find(is_same);
    let here = numbers(reading, focus).find(|own| own.span.overlaps(focus));
    let own = if evidence.stance == Stance::Supports { same.or(here) } else { here.or(same) }?;
    let beside = Beside::of(bench, &document.text, reading, own);
    // "165 people, up from 110 before the fire": where the asserted number stands itself, its words are its own.
    let is_parted = beside.is_parted || same.is_some_and(|same| same.span != own.span);
    Some(Beside { is_parted, ..beside })
}

/// A number in its sentence.
struct Beside<'a> {
    bench: &'a Bench<'a>,
    text: &'a str,
    reading: &'a Reading,
    sentence: Span,
    /// What stands with the number, and with no other one of its kind.
    own: Span,
    /// What stands with others in front of it, and behind it.
    before: Span,
    behind: Span,
    /// What stands behind the number, of its own; whether a word or mark tells that what follows is said of the next one alone.
    rest: Span,
    is_parted: bool,
}

/// What a sentence of a text says of a number.
struct Claimed {
    /// Words that have to be said of it, in lower case.
    words: Vec<String>,
    all: Held,
}

impl<'a> Beside<'a> {
    fn of(bench: &'a Bench<'a>, text: &'a str, reading: &'a Reading, own: &Mention) -> Self {
        let sentence = reading.sentences.get(reading.sentence_at(own.span)).copied().unwrap_or_default();
        let is_rival = |other: &&Mention| other.span != own.span && is_of_one(quantity(other).zip(quantity(own)));
        let words = Words::of(bench, text, sentence);
        let mut rivals = numbers(reading, own.span).filter(is_rival).map(|other| other.span);
        let last = rivals.clone().take_while(|other| other.start < own.span.start).last();
        let next = rivals.find(|other| other.start > own.span.start);
        let start = last.and_then(|last| border(&words, last, own.span)).map_or(sentence.start, |border| border.at);
        let joint = next.and_then(|next| border(&words, own.span, next).zip(Some(next)));
        let end = joint.map_or(sentence.end, |(joint, _)| joint.at);
        let is_parted = joint.is_some_and(|(joint, _)| joint.is_sharp);
        // Behind the last of them all is said of the whole sentence again.
        let behind = joint.map_or(Span { start: sentence.end, end: sentence.end }, |(joint, next)| {
            let rest = words.behind(next);
            Span { start: joint.at, end: words.span(rest.end.max(1) - 1).end.max(next.end) }
        });
        let before = Span { end: start, ..sentence };
        Self {
            bench,
            text,
            reading,
            sentence,
            own: Span { start, end },
            before,
            behind,
            rest: Span { start: own.span.end, end },
            is_parted,
        }
    }

    /// What is said of the number of a text, without the words of whoever it is of.
    fn claimed(&self, asked: Option<&Statement>) -> Claimed {
        let subject = asked.map(|asked| asked.subject.name.as_str()).filter(|name| name.contains(char::is_uppercase));
        let measure = asked.map(|asked| asked.measure.name.as_str());
        let mut compared = Held::default();
        subject.into_iter().chain(measure).for_each(|words| compared.add(self.bench, words));
        let said = self.words(self.own).filter(|word| !compared.has(self.bench, word) && !is_frame(self.bench, word));
        Claimed { words: said.collect(), all: self.held(self.sentence) }
    }

    /// The first asserted word that is said here of another number.
    fn says_of_another(&self, claimed: &Claimed) -> Option<String> {
        let (own, before, behind) = (self.held(self.own), self.held(self.before), self.held(self.behind));
        let verb = |word: &str| self.bench.index.grammar.entry(word).verb;
        let is_verb = |word: &str| verb(word).is_some_and(|(_, form)| form != Form::Gerund);
        let is_left_out = |word: &String| !claimed.all.has(self.bench, word) && !is_verb(word);
        // "killed 17 and injured 80 at a lab in Tarn": behind the last, it may be said of all, unless each has words of its own.
        let is_apart = self.is_parted || self.words(self.rest).any(|word| is_left_out(&word));
        let has_more = self.words(self.own).any(|word| is_left_out(&word));
        let is_of_other = |word: &&String| {
            let tail = Span { start: self.behind.end.max(self.own.end), ..self.sentence };
            let is_there = own.has(self.bench, word) || self.held(tail).has(self.bench, word);
            !is_there && (is_apart && behind.has(self.bench, word) || has_more && before.has(self.bench, word))
        };
        claimed.words.iter().find(is_of_other).cloned()
    }

    /// The words of a part of the sentence that say something, without its numbers and times.
    fn words(&self, part: Span) -> impl Iterator<Item = String> + '_ {
        let values = self
            .reading
            .mentions_within(part)
            .iter()
            .filter(|mention| matches!(mention.kind, MentionKind::Quantity(_) | MentionKind::Time(_)));
        let told = Covered::new(values.map(|mention| mention.span));
        let at = move |own: Span| Span { start: own.start + part.start, end: own.end + part.start };
        let words = content(self.bench.index.grammar, part.slice(self.text));
        words.filter(move |(own, _)| !told.touches(at(*own))).map(|(_, word)| word)
    }

    fn held(&self, part: Span) -> Held {
        let mut held = Held::default();
        held.add(self.bench, part.slice(self.text));
        held
    }
}

/// Whether a word tells no more than who expects, says or has it.
fn is_frame(bench: &Bench<'_>, word: &str) -> bool {
    const FRAMES: [WordClass; 4] =
        [WordClass::Forecasting, WordClass::Planning, WordClass::Having, WordClass::Measuring];
    let grammar = bench.index.grammar;
    let Some((verb, form)) = grammar.entry(word).verb else { return false };
    let classes = grammar.verb_classes(verb);
    // "the state average" says nothing.
    let says = classes.has(WordClass::Saying) && form != Form::Base;
    says || FRAMES.into_iter().any(|class| classes.has(class))
}

/// Where what is said of one number ends, and what is said of the next begins.
#[derive(Clone, Copy)]
struct Border {
    at: u32,
    /// Whether the next number has a clause of its own, or stands for comparison.
    is_sharp: bool,
}

/// The border of two numbers; none where no word or mark tells.
fn border(words: &Words<'_, '_>, one: Span, next: Span) -> Option<Border> {
    const SHARP: [&str; 7] = [";", "compared", "versus", "against", "which", "whom", "including"];
    const JOINTS: [&str; 4] = ["and", "but", "while", "whereas"];
    let between: Vec<usize> = words.between(one, next).collect();
    let at = |wanted: &[&str]| between.iter().rev().find(|at| wanted.contains(&words.lower(**at).as_str())).copied();
    // "$127 million, or $1.04 a share": one thing told twice.
    if at(&["or"]).is_some() {
        return None;
    }
    let commas: Vec<usize> = between.iter().copied().filter(|at| words.lower(*at) == ",").collect();
    let comma = commas.first().copied().filter(|_| commas.len() == 1);
    let sharp = at(&SHARP);
    let joint = sharp.or_else(|| at(&JOINTS)).or(comma)?;
    Some(Border { at: words.span(joint).start, is_sharp: sharp.is_some() })
}

fn quantity(mention: &Mention) -> Option<&Quantity> {
    match &mention.kind {
        MentionKind::Quantity(own) => Some(&own.quantity),
        MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
    }
}

/// Whether two numbers are of one kind: percentages, sums of one currency, or counts of the same, which one of them may leave out.
fn is_of_one(pair: Option<(&Quantity, &Quantity)>) -> bool {
    let counts = |own: &Quantity| matches!(own.unit.dimension, Dimension::Count | Dimension::Number);
    pair.is_some_and(|(one, two)| {
        let is_left_out = one.unit.code.is_empty() || two.unit.code.is_empty();
        counts(one) && counts(two) && (is_left_out || one.unit.code == two.unit.code) || one.unit == two.unit
    })
}
