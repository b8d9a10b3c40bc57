//! Datelines: "LYON, France (AFP) - ", "NEW YORK, March 7 (Reuters) - ", "Berlin (dpa) - ".

use std::sync::LazyLock;

use jiff::civil::Date;

use super::date::{Order, is_month, printed};
use super::words::{Word, words};
use crate::value::is_weekday;

/// A dateline at the head of a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// How many bytes it takes, its dash and the white space behind it included.
    pub length: usize,
    /// The places it names.
    pub places: Vec<String>,
    /// Its day, where it names day, month and year.
    pub date: Option<Date>,
}

/// The dateline that a paragraph begins with. Either the first place stands in capitals, or an agency in brackets or a whole date
/// follows; a dash comes next, and behind it a sentence or nothing. Where a day stands before it, the dash may touch the sentence,
/// and the sentence may begin small. A line of its own with a whole date needs no dash.
pub(super) fn find(paragraph: &str, order: Order) -> Option<Found> {
    if !may_begin(paragraph) {
        return None;
    }
    if let Some(length) = bare_agency(paragraph) {
        return Some(Found { length, ..Found::default() });
    }
    let (head, length) = before_dash(paragraph).or_else(|| alone(paragraph, order))?;
    let (line, agency) = without_agency(head);
    let mut parts = line.split(',').map(str::trim);
    let mut found = Found { length, ..Found::default() };
    let first = parts.next()?;
    found.date = whole_date(line, order);
    let told = agency == Agency::Known || found.date.is_some() && begins_sentence(&paragraph[length..]);
    if is_place_in_capitals(first, agency) || told && is_name(first) && !words(first).any(is_dated) {
        found.places = first.split('/').map(|place| lowered(place.trim())).collect();
    } else if !(agency == Agency::Known && is_day(first)) {
        return None;
    }
    let rest: Vec<&str> = parts.collect();
    for part in rest {
        if is_name(part) {
            found.places.push(lowered(part));
        } else if !is_day(part) && !is_year(part) {
            return None;
        }
    }
    Some(found)
}

/// No dateline is longer than this, in bytes.
const LONGEST: usize = 120;

/// A whole date has no fewer digits: "March 5, 2024".
const FEWEST_DIGITS: usize = 5;

/// Whether a paragraph may begin with a dateline: with a word in capitals, or with brackets or the digits of a whole date soon.
fn may_begin(paragraph: &str) -> bool {
    let first = paragraph.split(char::is_whitespace).next().unwrap_or("");
    let near = paragraph.as_bytes().get(..LONGEST).unwrap_or(paragraph.as_bytes());
    first.chars().filter(|c| c.is_uppercase()).count() >= 2
        || near.iter().any(|byte| matches!(byte, b'(' | b'['))
        || near.iter().filter(|byte| byte.is_ascii_digit()).count() >= FEWEST_DIGITS
}

/// The bytes of an agency alone: "(AFP) The river …", "AFP — The river …".
fn bare_agency(paragraph: &str) -> Option<usize> {
    let bracketed = paragraph.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    let (name, rest) = match bracketed {
        Some((name, rest)) => (name, rest.trim_start_matches(|c: char| c.is_whitespace() || "-–—_".contains(c))),
        None => {
            let (head, length) = before_dash(paragraph)?;
            (head, &paragraph[length..])
        }
    };
    let begins = rest.chars().next().is_none_or(|c| !c.is_lowercase() && !c.is_ascii_punctuation());
    (begins && is_agency(name)).then_some(paragraph.len() - rest.len())
}

fn is_agency(name: &str) -> bool {
    WORDS.agencies.iter().any(|agency| agency.eq_ignore_ascii_case(name.trim()))
}

/// What stands before the first dash, and the length with the dash. The dash stands free or is a long one; behind a day it need only be
/// free on its left.
fn before_dash(paragraph: &str) -> Option<(&str, usize)> {
    let mut end = paragraph.len().min(LONGEST);
    while !paragraph.is_char_boundary(end) {
        end -= 1;
    }
    let near = &paragraph[..end];
    let (at, dash) = near.char_indices().find(|(at, c)| is_dash(near, *at, *c))?;
    let rest = paragraph[at + dash.len_utf8()..].trim_start_matches(|c: char| c.is_whitespace() || c == '-');
    let head = near[..at].trim_end();
    (begins_sentence(rest) || ends_with_day(head)).then(|| (head, paragraph.len() - rest.len()))
}

/// Whether what stands behind a dash is nothing, or may open a sentence.
fn begins_sentence(rest: &str) -> bool {
    let first = rest.trim_start_matches(|c: char| "\"'“‘«([`$€£¥".contains(c)).chars().next();
    first.is_none_or(|c| c.is_uppercase() || c.is_ascii_digit() || (c.is_alphabetic() && !c.is_lowercase()))
}

