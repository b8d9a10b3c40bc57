//! `--format sarif`: SARIF 2.1.0, for code scanning. <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>
//!
//! A result has a fingerprint of its file, its check and the words that say otherwise, so that it stays the same one when lines move. GitHub keeps
//! 5,000 results of a run and 1,000 places of a result; what is left out is counted in a notification.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::diag::{Code, Diagnostic};
use crate::judge::Stance;
use crate::run::{CheckResult, Outcome};
use crate::source::{Place, printable};

use super::super::Report;
use super::super::json::written;
use super::{InRepository, Manner, Remark, in_percent, joined, others, remarks, severity_name, unexplained};

/// So many results are kept by those that read the file.
const MOST_RESULTS: usize = 5_000;

/// So many places of a result.
const MOST_PLACES: usize = 1_000;

/// The document, indented, with a line feed at its end. Code scanning takes the names of files from the root of the repository.
///
/// # Errors
///
/// None that input can cause; the error is that of the JSON writer.
pub(super) fn sarif(report: Report<'_>, manner: &Manner) -> serde_json::Result<String> {
    // Code scanning takes no result without a place.
    let (told, placeless): (Vec<_>, Vec<_>) =
        remarks(report).into_iter().partition(|remark| remark.diagnostic.place().is_some());
    let left_out = told.len().saturating_sub(MOST_RESULTS);
    let kept: Vec<&Remark<'_>> = told.iter().take(MOST_RESULTS).collect();
    let codes: Vec<Code> =
        kept.iter().map(|remark| remark.diagnostic.code).collect::<BTreeSet<_>>().into_iter().collect();
    let marks = fingerprints(report, &kept, &manner.here);
    let sight = Sight { report, files: &manner.in_repository };
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: json!({"driver": {
                "name": "factum",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": codes.iter().map(|code| rule(*code)).collect::<Vec<_>>(),
            }}),
            invocations: [invocation(report, &placeless, left_out)],
            results: kept.iter().zip(marks).map(|(remark, mark)| result(sight, &codes, remark, mark)).collect(),
            column_kind: "unicodeCodePoints",
        }],
    };
    written(&log)
}

/// A report, and where its files lie in the repository.
#[derive(Clone, Copy)]
struct Sight<'a> {
    report: Report<'a>,
    files: &'a InRepository,
}

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Value,
    invocations: [Value; 1],
    results: Vec<Value>,
    column_kind: &'static str,
}

/// How the run ended, and what of it is not told here.
fn invocation(report: Report<'_>, placeless: &[Remark<'_>], left_out: usize) -> Value {
    let gate = &report.run.gate;
    let mut told = json!({
        "executionSuccessful": gate.status as u8 <= 1,
        "exitCode": gate.status as u8,
        "exitCodeDescription": gate.rule,
    });
    let more = left_out > 0;
    let left_out = format!("{left_out} more results are left out: {MOST_RESULTS} of a run are kept");
    let left_out = more.then(|| json!({"level": "warning", "message": {"text": left_out}}));
    let unexplained = unexplained(report).map(|rule| json!({"level": "error", "message": {"text": printable(rule)}}));
    let notifications: Vec<Value> = placeless.iter().map(notification).chain(left_out).chain(unexplained).collect();
    if !notifications.is_empty() {
        told["toolExecutionNotifications"] = notifications.into();
    }
    told
}

/// What there is to tell of no place in a file.
fn notification(remark: &Remark<'_>) -> Value {
    let told = &remark.diagnostic;
    json!({
        "descriptor": {"id": told.code.name()},
        "level": severity_name(told.severity),
        "message": {"text": message(told)},
    })
}

/// A code with its page: the heading says what it is, the rest explains it.
fn rule(code: Code) -> Value {
    let page = code.page();
    let lead = page.lines().find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or_default();
    json!({
        "id": code.name(),
        "shortDescription": {"text": code.name().replace('-', " ")},
        "fullDescription": {"text": lead},
        "help": {"text": page, "markdown": page},
    })
}

