//! Whether the words of an asserted name are a known form of a longer one, or somebody else's name.

use std::ops::Range;

use super::Bench;
use super::align::is_number_of;
use crate::index::Kinship;

/// Whether words leave out some of a name's that tell it from others: "Lowick Town" is not Lowick Bridge Town Council. Left out may be
/// what it is by kind ("Council"), at its end, where no other name begins so. `words` are in the singular; a name may stand among
/// common nouns ("North Lowick plant").
pub fn is_another(bench: &Bench<'_>, document: usize, name: &str, words: &[String]) -> bool {
    let tokens: Vec<&str> = name.split([' ', '“', '”', '"']).filter(|token| !token.is_empty()).collect();
    runs(&tokens).into_iter().any(|run| leaves_out(bench, document, &tokens[run], words))
}

/// The names among the words of a subject: runs of capitals, with the small words between them.
fn runs(tokens: &[&str]) -> Vec<Range<usize>> {
    const JOINING: [&str; 5] = ["of", "the", "and", "for", "&"];
    let is_capital = |token: &&str| token.chars().next().is_some_and(char::is_uppercase);
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in (0..tokens.len()).filter(|at| is_capital(&tokens[*at])) {
        match runs.last_mut() {
            Some(run) if tokens[run.end..at].iter().all(|token| JOINING.contains(token)) => run.end = at + 1,
            Some(_) | None => runs.push(at..at + 1),
        }
    }
    runs
}

fn leaves_out(bench: &Bench<'_>, document: usize, run: &[&str], words: &[String]) -> bool {
    let kept: Vec<bool> = run.iter().map(|token| words.iter().any(|word| is_number_of(token, word))).collect();
    let first = kept.iter().position(|kept| !kept).unwrap_or(run.len());
    if first == run.len() || kept.iter().all(|kept| !kept) {
        return false;
    }
    let own: Vec<&str> = run.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(token, _)| *token).collect();
    let (own, whole) = (own.join(" "), run.join(" "));
    let names = &bench.index.names;
    let leading = first > 0 && kept[first..].iter().all(|kept| !kept);
    let by_kind = run[first..].iter().all(|token| bench.index.grammar.is_kind(token));
    names.kinship(&own, document, &whole) != Kinship::Same && !(leading && by_kind && names.begins_only(&own, &whole))
}
