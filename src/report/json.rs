//! `factum check --format json`: the result tree for other programs. Fields keep their names and meanings; new ones only get added.
//!
//! Offsets are half-open byte offsets into the files as they stand; lines count from one.

use serde::Serialize;

use crate::diag::{Diagnostic, Severity};
use crate::judge::{Evidence, NearMiss, Rule};
use crate::run::{CheckResult, CorpusSummary, Difference, Gate, Outcome, Record, RunResult, Summary, Unheld};
use crate::source::{Place, Sources, printable_json};
use crate::statement::Modality;
use crate::value::Policy;

use super::Report;
use super::facts::SpanTree;
use super::human::diagnostic_of;

/// The version of this form. It changes only where a field had to change its meaning.
const SCHEMA: u32 = 1;

/// The whole report as one JSON object, indented, with a line feed at its end.
///
/// # Errors
///
/// None that input can cause; the error is that of the JSON writer.
pub fn json(report: Report<'_>) -> serde_json::Result<String> {
    let run = report.run;
    let tree = Tree {
        end: EndTree::new(run),
        diagnostics: DiagnosticTree::of_run(report),
        results: run.results.iter().map(|result| ResultTree::new(report, result)).collect(),
        unheld: run.unheld.iter().map(|unheld| UnheldTree::new(report, unheld)).collect(),
        differences: run.differences.iter().map(|found| DifferenceTree::new(report.sources, found)).collect(),
    };
    written(&tree)
}

/// A tree as it is printed: indented, with no hidden character, and a line feed at its end.
///
/// # Errors
///
/// None that input can cause; the error is that of the JSON writer.
pub fn written(tree: &impl Serialize) -> serde_json::Result<String> {
    Ok(printable_json(&serde_json::to_string_pretty(tree)?).into_owned() + "\n")
}

/// What the tree of a run begins with, in every form.
#[derive(Serialize)]
pub(super) struct HeadTree<'a> {
    schema: u32,
    policy: &'static str,
    corpus: CorpusTree<'a>,
}

impl<'a> HeadTree<'a> {
    /// For the version of a form.
    pub(super) fn new(schema: u32, run: &'a RunResult) -> Self {
        Self { schema, policy: policy_name(run.policy), corpus: CorpusTree::new(&run.corpus) }
    }
}

/// The name of a policy.
pub(super) fn policy_name(policy: Policy) -> &'static str {
    match policy {
        Policy::Reported => "reported",
        Policy::Literal => "literal",
    }
}

/// What a run came to on the whole.
#[derive(Serialize)]
pub(super) struct EndTree<'a> {
    #[serde(flatten)]
    head: HeadTree<'a>,
    summary: SummaryTree,
    gate: GateTree<'a>,
}

impl<'a> EndTree<'a> {
    pub(super) fn new(run: &'a RunResult) -> Self {
        Self {
            head: HeadTree::new(SCHEMA, run),
            summary: SummaryTree::new(run.summary),
            gate: GateTree::new(&run.gate),
        }
    }
}

#[derive(Serialize)]
struct Tree<'a> {
    #[serde(flatten)]
    end: EndTree<'a>,
    diagnostics: Vec<DiagnosticTree<'a>>,
    results: Vec<ResultTree<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unheld: Vec<UnheldTree<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    differences: Vec<DifferenceTree<'a>>,
}

/// What of a check is not as it was accepted.
#[derive(Serialize)]
pub(super) struct DifferenceTree<'a> {
    check: Option<&'a str>,
    change: &'static str,
    before: Option<String>,
    now: Option<String>,
    #[serde(flatten)]
    told: DiagnosticTree<'a>,
}

impl<'a> DifferenceTree<'a> {
    pub(super) fn new(sources: &'a Sources, difference: &'a Difference) -> Self {
        let Difference { check, change, before, now, told, .. } = difference;
        let told = DiagnosticTree::new(sources, told);
        let [before, now] = [before, now].map(|record| record.as_ref().map(Record::stance));
        Self { check: check.as_deref(), change, before, now, told }
    }
}

