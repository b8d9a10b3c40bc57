//! Which numbers, dates, names and quotes of the articles no check holds: figures, and the articles with what is held and what is not.

use std::ops::Range;

use maud::{Markup, html};

use crate::corpus::{Document, Zone, ZoneKind};
use crate::run::{Counts, Cover, Cue, CueKind, CueState};
use crate::source::printable;

use super::super::super::Report;
use super::super::super::cover::many;
use super::super::super::style::{counted, thousands};
use super::words::is_of_draft;

/// Behind so many bytes of articles no more text is shown; the figures of the others are.
const MOST_TEXT: usize = 300_000;

/// The section; nothing where nobody looked, or where there is no check that could hold anything.
pub(super) fn coverage(report: Report<'_>) -> Markup {
    let background = report.run.background.as_ref().filter(|_| !report.run.results.is_empty());
    html! {
        @if let Some(background) = background {
            section #coverage aria-labelledby="coverage-title" {
                @if is_of_draft(report) {
                    h2 #coverage-title { "What the draft tells of the articles" }
                    p { "A number, a date, a name or a quote is held where a statement of the draft rests on it; the draft is silent on the others." }
                } @else {
                    h2 #coverage-title { "What the checks hold of the articles" }
                    p { "If a number, a date, a name or a quote changed that no check holds, every check would still pass." }
                }
                (figures(&background.covers))
                (articles(report, &background.covers))
            }
        }
    }
}

fn figures(covers: &[Cover]) -> Markup {
    let cues = || covers.iter().flat_map(|cover| &cover.cues);
    let rows = CueKind::ALL.iter().map(|kind| (many(*kind), Counts::of(cues(), Some(*kind))));
    let all = Counts::of(cues(), None);
    html! {
        div.scroll role="region" aria-label="Figures of what is held" tabindex="0" {
            table {
                thead { tr { th scope="col" { "Kind" } th.number scope="col" { "Held" } th.number scope="col" { "Not held" } th.number scope="col" { "Percent" } th.number scope="col" { "Seen, not read" } } }
                tbody { @for (name, counts) in rows.chain([("all", all)]) { (figure(name, counts)) } }
            }
        }
    }
}

fn figure(name: &str, counts: Counts) -> Markup {
    html! {
        tr {
            th scope="row" { (name) }
            td.number { (thousands(counts.covered)) }
            td.number { (thousands(counts.read - counts.covered)) }
            td.number { @if counts.read == 0 { "–" } @else { (counts.percent()) " %" } }
            td.number { (thousands(counts.unread)) }
        }
    }
}

fn articles(report: Report<'_>, covers: &[Cover]) -> Markup {
    let mut room = MOST_TEXT;
    let mut shown = Vec::new();
    for cover in covers {
        let Some(document) = report.corpus.documents.get(cover.document) else { continue };
        let fits = document.text.len() <= room;
        room -= if fits { document.text.len() } else { 0 };
        shown.push((document, cover, fits));
    }
    let left_out = shown.iter().filter(|(_, _, fits)| !fits).count();
    html! {
        @for (document, cover, fits) in &shown { @if *fits { (article(document, cover)) } }
        @if left_out > 0 {
            p { "The text of " (counted(left_out, "more article", "more articles")) " is not shown; " code { "factum coverage" } " shows it." }
            ul { @for (document, cover, fits) in &shown { @if !fits { li { (title(document, cover)) } } } }
        }
    }
}

/// `herald: 12 of 40 held`.
fn title(document: &Document, cover: &Cover) -> Markup {
    let counts = Counts::of(cover.cues.iter(), None);
    html! { (printable(&document.id)) ": " (counts.covered) " of " (counts.read) " held" }
}

fn article(document: &Document, cover: &Cover) -> Markup {
    let cues = placed(document, cover);
    let is_read = |zone: &&Zone| !matches!(zone.kind, ZoneKind::Boilerplate | ZoneKind::Metadata);
    html! {
        details.card.article {
            summary { h3 { (title(document, cover)) } }
            p.legend { mark.loose { "not held" } " " span.held { "held" } " " span.unread { "seen, not read" } }
            @for zone in document.zones.iter().filter(is_read) {
                p class=(zone_name(zone.kind)) { (annotated(document, zone, &cues)) }
            }
        }
    }
}

fn zone_name(kind: ZoneKind) -> &'static str {
    match kind {
        ZoneKind::Headline | ZoneKind::Subhead => "text headline",
        ZoneKind::Body | ZoneKind::Bullet | ZoneKind::Caption | ZoneKind::Metadata | ZoneKind::Boilerplate => "text",
    }
}

/// The cues with their places in the reading text, in order.
fn placed<'a>(document: &Document, cover: &'a Cover) -> Vec<(Range<usize>, &'a Cue)> {
    let mut cues: Vec<(Range<usize>, &Cue)> =
        cover.cues.iter().map(|cue| (document.reading(cue.place.span).range(), cue)).collect();
    cues.sort_by_key(|(range, _)| (range.start, range.end));
    cues
}

/// A block in pieces: each as the shortest cue has it that it lies in.
fn annotated(document: &Document, zone: &Zone, cues: &[(Range<usize>, &Cue)]) -> Markup {
    let block = zone.span.range();
    let inside: Vec<&(Range<usize>, &Cue)> =
        cues.iter().filter(|(range, _)| range.start < block.end && block.start < range.end).collect();
    let mut borders: Vec<usize> = inside.iter().flat_map(|(range, _)| [range.start, range.end]).collect();
    borders.extend([block.start, block.end]);
    borders.retain(|at| block.start <= *at && *at <= block.end && document.text.is_char_boundary(*at));
    borders.sort_unstable();
    borders.dedup();
    let state = |from: usize| {
        let around = inside.iter().filter(|(range, _)| range.contains(&from));
        around.min_by_key(|(range, _)| range.len()).map(|(_, cue)| cue.state)
    };
    html! {
        @for pair in borders.windows(2) {
            (piece(document.text.get(pair[0]..pair[1]).unwrap_or_default(), state(pair[0])))
        }
    }
}

fn piece(words: &str, state: Option<CueState>) -> Markup {
    let words = printable(words);
    html! {
        @match state {
            None => (words),
            Some(CueState::Uncovered) => mark.loose { (words) },
            Some(CueState::Covered) => span.held { (words) },
            Some(CueState::Unread) => span.unread { (words) },
        }
    }
}
