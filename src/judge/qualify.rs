//! Qualifiers: whether a passage states what the assertion says of its event, states it otherwise, or leaves it out.

use super::align::Candidate;
use super::extent::{self, is_of_extent};
use super::running::is_running;
use super::{Bench, dates, shortened, times};
use crate::check::Operand;
use crate::extract::singular;
use crate::index::{Containment, Kinship};
use crate::source::Span;
use crate::statement::{Modality, Qualifiers, Value};
use crate::value::{Days, Deadline, Fit, Grain, Policy, Quantity, Relation, compare};

/// Where a passage stands to one qualifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It states it.
    States,
    /// It leaves it out.
    LeavesOut,
    /// It leaves it out, but its document is about something else.
    RuledOut,
    /// It has a figure of another time or place that is a part of the asserted one, or more than it.
    Beside,
    /// It states it otherwise.
    Otherwise,
}

/// The qualifiers of an assertion, one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Qualifier {
    /// `by`, `through`, `before`
    Deadline,
    /// `on`, `in`, `since`, `from … to`
    When,
    /// `over 5 years`
    Length,
    /// `as of`
    AsOf,
    /// `announced`
    Announced,
    /// `in PLACE`
    Place(usize),
    /// `with`
    Partner(usize),
    /// `to`
    Recipient(usize),
    /// `from`
    Origin(usize),
    /// `for`
    Purpose,
    /// `said by`
    Speaker,
    /// `planned`, `done`
    Modality,
}

impl Qualifier {
    /// Whether it helps to pick the event. Speaker and modality only qualify the evidence.
    pub fn picks(self) -> bool {
        !matches!(self, Qualifier::Speaker | Qualifier::Modality)
    }

    /// What it is called in a sentence.
    pub fn name(self) -> &'static str {
        match self {
            Qualifier::Deadline => "deadline",
            Qualifier::When => "date",
            Qualifier::Length => "length of time",
            Qualifier::AsOf => "state",
            Qualifier::Announced => "announcement",
            Qualifier::Place(_) => "place",
            Qualifier::Partner(_) => "partner",
            Qualifier::Recipient(_) => "recipient",
            Qualifier::Origin(_) => "origin",
            Qualifier::Purpose => "purpose",
            Qualifier::Speaker => "speaker",
            Qualifier::Modality => "state of things",
        }
    }

    /// Where it stands in the check file.
    pub fn span(self, operand: &Operand) -> Option<Span> {
        let keywords: &[&str] = match self {
            Qualifier::Deadline => &["by", "through", "before"],
            Qualifier::When => &["on", "in", "since", "from", "until", "during"],
            Qualifier::Length => &["over"],
            Qualifier::AsOf => &["as of"],
            Qualifier::Announced => &["announced"],
            Qualifier::Place(_) => &["in", "at"],
            Qualifier::Partner(_) => &["with"],
            Qualifier::Recipient(_) => &["to"],
            Qualifier::Origin(_) => &["from"],
            Qualifier::Purpose => &["for"],
            Qualifier::Speaker => &["said by", "said"],
            Qualifier::Modality => &["planned", "pledged", "under way", "done"],
        };
        let mut fits =
            operand.qualifiers.iter().filter(|(keyword, _)| keywords.iter().any(|known| keyword.starts_with(known)));
        let first = fits.next();
        match self {
            // A date and a place may both be introduced by `in`: the place is the later word.
            Qualifier::Place(_) => fits.next_back().or(first),
            _ => first,
        }
        .map(|(_, span)| *span)
    }
}

