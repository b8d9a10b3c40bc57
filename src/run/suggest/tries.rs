//! The lines that may hold what an article states: for each number, office, date and quote, the exact line first, wider ones behind it.

use std::collections::BTreeSet;

use crate::extract::{Fact, Mention, MentionKind, NameType, QuantityMention, QuoteMention, singular};
use crate::source::Span;
use crate::statement::{
    Direction, MeasureEntry, MeasureKind, Polarity, Qualifiers, Scope, Statement, Value, Vocabulary,
};
use crate::value::{DeadlineKind, Dimension, Grain, Number, Quantity, Unit};

use super::sense::Sense;
use super::{Article, claim, numbers, spelling};

/// Lines that may hold one thing that an article states, the best first.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// Where it stands.
    pub at: Span,
    /// The sentence that states it, by position.
    pub sentence: usize,
    /// The numbers that each of the lines holds, by position among the mentions.
    pub numbers: Vec<usize>,
    /// The lines.
    pub tries: Vec<String>,
}

/// So few words between quotation marks are no statement of their own.
const FEWEST_WORDS: usize = 3;

/// A draft for everything that an article states, in its order.
pub(super) fn drafts(article: Article<'_>, vocabulary: &Vocabulary, sense: Sense<'_>) -> Vec<Draft> {
    let writer = Writer::new(article, vocabulary, sense);
    let mut drafts: Vec<Draft> = numbers(article).into_iter().filter_map(|at| writer.number(at)).collect();
    drafts.extend(article.reading.facts.iter().filter_map(|fact| writer.other(fact)));
    drafts.extend(article.reading.mentions.iter().filter_map(|mention| writer.quote(mention)));
    drafts.sort_by_key(|draft| (draft.sentence, draft.at));
    drafts
}

struct Writer<'a> {
    article: Article<'a>,
    vocabulary: &'a Vocabulary,
    sense: Sense<'a>,
    /// What the article or the vocabulary has for a place.
    places: BTreeSet<&'a str>,
}

impl<'a> Writer<'a> {
    fn new(article: Article<'a>, vocabulary: &'a Vocabulary, sense: Sense<'a>) -> Self {
        let named = article.reading.names.iter().filter(|known| known.sort == NameType::Place);
        let named = named.flat_map(|known| known.forms.iter().chain([&known.canonical]));
        let known = vocabulary.places.iter().flat_map(|entry| entry.aliases.iter().chain([&entry.name]));
        Self { article, vocabulary, sense, places: named.chain(known).map(String::as_str).collect() }
    }

    /// A number under a measure that is known, where its subject can have one.
    fn number(&self, at: usize) -> Option<Draft> {
        let mention = self.article.reading.mentions.get(at)?;
        let MentionKind::Quantity(read) = &mention.kind else { return None };
        let sentence = self.article.reading.sentence_at(mention.span);
        let facts = self.article.reading.facts_of(sentence).iter();
        let facts = facts.filter(|fact| fact.quantity == Some(at) && is_plain(fact));
        // "A 58-year-old man died": how old some man is, his sentence tells.
        let is_told = |fact: &&Fact| fact.statement.measure.name != "age" || is_named(fact);
        let facts: Vec<&Fact> = facts.filter(is_told).collect();
        let tries = facts.iter().flat_map(|fact| self.measured(fact, read)).collect();
        Some(Draft { at: mention.span, sentence, numbers: vec![at], tries })
    }

    /// `SUBJECT measure == 5 billion USD by 2031 in PLACE` for each measure of the vocabulary that the words of the article stand for.
    fn measured(&self, fact: &Fact, read: &QuantityMention) -> Vec<String> {
        let statement = &fact.statement;
        let Some(Value::Quantity(quantity)) = &statement.value else { return Vec::new() };
        let noun = read.unit.map(|unit| unit.slice(&self.article.document.text));
        let can_be =
            |(entry, word): &(&MeasureEntry, &str)| self.sense.is_of(&statement.subject, entry, &called(entry, word));
        let lines = |(entry, word): (&MeasureEntry, &str)| {
            let value = without_noun(&signed(entry, statement, quantity), entry);
            let values = spelling::relations(&value, &read.digits, noun);
            let measure = called(entry, word);
            let level = read.about.filter(|_| entry.kind == MeasureKind::Change).and_then(|span| self.level(span));
            match (entry.kind, level) {
                // What has changed is said, or the sentence says it.
                (MeasureKind::Change, level) => {
                    level.map(|level| self.lines(statement, &format!("{level} {measure}"), &values)).unwrap_or_default()
                }
                _ => self.lines(statement, &measure, &values),
            }
        };
        let entries = self.entries(statement, quantity);
        // "raised $26,000 for legal costs": raised, and no price of the costs.
        let is_money = |entry: &MeasureEntry| entry.kind == MeasureKind::Dimension(Dimension::Money);
        let money = entries.iter().find(|(entry, _)| is_money(entry)).map(|(entry, _)| entry.name.clone());
        let told = |(entry, _): &(&MeasureEntry, &str)| !is_money(entry) || Some(&entry.name) == money.as_ref();
        entries.into_iter().filter(told).filter(can_be).flat_map(lines).collect()
    }

