//! `quote "…" by …`: the words, and whose they are.

use std::collections::BTreeSet;

use similar::{ChangeTag, TextDiff};

use super::align::is_left_out;
use super::decide::{Opinion, tallied};
use super::nearest::unmentioned;
use super::{Bench, Evidence, Judgement, Part, Stance};
use crate::extract::{Mention, MentionKind, Quote, QuoteMention, Reading};
use crate::index::Kinship;
use crate::source::Span;
use crate::statement::Modality;

/// A quote that is asserted.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The words.
    pub words: &'a str,
    /// Who said them.
    pub speaker: Option<&'a str>,
    /// Where the words stand in the check file.
    pub words_span: Span,
    /// Where the speaker stands.
    pub speaker_span: Option<Span>,
    /// How nearly the words have to be the same.
    pub closeness: Closeness,
}

/// How nearly the words of a quote have to be those of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closeness {
    /// Word for word, as a check asserts them.
    Verbatim,
    /// But for "a", "an" and "the", which papers put in and leave out in the quotes that they print.
    ButForArticles,
}

/// Words of a text, compared without marks and case; each with its place.
struct Words {
    words: Vec<String>,
    places: Vec<Span>,
}

/// Judges a quote.
pub fn judge(bench: &Bench<'_>, asked: &Asked<'_>) -> Judgement {
    let wanted = words(asked.words, 0);
    let spoken = words(asked.words, 0).without(&insertions(asked.words, 0));
    let mut opinions = Vec::new();
    let readings = bench.documents().filter_map(|document| Some((document, bench.index.readings.get(document)?)));
    for (document, reading) in readings.filter(|_| !wanted.words.is_empty()) {
        for (at, quote) in reading.quotes.all.iter().enumerate() {
            if !bench.index.is_evidence(document, quote.span) || is_left_out(bench, document, quote.span) {
                continue;
            }
            let next = reading.quotes.all.get(at + 1);
            opinions.extend(hear(bench, asked, [&wanted, &spoken], document, quote, next));
        }
    }
    if opinions.is_empty() {
        return unmentioned("no article has these words between quotation marks".to_owned());
    }
    said_too(&mut opinions, asked);
    tallied(opinions)
}

/// An article in which they say so may have somebody else say so too; what is like it in other words is another sentence of theirs.
fn said_too(opinions: &mut Vec<Opinion>, asked: &Asked<'_>) {
    let says = |opinion: &&Opinion| opinion.evidence.stance == Stance::Supports;
    let says_so: BTreeSet<usize> = opinions.iter().filter(says).map(|opinion| opinion.evidence.document).collect();
    let against = |opinion: &Opinion| {
        opinion.evidence.stance == Stance::Contradicts && says_so.contains(&opinion.evidence.document)
    };
    opinions.retain(|opinion| !(against(opinion) && opinion.fault == Some(asked.words_span)));
    opinions.iter_mut().filter(|opinion| against(opinion)).for_each(|opinion| {
        opinion.evidence.stance = Stance::Compatible;
    });
}

/// The quotes of a text of which it is told who said them, each judged.
pub fn parts(bench: &Bench<'_>, text: &str, reading: &Reading) -> Vec<Part> {
    let part = |mention: &Mention| match &mention.kind {
        MentionKind::Quote(QuoteMention { speaker, name: Some(name), .. }) => {
            let (words, words_span) = (mention.span.slice(text), mention.span);
            let closeness = Closeness::ButForArticles;
            let asked = Asked { words, speaker: Some(name), words_span, speaker_span: *speaker, closeness };
            Some(Part { passage: mention.span, focus: mention.span, judgement: judge(bench, &asked) })
        }
        MentionKind::Quote(_) | MentionKind::Quantity(_) | MentionKind::Time(_) | MentionKind::Name { .. } => None,
    };
    reading.mentions.iter().filter_map(part).collect()
}

/// The words of a text from an offset on: letters and digits, quotes and dashes left aside.
fn words(text: &str, offset: u32) -> Words {
    let mut found = Words { words: Vec::new(), places: Vec::new() };
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let part = c.is_alphanumeric() || matches!(c, '\'' | '’' | '$' | '%' | '€' | '£');
        match (start, part) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                found.words.push(text[from..at].trim_matches(['\'', '’']).to_lowercase().replace('’', "'"));
                found.places.push(Span::new(from + offset as usize, at + offset as usize));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// What stands in brackets: the editor's words, which nobody spoke.
fn insertions(text: &str, offset: u32) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open = None;
    for (at, c) in text.char_indices() {
        match (c, open) {
            ('(' | '[', None) => open = Some(at),
            (')' | ']', Some(from)) => {
                found.push(Span::new(from + offset as usize, at + offset as usize));
                open = None;
            }
            _ => {}
        }
    }
    found
}