/// The qualifiers that are asserted, in a fixed order.
pub fn asserted(operand: &Operand) -> Vec<Qualifier> {
    let statement = &operand.statement;
    let own = &statement.qualifiers;
    let mut all = Vec::new();
    let mut add = |present: bool, qualifier| {
        if present {
            all.push(qualifier);
        }
    };
    add(own.deadline.is_some(), Qualifier::Deadline);
    add(own.when.is_some(), Qualifier::When);
    add(own.length.is_some(), Qualifier::Length);
    add(own.as_of.is_some(), Qualifier::AsOf);
    add(own.announced.is_some(), Qualifier::Announced);
    (0..own.places.len()).for_each(|at| add(true, Qualifier::Place(at)));
    (0..own.partners.len()).for_each(|at| add(true, Qualifier::Partner(at)));
    (0..own.recipients.len()).for_each(|at| add(true, Qualifier::Recipient(at)));
    (0..own.origins.len()).for_each(|at| add(true, Qualifier::Origin(at)));
    add(own.purpose.is_some(), Qualifier::Purpose);
    add(own.speaker.is_some(), Qualifier::Speaker);
    add(statement.modality.is_some(), Qualifier::Modality);
    all
}

/// Where a passage stands to a qualifier.
pub fn standing(bench: &Bench<'_>, operand: &Operand, qualifier: Qualifier, candidate: &Candidate<'_>) -> Standing {
    let asked = &operand.statement.qualifiers;
    let fact = &candidate.found.fact.statement;
    let own = &fact.qualifiers;
    let document = candidate.found.document;
    match qualifier {
        Qualifier::Deadline => by_fit(asked.deadline.and_then(|asked| deadline(bench, &asked, candidate))),
        Qualifier::When => self::time(bench, operand, candidate),
        Qualifier::Length => {
            by_fit(asked.length.as_ref().zip(own.length.as_ref()).map(|(asked, own)| length(own, asked)))
        }
        Qualifier::AsOf => as_of(bench, operand, candidate),
        Qualifier::Announced => days(asked.announced, own.announced),
        Qualifier::Place(at) => {
            let extent = is_of_extent(bench, &operand.statement, fact);
            // "The Tarn plant" is the plant in Tarn.
            let called = |place: &String| {
                let subject = &fact.subject;
                own.places.is_empty() && !subject.topic.is_empty() && subject.name == *place
            };
            let place = |place: &String| match called(place) {
                true => Standing::States,
                false => self::place(bench, document, place, own, extent),
            };
            asked.places.get(at).map_or(Standing::LeavesOut, place)
        }
        Qualifier::Partner(at) => named(bench, document, asked.partners.get(at), &own.partners),
        Qualifier::Recipient(at) => named(bench, document, asked.recipients.get(at), &own.recipients),
        Qualifier::Origin(at) => named(bench, document, asked.origins.get(at), &own.origins),
        Qualifier::Purpose => purpose(asked, own),
        Qualifier::Speaker => speaker(bench, document, asked, own),
        Qualifier::Modality => modality(operand.statement.modality, fact.modality),
    }
}

/// A period that ends with the asserted deadline states it; another leaves it out. Of a date it is the date itself that is held
/// against it: the end of works that are to "be finished by November", which excludes no later deadline, though an earlier one.
fn deadline(bench: &Bench<'_>, asked: &Deadline, candidate: &Candidate<'_>) -> Option<Fit> {
    let fact = &candidate.found.fact.statement;
    let own = &fact.qualifiers;
    if let Some(own) = own.deadline {
        return Some(own.compare(asked));
    }
    if let Some(Value::Days(days)) = &fact.value {
        let fit = asked.outer().map(|last| dates::compare(days, Relation::AtMost, &Days::day(last)).fit);
        let is_later = || times::due(bench, candidate.found).is_some_and(|own| own.compare(asked) == Fit::Contradicts);
        return if fit == Some(Fit::Compatible) && is_later() { Some(Fit::Contradicts) } else { fit };
    }
    let end = own.when.filter(|when| when.grain == Grain::Span && when.first.is_some()).and_then(|when| when.last);
    (end.is_some() && end == asked.outer()).then_some(Fit::Supports)
}

