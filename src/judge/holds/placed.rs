//! What somebody has in one place, against what they have in all: "five plants in Norway" do not exclude "seven plants".

use crate::judge::Bench;
use crate::judge::align::Candidate;
use crate::statement::{Statement, Value};
use crate::value::{Dimension, Number, Quantity};

/// Whether the count of a passage and the asserted one are a part by its place and the whole, as far as their sizes go.
pub(super) fn is_part_by_place(
    bench: &Bench<'_>,
    asked: &Statement,
    value: &Quantity,
    candidate: &Candidate<'_>,
) -> bool {
    let own = &candidate.found.fact.statement;
    let Some(Value::Quantity(told)) = &own.value else { return false };
    let (Some(whole), Some(told)) = (counted(value), counted(told)) else { return false };
    let mut entries = bench.index.vocabulary.measures.iter();
    if entries.any(|entry| entry.name == asked.measure.name && !entry.own) {
        return false;
    }
    match (asked.qualifiers.places.is_empty(), own.qualifiers.places.is_empty()) {
        (true, false) => told < whole && is_place_behind(bench, candidate),
        (false, true) => told > whole,
        (true, true) | (false, false) => false,
    }
}

fn counted(quantity: &Quantity) -> Option<Number> {
    let counts = matches!(quantity.unit.dimension, Dimension::Count | Dimension::Number);
    quantity.amount.nominal.filter(|_| counts)
}

/// Whether the place stands right behind what is counted, and is not one of the whole sentence.
fn is_place_behind(bench: &Bench<'_>, candidate: &Candidate<'_>) -> bool {
    let found = candidate.found;
    let mention = found.fact.quantity.and_then(|at| bench.index.readings.get(found.document)?.mentions.get(at));
    let text = &bench.index.document(found.document).text;
    let behind = mention.and_then(|mention| text.get(mention.span.end as usize..)).unwrap_or_default();
    [" in ", " at "].iter().any(|word| behind.starts_with(word))
}
