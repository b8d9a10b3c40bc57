//! Signs that are not those of the language, but would pass for letters of a word: other quotation marks, wide signs, the comments and
//! bullets of other notations. Each is refused where it stands, before the grammar takes it for a part of a name.

use super::keywords::begins_part;
use super::marks::Marks;

/// A sign that does not belong where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Strange {
    /// Where it starts in the piece.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// What is wrong with it.
    pub(super) message: String,
    /// What to write.
    pub(super) help: String,
}

/// Quotation marks of other languages, with the marks that may close them.
const MARKS: &[(char, &[char])] = &[
    ('`', &['`', '\'']),
    ('„', &['“', '”', '"']),
    ('«', &['»']),
    ('»', &['«']),
    ('‹', &['›']),
    ('‚', &['‘', '’']),
    ('‘', &['’', '\'']),
    ('’', &['’', '\'']),
    ('\'', &['\'', '’']),
    ('「', &['」']),
    ('『', &['』']),
];

/// What begins a comment elsewhere.
const COMMENTS: &[&str] = &["//", "/*", "<!--", "-- ", "— ", "– "];

/// What begins the items of a list elsewhere.
const BULLETS: &[char] = &['-', '*', '•', '–', '—', '+'];

/// Finds the first such sign of a piece, if there is one.
pub(super) fn strange_sign(piece: &str) -> Option<Strange> {
    if let Some(found) = bullet(piece) {
        return Some(found);
    }
    let mut scan = Scan { piece, marks: Marks::default(), before: '\n', commented: false };
    piece.char_indices().find_map(|(at, c)| scan.pass(at, c))
}

/// A walk over the characters of a piece.
struct Scan<'p> {
    piece: &'p str,
    marks: Marks,
    before: char,
    commented: bool,
}

impl Scan<'_> {
    fn pass(&mut self, at: usize, c: char) -> Option<Strange> {
        let begins = matches!(self.before, ' ' | '\n' | '(' | '[' | ',' | ':');
        self.before = c;
        self.commented = c != '\n' && self.commented;
        if self.commented {
            return None;
        }
        let open = self.marks.is_open();
        if self.marks.pass(c) {
            return if open || !begins { None } else { empty_marks(self.piece, at, c) };
        }
        self.commented = c == '#';
        if !c.is_ascii() || begins { self.sign(at, c, begins) } else { None }
    }

    fn sign(&self, at: usize, c: char, begins: bool) -> Option<Strange> {
        let mark = || if begins { other_marks(self.piece, at, c) } else { None };
        let comment = || if begins { other_comment(self.piece, at) } else { None };
        let tier = || if begins && c == 't' { tier(self.piece, at) } else { None };
        mark().or_else(comment).or_else(tier).or_else(|| wide_sign(self.piece, at, c))
    }
}

/// Marks with nothing between them.
fn empty_marks(piece: &str, at: usize, c: char) -> Option<Strange> {
    let close = if c == '“' { '”' } else { '"' };
    let inner = piece.get(at + c.len_utf8()..)?;
    let end = inner.find(|c: char| c != ' ')?;
    let rest = inner.get(end..)?.strip_prefix(close)?;
    // A doubled mark stands for a mark.
    if close == '"' && rest.starts_with('"') {
        return None;
    }
    let (message, help) = ("nothing stands between these quotation marks", "write what is meant between them");
    Some(strange(at, piece.len() - rest.len(), message, help.to_owned()))
}

/// Words between marks that are none of the language.
fn other_marks(piece: &str, at: usize, c: char) -> Option<Strange> {
    let (_, closing) = MARKS.iter().find(|(mark, _)| *mark == c)?;
    let from = at + c.len_utf8();
    let line = piece.get(from..)?.split('\n').next()?;
    let ends = |rest: &str| rest.chars().next().is_none_or(|next| !next.is_alphanumeric());
    let closed = line
        .char_indices()
        .find(|(end, mark)| closing.contains(mark) && *end > 0 && line.get(end + mark.len_utf8()..).is_some_and(ends));
    let (end, mark) = closed?;
    let inner = line.get(..end)?;
    let end_of_mark = from + end + mark.len_utf8();
    Some(strange(at, end_of_mark, "these are no quotation marks of the language", format!("write `\"{inner}\"`")))
}

