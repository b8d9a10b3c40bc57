//! Sentences held against those that speak of the same in like words.
//!
//! Facts decide what they can: of whom or what a number is which property. Much of a text is told without such a frame, in headlines
//! above all. What facts leave undecided is held against the numbers and days of two kinds of sentences: those that are the same but
//! for their values (`twin`), and those that share most of the words (`like`). The values are compared as everywhere; the words only
//! say what is compared with what.

mod aside;
mod claim;
mod dated;
mod frame;
mod kin;
mod like;
mod nowhere;
mod retold;
mod single;
mod state;
mod twin;
mod value;

use std::collections::{BTreeMap, BTreeSet};

use super::account::{Books, Reckoned};
use super::decide::{Opinion, tallied};
use super::nearest::unmentioned;
use super::{Advice, AdviceKind, Bench, Evidence, Judgement, Part, Rule, Stance, Verdict};
use crate::extract::{Mention, MentionKind, Reading, WordClass};
use crate::index::content;
use crate::source::Span;
use crate::statement::Value;
use crate::value::{Fit, Wording};
pub use claim::Line;
use claim::{Claim, Style};
use kin::Kin;
use nowhere::Figures;
use single::Single;
use value::Kind;

/// The parts of a text, with those decided that are numbers or days and stand in like words in an article.
pub fn settled(bench: &Bench<'_>, text: &str, reading: &Reading, mut parts: Vec<Part>) -> Vec<Part> {
    let (books, figures) = (Books::new(bench), Figures::new(bench));
    for sentence in 0..reading.sentences.len() {
        let claim = Claim::new(bench, text, reading, sentence);
        let has_number = |own: &Mention| matches!(own.kind, MentionKind::Quantity(_) | MentionKind::Time(_));
        if claim.inside.iter().any(has_number) {
            let kin = kin::find(bench, &claim);
            let reckoned = |value: &Mention| books.reckoned(text, reading, sentence, value);
            Hearing { bench, claim: &claim, kin: &kin, figures: &figures, reckoned: &reckoned }.settle(&mut parts);
        }
    }
    parts
}

/// Whether a sentence is worded as a headline.
pub fn is_headline(sentence: &str) -> bool {
    claim::style(sentence) == Style::Headline
}

/// A sentence, and those of like words.
struct Hearing<'h, 'b> {
    bench: &'h Bench<'h>,
    claim: &'h Claim<'h>,
    kin: &'h [Kin],
    /// The numbers of the articles.
    figures: &'h Figures<'b>,
    /// What the numbers of articles come to, for one of the sentence.
    reckoned: &'h dyn Fn(&Mention) -> Reckoned,
}

impl Hearing<'_, '_> {
    fn settle(&self, parts: &mut Vec<Part>) {
        let Self { bench, claim, kin, .. } = *self;
        if let Some(single) = single::differing(bench, claim, kin).filter(|own| self.is_settled_by(own, parts)) {
            return single.settle(claim, parts);
        }
        let times = dated::asked(bench, claim);
        if claim.values.is_empty() && times.is_empty() {
            return;
        }
        let twins = twin::answers(bench, claim, kin);
        for (at, value) in claim.values.iter().enumerate() {
            match twins.get(&at) {
                Some(answers) => {
                    let ground = if is_day(value) { Ground::TwinOfDay } else { Ground::Twin };
                    put(claim, parts, value.span, self.by_twins(value, answers), ground);
                }
                None if is_supported(parts, value.span) => {}
                None => self.put_by_words(value, parts),
            }
        }
        for time in times {
            if !is_settled(parts, time.0.span) {
                let found = judged(bench, claim, time.0, &dated::answers(bench, claim, time, kin));
                put(claim, parts, time.0.span, found, Ground::Like);
            }
        }
        if claim.style != Style::Sentence {
            leave_nothing_out(claim, parts);
        }
        bear_out_the_rest(bench, claim, parts, !twins.is_empty());
    }

