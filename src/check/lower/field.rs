//! Fields: what is said about an assertion.

use crate::diag::{Code, nearest};
use crate::syntax::ast::{Field, FieldKind, Figure, Name, Part};

use super::super::{Assertion, Expectation, Level, VerdictName};
use super::Lowerer;

/// The verdicts by their names.
const VERDICTS: &[(&str, VerdictName)] = &[
    ("supported", VerdictName::Supported),
    ("contradicted", VerdictName::Contradicted),
    ("disputed", VerdictName::Disputed),
    ("ambiguous", VerdictName::Ambiguous),
    ("unmentioned", VerdictName::Unmentioned),
];

/// The severities by their names.
const LEVELS: &[(&str, Level)] = &[("error", Level::Error), ("warn", Level::Warn), ("note", Level::Note)];

impl Lowerer<'_, '_> {
    /// Sets the fields of an assertion; none, and an error, where one of them is wrong.
    pub(super) fn fields(&mut self, assertion: &mut Assertion, parts: &[Part]) -> Option<()> {
        let mut sound = Some(());
        for part in parts {
            match part {
                Part::Field(field) => sound = sound.and(self.field(assertion, field)),
                Part::Qualifier(_) => {}
            }
        }
        sound
    }

    fn field(&mut self, assertion: &mut Assertion, field: &Field) -> Option<()> {
        match &field.kind {
            FieldKind::Needs(count) => assertion.needs = Some(self.needs(count)?),
            FieldKind::Why(why) => assertion.why = Some(why.text.clone()),
            FieldKind::Source(source) => assertion.cited = Some(source.text.clone()),
            FieldKind::Message(message) => assertion.message = Some(message.text.clone()),
            FieldKind::Owner(owner) => assertion.owner = Some(owner.text.clone()),
            FieldKind::Tags(tags) => assertion.tags.extend(tags.iter().map(|tag| tag.text.clone())),
            FieldKind::Severity(level) => {
                assertion.level = self.level(level)?;
                assertion.severity = Some(assertion.level);
            }
            FieldKind::Expect(outcome) => assertion.expect = self.expectation(outcome)?,
            FieldKind::KnownWrong(waiver) => {
                assertion.known_wrong = Some(self.waiver("known-wrong", waiver, field.at)?);
            }
        }
        Some(())
    }

    fn needs(&mut self, count: &Figure) -> Option<usize> {
        let number = count.text.parse().ok().filter(|count| *count > 0);
        if number.is_none() {
            let message = format!("`{}` is no number of sources", count.text);
            self.findings.error(
                Code::BadNumber,
                message,
                count.at,
                "write a whole number from 1: `needs 2 independent sources`".to_owned(),
            );
        }
        number
    }

    fn level(&mut self, name: &Name) -> Option<Level> {
        let level = LEVELS.iter().find(|(known, _)| *known == name.text).map(|(_, level)| *level);
        if level.is_none() {
            self.unknown(Code::UnknownKeyword, "severity", name, LEVELS.iter().map(|(known, _)| *known).collect());
        }
        level
    }

    fn expectation(&mut self, name: &Name) -> Option<Expectation> {
        if name.text == "single source" {
            return Some(Expectation::SingleSource);
        }
        let verdict = VERDICTS.iter().find(|(known, _)| *known == name.text).map(|(_, verdict)| *verdict);
        if verdict.is_none() {
            let known = VERDICTS.iter().map(|(known, _)| *known).chain(["single source"]).collect();
            self.unknown(Code::UnknownVerdict, "verdict", name, known);
        }
        verdict.map(Expectation::Verdict)
    }

    fn unknown(&mut self, code: Code, what: &str, name: &Name, known: Vec<&str>) {
        // `warning` for `warn`.
        let begun = || known.iter().copied().find(|known| name.text.starts_with(known));
        let help = match nearest(&name.text, known.iter().copied()).or_else(begun) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("there are {}", known.join(", ")),
        };
        self.findings.error(code, format!("no {what} `{}`", name.text), name.at, help);
    }
}
