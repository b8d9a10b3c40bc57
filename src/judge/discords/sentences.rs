//! What a sentence of an article states, held against the articles that are independent of it, as a draft is: for numbers and days that
//! stand under no measure, or under another one in each article.

use rayon::iter::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::{Discord, Matter};
use crate::corpus::{Document, ZoneKind};
use crate::extract::{Fact, Mention, MentionKind, NameType, Reading};
use crate::judge::decide::each_source;
use crate::judge::{Bench, Evidence, Judgement, Part, Rule, Stance, Verdict, claims};
use crate::source::Span;
use crate::text::has_word;
use crate::value::Days;

/// Where a number or a day of one article excludes one of another, in the order of the articles.
pub fn discords(bench: &Bench<'_>) -> Vec<Discord> {
    let documents: Vec<usize> = bench.documents().collect();
    let sides: Vec<Side<'_>> = documents.into_par_iter().filter_map(|at| Side::new(bench, at)).collect();
    let found: Vec<Vec<Discord>> = sides.par_iter().map(|side| side.discords(bench, &sides)).collect();
    found.into_iter().flatten().collect()
}

/// An article, with what the articles that are independent of it say of its numbers and days.
struct Side<'a> {
    at: usize,
    document: &'a Document,
    reading: &'a Reading,
    parts: Vec<Part>,
}

impl<'a> Side<'a> {
    fn new(bench: &Bench<'a>, at: usize) -> Option<Self> {
        let index = bench.index;
        let (document, reading) = (index.document(at), index.readings.get(at)?);
        let others: Vec<usize> =
            bench.documents().filter(|other| index.document(*other).lineage != document.lineage).collect();
        let others = Bench { documents: Some(&others), ..*bench };
        let mut parts = claims::parts(&others, &document.text, reading);
        let zone = |span: Span| document.zones.iter().find(|zone| zone.span.overlaps(span)).map(|zone| zone.kind);
        // A headline gives way to its own article.
        let is_body = |span: Span| matches!(zone(span), Some(ZoneKind::Body | ZoneKind::Bullet | ZoneKind::Caption));
        let is_told = |focus: Span| values(reading, focus).next().is_some() || tallies(reading, focus).next().is_some();
        parts.retain(|part| is_body(part.focus) && is_told(part.focus));
        Some(Self { at, document, reading, parts })
    }

    fn discords(&self, bench: &Bench<'_>, sides: &[Self]) -> Vec<Discord> {
        let denied = self.parts.iter().filter(|part| part.judgement.verdict == Verdict::Contradicted);
        let discord = |part: &Part| {
            let evidence = part.judgement.evidence.iter().filter(|evidence| evidence.stance == Stance::Contradicts);
            let against: Vec<&Evidence> = evidence.filter(|evidence| self.is_excluded(part, evidence, sides)).collect();
            (!against.is_empty()).then(|| self.discord(bench, part, against))
        };
        denied.filter_map(discord).collect()
    }

    /// Whether a passage of another article excludes a part of this one: neither article has the value of the other too, as one that tells
    /// of two things does, and the passage is about nothing else of this article.
    fn is_excluded(&self, part: &Part, evidence: &Evidence, sides: &[Self]) -> bool {
        let Some(other) = sides.iter().find(|side| side.at == evidence.document) else { return false };
        let theirs = other.parts.iter().filter(|part| other.document.place(part.focus).overlaps(evidence.focus));
        let own = self.document.place(part.focus);
        let is_of_another = theirs.clone().any(|theirs| match theirs.judgement.verdict {
            Verdict::Supported => true,
            Verdict::Contradicted | Verdict::Disputed => {
                let mut places = theirs.judgement.evidence.iter().filter(|its| its.document == self.at);
                !places.any(|its| its.focus.overlaps(own))
            }
            Verdict::Ambiguous | Verdict::Unmentioned => false,
        });
        let mentions = other.reading.mentions.iter();
        let focus = |mention: &&Mention| other.document.place(mention.span).overlaps(evidence.focus);
        let their_values: Vec<&Mention> = mentions.filter(focus).collect();
        let has_tally = |told: &Fact| other.reading.facts.iter().any(|own| own.statement.value == told.statement.value);
        let they = their_values.first().map(|value| other.sentence(value.span));
        let is_elsewhere = self.is_elsewhere(self.sentence(part.focus), other)
            || they.is_some_and(|they| other.is_elsewhere(they, self));
        let is_number = values(self.reading, part.focus).all(|value| matches!(value.kind, MentionKind::Quantity(_)));
        let is_then =
            they.is_some_and(|they| is_number && self.days(self.sentence(part.focus)).are_apart(&other.days(they)));
        !is_of_another
            && !is_then
            && !is_elsewhere
            && !tallies(self.reading, part.focus).any(has_tally)
            && !values(self.reading, part.focus).any(|value| other.has(value))
            && !their_values.into_iter().any(|value| self.has(value))
    }

