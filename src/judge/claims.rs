//! `claim "…"`: plain English, lowered by the corpus arm and judged as an assertion: there is such an event.

use std::collections::BTreeSet;

use super::accounted::{self, Sentence};
use super::align::{Aligner, Candidate, Tie, counts, offers};
use super::alike;
use super::decide::{Opinion, Tally, judgement, tallied};
use super::holds::{self, Asked, evidence};
use super::nearest::unmentioned;
use super::qualify::Qualifier;
use super::sorts::Sort;
use super::undergone::Undergone;
use super::unsaid::{Clause, Said, Timed};
use super::votes::{Tallies, another_tally, is_of_other_vote};
use super::{
    Bench, Judgement, Rule, Stance, Verdict, conjuncts, contested, done_to, frames, objects, provisos, quotes, rivals,
    stated, then, times, twice, verbatim, votes, words,
};
use crate::check::{Operand, Reading};
use crate::corpus::Document;
use crate::extract::{Fact, MentionKind, Reading as Read, WordClass};
use crate::index::{Containment, Found, Sense, form_stems};
use crate::source::{Covered, Span};
use crate::statement::{MeasureEntry, MeasureKind, Modality, Polarity, Qualifiers, Scope, Statement, Subject, Value};
use crate::value::{Dimension, Fit, Relation};

/// Judges a sentence that stands at `span` of a check file: the worst of its parts.
pub fn judge(bench: &Bench<'_>, text: &str, span: Span) -> Judgement {
    let draft = Document::alone(text);
    let reading = times::read(bench.extractor, bench.index.corpus, &draft);
    let parts = parts(bench, &draft.text, &reading);
    let worst = parts.into_iter().map(|part| part.judgement).max_by_key(|judgement| judgement.verdict.gravity());
    let judgement =
        worst.unwrap_or_else(|| unmentioned("nothing in the sentence can be held against an article".to_owned()));
    Judgement { fault: judgement.fault.map(|_| span), ..judgement }
}

/// A part of a text in plain English that can be held against the articles.
#[derive(Clone, Debug)]
pub struct Part {
    /// The clause that states it, in the reading text.
    pub passage: Span,
    /// The number, the role, the words.
    pub focus: Span,
    /// What the articles say of it. Its fault is a span of the reading text.
    pub judgement: Judgement,
}

/// Every part of a text that can be judged, in its order: the numbers, the quotes, then the roles and what is said to be done in the
/// other clauses. What an article has word for word it bears out.
pub fn parts(bench: &Bench<'_>, text: &str, reading: &Read) -> Vec<Part> {
    let quoted = quotes::parts(bench, text, reading);
    let quotes: Vec<Span> = quoted.iter().map(|part| part.focus).collect();
    let sentences = reading.facts.chunk_by(|a, b| a.sentence == b.sentence);
    let mut parts: Vec<Part> = sentences.flat_map(|facts| of_sentence(bench, text, reading, facts, &quotes)).collect();
    // What is said in a quote is held against the articles with the quote, and its numbers too, where these have it word for word.
    let said = Covered::new(quotes.into_iter());
    let is_borne_out = |part: &&Part| part.judgement.verdict == Verdict::Supported;
    let verbatim = Covered::new(quoted.iter().filter(is_borne_out).map(|part| part.focus));
    let quantities = reading.mentions.iter().filter(|mention| matches!(mention.kind, MentionKind::Quantity(_)));
    let numbers = Covered::new(quantities.map(|mention| mention.span));
    let is_left = |focus: Span| numbers.touches(focus) && !verbatim.touches(focus) || !said.touches(focus);
    parts.retain(|part| is_left(part.focus));
    parts.extend(quoted);
    let parts = verbatim::borne_out(bench, text, reading, parts);
    let parts = alike::settled(bench, text, reading, parts);
    let parts = provisos::hold(bench, text, reading, parts);
    let parts = rivals::hold(bench, text, reading, parts);
    let parts = objects::hold(bench, reading, parts);
    let mut parts = contested::hold(bench, text, reading, parts);
    parts.sort_by_key(|part| part.focus.start);
    parts
}

