//! To how many something was done: "18 people were rescued" and "crews rescued 18 people" tell the same number, and another is another.
//! Who counts one deed says nothing of the number of another: that twelve died is no word on how many were rescued.

use super::align::{Candidate, Tie, counts, counts_same};
use super::decide::{Opinion, judgement, tallied};
use super::holds::evidence;
use super::unsaid::{Clause, Said, Timed};
use super::{Bench, Judgement, Part, Rule, Stance, Tally, Verdict, times, words};
use crate::extract::{Fact, WordClass};
use crate::index::{Containment, Found, stem};
use crate::source::Span;
use crate::statement::{LEAVE_HOME, Modality, Polarity, Value};
use crate::value::{Dimension, Fit, Quantity, Relation, compare};

/// A deed, and to how many it was done.
struct Deed<'a> {
    verb: &'a str,
    quantity: &'a Quantity,
    /// The fact that tells the number.
    number: &'a Fact,
    /// Whoever did it, where that is said.
    actor: Option<&'a str>,
}

/// A part of a sentence; where it tells to how many something was done, as the passages that tell that of the same deed bear it out or
/// exclude it.
pub fn heard(bench: &Bench<'_>, clause: &Clause<'_>, fact: &Fact, part: Part) -> Part {
    let facts = clause.reading.facts_of(fact.sentence);
    let Some(asked) = Deed::of(facts, fact).filter(|own| own.is_plain(bench)) else { return part };
    let is_open = matches!(part.judgement.verdict, Verdict::Unmentioned | Verdict::Ambiguous);
    if asked.actor.is_some() && !is_open {
        return part;
    }
    let mut beside = clause.beside.clone();
    beside.push(asked.number.focus);
    let Clause { text, reading, span, time, weekday, .. } = *clause;
    let clause = Clause { text, reading, span, time, weekday, beside };
    let said = Said::new(bench, &clause, &fact.statement);
    let opinions = opinions(bench, &asked, fact, &said);
    if opinions.is_empty() {
        return part;
    }
    let verdict = Tally::of(opinions.iter().map(|opinion| &opinion.evidence)).verdict();
    let found = match verdict {
        Verdict::Ambiguous | Verdict::Unmentioned => {
            let reason = words::open_sentence(&opinions);
            judgement(opinions, verdict, Rule::SomeEvent, reason)
        }
        Verdict::Supported | Verdict::Contradicted | Verdict::Disputed => tallied(opinions),
    };
    // How many and what was done are one statement.
    let own = asked.number.focus;
    let focus = Span { start: own.start.min(part.focus.start), end: own.end.max(part.focus.end) };
    Part { focus, judgement: Judgement { asked: part.judgement.asked.clone(), ..found }, ..part }
}

impl<'a> Deed<'a> {
    /// That of a fact, among the facts of its sentence: what was done, or how many it was done to.
    fn of(facts: &'a [Fact], fact: &'a Fact) -> Option<Self> {
        let own = &fact.statement;
        match &own.value {
            Some(Value::Text(_)) => {
                let verb = own.measure.name.strip_prefix("be ")?;
                let is_count = |other: &&Fact| {
                    other.statement.measure.name == "count"
                        && other.passage == fact.passage
                        && other.focus.end <= fact.focus.start
                };
                let number = facts.iter().filter(is_count).max_by_key(|other| other.focus.end)?;
                let is_its = number.statement.subject.name == own.subject.name;
                let quantity = quantity(number).filter(|_| is_its)?;
                Some(Self { verb, quantity, number, actor: None })
            }
            Some(Value::Quantity(quantity)) if own.measure.name != "count" => {
                let tells = |other: &&Fact| {
                    matches!(other.statement.value, Some(Value::Text(_)))
                        && other.statement.measure.name.split(' ').count() == 1
                        && other.focus.overlaps(fact.focus)
                        && own.measure.forms.contains(&other.statement.measure.name)
                };
                let deed = facts.iter().find(tells)?;
                let actor = Some(deed.statement.subject.name.as_str());
                Some(Self { verb: &deed.statement.measure.name, quantity, number: fact, actor })
            }
            _ => None,
        }
    }

    /// Whether it is told plainly of a verb of which no measure of its own tells, as those of harm do.
    fn is_plain(&self, bench: &Bench<'_>) -> bool {
        let own = &self.number.statement;
        let is_count = matches!(self.quantity.unit.dimension, Dimension::Count | Dimension::Number);
        let is_harm = self.verb == LEAVE_HOME || bench.index.grammar.classes(self.verb).has(WordClass::Harming);
        is_count
            && !is_harm
            && own.polarity == Polarity::Affirmed
            && own.modality.is_none_or(|own| own >= Modality::Ongoing)
    }

    fn noun(&self) -> &str {
        self.quantity.unit.code.rsplit(' ').next().unwrap_or_default()
    }

    /// Whether another counts the same, or all of whom these are some: of passengers and crew together more were rescued than of passengers.
    fn counts(&self, bench: &Bench<'_>, other: &Deed<'_>) -> bool {
        let (own, theirs) = (self.noun(), other.noun());
        let is_human = || bench.index.grammar.is_human(theirs);
        counts_same(bench, own, theirs) || is_anybody(bench, theirs) || is_anybody(bench, own) && is_human()
    }

