//! Who holds which office, and when: "Acme CEO Jane Doe" against `"Jane Doe" role is "CEO of Acme"` or `Acme CEO is "Jane Doe"`.
//!
//! An office that somebody has left is held no longer; one that is still to be taken up, or held only for now, says nothing either way
//! of the office itself; a deputy's is another office altogether. The words for these stand in the vocabulary.

use rustc_hash::FxHashMap;

use super::align::{Candidate, Tie, counts};
use super::decide::Opinion;
use super::holds::{Asked, evidence};
use super::qualify::{Qualifier, Standing, asserted, standing};
use super::{Bench, Stance, words};
use crate::index::{Found, Kinship, name_key, spelled};
use crate::statement::{Modality, Polarity, Statement, TitleEntry, Value};
use crate::value::{Days, Relation};

/// Whether somebody holds an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tenure {
    /// Holds it.
    Held,
    /// Held it once, and no longer.
    Former,
    /// Held it at a time; whether still is not said.
    Past,
    /// Holds it for now.
    Acting,
    /// Is to hold it, and does not yet.
    Coming,
}

/// The word classes of the vocabulary that tell a tenure.
const TENURES: [(&str, Tenure); 4] =
    [("former", Tenure::Former), ("past", Tenure::Past), ("acting", Tenure::Acting), ("designate", Tenure::Coming)];

/// So many days apart two reports may tell of two holders of one office, of whom the later one holds it now.
const SUCCESSION: i64 = 180;

/// So many days apart two beginnings of an office may be one.
const YEAR: i64 = 366;

/// A title and whose it is: "chief executive", "Acme".
#[derive(Clone, Debug)]
struct Office {
    title: String,
    organisation: Option<String>,
    exclusive: bool,
    tenure: Tenure,
}

/// Who is asked to hold what.
struct Question {
    holder: String,
    office: Office,
}

/// Whether the measure is an office: `role`, or a title (`Acme CEO is "Jane Doe"`).
pub fn is_office(bench: &Bench<'_>, measure: &str) -> bool {
    measure == "role" || entry(bench, measure).is_some()
}

/// What the passages about offices say of an asserted one.
pub fn opinions(bench: &Bench<'_>, asked: &Asked<'_>, wanted: &[String]) -> Vec<Opinion> {
    let questions = wanted.iter().map(|text| question(bench, &asked.operand.statement, text));
    questions.flat_map(|question| answers(bench, asked, &question)).collect()
}

/// The roles that are told of somebody, or of the office of an organisation.
pub fn told<'a>(bench: &Bench<'a>, asked: &Statement) -> Vec<Candidate<'a>> {
    let question = question(bench, asked, "");
    let (names, holder) = (&bench.index.names, bench.index.names.whom(&asked.subject.name));
    let speaks = |found: &Found<'a>| {
        let own_holder = names.kin_of(&holder, bench.index.identity(*found)) == Kinship::Same;
        asked.measure.name == "role" && own_holder
            || held(bench, &found.fact.statement)
                .is_some_and(|held| is_same_office(bench, *found, &question.office, &held))
    };
    facts(bench).filter(speaks).map(|found| Candidate { found, tie: Tie::Same }).collect()
}

/// Whether two passages about offices cannot both be so: one exclusive office with two holders, or one holder of two such offices.
pub fn exclude(bench: &Bench<'_>, one: Found<'_>, two: Found<'_>) -> bool {
    let (first, second) = (&one.fact.statement, &two.fact.statement);
    let (Some(a), Some(b)) = (held(bench, first), held(bench, second)) else { return false };
    let names = &bench.index.names;
    let same_holder = names.same((one.document, &first.subject.name), (two.document, &second.subject.name));
    let plain = [first, second].iter().all(|statement| statement.polarity == Polarity::Affirmed);
    let exclusive = plain && a.title == b.title && a.exclusive && a.tenure == Tenure::Held && b.tenure == Tenure::Held;
    let (Some(mine), Some(theirs)) = (&a.organisation, &b.organisation) else { return false };
    let same_organisation = names.same((one.document, bare(mine)), (two.document, bare(theirs)));
    exclusive && same_holder != same_organisation && at_one_time(bench, one, two)
}

