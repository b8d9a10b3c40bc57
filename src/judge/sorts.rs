//! What sort of a thing a number is of: 40,000 electric cars are no figure of all cars, nor the cars one of the electric ones; and that
//! debt rose says nothing of sales.

use std::sync::Arc;

use super::align::{Candidate, counts_same};
use super::each;
use super::kept::kept;
use super::now::Now;
use super::votes::{self, Side};
use super::within::Words;
use super::{Bench, times};
use crate::extract::{Form, Grammar, Mention, MentionKind, Reading, WordClass, singular};
use crate::index::{Found, form_stems};
use crate::source::Span;
use crate::statement::{Exclusion, MeasureEntry, Modality, Statement};
use crate::text::tokenize;
use crate::value::Dimension;

/// What narrows a number down, in lower case and singular.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// The words between the number and the noun that it counts.
    counted: Vec<String>,
    /// Of the size of a change: the words for what changes; none where that is not a change, or its subject itself.
    changed: Vec<String>,
    is_change: bool,
    /// Whether it is told as a share of something: "74 percent of turnover".
    is_share: bool,
    /// Whether its verb is in the past: "had 30 pilots".
    is_past: bool,
    /// Whether it is the level that something left.
    is_left: bool,
    /// The times of its clause that no date resolves.
    times: Vec<times::Open>,
    /// Of those who vote: on which side.
    side: Option<Side>,
    /// How far it has got.
    modality: Option<Modality>,
    /// Whether it is told for each of several.
    told: each::Told,
    /// Whether it is what is left.
    is_rest: bool,
    /// Whether its verb is in the present: "has 40 ships".
    is_present: bool,
    /// Whether it is so now, or over.
    now: Now,
    /// Whether one of so many is picked out: "the lowest of four bids".
    is_choice: bool,
    /// Whether it is of others than those spoken of: "nine other hotels".
    is_of_others: bool,
    /// What it counts together with that: "suites" of "134 rooms and suites".
    joined: Option<String>,
    /// What it counts, and whether that stands behind another number: "shots" of "14 of 22 shots".
    noun: String,
    is_of_whole: bool,
    /// The words in front of it, and those among them that tell of which kind its measure is: "the median price of a new home was".
    front: Vec<String>,
    kind: Vec<String>,
}

impl Sort {
    /// The sort of the number that a statement is of.
    pub fn of(bench: &Bench<'_>, text: &str, reading: &Reading, mention: &Mention, statement: &Statement) -> Self {
        let is_change = statement.measure.forms.iter().any(|form| form == "change");
        let sentence = reading.sentences.get(reading.sentence_at(mention.span)).copied().unwrap_or_default();
        Self {
            counted: counted(bench.index.grammar, text, mention),
            changed: if is_change { changed(bench, text, reading, mention, statement) } else { Vec::new() },
            is_change,
            is_share: is_share(text, mention),
            is_past: is_past(bench.index.grammar, text, reading, mention),
            is_left: false,
            times: Vec::new(),
            side: if is_vote(statement) { votes::side_of(bench, text, reading, mention) } else { None },
            modality: statement.modality,
            is_present: is_present(bench.index.grammar, text, sentence, mention),
            is_rest: is_rest(bench.index.grammar, text, mention),
            now: Now::of(bench, text, reading, mention, statement),
            is_choice: is_choice(bench.index.grammar, text, sentence, mention),
            is_of_others: is_of_others(bench, text, mention),
            joined: joined(bench.index.grammar, text, sentence, mention),
            is_of_whole: whole(text, reading.mentions_within(sentence), mention).is_some(),
            noun: noun(text, reading.mentions_within(sentence), mention),
            kind: kind(bench, text, sentence, mention, statement),
            front: content(bench.index.grammar, Span { end: mention.span.start, ..sentence }.slice(text)),
            told: each::Told::of(bench, text, (reading.mentions_within(sentence), sentence), mention),
        }
    }

    /// With the times of a claim that no date resolves.
    pub fn at(self, times: Vec<times::Open>) -> Self {
        Self { times, ..self }
    }

