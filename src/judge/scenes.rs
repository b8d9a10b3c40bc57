//! Where what has no name is, or was: "a fire at the Tarn depot", "parking fees". Two fires at two places are two, and where nothing says that
//! it is one, the fire of one article is not that of another; nor are the fees of one town those of another.

use std::collections::{BTreeMap, BTreeSet};

use super::Bench;
use super::align::Candidate;
use crate::extract::{MentionKind, singular};
use crate::index::Containment;
use crate::source::Span;
use crate::value::{Days, Grain};

/// The scene of the event that a candidate is about.
#[derive(Clone, Debug, Default)]
struct Scene {
    /// The names behind it, each by its first word: `Tarn`.
    names: BTreeSet<String>,
    /// The days on which it was.
    days: Vec<Days>,
}

/// The scenes of candidates that are about events without a name.
#[derive(Debug)]
pub struct Scenes {
    /// By candidate, its scene; none of anything else.
    of: Vec<Option<usize>>,
    all: Vec<Scene>,
    /// Pairs of scenes whose names lie one inside the other, as far as places are known.
    nested: BTreeSet<(usize, usize)>,
}

/// So many words behind its preposition a scene has its name.
const FARTHEST: usize = 3;

impl Scenes {
    /// Looks them up in the articles of the candidates.
    pub fn new(bench: &Bench<'_>, candidates: &[Candidate<'_>]) -> Self {
        let mut numbers: BTreeMap<(usize, &str), usize> = BTreeMap::new();
        let mut scenes = Self { of: Vec::new(), all: Vec::new(), nested: BTreeSet::new() };
        for candidate in candidates {
            let name = candidate.found.fact.statement.subject.name.as_str();
            let last = name.rsplit(' ').next().unwrap_or_default();
            let document = candidate.found.document;
            let is_unnamed = !name.is_empty() && !name.contains(char::is_uppercase);
            let number = is_unnamed.then(|| {
                *numbers.entry((document, last)).or_insert_with(|| {
                    scenes.all.push(match bench.index.grammar.is_event(last) {
                        true => {
                            let days = bench.index.days_of_event(candidate.found);
                            let days = days.iter().filter(|days| days.grain == Grain::Day).copied().collect();
                            Scene { names: names_behind(bench, document, last), days }
                        }
                        // The parking fees of an article are those of the place that it is about.
                        false => {
                            Scene { names: bench.index.about(document).iter().cloned().collect(), days: Vec::new() }
                        }
                    });
                    scenes.all.len() - 1
                })
            });
            scenes.of.push(number);
        }
        scenes.nest(bench);
        scenes
    }

    fn nest(&mut self, bench: &Bench<'_>) {
        let places = &bench.index.places;
        let within = |one: &String, two: &String| {
            places.knows(one) && matches!(places.relation(one, two), Containment::Inside | Containment::Wider)
        };
        for (a, one) in self.all.iter().enumerate() {
            for (b, two) in self.all.iter().enumerate() {
                if one.names.iter().any(|one| two.names.iter().any(|two| within(one, two))) {
                    self.nested.insert((a, b));
                }
            }
        }
    }

    fn pair(&self, a: usize, b: usize) -> Option<(usize, usize)> {
        self.of[a].zip(self.of[b])
    }

    /// Whether two candidates are about events without a name at two places.
    pub fn are_apart(&self, a: usize, b: usize) -> bool {
        self.pair(a, b).is_some_and(|(a, b)| {
            let (one, two) = (&self.all[a].names, &self.all[b].names);
            let known = !one.is_empty() && !two.is_empty();
            a != b && known && one.is_disjoint(two) && !self.nested.contains(&(a, b))
        })
    }

    /// Whether nothing says of two such events that they are one: no name of a place, and no day.
    pub fn are_untied(&self, a: usize, b: usize) -> bool {
        self.pair(a, b).is_some_and(|(a, b)| {
            let (one, two) = (&self.all[a], &self.all[b]);
            let place = || !one.names.is_disjoint(&two.names) || self.nested.contains(&(a, b));
            let day = || one.days.iter().any(|day| two.days.iter().any(|other| day.same_days(other)));
            let told = |scene: &Scene| !scene.names.is_empty() || !scene.days.is_empty();
            a != b && told(one) && told(two) && !place() && !day()
        })
    }
}

/// The names of places right behind an event in an article, each by its first word.
fn names_behind(bench: &Bench<'_>, document: usize, event: &str) -> BTreeSet<String> {
    let grammar = bench.index.grammar;
    let text = &bench.index.document(document).text;
    let Some(reading) = bench.index.readings.get(document) else { return BTreeSet::new() };
    let is_same = |word: &str| {
        let word = singular(&word.to_lowercase());
        word == event || grammar.synonym(event).is_some() && grammar.synonym(&word) == grammar.synonym(event)
    };
    let is_time = |at: usize| {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        let covers = |span: Span| span.start <= at && at < span.end;
        let mut times = reading.mentions.iter().filter(|it| matches!(it.kind, MentionKind::Time(_)));
        times.any(|mention| covers(mention.span))
    };
    let mut names = BTreeSet::new();
    for sentence in &reading.sentences {
        let words: Vec<&str> = sentence.slice(text).split_whitespace().collect();
        for (at, _) in words.iter().enumerate().filter(|(_, word)| is_same(word)) {
            let place = words.get(at + 1).is_some_and(|word| matches!(*word, "at" | "in" | "on" | "near" | "inside"));
            let behind = words.iter().skip(at + 2).take(if place { FARTHEST } else { 0 });
            // What a comma closes or a verb follows is the end of the place.
            let ends = |word: &str| word.ends_with([',', '.', ';', ':']) || grammar.is_past(word);
            let mut open = true;
            let within = behind.take_while(|word| std::mem::replace(&mut open, !ends(word)));
            let capital = |word: &&&str| word.starts_with(char::is_uppercase);
            let offset = |word: &str| word.as_ptr().addr() - text.as_ptr().addr();
            let name = within.filter(capital).find(|word| !is_time(offset(word)));
            names.extend(name.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()));
        }
    }
    names
}