/// Whether two passages tell of an office by one title.
pub fn are_one(bench: &Bench<'_>, one: Found<'_>, two: Found<'_>) -> bool {
    let office = |found: Found<'_>| held(bench, &found.fact.statement);
    office(one).zip(office(two)).is_some_and(|(one, two)| one.title == two.title)
}

fn at_one_time(bench: &Bench<'_>, one: Found<'_>, two: Found<'_>) -> bool {
    let when = |found: Found<'_>| found.fact.statement.qualifiers.when;
    let reports = published(bench, one).zip(published(bench, two));
    when(one).zip(when(two)).is_none_or(|(one, two)| one.overlaps(&two))
        && !reports.is_some_and(|(one, two)| is_long_after(&one, &two) || is_long_after(&two, &one))
}

fn published(bench: &Bench<'_>, found: Found<'_>) -> Option<Days> {
    bench.index.document(found.document).published.map(Days::day)
}

/// Whether a report is so much later than another that an office may have passed on in between.
fn is_long_after(later: &Days, earlier: &Days) -> bool {
    later.first > earlier.first && earlier.gap(later).is_some_and(|days| days > SUCCESSION)
}

fn question(bench: &Bench<'_>, asked: &Statement, text: &str) -> Question {
    if asked.measure.name == "role" {
        return Question { holder: asked.subject.name.clone(), office: office(bench, text) };
    }
    let office = Office { organisation: Some(asked.subject.name.clone()), ..office(bench, &asked.measure.name) };
    Question { holder: text.to_owned(), office }
}

fn answers<'a>(bench: &Bench<'a>, asked: &Asked<'_>, question: &Question) -> Vec<Opinion> {
    let successor = successor(bench, asked, question);
    let (names, holder) = (&bench.index.names, bench.index.names.whom(&question.holder));
    // Many passages tell an office in the same words.
    let mut offices: FxHashMap<&'a str, Office> = FxHashMap::default();
    let answer = |found: Found<'a>| {
        let statement = &found.fact.statement;
        let told = offices.entry(title(statement)?);
        let held = held_by(statement, told.or_insert_with_key(|title| office(bench, title)).clone());
        let timed = is_timed(asked, found);
        let (held, office) = (at_the_time(held, timed), at_the_time(question.office.clone(), timed));
        let own_holder = names.kin_of(&holder, bench.index.identity(found)) == Kinship::Same;
        let stance = if own_holder {
            same_person(bench, found, &office, &held)
        } else {
            other_person(bench, found, &office, &held)?
        };
        let (stance, reason) = match successor {
            Some(successor) if stance != Stance::Compatible && is_succeeded(bench, found, successor) => {
                (Stance::Compatible, words::succeeded(bench, successor))
            }
            _ if own_holder && stance == Stance::Compatible && is_other_rank(bench, &office, &held) => {
                (stance, words::other_office(bench, found, &held.title, &office.title))
            }
            _ => narrowed(bench, asked, found, &held, stance),
        };
        Some(Opinion {
            evidence: evidence(bench, found, turned(asked.relation, stance), reason, 0),
            fault: asked.value_span,
            advice: Vec::new(),
        })
    };
    facts(bench).filter_map(answer).collect()
}

/// Of an office that is asked for without a time: the last report of who holds it.
fn successor<'a>(bench: &Bench<'a>, asked: &Asked<'_>, question: &Question) -> Option<Found<'a>> {
    let own = &asked.operand.statement.qualifiers;
    let now = question.office.tenure == Tenure::Held && own.when.or(own.as_of).is_none();
    let holds = |found: &Found<'a>| {
        let statement = &found.fact.statement;
        held(bench, statement)
            .is_some_and(|held| held.tenure == Tenure::Held && is_same_office(bench, *found, &question.office, &held))
            && statement.polarity == Polarity::Affirmed
    };
    let last = || facts(bench).filter(holds).max_by_key(|found| bench.index.document(found.document).published);
    if now && question.office.exclusive { last() } else { None }
}

