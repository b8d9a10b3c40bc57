//! What a project asks of every check that does not speak for itself: how many sources it needs, and what becomes of it where it does not
//! pass.

use crate::check::{Assertion, Body, Expectation, Expression, Level, Operand, Reading, Sources, VerdictName};

use crate::diag::{Code, Diagnostic, nearest};
use crate::source::Span;

use super::engine::Checks;

/// What holds of checks that say nothing of it themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Customs {
    /// How many independent sources each needs.
    pub quorum: Option<Quorum>,
    /// The severities of some; the first that fits holds.
    pub severities: Vec<Severity>,
}

/// A number of independent sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quorum {
    /// Where a check does not say how many it needs.
    Unsaid(usize),
    /// Whatever a check says.
    Always(usize),
}

/// The severity of the checks that something is said of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Severity {
    /// Which checks.
    pub of: Whose,
    /// What becomes of them where they do not pass.
    pub level: Level,
    /// Where the tag or the measure stands, in the file of settings.
    pub written: Span,
}

/// Which checks are meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Those with a tag.
    Tag(String),
    /// Those that speak of a measure.
    Measure(String),
}

impl Severity {
    /// What to say where it is the severity of no check; nothing where there is no check at all.
    pub fn idle(&self, checks: &Checks) -> Option<Diagnostic> {
        self.of.idle(checks)
    }
}

impl Checks {
    /// The same under the customs of a project.
    pub fn under(mut self, customs: &Customs) -> Self {
        self.suite.assertions.iter_mut().for_each(|assertion| customs.hold(assertion));
        self
    }
}

impl Customs {
    fn hold(&self, assertion: &mut Assertion) {
        if let Some(severity) = self.severities.iter().find(|severity| severity.of.is_meant(assertion))
            && assertion.severity.is_none()
        {
            assertion.level = severity.level;
        }
        match self.quorum {
            Some(Quorum::Unsaid(quorum)) if assertion.needs.is_none() && can_have(assertion) => {
                assertion.needs = Some(quorum);
            }
            Some(Quorum::Always(quorum)) if can_have(assertion) => assertion.needs = Some(quorum),
            Some(Quorum::Unsaid(_) | Quorum::Always(_)) | None => {}
        }
    }
}

/// Whether several sources can bear a check out: not what nobody may say, nor what one source is held to, nor what is expected of one.
fn can_have(assertion: &Assertion) -> bool {
    let is_never = match &assertion.body {
        Body::Holds { reading, .. } | Body::Exists { reading, .. } => *reading == Reading::Never,
        Body::Computed { .. } | Body::Agree { .. } | Body::Quote { .. } | Body::Claim { .. } => false,
    };
    let is_of_several = !matches!(assertion.sources, Sources::Only(_));
    let is_expected = matches!(assertion.expect, Expectation::Unsaid | Expectation::Verdict(VerdictName::Supported));
    !is_never && is_of_several && is_expected
}

impl Whose {
    /// What to say where no check is meant.
    fn idle(&self, checks: &Checks) -> Option<Diagnostic> {
        let all = &checks.suite.assertions;
        if all.is_empty() || all.iter().any(|assertion| self.is_meant(assertion)) {
            return None;
        }
        let (message, word, known) = match self {
            Whose::Tag(tag) => {
                let tags = all.iter().flat_map(|assertion| assertion.tags.iter().map(String::as_str));
                (format!("no check has the tag `{tag}`"), tag, tags.collect::<Vec<_>>())
            }
            Whose::Measure(name) => {
                let known = all.iter().flat_map(|assertion| measures(&assertion.body));
                (format!("no check speaks of the measure `{name}`"), name, known.collect())
            }
        };
        let help = match nearest(word, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`factum list` names the checks; delete what no check needs".to_owned(),
        };
        Some(Diagnostic::warning(Code::IdleSetting, message).help(help))
    }

    fn is_meant(&self, assertion: &Assertion) -> bool {
        match self {
            Whose::Tag(tag) => assertion.tags.contains(tag),
            Whose::Measure(name) => measures(&assertion.body).iter().any(|measure| *measure == name),
        }
    }
}

/// The measures that a check speaks of.
fn measures(body: &Body) -> Vec<&str> {
    match body {
        Body::Holds { operand, .. } | Body::Exists { operand, .. } | Body::Agree { operand } => vec![measure(operand)],
        Body::Computed { left, right, .. } => [left, right].into_iter().flat_map(within).collect(),
        Body::Quote { .. } | Body::Claim { .. } => Vec::new(),
    }
}

fn measure(operand: &Operand) -> &str {
    &operand.statement.measure.name
}

fn within(expression: &Expression) -> Vec<&str> {
    match expression {
        Expression::Operand(operand) => vec![measure(operand)],
        Expression::Constant { .. } => Vec::new(),
        Expression::Share { part: one, whole: two } | Expression::Binary { left: one, right: two, .. } => {
            [one, two].into_iter().flat_map(|side| within(side)).collect()
        }
    }
}
