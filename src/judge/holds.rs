//! SUBJECT MEASURE RELATION VALUE: candidates into events, the events that are meant, a stance for each passage.

mod converted;
mod off;
mod placed;
mod some;
mod sorted;
mod spoken;

use std::collections::BTreeMap;

use super::advice::Heard;
use super::align::{Candidate, Tie, inferred};
use super::decide::{Opinion, Tally, judgement, tallied};
use super::events::{Event, events};
use super::narrower::Opposites;
use super::parts::{Share, shares};
use super::qualify::{Qualifier, Standing, asserted, standing};
use super::running::{latest, superseded};
use super::sorts::Sort;
use super::telling::telling_apart;
use super::{
    Advice, Bench, Evidence, Judgement, Rule, Stance, Times, Verdict, dates, elided, signs, stated, texts, words,
};
use crate::check::{Operand, Reading};
use crate::index::Found;
use crate::source::Span;
use crate::statement::{MeasureKind, Modality, Polarity, Statement, Value};
use crate::value::{Comparison, Dimension, Fit, Number, Policy, Quantity, Reason, Relation, Wording, compare};
use spoken::{spoken, stated_by_the_way};

/// An assertion about a value.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Subject, measure, qualifiers.
    pub operand: &'a Operand,
    /// The relation.
    pub relation: Relation,
    /// The value; none where only existence is asserted.
    pub value: Option<&'a Value>,
    /// Where the value stands.
    pub value_span: Option<Span>,
    /// The verbs of a sentence in plain English; a passage with the opposite one says otherwise.
    pub verbs: &'a [String],
    /// Of a sentence in plain English: the sort of what is counted.
    pub sort: Option<&'a Sort>,
}

/// Judges an assertion about a value.
pub fn judge(bench: &Bench<'_>, reading: Reading, asked: &Asked<'_>) -> Judgement {
    if let Some(judgement) = texts::judge(bench, reading, asked) {
        return judgement;
    }
    let all = if reading == Reading::Some { stated_by_the_way(bench, asked) } else { spoken(bench, asked) };
    let hearing = Hearing::new(bench, asked, all);
    match reading {
        // Words are told once and not again: whoever says so says it of some event.
        Reading::The if matches!(asked.value, Some(Value::Text(_) | Value::List(_))) => hearing.some(),
        Reading::The => hearing.the(),
        Reading::Some => hearing.some(),
        Reading::Never => hearing.never(),
    }
}

/// Judges the denial of a value: what supports the value contradicts it, and who denies the value supports it.
pub fn denied(bench: &Bench<'_>, asked: &Asked<'_>) -> Judgement {
    Hearing::new(bench, asked, spoken(bench, asked)).denied()
}

/// The candidates of an assertion, gathered into events.
pub struct Hearing<'a, 'b> {
    bench: &'b Bench<'a>,
    asked: &'b Asked<'b>,
    candidates: Vec<Candidate<'a>>,
    members: Vec<Candidate<'a>>,
    events: Vec<Event>,
    /// Figures of a part of what their event is told of, or of more than what is asked for.
    shares: BTreeMap<usize, Share>,
    qualifiers: Vec<Qualifier>,
    /// What excludes the asserted verbs, and the words of the measure.
    opposites: [Opposites<'a>; 2],
    /// Whether a change is asked for.
    change: bool,
}

impl<'a, 'b> Hearing<'a, 'b> {
    /// Gathers candidates.
    pub fn new(bench: &'b Bench<'a>, asked: &'b Asked<'b>, all: Vec<Candidate<'a>>) -> Self {
        let (members, candidates): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|candidate| candidate.tie == Tie::Member);
        let measure = &asked.operand.statement.measure.name;
        let events = events(bench, measure, &candidates);
        let shares = events.iter().flat_map(|event| shares(bench, asked, &candidates, event)).collect();
        let vocabulary = bench.index.vocabulary;
        let mut changes = vocabulary.measures.iter().filter(|entry| entry.kind == MeasureKind::Change);
        let opposites = [
            Opposites::new(vocabulary, asked.verbs.iter().cloned()),
            Opposites::new(vocabulary, measure.split(' ').map(str::to_owned)),
        ];
        let (change, qualifiers) = (changes.any(|entry| entry.name == *measure), asserted(asked.operand));
        Self { bench, asked, candidates, members, events, shares, qualifiers, opposites, change }
    }

