//! Sentences held against those that speak of the same in like words.
//!
//! Facts decide what they can: of whom or what a number is which property. Much of a text is told without such a frame, in headlines
//! above all. The numbers and days of a sentence that no fact has decided are held against the numbers and days of the sentences that
//! share most of its words. The values are compared as everywhere; the words only say what is compared with what.

mod claim;
mod kin;
mod twin;
mod value;

use std::collections::BTreeMap;

use super::decide::{Opinion, tallied};
use super::nearest::unmentioned;
use super::{Advice, AdviceKind, Bench, Evidence, Judgement, Part, Stance, Verdict};
use crate::extract::{Mention, MentionKind, Reading};
use crate::source::Span;
use crate::value::Fit;
use claim::Claim;
use kin::Kin;
use value::{Kind, Value};

/// The parts of a text, with those decided that are numbers or days and stand in like words in an article.
pub fn settled(bench: &Bench<'_>, text: &str, reading: &Reading, mut parts: Vec<Part>) -> Vec<Part> {
    for sentence in 0..reading.sentences.len() {
        let claim = Claim::new(bench, text, reading, sentence);
        if claim.values.iter().all(|value| is_supported(&parts, value.span)) || claim.words.is_empty() {
            continue;
        }
        let kin = kin::find(bench, &claim);
        let found: Vec<(Span, Judgement)> = claim
            .values
            .iter()
            .enumerate()
            .filter(|(_, value)| !is_supported(&parts, value.span))
            .filter_map(|(at, value)| Some((value.span, judged(bench, &claim, at, value, &kin)?)))
            .collect();
        let is_all_said = kin.iter().any(|kin| kin.lacking == 0 && kin.denies == claim.denies);
        put(&claim, &mut parts, found, is_all_said);
    }
    parts
}

/// Whether what facts say of a value gives way to what sentences of like words say of it. What facts exclude is open after all where
/// such a sentence has the very number.
fn gives_way(by_facts: &Judgement, by_words: &Judgement) -> bool {
    let has_number = by_words.verdict == Verdict::Supported
        || by_words.advice.iter().any(|advice| advice.kind == AdviceKind::Modifier);
    match by_facts.verdict {
        Verdict::Unmentioned => true,
        Verdict::Ambiguous => by_words.verdict != Verdict::Ambiguous,
        Verdict::Contradicted | Verdict::Disputed => has_number,
        Verdict::Supported => false,
    }
}

/// Whether a part about a number or day is borne out.
fn is_supported(parts: &[Part], span: Span) -> bool {
    parts.iter().any(|part| part.focus.overlaps(span) && part.judgement.verdict == Verdict::Supported)
}

/// Puts what was found in the place of what was left open. A sentence whose numbers are all borne out leaves nothing else open.
fn put(claim: &Claim<'_>, parts: &mut Vec<Part>, found: Vec<(Span, Judgement)>, is_all_said: bool) {
    for (span, judgement) in found {
        match parts.iter_mut().find(|part| part.focus.overlaps(span)) {
            Some(part) if gives_way(&part.judgement, &judgement) => part.judgement = judgement,
            Some(_) => {}
            None => parts.push(Part { passage: claim.span, focus: span, judgement }),
        }
    }
    let is_told = |value: &&&Mention| {
        claim::is_told(value, claim.text) && !parts.iter().any(|part| part.focus.overlaps(value.span))
    };
    let untold: Vec<Span> = claim.values.iter().filter(is_told).map(|value| value.span).collect();
    for focus in untold {
        let judgement = unmentioned("no article has this in a sentence of like words".to_owned());
        parts.push(Part { passage: claim.span, focus, judgement });
    }
    let borne_out = |value: &&Mention| {
        let own = parts.iter().find(|part| part.focus.overlaps(value.span));
        own.is_some_and(|part| part.judgement.verdict == Verdict::Supported)
    };
    if !claim.values.iter().all(|value| borne_out(&value)) {
        return;
    }
    let is_own = |part: &Part| claim.span.contains(part.focus);
    let Some(whole) = parts.iter().find(|part| is_own(part) && part.judgement.verdict == Verdict::Supported) else {
        return;
    };
    let whole = whole.judgement.clone();
    let is_open = |part: &Part| match part.judgement.verdict {
        Verdict::Unmentioned => true,
        Verdict::Ambiguous => claim.is_headline || is_all_said,
        Verdict::Supported | Verdict::Contradicted | Verdict::Disputed => false,
    };
    for part in parts.iter_mut().filter(|part| is_own(part) && is_open(part)) {
        part.judgement = whole.clone();
    }
}

/// A number or a day of a sentence of like words.
struct Answer<'a> {
    kin: &'a Kin,
    mention: &'a Mention,
    kind: Kind,
    fit: Fit,
    /// Whether the evidence gives no more than a bound at the very number.
    bound: bool,
}