    /// Whether whoever did the one may have done the other: nobody is named, or all come to the rescue.
    fn is_of(&self, bench: &Bench<'_>, other: &Deed<'_>) -> bool {
        let responds = |actor: &str| {
            let last = actor.rsplit(' ').next().unwrap_or_default().to_lowercase();
            bench.index.vocabulary.lists("responder", &last)
        };
        self.actor.is_none_or(|own| responds(own) && other.actor.is_none_or(responds))
    }
}

fn is_anybody(bench: &Bench<'_>, noun: &str) -> bool {
    noun.is_empty() || bench.index.grammar.is_anybody(noun)
}

fn quantity(fact: &Fact) -> Option<&Quantity> {
    match &fact.statement.value {
        Some(Value::Quantity(quantity)) => Some(quantity),
        _ => None,
    }
}

/// What the passages say that count those to whom the same was done. An article that has two numbers of them tells of two deeds.
fn opinions(bench: &Bench<'_>, asked: &Deed<'_>, fact: &Fact, said: &Said<'_>) -> Vec<Opinion> {
    let grammar = bench.index.grammar;
    let mut told: Vec<(Found<'_>, Deed<'_>)> = Vec::new();
    for found in bench.facts_of(&stem(asked.verb)).into_iter().filter(|found| counts(bench, *found)) {
        let Some(reading) = bench.index.readings.get(found.document) else { continue };
        let Some(deed) = Deed::of(reading.facts_of(found.fact.sentence), found.fact) else { continue };
        let is_same = deed.verb == asked.verb || bench.index.wording().may_be_same(grammar, deed.verb, asked.verb);
        let is_known = told.last().is_some_and(|(_, last)| std::ptr::eq(last.number, deed.number));
        let is_about = || asked.counts(bench, &deed) && !is_elsewhere(bench, fact, found, &deed);
        if is_same && !is_known && deed.is_plain(bench) && asked.is_of(bench, &deed) && is_about() {
            told.push((found, deed));
        }
    }
    let is_alone = |document: usize| {
        let mut own = told.iter().filter(|(found, _)| found.document == document).map(|(_, deed)| deed.quantity);
        let first = own.next();
        own.all(|other| Some(other) == first)
    };
    let held = told.iter().map(|(found, deed)| {
        let (stance, reason) = stance(bench, (asked, fact), said, (*found, deed), is_alone(found.document));
        Opinion {
            evidence: evidence(bench, number_of(*found, deed), stance, reason, 0),
            fault: Some(fact.focus),
            advice: Vec::new(),
        }
    });
    held.collect()
}

/// The fact of a passage that tells the number.
fn number_of<'a>(found: Found<'a>, deed: &Deed<'a>) -> Found<'a> {
    Found { fact: deed.number, ..found }
}

fn stance(
    bench: &Bench<'_>,
    (asked, fact): (&Deed<'_>, &Fact),
    said: &Said<'_>,
    (found, deed): (Found<'_>, &Deed<'_>),
    is_alone: bool,
) -> (Stance, String) {
    let grammar = bench.index.grammar;
    let candidate = Candidate { found: number_of(found, deed), tie: Tie::Same };
    let is_same = counts_same(bench, asked.noun(), deed.noun());
    let fit = times::fit(bench, &fact.statement, found);
    let timed = if fit.is_some() { Timed::Compared } else { Timed::ByWords };
    if fit == Some(Fit::Contradicts) {
        return (Stance::Compatible, words::again(bench, &candidate));
    }
    if let Some(word) = said.unsaid(bench, found, timed, |word| grammar.is_anybody(word)) {
        return (Stance::Compatible, words::unsaid_word(word));
    }
    let says = words::says(bench, &candidate);
    // Eighteen people are not said to be children.
    let is_whose = is_same || is_anybody(bench, asked.noun());
    match compare(deed.quantity, Relation::Equal, asked.quantity, bench.policy).fit {
        // "Two additional cases were confirmed": not all of them.
        _ if is_on_top(bench, found, deed) => (Stance::Compatible, says),
        _ if fit == Some(Fit::Compatible) => (Stance::Compatible, format!("{says}, but not when")),
        Fit::Supports if is_whose => (Stance::Supports, says),
        Fit::Contradicts if is_alone && is_same => (Stance::Contradicts, says),
        Fit::Supports | Fit::Contradicts | Fit::Compatible => (Stance::Compatible, says),
    }
}

/// Whether a passage tells of another place.
fn is_elsewhere(bench: &Bench<'_>, fact: &Fact, found: Found<'_>, deed: &Deed<'_>) -> bool {
    let places = &bench.index.places;
    let own = deed.number.statement.qualifiers.places.iter().chain(&found.fact.statement.qualifiers.places);
    let own: Vec<&String> = own.collect();
    let is_apart = |asked: &String| own.iter().all(|own| places.relation(own, asked) == Containment::Disjoint);
    !own.is_empty() && fact.statement.qualifiers.places.iter().any(is_apart)
}

/// Whether a passage counts those who come on top of others.
fn is_on_top(bench: &Bench<'_>, found: Found<'_>, deed: &Deed<'_>) -> bool {
    let reading = bench.index.readings.get(found.document);
    let mention = deed.number.quantity.and_then(|at| reading?.mentions.get(at));
    let own = mention.map_or(deed.number.focus, |mention| mention.span);
    let words = own.slice(&bench.index.document(found.document).text).to_lowercase();
    words.split(' ').any(|word| bench.index.grammar.classes(word).has(WordClass::Additional))
}
