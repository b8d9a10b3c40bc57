//! Lines that tell again what an article tells: a number of theirs that the article has nowhere, where it has another one for it.

use crate::extract::{Fact, Mention, MentionKind};
use crate::judge::Bench;
use crate::judge::memo::Memo;
use crate::source::Span;
use crate::statement::Polarity;
use crate::text::has_word;
use crate::value::{Dimension, Fit, Number, Quantity};

use super::Answer;
use super::aside::is_aside;
use super::claim::{Claim, Style, is_any};
use super::kin::Kin;
use super::like::Pair;
use super::nowhere::{Figures, Told};
use super::value::{Held, Kind, Value};

/// The numbers of the articles that tell a line but for a number of it, which they have nowhere and which theirs do not come to.
pub(super) fn answers<'a>(
    bench: &Bench<'a>,
    claim: &Claim<'_>,
    asked: &Mention,
    (kin, figures): (&'a [Kin], &Figures<'_>),
) -> Vec<Answer<'a>> {
    let Some(Value::Quantity(number)) = Value::of(asked) else { return Vec::new() };
    if claim.style == Style::Sentence || claim.denies || is_no_figure(number) {
        return Vec::new();
    }
    let told = kin.iter().filter(|own| own.lacking < claim.words.len() && is_told(claim, own) && !own.turns);
    let known: Memo<usize, bool> = Memo::default();
    let lacks = |own: &Kin| {
        known.get(own.document, || {
            !is_spelt(claim, asked, &bench.index.document(own.document).text)
                && !figures.of(own.document).tell(number, Told::OrComeTo)
        })
    };
    let told: Vec<&Kin> = told.collect();
    // Where one of them has the number, the others tell of something else.
    if !told.iter().all(|own| lacks(own)) {
        return Vec::new();
    }
    told.into_iter().flat_map(|own| excluding(bench, claim, asked, own)).collect()
}

/// Whether the very word or digits of a number stand in a text, whatever they are of there: "six in ten".
fn is_spelt(claim: &Claim<'_>, asked: &Mention, text: &str) -> bool {
    let MentionKind::Quantity(own) = &asked.kind else { return false };
    has_word(text, own.number.slice(claim.text))
}

/// A number that nobody looks up: none at all, a rank, a year.
fn is_no_figure(asked: &Quantity) -> bool {
    let is_rank = asked.unit.dimension == Dimension::Ordinal;
    let nominal = asked.amount.nominal;
    let year = nominal.filter(|value| value.is_integer()).and_then(|value| value.to_integer());
    let is_year = asked.unit.dimension == Dimension::Number && year.is_some_and(|year| (1900..2100).contains(&year));
    is_rank || is_year || nominal.is_none_or(|value| value.is_zero())
}

/// Whether an article has most of the words of a line.
fn is_told(claim: &Claim<'_>, kin: &Kin) -> bool {
    kin.missing().count() * 2 <= claim.words.len()
}

/// The numbers of a sentence that stand for one of a line.
fn excluding<'a>(bench: &Bench<'a>, claim: &Claim<'_>, asked: &Mention, kin: &'a Kin) -> Vec<Answer<'a>> {
    let Some(reading) = bench.index.readings.get(kin.document) else { return Vec::new() };
    let Some(value) = Value::of(asked) else { return Vec::new() };
    let answer = |mention: &'a Mention| {
        let held = value.likened_to(bench, claim.style, &Value::of(mention)?)?;
        let answer = Answer { kin, mention, kind: held.kind, fit: held.fit, bound: false, framed: false, whole: true };
        let pair = Pair { bench, claim, asked, answer: &answer };
        let is_for_it = held.fit == Fit::Contradicts
            && stands_for(asked, &pair, held)
            && !is_aside(bench, claim, asked, kin, mention)
            && !pair.tells_another_value()
            && !pair.counts_the_others()
            && pair.knows_all()
            && !pair.is_of_another();
        (is_for_it && !is_denied(kin.facts(reading), mention.span)).then_some(answer)
    };
    kin.mentions(reading).iter().filter_map(answer).collect()
}

/// Whether a number is one of the same: in the same unit, or, where the line does not say of what it is, told by the same words. So is an
/// age, which somebody else may have.
fn stands_for(asked: &Mention, pair: &Pair<'_, '_>, held: Held) -> bool {
    let Some(Value::Quantity(own)) = Value::of(asked) else { return false };
    let is_whole = own.amount.nominal.is_some_and(Number::is_integer);
    let is_told = |word: &String| !pair.answer.kin.misses(word) || is_any(pair.bench, word);
    let shares = || pair.shares_words() && pair.beside().iter().all(is_told);
    let is_age = own.unit.dimension == Dimension::Age;
    let is_bare = own.unit.dimension == Dimension::Number;
    match held.kind {
        Kind::Same => !is_age || shares(),
        // Twenty people are no other number of prizes, nor is the age of one.
        Kind::Near | Kind::Other => false,
        Kind::Loose => is_bare && is_whole && shares(),
    }
}

fn is_denied(facts: &[Fact], value: Span) -> bool {
    facts.iter().any(|fact| fact.focus.overlaps(value) && fact.statement.polarity == Polarity::Denied)
}
