//! `factum check --against-itself`: how many changes of the articles each check notices, for people and for programs.

use serde::Serialize;

use crate::corpus::{Edit, edited};
use crate::diag::{Code, Diagnostic, Label};
use crate::run::{Change, CheckResult, MutantKind, Trial, Trials, Unnoticed};
use crate::source::{Place, SourceFile, Sources, Span, printable};

use super::Report;
use super::json::{DiagnosticTree, GateTree, HeadTree, PlaceTree, SourceTree, written};
use super::miette::draw;
use super::style::{Ink, Style, counted, thousands, wrap};

/// The version of this form. It changes only where a field had to change its meaning.
const SCHEMA: u32 = 1;

/// So many changed passages of one change are drawn; the others are counted.
const MOST_DRAWN: usize = 2;

/// What every reporter of trials reads.
#[derive(Clone, Copy, Debug)]
pub struct Tried<'a> {
    /// What came of them.
    pub trials: &'a Trials,
    /// The run, with the articles and all texts.
    pub report: Report<'a>,
}

impl<'a> Tried<'a> {
    fn each(self) -> impl Iterator<Item = (&'a CheckResult, &'a Trial)> {
        self.trials.run.results.iter().zip(&self.trials.trials)
    }
}

/// Every change that was not noticed as one diagnostic, then a line for each check, the totals, and the gate.
pub fn against_human(tried: Tried<'_>, style: &Style) -> String {
    let mut out = String::new();
    for diagnostic in &tried.trials.run.diagnostics {
        out.push_str(&draw(diagnostic, tried.report.sources, style));
        out.push('\n');
    }
    for (result, trial) in tried.each() {
        for unnoticed in unnoticed(trial) {
            out.push_str(&scene(tried, result, unnoticed, style));
            out.push('\n');
        }
    }
    for (result, trial) in tried.each() {
        out.push_str(&line(tried, result, trial, style));
    }
    if !tried.trials.trials.is_empty() {
        out.push_str(&wrap(&totals(tried), "", style.width));
    }
    let gate = &tried.trials.gate;
    let (ink, word) = if gate.passed { (Ink::Green, "passed") } else { (Ink::Red, "failed") };
    out.push_str(&format!("gate: {} ({})\n", style.paint(ink, word), gate.rule));
    out
}

fn unnoticed(trial: &Trial) -> &[Unnoticed] {
    match trial {
        Trial::Tried { unnoticed, .. } => unnoticed,
        Trial::Failing | Trial::Untried(_) => &[],
    }
}

/// The check, the passage as it is, and the passage with which the check passes as well.
fn scene(tried: Tried<'_>, result: &CheckResult, unnoticed: &Unnoticed, style: &Style) -> String {
    let mut sources = Sources::default();
    let mut own = |place: Place| Place { file: sources.add(tried.report.sources.file(place.file).clone()), ..place };
    let label = Label::primary(own(result.assertion.place), "passes all the same");
    let mut diagnostic = Diagnostic::warning(Code::WeakCheck, message(tried, unnoticed)).at(label);
    for change in unnoticed.changes.iter().take(MOST_DRAWN) {
        let file = tried.report.sources.file(change.place.file);
        let line = file.line_column(change.place.span.start).line;
        let id = printable(tried.report.document_id(change.document));
        let before = Place { file: sources.add(file.clone()), ..change.place };
        let (text, span) = after(file, change, &unnoticed.changes);
        let after = Place { file: sources.add(SourceFile::new(file.name.as_str(), text)), span };
        let labels = [
            Label::secondary(before, "").titled(format!("{id}, line {line}, says")),
            Label::secondary(after, "").titled(format!("{id}, line {line}, was read as")),
        ];
        diagnostic.labels.extend(labels);
    }
    let more = unnoticed.changes.len().saturating_sub(MOST_DRAWN);
    if more > 0 {
        diagnostic = diagnostic.note(format!("changed likewise in {}", counted(more, "more place", "more places")));
    }
    draw(&diagnostic.help(help(unnoticed.kind)), &sources, style)
}

