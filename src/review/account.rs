//! From the results of a run to the entries of its check files.

use std::collections::{BTreeMap, BTreeSet};

use crate::judge::{Evidence, Stance};
use crate::report::Report;
use crate::run::{CheckResult, Ground, GroundKind, Outcome, Record};

use super::entry::Entry;

/// The entries of each check file, by its name, in the order of its checks.
pub fn accounts(report: Report<'_>) -> BTreeMap<String, Vec<Entry>> {
    let mut found: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
    for result in &report.run.results {
        let file = &report.sources.file(result.assertion.place.file).name;
        found.entry(file.clone()).or_default().push(entry(report, result));
    }
    found
}

/// The entry of one check.
pub(super) fn entry(report: Report<'_>, result: &CheckResult) -> Entry {
    let CheckResult { assertion, judgement, outcome, outcome_reason, .. } = result;
    let outcome = match outcome {
        Outcome::Pass => "passes",
        Outcome::Warn => "warns",
        Outcome::Fail => "fails",
        Outcome::Waived => "waived",
        Outcome::Baseline => "in the baseline",
    };
    // In an order of their own: whichever article comes first.
    let passages: BTreeSet<(Stance, String)> =
        judgement.evidence.iter().map(|evidence| (evidence.stance, passage(report, evidence))).collect();
    let told = |kind: GroundKind| move |text: String| Ground { kind, text };
    let grounds = outcome_reason.iter().cloned().map(told(GroundKind::Outcome));
    let grounds = grounds.chain([told(GroundKind::Because)(judgement.reason.clone())]);
    let grounds = grounds.chain(passages.into_iter().map(|(stance, text)| Ground { kind: kind(stance), text }));
    let grounds = grounds.chain(judgement.derivation.iter().cloned().map(told(GroundKind::Computed)));
    let notes = judgement.advice.iter().map(|advice| advice.text.clone()).map(told(GroundKind::Note));
    let record = Record {
        assertion: assertion.text.clone(),
        verdict: judgement.verdict.name().to_owned(),
        outcome: outcome.to_owned(),
        grounds: grounds.chain(notes).collect(),
    };
    Entry::new(&assertion.id, &record)
}

fn kind(stance: Stance) -> GroundKind {
    match stance {
        Stance::Supports => GroundKind::For,
        Stance::Contradicts => GroundKind::Against,
        Stance::Compatible => GroundKind::Open,
    }
}

/// Who says it, when, and the words: `herald, 2025-10-29: “Norvik Energy will invest …”`.
fn passage(report: Report<'_>, evidence: &Evidence) -> String {
    let document = report.corpus.documents.get(evidence.document);
    let published = document.and_then(|document| document.published).map(|day| format!(", {day}"));
    let speaker = evidence.speaker.as_deref().map(|speaker| format!(", citing {speaker}"));
    let (text, span) = report.seen_of(document, evidence.passage);
    let words = span.slice(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let (published, speaker) = (published.unwrap_or_default(), speaker.unwrap_or_default());
    format!("{}{published}{speaker}: “{words}”", report.document_id(evidence.document))
}
