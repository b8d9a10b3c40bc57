//! The words that begin lines and parts of lines. They are keywords where they stand, and words like any other elsewhere.

/// The declarations with the words of their clauses.
const DECLARATIONS: &[(&str, &[&str])] = &[
    ("entity", &["=", "part of", "not"]),
    ("group", &["="]),
    ("measure", &["=", "running", "own", "once"]),
    ("unit", &["=", "symbol", "is", "minor"]),
    ("currency", &["=", "symbol", "minor"]),
    ("number", &["="]),
    ("magnitude", &["="]),
    ("vague", &["="]),
    ("modifier", &["=", "after"]),
    ("title", &["=", "exclusive"]),
    ("place", &["=", "wide", "demonym", "in"]),
    ("exclude", &["/"]),
    ("words", &["="]),
    ("example", &["on", "reads"]),
];

/// Words that begin a qualifier and are followed by a date, a place, a name or a length of time.
const PREPOSITIONS: &[&str] =
    &["by", "through", "before", "on", "in", "since", "from", "over", "announced", "with", "to", "for"];

/// Two words that begin a qualifier, or are one.
const PAIRS: &[(&str, &str)] = &[("as", "of"), ("said", "by"), ("under", "way")];

/// Words that are a qualifier by themselves.
const STATES: &[&str] = &["planned", "pledged", "done", "additional", "total", "remaining"];

/// Words that begin a field, or go on with one.
const FIELDS: &[&str] =
    &["needs", "why", "owner", "tags", "severity", "message", "expect", "known-wrong", "until", "because"];

use super::reader::quoted_length;

/// The words that begin a declaration, a table or an import.
pub(crate) const DECLARATION_WORDS: &[&str] = &[
    "entity",
    "group",
    "measure",
    "unit",
    "currency",
    "number",
    "magnitude",
    "vague",
    "modifier",
    "title",
    "place",
    "exclude",
    "words",
    "example",
    "table",
    "let",
    "use",
];

/// The words that begin a line that is no declaration.
pub(crate) const OPENING_WORDS: &[&str] = &["check", "quote", "claim", "allow", "each", "some", "never", "sources"];

/// How lines are written that begin with a keyword and are no declarations.
const OPENING_FORMS: &[(&str, &str)] = &[
    ("check", "check harbour-jobs \"The headline number\""),
    ("allow", "allow herald contradicts harbour-jobs because \"a correction is due\" until 2030-01-31"),
    ("let", "let target = 5e6 EUR"),
    ("quote", "quote \"We will not close it.\" by \"Jo Li\""),
    ("claim", "claim \"The harbour has two cranes.\""),
    ("sources", "sources agree on Harbour jobs"),
    ("each", "each source: Harbour jobs == 40"),
];

/// How qualifiers are written, by their first word.
const PREPOSITION_FORMS: &[(&str, &str)] = &[
    ("by", "by 2031"),
    ("through", "through 2031"),
    ("before", "before 2031"),
    ("on", "on 2024-03-09"),
    ("in", "in Oslo"),
    ("since", "since 2024"),
    ("from", "from 2024 to 2026"),
    ("over", "over 5 years"),
    ("announced", "announced in 2024-03"),
    ("with", "with \"Baltic Wind\""),
    ("to", "to \"Port of Aarhus\""),
    ("for", "for \"two ferries\""),
    ("as", "as of 2024-03"),
    ("said", "said by \"Jo Li\""),
];

/// The fields, and how each is written.
pub(crate) const FIELD_FORMS: &[(&str, &str)] = &[
    ("needs", "needs 2 independent sources"),
    ("why", "why \"Lead paragraph of the series\""),
    ("source", "source \"Port authority, 9 March 2024\""),
    ("owner", "owner @economics"),
    ("tags", "tags energy, ports"),
    ("severity", "severity warn"),
    ("message", "message \"Ask the economics desk\""),
    ("expect", "expect contradicted"),
    ("known-wrong", "known-wrong until 2030-01-31 because \"a correction is due\""),
];

