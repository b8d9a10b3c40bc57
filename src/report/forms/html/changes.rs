//! What is not as it was accepted: of each check its sentence, how it stood and stands, the words that changed, and what to do.

use maud::{Markup, html};

use crate::diag::Severity;
use crate::run::{CheckResult, Difference, Ground, GroundKind, Record};
use crate::source::printable;

use super::super::super::Report;
use super::super::super::differ::{Turn, diff_words};
use super::super::super::style::counted;
use super::super::at;
use super::words::{VERDICTS, aloud, coded, lines, spoken, verdict_sign};

/// So many checks of a file that is gone are named.
const MOST_LOST: usize = 50;

/// What a line that tells of a change is about: the check itself, or why it stands as it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Topic {
    Check,
    Ground(GroundKind),
}

impl Topic {
    fn label(self) -> &'static str {
        match self {
            Topic::Check => "check",
            Topic::Ground(GroundKind::Outcome) => "outcome",
            Topic::Ground(GroundKind::Because) => "because",
            Topic::Ground(GroundKind::For) => "says so",
            Topic::Ground(GroundKind::Against) => "says otherwise",
            Topic::Ground(GroundKind::Open) => "leaves it open",
            Topic::Ground(GroundKind::Computed) => "computed",
            Topic::Ground(GroundKind::Note) => "to know",
            Topic::Ground(GroundKind::Other) => "other",
        }
    }

    /// Whether it tells a passage, of which another may say the same.
    fn is_passage(self) -> bool {
        matches!(self, Topic::Ground(GroundKind::For | GroundKind::Against | GroundKind::Open))
    }
}

/// The section; nothing where nothing changed.
pub(super) fn changes(report: Report<'_>) -> Markup {
    let found = &report.run.differences;
    html! {
        @if !found.is_empty() {
            section #changes aria-labelledby="changes-title" {
                h2 #changes-title { "Changes since what was accepted" }
                ul.plain { @for (number, difference) in found.iter().enumerate() { (card(report, number, difference)) } }
            }
        }
    }
}

/// Whether they stand above the checks: not where checks fail and the changes do not.
pub(super) fn come_first(report: Report<'_>) -> bool {
    report.run.summary.failed == 0 || report.run.differences.iter().any(is_grave)
}

/// The name of the card of a change on the page.
fn name(number: usize) -> String {
    format!("change-{}", number + 1)
}

/// What changed of a check, and the name of its card, where anything did.
pub(super) fn change_of<'a>(report: Report<'a>, result: &CheckResult) -> Option<(&'a Difference, String)> {
    let is_its = |found: &Difference| found.told.place() == Some(result.assertion.place);
    let number = report.run.differences.iter().position(is_its)?;
    Some((report.run.differences.get(number)?, name(number)))
}

/// Whether a change fails the run.
pub(super) fn is_grave(difference: &Difference) -> bool {
    difference.told.severity == Severity::Error
}

fn card(report: Report<'_>, number: usize, difference: &Difference) -> Markup {
    let told = &difference.told;
    html! {
        li #(name(number)) class={ "card change " (if is_grave(difference) { "fail" } else { "warn" }) } {
            h3 { (sentence(report, difference)) }
            p.answer { (stances(difference)) span.place { @if let Some(place) = told.place() { (at(report, place)) } } }
            (ways(difference))
            (lost(&difference.lost))
            @if let Some(help) = &told.help { p.help { strong { "What to do: " } (lines(help)) } }
        }
    }
}

/// The check, with the way to it where it is among those of the run.
fn sentence(report: Report<'_>, difference: &Difference) -> Markup {
    let results = report.run.results.iter().enumerate();
    let mut own = results.filter(|(_, result)| difference.told.place() == Some(result.assertion.place));
    let accepted = difference.before.as_ref().map(|record| printable(&spoken(&record.assertion)));
    html! {
        @if let Some((number, result)) = own.next() {
            a href={ "#check-" (number + 1) } { (aloud(report.sources, &result.assertion)) }
        } @else if let Some(accepted) = accepted { (accepted) } @else { (coded(told_of_file(difference))) }
    }
}

/// What there is to tell of a file, without the checks that stand below.
fn told_of_file(difference: &Difference) -> &str {
    difference.told.message.split(", and ").next().unwrap_or_default()
}

