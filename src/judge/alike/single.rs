//! Sentences that are the same, word for word, but for one number: what that number is of, the other words tell, whether or not anything
//! else can make it out.

use super::claim::Claim;
use super::kin::Kin;
use super::value::Kind;
use super::{Answer, is_supported, opinion, twin};
use crate::corpus::Document;
use crate::extract::{Fact, Mention, MentionKind};
use crate::judge::decide::{Opinion, tallied};
use crate::judge::memo::Memo;
use crate::judge::{Bench, Judgement, Part, Verdict};
use crate::source::Span;
use crate::text::{TokenKind, tokenize};
use crate::value::{Dimension, Fit, Quantity, Relation, Unit, Wording, compare};

/// A number of a claim, and what the same sentences say in its place.
pub(super) struct Single {
    span: Span,
    pub judgement: Judgement,
}

/// The number that tells a claim from sentences that are otherwise the same; none where there are no such sentences, where what differs
/// is a date, a name or what is counted too, or where the claim denies something: that no seven came says nothing of five.
pub(super) fn differing(bench: &Bench<'_>, claim: &Claim<'_>, kin: &[Kin]) -> Option<Single> {
    if claim.denies {
        return None;
    }
    let own = Line::new(claim.text, claim.span);
    let (mut opinions, mut place): (Vec<Opinion>, Option<Span>) = Default::default();
    for kin in kin.iter().filter(|kin| kin.lacking == 0 && !twin::is_of_another(bench, claim, kin)) {
        let theirs = Line::new(&bench.index.document(kin.document).text, kin.span);
        let Some((asked, said)) = own.gap(bench, &theirs) else { continue };
        let fit = compare(&said.quantity, Relation::Equal, &asked.quantity, bench.policy).fit;
        let is_one = || fit == Fit::Supports || is_of_one(bench, claim);
        let is_another = is_of_day(claim, &asked) && !(is_length(bench, claim, &own, &asked) && is_one());
        if asked.unit != said.unit
            || are_several(claim, &asked)
            || own.calls_by(bench, asked.mention.span)
            || is_another
            || is_of_range(claim, &asked)
        {
            continue;
        }
        let answer =
            Answer { kin, mention: &said.mention, kind: Kind::Same, fit, bound: false, framed: false, whole: true };
        opinions.push(opinion(bench, claim, &asked.mention, &answer));
        place = Some(asked.mention.span);
    }
    place.map(|span| Single { span, judgement: tallied(opinions) })
}

impl Single {
    /// Whether it is the number at a place, and all that say something say another.
    pub fn is_excluded(&self, place: Span) -> bool {
        self.span.overlaps(place) && self.judgement.verdict == Verdict::Contradicted
    }

    /// Whether it settles the sentence: others that tell the number themselves are not outvoted.
    pub fn is_last_word(&self, parts: &[Part]) -> bool {
        let is_told = |part: &Part| matches!(part.judgement.verdict, Verdict::Supported | Verdict::Disputed);
        self.judgement.verdict != Verdict::Contradicted
            || !parts.iter().any(|part| part.focus.overlaps(self.span) && is_told(part))
    }

    /// Settles a sentence: its number as the same sentences have it, and all else as they have it, too.
    pub fn settle(self, claim: &Claim<'_>, parts: &mut Vec<Part>) {
        let is_own = |part: &Part| claim.span.contains(part.focus);
        parts.retain(|part| {
            !is_own(part) || !part.focus.overlaps(self.span) && is_supported(std::slice::from_ref(part), part.focus)
        });
        parts.push(Part { passage: claim.span, focus: self.span, judgement: self.judgement });
    }
}

/// The words of a sentence.
struct Line<'a> {
    text: &'a str,
    words: Vec<(Span, TokenKind)>,
    /// The numbers that words of it are, by the first word and the one behind the last; a sentence has many that differ in the same place.
    numbers: Memo<(usize, usize), Option<Gap>>,
}

/// A number where two sentences differ.
#[derive(Clone, Debug)]
struct Gap {
    /// With its hedge.
    mention: Mention,
    /// As a bare number.
    quantity: Quantity,
    /// What it counts or measures, and the words for it behind the number: "electric cars".
    unit: (Unit, String),
}

/// So many words at most are in front of a number that hedge it, and as many between the first that differs and the number.
const MOST_HEDGES: usize = 4;
/// A number phrase has so many words at most.
const MOST_WORDS: usize = 8;
/// The same words have to be so many at least.
const LEAST_SAME: usize = 4;

impl<'a> Line<'a> {
    fn new(text: &'a str, span: Span) -> Self {
        let place = |own: Span| Span { start: own.start + span.start, end: own.end + span.start };
        let words = tokenize(span.slice(text)).iter().map(|token| (place(token.span), token.kind)).collect();
        Self { text, words, numbers: Memo::default() }
    }

