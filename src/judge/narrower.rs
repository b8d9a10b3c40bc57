//! Numbers of another measure than their noun alone would tell: 300 jobs that are cut are no jobs that there are.
//!
//! A form that joins a measure's noun with an action that excludes another ("job cut") makes a measure of its own. A passage that
//! tells of it is no evidence for the noun alone, and the other way round, unless a sentence in plain English says the very opposite.

use std::collections::BTreeSet;

use super::Bench;
use crate::index::{Found, NarrowForm, form_stems};
use crate::statement::{Statement, Vocabulary};

/// The measures that are told by an asserted one's nouns and an action.
pub struct Narrower<'a, 'b> {
    bench: &'b Bench<'a>,
    /// The verbs of a sentence in plain English.
    verbs: &'b [String],
    /// The stems of their forms, and whether the assertion itself is of that measure.
    measures: Vec<(Vec<&'b [String]>, bool)>,
}

impl<'a, 'b> Narrower<'a, 'b> {
    /// Prepares an assertion; `verbs` are those of a sentence in plain English.
    pub fn new(bench: &'b Bench<'a>, asked: &Statement, verbs: &'b [String]) -> Self {
        let nouns: BTreeSet<Vec<String>> = asked.measure.forms.iter().map(|form| form_stems(form)).collect();
        let words: BTreeSet<String> =
            asked.measure.forms.iter().chain(verbs).flat_map(|word| form_stems(word)).collect();
        let is_other =
            |form: &&NarrowForm| nouns.contains(&form.noun) && !form.measure.eq_ignore_ascii_case(&asked.measure.name);
        let forms: Vec<&NarrowForm> = bench.index.narrow_forms().iter().filter(is_other).collect();
        let measures = forms
            .chunk_by(|one, next| one.measure == next.measure)
            .map(|forms| {
                let forms: Vec<&[String]> = forms.iter().map(|form| &form.stems[..]).collect();
                let own = forms.iter().any(|form| form.iter().all(|stem| words.contains(stem)));
                (forms, own)
            })
            .collect();
        Self { bench, verbs, measures }
    }

    /// Whether a passage tells of another measure than the assertion.
    pub fn is_another(&self, found: Found<'_>) -> bool {
        let index = self.bench.index;
        let tells = |forms: &[&[String]]| forms.iter().any(|form| form.iter().all(|stem| index.offers(found, stem)));
        self.measures.iter().any(|(forms, asked)| tells(forms) != *asked)
            && opposing(index.vocabulary, self.verbs, &found.fact.statement.measure.forms).is_none()
    }
}

/// The word of `own` for an action that excludes one of `verbs`, and that one.
pub fn opposing<'w>(vocabulary: &Vocabulary, verbs: &'w [String], own: &'w [String]) -> Option<(&'w str, &'w str)> {
    let first =
        |side: &[String], words: &'w [String]| words.iter().find(|word| side.contains(word)).map(String::as_str);
    let excludes = |one: &[String], two: &[String]| match (first(two, own), first(one, verbs), first(one, own)) {
        (Some(own), Some(asked), None) => Some((own, asked)),
        _ => None,
    };
    let mut pairs = vocabulary.exclusions.iter();
    pairs.find_map(|pair| excludes(&pair.left, &pair.right).or_else(|| excludes(&pair.right, &pair.left)))
}
