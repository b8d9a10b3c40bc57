//! Assertions whose values are words: roles, members, and the places, partners and dates of an event.

use super::align::{Candidate, candidates, counts, is_asked, offers};
use super::decide::{Opinion, Tally, judgement, tallied};
use super::holds::{Asked, Hearing, evidence};
use super::qualify::{Qualifier, asserted};
use super::{Bench, Judgement, Rule, Stance, Verdict, nearest, stated, words};
use crate::check::{Operand, Reading};
use crate::index::{Containment, Found, Kinship};
use crate::statement::{Statement, Value};
use crate::value::Relation;

/// Judges an assertion about words; `None` where its value is of another kind.
pub fn judge(bench: &Bench<'_>, reading: Reading, asked: &Asked<'_>) -> Option<Judgement> {
    let wanted = wanted(asked.value?)?;
    let statement = &asked.operand.statement;
    let heard = match statement.measure.name.as_str() {
        "role" => vec![roles(bench, asked, &wanted)],
        "members" | "member" => vec![members(bench, asked, &wanted)],
        _ => match event_part(statement) {
            Some(part) => parts(bench, asked, &wanted, part),
            None => vec![words_of(bench, asked, &wanted)],
        },
    };
    let differ = differ(&heard);
    let opinions: Vec<Opinion> = heard.into_iter().flatten().collect();
    if reading == Reading::Never {
        return Some(never(bench, asked, opinions));
    }
    Some(match (opinions.is_empty(), differ) {
        (true, _) => nearest::nothing(bench, asked),
        (false, Some(events)) => {
            let reason = words::several(events, statement);
            judgement(opinions, Verdict::Ambiguous, Rule::SeveralEvents, reason)
        }
        (false, None) => tallied(opinions),
    })
}

/// How many events there are, where their verdicts differ.
fn differ(heard: &[Vec<Opinion>]) -> Option<usize> {
    let spoken = heard.iter().filter(|opinions| !opinions.is_empty());
    let verdicts: Vec<Verdict> =
        spoken.map(|opinions| Tally::of(opinions.iter().map(|opinion| &opinion.evidence)).verdict()).collect();
    verdicts.windows(2).any(|pair| pair[0] != pair[1]).then_some(verdicts.len())
}

