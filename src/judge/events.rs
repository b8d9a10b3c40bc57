//! Events: facts of one subject and measure, tied by participants, place, period or announcement.
//!
//! Equal amounts never tie facts and different amounts never part them, but for two amounts that one document sets side by side.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::Bench;
use super::align::Candidate;
use super::running::is_running;
use super::sites::Sites;
use crate::statement::{Qualifiers, Statement, Value};
use crate::value::{Days, Fit, Grain, Quantity};

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
        parent: (0..candidates.len()).collect(),
        distinct: Vec::new(),
        members: (0..candidates.len()).map(|_| Vec::new()).collect(),
        conflicting: BTreeSet::new(),
    };
    clusters.join_equal();
    clusters.join_pairs(Strength::Strong);
    clusters.join_pairs(Strength::Weak);
    clusters.attach_bare();
    clusters.events()
}

/// So many days after it happened figures of one event are still told; what lies further apart is another event.
const LONGEST: i64 = 60;

/// Within so many days one announcement is news.
const NEWS: i64 = 7;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Strength {
    /// Participants, deadline, period: ties whatever else differs.
    Strong,
    /// Place, announcement, length: ties where nothing else conflicts.
    Weak,
}

struct Clusters<'a, 'b> {
    bench: &'b Bench<'a>,
    candidates: &'b [Candidate<'a>],
    /// Whether the measure runs on: then the day of a figure is no mark of its event, and a country is one.
    running: bool,
    sites: Sites,
    parent: Vec<usize>,
    /// The first of each set of facts that say the same of the same event; only these are compared.
    distinct: Vec<usize>,
    /// The distinct facts of each cluster, by its root.
    members: Vec<Vec<usize>>,
    /// Clusters that were found to conflict, by their roots. Clusters only grow, so that this stays true.
    conflicting: BTreeSet<(usize, usize)>,
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
        let (kept, gone) = (a.min(b), a.max(b));
        self.parent[gone] = kept;
        let moved = std::mem::take(&mut self.members[gone]);
        self.members[kept].extend(moved);
    }

    fn statement(&self, at: usize) -> &Statement {
        &self.candidates[at].found.fact.statement
    }

    fn join_pairs(&mut self, strength: Strength) {
        let distinct = self.distinct.clone();
        for (number, a) in distinct.iter().copied().enumerate() {
            for b in distinct.iter().copied().skip(number + 1) {
                // Most facts of a busy corpus are joined long before their turn; that is soon seen.
                let apart = self.root(a) != self.root(b);
                let tied = apart
                    && match strength {
                        Strength::Strong => self.is_strong(a, b),
                        Strength::Weak => self.is_weak(a, b) && !self.clusters_conflict(a, b),
                    };
                if tied {
                    self.join(a, b);
                }
            }
        }
    }

    fn is_strong(&self, a: usize, b: usize) -> bool {
        let (one, two) = (&self.statement(a).qualifiers, &self.statement(b).qualifiers);
        self.share(a, &one.partners, b, &two.partners)
            || same_deadline(one, two)
            || same_period(one, two)
            || self.announced_together(a, b)
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
        apart && is_one && !self.other_partners(a, b) && !self.sites.are_apart(a, b)
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

    fn other_partners(&self, a: usize, b: usize) -> bool {
        let (one, two) = (&self.statement(a).qualifiers.partners, &self.statement(b).qualifiers.partners);
        !one.is_empty() && !two.is_empty() && !self.share(a, one, b, two)
    }

    fn is_weak(&self, a: usize, b: usize) -> bool {
        let (one, two) = (&self.statement(a).qualifiers, &self.statement(b).qualifiers);
        let places = if self.running { self.sites.share(a, b) } else { self.sites.share_narrow(a, b) };
        let announced = one
            .announced
            .zip(two.announced)
            .is_some_and(|(one, two)| one.last.is_some() && one.first.is_some() && one.same_days(&two));
        let length = one.length.is_some() && two.length.is_some();
        places || announced || length || same_day(one, two)
    }

    fn share(&self, a: usize, one: &[String], b: usize, two: &[String]) -> bool {
        let (first, second) = (self.candidates[a].found.document, self.candidates[b].found.document);
        one.iter().any(|name| two.iter().any(|other| self.bench.index.names.same((first, name), (second, other))))
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
            || self.other_partners(a, b)
            || self.sites.are_apart(a, b)
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
                |root: &usize| self.members(self.root(*root)).iter().any(|member| self.conflict(at, *member));
            let fits: Vec<usize> = others.iter().copied().filter(|root| !conflicts(root)).collect();
            match fits[..] {
                [only] => self.join(only, at),
                [] => self.join_first_bare(&bare, at),
                _ => {}
            }
        }
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
            *other < at && self.members(self.root(*other)).iter().all(|member| !self.conflict(at, *member))
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

fn same_deadline(one: &Qualifiers, two: &Qualifiers) -> bool {
    one.deadline.zip(two.deadline).is_some_and(|(one, two)| one.agrees(&two))
}

/// Two periods with one end ("from 2025 to 2028", "between now and 2028"), or one end date as a deadline.
fn same_period(one: &Qualifiers, two: &Qualifiers) -> bool {
    one.when.zip(two.when).is_some_and(|(one, two)| {
        one.grain == Grain::Span
            && two.grain == Grain::Span
            && one.last.is_some()
            && one.last == two.last
            && one.first.is_some()
            && two.first.is_some()
    })
}

fn same_day(one: &Qualifiers, two: &Qualifiers) -> bool {
    one.when.zip(two.when).is_some_and(|(one, two)| one.same_days(&two))
}
