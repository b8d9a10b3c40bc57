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
fn ages<'a>(article: &Article<'a>) -> Vec<(&'a str, Span, Quantity)> {
    let mut found = Vec::new();
    for sentence in article.sentences() {
        for pair in sentence.mentions.windows(2) {
            let [name, age] = pair else { continue };
            let (MentionKind::Name { canonical, .. }, MentionKind::Quantity(quantity)) = (&name.kind, &age.kind) else {
                continue;
            };
            let full = name.span.slice(article.text()) == canonical || canonical.split(' ').count() < 2;
            let apposed = article.between(name.span, age.span) == ","
                && article.behind(sentence, age.span).trim_start().starts_with([',', '.', ')', ';']);
            let plain = quantity.quantity.unit.dimension == Dimension::Age && (full || is_only(article, canonical));
            if let Some(age_read) = bare(&quantity.quantity).filter(|_| apposed && plain) {
                found.push((canonical.as_str(), age.span, age_read));
            }
        }
    }
    found
}

/// Whether no other name of the article has the same last word.
fn is_only(article: &Article<'_>, name: &str) -> bool {
    let last = |name: &str| name.rsplit(' ').next().map(str::to_owned);
    article.reading.names.iter().filter(|known| last(&known.canonical) == last(name)).count() < 2
}

/// Finds amounts that are a thousand times others of the same digits.
pub(super) fn find_magnitudes(article: &Article<'_>) -> Vec<Finding> {
    let sums: Vec<(ZoneKind, Figure<'_>)> = article
        .sentences()
        .flat_map(|sentence| sentence.figures().into_iter().map(move |figure| (sentence.zone, figure)))
        .filter(|(_, figure)| figure.mention.quantity.unit.dimension == Dimension::Money)
        .collect();
    let mut found: Vec<Finding> = Vec::new();
    for (at, (zone, one)) in sums.iter().enumerate() {
        let other = sums.iter().skip(at + 1).find(|(_, other)| is_slip(*zone, one, other));
        if let Some((_, other)) = other.filter(|_| !is_borne_out(one, &sums)) {
            found.push(magnitudes(article, one, other));
        }
    }
    found
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

/// Whether the sum stands there twice, so that it is no slip.
fn is_borne_out(one: &Figure<'_>, sums: &[(ZoneKind, Figure<'_>)]) -> bool {
    let same = |other: &Figure<'_>| {
        let (one, other) = (&one.mention.quantity, &other.mention.quantity);
        one.unit == other.unit && one.amount.nominal == other.amount.nominal
    };
    sums.iter().filter(|(_, other)| same(other)).count() > 1
}

/// Whether two sums of millions and billions differ by nothing but that: three digits of their own, or two in a headline.
fn is_slip(zone: ZoneKind, one: &Figure<'_>, other: &Figure<'_>) -> bool {
    let (first, second) = (&one.mention.quantity, &other.mention.quantity);
    let least = if zone == ZoneKind::Headline { 2 } else { 3 };
    let thousand = Reason::MagnitudeSlip(Number::from_integer(1000));
    let large = |quantity: &Quantity| quantity.amount.nominal >= Some(Number::from_integer(1_000_000));
    let slip = compare(first, Relation::Equal, second, Policy::Reported).reason == thousand;
    slip && digits(one) >= least && large(first) && large(second)
}

/// How many digits say something: 3 of "1,250".
fn digits(figure: &Figure<'_>) -> usize {
    let all: String = figure.mention.digits.chars().filter(char::is_ascii_digit).collect();
    all.trim_end_matches('0').len()
}
