//! Why a line is broken, in words for people, with the nearest right thing where there is one.

use crate::diag::{Code, Diagnostic, Label, nearest};
use crate::source::{FileId, Place, Span};

use super::build::Unbuilt;
use super::keywords::{DECLARATION_WORDS, FIELD_FORMS, OPENING_WORDS, begins_part, first_word, is_slip, opening_form};
use super::marks::Marks;
use super::mistakes::{
    Locate, blank_in_keyword, dates_between, empty_qualifier, joined, lone_bracket, other_preposition, other_sign,
    relation_of_words, spaced_digits, stray_stop, tags_in_signs,
};
use super::parser::{Failure, Rule};
use super::reader::Trouble;
use super::signs::Strange;

/// Explains a piece with the offset where it stops making sense, if it is of the sort that it knows.
type Attempt = fn(&str, usize, Locate<'_>) -> Option<Diagnostic>;

/// The diagnostic of a declaration or table that cannot be read; `end` is where it ends.
pub(super) fn trouble(file: FileId, piece: &str, trouble: &Trouble, end: usize) -> Diagnostic {
    let at = trouble.at.min(end);
    let start = end - piece.len();
    if let Some(mark) = open_mark(piece) {
        let span = Span::new(start + mark, start + line_end(piece, mark));
        return unclosed(Place { file, span });
    }
    let rest = piece.get(at - start..).unwrap_or("");
    let place = Place { file, span: Span::new(at, at + word_length(rest)) };
    let keyword = first_word(piece);
    let found = found(rest);
    let diagnostic = Diagnostic::error(Code::SyntaxError, format!("expected {}, found {found}", trouble.expected))
        .at(Label::primary(place, format!("in this `{keyword}`")));
    if keyword == "number" && rest.starts_with("of ") {
        return diagnostic.help("to count things, write `count of …`; `number` declares a word for a number");
    }
    diagnostic
}

/// The diagnostic of a piece that the grammar does not read.
fn failure(piece: &str, failure: &Failure, locate: Locate<'_>) -> Diagnostic {
    let at = floor(piece, failure.at);
    let attempts: [Attempt; 20] = [
        mark_left_open,
        hidden_character,
        lone_bracket,
        misspelled,
        lone_part,
        other_sign,
        blank_in_keyword,
        dates_between,
        joined,
        other_preposition,
        spaced_digits,
        bad_field,
        bad_opening,
        single_equals,
        gap_outside,
        lone_row,
        relation_of_words,
        empty_qualifier,
        tags_in_signs,
        stray_stop,
    ];
    let known = attempts.iter().find_map(|attempt| attempt(piece, at, locate));
    known.unwrap_or_else(|| unexpected(piece, at, failure, locate))
}

/// Why a piece was not read.
pub(super) enum Unread {
    /// It is longer than that many bytes.
    TooLong(usize),
    /// It holds a sign that is none of the language.
    Strange(Strange),
    /// The grammar does not read it.
    Failure(Failure),
    /// Its brackets do not make sense.
    Unbuilt(Unbuilt),
}

/// The diagnostic of a piece that was not read.
pub(super) fn unread(piece: &str, unread: &Unread, locate: Locate<'_>) -> Diagnostic {
    match unread {
        Unread::TooLong(longest) => {
            let first = piece.chars().next().map_or(0, char::len_utf8);
            let message = format!("what begins here is longer than {longest} bytes, and was not read");
            error(Code::TooLong, message, locate(0, first)).help("break it into several assertions")
        }
        Unread::Strange(strange) => {
            let place = locate(strange.start, strange.end);
            error(Code::SyntaxError, strange.message.clone(), place).help(strange.help.clone())
        }
        Unread::Failure(failure) => self::failure(piece, failure, locate),
        Unread::Unbuilt(unbuilt) => self::unbuilt(*unbuilt, locate(0, 0).file),
    }
}

fn unbuilt(unbuilt: Unbuilt, file: FileId) -> Diagnostic {
    let (code, message, at) = match unbuilt {
        Unbuilt::Unbalanced(at) => (Code::SyntaxError, "this bracket has no partner on its side of the relation", at),
        Unbuilt::TooDeep(at) => (Code::TooDeep, "brackets nest too deep here", at),
    };
    error(code, message.to_owned(), Place { file, span: at.0 })
}

fn error(code: Code, message: String, place: Place) -> Diagnostic {
    Diagnostic::error(code, message).at(Label::primary(place, ""))
}

fn mark_left_open(piece: &str, _: usize, locate: Locate<'_>) -> Option<Diagnostic> {
    let mark = open_mark(piece)?;
    Some(unclosed(locate(mark, line_end(piece, mark))))
}

fn unclosed(place: Place) -> Diagnostic {
    error(Code::SyntaxError, "this quotation mark is not closed on its line".to_owned(), place)
        .help("write the same mark, `\"`, where the words end; `“` is closed by `”`")
}

fn hidden_character(piece: &str, at: usize, locate: Locate<'_>) -> Option<Diagnostic> {
    let c = piece.get(at..)?.chars().next()?;
    let hidden = (c.is_control() && c != '\n')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fffd}');
    let message = format!("the character U+{:04X} cannot be seen, and does not belong here", c as u32);
    hidden.then(|| error(Code::SyntaxError, message, locate(at, at + c.len_utf8())).help("delete it"))
}

