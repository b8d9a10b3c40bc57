//! Assertions whose values are words: roles, members, and the places, partners and dates of an event.

use super::align::{Candidate, candidates, offers};
use super::decide::{Opinion, Tally, judgement, tallied};
use super::holds::{Asked, Hearing, evidence, number};
use super::occurs::{Occurrence, occurrence, unchecked};
use super::qualify::{Qualifier, Standing, asserted, standing};
use super::{Bench, Judgement, Rule, Stance, Verdict, nearest, roles, stated, words};
use crate::check::{Operand, Reading};
use crate::index::{Containment, Found, Kinship};
use crate::statement::{Statement, Value};
use crate::text::{american, sides_of};
use crate::value::{Comparison, Fit, Reason, Relation};

/// Judges an assertion about roles, members or the parts of an event; `None` where it is about anything else.
pub fn judge(bench: &Bench<'_>, reading: Reading, asked: &Asked<'_>) -> Option<Judgement> {
    let wanted = wanted(asked.value?)?;
    let statement = &asked.operand.statement;
    let mut heard = match (statement.measure.name.as_str(), event_part(statement)) {
        ("members" | "member", _) => vec![members(bench, asked, &wanted)],
        (_, Some(part)) => parts(bench, asked, &wanted, part),
        (measure, None) if roles::is_office(bench, measure) => vec![roles::opinions(bench, asked, &wanted)],
        (_, None) => return None,
    };
    let differ = differ(&heard);
    if differ.is_some() {
        number(&mut heard);
    }
    let opinions: Vec<Opinion> = heard.into_iter().flatten().collect();
    let mut answer = match reading {
        Reading::Never => never(bench, asked, opinions),
        Reading::The | Reading::Some => told(bench, asked, opinions, differ),
    };
    let silent = is_unsaid(reading, answer.verdict);
    if silent && statement.measure.name == "role" && answer.nearest.is_empty() {
        answer.nearest = nearest::roles(bench, statement, &wanted);
    }
    Some(answer)
}

/// Whether nobody says so.
fn is_unsaid(reading: Reading, verdict: Verdict) -> bool {
    match reading {
        Reading::Never => verdict == Verdict::Supported,
        Reading::The | Reading::Some => matches!(verdict, Verdict::Ambiguous | Verdict::Unmentioned),
    }
}

fn told(bench: &Bench<'_>, asked: &Asked<'_>, opinions: Vec<Opinion>, differ: Option<usize>) -> Judgement {
    match (opinions.is_empty(), differ) {
        (true, _) => nearest::nothing(bench, asked),
        (false, Some(events)) => {
            let reason = words::several(events, &asked.operand.statement);
            judgement(opinions, Verdict::Ambiguous, Rule::SeveralEvents, reason)
        }
        (false, None) => tallied(opinions),
    }
}

/// How many events there are, where their verdicts differ.
fn differ(heard: &[Vec<Opinion>]) -> Option<usize> {
    let spoken = heard.iter().filter(|opinions| !opinions.is_empty());
    let verdicts: Vec<Verdict> =
        spoken.map(|opinions| Tally::of(opinions.iter().map(|opinion| &opinion.evidence)).verdict()).collect();
    verdicts.windows(2).any(|pair| pair[0] != pair[1]).then_some(verdicts.len())
}

/// Whether words hold the asserted ones, in either spelling; other words say nothing of them, but another score excludes the asserted one.
pub fn compare(own: &str, relation: Relation, asked: &[&String]) -> Comparison {
    let own = plain(own);
    let (fit, reason) = match (asked.iter().all(|words| own.contains(&plain(words))), relation) {
        (true, Relation::NotEqual) => (Fit::Contradicts, Reason::Disjoint),
        (true, _) => (Fit::Supports, Reason::Inside),
        (false, Relation::Equal) if asked.iter().any(|words| excludes(&own, &plain(words))) => {
            (Fit::Contradicts, Reason::Disjoint)
        }
        (false, _) => (Fit::Compatible, Reason::Overlap),
    };
    Comparison { fit, reason, soft: false }
}

/// Whether two scores are of different numbers; which of the two sides is told first is not known.
pub fn excludes(own: &str, asked: &str) -> bool {
    score(own).zip(score(asked)).is_some_and(|(own, asked)| own != asked)
}

/// The two numbers of a score, the smaller one first: "3-1", "2-1 after extra time".
fn score(text: &str) -> Option<(u32, u32)> {
    let [first, second] = sides_of(text.split(' ').next()?)?;
    Some((first.min(second), first.max(second)))
}

fn plain(text: &str) -> String {
    text.split_whitespace().map(|word| american(&word.to_lowercase()).into_owned()).collect::<Vec<_>>().join(" ")
}

