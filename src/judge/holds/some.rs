//! Whether there is some such event, and whether there is none.

use std::collections::BTreeSet;

use super::super::align::{Candidate, inferred};
use super::super::decide::{Opinion, Tally, judgement, tallied};
use super::super::events::Event;
use super::super::occurs::{Occurrence, occurrence, unchecked};
use super::super::qualify::{Qualifier, Standing};
use super::super::signs::is_plain;
use super::super::{AdviceKind, Judgement, Rule, Stance, Verdict, nearest, times, words};
use super::Hearing;
use crate::statement::{Polarity, Value};
use crate::value::Fit;

/// How an event answers whether there is one such; the best answer counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Answer {
    Excludes,
    Open,
    Disputes,
    Supports,
}

impl Hearing<'_, '_> {
    /// What is heard of an event, where it is only asked whether there is some such: a source that says so, and gives another figure
    /// beside it, tells of two things.
    fn hear_some(&self, event: &Event) -> Vec<Opinion> {
        let mut opinions = self.hear(event, 0);
        // Of a part there is some such figure, too; a sentence speaks of the whole.
        let alone = if self.asked.verbs.is_empty() { self.hear_all(event, 0) } else { Vec::new() };
        for (opinion, alone) in opinions.iter_mut().zip(alone) {
            if alone.evidence.stance == Stance::Supports {
                *opinion = alone;
            }
        }
        let says_so: BTreeSet<usize> =
            opinions.iter().filter(|opinion| opinion.evidence.stance == Stance::Supports).map(lineage).collect();
        let besides = |opinion: &&mut Opinion| {
            opinion.evidence.stance == Stance::Contradicts && says_so.contains(&lineage(opinion))
        };
        opinions.iter_mut().filter(besides).for_each(|opinion| opinion.evidence.stance = Stance::Compatible);
        opinions
    }

    /// How an event answers whether there is one such.
    fn answer(&self, event: &Event, opinions: &[Opinion]) -> Answer {
        let is_open = |fact: &usize| {
            let candidate = &self.candidates[*fact];
            is_plain(&candidate.found.fact.statement)
                && self.value_fit(candidate).is_none_or(|comparison| comparison.fit != Fit::Contradicts)
        };
        match Tally::of(opinions.iter().map(|opinion| &opinion.evidence)).verdict() {
            Verdict::Supported => Answer::Supports,
            Verdict::Disputed => Answer::Disputes,
            Verdict::Ambiguous if event.facts.iter().any(is_open) => Answer::Open,
            Verdict::Contradicted | Verdict::Ambiguous | Verdict::Unmentioned => Answer::Excludes,
        }
    }

    /// Whether a sentence in plain English may tell of another event like this one, on its own day.
    pub(super) fn may_recur(&self, event: &Event) -> bool {
        let recurs = |fact: &usize| times::may_recur(self.bench, self.asked, &self.candidates[*fact]);
        self.asked.sort.is_some() && event.facts.iter().all(recurs)
    }

    /// Passages that tell of such a deed at another time leave it open.
    pub(super) fn hear_again(&self, event: &Event) -> Vec<Opinion> {
        let again = |fact: &usize| {
            let candidate = &self.candidates[*fact];
            let reason = words::again(self.bench, candidate);
            self.opinion(candidate, Stance::Compatible, reason, 0)
        };
        event.facts.iter().map(again).collect()
    }

    /// `some`: the event that fits best answers.
    pub(super) fn some(&self) -> Judgement {
        let picked = self.picked();
        if picked.is_empty() {
            return self.none_picked();
        }
        let rank = |event: &Event| {
            let opinions = self.hear_some(event);
            (self.answer(event, &opinions), opinions)
        };
        let ranked: Vec<(Answer, Vec<Opinion>)> = picked.iter().map(rank).collect();
        let best = ranked.iter().map(|(answer, _)| *answer).max().unwrap_or(Answer::Excludes);
        let mut all: Vec<Opinion> =
            ranked.into_iter().filter(|(answer, _)| *answer == best).flat_map(|(_, opinions)| opinions).collect();
        if best < Answer::Supports {
            all.extend(self.member_opinions());
        }
        if best == Answer::Supports && self.asked.value.is_none() {
            all.extend(self.at_another_time(&picked, &all));
        }
        let mut judgement = self.shared(tallied(all));
        judgement.rule = Rule::SomeEvent;
        judgement
    }

