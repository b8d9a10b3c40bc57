//! `factum check`.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::diag::{Diagnostic, Severity};
use crate::report::{Form, Report, Tried, against_human, against_json, counted};
use crate::review::{Day, standings};
use crate::run::{Articles, Checks, RunResult, Scope, Status, Terms, Trials, against_itself, read_checks};
use crate::source::Sources;

use super::args::{CheckArgs, SnapshotMode};
use super::earlier::Ground;
use super::files::Disk;
use super::inputs::{Asked, Bearing, Inputs, Wanted};
use super::progress::Progress;
use super::settings::{Settings, in_ci, load};
use super::store::Store;
use super::{Failure, baseline, files, look, note, output, print, print_json, refuse, snapshot};

/// Judges the checks, prints the report, and gives the exit status.
pub(super) fn run(args: &CheckArgs) -> Result<Status, Failure> {
    let mut sources = Sources::default();
    let progress = Progress::begin("reading checks and articles");
    let given = args.settings.given().count("gate.min-checks", args.min_checks.number);
    let most_failures = args.max_fail.map(|most| most as usize).or(args.exit_first.then_some(1));
    let bearing = if args.no_baseline || args.against_itself { Bearing::Failing } else { Bearing::Borne };
    let loaded = load(given.clone(), &mut sources)?;
    let asked = Asked { today: args.today.date, bearing, wanted: Wanted::Everything, within: None };
    let select = |inputs: &Inputs, sources: &Sources| {
        let (only, whole) = Ground { given: &given, inputs, asked: &asked, sources }.only(&args.select)?;
        Ok((args.select.selection(only, most_failures), whole))
    };
    let inputs = Inputs::read(loaded, &select, &asked, &mut sources)?;
    if let Some(misplaced) = output::misplaced(&args.output, &inputs.settings, &sources) {
        refuse(&misplaced)?;
        return Ok(Status::Usage);
    }
    if args.against_itself {
        progress.goes_on("trying each check with articles that say something else".to_owned());
        let Inputs { checks, articles, terms, .. } = inputs;
        let mut trials = against_itself(checks, &articles, terms);
        trials.gate = args.end.of(trials.gate);
        drop(progress);
        return tell_trials(args, &trials, &articles, &sources);
    }
    progress.goes_on(format!(
        "judging {} on {}",
        counted(inputs.checks.suite.assertions.len(), "check", "checks"),
        counted(inputs.articles.corpus.documents.len(), "article", "articles")
    ));
    let mut result = inputs.judged(args.output.breadth(), &sources);
    drop(progress);
    let known = inputs.compared(&result, &sources);
    // A snapshot that cannot be read keeps no report back.
    let (told, unread) = match compared(args, &mut result, &inputs, &mut sources) {
        Ok(compared) => compared,
        Err(failure) => (String::new(), vec![failure]),
    };
    if in_ci() && !args.allow_stale_baseline {
        result.gate = result.gate.with_stale_baseline(known.stale.len());
    }
    result.gate = args.end.of(result.gate);
    let written = output::write(inputs.report(&result, &sources), &inputs.settings, &args.output, &args.look);
    if written.is_err() || !unread.is_empty() {
        result.gate = result.gate.incomplete();
    }
    let report = inputs.report(&result, &sources);
    output::show(report, &inputs.settings, &args.output, &args.look)?;
    keep(args, &inputs, report)?;
    written?;
    note(&told)?;
    note(&baseline::told(&known))?;
    note(&if args.no_baseline { String::new() } else { baseline::missing(&inputs.settings) })?;
    for failure in unread {
        refuse(&failure.to_string())?;
    }
    // The program ends here: nobody waits for what was read to be taken apart.
    Ok(std::mem::ManuallyDrop::new((result, inputs)).0.gate.status)
}