/// `never`: whoever says so contradicts it.
fn never(bench: &Bench<'_>, asked: &Asked<'_>, opinions: Vec<Opinion>) -> Judgement {
    let subject = &asked.operand.statement.subject.name;
    let mut said: Vec<Opinion> =
        opinions.into_iter().filter(|opinion| opinion.evidence.stance == Stance::Supports).collect();
    said.iter_mut().for_each(|opinion| opinion.evidence.stance = Stance::Contradicts);
    let (verdict, reason) = match (said.is_empty(), occurrence(bench, subject)) {
        (false, _) => (Verdict::Contradicted, words::never_said(&said)),
        (true, Occurrence::Itself) => {
            (Verdict::Supported, "the articles speak of it, and no source says so".to_owned())
        }
        (true, own) => (Verdict::Unmentioned, unchecked(own, subject)),
    };
    let mut answer = judgement(said, verdict, Rule::Never, reason);
    answer.advice.clear();
    answer
}

fn wanted(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::Text(text) => Some(vec![text.clone()]),
        Value::List(list) => Some(list.clone()),
        Value::Quantity(_) | Value::Days(_) => None,
    }
}

fn opinion(bench: &Bench<'_>, found: Found<'_>, asked: &Asked<'_>, stance: Stance, reason: String) -> Opinion {
    Opinion { evidence: evidence(bench, found, stance, reason, 0), fault: asked.value_span, advice: Vec::new() }
}

/// A relation that denies turns the stance round.
fn turned(relation: Relation, stance: Stance) -> Stance {
    match (relation, stance) {
        (Relation::NotEqual, Stance::Supports) => Stance::Contradicts,
        (Relation::NotEqual, Stance::Contradicts) => Stance::Supports,
        (_, stance) => stance,
    }
}

/// `members includes …`, `members is [ … ]`.
fn members(bench: &Bench<'_>, asked: &Asked<'_>, wanted: &[String]) -> Vec<Opinion> {
    let stance = |candidate: &Candidate<'_>| {
        let own = candidate.found.fact.statement.subject.members.as_ref()?;
        let has = |name: &String| {
            own.names
                .iter()
                .any(|member| bench.index.names.kinship(name, candidate.found.document, member) != Kinship::None)
        };
        let all = wanted.iter().all(has);
        let exact = asked.relation != Relation::Includes;
        let beyond = own.names.iter().any(|member| {
            !wanted
                .iter()
                .any(|name| bench.index.names.kinship(name, candidate.found.document, member) != Kinship::None)
        });
        Some(match (all, own.closed) {
            (true, _) if exact && beyond => Stance::Contradicts,
            (true, closed) if exact && !closed => Stance::Compatible,
            (true, _) => Stance::Supports,
            (false, true) => Stance::Contradicts,
            (false, false) if exact && beyond => Stance::Contradicts,
            (false, false) => Stance::Compatible,
        })
    };
    let all = candidates(bench, &asked.operand.statement, asked.value, asked.verbs);
    all.iter()
        .filter_map(|candidate| {
            let stance = if leaves_open(bench, asked, candidate) { Stance::Compatible } else { stance(candidate)? };
            Some(opinion(bench, candidate.found, asked, turned(asked.relation, stance), listed(candidate)))
        })
        .collect()
}

/// Whether a list is of another time or place than the asserted one, or does not say of which.
fn leaves_open(bench: &Bench<'_>, asked: &Asked<'_>, candidate: &Candidate<'_>) -> bool {
    let states = |qualifier| standing(bench, asked.operand, qualifier, candidate) == Standing::States;
    !asserted(asked.operand).into_iter().all(states)
}

fn listed(candidate: &Candidate<'_>) -> String {
    let own = candidate.found.fact.statement.subject.members.as_ref();
    let names = own.map(|members| members.names.join(", ")).unwrap_or_default();
    format!("{} {names}", if own.is_some_and(|members| members.closed) { "names" } else { "names, among others," })
}

/// A part of an event that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Where.
    Place,
    /// Together with whom.
    Partner,
    /// What for.
    Purpose,
}

/// `Acme pledge place`: the place of the event that the words before it name.
pub fn event_part(statement: &Statement) -> Option<Part> {
    match statement.measure.name.as_str() {
        "place" | "location" | "site" => Some(Part::Place),
        "partner" | "partners" => Some(Part::Partner),
        "purpose" => Some(Part::Purpose),
        _ => None,
    }
}