    /// That of a candidate, of which it is asked time and again.
    fn found(bench: &Bench<'_>, candidate: &Candidate<'_>) -> Arc<Self> {
        let found = candidate.found;
        let read = || Self::read(bench, found).unwrap_or_default();
        kept(bench, |known| &known.sorts, (found.document, found.number), read)
    }

    fn read(bench: &Bench<'_>, found: Found<'_>) -> Option<Self> {
        let text = &bench.index.document(found.document).text;
        let reading = bench.index.readings.get(found.document)?;
        let mention = reading.mentions.get(found.fact.quantity?)?;
        Some(Self::of(bench, text, reading, mention, &found.fact.statement))
    }

    /// Of a level that the sentence itself says is left, and whose noun stands behind the other: "grew from 30 to 42 builders".
    pub fn left(self, is_left: bool) -> Self {
        if is_left { Self { is_past: true, is_left: true, counted: Vec::new(), ..self } } else { self }
    }

    /// Whether a word, or all that a hyphen joins in it, stands between the number and its noun.
    pub fn counts(&self, word: &str) -> bool {
        word.split('-').all(|part| self.counted.iter().any(|own| own == part))
    }

    /// Whether it is of a time of its own that stays open, and none before another: "this season", and not "a year earlier".
    pub fn is_of_open_time(&self, bench: &Bench<'_>) -> bool {
        self.open_time(bench).is_some()
    }

    fn open_time(&self, bench: &Bench<'_>) -> Option<&String> {
        let is_back =
            |words: &String| words.rsplit(' ').next().is_some_and(|last| bench.index.vocabulary.lists("back", last));
        self.times.iter().find(|time| !is_back(&time.words)).map(|time| &time.words)
    }

