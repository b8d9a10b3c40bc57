//! What came nearest, where nothing speaks of an assertion.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::align::{Aligner, asks_when, counts, is_asked};
use super::holds::Asked;
use super::{Bench, Judgement, Misses, NearMiss, Rule, Verdict};
use crate::check::is_typing_error;
use crate::diag::nearest;
use crate::extract::singular;
use crate::index::{Found, Kinship, name_key};
use crate::statement::{Scope, Statement, Value};
use crate::value::{Dimension, Policy, Quantity, Reason, Relation, Unit, compare, plural_of_counted};

/// How a passage comes near that names somebody nearly as the assertion does.
pub const NEARLY_THE_NAME: &str = "a name nearly the same";

const MOST: usize = 3;

/// Shorter words are always near to one another.
const LEAST: usize = 3;

/// Nothing speaks of it: unmentioned, with the nearest misses.
pub fn nothing(bench: &Bench<'_>, asked: &Asked<'_>) -> Judgement {
    if bench.documents.is_some_and(<[usize]>::is_empty) {
        return unmentioned("no article is heard".to_owned());
    }
    match bench.misses {
        Misses::Nearest => nearest_misses(bench, asked),
        Misses::Untold => unmentioned("nothing speaks of it".to_owned()),
    }
}

fn nearest_misses(bench: &Bench<'_>, asked: &Asked<'_>) -> Judgement {
    let statement = &asked.operand.statement;
    let aligner = Aligner::new(bench, statement);
    let mut misses: Vec<NearMiss> = Vec::new();
    let near: Vec<Near<'_>> = aligner
        .near()
        .into_iter()
        .filter(|found| is_number(*found) && found.fact.statement.measure.name != "count" && counts(bench, *found))
        .map(|found| Near { found, subject: aligner.subject(found).is_some(), measure: aligner.is_measure(found) })
        .filter(|near| near.subject || near.measure)
        .collect();
    let mut add = |how: &dyn Fn(&Near<'_>) -> Option<String>| {
        let found = near.iter().filter_map(|near| Some((near.found, how(near)?))).take(MOST);
        misses.extend(found.map(|(found, how)| miss(bench, found, &how)));
    };
    add(&|near| slipped_by(asked, near.found).map(|factor| format!("same digits, {factor} times off")));
    let told = |is_so: bool, how: &str| is_so.then(|| how.to_owned());
    add(&|near| told(near.subject && near.measure, "same subject and measure, otherwise another thing"));
    add(&|near| told(near.subject, "same subject, other measure"));
    add(&|near| told(!near.subject, "same measure, other subject"));
    let mut seen = BTreeSet::new();
    misses.retain(|miss| seen.insert(miss.place));
    let near = near_name(bench, &statement.subject.name);
    let mut judgement = unmentioned(reason(bench, asked, near) + &counted(bench, asked));
    misses.truncate(MOST);
    if misses.is_empty() {
        misses.extend(near.and_then(|near| named(bench, near)));
    }
    judgement.nearest = misses;
    judgement
}

/// A fact that shares its subject or its measure with an assertion.
struct Near<'a> {
    found: Found<'a>,
    subject: bool,
    measure: bool,
}

/// Why nothing speaks of it; `near` is the name that comes nearest to that of the subject.
fn reason(bench: &Bench<'_>, asked: &Asked<'_>, near: Option<&str>) -> String {
    let statement = &asked.operand.statement;
    let (subject, measure) = (&statement.subject.name, &statement.measure.name);
    let is_name = subject.chars().next().is_some_and(char::is_uppercase);
    let known = bench.index.names.occurs(subject) || bench.index.names.group(subject).is_some();
    match (measure.is_empty(), known || !is_name) {
        (true, true) => format!("no article says so of {subject}"),
        (false, true) => {
            let meant = year(bench, asked).unwrap_or_else(|| meant(bench, measure));
            match asked.value {
                None => format!("no article tells of {}`{measure}` of {subject}{meant}", scope(statement)),
                Some(value) => {
                    let sought = sought(value);
                    format!("no article gives {sought} for {}`{measure}` of {subject}{meant}", scope(statement))
                }
            }
        }
        (_, false) => unknown(bench, statement, near),
    }
}

/// What kind of thing is asked for.
fn sought(value: &Value) -> &'static str {
    match value {
        Value::Quantity(_) => "a figure",
        Value::Days(_) => "a date",
        Value::Text(_) | Value::List(_) => "anything",
    }
}

