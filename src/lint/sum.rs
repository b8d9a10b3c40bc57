//! `sum-off`: "12 people: 5 soldiers and 8 civilians", "400 workers: 250 in Easton and 180 in Weston".

use crate::diag::Code;
use crate::extract::{MentionKind, NameType};
use crate::source::Span;
use crate::value::{Amount, Dimension, Number, Quantity, Unit};

use super::article::{Article, Figure, Sentence};
use super::values::apart;
use super::{Finding, Mark};

/// Finds parts that do not add up to what they are parts of.
pub(super) fn find(article: &Article<'_>) -> Vec<Finding> {
    let in_sentence = |sentence: Sentence<'_>| {
        let figures = sentence.figures();
        (0..figures.len()).filter_map(|at| off(article, sentence, figures.get(at..)?)).collect::<Vec<_>>()
    };
    article.sentences().flat_map(in_sentence).collect()
}

fn off(article: &Article<'_>, sentence: Sentence<'_>, figures: &[Figure<'_>]) -> Option<Finding> {
    let (whole, rest) = figures.split_first()?;
    let by_kind = parts(article, sentence, whole, rest).filter(|_| is_human(article, whole));
    let by_place = by_kind.is_none();
    let parts = rest.get(..by_kind.or_else(|| by_places(article, sentence, whole, rest))?)?;
    let total = counted(whole)?;
    let (first, others) = parts.split_first()?;
    let sum = others.iter().try_fold(counted(first)?, |sum, part| sum.plus(&counted(part)?))?;
    // Not every place needs to be told, so that the parts may be fewer.
    let is_off = if by_place { is_above(&sum, &total) } else { apart(&total, &sum) };
    is_off.then(|| Finding {
        code: Code::SumOff,
        place: Mark::new(whole.span, format!("its parts come to {}", sum.amount.describe())),
        others: parts.iter().map(|part| Mark::new(part.span, "")).collect(),
        message: format!("“{}” is not the sum of its parts", whole.span.slice(article.text())),
        help: "mend the sum, or one of its parts",
    })
}

/// How many figures behind a whole are its parts: a row of two or more up to the end of the clause, opened by a mark.
fn parts(article: &Article<'_>, sentence: Sentence<'_>, whole: &Figure<'_>, rest: &[Figure<'_>]) -> Option<usize> {
    let everybody = whole.mention.quantity.unit.code.as_ref();
    // Behind a comma other people may be counted: "12 soldiers, 5 nurses and 8 drivers".
    let opened = match article.between(whole.span, rest.first()?.span) {
        ":" | "—" | "–" | "--" | "(" => true,
        "," => article.is_listed("everybody", everybody) && rest.iter().all(|part| is_human(article, part)),
        _ => false,
    };
    let link = |pair: &[Figure<'_>]| match pair {
        [one, other] => article.between(one.span, other.span),
        _ => "",
    };
    let links: Vec<&str> = rest.windows(2).map(link).collect();
    let commas = links.iter().take_while(|link| **link == ",").count();
    let last = links.get(commas).filter(|link| matches!(**link, "and" | ", and"))?;
    let count = commas + 2;
    let end: Span = rest.get(count - 1)?.span;
    let closed = article.behind(sentence, end).trim_start().starts_with([',', '.', ')', ';', '—', '–']);
    (opened && closed && !last.is_empty()).then_some(count)
}

/// Whether a sum is more than a whole, by more than a twentieth: "400 workers" may be 410.
fn is_above(sum: &Quantity, whole: &Quantity) -> bool {
    let size =
        |of: &Quantity, times: i128| of.amount.nominal.and_then(|number| number.times(Number::from_integer(times)));
    size(sum, 20).zip(size(whole, 21)).is_some_and(|(sum, whole)| sum > whole)
}

/// How many figures behind a whole and a mark are its parts, each with its place: ": 250 in Easton and 180 in Weston".
fn by_places(article: &Article<'_>, sentence: Sentence<'_>, whole: &Figure<'_>, rest: &[Figure<'_>]) -> Option<usize> {
    let opened = matches!(article.between(whole.span, rest.first()?.span), ":" | "—" | "–" | "--" | "(");
    let alike = |part: &&Figure<'_>| {
        let (own, of) = (&part.mention.quantity.unit, &whole.mention.quantity.unit);
        own.dimension == Dimension::Number || own.code == of.code
    };
    // "in Easton and": nothing but a preposition and the name of a place.
    let placed = |text: &str, ends: &[&str]| {
        let place = ["in ", "at ", "near "].iter().find_map(|word| text.trim().strip_prefix(word));
        let place = place.and_then(|place| ends.iter().find_map(|end| place.strip_suffix(end)));
        place.is_some_and(|place| is_named_place(sentence, article, place))
    };
    let link = |pair: &[Figure<'_>]| match pair {
        [one, other] => article.between(one.span, other.span),
        _ => "",
    };
    let links: Vec<&str> = rest.iter().take_while(alike).copied().collect::<Vec<_>>().windows(2).map(link).collect();
    let commas = links.iter().take_while(|link| placed(link, &[","])).count();
    let last = links.get(commas).filter(|link| placed(link, &[" and"]))?;
    let count = commas + 2;
    let behind = article.behind(sentence, rest.get(count - 1)?.span);
    let clause = behind.find([',', '.', ')', ';', '—', '–']).map(|end| &behind[..=end])?;
    (opened && !last.is_empty() && placed(clause, &[",", ".", ")", ";", "—", "–"])).then_some(count)
}

/// Whether words are the name of a place, and all of it.
fn is_named_place(sentence: Sentence<'_>, article: &Article<'_>, words: &str) -> bool {
    sentence.mentions.iter().any(|mention| match mention.kind {
        MentionKind::Name { sort, .. } => sort == NameType::Place && mention.span.slice(article.text()) == words,
        MentionKind::Quantity(_) | MentionKind::Time(_) | MentionKind::Quote(_) => false,
    })
}

/// The number of a plain count.
fn counted(figure: &Figure<'_>) -> Option<Quantity> {
    let quantity = &figure.mention.quantity;
    let plain =
        matches!(quantity.unit.dimension, Dimension::Count | Dimension::Number) && quantity.amount.states_nominal();
    let written = quantity.amount.written().filter(|_| plain)?;
    Some(Quantity::new(Amount::bare(written), Unit::number()))
}

fn is_human(article: &Article<'_>, figure: &Figure<'_>) -> bool {
    let noun = figure.mention.quantity.unit.code.as_ref();
    let head = noun.rsplit(' ').next().unwrap_or(noun);
    article.lore.grammar.is_human(head) || article.is_listed("everybody", head)
}
