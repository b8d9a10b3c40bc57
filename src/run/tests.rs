use jiff::civil::{Date, date};

use super::{Completeness, CorpusSummary, Extent, Frame, Judged, Outcome, RunResult, Status, Terms, settle};
use crate::check::{Allowance, Assertion, Body, Expectation, Level, Operand, Reading, VerdictName, Waiver};
use crate::corpus::{Corpus, Document};
use crate::diag::{Code, Diagnostic};
use crate::judge::{Evidence, Judgement, Passages, Rule, Stance, Tally, Times, Verdict};
use crate::source::{FileId, Place, Span};
use crate::value::Policy;

const TODAY: Date = date(2026, 3, 1);

fn assertion(id: &str) -> Assertion {
    let body = Body::Exists { reading: Reading::The, operand: Operand::default() };
    Assertion::new(id.to_owned(), Place::default(), "Bridge length == 1200 m".to_owned(), body)
}

fn evidence(document: usize, stance: Stance) -> Evidence {
    Evidence {
        document,
        passage: Place::default(),
        focus: Place::default(),
        stance,
        reason: "1,250 m".to_owned(),
        lineage: document + 1,
        speaker: None,
        value: None,
        times: Times::default(),
        modality: None,
        event: 0,
        deviation: None,
    }
}

fn judgement(verdict: Verdict) -> Judgement {
    let evidence = match verdict {
        Verdict::Supported => vec![evidence(0, Stance::Supports)],
        Verdict::Contradicted => vec![evidence(1, Stance::Contradicts)],
        Verdict::Disputed => vec![evidence(1, Stance::Contradicts), evidence(0, Stance::Supports)],
        Verdict::Ambiguous => vec![evidence(0, Stance::Compatible)],
        Verdict::Unmentioned => Vec::new(),
    };
    let lineages = evidence.iter().filter(|evidence| evidence.stance == Stance::Supports).count();
    Judgement {
        verdict,
        reason: "so it is".to_owned(),
        asked: None,
        rule: Rule::Tally,
        fault: None,
        evidence,
        derivation: Vec::new(),
        advice: Vec::new(),
        nearest: Vec::new(),
        lineages,
    }
}

fn corpus() -> Corpus {
    let document = |id: &str, publisher: &str, lineage: usize| Document {
        publisher: Some(publisher.to_owned()),
        lineage,
        ..Document::untitled(id.to_owned(), FileId(0))
    };
    Corpus { documents: vec![document("herald", "The Herald", 1), document("gazette", "The Gazette", 2)] }
}

fn run(answers: Vec<(Assertion, Judgement)>, allowances: &[Allowance]) -> RunResult {
    let corpus = corpus();
    let read = CorpusSummary { documents: 2, lineages: 2, ..CorpusSummary::default() };
    let diagnostics = Vec::new();
    let complete = Completeness::Complete;
    // What is left out is judged by counting the rest.
    let first = answers.first().map(|(_, judgement)| judgement.clone());
    let again = |_: &Assertion, left_out: &Passages| {
        let mut left = first.clone().unwrap_or_else(|| judgement(Verdict::Unmentioned));
        left.evidence.retain(|piece| !left_out.contains(&(piece.document, piece.passage)));
        Judgement { verdict: Tally::of(&left.evidence).verdict(), ..left }
    };
    let judged =
        Judged { again: &again, answers, allowances, corpus: &corpus, terms: Terms::new(Policy::Reported, TODAY) };
    settle(
        judged,
        Frame { read, diagnostics, complete, terms: Terms::new(Policy::Reported, TODAY), extent: Extent::default() },
    )
}

fn one(assertion: Assertion, verdict: Verdict) -> RunResult {
    run(vec![(assertion, judgement(verdict))], &[])
}

fn waiver(until: Date) -> Waiver {
    Waiver { until, because: "a correction is due".to_owned(), place: Place::default() }
}

#[test]
fn a_supported_check_passes_and_no_other_does() {
    for verdict in
        [Verdict::Supported, Verdict::Contradicted, Verdict::Disputed, Verdict::Ambiguous, Verdict::Unmentioned]
    {
        let result = one(assertion("a"), verdict);
        assert_eq!(result.gate.passed, verdict == Verdict::Supported, "{verdict:?}");
        assert_eq!(result.gate.status, if result.gate.passed { Status::Passed } else { Status::Failed });
    }
}

#[test]
fn the_gate_says_which_verdicts_failed_it() {
    let verdicts = [Verdict::Ambiguous, Verdict::Contradicted, Verdict::Supported, Verdict::Ambiguous];
    let result = run(verdicts.map(|verdict| (assertion("a"), judgement(verdict))).to_vec(), &[]);
    let rule = "1 contradicted, 2 ambiguous; a check fails unless its verdict is the expected one";
    assert_eq!(result.gate.rule, rule);
    assert_eq!((result.summary.checks, result.summary.passed, result.summary.failed), (4, 1, 3));
}

#[test]
fn an_expected_verdict_passes_and_an_unexpected_one_fails() {
    let expecting = |verdict| Assertion { expect: Expectation::Verdict(verdict), ..assertion("a") };
    assert!(one(expecting(VerdictName::Disputed), Verdict::Disputed).gate.passed);
    let result = one(expecting(VerdictName::Disputed), Verdict::Supported);
    assert_eq!(result.results[0].outcome_reason.as_deref(), Some("expected disputed"));
    assert_eq!(result.gate.rule, "1 not as expected; a check fails unless its verdict is the expected one");
}

