//! Values that no sentence has, and that the numbers of like sentences come to: a total of its parts, what is left of a whole.

use crate::extract::Mention;
use crate::index::content;
use crate::judge::decide::{Opinion, judgement};
use crate::judge::{Bench, Judgement, Rule, Stance, Verdict};
use crate::value::{Fit, Quantity, Relation, compare};

use super::claim::Claim;
use super::kin::Kin;
use super::value::{Kind, Value};
use super::{Answer, opinion};

/// What a sentence says of how its number comes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// "in total", "together"
    Sum,
    /// "left", "remaining"
    Difference,
}

impl Way {
    fn of(bench: &Bench<'_>, claim: &Claim<'_>) -> Option<Self> {
        let vocabulary = bench.index.vocabulary;
        let text = claim.span.slice(claim.text);
        let words: Vec<String> = content(bench.index.grammar, vocabulary, text).map(|(_, word)| word).collect();
        let says = |class: &str| vocabulary.words.get(class).into_iter().flatten().any(|word| words.contains(word));
        match (says("collective"), says("remaining")) {
            (true, false) => Some(Way::Sum),
            (false, true) => Some(Way::Difference),
            (true, true) | (false, false) => None,
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Way::Sum => "+",
            Way::Difference => "-",
        }
    }

    /// What operands come to; nothing where they are too few or too many for it, or are of several units.
    fn result(self, operands: &[&Quantity]) -> Option<Quantity> {
        match (self, operands) {
            (Way::Sum, [first, rest @ ..]) if !rest.is_empty() => {
                rest.iter().try_fold((*first).clone(), |sum, next| sum.plus(next))
            }
            (Way::Difference, [whole, part]) => whole.minus(part),
            (Way::Sum | Way::Difference, _) => None,
        }
    }
}

/// The judgement on a value that the numbers of one sentence, or of the like sentences of one article, come to in the way that the
/// claim tells of.
pub(super) fn judged(bench: &Bench<'_>, claim: &Claim<'_>, asked: &Mention, kin: &[Kin]) -> Option<Judgement> {
    let way = Way::of(bench, claim)?;
    let Value::Quantity(wanted) = Value::of(asked)? else { return None };
    let alike: Vec<&Kin> = kin.iter().filter(|kin| claim.is_summed_up_by(kin)).collect();
    let alone = alike.iter().map(std::slice::from_ref);
    let together = alike.chunk_by(|one, other| one.document == other.document);
    alone.chain(together).find_map(|kin| {
        let operands = operands(bench, claim, asked, kin);
        let found = of_operands(bench, claim, asked, &operands, way, wanted);
        found.filter(|_| kin.iter().any(|kin| kin.has_verbs))
    })
}

/// The numbers of sentences that are of what the claim counts.
fn operands<'a>(
    bench: &Bench<'a>,
    claim: &Claim<'_>,
    asked: &Mention,
    kin: &[&'a Kin],
) -> Vec<(Answer<'a>, &'a Quantity)> {
    let mut operands = Vec::new();
    for kin in kin {
        let Some(reading) = bench.index.readings.get(kin.document) else { continue };
        for mention in kin.mentions(reading) {
            let Some(Value::Quantity(own)) = Value::of(mention) else { continue };
            let held = Value::of(asked).and_then(|value| value.held_against(bench, claim.style, &Value::Quantity(own)));
            if held.is_some_and(|held| held.kind != Kind::Other) && own.amount.states_nominal() {
                operands.push((Answer { kin, mention, kind: Kind::Same, fit: Fit::Supports, bound: false }, own));
            }
        }
    }
    operands
}

fn of_operands(
    bench: &Bench<'_>,
    claim: &Claim<'_>,
    asked: &Mention,
    operands: &[(Answer<'_>, &Quantity)],
    way: Way,
    wanted: &Quantity,
) -> Option<Judgement> {
    let values: Vec<Quantity> =
        operands.iter().map(|(_, own)| Quantity::new(own.amount.clone(), wanted.unit.clone())).collect();
    let result = way.result(&values.iter().collect::<Vec<_>>())?;
    if compare(&result, Relation::Equal, wanted, bench.policy).fit != Fit::Supports {
        return None;
    }
    let terms: Vec<String> = values.iter().map(Quantity::describe).collect();
    let step = format!("{} = {}", terms.join(&format!(" {} ", way.sign())), result.describe());
    let said = |answer: &Answer<'_>| {
        let mut opinion = opinion(bench, claim, asked, answer);
        opinion.evidence.stance = Stance::Supports;
        opinion
    };
    let opinions: Vec<Opinion> = operands.iter().map(|(answer, _)| said(answer)).collect();
    let found = judgement(opinions, Verdict::Supported, Rule::Derivation, format!("computed: {step}"));
    Some(Judgement { derivation: vec![step], ..found })
}
