//! `name-spelling`: a name that is spelled in two ways.
//!
//! Two words of names are near where one letter more, one less, one other, or two in the other order make one of the other. Such words
//! lie in one bucket: those that come to the same when a letter is left out.

use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::ZoneKind;
use crate::diag::Code;
use crate::extract::{Mention, MentionKind, key};
use crate::source::Span;
use crate::text::american;

use super::article::{Article, Sentence};
use super::{Finding, Mark};

/// Finds names that change their spelling.
pub(super) fn find(article: &Article<'_>) -> Vec<Finding> {
    let names = Names::of(article);
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for bucket in names.near().values().filter(|bucket| (2..=LARGEST_BUCKET).contains(&bucket.len())) {
        for (one, other) in pairs(bucket) {
            if seen.insert((*one, *other)) {
                found.extend(names.slip(article, one, other));
            }
        }
    }
    found
}

/// In a larger bucket are no slips of the pen, but a list.
const LARGEST_BUCKET: usize = 8;

/// Shorter words may be near one another and mean two things.
const SHORTEST: usize = 5;

/// Behind a given name that both have, words may be so short: "Marta Hol" and "Marta Holl".
const SHORTEST_SURNAME: usize = 3;

fn pairs<'a>(bucket: &'a BTreeSet<&'a str>) -> impl Iterator<Item = (&'a &'a str, &'a &'a str)> {
    bucket.iter().enumerate().flat_map(|(at, one)| bucket.iter().skip(at + 1).map(move |other| (one, other)))
}

/// The words of the names of an article, in small letters.
struct Names {
    words: BTreeMap<String, Word>,
}

/// A word of names.
#[derive(Default)]
struct Word {
    /// Where it stands.
    places: Vec<Span>,
    /// The names that it is a word of, once each.
    names: BTreeSet<Name>,
}

impl Word {
    /// Whether it is a name by itself, and a part of no other.
    fn is_alone(&self) -> bool {
        self.names.iter().all(|name| *name == Name::default())
    }

    /// Whether it stands behind a title somewhere.
    fn is_titled(&self, article: &Article<'_>) -> bool {
        let before = |place: &Span| Span { end: place.start, ..article.whole() }.slice(article.text());
        let last = |place: &Span| before(place).split_whitespace().next_back().map(str::to_owned);
        self.places.iter().filter_map(last).any(|word| article.lore.grammar.is_title(&word))
    }

    /// Whether somebody of this name says something: "Holm said".
    fn says(&self, article: &Article<'_>) -> bool {
        let behind = |place: &Span| Span { start: place.end, ..article.whole() }.slice(article.text());
        let next = |place: &Span| behind(place).split_whitespace().next().map(str::to_owned);
        self.places.iter().filter_map(next).any(|word| article.lore.grammar.is_framing(&word))
    }
}

/// What stands with a word in a name: the words before it and those behind it.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    before: Vec<String>,
    behind: Vec<String>,
}

impl Names {
    fn of(article: &Article<'_>) -> Self {
        let mut words: BTreeMap<String, Word> = BTreeMap::new();
        for sentence in article.sentences().filter(|sentence| sentence.zone != ZoneKind::Metadata) {
            for span in sentence.mentions.iter().filter_map(named).chain(headline_words(article, sentence)) {
                add(article, span, &mut words);
            }
        }
        Self { words }
    }

    /// Words by what they come to without one of their letters.
    fn near(&self) -> BTreeMap<String, BTreeSet<&str>> {
        let mut buckets: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for word in self.words.keys().filter(|word| (SHORTEST_SURNAME..=LONGEST).contains(&word.chars().count())) {
            buckets.entry(word.clone()).or_default().insert(word);
            for (at, letter) in word.char_indices() {
                let (head, tail) = word.split_at(at);
                let rest = tail.get(letter.len_utf8()..).unwrap_or_default();
                buckets.entry(format!("{head}{rest}")).or_default().insert(word);
            }
        }
        buckets
    }

