//! What a run is held to: which shortfalls of checks fail it, and how many checks there have to be.

use std::fmt;

use crate::corpus::{Corpus, Document, Tier};
use crate::diag::{Code, Diagnostic};
use crate::judge::{Shortfall, Verdict};

use super::deviation::Tolerance;
use super::result::CheckResult;

/// Why a check can fail a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Failing {
    /// The articles say otherwise.
    Contradicted,
    /// Some say so, some otherwise.
    Disputed,
    /// It cannot be told.
    Ambiguous,
    /// Nothing speaks of it.
    Unmentioned,
    /// It has not the verdict that it expects.
    Unexpected,
    /// Too few independent sources.
    Quorum,
    /// An exception that has run out, or is not needed any more.
    Stale,
    /// Any of these, of a check whose severity is `warn`.
    Warn,
}

impl Failing {
    /// All of them, in the order in which they are told.
    pub const ALL: [Failing; 8] = [
        Failing::Contradicted,
        Failing::Disputed,
        Failing::Ambiguous,
        Failing::Unmentioned,
        Failing::Unexpected,
        Failing::Quorum,
        Failing::Stale,
        Failing::Warn,
    ];

    /// The name as it is written in settings.
    pub fn name(self) -> &'static str {
        match self {
            Failing::Contradicted => "contradicted",
            Failing::Disputed => "disputed",
            Failing::Ambiguous => "ambiguous",
            Failing::Unmentioned => "unmentioned",
            Failing::Unexpected => "unexpected",
            Failing::Quorum => "quorum",
            Failing::Stale => "stale",
            Failing::Warn => "warn",
        }
    }

    /// That of a shortfall, where the judge found this.
    pub(super) fn of(shortfall: &Shortfall, verdict: Verdict) -> Self {
        match (shortfall, verdict) {
            (Shortfall::Verdict, Verdict::Contradicted) => Failing::Contradicted,
            (Shortfall::Verdict, Verdict::Disputed) => Failing::Disputed,
            (Shortfall::Verdict, Verdict::Ambiguous) => Failing::Ambiguous,
            (Shortfall::Verdict, Verdict::Unmentioned) => Failing::Unmentioned,
            (Shortfall::Verdict, Verdict::Supported) => Failing::Unexpected,
            (Shortfall::Unexpected(_) | Shortfall::NotSingle, _) => Failing::Unexpected,
            (Shortfall::Quorum { .. }, _) => Failing::Quorum,
            (
                Shortfall::WaiverUnneeded(_)
                | Shortfall::WaiverExpired(_)
                | Shortfall::AllowanceUnneeded(_)
                | Shortfall::AllowanceExpired(_),
                _,
            ) => Failing::Stale,
        }
    }

    /// That of a check that does not pass.
    pub fn of_result(result: &CheckResult) -> Option<Self> {
        result.shortfall.as_ref().map(|shortfall| Failing::of(shortfall, result.judgement.verdict))
    }

    /// So many checks, in words.
    pub(super) fn counted(self, number: usize) -> String {
        let words = match self {
            Failing::Unexpected => "not as expected",
            Failing::Quorum => "with too few sources",
            Failing::Stale if number == 1 => "stale waiver",
            Failing::Stale => "stale waivers",
            Failing::Warn if number == 1 => "warning",
            Failing::Warn => "warnings",
            Failing::Contradicted | Failing::Disputed | Failing::Ambiguous | Failing::Unmentioned => self.name(),
        };
        format!("{number} {words}")
    }

    fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// Which shortfalls fail a run: all, unless somebody says which, and none of a check whose severity is `warn`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FailOn(u8);

impl FailOn {
    /// None of them.
    pub const NEVER: FailOn = FailOn(0);

