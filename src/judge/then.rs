//! Figures of another time: "Turnout was 49 percent" is not borne out by what it was up from, four years ago.

use super::{Bench, Evidence, Judgement, Stance, Verdict};
use crate::extract::Fact;

/// What is said without a time and borne out by figures of a time of their own alone, where the same passage has another figure for now: it
/// may be either that is meant.
pub fn of_now(bench: &Bench<'_>, fact: &Fact, judged: Judgement) -> Judgement {
    let qualifiers = &fact.statement.qualifiers;
    let timed = qualifiers.when.is_some() || qualifiers.deadline.is_some() || fact.compared;
    if timed || judged.verdict != Verdict::Supported {
        return judged;
    }
    let is_now = |other: &Evidence| other.stance != Stance::Supports && other.times.when.is_none();
    // "won 20 games, up from 14 a year ago": what a number is held against has the other one beside it.
    let is_compared = |own: &Evidence| {
        let document = bench.index.document(own.document);
        let is_it = |fact: &Fact| fact.compared && document.place(fact.focus) == own.focus;
        bench.index.facts_in(own.document).any(|found| is_it(found.fact))
    };
    let beside = |own: &Evidence| {
        let same = |other: &&Evidence| other.document == own.document && other.passage == own.passage;
        judged.evidence.iter().filter(same).any(|other| is_now(other) && other.value.is_some()) || is_compared(own)
    };
    let mut supports = judged.evidence.iter().filter(|piece| piece.stance == Stance::Supports);
    if !supports.all(|piece| piece.times.when.is_some() && beside(piece)) {
        return judged;
    }
    let reason = "the figure is of another time, and the same passage has one for now".to_owned();
    Judgement { verdict: Verdict::Ambiguous, reason, ..judged }
}
