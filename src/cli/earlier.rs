//! What earlier runs, or another revision, have to say of which checks are meant.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::report::Report;
use crate::review::{CheckName, Marks, changed, failed, marks, standings};
use crate::run::{Only, RunResult, Selection};
use crate::source::Sources;

use super::args::SelectArgs;
use super::inputs::{Asked, Breadth, Inputs, Wanted};
use super::revision::Tree;
use super::settings::{Given, load};
use super::store::Store;
use super::{Failure, files, note, revision};

/// Where nothing is kept of earlier runs.
const UNKNOWN: &str = "no run has been kept here yet, so every check is meant\n";

/// What of earlier runs is asked for, and a run of every check where one was needed to tell.
pub(super) type Earlier = (Option<Only>, Option<RunResult>);

/// A run, here and in another revision.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    /// What the command line says of settings.
    pub given: &'a Given<'a>,
    /// What it comes to here.
    pub inputs: &'a Inputs,
    /// How it was asked for.
    pub asked: &'a Asked,
    /// All texts.
    pub sources: &'a Sources,
}

impl Ground<'_> {
    /// The checks that failed when they were last run, or those that have changed, where they are asked for. Where no run is known, all are
    /// meant.
    pub fn only(self, select: &SelectArgs) -> Result<Earlier, Failure> {
        match (&select.changed, select.last_failed) {
            (Some(since), _) => self.changed(since),
            (None, true) => Ok((self.last_failed()?, None)),
            (None, false) => Ok((None, None)),
        }
    }

    fn last_failed(self) -> Result<Option<Only>, Failure> {
        Ok(self.last()?.map(|last| only(failed(&last), "failed when it was last run")))
    }

    /// Those that have changed since a revision of git, or since the run before where none is named.
    fn changed(self, since: &str) -> Result<Earlier, Failure> {
        let before = match since {
            "" => self.last()?,
            revision => Some(self.at(revision)?),
        };
        let Some(before) = before else { return Ok((None, None)) };
        let now = self.inputs.judged(Breadth::Checks, self.sources);
        let changed = changed(&before, &standings(self.inputs.report(&now, self.sources)));
        let since = if since.is_empty() { "the run before".to_owned() } else { format!("`{since}`") };
        Ok((Some(only(changed, &format!("has changed since {since}"))), Some(now)))
    }

    /// How the checks stood when each was last run, with check files as they are called in this one.
    fn last(self) -> Result<Option<Marks>, Failure> {
        let assertions = &self.inputs.checks.suite.assertions;
        let names = assertions.iter().map(|assertion| &self.sources.file(assertion.place.file).name[..]);
        let last = Store::of(&self.inputs.settings).last(names.collect())?;
        if last.is_none() {
            note(UNKNOWN)?;
        }
        Ok(last)
    }

    /// How the checks stood in a revision, under its settings.
    fn at(self, revision: &str) -> Result<Marks, Failure> {
        let settings = &self.inputs.settings;
        let paths = [settings.checks(), settings.corpus(), vec![settings.baseline()]].concat();
        let out = |path: &PathBuf| Failure::Revision {
            revision: revision.to_owned(),
            why: format!("`{}` leads out of it; name the path from here on", files::shown(path)),
        };
        if let Some(path) = paths.iter().find(|path| path.is_absolute()) {
            return Err(out(path));
        }
        revision::within(revision, &paths, |tree: &Tree| {
            let mut sources = Sources::default();
            let loaded = load(self.given.clone(), &mut sources)?;
            let theirs = &loaded.settings;
            let paths = [theirs.checks(), theirs.corpus(), vec![theirs.baseline()]].concat();
            if let Some(path) = paths.iter().find(|path| !tree.holds(path)) {
                return Err(out(path));
            }
            let asked = Asked {
                today: Some(self.inputs.terms.today),
                within: Some(tree.clone()),
                wanted: Wanted::Everything,
                ..self.asked.clone()
            };
            let all = |_: &Inputs, _: &Sources| Ok((Selection::default(), None));
            let inputs = Inputs::read(loaded, &all, &asked, &mut sources)?;
            let run = inputs.judged(Breadth::Checks, &sources);
            Ok(marks(&standings(Report { run: &run, corpus: &inputs.articles.corpus, sources: &sources })))
        })
    }
}

fn only(checks: BTreeSet<CheckName>, because: &str) -> Only {
    Only { checks, because: because.to_owned() }
}