/// A figure of that time, or a report of it, states it, and of a measure that runs any report up to then: the latest of them holds.
/// What is told of another time is another state of things.
fn as_of(bench: &Bench<'_>, operand: &Operand, candidate: &Candidate<'_>) -> Standing {
    let own = &candidate.found.fact.statement.qualifiers;
    let published = bench.index.document(candidate.found.document).published.map(Days::day);
    let told = own.as_of.or(own.when);
    let (Some(asked), Some(time)) = (operand.statement.qualifiers.as_of, told.or(published)) else {
        return Standing::LeavesOut;
    };
    let until = is_running(bench, &operand.statement.measure.name)
        && published.is_some_and(|published| published.within(&Days::until(asked)));
    if until || time.within(&asked) || asked.within(&time) { Standing::States } else { Standing::Beside }
}

fn by_fit(fit: Option<Fit>) -> Standing {
    match fit {
        Some(Fit::Supports) => Standing::States,
        Some(Fit::Contradicts) => Standing::Otherwise,
        Some(Fit::Compatible) | None => Standing::LeavesOut,
    }
}

fn days(asked: Option<Days>, own: Option<Days>) -> Standing {
    by_fit(asked.zip(own).map(|(asked, own)| Days::compare(&own, &asked)))
}

fn length(own: &Quantity, asked: &Quantity) -> Fit {
    compare(own, Relation::Equal, asked, Policy::Reported).fit
}

fn time(bench: &Bench<'_>, operand: &Operand, candidate: &Candidate<'_>) -> Standing {
    let (asked, own) = (operand.statement.qualifiers.when, when(bench, candidate));
    let qualifiers = &candidate.found.fact.statement.qualifiers;
    let told = qualifiers.when;
    let standing = match asked.filter(|_| is_of_extent(bench, &operand.statement, &candidate.found.fact.statement)) {
        Some(asked) => extent::of_time(&asked, told, own),
        None => days(asked, own),
    };
    // "reported third-quarter revenue on Monday", where the other leaves out which quarter it was, and gives the day on which it was told.
    let announced = operand.statement.qualifiers.announced;
    let is_told_then = || days(asked, qualifiers.announced) == Standing::States;
    let may_be_told_then = || announced.is_some() && days(announced, told) == Standing::States;
    // What was made known on a day may have been done on another.
    match standing {
        Standing::Otherwise if is_told_then() => Standing::States,
        Standing::Otherwise if may_be_told_then() => Standing::LeavesOut,
        Standing::Otherwise if told.is_none() && qualifiers.announced.is_some() => Standing::LeavesOut,
        standing => standing,
    }
}

/// When a passage says it was. What is told in the past tense without a date happened when the event happened that it is told of, else on
/// the day on which it was made known, else on that of its dateline.
pub fn when(bench: &Bench<'_>, candidate: &Candidate<'_>) -> Option<Days> {
    let fact = &candidate.found.fact.statement;
    // A level that was left is of another day.
    let told = fact.modality == Some(Modality::Happened)
        && !candidate.found.fact.compared
        && !matches!(fact.value, Some(Value::Text(_) | Value::List(_)));
    let published = bench.index.document(candidate.found.document).published.map(Days::day);
    // A report of results tells figures of its quarter; when in it, or since, something was done, it leaves out.
    let reported = bench.index.reported(candidate.found.document);
    let is_deed = bench.index.grammar.is_verb(&fact.measure.name);
    let dateline = if reported.is_some() { reported.filter(|_| !is_deed) } else { published };
    fact.qualifiers.when.or_else(|| {
        let of_event = if told { bench.index.days_of_event(candidate.found) } else { &[] };
        match of_event {
            [] => fact.qualifiers.announced.or(dateline).filter(|_| told),
            [day] => Some(*day),
            [_, _, ..] => None,
        }
    })
}

