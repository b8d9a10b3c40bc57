//! Whether a number is told for each of several, or for all of them: "13 beds in each ward", "14 a day", "a bus holds 40". A rate excludes no
//! total, nor a total a rate, and what there is for each of one thing says nothing of each of another.

use crate::extract::{Form, Mention, MentionKind, WordClass, singular};
use crate::judge::Bench;
use crate::judge::within::Words;
use crate::source::Span;
use crate::value::{Dimension, Grain};

/// What a number is told for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    per: Per,
    /// What its part of the sentence has one of: "5.6 tons from a field".
    ones: Vec<String>,
    /// What its sentence counts several of: "eight fields".
    several: Vec<String>,
    /// The words in front of it.
    front: Vec<String>,
    is_count: bool,
    /// Whether "each" or "apiece" says so, and no mere rate: "$3 an hour".
    is_each: bool,
    /// The things, in the singular, of which it is told as of a kind: "The buses hold 40".
    kind: Option<String>,
    /// Whether it is told of a day, or of a length of time: "on Tuesday", "in three weeks".
    time: Option<Time>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Time {
    Day,
    Length,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Per {
    /// For all there is, as far as it is said.
    #[default]
    All,
    /// For each of what these words tell; none where they do not.
    Each(Vec<String>),
    /// For any of a kind: "A full score is 21 points".
    Any(String),
}

/// The words behind "each" that tell of what.
const MOST_WORDS: usize = 3;

impl Told {
    /// What a number of a sentence is told for; `inside` are the mentions of the sentence.
    pub fn of(bench: &Bench<'_>, text: &str, (inside, sentence): (&[Mention], Span), own: &Mention) -> Self {
        let Some(dimension) = dimension(own).filter(|own| !matches!(own, Dimension::Age | Dimension::Ordinal)) else {
            return Self::default();
        };
        let words = Words::of(bench, text, sentence);
        let is_count = matches!(dimension, Dimension::Count | Dimension::Number);
        let front = words.front(own.span);
        let behind = words.behind(own.span);
        let mut ones = words.ones(&front);
        ones.extend(words.ones(&behind));
        let several = inside.iter().filter(|other| other.span != own.span).filter_map(counted).collect();
        let per = words.per(&front, &behind);
        let is_each = front.clone().chain(behind.clone()).any(|at| words.is_each(at) && words.lower(at) != "per");
        let kind = if inside.iter().any(|other| other.span.end < own.span.start && counted(other).is_some()) {
            None
        } else {
            words.kind(&front)
        };
        let front = front.into_iter().map(|at| words.lower(at)).collect();
        let time = words.time(&behind, inside);
        Self { per, ones, several, front, is_count, is_each, kind, time }
    }

    /// Whether one is told for each of something, and the other for all, or for each of another thing: neither excludes the other.
    pub fn is_apart(&self, other: &Self) -> bool {
        match (&self.per, &other.per) {
            _ if self.time.zip(other.time).is_some_and(|(own, theirs)| own != theirs) => true,
            (Per::All, Per::All) => self.is_of_one(other) || other.is_of_one(self),
            (Per::Each(one), Per::Each(two)) => {
                !one.is_empty() && !two.is_empty() && !one.iter().any(|word| two.contains(word))
            }
            (Per::Any(one), Per::Any(two)) => one != two,
            (Per::Each(all), Per::Any(one)) | (Per::Any(one), Per::Each(all)) => !all.is_empty() && !all.contains(one),
            (Per::Any(one), Per::All) => !other.is_about(one),
            (Per::All, Per::Any(one)) => !self.is_about(one),
            (Per::Each(_), Per::All) => !other.is_of_kind(self),
            (Per::All, Per::Each(_)) => !self.is_of_kind(other),
        }
    }

    /// Whether so many for each of something are not the so many of all of it that are asserted, nor the other way round.
    pub fn is_of_others(&self, asked: &Self) -> bool {
        match (&self.per, &asked.per) {
            (Per::Each(_), Per::All) => (self.is_count || self.is_each) && !asked.is_of_kind(self),
            (Per::All, Per::Each(_)) => asked.is_each && !self.is_of_kind(asked),
            (Per::Each(_), Per::Each(_)) => self.is_each && asked.is_each && self.is_apart(asked),
            _ => false,
        }
    }

    /// Whether it is told of things as of a kind, and so of each of them: "The buses hold 40" is what each bus holds.
    fn is_of_kind(&self, each: &Self) -> bool {
        let Per::Each(things) = &each.per else { return false };
        self.kind.as_ref().is_some_and(|kind| things.contains(kind) || things.is_empty() && each.kind == self.kind)
    }

    /// The same of a noun in the singular.
    pub fn is_told_of(&self, kind: &str) -> bool {
        self.kind.as_deref() == Some(kind)
    }

    /// "from a field", where the other tells of eight.
    fn is_of_one(&self, other: &Self) -> bool {
        self.ones.iter().any(|one| other.several.contains(one) && !self.several.contains(one))
    }

    /// Whether it is told of a thing that stands in front of it: of "the bus", or of "buses" at large.
    fn is_about(&self, one: &str) -> bool {
        let is_at_large = |at: usize| at == 0 || !self.front[at - 1].ends_with(|c: char| c.is_alphanumeric());
        self.front.iter().enumerate().any(|(at, word)| word == one || singular(word) == one && is_at_large(at))
    }
}

fn dimension(own: &Mention) -> Option<Dimension> {
    match &own.kind {
        MentionKind::Quantity(quantity) => Some(quantity.quantity.unit.dimension),
        MentionKind::Time(time) => time.length.as_ref().map(|length| length.unit.dimension),
        MentionKind::Name { .. } | MentionKind::Quote(_) => None,
    }
}

/// What a mention counts several of.
fn counted(own: &Mention) -> Option<String> {
    let quantity = match &own.kind {
        MentionKind::Quantity(quantity) => &quantity.quantity,
        MentionKind::Time(time) => time.length.as_ref()?,
        MentionKind::Name { .. } | MentionKind::Quote(_) => return None,
    };
    let noun =
        quantity.unit.name.as_deref().unwrap_or_else(|| quantity.unit.code.rsplit(' ').next().unwrap_or_default());
    (!noun.is_empty()).then(|| singular(noun).into_owned())
}

impl Words<'_, '_> {
    /// The first time behind a number: a day, or a length that it took.
    fn time(&self, behind: &std::ops::Range<usize>, inside: &[Mention]) -> Option<Time> {
        let is_taken = |at: usize| at > 0 && matches!(self.lower(at - 1).as_str(), "in" | "over" | "within" | "during");
        let time = |at: usize| {
            let own = self.span(at);
            let MentionKind::Time(time) = &inside.iter().find(|other| other.span.start == own.start)?.kind else {
                return None;
            };
            let is_day = time.days.is_some_and(|days| days.grain == Grain::Day);
            let is_length = time.length.is_some() && is_taken(at);
            if is_day { Some(Time::Day) } else { is_length.then_some(Time::Length) }
        };
        behind.clone().find_map(time)
    }

    fn is_each(&self, at: usize) -> bool {
        self.is(at, WordClass::Distributive) || self.bench.index.vocabulary.lists("at regular times", &self.lower(at))
    }

    fn per(&self, front: &std::ops::Range<usize>, behind: &std::ops::Range<usize>) -> Per {
        let mut inside = (front.end..behind.start).filter(|at| self.is_each(*at));
        let led = |at: &usize| self.is_each(*at) && (self.lower(*at) != "every" || !self.is_time(*at + 1));
        if let Some(at) = front.clone().rev().find(led).or_else(|| inside.next_back()) {
            return Per::Each(self.nouns(at + 1, front.end.max(at + 1)));
        }
        if let Some(at) = behind.clone().find(|at| self.is_behind(*at, behind.start)) {
            return Per::Each(self.nouns(at + 1, behind.end));
        }
        self.any(front).map_or(Per::All, Per::Any)
    }

    /// "13 in each", "$30 apiece", "14 a day": and no "buses that each hold", "a day later".
    fn is_behind(&self, at: usize, first: usize) -> bool {
        let word = self.lower(at);
        if matches!(word.as_str(), "a" | "an") {
            return at == first && self.is_word(at + 1) && !self.is_later(at + 2);
        }
        let is_plain = matches!(word.as_str(), "per" | "apiece");
        let is_led = at > 0 && self.is(at - 1, WordClass::Preposition);
        self.is_each(at) && (is_plain || is_led || at == first && !self.is_verb(at + 1))
    }

    /// "a day later", "a year ago": when, and not for each.
    fn is_later(&self, at: usize) -> bool {
        let (word, vocabulary) = (self.lower(at), self.bench.index.vocabulary);
        vocabulary.lists("back", &word) || matches!(word.as_str(), "later" | "after" | "before" | "earlier")
    }

    /// "every Monday"
    fn is_time(&self, at: usize) -> bool {
        self.span(at).slice(self.text).starts_with(char::is_uppercase)
    }

    /// The words that tell of what each is meant.
    fn nouns(&self, from: usize, to: usize) -> Vec<String> {
        let grammar = self.bench.index.grammar;
        let is_noun = |at: &usize| self.is_word(*at) && !grammar.is_function_word(&self.lower(*at));
        let run = (from..to).take_while(|at| self.is_word(*at) && !(self.is_verb(*at) && *at > from + 1));
        run.filter(is_noun).take(MOST_WORDS).map(|at| singular(&self.lower(at)).into_owned()).collect()
    }

    /// Nouns with "a" or "one" in front: "from a field".
    fn ones(&self, part: &std::ops::Range<usize>) -> Vec<String> {
        let is_one = |at: &usize| matches!(self.lower(*at).as_str(), "a" | "an" | "one");
        part.clone().filter(is_one).flat_map(|at| self.nouns(at + 1, part.end).into_iter().take(2)).collect()
    }

    /// "A full score is 21 points", "a bus holds 40": what is so of any of a kind.
    fn any(&self, front: &std::ops::Range<usize>) -> Option<String> {
        let is_article = matches!(self.lower(front.start).as_str(), "a" | "an" | "any");
        let verb = (front.clone()).find(|at| *at > front.start + 1 && self.is_finite(*at))?;
        let is_last = (verb + 1..front.end)
            .all(|at| self.bench.index.grammar.is_function_word(&self.lower(at)) || self.is_verb(at));
        (is_article && is_last).then(|| self.lower(verb - 1))
    }

    /// "The buses hold 40", "lots cost $12,000": the things, in the singular.
    fn kind(&self, front: &std::ops::Range<usize>) -> Option<String> {
        let verb = front.clone().find(|at| *at > front.start && self.tells_of_kind(*at))?;
        let is_function = |at: usize| self.bench.index.grammar.is_function_word(&self.lower(at));
        // "The lots on the quay"
        let head = (front.start..verb).find(|at| self.is(*at, WordClass::Preposition)).unwrap_or(verb);
        let noun = (front.start..head).rev().find(|at| !is_function(*at)).map(|at| self.lower(at))?;
        let one = singular(&noun).into_owned();
        ((verb + 1..front.end).all(is_function) && one != noun).then_some(one)
    }

    /// "hold", "cost": what may be told of things as of a kind.
    fn tells_of_kind(&self, at: usize) -> bool {
        let grammar = self.bench.index.grammar;
        let verb = grammar.entry(&self.lower(at)).verb.map(|(verb, _)| grammar.verb_classes(verb));
        let is_told = |class: WordClass| verb.is_some_and(|verb| verb.has(class));
        [WordClass::Having, WordClass::Costing, WordClass::Containing].into_iter().any(is_told)
    }

    /// Whether a verb tells what is so at any time: "is", "holds", "would have".
    fn is_finite(&self, at: usize) -> bool {
        let grammar = self.bench.index.grammar;
        let entry = grammar.entry(&self.lower(at));
        let holds = |verb: &str| {
            let classes = grammar.classes(verb);
            [WordClass::Having, WordClass::Costing, WordClass::Containing].iter().any(|class| classes.has(*class))
        };
        let is_present = entry.verb.is_some_and(|(verb, form)| form == Form::Third && holds(grammar.verb(verb)));
        let word = self.lower(at);
        is_present || matches!(word.as_str(), "is" | "has") || self.is(at, WordClass::Modal)
    }
}