    /// What other sources say that have the very deed at another time, where it can be done but once.
    fn at_another_time(&self, picked: &[Event], heard: &[Opinion]) -> Vec<Opinion> {
        let saying = heard.iter().filter(|opinion| opinion.evidence.stance == Stance::Supports);
        let says_so: BTreeSet<usize> = saying.map(lineage).collect();
        let own: Vec<&Candidate<'_>> =
            picked.iter().flat_map(|event| &event.facts).map(|fact| &self.candidates[*fact]).collect();
        let off = |candidate: &Candidate<'_>| {
            let source = self.bench.index.document(candidate.found.document).lineage;
            let when = self.standing_so(candidate, Standing::Otherwise);
            let time = when.filter(|off| matches!(off, Qualifier::When | Qualifier::Deadline))?;
            let is_one = !says_so.contains(&source) && own.iter().any(|one| self.is_one_deed(one, candidate));
            is_one.then(|| {
                let reason = words::otherwise(self.bench, time, candidate);
                self.off(self.opinion(candidate, Stance::Contradicts, reason, 0), time, candidate)
            })
        };
        self.candidates.iter().filter_map(off).collect()
    }

    /// Whether two passages tell of one deed with the same object, which can be done but once.
    fn is_one_deed(&self, one: &Candidate<'_>, two: &Candidate<'_>) -> bool {
        let (one, two) = (&one.found.fact.statement, &two.found.fact.statement);
        let same = matches!((&one.value, &two.value), (Some(Value::Text(one)), Some(Value::Text(two))) if one.eq_ignore_ascii_case(two));
        same && one.measure.name == two.measure.name && times::is_single(self.bench, one, two)
    }

    /// The denial of a value: every event counts that the qualifiers pick.
    pub(super) fn denied(&self) -> Judgement {
        let picked = self.picked();
        if picked.is_empty() {
            return self.none_denied();
        }
        let turned = |(fact, opinion): (&usize, Opinion)| self.turned(*fact, opinion);
        let hear =
            |event: &Event| -> Vec<Opinion> { event.facts.iter().zip(self.hear(event, 0)).map(turned).collect() };
        tallied(picked.iter().flat_map(hear).collect())
    }

    /// What a passage says of the denial of what is asserted. Other values leave it open.
    fn turned(&self, fact: usize, mut opinion: Opinion) -> Opinion {
        let candidate = &self.candidates[fact];
        let denies = candidate.found.fact.statement.polarity == Polarity::Denied
            && self.standing_so(candidate, Standing::Otherwise).is_none();
        opinion.evidence.stance = match (opinion.evidence.stance, denies) {
            (Stance::Supports, _) => Stance::Contradicts,
            (Stance::Contradicts, true) => Stance::Supports,
            (Stance::Contradicts, false) | (Stance::Compatible, _) => Stance::Compatible,
        };
        opinion
    }

    /// Of what is told of other events nothing follows.
    fn none_denied(&self) -> Judgement {
        let mut judgement = self.none_picked();
        judgement.evidence.iter_mut().for_each(|evidence| evidence.stance = Stance::Compatible);
        if judgement.verdict == Verdict::Contradicted {
            judgement.verdict = Verdict::Ambiguous;
        }
        judgement
    }

    /// A passage that has the very number, of somebody whom it leaves unsaid, may say so.
    fn may_be_said(&self) -> Option<Judgement> {
        let unsaid = inferred(self.bench, &self.asked.operand.statement, self.asked.value);
        let is_meant = |candidate: &Candidate<'_>| self.is_picked(candidate, false) && self.says_number(candidate);
        let open = |candidate: Candidate<'_>| {
            let reason = words::unsaid(self.bench, &candidate);
            is_meant(&candidate).then(|| Opinion {
                evidence: super::evidence(self.bench, candidate.found, Stance::Compatible, reason, 0),
                fault: None,
                advice: Vec::new(),
            })
        };
        let open: Vec<Opinion> = unsaid.into_iter().filter_map(open).collect();
        let reason = open.first()?.evidence.reason.clone();
        Some(judgement(open, Verdict::Ambiguous, Rule::Never, reason))
    }

    /// `never`: supported where the subject occurs and nobody says so.
    pub(super) fn never(&self) -> Judgement {
        let picked = self.picked();
        let opinions: Vec<Opinion> = picked.iter().flat_map(|event| self.hear(event, 0)).collect();
        let mut turned: Vec<Opinion> = opinions
            .into_iter()
            .filter(|opinion| opinion.evidence.stance == Stance::Supports)
            .map(|mut opinion| {
                opinion.evidence.stance = Stance::Contradicts;
                opinion.fault = self.asked.value_span;
                opinion
            })
            .collect();
        turned.dedup_by(|a, b| a.evidence == b.evidence);
        if turned.is_empty()
            && let Some(open) = self.may_be_said()
        {
            return open;
        }
        let subject = &self.asked.operand.statement.subject.name;
        let occurrence = if self.candidates.is_empty() { occurrence(self.bench, subject) } else { Occurrence::Itself };
        let (verdict, reason) = match (turned.is_empty(), occurrence) {
            (false, _) => (Verdict::Contradicted, words::never_said(&turned)),
            (true, Occurrence::Itself) => {
                (Verdict::Supported, "the articles speak of it, and no source says so".to_owned())
            }
            (true, own) => (Verdict::Unmentioned, unchecked(own, subject)),
        };
        let mut judgement = judgement(turned, verdict, Rule::Never, reason);
        judgement.advice.retain(|advice| advice.kind != AdviceKind::SingleSource);
        if verdict == Verdict::Unmentioned {
            judgement.nearest = nearest::names(self.bench, subject);
        }
        judgement
    }
}

fn lineage(opinion: &Opinion) -> usize {
    opinion.evidence.lineage
}
