//! The words of an assertion, as those of facts are held against them.

use std::collections::BTreeSet;

use super::super::Bench;
use crate::extract::singular;
use crate::index::{SubjectWord, stem};
use crate::statement::Statement;
use crate::text::american;

/// The words of a statement, in the singular.
pub(super) struct Words {
    /// Of its subject: the name, then what narrows it down.
    pub(super) subject: Vec<String>,
    /// Those of them that the subject of some fact has.
    pub(super) known: Vec<SubjectWord>,
    /// Of its measure, and their stems.
    pub(super) measure: BTreeSet<String>,
    pub(super) stems: BTreeSet<String>,
}

impl Words {
    pub(super) fn of(bench: &Bench<'_>, asked: &Statement) -> Self {
        let Statement { subject, measure, .. } = asked;
        let forms = measure.forms.iter().chain([&measure.name]);
        let measure: BTreeSet<String> =
            forms.flat_map(|form| form.split(' ').map(|word| singular(word).into_owned())).collect();
        let stems = measure.iter().map(|form| stem(form)).collect();
        let name = subject.name.split_whitespace();
        let name: Vec<&str> = name.chain(subject.topic.iter().map(String::as_str)).collect();
        let subject =
            event(bench, &name).unwrap_or_else(|| name.iter().map(|word| singular(word).into_owned()).collect());
        let known = subject.iter().filter_map(|word| bench.index.subject_word(word)).collect();
        Self { subject, known, measure, stems }
    }
}

/// "flood in Lund", "Lund's flood": an event and where it happened, which is called the Lund flood too.
fn event(bench: &Bench<'_>, name: &[&str]) -> Option<Vec<String>> {
    const LINKS: [&str; 3] = ["in", "at", "near"];
    name.iter().any(|word| bench.index.grammar.is_event(word)).then(|| {
        let told = name.iter().filter(|word| !LINKS.contains(word));
        told.map(|word| singular(word.trim_end_matches("'s").trim_end_matches("’s")).into_owned()).collect()
    })
}

/// Whether a word is one in the singular, or its plural.
pub(in crate::judge) fn is_number_of(word: &str, one: &str) -> bool {
    // No plural begins with another letter: most words are told apart by that.
    let other = match (word.as_bytes().first(), one.as_bytes().first()) {
        (Some(first), Some(wanted)) => first.is_ascii() && !first.eq_ignore_ascii_case(wanted),
        _ => false,
    };
    !other && singular(word) == one
}

/// Whether two things counted are the same, or named by words of one meaning; each is the code of its unit.
pub(in crate::judge) fn counts_same(bench: &Bench<'_>, one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let head = |code: &str| american(&singular(code.rsplit(' ').next().unwrap_or(code))).into_owned();
    let (one, other) = (head(one), head(other));
    let grammar = bench.index.grammar;
    one == other || grammar.synonym(&one).is_some() && grammar.synonym(&one) == grammar.synonym(&other)
}
