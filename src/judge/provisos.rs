//! Small words on which a sentence turns, and that no subject, verb or object shows: "before June 10", "hardly any", "a month", "not". A
//! passage that has another one, or none, does not bear the sentence out.

use super::accounted::leave_open;
use super::claims::Part;
use super::negated::Negated;
use super::votes::{self, Side};
use super::{Bench, Rule, Verdict};
use crate::extract::{Fact, Mention, MentionKind, Reading, TimeMention, TimeType};
use crate::source::{Covered, Span};
use crate::statement::Polarity;
use crate::text::tokenize;
use crate::value::Days;

/// The parts of a text; those are left open that no passage bears out with all such words. Quotes have theirs in themselves,
/// and what is reckoned is compared as what it means.
pub fn hold(bench: &Bench<'_>, text: &str, reading: &Reading, mut parts: Vec<Part>) -> Vec<Part> {
    let is_quote = |mention: &&Mention| matches!(mention.kind, MentionKind::Quote(_));
    let quoted = Covered::new(reading.mentions.iter().filter(is_quote).map(|mention| mention.span));
    let is_held = |part: &&mut Part| {
        let own = &part.judgement;
        own.verdict == Verdict::Supported && own.rule != Rule::Derivation && !quoted.touches(part.focus)
    };
    for part in parts.iter_mut().filter(is_held) {
        let Some(own) = Words::at(text, reading, part.focus) else { continue };
        let denied = |fact: &Fact| fact.focus == part.focus && fact.statement.polarity == Polarity::Denied;
        let is_denied = reading.facts.iter().any(denied);
        leave_open(part, text, |evidence| {
            let document = bench.index.document(evidence.document);
            let reading = bench.index.readings.get(evidence.document)?;
            let theirs = Words::at(&document.text, reading, document.reading(evidence.focus.span))?;
            own.unmet(bench, &theirs, is_denied)
        });
    }
    parts
}

/// A sentence of a text.
struct Words<'a> {
    text: &'a str,
    reading: &'a Reading,
    span: Span,
}

/// A time, and the word in front of it that makes it an edge.
struct Moment<'a> {
    span: Span,
    words: &'a str,
    days: Option<Days>,
    edge: Option<&'a str>,
}

impl<'a> Words<'a> {
    /// The sentence of a place.
    fn at(text: &'a str, reading: &'a Reading, place: Span) -> Option<Self> {
        Some(Self { text, reading, span: *reading.sentences.get(reading.sentence_at(place))? })
    }

    /// Where this says what another sentence does not. Of what `is_denied` the denial has been compared.
    fn unmet(&self, bench: &Bench<'_>, other: &Self, is_denied: bool) -> Option<Span> {
        let denial = || self.denial(bench).filter(|_| !is_denied && other.denial(bench).is_none());
        let told = self.bound(bench, other).or_else(|| self.rate(other)).or_else(denial);
        let told = told.or_else(|| self.amount(bench, other)).or_else(|| self.side(bench, other));
        told.or_else(|| self.turn(bench, other)).or_else(|| self.limit(bench, other))
    }

    /// "Twice", "partly", "formerly": how often, how far or how long something is done, where another sentence does not say so.
    fn limit(&self, bench: &Bench<'_>, other: &Self) -> Option<Span> {
        let word = |words: &Self, span: Span| span.slice(words.text).to_lowercase();
        let is_said = |own: &str| other.tokens().any(|span| word(other, span) == own);
        let is_limit = |own: &str| bench.index.vocabulary.lists("limiting", own);
        self.plain().find(|span| is_limit(&word(self, *span)) && !is_said(&word(self, *span)))
    }

    /// "$38 less", where the other has "$38 more", "including", where it has "excluding", "down from", where it has "up from": the words
    /// that turn it round.
    fn turn(&self, bench: &Bench<'_>, other: &Self) -> Option<Span> {
        const TURNS: [[&str; 2]; 5] = [
            ["on own ground", "on other ground"],
            ["told more", "told less"],
            ["taking in", "leaving out"],
            ["risen from", "fallen from"],
            ["at the bottom", "at the top"],
        ];
        let says = |words: &Self, list: &str| {
            let tokens: Vec<Span> = words.tokens().collect();
            let lists = |told: Span| bench.index.vocabulary.lists(list, &told.slice(words.text).to_lowercase());
            let pairs = tokens.windows(2).map(|pair| pair[0].cover(pair[1]));
            tokens.iter().copied().chain(pairs).find(|told| lists(*told))
        };
        let turned = |own: &str, against: &str| {
            says(self, own).filter(|_| {
                says(self, against).is_none() && says(other, own).is_none() && says(other, against).is_some()
            })
        };
        TURNS.iter().find_map(|[one, two]| turned(one, two).or_else(|| turned(two, one)))
    }