/// `never`: whoever says so contradicts it.
fn never(bench: &Bench<'_>, asked: &Asked<'_>, opinions: Vec<Opinion>) -> Judgement {
    let subject = &asked.operand.statement.subject.name;
    let mut said: Vec<Opinion> =
        opinions.into_iter().filter(|opinion| opinion.evidence.stance == Stance::Supports).collect();
    said.iter_mut().for_each(|opinion| opinion.evidence.stance = Stance::Contradicts);
    let (verdict, reason) = match (said.is_empty(), bench.index.names.occurs(subject)) {
        (false, _) => (Verdict::Contradicted, words::never_said(&said)),
        (true, true) => (Verdict::Supported, "the articles speak of it, and no source says so".to_owned()),
        (true, false) => (Verdict::Unmentioned, format!("no article names `{subject}`, so that nothing was checked")),
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

/// A title and whose it is: "chief executive", "Acme".
struct Office {
    title: String,
    organisation: Option<String>,
    exclusive: bool,
    former: bool,
}

fn office(bench: &Bench<'_>, text: &str) -> Office {
    let (title, organisation) = match text.split_once(" of ").or_else(|| text.split_once(" at ")) {
        Some((title, organisation)) => (title, Some(organisation.trim().to_owned())),
        None => (text, None),
    };
    let title = title.trim().to_lowercase();
    let former = ["former ", "ex-", "ex ", "late ", "acting ", "interim ", "incoming ", "outgoing ", "onetime "]
        .iter()
        .find_map(|word| title.strip_prefix(word));
    let bare = former.unwrap_or(&title).trim_start_matches("the ").to_owned();
    let entry = bench.index.vocabulary.titles.iter().find(|entry| {
        entry.name.eq_ignore_ascii_case(&bare) || entry.forms.iter().any(|form| form.eq_ignore_ascii_case(&bare))
    });
    Office {
        title: entry.map_or(bare.clone(), |entry| entry.name.clone()),
        organisation,
        exclusive: entry.is_some_and(|entry| entry.exclusive),
        former: former.is_some(),
    }
}

fn roles(bench: &Bench<'_>, asked: &Asked<'_>, wanted: &[String]) -> Vec<Opinion> {
    let subject = &asked.operand.statement.subject.name;
    let mut opinions = Vec::new();
    for text in wanted {
        let claimed = office(bench, text);
        for found in facts_of(bench, "role") {
            let Some(Value::Text(own)) = &found.fact.statement.value else { continue };
            let held = office(bench, own);
            let own_holder =
                bench.index.names.kinship(subject, found.document, &found.fact.statement.subject.name) == Kinship::Same;
            let stance = if own_holder {
                same_person(bench, found, &claimed, &held)
            } else {
                other_person(bench, found, &claimed, &held)
            };
            if let Some(stance) = stance {
                let reason = words::says(bench, &Candidate { found, tie: super::align::Tie::Same });
                opinions.push(opinion(bench, found, asked, turned(asked.relation, stance), reason));
            }
        }
    }
    opinions
}

/// What another title of the same person says of the claimed one.
fn same_person(bench: &Bench<'_>, found: Found<'_>, claimed: &Office, held: &Office) -> Option<Stance> {
    if claimed.former != held.former || claimed.title != held.title {
        return Some(Stance::Compatible);
    }
    match (&claimed.organisation, &held.organisation) {
        (None, _) => Some(Stance::Supports),
        (Some(_), None) => Some(Stance::Compatible),
        (Some(asked), Some(own)) if is_organisation(bench, found, asked, own) => Some(Stance::Supports),
        (Some(_), Some(_)) if claimed.exclusive && !claimed.former => Some(Stance::Contradicts),
        (Some(_), Some(_)) => Some(Stance::Compatible),
    }
}

/// Two people do not hold one such office at one time.
fn other_person(bench: &Bench<'_>, found: Found<'_>, claimed: &Office, held: &Office) -> Option<Stance> {
    let same = claimed.title == held.title && claimed.exclusive && !claimed.former && !held.former;
    let (Some(asked), Some(own)) = (&claimed.organisation, &held.organisation) else { return None };
    (same && is_organisation(bench, found, asked, own)).then_some(Stance::Contradicts)
}

fn is_organisation(bench: &Bench<'_>, found: Found<'_>, asked: &str, own: &str) -> bool {
    let trimmed = |name: &str| name.trim_start_matches("the ").to_owned();
    bench.index.names.kinship(&trimmed(asked), found.document, &trimmed(own)) == Kinship::Same
}

fn facts_of<'a>(bench: &Bench<'a>, measure: &'static str) -> impl Iterator<Item = Found<'a>> {
    let bench = *bench;
    bench.index.facts().filter(move |found| found.fact.statement.measure.name == measure && counts(&bench, *found))
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
    let all = candidates(bench, &asked.operand.statement, asked.value);
    all.iter()
        .filter_map(|candidate| {
            Some(opinion(bench, candidate.found, asked, turned(asked.relation, stance(candidate)?), listed(candidate)))
        })
        .collect()
}

fn listed(candidate: &Candidate<'_>) -> String {
    let own = candidate.found.fact.statement.subject.members.as_ref();
    let names = own.map(|members| members.names.join(", ")).unwrap_or_default();
    format!("{} {names}", if own.is_some_and(|members| members.closed) { "names" } else { "names, among others," })
}

/// A part of an event that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Place,
    Partner,
    Purpose,
}

/// `Acme pledge place`: the place of the event that the words before it name.
fn event_part(statement: &Statement) -> Option<Part> {
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
    let inner = Asked { operand: &event, relation: Relation::Equal, value: None, value_span: None, verbs: &[] };
    let all = candidates(bench, &event.statement, None);
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
fn event_operand(bench: &Bench<'_>, operand: &Operand) -> Operand {
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
    let elsewhere = part == Part::Place
        && wanted.iter().any(|name| {
            own.places.iter().all(|place| bench.index.places.relation(place, name) == Containment::Disjoint)
        });
    let stance = if states {
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

/// Any other property whose value is words: facts of that measure about that subject.
fn words_of(bench: &Bench<'_>, asked: &Asked<'_>, wanted: &[String]) -> Vec<Opinion> {
    let holds = |text: &String| wanted.iter().all(|word| text.to_lowercase().contains(&word.to_lowercase()));
    candidates(bench, &asked.operand.statement, asked.value)
        .iter()
        .filter(|candidate| is_asked(bench, candidate.found.document))
        .filter_map(|candidate| match &candidate.found.fact.statement.value {
            Some(Value::Text(text)) => {
                let stance = if holds(text) { Stance::Supports } else { Stance::Compatible };
                Some(opinion(
                    bench,
                    candidate.found,
                    asked,
                    turned(asked.relation, stance),
                    words::says(bench, candidate),
                ))
            }
            _ => None,
        })
        .collect()
}
