//! `factum check` for people: errors of check files, then every check that does not pass as one diagnostic, then what was done,
//! what failed in one line each, and as the last line the rule that decided.

use std::collections::BTreeSet;

use crate::check::{Level, WrittenIn};
use crate::diag::{Diagnostic, Severity};
use crate::judge::{Case, Evidence, Stance, cite, explain};
use crate::run::{CheckResult, Difference, Outcome, Summary};
use crate::source::printable;
use crate::value::Policy;

use super::Report;
use super::account::{account, cut, focus};
use super::excerpt::excerpt;
use super::miette::draw;
use super::style::{Glyphs, Ink, Style, counted, wrap};

/// So many passages that leave a check open are shown; the others are counted.
const MOST_OPEN: usize = 2;

/// How much is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// What does not pass.
    #[default]
    Brief,
    /// Passing checks too, with their evidence.
    Verbose,
}

/// The report, ready to be printed.
pub fn human(report: Report<'_>, style: &Style, detail: Detail) -> String {
    let mut out = String::new();
    for diagnostic in &report.run.diagnostics {
        push_drawn(&mut out, report, diagnostic, style);
    }
    for result in &report.run.results {
        match (shown_as_diagnostic(result, detail), detail) {
            (true, _) => diagnostic_of(report, result).iter().for_each(|it| push_drawn(&mut out, report, it, style)),
            (false, Detail::Verbose) => out.push_str(&passing(report, result, style)),
            (false, Detail::Brief) => {}
        }
    }
    out.push_str(&account(report, style, detail));
    out.push_str(&summary(report, style, detail));
    out
}

/// The diagnostic of a check, where it does not pass. A waived check has one too; it is shown only where details are asked for.
pub fn diagnostic_of(report: Report<'_>, result: &CheckResult) -> Option<Diagnostic> {
    let case = case(report, result);
    result.shortfall.as_ref().map(|shortfall| explain(case, shortfall))
}

fn case<'a>(report: Report<'a>, result: &'a CheckResult) -> Case<'a> {
    let CheckResult { assertion, judgement, .. } = result;
    Case { assertion, judgement, corpus: report.corpus, sources: report.sources }
}

fn shown_as_diagnostic(result: &CheckResult, detail: Detail) -> bool {
    match result.outcome {
        Outcome::Fail => true,
        // `severity note` is counted, not shown.
        Outcome::Warn => detail == Detail::Verbose || result.assertion.level == Level::Warn,
        Outcome::Pass | Outcome::Waived | Outcome::Baseline => false,
    }
}

fn push_drawn(out: &mut String, report: Report<'_>, diagnostic: &Diagnostic, style: &Style) {
    out.push_str(&draw(diagnostic, report.sources, style));
    out.push('\n');
}

/// A check that passes: its line, its evidence, its advice.
fn passing(report: Report<'_>, result: &CheckResult, style: &Style) -> String {
    let judgement = &result.judgement;
    let mut out = format!(
        "{} {} {}\n",
        sign(result, style),
        style.paint(Ink::Bold, judgement.verdict.name()),
        line(report, result, style)
    );
    let of = |stance: Stance| judgement.evidence.iter().filter(move |evidence| evidence.stance == stance);
    let telling: Vec<&Evidence> = of(Stance::Supports).chain(of(Stance::Contradicts)).collect();
    let open = of(Stance::Compatible).take(MOST_OPEN);
    let mut told = BTreeSet::new();
    for evidence in telling.into_iter().chain(open) {
        let words = passage(report, result, evidence, style);
        if !told.contains(&words) {
            out.push_str(&words);
            told.insert(words);
        }
    }
    let hidden = of(Stance::Compatible).skip(MOST_OPEN).count();
    if hidden > 0 {
        out.push_str(&format!("  {} it open\n", counted(hidden, "more passage leaves", "more passages leave")));
    }
    let advice = judgement.advice.iter().map(|advice| &advice.text);
    let reason = result.outcome_reason.iter().filter(|why| judgement.advice.iter().all(|advice| advice.text != **why));
    for note in reason.chain(&judgement.derivation).chain(advice) {
        out.push_str(&wrap(&printable(note), "  = ", style.width));
    }
    out.push('\n');
    out
}

