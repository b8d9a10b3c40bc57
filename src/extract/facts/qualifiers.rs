//! Which event a passage speaks of: the deadlines, dates, places, partners and purposes that stand around a value.

use std::ops::Range;

use super::super::clauses::{Role, is_open_list};
use super::super::grammar::{Class, Classes};
use super::super::phrases::{Mood, Noun, PhraseKind};
use super::super::{MentionKind, TimeMention, TimeType};
use super::{Line, Reader};
use crate::statement::Qualifiers;
use crate::value::{Days, Deadline, DeadlineKind, Grain};

/// What a preposition makes of its object.
enum Relation {
    Deadline(DeadlineKind),
    When,
    Since,
    Before,
    After,
    Over,
    Place,
    Partner,
    Recipient,
    Origin,
    Skip,
}

impl Reader<'_> {
    /// Reads the qualifiers in a range of phrases.
    pub(super) fn qualifiers(&self, line: &Line<'_>, range: Range<usize>, into: &mut Qualifiers) {
        let mut at = range.start;
        while at < range.end {
            let phrase = &line.parsed.phrases[at];
            // What a value is held against has its own time and place.
            if let Some(compared) = line.parsed.comparison(at).filter(|compared| compared.start == at) {
                at = compared.end;
                continue;
            }
            match &phrase.kind {
                PhraseKind::Preposition => at = self.prepositional(line, at, range.end, into),
                PhraseKind::Time(_) => at = self.add_times(line, at, range.end, &Relation::When, into),
                PhraseKind::Modifier if self.page.is(phrase.tokens.start, Class::World) => {
                    into.places.push(WORLD.to_owned());
                    at += 1;
                }
                PhraseKind::Verb(verb) if verb.mood == Mood::Infinitive && into.purpose.is_none() => {
                    into.purpose = Some(self.purpose(line, at, range.end));
                    at += 1;
                }
                _ => at += 1,
            }
        }
    }

    /// "in 2023, when it paid": the time that a clause hangs on.
    pub(super) fn time_in_front(&self, line: &Line<'_>, clause: usize) -> Option<Days> {
        let own = &line.parsed.clauses[clause];
        let opens = own.subject.filter(|subject| *subject < own.verb)?.checked_sub(1)?;
        let phrases = &line.parsed.phrases;
        let time = opens.checked_sub(1).filter(|_| self.page.says(phrases[opens].tokens.start, "when"))?;
        let comma = matches!(phrases[time].kind, PhraseKind::Comma);
        let time = if comma { time.checked_sub(1)? } else { time };
        let mut told = Qualifiers::default();
        self.add_times(line, time, time + 1, &Relation::When, &mut told);
        told.when
    }

    fn purpose(&self, line: &Line<'_>, at: usize, end: usize) -> String {
        let last =
            (at + 1..end).find(|next| !matches!(line.parsed.phrases[*next].kind, PhraseKind::Noun(_))).unwrap_or(end);
        let start = line.parsed.verb(at).map_or(0, |verb| verb.head);
        self.page.slice(start..line.parsed.phrases[last.max(at + 1) - 1].tokens.end).to_owned()
    }

    /// Reads a preposition and its object; gives the position behind them.
    fn prepositional(&self, line: &Line<'_>, at: usize, end: usize, into: &mut Qualifiers) -> usize {
        let token = line.parsed.phrases[at].tokens.start;
        let object = (at + 1..end)
            .find(|next| !matches!(line.parsed.phrases[*next].kind, PhraseKind::Modifier | PhraseKind::Preposition));
        let Some(object) = object else { return at + 1 };
        if self.is_of_record(line, at) || self.owns_measure(line, at) {
            return object + 1;
        }
        let relation = self.relation(line, at, token);
        match &line.parsed.phrases[object].kind {
            PhraseKind::Time(_) => self.add_times(line, object, end, &relation, into),
            PhraseKind::Noun(noun) => {
                self.add_noun(line, noun, object, &relation, into);
                object + 1
            }
            _ => at + 1,
        }
    }

    fn relation(&self, line: &Line<'_>, at: usize, token: usize) -> Relation {
        let page = self.page;
        match page.lower(token) {
            "by" => Relation::Deadline(DeadlineKind::By),
            "through" | "until" | "till" => Relation::Deadline(DeadlineKind::Through),
            "than" if self.is_no_later(token) => Relation::Deadline(DeadlineKind::Through),
            "before" if self.is_vague_before(line, at) => Relation::Skip,
            "before" => Relation::Before,
            "after" | "following" => Relation::After,
            "since" => Relation::Since,
            "over" if self.is_beaten(line, at) => Relation::Skip,
            "over" | "for" => Relation::Over,
            "in" | "on" | "at" | "during" | "across" | "into" | "near" | "inside" | "within" | "throughout"
            | "outside" | "around" | "between" => {
                if page.says(token, "outside") {
                    Relation::Skip
                } else if page.says(token, "on") {
                    Relation::When
                } else {
                    Relation::Place
                }
            }
            "with" | "alongside" => Relation::Partner,
            "to" => Relation::Recipient,
            "from" => Relation::Origin,
            _ => Relation::Skip,
        }
    }

    /// "won the race over Luis Diaz", "a win over Bolt": whom somebody beat, and no place.
    fn is_beaten(&self, line: &Line<'_>, over: usize) -> bool {
        let before = line.parsed.clause_before(over).map(|clause| line.parsed.classes(clause));
        let noun = over.checked_sub(1).and_then(|at| line.parsed.noun(at));
        let time = matches!(line.parsed.phrases.get(over + 1).map(|next| &next.kind), Some(PhraseKind::Time(_)));
        let wins = |classes: Classes| classes.has(Class::Leading) || classes.has(Class::Scoring);
        !time && (before.is_some_and(wins) || noun.is_some_and(|noun| wins(self.page.kind_classes(noun.head))))
    }

    /// "the highest level since 1998": how long the record has stood, and no time of what is told.
    fn is_of_record(&self, line: &Line<'_>, at: usize) -> bool {
        let since = self.page.says(line.parsed.phrases[at].tokens.start, "since");
        let noun = at.checked_sub(1).and_then(|before| line.parsed.noun(before)).filter(|_| since);
        noun.is_some_and(|noun| noun.words.clone().any(|word| self.page.is(word, Class::Superlative)))
    }

    /// "Revenue at Acme": whose it is, and no place.
    fn owns_measure(&self, line: &Line<'_>, at: usize) -> bool {
        let owner = line.parsed.noun(at + 1).and_then(|noun| self.organisation_in(noun));
        let measure =
            at.checked_sub(1).and_then(|before| line.parsed.noun(before)).filter(|noun| self.is_measure(noun));
        owner.is_some() && measure.is_some() && self.page.says(line.parsed.phrases[at].tokens.start, "at")
    }

    /// Whether a phrase is a preposition of place: "in", "across".
    pub(super) fn is_place_word(&self, line: &Line<'_>, at: usize) -> bool {
        let phrase = &line.parsed.phrases[at];
        matches!(phrase.kind, PhraseKind::Preposition)
            && matches!(self.relation(line, at, phrase.tokens.start), Relation::Place)
    }

    /// "no later than", "not later than".
    fn is_no_later(&self, than: usize) -> bool {
        let page = self.page;
        than >= 2 && page.says(than - 1, "later") && page.is(than - 2, Class::Negation)
    }

    fn is_vague_before(&self, line: &Line<'_>, at: usize) -> bool {
        line.parsed.phrases.get(at + 1).is_none()
    }

    /// The time at a phrase, with those that are joined to it: what is told of "2019 and 2023" is of neither alone. Gives the position behind
    /// them.
    fn add_times(&self, line: &Line<'_>, at: usize, end: usize, relation: &Relation, into: &mut Qualifiers) -> usize {
        let phrases = &line.parsed.phrases;
        let time = |at: usize| match phrases.get(at).map(|phrase| &phrase.kind) {
            Some(PhraseKind::Time(mention)) if at < end => Some(*mention),
            _ => None,
        };
        let stretch = |mention: usize| match self.page.mentions.get(mention).map(|mention| &mention.kind) {
            Some(MentionKind::Time(time)) if time.sort == TimeType::Date => {
                time.days.filter(|days| (Grain::Month..=Grain::Year).contains(&days.grain))
            }
            _ => None,
        };
        let Some(first) = time(at) else { return at + 1 };
        let before = into.when;
        self.add_time(first, relation, into);
        let (mut last, mut behind, mut closed) = (stretch(first), at + 1, false);
        while let Some(next) = time(behind + 1).and_then(stretch).filter(|_| last.is_some() && !closed) {
            closed = self.page.says(phrases[behind].tokens.start, "and");
            if !closed && !matches!(phrases[behind].kind, PhraseKind::Comma) {
                break;
            }
            last = Some(next);
            behind += 2;
        }
        if let (true, None, Some((one, two)), Some(when)) = (closed, before, stretch(first).zip(last), into.when) {
            let joined = when.same_days(&one) && one.grain == two.grain && one.first < two.first;
            into.when = if joined { Some(Days::span(one, two)) } else { Some(when) };
        }
        if closed { behind } else { at + 1 }
    }

    fn add_time(&self, mention: usize, relation: &Relation, into: &mut Qualifiers) {
        let Some(MentionKind::Time(time)) = self.page.mentions.get(mention).map(|mention| &mention.kind) else {
            return;
        };
        match (relation, time.days) {
            // "shortly after 2 a.m. on Tuesday" is on Tuesday.
            (Relation::After | Relation::Before, Some(days))
                if time.sort == TimeType::Time && days.grain == Grain::Day && days.first == days.last =>
            {
                into.when = into.when.or(Some(days));
            }
            (Relation::Deadline(kind), Some(named)) => {
                into.deadline = into.deadline.or(Some(Deadline { kind: *kind, named }))
            }
            (Relation::Before, Some(named)) => {
                into.deadline = into.deadline.or(Some(Deadline { kind: DeadlineKind::Before, named }))
            }
            (Relation::After | Relation::Since, Some(days)) => {
                into.when = into.when.or(Some(Days { first: days.first, last: None, grain: Grain::Span }))
            }
            // "for the year ended June 30", "for the six months to September" tell when.
            (Relation::Over, Some(days))
                if time.sort == TimeType::Duration && (days.grain != Grain::Span || self.is_closed(mention)) =>
            {
                into.when = into.when.or(Some(days));
            }
            (Relation::Over, _) if time.sort == TimeType::Duration => self.add_length(mention, time, into),
            // "two years after the fire": that long it did not last.
            (_, None) if time.sort == TimeType::Duration && self.goes_on(mention, &["after", "before"]) => {}
            (_, days) if time.sort == TimeType::Duration => {
                self.add_length(mention, time, into);
                into.when = into.when.or(days);
            }
            (_, Some(days)) if time.sort == TimeType::Date => into.when = into.when.or(Some(days)),
            // "that year", where no year was told: some time, and not the day of the article.
            (Relation::When | Relation::Place | Relation::Skip, None) if self.is_told_nowhere(time) => {
                into.when = into.when.or(Some(Days { first: None, last: None, grain: Grain::Span }));
            }
            // "on Monday at 9 a.m.", but not "at 9 a.m." of a day that the text leaves out.
            (_, Some(days)) if time.sort == TimeType::Time && days.grain == Grain::Day => {
                into.when = into.when.or(Some(days));
            }
            _ => {}
        }
    }

    /// Whether a date is that of something told before, of which the text has told nothing: no day of the article's would do.
    fn is_told_nowhere(&self, time: &TimeMention) -> bool {
        time.value.is_none() && time.sort == TimeType::Date && self.setting.published.is_some()
    }

    /// Whether the last day of a length stands right behind it: "the six months ended June 30".
    fn is_closed(&self, mention: usize) -> bool {
        self.goes_on(mention, &["ended", "ending", "to"])
    }

    /// Whether one of some words stands right behind a mention.
    fn goes_on(&self, mention: usize, words: &[&str]) -> bool {
        let behind = self.behind(mention);
        words.iter().any(|word| self.page.says(behind, word))
    }

    fn behind(&self, mention: usize) -> usize {
        let end = self.page.mentions.get(mention).map_or(0, |mention| mention.span.end);
        self.page.tokens.partition_point(|token| token.span.start < end)
    }

    /// Whether a length of time is how far from its plan something was: "two years behind schedule", "a week early".
    pub(super) fn is_off_schedule(&self, mention: usize) -> bool {
        let behind = self.behind(mention);
        let off = |length: usize| {
            let words = behind..(behind + length).min(self.page.tokens.len());
            self.page.grammar.classes(&self.page.slice(words).to_lowercase()).has(Class::OffSchedule)
        };
        (1..=LONGEST_OFF).any(off)
    }

    fn add_length(&self, mention: usize, time: &TimeMention, into: &mut Qualifiers) {
        if into.length.is_none() && !self.is_off_schedule(mention) {
            into.length.clone_from(&time.length);
        }
    }

    fn add_noun(&self, line: &Line<'_>, noun: &Noun, at: usize, relation: &Relation, into: &mut Qualifiers) {
        let names = self.names_of(noun);
        match relation {
            Relation::Place | Relation::Over | Relation::When => {
                into.places.extend(self.places_of(noun));
                self.add_place_description(line, noun, at, into);
            }
            Relation::Partner => into.partners.extend(names),
            Relation::Recipient => {
                into.places.extend(self.places_of(noun));
                into.recipients.extend(names);
            }
            Relation::Origin => into.origins.extend(names),
            Relation::Deadline(_) | Relation::Since | Relation::Before | Relation::After | Relation::Skip => {}
        }
    }

    /// Of the names in a noun phrase those that are no people's: nothing lies in somebody.
    fn places_of(&self, noun: &Noun) -> Vec<String> {
        let mut names = self.names_of(noun);
        names.retain(|name| !self.names.is_person(name));
        names
    }

    /// "in the country": the place last spoken of.
    fn add_place_description(&self, line: &Line<'_>, noun: &Noun, at: usize, into: &mut Qualifiers) {
        let head = self.kind_of(noun);
        if noun.definite && noun.name.is_none() && self.page.grammar.classes(&head).has(Class::PlaceNoun) {
            let place = self.resolve(line, noun, at).name;
            if !place.is_empty() && !into.places.contains(&place) {
                into.places.push(place);
            }
        }
    }

    /// All names in a noun phrase: its own, its possessor's, those inside, those of its list.
    pub(super) fn names_of(&self, noun: &Noun) -> Vec<String> {
        let mut names = Vec::new();
        for one in std::iter::once(noun).chain(&noun.rest) {
            if let Some(possessor) = &one.possessor {
                names.extend(self.names_of(possessor));
            }
            names.extend(self.names.within(one.words.clone()).map(|name| self.names.known(name).canonical.clone()));
        }
        names.dedup();
        names
    }

    /// The phrases behind a value that tell which event it is about: up to the next clause of its own, or the next value of its kind.
    pub(super) fn right_of(&self, line: &Line<'_>, at: usize) -> Range<usize> {
        let mut end = at + 1;
        let inside = line.parsed.comparison(at);
        let kind = |at: usize| line.parsed.phrases.get(at).map(|phrase| &phrase.kind);
        let is_preposition = |at: usize| matches!(kind(at), Some(PhraseKind::Preposition));
        while let Some(phrase) = line.parsed.phrases.get(end) {
            if inside.is_some_and(|inside| inside.end == end) {
                break;
            }
            if let Some(compared) = line.parsed.comparison(end).filter(|compared| compared.start == end) {
                end = compared.end;
                continue;
            }
            let stops = match &phrase.kind {
                PhraseKind::Verb(verb) => verb.mood != Mood::Infinitive,
                PhraseKind::Relative | PhraseKind::Subordinator | PhraseKind::Colon => true,
                PhraseKind::Noun(noun) => {
                    self.competes(line, at, noun)
                        || self.is_next_count(line, at, end)
                        || noun.quantity.is_some() && self.is_some_of_them(line, end) && is_preposition(end + 3)
                        || self.page.says(noun.head, "addition")
                }
                PhraseKind::Preposition => {
                    self.page.is(phrase.tokens.start, Class::Subordinator) && self.clause_follows(line, end)
                        || is_open_list(self.page, phrase.tokens.start)
                }
                PhraseKind::Conjunction => {
                    // "to repay $180,000 and to serve five years"
                    let next = line.parsed.verb(end + 1).is_some_and(|verb| verb.mood == Mood::Infinitive);
                    next || self.subject_follows(line, end)
                }
                _ => self.opens_subject(line, end),
            };
            if stops {
                break;
            }
            end += 1;
        }
        at + 1..end
    }

    /// "40 shops, 12 of them in Lund": whether a number is one of some of those in front.
    pub(super) fn is_some_of_them(&self, line: &Line<'_>, at: usize) -> bool {
        let says = |at: usize, word: &str| {
            line.parsed.phrases.get(at).is_some_and(|phrase| self.page.says(phrase.tokens.start, word))
        };
        says(at + 1, "of") && ["them", "which", "whom"].into_iter().any(|word| says(at + 2, word))
    }

    /// Whether a comma is followed by the subject of another finite clause.
    fn opens_subject(&self, line: &Line<'_>, at: usize) -> bool {
        matches!(line.parsed.phrases[at].kind, PhraseKind::Comma | PhraseKind::Quote | PhraseKind::Dash)
            && self.subject_follows(line, at)
    }

    fn subject_follows(&self, line: &Line<'_>, at: usize) -> bool {
        line.parsed
            .clauses
            .iter()
            .any(|clause| clause.subject == Some(at + 1) && clause.verb > at && clause.role != Role::Dependent)
            || line.parsed.verb(at + 1).is_some_and(|verb| verb.mood != Mood::Infinitive)
    }

    fn clause_follows(&self, line: &Line<'_>, at: usize) -> bool {
        line.parsed.clauses.iter().any(|clause| {
            clause.role == Role::Adverbial && clause.subject.is_some_and(|subject| subject > at && subject <= at + 3)
        }) || line.parsed.verb(at + 1).is_some()
    }

    /// Whether a noun holds a value of the same dimension as the one at `at`.
    fn competes(&self, line: &Line<'_>, at: usize, noun: &Noun) -> bool {
        let own = line.parsed.noun(at).and_then(|noun| noun.quantity).and_then(|mention| self.dimension(mention));
        let other = noun.quantity.and_then(|mention| self.dimension(mention));
        own.is_some() && own == other && own != Some(crate::value::Dimension::Count)
    }

    /// "20 people in Leeds and 30 in York": behind the place of the first count stands the next.
    fn is_next_count(&self, line: &Line<'_>, at: usize, next: usize) -> bool {
        let phrases = &line.parsed.phrases;
        let counted = |at: usize| line.parsed.noun(at).is_some_and(|noun| noun.quantity.is_some());
        let joined = matches!(phrases[next - 1].kind, PhraseKind::Conjunction);
        counted(at) && counted(next) && joined && (at + 1..next - 1).any(|between| self.is_place_word(line, between))
    }

    pub(super) fn dimension(&self, mention: usize) -> Option<crate::value::Dimension> {
        match self.page.mentions.get(mention).map(|mention| &mention.kind) {
            Some(MentionKind::Quantity(quantity)) => Some(quantity.quantity.unit.dimension),
            _ => None,
        }
    }

    /// When a reported thing was said, and the day that a told deed inherits from its document.
    pub(super) fn said_on(&self, line: &Line<'_>, clause: usize) -> Option<Days> {
        let reporter = line.parsed.clauses.get(clause)?.reporter?;
        let saying = &line.parsed.clauses[reporter];
        let mut said = Qualifiers::default();
        let end = saying.end.min(line.parsed.phrases.len());
        self.qualifiers(line, saying.verb + 1..end.max(saying.verb + 1), &mut said);
        if let Some(subject) = saying.subject.filter(|subject| *subject < saying.verb) {
            // "Doe, who came in 2019, said": that is not when it was said.
            let relative = |at: &usize| matches!(line.parsed.phrases[*at].kind, PhraseKind::Relative);
            let end = (subject + 1..saying.verb).find(relative).unwrap_or(saying.verb);
            self.qualifiers(line, subject + 1..end, &mut said);
        }
        said.when
    }
}

/// "ahead of schedule".
const LONGEST_OFF: usize = 3;

/// The place that "globally" names.
pub(crate) const WORLD: &str = "world";

/// All days before a date.
pub(super) fn open_before(days: Days) -> Days {
    Days { first: None, last: days.first.and_then(|day| day.yesterday().ok()), grain: Grain::Span }
}