/// A number, a date or a quote of a draft that no result stands for.
#[derive(Serialize)]
pub(super) struct UnheldTree<'a> {
    #[serde(flatten)]
    place: PlaceTree<'a>,
    text: &'a str,
    reason: &'a str,
}

impl<'a> UnheldTree<'a> {
    pub(super) fn new(report: Report<'a>, unheld: &'a Unheld) -> Self {
        let Unheld { place, why } = unheld;
        Self { place: PlaceTree::new(report.sources, *place), text: report.sources.slice(*place), reason: why }
    }
}

#[derive(Serialize)]
pub(super) struct CorpusTree<'a> {
    documents: usize,
    unheard: usize,
    digest: &'a str,
}

impl<'a> CorpusTree<'a> {
    pub(super) fn new(read: &'a CorpusSummary) -> Self {
        Self { documents: read.documents, unheard: read.unheard, digest: &read.digest }
    }
}

#[derive(Serialize)]
struct SummaryTree {
    checks: usize,
    supported: usize,
    contradicted: usize,
    disputed: usize,
    ambiguous: usize,
    unmentioned: usize,
    errors: usize,
    warnings: usize,
    passed: usize,
    failed: usize,
    warned: usize,
    waived: usize,
    baseline: usize,
    unreviewed: usize,
    unselected: usize,
    unreported: usize,
}

impl SummaryTree {
    fn new(summary: Summary) -> Self {
        let Summary { checks, supported, contradicted, disputed, ambiguous, unmentioned, errors, warnings, .. } =
            summary;
        let Summary { passed, failed, warned, waived, baseline, unreviewed, unselected, unreported, .. } = summary;
        Self {
            checks,
            supported,
            contradicted,
            disputed,
            ambiguous,
            unmentioned,
            errors,
            warnings,
            passed,
            failed,
            warned,
            waived,
            baseline,
            unreviewed,
            unselected,
            unreported,
        }
    }
}

#[derive(Serialize)]
pub(super) struct GateTree<'a> {
    passed: bool,
    rule: &'a str,
    status: u8,
}

impl<'a> GateTree<'a> {
    pub(super) fn new(gate: &'a Gate) -> Self {
        Self { passed: gate.passed, rule: &gate.rule, status: gate.status as u8 }
    }
}

/// A place in a file.
#[derive(Serialize)]
pub(super) struct PlaceTree<'a> {
    file: &'a str,
    line: usize,
    #[serde(flatten)]
    span: SpanTree,
}

impl<'a> PlaceTree<'a> {
    pub(super) fn new(sources: &'a Sources, place: Place) -> Self {
        let file = sources.file(place.file);
        Self { file: &file.name, line: file.line_column(place.span.start).line, span: place.span.into() }
    }
}

/// A place in an article, with the id of the article.
#[derive(Serialize)]
pub(super) struct SourceTree<'a> {
    source: &'a str,
    #[serde(flatten)]
    place: PlaceTree<'a>,
}

impl<'a> SourceTree<'a> {
    pub(super) fn new(report: Report<'a>, document: usize, place: Place) -> Self {
        Self { source: report.document_id(document), place: PlaceTree::new(report.sources, place) }
    }
}

#[derive(Serialize)]
pub(super) struct DiagnosticTree<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    #[serde(flatten)]
    place: Option<PlaceTree<'a>>,
    help: Option<&'a str>,
}

impl<'a> DiagnosticTree<'a> {
    /// Those of a run.
    pub(super) fn of_run(report: Report<'a>) -> Vec<Self> {
        report.run.diagnostics.iter().map(|diagnostic| Self::new(report.sources, diagnostic)).collect()
    }