    /// The facts of the events that the qualifiers pick; of all events where there is none. What later reports supersede is left out.
    pub fn picked_facts(&self) -> Vec<Vec<Candidate<'a>>> {
        let current = |event: &Event| {
            let latest = self.latest(event);
            let whole = event.facts.iter().filter(|fact| !self.shares.contains_key(fact));
            whole
                .map(|fact| self.candidates[*fact])
                .filter(|fact| superseded(self.bench, fact, latest).is_none())
                .collect()
        };
        self.picked().iter().map(current).collect()
    }

    fn latest(&self, event: &Event) -> Option<jiff::civil::Date> {
        let whole = event.facts.iter().filter(|fact| !self.shares.contains_key(fact));
        latest(self.bench, self.asked.operand, whole.map(|fact| &self.candidates[*fact]))
    }

    fn the(&self) -> Judgement {
        let picked = self.affirmed(self.picked());
        if picked.is_empty() {
            return self.none_picked();
        }
        let heard: Vec<(usize, Vec<Opinion>)> =
            picked.iter().enumerate().map(|(number, event)| (number + 1, self.hear(event, number + 1))).collect();
        let verdicts: Vec<Verdict> = heard
            .iter()
            .map(|(_, opinions)| Tally::of(opinions.iter().map(|opinion| &opinion.evidence)).verdict())
            .collect();
        let differ = verdicts.windows(2).any(|pair| pair[0] != pair[1]);
        let mut opinions: Vec<Opinion> = heard.into_iter().flat_map(|(_, opinions)| opinions).collect();
        if differ {
            let telling = self.telling_apart(&picked);
            let mut judgement = judgement(
                opinions,
                Verdict::Ambiguous,
                Rule::SeveralEvents,
                words::several(picked.len(), &self.asked.operand.statement),
            );
            judgement.advice.extend(telling);
            return judgement;
        }
        if picked.len() == 1 {
            opinions.iter_mut().for_each(|opinion| opinion.evidence.event = 0);
        }
        opinions.extend(self.member_opinions());
        self.shared(tallied(opinions))
    }

    /// What is only denied is no event beside those that there are.
    fn affirmed(&self, picked: Vec<Event>) -> Vec<Event> {
        let denied = |fact: &usize| self.candidates[*fact].found.fact.statement.polarity == Polarity::Denied;
        let is_denied = |event: &Event| event.facts.iter().all(denied) && !self.agrees_in_value(event);
        if picked.iter().all(is_denied) {
            return picked;
        }
        picked.into_iter().filter(|event| !is_denied(event)).collect()
    }

    /// What is contradicted may be meant of a total that the subject shares in, or of a sum whose owner is left unsaid, where that
    /// agrees: then it cannot be told.
    fn shared(&self, judgement: Judgement) -> Judgement {
        let unqualified = judgement.rule == Rule::QualifiersLeftOut;
        let is_meant =
            |candidate: &&Candidate<'a>| self.is_picked(candidate, unqualified) && self.says_number(candidate);
        if judgement.verdict != Verdict::Contradicted {
            return judgement;
        }
        let total = self.members.iter().find(is_meant).map(|total| words::collective(self.bench, total));
        let unsaid = || {
            let all = inferred(self.bench, &self.asked.operand.statement, self.asked.value);
            all.iter().find(is_meant).map(|candidate| words::unsaid(self.bench, candidate))
        };
        match total.or_else(unsaid) {
            Some(reason) => Judgement { verdict: Verdict::Ambiguous, reason, fault: None, ..judgement },
            None => judgement,
        }
    }

    /// Whether a fact by itself is picked by the qualifiers; where nothing is, it may leave them out as everything does.
    fn is_picked(&self, candidate: &Candidate<'_>, unqualified: bool) -> bool {
        let picking = self.qualifiers.iter().filter(|qualifier| qualifier.picks());
        let standings: Vec<Standing> =
            picking.map(|qualifier| standing(self.bench, self.asked.operand, *qualifier, candidate)).collect();
        let stated = standings.contains(&Standing::States) || standings.is_empty() || unqualified;
        stated && !standings.contains(&Standing::Otherwise)
    }

    /// Whether a fact says the asserted number, hedged or not.
    fn says_number(&self, candidate: &Candidate<'_>) -> bool {
        match (&candidate.found.fact.statement.value, self.asked.value) {
            (Some(Value::Quantity(own)), Some(Value::Quantity(asked))) => {
                compare(own, self.asked.relation, asked, Policy::Reported).fit == Fit::Supports
            }
            _ => false,
        }
    }

    /// The events that state at least one of the qualifiers and none otherwise; where one states them all, it is the one that is meant.
    fn picked(&self) -> Vec<Event> {
        let picking: Vec<Qualifier> = self.qualifiers.iter().copied().filter(|qualifier| qualifier.picks()).collect();
        if picking.is_empty() {
            return self.events.clone();
        }
        let fits = |event: &&Event| {
            let standings: Vec<Standing> =
                picking.iter().map(|qualifier| self.event_standing(event, *qualifier)).collect();
            standings.contains(&Standing::States)
                && !standings.contains(&Standing::Otherwise)
                && !standings.contains(&Standing::RuledOut)
        };
        let fitting: Vec<Event> = self.events.iter().filter(fits).cloned().collect();
        let states_all =
            |event: &&Event| picking.iter().all(|qualifier| self.event_standing(event, *qualifier) == Standing::States);
        let all: Vec<Event> = fitting.iter().filter(states_all).cloned().collect();
        if all.is_empty() { fitting } else { all }
    }

    /// An event states a qualifier where one of its passages does.
    fn event_standing(&self, event: &Event, qualifier: Qualifier) -> Standing {
        let standings: Vec<Standing> = event
            .facts
            .iter()
            .map(|fact| standing(self.bench, self.asked.operand, qualifier, &self.candidates[*fact]))
            .collect();
        if standings.contains(&Standing::States) {
            Standing::States
        } else if standings.contains(&Standing::Otherwise) {
            Standing::Otherwise
        } else if standings.contains(&Standing::Beside) {
            Standing::Beside
        } else if standings.iter().all(|standing| *standing == Standing::RuledOut) {
            Standing::RuledOut
        } else {
            Standing::LeavesOut
        }
    }

    fn agrees_in_value(&self, event: &Event) -> bool {
        event.facts.iter().any(|fact| {
            self.value_fit(&self.candidates[*fact]).is_none_or(|comparison| comparison.fit == Fit::Supports)
        })
    }

    /// It is the qualifier that is at fault, here and there.
    fn off(&self, mut opinion: Opinion, qualifier: Qualifier, candidate: &Candidate<'_>) -> Opinion {
        opinion.fault = qualifier.span(self.asked.operand);
        if let Some(place) = stated::place(self.bench, qualifier, candidate) {
            opinion.evidence.focus = place;
        }
        opinion
    }

    /// A stance for each passage of an event; those that are about a part of it, or about more, take none.
    fn hear(&self, event: &Event, number: usize) -> Vec<Opinion> {
        let shared = |(fact, opinion): (&usize, Opinion)| match self.shares.get(fact) {
            Some(share) => {
                let candidate = &self.candidates[*fact];
                self.opinion(candidate, Stance::Compatible, words::share(self.bench, candidate, *share), number)
            }
            None => opinion,
        };
        event.facts.iter().zip(self.hear_all(event, number)).map(shared).collect()
    }

    /// A stance for each passage of an event, taken by itself.
    fn hear_all(&self, event: &Event, number: usize) -> Vec<Opinion> {
        let left_out: Vec<Qualifier> = self
            .qualifiers
            .iter()
            .copied()
            .filter(|qualifier| {
                let standing = self.event_standing(event, *qualifier);
                qualifier.picks() && matches!(standing, Standing::LeavesOut | Standing::Beside)
            })
            .collect();
        let latest = self.latest(event);
        let stances = event.facts.iter().map(|fact| self.stance(&self.candidates[*fact], &left_out, latest, number));
        self.converted(event, stances.collect())
    }

    fn stance(
        &self,
        candidate: &Candidate<'a>,
        left_out: &[Qualifier],
        latest: Option<jiff::civil::Date>,
        number: usize,
    ) -> Opinion {
        if let Some(reason) = superseded(self.bench, candidate, latest) {
            return self.opinion(candidate, Stance::Compatible, reason.to_owned(), number);
        }
        if let Some(qualifier) = self.standing_so(candidate, Standing::Otherwise) {
            let reason = words::otherwise(self.bench, qualifier, candidate);
            return self.off(self.opinion(candidate, Stance::Contradicts, reason, number), qualifier, candidate);
        }
        if let Some(qualifier) = self.standing_so(candidate, Standing::Beside) {
            let reason = words::beside(self.bench, qualifier, candidate);
            return self.opinion(candidate, Stance::Compatible, reason, number);
        }
        let (stance, reason, comparison) = self.by_value(candidate);
        let (stance, reason) = self.tempered(candidate, stance, reason, left_out);
        let mut opinion = self.opinion(candidate, stance, reason, number);
        opinion.fault = self.asked.value_span;
        let excludes = comparison.as_ref().is_some_and(|comparison| comparison.fit == Fit::Contradicts);
        if stance == Stance::Contradicts && excludes {
            opinion.evidence.deviation = self.deviation(candidate);
        }
        let reason = comparison.map(|comparison| comparison.reason);
        let heard = Heard { bench: self.bench, asked: self.asked, candidate, stance, reason };
        opinion.advice.extend(heard.advice());
        opinion
    }

    /// The first qualifier that the passage itself stands to so.
    fn standing_so(&self, candidate: &Candidate<'_>, wanted: Standing) -> Option<Qualifier> {
        let stands = |qualifier: &Qualifier| standing(self.bench, self.asked.operand, *qualifier, candidate) == wanted;
        self.qualifiers.iter().copied().find(stands)
    }

    /// The stance by the value alone.
    fn by_value(&self, candidate: &Candidate<'_>) -> (Stance, String, Option<Comparison>) {
        let fact = &candidate.found.fact.statement;
        let Some(comparison) = self.value_fit(candidate) else {
            // That there is none such as this does not say that there is none at all.
            return match fact.polarity {
                Polarity::Affirmed => (Stance::Supports, words::says(self.bench, candidate), None),
                Polarity::Denied => (Stance::Compatible, words::denies(self.bench, candidate), None),
            };
        };
        let reason = words::comparison(self.bench, candidate, self.asked, &comparison);
        let way = self.asked.operand.statement.direction;
        let reason = words::with_way(self.bench, candidate, way, comparison.fit)
            .filter(|_| self.is_signed(fact))
            .unwrap_or(reason);
        if let Some(why) = self.opposite(candidate) {
            let stance = match comparison.fit {
                Fit::Supports => Stance::Contradicts,
                // A fall that is told as one has its sign already, and a level excludes another whichever way it was come to.
                Fit::Contradicts if fact.direction.or(fact.moved).is_some() => Stance::Contradicts,
                Fit::Contradicts | Fit::Compatible => Stance::Compatible,
            };
            return (stance, why, None);
        }
        if way.is_some() && fact.direction.is_none() && is_count(fact) {
            return (Stance::Compatible, words::level(self.bench, candidate), None);
        }
        let stance = match comparison.fit {
            Fit::Supports => Stance::Supports,
            Fit::Compatible => Stance::Compatible,
            Fit::Contradicts => Stance::Contradicts,
        };
        match (fact.polarity, stance) {
            (Polarity::Affirmed, stance) => (stance, reason, Some(comparison)),
            (Polarity::Denied, Stance::Supports) => (Stance::Contradicts, words::denies(self.bench, candidate), None),
            (Polarity::Denied, Stance::Compatible | Stance::Contradicts) => {
                (Stance::Compatible, words::denies(self.bench, candidate), None)
            }
        }
    }

    /// How the passage says of the subject what excludes the asserted verb: fired, and not hired; fell to a level, and not rose.
    fn opposite(&self, candidate: &Candidate<'_>) -> Option<String> {
        let own = &candidate.found.fact.statement;
        let moved = own.moved.filter(|own| self.asked.operand.statement.moved.is_some_and(|asked| *own != asked));
        if let Some(way) = moved {
            return Some(words::moved(self.bench, candidate, way));
        }
        let [verbs, words] = &self.opposites;
        let opposed = verbs.among(&own.measure.forms);
        // "sales fall": the way stands in the measure's own words.
        let opposed = opposed.or_else(|| own.direction.and_then(|_| words.among(&own.measure.forms)));
        opposed.map(|(own, asked)| words::opposite(self.bench, candidate, own, asked))
    }

    fn value_fit(&self, candidate: &Candidate<'_>) -> Option<Comparison> {
        match (&candidate.found.fact.statement.value, self.asked.value?) {
            (Some(Value::Quantity(own)), Value::Quantity(asked)) => {
                let (own, asked) = self.signed(candidate, own, asked);
                let found = compare(&own, self.asked.relation, &asked, self.bench.policy);
                let is_open = match found.fit {
                    Fit::Contradicts => self.is_rounded(&own, &asked),
                    Fit::Supports => self.asked.sort.is_some() && is_within(&own, &asked),
                    Fit::Compatible => false,
                };
                Some(if is_open {
                    Comparison { fit: Fit::Compatible, reason: Reason::Overlap, soft: false }
                } else {
                    found
                })
            }
            (Some(Value::Days(own)), Value::Days(asked)) => Some(dates::compare(own, self.asked.relation, asked)),
            (Some(Value::Text(own)), Value::Text(asked)) => Some(self.by_words(candidate, own, asked)),
            _ => None,
        }
    }

    /// What a deed is told by is its object, or its own words: "voted in favor".
    fn by_words(&self, candidate: &Candidate<'_>, own: &str, asked: &String) -> Comparison {
        let told = texts::compare(own, self.asked.relation, &[asked]);
        let in_full = || texts::compare(&words::focus(self.bench, candidate.found), self.asked.relation, &[asked]);
        let is_open = told.fit == Fit::Compatible;
        if is_open { in_full() } else { told }
    }

    /// How far the number of a passage is from the asserted one, as a share of that; none where either is no plain number, or nothing
    /// converts.
    fn deviation(&self, candidate: &Candidate<'_>) -> Option<Number> {
        let (Some(Value::Quantity(own)), Some(Value::Quantity(asked))) =
            (&candidate.found.fact.statement.value, self.asked.value)
        else {
            return None;
        };
        // A bound is kept or broken, however narrowly, and so is what is denied.
        if self.asked.relation != Relation::Equal {
            return None;
        }
        let (own, asked) = self.signed(candidate, own, asked);
        own.deviation_from(&asked)
    }

    /// "More than $5 million" in a sentence, and a plain $5 million in a passage: one of them may be rounded.
    fn is_rounded(&self, own: &Quantity, asked: &Quantity) -> bool {
        let (own_amount, asked_amount) = (&own.amount, &asked.amount);
        self.bench.policy == Policy::Reported
            && self.asked.relation == Relation::Equal
            && asked_amount.is_bound()
            && own_amount.states_nominal()
            && own_amount.nominal == asked_amount.nominal
            && own.unit == asked.unit
    }

    /// Changes with their signs: a fall of 3 % is a change of -3 %. A value whose way is not told keeps its size.
    fn signed(&self, candidate: &Candidate<'_>, own: &Quantity, asked: &Quantity) -> (Quantity, Quantity) {
        let fact = &candidate.found.fact.statement;
        match fact.direction.filter(|_| self.is_signed(fact)) {
            Some(direction) => (
                signs::turned_down(own, Some(direction)),
                signs::turned_down(asked, self.asked.operand.statement.direction),
            ),
            None => (own.clone(), asked.clone()),
        }
    }

    /// Whether a value has the sign of its way: a change of percent, and any value where a change is asked for. A loss of $3 million
    /// is a loss, and no change of -$3 million.
    fn is_signed(&self, fact: &Statement) -> bool {
        is_relative(fact) || self.change || fact.measure.is_difference()
    }

    /// What the passage leaves out, or has only as a forecast, supports nothing.
    fn tempered(
        &self,
        candidate: &Candidate<'_>,
        stance: Stance,
        reason: String,
        left_out: &[Qualifier],
    ) -> (Stance, String) {
        let fact = &candidate.found.fact.statement;
        let asked = &self.asked.operand.statement;
        // What others expect is no other than what a sentence expects.
        let is_own = |modality: Modality| {
            asked.modality.is_some_and(|asked| asked <= modality)
                && !(self.asked.sort.is_some() && stance == Stance::Contradicts)
        };
        let doubtful = fact.modality.is_some_and(|modality| modality <= Modality::Forecast && !is_own(modality));
        let open = |qualifier: Qualifier| {
            self.qualifiers.contains(&qualifier)
                && standing(self.bench, self.asked.operand, qualifier, candidate) != Standing::States
        };
        if let Some(reason) = self.other_sort(candidate, stance) {
            return (Stance::Compatible, reason);
        }
        match stance {
            Stance::Supports | Stance::Contradicts if doubtful => {
                (Stance::Compatible, words::doubtful(fact.modality, &reason))
            }
            Stance::Contradicts
                if self.is_wider(candidate)
                    || self.is_placed(candidate)
                    || self.asked.sort.is_some_and(|sort| sort.is_past_plan(candidate)) =>
            {
                (Stance::Compatible, reason)
            }
            Stance::Contradicts
                if self.asked.value.is_some_and(|value| elided::is_told(self.bench, candidate, value)) =>
            {
                (Stance::Compatible, words::elided(self.asked))
            }
            Stance::Supports if !left_out.is_empty() => {
                (Stance::Compatible, words::left_open(self.bench, &self.asked.operand.statement, left_out, candidate))
            }
            Stance::Supports | Stance::Contradicts if open(Qualifier::Speaker) => {
                (Stance::Compatible, words::other_speaker(fact))
            }
            Stance::Supports if open(Qualifier::Modality) => (Stance::Compatible, words::weaker(fact.modality)),
            Stance::Supports | Stance::Contradicts | Stance::Compatible => (stance, reason),
        }
    }

    /// Whether the passage speaks of a wider place than the assertion.
    fn is_wider(&self, candidate: &Candidate<'_>) -> bool {
        let own = &candidate.found.fact.statement.qualifiers.places;
        self.asked.operand.statement.qualifiers.places.iter().any(|asked| {
            own.iter().any(|place| self.bench.index.places.relation(place, asked) == crate::index::Containment::Wider)
        })
    }

    fn is_placed(&self, candidate: &Candidate<'_>) -> bool {
        let Some(Value::Quantity(value)) = self.asked.value else { return false };
        placed::is_part_by_place(self.bench, &self.asked.operand.statement, value, candidate)
    }

    /// Totals of collectives that the subject belongs to.
    fn member_opinions(&self) -> Vec<Opinion> {
        let compatible = |candidate: &Candidate<'a>| {
            self.opinion(candidate, Stance::Compatible, words::collective(self.bench, candidate), 0)
        };
        self.members.iter().map(compatible).collect()
    }

    /// Which qualifier would tell several events apart.
    fn telling_apart(&self, events: &[Event]) -> Vec<Advice> {
        let facts = |event: &Event| event.facts.iter().map(|fact| self.candidates[*fact]).collect();
        telling_apart(self.bench, &events.iter().map(facts).collect::<Vec<_>>())
    }

    fn opinion(&self, candidate: &Candidate<'_>, stance: Stance, reason: String, event: usize) -> Opinion {
        Opinion {
            evidence: evidence(self.bench, candidate.found, stance, reason, event),
            fault: None,
            advice: Vec::new(),
        }
    }
}

