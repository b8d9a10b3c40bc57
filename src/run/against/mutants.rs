//! What a check is tried with. A mutant is one change of what the articles say, made at once in every passage that bears the check out:
//! where three articles have the same number, all three get the other one, for a check that others still bear out would rightly pass.
//! Changed is only what the check speaks of itself (`rests`).

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Assertion, Body, Reading as Meant};
use crate::corpus::Edit;
use crate::extract::{Known, Mention, MentionKind, NameType, QuantityMention, Reading, TimeMention, TimeType};
use crate::index::Containment;
use crate::judge::{Stance, Verdict};
use crate::run::desk::Seat;
use crate::run::rests::{Held, deciding, held, places_of, read_text, spoken_of};
use crate::run::result::CheckResult;
use crate::source::Span;
use crate::statement::Value;
use crate::value::{Days, Dimension, Number, Quantity, Relation, Wording};

use super::MutantKind;
use super::reword::{Step, month, number, unit, year};

/// Edits by the position of their document, in order.
pub(super) type Edits = BTreeMap<usize, Vec<Edit>>;

/// A change that a check has to notice.
#[derive(Clone, Debug)]
pub(super) struct Mutant {
    pub kind: MutantKind,
    /// The change; where there are several, one that is noticed is enough: a check on a bound need not notice what lies within it.
    pub ways: Vec<Edits>,
}

/// So many years are far enough from any date that a check on open days leaves open.
const FAR: i16 = 90;

/// No more mutants than these are made for one check.
pub(super) const MOST: usize = 16;

/// What a check is tried with, in a fixed order.
pub(super) fn mutants(seat: &Seat<'_>, result: &CheckResult) -> Vec<Mutant> {
    let forbidden = forbidden(seat, result);
    let result = forbidden.as_ref().unwrap_or(result);
    let contradicted = result.judgement.verdict == Verdict::Contradicted;
    if contradicted && !is_the_number_at_fault(result) {
        return Vec::new();
    }
    let maker = Maker { seat, result, held: held(seat, result), spoken: spoken_of(seat, result) };
    let mut made = maker.numbers();
    if contradicted || forbidden.is_some() {
        return made;
    }
    made.extend(maker.dates());
    made.extend(maker.names());
    made.extend(maker.quotes());
    made.extend(maker.denials());
    made.truncate(MOST);
    made
}

/// For a `never`, which rests on what is not said: the same check with the passages that speak of the thing at all.
fn forbidden(seat: &Seat<'_>, result: &CheckResult) -> Option<CheckResult> {
    let (Body::Holds { reading: Meant::Never, operand, .. } | Body::Exists { reading: Meant::Never, operand }) =
        &result.assertion.body
    else {
        return None;
    };
    let body = |reading| Body::Exists { reading, operand: operand.clone() };
    let there_is = Assertion { body: body(Meant::Some), ..result.assertion.clone() };
    let told = seat.results(vec![there_is]).into_iter().next()?;
    Some(CheckResult { assertion: Assertion { body: body(Meant::Never), ..result.assertion.clone() }, ..told })
}

/// Whether a check is contradicted because of its number, so that the articles would bear it out with that.
fn is_the_number_at_fault(result: &CheckResult) -> bool {
    match &result.assertion.body {
        Body::Holds { reading: Meant::The | Meant::Some, relation, value: Value::Quantity(_), value_span, .. } => {
            let holds_itself = match relation {
                Relation::Equal | Relation::Exactly | Relation::About | Relation::AtMost | Relation::AtLeast => true,
                Relation::NotEqual | Relation::Less | Relation::Greater | Relation::In | Relation::Includes => false,
            };
            holds_itself && result.judgement.fault == Some(*value_span)
        }
        Body::Holds { .. } | Body::Exists { .. } | Body::Computed { .. } | Body::Agree { .. } => false,
        Body::Quote { .. } | Body::Claim { .. } => false,
    }
}

struct Maker<'a> {
    seat: &'a Seat<'a>,
    result: &'a CheckResult,
    /// What its verdict rests on.
    held: Held,
    /// The same of all passages that speak of it: what these say too is changed with it.
    spoken: Held,
}

/// A mention with the position of its document.
type At<'a, T> = (usize, Span, &'a T);