/// The opinions on a part of each event that is meant.
fn parts(bench: &Bench<'_>, asked: &Asked<'_>, wanted: &[String], part: Part) -> Vec<Vec<Opinion>> {
    let event = event_operand(bench, asked.operand);
    let inner =
        Asked { operand: &event, relation: Relation::Equal, value: None, value_span: None, verbs: &[], sort: None };
    let all = candidates(bench, &event.statement, None, &[]);
    let numbers: Vec<Candidate<'_>> = all
        .iter()
        .copied()
        .filter(|candidate| matches!(candidate.found.fact.statement.value, Some(Value::Quantity(_))))
        .collect();
    let all = if numbers.is_empty() { all } else { numbers };
    let hearing = Hearing::new(bench, &inner, all);
    let facts = hearing.picked_facts();
    let mut heard: Vec<Vec<Opinion>> = facts
        .iter()
        .map(|event| event.iter().filter_map(|candidate| part_opinion(bench, asked, wanted, part, candidate)).collect())
        .collect();
    if !is_one(bench, &event) {
        heard.iter_mut().flatten().for_each(leave_open);
    }
    heard
}

/// Whether one event is meant: a measure taken at its word ("depots"), without a qualifier, may be of many things.
fn is_one(bench: &Bench<'_>, event: &Operand) -> bool {
    let name = &event.statement.measure.name;
    !asserted(event).is_empty()
        || bench.index.vocabulary.measures.iter().any(|entry| entry.name.eq_ignore_ascii_case(name))
}

fn leave_open(opinion: &mut Opinion) {
    if opinion.evidence.stance == Stance::Contradicts {
        opinion.evidence.stance = Stance::Compatible;
    }
}

/// The event's own subject and measure: `Acme pledge place` asks for the place of `Acme pledge`.
pub fn event_operand(bench: &Bench<'_>, operand: &Operand) -> Operand {
    let mut event = operand.clone();
    let topic = std::mem::take(&mut event.statement.subject.topic);
    let known = bench
        .index
        .vocabulary
        .measures
        .iter()
        .rev()
        .find(|entry| topic.iter().any(|word| offers(&entry.forms, word) || entry.name.eq_ignore_ascii_case(word)));
    match known {
        Some(entry) => {
            event.statement.measure.name.clone_from(&entry.name);
            event.statement.measure.forms.clone_from(&entry.forms);
        }
        None => {
            event.statement.measure.name = topic.join(" ");
            event.statement.measure.forms = topic;
        }
    }
    event
}

/// Whether `is` asks for fewer places than are stated: what is done in Varna and Plovdiv is not done in Varna alone.
fn goes_on(bench: &Bench<'_>, asked: &Asked<'_>, wanted: &[String], part: Part, places: &[String]) -> bool {
    let known = |place: &String, name: &String| {
        matches!(bench.index.places.relation(place, name), Containment::Inside | Containment::Wider)
    };
    part == Part::Place
        && asked.relation == Relation::Equal
        && places.iter().any(|place| !wanted.iter().any(|name| known(place, name)))
}

fn part_opinion(
    bench: &Bench<'_>,
    asked: &Asked<'_>,
    wanted: &[String],
    part: Part,
    candidate: &Candidate<'_>,
) -> Option<Opinion> {
    let own = &candidate.found.fact.statement.qualifiers;
    let document = candidate.found.document;
    let (stated, states): (Vec<String>, bool) = match part {
        Part::Place => (
            own.places.clone(),
            wanted.iter().all(|name| {
                own.places.iter().any(|place| bench.index.places.relation(place, name) == Containment::Inside)
            }),
        ),
        Part::Partner => (
            own.partners.clone(),
            wanted.iter().all(|name| {
                own.partners.iter().any(|partner| bench.index.names.kinship(name, document, partner) != Kinship::None)
            }),
        ),
        Part::Purpose => (
            own.purpose.iter().cloned().collect(),
            own.purpose
                .as_ref()
                .is_some_and(|purpose| wanted.iter().all(|text| purpose.to_lowercase().contains(&text.to_lowercase()))),
        ),
    };
    if stated.is_empty() {
        return None;
    }
    let elsewhere = match part {
        Part::Place => wanted.iter().any(|name| {
            own.places.iter().all(|place| bench.index.places.relation(place, name) == Containment::Disjoint)
        }),
        // As with `with`: who teams up with somebody else does not with this one. A list of partners may go on.
        Part::Partner => asked.relation != Relation::Includes,
        Part::Purpose => false,
    };
    let stance = if states && !goes_on(bench, asked, wanted, part, &own.places) {
        Stance::Supports
    } else if elsewhere {
        Stance::Contradicts
    } else {
        Stance::Compatible
    };
    let stance = turned(asked.relation, stance);
    let mut opinion = opinion(bench, candidate.found, asked, stance, format!("has {}", stated.join(", ")));
    let qualifier = match part {
        Part::Place => Qualifier::Place(0),
        Part::Partner => Qualifier::Partner(0),
        Part::Purpose => Qualifier::Purpose,
    };
    if let Some(place) = stated::place(bench, qualifier, candidate) {
        opinion.evidence.focus = place;
    }
    Some(opinion)
}
