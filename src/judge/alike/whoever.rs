//! People whom a headline does not name: "Man Falls From Roof" tells no more of whom than that he is a man, which "he" and "his" tell
//! as well.

use crate::extract::Gender;
use crate::judge::Bench;
use crate::text::tokenize;
use crate::value::Dimension;

use super::claim::Claim;
use super::kin::Kin;
use super::value::Value;

/// Whether a word of a headline tells of somebody no more than what the sentence and those beside it tell by a pronoun: a man is "he",
/// a woman is "she", and so are a boy and a girl who are told to be as old as that.
pub(super) fn is_meant(bench: &Bench<'_>, claim: &Claim<'_>, kin: &Kin, word: &str) -> bool {
    let lists = |class: &str| bench.index.vocabulary.lists(class, word);
    let gender = match (lists("any man"), lists("any woman")) {
        (true, false) => Gender::Male,
        (false, true) => Gender::Female,
        (true, true) | (false, false) => return false,
    };
    let is_age = |own: &Value<'_>| matches!(own, Value::Quantity(own) if own.unit.dimension == Dimension::Age);
    let is_aged = || claim.values.iter().filter_map(|value| Value::of(value)).any(|own| is_age(&own));
    let told = genders(bench, kin);
    (!lists("young") || is_aged()) && told.contains(&gender) && !told.iter().any(|own| *own != gender)
}

/// Of which gender whoever is told of is, by the pronouns of a sentence and of those beside it: by those that act, or else by any.
fn genders(bench: &Bench<'_>, kin: &Kin) -> Vec<Gender> {
    let Some(reading) = bench.index.readings.get(kin.document) else { return Vec::new() };
    let text = &bench.index.document(kin.document).text;
    let near = kin.sentence.saturating_sub(1)..=kin.sentence + 1;
    let sentences = near.filter_map(|at| reading.sentences.get(at)).map(|span| span.slice(text));
    let words =
        sentences.flat_map(|text| tokenize(text).into_iter().map(|token| token.span.slice(text).to_lowercase()));
    let words: Vec<String> = words.filter(|word| Gender::of_pronoun(word).is_some()).collect();
    let acts = |word: &&String| matches!(word.as_str(), "she" | "he");
    let of = |word: &String| Gender::of_pronoun(word);
    match words.iter().any(|word| acts(&word)) {
        true => words.iter().filter(acts).filter_map(of).collect(),
        false => words.iter().filter_map(of).collect(),
    }
}
