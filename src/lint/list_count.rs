//! `list-count`: a list of names whose length is not the number that was announced.

use crate::diag::Code;
use crate::source::Span;
use crate::value::{Dimension, Number};

use super::article::{Article, Figure, Sentence};
use super::{Finding, Mark};

/// Longer lists are not counted.
const MOST: i128 = 12;

/// A name of a list has at most so many words.
const LONGEST_NAME: usize = 6;

/// Finds lists that are too long or too short.
pub(super) fn find(article: &Article<'_>) -> Vec<Finding> {
    let in_sentence = |sentence: Sentence<'_>| {
        let figures = sentence.figures();
        figures.iter().filter_map(|figure| miscounted(article, sentence, figure)).collect::<Vec<_>>()
    };
    article.sentences().flat_map(in_sentence).collect()
}

fn miscounted(article: &Article<'_>, sentence: Sentence<'_>, figure: &Figure<'_>) -> Option<Finding> {
    let count = counted(figure)?;
    let behind = article.behind(sentence, figure.span);
    let list = List::read(article, opened(behind)?)?;
    if list.least <= count && count <= list.most {
        return None;
    }
    let start = figure.span.end as usize + (behind.len() - opened(behind)?.len());
    let names = Span::new(start, start + list.length);
    Some(Finding {
        code: Code::ListCount,
        place: Mark::new(figure.span, ""),
        others: vec![Mark::new(names, format!("{} names", list.least))],
        message: format!("“{}” is followed by {} names", figure.span.slice(article.text()), list.least),
        help: "mend the number, or the list",
    })
}

/// The number of a plain small count of things: "three companies".
fn counted(figure: &Figure<'_>) -> Option<i128> {
    let quantity = &figure.mention.quantity;
    let plain = quantity.unit.dimension == Dimension::Count && quantity.amount.states_nominal();
    let number = quantity.amount.nominal.and_then(Number::to_integer).filter(|_| plain)?;
    (2..=MOST).contains(&number).then_some(number)
}

/// What stands behind the mark that opens a list: "four cities: …", "the four cities, …", "four cities — …", "four cities will pay: …".
fn opened(behind: &str) -> Option<&str> {
    let rest = behind.trim_start();
    let beside = || rest.strip_prefix([':', ',', '–', '—']).or_else(|| rest.strip_prefix("--"));
    Some(beside().or_else(|| told_of(rest))?.trim_start())
}

/// What stands behind the colon of a short clause about what was counted, and about nothing else that a list may be of.
fn told_of(rest: &str) -> Option<&str> {
    let (clause, list) = rest.split_once(':')?;
    let is_several = |word: &str| word.ends_with('s') && !word.ends_with("ss") && word.len() > SHORTEST_PLURAL;
    let is_plain = |word: &str| word.chars().all(|c| c.is_alphabetic() || c == '-') && !is_several(word);
    let words = clause.split_whitespace();
    (words.clone().count() <= LONGEST_CLAUSE && words.into_iter().all(is_plain)).then_some(list)
}

/// So many words at most stand between what is counted and the colon.
const LONGEST_CLAUSE: usize = 6;

/// "is", "was" and "has" are no plurals.
const SHORTEST_PLURAL: usize = 3;

/// The names of a list that ends with its sentence.
struct List {
    least: i128,
    most: i128,
    length: usize,
}

impl List {
    /// A list of names and nothing else up to the end of the sentence; none where anything else stands in it. Where "and" may
    /// belong to a name, the number lies between `least` and `most`.
    fn read(article: &Article<'_>, text: &str) -> Option<Self> {
        let length = text.trim_end().strip_suffix('.')?.len();
        let whole = text.get(..length)?;
        let separator = if whole.contains(';') { ';' } else { ',' };
        let parts: Vec<&str> = whole.split(separator).map(str::trim).collect();
        let (last, before) = parts.split_last()?;
        let (oxford, tail) = match last.strip_prefix("and ") {
            Some(rest) => (true, rest),
            None => (false, *last),
        };
        let names: Vec<&str> = tail.split(" and ").collect();
        let joined = before.iter().map(|part| part.matches(" and ").count()).sum::<usize>() + names.len() - 1;
        let inner = before.iter().flat_map(|part| part.split(" and "));
        let all: Vec<&str> = inner.chain(names.iter().copied()).collect();
        let closed = oxford || names.len() > 1;
        if !closed || !all.iter().all(|name| is_name(name)) || is_place_in_place(article, &all) {
            return None;
        }
        let least = before.len() + 1 + usize::from(!oxford);
        let most = if oxford { least + joined } else { before.len() + 1 + joined };
        Some(Self { least: i128::try_from(least).ok()?, most: i128::try_from(most).ok()?, length })
    }
}

/// Small words that names hold.
const SMALL: [&str; 10] = ["of", "the", "de", "la", "del", "van", "von", "al", "bin", "&"];

/// A row of words with capitals, small "of", "the" and "de" aside.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let fits = |word: &&str| word.starts_with(char::is_uppercase) || SMALL.contains(word);
    let plain = !text.contains(['(', ')', '"', '“', '”', ':', '—', '–']);
    plain
        && !words.is_empty()
        && words.len() <= LONGEST_NAME
        && words.iter().all(fits)
        && words.iter().any(|word| word.starts_with(char::is_uppercase))
}

/// "Oslo, Norway, and Bergen": some of the names are countries and others are not, and may be where these lie. Of "Paris, Texas" it
/// cannot be told, so that a list of places counts only where none of them is wide.
fn is_place_in_place(article: &Article<'_>, names: &[&str]) -> bool {
    let wide = names.iter().filter(|name| article.lore.grammar.is_country(name)).count();
    let other = names.iter().any(|name| name.ends_with('.') || name.len() < 3);
    other || wide > 0 && wide < names.len()
}
