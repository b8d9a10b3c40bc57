//! What a run is about: check files, articles, what is known to fail, and the terms under which they are judged.

use jiff::civil::Date;

use crate::report::Report;
use crate::run::{
    Articles, Baseline, Checks, Compared, Known, RunResult, Scope, Selection, Status, Terms, Texts, run_beside, survey,
};
use crate::source::Sources;

pub(super) use crate::run::Breadth;

use super::settings::{Loaded, Settings};
use super::{Failure, articles, baseline, check};

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
    pub fn read(
        loaded: Loaded,
        select: &dyn Fn(&Self, &Sources) -> Result<Selection, Failure>,
        today: Option<Date>,
        bearing: Bearing,
        sources: &mut Sources,
    ) -> Result<Self, Failure> {
        let Loaded { settings, diagnostics } = loaded;
        let terms = check::terms(&settings, today);
        let mut inputs = Self {
            settings,
            checks: Checks { diagnostics, ..Checks::default() },
            articles: Articles::default(),
            known: Baseline::default(),
            terms,
        };
        if inputs.checks.diagnostics.is_empty() {
            inputs.checks = check::checks_of(&inputs.settings, sources)?;
            inputs.articles = articles::load(&inputs.settings.corpus(), sources);
            if bearing == Bearing::Borne {
                let (known, wrong) = baseline::read(&inputs.settings.baseline(), sources)?;
                inputs.known = known;
                inputs.checks.diagnostics.extend(wrong);
            }
            let selection = select(&inputs, sources)?;
            inputs.checks = inputs.checks.select(&selection, sources);
        }
        Ok(inputs)
    }

    /// What the run comes to.
    pub fn judged(&self, breadth: Breadth, sources: &Sources) -> RunResult {
        let known = Known { baseline: &self.known, sources };
        let judge = match breadth {
            Breadth::Checks => run_beside,
            Breadth::Background => survey,
        };
        judge(known, self.checks.clone(), &self.articles, self.terms)
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
        let some = result.summary.unselected + result.summary.unreported > 0 || !self.settings.has_own_checks();
        let scope = if some { Scope::Part } else { Scope::Whole };
        let texts = Texts { corpus: &self.articles.corpus, sources };
        self.known.compared(&result.results, texts, scope, self.terms.today)
    }
}
