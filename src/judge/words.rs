//! Why, in words: one sentence without its full stop for each reason that the judge has.

use super::Bench;
use super::align::Candidate;
use super::decide::{Opinion, Tally};
use super::holds::Asked;
use super::parts::Share;
use super::qualify::Qualifier;
use super::running::SUPERSEDED;
use super::{Stance, Verdict};
use crate::index::Found;
use crate::statement::{Direction, Modality, Polarity, Statement, Value};
use crate::value::{Comparison, Days, Deadline, DeadlineKind, Fit, Reason};

/// The underlined words of a fact.
pub fn focus(bench: &Bench<'_>, found: Found<'_>) -> String {
    found.fact.focus.slice(&bench.index.document(found.document).text).to_owned()
}

/// "says X".
pub fn says(bench: &Bench<'_>, candidate: &Candidate<'_>) -> String {
    format!("says “{}”", focus(bench, candidate.found))
}

/// Why a value fits or does not.
pub fn comparison(bench: &Bench<'_>, candidate: &Candidate<'_>, asked: &Asked<'_>, comparison: &Comparison) -> String {
    let said = focus(bench, candidate.found);
    let value = asked.value.map(describe).unwrap_or_default();
    match (&comparison.reason, comparison.fit) {
        (Reason::SameNominal, _) => format!("says “{said}”"),
        (Reason::RoundsTo, _) => format!("“{said}” rounds to {value}"),
        (Reason::OutsideHalo, _) => format!("says “{said}”, not {value}"),
        (Reason::FinerThanEvidence, _) => format!("“{said}” is not precise enough to tell {value}"),
        (Reason::BoundAtSameNumber, _) => format!("“{said}” gives only a bound at {value}"),
        (Reason::Inside, _) => format!("“{said}” holds it"),
        (Reason::Disjoint, Fit::Contradicts) if comparison.soft => {
            format!("“{said}” excludes {value}, unless more is said elsewhere")
        }
        (Reason::Disjoint, _) => format!("“{said}” excludes {value}"),
        (Reason::Overlap, _) => match open_end(candidate) {
            Some(end) => format!("“{said}” {end}"),
            None => format!("“{said}” leaves {value} open"),
        },
        (Reason::OtherDimension, _) => format!("“{said}” is of another unit than {value}"),
        (Reason::NoConversion, _) => format!("“{said}” cannot be converted to the unit of {value}"),
        (Reason::UnitSlip, _) => format!("“{said}” has the digits of {value}, but another unit"),
        (Reason::MagnitudeSlip(factor), _) => {
            format!("says “{said}”, which has the digits of {value} {} times off", factor.grouped())
        }
    }
}

