//! From an assertion and its judgement to one diagnostic: what is at fault, every passage that says otherwise and the best that
//! says so, why, and what to do.

mod passage;
mod words;

pub use passage::cite;

use crate::check::{Assertion, Level, VerdictName, Waiver, WrittenIn};
use crate::corpus::Corpus;
use crate::diag::{Code, Diagnostic, Label, Severity};
use crate::source::{Place, Sources, Span};

use super::{AdviceKind, Judgement, Rule, Verdict};

/// An assertion with its judgement, and the texts that both point into.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// What was asserted.
    pub assertion: &'a Assertion,
    /// What the judge answered.
    pub judgement: &'a Judgement,
    /// The articles.
    pub corpus: &'a Corpus,
    /// All texts.
    pub sources: &'a Sources,
}

/// Why a check does not pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shortfall {
    /// Its verdict is not `supported`, and nothing else was expected.
    Verdict,
    /// Its verdict is not the one that was expected.
    Unexpected(VerdictName),
    /// `expect single source`, and there are more, or none.
    NotSingle,
    /// Fewer independent sources than it needs.
    Quorum {
        /// How many it needs.
        needed: usize,
    },
    /// `known-wrong`, and it is not wrong any more.
    WaiverUnneeded(Waiver),
    /// `known-wrong`, and the last day has passed.
    WaiverExpired(Waiver),
    /// An `allow`, and the document does not contradict the check any more.
    AllowanceUnneeded(Waiver),
    /// An `allow`, and the last day has passed.
    AllowanceExpired(Waiver),
}

/// The diagnostic of a check that does not pass.
pub fn explain(case: Case<'_>, shortfall: &Shortfall) -> Diagnostic {
    match shortfall {
        Shortfall::Verdict => of_verdict(case),
        Shortfall::Unexpected(expected) => unexpected(case, Verdict::from(*expected).name()),
        Shortfall::NotSingle => unexpected(case, "single source"),
        Shortfall::Quorum { needed } => quorum(case, *needed),
        Shortfall::WaiverUnneeded(waiver) => stale(case, waiver, "known-wrong", Staleness::Unneeded),
        Shortfall::WaiverExpired(waiver) => stale(case, waiver, "known-wrong", Staleness::Expired),
        Shortfall::AllowanceUnneeded(waiver) => stale(case, waiver, "allow", Staleness::Unneeded),
        Shortfall::AllowanceExpired(waiver) => stale(case, waiver, "allow", Staleness::Expired),
    }
}

fn of_verdict(case: Case<'_>) -> Diagnostic {
    let (code, fault) = match case.judgement.verdict {
        Verdict::Supported => (Code::UnexpectedVerdict, "supported"),
        Verdict::Contradicted if case.judgement.rule == Rule::Never => (Code::Contradicted, "somebody says so"),
        Verdict::Contradicted => (Code::Contradicted, ""),
        Verdict::Disputed => (Code::Disputed, ""),
        Verdict::Ambiguous => (Code::Ambiguous, "cannot be told"),
        Verdict::Unmentioned => (Code::Unmentioned, ""),
    };
    let tallied = fault.is_empty() && case.judgement.verdict != Verdict::Unmentioned;
    let fault = if tallied { words::tally(&case.judgement.evidence) } else { fault.to_owned() };
    let diagnostic = Diagnostic::new(code, severity(case), case.judgement.reason.clone()).at(at_fault(case, fault));
    with_remedy(with_reasons(with_passages(diagnostic, case), case), case)
}

fn unexpected(case: Case<'_>, expected: &str) -> Diagnostic {
    let found = words::found(case.judgement);
    let message = format!("expected {expected}, and it is {found}: {}", case.judgement.reason);
    let diagnostic = Diagnostic::new(Code::UnexpectedVerdict, severity(case), message).at(at_fault(case, found));
    let help = "mend the check if it is out of date, or what it `expect`s";
    with_reasons(with_passages(diagnostic, case), case).help(words::help(case.assertion, help))
}

fn quorum(case: Case<'_>, needed: usize) -> Diagnostic {
    let found = case.judgement.lineages;
    let message = format!("needs {needed} independent sources, and {} so", words::say(found));
    let diagnostic = Diagnostic::new(Code::QuorumMissed, severity(case), message)
        .at(at_fault(case, format!("supported by {}", words::sources(found))));
    let help = "find another source that does not copy these, or lower `needs`";
    with_reasons(with_passages(diagnostic, case), case).help(words::help(case.assertion, help))
}

enum Staleness {
    Unneeded,
    Expired,
}

