//! `factum check`.

use std::path::PathBuf;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::report::{Detail, Report, Tried, against_human, against_json, human, json};
use crate::run::{Articles, Checks, Status, Terms, against_itself, read_checks, run as judge_all};
use crate::source::Sources;
use crate::value::Policy;

use super::args::{CheckArgs, PolicyName, ReportFormat};
use super::{Failure, articles, config, files, look, print};

/// Judges the checks, prints the report, and gives the exit status.
pub(super) fn run(args: &CheckArgs) -> Result<Status, Failure> {
    let mut sources = Sources::default();
    let (checks, articles) = match config::refusal() {
        Some(refusal) => (Checks { diagnostics: vec![refusal], ..Checks::default() }, Articles::default()),
        None => inputs(args, &mut sources)?,
    };
    if args.against_itself {
        return try_all(args, checks, &articles, &sources);
    }
    let result = judge_all(checks, &articles, terms(args.policy, args.today));
    let report = Report { run: &result, corpus: &articles.corpus, sources: &sources };
    let text = match args.format {
        ReportFormat::Human => human(report, &look::style(&args.look), detail(args)),
        ReportFormat::Json => json(report)?,
    };
    print(&text)?;
    Ok(result.gate.status)
}

/// Tries the checks with articles that say something else, prints the report, and gives the exit status.
fn try_all(args: &CheckArgs, checks: Checks, articles: &Articles, sources: &Sources) -> Result<Status, Failure> {
    let trials = against_itself(checks, articles, terms(args.policy, args.today));
    let report = Report { run: &trials.run, corpus: &articles.corpus, sources };
    let tried = Tried { trials: &trials, report };
    print(&match args.format {
        ReportFormat::Human => against_human(tried, &look::style(&args.look)),
        ReportFormat::Json => against_json(tried)?,
    })?;
    Ok(trials.gate.status)
}

/// The check files and the articles.
fn inputs(args: &CheckArgs, sources: &mut Sources) -> Result<(Checks, Articles), Failure> {
    Ok((checks(&args.paths, sources)?, articles::load(&args.corpus.folders, sources)))
}

/// What check files say, with what there is to tell of their paths and of themselves.
pub(super) fn checks(paths: &[PathBuf], sources: &mut Sources) -> Result<Checks, Failure> {
    let found = files::read(paths, sources)?;
    let Checks { suite, diagnostics } = read_checks(sources, &found.files, &mut files::Disk);
    Ok(Checks { suite, diagnostics: found.diagnostics.into_iter().chain(diagnostics).collect() })
}

fn detail(args: &CheckArgs) -> Detail {
    if args.verbose { Detail::Verbose } else { Detail::Brief }
}

/// What a run goes by; today is what the clock says unless told.
pub(super) fn terms(policy: PolicyName, today: Option<Date>) -> Terms {
    let policy = match policy {
        PolicyName::Reported => Policy::Reported,
        PolicyName::Literal => Policy::Literal,
    };
    Terms { policy, today: today.unwrap_or_else(self::today) }
}

/// Today as the clock has it.
#[expect(clippy::disallowed_methods, reason = "the command line is where the clock is read")]
pub(super) fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
}