    /// Whether a sentence of this article names a place of which another article does not speak: what is told of there is another thing.
    fn is_elsewhere(&self, sentence: Span, other: &Self) -> bool {
        let is_place = |own: &&Mention| matches!(&own.kind, MentionKind::Name { sort: NameType::Place, .. });
        let mut places = self.reading.mentions_within(sentence).iter().filter(is_place);
        places.any(|place| !has_word(&other.document.text, place.span.slice(&self.document.text)))
    }

    /// The days of which a sentence tells.
    fn days(&self, sentence: Span) -> Told {
        let times = self.reading.mentions_within(sentence).iter().filter_map(|mention| match &mention.kind {
            MentionKind::Time(time) => time.days,
            MentionKind::Quantity(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
        });
        Told(times.collect())
    }

    /// Whether this article has a value, of whatever.
    fn has(&self, value: &Mention) -> bool {
        self.reading.mentions.iter().any(|own| are_same(own, value))
    }

    fn discord(&self, bench: &Bench<'_>, part: &Part, against: Vec<&Evidence>) -> Discord {
        let says = |evidence: &Evidence| Evidence { stance: Stance::Contradicts, ..evidence.clone() };
        let reason = format!("says “{}”", part.focus.slice(&self.document.text));
        let own = Evidence::at((self.at, self.document), part.passage, part.focus, Stance::Supports, reason);
        let text = self.sentence(part.focus).slice(&self.document.text);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let fails = |text: &str| {
            each_source(bench, |bench| claims::judge(bench, text, Span::default())).verdict != Verdict::Supported
        };
        let judgement = Judgement {
            verdict: Verdict::Disputed,
            reason: "the sources exclude one another".to_owned(),
            rule: Rule::Agreement,
            evidence: against.into_iter().map(says).chain([own]).collect(),
            lineages: 1,
            ..part.judgement.clone()
        };
        Discord { matter: Matter::Sentence { asks: fails(&text), text }, judgement }
    }

    fn sentence(&self, focus: Span) -> Span {
        self.reading.sentences.get(self.reading.sentence_at(focus)).copied().unwrap_or(focus)
    }
}

/// Days of which a sentence tells.
struct Told(Vec<Days>);

impl Told {
    /// Whether both tell of days, and of none in common: "40,000 on Monday", "12,000 by Tuesday".
    fn are_apart(&self, other: &Self) -> bool {
        let apart = |own: &Days| other.0.iter().all(|theirs| own.excludes(theirs));
        !self.0.is_empty() && !other.0.is_empty() && self.0.iter().all(apart)
    }
}

/// How a vote ended, as a place tells it.
fn tallies(reading: &Reading, focus: Span) -> impl Iterator<Item = &Fact> {
    let is_tally = |fact: &&Fact| fact.statement.measure.name == "score";
    reading.facts.iter().filter(move |fact| fact.focus.overlaps(focus)).filter(is_tally)
}

/// The numbers and days of a place.
fn values(reading: &Reading, focus: Span) -> impl Iterator<Item = &Mention> {
    let is_value = |mention: &&Mention| matches!(mention.kind, MentionKind::Quantity(_) | MentionKind::Time(_));
    reading.mentions.iter().filter(move |mention| mention.span.overlaps(focus)).filter(is_value)
}

fn are_same(one: &Mention, other: &Mention) -> bool {
    match (&one.kind, &other.kind) {
        (MentionKind::Quantity(one), MentionKind::Quantity(other)) => {
            let (one, other) = (&one.quantity, &other.quantity);
            one.unit.dimension == other.unit.dimension
                && one.unit.code == other.unit.code
                && one.amount.nominal.is_some()
                && one.amount.nominal == other.amount.nominal
        }
        (MentionKind::Time(one), MentionKind::Time(other)) => one.days.is_some() && one.days == other.days,
        (
            MentionKind::Quantity(_) | MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_),
            MentionKind::Quantity(_) | MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_),
        ) => false,
    }
}