/// "DUNMORE, March 5, 2025", "LYON, 5 March (Reuters)".
fn ends_with_day(head: &str) -> bool {
    let (line, _) = without_agency(head);
    let mut parts = line.rsplit(',').map(str::trim);
    let mut last = parts.next();
    if last.is_some_and(is_year) {
        last = parts.next();
    }
    last.is_some_and(is_day) && parts.next().is_some()
}

/// A paragraph of one short line that ends with a whole date: "LYON, March 5, 2024".
fn alone(paragraph: &str, order: Order) -> Option<(&str, usize)> {
    let line = paragraph.trim_end().trim_end_matches('.');
    let ends_with_year = line.rsplit([' ', ',']).next().is_some_and(is_year);
    let is_short = line.len() <= LONGEST && !line.contains('\n');
    (is_short && ends_with_year && whole_date(line, order).is_some()).then_some((line, paragraph.len()))
}

fn is_dash(text: &str, at: usize, c: char) -> bool {
    let free_before = text[..at].ends_with(|c: char| c.is_whitespace() || c == ')');
    let after = text[at + c.len_utf8()..].trim_start_matches('-');
    match c {
        '—' => at > 0,
        '–' | '-' | '_' | '−' | '―' => {
            let free_behind = after.is_empty() || after.starts_with(char::is_whitespace);
            free_before && (free_behind || ends_with_day(text[..at].trim_end()))
        }
        _ => false,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Agency {
    /// There are no brackets.
    Absent,
    /// The brackets hold something else: an agency that is not in the list, the ticker of a company.
    Unknown,
    /// The brackets hold the name of an agency.
    Known,
}

/// The head of a dateline without the brackets that close it.
fn without_agency(head: &str) -> (&str, Agency) {
    let Some((line, name)) = head.strip_suffix([')', ']']).and_then(|head| head.rsplit_once(['(', '['])) else {
        return (head, Agency::Absent);
    };
    (line.trim_end(), if is_agency(name) { Agency::Known } else { Agency::Unknown })
}

/// "NEW YORK", "PORT-AU-PRINCE", "ST. LOUIS", "LONDON/PARIS"; a single short word may be a company, and needs an agency.
fn is_place_in_capitals(part: &str, agency: Agency) -> bool {
    let letters = part.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = part.chars().filter(|c| c.is_uppercase()).count();
    let clean = part.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || ".'’-/&".contains(c));
    let first = part.split_whitespace().next().unwrap_or("");
    let short = match agency {
        Agency::Known => 2,
        Agency::Absent => 4,
        Agency::Unknown => 6,
    };
    let all_capitals = capitals == letters || (part.starts_with("Mc") && capitals + 1 == letters);
    clean && all_capitals && letters >= short && is_short(part) && !WORDS.labels.contains(&first)
}

/// "North Holland Province", "D.C.", "Mo.": a few words that begin with capitals.
fn is_name(part: &str) -> bool {
    let named = |word: Word<'_>| word.is_capital() || SMALL.contains(&word.text);
    let clean = part.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || ".'’-/".contains(c));
    clean
        && is_short(part)
        && !is_day(part)
        && words(part).next().is_some_and(Word::is_capital)
        && words(part).all(named)
}

fn is_short(part: &str) -> bool {
    (1..=5).contains(&part.split_whitespace().take(6).count())
}

/// "March 7", "7 March 2024", "Mar. 7", "Wednesday".
fn is_day(part: &str) -> bool {
    let dated = |word: Word<'_>| is_dated(word) || word.core().starts_with(|c: char| c.is_ascii_digit());
    words(part).any(is_dated) && words(part).all(dated)
}

/// A month or a day of the week.
fn is_dated(word: Word<'_>) -> bool {
    is_month(word.core()) || is_weekday(word.core())
}

fn is_year(part: &str) -> bool {
    part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit())
}

fn whole_date(line: &str, order: Order) -> Option<Date> {
    let words: Vec<Word<'_>> = words(line).collect();
    (0..words.len()).find_map(|at| printed(&words[at..], order)?.date)
}

/// Words that names write small.
const SMALL: &[&str] =
    &["of", "de", "da", "do", "del", "di", "la", "le", "el", "al", "au", "sur", "upon", "and", "the"];

/// A place in capitals as it is written elsewhere: "RIO DE JANEIRO" is "Rio de Janeiro", "D.C." stays.
fn lowered(place: &str) -> String {
    if place.chars().any(char::is_lowercase) {
        return place.to_owned();
    }
    let words: Vec<String> =
        place.split_whitespace().enumerate().map(|(at, word)| lowered_word(word, at > 0)).collect();
    words.join(" ")
}

