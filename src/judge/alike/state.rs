//! How many of something there are somewhere: "Lund has 12 schools", "there are 12 schools in Lund" and "Lund, with 12 schools," say the
//! same, and "12 schools in Lund closed" does not.

use crate::extract::{Mention, MentionKind, Reading};
use crate::index::{content, stem};
use crate::judge::Bench;
use crate::source::Span;
use crate::statement::Value;
use crate::value::Dimension;

use super::claim::{Claim, Style, Worded, is_any, is_value, name_of};
use super::kin::Kin;

/// Whether a claim tells how many of something there are, and a sentence says so in other words, with a number that is the same.
pub(super) fn tells(bench: &Bench<'_>, claim: &Claim<'_>, kin: &Kin, own: &Mention) -> bool {
    let Some(reading) = bench.index.readings.get(kin.document) else { return false };
    let MentionKind::Quantity(quantity) = &own.kind else { return false };
    let is_count = quantity.quantity.unit.dimension == Dimension::Count;
    let acts = |own: &Worded| own.is_verb && !is_any(bench, &own.word);
    let is_state = || claim.values.len() == 1 && !claim.words.iter().any(acts);
    claim.style == Style::Sentence
        && is_count
        && is_state()
        && !is_acted_on(bench, kin, reading, own)
        && is_close(bench, claim, kin, own)
}

/// Whether all words of the claim stand right beside the number: nothing else is told between them.
fn is_close(bench: &Bench<'_>, claim: &Claim<'_>, kin: &Kin, own: &Mention) -> bool {
    let text = &bench.index.document(kin.document).text;
    let Some(reading) = bench.index.readings.get(kin.document) else { return false };
    let asked = claim.words.iter().map(|own| own.word.as_str()).filter(|word| !is_any(bench, word));
    let claimed: Vec<(String, bool)> = asked.map(|word| (stem(word), claim.is_name(word))).collect();
    let is_named = |at: &Span| kin.mentions(reading).iter().any(|own| name_of(own).is_some() && own.span.contains(*at));
    let words: Vec<(Span, String)> = content(bench.index.grammar, kin.span.slice(text))
        .map(|(at, word)| (Span { start: at.start + kin.span.start, end: at.end + kin.span.start }, stem(&word)))
        .collect();
    let mut reach = own.span;
    for (word, is_name) in &claimed {
        // "The school" may be another than Ashby Elementary School.
        let is_one = |(at, other): &&(Span, String)| other == word && (*is_name || !is_named(at));
        let near = words.iter().filter(is_one).min_by_key(|(at, _)| gap(own.span, *at));
        let Some((at, _)) = near else { return false };
        reach = reach.cover(*at);
    }
    let is_other = |(at, word): &(Span, String)| {
        reach.contains(*at)
            && !own.span.contains(*at)
            && !claimed.iter().any(|(own, _)| own == word)
            && !is_any(bench, word)
    };
    let between = reach.slice(text);
    let is_apart = between.match_indices(',').any(|(at, _)| !between[at..].starts_with(", with "));
    let values = kin.mentions(reading).iter().filter(|other| is_value(other));
    let is_only = values.filter(|other| reach.overlaps(other.span)).count() == 1;
    is_only && !is_apart && !words.iter().any(is_other)
}

fn gap(a: Span, b: Span) -> u32 {
    b.start.saturating_sub(a.end).max(a.start.saturating_sub(b.end))
}

/// Whether the sentence tells what is done by or to what is counted: "12 schools were closed", "opened 12 schools".
fn is_acted_on(bench: &Bench<'_>, kin: &Kin, reading: &Reading, own: &Mention) -> bool {
    let text = &bench.index.document(kin.document).text;
    let told = own.span.slice(text);
    let noun = told.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let acts = |word: &String| bench.index.grammar.is_verb(word) && stem(word) != stem(&noun) && !is_any(bench, word);
    kin.facts(reading).iter().any(|fact| {
        let statement = &fact.statement;
        match &statement.value {
            Some(Value::Text(object)) => {
                let is_counted = object.contains(told) || statement.subject.name.to_lowercase() == noun;
                is_counted && !is_any(bench, &statement.measure.name)
            }
            Some(Value::Quantity(_)) if statement.measure.name == "count" => false,
            Some(Value::Quantity(_)) => fact.focus.overlaps(own.span) && statement.measure.forms.iter().any(acts),
            Some(Value::Days(_) | Value::List(_)) | None => false,
        }
    })
}