    /// What a change is one of, where it is a single word: "revenue".
    fn level(&self, about: Span) -> Option<String> {
        let word = about.slice(&self.article.document.text).to_lowercase();
        let named = self.article.reading.names.iter().any(|known| known.canonical.eq_ignore_ascii_case(&word));
        let moves = self.vocabulary.measures.iter().any(|it| it.kind == MeasureKind::Change && has_form(it, &word));
        (!named && !moves && word.bytes().all(|byte| byte.is_ascii_lowercase())).then_some(word)
    }

    /// The measures that fit a number, each with the word that stands for it: by the deed and the thing together ("job cut"), by the deed
    /// before the thing that is counted ("lay off" before "worker"), and a change by its direction alone.
    fn entries<'s>(&'s self, statement: &'s Statement, quantity: &Quantity) -> Vec<(&'s MeasureEntry, &'s str)> {
        let measure = &statement.measure;
        let noun = quantity.unit.code.rsplit(' ').next().unwrap_or_default();
        let (things, deeds): (Vec<&String>, Vec<&String>) =
            measure.forms.iter().chain([&measure.name]).partition(|word| *word == noun);
        let words = deeds.into_iter().chain(things);
        let entries = || self.vocabulary.measures.iter().filter(|entry| fits(entry, quantity));
        let named = words.flat_map(|word| {
            entries().filter(move |entry| has_form(entry, word)).map(move |entry| (entry, word.as_str()))
        });
        let joined = entries().flat_map(|entry| entry.forms.iter().map(move |form| (entry, form.as_str())));
        let joined = joined.filter(|(_, form)| is_joined(form, noun, &measure.forms));
        let changes = entries().filter(|entry| entry.kind == MeasureKind::Change && statement.direction.is_some());
        let changes = changes.map(|entry| (entry, entry.name.as_str()));
        let mut seen = BTreeSet::new();
        joined
            .chain(named)
            .chain(changes)
            .filter(|(entry, word)| seen.insert((&entry.name, called(entry, word))))
            .collect()
    }

    /// A measure and its values with every subject and all qualifiers that may be said of them.
    fn lines(&self, statement: &Statement, measure: &str, values: &[String]) -> Vec<String> {
        let mut lines = Vec::new();
        for subject in self.subjects(statement) {
            for qualifiers in self.qualifiers(statement) {
                lines.extend(values.iter().map(|value| format!("{subject} {measure} {value}{qualifiers}")));
            }
        }
        lines
    }

    /// The subject with what narrows it down, and without.
    fn subjects(&self, statement: &Statement) -> Vec<String> {
        let subject = &statement.subject;
        let told = |word: &String| {
            let mut names = [&subject.name, &statement.measure.name].into_iter().flat_map(|name| name.split(' '));
            names.any(|own| singular(own) == *word) || self.is_number(word)
        };
        let mut topic: Vec<&str> = subject.topic.iter().filter(|word| !told(word)).map(String::as_str).collect();
        topic.dedup();
        let topic = spelling::quoted(&topic.join(" "));
        let mut subjects = Vec::new();
        match (spelling::name(&subject.name), topic) {
            (Some(name), Some(topic)) => subjects.extend([format!("{name} {topic}"), name]),
            (Some(only), None) | (None, Some(only)) => subjects.push(only),
            (None, None) => {}
        }
        subjects
    }

    /// What may stand behind the value: everything, without the places, without the parties, the time alone, nothing.
    fn qualifiers(&self, statement: &Statement) -> Vec<String> {
        let Qualifiers { deadline, when, length, places, partners, recipients, origins, .. } = &statement.qualifiers;
        let deadline = deadline.and_then(|it| Some(format!(" {} {}", kind_word(it.kind), spelling::day(&it.named)?)));
        let when = when.as_ref().and_then(spelling::when).map(|when| format!(" {when}"));
        let length = length.as_ref().and_then(spelling::length).map(|length| format!(" over {length}"));
        let time = [deadline, when, length].into_iter().flatten().collect::<String>();
        let parties = [("with", partners), ("to", recipients), ("from", origins)];
        let parties = parties.map(|(word, names)| listed(word, names.iter().filter(|name| !places.contains(name))));
        let parties = parties.concat();
        let places = listed("in", places.iter().filter(|place| self.places.contains(place.as_str())));
        let scope = scope_word(statement.scope);
        let mut levels = vec![
            format!("{scope}{time}{places}{parties}"),
            format!("{scope}{time}{parties}"),
            format!("{scope}{time}{places}"),
            format!("{scope}{time}"),
            time,
            scope.to_owned(),
            String::new(),
        ];
        let mut seen = BTreeSet::new();
        levels.retain(|level| seen.insert(level.clone()));
        levels
    }

    /// An office as the vocabulary spells it: CEO.
    fn office(&self, role: &str) -> String {
        let (title, of) = role.split_once(" of ").unwrap_or((role, ""));
        let forms = self.vocabulary.titles.iter().flat_map(|entry| [&entry.name].into_iter().chain(&entry.forms));
        let whole = |form: &&String| !form.contains('.');
        let title = forms.filter(whole).find(|form| form.eq_ignore_ascii_case(title)).map_or(title, String::as_str);
        // "president of association": of which one, the words do not tell.
        if !of.contains(char::is_uppercase) { title.to_owned() } else { format!("{title} of {of}") }
    }

    fn is_number(&self, word: &str) -> bool {
        let forms = |forms: &[String]| forms.iter().any(|form| form == word);
        self.vocabulary.numbers.iter().any(|entry| forms(&entry.forms))
            || self.vocabulary.magnitudes.iter().any(|entry| forms(&entry.forms))
            || self.vocabulary.vagues.iter().any(|entry| forms(&entry.forms))
            || word.starts_with(|c: char| c.is_ascii_digit())
    }

    /// An office or a date.
    fn other(&self, fact: &Fact) -> Option<Draft> {
        if !is_plain(fact) || !self.article.tells(fact.focus) {
            return None;
        }
        let statement = &fact.statement;
        let subject = spelling::name(&statement.subject.name)?;
        let measures = &self.vocabulary.measures;
        let is_kind =
            |kind: MeasureKind| measures.iter().any(|it| it.name == statement.measure.name && it.kind == kind);
        let measure = &statement.measure.name;
        let tries = match &statement.value {
            Some(Value::Text(text)) if measure == "role" => {
                vec![format!("{subject} role is {}", spelling::quoted(&self.office(text))?)]
            }
            Some(Value::Days(days))
                if is_kind(MeasureKind::Date) && self.sense.is_dated(&statement.subject, measure) =>
            {
                vec![format!("{subject} {} == {}", measure_name(measure), spelling::day(days)?)]
            }
            Some(Value::Days(_)) => claim(self.article, fact.sentence),
            // How a vote or a match ended, and what happens on a day.
            Some(Value::Text(_)) if measure == "score" => claim(self.article, fact.sentence),
            Some(Value::Text(_)) | None if is_timed(statement) && self.has_no_number(fact.sentence) => {
                claim(self.article, fact.sentence)
            }
            Some(Value::Quantity(_) | Value::Text(_) | Value::List(_)) | None => return None,
        };
        Some(Draft { at: fact.focus, sentence: fact.sentence, numbers: Vec::new(), tries })
    }

    /// Whether a sentence has no number, with which a claim would hold it.
    fn has_no_number(&self, sentence: usize) -> bool {
        let reading = self.article.reading;
        numbers(self.article).iter().all(|at| reading.sentence_at(reading.mentions[*at].span) != sentence)
    }

    /// What somebody said, word for word.
    fn quote(&self, mention: &Mention) -> Option<Draft> {
        let MentionKind::Quote(QuoteMention { name: Some(speaker), .. }) = &mention.kind else { return None };
        let words = spelling::on_one_line(mention.span.slice(&self.article.document.text));
        if !self.article.tells(mention.span) || words.split(' ').count() < FEWEST_WORDS {
            return None;
        }
        let speaker = spelling::name(speaker)?;
        let line = |words: &str| Some(format!("quote {} by {speaker}", spelling::quoted(words)?));
        // The comma before "she said" is not the speaker's.
        let tries = [line(words.trim_end_matches(',')), line(&words)].into_iter().flatten().collect();
        let sentence = self.article.reading.sentence_at(mention.span);
        // The numbers of a quote are held with its words.
        let numbers = self.article.reading.positions_within(mention.span).collect();
        Some(Draft { at: mention.span, sentence, numbers, tries })
    }
}

