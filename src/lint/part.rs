//! `part-above-whole`: "12 of the 10 members".  `share-off`: "12 of 48 members, or 30 percent".

use crate::diag::Code;
use crate::source::Span;
use crate::value::{Dimension, Number, Quantity, Relation};

use super::article::{Article, Figure, Sentence};
use super::values::{apart, bare, contradicts};
use super::{Finding, Mark};

/// Finds parts that are larger than what they are a part of.
pub(super) fn find_large(article: &Article<'_>) -> Vec<Finding> {
    each(article, |article, sentence, figures| {
        let [one, other, ..] = figures else { return None };
        let turned = Parts::read_turned(article, sentence, one, other);
        let (part, whole) = if turned.is_some() { (other, one) } else { (one, other) };
        let (of, out_of) = (turned.or_else(|| Parts::read(article, sentence, part, whole))?, [part.span, whole.span]);
        let [one, other] = out_of.map(|span| span.slice(article.text()));
        contradicts(&of.part, Relation::AtMost, &of.whole).then(|| Finding {
            code: Code::PartAboveWhole,
            place: Mark::new(part.span, "the part"),
            others: vec![Mark::new(whole.span, "the whole")],
            message: format!("“{one}” is more than “{other}”, of which it is a part"),
            help: "mend one of the two numbers; they may have changed places",
        })
    })
}

/// Finds parts with a percentage that they are not.
pub(super) fn find_share(article: &Article<'_>) -> Vec<Finding> {
    each(article, |article, sentence, figures| {
        let [part, whole, share, ..] = figures else { return None };
        let of = Parts::read(article, sentence, part, whole)?;
        let told = share.mention.quantity.unit.dimension == Dimension::Percent
            && share.mention.change.is_none()
            && is_in_other_words(article, sentence, whole, share);
        let (stated, reckoned) = (bare(&share.mention.quantity)?, of.part.share_of(&of.whole)?);
        (told && apart(&stated, &reckoned)).then(|| Finding {
            code: Code::ShareOff,
            place: Mark::new(share.span, format!("should be {}", in_percent(&reckoned))),
            others: vec![Mark::new(part.span.cover(whole.span), "")],
            message: format!("the share is not “{}”", share.span.slice(article.text())),
            help: "mend the percentage, or one of the two numbers",
        })
    })
}

fn each(
    article: &Article<'_>,
    check: impl Fn(&Article<'_>, Sentence<'_>, &[Figure<'_>]) -> Option<Finding>,
) -> Vec<Finding> {
    let in_sentence = |sentence: Sentence<'_>| {
        let figures = sentence.figures();
        (0..figures.len()).filter_map(|at| check(article, sentence, figures.get(at..)?)).collect::<Vec<_>>()
    };
    article.sentences().flat_map(in_sentence).collect()
}

/// A part and its whole, the numbers alone.
struct Parts {
    part: Quantity,
    whole: Quantity,
}

impl Parts {
    /// "12 of the 48 members", "12 out of 48".
    fn read(article: &Article<'_>, sentence: Sentence<'_>, part: &Figure<'_>, whole: &Figure<'_>) -> Option<Self> {
        const LINKS: [&str; 7] = ["of the", "out of", "out of the", "of its", "of their", "of the country's", "of all"];
        let things = |figure: &Figure<'_>| {
            matches!(figure.mention.quantity.unit.dimension, Dimension::Count | Dimension::Number)
        };
        let told = LINKS.contains(&article.between(part.span, whole.span)) && things(part) && things(whole);
        let read = Self { part: bare(&part.mention.quantity)?, whole: bare(&whole.mention.quantity)? };
        let number = read.whole.amount.nominal.and_then(Number::to_integer)?;
        let is_year = (1900..2100).contains(&number) && !whole.mention.digits.is_empty();
        let behind = article.behind(sentence, whole.mention.number);
        let goes_on = behind.starts_with(['-', '–', '/', ':', '.']) && !behind.starts_with(". ") && behind.len() > 1;
        let ranged =
            ["and ", "to ", "or ", "million ", "billion "].iter().any(|word| behind.trim_start().starts_with(word));
        let ends = behind.trim().is_empty();
        (told && number > 1 && !ends && !is_year && !goes_on && !ranged).then_some(read)
    }
}

impl Parts {
    /// "Of the 48 members, 12 were ill."
    fn read_turned(
        article: &Article<'_>,
        sentence: Sentence<'_>,
        whole: &Figure<'_>,
        part: &Figure<'_>,
    ) -> Option<Self> {
        let (own, of) = (&part.mention.quantity.unit, &whole.mention.quantity.unit);
        let before = Span { start: sentence.span.start, end: whole.span.start }.slice(article.text()).trim_end();
        let opens = ["of the", "out of the"].iter().any(|link| before.eq_ignore_ascii_case(link));
        let is_count = of.dimension == Dimension::Count && (own.dimension == Dimension::Number || own.code == of.code);
        let read = Self { part: bare(&part.mention.quantity)?, whole: bare(&whole.mention.quantity)? };
        (opens && is_count && article.between(whole.span, part.span) == ",").then_some(read)
    }
}

/// ", or 30 percent,", "(30 percent)", "— 30 percent".
fn is_in_other_words(article: &Article<'_>, sentence: Sentence<'_>, whole: &Figure<'_>, share: &Figure<'_>) -> bool {
    let behind = article.behind(sentence, share.span).trim_start();
    let ends = behind.starts_with([',', '.', ')', ';', '—', '–']);
    match article.between(whole.span, share.span) {
        "(" => behind.starts_with(')'),
        ", or" | "or" | "—" | "— or" | "–" => ends || behind.starts_with("of"),
        _ => false,
    }
}

/// A percentage as a desk would print it.
pub(super) fn in_percent(share: &Quantity) -> String {
    let tenth = Number::ratio(1, 10).unwrap_or(Number::ONE);
    let value = share.amount.nominal.and_then(|value| value.round_to(tenth));
    value.map_or_else(|| share.describe(), |value| format!("{} percent", value.grouped()))
}