impl Words {
    fn without(self, spans: &[Span]) -> Self {
        let kept = self.words.into_iter().zip(self.places);
        let (words, places) = kept.filter(|(_, place)| !spans.iter().any(|span| span.contains(*place))).unzip();
        Self { words, places }
    }
}

/// What a quote amounts to; the words are those that are asserted, and those without what the editors put in.
fn hear(
    bench: &Bench<'_>,
    asked: &Asked<'_>,
    [all, spoken]: [&Words; 2],
    document: usize,
    quote: &Quote,
    next: Option<&Quote>,
) -> Option<Opinion> {
    let text = &bench.index.document(document).text;
    let mut own = words(quote.span.slice(text), quote.span.start);
    let marked = own.words.len();
    let inserted = insertions(quote.span.slice(text), quote.span.start);
    // A quote interrupted by its speaker goes on in the next marks of the same speaker.
    if let Some(next) = next.filter(|next| next.name == quote.name && next.span.start < quote.span.end + 200) {
        let more = words(next.span.slice(text), next.span.start);
        own.words.extend(more.words);
        own.places.extend(more.places);
    }
    let same_speaker = asked.speaker.is_none_or(|speaker| {
        let is_same = |name: &String| {
            bench.index.names.kinship(speaker, document, name) == Kinship::Same || is_short_for(bench, speaker, name)
        };
        quote.name.as_ref().is_some_and(is_same)
    });
    let mut wanted = all;
    if position(wanted, &own).is_none() && !spoken.words.is_empty() {
        // The editors may have put in different words, or none.
        own = own.without(&inserted);
        wanted = if position(wanted, &own).is_none() { spoken } else { wanted };
    }
    if let Some(at) = position(wanted, &own) {
        let focus = own.places[at].cover(own.places[at + wanted.words.len() - 1]);
        return Some(verbatim(bench, asked, document, quote, focus, same_speaker));
    }
    let difference = if same_speaker { near(wanted, &own, marked)? } else { return None };
    let slight = asked.closeness == Closeness::ButForArticles && difference.of_articles;
    let stance = if slight { Stance::Compatible } else { Stance::Contradicts };
    let reason = format!("has other words: {}", difference.words);
    Some(opinion(bench, document, quote, difference.focus, stance, reason, Some(asked.words_span)))
}

/// Where the words stand among others.
fn position(wanted: &Words, own: &Words) -> Option<usize> {
    own.words.windows(wanted.words.len()).position(|window| window == wanted.words)
}

fn verbatim(
    bench: &Bench<'_>,
    asked: &Asked<'_>,
    document: usize,
    quote: &Quote,
    focus: Span,
    same_speaker: bool,
) -> Opinion {
    let (stance, reason, fault) = match &quote.name {
        _ if same_speaker => {
            return opinion(bench, document, quote, focus, Stance::Supports, "has these words".to_owned(), None);
        }
        Some(name) if may_be(bench, name, asked.speaker) => {
            (Stance::Compatible, format!("has these words from somebody called {name}"), None)
        }
        Some(name) => (Stance::Contradicts, format!("has these words from {name}"), asked.speaker_span),
        None => (Stance::Compatible, "has these words, but does not name who said them".to_owned(), None),
    };
    // It is the speaker that is at fault, here and there; of a pronoun the words tell more.
    let text = &bench.index.document(document).text;
    let named = quote.speaker.filter(|speaker| speaker.slice(text).starts_with(char::is_uppercase));
    let mut opinion = opinion(bench, document, quote, named.unwrap_or(focus), stance, reason, fault);
    if let Some(speaker) = named {
        opinion.evidence.passage = bench.index.document(document).place(quote.span.cover(speaker));
    }
    opinion
}

