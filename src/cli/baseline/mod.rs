//! `factum baseline`: the failures that are known and borne with, so that checks can be adopted for old articles.

mod form;

use std::path::Path;

use crate::diag::Diagnostic;
use crate::report::{Form, Manner, Report, counted, render};
use crate::run::{Baseline, Compared, RunResult, Selection, Status};
use crate::source::{Sources, printable};

use super::args::{BaselineArgs, BaselineCommand};
use super::inputs::{Asked, Bearing, Breadth, Inputs, Wanted};
use super::settings::{Loaded, Settings, in_ci, load};
use super::{Failure, check, files, look, note, print, say};

/// Writes the baseline, takes out of it what no longer occurs, or shows it.
pub(super) fn run(args: &BaselineArgs) -> Result<Status, Failure> {
    match args.command {
        BaselineCommand::Write => write(args, Keep::AllThatFails),
        BaselineCommand::Prune => write(args, Keep::WhatOccursStill),
        BaselineCommand::Show => show(args),
    }
}

/// The failures that a file knows, and what is wrong with it; none where there is no such file.
///
/// # Errors
///
/// It is there and cannot be read.
pub(super) fn read(path: &Path, sources: &mut Sources) -> Result<(Baseline, Option<Diagnostic>), Failure> {
    if !files::is_file(path) {
        return Ok((Baseline::default(), None));
    }
    let file = files::add(path, sources)?;
    Ok(match form::read(file, &sources.file(file).text) {
        Ok(baseline) => (baseline, None),
        Err(wrong) => (Baseline::default(), Some(*wrong)),
    })
}

/// What there is to tell of a baseline that is named and is not there.
pub(super) fn missing(settings: &Settings) -> String {
    let path = settings.baseline();
    if settings.names("baseline") && !files::is_file(&path) {
        format!("baseline: there is no `{}`; `factum baseline write` makes it\n", printable(&files::shown(&path)))
    } else {
        String::new()
    }
}

/// What there is to tell of a baseline of which something no longer occurs.
pub(super) fn told(compared: &Compared) -> String {
    match compared.stale.len() {
        0 => String::new(),
        number => {
            let what = counted(number, "failure no longer occurs", "failures no longer occur");
            let them = if number == 1 { "it" } else { "them" };
            format!("baseline: {what}; take {them} out with `factum baseline prune`\n")
        }
    }
}

/// What stays in the file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keep {
    AllThatFails,
    WhatOccursStill,
}

/// Judges the checks, and writes the file anew. In CI nothing is added to it.
fn write(args: &BaselineArgs, keep: Keep) -> Result<Status, Failure> {
    let mut sources = Sources::default();
    let loaded = load(args.settings.given(), &mut sources)?;
    let asked = Asked { today: args.today.date, bearing: Bearing::Borne, wanted: Wanted::Everything, within: None };
    let inputs = Inputs::read(loaded, &|_, _| Ok((Selection::default(), None)), &asked, &mut sources)?;
    let result = inputs.judged(Breadth::Checks, &sources);
    if !matches!(result.gate.status, Status::Passed | Status::Failed) {
        print(&refusal(&inputs, &result, &sources, args)?)?;
        return Ok(result.gate.status);
    }
    let Compared { still, stale, new } = inputs.compared(&result, &sources);
    let added = if keep == Keep::AllThatFails && !in_ci() { new.clone() } else { Baseline::default() };
    let left_out = if keep == Keep::AllThatFails { new.failures.len() - added.failures.len() } else { 0 };
    let counts = [(added.failures.len(), "added"), (stale.len(), "taken out")];
    let whole = still.with(added);
    let path = inputs.settings.baseline();
    let is_there = files::is_file(&path);
    if whole != inputs.known || (keep == Keep::AllThatFails && !is_there && !in_ci()) {
        files::write(&path, &form::written(&whole))?;
    }
    say(&match &files::shown(&path) {
        path if !is_there && in_ci() => format!("there is no {path}, and in CI none is written\n"),
        path => came_to(path, &whole, counts),
    })?;
    if left_out > 0 {
        let what = counted(left_out, "more fails and is", "more fail and are");
        note(&format!("{what} not added: in CI a baseline only shrinks\n"))?;
        return Ok(Status::Failed);
    }
    Ok(Status::Passed)
}

/// `factum.baseline: 12 failures, 3 added, 1 taken out`.
fn came_to(path: &str, whole: &Baseline, counts: [(usize, &str); 2]) -> String {
    let counts = counts.into_iter().filter(|(number, _)| *number > 0);
    let counts: String = counts.map(|(number, what)| format!(", {number} {what}")).collect();
    format!("{path}: {}{counts}\n", counted(whole.failures.len(), "failure", "failures"))
}

/// What keeps a run from being whole; of such a run nothing is written down.
fn refusal(
    inputs: &Inputs,
    result: &RunResult,
    sources: &Sources,
    args: &BaselineArgs,
) -> Result<String, serde_json::Error> {
    let report = Report { run: result, corpus: &inputs.articles.corpus, sources };
    render(report, Form::Concise, &Manner { style: look::style(&args.look), ..Manner::default() })
}

/// Prints what is known, with its age.
fn show(args: &BaselineArgs) -> Result<Status, Failure> {
    let mut sources = Sources::default();
    let Loaded { settings, diagnostics } = load(args.settings.given(), &mut sources)?;
    let (known, wrong) = read(&settings.baseline(), &mut sources)?;
    let loaded = Loaded { diagnostics: diagnostics.into_iter().chain(wrong).collect(), settings };
    let Some(settings) = loaded.sound(&sources, &look::style(&args.look))? else { return Ok(Status::Usage) };
    let path = files::shown(&settings.baseline());
    if !files::is_file(&settings.baseline()) {
        say(&format!("there is no {path}; `factum baseline write` makes one\n"))?;
        return Ok(Status::Passed);
    }
    let today = args.today.date.unwrap_or_else(check::today);
    let mut out = String::new();
    for (failure, since) in &known.failures {
        out.push_str(&format!("{} {}, since {since}\n", failure.code, failure.check));
        failure.says.iter().for_each(|words| out.push_str(&format!("  {words}\n")));
    }
    let oldest = known.failures.values().min().map(|since| {
        let days = since.until(today).map_or(0, |span| span.get_days());
        format!(", the oldest since {since} ({})", counted(days.max(0).unsigned_abs() as usize, "day", "days"))
    });
    let number = counted(known.failures.len(), "failure", "failures");
    out.push_str(&format!("{path}: {number}{}\n", oldest.unwrap_or_default()));
    say(&out)?;
    Ok(Status::Passed)
}
