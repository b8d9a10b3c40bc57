//! Lines and beginnings of lines that speak of the article: dates, times, running lengths, names of authors.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;

use crate::corpus::date::{Order, is_month, printed};
use crate::corpus::words::{Word, words};
use crate::value::is_weekday;

/// Whether a line is made of nothing but dates, times, counts and their labels, and is no sentence: "13/03/2024 4 min Episode 7",
/// "Updated".
pub(super) fn is_line(line: &str, order: Order) -> bool {
    if is_sentence(line) || !begins_metadata(line) {
        return false;
    }
    let words: Vec<Word<'_>> = words(line).take(LONGEST_LEAD + 1).collect();
    let mut rest = words.as_slice();
    let mut tells = false;
    while let Some((length, item)) = item(rest, order) {
        tells |= item.tells();
        rest = rest.get(length..).unwrap_or(&[]);
    }
    tells && rest.is_empty() && words.len() <= LONGEST_LEAD
}

/// Whether a line ends with a full stop that is not that of "p.m."
fn is_sentence(line: &str) -> bool {
    let last = || line.split_whitespace().next_back().map_or("", |at| Word { at: 0, text: at }.core());
    line.ends_with('.') && role(last()) != Some(Role::Clock)
}

/// Whether the first word of a line may be a piece of metadata: a number, a mark, a word that is known.
fn begins_metadata(line: &str) -> bool {
    let Some(first) = words(line).next() else { return false };
    let core = first.core();
    !core.starts_with(char::is_alphabetic) || role(core).is_some() || is_month(core) || is_weekday(core)
}

/// Whether a text is a list of names, with the words that join them, and dates and times: "Jane Doe and J. Roe in London".
pub(super) fn are_names(text: &str) -> bool {
    let words: Vec<Word<'_>> = words(text).collect();
    let is_name = |word: Word<'_>| word.is_capital() && !is_month(word.core()) && !is_weekday(word.core());
    let is_first = |word: Word<'_>| is_name(word) || JOBS.contains(&word.core());
    words.first().is_some_and(|first| is_first(*first)) && names(&words) == words.len()
}

/// The bytes of metadata that are glued before the first sentence of a paragraph: "date 2024-03-13 Acme …". They hold a whole
/// date, and what follows begins like a sentence; "On 13 March 2024, Acme …" and "13 March 2024 was …" are sentences themselves.
pub(super) fn lead(paragraph: &str, order: Order) -> usize {
    if !begins_metadata(paragraph) {
        return 0;
    }
    let words: Vec<Word<'_>> = words(paragraph).take(LONGEST_LEAD).collect();
    let start = byline(&words, order);
    let end = start + dated_items(words.get(start..).unwrap_or(&[]), order);
    match (end.checked_sub(1).and_then(|last| words.get(last)), words.get(end)) {
        (Some(last), Some(next)) if end > start && !last.text.ends_with(',') && begins_sentence(next.text) => next.at,
        (_, _) => 0,
    }
}

/// The day of publication that a piece of metadata prints; what is labelled as a later change does not count.
pub(super) fn published(text: &str, order: Order) -> Option<Date> {
    let words: Vec<Word<'_>> = words(text).collect();
    let mut later = false;
    for at in 0..words.len() {
        match item(&words[at..], order) {
            Some((_, Item::Date(Some(date)))) if !later => return Some(date),
            Some((_, Item::Label(Role::First))) => later = false,
            Some((_, Item::Label(Role::Later))) => later = true,
            Some(_) | None => {}
        }
    }
    None
}

/// No metadata before a sentence has more words than this.
const LONGEST_LEAD: usize = 24;

/// One piece of metadata.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    /// A whole date; none inside where day and month cannot be told apart.
    Date(Option<Date>),
    /// A time of day, a length, a number of an episode.
    Count,
    /// A word.
    Label(Role),
    /// A bar, a dash, a dot.
    Separator,
}