/// The parts of a sentence, from its facts.
fn of_sentence(bench: &Bench<'_>, text: &str, reading: &Read, facts: &[Fact], quotes: &[Span]) -> Vec<Part> {
    let mut chosen = frames::checkable(bench, facts);
    let whole = reading.sentences.get(facts.first().map_or(0, |fact| fact.sentence)).copied();
    let alone = whole.filter(|_| chosen.len() == 1 + twice::again(&chosen));
    let sort = |fact: &Fact| {
        let mention = fact.quantity.and_then(|at| reading.mentions.get(at));
        let sort = mention.map(|mention| Sort::of(bench, text, reading, mention, &fact.statement));
        sort.unwrap_or_default().left(fact.compared).at(times::open(bench, text, reading, fact.passage))
    };
    let part = |fact: &Fact| {
        let span = alone.unwrap_or(fact.passage);
        let others = chosen.iter().map(|other| other.focus).collect::<Vec<_>>();
        let mut beside = conjuncts::of_others(bench, text, reading, span, fact.focus, &others);
        beside.extend(quotes.iter().filter(|quote| !quote.overlaps(fact.focus)));
        let dated = times::place(reading, fact);
        let weekday = if dated.is_none() { times::weekday(bench, text, reading, span) } else { None };
        let time = dated.or(weekday.map(|(place, _)| place));
        let clause = Clause { text, reading, span, time, weekday: weekday.map(|(_, day)| day), beside };
        done_to::heard(bench, &clause, fact, part(bench, &clause, fact, &sort(fact)))
    };
    let mut parts: Vec<Part> = chosen.iter().map(|fact| part(fact)).collect();
    twice::settle(&mut chosen, &mut parts);
    match whole {
        Some(span) => accounted::hold(bench, &Sentence { text, reading, span, facts: &chosen }, parts),
        None => parts,
    }
}

fn part(bench: &Bench<'_>, clause: &Clause<'_>, fact: &Fact, sort: &Sort) -> Part {
    let judged = |own: &Statement| then::of_now(bench, fact, judgement_of(bench, clause, own, fact.focus, sort));
    let mut statement = fact.statement.clone();
    // "from $7 million a year ago": so long before whatever the sentence tells, which its words are held to.
    if fact.compared && times::is_back(bench, clause.text, clause.reading, fact) {
        statement.qualifiers.when = None;
    }
    let own = judged(&statement);
    let described = || of_description(bench, clause, &statement).filter(|_| own.verdict == Verdict::Unmentioned);
    let (statement, judgement) = match described() {
        Some(statement) => (statement.clone(), judged(&statement)),
        None => (statement, own),
    };
    let asked = Some(Box::new(statement));
    Part { passage: fact.passage, focus: fact.focus, judgement: Judgement { asked, ..judgement } }
}

fn judgement_of(bench: &Bench<'_>, clause: &Clause<'_>, statement: &Statement, span: Span, sort: &Sort) -> Judgement {
    match statement.value {
        Some(Value::Quantity(_)) => number(bench, statement, span, sort),
        _ if statement.measure.name == "role" => role(bench, statement, span),
        _ => {
            let said = Said::new(bench, clause, statement);
            proposition(bench, statement, &said, span)
        }
    }
}

/// "The council": a definite description that no name of the text gives a meaning is whatever the articles have one full name for that
/// ends with it.
fn of_description(bench: &Bench<'_>, clause: &Clause<'_>, statement: &Statement) -> Option<Statement> {
    let subject = &statement.subject;
    let is_common = !subject.name.is_empty() && !subject.name.contains(char::is_uppercase) && subject.members.is_none();
    let name = subject.name.trim_start_matches("the ");
    let kind = bench.index.grammar.classes(name.rsplit(' ').next().unwrap_or(name));
    let is_body = kind.has(WordClass::Body) || kind.has(WordClass::NoCompany);
    // "the council in Lund", "the council of elders" is told apart from others by more than its name.
    let is_plain = |behind: &str| {
        let next = behind.split_whitespace().next().unwrap_or_default();
        !behind.starts_with(char::is_alphanumeric) && !bench.index.vocabulary.lists("narrowing preposition", next)
    };
    let is_definite = || {
        let text = clause.span.slice(clause.text).to_lowercase();
        let the = format!("the {name}");
        is_body && text.match_indices(&the).any(|(at, _)| is_plain(&text[at + the.len()..]))
    };
    let full = bench.index.names.described_by(&subject.name).filter(|_| is_common && is_definite())?;
    Some(Statement { subject: Subject { name: full.to_owned(), ..Subject::default() }, ..statement.clone() })
}