/// Numbers events by what is heard of each.
pub fn number(heard: &mut [Vec<Opinion>]) {
    for (number, opinions) in heard.iter_mut().enumerate() {
        opinions.iter_mut().for_each(|opinion| opinion.evidence.event = number + 1);
    }
}

/// Whether a range lies within another, and is not the same: "€25 to €70" does not say "€25 to €90".
fn is_within(own: &Quantity, asked: &Quantity) -> bool {
    let are_ranges = own.amount.wording == Wording::Range && asked.amount.wording == Wording::Range;
    are_ranges && own.converted(&asked.unit).is_some_and(|own| own.amount.literal != asked.amount.literal)
}

/// Whether a fact tells how many there are: "rose by 55" is no word on that.
fn is_count(fact: &Statement) -> bool {
    matches!(&fact.value, Some(Value::Quantity(own)) if matches!(own.unit.dimension, Dimension::Count | Dimension::Number))
}

/// Whether a fact is one of percent or points, which go up and down.
fn is_relative(fact: &Statement) -> bool {
    matches!(&fact.value, Some(Value::Quantity(own)) if matches!(own.unit.dimension, Dimension::Percent | Dimension::Points))
}

/// The evidence of a fact.
pub fn evidence(bench: &Bench<'_>, found: Found<'_>, stance: Stance, reason: String, event: usize) -> Evidence {
    let document = (found.document, bench.index.document(found.document));
    let statement = &found.fact.statement;
    Evidence {
        speaker: statement.qualifiers.speaker.clone(),
        value: statement.value.clone(),
        times: Times::of(&statement.qualifiers),
        modality: statement.modality,
        event,
        ..Evidence::at(document, found.fact.passage, found.fact.focus, stance, reason)
    }
}