impl Item {
    /// Whether it makes metadata of the line that it stands in.
    fn tells(self) -> bool {
        match self {
            Self::Date(_) | Self::Count => true,
            Self::Label(role) => matches!(role, Role::First | Role::Later),
            Self::Separator => false,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    First,
    Later,
    Weak,
    Clock,
    Unit,
    Numbered,
}

/// The piece of metadata that `words` begin with, and the number of its words.
fn item(words: &[Word<'_>], order: Order) -> Option<(usize, Item)> {
    let word = words.first()?;
    if let Some(date) = printed(words, order) {
        return Some((date.words, Item::Date(date.date)));
    }
    let core = word.core();
    if core.is_empty() {
        return Some((1, Item::Separator));
    }
    let next = words.get(1).map(|next| next.core());
    if is_number(core) {
        let counted = next.and_then(role).is_some_and(|role| matches!(role, Role::Unit | Role::Clock));
        return counted.then_some((2, Item::Count)).or_else(|| is_clock(core).then_some((1, Item::Count)));
    }
    match role(core) {
        Some(Role::Numbered) => next.is_some_and(is_number).then_some((2, Item::Count)),
        Some(role @ (Role::First | Role::Later | Role::Weak | Role::Clock)) => Some((1, Item::Label(role))),
        Some(Role::Unit) | None => is_weekday(core).then_some((1, Item::Label(Role::Weak))),
    }
}

/// The number of words that `words` begin with and that are metadata with a whole date, up to the last telling one and the
/// separators behind it.
fn dated_items(words: &[Word<'_>], order: Order) -> usize {
    let (mut at, mut end, mut dated) = (0, 0, false);
    while let Some((length, item)) = item(words.get(at..).unwrap_or(&[]), order) {
        if at == 0 && !item.tells() {
            return 0;
        }
        at += length;
        dated |= matches!(item, Item::Date(_));
        let belongs = match item {
            Item::Date(_) | Item::Count | Item::Separator => true,
            Item::Label(role) => role == Role::Clock,
        };
        end = if belongs { at } else { end };
    }
    if dated { end } else { 0 }
}

/// The number of words of a byline that a date follows.
fn byline(words: &[Word<'_>], order: Order) -> usize {
    let by = words.first().is_some_and(|word| word.core().eq_ignore_ascii_case("by"));
    let dated = |at: &usize| words.get(*at..).is_some_and(|rest| printed(rest, order).is_some());
    let date = if by { (2..words.len()).find(dated) } else { None };
    date.filter(|date| names(&words[1..*date]) + 1 == *date).unwrap_or(0)
}

/// The number of words that `words` begin with and that a list of names may hold.
fn names(words: &[Word<'_>]) -> usize {
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let core = word.core();
        at += match item(&words[at..], Order::Unknown) {
            Some((length, Item::Date(_) | Item::Count | Item::Separator)) => length,
            Some((_, Item::Label(_))) | None if word.is_capital() => 1,
            Some((_, Item::Label(_))) | None
                if JOINS.contains(&core) || JOBS.contains(&core) || word.text.contains('@') =>
            {
                1
            }
            Some((_, Item::Label(_))) | None => return at,
        };
    }
    at
}

/// Words in lower case that stand between names or in them.
const JOINS: &[&str] = &[
    "and", "in", "for", "of", "with", "at", "de", "da", "di", "del", "der", "den", "van", "von", "la", "le", "al",
    "el", "bin", "ibn", "y",
];

/// What authors are, in lower case.
const JOBS: &[&str] = &[
    "staff",
    "writer",
    "writers",
    "reporter",
    "reporters",
    "correspondent",
    "sportswriter",
    "sportswriters",
    "editor",
];

fn begins_sentence(word: &str) -> bool {
    let first = word.trim_start_matches(|c: char| "\"'“‘«([".contains(c)).chars().next();
    first.is_some_and(|c| !c.is_lowercase() && !",;:.!?)".contains(c))
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b',') || byte.is_ascii_alphabetic())
}

/// "14:05", "3pm", "3:15am".
fn is_clock(word: &str) -> bool {
    let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let half = &word[number.len()..];
    let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts = number.split([':', '.']).filter(|part| digits(part)).count();
    let all = number.split([':', '.']).count();
    let halved = half.eq_ignore_ascii_case("am") || half.eq_ignore_ascii_case("pm");
    parts == all && all <= 3 && (halved || (half.is_empty() && number.contains(':')))
}

fn role(word: &str) -> Option<Role> {
    if word.len() > LONGEST_ROLE { None } else { ROLES.get(word.to_lowercase().as_str()).copied() }
}

/// No word of `src/corpus/data/metadata.txt` is longer, in bytes.
const LONGEST_ROLE: usize = 16;

static ROLES: LazyLock<BTreeMap<&'static str, Role>> = LazyLock::new(|| {
    let line = |line: &'static str| {
        let (role, word) = line.split_once(' ')?;
        let role = match role {
            "first" => Role::First,
            "later" => Role::Later,
            "weak" => Role::Weak,
            "clock" => Role::Clock,
            "unit" => Role::Unit,
            "numbered" => Role::Numbered,
            _ => return None,
        };
        Some((word, role))
    };
    include_str!("../data/metadata.txt").lines().filter_map(line).collect()
});