impl<'a> Maker<'a> {
    fn reading(&self, document: usize) -> Option<&'a Reading> {
        self.seat.index.readings.get(document)
    }

    fn words(&self, document: usize, span: Span) -> &'a str {
        span.slice(&self.seat.index.document(document).text)
    }

    /// The numbers that are held, those of one value together.
    fn numbers(&self) -> Vec<Mutant> {
        let mut groups: Vec<Vec<At<'a, QuantityMention>>> = Vec::new();
        let others = self.spoken.mentions.difference(&self.held.mentions);
        let all = self.held.mentions.iter().map(|at| (true, at)).chain(others.map(|at| (false, at)));
        for (held, (document, at)) in all {
            let mention = self.reading(*document).and_then(|reading| reading.mentions.get(*at));
            let Some((span, MentionKind::Quantity(read))) = mention.map(|mention| (mention.span, &mention.kind)) else {
                continue;
            };
            let same = |group: &&mut Vec<At<'_, QuantityMention>>| {
                group.first().is_some_and(|(_, _, other)| agree(&read.quantity, &other.quantity))
            };
            match groups.iter_mut().find(same) {
                Some(group) => group.push((*document, span, read)),
                None if held => groups.push(vec![(*document, span, read)]),
                None => {}
            }
        }
        groups.iter().flat_map(|group| self.of_number(group)).collect()
    }

    fn of_number(&self, group: &[At<'a, QuantityMention>]) -> Vec<Mutant> {
        let group = self.told_once(group);
        let step = |step| {
            self.edits(group, |(_, _, read), words| {
                Some((read.number, number(words(read.number), read.quantity.amount.nominal?, step)?))
            })
        };
        let ways: Vec<Edits> = match self.asks() {
            Asks::Value => {
                let steps = [Step::More, Step::Less].into_iter().filter_map(step);
                let mut made: Vec<Mutant> =
                    steps.map(|edits| Mutant { kind: MutantKind::Number, ways: vec![edits] }).collect();
                made.extend(self.of_unit(group));
                return made;
            }
            // Whether something rose or fell shows at no other number.
            Asks::Bound if self.is_about_zero() => Vec::new(),
            Asks::Bound => {
                [Step::More, Step::Less, Step::Thousandfold, Step::Thousandth].into_iter().filter_map(step).collect()
            }
            Asks::Other(value) => self
                .edits(group, |(_, _, read), _| Some((read.number, stands_for(value, &read.quantity)?)))
                .into_iter()
                .collect(),
        };
        let own = (!ways.is_empty()).then_some(Mutant { kind: MutantKind::Number, ways });
        own.into_iter().collect()
    }

    fn of_unit(&self, group: &[At<'a, QuantityMention>]) -> Option<Mutant> {
        let units = &self.seat.index.vocabulary.units;
        let edits = self.edits(group, |(_, _, read), words| {
            // A range has its unit twice, and one of them is told here.
            let span = read.unit.filter(|_| read.quantity.amount.wording != Wording::Range)?;
            Some((span, unit(words(span), &read.quantity, units)?))
        });
        edits.map(|edits| Mutant { kind: MutantKind::Unit, ways: vec![edits] })
    }

    /// What the check asks of its numbers.
    fn asks(&self) -> Asks<'a> {
        match &self.result.assertion.body {
            Body::Holds { value: Value::Quantity(value), .. } if self.is_contradicted() => Asks::Other(value),
            Body::Holds { reading: Meant::Never, .. }
            | Body::Exists { .. }
            | Body::Computed { .. }
            | Body::Agree { .. } => Asks::Bound,
            Body::Holds { relation, value, .. } => match (relation, value) {
                (Relation::Equal | Relation::Exactly | Relation::About | Relation::Includes, _) => Asks::Value,
                (Relation::Less | Relation::AtMost | Relation::Greater | Relation::AtLeast | Relation::In, _) => {
                    Asks::Bound
                }
                (Relation::NotEqual, Value::Quantity(value)) => Asks::Other(value),
                (Relation::NotEqual, _) => Asks::Bound,
            },
            Body::Claim { text, span: _ } if self.has_bound(text) => Asks::Bound,
            Body::Quote { .. } | Body::Claim { .. } => Asks::Value,
        }
    }

    fn is_about_zero(&self) -> bool {
        match &self.result.assertion.body {
            Body::Holds { value: Value::Quantity(value), .. } => value.amount.nominal == Some(Number::ZERO),
            Body::Holds { .. } | Body::Exists { .. } | Body::Computed { .. } | Body::Agree { .. } => false,
            Body::Quote { .. } | Body::Claim { .. } => false,
        }
    }

    /// Whether a sentence has a number with a bound: "more than 12 mills".
    fn has_bound(&self, text: &str) -> bool {
        let bound = |mention: &Mention| match &mention.kind {
            MentionKind::Quantity(read) => read.quantity.amount.is_bound(),
            MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => false,
        };
        read_text(self.seat, text).mentions.iter().any(bound)
    }

    /// Whether the check passes because the articles say otherwise: it has to notice when they say so.
    fn is_contradicted(&self) -> bool {
        self.result.judgement.verdict == Verdict::Contradicted
    }

    /// Where it is asserted that sources agree, one of them is changed: all of them would still agree.
    fn told_once<'g, T>(&self, group: &'g [At<'a, T>]) -> &'g [At<'a, T>] {
        let first = group.first().map(|(document, _, _)| *document);
        match &self.result.assertion.body {
            Body::Agree { .. } => {
                let end = group.iter().take_while(|(document, _, _)| Some(*document) == first).count();
                group.get(..end).unwrap_or(group)
            }
            Body::Holds { .. }
            | Body::Exists { .. }
            | Body::Computed { .. }
            | Body::Quote { .. }
            | Body::Claim { .. } => group,
        }
    }

    /// The times that are held, those together that answer to one thing that the check asks for: a year on, and a month on.
    fn dates(&self) -> Vec<Mutant> {
        let asked: BTreeSet<usize> = self.held.times.iter().map(|(asked, _, _)| *asked).collect();
        asked.into_iter().flat_map(|asked| self.of_date(asked)).collect()
    }

    fn times(&self, asked: usize) -> Vec<At<'a, TimeMention>> {
        let own = self.spoken.times.iter().filter(|(other, _, _)| *other == asked);
        own.filter_map(|(_, document, at)| {
            let mention = self.reading(*document)?.mentions.get(*at)?;
            match &mention.kind {
                MentionKind::Time(time) => Some((*document, mention.span, time)),
                MentionKind::Quantity(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
            }
        })
        .collect()
    }

    fn of_date(&self, asked: usize) -> Vec<Mutant> {
        let group = &self.times(asked);
        let long = |at: &At<'a, TimeMention>, words: &dyn Fn(Span) -> &'a str| {
            let length = self.length(at.0, at.1)?;
            Some((length.number, number(words(length.number), length.quantity.amount.nominal?, Step::More)?))
        };
        let on = |years| {
            let changed = |at: &At<'a, TimeMention>, words: &dyn Fn(Span) -> &'a str| match at.2.sort {
                TimeType::Duration => long(at, words),
                TimeType::Date | TimeType::Time | TimeType::Set => {
                    Some((at.1, year(words(at.1), at.2.days.as_ref(), years)?))
                }
            };
            self.edits(group, changed)
        };
        let other = |at: &At<'a, TimeMention>, words: &dyn Fn(Span) -> &'a str| Some((at.1, month(words(at.1))?));
        // "Before" a day leaves many others: it is enough that one of the changes is noticed.
        if self.leaves_days_open() {
            let ways: Vec<Edits> = [on(1), on(FAR), on(-FAR)].into_iter().flatten().collect();
            return if ways.is_empty() { Vec::new() } else { vec![Mutant { kind: MutantKind::Date, ways }] };
        }
        // Another month of the year that is asked for is as good.
        let other = if self.held.long.contains(&asked) { None } else { self.edits(group, other) };
        let mutant = |edits| Mutant { kind: MutantKind::Date, ways: vec![edits] };
        [on(1), other].into_iter().flatten().map(mutant).collect()
    }

    /// Whether the check asks for days without an end (`announced before 2025-10-29`, `since 2019`), or for what lasts: who held an office
    /// in a year.
    fn leaves_days_open(&self) -> bool {
        let operands = match &self.result.assertion.body {
            Body::Holds { operand, .. } | Body::Exists { operand, .. } | Body::Agree { operand } => Some(operand),
            Body::Computed { .. } | Body::Quote { .. } | Body::Claim { .. } => None,
        };
        let is_open = |days: &Days| days.first.is_none() || days.last.is_none();
        let qualifiers = operands.map(|operand| &operand.statement.qualifiers);
        qualifiers.is_some_and(|own| [own.when, own.as_of, own.announced].iter().flatten().any(is_open))
            || match &self.result.assertion.body {
                Body::Holds { value: Value::Text(_) | Value::List(_), .. } => true,
                Body::Holds { value: Value::Days(_), relation, .. } => *relation != Relation::Equal,
                Body::Holds { .. } | Body::Exists { .. } | Body::Computed { .. } | Body::Agree { .. } => false,
                Body::Quote { .. } | Body::Claim { .. } => false,
            }
    }

    /// The number of a length of time.
    fn length(&self, document: usize, span: Span) -> Option<&'a QuantityMention> {
        let reading = self.reading(document)?;
        let inside = reading.mentions_within(span).iter().chain(&reading.lesser);
        inside.filter(|mention| mention.span.overlaps(span)).find_map(|mention| match &mention.kind {
            MentionKind::Quantity(read) => Some(read),
            MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
        })
    }

    /// The names that are held, those that stand for one asserted name together.
    fn names(&self) -> Vec<Mutant> {
        let asked: BTreeSet<usize> = self.held.names.iter().map(|(asked, _, _)| *asked).collect();
        let own = |asked| self.spoken.names.iter().filter(move |(other, _, _)| *other == asked);
        let mutant = |asked| {
            let all: Vec<(usize, &str)> = own(asked).map(|(_, document, name)| (*document, name.as_str())).collect();
            self.renamed(&all).map(|edits| Mutant { kind: MutantKind::Name, ways: vec![edits] })
        };
        asked.into_iter().filter_map(mutant).collect()
    }

    /// Names replaced wherever they stand, all by one that occurs nowhere.
    fn renamed(&self, names: &[(usize, &str)]) -> Option<Edits> {
        let known = |(document, name): &(usize, &str)| {
            let all = &self.reading(*document)?.names;
            all.iter().find(|known| known.canonical == *name)
        };
        let first = names.iter().find_map(known)?;
        let other = self.stranger(first)?;
        let mut edits = Edits::new();
        for (document, name) in names {
            let reading = self.reading(*document)?;
            let places = places_of(reading, name).map(|span| Edit { span, words: other.clone() });
            edits.entry(*document).or_default().extend(places);
        }
        in_order(edits)
    }

    /// A name of the same sort that occurs nowhere in the articles; for a known place another one, elsewhere.
    fn stranger(&self, known: &Known) -> Option<String> {
        const PEOPLE: [&str; 3] = ["Ilvar Quenby", "Osk Tarrow", "Benna Vulk"];
        const OTHERS: [&str; 3] = ["Zorvane", "Quelmar", "Tavrisk"];
        let names = &self.seat.index.names;
        let free = |name: &&str| !names.occurs(name);
        let places = &self.seat.index.places;
        if places.knows(&known.canonical) {
            let wide = places.is_wide(&known.canonical);
            let apart = |place: &&str| {
                places.relation(place, &known.canonical) == Containment::Disjoint && places.is_wide(place) == wide
            };
            let all = self.seat.index.vocabulary.places.iter().map(|entry| entry.name.as_str());
            return all.filter(apart).find(free).map(str::to_owned);
        }
        match known.sort {
            NameType::Person => PEOPLE.iter().copied().find(free).map(str::to_owned),
            NameType::Organisation | NameType::Place | NameType::Other => {
                OTHERS.iter().copied().find(free).map(str::to_owned)
            }
        }
    }

    /// The words of a quote that are borne out, with another among them wherever they are.
    fn quotes(&self) -> Option<Mutant> {
        let Body::Quote { words: asked, .. } = &self.result.assertion.body else { return None };
        let asked: BTreeSet<String> =
            words_of(asked, Span::new(0, asked.len())).map(|word| word.slice(asked).to_lowercase()).collect();
        let mut edits = Edits::new();
        for evidence in deciding(self.result) {
            let document = self.seat.index.document(evidence.document);
            let quotes = self.reading(evidence.document)?.quotes.all.iter().map(|quote| quote.span);
            let own = quotes.filter(|span| document.place(*span).span.overlaps(evidence.focus.span));
            let words = own.flat_map(|span| words_of(&document.text, span));
            let inside = words.filter(|word| evidence.focus.span.contains(document.place(*word).span));
            let said = inside.filter(|word| asked.contains(&word.slice(&document.text).to_lowercase()));
            let span = said.max_by_key(|word| word.len())?;
            edits.entry(evidence.document).or_default().push(Edit { span, words: "otherwise".to_owned() });
        }
        let edits = in_order(edits).filter(|edits| !edits.is_empty())?;
        Some(Mutant { kind: MutantKind::Quote, ways: vec![edits] })
    }

    /// The verbs of all passages denied, where each of them has one.
    fn denials(&self) -> Option<Mutant> {
        if matches!(self.result.assertion.body, Body::Agree { .. } | Body::Quote { .. }) {
            return None;
        }
        let mut edits = Edits::new();
        let supporting = deciding(self.result).into_iter().filter(|evidence| evidence.stance == Stance::Supports);
        for evidence in supporting {
            let document = self.seat.index.document(evidence.document);
            let cited = self.reading(evidence.document)?.facts.iter().find(|fact| {
                document.place(fact.passage) == evidence.passage && document.place(fact.focus) == evidence.focus
            })?;
            matches!(cited.statement.value, Some(Value::Quantity(_) | Value::Days(_)) | None).then_some(())?;
            let verbs = &cited.statement.measure.forms;
            let (span, words) = self.seat.extractor.denial(&document.text, cited.passage, cited.focus, verbs)?;
            let own = edits.entry(evidence.document).or_default();
            let edit = Edit { span, words };
            if !own.contains(&edit) {
                own.push(edit);
            }
        }
        let edits = in_order(edits).filter(|edits| !edits.is_empty())?;
        Some(Mutant { kind: MutantKind::Denial, ways: vec![edits] })
    }

    /// One edit for each mention; none where one of them has none.
    fn edits<T>(
        &self,
        group: &[At<'a, T>],
        change: impl Fn(&At<'a, T>, &dyn Fn(Span) -> &'a str) -> Option<(Span, String)>,
    ) -> Option<Edits> {
        let mut edits = Edits::new();
        for at in group {
            let document = at.0;
            let (span, words) = change(at, &|span| self.words(document, span))?;
            edits.entry(document).or_default().push(Edit { span, words });
        }
        in_order(edits)
    }
}

/// The words of a place.
fn words_of(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let words = span.slice(text).split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.map(|word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        Span::new(start, start + word.len())
    })
}