/// Whether it is as it should be, or only borne with.
fn sign(result: &CheckResult, style: &Style) -> String {
    let (ink, unicode, ascii) = match result.outcome {
        Outcome::Waived | Outcome::Baseline => (Ink::Yellow, "○", "--"),
        Outcome::Pass | Outcome::Warn | Outcome::Fail => (Ink::Green, "✓", "ok"),
    };
    match style.glyphs {
        Glyphs::Unicode => style.paint(ink, unicode),
        Glyphs::Ascii => style.paint(ink, ascii),
    }
}

/// `checks/bridge.check:2 Bridge length == 1_200 m by 2031`.
fn line(report: Report<'_>, result: &CheckResult, style: &Style) -> String {
    let place = result.assertion.place;
    let file = report.sources.file(place.file);
    let at = format!("{}:{}", printable(&file.name), file.line_column(place.span.start).line);
    let text = match result.assertion.written_in {
        WrittenIn::CheckFile => result.assertion.text.clone(),
        // Of a sentence with several figures, the one that is meant.
        WrittenIn::Draft => format!("“{}”", cut(report.sources.slice(focus(result)), usize::MAX, style)),
    };
    format!("{} {}", style.paint(Ink::Dim, &at), printable(&text))
}

/// Who says so, and the words.
fn passage(report: Report<'_>, result: &CheckResult, evidence: &Evidence, style: &Style) -> String {
    let who = format!("{}: {}", cite(case(report, result), evidence), evidence.reason);
    let file = report.sources.file(evidence.focus.file);
    let room = style.width.saturating_sub(4);
    let excerpt = excerpt(file, &[evidence.focus.span, evidence.passage.span], room, style.glyphs.ellipsis());
    let words = excerpt.text.lines().next().unwrap_or("").trim();
    let words = style.paint(Ink::Dim, words);
    format!("{}    {words}\n", wrap(&printable(&who), "  ", style.width))
}

/// What was done, what failed, and the gate.
pub(super) fn summary(report: Report<'_>, style: &Style, detail: Detail) -> String {
    let mut out = String::new();
    if has_begun(report) {
        out.push_str(&wrap(&done(report), "", style.width));
        out.push_str(&besides(report, detail).map(|line| wrap(&line, "", style.width)).unwrap_or_default());
    }
    out.push_str(&differences(report, style, detail));
    for result in report.run.results.iter().filter(|result| failing(result)) {
        out.push_str(&failure(report, result, style));
    }
    let gate = &report.run.gate;
    let (ink, word) = if gate.passed { (Ink::Green, "passed") } else { (Ink::Red, "failed") };
    out.push_str(&format!("gate: {} ({})\n", style.paint(ink, word), gate.rule));
    out
}

/// Whether anything was read: where the settings are wrong nothing is, and there are no figures to tell.
fn has_begun(report: Report<'_>) -> bool {
    let Summary { checks, errors, unselected, .. } = report.run.summary;
    errors == 0 || checks + unselected + report.run.corpus.documents > 0
}

/// `60 checks on 5 articles (4 independent lineages, 1,234 facts): 57 supported, 3 contradicted`.
pub(super) fn done(report: Report<'_>) -> String {
    let (run, read) = (report.run, &report.run.corpus);
    if !has_begun(report) {
        return "nothing was read".to_owned();
    }
    let policy = match run.policy {
        Policy::Reported => "",
        Policy::Literal => ", taken at their word",
    };
    let unheard = match read.unheard {
        0 => String::new(),
        number => format!(", {number} not heard for want of tier"),
    };
    format!(
        "{} on {} ({}, {}{unheard}{policy}): {}",
        counted_checks(report, run.summary.checks),
        counted(read.documents, "article", "articles"),
        counted(read.lineages, "independent lineage", "independent lineages"),
        counted(read.facts, "fact", "facts"),
        verdicts(run.summary)
    )
}

/// What is judged, as it is called: a draft has statements.
pub(super) fn names(report: Report<'_>) -> [&'static str; 2] {
    match report.run.written_in {
        WrittenIn::CheckFile => ["check", "checks"],
        WrittenIn::Draft => ["statement", "statements"],
    }
}

/// So many of what is judged.
pub(super) fn counted_checks(report: Report<'_>, number: usize) -> String {
    let [one, many] = names(report);
    counted(number, one, many)
}

fn verdicts(summary: Summary) -> String {
    let counts = [
        (summary.supported, "supported"),
        (summary.contradicted, "contradicted"),
        (summary.disputed, "disputed"),
        (summary.ambiguous, "ambiguous"),
        (summary.unmentioned, "unmentioned"),
    ];
    let told: Vec<String> =
        counts.iter().filter(|(number, _)| *number > 0).map(|(number, name)| format!("{number} {name}")).collect();
    if told.is_empty() { "nothing judged".to_owned() } else { told.join(", ") }
}