    /// Whether a number is told as done, and so is one of the passages, or as planned, as one of them: what was planned is another thing
    /// than what came of it.
    pub fn tells_apart(&self, all: &[Candidate<'_>]) -> Option<Modality> {
        let told = |candidate: &Candidate<'_>| candidate.found.fact.statement.modality == self.modality;
        let other = match self.modality? {
            Modality::Happened => Modality::Planned,
            Modality::Planned => Modality::Happened,
            _ => return None,
        };
        all.iter().any(told).then_some(other)
    }

    /// Whether a number is told as done, which a passage has as no more than planned: what came of a plan may be another number.
    pub fn is_past_plan(&self, candidate: &Candidate<'_>) -> bool {
        let planned = candidate.found.fact.statement.modality == Some(Modality::Planned);
        self.modality == Some(Modality::Happened) && self.is_past && planned
    }

    /// Whether a passage tells of those who voted on the other side.
    pub fn is_other_side(&self, bench: &Bench<'_>, candidate: &Candidate<'_>) -> bool {
        let sides = self.side.zip(Self::found(bench, candidate).side);
        sides.is_some_and(|(asked, own)| asked != own)
    }

    /// Whether a passage tells its number for each of several, and the assertion for all, or the other way round: neither excludes the other,
    /// and so many for each are not so many.
    pub fn is_of_other_rate(&self, bench: &Bench<'_>, candidate: &Candidate<'_>, excludes: bool) -> bool {
        let own = Self::found(bench, candidate);
        if excludes { self.told.is_apart(&own.told) } else { own.told.is_of_others(&self.told) }
    }

    /// Whether so many are said to be left, of which a passage does not speak: it tells how many there were.
    pub fn is_rest_of(&self, bench: &Bench<'_>, candidate: &Candidate<'_>) -> bool {
        let own = Self::found(bench, candidate);
        self.is_rest && !own.is_rest && !own.is_present
    }

    /// Whether a number is so now, and a passage tells what was done, or what is over; or the other way round.
    pub fn is_of_other_time(&self, bench: &Bench<'_>, candidate: &Candidate<'_>) -> bool {
        Self::found(bench, candidate).now.is_apart(self.now)
    }

    /// Whether a passage picks one out of so many, of all of which a number is told, or the other way round.
    pub fn is_of_choice(&self, bench: &Bench<'_>, candidate: &Candidate<'_>) -> bool {
        Self::found(bench, candidate).is_choice != self.is_choice
    }

    /// Whether one of two numbers is of others than those spoken of, or of two sorts of things together, and the other is not.
    pub fn is_of_more(&self, bench: &Bench<'_>, candidate: &Candidate<'_>) -> bool {
        let own = Self::found(bench, candidate);
        self.is_of_others != own.is_of_others || self.joined != own.joined
    }

    /// Whether both count something, and not the same: "14 of 22 shots" and "five free throws".
    pub fn is_of_other_things(&self, bench: &Bench<'_>, candidate: &Candidate<'_>) -> bool {
        let own = Self::found(bench, candidate);
        own.is_of_whole(bench, self) || self.is_of_whole(bench, &own)
    }

    fn is_of_whole(&self, bench: &Bench<'_>, other: &Self) -> bool {
        let nouns = [&self.noun, &other.noun];
        nouns.iter().all(|noun| !noun.is_empty()) && self.is_of_whole && !counts_same(bench, nouns[0], nouns[1])
    }

    /// Whether a passage tells a measure of one kind of things, which an assertion leaves out.
    pub fn is_of_kind(&self, bench: &Bench<'_>, candidate: &Candidate<'_>) -> bool {
        let own = Self::found(bench, candidate);
        own.kind.iter().any(|word| !self.front.iter().any(|asked| is_one_meaning(bench, asked, word)))
    }

    /// Whether a sentence tells of the level that something left: "rose to 448 from 400".
    pub fn is_left(&self) -> bool {
        self.is_left
    }

    /// Whether a sentence may tell of a level that has been left since.
    pub fn is_past(&self) -> bool {
        self.is_past
    }

    /// The first asserted word that a passage does not say of its number.
    pub fn unsaid(&self, bench: &Bench<'_>, candidate: &Candidate<'_>) -> Option<&str> {
        let own = Self::found(bench, candidate);
        let forms = &candidate.found.fact.statement.measure.forms;
        let counted = self.counted.iter().find(|word| !own.counted.contains(word) && !forms.contains(word));
        let changed = || self.changed.iter().find(|word| own.is_change && !own.tells(bench, candidate, word));
        let at = (candidate.found.document, candidate.found.fact.sentence);
        let is_base =
            |time: &times::Open| time.before.as_ref().is_some_and(|unit| times::holds_against(bench, at, unit));
        let is_told = |time: &times::Open| times::says(bench, at, &time.words) || is_base(time);
        let times = || self.times.iter().find(|time| !is_told(time)).map(|time| &time.words);
        // "20 this season, up from 14 a year ago": the 14 are not of this season, though the sentence tells of it.
        let other_time = || self.open_time(bench).filter(|_| candidate.found.fact.compared);
        let words = || self.times.iter().map(|time| &time.words);
        let of_other = || words().find(|words| is_of_other_figure(bench, candidate, words));
        counted.or_else(changed).or_else(times).or_else(other_time).or_else(of_other).map(String::as_str)
    }

    /// Whether a passage counts a sort of what is asserted, or tells of the change of something that is left out of the assertion.
    pub fn is_narrower(&self, bench: &Bench<'_>, candidate: &Candidate<'_>) -> bool {
        let own = Self::found(bench, candidate);
        own.counted.iter().any(|word| !self.counted.contains(word)) || self.is_of_all(&own)
    }

    /// Whether the assertion does not say what changes, and the passage does.
    pub fn leaves_out(&self, bench: &Bench<'_>, candidate: &Candidate<'_>) -> bool {
        self.is_of_all(&Self::found(bench, candidate))
    }

    fn is_of_all(&self, own: &Self) -> bool {
        self.is_change && own.is_change && self.changed.is_empty() && !own.changed.is_empty()
    }

    /// Whether a passage tells of the change of something else altogether, or of a share where a change is meant.
    pub fn is_of_another(&self, bench: &Bench<'_>, candidate: &Candidate<'_>) -> bool {
        let own = Self::found(bench, candidate);
        if self.is_share != own.is_share && (self.is_change || own.is_change) {
            return true;
        }
        let both = own.is_change && !self.changed.is_empty() && !own.changed.is_empty();
        both && !self.changed.iter().any(|word| own.tells(bench, candidate, word))
    }

    /// Whether a change is of what a word says, or another word of its meaning.
    fn tells(&self, bench: &Bench<'_>, candidate: &Candidate<'_>, word: &str) -> bool {
        let statement = &candidate.found.fact.statement;
        let own = self.changed.iter().chain(&statement.measure.forms).chain(&statement.subject.topic);
        own.into_iter().any(|own| is_one_meaning(bench, own, word))
    }
}

/// "rose to 91 percent, up from 87 percent a year earlier": whether a time stands behind another figure of the kind, and is that one's.
fn is_of_other_figure(bench: &Bench<'_>, candidate: &Candidate<'_>, words: &str) -> bool {
    let found = candidate.found;
    let Some(reading) = bench.index.readings.get(found.document) else { return false };
    let text = &bench.index.document(found.document).text;
    let sentence = reading.sentences.get(found.fact.sentence).copied().unwrap_or(found.fact.passage);
    let mentions = reading.mentions_within(sentence);
    let is_told = |mention: &Mention| {
        let own = mention.span.slice(text);
        matches!(mention.kind, MentionKind::Time(_)) && own.eq_ignore_ascii_case(words)
    };
    let dimension = |mention: &Mention| match &mention.kind {
        MentionKind::Quantity(quantity) => Some(quantity.quantity.unit.dimension),
        MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
    };
    let own = found.fact.quantity.and_then(|at| dimension(reading.mentions.get(at)?));
    let Some(at) = mentions.iter().position(is_told) else { return false };
    let before = mentions[..at].iter().rev().find(|mention| dimension(mention).is_some());
    before.is_some_and(|other| other.span.start > found.fact.focus.end && dimension(other) == own)
}

fn is_vote(statement: &Statement) -> bool {
    statement.measure.forms.iter().any(|form| form == votes::MEASURE)
}

/// Whether a passage counts only some of a staff, by a word that an assertion does not say: "40 seasonal workers" are not the workers.
pub fn is_some_of_staff(bench: &Bench<'_>, candidate: &Candidate<'_>, asked: impl Fn(&str) -> bool) -> bool {
    let found = candidate.found;
    let mention = found.fact.quantity.and_then(|at| bench.index.readings.get(found.document)?.mentions.get(at));
    let Some(MentionKind::Quantity(quantity)) = mention.map(|mention| &mention.kind) else { return false };
    let text = &bench.index.document(found.document).text;
    let end = mention.map_or(0, |mention| mention.span.end);
    let behind = text.get(quantity.number.end as usize..end as usize).unwrap_or_default().to_lowercase();
    behind.split_whitespace().any(|word| bench.index.vocabulary.lists(SOME_OF_STAFF, word) && !asked(word))
}

/// The list of words for only some of a staff.
const SOME_OF_STAFF: &str = "some of staff";

/// Whether a number is of what is left: "22 stores left", "the remaining nine".
pub fn is_rest(grammar: &Grammar, text: &str, mention: &Mention) -> bool {
    let is_left = |word: &str| grammar.classes(&word.to_lowercase()).has(WordClass::Remaining);
    let word = |word: &str| is_left(word.trim_matches(|c: char| !c.is_alphabetic()));
    let (before, behind) = (text.get(..mention.span.start as usize), text.get(mention.span.end as usize..));
    let next = behind.unwrap_or_default().split_whitespace().find(|word| !word.eq_ignore_ascii_case("are"));
    let last = before.unwrap_or_default().split_whitespace().next_back();
    mention.span.slice(text).split(' ').chain(next).chain(last).any(word)
}

/// "nine other hotels": there are more of them.
fn is_of_others(bench: &Bench<'_>, text: &str, mention: &Mention) -> bool {
    let mut words = mention.span.slice(text).split_whitespace();
    words.any(|word| bench.index.vocabulary.lists("others", &word.to_lowercase()))
}

/// "134 rooms and suites": the second noun, where the words for what is counted end with it.
fn joined(grammar: &Grammar, text: &str, sentence: Span, mention: &Mention) -> Option<String> {
    let behind = Span { start: mention.span.end, ..sentence };
    let words: Vec<&str> =
        tokenize(behind.slice(text)).into_iter().map(|token| token.span.slice(behind.slice(text))).collect();
    let [and, noun, rest @ ..] = words.as_slice() else { return None };
    let is_end = |word: &&str| {
        !word.starts_with(char::is_alphanumeric) || grammar.classes(&word.to_lowercase()).has(WordClass::Preposition)
    };
    let is_noun = noun.ends_with('s')
        && noun.chars().all(char::is_lowercase)
        && !grammar.is_function_word(noun)
        && grammar.entry(noun).verb.is_none();
    let is_counted = !counted_noun(mention).is_empty() && matches!(*and, "and" | "or");
    (is_counted && is_noun && rest.first().is_none_or(is_end)).then(|| singular(noun).into_owned())
}

/// The number of which a bare one tells some: "14 of 22 shots".
fn whole<'a>(text: &str, inside: &'a [Mention], own: &Mention) -> Option<&'a Mention> {
    let is_of = |other: &&Mention| {
        let between = Span { start: own.span.end, end: other.span.start };
        other.span.start > own.span.end && between.slice(text).trim() == "of"
    };
    inside.iter().find(is_of).filter(|_| counted_noun(own).is_empty())
}

