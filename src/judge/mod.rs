//! Assertions against facts: alignment, comparison, decision, explanation.

mod judgement;

pub use judgement::{Advice, AdviceKind, Evidence, Judgement, NearMiss, Rule, Stance, Verdict};
