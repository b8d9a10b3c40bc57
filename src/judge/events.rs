//! Events: facts of one subject and measure, tied by participants, place, period or announcement.
//!
//! Equal amounts never tie facts and different amounts never part them, but for two amounts that one document sets side by side.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::Bench;
use super::align::Candidate;
use super::parties::Parties;
use super::running::is_running;
use super::scenes::Scenes;
use super::sites::Sites;
use crate::statement::{Qualifiers, Statement, Value};
use crate::value::{Days, Deadline, Fit, Grain, Quantity};

/// Facts about one event, by position among the candidates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// Its facts.
    pub facts: Vec<usize>,
}

/// Gathers candidates into events, in the order of their first facts.
pub fn events(bench: &Bench<'_>, measure: &str, candidates: &[Candidate<'_>]) -> Vec<Event> {
    let mut clusters = Clusters {
        bench,
        candidates,
        running: is_running(bench, measure),
        sites: Sites::new(bench, candidates),
        scenes: Scenes::new(bench, candidates),
        parties: Parties::new(bench, candidates),
        parent: (0..candidates.len()).collect(),
        distinct: Vec::new(),
        members: (0..candidates.len()).map(|_| Vec::new()).collect(),
        conflicting: FxHashSet::default(),
    };
    clusters.join_equal();
    clusters.join_strong();
    clusters.join_weak();
    clusters.attach_bare();
    clusters.events()
}

/// So many days after it happened figures of one event are still told; what lies further apart is another event.
const LONGEST: i64 = 60;

/// Within so many days one announcement is news.
const NEWS: i64 = 7;

/// What ties facts where nothing else conflicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Mark {
    Place(usize),
    Announced((Option<Date>, Option<Date>)),
    When((Option<Date>, Option<Date>)),
    Length,
}

struct Clusters<'a, 'b> {
    bench: &'b Bench<'a>,
    candidates: &'b [Candidate<'a>],
    /// Whether the measure runs on: then the day of a figure is no mark of its event, and a country is one.
    running: bool,
    sites: Sites,
    scenes: Scenes,
    parties: Parties,
    parent: Vec<usize>,
    /// The first of each set of facts that say the same of the same event; only these are compared.
    distinct: Vec<usize>,
    /// The distinct facts of each cluster, by its root.
    members: Vec<Vec<usize>>,
    /// Clusters that were found to conflict, by their roots. Clusters only grow, so that this stays true.
    conflicting: FxHashSet<(usize, usize)>,
}

impl Clusters<'_, '_> {
    fn root(&self, mut at: usize) -> usize {
        while self.parent[at] != at {
            at = self.parent[at];
        }
        at
    }

    /// The distinct facts of a cluster.
    fn members(&self, root: usize) -> &[usize] {
        &self.members[root]
    }

