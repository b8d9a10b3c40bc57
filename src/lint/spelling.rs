//! `name-spelling`: a name that is spelled in two ways.

use std::collections::BTreeMap;

use crate::diag::Code;
use crate::extract::{Mention, MentionKind, NameType, key};
use crate::source::Span;

use super::article::Article;
use super::{Finding, Mark};

/// Shorter words may be near one another and mean two people.
const SHORTEST: usize = 5;

/// Finds names that change their spelling.
pub(super) fn find(article: &Article<'_>) -> Vec<Finding> {
    let names = Spelled::all(article);
    let mut found = Vec::new();
    for (at, one) in names.iter().enumerate() {
        for other in names.iter().skip(at + 1) {
            found.extend(one.against(article, other, &names));
        }
    }
    found
}

/// A name as it is spelled somewhere.
struct Spelled {
    words: Vec<String>,
    /// Where it stands first.
    span: Span,
    times: usize,
    person: bool,
}

impl Spelled {
    /// The names of the article outside of its headline and its lines of metadata, each spelling once, in the order of the text.
    fn all(article: &Article<'_>) -> Vec<Self> {
        let mut found: BTreeMap<Vec<String>, Self> = BTreeMap::new();
        let mentions = article.sentences().flat_map(|sentence| sentence.mentions);
        for (span, sort) in mentions.filter_map(named) {
            let words: Vec<String> = key(span.slice(article.text())).split(' ').map(str::to_owned).collect();
            let new = Self { words: words.clone(), span, times: 0, person: false };
            let entry = found.entry(words).or_insert(new);
            entry.times += 1;
            entry.person |= sort == NameType::Person;
        }
        let mut all: Vec<Self> = found.into_values().filter(|name| name.words.len() <= 4).collect();
        all.sort_by_key(|name| name.span);
        all
    }

    /// What two spellings say where they are of one name.
    fn against(&self, article: &Article<'_>, other: &Self, names: &[Self]) -> Option<Finding> {
        let (one, two) = self.differing(other)?;
        if !is_slip(one, two) || is_known(article, one) || is_known(article, two) {
            return None;
        }
        // Without a given name it may be somebody whom everybody knows, unless they speak here.
        let single = self.words.len() == 1 || other.words.len() == 1;
        let apart = names
            .iter()
            .any(|name| name.words.len() > 1 && self.words.len() == 1 && name.words.last() == self.words.last())
            || names
                .iter()
                .any(|name| name.words.len() > 1 && other.words.len() == 1 && name.words.last() == other.words.last());
        let person = self.person && other.person;
        if single && (apart || !person || one.chars().count() <= SHORTEST) {
            return None;
        }
        let (rare, often) = if self.times < other.times { (self, other) } else { (other, self) };
        let text = article.text();
        Some(Finding {
            code: Code::NameSpelling,
            place: Mark::new(rare.span, ""),
            others: vec![Mark::new(often.span, "")],
            message: format!("“{}” and “{}” may be one name", rare.span.slice(text), often.span.slice(text)),
            help: "spell the name in one way, or tell the two apart",
        })
    }

    /// The one word in which two names differ: of two full names, or of a full name and a surname alone.
    fn differing<'a>(&'a self, other: &'a Self) -> Option<(&'a str, &'a str)> {
        if self.words.len() == 1 && other.words.len() == 1 {
            return None;
        }
        if self.words.len() == 1 || other.words.len() == 1 {
            return Some((self.words.last()?.as_str(), other.words.last()?.as_str())).filter(|(one, two)| one != two);
        }
        if self.words.len() != other.words.len() {
            return None;
        }
        let mut differing = self.words.iter().zip(&other.words).filter(|(one, two)| one != two);
        let first = differing.next()?;
        let alone = differing.next().is_none() && self.words.last() != other.words.last();
        alone.then_some((first.0.as_str(), first.1.as_str()))
    }
}

fn named(mention: &Mention) -> Option<(Span, NameType)> {
    match &mention.kind {
        MentionKind::Name { sort, .. } => Some((mention.span, *sort)),
        MentionKind::Quantity(_) | MentionKind::Time(_) | MentionKind::Quote(_) => None,
    }
}

/// Whether two words are one slip of the pen apart, and neither is the plural of the other, nor of another gender or case.
fn is_slip(one: &str, two: &str) -> bool {
    let long = one.chars().count() >= SHORTEST && two.chars().count() >= SHORTEST;
    let (short, wide) = if one.len() < two.len() { (one, two) } else { (two, one) };
    let inflected = wide.strip_prefix(short).is_some_and(|ending| !ending.is_empty());
    let digits = one.contains(|c: char| c.is_ascii_digit()) || two.contains(|c: char| c.is_ascii_digit());
    let last_vowels = ends(one, two);
    long && !inflected
        && !digits
        && !last_vowels
        && one.chars().next() == two.chars().next()
        && strsim::osa_distance(one, two) == 1
}

/// "Antonov" and "Antonova" aside, "Kowalski" and "Kowalska" are two people of one name.
fn ends(one: &str, two: &str) -> bool {
    let stem = |word: &str| word.char_indices().next_back().map_or(String::new(), |(at, _)| word[..at].to_owned());
    let vowel = |word: &str| word.ends_with(['a', 'e', 'i', 'o', 'u', 'y']);
    stem(one) == stem(two) && vowel(one) && vowel(two)
}

/// Whether a word means something, or is a place or its people.
fn is_known(article: &Article<'_>, word: &str) -> bool {
    let grammar = article.lore.grammar;
    grammar.is_place(word) || grammar.is_demonym(word) || grammar.is_kind(word) || grammar.is_word(word)
}