fn number(bench: &Bench<'_>, statement: &Statement, span: Span, sort: &Sort) -> Judgement {
    let mut asked = statement.clone();
    let verbs: Vec<String> =
        asked.measure.forms.iter().filter(|form| is_verb(bench, statement, form)).cloned().collect();
    name_measure(bench, &mut asked);
    let value = asked.value.take();
    asked.scope = asked.scope.filter(|scope| matches!(scope, Scope::Additional | Scope::Total));
    asked.polarity = Polarity::Affirmed;
    // What is said to be done is supported by nothing that is still to come, nor is it contradicted by that; what is no more than
    // expected is supported by what expects it.
    asked.modality = match asked.modality {
        Some(Modality::Happened) => Some(Modality::Ongoing),
        doubtful => doubtful.filter(|modality| *modality <= Modality::Forecast),
    };
    asked.qualifiers.speaker = None;
    let judged = |scope: Option<Scope>| {
        let asked = Statement { scope, ..asked.clone() };
        let operand = Operand { statement: asked, span, subject: span, measure: span, ..Operand::default() };
        let asked = Asked {
            operand: &operand,
            relation: Relation::Equal,
            value: value.as_ref(),
            value_span: Some(span),
            verbs: &verbs,
            sort: Some(sort),
        };
        match statement.polarity {
            Polarity::Affirmed => holds::judge(bench, Reading::Some, &asked),
            Polarity::Denied => holds::denied(bench, &asked),
        }
    };
    let whole = judged(None);
    if asked.scope.is_some() { of_scope(judged(asked.scope), whole) } else { whole }
}

/// "A total of", "an additional": passages that say so, too, tell more than those that do not. Where these alone bear the sentence
/// out it may be another figure that is meant.
fn of_scope(scoped: Judgement, whole: Judgement) -> Judgement {
    match (scoped.verdict, whole.verdict) {
        (Verdict::Unmentioned | Verdict::Ambiguous, _) => whole,
        (Verdict::Contradicted, Verdict::Supported) => {
            let told = scoped.evidence.first().map_or("", |evidence| evidence.reason.as_str());
            let reason = format!("a passage {told}; the figure that agrees is not said to be of that scope");
            Judgement { verdict: Verdict::Ambiguous, reason, fault: None, ..scoped }
        }
        _ => scoped,
    }
}

/// "Ida Lom is the chief executive of Lund Steel."
fn role(bench: &Bench<'_>, statement: &Statement, span: Span) -> Judgement {
    let mut asked = statement.clone();
    let value = asked.value.take();
    asked.modality = None;
    asked.qualifiers.speaker = None;
    let operand = Operand { statement: asked, span, subject: span, measure: span, ..Operand::default() };
    holds::judge(
        bench,
        Reading::The,
        &Asked {
            operand: &operand,
            relation: Relation::Equal,
            value: value.as_ref(),
            value_span: Some(span),
            verbs: &[],
            sort: None,
        },
    )
}

/// Of the words around a number the first that names a known measure decides, else its verb, else all of them.
fn name_measure(bench: &Bench<'_>, asked: &mut Statement) {
    let asked_value = asked.value.clone();
    // "did not lose $40 million": what is lost is no change. What shares lost is one of their price.
    let is_price = asked.measure.forms.iter().any(|form| form == "price");
    let is_gone = |cue: &str, entry: &MeasureEntry| {
        let money = matches!(&asked_value, Some(Value::Quantity(own)) if own.unit.dimension == Dimension::Money);
        let gone = money && !is_price && entry.kind == MeasureKind::Change;
        gone && bench.index.grammar.classes(cue).has(WordClass::Forgoing)
    };
    let known = |cue: &String| {
        let measures = bench.index.vocabulary.measures.iter().rev();
        let of_cue = measures.filter(|entry| {
            entry.name != "count"
                && !is_gone(cue, entry)
                && is_kind(entry.kind, asked_value.as_ref())
                && entry.forms.iter().any(|form| form == cue)
        });
        // What a measure is called by itself is no other one.
        of_cue.min_by_key(|entry| entry.name != *cue)
    };
    let cues = std::mem::take(&mut asked.measure.forms);
    if let Some(entry) = cues.iter().find_map(known) {
        asked.measure.name.clone_from(&entry.name);
        asked.measure.forms.clone_from(&entry.forms);
        return;
    }
    let verb = cues.iter().find(|cue| is_verb(bench, asked, cue));
    asked.measure.forms = match verb {
        Some(verb) => vec![verb.clone()],
        None => cues,
    };
    asked.measure.name = asked.measure.forms.first().cloned().unwrap_or_default();
}

