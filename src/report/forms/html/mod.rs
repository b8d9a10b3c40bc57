//! `--format html`: one page that needs nothing else, for a screen of any width, a keyboard, a screen reader and for paper.
//!
//! What check files and articles say is text and nothing more: each word of theirs is escaped by `maud`, nothing of theirs becomes an
//! address, and the page's own policy lets run nothing but the script that stands here, by its hash. The page loads nothing.

mod changes;
mod check;
mod coverage;
mod discords;
mod filters;
mod lock;
mod passage;
mod picture;
mod words;

use std::cmp::Reverse;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::diag::{Diagnostic, Severity};
use crate::run::{CheckResult, Outcome, Unheld};
use crate::source::printable;

use super::super::Report;
use super::super::human::{Detail, besides, done, names};
use super::super::style::counted;
use super::{at, severity_name, words};
use changes::{change_of, changes, come_first, is_grave};
use check::check;
use coverage::coverage;
use discords::discords;
use filters::filters;
use lock::hash;
use passage::quoted;
use words::{coded, is_of_draft, lines};

/// How the page looks.
const STYLE: &str = include_str!("page.css");

/// What it does.
const SCRIPT: &str = include_str!("page.js");

/// The page.
pub(super) fn html(report: Report<'_>) -> String {
    page(report).into_string() + "\n"
}

fn page(report: Report<'_>) -> Markup {
    let (style, script) = (own(STYLE), own(SCRIPT));
    let let_through = format!("style-src '{}'; script-src '{}'", hash(&style), hash(&script));
    let policy = format!("default-src 'none'; {let_through}; base-uri 'none'; form-action 'none'");
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { "factum: " (ending(report)) }
                style { (PreEscaped(style)) }
            }
            body {
                a.skip href="#checks" { "Skip to the " (names(report)[1]) }
                (head(report))
                main {
                    (troubles(report))
                    @if come_first(report) { (changes(report)) (checks(report)) } @else { (checks(report)) (changes(report)) }
                    (unheld(report))
                    (discords(report))
                    (coverage(report))
                }
                (foot(report))
                script { (PreEscaped(script)) }
            }
        }
    }
}

/// What is part of the program, as a browser reads it: with line feeds alone.
fn own(text: &str) -> String {
    text.replace('\r', "")
}

fn ending(report: Report<'_>) -> &'static str {
    if report.run.gate.passed { "passed" } else { "failed" }
}

/// What was done, and the gate.
fn head(report: Report<'_>) -> Markup {
    let gate = &report.run.gate;
    let sign = if gate.passed { "✓" } else { "✗" };
    html! {
        header.top {
            h1 {
                "factum "
                span class={ "gate " (ending(report)) } { span aria-hidden="true" { (sign) " " } (ending(report)) }
            }
            p.rule { "Gate: " (ending(report)) " (" (printable(&gate.rule)) ")" }
            p { (printable(&done(report))) }
            @if let Some(besides) = besides(report, Detail::Verbose) { p { (printable(&besides)) } }
            (contents(report))
        }
    }
}

fn contents(report: Report<'_>) -> Markup {
    let run = report.run;
    html! {
        nav aria-label="Contents" {
            ul {
                @if !run.diagnostics.is_empty() { li { a href="#problems" { "Problems (" (run.diagnostics.len()) ")" } } }
                @if !run.differences.is_empty() { li { a href="#changes" { "Changes (" (run.differences.len()) ")" } } }
                li { a href="#checks" { (title_of_checks(report)) " (" (run.results.len()) ")" } }
                @if !run.unheld.is_empty() { li { a href="#unheld" { "Not checked" } } }
                @if let Some(background) = &run.background {
                    li { a href="#discords" { (discords::entry(report, background)) } }
                    @if !run.results.is_empty() { li { a href="#coverage" { "Coverage" } } }
                }
                li { a href="#sources" { "Sources" } }
            }
        }
    }
}

/// What check files and articles had to be told.
fn troubles(report: Report<'_>) -> Markup {
    let mut told: Vec<&Diagnostic> = report.run.diagnostics.iter().collect();
    told.sort_by_key(|told| Reverse(told.severity));
    html! {
        @if !told.is_empty() {
            section #problems aria-labelledby="problems-title" {
                h2 #problems-title { "Problems" }
                ul.plain { @for told in &told { (trouble(report, told)) } }
            }
        }
    }
}

