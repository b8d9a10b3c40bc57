//! What earlier runs, or another revision, have to say of which checks are meant.

use std::path::PathBuf;

use crate::report::Report;
use crate::review::{Standings, changed, standings};
use crate::run::{Only, Selection};
use crate::source::Sources;

use super::inputs::{Bearing, Breadth, Inputs};
use super::settings::{Given, Settings, load};
use super::store::Store;
use super::{Failure, files, note, revision};

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

/// A run, here and in another revision.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    /// What the command line says of settings.
    pub given: &'a Given<'a>,
    /// What it comes to here.
    pub inputs: &'a Inputs,
    /// Whether failures of the baseline are borne with.
    pub bearing: Bearing,
}

impl Ground<'_> {
    /// The checks that have changed since a revision of git, or since the run before where none is named. Where no run is known, all are
    /// meant.
    pub fn changed(self, since: &str, sources: &Sources) -> Result<Option<Only>, Failure> {
        let (before, since) = if since.is_empty() {
            let Some(history) = Store::of(&self.inputs.settings).read()? else {
                note(UNKNOWN)?;
                return Ok(None);
            };
            (history.standings(), "the run before".to_owned())
        } else {
            (self.at(since)?, format!("`{since}`"))
        };
        let now = standings_of(self.inputs, sources);
        Ok(Some(Only { checks: changed(&before, &now), because: format!("has changed since {since}") }))
    }

    /// How the checks stood in a revision, under its settings.
    fn at(self, revision: &str) -> Result<Standings, Failure> {
        let settings = &self.inputs.settings;
        let mut paths = settings.checks();
        paths.extend(settings.corpus());
        paths.push(settings.baseline());
        let refused = |paths: &[PathBuf]| match paths.iter().find(|path| path.is_absolute()) {
            Some(path) => Err(Failure::Revision {
                revision: revision.to_owned(),
                why: format!("`{}` leads out of it; name the path from here on", files::shown(path)),
            }),
            None => Ok(()),
        };
        refused(&paths)?;
        revision::within(revision, &paths, || {
            let mut sources = Sources::default();
            let loaded = load(self.given.clone(), &mut sources)?;
            let all = |_: &Inputs, _: &Sources| Ok(Selection::default());
            let today = Some(self.inputs.terms.today);
            refused(&[loaded.settings.checks(), loaded.settings.corpus()].concat())?;
            let inputs = Inputs::read(loaded, &all, today, self.bearing, &mut sources)?;
            Ok(standings_of(&inputs, &sources))
        })
    }
}

fn standings_of(inputs: &Inputs, sources: &Sources) -> Standings {
    let run = inputs.judged(Breadth::Checks, sources);
    standings(Report { run: &run, corpus: &inputs.articles.corpus, sources })
}