/// Whether a word tells what is done, and is not itself what is counted ("nine plants").
pub fn is_verb(bench: &Bench<'_>, asked: &Statement, cue: &str) -> bool {
    let counted = match &asked.value {
        Some(Value::Quantity(quantity)) => quantity.unit.code.rsplit(' ').next(),
        Some(Value::Days(_) | Value::Text(_) | Value::List(_)) | None => None,
    };
    counted != Some(cue) && bench.index.grammar.is_verb(cue)
}

/// Whether a measure of this kind can have the value.
fn is_kind(kind: MeasureKind, value: Option<&Value>) -> bool {
    let Some(Value::Quantity(quantity)) = value else { return true };
    let own = quantity.unit.dimension;
    match kind {
        MeasureKind::Dimension(dimension) => own.compares_with(dimension),
        MeasureKind::Change => matches!(own, Dimension::Percent | Dimension::Points | Dimension::Money),
        MeasureKind::Any => true,
        MeasureKind::Date | MeasureKind::Text | MeasureKind::List => false,
    }
}

/// Whether a statement tells what is done, without a number.
pub fn is_proposition(statement: &Statement) -> bool {
    matches!(statement.value, Some(Value::Text(_))) && !matches!(statement.measure.name.as_str(), "role" | "quote")
}

/// A sentence without a number: subject, relation and object aligned, or not judged at all.
fn proposition(bench: &Bench<'_>, asked: &Statement, said: &Said<'_>, span: Span) -> Judgement {
    let aligner = Aligner::new(bench, asked);
    let wanted: Vec<Wanted<'_>> = objects(asked).iter().map(|word| Wanted::new(bench, word)).collect();
    let undergone = Undergone::of(bench, asked);
    let (mut opinions, mut elsewhen) = (Vec::new(), Vec::new());
    for found in bench.facts().filter(|found| counts(bench, *found) && is_proposition(&found.fact.statement)) {
        let is_one_of = || votes::is_of_vote(asked) && votes::is_of_vote(&found.fact.statement);
        let is_tied = match aligner.subject(found) {
            Some(Tie::Same | Tie::Part) => true,
            Some(Tie::Member) => is_one_of(),
            None => false,
        };
        let sided = || votes::stance(bench, asked, said, found);
        let direct = || sided().or_else(|| stance(bench, asked, &wanted, found));
        let done_to = || {
            let own = undergone.as_ref().filter(|own| own.is_told_by(bench, found))?;
            Some((&own.statement, &own.wanted, own.stance(bench, found)?))
        };
        let told = if is_tied { direct().map(|stance| (asked, &wanted, stance)) } else { None };
        if let Some((asked, wanted, stance)) = told.or_else(done_to) {
            let (held, reason) = borne_out(bench, asked, wanted, said, stance, found);
            let is_other_tally = Tallies::of(asked, &found.fact.statement).is_some_and(|tally| !tally.are_same());
            let is_of_other_time = stance == Stance::Supports && held == Stance::Contradicts;
            let mut told = evidence(bench, found, held, reason, 0);
            if is_of_other_time && !is_other_tally {
                let candidate = Candidate { found, tie: Tie::Same };
                let time = [Qualifier::When, Qualifier::Deadline]
                    .into_iter()
                    .find_map(|when| stated::place(bench, when, &candidate));
                told.focus = time.unwrap_or(told.focus);
            }
            let opinion = Opinion { evidence: told, fault: Some(span), advice: Vec::new() };
            if is_of_other_time { &mut elsewhen } else { &mut opinions }.push(opinion);
        }
    }
    told_again(&opinions, &mut elsewhen);
    opinions.extend(elsewhen);
    if opinions.is_empty() {
        return unmentioned("no article says so of the same subject".to_owned());
    }
    let verdict = Tally::of(opinions.iter().map(|opinion| &opinion.evidence)).verdict();
    match verdict {
        Verdict::Supported | Verdict::Contradicted | Verdict::Disputed => tallied(opinions),
        Verdict::Ambiguous | Verdict::Unmentioned => {
            let reason = words::open_sentence(&opinions);
            judgement(opinions, verdict, Rule::SomeEvent, reason)
        }
    }
}