/// Whether a name may be that of the person asked for: one of them has all words of the other.
fn may_be(bench: &Bench<'_>, name: &str, speaker: Option<&str>) -> bool {
    let Some(speaker) = speaker else { return false };
    let (own, asked) = (name_words(bench, name), name_words(bench, speaker));
    let all_in = |one: &[String], other: &[String]| !one.is_empty() && one.iter().all(|word| other.contains(word));
    all_in(&own, &asked) || all_in(&asked, &own)
}

/// "Lom", "Ms. Lom": the last of the names of "Ida Lom".
fn is_short_for(bench: &Bench<'_>, asked: &str, name: &str) -> bool {
    let (asked, own) = (name_words(bench, asked), name_words(bench, name));
    asked.len() == 1 && own.len() > 1 && asked.last() == own.last()
}

/// The words of a name in lower case, without "Ms." and the like.
fn name_words(bench: &Bench<'_>, name: &str) -> Vec<String> {
    let words = name.split([' ', '-']).filter(|word| !word.is_empty() && !bench.index.grammar.is_honorific(word));
    words.map(str::to_lowercase).collect()
}

/// How the words of an article differ from those that are asserted.
struct Difference {
    /// What came and went: "+the -big".
    words: String,
    /// Where it lies in the article.
    focus: Span,
    /// Whether nothing but "a", "an" and "the" came or went.
    of_articles: bool,
}

/// Nearly the same words: four of five are shared, in order; two of three where they are all that is quoted, the
/// words between the first marks.
fn near(wanted: &Words, own: &Words, marked: usize) -> Option<Difference> {
    if wanted.words.len() < 2 {
        return None;
    }
    let (start, end) = best_window(wanted, own)?;
    let window = &own.words[start..end];
    let asked: Vec<&str> = wanted.words.iter().map(String::as_str).collect();
    let theirs: Vec<&str> = window.iter().map(String::as_str).collect();
    let diff = TextDiff::from_slices(&asked, &theirs);
    let changes: Vec<_> = diff.iter_all_changes().collect();
    let shared = changes.iter().filter(|change| change.tag() == ChangeTag::Equal).count();
    let most = wanted.words.len().max(window.len());
    let whole = window.len() == marked && start == 0;
    if shared * 5 < most * 4 && !(whole && shared * 3 >= most * 2) {
        return None;
    }
    let mut words = Vec::new();
    let mut focus: Option<Span> = None;
    for change in changes {
        match change.tag() {
            ChangeTag::Equal => {}
            ChangeTag::Insert => {
                words.push(format!("+{}", change.value()));
                let place = change.new_index().and_then(|at| own.places.get(start + at));
                focus = place.map(|place| focus.map_or(*place, |focus| focus.cover(*place))).or(focus);
            }
            ChangeTag::Delete => words.push(format!("-{}", change.value())),
        }
    }
    let whole = own.places.get(start)?.cover(*own.places.get(end - 1)?);
    let of_articles = words.iter().all(|word| matches!(word.trim_start_matches(['+', '-']), "a" | "an" | "the"));
    Some(Difference { words: words.join(" "), focus: focus.unwrap_or(whole), of_articles })
}

/// The stretch of a quote that begins and ends as the asserted words do, as far as they do.
fn best_window(wanted: &Words, own: &Words) -> Option<(usize, usize)> {
    let (first, last) = (wanted.words.first()?, wanted.words.last()?);
    let length = wanted.words.len();
    // Where the first word is another one, the second tells where it stands.
    let second = || {
        let second = wanted.words.get(1)?;
        let at = own.words.iter().position(|word| word == second)?;
        Some(at.saturating_sub(1))
    };
    let start = own.words.iter().position(|word| word == first).or_else(second)?;
    let room =
        (start + length.saturating_sub(length / 5 + 1)..(start + length + length / 5 + 2).min(own.words.len())).rev();
    let end = room.into_iter().find(|at| own.words.get(*at) == Some(last)).map(|at| at + 1);
    Some((start, end.unwrap_or((start + length).min(own.words.len()))))
}

fn opinion(
    bench: &Bench<'_>,
    document: usize,
    quote: &Quote,
    focus: Span,
    stance: Stance,
    reason: String,
    fault: Option<Span>,
) -> Opinion {
    let article = bench.index.document(document);
    let evidence = Evidence {
        speaker: quote.name.clone(),
        modality: Some(Modality::Happened),
        ..Evidence::at((document, article), quote.span, focus, stance, reason)
    };
    Opinion { evidence, fault, advice: Vec::new() }
}