    /// Whether the one number that differs settles the sentence; one that other numbers come to does not.
    fn is_settled_by(&self, single: &Single, parts: &[Part]) -> bool {
        let is_reckoned = |value: &Mention| {
            single.is_excluded(value.span)
                && matches!((self.reckoned)(value), Reckoned::Figure(figure) if goes_on(&single.judgement, &figure))
        };
        single.is_last_word(parts) && !self.claim.values.iter().any(|value| is_reckoned(value))
    }

    /// By sentences that are the same but for their values. "Norvik has 40 ferries. It bought five": that it has 45 is no contradiction.
    fn by_twins(&self, value: &Mention, answers: &[Answer<'_>]) -> Option<Judgement> {
        let found = judged(self.bench, self.claim, value, answers);
        let excluded = found.as_ref().filter(|found| found.verdict == Verdict::Contradicted);
        match excluded.map(|twin| (twin, (self.reckoned)(value))) {
            Some((twin, Reckoned::Figure(figure))) if goes_on(twin, &figure) => Some(figure),
            Some((_, Reckoned::Figure(_) | Reckoned::Another | Reckoned::Nothing)) | None => found,
        }
    }

    /// By what numbers come to, or by sentences of like words.
    fn put_by_words(&self, value: &Mention, parts: &mut Vec<Part>) {
        let Self { bench, claim, kin, figures, reckoned } = *self;
        let likes = like::answers(bench, claim, value, (kin, figures));
        let by_words = || {
            judged(bench, claim, value, &likes)
                .or_else(|| judged(bench, claim, value, &retold::answers(bench, claim, value, (kin, figures))))
        };
        let found = match reckoned(value) {
            Reckoned::Figure(judgement) => Some(judgement),
            Reckoned::Another => by_words().filter(|own| own.verdict != Verdict::Supported),
            Reckoned::Nothing => by_words(),
        };
        let excluding = || likes.iter().filter(|answer| answer.fit == Fit::Contradicts);
        let is_framed = excluding().next().is_some() && excluding().all(|answer| answer.framed);
        let is_stated = likes.iter().any(|answer| answer.fit == Fit::Supports && answer.framed && answer.whole);
        let ground = match found.as_ref().map(|found| found.verdict) {
            Some(Verdict::Supported) if is_stated => Ground::Stated,
            _ if is_framed => Ground::Framed,
            _ => Ground::Like,
        };
        put(claim, parts, value.span, found, ground);
    }
}

/// Whether a figure is made of more than the numbers of a twin, each of which stands for its own.
fn goes_on(twin: &Judgement, figure: &Judgement) -> bool {
    figure.evidence.iter().any(|own| !twin.evidence.iter().any(|told| told.passage == own.passage))
}

fn is_day(value: &Mention) -> bool {
    matches!(value::Value::of(value), Some(value::Value::Days(_)))
}

/// What a judgement stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ground {
    Twin,
    /// A twin with a day, for which facts have no better answer than that they leave it open.
    TwinOfDay,
    Like,
    /// Sentences that have all that is told of the value.
    Framed,
    /// Such as tell how many there are, as the claim does.
    Stated,
}

/// Whether a part about a number or day is borne out.
fn is_supported(parts: &[Part], span: Span) -> bool {
    parts.iter().any(|part| part.focus.overlaps(span) && part.judgement.verdict == Verdict::Supported)
}

/// Whether a part about a number or day is decided.
fn is_settled(parts: &[Part], span: Span) -> bool {
    let is_open = |verdict| matches!(verdict, Verdict::Ambiguous | Verdict::Unmentioned);
    parts.iter().any(|part| part.focus.overlaps(span) && !is_open(part.judgement.verdict))
}

/// Puts what was found in the place of what was left open.
fn put(claim: &Claim<'_>, parts: &mut Vec<Part>, span: Span, judgement: Option<Judgement>, ground: Ground) {
    let Some(judgement) = judgement else { return };
    match parts.iter_mut().find(|part| part.focus.overlaps(span)) {
        Some(part) if gives_way(claim.style, &part.judgement, &judgement, ground) => part.judgement = judgement,
        Some(_) => {}
        None => parts.push(Part { passage: claim.span, focus: span, judgement }),
    }
}

