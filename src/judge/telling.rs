//! Several events may be meant: the qualifier that would tell each of them from the others, as an editor writes it.

use super::align::Candidate;
use super::{Advice, AdviceKind, Bench};
use crate::extract::{Known, NameType};
use crate::value::{Days, Grain};

/// For each event the first of its qualifiers that none of the others has; nothing of an event that has no such qualifier.
pub fn telling_apart(bench: &Bench<'_>, events: &[Vec<Candidate<'_>>]) -> Vec<Advice> {
    let all: Vec<Vec<String>> = events.iter().map(|event| qualifiers(bench, event)).collect();
    let own = |number: usize| {
        let others = |text: &&String| !all.iter().enumerate().any(|(other, its)| other != number && its.contains(text));
        all.get(number)?.iter().find(others)
    };
    let advice =
        |text: &String| Advice { kind: AdviceKind::Qualifier, text: format!("one of them is told apart by `{text}`") };
    (0..all.len()).filter_map(own).map(advice).collect()
}

/// What an event is told with, the surest way to name it first.
fn qualifiers(bench: &Bench<'_>, event: &[Candidate<'_>]) -> Vec<String> {
    let own = || event.iter().map(|candidate| (candidate.found.document, &candidate.found.fact.statement.qualifiers));
    let deadlines = own().filter_map(|(_, own)| own.deadline).filter(|deadline| is_date(&deadline.named));
    let partners = own().flat_map(|(_, own)| &own.partners).map(|partner| format!("with {}", quoted(partner)));
    let days = own().filter_map(|(_, own)| own.when).filter_map(during);
    let places =
        own().flat_map(|(document, own)| own.places.iter().filter(move |place| is_place(bench, document, place)));
    let announced = own().filter_map(|(_, own)| own.announced).filter(is_date);
    deadlines
        .map(|deadline| deadline.to_string())
        .chain(partners)
        .chain(days)
        .chain(places.map(|place| format!("in {}", quoted(place))))
        .chain(announced.map(|days| format!("announced {days}")))
        .collect()
}

/// A name between its marks.
fn quoted(name: &str) -> String {
    let plain = name.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("\"{}\"", plain.replace('"', "\"\""))
}

/// `on` a day, `in` a longer time, `from` one day `to` another, `since` a day; none for what has no beginning.
fn during(days: Days) -> Option<String> {
    if is_date(&days) {
        let word = if days.grain == Grain::Day { "on" } else { "in" };
        return Some(format!("{word} {days}"));
    }
    let first = days.first?;
    Some(days.last.map_or_else(|| format!("since {first}"), |last| format!("from {first} to {last}")))
}

/// Whether a time has a name in check files, rather than two ends.
fn is_date(days: &Days) -> bool {
    !days.to_string().contains("..")
}

/// Whether a name is known for a place, by the vocabulary or by its article.
fn is_place(bench: &Bench<'_>, document: usize, name: &str) -> bool {
    let read = bench.index.readings.get(document).into_iter().flat_map(|reading| &reading.names);
    let of_it = |known: &&Known| known.forms.iter().any(|form| form == name);
    bench.index.places.knows(name) || read.filter(of_it).any(|known| known.sort == NameType::Place)
}
