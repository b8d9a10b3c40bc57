//! `factum coverage`: what of some articles no check holds, for people and for programs.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diag::{Code, Diagnostic, Label, Severity};
use crate::run::{CheckResult, Counts, Cover, Coverage, Cue, CueKind, CueState, Failing, Outcome, Strangers};
use crate::source::Sources;

use super::Report;
use super::human::Detail;
use super::json::{DiagnosticTree, GateTree, HeadTree, PlaceTree, written};
use super::miette::draw;
use super::style::{Ink, Style, counted, thousands, wrap};

/// The version of this form. It changes only where a field had to change its meaning.
const SCHEMA: u32 = 1;

/// What every reporter of a coverage reads.
#[derive(Clone, Copy, Debug)]
pub struct Covered<'a> {
    /// What was found.
    pub coverage: &'a Coverage,
    /// The run, with the articles and all texts.
    pub report: Report<'a>,
}

/// Every article in its order, with what no check holds underlined, and as the last line the figures.
pub fn cover_human(covered: Covered<'_>, style: &Style, detail: Detail) -> String {
    let Covered { coverage, report } = covered;
    let mut out = String::new();
    for diagnostic in &coverage.run.diagnostics {
        out.push_str(&draw(diagnostic, report.sources, style));
        out.push('\n');
    }
    for article in &coverage.articles {
        out.push_str(&of_article(covered, article, style, detail));
    }
    out.push_str(&wrap(&besides(coverage), "", style.width));
    out.push_str(&gate_line(coverage, style));
    if !coverage.articles.is_empty() && !coverage.run.results.is_empty() {
        out.push_str(&wrap(&figures(coverage), "", style.width));
    }
    out
}

/// The heading of an article and its marked lines.
fn of_article(covered: Covered<'_>, article: &Cover, style: &Style, detail: Detail) -> String {
    let sources = covered.report.sources;
    let shown = |cue: &&Cue| match cue.state {
        CueState::Uncovered | CueState::Unread => true,
        CueState::Covered => detail == Detail::Verbose,
    };
    let cues: Vec<&Cue> = article.cues.iter().filter(shown).collect();
    let open = Counts::of(article.cues.iter(), None);
    let Some(first) = cues.first() else { return String::new() };
    let mut out = draw(&head(&open, &sources.file(first.place.file).name), sources, style);
    for group in groups(sources, &cues, style.width) {
        let labels = group.iter().map(|cue| label(covered, cue));
        let block = labels.fold(Diagnostic::warning(Code::Uncovered, ""), Diagnostic::at);
        out.push_str(&draw(&block, sources, style));
    }
    out.push('\n');
    out
}

/// What is said of an article above its lines.
fn head(counts: &Counts, name: &str) -> Diagnostic {
    let uncovered = counts.read - counts.covered;
    let all = format!("the {} numbers, dates, names and quotes of {name}", thousands(counts.read));
    let (severity, mut message) = match uncovered {
        0 => (Severity::Note, format!("checks cover {all}")),
        _ => (Severity::Warning, format!("no check covers {} of {all}", thousands(uncovered))),
    };
    if counts.unread > 0 {
        message.push_str(&format!("; {} more were seen and not read", thousands(counts.unread)));
    }
    Diagnostic::new(Code::Uncovered, severity, message)
}

/// Cues that are drawn together: those of one line, as far as they fit in the width.
fn groups<'a>(sources: &Sources, cues: &[&'a Cue], width: usize) -> Vec<Vec<&'a Cue>> {
    let mut groups: Vec<Vec<&Cue>> = Vec::new();
    let room = u32::try_from(width.saturating_sub(ROOM_AROUND)).unwrap_or(u32::MAX);
    for cue in cues {
        let line = |cue: &Cue| sources.file(cue.place.file).line_column(cue.place.span.start).line;
        let fits = |group: &&mut Vec<&Cue>| {
            group.first().is_some_and(|first| {
                line(first) == line(cue) && cue.place.span.end.saturating_sub(first.place.span.start) <= room
            }) && group.iter().all(|other| !other.place.span.overlaps(cue.place.span))
        };
        match groups.last_mut().filter(fits) {
            Some(group) => group.push(cue),
            None => groups.push(vec![cue]),
        }
    }
    groups
}

/// So many columns are left for what stands around the marked words.
const ROOM_AROUND: usize = 20;

/// An uncovered cue has a bare underline; of the others it is said what they are.
fn label(covered: Covered<'_>, cue: &Cue) -> Label {
    match cue.state {
        CueState::Uncovered => Label::primary(cue.place, ""),
        CueState::Unread => {
            Label::primary(cue.place, cue.unread.map_or(String::new(), |why| format!("not read: {why}")))
        }
        CueState::Covered => Label::secondary(cue.place, lines(covered, cue)),
    }
}

/// The checks that hold a cue, by their places; the first of them where there are many.
fn lines(covered: Covered<'_>, cue: &Cue) -> String {
    let mut places = cue.checks.iter().filter_map(|check| {
        let place = covered.coverage.run.results.get(*check)?.assertion.place;
        let file = covered.report.sources.file(place.file);
        Some(format!("{}:{}", file.name, file.line_column(place.span.start).line))
    });
    let first = places.next().unwrap_or_default();
    match places.count() {
        0 => first,
        more => format!("{first}, {} more", thousands(more)),
    }
}

/// The gate, where something was asked of the figures or there are none.
fn gate_line(coverage: &Coverage, style: &Style) -> String {
    let (ink, word) = match (coverage.gate.passed, coverage.least) {
        (true, None) => return String::new(),
        (true, Some(_)) => (Ink::Green, "passed"),
        (false, _) => (Ink::Red, "failed"),
    };
    format!("gate: {} ({})\n", style.paint(ink, word), coverage.gate.rule)
}

