//! Sentences that an article has word for word. What is copied from a source is borne out by it, however little of it can be
//! compared; unless the words mean something else where they stand, another day or somebody else.

use std::collections::BTreeSet;

use super::align::{is_asked, is_left_out};
use super::decide::{Opinion, tallied};
use super::{Bench, Evidence, Judgement, Part, Stance, Verdict};
use crate::corpus::ZoneKind;
use crate::extract::{Fact, MentionKind, Reading};
use crate::index::Kinship;
use crate::source::Span;
use crate::statement::Subject;
use crate::text::tokenize;
use crate::value::Days;

/// The parts of a text, with those borne out that stand in sentences which an article has too; such a sentence of which nothing can
/// be compared is a part of its own.
pub fn borne_out(bench: &Bench<'_>, text: &str, reading: &Reading, mut parts: Vec<Part>) -> Vec<Part> {
    let mut alone = Vec::new();
    for (number, span) in reading.sentences.iter().enumerate() {
        let sentence = Sentence { text, reading, number, span: *span };
        let own = |part: &&mut Part| part.focus.start >= span.start && part.focus.start < span.end;
        let mut own: Vec<&mut Part> = parts.iter_mut().filter(own).collect();
        if !own.is_empty() && own.iter().all(|part| part.judgement.verdict == Verdict::Supported) {
            continue;
        }
        let copies = copies(bench, &sentence);
        if own.is_empty() && !copies.is_empty() && sentence.stands_alone(bench) {
            let said = copies.iter().map(|copy| copy.opinion(bench));
            let judgement = tallied(said.chain(otherwise(bench, &sentence, &copies)).collect());
            alone.push(Part { passage: *span, focus: *span, judgement });
        }
        own.iter_mut().for_each(|part| part.judgement = upheld(bench, &part.judgement, &copies));
    }
    parts.extend(alone);
    parts
}

/// A judgement on a part of a sentence that articles have. What else they say does not take it back; what others say may.
fn upheld(bench: &Bench<'_>, judgement: &Judgement, copies: &[Copy]) -> Judgement {
    let excluded = matches!(judgement.verdict, Verdict::Contradicted | Verdict::Disputed);
    // A headline gives way to its own body.
    let copies: Vec<&Copy> = copies.iter().filter(|copy| !(copy.is_headline && excluded)).collect();
    if copies.is_empty() || judgement.verdict == Verdict::Supported {
        return judgement.clone();
    }
    let documents: BTreeSet<usize> = copies.iter().map(|copy| copy.document).collect();
    let heard = judgement.evidence.iter().cloned().map(|mut evidence| {
        if evidence.stance == Stance::Contradicts && documents.contains(&evidence.document) {
            evidence.stance = Stance::Compatible;
        }
        Opinion { evidence, fault: judgement.fault, advice: Vec::new() }
    });
    let said = copies.iter().map(|copy| copy.opinion(bench));
    tallied(said.chain(heard).collect())
}

impl Copy {
    /// The same sentence with another time.
    fn opinion_against(&self, bench: &Bench<'_>) -> Opinion {
        let mut opinion = self.opinion(bench);
        opinion.evidence.stance = Stance::Contradicts;
        "has this sentence with another time".clone_into(&mut opinion.evidence.reason);
        opinion
    }
}

/// A sentence of a text that is held against articles.
struct Sentence<'a> {
    text: &'a str,
    reading: &'a Reading,
    number: usize,
    span: Span,
}

/// The same words in an article.
struct Copy {
    document: usize,
    span: Span,
    is_headline: bool,
}

impl Copy {
    fn opinion(&self, bench: &Bench<'_>) -> Opinion {
        let document = bench.index.document(self.document);
        let reason = "has this sentence word for word".to_owned();
        let evidence = Evidence::at((self.document, document), self.span, self.span, Stance::Supports, reason);
        Opinion { evidence, fault: None, advice: Vec::new() }
    }
}

/// Where articles have a sentence, and mean the same by it.
fn copies(bench: &Bench<'_>, sentence: &Sentence<'_>) -> Vec<Copy> {
    let words = sentence.span.slice(sentence.text);
    let mut copies = Vec::new();
    if words.split_whitespace().count() < LEAST {
        return copies;
    }
    for (document, reading) in bench.index.readings.iter().enumerate().filter(|(at, _)| is_asked(bench, *at)) {
        let text = &bench.index.document(document).text;
        for (number, span) in reading.sentences.iter().enumerate() {
            let other = Sentence { text, reading, number, span: *span };
            if is_about_as_long(*span, sentence.span)
                && plain(span.slice(text)).eq(plain(words))
                && sentence.means_the_same(bench, document, &other)
            {
                copies.extend(copy(bench, document, *span));
            }
        }
    }
    copies
}