/// What a date with one end leaves open: "by November 2026".
fn open_end(candidate: &Candidate<'_>) -> Option<&'static str> {
    let Some(Value::Days(days)) = &candidate.found.fact.statement.value else { return None };
    match (days.first, days.last) {
        (None, Some(_)) => Some("is a deadline, and it may be earlier"),
        (Some(_), None) => Some("is the earliest day, and it may be later"),
        (None, None) | (Some(_), Some(_)) => None,
    }
}

/// Which way a passage has a change go, where that is asserted and the passage has another way or none.
pub fn with_way(bench: &Bench<'_>, candidate: &Candidate<'_>, asked: Option<Direction>, fit: Fit) -> Option<String> {
    let said = focus(bench, candidate.found);
    let own = candidate.found.fact.statement.direction;
    let is_difference = candidate.found.fact.statement.measure.is_difference();
    match own {
        None => asked.filter(|_| fit == Fit::Supports).map(|_| format!("says “{said}”, and not whether up or down")),
        Some(way) if asked.is_none_or(|asked| asked == way) => None,
        Some(Direction::Up) if is_difference => Some(format!("says “{said}” above, and not below")),
        Some(Direction::Down) if is_difference => Some(format!("says “{said}” below, and not above")),
        Some(Direction::Up) => Some(format!("says that it rose by “{said}”")),
        Some(Direction::Down) => Some(format!("says that it fell by “{said}”")),
    }
}

/// A value as a person reads it.
pub fn describe(value: &Value) -> String {
    match value {
        Value::Quantity(quantity) => quantity.describe(),
        Value::Days(days) => days.to_string(),
        Value::Text(text) => format!("“{text}”"),
        Value::List(list) => list.join(", "),
    }
}

/// The passage has a level come to the other way.
pub fn moved(bench: &Bench<'_>, candidate: &Candidate<'_>, way: Direction) -> String {
    let verb = match way {
        Direction::Up => "rose",
        Direction::Down => "fell",
    };
    format!("says that it {verb} to “{}”", focus(bench, candidate.found))
}

/// The passage says the opposite: `own` is its word, `asked` the asserted one.
pub fn opposite(bench: &Bench<'_>, candidate: &Candidate<'_>, own: &str, asked: &str) -> String {
    format!("says “{own}” and not “{asked}” of “{}”", focus(bench, candidate.found))
}

/// A later report has somebody else in an office.
pub fn succeeded(bench: &Bench<'_>, successor: Found<'_>) -> String {
    format!("an earlier report; a later one has {}", successor.fact.statement.subject.name)
        + &bench.index.document(successor.document).published.map(|day| format!(" ({day})")).unwrap_or_default()
}

/// The passage has somebody in an office that is not the asserted one, though its name is near: a deputy's.
pub fn other_office(bench: &Bench<'_>, found: Found<'_>, held: &str, asked: &str) -> String {
    format!("says “{}”, and {held} is another office than {asked}", focus(bench, found))
}

/// The passage denies it.
pub fn denies(bench: &Bench<'_>, candidate: &Candidate<'_>) -> String {
    format!("denies “{}”", focus(bench, candidate.found))
}

/// How the reason ends where the denial is all that differs.
pub const DENIED_HERE: &str = "without the denial";

/// The passage says so, or denies it, where a sentence of the same words has it the other way.
pub fn turned(bench: &Bench<'_>, candidate: &Candidate<'_>) -> String {
    match candidate.found.fact.statement.polarity {
        Polarity::Affirmed => format!("says “{}” {DENIED_HERE}", focus(bench, candidate.found)),
        Polarity::Denied => denies(bench, candidate),
    }
}

/// The passage states a qualifier otherwise.
pub fn otherwise(bench: &Bench<'_>, qualifier: Qualifier, candidate: &Candidate<'_>) -> String {
    let stated = stated(bench, qualifier, candidate).filter(|stated| !stated.is_empty());
    format!("has another {}: {}", qualifier.name(), stated.unwrap_or_default())
}

/// The passage tells of the deed at another time.
pub fn elsewhen(bench: &Bench<'_>, candidate: &Candidate<'_>) -> String {
    let stated = time(bench, candidate).map(|stated| format!(": {stated}"));
    format!("{} of another time{}", says(bench, candidate), stated.unwrap_or_default())
}

/// When a passage has its deed done, or by when.
fn time(bench: &Bench<'_>, candidate: &Candidate<'_>) -> Option<String> {
    stated(bench, Qualifier::When, candidate).or_else(|| stated(bench, Qualifier::Deadline, candidate))
}

/// The passage tells of such a deed at another time; it may be another one.
pub fn again(bench: &Bench<'_>, candidate: &Candidate<'_>) -> String {
    let stated = time(bench, candidate).map(|stated| format!(", {stated},")).unwrap_or_default();
    format!("{} of another time{stated} and that may have happened twice", says(bench, candidate))
}

/// The passage has another figure, and marks that a sentence is without, so that they may be of two events.
pub fn may_be_another(says: &str) -> String {
    format!("{says}, and may be about something else")
}

/// The passage has a figure of a part of the asserted time or place, or of more than it.
pub fn beside(bench: &Bench<'_>, qualifier: Qualifier, candidate: &Candidate<'_>) -> String {
    let stated = stated(bench, qualifier, candidate).filter(|stated| stated.contains(char::is_alphanumeric));
    let told = stated.map(|stated| format!(": {stated}")).unwrap_or_default();
    format!("gives the figure of another {}{told}", qualifier.name())
}

/// How a passage states a qualifier.
fn stated(bench: &Bench<'_>, qualifier: Qualifier, candidate: &Candidate<'_>) -> Option<String> {
    let fact = &candidate.found.fact.statement;
    let own = &fact.qualifiers;
    match qualifier {
        Qualifier::Deadline => own.deadline.or_else(|| latest(fact)).map(|deadline| deadline.to_string()),
        Qualifier::When => super::qualify::when(bench, candidate).map(|days| days.to_string()),
        Qualifier::Length => own.length.as_ref().map(crate::value::Quantity::describe),
        Qualifier::AsOf => bench.index.document(candidate.found.document).published.map(|day| day.to_string()),
        Qualifier::Announced => own.announced.map(|days| days.to_string()),
        Qualifier::Place(_) => Some(own.places.join(", ")),
        Qualifier::Partner(_) => Some(own.partners.join(", ")),
        Qualifier::Recipient(_) => Some(own.recipients.join(", ")),
        Qualifier::Origin(_) => Some(own.origins.join(", ")),
        Qualifier::Purpose => own.purpose.clone(),
        Qualifier::Speaker => own.speaker.clone(),
        Qualifier::Modality => fact.modality.map(|modality| modality_name(modality).to_owned()),
    }
}

/// The deadline that a date is, where nothing else gives one: the last day that it may be.
fn latest(fact: &Statement) -> Option<Deadline> {
    let Some(Value::Days(days)) = fact.value else { return None };
    days.last.map(|last| Deadline { kind: DeadlineKind::By, named: Days::day(last) })
}

/// How far a thing has got, in words.
pub fn modality_name(modality: Modality) -> &'static str {
    match modality {
        Modality::Opinion => "an opinion",
        Modality::Conditional => "conditional",
        Modality::Forecast => "a forecast",
        Modality::Planned => "planned",
        Modality::Pledged => "pledged",
        Modality::Will => "still to come",
        Modality::Ongoing => "under way",
        Modality::Happened => "done",
    }
}

