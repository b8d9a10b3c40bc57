//! What earlier runs, or another revision, have to say of which checks are meant.

use std::path::PathBuf;

use crate::report::Report;
use crate::review::{Standings, changed, standings};
use crate::run::{Articles, Checks, Only, Terms, run as judge_all};
use crate::source::Sources;

use super::settings::Settings;
use super::store::Store;
use super::{Failure, articles, check, note, revision};

/// The checks that failed when they were last run. Where no run is known, all are meant.
pub(super) fn last_failed(settings: &Settings) -> Result<Option<Only>, Failure> {
    let history = Store::of(settings).read()?;
    if history.is_none() {
        note(UNKNOWN)?;
    }
    Ok(history.map(|history| Only { checks: history.failed(), because: "failed when it was last run".to_owned() }))
}

/// Where nothing is kept of earlier runs.
const UNKNOWN: &str = "no run has been kept here yet, so every check is meant\n";

/// What a run goes by, here and in another revision.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    /// Where checks and articles are.
    pub settings: &'a Settings,
    /// How they are judged.
    pub terms: Terms,
}

impl Ground<'_> {
    /// The checks that have changed since a revision of git, or since the run before where none is named. Where no run is known, all are
    /// meant.
    pub fn changed(
        self,
        since: &str,
        checks: &Checks,
        articles: &Articles,
        sources: &Sources,
    ) -> Result<Option<Only>, Failure> {
        let (before, since) = if since.is_empty() {
            let Some(history) = Store::of(self.settings).read()? else {
                note(UNKNOWN)?;
                return Ok(None);
            };
            (history.standings(), "the run before".to_owned())
        } else {
            (self.at(since)?, format!("`{since}`"))
        };
        let now = self.standings(checks.clone(), articles, sources);
        Ok(Some(Only { checks: changed(&before, &now), because: format!("has changed since {since}") }))
    }

    /// How the checks stood in a revision.
    fn at(self, revision: &str) -> Result<Standings, Failure> {
        let (checks, folders) = (self.settings.checks(), self.settings.corpus());
        let paths: Vec<PathBuf> = checks.iter().chain(&folders).cloned().collect();
        revision::within(revision, &paths, || {
            let mut sources = Sources::default();
            let checks = check::checks(&checks, &mut sources)?.under(&self.settings.customs());
            let articles = articles::load(&folders, &mut sources);
            Ok(self.standings(checks, &articles, &sources))
        })
    }

    fn standings(self, checks: Checks, articles: &Articles, sources: &Sources) -> Standings {
        let run = judge_all(checks, articles, self.terms);
        standings(Report { run: &run, corpus: &articles.corpus, sources })
    }
}