    fn slip(&self, article: &Article<'_>, one: &str, other: &str) -> Option<Finding> {
        let slip = Slip::between(one, other)?;
        // Who swaps two letters of a word that means something has no other word in mind.
        let known = match (is_known(article, one), is_known(article, other)) {
            (false, false) => false,
            (true, true) => true,
            (true, false) | (false, true) => slip != Slip::Swap || one.chars().count() <= SHORTEST,
        };
        let (first, second) = (self.words.get(one)?, self.words.get(other)?);
        let is_short = [one, other].into_iter().any(|word| word.chars().count() < SHORTEST);
        if is_short && !(slip == Slip::Pen && have_one_given_name(first, second)) {
            return None;
        }
        let once = first.places.len() == 1 || second.places.len() == 1;
        if known || !once || !is_one_name(slip, one, first, second) {
            return None;
        }
        // "President Holm" may be somebody whom everybody knows.
        if [first, second].into_iter().any(|word| word.is_alone() && word.is_titled(article)) {
            return None;
        }
        let spoken = [first, second].into_iter().any(|word| word.is_alone() && word.says(article));
        if slip == Slip::Letter && (first.is_alone() || second.is_alone()) && !spoken {
            return None;
        }
        let later = first.places.first() > second.places.first();
        let is_first = first.places.len() < second.places.len() || first.places.len() == second.places.len() && later;
        let (rare, often) = if is_first { (first, second) } else { (second, first) };
        let (rare, often) = (*rare.places.first()?, *often.places.first()?);
        let either = article.between(rare, often) == "or" || article.between(often, rare) == "or";
        (!either).then(|| finding(article, rare, often))
    }
}

/// Longer words are no words.
const LONGEST: usize = 30;

fn finding(article: &Article<'_>, rare: Span, often: Span) -> Finding {
    let (one, other) = (rare.slice(article.text()), often.slice(article.text()));
    Finding {
        code: Code::NameSpelling,
        place: Mark::new(rare, ""),
        others: vec![Mark::new(often, "")],
        message: format!("“{one}” and “{other}” may be one name"),
        help: "spell the name in one way, or tell the two apart",
    }
}

/// How one word becomes another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slip {
    /// Two letters have changed places.
    Swap,
    /// A letter is left out, or stands there twice: the pen slips so.
    Pen,
    /// Another letter: so may two names differ.
    Letter,
}

impl Slip {
    /// None where the words are further apart, or come to one by grammar or custom: a plural, a genitive, another gender, an accent,
    /// the two spellings of English.
    fn between(one: &str, other: &str) -> Option<Self> {
        let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
        let inflected = long.starts_with(short) && !is_doubled(short, long) || is_other_vowel(one, other);
        let written = one.is_ascii() && other.is_ascii() && !one.contains(|c: char| !c.is_ascii_alphabetic());
        let opens = one.chars().next() == other.chars().next();
        if inflected || american(one) == american(other) || !written || !opens || strsim::osa_distance(one, other) != 1
        {
            return None;
        }
        let moved = one.len() == other.len() && strsim::hamming(one, other).is_ok_and(|letters| letters == 2);
        Some(match one.len() == other.len() {
            true if moved => Self::Swap,
            true => Self::Letter,
            false => Self::Pen,
        })
    }
}

/// Whether the last letter of a word stands there twice: no ending does that, but for a genitive.
fn is_doubled(short: &str, long: &str) -> bool {
    let last = short.chars().next_back().filter(|last| last.is_alphabetic() && *last != 's');
    last.is_some_and(|last| long.strip_prefix(short) == Some(last.encode_utf8(&mut [0; 4])))
}

/// "Kowalski" and "Kowalska" are two people of one name.
fn is_other_vowel(one: &str, other: &str) -> bool {
    let vowels = ['a', 'e', 'i', 'o', 'u', 'y'];
    let stem = |word: &str| word.strip_suffix(vowels).map(str::to_owned);
    stem(one).is_some() && stem(one) == stem(other)
}