/// A forecast, an opinion or a condition supports nothing and excludes nothing.
pub fn doubtful(modality: Option<Modality>, reason: &str) -> String {
    format!("{reason}, but that is {}", modality.map_or("uncertain", modality_name))
}

/// A rendering of a quantity that is given in two units excludes nothing by itself.
pub fn rounded(reason: &str) -> String {
    format!("{reason}, and that is given in two units")
}

/// What is asked of a qualifier, as a check or a sentence has it.
fn asked_for(asked: &Statement, qualifier: Qualifier) -> Option<String> {
    let own = &asked.qualifiers;
    match qualifier {
        Qualifier::Deadline => own.deadline.map(|deadline| deadline.to_string()),
        Qualifier::When => own.when.map(|days| days.to_string()),
        Qualifier::Length => own.length.as_ref().map(crate::value::Quantity::describe),
        Qualifier::Announced => own.announced.map(|days| days.to_string()),
        Qualifier::Place(at) => own.places.get(at).cloned(),
        Qualifier::Partner(at) => own.partners.get(at).cloned(),
        Qualifier::Recipient(at) => own.recipients.get(at).cloned(),
        Qualifier::Origin(at) => own.origins.get(at).cloned(),
        Qualifier::Purpose => own.purpose.clone(),
        Qualifier::Speaker => own.speaker.clone(),
        Qualifier::AsOf | Qualifier::Modality => None,
    }
}

/// Qualifiers that the passages leave out, and what they should have.
pub fn left_out(asked: &Statement, qualifiers: &[Qualifier]) -> String {
    let asked: Vec<String> = qualifiers.iter().filter_map(|qualifier| asked_for(asked, *qualifier)).collect();
    let missing: Vec<String> = asked.iter().map(|told| format!("“{told}”")).collect();
    match missing.is_empty() {
        true => names_left_out(qualifiers),
        false => format!("{}: {}", names_left_out(qualifiers), missing.join(", ")),
    }
}

fn names_left_out(qualifiers: &[Qualifier]) -> String {
    let mut names: Vec<&str> = qualifiers.iter().map(|qualifier| qualifier.name()).collect();
    names.dedup();
    let verb = if names.len() > 1 { "are" } else { "is" };
    match names.split_last() {
        Some((last, before)) if before.len() > 1 => format!("the {} and {last} {verb} left out", before.join(", ")),
        _ => format!("the {} {verb} left out", names.join(" and the ")),
    }
}

