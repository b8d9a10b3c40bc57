//! Reports as people and programs see them.

use factum::check::{Expectation, Level, VerdictName};
use factum::judge::{Case, Shortfall, explain};
use factum::report::{Detail, Form, Manner, Report, Style, draw, render};
use jiff::civil::date;

use crate::fixture::{Fixture, waiver};
use crate::shipped::Desk;
use crate::snapshot::compare;

fn form(report: Report<'_>, form: Form, detail: Detail) -> String {
    render(report, form, &Manner { detail, ..Manner::default() }).expect("a report can be written")
}

fn human(report: Report<'_>, detail: Detail) -> String {
    form(report, Form::Human, detail)
}

/// All checks of `checks/` on the articles of `corpus/`, the passing ones too.
#[test]
fn the_whole_report_of_the_shipped_checks() {
    let output = Desk::shipped().run(&["check", "--verbose"]);
    compare("report_shipped", &String::from_utf8_lossy(&output.stdout));
}

#[test]
fn a_report_for_people() {
    let fixture = Fixture::new();
    let run = fixture.run();
    compare("report_human", &human(fixture.report(&run), Detail::Brief));
}

#[test]
fn a_report_with_passing_checks() {
    let mut fixture = Fixture::new();
    fixture.answers.truncate(2);
    fixture.answers[0].0.known_wrong = Some(waiver(&fixture, date(2026, 3, 1)));
    let run = fixture.run();
    assert!(run.gate.passed);
    compare("report_verbose", &human(fixture.report(&run), Detail::Verbose));
}

#[test]
fn a_report_for_programs() {
    let mut fixture = Fixture::new();
    fixture.answers.truncate(2);
    let run = fixture.run();
    compare("report_json", &form(fixture.report(&run), Form::Json, Detail::Brief));
}

#[test]
fn a_note_is_counted_and_not_shown() {
    let mut fixture = Fixture::new();
    fixture.answers.truncate(1);
    fixture.answers[0].0.level = Level::Note;
    let run = fixture.run();
    let text = human(fixture.report(&run), Detail::Brief);
    assert!(!text.contains("note[disputed]"), "{text}");
    assert!(text.contains("1 warning"), "{text}");
}

/// All the other ways in which a check does not pass.
#[test]
fn shortfalls_are_explained() {
    let mut fixture = Fixture::new();
    fixture.answers[1].0.message = Some("Ask the city desk before changing this.".to_owned());
    fixture.answers[1].0.owner = Some("@city".to_owned());
    fixture.answers[1].0.expect = Expectation::Verdict(VerdictName::Contradicted);
    let stale = waiver(&fixture, date(2025, 12, 31));
    let told = [
        (1, Shortfall::Unexpected(VerdictName::Contradicted)),
        (1, Shortfall::Quorum { needed: 2 }),
        (0, Shortfall::WaiverExpired(stale.clone())),
        (1, Shortfall::WaiverUnneeded(stale.clone())),
        (1, Shortfall::AllowanceUnneeded(stale)),
    ];
    let drawn: Vec<String> = told
        .iter()
        .map(|(at, shortfall)| {
            let (assertion, judgement) = &fixture.answers[*at];
            let case = Case { assertion, judgement, corpus: &fixture.corpus, sources: &fixture.sources };
            draw(&explain(case, shortfall), &fixture.sources, &Style::default())
        })
        .collect();
    compare("shortfalls", &drawn.join("\n"));
}
