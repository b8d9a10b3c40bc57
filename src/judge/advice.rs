//! What to know besides a passage's stance: hedges, precision, how far the thing has got, periods, where and by whom it is said.

use super::align::{Candidate, Tie};
use super::holds::Asked;
use super::qualify::{Qualifier, Standing, standing};
use super::{Advice, AdviceKind, Bench, Stance, words};
use crate::corpus::ZoneKind;
use crate::extract::singular;
use crate::statement::{Modality, Scope, Statement};
use crate::value::Reason;

/// A passage with the stance it takes.
#[derive(Clone, Copy, Debug)]
pub struct Heard<'a, 'b> {
    /// Everything that is known.
    pub bench: &'b Bench<'a>,
    /// What is asserted.
    pub asked: &'b Asked<'b>,
    /// The passage.
    pub candidate: &'b Candidate<'a>,
    /// Where it stands.
    pub stance: Stance,
    /// Why its value fits or does not, where values were compared.
    pub reason: Option<Reason>,
}

impl Heard<'_, '_> {
    /// All advice about the passage.
    pub fn advice(self) -> Vec<Advice> {
        let of_value = self.of_value().into_iter();
        let of_support = if self.stance == Stance::Supports { self.of_support() } else { Vec::new() };
        let part = self.candidate.tie == Tie::Part && self.stance != Stance::Compatible;
        let part = part.then(|| (AdviceKind::PartOf, format!("{} says it of {}", self.id(), self.fact().subject.name)));
        let all = of_value.chain(of_support).chain(part).chain(self.of_modality()).chain(self.of_period());
        all.map(|(kind, text)| Advice { kind, text }).collect()
    }

    fn id(&self) -> &str {
        &self.bench.index.document(self.candidate.found.document).id
    }

    fn fact(&self) -> &Statement {
        &self.candidate.found.fact.statement
    }

    /// A bound at the asserted number, and numbers that are finer or coarser than it.
    fn of_value(&self) -> Option<(AdviceKind, String)> {
        let (id, said) = (self.id(), words::focus(self.bench, self.candidate.found));
        match self.reason? {
            Reason::BoundAtSameNumber => Some((AdviceKind::Modifier, format!("{id} gives a bound: “{said}”"))),
            Reason::RoundsTo => {
                Some((AdviceKind::Precision, format!("{id} is more precise: “{said}”; write the finer value")))
            }
            Reason::FinerThanEvidence => Some((
                AdviceKind::Precision,
                format!("{id} has no more than “{said}”; write no more digits than it has"),
            )),
            _ => None,
        }
    }

    fn of_support(&self) -> Vec<(AdviceKind, String)> {
        let (id, fact) = (self.id(), self.fact());
        let mut all = Vec::new();
        if let Some(speaker) = self.unnamed() {
            let text = format!("{id} has it from a source that is not named: “{speaker}”");
            all.push((AdviceKind::UnnamedSource, text));
        }
        if fact.scope == Some(Scope::Additional) && self.asked.operand.statement.scope.is_none() {
            all.push((AdviceKind::Scope, format!("{id} says it of an additional amount")));
        }
        if matches!(self.bench.index.zone(self.candidate.found), ZoneKind::Headline | ZoneKind::Subhead) {
            all.push((AdviceKind::HeadlineOnly, format!("{id} says so in a headline alone")));
        }
        if let Some(day) = self.inherited() {
            all.push((AdviceKind::Dateline, format!("{id} gives no day; it was taken to be {day}")));
        }
        all
    }

    /// What the passage has as a plan, where the assertion does not say so.
    fn of_modality(&self) -> Option<(AdviceKind, String)> {
        let own = self.fact().modality?;
        let asked = self.asked.operand.statement.modality;
        let planned = own == Modality::Planned && asked.is_none() && self.stance == Stance::Supports;
        let weaker = asked.is_some_and(|asked| own < asked) && self.stance == Stance::Compatible;
        let text = || format!("by {} it is only {}", self.id(), words::modality_name(own));
        (planned || weaker).then(|| (AdviceKind::Modality, text()))
    }

    /// A deadline in other words, or a period that is no more than touched.
    fn of_period(&self) -> Option<(AdviceKind, String)> {
        let (asked, own) = (&self.asked.operand.statement.qualifiers, &self.fact().qualifiers);
        let deadline = own.deadline.filter(|own| asked.deadline.is_some_and(|asked| asked != *own));
        let when = own.when.filter(|_| asked.when.is_some() && self.standing(Qualifier::When) == Standing::LeavesOut);
        let deadline = deadline.filter(|_| self.standing(Qualifier::Deadline) != Standing::Otherwise);
        let said = deadline.map(|own| own.to_string()).or_else(|| when.map(|own| own.to_string()))?;
        Some((AdviceKind::Period, format!("{} has “{said}”, which does not exclude what is asserted", self.id())))
    }

    /// The day that stands in for one that the passage does not give, in words.
    fn inherited(&self) -> Option<String> {
        let asked = self.asked.operand.statement.qualifiers.when.is_some();
        let inherits =
            asked && self.fact().qualifiers.when.is_none() && self.standing(Qualifier::When) == Standing::States;
        let published = || self.bench.index.document(self.candidate.found.document).published;
        match self.fact().qualifiers.announced.filter(|_| inherits) {
            Some(announced) => Some(format!("that on which it was made known, {announced}")),
            None => published().filter(|_| inherits).map(|day| format!("that of the report, {day}")),
        }
    }

    fn standing(&self, qualifier: Qualifier) -> Standing {
        standing(self.bench, self.asked.operand, qualifier, self.candidate)
    }

    /// The speaker, where it is nobody in particular: "analysts", "people familiar with the plan".
    fn unnamed(&self) -> Option<&str> {
        let speaker = self.fact().qualifiers.speaker.as_deref()?;
        let head = speaker.split(' ').next_back().map(singular)?;
        let named = speaker.chars().any(char::is_uppercase);
        (!named && self.bench.index.grammar.is_unnamed(&head)).then_some(speaker)
    }
}