/// What other sources say that have the sentence with another time for what is still to come.
fn otherwise(bench: &Bench<'_>, sentence: &Sentence<'_>, copies: &[Copy]) -> Vec<Opinion> {
    let mut said = Vec::new();
    if sentence.times().next().is_none() || !sentence.is_to_come(bench) {
        return said;
    }
    let own: BTreeSet<usize> = copies.iter().map(|copy| bench.index.document(copy.document).lineage).collect();
    let words = sentence.timeless();
    for (document, reading) in bench.index.readings.iter().enumerate().filter(|(at, _)| is_asked(bench, *at)) {
        let source = bench.index.document(document);
        for (number, span) in reading.sentences.iter().enumerate().filter(|_| !own.contains(&source.lineage)) {
            let other = Sentence { text: &source.text, reading, number, span: *span };
            if is_about_as_long(*span, sentence.span)
                && other.timeless() == words
                && sentence.is_of_another_time(&other)
            {
                said.extend(copy(bench, document, *span).map(|copy| copy.opinion_against(bench)));
            }
        }
    }
    said
}

/// Fewer words say nothing by themselves.
const LEAST: usize = 3;

fn copy(bench: &Bench<'_>, document: usize, span: Span) -> Option<Copy> {
    let zones = &bench.index.document(document).zones;
    let zone = zones.get(zones.partition_point(|zone| zone.span.end <= span.start))?;
    let is_headline = matches!(zone.kind, ZoneKind::Headline | ZoneKind::Subhead);
    let counts = bench.index.is_evidence(document, span) && !is_left_out(bench, document, span);
    counts.then_some(Copy { document, span, is_headline })
}

/// Spaces, marks and line ends make no more difference than this.
fn is_about_as_long(one: Span, two: Span) -> bool {
    one.len().abs_diff(two.len()) <= one.len() / 8 + 8
}

/// The characters of a sentence, without its spaces and its full stop, with straight marks.
fn plain(text: &str) -> impl Iterator<Item = char> + '_ {
    let bare = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '!' | '?' | '…'));
    bare.chars().filter(|c| !c.is_whitespace()).map(|c| match c {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        '–' | '—' => '-',
        other => other,
    })
}

impl<'a> Sentence<'a> {
    /// Whether what it says can be understood without the text around it.
    fn stands_alone(&self, bench: &Bench<'_>) -> bool {
        let words = self.span.slice(self.text);
        let mut tokens = tokenize(words).into_iter().map(|token| token.span.slice(words));
        self.reading.sentences.len() == 1 || !tokens.any(|word| bench.index.grammar.is_pronoun(word))
    }

    /// Whether the same words say the same in an article: on the same days, of the same subjects.
    fn means_the_same(&self, bench: &Bench<'_>, document: usize, other: &Sentence<'_>) -> bool {
        let differ = |(own, theirs): (Option<Days>, Option<Days>)| own.zip(theirs).is_some_and(|(a, b)| a != b);
        let words = self.span.slice(self.text).to_lowercase();
        let is_same = |fact: &Fact| {
            let Subject { name: subject, members, .. } = &fact.statement.subject;
            let mut named = members.iter().flat_map(|members| &members.names);
            let is_named = words.contains(&subject.to_lowercase())
                || members.is_some() && named.all(|name| words.contains(&name.to_lowercase()));
            let same = |theirs: &Fact| {
                let (own, there) = (fact.focus.slice(self.text), theirs.focus.slice(other.text));
                plain(own).eq(plain(there))
                    && bench.index.names.kinship(subject, document, &theirs.statement.subject.name) == Kinship::Same
            };
            is_named || other.facts().any(same)
        };
        !self.times().zip(other.times()).any(differ) && self.facts().all(is_same)
    }

    fn facts(&self) -> impl Iterator<Item = &'a Fact> {
        self.reading.facts_of(self.number).iter()
    }

    /// Its characters without those of its times.
    fn timeless(&self) -> String {
        let (mut rest, mut at) = (String::new(), self.span.start);
        for time in self.time_mentions() {
            rest.push_str(Span { start: at, end: time.start.max(at) }.slice(self.text));
            at = time.end.max(at);
        }
        rest.push_str(Span { start: at, end: self.span.end.max(at) }.slice(self.text));
        plain(&rest).collect()
    }

    fn time_mentions(&self) -> impl Iterator<Item = Span> + use<'a> {
        let inside = self.reading.mentions_within(self.span).iter();
        inside.filter(|mention| matches!(mention.kind, MentionKind::Time(_))).map(|mention| mention.span)
    }

    /// Whether it tells of what will be: that has one time.
    fn is_to_come(&self, bench: &Bench<'_>) -> bool {
        let words = self.span.slice(self.text);
        let modal = bench.index.vocabulary.words.get("modal").into_iter().flatten();
        let modal: BTreeSet<&str> = modal.map(String::as_str).collect();
        tokenize(words).into_iter().any(|token| modal.contains(token.span.slice(words)))
    }

    /// Whether all is the same but a time that excludes its own.
    fn is_of_another_time(&self, other: &Self) -> bool {
        let excludes =
            |(own, theirs): (Option<Days>, Option<Days>)| own.zip(theirs).is_some_and(|(a, b)| a.excludes(&b));
        self.times().count() == other.times().count() && self.times().zip(other.times()).any(excludes)
    }

    /// The days of its times, in their order.
    fn times(&self) -> impl Iterator<Item = Option<Days>> + use<'a> {
        self.reading.mentions_within(self.span).iter().filter_map(|mention| match &mention.kind {
            MentionKind::Time(time) => Some(time.days),
            MentionKind::Quantity(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
        })
    }
}
