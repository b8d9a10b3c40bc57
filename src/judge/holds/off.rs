//! What there is where no event has the asserted qualifiers: one that is off by one of them, or those that leave them out.

use std::collections::BTreeSet;

use super::super::align::Candidate;
use super::super::decide::{Opinion, Tally, judgement, tallied};
use super::super::events::Event;
use super::super::qualify::{Qualifier, Standing, standing};
use super::super::signs::is_plain;
use super::super::{Judgement, Rule, Stance, Verdict, nearest, words};
use super::{Hearing, number};
use crate::value::{Days, Grain};

impl Hearing<'_, '_> {
    /// No event is meant: one may be off by one qualifier; else those that leave all out are compatible at best.
    pub(super) fn none_picked(&self) -> Judgement {
        let picking: Vec<Qualifier> = self.qualifiers.iter().copied().filter(|qualifier| qualifier.picks()).collect();
        let mut off = Vec::new();
        let (mut left_out, mut open): (Vec<Vec<Opinion>>, Vec<Candidate<'_>>) = (Vec::new(), Vec::new());
        for event in &self.events {
            let standings: Vec<(Qualifier, Standing)> =
                picking.iter().map(|qualifier| (*qualifier, self.event_standing(event, *qualifier))).collect();
            let otherwise: Vec<Qualifier> = standings
                .iter()
                .filter(|(_, standing)| *standing == Standing::Otherwise)
                .map(|(qualifier, _)| *qualifier)
                .collect();
            let is_beside = standings.iter().any(|(_, standing)| *standing == Standing::Beside);
            match otherwise[..] {
                _ if standings.iter().any(|(_, standing)| *standing == Standing::RuledOut) => {}
                [] => {
                    open.extend(event.facts.iter().map(|fact| self.candidates[*fact]));
                    left_out.push(self.hear_left_out(event));
                }
                [Qualifier::When] if self.agrees_in_value(event) && self.may_recur(event) => {
                    left_out.push(self.hear_again(event));
                }
                [only] if self.agrees_in_value(event) && !is_beside => {
                    let stated = standings.iter().filter(|(_, standing)| *standing == Standing::States).count();
                    off.push((stated, self.hear_off(event, only)));
                }
                _ => {}
            }
        }
        // The event that is meant is the one that agrees in most.
        let most = off.iter().map(|(stated, _)| *stated).max();
        let off: Vec<Opinion> =
            off.into_iter().filter(|(stated, _)| Some(*stated) == most).flat_map(|(_, opinions)| opinions).collect();
        if !off.is_empty() {
            let reason = words::off(&off);
            return judgement(off, Verdict::Contradicted, Rule::OneQualifierOff, reason);
        }
        self.left_open(&picking, left_out, &open)
    }

    /// Events that state none of the qualifiers, by what is heard of each; `open` are the passages that leave them out.
    fn left_open(&self, picking: &[Qualifier], mut left_out: Vec<Vec<Opinion>>, open: &[Candidate<'_>]) -> Judgement {
        let verdicts: BTreeSet<Verdict> = left_out
            .iter()
            .map(|opinions| Tally::of(opinions.iter().map(|opinion| &opinion.evidence)).verdict())
            .collect();
        let several = left_out.len();
        if verdicts.len() > 1 {
            number(&mut left_out);
        }
        let mut left_out: Vec<Opinion> = left_out.into_iter().flatten().collect();
        left_out.extend(self.member_opinions());
        if verdicts.len() > 1 {
            return judgement(
                left_out,
                Verdict::Ambiguous,
                Rule::SeveralEvents,
                words::several(several, &self.asked.operand.statement),
            );
        }
        if !left_out.is_empty() {
            let mut judgement = tallied(left_out);
            judgement.rule = Rule::QualifiersLeftOut;
            let why = !picking.is_empty() && (!open.is_empty() || several == 0);
            if judgement.verdict == Verdict::Ambiguous && why {
                judgement.reason = self.why_open(picking, open);
            }
            return self.shared(judgement);
        }
        nearest::nothing(self.bench, self.asked)
    }

    /// What passages that state none of the qualifiers have instead of them.
    fn why_open(&self, picking: &[Qualifier], open: &[Candidate<'_>]) -> String {
        let beside =
            |fact: &Candidate<'_>| Some(words::beside(self.bench, self.standing_so(fact, Standing::Beside)?, fact));
        let asked = &self.asked.operand.statement;
        let states = || open.iter().find(|fact| words::states_any(self.bench, picking, fact));
        open.iter()
            .find_map(beside)
            .or_else(|| Some(words::left_open(self.bench, asked, picking, states()?)))
            .unwrap_or_else(|| words::left_out(asked, picking))
    }

    fn hear_off(&self, event: &Event, qualifier: Qualifier) -> Vec<Opinion> {
        let is_off = |fact: &&usize| {
            standing(self.bench, self.asked.operand, qualifier, &self.candidates[**fact]) == Standing::Otherwise
        };
        event
            .facts
            .iter()
            .filter(|fact| is_plain(&self.candidates[**fact].found.fact.statement))
            .filter(is_off)
            .map(|fact| {
                let candidate = &self.candidates[*fact];
                let reason = words::otherwise(self.bench, qualifier, candidate);
                self.off(self.opinion(candidate, Stance::Contradicts, reason, 0), qualifier, candidate)
            })
            .collect()
    }

    /// An event that leaves all qualifiers out supports nothing; nor does it contradict what some of its passages say, nor a sentence
    /// that may tell of another event.
    fn hear_left_out(&self, event: &Event) -> Vec<Opinion> {
        let mut opinions = self.hear(event, 0);
        if self.agrees_in_value(event) {
            opinions.iter_mut().for_each(|opinion| opinion.evidence.stance = Stance::Compatible);
        } else if self.asked.sort.is_some()
            && event.facts.iter().any(|fact| self.is_marked_off(&self.candidates[*fact]))
        {
            for opinion in opinions.iter_mut().filter(|opinion| opinion.evidence.stance == Stance::Contradicts) {
                opinion.evidence.stance = Stance::Compatible;
                opinion.evidence.reason = words::may_be_another(&opinion.evidence.reason);
            }
        }
        opinions
    }

    /// Whether a passage has a deadline, a period or a partner where a sentence has none of these, but qualifiers of another kind: "$5
    /// million by 2031" and "$4 million with Tuva", which may be two.
    fn is_marked_off(&self, candidate: &Candidate<'_>) -> bool {
        let asked = &self.asked.operand.statement.qualifiers;
        let own = &candidate.found.fact.statement.qualifiers;
        let is_period = |when: &Days| when.grain == Grain::Span;
        own.deadline.is_some() && asked.deadline.is_none()
            || own.when.as_ref().is_some_and(is_period) && asked.when.is_none()
            || !own.partners.is_empty() && asked.partners.is_empty()
    }
}
