//! Which facts of a sentence it is judged by: not every one that is read in it tells something of its own.

use super::Bench;
use super::claims::is_proposition;
use super::votes;
use crate::extract::Fact;
use crate::statement::{LEAVE_HOME, Modality, Polarity, Statement, Value};

/// The facts of a sentence by which it is judged, in their order: its numbers, and of the rest what tells no more of the same deed.
pub fn checkable<'f>(bench: &Bench<'_>, facts: &'f [Fact]) -> Vec<&'f Fact> {
    let due = |word: &str| bench.index.vocabulary.lists("due", word);
    let is_number = |statement: &Statement| {
        matches!(statement.value, Some(Value::Quantity(_))) && statement.measure.name != "count"
    };
    let is_role = |statement: &Statement| statement.measure.name == "role";
    let kinds: [&dyn Fn(&Statement) -> bool; 3] = [&is_number, &is_role, &is_proposition];
    let mut chosen: Vec<&Fact> = Vec::new();
    for kind in kinds {
        let taken = chosen.clone();
        let is_told = |fact: &Fact| taken.iter().any(|other| tells(other, fact) && !is_given(other, fact, &taken));
        chosen.extend(facts.iter().filter(|fact| kind(&fact.statement) && !is_told(fact)));
    }
    let is_frame = |fact: &Fact| is_due_frame(due, fact, &chosen) || is_vote_frame(bench, fact, &chosen);
    let frames: Vec<&Fact> = chosen.iter().copied().filter(|fact| is_frame(fact)).collect();
    chosen.retain(|fact| !frames.iter().any(|frame| std::ptr::eq(*frame, *fact)));
    chosen.sort_by_key(|fact| fact.focus);
    chosen
}

/// "Governor Lunt named Holm fire chief": that Holm is fire chief does not tell who named her. What a company names somebody is told by
/// the office.
fn is_given(office: &Fact, deed: &Fact, taken: &[&Fact]) -> bool {
    let (office, doer) = (&office.statement, &deed.statement.subject.name);
    let is_office = |own: &Statement| own.measure.name == "role";
    let is_somebody = || taken.iter().any(|own| is_office(&own.statement) && own.statement.subject.name == *doer);
    is_office(office) && office.subject.name != *doer && is_proposition(&deed.statement) && is_somebody()
}

/// "is due to reopen", "is set to reopen": no more than that it will, which is told by itself.
fn is_due_frame(due: impl Fn(&str) -> bool, frame: &Fact, all: &[&Fact]) -> bool {
    let own = &frame.statement;
    let word = match (&own.value, own.measure.name.strip_prefix("be ")) {
        (_, Some(verb)) => verb,
        (Some(Value::Text(text)), None) if own.measure.name == "be" => text,
        _ => return false,
    };
    let verb = own.qualifiers.purpose.as_deref().and_then(|purpose| purpose.split(' ').next());
    let told = |other: &&&Fact| Some(other.statement.measure.name.as_str()) == verb && is_proposition(&other.statement);
    due(word) && own.polarity == Polarity::Affirmed && all.iter().filter(told).count() > 0
}

/// "voted 5-2 to approve the tram": no more than that it was approved, and by how many.
fn is_vote_frame(bench: &Bench<'_>, frame: &Fact, all: &[&Fact]) -> bool {
    let own = &frame.statement;
    let decides = |other: &&Fact| {
        let told = &other.statement;
        !votes::is_of_vote(told)
            && told.subject.name == own.subject.name
            && told.modality == Some(Modality::Happened)
            && votes::is_deciding(bench, told)
    };
    votes::is_of_vote(own) && is_proposition(own) && all.iter().any(decides)
}

/// Whether one fact tells of the deed that another is: the words or the purpose of either hold the verb of the other ("plans to
/// invest"), or the other is about its number.
fn tells(fact: &Fact, other: &Fact) -> bool {
    let holds = |one: &Statement, verb: &str| {
        let purpose = one.qualifiers.purpose.iter().flat_map(|purpose| purpose.split(' '));
        one.measure.forms.iter().any(|form| form == verb) || purpose.into_iter().any(|word| word == verb)
    };
    let is_number = |one: &Statement| matches!(one.value, Some(Value::Quantity(_)));
    let (own, theirs) = (&fact.statement, &other.statement);
    // "4,000 homes lost power": told in one word, whatever the verb.
    let befalls = own.measure.befalls() && own.subject.members.is_some() && own.subject.name == theirs.subject.name;
    own.measure.name == theirs.measure.name
        || befalls
        || holds(own, &theirs.measure.name)
        || is_number(own) && theirs.measure.name.strip_prefix("be ") == Some(LEAVE_HOME) && holds(own, LEAVE_HOME)
        || holds(theirs, &own.measure.name)
        || fact.focus.overlaps(other.focus)
}