fn result(sight: Sight<'_>, codes: &[Code], remark: &Remark<'_>, mark: String) -> Value {
    let told = &remark.diagnostic;
    let mut value = Map::new();
    value.insert("ruleId".into(), told.code.name().into());
    value.insert("ruleIndex".into(), codes.iter().position(|code| *code == told.code).into());
    value.insert("level".into(), severity_name(told.severity).into());
    value.insert("message".into(), json!({"text": message(told)}));
    let places = told.place().map(|place| json!({"physicalLocation": location(sight, place)}));
    value.insert("locations".into(), places.into_iter().collect());
    let related: Vec<Value> = related(sight, told);
    if !related.is_empty() {
        value.insert("relatedLocations".into(), related.into());
    }
    value.insert("partialFingerprints".into(), json!({"factum/v1": mark}));
    if let Some(check) = remark.check {
        let tags = remark.result.map(|result| json!({"check": check, "tags": result.assertion.tags}));
        value.insert("properties".into(), tags.unwrap_or_else(|| json!({"check": check})));
    }
    if remark.is_waived() {
        let why = remark.result.and_then(|result| result.outcome_reason.clone()).unwrap_or_default();
        let is_known = remark.result.is_some_and(|result| result.outcome == Outcome::Baseline);
        let kind = if is_known { "external" } else { "inSource" };
        value.insert("suppressions".into(), json!([{"kind": kind, "justification": printable(&why)}]));
    }
    value.into()
}

fn message(told: &Diagnostic) -> String {
    let help = told.help.iter().map(|help| format!("help: {help}"));
    let lines: Vec<String> = [told.message.clone()].into_iter().chain(told.notes.iter().cloned()).chain(help).collect();
    printable(&lines.join("\n"))
}

fn related(sight: Sight<'_>, told: &Diagnostic) -> Vec<Value> {
    let text = |title: Option<&String>, what: &str| match title {
        Some(title) if what.is_empty() => title.clone(),
        Some(title) => format!("{title}: {what}"),
        None => what.to_owned(),
    };
    let places = others(told).take(MOST_PLACES).map(|label| {
        let text = printable(&text(label.title.as_ref(), &label.text));
        json!({"physicalLocation": location(sight, label.place), "message": {"text": text}})
    });
    places.collect()
}

fn location(sight: Sight<'_>, place: Place) -> Value {
    let file = sight.report.sources.file(place.file);
    let (from, to) = (file.line_column(place.span.start), file.line_column(place.span.end));
    json!({
        "artifactLocation": {"uri": uri(&sight.files.name(&file.name))},
        "region": {
            "startLine": from.line,
            "startColumn": from.column,
            "endLine": to.line,
            "endColumn": to.column,
            "byteOffset": place.span.start,
            "byteLength": place.span.end - place.span.start,
        },
    })
}

/// A path as a reference: what may not stand in one is written in percent. <https://www.rfc-editor.org/rfc/rfc3986>
fn uri(path: &str) -> String {
    let scheme = if path.starts_with('/') { "file://" } else { "" };
    format!("{scheme}{}", in_percent(path.trim_start_matches("./")))
}

/// The fingerprints of what is told. What is found twice alike in one file has a number from the second on; no other file changes it.
fn fingerprints(report: Report<'_>, told: &[&Remark<'_>], here: &str) -> Vec<String> {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let numbered = told.iter().map(|remark| {
        let mark = fingerprint(report, remark, here);
        let count = known.entry(mark.clone()).or_default();
        *count += 1;
        if *count == 1 { mark } else { format!("{mark}-{count}") }
    });
    numbered.collect()
}

/// The file, the check and the words that say otherwise; of a check that nothing speaks against, its verdict; of one that is not as it was accepted,
/// how it stood and stands.
fn fingerprint(report: Report<'_>, remark: &Remark<'_>, here: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut add = |part: &str| {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    };
    add(remark.diagnostic.code.name());
    let place = remark.result.map(|result| result.assertion.place).or(remark.diagnostic.place());
    add(&place.map(|place| joined(here, &report.sources.file(place.file).name)).unwrap_or_default());
    match remark.result {
        Some(result) => of_check(report, result, &mut add),
        None => add(&remark.diagnostic.message),
    }
    hasher.finalize().to_hex().chars().take(32).collect()
}

fn of_check(report: Report<'_>, result: &CheckResult, add: &mut dyn FnMut(&str)) {
    add(&result.assertion.id);
    for evidence in result.judgement.evidence.iter().filter(|evidence| evidence.stance == Stance::Contradicts) {
        add(report.document_id(evidence.document));
        add(report.sources.slice(evidence.passage));
    }
}
