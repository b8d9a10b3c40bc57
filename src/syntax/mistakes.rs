//! Mistakes that many make, in pieces that the grammar does not read: other signs, other prepositions, digits in groups, open brackets.

use crate::diag::{Code, Diagnostic, Label};
use crate::source::Place;

use super::keywords::{first_word, is_slip, preposition_form};
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

/// The relations of the language in signs.
const RELATIONS: &[&str] = &["==", "!=", "<=", ">=", "~=", "<", ">", "≤", "≥", "≠", "≈"];

/// A relation with a sign that is none, with blanks between its signs, or with another one behind it.
pub(super) fn other_sign(piece: &str, at: usize, locate: Locate<'_>) -> Option<Diagnostic> {
    let is_sign = |c: char| "=<>!~/≤≥≠≈".contains(c);
    let before = piece.get(..at)?.trim_end_matches(|c| is_sign(c) || c == ' ').len();
    let run = piece.get(before..)?;
    let length = run.find(|c: char| !is_sign(c) && c != ' ').unwrap_or(run.len());
    let (start, written) = (before + blanks(run), run.get(..length)?.trim_matches(' '));
    let place = locate(start, start + written.len());
    let signs: Vec<&str> = written.split(' ').filter(|signs| !signs.is_empty()).collect();
    let together = signs.concat();
    let meant = SIGNS.iter().find(|(sign, _)| *sign == together).map(|(_, meant)| *meant);
    if let Some(meant) = meant.or_else(|| RELATIONS.iter().copied().find(|sign| signs.len() > 1 && *sign == together)) {
        let message = format!("`{written}` is no relation");
        return Some(error(message, place).help(format!("did you mean `{meant}`?")));
    }
    let (first, behind) = signs.split_first()?;
    let second = behind.first().copied().or_else(|| sign_behind(first));
    let second = second.filter(|second| SIGNS.iter().any(|(sign, _)| sign == second) || RELATIONS.contains(second))?;
    let message = "two relations stand one behind the other".to_owned();
    let second = SIGNS.iter().find(|(sign, _)| *sign == second).map_or(second, |(_, meant)| meant);
    Some(error(message, place).help(format!("keep one of them: `{second}`?")))
}

/// The sign behind a relation that nothing stands between.
fn sign_behind(signs: &str) -> Option<&str> {
    RELATIONS.iter().find_map(|first| signs.strip_prefix(first)).filter(|rest| !rest.is_empty())
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

/// A date behind a word that is no preposition of the language.
pub(super) fn other_preposition(piece: &str, at: usize, locate: Locate<'_>) -> Option<Diagnostic> {
    let rest = piece.get(at..).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))?;
    let before = piece.get(..at)?.trim_end_matches(' ');
    let line = before.get(before.rfind('\n').map_or(0, |line| line + 1)..)?;
    let ends = |word: &str| line.strip_suffix(word).is_some_and(|rest| rest.ends_with(' '));
    let last = line.rsplit(' ').next()?;
    let known = PREPOSITIONS.iter().rev().find(|(word, _)| ends(word)).copied();
    let Some((word, meant)) = known.or_else(|| Some((last, slip_of_preposition(last)?))) else {
        return lone_year(rest, at, locate);
    };
    let message = format!("no qualifier begins with `{word}`");
    let example = with_value(word, meant, rest);
    Some(error(message, locate(before.len() - word.len(), before.len())).help(format!("did you mean `{example}`?")))
}

/// A year without a preposition.
fn lone_year(rest: &str, at: usize, locate: Locate<'_>) -> Option<Diagnostic> {
    let year =
        rest.split([' ', '\n']).next().filter(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()))?;
    let message = format!("`{year}` goes with nothing here");
    Some(error(message, locate(at, at + year.len())).help(format!("did you mean `by {year}` or `in {year}`?")))
}

/// How a qualifier is written that was begun with another word. A length of time goes with `over`.
fn with_value(written: &str, meant: &str, rest: &str) -> String {
    let mut words = rest.split([' ', '\n']).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or(rest);
    let unit = words.next().filter(|unit| UNITS_OF_TIME.contains(&unit.trim_end_matches('s')));
    match unit {
        Some(unit) if matches!(written, "within" | "during") => format!("over {first} {unit}"),
        _ => format!("{meant} {first}"),
    }
}

const UNITS_OF_TIME: &[&str] = &["day", "week", "month", "quarter", "year", "decade", "hour", "minute"];

/// The preposition that a word is a slip of the pen for.
fn slip_of_preposition(word: &str) -> Option<&'static str> {
    let lower = word.to_lowercase();
    DATED.iter().copied().find(|known| is_slip(word, known) || (lower == **known && word != *known))
}

/// The prepositions of the language that a date stands behind.
const DATED: &[&str] = &["announced", "through", "before", "since", "from", "over", "by", "in", "on"];

/// A keyword with a blank in place of its hyphen.
pub(super) fn blank_in_keyword(piece: &str, _: usize, locate: Locate<'_>) -> Option<Diagnostic> {
    const WRITTEN: &str = "known wrong";
    /// How often it is looked for; a text that says it more often is none of a person.
    const MOST_LOOKS: usize = 20;
    let is_bare = |at: usize| {
        let mut marks = Marks::default();
        let before = piece.get(..at).unwrap_or("");
        before.chars().for_each(|c| _ = marks.pass(c));
        !marks.is_open() && (before.is_empty() || before.ends_with([' ', '\n']))
    };
    let (start, _) = piece.match_indices(WRITTEN).take(MOST_LOOKS).find(|(at, _)| is_bare(*at))?;
    let diagnostic = Diagnostic::error(Code::UnknownField, format!("no field is named `{WRITTEN}`"));
    let label = Label::primary(locate(start, start + WRITTEN.len()), "");
    Some(diagnostic.at(label).help("did you mean `known-wrong`?"))
}