/// A source that says so, and has it at another time too, tells of two deeds.
fn told_again(opinions: &[Opinion], elsewhen: &mut [Opinion]) {
    let says = |opinion: &&Opinion| opinion.evidence.stance == Stance::Supports;
    let says_so: BTreeSet<usize> = opinions.iter().filter(says).map(|opinion| opinion.evidence.lineage).collect();
    let again = elsewhen.iter_mut().filter(|opinion| says_so.contains(&opinion.evidence.lineage));
    again.for_each(|opinion| opinion.evidence.stance = Stance::Compatible);
}

/// A passage that does not say all of the sentence leaves it open, and so does the denial of something else than all of it. Of
/// actions that exclude one another less need be told.
fn borne_out(
    bench: &Bench<'_>,
    asked: &Statement,
    wanted: &[Wanted<'_>],
    said: &Said<'_>,
    stance: Stance,
    found: Found<'_>,
) -> (Stance, String) {
    let offered = objects(&found.fact.statement);
    let tally = Tallies::of(asked, &found.fact.statement);
    let is_decision = votes::is_deciding(bench, asked);
    let means = |word: &str| {
        let own = form_stems(word);
        let is_tally = || {
            tally.is_some_and(|tally| tally.asked == word || votes::is_word_of(bench, word))
                || is_decision && (votes::is_word_of(bench, word) || votes::is_tally_told(bench, found, word))
                || (tally.is_some() || is_decision) && votes::is_side_told(bench, found, word)
        };
        wanted.iter().any(|asked| asked.stems == stems(bench, &own) && asked.is_named(offered))
            || lies_in(bench, asked, found, &own)
            || is_tally()
    };
    let is_whole = match stance {
        Stance::Supports => true,
        Stance::Contradicts => found.fact.statement.polarity != asked.polarity,
        Stance::Compatible => false,
    };
    let by_weekday = || said.weekday.and_then(|day| times::fit_of_weekday(bench, day, found));
    let fit = times::fit(bench, asked, found).or_else(by_weekday);
    let timed = if fit.is_some() { Timed::Compared } else { Timed::ByWords };
    let is_turned = stance == Stance::Contradicts && is_whole;
    let is_opposite = stance == Stance::Contradicts && found.fact.statement.measure.name != asked.measure.name;
    // Where one affirms what the other denies, it is the denial that tells them apart.
    let turned = || said.turned(bench, found).filter(|_| stance == Stance::Supports);
    let unsaid = said.unsaid(bench, found, timed, means).or_else(turned).map(words::unsaid_word);
    if tally.is_some_and(|tally| is_of_other_vote(bench, said, tally.asked, found)) {
        return (Stance::Compatible, words::says(bench, &Candidate { found, tie: Tie::Same }));
    }
    let another = tally.filter(|tally| is_whole && !tally.are_same());
    // "voted against the tram": rejecting it is on that side.
    let sided = || said.sided(bench, found).filter(|_| !is_decision).as_deref().map(words::sided);
    match (unsaid.or_else(sided), another) {
        (Some(reason), _) if is_whole => (Stance::Compatible, reason),
        (None, Some(tally)) => another_tally(bench, said, tally, fit),
        (None, None) if is_turned => (stance, words::turned(bench, &Candidate { found, tie: Tie::Same })),
        _ if is_whole => at_the_time(bench, asked, stance, fit, found),
        // Opened in one year and closed in another.
        _ if is_opposite && times::is_apart(bench, asked, found) => {
            (Stance::Compatible, words::elsewhen(bench, &Candidate { found, tie: Tie::Same }))
        }
        _ => (stance, words::says(bench, &Candidate { found, tie: Tie::Same })),
    }
}

/// What a passage that has the same deed says of it by its time.
fn at_the_time(
    bench: &Bench<'_>,
    asked: &Statement,
    stance: Stance,
    fit: Option<Fit>,
    found: Found<'_>,
) -> (Stance, String) {
    let candidate = Candidate { found, tie: Tie::Same };
    let says = words::says(bench, &candidate);
    let single = stance == Stance::Supports && times::is_single(bench, asked, &found.fact.statement);
    match fit {
        Some(Fit::Contradicts) if single => (Stance::Contradicts, words::elsewhen(bench, &candidate)),
        Some(Fit::Contradicts) => (Stance::Compatible, words::again(bench, &candidate)),
        Some(Fit::Compatible) => (Stance::Compatible, format!("{says}, but not when")),
        Some(Fit::Supports) | None => (stance, says),
    }
}

/// Whether words are of an asserted place that a place of the passage is, or lies in.
fn lies_in(bench: &Bench<'_>, asked: &Statement, found: Found<'_>, stems: &[String]) -> bool {
    let own = &found.fact.statement.qualifiers.places;
    let inside = |place: &&String| own.iter().any(|own| bench.index.places.relation(own, place) == Containment::Inside);
    let named = |place: &String| form_stems(&place.to_lowercase()).iter().any(|stem| stems.contains(stem));
    asked.qualifiers.places.iter().filter(inside).any(named)
}

/// Where a passage stands: the same relation to the same object supports, an excluding one contradicts, anything else is not about it.
pub fn stance(bench: &Bench<'_>, asked: &Statement, wanted: &[Wanted<'_>], found: Found<'_>) -> Option<Stance> {
    let own = &found.fact.statement;
    let offered = objects(own);
    if is_elsewhere(bench, asked, own)
        || wanted.is_empty() && !offered.is_empty() && bench.index.grammar.turns_round(&asked.measure.name)
    {
        return None;
    }
    let held = Offered::new(bench, offered);
    let shared = wanted.iter().filter(|word| word.is_among(offered, &held)).count();
    let verbs = Verbs { bench, asked: &asked.measure.name, own: &own.measure.name };
    if shared == wanted.len() && verbs.are_same() {
        if is_too_early(&asked.qualifiers, &own.qualifiers) {
            return Some(Stance::Contradicts);
        }
        let due = asked.modality == Some(Modality::Happened)
            && own.modality.is_some_and(|modality| modality <= Modality::Will);
        // What is no more than expected is told by what expects it, and denied by nobody who does not.
        let is_alike = asked.polarity == own.polarity && asked.modality == own.modality;
        let is_open = own.modality.is_some_and(|modality| modality <= Modality::Forecast) && !is_alike;
        // "is accused of it": what somebody is said to be accused of is told by no more than that, and denied by nobody.
        let is_charge = asked.modality == Some(Modality::Opinion);
        // "not until 2011" is done from then on, and "not since 2011" not after it.
        let turns_then = |one: &Statement| one.qualifiers.when.is_some_and(|when| when.last.is_none());
        let is_apart = asked.polarity != own.polarity && (turns_then(asked) || turns_then(own));
        return Some(match asked.polarity == own.polarity {
            _ if is_apart => Stance::Compatible,
            _ if due || is_open && !is_charge || !is_there(bench, asked, own) => Stance::Compatible,
            true => Stance::Supports,
            false if is_charge => Stance::Compatible,
            false => Stance::Contradicts,
        });
    }
    let mostly = !wanted.is_empty() && shared * 2 >= wanted.len() && shared >= 2.min(wanted.len());
    (mostly && verbs.exclude() && own.polarity == Polarity::Affirmed && asked.polarity == Polarity::Affirmed)
        .then_some(Stance::Contradicts)
}