/// Whether what facts say of a value gives way to what sentences of like words say of it. What the frame of a headline seems to exclude
/// is open after all where such a sentence has the very number.
fn gives_way(style: Style, by_facts: &Judgement, by_words: &Judgement, ground: Ground) -> bool {
    let has_number = by_words.verdict == Verdict::Supported
        || by_words.advice.iter().any(|advice| advice.kind == AdviceKind::Modifier);
    let is_reckoned = by_words.rule == Rule::Derivation;
    let is_reckoned_from_it = is_reckoned && is_among(by_facts, by_words);
    let is_twin = matches!(ground, Ground::Twin | Ground::TwinOfDay);
    if is_twin && by_facts.verdict != Verdict::Unmentioned && is_of_sentences(by_facts, by_words, ground) {
        return true;
    }
    match by_facts.verdict {
        Verdict::Unmentioned => true,
        Verdict::Ambiguous => {
            let is_lax = match style {
                Style::Sentence => false,
                Style::Line => is_twin,
                Style::Headline => true,
            };
            let is_excluded = by_words.verdict == Verdict::Contradicted
                && ground == Ground::Framed
                && is_of_others(by_facts, by_words);
            let is_stated = ground == Ground::Stated && is_of_others(by_facts, by_words);
            is_reckoned || is_excluded || is_stated || by_words.verdict != Verdict::Ambiguous && is_lax
        }
        Verdict::Contradicted | Verdict::Disputed => is_reckoned_from_it || has_number && style == Style::Headline,
        Verdict::Supported => false,
    }
}

/// Whether what leaves a value open is told of something else than the one that excludes it, of which facts know best, or is a range
/// that the asserted one overlaps: two ranges of one thing are the same one.
fn is_of_others(by_facts: &Judgement, by_words: &Judgement) -> bool {
    let is_range =
        |own: &Evidence| matches!(&own.value, Some(Value::Quantity(own)) if own.amount.wording == Wording::Range);
    let is_known = |own: &Evidence| {
        by_words.evidence.iter().any(|other| {
            other.document == own.document
                && other.focus.file == own.focus.file
                && other.focus.span.overlaps(own.focus.span)
        })
    };
    !by_facts.evidence.iter().any(|own| is_known(own) && !is_range(own))
}

/// Whether a figure was reckoned from all the numbers that tell against it.
fn is_among(by_facts: &Judgement, by_words: &Judgement) -> bool {
    let is_operand = |own: &Evidence| {
        by_words.evidence.iter().any(|operand| {
            operand.document == own.document
                && operand.focus.file == own.focus.file
                && operand.focus.span.overlaps(own.focus.span)
        })
    };
    by_facts.evidence.iter().filter(|own| own.stance == Stance::Contradicts).all(is_operand)
}

/// Whether all that tells for or against a value stands in the sentences that are the same but for their values: which of these stands
/// for it, their order tells better.
fn is_of_sentences(by_facts: &Judgement, by_words: &Judgement, ground: Ground) -> bool {
    let is_of = |own: &Evidence, twin: &Evidence| {
        own.document == twin.document
            && twin.passage.file == own.passage.file
            && twin.passage.span.contains(own.passage.span)
    };
    let is_of_any = |own: &Evidence| by_words.evidence.iter().any(|twin| is_of(own, twin));
    let is_open_day = ground == Ground::TwinOfDay && by_facts.verdict == Verdict::Ambiguous;
    let decides = |own: &&Evidence| own.stance != Stance::Compatible || is_open_day;
    let mut told = by_facts.evidence.iter().filter(decides).peekable();
    told.peek().is_some() && told.all(is_of_any)
}

/// Every number of a line that is no sentence is a part of it.
fn leave_nothing_out(claim: &Claim<'_>, parts: &mut Vec<Part>) {
    let is_left = |value: &&&Mention| {
        claim::is_told(value, claim.text) && !parts.iter().any(|part| part.focus.overlaps(value.span))
    };
    let left: Vec<Span> = claim.values.iter().filter(is_left).map(|value| value.span).collect();
    for focus in left {
        let judgement = unmentioned("no article has this in a sentence of like words".to_owned());
        parts.push(Part { passage: claim.span, focus, judgement });
    }
}