/// Whether a much later report has somebody else in the office.
fn is_succeeded(bench: &Bench<'_>, found: Found<'_>, successor: Found<'_>) -> bool {
    let days = published(bench, successor).zip(published(bench, found));
    let (own, other) = (&found.fact.statement.subject.name, &successor.fact.statement.subject.name);
    days.is_some_and(|(later, earlier)| is_long_after(&later, &earlier))
        && !bench.index.names.same((found.document, own), (successor.document, other))
}

/// Whether a time is asked for, and the passage tells when the office was held.
fn is_timed(asked: &Asked<'_>, found: Found<'_>) -> bool {
    let own = &asked.operand.statement.qualifiers;
    own.when.or(own.as_of).and(found.fact.statement.qualifiers.when).is_some()
}

/// An office at a time that both sides tell: that it has ended since says nothing.
fn at_the_time(office: Office, timed: bool) -> Office {
    match office.tenure {
        Tenure::Former | Tenure::Past if timed => Office { tenure: Tenure::Held, ..office },
        Tenure::Former | Tenure::Past | Tenure::Held | Tenure::Acting | Tenure::Coming => office,
    }
}

fn facts<'a>(bench: &Bench<'a>) -> impl Iterator<Item = Found<'a>> {
    let bench = *bench;
    bench
        .facts_of("role")
        .into_iter()
        .filter(move |found| found.fact.statement.measure.name == "role" && counts(&bench, *found))
}

/// The office that a passage tells; one that is still to be taken up is so by its verb too ("will become").
fn held(bench: &Bench<'_>, statement: &Statement) -> Option<Office> {
    title(statement).map(|title| held_by(statement, office(bench, title)))
}

/// The words in which a passage tells an office.
fn title(statement: &Statement) -> Option<&str> {
    match &statement.value {
        Some(Value::Text(text)) => Some(text),
        Some(Value::Quantity(_) | Value::Days(_) | Value::List(_)) | None => None,
    }
}

fn held_by(statement: &Statement, office: Office) -> Office {
    let due = statement.modality.is_some_and(|modality| modality < Modality::Ongoing);
    let tenure = if due && office.tenure == Tenure::Held { Tenure::Coming } else { office.tenure };
    Office { tenure, ..office }
}

/// Reads "former chief executive of Acme". Of several "of" the last that leaves a known title is the one before the organisation.
fn office(bench: &Bench<'_>, text: &str) -> Office {
    let (tenure, text) = tenure(bench, text);
    let text = text.as_str();
    let (rank, text) = rank(bench, text);
    let splits = || [" of ", " at "].into_iter().flat_map(|link| text.match_indices(link));
    let known = splits().filter(|(at, _)| entry(bench, &text[..*at]).is_some()).max_by_key(|(at, _)| *at);
    // "head of research at Acme"
    let first = || splits().min_by_key(|(at, link)| (*link != " at ", *at));
    // "chief of police" is an office by itself.
    let split = if entry(bench, text).is_some() { None } else { known.or_else(first) };
    let (title, organisation) = match split {
        Some((at, link)) => (&text[..at], Some(text[at + link.len()..].trim().to_owned())),
        None => of_homeland(bench, text),
    };
    let known = entry(bench, title);
    let bare_title = known.map_or_else(|| spelled(title), |entry| spelled(&entry.name));
    Office {
        title: rank.map_or_else(|| bare_title.clone(), |rank| format!("{rank} {bare_title}")),
        organisation,
        exclusive: rank.is_none() && known.is_some_and(|entry| entry.exclusive),
        tenure,
    }
}