    /// Facts with the same qualifiers and value, as copies of an article have them, are of one event.
    fn join_equal(&mut self) {
        let mut first: FxHashMap<(&Qualifiers, &Option<Value>, &[String]), usize> = FxHashMap::default();
        let candidates = self.candidates;
        for (at, candidate) in candidates.iter().enumerate() {
            let statement = &candidate.found.fact.statement;
            let about: &[String] = if statement.qualifiers.places.is_empty() {
                self.bench.index.about(candidate.found.document)
            } else {
                &[]
            };
            let earlier = *first.entry((&statement.qualifiers, &statement.value, about)).or_insert(at);
            if earlier == at {
                self.distinct.push(at);
                self.members[at].push(at);
            } else {
                self.join(earlier, at);
            }
        }
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return;
        }
        let (kept, gone) = (a.min(b), a.max(b));
        self.parent[gone] = kept;
        let moved = std::mem::take(&mut self.members[gone]);
        // So that the way to the root stays short.
        moved.iter().for_each(|member| self.parent[*member] = kept);
        self.members[kept].extend(moved);
    }

    fn statement(&self, at: usize) -> &Statement {
        &self.candidates[at].found.fact.statement
    }

    /// Partners, deadline, period and announcement tie facts whatever else differs.
    fn join_strong(&mut self) {
        let distinct = self.distinct.clone();
        let (mut parties, mut ends, mut deadlines) = (FxHashMap::default(), FxHashMap::default(), FxHashMap::default());
        for at in distinct.iter().copied() {
            for party in self.parties.of(at).to_vec() {
                self.join(*parties.entry(party).or_insert(at), at);
            }
            let qualifiers = &self.statement(at).qualifiers;
            let (end, deadline) = (period_end(qualifiers), qualifiers.deadline);
            if let Some(end) = end {
                self.join(*ends.entry(end).or_insert(at), at);
            }
            if let Some(deadline) = deadline {
                self.join_deadline(&mut deadlines, deadline, at);
            }
        }
        self.join_announced(&distinct);
    }

    /// Joins a fact with the first of each deadline that is the same as its own; `known` are those so far.
    fn join_deadline(&mut self, known: &mut FxHashMap<Deadline, usize>, deadline: Deadline, at: usize) {
        if let Some(first) = known.get(&deadline) {
            return self.join(*first, at);
        }
        // Whichever order they come in: what joins is the same.
        let alike = known.iter().filter(|(other, _)| other.agrees(&deadline));
        alike.for_each(|(_, first)| self.join(*first, at));
        known.insert(deadline, at);
    }

    /// Only facts of one unit may tell of one announcement, and of these only such as were made known on one day, or of one sum.
    fn join_announced(&mut self, distinct: &[usize]) {
        let mut days: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        let mut sums: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for at in distinct.iter().copied() {
            let Some(quantity) = self.quantity(at) else { continue };
            let qualifiers = &self.statement(at).qualifiers;
            if let Some(day) = qualifiers.announced {
                days.entry((quantity.unit.code.clone(), day.first, day.last)).or_default().push(at);
            }
            if qualifiers.deadline.is_some() {
                sums.entry((quantity.unit.code.clone(), quantity.amount.nominal)).or_default().push(at);
            }
        }
        let groups: Vec<Vec<usize>> = days.into_values().chain(sums.into_values()).collect();
        for group in groups {
            for (number, a) in group.iter().enumerate() {
                let apart: Vec<usize> = self.apart(*a, &group[number + 1..]).collect();
                // Where nothing behind it is apart from a fact, nothing is from those that follow.
                if apart.is_empty() {
                    break;
                }
                for b in apart {
                    if self.root(*a) != self.root(b) && self.announced_together(*a, b) {
                        self.join(*a, b);
                    }
                }
            }
        }
    }

    /// Place, announcement, length and day tie facts where nothing else conflicts; in the order of the facts.
    fn join_weak(&mut self) {
        let distinct = self.distinct.clone();
        let mut sharing: FxHashMap<Mark, Vec<usize>> = FxHashMap::default();
        // Marks of which all facts that are still to come are of one event.
        let mut settled: FxHashSet<Mark> = FxHashSet::default();
        let marks: Vec<Vec<Mark>> = distinct.iter().map(|at| self.marks(*at)).collect();
        for (at, marks) in distinct.iter().zip(&marks) {
            for mark in marks {
                sharing.entry(*mark).or_default().push(*at);
            }
        }
        for (a, marks) in distinct.iter().copied().zip(&marks) {
            // Most facts of a busy corpus are joined long before their turn; that is soon seen.
            let (mut refused, mut apart) = (FxHashSet::default(), Vec::new());
            for mark in marks {
                let all = sharing.get(mark).filter(|_| !settled.contains(mark)).map_or(&[][..], Vec::as_slice);
                let before = apart.len();
                apart.extend(self.apart(a, &all[all.partition_point(|b| *b <= a)..]));
                if apart.len() == before {
                    settled.insert(*mark);
                }
            }
            apart.sort_unstable();
            apart.dedup();
            for b in apart {
                let (own, other) = (self.root(a), self.root(b));
                if own == other || refused.contains(&other) {
                    continue;
                }
                if self.clusters_conflict(own, other) {
                    refused.insert(other);
                } else {
                    self.join(a, b);
                }
            }
        }
    }

    /// Those of some facts that are not in the cluster of one.
    fn apart(&self, at: usize, others: &[usize]) -> impl Iterator<Item = usize> {
        let root = self.root(at);
        others.iter().copied().filter(move |other| self.root(*other) != root)
    }

    /// What a fact tells of its event that others may tell too.
    fn marks(&self, at: usize) -> Vec<Mark> {
        let qualifiers = &self.statement(at).qualifiers;
        let days = |days: Days| (days.first, days.last);
        let closed = |days: &Days| days.first.is_some() && days.last.is_some();
        let mut marks: Vec<Mark> = match self.running {
            true => self.sites.named(at).map(Mark::Place).collect(),
            false => self.sites.narrow(at).map(Mark::Place).collect(),
        };
        marks.extend(qualifiers.announced.filter(closed).map(days).map(Mark::Announced));
        marks.extend(qualifiers.length.as_ref().map(|_| Mark::Length));
        marks.extend(qualifiers.when.map(days).map(Mark::When));
        marks.sort_unstable();
        marks.dedup();
        marks
    }

    /// Two documents that tell of one announcement: on one day, of amounts that do not exclude one another, and of no other partners
    /// or places. What else differs they disagree about.
    fn announced_together(&self, a: usize, b: usize) -> bool {
        let apart = self.candidates[a].found.document != self.candidates[b].found.document;
        let told = |at: usize| self.statement(at).qualifiers.announced;
        let is_one = match told(a).zip(told(b)) {
            Some((one, two)) => one.grain == Grain::Day && one.same_days(&two) && self.amounts_fit(a, b),
            None => self.is_one_promise(a, b),
        };
        apart && is_one && !self.parties.are_others(a, b) && !self.sites.are_apart(a, b)
    }

    fn amounts_fit(&self, a: usize, b: usize) -> bool {
        let both = self.quantity(a).zip(self.quantity(b));
        both.is_some_and(|(one, two)| one.unit == two.unit && !one.amount.halo.is_disjoint_from(&two.amount.halo))
    }

    /// What an article gives a deadline for without a day of its announcement it announces when it appears. The same sum, told of
    /// within days and once in each article, is the same promise.
    fn is_one_promise(&self, a: usize, b: usize) -> bool {
        let alike = self.quantity(a).zip(self.quantity(b)).is_some_and(|(one, two)| {
            one.unit == two.unit && one.amount.states_nominal() && one.amount.nominal == two.amount.nominal
        });
        let known = |at: usize| self.statement(at).qualifiers.announced.or_else(|| self.published(at));
        let far = known(a).zip(known(b)).and_then(|(one, two)| one.gap(&two)).is_some_and(|days| days > NEWS);
        let is_due = |at: usize| self.statement(at).qualifiers.deadline.is_some();
        alike && !far && is_due(a) && is_due(b) && !self.promised_twice(a) && !self.promised_twice(b)
    }

    /// Whether the article of a fact gives its sum another deadline as well.
    fn promised_twice(&self, at: usize) -> bool {
        let document = self.candidates[at].found.document;
        let first = self.candidates.partition_point(|other| other.found.document < document);
        let own = self.candidates.iter().skip(first).take_while(|other| other.found.document == document);
        let this = self.statement(at);
        let deadlines = own.map(|other| &other.found.fact.statement).filter(|other| other.value == this.value);
        deadlines.filter_map(|other| other.qualifiers.deadline).any(|other| Some(other) != this.qualifiers.deadline)
    }

    fn quantity(&self, at: usize) -> Option<&Quantity> {
        match &self.statement(at).value {
            Some(Value::Quantity(quantity)) => Some(quantity),
            Some(Value::Days(_) | Value::Text(_) | Value::List(_)) | None => None,
        }
    }

    fn published(&self, at: usize) -> Option<Days> {
        self.bench.index.document(self.candidates[at].found.document).published.map(Days::day)
    }

    fn clusters_conflict(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.root(a), self.root(b));
        let pair = (a.min(b), a.max(b));
        if self.conflicting.contains(&pair) {
            return true;
        }
        let conflict = self.members(a).iter().any(|a| self.members(b).iter().any(|b| self.conflict(*a, *b)));
        if conflict {
            self.conflicting.insert(pair);
        }
        conflict
    }

    /// Whether two facts cannot be about one event, where nothing ties them strongly.
    fn conflict(&self, a: usize, b: usize) -> bool {
        let (one, two) = (&self.statement(a).qualifiers, &self.statement(b).qualifiers);
        let apart = |one: Option<Days>, two: Option<Days>| one.zip(two).is_some_and(|(one, two)| one.excludes(&two));
        let deadlines = one.deadline.zip(two.deadline).is_some_and(|(one, two)| one.compare(&two) == Fit::Contradicts);
        let mixed = |one: &Qualifiers, two: &Qualifiers| {
            one.deadline.is_some_and(|deadline| {
                two.when.is_some_and(|when| {
                    when.grain == Grain::Span
                        && when.last.is_some()
                        && deadline.named.disjoint(&Days { first: when.last, ..when })
                })
            })
        };
        let far = |one: Option<Days>, two: Option<Days>| {
            one.zip(two).and_then(|(one, two)| one.gap(&two)).is_some_and(|days| days > LONGEST)
        };
        deadlines
            || far(one.when, two.when)
            || !self.running && (apart(one.when, two.when) || apart(one.announced, two.announced))
            || self.parties.are_others(a, b)
            || self.sites.are_apart(a, b)
            || self.scenes.are_apart(a, b)
            || mixed(one, two)
            || mixed(two, one)
            || !self.running && self.side_by_side(a, b)
    }

    /// Two amounts that exclude one another in one document.
    fn side_by_side(&self, a: usize, b: usize) -> bool {
        if self.candidates[a].found.document != self.candidates[b].found.document {
            return false;
        }
        match (&self.statement(a).value, &self.statement(b).value) {
            (Some(Value::Quantity(one)), Some(Value::Quantity(two))) => {
                one.unit == two.unit && one.amount.halo.is_disjoint_from(&two.amount.halo)
            }
            _ => false,
        }
    }

    /// A fact that says nothing of its event belongs to the only one that it can belong to.
    fn attach_bare(&mut self) {
        let is_alone =
            |at: &usize| self.is_bare(&self.statement(*at).qualifiers) && self.members(self.root(*at)).len() == 1;
        let (bare, rest): (Vec<usize>, Vec<usize>) = self.distinct.iter().copied().partition(is_alone);
        let mut others: Vec<usize> = rest.into_iter().map(|at| self.root(at)).collect();
        others.sort_unstable();
        others.dedup();
        for at in bare.iter().copied() {
            let conflicts =
                |root: &usize| self.members(self.root(*root)).iter().any(|member| self.cannot_join(at, *member));
            let fits: Vec<usize> = others.iter().copied().filter(|root| !conflicts(root)).collect();
            match fits[..] {
                [only] => self.join(only, at),
                [] => self.join_first_bare(&bare, at),
                _ => {}
            }
        }
    }

    /// Whether a bare fact cannot belong to the event of another.
    fn cannot_join(&self, bare: usize, other: usize) -> bool {
        self.conflict(bare, other) || self.scenes.are_untied(bare, other)
    }

    /// Whether a fact says nothing of its event. The day of a report says nothing of what it reports a running figure of.
    fn is_bare(&self, qualifiers: &Qualifiers) -> bool {
        qualifiers.deadline.is_none()
            && qualifiers.when.is_none()
            && qualifiers.length.is_none()
            && (self.running || qualifiers.announced.is_none())
            && qualifiers.places.is_empty()
            && qualifiers.partners.is_empty()
    }

    fn join_first_bare(&mut self, bare: &[usize], at: usize) {
        let first = bare.iter().copied().find(|other| {
            *other < at && self.members(self.root(*other)).iter().all(|member| !self.cannot_join(at, *member))
        });
        if let Some(first) = first {
            self.join(first, at);
        }
    }

    fn events(&self) -> Vec<Event> {
        let mut events: BTreeMap<usize, Event> = BTreeMap::new();
        for at in 0..self.candidates.len() {
            events.entry(self.root(at)).or_default().facts.push(at);
        }
        events.into_values().collect()
    }
}

/// Where a period ends: two periods with one end ("from 2025 to 2028", "between now and 2028") are one.
fn period_end(qualifiers: &Qualifiers) -> Option<Date> {
    let is_period = |when: &Days| when.grain == Grain::Span && when.first.is_some();
    qualifiers.when.filter(is_period).and_then(|when| when.last)
}