fn stale(case: Case<'_>, waiver: &Waiver, word: &str, staleness: Staleness) -> Diagnostic {
    let at = case.sources.file(waiver.place.file);
    let line = at.line_column(waiver.place.span.start).line;
    let verdict = case.judgement.verdict.name();
    let (message, label, help) = match staleness {
        Staleness::Unneeded => (
            format!("`{word}` is no longer needed: the check is {verdict}"),
            "not needed any more".to_owned(),
            format!("delete `{word} …` in line {line} of {}", at.name),
        ),
        Staleness::Expired => (
            format!("`{word}` ran out on {}, and the check is {verdict}", words::day(waiver.until)),
            format!("until {}", waiver.until),
            format!("delete `{word} …` in line {line} of {}, or give it a new date and say why", at.name),
        ),
    };
    let diagnostic = Diagnostic::new(Code::WaiverStale, severity(case), message)
        .at(Label::primary(waiver.place, label))
        .note(format!("it was there because: {}", waiver.because));
    with_passages(diagnostic, case).help(words::help(case.assertion, &help))
}

fn severity(case: Case<'_>) -> Severity {
    match case.assertion.level {
        Level::Error => Severity::Error,
        Level::Warn => Severity::Warning,
        Level::Note => Severity::Note,
    }
}

/// The part of the assertion that is at fault, else all of it.
fn at_fault(case: Case<'_>, text: impl Into<String>) -> Label {
    let whole = case.assertion.place;
    let inside = |span: &Span| whole.span.contains(*span) && !span.is_empty();
    let span = case.judgement.fault.filter(inside).unwrap_or(whole.span);
    Label::primary(Place { file: whole.file, span }, text)
}

fn with_passages(mut diagnostic: Diagnostic, case: Case<'_>) -> Diagnostic {
    let chosen = passage::choose(case);
    diagnostic.labels.extend(chosen.labels);
    diagnostic.notes.extend(chosen.more);
    diagnostic.notes.extend(words::searched(case));
    diagnostic.notes.extend(chosen.nearest);
    diagnostic
}

/// The rule, the derivation, the advice.
fn with_reasons(mut diagnostic: Diagnostic, case: Case<'_>) -> Diagnostic {
    diagnostic.notes.extend(words::rule(case.judgement.rule).map(str::to_owned));
    if !case.judgement.derivation.is_empty() {
        diagnostic.notes.push(format!("computed:\n{}", case.judgement.derivation.join("\n")));
    }
    diagnostic.notes.extend(case.judgement.advice.iter().map(|advice| advice.text.clone()));
    diagnostic
}

fn with_remedy(diagnostic: Diagnostic, case: Case<'_>) -> Diagnostic {
    let remedy = match case.assertion.written_in {
        WrittenIn::CheckFile => remedy(case),
        WrittenIn::Draft => remedy_of_draft(case),
    };
    diagnostic.help(words::help(case.assertion, &remedy))
}

/// What to do about a draft.
fn remedy_of_draft(case: Case<'_>) -> String {
    let remedy = match case.judgement.verdict {
        Verdict::Supported => return "nothing is to be done".to_owned(),
        Verdict::Contradicted => {
            let correction = words::correction(case).replacen("the line", "the draft", 1);
            return format!("{correction}, or find a source that bears it out");
        }
        Verdict::Disputed => "ask which source is right, and say in the draft who says so",
        Verdict::Ambiguous => "say no more than the articles do, or find a source that settles it",
        Verdict::Unmentioned => "look at the spelling, find a source that speaks of it, or leave it out",
    };
    remedy.to_owned()
}

fn remedy(case: Case<'_>) -> String {
    match case.judgement.verdict {
        Verdict::Supported => "change what the check expects".to_owned(),
        Verdict::Contradicted => format!("{}; {}", words::correction(case), words::WAIVE),
        Verdict::Disputed => format!("ask which source is right, then use `source \"…\":`; {}", words::SET_ASIDE),
        Verdict::Ambiguous => ambiguity(case.judgement),
        Verdict::Unmentioned => {
            "look at the spelling, add an article that speaks of it, or `expect unmentioned`".to_owned()
        }
    }
}

fn ambiguity(judgement: &Judgement) -> String {
    let named = judgement.advice.iter().any(|advice| advice.kind == AdviceKind::Qualifier);
    match judgement.rule {
        Rule::SeveralEvents if named => {
            "add the qualifier that tells which one is meant, or ask for `some` of them".to_owned()
        }
        Rule::SeveralEvents => {
            "say which one is meant (`by`, `in`, `with`, `announced`), or ask for `some` of them".to_owned()
        }
        Rule::Tally
        | Rule::OneQualifierOff
        | Rule::QualifiersLeftOut
        | Rule::SomeEvent
        | Rule::Never
        | Rule::Agreement
        | Rule::EachSource
        | Rule::Derivation
        | Rule::Nothing => "assert no more than the articles say, or add an article that settles it".to_owned(),
    }
}
