//! Numbers of another measure than their noun alone would tell: 300 jobs that are cut are no jobs that there are.
//!
//! A form that joins a measure's noun with an action that excludes another ("job cut") makes a measure of its own. A passage that
//! tells of it is no evidence for the noun alone, and the other way round, unless a sentence in plain English says the very opposite.

use super::Bench;
use super::align::{form_stems, offers};
use crate::statement::{MeasureEntry, Statement, Vocabulary};

/// The measures that are told by an asserted one's nouns and an action.
pub struct Narrower<'a, 'b> {
    bench: &'b Bench<'a>,
    /// The verbs of a sentence in plain English.
    verbs: &'b [String],
    /// Their forms, and whether the assertion itself is of that measure.
    measures: Vec<(Vec<&'a str>, bool)>,
}

impl<'a, 'b> Narrower<'a, 'b> {
    /// Prepares an assertion; `verbs` are those of a sentence in plain English.
    pub fn new(bench: &'b Bench<'a>, asked: &Statement, verbs: &'b [String]) -> Self {
        let vocabulary = bench.index.vocabulary;
        let others = vocabulary.measures.iter().filter(|entry| !entry.name.eq_ignore_ascii_case(&asked.measure.name));
        let words: Vec<String> = asked.measure.forms.iter().chain(verbs).cloned().collect();
        let measures = others
            .map(|entry| narrowed(vocabulary, entry, asked))
            .filter(|forms| !forms.is_empty())
            .map(|forms| {
                let own = tells(&forms, &words);
                (forms, own)
            })
            .collect();
        Self { bench, verbs, measures }
    }

    /// Whether a passage tells of another measure than the assertion.
    pub fn is_another(&self, own: &Statement) -> bool {
        let differs = |(forms, asked): &(Vec<&str>, bool)| tells(forms, &own.measure.forms) != *asked;
        self.measures.iter().any(differs) && !opposes(self.bench.index.vocabulary, self.verbs, &own.measure.forms)
    }
}

/// Whether the words of one side tell an action that excludes one of the other.
pub fn opposes(vocabulary: &Vocabulary, verbs: &[String], own: &[String]) -> bool {
    let any = |side: &[String], words: &[String]| side.iter().any(|word| words.contains(word));
    let excludes = |one: &[String], two: &[String]| any(one, verbs) && any(two, own) && !any(one, own);
    vocabulary.exclusions.iter().any(|pair| excludes(&pair.left, &pair.right) || excludes(&pair.right, &pair.left))
}

fn tells(forms: &[&str], words: &[String]) -> bool {
    forms.iter().any(|form| offers(words, form))
}

/// The forms of a measure that say the asserted one's noun and an action that excludes another.
fn narrowed<'a>(vocabulary: &Vocabulary, entry: &'a MeasureEntry, asked: &Statement) -> Vec<&'a str> {
    let is_noun = |word: &str| asked.measure.forms.iter().any(|form| form_stems(form) == form_stems(word));
    let is_action = |word: &str| {
        vocabulary.exclusions.iter().flat_map(|pair| pair.left.iter().chain(&pair.right)).any(|action| action == word)
    };
    let joins = |form: &&str| form.split_once(' ').is_some_and(|(noun, action)| is_noun(noun) && is_action(action));
    entry.forms.iter().map(String::as_str).filter(joins).collect()
}