/// A line that begins with a slip of the pen away from a keyword.
fn misspelled(piece: &str, _: usize, locate: Locate<'_>) -> Option<Diagnostic> {
    let word = first_word(piece).trim_end_matches(':');
    let fields = || FIELD_FORMS.iter().map(|(field, _)| *field);
    let known = || DECLARATION_WORDS.iter().chain(OPENING_WORDS).copied().chain(fields());
    let near = known().find(|keyword| is_slip(word, keyword))?;
    let code = if fields().any(|field| field == near) { Code::UnknownField } else { Code::UnknownKeyword };
    let help = format!("did you mean `{near}`?");
    Some(error(code, format!("no line begins with `{word}`"), locate(0, word.len())).help(help))
}

/// A line that goes on with an assertion, where there is none.
fn lone_part(piece: &str, _: usize, locate: Locate<'_>) -> Option<Diagnostic> {
    let line = piece.split('\n').next().unwrap_or(piece);
    if !begins_part(line.trim_end()) {
        return None;
    }
    let word = first_word(line);
    let message = format!("`{word}` goes on with an assertion, and there is none above it");
    Some(
        error(Code::SyntaxError, message, locate(0, word.len()))
            .help(format!("if `{word}` begins a name, write the name between quotation marks")),
    )
}

/// A field that is not written as fields of its name are.
fn bad_field(piece: &str, at: usize, locate: Locate<'_>) -> Option<Diagnostic> {
    let start = piece.get(..at)?.rfind('\n').map_or(0, |line| line + 1);
    let line = piece.get(start..line_end(piece, at))?;
    let candidates = FIELD_FORMS.iter().filter_map(|(field, form)| Some((find_word(line, field)?, *field, *form)));
    let (offset, field, form) = candidates.max_by_key(|(offset, ..)| *offset)?;
    let from = start + offset;
    (from <= at).then(|| {
        let message = format!("`{field}` is not written like that");
        error(Code::SyntaxError, message, locate(from, line_end(piece, at))).help(format!("write it like `{form}`"))
    })
}

/// A line with a keyword that is not written as lines of its kind are.
fn bad_opening(piece: &str, _: usize, locate: Locate<'_>) -> Option<Diagnostic> {
    let word = first_word(piece).trim_end_matches(':');
    let form = opening_form(word)?;
    let message = format!("a line that begins with `{word}` is not written like that");
    Some(error(Code::SyntaxError, message, locate(0, word.len())).help(format!("write it like `{form}`")))
}

/// A row that stands apart from its table.
fn lone_row(piece: &str, at: usize, locate: Locate<'_>) -> Option<Diagnostic> {
    piece.get(at..).filter(|rest| rest.starts_with('|'))?;
    let message = "`|` stands between the cells of a table, and this line is part of none".to_owned();
    Some(
        error(Code::SyntaxError, message, locate(at, at + 1))
            .help("rows stand right below `table NAME: COLUMN | COLUMN`"),
    )
}

fn single_equals(piece: &str, at: usize, locate: Locate<'_>) -> Option<Diagnostic> {
    let rest = piece.get(at..)?;
    if !rest.starts_with('=') {
        return None;
    }
    if rest.starts_with("==") {
        let (message, help) = if at == 0 {
            ("there is nothing before the relation", "a line begins with a subject and its measure")
        } else {
            ("this line has a relation already", "write one assertion a line")
        };
        return Some(error(Code::SyntaxError, message.to_owned(), locate(at, at + 2)).help(help));
    }
    let keyword = nearest(first_word(piece), DECLARATION_WORDS.iter().copied());
    let help = match keyword {
        Some(keyword) if first_word(piece).len() > 3 => {
            format!("an assertion says `==`; a declaration begins with a keyword: did you mean `{keyword}`?")
        }
        _ => "an assertion says `==`".to_owned(),
    };
    Some(
        error(
            Code::SyntaxError,
            "a single `=` declares, and this line declares nothing".to_owned(),
            locate(at, at + 1),
        )
        .help(help),
    )
}

