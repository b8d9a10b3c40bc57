//! `factum verify --format ndjson`: what sources say of a claim, for other programs, and the claims that come in on the same line.
//!
//! Offsets are half-open byte offsets into the texts as they were given.

use serde::{Deserialize, Serialize};

use crate::corpus::Corpus;
use crate::judge::{Evidence, Part};
use crate::run::Verified;

use super::facts::{DocumentLine, ErrorTree, SpanTree};

/// A claim as it comes in, one a line.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct ClaimLine {
    /// Its id.
    pub id: String,
    /// Its text.
    pub claim: String,
    /// When it was made, ISO 8601.
    #[serde(default)]
    pub published: Option<String>,
    /// The articles that are to bear it out.
    #[serde(default)]
    pub sources: Vec<DocumentLine>,
}

/// The line that answers a claim.
#[derive(Clone, Debug, Serialize)]
pub struct VerdictLine {
    id: String,
    verdict: &'static str,
    reason: String,
    parts: Vec<PartTree>,
    /// What of the sources could not be used; left out where there is nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<ErrorTree>,
}

#[derive(Clone, Debug, Serialize)]
struct PartTree {
    #[serde(flatten)]
    span: SpanTree,
    focus: SpanTree,
    verdict: &'static str,
    reason: String,
    evidence: Vec<StanceTree>,
}

#[derive(Clone, Debug, Serialize)]
struct StanceTree {
    source: String,
    #[serde(flatten)]
    span: SpanTree,
    focus: SpanTree,
    stance: &'static str,
    reason: String,
}

/// The answer to a claim.
pub fn verdict_line(id: String, verified: &Verified) -> VerdictLine {
    let Verified { verdict, reason, parts, corpus } = verified;
    let parts = parts.iter().map(|part| PartTree::new(corpus, part)).collect();
    VerdictLine { id, verdict: verdict.name(), reason: reason.clone(), parts, warnings: Vec::new() }
}

impl VerdictLine {
    /// The same, with what of the sources could not be used.
    pub fn with_warnings(self, warnings: Vec<ErrorTree>) -> Self {
        Self { warnings, ..self }
    }
}

impl PartTree {
    fn new(corpus: &Corpus, part: &Part) -> Self {
        let Part { passage, focus, judgement } = part;
        Self {
            span: (*passage).into(),
            focus: (*focus).into(),
            verdict: judgement.verdict.name(),
            reason: judgement.reason.clone(),
            evidence: judgement.evidence.iter().map(|evidence| StanceTree::new(corpus, evidence)).collect(),
        }
    }
}

impl StanceTree {
    fn new(corpus: &Corpus, evidence: &Evidence) -> Self {
        let source = corpus.documents.get(evidence.document).map(|document| document.id.clone());
        Self {
            source: source.unwrap_or_default(),
            span: evidence.passage.span.into(),
            focus: evidence.focus.span.into(),
            stance: evidence.stance.name(),
            reason: evidence.reason.clone(),
        }
    }
}
