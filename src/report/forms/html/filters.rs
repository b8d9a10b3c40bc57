//! What narrows the checks of the page down: by outcome, verdict, tag and source. The controls are shown by the script alone; without
//! it all checks are.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};

use crate::run::{CheckResult, Outcome};
use crate::source::printable;

use super::super::super::Report;
use super::super::super::human::{counted_checks, names};
use super::changes::change_of;
use super::words::{CHANGED, VERDICTS, outcome_words};

/// With more values than this a group is shut until it is asked for.
const MOST_OPEN: usize = 8;

/// The groups: their names in the page, what people call them, and the values that a check has in each.
const GROUPS: [(&str, &str, Values); 5] = [
    ("outcome", "Outcome", outcome),
    ("snapshot", "Snapshot", snapshot),
    ("verdict", "Verdict", verdict),
    ("tag", "Tag", tags),
    ("source", "Source", sources),
];

type Values = for<'a> fn(Report<'a>, &'a CheckResult) -> BTreeSet<String>;

fn outcome(_: Report<'_>, result: &CheckResult) -> BTreeSet<String> {
    BTreeSet::from([outcome_words(result.outcome).1.to_owned()])
}

fn snapshot(report: Report<'_>, result: &CheckResult) -> BTreeSet<String> {
    change_of(report, result).map(|_| CHANGED.to_owned()).into_iter().collect()
}

fn verdict(_: Report<'_>, result: &CheckResult) -> BTreeSet<String> {
    BTreeSet::from([result.judgement.verdict.name().to_owned()])
}

fn tags(_: Report<'_>, result: &CheckResult) -> BTreeSet<String> {
    result.assertion.tags.iter().map(|tag| printable(tag)).collect()
}

/// The articles with a passage that speaks of it.
fn sources(report: Report<'_>, result: &CheckResult) -> BTreeSet<String> {
    result.judgement.evidence.iter().map(|evidence| printable(report.document_id(evidence.document))).collect()
}

/// The values of a check in each group, as JSON, which the script reads.
pub(super) fn values(report: Report<'_>, result: &CheckResult) -> [String; 5] {
    GROUPS.map(|(_, _, values)| {
        serde_json::Value::from(values(report, result).into_iter().collect::<Vec<String>>()).to_string()
    })
}

/// The controls.
pub(super) fn filters(report: Report<'_>) -> Markup {
    let results = &report.run.results;
    let all = format!("All {} are shown.", counted_checks(report, results.len()));
    html! {
        @if results.len() > 1 {
            form #filters hidden aria-label={ "Which " (names(report)[1]) " are shown" } {
                div.groups { @for group in GROUPS { (self::group(report, group)) } }
                p.buttons {
                    button type="reset" { "Show all" } " "
                    button type="button" #unfold { "Open all" } " "
                    button type="button" #fold { "Close all" }
                }
                p #shown role="status" aria-live="polite" data-all=(all) data-name=(names(report)[1]) { (all) }
            }
        }
    }
}

fn group(report: Report<'_>, (name, title, values): (&str, &str, Values)) -> Markup {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for value in report.run.results.iter().flat_map(|result| values(report, result)) {
        *counts.entry(value).or_default() += 1;
    }
    let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(value, _)| rank(value));
    html! {
        @if counts.len() > 1 || ["tag", "snapshot"].contains(&name) && !counts.is_empty() {
            fieldset data-group=(name) {
                legend { (title) }
                @if counts.len() > MOST_OPEN {
                    details { summary { (counts.len()) " to choose from" } (boxes(name, &counts)) }
                } @else { (boxes(name, &counts)) }
            }
        }
    }
}

fn boxes(name: &str, counts: &[(String, usize)]) -> Markup {
    html! {
        div.boxes {
            @for (value, count) in counts {
                label {
                    input type="checkbox" name=(name) value=(value);
                    " " (value) " " span.count { "(" (count) ")" }
                }
            }
        }
    }
}

/// What is worse stands first; names stand in their order.
fn rank(value: &str) -> (u8, u8) {
    let outcomes = [Outcome::Fail, Outcome::Warn, Outcome::Waived, Outcome::Pass];
    let place = |found: Option<usize>| found.and_then(|at| u8::try_from(at).ok()).unwrap_or(u8::MAX);
    let outcome = outcomes.iter().position(|outcome| outcome_words(*outcome).1 == value);
    (place(outcome), place(VERDICTS.iter().position(|verdict| verdict.name() == value)))
}
