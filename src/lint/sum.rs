//! `sum-off`: "12 people: 5 soldiers and 8 civilians".

use crate::diag::Code;
use crate::source::Span;
use crate::value::{Amount, Dimension, Quantity, Unit};

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
    let parts = rest.get(..parts(article, sentence, whole, rest)?)?;
    let total = counted(whole).filter(|_| is_human(article, whole))?;
    let (first, others) = parts.split_first()?;
    let sum = others.iter().try_fold(counted(first)?, |sum, part| sum.plus(&counted(part)?))?;
    apart(&total, &sum).then(|| Finding {
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