/// Places are sets: inside states, elsewhere states otherwise, wider or unknown leaves out. What a passage leaves out it may inherit
/// from its document: that can rule it out, never in.
fn place(bench: &Bench<'_>, document: usize, asked: &str, own: &Qualifiers, extent: bool) -> Standing {
    let places = &bench.index.places;
    if own.places.is_empty() {
        let about = bench.index.about(document);
        let elsewhere =
            !about.is_empty() && about.iter().all(|place| places.relation(place, asked) == Containment::Disjoint);
        return if elsewhere { Standing::RuledOut } else { Standing::LeavesOut };
    }
    let relations: Vec<Containment> = own.places.iter().map(|place| places.relation(place, asked)).collect();
    let is_beside = |place: &String| extent::is_other_place(&bench.index.places, place, asked);
    if extent && own.places.iter().any(is_beside) {
        Standing::Beside
    } else if relations.contains(&Containment::Inside) {
        Standing::States
    } else if !relations.is_empty() && relations.iter().all(|relation| *relation == Containment::Disjoint) {
        Standing::Otherwise
    } else {
        Standing::LeavesOut
    }
}

fn named(bench: &Bench<'_>, document: usize, asked: Option<&String>, own: &[String]) -> Standing {
    let Some(asked) = asked.filter(|_| !own.is_empty()) else { return Standing::LeavesOut };
    let same = own.iter().any(|name| bench.index.names.kinship(asked, document, name) != Kinship::None);
    if same {
        Standing::States
    } else if own.iter().any(|name| is_cut(asked, name) || is_cut(name, asked)) {
        Standing::LeavesOut
    } else {
        Standing::Otherwise
    }
}

/// Whether a name is another one cut short: "Lund" for "Lund hospital". It may be the same, and may not.
fn is_cut(short: &str, long: &str) -> bool {
    let words = |name: &str| -> Vec<String> { name.split(' ').map(str::to_lowercase).collect() };
    let long = words(long);
    words(short).iter().all(|word| long.contains(word))
}

/// Purposes are free text: shared words state it, other words never state it otherwise.
fn purpose(asked: &Qualifiers, own: &Qualifiers) -> Standing {
    let words = |text: &str| -> Vec<String> {
        text.split_whitespace().map(singular).filter(|word| word.len() > 2).map(|word| word.into_owned()).collect()
    };
    let (Some(asked), Some(own)) = (&asked.purpose, &own.purpose) else { return Standing::LeavesOut };
    let own = words(own);
    let asked = words(asked);
    let shared = asked.iter().filter(|word| own.contains(word)).count();
    if !asked.is_empty() && shared * 3 >= asked.len() * 2 { Standing::States } else { Standing::LeavesOut }
}

/// Another speaker is never "otherwise".
fn speaker(bench: &Bench<'_>, document: usize, asked: &Qualifiers, own: &Qualifiers) -> Standing {
    let (Some(asked), Some(own)) = (&asked.speaker, &own.speaker) else { return Standing::LeavesOut };
    let words =
        |text: &str| -> Vec<String> { text.split_whitespace().map(|word| singular(word).into_owned()).collect() };
    let theirs = words(own);
    let described = words(asked).iter().all(|word| theirs.contains(word));
    // "Lund Council" is not Lund Bridge Council.
    let body = || own.split(' ').any(|word| bench.index.grammar.is_kind(word));
    let described = described && !(body() && shortened::is_another(bench, document, own, &words(asked)));
    let same = bench.index.names.kinship(asked, document, own) == Kinship::Same;
    if same || described { Standing::States } else { Standing::LeavesOut }
}

/// Evidence supports an assertion of equal or weaker modality; what is done is contradicted by what is still due.
fn modality(asked: Option<Modality>, own: Option<Modality>) -> Standing {
    match (asked, own) {
        (Some(asked), Some(own)) if own >= asked => Standing::States,
        (Some(Modality::Happened), Some(Modality::Planned | Modality::Pledged | Modality::Will)) => Standing::Otherwise,
        _ => Standing::LeavesOut,
    }
}