/// A twin, or a line whose numbers are all borne out, leaves nothing else of it open.
fn bear_out_the_rest(bench: &Bench<'_>, claim: &Claim<'_>, parts: &mut [Part], has_twin: bool) {
    let is_reckoned =
        parts.iter().any(|part| part.judgement.rule == Rule::Derivation && claim.span.contains(part.focus));
    let borne_out =
        |value: &Mention| is_supported(parts, value.span) || is_reckoned && !claim::is_told(value, claim.text);
    let is_told = claim.values.iter().any(|value| claim::is_told(value, claim.text));
    let is_own = |part: &Part| claim.span.contains(part.focus);
    let is_whole = has_twin || claim.style != Style::Sentence || is_reckoned;
    let whole = parts.iter().find(|part| is_own(part) && part.judgement.verdict == Verdict::Supported);
    let Some(whole) = whole.filter(|_| is_whole && is_told && claim.values.iter().all(|value| borne_out(value))) else {
        return;
    };
    let whole = whole.judgement.clone();
    let is_open = |part: &Part| match part.judgement.verdict {
        Verdict::Unmentioned => true,
        Verdict::Ambiguous => has_twin || claim.style == Style::Headline || whole.rule == Rule::Derivation,
        Verdict::Supported | Verdict::Contradicted | Verdict::Disputed => false,
    };
    let is_told_by = |part: &Part| has_twin || is_told_by(bench, claim, part, &whole);
    for part in parts.iter_mut().filter(|part| is_own(part) && is_open(part) && is_told_by(part)) {
        part.judgement = whole.clone();
    }
}

/// Whether the sentences that bear a value out, and those beside them, have every word of a part: "are blue", and not "are singing".
fn is_told_by(bench: &Bench<'_>, claim: &Claim<'_>, part: &Part, whole: &Judgement) -> bool {
    let grammar = bench.index.grammar;
    let is_cue = |word: &str| {
        let base = grammar.entry(word).verb.map(|(verb, _)| grammar.verb(verb));
        let classes = grammar.classes(base.unwrap_or(word));
        let is_left = grammar.classes(word).has(WordClass::Remaining);
        is_left
            || [WordClass::Remaining, WordClass::Collective, WordClass::Having, WordClass::Needing]
                .into_iter()
                .any(|class| classes.has(class))
    };
    let told: BTreeSet<(usize, usize)> = whole.evidence.iter().filter_map(|own| sentence_of(bench, own)).collect();
    let is_near = |at: (usize, usize)| told.iter().any(|own| own.0 == at.0 && own.1.abs_diff(at.1) <= 1);
    let sentences = |word: &str| bench.index.wording().sentences(grammar, word);
    let is_told = |word: &str| sentences(word).into_iter().any(is_near);
    // A headline tells of a whole article.
    let is_known = |word: &str| sentences(word).into_iter().any(|at| told.iter().any(|own| own.0 == at.0));
    let is_headline = claim.style == Style::Headline;
    // What is neither a deed nor a name only colours it.
    let is_told_of = |own: &claim::Worded, word: &str| own.word == word && (own.is_verb || own.may_name);
    let colours = |word: &str| is_headline && !claim.words.iter().any(|own| is_told_of(own, word));
    let says = |word: &str| {
        is_cue(word) || word.starts_with(|c: char| c.is_ascii_digit()) || is_told(word) || is_headline && is_known(word)
    };
    let words = || content(grammar, part.focus.slice(claim.text)).map(|(_, word)| word);
    let known = words().filter(|word| is_cue(word) || is_told(word) || is_known(word)).count();
    let is_mostly = known * 3 >= words().count() * 2;
    known * 2 >= words().count() && words().all(|word| says(&word) || is_mostly && colours(&word))
}

/// The sentence of a piece of evidence: its document, and its number there.
fn sentence_of(bench: &Bench<'_>, evidence: &Evidence) -> Option<(usize, usize)> {
    let document = bench.index.document(evidence.document);
    let mut all = bench.index.readings.get(evidence.document)?.sentences.iter();
    let at = all.position(|sentence| document.place(*sentence).span.overlaps(evidence.passage.span))?;
    Some((evidence.document, at))
}