/// Whether its subject goes by a name.
fn is_named(fact: &Fact) -> bool {
    fact.statement.subject.name.contains(char::is_uppercase)
}

/// Whether a fact says of its own subject that something is so, all of it.
fn is_plain(fact: &Fact) -> bool {
    let statement = &fact.statement;
    !fact.inferred && statement.polarity == Polarity::Affirmed && statement.scope != Some(Scope::Part)
}

/// Whether a fact tells of something that happens on a single day, or in a single month.
fn is_timed(statement: &Statement) -> bool {
    statement.qualifiers.when.is_some_and(|days| matches!(days.grain, Grain::Day | Grain::Month))
}

/// Whether a measure has values of this sort.
fn fits(entry: &MeasureEntry, quantity: &Quantity) -> bool {
    let dimension = quantity.unit.dimension;
    match entry.kind {
        MeasureKind::Dimension(own) => own == dimension || own == Dimension::Count && dimension == Dimension::Number,
        MeasureKind::Change => matches!(dimension, Dimension::Percent | Dimension::Points | Dimension::Money),
        MeasureKind::Any => true,
        MeasureKind::Date | MeasureKind::Text | MeasureKind::List => false,
    }
}

/// Whether a form of a measure joins the thing that is counted with a deed, and a statement has both: "job cut".
fn is_joined(form: &str, noun: &str, words: &[String]) -> bool {
    let deed = form.strip_prefix(noun).and_then(|deed| deed.strip_prefix(' '));
    !noun.is_empty() && deed.is_some_and(|deed| words.iter().any(|word| word == deed))
}

