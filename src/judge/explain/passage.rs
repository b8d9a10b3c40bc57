//! Which passages are shown, and the line above each.

use std::collections::BTreeSet;

use crate::diag::Label;
use crate::source::{Place, Sources};

use super::super::{Evidence, NearMiss, Rule, Stance, Verdict};
use super::Case;
use super::words::day;

/// At most so many passages are drawn; the others are named.
const MOST_PASSAGES: usize = 6;

/// What is shown.
pub(super) struct Chosen {
    /// The passages, drawn.
    pub labels: Vec<Label>,
    /// The passages that are only named.
    pub more: Option<String>,
    /// What came near, a line each.
    pub nearest: Vec<String>,
}

/// Picks what an editor needs to see to decide.
pub(super) fn choose(case: Case<'_>) -> Chosen {
    let mut shown = BTreeSet::new();
    let mut picked = pick(case);
    picked.retain(|evidence| shown.insert((evidence.focus, evidence.stance)));
    let labels = picked.iter().take(MOST_PASSAGES).map(|evidence| label(case, evidence));
    let more: Vec<String> =
        picked.iter().skip(MOST_PASSAGES).map(|evidence| spot(case.sources, evidence.focus)).collect();
    let more = (!more.is_empty()).then(|| format!("and so {}: {}", further(more.len()), more.join(", ")));
    let nearest = case.judgement.nearest.iter().map(|miss| near(case, miss)).collect();
    Chosen { labels: labels.collect(), more, nearest }
}

fn further(number: usize) -> String {
    if number == 1 { "does one more passage".to_owned() } else { format!("do {number} more passages") }
}

fn spot(sources: &Sources, place: Place) -> String {
    let file = sources.file(place.file);
    format!("{}:{}", file.name, file.line_column(place.span.start))
}

fn pick<'a>(case: Case<'a>) -> Vec<&'a Evidence> {
    let evidence = &case.judgement.evidence;
    let of = |stance: Stance| evidence.iter().filter(move |evidence| evidence.stance == stance);
    if case.judgement.rule == Rule::SeveralEvents {
        return one_each_event(evidence);
    }
    match case.judgement.verdict {
        Verdict::Contradicted | Verdict::Disputed => {
            of(Stance::Contradicts).chain(of(Stance::Supports).take(1)).collect()
        }
        Verdict::Supported => of(Stance::Supports).collect(),
        Verdict::Ambiguous => of(Stance::Compatible).chain(of(Stance::Contradicts)).collect(),
        Verdict::Unmentioned => Vec::new(),
    }
}

/// The first passage of each event; supporting before contradicting before compatible.
fn one_each_event(evidence: &[Evidence]) -> Vec<&Evidence> {
    let events: BTreeSet<usize> = evidence.iter().map(|evidence| evidence.event).filter(|event| *event > 0).collect();
    let best = |event: usize| {
        evidence.iter().filter(|evidence| evidence.event == event).min_by_key(|evidence| evidence.stance)
    };
    events.into_iter().filter_map(best).collect()
}

fn label(case: Case<'_>, evidence: &Evidence) -> Label {
    Label::secondary(evidence.focus, evidence.reason.clone()).titled(cite(case, evidence))
}

/// Who says it, when, where, and what it does: `The Herald, 29 October 2025, line 3, citing the mayor, says otherwise`.
pub fn cite(case: Case<'_>, evidence: &Evidence) -> String {
    let mut parts = origin(case, evidence.document, evidence.focus);
    parts.extend(evidence.speaker.iter().map(|speaker| format!("citing {speaker}")));
    let does = match (evidence.stance, case.judgement.rule) {
        (_, Rule::SeveralEvents) => format!("may be meant ({})", evidence.event),
        // What `never` forbids is what these passages say.
        (Stance::Contradicts, Rule::Never) => "says so".to_owned(),
        (Stance::Supports, _) => "says so".to_owned(),
        (Stance::Contradicts, _) => "says otherwise".to_owned(),
        (Stance::Compatible, _) => "leaves it open".to_owned(),
    };
    parts.push(does);
    let copied = copied_from(case, evidence).map(|id| format!(" (shares its text with {id})")).unwrap_or_default();
    format!("{}{copied}", parts.join(", "))
}

fn origin(case: Case<'_>, document: usize, place: Place) -> Vec<String> {
    let line = case.sources.file(place.file).line_column(place.span.start).line;
    let mut parts = Vec::new();
    if let Some(document) = case.corpus.documents.get(document) {
        parts.push(document.publisher.clone().unwrap_or_else(|| document.id.clone()));
        parts.extend(document.published.map(day));
    }
    parts.push(format!("line {line}"));
    parts
}

/// The id of another document among the evidence that this one shares its lineage with, if that one comes first.
fn copied_from<'a>(case: Case<'a>, evidence: &Evidence) -> Option<&'a str> {
    let same = |other: &&Evidence| other.lineage == evidence.lineage && other.document < evidence.document;
    let first = case.judgement.evidence.iter().filter(same).map(|other| other.document).min()?;
    case.corpus.documents.get(first).map(|document| document.id.as_str())
}

/// What came near, in one line each, so that a screen of them can be read: `herald, line 3: “$5 million”, pledge of Norvik (same subject,
/// other measure)`.
fn near(case: Case<'_>, miss: &NearMiss) -> String {
    let said = case.sources.slice(miss.place).split_whitespace().collect::<Vec<_>>().join(" ");
    let origin = origin(case, miss.document, miss.place).join(", ");
    format!("near: {origin}: “{said}”, {} ({})", miss.what, miss.how)
}
