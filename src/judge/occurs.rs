//! Whether the articles speak of somebody or something at all: of a name, or of what is called in so many words. Without that, that nobody
//! says a thing of it tells nothing.

use super::Bench;
use super::align::{is_asked, is_left_out};
use crate::extract::{MentionKind, singular};
use crate::source::Span;
use crate::text::tokenize;

/// How the articles have what an assertion is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Occurrence {
    /// Nowhere.
    Nowhere,
    /// Within other names alone: the Lund of "Lund Council".
    WithinNames,
    /// By itself.
    Itself,
}

/// How the articles have a subject, or one of the members of the group that it is.
pub fn occurrence(bench: &Bench<'_>, subject: &str) -> Occurrence {
    let names = &bench.index.names;
    let known = |name: &str| names.occurs(name);
    if known(subject) || names.group(subject).is_some_and(|members| members.iter().any(|member| known(member))) {
        return Occurrence::Itself;
    }
    in_words(bench, subject)
}

/// Why a line with `never` was not checked, of a subject that does not occur by itself.
pub fn unchecked(occurrence: Occurrence, subject: &str) -> String {
    match occurrence {
        Occurrence::WithinNames => {
            format!("`{subject}` stands in the articles only as a part of other names, so that nothing was checked")
        }
        Occurrence::Nowhere | Occurrence::Itself => {
            format!("`{subject}` occurs in no article, so that nothing was checked")
        }
    }
}

/// How the words of a subject stand in the sentences of the articles that count, in a row, in the singular or the plural.
fn in_words(bench: &Bench<'_>, subject: &str) -> Occurrence {
    let wanted = words(subject).into_iter().map(|(_, word)| word).collect::<Vec<_>>();
    let bare = match wanted.first().map(String::as_str) {
        Some("the" | "a" | "an") => wanted.get(1..).unwrap_or_default(),
        _ => &wanted[..],
    };
    let Some(last) = bare.last() else { return Occurrence::Nowhere };
    let places = bench.index.wording().sure_sentences(bench.index.grammar, last);
    let own = places.into_iter().filter(|(document, _)| is_asked(bench, *document));
    own.map(|place| in_sentence(bench, place, bare)).max().unwrap_or(Occurrence::Nowhere)
}

fn in_sentence(bench: &Bench<'_>, (document, sentence): (usize, usize), wanted: &[String]) -> Occurrence {
    let Some(reading) = bench.index.readings.get(document) else { return Occurrence::Nowhere };
    let span = reading.sentences.get(sentence).copied().unwrap_or_default();
    if !bench.index.is_evidence(document, span) || is_left_out(bench, document, span) {
        return Occurrence::Nowhere;
    }
    let said = words(span.slice(&bench.index.document(document).text));
    let rows = said.windows(wanted.len()).filter(|row| row.iter().map(|(_, word)| word).eq(wanted));
    let how = |row: &[(Span, String)]| {
        let (first, last) = (row.first().map_or(0, |word| word.0.start), row.last().map_or(0, |word| word.0.end));
        let own = Span { start: span.start + first, end: span.start + last };
        let is_within = reading.mentions_within(span).iter().any(|mention| {
            matches!(mention.kind, MentionKind::Name { .. }) && mention.span.contains(own) && mention.span != own
        });
        if is_within { Occurrence::WithinNames } else { Occurrence::Itself }
    };
    rows.map(how).max().unwrap_or(Occurrence::Nowhere)
}

/// The words of a text in lower case and the singular, with their places.
fn words(text: &str) -> Vec<(Span, String)> {
    let tokens = tokenize(text).into_iter().map(|token| (token.span, token.span.slice(text)));
    let words = tokens.filter(|(_, word)| word.chars().next().is_some_and(char::is_alphanumeric));
    words.map(|(span, word)| (span, singular(&word.to_lowercase()).into_owned())).collect()
}