/// Every word that begins a qualifier or a field.
pub(crate) fn part_keywords() -> Vec<&'static str> {
    let fields = FIELD_FORMS.iter().map(|(field, _)| *field);
    PREPOSITIONS.iter().chain(STATES).copied().chain(fields).collect()
}

/// A word of a bare name that is a field, or a slip of the pen away from one, and has further words behind it: a field that was taken for
/// a part of the name.
pub(crate) fn swallowed_field<'w>(words: impl IntoIterator<Item = &'w str>) -> Option<(&'w str, &'static str)> {
    let words: Vec<&str> = words.into_iter().collect();
    let (_, before) = words.split_last()?;
    let field =
        |word: &str| FIELD_FORMS.iter().map(|(field, _)| *field).find(|field| word == *field || is_slip(word, field));
    before.iter().find_map(|word| Some((*word, field(word)?)))
}

/// How a line is written that begins with this keyword and is no declaration.
pub(crate) fn opening_form(keyword: &str) -> Option<&'static str> {
    OPENING_FORMS.iter().find(|(known, _)| *known == keyword).map(|(_, form)| *form)
}

/// How a qualifier is written that begins with this word.
pub(super) fn preposition_form(keyword: &str) -> Option<&'static str> {
    PREPOSITION_FORMS.iter().find(|(known, _)| *known == keyword).map(|(_, form)| *form)
}

/// Whether a word says how far a thing has got, or what a value counts, where it stands among other words.
pub(crate) fn is_state(word: &str) -> bool {
    STATES.contains(&word) || word == "underway"
}

/// The words that begin the clauses of a declaration, by its keyword; none where it is no keyword.
pub(super) fn clauses_of(keyword: &str) -> &'static [&'static str] {
    DECLARATIONS.iter().find(|(known, _)| *known == keyword).map_or(&[], |(_, clauses)| clauses)
}

/// The first word of a line: up to white space.
pub(super) fn first_word(body: &str) -> &str {
    body.split(' ').next().unwrap_or("")
}

/// Whether a line is the template of a table: `each TABLE:`, and no `each source:`.
pub(super) fn is_template(body: &str) -> bool {
    let rest = body.strip_prefix("each").unwrap_or(body);
    rest.split_once(':').is_some_and(|(name, _)| name.trim() != "source")
}

/// Whether a line goes on with the assertion above it: it begins with a qualifier or a field.
pub(super) fn begins_part(body: &str) -> bool {
    let mut rest = body;
    loop {
        let (word, behind) = rest.split_once(' ').unwrap_or((rest, ""));
        let behind = behind.trim_start();
        if !STATES.contains(&word) {
            return PREPOSITIONS.contains(&word)
                || FIELDS.contains(&word)
                || is_pair(word, behind)
                || is_source(word, behind);
        }
        if behind.is_empty() {
            return true;
        }
        rest = behind;
    }
}

fn is_pair(word: &str, behind: &str) -> bool {
    PAIRS.iter().any(|(first, second)| *first == word && first_word(behind) == *second)
}

/// `source "…"` cites a source; with a colon behind it, it begins an assertion of its own.
fn is_source(word: &str, behind: &str) -> bool {
    let close = if behind.starts_with('“') { '”' } else { '"' };
    let quoted = if behind.starts_with(['"', '“']) { quoted_length(behind, close) } else { None };
    word == "source"
        && match quoted.and_then(|length| behind.get(length..)) {
            Some(rest) => !rest.trim_start().starts_with(':'),
            None => !behind.contains(':'),
        }
}

/// Whether a word is a slip of the pen away from a keyword: one letter wrong, missing, doubled or swapped, but not the first.
pub(crate) fn is_slip(word: &str, keyword: &str) -> bool {
    let first = |text: &str| text.chars().next();
    let longest = word.chars().count().max(keyword.chars().count());
    longest > 3
        && word != keyword
        && first(word) == first(keyword)
        && word.len().abs_diff(keyword.len()) <= 2
        && strsim::osa_distance(word, keyword) <= if longest > 7 { 2 } else { 1 }
}
