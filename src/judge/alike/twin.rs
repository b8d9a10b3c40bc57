//! Sentences that are the same but for their values: which value stands for which is told by their order.

use crate::extract::Mention;
use crate::index::stem;
use crate::judge::Bench;

use super::Answer;
use super::claim::Claim;
use super::kin::Kin;
use super::value::{Kind, Value};

/// What the values that stand in the place of one say of it.
pub(super) fn answers<'a>(
    bench: &Bench<'a>,
    claim: &Claim<'_>,
    at: usize,
    value: &Value<'_>,
    kin: &'a [Kin],
) -> Vec<Answer<'a>> {
    let answer = |kin: &'a Kin| {
        let held = value.held_against(bench, &Value::of(twin(bench, claim, at, kin)?)?)?;
        Some(Answer { kin, mention: twin(bench, claim, at, kin)?, kind: held.kind, fit: held.fit, bound: held.bound })
    };
    kin.iter().filter(|kin| kin.lacking == 0 && kin.denies == claim.denies).filter_map(answer).collect()
}

/// The value of a sentence of the same words that stands where one of the claim does.
fn twin<'a>(bench: &Bench<'a>, claim: &Claim<'_>, at: usize, kin: &Kin) -> Option<&'a Mention> {
    let reading = bench.index.readings.get(kin.document)?;
    let text = &bench.index.document(kin.document).text;
    let other = Claim::new(bench, text, reading, kin.sentence);
    let own: Vec<String> = claim.words.iter().map(|own| stem(&own.word)).collect();
    let is_shared = |word: &str| own.contains(&stem(word));
    let more = other.words.iter().filter(|other| !is_shared(&other.word)).count();
    let pairs = || claim.values.iter().zip(&other.values).filter_map(|(a, b)| Some((Value::of(a)?, Value::of(b)?)));
    let is_of_one = |(asked, own): (Value<'_>, Value<'_>)| {
        asked.held_against(bench, &own).is_some_and(|held| held.kind != Kind::Other)
    };
    let same = other.values.len() == claim.values.len() && more * 5 <= own.len() && pairs().all(is_of_one);
    other.values.get(at).copied().filter(|_| same)
}
