//! The phrases that give away what a block is, read once from `src/corpus/data/phrases.txt`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::corpus::ZoneKind;
use crate::corpus::words::{bare_end, count, ends_sentence, find, starts_with};

use super::metadata::are_names;

/// What a block is by its phrases, and how it was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    /// The zone.
    pub kind: ZoneKind,
    /// Whether short blocks behind it belong to it.
    pub opens_section: bool,
}

/// What a block is, as far as a phrase at its start or its end tells.
pub(super) fn of_block(block: &str) -> Option<Match> {
    at_start(block).or_else(|| at_end(block)).map(Rule::as_match)
}

/// What the words behind the last full stop of a block are, as far as a phrase tells: a credit, a link.
pub(super) fn of_tail(tail: &str) -> Option<ZoneKind> {
    let tail = without_marks(tail);
    rules(&PHRASES.starts, tail.chars().next())
        .find(|rule| rule.mode != Mode::Ends && rule.kind != ZoneKind::Metadata && rule.begins(tail).is_some())
        .map(|rule| rule.kind)
}

/// A block that a phrase of the list begins has at most this many words: a longer one is a paragraph about it.
const LONGEST: usize = 60;
/// A line, as against a sentence, has at most this many words.
const LONGEST_LINE: usize = 15;
/// The credit of a picture stands in so many last bytes of its legend.
const CREDIT: usize = 100;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Whole,
    Section,
    Line,
    Names,
    Starts,
    Ends,
    Credit,
}

#[derive(Debug)]
struct Rule {
    kind: ZoneKind,
    mode: Mode,
    head: &'static str,
    rest: Vec<&'static str>,
}

impl Rule {
    fn as_match(&self) -> Match {
        Match { kind: self.kind, opens_section: self.mode == Mode::Section }
    }

    /// What is left of `text` behind the phrase, if it begins with it.
    fn begins<'a>(&self, text: &'a str) -> Option<&'a str> {
        let mut rest = &text[starts_with(text, self.head)?..];
        for part in &self.rest {
            let at = find(rest, part, LONGEST * 6)?;
            rest = &rest[at + starts_with(&rest[at..], part)?..];
        }
        Some(rest)
    }

    fn holds_at_start(&self, block: &str) -> bool {
        let Some(rest) = self.begins(block) else { return false };
        match self.mode {
            Mode::Whole | Mode::Section => rest.len() <= CREDIT && rest.chars().all(is_tail),
            Mode::Line => !rest.is_empty() && is_line(block),
            Mode::Names => is_line(block) && are_names(rest),
            Mode::Starts => count(block, LONGEST + 1) <= LONGEST,
            Mode::Ends | Mode::Credit => false,
        }
    }
}

/// Whether a character may follow a phrase that stands alone: "Comments (12)", "Related: >".
fn is_tail(c: char) -> bool {
    c.is_whitespace() || c.is_ascii_digit() || ":…!>»→()[]|-–—*".contains(c)
}

fn is_line(block: &str) -> bool {
    !ends_sentence(block) && count(block, LONGEST) <= LONGEST_LINE
}

fn at_start(block: &str) -> Option<&'static Rule> {
    let block = without_marks(block);
    rules(&PHRASES.starts, block.chars().next()).find(|rule| rule.holds_at_start(block))
}

fn at_end(block: &str) -> Option<&'static Rule> {
    let bare = bare_end(block).trim_end_matches('.');
    let by_ending = rules(&PHRASES.ends, bare.chars().next_back()).find(|rule| ends_with(bare, rule.head));
    let rule = by_ending.or_else(|| credit(block))?;
    (count(block, LONGEST + 1) <= LONGEST).then_some(rule)
}

/// The credit that closes a legend, in brackets or behind its last full stop: "(AP Photo/Jane Doe)".
fn credit(block: &str) -> Option<&'static Rule> {
    let near = block.len().saturating_sub(CREDIT);
    let near = (near..block.len()).find(|at| block.is_char_boundary(*at))?;
    let tail = &block[near..];
    let at = match tail.rfind(['(', '[', '|']) {
        Some(at) => at,
        None if ends_sentence(block) => return None,
        None => tail.rfind(". ")?,
    };
    let tail = without_marks(&tail[at..]);
    rules(&PHRASES.starts, tail.chars().next()).find(|rule| rule.mode == Mode::Credit && rule.begins(tail).is_some())
}

fn ends_with(text: &str, phrase: &str) -> bool {
    let Some(at) = text.len().checked_sub(phrase.len()) else { return false };
    let inside_word = phrase.starts_with(char::is_alphanumeric)
        && text.get(..at).is_some_and(|before| before.ends_with(char::is_alphanumeric));
    text.get(at..).is_some_and(|end| end.eq_ignore_ascii_case(phrase)) && !inside_word
}

fn without_marks(block: &str) -> &str {
    let bare = block.trim_start_matches(|c: char| c.is_whitespace() || "([*|>»•·.-–—".contains(c));
    if block.starts_with("(c)") || block.starts_with("(C)") { block } else { bare }
}

type Bins = BTreeMap<char, Vec<Rule>>;

struct Phrases {
    /// By the first letter of the phrase.
    starts: Bins,
    /// By the last one.
    ends: Bins,
}

/// The rules of the bin of a letter; all numbers share one.
fn rules(bins: &'static Bins, letter: Option<char>) -> impl Iterator<Item = &'static Rule> {
    let letter = letter.and_then(|c| c.to_lowercase().next());
    let bin = letter.map(|c| if c.is_ascii_digit() { '#' } else { c });
    bin.and_then(|bin| bins.get(&bin)).into_iter().flatten()
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut phrases = Phrases { starts: Bins::new(), ends: Bins::new() };
    for rule in include_str!("../data/phrases.txt").lines().filter_map(rule) {
        let (bins, letter) = match rule.mode {
            Mode::Ends => (&mut phrases.ends, rule.head.chars().next_back()),
            Mode::Whole | Mode::Section | Mode::Line | Mode::Names | Mode::Starts | Mode::Credit => {
                (&mut phrases.starts, rule.head.chars().next())
            }
        };
        bins.entry(letter.unwrap_or('#')).or_default().push(rule);
    }
    phrases
});

/// A line of the data file; none for a comment or a blank line.
fn rule(line: &'static str) -> Option<Rule> {
    let (kind, line) = line.split_once(' ')?;
    let (mode, phrase) = line.split_once(' ')?;
    let kind = match kind {
        "boilerplate" => ZoneKind::Boilerplate,
        "metadata" => ZoneKind::Metadata,
        "caption" => ZoneKind::Caption,
        _ => return None,
    };
    let mode = match mode {
        "whole" => Mode::Whole,
        "section" => Mode::Section,
        "line" => Mode::Line,
        "names" => Mode::Names,
        "starts" => Mode::Starts,
        "ends" => Mode::Ends,
        "credit" => Mode::Credit,
        _ => return None,
    };
    let mut parts = phrase.split('…').map(str::trim);
    Some(Rule { kind, mode, head: parts.next()?, rest: parts.collect() })
}
