//! "60 miles (97 km)": two renderings of one quantity are one piece of evidence. The one in the asserted unit speaks, and how the other
//! is rounded is its halo.

use super::super::align::Candidate;
use super::super::decide::Opinion;
use super::super::events::Event;
use super::super::{Stance, words};
use super::Hearing;
use crate::statement::Value;
use crate::value::{Dimension, Fit, Policy, Quantity, Relation, compare};

impl Hearing<'_, '_> {
    /// The stances that the passages of an event take each by itself, those of conversions settled with their originals.
    pub(super) fn converted(&self, event: &Event, mut opinions: Vec<Opinion>) -> Vec<Opinion> {
        for (pair, heard) in event.facts.windows(2).zip(0..) {
            let [original, conversion] = pair else { continue };
            let Some((first, second)) = self.renderings(*original, *conversion) else { continue };
            if let Some([one, two]) = opinions.get_mut(heard..heard + 2) {
                let is_second = self.asked_unit() == Some(second.unit.code.as_ref()) && second.unit != first.unit;
                let (speaker, silent) = if is_second { (two, one) } else { (one, two) };
                self.settle(speaker, silent, is_second, first.unit.dimension);
            }
        }
        opinions
    }

    fn asked_unit(&self) -> Option<&str> {
        match self.asked.value {
            Some(Value::Quantity(asked)) => Some(asked.unit.code.as_ref()),
            Some(Value::Days(_) | Value::Text(_) | Value::List(_)) | None => None,
        }
    }

    /// The quantities of two facts, where the second is the first in another unit, in brackets behind it.
    fn renderings(&self, original: usize, conversion: usize) -> Option<(&Quantity, &Quantity)> {
        let (one, two) = (self.candidates.get(original)?, self.candidates.get(conversion)?);
        let (first, second) = (quantity(one)?, quantity(two)?);
        let text = &self.bench.index.document(one.found.document).text;
        let (from, to) = (one.found.fact.focus.end as usize, two.found.fact.focus.start as usize);
        let is_bracket = || text.get(from..to).is_some_and(|between| matches!(between.trim(), "(" | "["));
        let is_pair = one.found.document == two.found.document && first.unit != second.unit && is_bracket();
        (is_pair && is_conversion(first, second)).then_some((first, second))
    }

    /// `is_converted` where it is the conversion that speaks. A number that either rendering leaves open is left open.
    fn settle(&self, speaker: &mut Opinion, silent: &mut Opinion, is_converted: bool, of: Dimension) {
        let (told, other) = (speaker.evidence.stance, silent.evidence.stance);
        // What one currency leaves open tells nothing of the other.
        let is_rounded = self.asked.relation == Relation::Equal && of != Dimension::Money;
        if told == Stance::Contradicts && other != Stance::Contradicts && is_rounded {
            open(speaker);
        }
        if told != other && !(is_converted && told == Stance::Compatible && other == Stance::Supports) {
            open(silent);
        }
    }
}

/// A rendering that another one stands for is neither for nor against anything.
fn open(opinion: &mut Opinion) {
    if opinion.evidence.stance != Stance::Compatible {
        opinion.evidence.stance = Stance::Compatible;
        opinion.evidence.reason = words::rounded(&opinion.evidence.reason);
        opinion.fault = None;
    }
}

fn quantity<'a>(candidate: &Candidate<'a>) -> Option<&'a Quantity> {
    match &candidate.found.fact.statement.value {
        Some(Value::Quantity(quantity)) => Some(quantity),
        Some(Value::Days(_) | Value::Text(_) | Value::List(_)) | None => None,
    }
}

/// Whether one quantity may be the other in another unit; of money nobody knows the rate.
fn is_conversion(one: &Quantity, two: &Quantity) -> bool {
    let fits = || {
        [compare(one, Relation::Equal, two, Policy::Reported), compare(two, Relation::Equal, one, Policy::Reported)]
            .iter()
            .any(|comparison| comparison.fit != Fit::Contradicts)
    };
    let dimension = one.unit.dimension;
    dimension == two.unit.dimension && (dimension == Dimension::Money || fits())
}
