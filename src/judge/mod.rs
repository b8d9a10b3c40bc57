//! Assertions against facts: alignment, comparison, decision, explanation.

mod explain;
mod judgement;

pub use explain::{Case, Shortfall, cite, explain};
pub use judgement::{Advice, AdviceKind, Evidence, Judgement, NearMiss, Rule, Stance, Verdict};