/// "French president": the title, and the country of the adjective before it.
fn of_homeland<'t>(bench: &Bench<'_>, text: &'t str) -> (&'t str, Option<String>) {
    let homeland = |at: usize| Some((text.get(at + 1..)?, bench.index.grammar.homeland(text.get(..at)?)?.to_owned()));
    let found =
        text.match_indices(' ').filter_map(|(at, _)| homeland(at)).find(|(title, _)| entry(bench, title).is_some());
    found.map_or((text, None), |(title, country)| (title, Some(country)))
}

/// Takes off the word for a deputy, which makes another office of the title, unless the title is one with it ("vice president").
fn rank<'v, 't>(bench: &Bench<'v>, text: &'t str) -> (Option<&'v str>, &'t str) {
    let words = bench.index.vocabulary.words.get("deputy").into_iter().flatten();
    let cut = |word: &'v String| {
        let (own, rest) = text.split_at_checked(word.len())?;
        let rest = rest.strip_prefix([' ', '-']).filter(|_| own.eq_ignore_ascii_case(word))?;
        Some((Some(word.as_str()), rest))
    };
    words.into_iter().find_map(cut).unwrap_or((None, text))
}

/// Takes off the words that tell a tenure: "former", "ex-", "-elect".
fn tenure(bench: &Bench<'_>, text: &str) -> (Tenure, String) {
    let mut text = bare(text.trim()).to_owned();
    let mut found = Tenure::Held;
    let told = |text: &str| TENURES.iter().find_map(|(class, tenure)| Some((*tenure, without(bench, class, text)?)));
    while let Some((tenure, rest)) = told(&text) {
        (found, text) = (tenure, bare(&rest).to_owned());
    }
    (found, text)
}

/// The text without a word of the class: in front of it, or glued to its title on either side.
fn without(bench: &Bench<'_>, class: &str, text: &str) -> Option<String> {
    let words = bench.index.vocabulary.words.get(class).into_iter().flatten();
    words.into_iter().find_map(|word| if word.starts_with('-') { unglued(text, word) } else { unprefixed(text, word) })
}

fn unprefixed(text: &str, word: &str) -> Option<String> {
    let (own, rest) = text.split_at_checked(word.len())?;
    let rest = if word.ends_with('-') { Some(rest) } else { rest.strip_prefix([' ', '-']) };
    rest.filter(|_| own.eq_ignore_ascii_case(word)).map(str::to_owned)
}

fn unglued(text: &str, word: &str) -> Option<String> {
    let at = text.to_ascii_lowercase().find(word)?;
    let (title, rest) = (text.get(..at)?, text.get(at + word.len()..)?);
    (rest.is_empty() || rest.starts_with(' ')).then(|| format!("{title}{rest}"))
}

fn entry<'a>(bench: &Bench<'a>, title: &str) -> Option<&'a TitleEntry> {
    bench.index.title(bare(title))
}

fn bare(name: &str) -> &str {
    name.strip_prefix("the ").unwrap_or(name)
}

/// What an office of the same person says of the asked one.
fn same_person(bench: &Bench<'_>, found: Found<'_>, asked: &Office, held: &Office) -> Stance {
    if asked.title != held.title && !is_by_kind(asked, held) {
        return Stance::Compatible;
    }
    let denied = found.fact.statement.polarity == Polarity::Denied;
    let ended = held.tenure == Tenure::Former && matches!(asked.tenure, Tenure::Held | Tenure::Acting);
    match (&asked.organisation, &held.organisation) {
        (Some(_), None) => Stance::Compatible,
        (Some(wanted), Some(own)) if !is_organisation(bench, found, wanted, own) => {
            let elsewhere = asked.exclusive && asked.tenure == Tenure::Held && held.tenure == Tenure::Held && !denied;
            // The passage may name the organisation by more words than were read as its name.
            let elsewhere = elsewhere && !names_in_full(bench, found, wanted) && !begins(wanted, own);
            let elsewhere = elsewhere && !is_of_kind(wanted, own);
            if elsewhere { Stance::Contradicts } else { Stance::Compatible }
        }
        (None, _) | (Some(_), Some(_))
            if ended || denied && asked.tenure == held.tenure && asked.tenure != Tenure::Past =>
        {
            Stance::Contradicts
        }
        (None, _) | (Some(_), Some(_)) if denied && asked.tenure == Tenure::Past => Stance::Compatible,
        (None, _) | (Some(_), Some(_)) if asked.tenure == held.tenure || was(asked.tenure, held.tenure) => {
            Stance::Supports
        }
        (None, _) | (Some(_), Some(_)) => Stance::Compatible,
    }
}