/// No fact is about the asserted name: which one may be meant.
fn unknown(bench: &Bench<'_>, asked: &Statement, near: Option<&str>) -> String {
    let subject = &asked.subject.name;
    if let Some(longer) = longer_name(bench, asked) {
        return format!("no article names `{subject}`; another name may be meant: `{longer}`");
    }
    match (near, written_in(bench, subject)) {
        (Some(near), _) => {
            let written = about(bench, near).map_or(near, |found| &found.fact.statement.subject.name);
            format!("no article names `{subject}`; did you mean `{written}`?")
        }
        (None, Some(place)) => {
            format!(
                "no article states anything of `{subject}`, though its words stand in {place}; another name may be meant"
            )
        }
        (None, None) => format!("no article names `{subject}`"),
    }
}

/// The name that holds all words of the asserted one, and others that tell it from it; of the asserted measure first.
fn longer_name<'a>(bench: &Bench<'a>, asked: &Statement) -> Option<&'a str> {
    let aligner = Aligner::new(bench, asked);
    let longer = |found: &Found<'_>| is_asked(bench, found.document) && aligner.is_longer(*found);
    let found = aligner.with_its_words().into_iter().filter(longer).min_by_key(|found| !aligner.is_measure(*found))?;
    Some(&found.fact.statement.subject.name)
}

/// Where the words of a name stand first: `herald, line 3`.
fn written_in(bench: &Bench<'_>, subject: &str) -> Option<String> {
    let lower = subject.to_lowercase();
    let in_order = (0..bench.index.readings.len()).map(|at| bench.index.document(at));
    in_order.into_iter().find_map(|document| {
        let at = document.text.to_lowercase().find(&lower)?;
        let line = document.text.get(..at).map_or(1, |before| before.matches('\n').count() + 1);
        Some(format!("{}, line {line}", document.id))
    })
}

/// The scope that is asked for: what is told of another one is no evidence.
fn scope(statement: &Statement) -> &'static str {
    match statement.scope {
        Some(Scope::Additional) => "additional ",
        Some(Scope::Total) => "total ",
        Some(Scope::Remaining) => "remaining ",
        Some(Scope::Part) | None => "",
    }
}

/// A year that is asserted as a number.
fn year(bench: &Bench<'_>, asked: &Asked<'_>) -> Option<String> {
    let statement = &asked.operand.statement;
    let Some(Value::Quantity(value)) = asked.value else { return None };
    let year = value.amount.nominal.filter(|_| asks_when(bench, statement, value))?;
    Some(format!("; a year is a time: is `{} in {year}` meant?", statement.measure.name))
}

/// A measure that is taken at its word may have been meant for one that is a letter away; no verb is a slip.
fn meant(bench: &Bench<'_>, measure: &str) -> String {
    let known = || bench.index.vocabulary.measures.iter().flat_map(|entry| entry.forms.iter().chain([&entry.name]));
    let same = |one: &str, other: &str| singular(one) == singular(other);
    if known().any(|word| same(word, measure)) || bench.index.grammar.is_verb(measure) {
        return String::new();
    }
    let begins = |word: &str| word.chars().next() == measure.to_lowercase().chars().next();
    // Two letters that have changed places are a slip in a short word, too: `aeg`.
    let is_swapped = |word: &str| word.len() == measure.len() && strsim::levenshtein(word, measure) == 2;
    let is_near =
        |word: &str| strsim::osa_distance(word, &singular(measure)) == 1 && (word.len() > LEAST || is_swapped(word));
    let near = known().find(|word| begins(word) && is_near(word));
    near.map(|near| format!("; is `{near}` meant?")).unwrap_or_default()
}

/// What is counted, where no article has the word and one that is counted, or known, is a slip of the pen away from it.
fn counted(bench: &Bench<'_>, asked: &Asked<'_>) -> String {
    let Some(noun) = asked.value.and_then(counted_noun) else { return String::new() };
    let in_articles: FxHashSet<&str> =
        bench.facts().filter_map(|found| counted_noun(found.fact.statement.value.as_ref()?)).collect();
    let counted: BTreeSet<String> =
        in_articles.into_iter().flat_map(|noun| [noun.to_owned(), plural_of_counted(noun)]).collect();
    let known = bench.index.vocabulary.measures.iter().flat_map(|entry| entry.forms.iter().chain([&entry.name]));
    let several = plural_of_counted(noun);
    let is_form = |word: &str| singular(word) == singular(noun);
    let near = |word: &&String| !is_form(word) && (is_typing_error(noun, word) || is_typing_error(&several, word));
    let meant = counted.iter().find(near).or_else(|| known.filter(near).min());
    let is_word = |word: &str| word == noun || singular(word) == noun;
    let is_said = || {
        let texts = bench.index.corpus.documents.iter().map(|document| document.text.to_lowercase());
        texts.into_iter().any(|text| text.split(|c: char| !c.is_alphanumeric()).any(is_word))
    };
    match meant.filter(|_| !is_said()) {
        Some(meant) => format!("; no article has the word `{noun}`: did you mean `{}`?", plural_of_counted(meant)),
        None => String::new(),
    }
}

