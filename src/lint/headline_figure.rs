//! `headline-figure`: a number of the headline that the body does not have, where it tells another of the same deed.

use std::collections::BTreeSet;

use crate::corpus::ZoneKind;
use crate::diag::Code;
use crate::extract::singular;
use crate::source::Span;
use crate::text::has_word;
use crate::value::{Dimension, Number, Quantity, Unit, Wording};

use super::article::{Article, Figure, Sentence};
use super::values::{apart, bare};
use super::{Finding, Mark};

/// Finds numbers of the headline that the body contradicts.
pub(super) fn find(article: &Article<'_>) -> Vec<Finding> {
    let (heads, body): (Vec<Sentence<'_>>, Vec<Sentence<'_>>) = article
        .sentences()
        .filter(|sentence| sentence.zone != ZoneKind::Metadata)
        .partition(|sentence| sentence.zone == ZoneKind::Headline);
    let told: Vec<(Sentence<'_>, Figure<'_>)> = body
        .iter()
        .flat_map(|sentence| sentence.figures().into_iter().map(move |figure| (*sentence, figure)))
        .collect();
    let of_head = |head: &Sentence<'_>| {
        let figures = head.figures();
        figures.iter().filter_map(|figure| contradicted(article, *head, figure, &told)).collect::<Vec<_>>()
    };
    heads.iter().flat_map(of_head).collect()
}

fn contradicted(
    article: &Article<'_>,
    head: Sentence<'_>,
    figure: &Figure<'_>,
    told: &[(Sentence<'_>, Figure<'_>)],
) -> Option<Finding> {
    let asked = number(figure).filter(|_| is_plain(figure))?;
    let deeds = deeds(article, head, figure);
    let words = words(article, head.span, figure.span);
    let tells = |(sentence, other): &&(Sentence<'_>, Figure<'_>)| {
        let shared = self::words(article, sentence.span, other.span).intersection(&words).count();
        is_plain(other)
            && is_of_one_kind(figure, other)
            && (!self::deeds(article, *sentence, other).is_disjoint(&deeds) || counts_the_same(figure, other))
            && shared >= LEAST_SHARED
    };
    let rivals: Vec<&(Sentence<'_>, Figure<'_>)> = told.iter().filter(tells).collect();
    let (_, rival) = rivals.first()?;
    let values: Vec<Quantity> = told.iter().filter_map(|(_, other)| number(other)).collect();
    let first = number(rival)?;
    let is_one = rivals.iter().all(|(_, other)| number(other).as_ref() == Some(&first));
    (is_one && !is_borne_out(article, figure, &asked, told, &values)).then(|| Finding {
        code: Code::HeadlineFigure,
        place: Mark::new(figure.span, ""),
        others: vec![Mark::new(rival.span, "the body")],
        message: format!("“{}” of the headline is nowhere in the body", figure.span.slice(article.text())),
        help: "mend the headline, or the body",
    })
}

/// So many words of the headline are in the sentence that tells another number.
const LEAST_SHARED: usize = 2;

/// A bare count, sum or percentage.
fn is_plain(figure: &Figure<'_>) -> bool {
    let quantity = &figure.mention.quantity;
    let is_counted =
        matches!(quantity.unit.dimension, Dimension::Count | Dimension::Number | Dimension::Money | Dimension::Percent);
    is_counted && matches!(quantity.amount.wording, Wording::Bare | Wording::Exact)
}

fn is_of_one_kind(head: &Figure<'_>, other: &Figure<'_>) -> bool {
    let (asked, own) = (&head.mention.quantity.unit, &other.mention.quantity.unit);
    let is_left_out = asked.dimension == Dimension::Number && own.dimension == Dimension::Count;
    asked.code == own.code && asked.dimension == own.dimension || is_left_out
}

/// Whether both count things that one noun names.
fn counts_the_same(head: &Figure<'_>, other: &Figure<'_>) -> bool {
    let [asked, own] = [head, other].map(|figure| &figure.mention.quantity.unit);
    asked.dimension == Dimension::Count && asked.code == own.code
}

/// The number alone, without what it is of.
fn number(figure: &Figure<'_>) -> Option<Quantity> {
    Some(Quantity::new(bare(&figure.mention.quantity)?.amount, Unit::number()))
}

/// Whether the body has the number, or leaves it open, or it comes of two of the body's.
fn is_borne_out(
    article: &Article<'_>,
    figure: &Figure<'_>,
    asked: &Quantity,
    told: &[(Sentence<'_>, Figure<'_>)],
    values: &[Quantity],
) -> bool {
    let value = asked.amount.nominal;
    let is_open = |(_, other): &(Sentence<'_>, Figure<'_>)| {
        let set = &other.mention.quantity.amount.halo;
        value.is_none_or(|value| set.contains(value))
    };
    let nominal = |quantity: &Quantity| quantity.amount.nominal;
    let makes = |one: Number| {
        let others = values.iter().filter_map(nominal);
        others.flat_map(|other| [one.plus(other), one.minus(other)]).any(|sum| sum == value)
    };
    let digits = figure.mention.number.slice(article.text());
    let rest = Span { start: figure.span.end, ..article.whole() }.slice(article.text());
    told.iter().any(is_open)
        || values.iter().any(|own| !apart(asked, own))
        || values.iter().filter_map(nominal).any(makes)
        || has_word(rest, digits)
}

/// The verbs right beside a number: "kills 15", "15 people die".
fn deeds<'a>(article: &Article<'a>, sentence: Sentence<'a>, figure: &Figure<'_>) -> BTreeSet<&'a str> {
    let grammar = article.lore.grammar;
    let before = article.before(sentence, figure.span).split_whitespace().rev().take(2);
    let behind = article.behind(sentence, figure.span).split_whitespace().take(3);
    let plain = |word: &'a str| word.trim_matches(|c: char| !c.is_alphanumeric());
    let verbs = before.chain(behind).map(plain).filter(|word| grammar.is_verb_form(word));
    verbs.map(|word| grammar.dictionary_form(word)).collect()
}

/// The words of a sentence that say something, in their dictionary form, without those of a number.
fn words(article: &Article<'_>, sentence: Span, figure: Span) -> BTreeSet<String> {
    let grammar = article.lore.grammar;
    let halves = [Span { end: figure.start, ..sentence }, Span { start: figure.end, ..sentence }];
    let all = halves.into_iter().flat_map(|half| half.slice(article.text()).split(|c: char| !c.is_alphanumeric()));
    let says = |word: &&str| word.len() > 2 && !grammar.is_function_word(&word.to_lowercase());
    all.filter(says).map(|word| singular(&grammar.dictionary_form(word).to_lowercase()).into_owned()).collect()
}