/// Whether one of two offices is that of a deputy of the other.
fn is_other_rank(bench: &Bench<'_>, asked: &Office, held: &Office) -> bool {
    let deputy = |office: &Office, of: &Office| {
        rank(bench, &office.title).0.is_some_and(|rank| office.title == format!("{rank} {}", of.title))
    };
    deputy(asked, held) || deputy(held, asked)
}

/// "Council leader" is the leader of Lund Council: the organisation by the noun for its kind.
fn is_by_kind(asked: &Office, held: &Office) -> bool {
    let kind = asked.title.strip_suffix(&held.title).and_then(|kind| kind.strip_suffix(' '));
    let kind = kind.filter(|kind| asked.organisation.is_none() && !kind.is_empty());
    let whole = held.organisation.as_deref().map(spelled);
    kind.zip(whole).is_some_and(|(kind, whole)| whole.strip_suffix(kind).is_some_and(|rest| rest.ends_with(' ')))
}

/// Whether whoever holds an office so has held it at a time.
fn was(asked: Tenure, held: Tenure) -> bool {
    asked == Tenure::Past && matches!(held, Tenure::Held | Tenure::Former)
}

/// Two people do not hold one such office at one time.
fn other_person(bench: &Bench<'_>, found: Found<'_>, asked: &Office, held: &Office) -> Option<Stance> {
    let denied = found.fact.statement.polarity == Polarity::Denied;
    let both = asked.tenure == Tenure::Held && held.tenure == Tenure::Held && !denied;
    (both && asked.exclusive && is_same_office(bench, found, asked, held)).then_some(Stance::Contradicts)
}

fn is_same_office(bench: &Bench<'_>, found: Found<'_>, asked: &Office, held: &Office) -> bool {
    let organisations = asked.organisation.as_ref().zip(held.organisation.as_ref());
    asked.title == held.title && organisations.is_some_and(|(asked, own)| is_organisation(bench, found, asked, own))
}

fn names_in_full(bench: &Bench<'_>, found: Found<'_>, organisation: &str) -> bool {
    name_key(&words::focus(bench, found)).contains(&name_key(bare(organisation)))
}

/// Whether one name begins the other: "Norvik" may well be Norvik Energy.
fn begins(one: &str, other: &str) -> bool {
    let (one, other) = (name_key(bare(one)), name_key(bare(other)));
    let starts = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '));
    starts(&one, &other) || starts(&other, &one)
}

fn is_organisation(bench: &Bench<'_>, found: Found<'_>, asked: &str, own: &str) -> bool {
    bench.index.names.kinship(bare(asked), found.document, bare(own)) == Kinship::Same
        || is_of_kind(asked, own) && bench.index.document(found.document).text.contains(bare(asked))
}

/// "the association's president": what may be the Lund Association of Bakers, by the noun for its kind.
fn is_of_kind(name: &str, description: &str) -> bool {
    let described = bare(description);
    let head = described.rsplit(' ').next().unwrap_or_default();
    let is_common = !head.is_empty() && !described.contains(char::is_uppercase);
    is_common && name_key(bare(name)).split(' ').any(|word| word == head)
}