    /// These. [`Failing::Warn`] says of the others that they fail a run at `severity warn` too; alone it says so of all.
    pub fn these(kinds: impl IntoIterator<Item = Failing>) -> Self {
        let named = kinds.into_iter().fold(0, |bits, kind| bits | kind.bit());
        if named == Failing::Warn.bit() { FailOn(Self::default().0 | named) } else { FailOn(named) }
    }

    /// Whether this is one of them.
    pub fn has(self, kind: Failing) -> bool {
        self.0 & kind.bit() != 0
    }
}

impl Default for FailOn {
    fn default() -> Self {
        FailOn(!Failing::Warn.bit())
    }
}

impl fmt::Display for FailOn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == FailOn::these([Failing::Warn]) {
            return f.write_str(Failing::Warn.name());
        }
        let named: Vec<&str> = Failing::ALL.into_iter().filter(|kind| self.has(*kind)).map(Failing::name).collect();
        f.write_str(if named.is_empty() { "never" } else { "" })?;
        f.write_str(&named.join(","))
    }
}

/// How many checks there have to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Least {
    /// In this run.
    Judged(usize),
    /// In the check files, selected or not.
    Written(usize),
}

/// What a run is held to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// What fails it.
    pub fail_on: FailOn,
    /// How many checks there have to be.
    pub least: Option<Least>,
    /// How far a number may be off.
    pub tolerance: Option<Tolerance>,
    /// Whose word counts: articles of this tier or a nearer one.
    pub tier: Option<Tier>,
}

impl Rules {
    /// The articles whose word counts, by position; none where that is all of them. One whose tier nobody knows is none of them.
    pub(super) fn heard(&self, corpus: &Corpus) -> Option<Vec<usize>> {
        let least = self.tier?;
        let documents = corpus.documents.iter().enumerate();
        let counts = |document: &Document| document.tier.is_some_and(|tier| tier <= least);
        Some(documents.filter(|(_, document)| counts(document)).map(|(at, _)| at).collect())
    }

    /// What there is to say where the word of no article counts.
    pub(super) fn nobody_heard(&self, corpus: &Corpus) -> Option<Diagnostic> {
        let tier = self.tier.filter(|_| !corpus.documents.is_empty())?.name();
        self.heard(corpus).filter(Vec::is_empty)?;
        let why = match corpus.documents.iter().any(|document| document.tier.is_some()) {
            true => "and none is of that tier or a nearer one",
            false => "and no article has a tier",
        };
        let message = format!("no article is heard: the tier that counts is `{tier}`, {why}");
        Some(Diagnostic::warning(Code::NobodyHeard, message).help(format!(
            "give each article its tier in a `manifest.toml` beside it (`tier = \"{tier}\"`), or take `tier` out of \
             `factum.toml`, `--tier` and `FACTUM_TIER`"
        )))
    }
}

#[cfg(test)]
mod tests {
    use super::{FailOn, Failing};

    #[test]
    fn what_fails_a_run_is_named_and_read_back() {
        let some = FailOn::these([Failing::Stale, Failing::Contradicted]);
        assert_eq!(some.to_string(), "contradicted,stale");
        assert!(some.has(Failing::Stale) && !some.has(Failing::Disputed) && !some.has(Failing::Warn));
        assert_eq!(FailOn::NEVER.to_string(), "never");
        assert_eq!(FailOn::these([]), FailOn::NEVER);
        assert_eq!(FailOn::these([Failing::Warn]).to_string(), "warn");
    }

    #[test]
    fn all_fail_a_run_unless_somebody_says_which() {
        assert!(Failing::ALL.into_iter().all(|kind| FailOn::default().has(kind) == (kind != Failing::Warn)));
        let alone = FailOn::these([Failing::Warn]);
        assert!(Failing::ALL.into_iter().all(|kind| alone.has(kind)));
        let beside = FailOn::these([Failing::Warn, Failing::Disputed]);
        assert!(beside.has(Failing::Warn) && beside.has(Failing::Disputed) && !beside.has(Failing::Contradicted));
    }
}