/// Whether what stands with the two words lets them be one: the same words, or none with one of them, and no other name beside.
fn is_one_name(slip: Slip, one: &str, first: &Word, second: &Word) -> bool {
    let length = one.chars().count();
    let whole = |word: &Word| word.names.iter().any(|name| *name != Name::default());
    let shared = first.names.iter().any(|name| *name != Name::default() && second.names.contains(name));
    let shared = shared || slip != Slip::Letter && goes_on(first, second);
    if shared {
        return true;
    }
    // A surname alone, or a name of one word. It may not be the given name of somebody else.
    let given = |word: &Word| word.names.iter().any(|name| name.before.is_empty() && !name.behind.is_empty());
    match (whole(first), whole(second)) {
        (true, true) => false,
        (false, false) => slip != Slip::Letter,
        (true, false) | (false, true) if given(first) || given(second) => false,
        (true, false) | (false, true) => slip != Slip::Letter || length > SHORTEST,
    }
}

/// Whether both words stand behind the same given name.
fn have_one_given_name(first: &Word, second: &Word) -> bool {
    let is_surname = |name: &&Name| !name.before.is_empty() && name.behind.is_empty();
    first.names.iter().filter(is_surname).any(|name| second.names.contains(name))
}

/// Whether a name of one word goes on as one of the other does, and begins later: "the Holm Center" and "the Erik Homl Center".
fn goes_on(first: &Word, second: &Word) -> bool {
    let ends = |name: &Name, other: &Name| {
        !name.behind.is_empty() && name.behind == other.behind && name.before.ends_with(&other.before)
    };
    first
        .names
        .iter()
        .take(MOST_NAMES)
        .any(|name| second.names.iter().take(MOST_NAMES).any(|other| ends(name, other) || ends(other, name)))
}

/// So many names of one word are looked at.
const MOST_NAMES: usize = 8;

fn add(article: &Article<'_>, span: Span, words: &mut BTreeMap<String, Word>) {
    let text = span.slice(article.text());
    let placed: Vec<(String, Span)> = text
        .split_whitespace()
        .map(|word| {
            let start = span.start as usize + (word.as_ptr() as usize - text.as_ptr() as usize);
            (key(word), Span::new(start, start + word.len()))
        })
        .collect();
    let row = |words: &[(String, Span)]| words.iter().map(|(word, _)| word.clone()).collect();
    for (at, (word, place)) in placed.iter().enumerate().filter(|_| placed.len() <= LONGEST_NAME) {
        let entry = words.entry(word.clone()).or_default();
        let (before, behind) = placed.split_at(at);
        entry.names.insert(Name { before: row(before), behind: row(behind.get(1..).unwrap_or_default()) });
        entry.places.push(*place);
    }
}

/// Names of more words are no names of people.
const LONGEST_NAME: usize = 5;

fn named(mention: &Mention) -> Option<Span> {
    match &mention.kind {
        MentionKind::Name { .. } => Some(mention.span),
        MentionKind::Quantity(_) | MentionKind::Time(_) | MentionKind::Quote(_) => None,
    }
}

/// In a headline in capitals names are found by the body alone; a name that is spelled otherwise there is none of them.
fn headline_words<'a>(article: &Article<'a>, sentence: Sentence<'a>) -> impl Iterator<Item = Span> {
    let text = if sentence.zone == ZoneKind::Headline { sentence.span.slice(article.text()) } else { "" };
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.starts_with(char::is_uppercase));
    let placed = words.map(move |word| {
        let start = sentence.span.start as usize + (word.as_ptr() as usize - text.as_ptr() as usize);
        Span::new(start, start + word.len())
    });
    let is_free = move |span: &Span| !sentence.mentions.iter().filter_map(named).any(|name| name.overlaps(*span));
    placed.filter(is_free)
}

/// Whether a word means something, or is a place or its people.
fn is_known(article: &Article<'_>, word: &str) -> bool {
    article.lore.grammar.is_word(word)
}