/// What became of it, and from which verdict to which.
fn stances(difference: &Difference) -> Markup {
    let Difference { before, now, .. } = difference;
    let is_same = before.as_ref().map(Record::stance) == now.as_ref().map(Record::stance);
    html! {
        span.kind { (kind(difference.change)) } " "
        @if let Some(before) = before { (stance(before)) " " }
        @if let Some(now) = now.as_ref().filter(|_| !is_same) {
            @if before.is_some() { span.turn { span aria-hidden="true" { "→ " } span.aloud { "now" } } " " }
            (stance(now)) " "
        }
    }
}

fn kind(change: &str) -> &'static str {
    match change {
        "fails" => "Does not pass any more",
        "turned" => "Another verdict",
        "reworded" => "Asserts something else",
        "gone" => "The check is gone",
        "evidence" => "Rests on other words",
        "new" => "New, and nobody has accepted it",
        _ => "What was accepted of it is left",
    }
}

/// `supported, passes`, with the sign of the verdict.
fn stance(record: &Record) -> Markup {
    let known = VERDICTS.iter().find(|known| known.name() == record.verdict);
    html! {
        span class={ "verdict " (known.map_or("", |known| known.name())) } {
            @if let Some(known) = known { span aria-hidden="true" { (verdict_sign(*known)) " " } }
            (printable(&record.stance()))
        }
    }
}

/// A line that is told of a check.
#[derive(Clone, Debug, PartialEq)]
struct Told {
    topic: Topic,
    text: String,
}

/// All that is told of a check, from itself on.
fn all(record: &Record) -> Vec<Told> {
    let own = Told { topic: Topic::Check, text: printable(&record.assertion) };
    let ground = |ground: &Ground| Told { topic: Topic::Ground(ground.kind), text: printable(&ground.text) };
    [own].into_iter().chain(record.grounds.iter().map(ground)).collect()
}

/// The lines that changed, in the order of what they tell; none of a check that is new or gone, of which all did.
fn ways(difference: &Difference) -> Markup {
    let Difference { before: Some(before), now: Some(now), .. } = difference else { return html! {} };
    let (old, new) = (all(before), all(now));
    let went: Vec<&Told> = old.iter().filter(|line| !new.contains(line)).collect();
    let mut came: Vec<&Told> = new.iter().filter(|line| !old.contains(line)).collect();
    let mut rows: Vec<(Topic, Markup)> = Vec::new();
    for line in went {
        let alike = came.iter().enumerate().find_map(|(at, other)| Some((at, became(line, other)?)));
        match alike {
            Some((at, row)) => rows.push((came.remove(at).topic, row)),
            None => rows.push((line.topic, row(&[line.topic], &[(Turn::Went, line.text.clone())]))),
        }
    }
    rows.extend(came.iter().map(|line| (line.topic, row(&[line.topic], &[(Turn::Came, line.text.clone())]))));
    rows.sort_by_key(|(topic, _)| *topic);
    html! { dl.ways { @for (_, row) in &rows { (row) } } }
}

/// One line that became the other, where they are alike: a passage may say otherwise now.
fn became(old: &Told, new: &Told) -> Option<Markup> {
    if old.topic != new.topic && !(old.topic.is_passage() && new.topic.is_passage()) {
        return None;
    }
    let runs = diff_words(&old.text, &new.text)?;
    let topics: &[Topic] = if old.topic == new.topic { &[new.topic] } else { &[old.topic, new.topic] };
    Some(row(topics, &runs))
}

/// What a line is about, and what went and came of it.
fn row(topics: &[Topic], runs: &[(Turn, String)]) -> Markup {
    let is_passage = topics.iter().all(|topic| topic.is_passage());
    html! {
        div {
            dt { @for (at, topic) in topics.iter().enumerate() { @if at > 0 { " → " } (topic.label()) } }
            dd.said[is_passage] { @for (turn, text) in runs { (run(*turn, text)) } }
        }
    }
}

fn run(turn: Turn, text: &str) -> Markup {
    html! {
        @match turn {
            Turn::Kept => (coded(text)),
            Turn::Went => del { (coded(text)) },
            Turn::Came => ins { (coded(text)) },
        }
    }
}

/// The checks that were accepted of a file that is gone.
fn lost(lost: &[Record]) -> Markup {
    let more = lost.len().saturating_sub(MOST_LOST);
    html! {
        @if !lost.is_empty() {
            p { "Accepted of it:" }
            ul { @for record in lost.iter().take(MOST_LOST) { li { (printable(&spoken(&record.assertion))) " " (stance(record)) } } }
            @if more > 0 { p { (counted(more, "more is not shown.", "more are not shown.")) } }
        }
    }
}
