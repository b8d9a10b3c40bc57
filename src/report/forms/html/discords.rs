//! What the sources disagree on though no check asks.

use maud::{Markup, html};

use crate::judge::{Discord, Judgement, Stance};
use crate::source::printable;

use super::super::super::Report;
use super::super::super::style::counted;
use super::passage::passages;
use super::picture::of_sources;
use super::words::is_of_draft;

/// So many are shown; the others are counted.
const MOST: usize = 50;

/// The section; nothing where nobody looked.
pub(super) fn discords(report: Report<'_>) -> Markup {
    let found = report.run.background.as_ref().map(|background| &background.discords[..]);
    let more = found.map_or(0, |found| found.len().saturating_sub(MOST));
    html! {
        @if let Some(found) = found {
            section #discords aria-labelledby="discords-title" {
                h2 #discords-title { (title(report)) }
                @if found.is_empty() { p { "Nothing is seen: no two independent sources give values that exclude one another, but for those above." } }
                @for discord in found.iter().take(MOST) { (card(report, discord)) }
                @if more > 0 { p { (counted(more, "more is not shown.", "more are not shown.")) } }
            }
        }
    }
}

fn title(report: Report<'_>) -> &'static str {
    if is_of_draft(report) {
        "What the sources disagree on, and the draft does not tell"
    } else {
        "What the sources disagree on, and no check asks"
    }
}

fn card(report: Report<'_>, discord: &Discord) -> Markup {
    let Judgement { evidence, .. } = &discord.judgement;
    let sides = |stance: Stance| evidence.iter().filter(|evidence| evidence.stance == stance).count();
    html! {
        details.card.warn.discord open {
            summary {
                h3 { (printable(&discord.subject)) ": " (printable(&discord.measure)) }
                p.answer {
                    span.verdict.disputed { span aria-hidden="true" { "≠ " } "disputed" }
                    span.place {
                        (counted(sides(Stance::Supports), "passage", "passages")) " against "
                        (sides(Stance::Contradicts))
                    }
                }
            }
            div.sides {
                div.own { (of_sources(report, &discord.judgement)) }
                div.said { (passages(report, &discord.judgement)) }
            }
        }
    }
}
