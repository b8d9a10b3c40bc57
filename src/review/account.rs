//! From the results of a run to the entries of its check files.

use std::collections::{BTreeMap, BTreeSet};

use crate::judge::{Evidence, Stance};
use crate::report::Report;
use crate::run::{CheckResult, Outcome};
use crate::source::printable;

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
    let mut lines = vec![format!("{}: {}", assertion.id, assertion.text)];
    let outcome = match outcome {
        Outcome::Pass => "passes",
        Outcome::Warn => "warns",
        Outcome::Fail => "fails",
        Outcome::Waived => "waived",
        Outcome::Baseline => "in the baseline",
    };
    lines.push(format!("  {}, {outcome}", judgement.verdict.name()));
    lines.extend(outcome_reason.iter().map(|why| format!("  outcome: {why}")));
    lines.push(format!("  because: {}", judgement.reason));
    // In an order of their own: whichever article comes first.
    let passages: BTreeSet<(Stance, String)> =
        judgement.evidence.iter().map(|evidence| (evidence.stance, passage(report, evidence))).collect();
    lines.extend(passages.into_iter().map(|(stance, passage)| format!("  {} {passage}", sign(stance))));
    lines.extend(judgement.derivation.iter().map(|step| format!("  = {step}")));
    lines.extend(judgement.advice.iter().map(|advice| format!("  note: {}", advice.text)));
    let on_one_line = |line: String| printable(&line.replace(['\n', '\r', '\t'], " "));
    Entry { id: assertion.id.clone(), text: lines.into_iter().map(on_one_line).collect::<Vec<_>>().join("\n") }
}

fn sign(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "for:",
        Stance::Contradicts => "against:",
        Stance::Compatible => "open:",
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