/// The text of a file after all changes in it, and where one of them stands then.
fn after(file: &SourceFile, change: &Change, all: &[Change]) -> (String, Span) {
    let own: Vec<&Change> = all.iter().filter(|other| other.place.file == change.place.file).collect();
    let edits: Vec<Edit> =
        own.iter().map(|other| Edit { span: other.place.span, words: other.words.clone() }).collect();
    let (text, spans) = edited(&file.text, &edits);
    let at = own.iter().position(|other| *other == change).and_then(|at| spans.get(at));
    (text, at.copied().unwrap_or_default())
}

/// `the check still passes with “$7 billion” for “$5 billion”`.
fn message(tried: Tried<'_>, unnoticed: &Unnoticed) -> String {
    let Some(first) = unnoticed.changes.first() else { return "the check still passes".to_owned() };
    let old = tried.report.sources.slice(first.place);
    match unnoticed.kind {
        MutantKind::Denial => "the check still passes where the passage denies it".to_owned(),
        MutantKind::Number | MutantKind::Unit | MutantKind::Date | MutantKind::Name | MutantKind::Quote => {
            format!("the check still passes with “{}” for “{old}”", first.words.trim())
        }
    }
}

fn help(kind: MutantKind) -> &'static str {
    match kind {
        MutantKind::Number => "assert the value that the article has, with `==`",
        MutantKind::Unit => "assert the unit, or declare a measure that has this one",
        MutantKind::Date => {
            "assert the date with the qualifier that the article has it for (`by`, `in`, `on`, `announced`)"
        }
        MutantKind::Name => "name it as the article does, or ask for it (`in`, `with`, `to`, `said by`)",
        MutantKind::Quote => "quote the words as they were said, the whole sentence",
        MutantKind::Denial => "write the sentence as a `claim` beside the check",
    }
}

/// `  4 of 5 noticed  checks/bridge.check:2 Bridge length == 1_200 m`.
fn line(tried: Tried<'_>, result: &CheckResult, trial: &Trial, style: &Style) -> String {
    let (ink, what, why) = match trial {
        Trial::Failing => (Ink::Yellow, "not tried".to_owned(), Some("it does not pass".to_owned())),
        Trial::Untried(why) => (Ink::Yellow, "not tried".to_owned(), Some(why.clone())),
        Trial::Tried { made, unnoticed } => {
            let ink = if unnoticed.is_empty() { Ink::Green } else { Ink::Red };
            (ink, format!("{} of {made} noticed", made - unnoticed.len()), None)
        }
    };
    let place = result.assertion.place;
    let file = tried.report.sources.file(place.file);
    let at = format!("{}:{}", printable(&file.name), file.line_column(place.span.start).line);
    let why = why.map_or(String::new(), |why| format!(" ({why})"));
    let text = printable(&result.assertion.text);
    format!("  {} {} {text}{why}\n", style.paint(ink, &format!("{what:16}")), style.paint(Ink::Dim, &at))
}

/// Totals over all checks.
struct Totals {
    tried: usize,
    weak: usize,
    made: usize,
    unnoticed: usize,
}

impl Totals {
    fn new(tried: Tried<'_>) -> Self {
        let mut totals = Self { tried: 0, weak: 0, made: 0, unnoticed: 0 };
        for trial in &tried.trials.trials {
            match trial {
                Trial::Failing | Trial::Untried(_) => {}
                Trial::Tried { made, unnoticed } => {
                    totals.tried += 1;
                    totals.weak += usize::from(!unnoticed.is_empty());
                    totals.made += made;
                    totals.unnoticed += unnoticed.len();
                }
            }
        }
        totals
    }
}