/// Whether the passage states one of the qualifiers, in a way that leaves it open.
pub fn states_any(bench: &Bench<'_>, qualifiers: &[Qualifier], candidate: &Candidate<'_>) -> bool {
    qualifiers.iter().any(|qualifier| open(bench, *qualifier, candidate).is_some())
}

/// Qualifiers that a passage leaves out, or states so that they stay open ("by 2031" where `before 2031` is asserted).
pub fn left_open(bench: &Bench<'_>, asked: &Statement, qualifiers: &[Qualifier], candidate: &Candidate<'_>) -> String {
    let stated = qualifiers.iter().find_map(|qualifier| Some((qualifier, open(bench, *qualifier, candidate)?)));
    match stated {
        Some((qualifier, stated)) => {
            format!("the {} that the passage gives, {stated}, leaves it open", qualifier.name())
        }
        None => left_out(asked, qualifiers),
    }
}

/// How a passage itself states a date or a deadline; of places a wider one counts as left out.
fn open(bench: &Bench<'_>, qualifier: Qualifier, candidate: &Candidate<'_>) -> Option<String> {
    let own = &candidate.found.fact.statement.qualifiers;
    let told = match qualifier {
        Qualifier::Deadline | Qualifier::Announced => true,
        Qualifier::When => own.when.is_some(),
        Qualifier::Length
        | Qualifier::AsOf
        | Qualifier::Place(_)
        | Qualifier::Partner(_)
        | Qualifier::Recipient(_)
        | Qualifier::Origin(_)
        | Qualifier::Purpose
        | Qualifier::Speaker
        | Qualifier::Modality => false,
    };
    stated(bench, qualifier, candidate).filter(|stated| told && !stated.is_empty())
}

/// The passage is said by somebody else, or by nobody.
pub fn other_speaker(fact: &Statement) -> String {
    fact.qualifiers
        .speaker
        .as_ref()
        .map_or("nobody is named who says so".to_owned(), |speaker| format!("it is {speaker} who says so"))
}

/// The passage has a thing less far than the assertion.
pub fn weaker(modality: Option<Modality>) -> String {
    format!("by this passage it is only {}", modality.map_or("open", modality_name))
}

/// A total of a collective.
pub fn collective(bench: &Bench<'_>, candidate: &Candidate<'_>) -> String {
    format!("“{}” is the total of {}", focus(bench, candidate.found), candidate.found.fact.statement.subject.name)
}

/// A part of what an event is told of, or more than what is asked for.
pub fn share(bench: &Bench<'_>, candidate: &Candidate<'_>, share: Share) -> String {
    let is = match share {
        Share::Part => "is a part of the whole",
        Share::Whole => "is of more than what is asked for",
    };
    format!("“{}” {is}", focus(bench, candidate.found))
}

/// Why passages that speak of a sentence leave it open: what the first of them lacks, or has besides.
pub fn open_sentence(opinions: &[Opinion]) -> String {
    let open = opinions.iter().map(|opinion| &opinion.evidence).find(|told| told.stance == Stance::Compatible);
    match open.map(|told| told.reason.as_str()).filter(|reason| !reason.is_empty()) {
        Some(reason) if reason.starts_with("does ") || reason.starts_with("says ") => {
            format!("the nearest passage {reason}")
        }
        Some(reason) => format!("the passages leave it open: {reason}"),
        None => "the passages leave it open".to_owned(),
    }
}

/// A passage that leaves a word of the sentence out.
pub fn unsaid_word(word: &str) -> String {
    format!("does not say “{word}”")
}

/// A passage that has somebody on a side of which the sentence says nothing.
pub fn sided(word: &str) -> String {
    format!("says “{word}”")
}

/// A passage that has another value, and leaves a word of the sentence out.
pub fn unsaid_beside(reason: &str, word: &str) -> String {
    format!("{reason}, but does not say “{word}” and may be about something else")
}

/// A sentence that has the asserted number too, of something that it does not name again.
pub fn elided(asked: &Asked<'_>) -> String {
    format!("its sentence says {} too, and not of what", asked.value.map(describe).unwrap_or_default())
}

/// A passage that counts a sort of what is asserted.
pub fn narrower(bench: &Bench<'_>, candidate: &Candidate<'_>) -> String {
    format!("“{}” counts only some of what is asserted", focus(bench, candidate.found))
}