fn other_comment(piece: &str, at: usize) -> Option<Strange> {
    let rest = piece.get(at..)?;
    let sign = COMMENTS.iter().find(|sign| rest.starts_with(**sign))?;
    let behind = rest.get(sign.len()..)?.trim_start_matches(' ');
    // A dash between figures is meant for a range.
    if sign.ends_with(' ') && behind.starts_with(|c: char| c.is_ascii_digit() || "$€£¥₩".contains(c)) {
        return None;
    }
    let sign = sign.trim_end();
    let help = format!("a comment begins with `#`; a name that holds `{sign}` goes between quotation marks");
    Some(strange(at, at + sign.len(), &format!("`{sign}` does not belong here"), help))
}

/// The tiers of articles, which no check speaks of.
const TIERS: [&str; 4] = ["primary", "wire", "outlet", "aggregator"];

/// A field that there is none of, whose words would pass for what is counted.
fn tier(piece: &str, at: usize) -> Option<Strange> {
    let line = piece.get(at..)?.split('\n').next()?;
    let rest = line.strip_prefix("tier ")?.trim_start();
    let name = TIERS.iter().find(|name| rest.split(' ').next() == Some(**name))?;
    let behind = rest.get(name.len()..)?.trim_start();
    let is_field = behind.is_empty() || behind.starts_with('#') || begins_part(behind);
    let help = format!(
        "whose word counts is settled for the whole run: `tier = \"{name}\"` in `factum.toml` or `--tier {name}`, with \
         the tier of each article in `manifest.toml`; to hear one source, put `source \"…\":` in front of the check"
    );
    is_field.then(|| {
        strange(at, at + line.len() - behind.len() - usize::from(!behind.is_empty()), "a check has no tier", help)
    })
}

/// Letters, digits and signs in the wide form that keyboards for Chinese, Japanese and Korean make.
fn wide_sign(piece: &str, at: usize, c: char) -> Option<Strange> {
    narrow(c)?;
    let plain: String = piece.get(at..)?.chars().map_while(narrow).collect();
    let wide = piece.get(at..)?.chars().take(plain.chars().count()).map(char::len_utf8).sum::<usize>();
    let message = format!("`{}` is written with wide characters", piece.get(at..at + wide)?);
    Some(strange(at, at + wide, &message, format!("did you mean `{plain}`?")))
}

fn narrow(c: char) -> Option<char> {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0),
        '\u{ffe6}' => Some('₩'),
        '\u{ffe5}' => Some('¥'),
        '\u{ffe1}' => Some('£'),
        _ => None,
    }
}

/// The sign or number of a list in front of a check.
fn bullet(piece: &str) -> Option<Strange> {
    let word = piece.split([' ', '\n']).next()?;
    let is_bullet = word.chars().count() == 1 && word.starts_with(BULLETS);
    let number = word.strip_suffix(['.', ')']).unwrap_or("");
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    if !(is_bullet || is_number) || piece.len() == word.len() {
        return None;
    }
    let help = if is_number {
        format!("delete `{word}`; where it belongs to a name, put the name between quotation marks")
    } else {
        format!("delete the `{word}`")
    };
    Some(strange(0, word.len(), "a check begins with its subject, not like an item of a list", help))
}

fn strange(start: usize, end: usize, message: &str, help: String) -> Strange {
    Strange { start, end, message: message.to_owned(), help }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(piece: &str) -> Option<String> {
        strange_sign(piece).map(|found| format!("{}; {}", found.message, found.help))
    }

    #[test]
    fn apostrophes_are_letters() {
        for piece in ["'Ndrangheta arrests == 4", "’t Hooft prizes == 1", "Norvik's jobs == 4", "O’Neill jobs == 4"]
        {
            assert_eq!(found(piece), None, "{piece}");
        }
    }

    #[test]
    fn nothing_is_strange_within_quotation_marks_and_comments() {
        for piece in ["\"«A» // B １\" jobs == 4", "A jobs == 4 # „so“ // １", "\"\"\"A\"\" B\" jobs == 4"] {
            assert_eq!(found(piece), None, "{piece}");
        }
    }

    #[test]
    fn a_sign_is_named_with_what_is_meant() {
        assert!(found("‘A B’ jobs == 4").is_some_and(|found| found.ends_with("write `\"A B\"`")));
        assert!(found("A jobs ＝＝ 4").is_some_and(|found| found.ends_with("did you mean `==`?")));
        assert!(found("claim \" \"").is_some_and(|found| found.starts_with("nothing stands")));
        assert!(found("A jobs == 4 // five").is_some_and(|found| found.contains("`#`")));
        assert!(found("A jobs == 4 tier primary").is_some_and(|found| found.starts_with("a check has no tier")));
        assert_eq!(found("A tier outlet jobs == 4"), None);
        assert!(found("2) A jobs == 4").is_some_and(|found| found.contains("delete `2)`")));
    }
}