/// What a number counts, or the one of which it tells some.
fn noun(text: &str, inside: &[Mention], own: &Mention) -> String {
    counted_noun(whole(text, inside, own).unwrap_or(own)).to_owned()
}

fn counted_noun(own: &Mention) -> &str {
    match &own.kind {
        MentionKind::Quantity(own) if own.quantity.unit.dimension == Dimension::Count => {
            own.quantity.unit.code.rsplit(' ').next().unwrap_or_default()
        }
        MentionKind::Quantity(_) | MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => "",
    }
}

/// "The median price of a new home was": the words for the things whose measure is told, where "of" leads them behind a word for it.
pub fn kind(bench: &Bench<'_>, text: &str, sentence: Span, own: &Mention, statement: &Statement) -> Vec<String> {
    let words = Words::of(bench, text, sentence);
    let front = words.front(own.span);
    let is_measure = |at: usize| statement.measure.forms.contains(&singular(&words.lower(at)).into_owned());
    let is_of = |at: &usize| *at > front.start && words.lower(*at) == "of" && is_measure(*at - 1);
    let Some(of) = front.clone().find(is_of) else { return Vec::new() };
    let is_done = |at: usize| {
        let form = bench.index.grammar.entry(&words.lower(at)).verb.map(|(_, form)| form);
        matches!(form, Some(Form::Past | Form::Third))
    };
    // What has a name is no kind: "the price of Norvik shares".
    let is_named = |at: usize| words.span(at).slice(text).starts_with(char::is_uppercase);
    let is_end = |at: &usize| {
        words.is(*at, WordClass::Preposition) || words.is(*at, WordClass::Be) || is_done(*at) || is_named(*at)
    };
    let end = (of + 1..front.end).find(is_end).unwrap_or(front.end);
    let part = Span { start: words.span(of).end, end: words.span(end.max(1) - 1).end };
    content(bench.index.grammar, part.slice(text))
}