/// A number or a day that tells for or against one, or leaves it open.
struct Answer<'a> {
    kin: &'a Kin,
    mention: &'a Mention,
    kind: Kind,
    fit: Fit,
    /// Whether the evidence gives no more than a bound at the very number.
    bound: bool,
    /// Whether its sentence has all that is told of the value.
    framed: bool,
    /// Whether its sentence says so much of the claim that it can bear it out, where it has its value.
    whole: bool,
}

/// What answers amount to, the best of each document; nothing where there are none. Sentences that are less alike than one that has
/// the value say nothing against it: where that one bears nothing out it is open which of them is meant.
fn judged(bench: &Bench<'_>, claim: &Claim<'_>, asked: &Mention, answers: &[Answer<'_>]) -> Option<Judgement> {
    let best = |fit: Fit, whole: bool| {
        let mut best: BTreeMap<usize, &Answer<'_>> = BTreeMap::new();
        for answer in answers.iter().filter(|answer| answer.fit == fit && answer.whole == whole) {
            let known = best.entry(answer.kin.document).or_insert(answer);
            if (answer.kind, answer.kin.likeness) > (known.kind, known.kin.likeness) {
                *known = answer;
            }
        }
        best
    };
    let (supporting, agreeing) = (best(Fit::Supports, true), best(Fit::Supports, false));
    let nearest = supporting.values().chain(agreeing.values()).map(|answer| answer.kin.likeness).max();
    let (near, against): (Vec<_>, Vec<_>) = best(Fit::Contradicts, true)
        .into_values()
        .partition(|answer| nearest.is_some_and(|near| answer.kin.likeness <= near));
    let open = best(Fit::Compatible, true).into_values().filter(|_| supporting.is_empty());
    let agreeing = agreeing.into_values().filter(|_| supporting.is_empty() && !near.is_empty());
    let told = against.into_iter().chain(supporting.values().copied()).chain(agreeing).chain(open);
    let opinions: Vec<Opinion> = told.map(|answer| opinion(bench, claim, asked, answer)).collect();
    (!opinions.is_empty()).then(|| tallied(opinions))
}

/// The number or the days that a mention is.
fn value_of(mention: &Mention) -> Option<Value> {
    match &mention.kind {
        MentionKind::Quantity(read) => Some(Value::Quantity(read.quantity.clone())),
        MentionKind::Time(read) => read.days.map(Value::Days),
        MentionKind::Name { .. } | MentionKind::Quote(_) => None,
    }
}

fn opinion(bench: &Bench<'_>, claim: &Claim<'_>, asked: &Mention, answer: &Answer<'_>) -> Opinion {
    let document = bench.index.document(answer.kin.document);
    let said = answer.mention.span.slice(&document.text);
    let own = asked.span.slice(claim.text);
    let (stance, reason) = match answer.fit {
        Fit::Contradicts => (Stance::Contradicts, format!("says “{said}”, not “{own}”")),
        Fit::Supports if !answer.whole => (Stance::Compatible, format!("says “{said}”, but not all of the sentence")),
        Fit::Supports => (Stance::Supports, format!("says “{said}”")),
        Fit::Compatible if answer.bound => (Stance::Compatible, format!("“{said}” gives only a bound at “{own}”")),
        Fit::Compatible => (Stance::Compatible, format!("“{said}” leaves “{own}” open")),
    };
    let passage = Evidence::at((answer.kin.document, document), answer.kin.span, answer.mention.span, stance, reason);
    let evidence = Evidence { value: value_of(answer.mention), ..passage };
    let unsaid: Vec<String> = answer.kin.missing().map(|word| format!("“{word}”")).collect();
    let unsaid = (stance == Stance::Supports && !unsaid.is_empty()).then(|| Advice {
        kind: AdviceKind::Wording,
        text: format!("{} does not say {}", document.id, unsaid.join(", ")),
    });
    let bound = answer
        .bound
        .then(|| Advice { kind: AdviceKind::Modifier, text: format!("{} gives a bound: “{said}”", document.id) });
    Opinion { evidence, fault: Some(asked.span), advice: unsaid.into_iter().chain(bound).collect() }
}