/// What else there is to know: warnings, waivers, errors, advice that is not shown.
pub(super) fn besides(report: Report<'_>, detail: Detail) -> Option<String> {
    let summary = report.run.summary;
    let hidden = |result: &&CheckResult| !shown_as_diagnostic(result, detail) && !result.judgement.advice.is_empty();
    let advised = match detail {
        Detail::Brief => report.run.results.iter().filter(hidden).count(),
        Detail::Verbose => 0,
    };
    let counts = [
        (summary.passed, "as expected", "as expected"),
        (summary.failed, "not as expected", "not as expected"),
        (summary.warned + summary.warnings, "warning", "warnings"),
        (summary.waived, "waived", "waived"),
        (summary.baseline, "in the baseline", "in the baseline"),
        (summary.errors, "error", "errors"),
        (summary.unreviewed, "unreviewed", "unreviewed"),
        (summary.unselected, "not selected", "not selected"),
        (summary.unreported, "behind the last failure not reported", "behind the last failure not reported"),
        (report.run.differences.len(), "change since what was accepted", "changes since what was accepted"),
        (advised, "with advice (-v shows it)", "with advice (-v shows it)"),
    ];
    let told: Vec<String> = counts
        .iter()
        .filter(|(number, _, _)| *number > 0)
        .map(|(number, one, many)| counted(*number, one, many))
        .collect();
    (!told.is_empty()).then(|| told.join(", "))
}

/// So many new checks are named, a line each; more of them are counted.
const MOST_NEW: usize = 3;

/// What is not as it was accepted, those that are new first: of these there are many where snapshots begin.
fn differences(report: Report<'_>, style: &Style, detail: Detail) -> String {
    let (new, others): (Vec<&Difference>, Vec<&Difference>) =
        report.run.differences.iter().partition(|found| found.check.is_some() && found.before.is_none());
    let drawn = |found: &[&Difference]| found.iter().map(|found| difference(report, found, style)).collect::<String>();
    let counts_new = detail == Detail::Brief && new.len() > MOST_NEW;
    let new = if counts_new { several_new(&new, style) } else { drawn(&new) };
    new + &drawn(&others)
}

/// `  new          12 checks in 3 files, which nobody has accepted (-v names them)`.
fn several_new(new: &[&Difference], style: &Style) -> String {
    let is_error = new.iter().any(|found| found.told.severity == Severity::Error);
    let sign = style.paint(if is_error { Ink::Red } else { Ink::Yellow }, &format!("{:12}", "new"));
    let files: BTreeSet<_> = new.iter().filter_map(|found| found.told.place()).map(|place| place.file).collect();
    let (checks, files) = (counted(new.len(), "check", "checks"), counted(files.len(), "file", "files"));
    format!("  {sign} {checks} in {files}, which nobody has accepted (-v names them)\n")
}

/// `  changed      checks/bridge.check:2 `length` has another verdict than was accepted: supported, passes -> disputed, fails`.
fn difference(report: Report<'_>, found: &Difference, style: &Style) -> String {
    let told = &found.told;
    let ink = if told.severity == Severity::Error { Ink::Red } else { Ink::Yellow };
    let at = told.place().map(|place| {
        let file = report.sources.file(place.file);
        let at = format!("{}:{}", printable(&file.name), file.line_column(place.span.start).line);
        format!("{} ", style.paint(Ink::Dim, &at))
    });
    let sign = style.paint(ink, &format!("{:12}", "changed"));
    format!("  {sign} {}{}\n", at.unwrap_or_default(), printable(&told.message))
}

fn failing(result: &CheckResult) -> bool {
    match result.outcome {
        Outcome::Fail => true,
        Outcome::Pass | Outcome::Warn | Outcome::Waived | Outcome::Baseline => false,
    }
}

/// `  contradicted  checks/bridge.check:2 Bridge length == 1_200 m by 2031`.
fn failure(report: Report<'_>, result: &CheckResult, style: &Style) -> String {
    let verdict = result.judgement.verdict.name();
    let why = result.outcome_reason.as_ref().map(|why| format!(" ({why})")).unwrap_or_default();
    format!("  {} {}{why}\n", style.paint(Ink::Red, &format!("{verdict:12}")), line(report, result, style))
}