#[test]
fn a_missed_quorum_fails_a_supported_check_unless_a_single_source_is_expected() {
    let needing = Assertion { needs: Some(2), ..assertion("a") };
    let result = one(needing.clone(), Verdict::Supported);
    assert_eq!(result.results[0].judgement.verdict, Verdict::Supported);
    assert_eq!(result.results[0].outcome, Outcome::Fail);
    assert_eq!(result.results[0].outcome_reason.as_deref(), Some("needs 2 independent sources, has 1"));
    let single = Assertion { expect: Expectation::SingleSource, ..needing };
    assert!(one(single.clone(), Verdict::Supported).gate.passed);
    assert!(!one(single.clone(), Verdict::Contradicted).gate.passed);
    assert!(!one(Assertion { needs: Some(1), ..single }, Verdict::Supported).gate.passed);
}

#[test]
fn severity_decides_whether_a_check_fails_the_run() {
    for level in [Level::Warn, Level::Note] {
        let result = one(Assertion { level, ..assertion("a") }, Verdict::Contradicted);
        assert_eq!(result.results[0].outcome, Outcome::Warn);
        assert!(result.gate.passed);
        assert_eq!(result.gate.rule, "every check that can fail the run has its expected verdict, 1 warning");
    }
}

#[test]
fn known_wrong_holds_to_its_last_day() {
    let wrong = |until| Assertion { known_wrong: Some(waiver(until)), ..assertion("a") };
    let held = one(wrong(TODAY), Verdict::Contradicted);
    assert_eq!(held.results[0].outcome, Outcome::Waived);
    assert!(held.gate.passed);
    let expired = one(wrong(date(2026, 2, 28)), Verdict::Contradicted);
    assert_eq!(expired.results[0].outcome_reason.as_deref(), Some("`known-wrong` ran out on 2026-02-28"));
    assert_eq!(expired.gate.rule, "1 stale waiver; a check fails unless its verdict is the expected one");
}

#[test]
fn known_wrong_that_is_right_fails_even_as_a_warning() {
    let right = Assertion { known_wrong: Some(waiver(TODAY)), level: Level::Warn, ..assertion("a") };
    let result = one(right, Verdict::Supported);
    assert_eq!(result.results[0].outcome, Outcome::Fail);
    assert_eq!(result.results[0].outcome_reason.as_deref(), Some("`known-wrong` until 2026-03-01 is no longer needed"));
}

fn allowance(document: &str, check: &str, until: Date) -> Allowance {
    Allowance {
        document: document.to_owned(),
        document_at: Span::default(),
        check: check.to_owned(),
        check_at: Span::default(),
        waiver: waiver(until),
    }
}

#[test]
fn an_allowed_contradiction_is_not_counted() {
    for name in ["gazette", "The Gazette"] {
        let answers = vec![(assertion("a"), judgement(Verdict::Disputed))];
        let result = run(answers, &[allowance(name, "a", TODAY)]);
        assert_eq!(result.results[0].judgement.verdict, Verdict::Supported);
        assert_eq!(result.results[0].outcome, Outcome::Waived);
        assert!(result.gate.passed);
    }
}

#[test]
fn an_allowance_for_somebody_else_or_of_yesterday_is_stale() {
    let answers = || vec![(assertion("a"), judgement(Verdict::Disputed))];
    let other = run(answers(), &[allowance("herald", "a", TODAY)]);
    assert_eq!(other.results[0].outcome_reason.as_deref(), Some("`allow` until 2026-03-01 is no longer needed"));
    let late = run(answers(), &[allowance("gazette", "a", date(2026, 2, 28))]);
    assert_eq!(late.results[0].outcome_reason.as_deref(), Some("`allow` ran out on 2026-02-28"));
    assert!(!other.gate.passed && !late.gate.passed);
}

#[test]
fn usage_comes_before_incomplete_before_failed_before_nothing() {
    let corpus = corpus();
    let broken = vec![Diagnostic::error(Code::SyntaxError, "what is this")];
    let status = |diagnostics: &[Diagnostic], complete, verdicts: &[Verdict], documents| {
        let answers = verdicts.iter().map(|verdict| (assertion("a"), judgement(*verdict))).collect();
        let read = CorpusSummary { documents, ..CorpusSummary::default() };
        let diagnostics = diagnostics.to_vec();
        let judged = Judged {
            answers,
            allowances: &[],
            corpus: &corpus,
            terms: Terms::new(Policy::Reported, TODAY),
            again: &|_, _| judgement(Verdict::Unmentioned),
        };
        settle(
            judged,
            Frame {
                read,
                diagnostics,
                complete,
                terms: Terms::new(Policy::Reported, TODAY),
                extent: Extent::default(),
            },
        )
        .gate
        .status
    };
    let wrong = [Verdict::Contradicted];
    assert_eq!(status(&broken, Completeness::Incomplete, &wrong, 2), Status::Usage);
    assert_eq!(status(&[], Completeness::Incomplete, &wrong, 2), Status::Incomplete);
    assert_eq!(status(&[], Completeness::Complete, &wrong, 2), Status::Failed);
    assert_eq!(status(&[], Completeness::Complete, &[], 2), Status::Nothing);
    assert_eq!(status(&[], Completeness::Complete, &[Verdict::Supported], 0), Status::Nothing);
}