    fn word(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |(span, _)| span.slice(self.text))
    }

    fn is_same(&self, at: usize, other: &Line<'_>, there: usize) -> bool {
        self.word(at).eq_ignore_ascii_case(other.word(there))
    }

    /// The only numbers in which two sentences differ.
    fn gap(&self, bench: &Bench<'_>, other: &Line<'_>) -> Option<(Gap, Gap)> {
        let (long, short) = (self.words.len().max(other.words.len()), self.words.len().min(other.words.len()));
        let front = (0..short).take_while(|at| self.is_same(*at, other, *at)).count();
        let from_end = |at: &usize| self.is_same(self.words.len() - 1 - at, other, other.words.len() - 1 - at);
        let behind = (0..short - front).take_while(from_end).count();
        if front + behind < LEAST_SAME || long - front - behind > MOST_WORDS || front + behind == long {
            return None;
        }
        let own = front..self.words.len() - behind;
        let theirs = front..other.words.len() - behind;
        let is_plain = self.begins_with_number(own.start) && other.begins_with_number(theirs.start);
        let hedges = if is_plain { MOST_HEDGES.min(front) } else { 0 };
        let tries = (0..=hedges).rev().flat_map(|more| (0..=MOST_HEDGES.min(behind)).map(move |rest| (more, rest)));
        tries.into_iter().find_map(|(more, rest)| {
            let read = |rest: usize| {
                let asked = self.number(bench, own.start - more, own.end + rest)?;
                Some((asked, other.number(bench, theirs.start - more, theirs.end + rest)?))
            };
            let found = read(rest)?;
            // The magnitude behind a number is a part of it, though both have the same: "$1.68 million".
            let is_greater = |(own, _): &(Gap, Gap)| own.quantity.amount != found.0.quantity.amount;
            let whole = (rest < MOST_HEDGES.min(behind)).then(|| read(rest + 1)).flatten().filter(is_greater);
            Some(whole.unwrap_or(found))
        })
    }

    fn begins_with_number(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|(_, kind)| *kind == TokenKind::Number)
    }

    /// The number that some words are, and nothing besides; each is read once.
    fn number(&self, bench: &Bench<'_>, from: usize, to: usize) -> Option<Gap> {
        self.numbers.get((from, to), || self.read(bench, from, to))
    }

    fn read(&self, bench: &Bench<'_>, from: usize, to: usize) -> Option<Gap> {
        let (first, last) = (self.words.get(from..to)?.first()?, self.words.get(to.checked_sub(1)?)?);
        let span = Span { start: first.0.start, end: last.0.end };
        let reading = bench.extractor.read(&Document::alone(span.slice(self.text)));
        let [own] = reading.mentions.as_slice() else { return None };
        let MentionKind::Quantity(number) = &own.kind else { return None };
        let quantity = Quantity::new(number.quantity.amount.clone(), Unit::count(""));
        let hedged = number.number.start > own.span.start;
        let is_all = own.span.len() == span.len() && (!hedged || self.is_hedged(bench, from, span));
        // The mention is of a text that begins where it does.
        let behind = Span { start: number.number.end, end: own.span.end }.slice(span.slice(self.text)).to_lowercase();
        let unit = (number.quantity.unit.clone(), behind);
        is_all.then(|| Gap { mention: Mention { span, kind: own.kind.clone() }, quantity, unit })
    }

    /// Whether the words in front of a number hedge it behind the word before them, too: "edged up to 5" hedges none.
    fn is_hedged(&self, bench: &Bench<'_>, from: usize, span: Span) -> bool {
        let Some((before, _)) = from.checked_sub(1).and_then(|before| self.words.get(before)) else { return true };
        let reading = bench.extractor.read(&Document::alone(Span { start: before.start, ..span }.slice(self.text)));
        reading.mentions.iter().any(|own| own.span.start + before.start <= span.start)
    }

    /// Whether a bare number is what something is called: "Flight 12".
    fn calls_by(&self, bench: &Bench<'_>, number: Span) -> bool {
        let at = self.words.iter().position(|(span, _)| span.start == number.start).unwrap_or_default();
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        let is_name = before.starts_with(char::is_uppercase) && !bench.index.grammar.is_function_word(before);
        self.begins_with_number(at) && is_name
    }
}

/// Whether a number is one of a date.
fn is_of_day(claim: &Claim<'_>, number: &Gap) -> bool {
    let is_day = |own: &Mention| matches!(&own.kind, MentionKind::Time(time) if time.length.is_none());
    claim.inside.iter().any(|own| own.span.overlaps(number.mention.span) && is_day(own))
}

/// Whether what differs are two numbers of the claim, each with its own meaning: "rose from 300 to 450".
fn are_several(claim: &Claim<'_>, number: &Gap) -> bool {
    claim.inside.iter().filter(|own| own.span.overlaps(number.mention.span)).count() > 1
}

/// Whether a number is an end of a range of some unit, which is compared as a whole.
fn is_of_range(claim: &Claim<'_>, number: &Gap) -> bool {
    let is_range = |own: &Mention| match &own.kind {
        MentionKind::Quantity(read) => {
            read.quantity.amount.wording == Wording::Range && read.quantity.unit.dimension != Dimension::Number
        }
        MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => false,
    };
    claim.inside.iter().any(|own| own.span.overlaps(number.mention.span) && is_range(own))
}

/// Whether a claim tells of a deed that there is only one of.
fn is_of_one(bench: &Bench<'_>, claim: &Claim<'_>) -> bool {
    let is_named = |fact: &Fact| fact.statement.subject.name.starts_with(char::is_uppercase);
    twin::is_known(bench, claim) || claim.facts.iter().any(is_named)
}

/// Whether it is a length of time: "two months later".
fn is_length(bench: &Bench<'_>, claim: &Claim<'_>, line: &Line<'_>, number: &Gap) -> bool {
    let own = number.mention.span;
    let next = line.words.iter().find(|(span, _)| span.start >= own.end).map_or(own, |(span, _)| *span);
    let told = Span { start: own.start, end: next.end };
    let reading = bench.extractor.read(&Document::alone(told.slice(claim.text)));
    let is_length = |own: &Mention| matches!(&own.kind, MentionKind::Time(time) if time.length.is_some());
    reading.mentions.iter().any(is_length)
}
