//! What a run is about: check files, articles, what is known to fail, and the terms under which they are judged.

use jiff::civil::Date;

use crate::report::Report;
use crate::run::{
    Articles, Baseline, Checks, Compared, Known, RunResult, Scope, Selection, Status, Terms, Texts, narrowed,
    run_beside, survey,
};
use crate::source::Sources;

pub(super) use crate::run::Breadth;

use super::revision::Tree;
use super::settings::{Loaded, Settings};
use super::{Failure, articles, baseline, check, files};

/// Everything that a run is made from.
#[derive(Debug)]
pub(super) struct Inputs {
    /// The settings in force.
    pub settings: Settings,
    /// The checks that are selected.
    pub checks: Checks,
    /// The articles.
    pub articles: Articles,
    /// The failures that are known.
    pub known: Baseline,
    /// Policy, day and rules.
    pub terms: Terms,
    /// A run of every check, where one was needed to tell which are meant.
    whole: Option<RunResult>,
}

/// Says which checks are meant, and gives a run of every check where one was needed to tell.
pub(super) type Choice<'a> = dyn Fn(&Inputs, &Sources) -> Result<(Selection, Option<RunResult>), Failure> + 'a;

/// How a run is asked for.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// What day it is; what the clock says where nobody says it.
    pub today: Option<Date>,
    /// Whether failures of the baseline are borne with.
    pub bearing: Bearing,
    /// What has to be read.
    pub wanted: Wanted,
    /// The revision outside of which no check file is read, whatever others name.
    pub within: Option<Tree>,
}

/// What has to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Checks, articles and the baseline.
    Everything,
    /// Which checks there are.
    Checks,
}

/// Whether failures of the baseline are borne with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bearing {
    /// They are.
    Borne,
    /// They fail as others do.
    Failing,
}

impl Inputs {
    /// What the settings name, where they are sound; where they are not, nothing but what is wrong with them.
    ///
    /// # Errors
    ///
    /// A file that is there and cannot be read.
    pub fn read(loaded: Loaded, select: &Choice<'_>, asked: &Asked, sources: &mut Sources) -> Result<Self, Failure> {
        let Loaded { settings, diagnostics } = loaded;
        let terms = check::terms(&settings, asked.today);
        let mut inputs = Self {
            settings,
            checks: Checks { diagnostics, ..Checks::default() },
            articles: Articles::default(),
            known: Baseline::default(),
            terms,
            whole: None,
        };
        if inputs.checks.diagnostics.is_empty() {
            let mut library = files::Disk { within: asked.within.clone() };
            inputs.checks = check::checks_of(&inputs.settings, &mut library, sources)?;
            if asked.wanted == Wanted::Everything {
                inputs.articles = articles::load(&inputs.settings.corpus(), sources);
                inputs.bear(asked.bearing, sources)?;
            }
            let (selection, whole) = select(&inputs, sources)?;
            inputs.checks = inputs.checks.select(&selection, sources);
            inputs.whole = whole;
        }
        Ok(inputs)
    }

    /// Reads the failures that are borne with.
    fn bear(&mut self, bearing: Bearing, sources: &mut Sources) -> Result<(), Failure> {
        if bearing == Bearing::Borne {
            let (known, wrong) = baseline::read(&self.settings.baseline(), sources)?;
            self.known = known;
            self.checks.diagnostics.extend(wrong);
        }
        Ok(())
    }

    /// What the run comes to. Nothing is judged twice: of a run of every check the selected ones are taken.
    pub fn judged(&self, breadth: Breadth, sources: &Sources) -> RunResult {
        let known = Known { baseline: &self.known, sources };
        match (&self.whole, breadth) {
            (Some(whole), Breadth::Checks) => narrowed(whole, self.checks.clone(), &self.articles, self.terms),
            (None, Breadth::Checks) => run_beside(known, self.checks.clone(), &self.articles, self.terms),
            (_, Breadth::Background) => survey(known, self.checks.clone(), &self.articles, self.terms),
        }
    }

    /// What reporters read of a run.
    pub fn report<'a>(&'a self, run: &'a RunResult, sources: &'a Sources) -> Report<'a> {
        Report { run, corpus: &self.articles.corpus, sources }
    }

    /// What has become of the baseline; nothing can be said by a run that is not whole.
    pub fn compared(&self, result: &RunResult, sources: &Sources) -> Compared {
        if !matches!(result.gate.status, Status::Passed | Status::Failed) {
            return Compared { still: self.known.clone(), ..Compared::default() };
        }
        let texts = Texts { corpus: &self.articles.corpus, sources };
        self.known.compared(&result.results, texts, self.scope(result), self.terms.today)
    }

    /// Whether a run tells what has become of every check of the project.
    pub fn scope(&self, result: &RunResult) -> Scope {
        let some = result.summary.unselected + result.summary.unreported > 0 || !self.settings.has_own_checks();
        if some { Scope::Part } else { Scope::Whole }
    }
}
