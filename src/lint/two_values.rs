//! `two-ages`: somebody is of two ages. `million-or-billion`: the same digits once with "million" and once with "billion".

use std::collections::BTreeMap;

use crate::corpus::ZoneKind;
use crate::diag::Code;
use crate::extract::MentionKind;
use crate::source::Span;
use crate::value::{Dimension, Number, Policy, Quantity, Reason, Relation, compare};

use super::article::{Article, Figure};
use super::values::{apart, bare};
use super::{Finding, Mark};

/// Finds people of two ages.
pub(super) fn find_ages(article: &Article<'_>) -> Vec<Finding> {
    let mut known: BTreeMap<&str, (Span, Quantity)> = BTreeMap::new();
    let mut found = Vec::new();
    for (name, span, age) in ages(article) {
        match known.get(name) {
            None => {
                known.insert(name, (span, age));
            }
            Some((before, other)) if apart(&age, other) => found.push(two_ages(name, *before, span)),
            Some(_) => {}
        }
    }
    found
}

fn two_ages(name: &str, before: Span, span: Span) -> Finding {
    Finding {
        code: Code::TwoAges,
        place: Mark::new(span, ""),
        others: vec![Mark::new(before, "")],
        message: format!("{name} is of two ages"),
        help: "mend one of the ages, or tell the two people apart",
    }
}

/// "Jane Doe, 34,": who is how old, by the name that the article knows them by.
pub(super) fn ages<'a>(article: &Article<'a>) -> Vec<(&'a str, Span, Quantity)> {
    let mut found = Vec::new();
    let surnames = surnames(article);
    for sentence in article.sentences() {
        for pair in sentence.mentions.windows(2) {
            let [name, age] = pair else { continue };
            let (MentionKind::Name { canonical, .. }, MentionKind::Quantity(quantity)) = (&name.kind, &age.kind) else {
                continue;
            };
            let full = name.span.slice(article.text()) == canonical || canonical.split(' ').count() < 2;
            let apposed = article.between(name.span, age.span) == ","
                && article.behind(sentence, age.span).trim_start().starts_with([',', '.', ')', ';']);
            let plain = quantity.quantity.unit.dimension == Dimension::Age
                && (full || surnames.get(last(canonical)) < Some(&2));
            if let Some(age_read) = bare(&quantity.quantity).filter(|_| apposed && plain) {
                found.push((canonical.as_str(), age.span, age_read));
            }
        }
    }
    found
}

/// How many names of the article end with each word.
fn surnames<'a>(article: &Article<'a>) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for known in &article.reading.names {
        *counts.entry(last(&known.canonical)).or_default() += 1;
    }
    counts
}

fn last(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// Finds amounts that are a thousand times others of the same digits.
pub(super) fn find_magnitudes(article: &Article<'_>) -> Vec<Finding> {
    let sums: Vec<(ZoneKind, Figure<'_>)> = article
        .sentences()
        .flat_map(|sentence| sentence.figures().into_iter().map(move |figure| (sentence.zone, figure)))
        .filter(|(_, figure)| figure.mention.quantity.unit.dimension == Dimension::Money)
        .collect();
    let mut alike: BTreeMap<(String, &str), Vec<(ZoneKind, Figure<'_>)>> = BTreeMap::new();
    for (zone, figure) in &sums {
        let unit = figure.mention.quantity.unit.code.as_ref();
        alike.entry((digits(figure), unit)).or_default().push((*zone, *figure));
    }
    alike.values().filter_map(|sums| slip(article, sums)).collect()
}

/// Of sums of the same digits: one that stands there once, and another that it is a slip for.
fn slip(article: &Article<'_>, sums: &[(ZoneKind, Figure<'_>)]) -> Option<Finding> {
    let [(zone, one), (_, other)] = sums else { return None };
    is_slip(*zone, one, other).then(|| magnitudes(article, one, other))
}

fn magnitudes(article: &Article<'_>, one: &Figure<'_>, other: &Figure<'_>) -> Finding {
    let text = article.text();
    let (one, other) = (one.span, other.span);
    Finding {
        code: Code::MillionOrBillion,
        place: Mark::new(other, ""),
        others: vec![Mark::new(one, "")],
        message: format!("“{}” and “{}” have the same digits", one.slice(text), other.slice(text)),
        help: "mend one of them, if they are one sum",
    }
}

/// Whether two sums of millions and billions differ by nothing but that: three digits of their own, or two in a headline.
fn is_slip(zone: ZoneKind, one: &Figure<'_>, other: &Figure<'_>) -> bool {
    let (first, second) = (&one.mention.quantity, &other.mention.quantity);
    let least = if zone == ZoneKind::Headline { 2 } else { 3 };
    let thousand = Reason::MagnitudeSlip(Number::from_integer(1000));
    let large = |quantity: &Quantity| quantity.amount.nominal >= Some(Number::from_integer(1_000_000));
    let slip = compare(first, Relation::Equal, second, Policy::Reported).reason == thousand;
    slip && digits(one).len() >= least && large(first) && large(second)
}

/// The digits that say something: 125 of "1,250".
fn digits(figure: &Figure<'_>) -> String {
    let all: String = figure.mention.digits.chars().filter(char::is_ascii_digit).collect();
    all.trim_matches('0').to_owned()
}