/// Keeps how the checks stand. What a run that is not whole, or one on other articles or under other rules, says of a check is no turn of it.
fn keep(args: &CheckArgs, inputs: &Inputs, report: Report<'_>) -> Result<(), Failure> {
    let is_whole =
        matches!(report.run.gate.status, Status::Passed | Status::Failed) || nothing_left(report.run, inputs);
    let is_own = inputs.settings.has_own_verdicts() && !args.no_baseline && !args.today.is_of_one_run();
    if is_whole && is_own {
        let checks = inputs.settings.checks();
        let all = (inputs.scope(report.run) == Scope::Whole).then_some(&checks[..]);
        let today = Day { date: inputs.terms.today, is_set: args.today.date.is_some() };
        Store::of(&inputs.settings).record(standings(report), all, today)?;
    }
    Ok(())
}

/// Whether the check files, all of them read, have lost all their checks.
fn nothing_left(result: &RunResult, inputs: &Inputs) -> bool {
    result.gate.status == Status::Nothing && inputs.checks.is_empty()
}

/// What there is to tell of snapshots beside the report, and those that could not be read or written.
type Told = (String, Vec<Failure>);

/// Holds the run against its snapshots, where that is asked for. A run that is not whole has nothing to compare; one of check files that
/// have lost all their checks has.
fn compared(args: &CheckArgs, result: &mut RunResult, inputs: &Inputs, sources: &mut Sources) -> Result<Told, Failure> {
    let Some(mode) = snapshot::mode(args.snapshot) else { return Ok(Told::default()) };
    let nothing_left = nothing_left(result, inputs);
    if !nothing_left && !matches!(result.gate.status, Status::Passed | Status::Failed) {
        return Ok(("snapshots: not looked at, since the run is not whole\n".to_owned(), Vec::new()));
    }
    let mut compared = snapshot::compare(inputs.report(result, sources), &inputs.settings.checks())?;
    result.differences = compared.differences(mode, sources)?;
    if mode == SnapshotMode::Check {
        // A failed gate may be only reported; that nothing was checked stays what it is.
        let changes = if nothing_left && args.end.exit_zero { 0 } else { result.differences.len() };
        result.gate = result.gate.clone().with_changes(changes);
    } else if let Err(failure) = compared.leave() {
        compared.failures.push(failure);
    }
    Ok((compared.told(mode), compared.failures))
}

/// Prints what became of the checks on articles that say something else, and gives the exit status.
fn tell_trials(args: &CheckArgs, trials: &Trials, articles: &Articles, sources: &Sources) -> Result<Status, Failure> {
    let report = Report { run: &trials.run, corpus: &articles.corpus, sources };
    let tried = Tried { trials, report };
    match args.output.format {
        Form::Json => print_json(&against_json(tried)?)?,
        _ => print(&against_human(tried, &look::style(&args.look)))?,
    }
    Ok(trials.gate.status)
}

/// The checks of a project, under its settings.
pub(super) fn checks_of(settings: &Settings, library: &mut Disk, sources: &mut Sources) -> Result<Checks, Failure> {
    let found = files::read(&settings.checks(), sources)?;
    let read = read_checks(sources, &found.files, library);
    // A line that cannot be read may be the one that a setting is about.
    let is_broken = |found: &[Diagnostic]| found.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    let is_whole = !is_broken(&found.diagnostics) && !is_broken(&read.diagnostics);
    let idle = if is_whole { settings.idle(&read) } else { Vec::new() };
    let diagnostics = found.diagnostics.into_iter().chain(read.diagnostics).chain(idle).collect();
    Ok(Checks { diagnostics, ..read }.under(&settings.customs()))
}

/// What a run goes by; today is what the clock says unless told.
pub(super) fn terms(settings: &Settings, today: Option<Date>) -> Terms {
    Terms { policy: settings.policy(), today: today.unwrap_or_else(self::today), rules: settings.rules() }
}

/// Today as the clock has it.
#[expect(clippy::disallowed_methods, reason = "the command line is where the clock is read")]
pub(super) fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
}
