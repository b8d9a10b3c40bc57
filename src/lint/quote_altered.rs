//! `quote-altered`: a quote of the headline that the body has in other words.

use crate::corpus::ZoneKind;
use crate::diag::Code;
use crate::source::Span;

use super::article::Article;
use super::{Finding, Mark};

/// A shorter quote is no quote of a sentence.
const SHORTEST: usize = 4;

/// A longer one is no headline's.
const LONGEST: usize = 40;

/// One word in so many may have been altered, or it is another quote.
const ALIKE: usize = 4;

/// Finds quotes that were altered on their way to the headline.
pub(super) fn find(article: &Article<'_>) -> Vec<Finding> {
    let quotes = || article.reading.quotes.all.iter().map(|quote| (quote.span, article.zone(quote.span)));
    let of_headline = quotes().filter(|(_, zone)| *zone == Some(ZoneKind::Headline));
    let body: Vec<Words<'_>> = quotes()
        .filter(|(_, zone)| matches!(zone, Some(ZoneKind::Body | ZoneKind::Bullet)))
        .map(|(span, _)| Words::of(article, span))
        .collect();
    of_headline.filter_map(|(span, _)| altered(article, &Words::of(article, span), &body)).collect()
}

fn altered(article: &Article<'_>, quote: &Words<'_>, body: &[Words<'_>]) -> Option<Finding> {
    let shortened = quote.span.slice(article.text()).contains(['[', '(', '…']);
    if !(SHORTEST..=LONGEST).contains(&quote.words.len()) || shortened || is_verbatim(article, quote) {
        return None;
    }
    let nearest = body.iter().filter_map(|spoken| spoken.nearest(quote)).min_by_key(|near| near.wrong.len())?;
    let [(here, there)] = *nearest.wrong.as_slice() else { return None };
    Some(Finding {
        code: Code::QuoteAltered,
        place: Mark::new(here, "in the headline"),
        others: vec![Mark::new(there, "in the body")],
        message: "the headline quotes other words than the body".to_owned(),
        help: "quote the same words in both",
    })
}

/// Whether the article has the words as they are somewhere behind the headline.
fn is_verbatim(article: &Article<'_>, quote: &Words<'_>) -> bool {
    let behind = Span { start: quote.span.end, ..article.whole() };
    let text = Words::of(article, behind);
    text.words
        .windows(quote.words.len())
        .any(|window| window.iter().zip(&quote.words).all(|(one, other)| one.0 == other.0))
}

/// The words of a place, in small letters, each with where it stands.
struct Words<'a> {
    span: Span,
    words: Vec<(String, Span)>,
    article: &'a Article<'a>,
}

/// Words like those of a quote, but for some.
struct Near {
    /// The words that differ: those of the quote, and those that stand for them.
    wrong: Vec<(Span, Span)>,
}

impl<'a> Words<'a> {
    fn of(article: &'a Article<'a>, span: Span) -> Self {
        let text = span.slice(article.text());
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let placed = words.map(|word| {
            let start = span.start as usize + (word.as_ptr() as usize - text.as_ptr() as usize);
            (word.to_lowercase(), Span::new(start, start + word.len()))
        });
        Self { span, words: placed.collect(), article }
    }

    /// The row of as many words that is most like those of a quote; none where too many differ.
    fn nearest(&self, quote: &Words<'_>) -> Option<Near> {
        let most = quote.words.len() / ALIKE;
        let differ = |window: &[(String, Span)]| -> Vec<(Span, Span)> {
            let pairs = quote.words.iter().zip(window).filter(|(one, other)| one.0 != other.0);
            pairs.map(|(one, other)| (one.1, other.1)).take(most + 1).collect()
        };
        let windows = self.words.windows(quote.words.len()).map(differ).filter(|wrong| wrong.len() <= most);
        let wrong = windows.min_by_key(Vec::len)?;
        let another = |(one, other): &(Span, Span)| {
            let text = self.article.text();
            is_another_word(&one.slice(text).to_lowercase(), &other.slice(text).to_lowercase())
        };
        wrong.iter().all(another).then_some(Near { wrong })
    }
}

/// Whether two words are not forms of one.
fn is_another_word(one: &str, other: &str) -> bool {
    let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    shared < 4
}