fn has_form(entry: &MeasureEntry, word: &str) -> bool {
    entry.name == word || entry.forms.iter().any(|form| form == word)
}

/// What a check calls a measure: what is counted by the name of the measure, money by the noun of the verb that the article has
/// ("invest" by "investment").
fn called(entry: &MeasureEntry, word: &str) -> String {
    let by_name = !matches!(entry.kind, MeasureKind::Dimension(Dimension::Money));
    if by_name {
        return measure_name(&entry.name);
    }
    let stem = word.strip_suffix('e').unwrap_or(word);
    let nouns = entry.forms.iter().filter(|form| form.len() > word.len() && form.starts_with(stem));
    measure_name(nouns.min_by_key(|form| form.len()).map_or(word, String::as_str))
}

fn measure_name(name: &str) -> String {
    if name.bytes().all(|byte| byte.is_ascii_alphabetic()) { name.to_owned() } else { format!("\"{name}\"") }
}

/// The size of a fall is below zero where the measure is the change.
fn signed(entry: &MeasureEntry, statement: &Statement, quantity: &Quantity) -> Quantity {
    let falls = entry.kind == MeasureKind::Change && statement.direction == Some(Direction::Down);
    let amount = quantity.amount.mapped(Number::from(-1), Number::ZERO);
    match amount.filter(|_| falls && !quantity.amount.nominal.is_some_and(Number::is_negative)) {
        Some(amount) => Quantity { amount, unit: quantity.unit.clone() },
        None => quantity.clone(),
    }
}

/// Without the noun that says no more than the measure: "400 jobs" under `jobs`.
fn without_noun(quantity: &Quantity, entry: &MeasureEntry) -> Quantity {
    let says_no_more =
        quantity.unit.dimension == Dimension::Count && quantity.unit.code.as_ref() == singular(&entry.name);
    let unit = if says_no_more { Unit::number() } else { quantity.unit.clone() };
    Quantity { unit, amount: quantity.amount.clone() }
}

fn listed<'a>(word: &str, names: impl Iterator<Item = &'a String>) -> String {
    let names: Vec<String> = names.filter_map(|name| spelling::name(name)).collect();
    if names.is_empty() { String::new() } else { format!(" {word} {}", names.join(", ")) }
}

fn kind_word(kind: DeadlineKind) -> &'static str {
    match kind {
        DeadlineKind::By => "by",
        DeadlineKind::Through => "through",
        DeadlineKind::Before => "before",
    }
}

fn scope_word(scope: Option<Scope>) -> &'static str {
    match scope {
        Some(Scope::Total) => " total",
        Some(Scope::Additional) => " additional",
        Some(Scope::Remaining) => " remaining",
        Some(Scope::Part) | None => "",
    }
}
