//! What earlier runs, or another revision, have to say of which checks are meant.

use std::path::PathBuf;

use crate::report::Report;
use crate::review::{Standings, changed, standings};
use crate::run::{Articles, Checks, Only, run as judge_all};
use crate::source::Sources;

use super::args::{CheckArgs, SelectArgs};
use super::{Failure, articles, check, note, revision, store};

/// The checks that failed when they were last run, where those are asked for. Where no run is known, all are meant.
pub(super) fn last_failed(select: &SelectArgs) -> Result<Option<Only>, Failure> {
    if !select.last_failed {
        return Ok(None);
    }
    match store::read()? {
        Some(history) => Ok(Some(Only { checks: history.failed(), because: "failed when it was last run".to_owned() })),
        None => {
            note("no run has been kept here yet, so every check is meant\n")?;
            Ok(None)
        }
    }
}

/// The checks that have changed, where those are asked for.
pub(super) fn changes(
    args: &CheckArgs,
    checks: &Checks,
    articles: &Articles,
    sources: &Sources,
) -> Result<Option<Only>, Failure> {
    let (before, since) = match args.changed.as_deref() {
        None => return Ok(None),
        Some("") => match store::read()? {
            Some(history) => (history.standings(), "the run before".to_owned()),
            None => {
                note("no run has been kept here yet, so every check is meant\n")?;
                return Ok(None);
            }
        },
        Some(rev) => (at(rev, args)?, format!("`{rev}`")),
    };
    let now = standing(args, checks.clone(), articles, sources);
    Ok(Some(Only { checks: changed(&before, &now), because: format!("has changed since {since}") }))
}

/// How the checks stood in a revision.
fn at(rev: &str, args: &CheckArgs) -> Result<Standings, Failure> {
    let paths: Vec<PathBuf> = args.paths.iter().chain(&args.corpus.folders).cloned().collect();
    revision::within(rev, &paths, || {
        let mut sources = Sources::default();
        let checks = check::checks(&args.paths, &mut sources)?;
        let articles = articles::load(&args.corpus.folders, &mut sources);
        Ok(standing(args, checks, &articles, &sources))
    })
}

fn standing(args: &CheckArgs, checks: Checks, articles: &Articles, sources: &Sources) -> Standings {
    let run = judge_all(checks, articles, check::terms(args.policy, args.today));
    standings(Report { run: &run, corpus: &articles.corpus, sources })
}
