//! A run: all assertions judged, the gate decided.

mod result;

pub use result::{CheckResult, CorpusSummary, Gate, Outcome, RunResult, Status, Summary};