    pub(super) fn new(sources: &'a Sources, diagnostic: &'a Diagnostic) -> Self {
        let severity = match diagnostic.severity {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        let place = diagnostic.place().map(|place| PlaceTree::new(sources, place));
        let help = diagnostic.help.as_deref();
        Self { code: diagnostic.code.name(), severity, message: &diagnostic.message, place, help }
    }
}

#[derive(Serialize)]
pub(super) struct ResultTree<'a> {
    id: &'a str,
    #[serde(flatten)]
    place: PlaceTree<'a>,
    assertion: &'a str,
    verdict: &'static str,
    outcome: &'static str,
    outcome_reason: Option<&'a str>,
    code: Option<&'static str>,
    reason: &'a str,
    rule: &'static str,
    fault: Option<SpanTree>,
    lineages: usize,
    evidence: Vec<EvidenceTree<'a>>,
    derivation: &'a [String],
    advice: Vec<&'a str>,
    nearest: Vec<NearTree<'a>>,
}

impl<'a> ResultTree<'a> {
    pub(super) fn new(report: Report<'a>, result: &'a CheckResult) -> Self {
        let CheckResult { assertion, judgement, outcome, outcome_reason, shortfall: _ } = result;
        Self {
            id: &assertion.id,
            place: PlaceTree::new(report.sources, assertion.place),
            assertion: &assertion.text,
            verdict: judgement.verdict.name(),
            outcome: outcome_name(*outcome),
            outcome_reason: outcome_reason.as_deref(),
            code: diagnostic_of(report, result).map(|diagnostic| diagnostic.code.name()),
            reason: &judgement.reason,
            rule: rule_name(judgement.rule),
            fault: judgement.fault.map(SpanTree::from),
            lineages: judgement.lineages,
            evidence: judgement.evidence.iter().map(|evidence| EvidenceTree::new(report, evidence)).collect(),
            derivation: &judgement.derivation,
            advice: judgement.advice.iter().map(|advice| advice.text.as_str()).collect(),
            nearest: judgement.nearest.iter().map(|miss| NearTree::new(report, miss)).collect(),
        }
    }
}

fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Pass => "pass",
        Outcome::Warn => "warn",
        Outcome::Fail => "fail",
        Outcome::Waived => "waived",
        Outcome::Baseline => "baseline",
    }
}

fn rule_name(rule: Rule) -> &'static str {
    match rule {
        Rule::Tally => "tally",
        Rule::SeveralEvents => "several-events",
        Rule::OneQualifierOff => "one-qualifier-off",
        Rule::QualifiersLeftOut => "qualifiers-left-out",
        Rule::SomeEvent => "some-event",
        Rule::Never => "never",
        Rule::Agreement => "agreement",
        Rule::EachSource => "each-source",
        Rule::Derivation => "derivation",
        Rule::Nothing => "nothing",
    }
}

#[derive(Serialize)]
struct EvidenceTree<'a> {
    #[serde(flatten)]
    passage: SourceTree<'a>,
    text: &'a str,
    focus: SpanTree,
    stance: &'static str,
    reason: &'a str,
    origin: usize,
    speaker: Option<&'a str>,
    modality: Option<&'static str>,
}

impl<'a> EvidenceTree<'a> {
    fn new(report: Report<'a>, evidence: &'a Evidence) -> Self {
        Self {
            passage: SourceTree::new(report, evidence.document, evidence.passage),
            text: report.sources.slice(evidence.passage),
            focus: evidence.focus.span.into(),
            stance: evidence.stance.name(),
            reason: &evidence.reason,
            origin: evidence.lineage,
            speaker: evidence.speaker.as_deref(),
            modality: evidence.modality.map(modality_name),
        }
    }
}

#[derive(Serialize)]
struct NearTree<'a> {
    #[serde(flatten)]
    place: SourceTree<'a>,
    what: &'a str,
    how: &'a str,
}

impl<'a> NearTree<'a> {
    fn new(report: Report<'a>, miss: &'a NearMiss) -> Self {
        Self { place: SourceTree::new(report, miss.document, miss.place), what: &miss.what, how: &miss.how }
    }
}

/// The name of a modality in the machine interface.
pub(super) fn modality_name(modality: Modality) -> &'static str {
    match modality {
        Modality::Opinion => "opinion",
        Modality::Conditional => "conditional",
        Modality::Forecast => "forecast",
        Modality::Planned => "planned",
        Modality::Pledged => "pledged",
        Modality::Will => "will",
        Modality::Ongoing => "ongoing",
        Modality::Happened => "happened",
    }
}