/// What the figures rest on: how many checks, and how many of them do not pass.
fn besides(coverage: &Coverage) -> String {
    let run = &coverage.run;
    let checks = counted(run.results.len(), "check", "checks");
    let on = counted(run.corpus.documents, "article", "articles");
    let failing = run.results.iter().filter(|result| match result.outcome {
        Outcome::Fail | Outcome::Warn => true,
        Outcome::Pass | Outcome::Waived | Outcome::Baseline => false,
    });
    let (number, told) = match coverage.strangers {
        Strangers::Refused => (failing.count(), "not as expected (`factum check` shows them)"),
        // What other articles bear out, or how many of them, cannot be told where they are left out.
        Strangers::LeftOut => {
            let is_against = |result: &&CheckResult| match Failing::of_result(result) {
                Some(Failing::Contradicted | Failing::Disputed) => true,
                Some(Failing::Ambiguous | Failing::Unmentioned | Failing::Unexpected) => false,
                Some(Failing::Quorum | Failing::Stale | Failing::Warn) | None => false,
            };
            (failing.filter(is_against).count(), "contradicted there")
        }
    };
    match number {
        0 => format!("{checks} on {on}"),
        number => format!("{checks} on {on}, {} {told}", thousands(number)),
    }
}

/// `31 of 37 numbers, dates, names and quotes are covered by a check: numbers 12 of 14, dates 5 of 6, …`.
fn figures(coverage: &Coverage) -> String {
    let all = Counts::of(coverage.cues(), None);
    let part = |kind: &CueKind| {
        let counts = Counts::of(coverage.cues(), Some(*kind));
        format!("{} {} of {}", many(*kind), thousands(counts.covered), thousands(counts.read))
    };
    let parts: Vec<String> = CueKind::ALL.iter().map(part).collect();
    let unread = match all.unread {
        0 => String::new(),
        number => format!("; {} seen but not read", thousands(number)),
    };
    let (covered, read) = (thousands(all.covered), thousands(all.read));
    format!("{covered} of {read} numbers, dates, names and quotes are covered by a check: {}{unread}", parts.join(", "))
}

/// What several of a kind are called.
pub(super) fn many(kind: CueKind) -> &'static str {
    match kind {
        CueKind::Number => "numbers",
        CueKind::Date => "dates",
        CueKind::Name => "names",
        CueKind::Quote => "quotes",
    }
}

/// The same as one JSON object, indented, with a line feed at its end.
///
/// # Errors
///
/// None that input can cause; the error is that of the JSON writer.
pub fn cover_json(covered: Covered<'_>) -> serde_json::Result<String> {
    let Covered { coverage, report } = covered;
    let run = &coverage.run;
    let counts = |kind: &CueKind| (many(*kind), CountsTree::new(coverage, Some(*kind)));
    let tree = Tree {
        head: HeadTree::new(SCHEMA, run),
        checks: run.results.len(),
        summary: SummaryTree { all: CountsTree::new(coverage, None), kinds: CueKind::ALL.iter().map(counts).collect() },
        gate: GateTree::new(&coverage.gate),
        diagnostics: DiagnosticTree::of_run(report),
        articles: coverage.articles.iter().map(|article| ArticleTree::new(covered, article)).collect(),
    };
    written(&tree)
}

#[derive(Serialize)]
struct Tree<'a> {
    #[serde(flatten)]
    head: HeadTree<'a>,
    checks: usize,
    summary: SummaryTree,
    gate: GateTree<'a>,
    diagnostics: Vec<DiagnosticTree<'a>>,
    articles: Vec<ArticleTree<'a>>,
}

#[derive(Serialize)]
struct SummaryTree {
    #[serde(flatten)]
    all: CountsTree,
    kinds: BTreeMap<&'static str, CountsTree>,
}

#[derive(Serialize)]
struct CountsTree {
    covered: usize,
    uncovered: usize,
    unread: usize,
}

impl CountsTree {
    fn new(coverage: &Coverage, kind: Option<CueKind>) -> Self {
        let Counts { covered, read, unread } = Counts::of(coverage.cues(), kind);
        Self { covered, uncovered: read - covered, unread }
    }
}

#[derive(Serialize)]
struct ArticleTree<'a> {
    source: &'a str,
    cues: Vec<CueTree<'a>>,
}

impl<'a> ArticleTree<'a> {
    fn new(covered: Covered<'a>, article: &'a Cover) -> Self {
        let cues = article.cues.iter().map(|cue| CueTree::new(covered, cue)).collect();
        Self { source: covered.report.document_id(article.document), cues }
    }
}

#[derive(Serialize)]
struct CueTree<'a> {
    kind: &'static str,
    state: &'static str,
    #[serde(flatten)]
    place: PlaceTree<'a>,
    text: &'a str,
    checks: Vec<&'a str>,
    reason: Option<&'a str>,
}

impl<'a> CueTree<'a> {
    fn new(covered: Covered<'a>, cue: &'a Cue) -> Self {
        let id = |check: &usize| Some(covered.coverage.run.results.get(*check)?.assertion.id.as_str());
        Self {
            kind: match cue.kind {
                CueKind::Number => "number",
                CueKind::Date => "date",
                CueKind::Name => "name",
                CueKind::Quote => "quote",
            },
            state: match cue.state {
                CueState::Covered => "covered",
                CueState::Uncovered => "uncovered",
                CueState::Unread => "unread",
            },
            place: PlaceTree::new(covered.report.sources, cue.place),
            text: covered.report.sources.slice(cue.place),
            checks: cue.checks.iter().filter_map(id).collect(),
            reason: cue.unread,
        }
    }
}