/// What the sentences of like words say of one value; nothing where they leave it as open as it was.
fn judged(bench: &Bench<'_>, claim: &Claim<'_>, at: usize, asked: &Mention, kin: &[Kin]) -> Option<Judgement> {
    let value = Value::of(asked)?;
    let twins = twin::answers(bench, claim, at, &value, kin);
    let answers = if twins.is_empty() { answers(bench, claim, asked, &value, kin) } else { twins };
    let best = |fit: Fit| {
        let mut best: BTreeMap<usize, &Answer<'_>> = BTreeMap::new();
        for answer in answers.iter().filter(|answer| answer.fit == fit) {
            let known = best.entry(answer.kin.document).or_insert(answer);
            if (answer.kind, answer.kin.likeness) > (known.kind, known.kin.likeness) {
                *known = answer;
            }
        }
        best
    };
    let supporting = best(Fit::Supports);
    let nearest = supporting.values().map(|answer| answer.kin.likeness).max();
    let against =
        best(Fit::Contradicts).into_values().filter(|answer| nearest.is_none_or(|near| answer.kin.likeness > near));
    let open = best(Fit::Compatible).into_values().filter(|_| supporting.is_empty());
    let told = against.chain(supporting.values().copied()).chain(open);
    let opinions: Vec<Opinion> = told.map(|answer| opinion(bench, claim, asked, answer)).collect();
    (!opinions.is_empty()).then(|| tallied(opinions))
}

/// The values that tell for or against one.
fn answers<'a>(
    bench: &Bench<'a>,
    claim: &Claim<'_>,
    asked: &Mention,
    value: &Value<'_>,
    kin: &'a [Kin],
) -> Vec<Answer<'a>> {
    let mut answers = Vec::new();
    for own in kin.iter().filter(|kin| claim.is_alike(kin)) {
        let Some(reading) = bench.index.readings.get(own.document) else { continue };
        for mention in own.mentions(reading) {
            let Some(held) = Value::of(mention).and_then(|theirs| value.likened_to(bench, &theirs)) else { continue };
            let is_named = || is_of_one(bench, claim, asked, own, mention);
            // Headlines leave out "at least" and "more than".
            let fit = if held.bound && claim.is_headline { Fit::Supports } else { held.fit };
            let tells = match fit {
                Fit::Supports => {
                    claim.is_borne_out_by(own)
                        && match held.kind {
                            Kind::Same => !value.is_rank() || is_named(),
                            Kind::Loose => is_named(),
                            Kind::Other => claim.is_headline && is_named(),
                        }
                }
                Fit::Contradicts => {
                    claim.is_excluded_by(own, held.kind)
                        && is_dated(bench, own, mention)
                        && !value.stands_in(bench, own.document, reading)
                }
                Fit::Compatible => claim.is_borne_out_by(own) && held.kind == Kind::Same,
            };
            if tells {
                answers.push(Answer { kin: own, mention, kind: held.kind, fit, bound: held.bound });
            }
        }
    }
    answers
}

/// Whether a day is of a year that is known: from its own words, or from the day of its article.
fn is_dated(bench: &Bench<'_>, kin: &Kin, mention: &Mention) -> bool {
    let document = bench.index.document(kin.document);
    let digits = mention.span.slice(&document.text).split(|c: char| !c.is_ascii_digit()).map(str::len).max();
    document.published.is_some() || digits >= Some(4) || !matches!(mention.kind, MentionKind::Time(_))
}

/// Whether the words around two values have one in common.
fn is_of_one(bench: &Bench<'_>, claim: &Claim<'_>, asked: &Mention, kin: &Kin, own: &Mention) -> bool {
    let text = &bench.index.document(kin.document).text;
    let theirs = claim::around(bench, text, kin.span, own.span);
    let (wording, grammar) = (bench.index.wording(), bench.index.grammar);
    let is_shared = |word: &String| theirs.iter().any(|other| wording.is_same(grammar, word, other));
    claim::around(bench, claim.text, claim.span, asked.span).iter().any(is_shared)
}

fn opinion(bench: &Bench<'_>, claim: &Claim<'_>, asked: &Mention, answer: &Answer<'_>) -> Opinion {
    let document = bench.index.document(answer.kin.document);
    let said = answer.mention.span.slice(&document.text);
    let own = asked.span.slice(claim.text);
    let (stance, reason) = match answer.fit {
        Fit::Contradicts => (Stance::Contradicts, format!("says “{said}”, and nowhere “{own}”")),
        Fit::Supports => (Stance::Supports, format!("says “{said}”")),
        Fit::Compatible if answer.bound => (Stance::Compatible, format!("“{said}” gives only a bound at “{own}”")),
        Fit::Compatible => (Stance::Compatible, format!("“{said}” leaves “{own}” open")),
    };
    let evidence = Evidence {
        document: answer.kin.document,
        passage: document.place(answer.kin.span),
        focus: document.place(answer.mention.span),
        stance,
        reason,
        lineage: document.lineage,
        speaker: None,
        modality: None,
        event: 0,
    };
    let unsaid: Vec<String> = answer.kin.missing.iter().map(|word| format!("“{word}”")).collect();
    let advice = (stance == Stance::Supports && !unsaid.is_empty()).then(|| Advice {
        kind: AdviceKind::Wording,
        text: format!("{} does not say {}", document.id, unsaid.join(", ")),
    });
    let bound = answer
        .bound
        .then(|| Advice { kind: AdviceKind::Modifier, text: format!("{} gives a bound: “{said}”", document.id) });
    Opinion { evidence, fault: Some(asked.span), advice: advice.into_iter().chain(bound).collect() }
}
