//! `figure-changes`: the same words twice, around two numbers.

use std::collections::BTreeMap;

use crate::corpus::ZoneKind;
use crate::diag::Code;
use crate::source::Span;
use crate::value::{Dimension, Quantity, Relation, Wording};

use super::article::{Article, Figure, Sentence};
use super::values::contradicts;
use super::{Finding, Mark};

/// Finds numbers that stand between the same words as others.
pub(super) fn find(article: &Article<'_>) -> Vec<Finding> {
    let mut told: BTreeMap<(String, &str), Vec<Told<'_>>> = BTreeMap::new();
    for sentence in article.sentences().filter(|sentence| sentence.zone == ZoneKind::Body) {
        for figure in sentence.figures() {
            if let Some((front, own)) = Told::read(article, sentence, figure) {
                let unit = own.figure.mention.quantity.unit.code.as_ref();
                told.entry((front, unit)).or_default().push(own);
            }
        }
    }
    told.values().filter_map(|own| changed(article, own)).collect()
}

/// A number and the words behind it.
struct Told<'a> {
    figure: Figure<'a>,
    behind: Vec<String>,
}

/// In front of a number are at least so many words of its clause, and as many or more behind it.
const LEAST: usize = 2;
const LEAST_BEHIND: usize = 3;

impl<'a> Told<'a> {
    /// The words of the clause in front of a bare number, one of which is a verb, and those behind it; none where a time is told.
    fn read(article: &Article<'a>, sentence: Sentence<'a>, figure: Figure<'a>) -> Option<(String, Self)> {
        let quantity = &figure.mention.quantity;
        let is_kind = matches!(quantity.unit.dimension, Dimension::Money | Dimension::Count | Dimension::Percent);
        let is_bare =
            matches!(quantity.amount.wording, Wording::Bare | Wording::Exact) && quantity.amount.nominal.is_some();
        let ends = [',', ';', ':', '(', ')', '"', '“', '”', '—', '–', '.', '!', '?'];
        let front = article.before(sentence, figure.span).rsplit(ends).next()?;
        let behind = article.behind(sentence, figure.span).split(ends).next()?;
        let front_words: Vec<String> = front.split_whitespace().map(str::to_lowercase).collect();
        let words: Vec<String> = behind.split_whitespace().map(str::to_lowercase).collect();
        let end = figure.span.end as usize + behind.len();
        let start = figure.span.start as usize - front.len();
        let clause = Span::new(start, end);
        let is_day =
            |span: Span| span.slice(article.text()).ends_with("day") && !span.slice(article.text()).contains(' ');
        let is_timed = sentence.times().iter().any(|(span, _)| span.overlaps(clause) && !is_day(*span));
        let has_verb = front_words.iter().any(|word| article.lore.grammar.is_verb_form(word));
        let is_long = front_words.len() >= LEAST && words.len() >= LEAST_BEHIND;
        let is_told = is_kind && is_bare && is_long && has_verb && !is_timed;
        is_told.then(|| (front_words.join(" "), Self { figure, behind: words }))
    }
}

/// Two numbers, and no third, whose words behind are the same as far as either goes.
fn changed(article: &Article<'_>, told: &[Told<'_>]) -> Option<Finding> {
    let [one, other] = told else { return None };
    let is_same = one.behind.starts_with(&other.behind) || other.behind.starts_with(&one.behind);
    let (first, second) = (&one.figure, &other.figure);
    let excludes = |one: &Quantity, other: &Quantity| contradicts(one, Relation::Equal, other);
    let (own, theirs) = (&first.mention.quantity, &second.mention.quantity);
    (is_same && excludes(own, theirs) && excludes(theirs, own)).then(|| Finding {
        code: Code::FigureChanges,
        place: Mark::new(second.span, ""),
        others: vec![Mark::new(first.span, "")],
        message: format!(
            "“{}” stands in the words of “{}”",
            second.span.slice(article.text()),
            first.span.slice(article.text())
        ),
        help: "mend one of the two numbers, or say how they differ",
    })
}