/// The noun of what is counted.
fn counted_noun(value: &Value) -> Option<&str> {
    match value {
        Value::Quantity(Quantity { unit: Unit { dimension: Dimension::Count, code, .. }, .. }) => Some(code),
        Value::Quantity(_) | Value::Days(_) | Value::Text(_) | Value::List(_) => None,
    }
}

/// How many times off a fact is that has the asserted digits, and another magnitude: million for billion.
fn slipped_by(asked: &Asked<'_>, found: Found<'_>) -> Option<String> {
    let (Some(Value::Quantity(asked)), Some(Value::Quantity(own))) = (asked.value, &found.fact.statement.value) else {
        return None;
    };
    match compare(own, Relation::Exactly, asked, Policy::Reported).reason {
        Reason::MagnitudeSlip(factor) => Some(in_words(&factor.grouped()).to_owned()),
        _ => None,
    }
}

/// The commonest powers of ten as people say them.
fn in_words(factor: &str) -> &str {
    match factor {
        "1,000" => "a thousand",
        "1,000,000" => "a million",
        "1,000,000,000" => "a billion",
        _ => factor,
    }
}

fn is_number(found: Found<'_>) -> bool {
    matches!(found.fact.statement.value, Some(Value::Quantity(_)))
}

fn miss(bench: &Bench<'_>, found: Found<'_>, how: &str) -> NearMiss {
    NearMiss {
        place: bench.index.document(found.document).place(found.fact.focus),
        document: found.document,
        what: what(&found.fact.statement),
        how: how.to_owned(),
    }
}

/// `pledge of Norvik Energy`.
fn what(statement: &Statement) -> String {
    match &statement.subject.name[..] {
        "" => statement.measure.name.clone(),
        subject => format!("{} of {subject}", statement.measure.name),
    }
}

/// The name that occurs and is nearest to one that does not, as names are compared.
fn near_name<'a>(bench: &Bench<'a>, subject: &str) -> Option<&'a str> {
    let names = &bench.index.names;
    if names.occurs(subject) { None } else { nearest(subject, names.occurring()) }
}

/// The passages that name somebody of nearly this name, which does not occur.
pub fn names(bench: &Bench<'_>, subject: &str) -> Vec<NearMiss> {
    near_name(bench, subject).and_then(|near| named(bench, near)).into_iter().collect()
}

fn named(bench: &Bench<'_>, near: &str) -> Option<NearMiss> {
    about(bench, near).map(|found| miss(bench, found, NEARLY_THE_NAME))
}

/// The first fact about a name, which is given as names are compared.
fn about<'a>(bench: &Bench<'a>, near: &str) -> Option<Found<'a>> {
    let whom = bench.index.names.whom(near);
    bench.index.facts_about(&whom).find(|found| name_key(&found.fact.statement.subject.name) == near)
}

/// The roles of somebody that are a slip of the pen away from an asserted one.
pub fn roles(bench: &Bench<'_>, asked: &Statement, wanted: &[String]) -> Vec<NearMiss> {
    let (known, holder) = (&bench.index.names, bench.index.names.whom(&asked.subject.name));
    let own = |found: &Found<'_>| {
        counts(bench, *found) && known.kin_of(&holder, bench.index.identity(*found)) == Kinship::Same
    };
    let near = |found: &Found<'_>| match &found.fact.statement.value {
        Some(Value::Text(held)) => wanted.iter().any(|role| is_slip_of(role, held)),
        Some(Value::Quantity(_) | Value::Days(_) | Value::List(_)) | None => false,
    };
    let told = bench.facts_of("role").into_iter().filter(|found| own(found) && near(found));
    told.take(MOST).map(|found| miss(bench, found, "a role nearly the same")).collect()
}

/// Whether a word of one text is a letter away from one of the other, which the other does not have itself.
fn is_slip_of(role: &str, held: &str) -> bool {
    let (role, held) = (role.to_lowercase(), held.to_lowercase());
    let known: Vec<&str> = held.split_whitespace().collect();
    let is_near = |word: &str| known.iter().any(|own| own.len() > LEAST && strsim::osa_distance(own, word) == 1);
    role.split_whitespace().any(|word| !known.contains(&word) && is_near(word))
}

/// An empty answer.
pub fn unmentioned(reason: String) -> Judgement {
    Judgement {
        verdict: Verdict::Unmentioned,
        reason,
        asked: None,
        rule: Rule::Nothing,
        fault: None,
        evidence: Vec::new(),
        derivation: Vec::new(),
        advice: Vec::new(),
        nearest: Vec::new(),
        lineages: 0,
    }
}