fn lowered_word(word: &str, inside: bool) -> String {
    if word.matches('.').count() > 1 {
        return word.to_owned();
    }
    let parts = word.split('-').enumerate().map(|(at, part)| {
        let small = part.to_lowercase();
        if (inside || at > 0) && SMALL.contains(&small.as_str()) { small } else { capitalised(part) }
    });
    parts.collect::<Vec<_>>().join("-")
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| format!("{first}{}", letters.as_str().to_lowercase()))
}

struct Words {
    agencies: Vec<&'static str>,
    labels: Vec<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let of = |role: &str| {
        let lines = include_str!("data/datelines.txt").lines();
        lines.filter_map(|line| line.split_once(' ').filter(|(its, _)| *its == role).map(|(_, word)| word)).collect()
    };
    Words { agencies: of("agency"), labels: of("label") }
});

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Order, find};

    fn places(paragraph: &str) -> Option<String> {
        find(paragraph, Order::Unknown).map(|found| found.places.join("; "))
    }

    #[test]
    fn a_line_of_place_and_whole_date_needs_no_dash() {
        let found = find("LYON, March 5, 2024", Order::Unknown).unwrap();
        assert_eq!((found.places.join("; "), found.date), ("Lyon".to_owned(), Some(date(2024, 3, 5))));
        assert_eq!(found.length, "LYON, March 5, 2024".len());
        for paragraph in ["LYON, March 5", "LYON, the second city", "LYON, March 5, 2024, was flooded."] {
            assert_eq!(places(paragraph), None, "{paragraph}");
        }
    }

    #[test]
    fn a_place_in_capitals_before_a_dash_is_a_dateline() {
        for (paragraph, expected) in [
            ("OSLO — The river rose.", "Oslo"),
            ("LYON, France (AFP) - The river rose.", "Lyon; France"),
            ("DUNMORE, March 5, 2025 - the river rose.", "Dunmore"),
            ("DUNMORE, March 5, 2025 -The river rose.", "Dunmore"),
            ("DUNMORE, Ohio, 5 March - iBake met.", "Dunmore; Ohio"),
            ("Dunmore, March 5, 2025 - The river rose.", "Dunmore"),
            ("Dunmore, Ohio, 5 March 2025 – The river rose.", "Dunmore; Ohio"),
            ("LYON, Auvergne-Rhône-Alpes Region – The river rose.", "Lyon; Auvergne-Rhône-Alpes Region"),
            ("NEW YORK, March 7 (Reuters) -- The river rose.", "New York"),
            ("WASHINGTON, D.C. — “The river rose,” she said.", "Washington; D.C."),
            ("ST. LOUIS, Mo. (AP) _ The river rose.", "St. Louis; Mo."),
            ("RIO DE JANEIRO—The river rose.", "Rio de Janeiro"),
            ("PORT-AU-PRINCE, Haiti - Seven rivers rose.", "Port-au-Prince; Haiti"),
            ("LONDON/PARIS (Reuters) - 7 rivers rose.", "London; Paris"),
            ("UFA, Russia (TASS) - The river rose.", "Ufa; Russia"),
            ("Berlin (dpa) - The river rose.", "Berlin"),
            ("Oct 7 (Reuters) - The river rose.", ""),
            ("NAIROBI, Kenya (AP) _", "Nairobi; Kenya"),
            ("(AFP) - The river rose.", ""),
            ("(AFP)The river rose.", ""),
            ("AFP — The river rose.", ""),
        ] {
            assert_eq!(places(paragraph).as_deref(), Some(expected), "{paragraph}");
        }
    }

    #[test]
    fn a_dash_in_a_sentence_makes_no_dateline() {
        for paragraph in [
            "The river - the longest - rose.",
            "NATO — the alliance — met.",
            "IBM — Big Blue — met.",
            "ACME (ACM) - The company met.",
            "Acme (ACM) - The company met.",
            "UPDATE 1 - The river rose.",
            "EXCLUSIVE — The river rose.",
            "(AFP) was told.",
            "(The river) - It rose.",
            "OSLO, which is wet — The river rose.",
            "OSLO rose 5 - Seven times.",
            "Dunmore, March 5 - The river rose.",
            "Dunmore, March 5, 2025 - the day the river rose - was wet.",
            "On Monday, March 5, 2025 - The river rose.",
            "- A bullet",
            "— A dash",
            "",
        ] {
            assert_eq!(places(paragraph), None, "{paragraph}");
        }
    }

    #[test]
    fn a_dateline_with_a_year_is_dated() {
        let day = |paragraph: &str| find(paragraph, Order::Unknown).and_then(|found| found.date);
        assert_eq!(day("OSLO, March 7, 2024 (GLOBE NEWSWIRE) -- Acme met."), Some(date(2024, 3, 7)));
        assert_eq!(day("OSLO, 7 March 2024 — Acme met."), Some(date(2024, 3, 7)));
        assert_eq!(day("OSLO, March 7 — Acme met."), None);
    }
}
