//! Arithmetic over measures: each operand looked up with its qualifiers and evidence, the result held against the relation.

use super::align::{Candidate, Tie, candidates};
use super::decide::{Opinion, judgement};
use super::holds::{Asked, Hearing, evidence};
use super::signs::is_plain;
use super::{Bench, Judgement, Rule, Stance, Verdict, nearest, words};
use crate::check::{Expression, Operand, Operator};
use crate::source::Span;
use crate::statement::Value;
use crate::value::{Dimension, Fit, Quantity, Relation, Unit, Wording, compare};

/// Judges `LEFT RELATION RIGHT`.
pub fn judge(bench: &Bench<'_>, left: &Expression, relation: Relation, right: &Expression) -> Judgement {
    let constant = matches!(right, Expression::Constant { .. });
    let mut sum = Sum { bench, steps: Vec::new(), opinions: Vec::new() };
    let both = sum.side(left, right).and_then(|one| Ok((one, sum.side(right, left)?)));
    let (left, right) = match both {
        Ok(both) => both,
        Err(failure) => return sum.failed(failure),
    };
    sum.steps.push(format!("{} against {}", left.describe(), right.describe()));
    let mut comparison = compare(&left, relation, &right, bench.policy);
    // A bound that an article gives is no number to measure by.
    if right.amount.is_bound() && !constant {
        comparison.fit = Fit::Compatible;
    }
    let (verdict, stance) = match comparison.fit {
        Fit::Supports => (Verdict::Supported, Stance::Supports),
        Fit::Compatible => (Verdict::Ambiguous, Stance::Compatible),
        Fit::Contradicts => (Verdict::Contradicted, Stance::Contradicts),
    };
    sum.opinions.iter_mut().for_each(|opinion| opinion.evidence.stance = stance);
    let reason = format!("computed: {}", sum.steps.last().cloned().unwrap_or_default());
    let mut judgement = judgement(sum.opinions, verdict, Rule::Derivation, reason);
    judgement.derivation = sum.steps;
    judgement
}

/// Why a value could not be computed.
enum Failure {
    /// Nothing speaks of an operand.
    Missing(Box<Judgement>),
    /// An operand has no single value.
    Open { reason: String, fault: Span },
}

struct Sum<'a, 'b> {
    bench: &'b Bench<'a>,
    steps: Vec<String>,
    opinions: Vec<Opinion>,
}

impl Sum<'_, '_> {
    /// One side of a relation: a ratio of like quantities is a percentage where it is held against one.
    fn side(&mut self, expression: &Expression, other: &Expression) -> Result<Quantity, Failure> {
        match expression {
            Expression::Binary { operator: Operator::Divide, left, right } if is_percentage(other) => {
                let (part, whole) = (self.value(left)?, self.value(right)?);
                let ratio = part.share_of(&whole).or_else(|| part.over(&whole));
                self.step(ratio, &format!("{} / {}", part.describe(), whole.describe()))
            }
            _ => self.value(expression),
        }
    }

    fn value(&mut self, expression: &Expression) -> Result<Quantity, Failure> {
        match expression {
            Expression::Constant { quantity, .. } => Ok(quantity.clone()),
            Expression::Operand(operand) => self.operand(operand),
            Expression::Share { part, whole } => {
                let (part, whole) = (self.value(part)?, self.value(whole)?);
                self.step(part.share_of(&whole), &format!("{} in {}", part.describe(), whole.describe()))
            }
            Expression::Binary { operator, left, right } => {
                let (left, right) = (self.value(left)?, self.value(right)?);
                let (result, sign) = match operator {
                    Operator::Add => (left.plus(&right), "+"),
                    Operator::Subtract => (difference(&left, &right), "-"),
                    Operator::Multiply => (left.times(&right), "*"),
                    Operator::Divide => (left.over(&right), "/"),
                };
                self.step(result, &format!("{} {sign} {}", left.describe(), right.describe()))
            }
        }
    }