/// `81 checks: 50 tried with 240 changes, 232 noticed; 5 weak, 31 not tried`.
fn totals(tried: Tried<'_>) -> String {
    let Totals { tried: number, weak, made, unnoticed } = Totals::new(tried);
    let checks = counted(tried.trials.trials.len(), "check", "checks");
    let changes = counted(made, "change", "changes");
    let rest = tried.trials.trials.len() - number;
    format!(
        "{checks}: {} tried with {changes}, {} noticed; {} weak, {} not tried",
        thousands(number),
        thousands(made - unnoticed),
        thousands(weak),
        thousands(rest)
    )
}

/// The same as one JSON object, indented, with a line feed at its end.
///
/// # Errors
///
/// None that input can cause; the error is that of the JSON writer.
pub fn against_json(tried: Tried<'_>) -> serde_json::Result<String> {
    let run = &tried.trials.run;
    let Totals { tried: number, weak, made, unnoticed } = Totals::new(tried);
    let tree = Tree {
        head: HeadTree::new(SCHEMA, run),
        summary: SummaryTree { checks: run.results.len(), tried: number, weak, changes: made, unnoticed },
        gate: GateTree::new(&tried.trials.gate),
        diagnostics: DiagnosticTree::of_run(tried.report),
        results: tried.each().map(|(result, trial)| ResultTree::new(tried, result, trial)).collect(),
    };
    written(&tree)
}

#[derive(Serialize)]
struct Tree<'a> {
    #[serde(flatten)]
    head: HeadTree<'a>,
    summary: SummaryTree,
    gate: GateTree<'a>,
    diagnostics: Vec<DiagnosticTree<'a>>,
    results: Vec<ResultTree<'a>>,
}

#[derive(Serialize)]
struct SummaryTree {
    checks: usize,
    tried: usize,
    weak: usize,
    changes: usize,
    unnoticed: usize,
}

#[derive(Serialize)]
struct ResultTree<'a> {
    id: &'a str,
    #[serde(flatten)]
    place: PlaceTree<'a>,
    assertion: &'a str,
    state: &'static str,
    reason: Option<&'a str>,
    changes: usize,
    unnoticed: Vec<UnnoticedTree<'a>>,
}

impl<'a> ResultTree<'a> {
    fn new(tried: Tried<'a>, result: &'a CheckResult, trial: &'a Trial) -> Self {
        let (state, reason, changes) = match trial {
            Trial::Failing => ("failing", None, 0),
            Trial::Untried(why) => ("untried", Some(why.as_str()), 0),
            Trial::Tried { made, unnoticed } if unnoticed.is_empty() => ("strong", None, *made),
            Trial::Tried { made, .. } => ("weak", None, *made),
        };
        let assertion = &result.assertion;
        Self {
            id: &assertion.id,
            place: PlaceTree::new(tried.report.sources, assertion.place),
            assertion: &assertion.text,
            state,
            reason,
            changes,
            unnoticed: unnoticed(trial).iter().map(|unnoticed| UnnoticedTree::new(tried, unnoticed)).collect(),
        }
    }
}

#[derive(Serialize)]
struct UnnoticedTree<'a> {
    kind: &'static str,
    places: Vec<ChangeTree<'a>>,
}

impl<'a> UnnoticedTree<'a> {
    fn new(tried: Tried<'a>, unnoticed: &'a Unnoticed) -> Self {
        let kind = match unnoticed.kind {
            MutantKind::Number => "number",
            MutantKind::Unit => "unit",
            MutantKind::Date => "date",
            MutantKind::Name => "name",
            MutantKind::Quote => "quote",
            MutantKind::Denial => "denial",
        };
        Self { kind, places: unnoticed.changes.iter().map(|change| ChangeTree::new(tried, change)).collect() }
    }
}

#[derive(Serialize)]
struct ChangeTree<'a> {
    #[serde(flatten)]
    place: SourceTree<'a>,
    text: &'a str,
    replacement: &'a str,
}

impl<'a> ChangeTree<'a> {
    fn new(tried: Tried<'a>, change: &'a Change) -> Self {
        Self {
            place: SourceTree::new(tried.report, change.document, change.place),
            text: tried.report.sources.slice(change.place),
            replacement: &change.words,
        }
    }
}
