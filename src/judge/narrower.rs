//! Numbers of another measure than their noun alone would tell: 300 jobs that are cut are no jobs that there are.
//!
//! A form that joins a measure's noun with an action that excludes another ("job cut") makes a measure of its own. A passage that
//! tells of it is no evidence for the noun alone, and the other way round, unless a sentence in plain English says the very opposite.

use std::collections::BTreeSet;

use super::Bench;
use crate::index::{Found, NarrowForm, Stem, form_stems};
use crate::statement::{Statement, Vocabulary};

/// The measures that are told by an asserted one's nouns and an action.
pub struct Narrower<'a, 'b> {
    bench: &'b Bench<'a>,
    opposites: Opposites<'a>,
    /// The stems of their forms, and whether the assertion itself is of that measure.
    measures: Vec<(Vec<Vec<Stem>>, bool)>,
}

impl<'a, 'b> Narrower<'a, 'b> {
    /// Prepares an assertion; `verbs` are those of a sentence in plain English.
    pub fn new(bench: &'b Bench<'a>, asked: &Statement, verbs: &[String]) -> Self {
        let index = bench.index;
        let nouns: BTreeSet<Vec<String>> = asked.measure.forms.iter().map(|form| form_stems(form)).collect();
        let words: BTreeSet<String> =
            asked.measure.forms.iter().chain(verbs).flat_map(|word| form_stems(word)).collect();
        let is_other =
            |form: &&NarrowForm| nouns.contains(&form.noun) && !form.measure.eq_ignore_ascii_case(&asked.measure.name);
        let forms: Vec<&NarrowForm> = index.narrow_forms().iter().filter(is_other).collect();
        let known = |form: &&NarrowForm| form.stems.iter().map(|stem| index.stem(stem)).collect();
        let measures = forms
            .chunk_by(|one, next| one.measure == next.measure)
            .map(|forms| {
                let own = forms.iter().any(|form| form.stems.iter().all(|stem| words.contains(stem)));
                (forms.iter().filter_map(known).collect(), own)
            })
            .collect();
        Self { bench, opposites: Opposites::new(index.vocabulary, verbs.iter().cloned()), measures }
    }

    /// Whether a passage tells of another measure than the assertion.
    pub fn is_another(&self, found: Found<'_>) -> bool {
        let offers = |form: &Vec<Stem>| form.iter().all(|stem| self.bench.index.offers(found, *stem));
        self.measures.iter().any(|(forms, asked)| forms.iter().any(offers) != *asked)
            && self.opposites.among(&found.fact.statement.measure.forms).is_none()
    }
}

/// The words for actions that exclude those of an assertion.
#[derive(Debug)]
pub struct Opposites<'a> {
    /// An asserted word, those on its side, and those on the other.
    sides: Vec<(String, &'a [String], &'a [String])>,
}

impl<'a> Opposites<'a> {
    /// Those of an assertion with some words.
    pub fn new(vocabulary: &'a Vocabulary, words: impl Iterator<Item = String>) -> Self {
        let words: Vec<String> = words.collect();
        let pairs = vocabulary.exclusions.iter();
        let sides = pairs.flat_map(|pair| [(&pair.left, &pair.right), (&pair.right, &pair.left)]);
        let asserted = |side: &[String]| words.iter().find(|word| side.contains(word)).cloned();
        let sides = sides.filter_map(|(own, other)| Some((asserted(own)?, &own[..], &other[..])));
        Self { sides: sides.collect() }
    }

    /// The first of some words that excludes an asserted one, which none of them is on the side of, and that one.
    pub fn among<'w>(&'w self, words: &'w [String]) -> Option<(&'w str, &'w str)> {
        let first = |side: &[String]| words.iter().find(|word| side.contains(word));
        self.sides.iter().find_map(|(asserted, same, other)| {
            let word = first(other).filter(|_| first(same).is_none())?;
            Some((word.as_str(), asserted.as_str()))
        })
    }
}