/// What the assertion's qualifiers leave of a stance: somebody who held an office at another time neither holds it nor keeps others from
/// holding it at the asserted one.
fn narrowed(bench: &Bench<'_>, asked: &Asked<'_>, found: Found<'_>, held: &Office, stance: Stance) -> (Stance, String) {
    let candidate = Candidate { found, tie: Tie::Same };
    let says = words::says(bench, &candidate);
    let statement = &found.fact.statement;
    let time = time(bench, found, held);
    let own = &asked.operand.statement.qualifiers;
    let fits = match (own.when.or(own.as_of), time) {
        (None, _) if matches!(held.tenure, Tenure::Former | Tenure::Past) => true,
        (None, time) => time.is_none_or(|time| time.last.is_none() || statement.qualifiers.when.is_none()),
        (Some(_), None) => false,
        (Some(wanted), Some(time)) if stance == Stance::Contradicts => wanted.within(&time),
        (Some(wanted), Some(time)) => wanted.overlaps(&time),
    };
    let states = |qualifier: Qualifier| standing(bench, asked.operand, qualifier, &candidate) == Standing::States;
    let is_time = |qualifier: &Qualifier| matches!(qualifier, Qualifier::When | Qualifier::AsOf | Qualifier::Modality);
    let open: Vec<Qualifier> = asserted(asked.operand)
        .into_iter()
        .filter(
            |qualifier| {
                if is_time(qualifier) { *qualifier != Qualifier::Modality && !fits } else { !states(*qualifier) }
            },
        )
        .collect();
    match stance {
        Stance::Compatible => (stance, says),
        Stance::Supports | Stance::Contradicts if open.contains(&Qualifier::Speaker) => {
            (Stance::Compatible, words::other_speaker(statement))
        }
        Stance::Supports | Stance::Contradicts if !open.is_empty() => {
            (Stance::Compatible, format!("{says}, but {}", words::left_out(&asked.operand.statement, &open)))
        }
        Stance::Supports | Stance::Contradicts if !fits => (Stance::Compatible, format!("{says}, of another time")),
        Stance::Supports
            if held.tenure == Tenure::Held && own.when.is_some_and(|when| is_begun_apart(bench, when, found)) =>
        {
            (Stance::Contradicts, words::elsewhen(bench, &candidate))
        }
        // "Mayor Ida Hill", and since when?
        Stance::Supports if own.when.is_some_and(|when| when.last.is_none()) && statement.qualifiers.when.is_none() => {
            (Stance::Compatible, format!("{says}, but not since when"))
        }
        Stance::Supports | Stance::Contradicts => (stance, says),
    }
}

/// "mayor since 2015", "became mayor in 2015": whether an office is asserted from more than a year before or after the passage has it
/// begin, and its article of no other beginning. Whoever is elected in one year may begin in the next.
fn is_begun_apart(bench: &Bench<'_>, asked: Days, found: Found<'_>) -> bool {
    let start = |when: Option<Days>| when.filter(|when| when.last.is_none()).and_then(|when| when.first);
    let own = &found.fact.statement;
    let Some((one, other)) = start(Some(asked)).zip(start(own.qualifiers.when)) else { return false };
    let is_other = |other: Found<'_>| {
        let told = &other.fact.statement;
        other.document == found.document
            && told.subject.name == own.subject.name
            && told.qualifiers.when.is_some_and(|when| start(Some(when)) != start(own.qualifiers.when))
    };
    let apart = Days::day(one.min(other)).gap(&Days::day(one.max(other))).is_some_and(|days| days > YEAR);
    apart && !facts(bench).any(is_other)
}

/// When the office was held as the passage has it: at the time that it gives, else on the day of the report; what has ended has ended for good.
fn time(bench: &Bench<'_>, found: Found<'_>, held: &Office) -> Option<Days> {
    let published = bench.index.document(found.document).published.map(Days::day);
    let told = found.fact.statement.qualifiers.when;
    match held.tenure {
        Tenure::Former => published.map(Days::since),
        Tenure::Held | Tenure::Past | Tenure::Acting | Tenure::Coming => told.or(published),
    }
}

/// A relation that denies turns the stance round.
fn turned(relation: Relation, stance: Stance) -> Stance {
    match (relation, stance) {
        (Relation::NotEqual, Stance::Supports) => Stance::Contradicts,
        (Relation::NotEqual, Stance::Contradicts) => Stance::Supports,
        (_, stance) => stance,
    }
}
