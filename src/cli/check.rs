//! `factum check`.

use std::path::PathBuf;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::report::{Form, Report, Tried, against_human, against_json};
use crate::run::{Articles, Checks, RunResult, Status, Terms, against_itself, read_checks};
use crate::source::Sources;

use super::args::{CheckArgs, SnapshotMode};
use super::inputs::{Inputs, Known};
use super::settings::{Given, Settings, in_ci, load};
use super::{Failure, baseline, files, look, note, output, print, snapshot};

/// Judges the checks, prints the report, and gives the exit status.
pub(super) fn run(args: &CheckArgs) -> Result<Status, Failure> {
    let mut sources = Sources::default();
    let given = Given::new(args.profile.name.as_deref())
        .paths("corpus", &args.corpus.folders)
        .paths("checks", &args.paths)
        .text("policy", args.policy.name.as_deref())
        .words("gate.fail-on", &args.gate.fail_on.words)
        .count("gate.min-checks", args.min_checks.number)
        .count("quorum", args.quorum.number);
    let known = if args.no_baseline || args.against_itself { Known::Failing } else { Known::Borne };
    let selection = args.select.selection(args.max_fail.map(|most| most as usize).or(args.exit_first.then_some(1)));
    let loaded = load(given, &mut sources)?;
    let inputs = Inputs::read(loaded, &selection, args.today, known, &mut sources)?;
    if args.against_itself {
        return try_all(args, inputs, &sources);
    }
    let mut result = inputs.judged(&sources);
    let known = inputs.compared(&result, &sources);
    // A snapshot that cannot be read keeps no report back.
    let compared = compared(args, &mut result, &inputs.articles, &sources);
    if in_ci() && !args.allow_stale_baseline {
        result.gate = result.gate.with_stale_baseline(known.stale.len());
    }
    result.gate = args.gate.of(result.gate);
    let report = Report { run: &result, corpus: &inputs.articles.corpus, sources: &sources };
    output::write(report, &args.output, &args.look)?;
    note(&compared?)?;
    note(&baseline::told(&known))?;
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

/// Tries the checks with articles that say something else, prints the report, and gives the exit status.
fn try_all(args: &CheckArgs, inputs: Inputs, sources: &Sources) -> Result<Status, Failure> {
    let Inputs { checks, articles, terms, .. } = inputs;
    let mut trials = against_itself(checks, &articles, terms);
    trials.gate = args.gate.of(trials.gate);
    let report = Report { run: &trials.run, corpus: &articles.corpus, sources };
    let tried = Tried { trials: &trials, report };
    print(&if args.output.format == Form::Json {
        against_json(tried)?
    } else {
        against_human(tried, &look::style(&args.look))
    })?;
    Ok(trials.gate.status)
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