/// A passage that counts others, or other things together, than is asserted.
pub fn of_more(bench: &Bench<'_>, candidate: &Candidate<'_>) -> String {
    format!("“{}” counts these alone, or others besides", focus(bench, candidate.found))
}

/// A passage that counts those on the other side of a vote.
pub fn other_side(bench: &Bench<'_>, candidate: &Candidate<'_>) -> String {
    format!("“{}” voted on the other side", focus(bench, candidate.found))
}

/// A passage that tells so many for each of several, where all are meant, or the other way round.
pub fn other_rate(bench: &Bench<'_>, candidate: &Candidate<'_>) -> String {
    format!("“{}” is not told for as many, or for as long", focus(bench, candidate.found))
}

/// What was done, or what is over, is not what is so now.
pub fn not_now(bench: &Bench<'_>, candidate: &Candidate<'_>) -> String {
    format!("“{}” is not told of the same time", focus(bench, candidate.found))
}

/// A word that is said of another number of the sentence.
pub fn of_another_number(word: String) -> String {
    format!("says “{word}” of another number")
}

/// A passage that has a deed done to something else.
pub fn done_to(verb: &str, object: &str) -> String {
    format!("says “{verb}” of “{object}”")
}

/// By how many something has changed is not how many there are.
pub fn level(bench: &Bench<'_>, candidate: &Candidate<'_>) -> String {
    format!("“{}” is how many there are, and not by how many they changed", focus(bench, candidate.found))
}

/// What comes on top is not all there is.
pub fn on_top(bench: &Bench<'_>, candidate: &Candidate<'_>) -> String {
    format!("“{}” comes on top of others", focus(bench, candidate.found))
}

/// Of so many one is picked out.
pub fn of_choice(bench: &Bench<'_>, candidate: &Candidate<'_>) -> String {
    format!("“{}” are not all meant", focus(bench, candidate.found))
}

/// What there was is not what is left of it.
pub fn not_left(bench: &Bench<'_>, candidate: &Candidate<'_>) -> String {
    format!("“{}” is not said to be left", focus(bench, candidate.found))
}

/// A value that the text only leads to the subject.
pub fn unsaid(bench: &Bench<'_>, candidate: &Candidate<'_>) -> String {
    format!("“{}” may be meant, but the passage does not say whose it is", focus(bench, candidate.found))
}

/// Several events fit.
pub fn several(count: usize, statement: &Statement) -> String {
    let (measure, subject) = (&statement.measure.name, &statement.subject.name);
    match count {
        0 => format!("no event that is called {measure} of {subject} has the qualifiers that are asked for"),
        _ => format!("{count} events are called {measure} of {subject}, and they do not agree"),
    }
}

/// Off by one qualifier.
pub fn off(opinions: &[Opinion]) -> String {
    opinions
        .first()
        .map(|opinion| format!("the value agrees, but the passage {}", opinion.evidence.reason))
        .unwrap_or_default()
}

/// Somebody says what never should be said.
pub fn never_said(opinions: &[Opinion]) -> String {
    format!("{} {} so", opinions.len(), if opinions.len() == 1 { "passage says" } else { "passages say" })
}

/// The verdict of a tally, in words.
pub fn tally(opinions: &[Opinion], verdict: Verdict) -> String {
    let first = |stance| {
        opinions
            .iter()
            .find(|opinion| opinion.evidence.stance == stance)
            .map(|opinion| opinion.evidence.reason.clone())
            .unwrap_or_default()
    };
    let lineages = Tally::of(opinions.iter().map(|opinion| &opinion.evidence)).supporters();
    match verdict {
        Verdict::Supported => {
            format!("{lineages} independent {} so", if lineages == 1 { "source says" } else { "sources say" })
        }
        Verdict::Contradicted if opinions.iter().any(|opinion| opinion.evidence.reason == SUPERSEDED) => {
            format!("earlier reports are superseded, and the last one {}", first(Stance::Contradicts))
        }
        Verdict::Contradicted => format!("no source says so, and a passage {}", first(Stance::Contradicts)),
        Verdict::Disputed => format!("one passage {}; another {}", first(Stance::Supports), first(Stance::Contradicts)),
        Verdict::Ambiguous => first(Stance::Compatible),
        Verdict::Unmentioned => "no article speaks of it".to_owned(),
    }
}
