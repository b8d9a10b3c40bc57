//! Whether a figure is of the time, and of those, that a claim speaks of: what is told of another year, or of one of two who are named
//! together, comes to no figure of it.

use crate::extract::{MentionKind, Reading};
use crate::index::Kinship;
use crate::judge::Bench;
use crate::value::{Days, Grain};

use super::ask::Ask;
use super::entry::{Entry, Party};

/// The names and days of some sentences.
#[derive(Default)]
struct Told<'a> {
    names: Vec<&'a str>,
    days: Vec<Days>,
}

impl<'a> Told<'a> {
    fn of(reading: &'a Reading, sentences: impl Iterator<Item = usize>) -> Self {
        let mut told = Self::default();
        let spans = sentences.filter_map(|at| reading.sentences.get(at));
        for mention in spans.flat_map(|span| reading.mentions_within(*span)) {
            match &mention.kind {
                MentionKind::Name { canonical, .. } => told.names.push(canonical),
                MentionKind::Time(time) => told.days.extend(time.days),
                MentionKind::Quantity(_) | MentionKind::Quote(_) => {}
            }
        }
        told
    }
}

/// Whether the entries of a document are of the time of a claim, and tell of all whom it names besides whoever has the figure.
/// `sentence` is that of the claim in its own text.
pub(super) fn is_of_one(
    bench: &Bench<'_>,
    ask: &Ask<'_>,
    (claimed, sentence): (&Reading, usize),
    document: usize,
    entries: &[&Entry<'_>],
) -> bool {
    let Some(reading) = bench.index.readings.get(document) else { return false };
    let claim = Told::of(claimed, [sentence].into_iter());
    let own = entries.iter().filter(|entry| !entry.claimed).map(|entry| entry.sentence);
    let told = Told::of(reading, own);
    names_all(bench, ask, document, &claim, &told) && is_of_time(bench, document, ask, &claim, &told)
}

/// "Norvik, together with Lund Steel, has 45": the entries name both.
fn names_all(bench: &Bench<'_>, ask: &Ask<'_>, document: usize, claim: &Told<'_>, told: &Told<'_>) -> bool {
    let names = &bench.index.names;
    let is_holder = |name: &str| ask.holder().is(&Party::Named(name.to_lowercase()));
    let is_told = |name: &str| told.names.iter().any(|own| names.kinship(name, document, own) != Kinship::None);
    claim.names.iter().all(|name| is_holder(name) || is_told(name))
}

/// Whether no day of the claim excludes all that the entries tell, and entries of several years are asked for as a total.
fn is_of_time(bench: &Bench<'_>, document: usize, ask: &Ask<'_>, claim: &Told<'_>, told: &Told<'_>) -> bool {
    if !claim.days.is_empty() {
        return told.days.iter().all(|own| claim.days.iter().any(|asked| own.overlaps(asked)));
    }
    let is_year = |days: &&Days| days.grain >= Grain::Year;
    let years = || told.days.iter().filter(is_year);
    let is_apart = years().any(|one| years().any(|other| one.excludes(other)));
    let published = bench.index.document(document).published.map(Days::day);
    let is_past = years().any(|year| published.is_some_and(|day| !year.overlaps(&day)));
    ask.total || !is_apart && !is_past
}