/// Whether something is asserted for a time before the one from which a passage has it: "in 2029", where it is "not before 2030".
fn is_too_early(asked: &Qualifiers, own: &Qualifiers) -> bool {
    let from = own.when.filter(|when| when.last.is_none()).and_then(|when| when.first);
    let until = asked.deadline.and_then(|deadline| deadline.outer()).or(asked.when.and_then(|when| when.last));
    from.zip(until).is_some_and(|(from, until)| until < from)
}

fn objects(statement: &Statement) -> &[String] {
    statement.measure.forms.get(1..).unwrap_or_default()
}

/// A word of the asserted object.
pub struct Wanted<'a> {
    stems: Vec<Sense>,
    /// What it may mean.
    senses: Vec<Sense>,
    /// The measures that it is a word of.
    measures: Vec<&'a MeasureEntry>,
}

/// The words of the object of a passage.
pub struct Offered(BTreeSet<Sense>);

impl Offered {
    pub fn new(bench: &Bench<'_>, words: &[String]) -> Self {
        Self(words.iter().flat_map(|word| word.split([' ', '-'])).flat_map(|word| meanings(bench, word)).collect())
    }
}

impl<'a> Wanted<'a> {
    pub fn new(bench: &Bench<'a>, word: &str) -> Self {
        let measures = bench.index.vocabulary.measures.iter().filter(|entry| offers(&entry.forms, word)).collect();
        Self { stems: stems(bench, &form_stems(word)), senses: meanings(bench, word), measures }
    }