fn gap_outside(piece: &str, at: usize, locate: Locate<'_>) -> Option<Diagnostic> {
    let rest = piece.get(at..).filter(|rest| rest.starts_with(['{', '}']))?;
    let end = at + rest.find('}').map_or(1, |close| close + 1);
    let message = "gaps to be filled in stand only in lines that begin with `each TABLE:`".to_owned();
    Some(error(Code::SyntaxError, message, locate(at, end)))
}

/// What the grammar itself has to say.
fn unexpected(piece: &str, at: usize, failure: &Failure, locate: Locate<'_>) -> Diagnostic {
    let rest = piece.get(at..).unwrap_or("");
    let expected = expected(failure, piece.contains('('));
    let message = format!("expected {expected}, found {}", found(rest));
    error(Code::SyntaxError, message, locate(at, at + word_length(rest)))
}

/// What could have stood there, the likeliest first.
fn expected(failure: &Failure, bracketed: bool) -> String {
    let is_wanted = |rule: &Rule| failure.expected.contains(rule) && (bracketed || *rule != Rule::close);
    let wanted = |rules: &[Rule]| rules.iter().any(is_wanted);
    let names: Vec<&str> = WANTED.iter().filter(|(rules, _)| wanted(rules)).map(|(_, name)| *name).collect();
    match &names[..] {
        [] => "something else".to_owned(),
        [only] => (*only).to_owned(),
        [first, .., last] if names.len() > 3 => format!("{first}, {} or {last}", names.get(1).unwrap_or(last)),
        [before @ .., last] => format!("{} or {last}", before.join(", ")),
    }
}

/// The rules of the grammar in words for people.
const WANTED: &[(&[Rule], &str)] = &[
    (&[Rule::relation], "a relation such as `==`"),
    (&[Rule::right, Rule::list], "a value"),
    (&[Rule::form, Rule::operand, Rule::part_operand, Rule::bare, Rule::word], "a name"),
    (&[Rule::amount, Rule::figure], "a number"),
    (&[Rule::close], "`)`"),
    (&[Rule::party_bare, Rule::name_bare, Rule::parties], "a name or a date"),
    (&[Rule::id], "an id"),
    (&[Rule::qualifier, Rule::state, Rule::when, Rule::r#where, Rule::who], "a qualifier such as `by 2031`"),
    (&[Rule::until, Rule::because], "`until` with a date, `because` with a reason"),
    (&[Rule::EOI], "the end of the line"),
    (&[Rule::quoted], "words between quotation marks"),
];

fn found(rest: &str) -> String {
    match rest.get(..word_length(rest)) {
        None | Some("") => "the end of the line".to_owned(),
        Some(word) => format!("`{word}`"),
    }
}

/// The offset of a quotation mark that its line does not close.
fn open_mark(piece: &str) -> Option<usize> {
    let mut start = 0;
    for line in piece.split('\n') {
        let (mut marks, mut opened) = (Marks::default(), None);
        for (at, c) in line.char_indices() {
            let before = marks.is_open();
            if !marks.pass(c) && c == '#' {
                break;
            }
            opened = if before { opened } else { Some(at) };
        }
        if marks.is_open() {
            return opened.map(|at| start + at);
        }
        start += line.len() + 1;
    }
    None
}

/// Where the line of an offset ends.
fn line_end(piece: &str, at: usize) -> usize {
    piece.get(at..).and_then(|rest| rest.find('\n')).map_or(piece.len(), |length| at + length)
}

/// The offset of a whole word in a line.
fn find_word(line: &str, word: &str) -> Option<usize> {
    let bounded = |at: usize| {
        let before = line.get(..at).is_some_and(|before| before.is_empty() || before.ends_with(' '));
        let after = line.get(at + word.len()..).is_some_and(|after| after.is_empty() || after.starts_with(' '));
        before && after
    };
    line.match_indices(word).map(|(at, _)| at).filter(|at| bounded(*at)).last()
}

/// How long the first word or sign of a text is.
fn word_length(rest: &str) -> usize {
    let word =
        rest.find(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | '[' | ']' | '=' | ':' | '"' | '#'));
    match word {
        Some(0) => rest.chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8),
        Some(length) => length,
        None => rest.len(),
    }
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