/// What a check asks of its numbers.
enum Asks<'a> {
    /// One value, so that each other is to be noticed.
    Value,
    /// A bound, so that what lies within need not be.
    Bound,
    /// Any value but this one.
    Other(&'a Quantity),
}

/// Edits in their order; none where two of them overlap.
fn in_order(mut edits: Edits) -> Option<Edits> {
    for own in edits.values_mut() {
        own.sort();
        own.dedup();
        let overlap = own.windows(2).any(|pair| pair[0].span.end > pair[1].span.start);
        if overlap {
            return None;
        }
    }
    Some(edits)
}

/// Whether two numbers are one value, as written or rounded: "$5 billion" and "more than $5 billion", "9,900 square metres" and the same
/// in feet.
fn agree(one: &Quantity, other: &Quantity) -> bool {
    let Some(converted) = one.converted(&other.unit) else { return false };
    let near = |one: Number, other: Number| {
        let off = one.minus(other).map(Number::abs);
        let most = other.abs().over(Number::from_integer(20));
        off.zip(most).is_some_and(|(off, most)| off <= most)
    };
    match (converted.amount.nominal, other.amount.nominal) {
        (Some(one), Some(other)) => near(one, other),
        (None, None) => converted.amount.literal == other.amount.literal,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// How a value is written where another stands in the same unit; none where the units differ.
fn stands_for(value: &Quantity, read: &Quantity) -> Option<String> {
    let counts = |quantity: &Quantity| matches!(quantity.unit.dimension, Dimension::Count | Dimension::Number);
    let same = value.unit.code == read.unit.code || counts(value) && counts(read);
    let nominal = value.amount.nominal.filter(|_| same)?;
    (Some(nominal) != read.amount.nominal).then(|| nominal.grouped())
}
