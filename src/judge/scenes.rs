//! Where what has no name is, or was: "a fire at the Tarn depot", "parking fees". Two fires at two places are two, and where nothing says that
//! it is one, the fire of one article is not that of another; nor are the fees of one town those of another.

use std::collections::{BTreeMap, BTreeSet};

use super::Bench;
use super::align::Candidate;
use super::sites::Relations;
use crate::extract::{Mention, MentionKind, singular};
use crate::value::{Days, Grain};

/// So many words in front of a name tell that it is the scene of an event: "fire at the old".
const FARTHEST: usize = 4;

/// The scene of what a candidate is about.
#[derive(Debug)]
struct Scene {
    /// The places of it, by number.
    places: Vec<usize>,
    /// The days on which it was.
    days: Vec<Days>,
}

/// The scenes of candidates that are about what has no name.
#[derive(Debug)]
pub struct Scenes {
    /// By candidate, its scene; none of anything else.
    of: Vec<Option<usize>>,
    all: Vec<Scene>,
    relations: Relations,
}

impl Scenes {
    /// Looks them up in the articles of the candidates.
    pub fn new(bench: &Bench<'_>, candidates: &[Candidate<'_>]) -> Self {
        let mut relations = Relations::default();
        let (mut of, mut all, mut known) = (Vec::new(), Vec::new(), BTreeMap::new());
        for candidate in candidates {
            let name = candidate.found.fact.statement.subject.name.as_str();
            let document = candidate.found.document;
            let kind = name.rsplit(' ').next().unwrap_or_default();
            let is_unnamed = !name.is_empty() && !name.contains(char::is_uppercase);
            of.push(is_unnamed.then(|| {
                *known.entry((document, kind)).or_insert_with(|| {
                    let is_event = bench.index.grammar.is_event(kind);
                    // The parking fees of an article are those of the place that it is about.
                    let about = bench.index.about(document).iter().map(String::as_str);
                    let places = if is_event { places_behind(bench, document, kind) } else { about.collect() };
                    let days = if is_event { bench.index.days_of_event(candidate.found) } else { &[] };
                    all.push(Scene {
                        places: relations.numbers(places),
                        days: days.iter().filter(|days| days.grain == Grain::Day).copied().collect(),
                    });
                    all.len() - 1
                })
            }));
        }
        relations.relate(&bench.index.places);
        Self { of, all, relations }
    }

    /// The scenes of two candidates, if they are two.
    fn pair(&self, a: usize, b: usize) -> Option<(&Scene, &Scene)> {
        let (a, b) = self.of[a].zip(self.of[b]).filter(|(a, b)| a != b)?;
        Some((&self.all[a], &self.all[b]))
    }

    /// Whether two candidates are about what has no name, at two places.
    pub fn are_apart(&self, a: usize, b: usize) -> bool {
        self.pair(a, b).is_some_and(|(one, two)| {
            !one.places.is_empty() && !two.places.is_empty() && !self.relations.meet(&one.places, &two.places)
        })
    }

    /// Whether nothing says of two of them that they are one: no name of a place, and no day.
    pub fn are_untied(&self, a: usize, b: usize) -> bool {
        let told = |scene: &Scene| !scene.places.is_empty() || !scene.days.is_empty();
        self.pair(a, b).is_some_and(|(one, two)| {
            let share_day = || one.days.iter().any(|day| two.days.iter().any(|other| day.same_days(other)));
            told(one) && told(two) && !self.relations.meet(&one.places, &two.places) && !share_day()
        })
    }
}

/// The names right behind an event in an article: "the fire at the Tarn depot", "a fire in San Jose".
fn places_behind<'a>(bench: &Bench<'a>, document: usize, event: &str) -> BTreeSet<&'a str> {
    let (grammar, vocabulary) = (bench.index.grammar, bench.index.vocabulary);
    let text = &bench.index.document(document).text;
    let Some(reading) = bench.index.readings.get(document) else { return BTreeSet::new() };
    let is_event = |word: &str| {
        let word = singular(word);
        word == event || grammar.synonym(event).is_some() && grammar.synonym(&word) == grammar.synonym(event)
    };
    let place = |mention: &'a Mention| {
        let MentionKind::Name { canonical, .. } = &mention.kind else { return None };
        let before = text.get(..mention.span.range().start)?.split_whitespace().rev();
        let before: Vec<&str> = before.take(FARTHEST).collect();
        let tied = |pair: &[&str]| matches!(pair, [tie, noun] if vocabulary.lists("of a scene", tie) && is_event(noun));
        before.windows(2).any(tied).then_some(canonical.as_str())
    };
    reading.mentions.iter().filter_map(place).collect()
}