fn trouble(report: Report<'_>, told: &Diagnostic) -> Markup {
    let grave = if told.severity == Severity::Error { "fail" } else { "warn" };
    let line =
        told.place().map(|place| words(report, place)).filter(|line| !line.is_empty()).map(|line| printable(&line));
    html! {
        li class={ "card problem " (grave) } {
            p {
                strong { (severity_name(told.severity)) ": " }
                (coded(&told.message))
            }
            p.place { @if let Some(place) = told.place() { (at(report, place)) " · " } (told.code.name()) }
            @if let Some(line) = &line { pre.line { code { (line) } } }
            @for note in &told.notes { p { (lines(note)) } }
            @if let Some(help) = &told.help { p.help { strong { "What to do: " } (lines(help)) } }
        }
    }
}

/// All checks, those that fail first, and of them those that the articles contradict.
fn checks(report: Report<'_>) -> Markup {
    let mut results: Vec<(usize, &CheckResult)> = report.run.results.iter().enumerate().collect();
    let gravity = |result: &CheckResult| match result.outcome {
        Outcome::Fail | Outcome::Warn => Reverse(result.judgement.verdict.gravity()),
        Outcome::Pass | Outcome::Waived | Outcome::Baseline => Reverse(0),
    };
    results.sort_by_key(|(at, result)| (urgency(report, result), gravity(result), *at));
    html! {
        section #checks aria-labelledby="checks-title" {
            h2 #checks-title { (title_of_checks(report)) }
            @if results.is_empty() {
                p { @if is_of_draft(report) { "The draft states nothing that can be held against an article." } @else { "There is no check." } }
            }
            (filters(report))
            @for (at, result) in results { (check(report, at, result)) }
        }
    }
}

fn title_of_checks(report: Report<'_>) -> &'static str {
    if is_of_draft(report) { "Statements" } else { "Checks" }
}

/// What fails the run comes first; what passes and is not as it was accepted, before what is borne with.
fn urgency(report: Report<'_>, result: &CheckResult) -> u8 {
    let change = change_of(report, result);
    match (result.outcome, change) {
        (Outcome::Fail, _) => 0,
        (_, Some((change, _))) if is_grave(change) => 1,
        (Outcome::Warn, _) => 2,
        (_, Some(_)) => 3,
        (Outcome::Waived | Outcome::Baseline, None) => 4,
        (Outcome::Pass, None) => 5,
    }
}

/// What of a draft was seen and held against nothing.
fn unheld(report: Report<'_>) -> Markup {
    let unheld = &report.run.unheld;
    html! {
        @if !unheld.is_empty() {
            section #unheld aria-labelledby="unheld-title" {
                h2 #unheld-title { "Seen, and not checked" }
                ul { @for unheld in unheld { (seen(report, unheld)) } }
            }
        }
    }
}

fn seen(report: Report<'_>, unheld: &Unheld) -> Markup {
    html! {
        li { q { (quoted(report.sources.slice(unheld.place))) } " (" (at(report, unheld.place)) "): " (printable(&unheld.why)) }
    }
}

/// The articles, and what made the page.
fn foot(report: Report<'_>) -> Markup {
    let corpus = &report.run.corpus;
    html! {
        footer {
            section #sources aria-labelledby="sources-title" {
                h2 #sources-title { "Sources" }
                @if !report.corpus.documents.is_empty() {
                    (articles(report))
                    p { "Articles of one lineage copy one another, and count as one source." }
                }
            }
            p.made {
                "factum " (env!("CARGO_PKG_VERSION")) ", " (counted(corpus.sentences, "sentence", "sentences")) " read; corpus "
                code { (corpus.digest.chars().take(16).collect::<String>()) }
                ". “Supported” means that the articles say so, not that it is true."
            }
        }
    }
}

/// A row an article; where there is no room for columns, each of its cells has a line. The roles are those that a table has by itself, and
/// would lose there.
fn articles(report: Report<'_>) -> Markup {
    let told = |text: &Option<String>| html! { (text.as_deref().map(printable).unwrap_or_default()) };
    html! {
        table.stack role="table" aria-labelledby="sources-title" {
            thead role="rowgroup" {
                tr role="row" { @for title in SOURCE { th scope="col" role="columnheader" { (title) } } }
            }
            tbody role="rowgroup" {
                @for document in &report.corpus.documents {
                    tr role="row" {
                        th scope="row" role="rowheader" { (printable(&document.id)) }
                        (cell(SOURCE[1], &told(&document.publisher)))
                        (cell(SOURCE[2], &html! { @if let Some(day) = document.published { time datetime=(day) { (day) } } }))
                        (cell(SOURCE[3], &told(&document.title)))
                        (cell(SOURCE[4], &html! { (document.lineage) }))
                    }
                }
            }
        }
    }
}

/// What there is to know of an article.
const SOURCE: [&str; 5] = ["Source", "Publisher", "Published", "Title", "Lineage"];

fn cell(title: &str, text: &Markup) -> Markup {
    html! { td role="cell" data-title=(title) { (text) } }
}