/// Two dates with `between` and `and`.
pub(super) fn dates_between(piece: &str, at: usize, locate: Locate<'_>) -> Option<Diagnostic> {
    let start = piece.get(..at)?.strip_suffix("between ")?.len();
    let line = piece.get(at..)?.split('\n').next()?;
    let (from, rest) = line.split_once(" and ")?;
    let to = rest.split(' ').next()?;
    let message = "no qualifier begins with `between`".to_owned();
    let help = format!("did you mean `from {from} to {to}`?");
    Some(error(message, locate(start, start + "between".len())).help(help))
}

/// Two values or two assertions with `and` or `or` between them.
pub(super) fn joined(piece: &str, at: usize, locate: Locate<'_>) -> Option<Diagnostic> {
    let line_start = piece.get(..at)?.rfind('\n').map_or(0, |line| line + 1);
    let words = || piece.get(line_start..at).unwrap_or("").split(' ').filter(|word| !word.is_empty());
    let word = first_word(piece.get(at..)?);
    let is_joint = |word: &str| matches!(word, "and" | "or" | "AND" | "OR" | "&&" | "||" | "&");
    let last = words().next_back().unwrap_or("");
    let from = if is_joint(word) {
        at
    } else if is_joint(last) || (piece.get(at..)?.starts_with("==") && words().any(is_joint)) {
        let joint = if is_joint(last) { last } else { words().find(|word| is_joint(word))? };
        line_start + piece.get(line_start..at)?.rfind(&format!(" {joint} "))? + 1
    } else {
        return None;
    };
    let joint = first_word(piece.get(from..)?);
    let help = "write one assertion a line; names go with commas, and a range is `in 140 .. 150`";
    Some(error(format!("`{joint}` joins nothing here"), locate(from, from + joint.len())).help(help))
}

/// Words for a relation behind a relation, one of which begins a qualifier too: `is over 5`.
pub(super) fn relation_of_words(piece: &str, at: usize, locate: Locate<'_>) -> Option<Diagnostic> {
    let rest = piece.get(at..)?.strip_prefix("over ")?;
    let value = rest.split('\n').next()?.split(" by ").next()?.trim();
    let before = piece.get(..at)?.trim_end_matches(' ');
    let relation = ["is", "=="].into_iter().find(|relation| before.ends_with(relation))?;
    let message = format!("`{relation} over` is no relation");
    let help = format!("did you mean `is more than {value}`?");
    Some(error(message, locate(before.len() - relation.len(), at + "over".len())).help(help))
}

/// A qualifier with nothing behind it.
pub(super) fn empty_qualifier(piece: &str, at: usize, locate: Locate<'_>) -> Option<Diagnostic> {
    let word = first_word(piece.get(at..)?.split('\n').next()?);
    let example = preposition_form(word)?;
    let message = format!("`{word}` has nothing behind it that it could go with");
    Some(
        error(message, locate(at, at + word.len()))
            .help(format!("write it like `{example}`, or put a name that holds `{word}` between quotation marks")),
    )
}

/// A comma, a semicolon or the like between the parts of an assertion or at its end.
pub(super) fn stray_stop(piece: &str, at: usize, locate: Locate<'_>) -> Option<Diagnostic> {
    let stop = piece.get(at..)?.chars().next().filter(|c| ",;.:!?([{".contains(*c))?;
    let (before, behind) = (piece.get(..at)?, piece.get(at + stop.len_utf8()..)?);
    let is_digit = |c: char| c.is_ascii_digit();
    if stop == ':' && before.ends_with(is_digit) && behind.starts_with(is_digit) {
        let message = "`:` stands in no number".to_owned();
        return Some(error(message, locate(at, at + 1)).help("a score is written `3-1`, a time of day `14:30`"));
    }
    let message = format!("`{stop}` does not belong here");
    let is_id = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    let help = match before.trim_end() {
        name if stop == ':' && is_id(name) && !behind.trim().is_empty() => {
            format!("a check gets its name on the line above it: `check {name}`")
        }
        _ => "delete it: between the parts of an assertion stand blanks alone, and at its end nothing".to_owned(),
    };
    Some(error(message, locate(at, at + 1)).help(help))
}

/// Tags in the signs of other notations: `[lead]`, `@lead`.
pub(super) fn tags_in_signs(piece: &str, at: usize, locate: Locate<'_>) -> Option<Diagnostic> {
    let line = piece.get(at..)?.split('\n').next()?;
    let is_word = |c: char| c.is_alphanumeric() || "-_".contains(c);
    let (tags, end, owner) = match line.strip_prefix('@') {
        Some(rest) => {
            let tag = rest.split(|c| !is_word(c)).next()?;
            (tag, 1 + tag.len(), format!("; whose it is, `owner @{tag}`"))
        }
        None => {
            let tags = line.strip_prefix('[')?.split(']').next()?;
            (tags, tags.len() + 2, "; its name stands on the line above it: `check NAME`".to_owned())
        }
    };
    let is_list = tags.split(',').all(|tag| tag.trim().starts_with(char::is_alphabetic));
    if !is_list || !tags.chars().all(|c| is_word(c) || ", ".contains(c)) || end > line.len() {
        return None;
    }
    let message = format!("`{}` is not how a check is tagged", line.get(..end)?);
    let help = format!("tags stand behind the check or below it: `tags {}`{owner}", tags.trim());
    Some(error(message, locate(at, at + end)).help(help))
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
