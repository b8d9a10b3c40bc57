//! `factum check`.

use std::path::PathBuf;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::report::{Form, Report, Tried, against_human, against_json, counted};
use crate::review::standings;
use crate::run::{
    Articles, Checks, RunResult, Status, Terms, Trials, against_itself, read_checks, run as judge_all, survey,
};
use crate::source::Sources;

use super::args::{CheckArgs, SnapshotMode};
use super::earlier::Ground;
use super::progress::Progress;
use super::settings::{self, Given, Loaded, Settings};
use super::store::Store;
use super::{Failure, articles, earlier, files, look, note, output, print, snapshot};

/// Judges the checks, prints the report, and gives the exit status.
pub(super) fn run(args: &CheckArgs) -> Result<Status, Failure> {
    let mut sources = Sources::default();
    let progress = Progress::begin("reading checks and articles");
    let given = Given::new(args.profile.name.as_deref())
        .paths("corpus", &args.corpus.folders)
        .paths("checks", &args.paths)
        .text("policy", args.policy.name.as_deref())
        .words("gate.fail-on", &args.gate.fail_on.words)
        .count("gate.min-checks", args.min_checks.number);
    let Loaded { settings, diagnostics } = settings::load(given, &mut sources)?;
    let (checks, articles) = if diagnostics.is_empty() {
        inputs(args, &settings, &mut sources)?
    } else {
        (Checks { diagnostics, ..Checks::default() }, Articles::default())
    };
    let terms = terms(&settings, args.today);
    if args.against_itself {
        progress.goes_on("trying each check with articles that say something else".to_owned());
        let mut trials = against_itself(checks, &articles, terms);
        trials.gate = args.gate.of(trials.gate);
        drop(progress);
        return tell_trials(args, &trials, &articles, &sources);
    }
    progress.goes_on(format!(
        "judging {} on {}",
        counted(checks.suite.assertions.len(), "check", "checks"),
        counted(articles.corpus.documents.len(), "article", "articles")
    ));
    let judge = if args.output.show_background() { survey } else { judge_all };
    let mut result = judge(checks, &articles, terms);
    drop(progress);
    // A snapshot that cannot be read keeps no report back.
    let compared = compared(args, &mut result, &articles, &sources);
    result.gate = args.gate.of(result.gate);
    let report = Report { run: &result, corpus: &articles.corpus, sources: &sources };
    output::write(report, &args.output, &args.look)?;
    Store::of(&settings).record(standings(report), terms.today)?;
    note(&compared?)?;
    Ok(result.gate.status)
}

/// Holds the run against its snapshots, where that is asked for, and gives what there is to tell. A run that is not whole has nothing to
/// compare.
fn compared(
    args: &CheckArgs,
    result: &mut RunResult,
    articles: &Articles,
    sources: &Sources,
) -> Result<String, Failure> {
    let Some(mode) = snapshot::mode(args.snapshot) else { return Ok(String::new()) };
    if !matches!(result.gate.status, Status::Passed | Status::Failed) {
        return Ok("snapshots: not looked at, since the run is not whole\n".to_owned());
    }
    let report = Report { run: result, corpus: &articles.corpus, sources };
    let compared = snapshot::compare(report, mode)?;
    if mode == SnapshotMode::Check {
        result.gate = result.gate.clone().with_changes(compared.pending());
    }
    Ok(compared.told(mode))
}

/// Prints what became of the checks on articles that say something else, and gives the exit status.
fn tell_trials(args: &CheckArgs, trials: &Trials, articles: &Articles, sources: &Sources) -> Result<Status, Failure> {
    let report = Report { run: &trials.run, corpus: &articles.corpus, sources };
    let tried = Tried { trials, report };
    print(&if args.output.format == Form::Json {
        against_json(tried)?
    } else {
        against_human(tried, &look::style(&args.look))
    })?;
    Ok(trials.gate.status)
}

/// The check files and the articles.
fn inputs(args: &CheckArgs, settings: &Settings, sources: &mut Sources) -> Result<(Checks, Articles), Failure> {
    let most_failures = args.max_fail.map(|most| most as usize).or(args.exit_first.then_some(1));
    let checks = checks(&settings.checks(), sources)?;
    let articles = articles::load(&settings.corpus(), sources);
    let ground = Ground { settings, terms: terms(settings, args.today) };
    let only = match (&args.changed, args.select.last_failed) {
        (Some(since), _) => ground.changed(since, &checks, &articles, sources)?,
        (None, true) => earlier::last_failed(settings)?,
        (None, false) => None,
    };
    Ok((checks.select(&args.select.selection(only, most_failures), sources), articles))
}

/// What check files say, with what there is to tell of their paths and of themselves.
pub(super) fn checks(paths: &[PathBuf], sources: &mut Sources) -> Result<Checks, Failure> {
    let found = files::read(paths, sources)?;
    let read = read_checks(sources, &found.files, &mut files::Disk);
    Ok(Checks { diagnostics: found.diagnostics.into_iter().chain(read.diagnostics).collect(), ..read })
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
