//! Exceptions: `known-wrong` and `allow`, which need a reason and a date.

use crate::diag::{Code, Diagnostic, Label, nearest};
use crate::source::Place;
use crate::syntax::ast::{self, Allow, At};

use super::super::{Allowance, Waiver};
use super::Lowerer;
use super::date::days;

impl Lowerer<'_, '_> {
    /// Adds an `allow`.
    pub(super) fn allow(&mut self, allow: &Allow, at: At) {
        let check = &allow.check;
        if check.text.ends_with(".check") && allow.waiver.because.is_none() {
            // "desk.check#age": the rest of the line has been taken for a comment.
            let help = "write the id alone: `#` begins a comment".to_owned();
            let message = format!("`{}` is a file and no check", check.text);
            self.findings.error(Code::UnknownCheck, message, check.at, help);
            return;
        }
        if let Some(waiver) = self.waiver("allow", &allow.waiver, at) {
            self.allowances.push(Allowance {
                document: allow.document.text.clone(),
                document_at: allow.document.at.0,
                check: allow.check.text.clone(),
                check_at: allow.check.at.0,
                waiver,
            });
        }
    }

    /// An exception with its reason and its last day; none, and an error, where one of them is missing.
    pub(super) fn waiver(&mut self, keyword: &str, waiver: &ast::Waiver, at: At) -> Option<Waiver> {
        if waiver.because.is_none() {
            let help = format!("add a reason: `{keyword} … because \"a correction is due\"`");
            self.findings.error(Code::MissingReason, format!("`{keyword}` needs a reason"), at, help);
        }
        let Some(day) = &waiver.until else {
            let help = format!("add the last day on which it holds: `{keyword} … until 2030-01-31`");
            self.findings.error(
                Code::MissingDate,
                format!("`{keyword}` needs a date on which it is looked at again"),
                at,
                help,
            );
            return None;
        };
        let until = days(&day.text).and_then(|days| days.last);
        if until.is_none() {
            self.bad_date(&day.text, day.at);
        }
        Some(Waiver { until: until?, because: waiver.because.as_ref()?.text.clone(), place: self.place(at) })
    }
}

/// The diagnostic of an `allow` that names no check; none where it names one.
pub(super) fn unknown_check<'c>(
    allowance: &Allowance,
    checks: impl Iterator<Item = &'c str> + Clone,
) -> Option<Diagnostic> {
    if checks.clone().any(|check| check == allowance.check) {
        return None;
    }
    let near = nearest(&allowance.check, checks);
    let diagnostic = Diagnostic::error(Code::UnknownCheck, format!("no check has the id `{}`", allowance.check))
        .at(Label::primary(Place { span: allowance.check_at, ..allowance.waiver.place }, ""));
    Some(match near {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic.help(
            "ids are given with `check ID` above an assertion; a check of another file is known where that is checked too",
        ),
    })
}
