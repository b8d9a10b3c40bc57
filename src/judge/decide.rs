//! Stances counted over independent lineages. The tally is a commutative monoid: evidence of two halves of a corpus adds up to that of
//! the whole, in any order.

use std::collections::BTreeSet;

use super::{Advice, AdviceKind, Bench, Evidence, Judgement, Misses, Rule, Stance, Verdict};
use crate::source::Span;

/// Which lineages take which stance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    supports: BTreeSet<usize>,
    contradicts: BTreeSet<usize>,
    compatible: BTreeSet<usize>,
}

impl Tally {
    /// Counts evidence.
    pub fn of<'a>(evidence: impl IntoIterator<Item = &'a Evidence>) -> Self {
        let mut tally = Self::default();
        for piece in evidence {
            match piece.stance {
                Stance::Supports => tally.supports.insert(piece.lineage),
                Stance::Contradicts => tally.contradicts.insert(piece.lineage),
                Stance::Compatible => tally.compatible.insert(piece.lineage),
            };
        }
        tally
    }

    /// Both tallies together.
    pub fn merge(mut self, other: &Self) -> Self {
        self.supports.extend(&other.supports);
        self.contradicts.extend(&other.contradicts);
        self.compatible.extend(&other.compatible);
        self
    }

    /// The verdict of the tally.
    pub fn verdict(&self) -> Verdict {
        match (self.supports.is_empty(), self.contradicts.is_empty(), self.compatible.is_empty()) {
            (false, true, _) => Verdict::Supported,
            (true, false, _) => Verdict::Contradicted,
            (false, false, _) => Verdict::Disputed,
            (true, true, false) => Verdict::Ambiguous,
            (true, true, true) => Verdict::Unmentioned,
        }
    }

    /// How many independent lineages support.
    pub fn supporters(&self) -> usize {
        self.supports.len()
    }
}

/// What a passage amounts to, with what to know besides.
#[derive(Clone, Debug)]
pub struct Opinion {
    /// The passage and its stance.
    pub evidence: Evidence,
    /// The part of the assertion that it excludes.
    pub fault: Option<Span>,
    /// What to know.
    pub advice: Vec<Advice>,
}

/// A judgement from opinions.
pub fn judgement(opinions: Vec<Opinion>, verdict: Verdict, rule: Rule, reason: String) -> Judgement {
    let fault = match verdict {
        Verdict::Supported | Verdict::Unmentioned => None,
        Verdict::Contradicted | Verdict::Disputed | Verdict::Ambiguous => opinions
            .iter()
            .find(|opinion| opinion.evidence.stance == Stance::Contradicts)
            .and_then(|opinion| opinion.fault),
    };
    let mut advice: Vec<Advice> = opinions.iter().flat_map(|opinion| opinion.advice.iter().cloned()).collect();
    let mut evidence: Vec<Evidence> = opinions.into_iter().map(|opinion| opinion.evidence).collect();
    evidence.sort_by_key(|piece| (order(piece.stance), piece.document, piece.focus, piece.passage));
    evidence.dedup();
    let lineages = Tally::of(&evidence).supporters();
    if verdict == Verdict::Supported && lineages == 1 {
        advice.push(Advice { kind: AdviceKind::SingleSource, text: "only one independent source says so".to_owned() });
    }
    advice.sort();
    advice.dedup();
    let (derivation, nearest) = (Vec::new(), Vec::new());
    Judgement { verdict, reason, asked: None, rule, fault, evidence, derivation, advice, nearest, lineages }
}

/// The verdict over all opinions, by the tally.
pub fn tallied(opinions: Vec<Opinion>) -> Judgement {
    let tally = Tally::of(opinions.iter().map(|opinion| &opinion.evidence));
    let reason = super::words::tally(&opinions, tally.verdict());
    judgement(opinions, tally.verdict(), Rule::Tally, reason)
}

fn order(stance: Stance) -> u8 {
    match stance {
        Stance::Contradicts => 0,
        Stance::Supports => 1,
        Stance::Compatible => 2,
    }
}

/// `each source`: the worst verdict of the sources that speak of it.
pub fn each_source(bench: &Bench<'_>, judge: impl Fn(&Bench<'_>) -> Judgement) -> Judgement {
    let mut spoken: Vec<(usize, Judgement)> = Vec::new();
    for document in bench.documents() {
        let only = [document];
        let alone = Bench { documents: Some(&only), misses: Misses::Untold, ..*bench };
        let judgement = judge(&alone);
        if judgement.verdict != Verdict::Unmentioned {
            spoken.push((document, judgement));
        }
    }
    let worst = spoken.iter().map(|(_, judgement)| judgement.verdict).max_by_key(|verdict| verdict.gravity());
    let Some(verdict) = worst else { return judge(bench) };
    let names: Vec<&str> = spoken
        .iter()
        .filter(|(_, judgement)| judgement.verdict == verdict)
        .map(|(document, _)| bench.index.document(*document).id.as_str())
        .collect();
    let reason = match verdict {
        Verdict::Supported => format!("every source that speaks of it says so ({})", names.join(", ")),
        Verdict::Contradicted | Verdict::Disputed | Verdict::Ambiguous | Verdict::Unmentioned => {
            format!("by {} alone it is {}", names.join(", "), verdict.name())
        }
    };
    let fault =
        spoken.iter().find(|(_, judgement)| judgement.verdict == verdict).and_then(|(_, judgement)| judgement.fault);
    let opinions = spoken
        .into_iter()
        .flat_map(|(_, judgement)| judgement.evidence)
        .map(|evidence| Opinion { evidence, fault, advice: Vec::new() })
        .collect();
    Judgement { fault, ..judgement(opinions, verdict, Rule::EachSource, reason) }
}