    fn times(&self) -> impl Iterator<Item = (Span, &'a TimeMention)> {
        self.reading.mentions_within(self.span).iter().filter_map(|mention| match &mention.kind {
            MentionKind::Time(time) => Some((mention.span, time)),
            MentionKind::Quantity(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
        })
    }

    fn moments(&self, bench: &Bench<'_>) -> Vec<Moment<'a>> {
        let dates = self.times().filter(|(_, time)| time.sort == TimeType::Date);
        let moment = |(span, time): (Span, &TimeMention)| {
            let words = span.slice(self.text);
            let before = Span { end: span.start, ..self.span }.slice(self.text).trim_end();
            let edges = [words.split(' ').next(), before.rsplit(' ').next()];
            let is_edge = |word: &&str| bench.index.vocabulary.lists("edge", &word.to_lowercase());
            let link = before.len() - before.rsplit(' ').next().map_or(0, str::len);
            let whole = Span { start: self.span.start + u32::try_from(link).unwrap_or_default(), ..span };
            Moment { span: whole, words, days: time.days, edge: edges.into_iter().flatten().find(is_edge) }
        };
        dates.map(moment).collect()
    }

    /// The time that another sentence has on another side: "before June 10", where it is on June 10.
    fn bound(&self, bench: &Bench<'_>, other: &Self) -> Option<Span> {
        let theirs = other.moments(bench);
        let is_met = |own: &Moment<'_>| {
            let mut same = theirs.iter().filter(|moment| own.is_same(moment)).peekable();
            match own.edge {
                Some(edge) => {
                    same.any(|moment| moment.edge.is_some_and(|theirs| theirs.eq_ignore_ascii_case(edge)))
                        || theirs.iter().any(|moment| own.holds(moment))
                }
                None => same.peek().is_none() || same.any(|moment| moment.edge.is_none()),
            }
        };
        self.moments(bench).iter().find(|own| !is_met(own)).map(|own| own.span)
    }

    /// How often it is, where another sentence does not have it so often: "a month", where it is a year.
    fn rate(&self, other: &Self) -> Option<Span> {
        let sets = |words: &Self| words.times().filter(|(_, time)| time.sort == TimeType::Set).collect::<Vec<_>>();
        let theirs = sets(other);
        sets(self)
            .into_iter()
            .find(|(_, own)| !theirs.iter().any(|(_, set)| set.value == own.value))
            .map(|(span, _)| span)
    }

    /// A word for how many of a whole, where another sentence has none like it: "hardly any", "most"; "every" is not "not every". Beside a
    /// number it is the number's.
    fn amount(&self, bench: &Bench<'_>, other: &Self) -> Option<Span> {
        let groups = bench.index.vocabulary.words.get("group quantifying");
        let group = |word: &str| groups?.iter().position(|group| group.split(' ').any(|own| own == word));
        let of = |words: &Self, span: Span| {
            let before = Span { end: span.start, ..words.span }.slice(words.text).trim_end();
            let denied = before.rsplit(' ').next().is_some_and(|word| Negated::denies(bench.index.grammar, word));
            Some((group(&span.slice(words.text).to_lowercase())?, denied))
        };
        let held: Vec<(usize, bool)> = other.tokens().filter_map(|span| of(other, span)).collect();
        self.plain().find(|span| of(self, *span).is_some_and(|own| !held.contains(&own)))
    }

    /// The side on which somebody votes, where another sentence has them on the other: "voted 51-49 against".
    fn side(&self, bench: &Bench<'_>, other: &Self) -> Option<Span> {
        let theirs: Vec<Side> = other.sides(bench).into_iter().map(|(_, side)| side).collect();
        let own = self.sides(bench);
        let is_other = |side: &Side| !theirs.is_empty() && !theirs.contains(side);
        own.first().filter(|(_, side)| is_other(side)).map(|(span, _)| *span)
    }

    /// The words for a side behind the first word for a vote.
    fn sides(&self, bench: &Bench<'_>) -> Vec<(Span, Side)> {
        let lists =
            |class: &str, span: Span| bench.index.vocabulary.lists(class, &span.slice(self.text).to_lowercase());
        let behind = self.tokens().skip_while(|span| !lists(votes::VOTE, *span));
        let side = |span: Span| Side::ALL.into_iter().find(|side| lists(side.class(), span)).map(|side| (span, side));
        behind.filter_map(side).collect()
    }

    /// The words that stand beside no number, in no quote, and in no phrase such as "in all".
    fn plain(&self) -> impl Iterator<Item = Span> {
        let mentions = self.reading.mentions_within(self.span);
        let is_plain = move |span: &Span| {
            let before = Span { end: span.start, ..self.span }.slice(self.text).trim_end();
            let is_set = ["in", "at", "after", "above"].into_iter().any(|word| before.rsplit(' ').next() == Some(word));
            let beside = Span { start: span.start, end: span.end + 2 };
            let is_taken = |mention: &Mention| match &mention.kind {
                MentionKind::Quantity(_) | MentionKind::Time(_) => mention.span.overlaps(beside),
                MentionKind::Quote(_) => mention.span.overlaps(*span),
                MentionKind::Name { .. } => false,
            };
            !is_set && !mentions.iter().any(is_taken)
        };
        self.tokens().filter(is_plain)
    }

    fn tokens(&self) -> impl Iterator<Item = Span> {
        let start = self.span.start;
        let at = move |span: Span| Span { start: span.start + start, end: span.end + start };
        tokenize(self.span.slice(self.text)).into_iter().map(move |token| at(token.span))
    }

    /// The first word that denies.
    fn denial(&self, bench: &Bench<'_>) -> Option<Span> {
        self.tokens().find(|span| Negated::denies(bench.index.grammar, span.slice(self.text)))
    }
}

impl Moment<'_> {
    /// Whether one is of the days of the other, as far as these are known, or has its words: "since 2011", "since October 2011".
    fn is_same(&self, other: &Moment<'_>) -> bool {
        match self.days.zip(other.days) {
            Some((own, theirs)) => own.within(&theirs) || theirs.within(&own),
            None => self.words.ends_with(other.words) || other.words.ends_with(self.words),
        }
    }

    /// Whether another time lies on the side of the edge that this one is.
    fn holds(&self, other: &Moment<'_>) -> bool {
        let Some((own, theirs)) = self.days.zip(other.days) else { return false };
        match self.edge.map(str::to_lowercase).as_deref() {
            Some("before") => theirs.last.zip(own.first).is_some_and(|(last, first)| last < first),
            Some("after") => theirs.first.zip(own.last).is_some_and(|(first, last)| first > last),
            _ => false,
        }
    }
}
