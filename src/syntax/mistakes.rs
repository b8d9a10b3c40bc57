//! Mistakes that many make, in pieces that the grammar does not read: other signs, other prepositions, digits in groups, open brackets.

use crate::diag::{Code, Diagnostic, Label};
use crate::source::Place;

use super::marks::Marks;

/// Gives the place of two offsets in a piece.
pub(super) type Locate<'l> = &'l dyn Fn(usize, usize) -> Place;

/// Signs that people write for a relation, the longest first, and those of the language.
const SIGNS: &[(&str, &str)] = &[
    ("===", "=="),
    ("=!=", "!="),
    ("=>", ">="),
    ("=<", "<="),
    ("<>", "!="),
    ("=~", "~="),
    ("=/=", "!="),
    ("!==", "!="),
    ("~", "~="),
];

/// Prepositions that people write in front of a date, and those of the language. Of two that end alike the longer one stands later.
const PREPOSITIONS: &[(&str, &str)] = &[
    ("until", "through"),
    ("till", "through"),
    ("til", "through"),
    ("bye", "by"),
    ("buy", "by"),
    ("during", "in"),
    ("within", "in"),
    ("at", "in"),
    ("after", "since"),
    ("starting", "since"),
    ("beginning", "since"),
    ("thru", "through"),
    ("befor", "before"),
    ("form", "from"),
    ("later than", "by"),
    ("no later than", "by"),
];

/// A relation with a sign that is none.
pub(super) fn other_sign(piece: &str, at: usize, locate: Locate<'_>) -> Option<Diagnostic> {
    let is_sign = |c: char| "=<>!~/".contains(c);
    let start = piece.get(..at)?.rfind(|c| !is_sign(c)).map_or(0, |before| before + 1);
    let start = (start..=at).find(|start| piece.is_char_boundary(*start))?;
    let rest = piece.get(start..)?;
    let length = rest.find(|c| !is_sign(c)).unwrap_or(rest.len());
    let written = rest.get(..length)?;
    let (_, meant) = SIGNS.iter().find(|(sign, _)| *sign == written)?;
    let message = format!("`{written}` is no relation");
    Some(error(message, locate(start, start + length)).help(format!("did you mean `{meant}`?")))
}

/// A date behind a word that is no preposition of the language.
pub(super) fn other_preposition(piece: &str, at: usize, locate: Locate<'_>) -> Option<Diagnostic> {
    let rest = piece.get(at..).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))?;
    let before = piece.get(..at)?.trim_end_matches(' ');
    let line = before.get(before.rfind('\n').map_or(0, |line| line + 1)..)?;
    let ends = |word: &str| line.strip_suffix(word).is_some_and(|rest| rest.ends_with(' '));
    let (word, meant) = PREPOSITIONS.iter().rev().find(|(word, _)| ends(word))?;
    let date = rest.split([' ', '\n']).next().unwrap_or(rest);
    let message = format!("no qualifier begins with `{word}`");
    Some(
        error(message, locate(before.len() - word.len(), before.len())).help(format!("did you mean `{meant} {date}`?")),
    )
}

/// A number whose digits stand in groups with spaces between them.
pub(super) fn spaced_digits(piece: &str, at: usize, locate: Locate<'_>) -> Option<Diagnostic> {
    let is_digit = |c: char| c.is_ascii_digit();
    let before = piece.get(..at)?.trim_end_matches(' ');
    let start = before.rfind(|c: char| !is_digit(c)).map_or(0, |last| last + 1);
    let first = before.get(start..).filter(|first| (1..=3).contains(&first.len()))?;
    let words = piece.get(at..)?.split(' ').filter(|word| !word.is_empty());
    let groups: Vec<&str> = words.take_while(|word| word.len() == 3 && word.chars().all(is_digit)).collect();
    groups.first()?;
    let number = format!("{first},{}", groups.join(","));
    let end = at + groups.len() * 4 - 1;
    let place = locate(start, end.min(piece.len()));
    Some(
        error("the groups of a number have no spaces between them".to_owned(), place)
            .help(format!("did you mean `{number}`?")),
    )
}

/// A bracket that nothing closes, or that closes nothing.
pub(super) fn lone_bracket(piece: &str, _: usize, locate: Locate<'_>) -> Option<Diagnostic> {
    let (mut marks, mut open) = (Marks::default(), Vec::new());
    let mut in_comment = false;
    for (at, c) in piece.char_indices() {
        in_comment = c != '\n' && (in_comment || (c == '#' && !marks.is_open()));
        if in_comment || marks.pass(c) {
            continue;
        }
        match c {
            '(' | '[' => open.push((at, c)),
            ')' | ']' if open.pop().map(|(_, opened)| opened) != Some(if c == ')' { '(' } else { '[' }) => {
                return Some(
                    error(format!("this `{c}` closes nothing"), locate(at, at + 1)).help("delete it, or open it"),
                );
            }
            _ => {}
        }
    }
    let (at, c) = open.pop()?;
    let partner = if c == '(' { ')' } else { ']' };
    Some(
        error(format!("this `{c}` is not closed"), locate(at, at + 1)).help(format!("write `{partner}` where it ends")),
    )
}

fn error(message: String, place: Place) -> Diagnostic {
    Diagnostic::error(Code::SyntaxError, message).at(Label::primary(place, ""))
}