    fn step(&mut self, result: Option<Quantity>, told: &str) -> Result<Quantity, Failure> {
        let Some(result) = result else {
            return Err(Failure::Open { reason: format!("{told} cannot be computed"), fault: Span::default() });
        };
        self.steps.push(format!("{told} = {}", result.describe()));
        Ok(result)
    }

    /// The one value that the sources give an operand.
    fn operand(&mut self, operand: &Operand) -> Result<Quantity, Failure> {
        let asked = Asked { operand, relation: Relation::Equal, value: None, value_span: None, verbs: &[], sort: None };
        let all: Vec<Candidate<'_>> = candidates(self.bench, &operand.statement, None, &[])
            .into_iter()
            .filter(|candidate| {
                candidate.tie != Tie::Member
                    && quantity(candidate).is_some()
                    && is_plain(&candidate.found.fact.statement)
            })
            .collect();
        if all.is_empty() {
            return Err(Failure::Missing(Box::new(nearest::nothing(self.bench, &asked))));
        }
        let events = Hearing::new(self.bench, &asked, all).picked_facts();
        let [facts] = &events[..] else {
            events.iter().for_each(|facts| self.cite(operand, facts));
            let reason = words::several(events.len(), &operand.statement);
            return Err(Failure::Open { reason, fault: operand.span });
        };
        self.agreed(operand, facts)
    }

    /// Sources that agree give one value: the first that is plainly stated, else the first.
    fn agreed(&mut self, operand: &Operand, facts: &[Candidate<'_>]) -> Result<Quantity, Failure> {
        let values: Vec<&Quantity> = facts.iter().filter_map(quantity).collect();
        let best = values
            .iter()
            .find(|value| matches!(value.amount.wording, Wording::Bare | Wording::Exact))
            .or(values.first())
            .map(|value| (*value).clone());
        let Some(best) = best else {
            return Err(Failure::Open { reason: "it has no single value".to_owned(), fault: operand.span });
        };
        self.cite(operand, facts);
        let disagree = values
            .iter()
            .any(|value| compare(value, Relation::Equal, &best, self.bench.policy).fit == Fit::Contradicts);
        if disagree {
            return Err(Failure::Open {
                reason: format!(
                    "the sources do not agree on {} of {}",
                    operand.statement.measure.name, operand.statement.subject.name
                ),
                fault: operand.span,
            });
        }
        self.steps.push(format!(
            "{} of {} is {}",
            operand.statement.measure.name,
            operand.statement.subject.name,
            best.describe()
        ));
        Ok(best)
    }

    /// The passages that an operand rests on.
    fn cite(&mut self, operand: &Operand, facts: &[Candidate<'_>]) {
        for candidate in facts {
            let evidence =
                evidence(self.bench, candidate.found, Stance::Compatible, words::says(self.bench, candidate), 0);
            self.opinions.push(Opinion { evidence, fault: Some(operand.span), advice: Vec::new() });
        }
    }

    fn failed(self, failure: Failure) -> Judgement {
        match failure {
            Failure::Missing(judgement) => *judgement,
            Failure::Open { reason, fault } => {
                let mut judgement = judgement(self.opinions, Verdict::Ambiguous, Rule::Derivation, reason);
                judgement.fault = Some(fault).filter(|fault| !fault.is_empty());
                judgement.derivation = self.steps;
                judgement
            }
        }
    }
}

fn is_percentage(expression: &Expression) -> bool {
    matches!(expression, Expression::Constant { quantity, .. } if quantity.unit.dimension == Dimension::Percent)
}

/// The difference of two percentages is in percentage points.
fn difference(left: &Quantity, right: &Quantity) -> Option<Quantity> {
    let difference = left.minus(right)?;
    let percentages = [left, right].iter().all(|quantity| quantity.unit.dimension == Dimension::Percent);
    Some(if percentages { Quantity::new(difference.amount, Unit::points()) } else { difference })
}

fn quantity<'a>(candidate: &Candidate<'a>) -> Option<&'a Quantity> {
    match &candidate.found.fact.statement.value {
        Some(Value::Quantity(quantity)) => Some(quantity),
        _ => None,
    }
}
