//! What an editor asks of names and quotes; quiet unless asked for.
//! `quote-without-speaker`: words in quotation marks that nobody says. `surname-alone`: a surname without a first mention.

use std::collections::BTreeSet;

use crate::corpus::ZoneKind;
use crate::diag::Code;
use crate::extract::{MentionKind, NameType};
use crate::source::Span;

use super::article::Article;
use super::{Finding, Mark};

/// A quote of fewer words needs no speaker of its own.
const SHORTEST: usize = 6;

/// Finds whole utterances without a speaker.
pub(super) fn find_quotes(article: &Article<'_>) -> Vec<Finding> {
    let silent = article.reading.quotes.all.iter().filter(|quote| {
        let words = quote.span.slice(article.text()).split_whitespace().count();
        quote.utterance
            && quote.speaker.is_none()
            && words >= SHORTEST
            && article.zone(quote.span) == Some(ZoneKind::Body)
    });
    let finding = |span: Span| Finding {
        code: Code::QuoteWithoutSpeaker,
        place: Mark::new(span, ""),
        others: Vec::new(),
        message: "nobody is said to say this".to_owned(),
        help: "name the speaker beside the quote",
    };
    silent.map(|quote| finding(quote.span)).collect()
}

/// Finds people who are "Mr." and "Ms." from the first mention on, and have no given name anywhere.
pub(super) fn find_surnames(article: &Article<'_>) -> Vec<Finding> {
    let names = article.reading.names.iter().filter(|known| known.canonical.contains(' '));
    let full: BTreeSet<&str> = names.flat_map(|known| known.canonical.split(' ')).collect();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut found = Vec::new();
    for sentence in article.sentences().filter(|sentence| sentence.zone == ZoneKind::Body) {
        for mention in sentence.mentions {
            let MentionKind::Name { sort: NameType::Person, canonical } = &mention.kind else { continue };
            let before = article.before(sentence, mention.span).split_whitespace().next_back().unwrap_or("");
            let addressed = article.lore.grammar.is_honorific(before);
            let bare = addressed && !canonical.contains(' ') && !full.contains(canonical.as_str());
            if seen.insert(canonical) && bare {
                found.push(surname(canonical, mention.span));
            }
        }
    }
    found
}

fn surname(name: &str, span: Span) -> Finding {
    Finding {
        code: Code::SurnameAlone,
        place: Mark::new(span, "the first mention"),
        others: Vec::new(),
        message: format!("{name} has no given name"),
        help: "give the full name, and who it is, where somebody is first mentioned",
    }
}