    /// Whether a passage offers the word, or another of its meaning or measure ("commitment" for "investment").
    pub fn is_among(&self, words: &[String], offered: &Offered) -> bool {
        !self.stems.is_empty() && self.stems.iter().all(|stem| offered.0.contains(stem))
            || self.senses.iter().any(|sense| offered.0.contains(sense))
            || self.is_named(words)
    }

    /// Whether a passage offers another word of its measure.
    fn is_named(&self, offered: &[String]) -> bool {
        self.measures.iter().any(|entry| entry.forms.iter().any(|form| offered.contains(form)))
    }
}

/// What stems mean.
fn stems(bench: &Bench<'_>, stems: &[String]) -> Vec<Sense> {
    stems.iter().map(|stem| bench.index.wording().stem(stem)).collect()
}

/// What a word may be said for.
fn meanings(bench: &Bench<'_>, word: &str) -> Vec<Sense> {
    let senses = bench.index.wording().senses(bench.index.grammar, word);
    senses.into_iter().filter(|sense| sense.is_meaning()).collect()
}

/// Whether a passage that tells where has it in every asserted place: "based in Lund" does not say "based in Tarn", whatever else its
/// sentence has in Tarn.
fn is_there(bench: &Bench<'_>, asked: &Statement, own: &Statement) -> bool {
    let (asked, own) = (&asked.qualifiers.places, &own.qualifiers.places);
    let places = &bench.index.places;
    let lies = |place: &String, asked: &String| match places.relation(place, asked) {
        Containment::Inside => true,
        // A town of which nothing is known may lie in any country.
        Containment::Unknown => places.is_wide(asked),
        Containment::Wider | Containment::Disjoint => false,
    };
    own.is_empty() || asked.iter().all(|asked| own.iter().any(|place| lies(place, asked)))
}

fn is_elsewhere(bench: &Bench<'_>, asked: &Statement, own: &Statement) -> bool {
    let places = &bench.index.places;
    !own.qualifiers.places.is_empty()
        && asked.qualifiers.places.iter().any(|asked| {
            own.qualifiers.places.iter().all(|place| places.relation(place, asked) == Containment::Disjoint)
        })
}

struct Verbs<'a, 'b> {
    bench: &'b Bench<'a>,
    asked: &'b str,
    own: &'b str,
}

impl Verbs<'_, '_> {
    fn are_same(&self) -> bool {
        let grammar = self.bench.index.grammar;
        let copulas = [self.asked, self.own].into_iter().all(|verb| grammar.is_copula(verb));
        let measure = self.bench.index.vocabulary.measures.iter().any(|entry| {
            entry.forms.iter().any(|form| form == self.asked) && entry.forms.iter().any(|form| form == self.own)
        });
        // "was closed", "was shut": what is done to it.
        let plain = |verb: &'_ str| verb.strip_prefix("be ").map_or((verb, false), |verb| (verb, true)).0.to_owned();
        let passive = self.asked.starts_with("be ") == self.own.starts_with("be ");
        let (asked, own) = (plain(self.asked), plain(self.own));
        let mean_the_same = || passive && self.bench.index.wording().may_be_same(grammar, &asked, &own);
        let is_end = |verb: &str| self.bench.index.vocabulary.lists("giving up office", verb);
        self.asked == self.own
            || copulas
            || measure
            || mean_the_same()
            || is_end(self.asked) && is_end(self.own)
            || votes::end_alike(self.bench, self.asked, self.own)
    }

    /// Actions that cannot both be so.
    fn exclude(&self) -> bool {
        let among = |side: &[String], verb: &str| side.iter().any(|word| word == verb);
        self.bench.index.vocabulary.exclusions.iter().any(|exclusion| {
            among(&exclusion.left, self.asked) && among(&exclusion.right, self.own)
                || among(&exclusion.right, self.asked) && among(&exclusion.left, self.own)
        })
    }
}