/// "the lowest of four bids", "one of four bids": whether of so many things one is meant; "one of its four stores" tells that there are four.
fn is_choice(grammar: &Grammar, text: &str, sentence: Span, mention: &Mention) -> bool {
    let mut before = Span { end: mention.span.start, ..sentence }.slice(text).split_whitespace().rev();
    let is_of = before.next().is_some_and(|word| word.eq_ignore_ascii_case("of"));
    let word = before.next().map(str::to_lowercase).unwrap_or_default();
    let behind = Span { start: mention.span.end, ..sentence }.slice(text).split_whitespace().next().unwrap_or_default();
    let is_told = grammar.classes(behind).has(WordClass::Relative);
    is_of && !is_told && (word == "one" || grammar.classes(&word).has(WordClass::Superlative))
}

/// Whether the last verb in front of a number, in its sentence, is a past that says how much there was, and not that it moved.
fn is_past(grammar: &Grammar, text: &str, reading: &Reading, mention: &Mention) -> bool {
    let sentence =
        reading.sentences.iter().find(|sentence| sentence.contains(mention.span)).copied().unwrap_or_default();
    last_verb(grammar, text, sentence, mention).is_some_and(|(verb, form)| {
        let classes = grammar.verb_classes(verb);
        form == Form::Past && !classes.has(WordClass::Rising) && !classes.has(WordClass::Falling)
    })
}

