//! `factum doctor`: what a run would go by, where it comes from, and what stands in its way.
#![expect(clippy::disallowed_methods, reason = "the command line is where the environment is read")]

use std::collections::BTreeMap;
use std::env;

use crate::corpus::{self, Loaded};
use crate::diag::{Diagnostic, Severity};
use crate::report::{Detail, counted, draw};
use crate::run::{Checks, Status};
use crate::source::Sources;

use super::args::DoctorArgs;
use super::settings::{self, Given, Settings, shown, variables_set};
use super::snapshot::{self, Spot};
use super::store::Store;
use super::{Failure, check, files, look, print, say};

/// The variables that change what a run does, besides those that begin as its own do.
const VARIABLES: [&str; 8] = [
    "CI",
    "CLICOLOR_FORCE",
    "FORCE_COLOR",
    "GITHUB_ACTIONS",
    "GITHUB_STEP_SUMMARY",
    "NO_COLOR",
    "RAYON_NUM_THREADS",
    "TERM",
];

/// Prints what was found, then what has to be mended.
pub(super) fn run(args: &DoctorArgs) -> Result<Status, Failure> {
    let mut sources = Sources::default();
    let given =
        Given::new(args.profile.name.as_deref()).paths("corpus", &args.corpus.folders).paths("checks", &args.paths);
    let settings::Loaded { settings, diagnostics: wrong } = settings::load(given, &mut sources)?;
    let checks = check::checks_of(&settings, &mut files::Disk::default(), &mut sources)?;
    let loaded = corpus::load(&settings.corpus(), &mut sources);
    let folder = env::current_dir().map(|folder| files::shown(&folder)).unwrap_or_default();
    let mut lines = vec![
        row("factum", env!("CARGO_PKG_VERSION")),
        row("folder", &folder),
        row("settings", &shown(&settings, &sources, Detail::Verbose)),
        row("checks", &of_checks(&checks, &sources)),
        row("articles", &of_articles(&loaded)),
    ];
    let (snapshots, unread_snapshots) = of_snapshots(&settings)?;
    let (history, unread_history) = of_history(&settings);
    lines.push(row("snapshots", &snapshots));
    lines.push(row("history", &history));
    lines.push(row("variables", &of_environment()));
    say(&lines.concat())?;
    let told: Vec<&Diagnostic> = wrong.iter().chain(&checks.diagnostics).chain(&loaded.diagnostics).collect();
    for diagnostic in &told {
        print(&format!("\n{}", draw(diagnostic, &sources, &look::style(&args.look))))?;
    }
    let no_checks = checks.suite.assertions.is_empty();
    if no_checks {
        say(
            "\nthere is no check: `factum init` begins a project, `factum suggest ARTICLE` writes checks from an article\n",
        )?;
    }
    let broken = told.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    Ok(if broken || no_checks || unread_snapshots || unread_history { Status::Failed } else { Status::Passed })
}

fn row(name: &str, what: &str) -> String {
    let mut lines = what.lines();
    let first = format!("{name:<10} {}\n", lines.next().unwrap_or("none"));
    first + &lines.map(|line| format!("{:<10} {line}\n", "")).collect::<String>()
}

/// How many checks each file has.
fn of_checks(checks: &Checks, sources: &Sources) -> String {
    let mut files: BTreeMap<&str, usize> = BTreeMap::new();
    for assertion in &checks.suite.assertions {
        *files.entry(&sources.file(assertion.place.file).name).or_default() += 1;
    }
    let total = format!(
        "{} in {}",
        counted(checks.suite.assertions.len(), "check", "checks"),
        counted(files.len(), "file", "files")
    );
    let each = files.iter().map(|(file, number)| format!("\n  {file}: {number}"));
    total + &each.collect::<String>()
}

/// How many articles there are, and what was passed over.
fn of_articles(loaded: &Loaded) -> String {
    let documents = &loaded.corpus.documents;
    let lineages = documents.iter().map(|document| document.lineage).max().unwrap_or(0);
    let undated = documents.iter().filter(|document| document.published.is_none()).count();
    let mut told = format!(
        "{} of {}",
        counted(documents.len(), "article", "articles"),
        counted(lineages, "independent lineage", "independent lineages")
    );
    if undated > 0 {
        told.push_str(&format!("\n  {undated} without a date: “on Tuesday” and “last month” stay open there"));
    }
    for (ending, number) in &loaded.passed_over {
        let ending = if ending.is_empty() { "without an ending" } else { ending };
        told.push_str(&format!("\n  passed over, since they are no articles: {number} {ending}"));
    }
    told
}

/// What is pending of snapshots, with those that cannot be read, and whether there are any.
fn of_snapshots(settings: &Settings) -> Result<(String, bool), Failure> {
    let open = snapshot::pending(&settings.checks())?;
    let unread: Vec<String> = open.iter().filter_map(Spot::trouble).map(|failure| failure.to_string()).collect();
    let pending = match open.len() - unread.len() {
        0 => "nothing is pending".to_owned(),
        pending => format!("{} pending: `factum review`", counted(pending, "file is", "files are")),
    };
    let trouble = !unread.is_empty();
    Ok(([pending].into_iter().chain(unread).collect::<Vec<_>>().join("\n  "), trouble))
}

/// What is kept of earlier runs, and whether it cannot be read.
fn of_history(settings: &Settings) -> (String, bool) {
    match Store::of(settings).read() {
        Ok(Some(history)) => (format!("{} in earlier runs", counted(history.checks().len(), "check", "checks")), false),
        Ok(None) => ("no run has been kept here yet".to_owned(), false),
        Err(failure) => (failure.to_string(), true),
    }
}

fn of_environment() -> String {
    let names = VARIABLES.map(str::to_owned).into_iter().chain(variables_set("FACTUM_"));
    let mut set: Vec<String> = names.filter_map(|name| Some(format!("{name}={}", env::var(&name).ok()?))).collect();
    set.sort();
    if set.is_empty() { "none that matters is set".to_owned() } else { set.join("\n") }
}
