//! What the sources disagree on though no check asks.

use maud::{Markup, html};

use crate::judge::{Discord, Discords, Judgement, MOST_ARTICLES, Stance};
use crate::run::{Background, asking};
use crate::source::printable;

use super::super::super::Report;
use super::super::super::human::names;
use super::super::super::style::counted;
use super::passage::passages;
use super::picture::of_sources;
use super::words::is_of_draft;

/// So many are shown; the others are counted.
const MOST: usize = 50;

/// The section; nothing where nobody looked.
pub(super) fn discords(report: Report<'_>) -> Markup {
    html! {
        @if let Some(background) = &report.run.background {
            @let found = &background.discords.found;
            @let more = found.len().saturating_sub(MOST);
            section #discords aria-labelledby="discords-title" {
                h2 #discords-title { (title(report)) }
                @for sentence in looked_at(report, background) { p { (sentence) } }
                @for discord in found.iter().take(MOST) { (card(report, discord)) }
                @if more > 0 { p { (counted(more, "more is not shown.", "more are not shown.")) } }
            }
        }
    }
}

/// The way to the section, with how much stands there. Where nothing could be held side by side, no number is any.
pub(super) fn entry(report: Report<'_>, background: &Background) -> String {
    match &background.discords {
        Discords { compared: 0, .. } => "Disagreements (nothing to compare)".to_owned(),
        Discords { found, .. } => format!("{} ({})", title(report), found.len()),
    }
}

/// What was held side by side, what came of it, and of how much nothing can be told.
fn looked_at(report: Report<'_>, background: &Background) -> Vec<String> {
    let Background { discords: Discords { found, compared, alone, sentences_left }, asked, .. } = background;
    let checks = names(report)[1];
    let outcome = match (found.len(), asked) {
        (0, 0) => "no two sources exclude one another.".to_owned(),
        (0, asked) => format!("sources exclude one another in {asked}, as the {checks} above show."),
        (found, 0) => format!("sources exclude one another in {found}."),
        (found, asked) => {
            format!("sources exclude one another in {found}, and in {asked} besides, as the {checks} above show.")
        }
    };
    let side_by_side = match compared {
        0 => "Nothing could be held side by side: no two independent sources are seen to give a number or a day of \
              the same thing. Whether they agree is not known."
            .to_owned(),
        _ => {
            let things = counted(*compared, "thing", "things");
            format!("Of {things} several independent sources give a number or a day; {outcome}")
        }
    };
    let has = if *compared == 0 { ["thing has", "things have"] } else { ["more has", "more have"] };
    let alone = (*alone > 0).then(|| {
        let things = counted(*alone, has[0], has[1]);
        format!("{things} one from a single source, as far as names and events tell, and nothing to be held against.")
    });
    let left = sentences_left.then(|| {
        format!("Sentences are not held against one another here: that is done with up to {MOST_ARTICLES} articles.")
    });
    [Some(side_by_side), alone, left].into_iter().flatten().collect()
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
                h3 { (printable(&discord.matter.title())) }
                p.answer {
                    span.verdict.disputed { span aria-hidden="true" { "≠ " } "disputed" }
                    span.place {
                        (counted(sides(Stance::Supports), "passage", "passages")) " against "
                        (sides(Stance::Contradicts))
                    }
                }
            }
            @if let Some(line) = asking(&discord.matter) { p { "The check that asks: " code { (printable(&line)) } } }
            div.sides {
                div.own { (of_sources(report, &discord.judgement)) }
                div.said { (passages(report, &discord.judgement)) }
            }
        }
    }
}