/// Whether a number is of how many there are now: "has 40 ships".
pub fn is_present(grammar: &Grammar, text: &str, sentence: Span, mention: &Mention) -> bool {
    let before = Span { end: mention.span.start, ..sentence }.slice(text);
    let is_now = |word: &str| matches!(word, "has" | "have" | "are" | "is");
    before.split_whitespace().next_back().is_some_and(is_now)
        || last_verb(grammar, text, sentence, mention).is_some_and(|(_, form)| form != Form::Past)
}

fn last_verb(grammar: &Grammar, text: &str, sentence: Span, mention: &Mention) -> Option<(u32, Form)> {
    let before = Span { end: mention.span.start, ..sentence };
    let words =
        tokenize(before.slice(text)).into_iter().map(|token| token.span.slice(before.slice(text)).to_lowercase());
    words.filter_map(|word| grammar.entry(&word).verb).next_back()
}

/// The words between a number and the noun that it counts.
fn counted(grammar: &Grammar, text: &str, mention: &Mention) -> Vec<String> {
    let MentionKind::Quantity(quantity) = &mention.kind else { return Vec::new() };
    let behind = text.get(quantity.number.end as usize..mention.span.end as usize).unwrap_or_default();
    let mut words = content(grammar, behind);
    words.pop();
    if quantity.quantity.unit.dimension == Dimension::Count { words } else { Vec::new() }
}

/// Whether a percentage is one of something.
fn is_share(text: &str, mention: &Mention) -> bool {
    let MentionKind::Quantity(quantity) = &mention.kind else { return false };
    let behind = text.get(mention.span.end as usize..).unwrap_or_default();
    quantity.quantity.unit.dimension == Dimension::Percent && behind.starts_with(" of ")
}

/// The words for what changes by a number, without the names among them and the words for the change itself.
fn changed(bench: &Bench<'_>, text: &str, reading: &Reading, mention: &Mention, statement: &Statement) -> Vec<String> {
    let MentionKind::Quantity(quantity) = &mention.kind else { return Vec::new() };
    let Some(about) = quantity.about else { return Vec::new() };
    let mut plain = about.slice(text).to_owned();
    for named in reading.mentions_within(about).iter().filter(|other| matches!(other.kind, MentionKind::Name { .. })) {
        plain = plain.replace(named.span.slice(text), " ");
    }
    let words = content(bench.index.grammar, &plain).into_iter();
    words.filter(|word| !is_of_change(bench, word) && !statement.subject.name.eq_ignore_ascii_case(word)).collect()
}

/// The words of a text that say something, in lower case and singular.
fn content(grammar: &Grammar, text: &str) -> Vec<String> {
    let words = tokenize(text).into_iter().map(|token| token.span.slice(text));
    let plain = words.filter(|word| word.chars().all(char::is_alphabetic) && !grammar.is_function_word(word));
    plain.map(|word| singular(&word.to_lowercase()).into_owned()).collect()
}

/// Whether a word tells that something changes: "rise", "cut".
pub fn is_of_change(bench: &Bench<'_>, word: &str) -> bool {
    let vocabulary = bench.index.vocabulary;
    let has = |words: &[String], word: &str| words.iter().any(|own| own == word);
    let change = vocabulary.measures.iter().find(|entry| entry.name == "change");
    change.is_some_and(|entry| {
        let of_change = |pair: &&Exclusion| pair.left.iter().any(|own| has(&entry.forms, own));
        let mut pairs = vocabulary.exclusions.iter().filter(of_change);
        has(&entry.forms, word) || pairs.any(|pair| has(&pair.left, word) || has(&pair.right, word))
    })
}

/// Whether two words are one, or two forms of one measure, or of one meaning.
fn is_one_meaning(bench: &Bench<'_>, one: &str, two: &str) -> bool {
    let grammar = bench.index.grammar;
    let (stems, others) = (form_stems(one), form_stems(two));
    let is_form = |entry: &MeasureEntry, stems: &[String]| entry.forms.iter().any(|form| form_stems(form) == stems);
    stems == others
        || grammar.synonym(one).is_some() && grammar.synonym(one) == grammar.synonym(two)
        || bench.index.vocabulary.measures.iter().any(|entry| is_form(entry, &stems) && is_form(entry, &others))
}
