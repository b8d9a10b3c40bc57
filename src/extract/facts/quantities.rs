//! Facts that state a number: whose it is, of which property, of which event.

use super::super::clauses::{Clause, Role};
use super::super::grammar::{Class, singular};
use super::super::phrases::{Mood, Noun, PhraseKind};
use super::super::{Change, Mention, MentionKind, QuantityMention};
use super::qualifiers::open_before;
use super::{Line, Reader};
use crate::source::Span;
use crate::statement::{Measure, Modality, Polarity, Qualifiers, Scope, Statement, Subject, Value};
use crate::value::{Amount, Days, Dimension, Grain, Quantity, Wording};

/// A value in its place.
struct Site<'a> {
    at: usize,
    noun: &'a Noun,
    mention: usize,
    quantity: &'a QuantityMention,
    clause: Option<usize>,
    side: Side,
}

/// Where a value stands in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    /// Before the verb, as its subject or inside of it.
    Subject,
    /// Behind the verb.
    Object,
    /// Without a verb.
    Bare,
}

impl Reader<'_> {
    /// The facts stated by the quantity in a phrase.
    pub(super) fn quantity_facts(&mut self, line: &Line<'_>, at: usize) {
        let page = self.page;
        if let PhraseKind::Time(mention) = line.parsed.phrases[at].kind {
            self.duration_fact(line, at, mention);
            return;
        }
        let Some(noun) = line.parsed.noun(at) else { return };
        let Some((mention, quantity)) = noun.quantity.and_then(|at| Some((at, as_quantity(page.mentions.get(at)?)?)))
        else {
            return;
        };
        if quantity.quantity.unit.dimension == Dimension::Ordinal {
            return;
        }
        let site = self.site(line, at, noun, mention, quantity);
        if self.is_earlier_level(line, &site) {
            return;
        }
        self.property_fact(line, &site);
        let counts = quantity.quantity.unit.dimension == Dimension::Number
            && noun.words.end > page.behind_mention(noun.words.start)
            && page.mention(noun.head) != Some(mention);
        if quantity.quantity.unit.dimension == Dimension::Count || counts {
            self.count_fact(line, &site);
        }
    }

    fn site<'a>(
        &self,
        line: &Line<'_>,
        at: usize,
        noun: &'a Noun,
        mention: usize,
        quantity: &'a QuantityMention,
    ) -> Site<'a> {
        if self.is_beside(line, at) {
            return Site { at, noun, mention, quantity, clause: None, side: Side::Bare };
        }
        let clauses = &line.parsed.clauses;
        let as_subject = clauses
            .iter()
            .position(|clause| clause.subject == Some(at) && clause.verb > at && clause.role != Role::Dependent);
        let before = line.parsed.clause_before(at);
        let (clause, side) = match (as_subject, before) {
            (Some(clause), _) => (Some(clause), Side::Subject),
            (None, Some(clause)) if !self.before_next_subject(line, clause, at) => (Some(clause), Side::Object),
            (None, _) => match clauses.iter().position(|clause| clause.verb > at && clause.role != Role::Dependent) {
                Some(clause) => (Some(clause), Side::Subject),
                None => (before, if before.is_some() { Side::Object } else { Side::Bare }),
            },
        };
        Site { at, noun, mention, quantity, clause, side }
    }

    /// "in addition to its $4 billion project": a value told beside the one that the clause is about.
    fn is_beside(&self, line: &Line<'_>, at: usize) -> bool {
        let word = |back: usize| {
            at.checked_sub(back).map(|at| self.page.lower(line.parsed.phrases[at].tokens.end - 1)).unwrap_or_default()
        };
        matches!(word(1).as_str(), "besides" | "versus" | "than" | "against")
            || word(1) == "to" && matches!(word(2).as_str(), "addition" | "compared")
    }

    /// "rose to $3.4 billion from $3 billion": what it was before is no statement about now.
    fn is_earlier_level(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let from = site
            .at
            .checked_sub(1)
            .is_some_and(|before| self.page.says(line.parsed.phrases[before].tokens.start, "from"));
        let classes = site.clause.map(|clause| self.page.grammar.classes(line.parsed.lemma(clause)));
        from && classes
            .is_some_and(|classes| classes.has(Class::Rising) || classes.has(Class::Falling) || classes.has(Class::Be))
    }

    /// Whether a phrase belongs to the subject of the clause after `clause`.
    fn before_next_subject(&self, line: &Line<'_>, clause: usize, at: usize) -> bool {
        line.parsed.clauses.get(clause + 1).is_some_and(|next| {
            next.role != Role::Dependent
                && next.subject.is_some_and(|subject| subject <= at && subject > line.parsed.clauses[clause].verb)
                && next.verb > at
        })
    }

    /// SUBJECT's PROPERTY is the quantity.
    fn property_fact(&mut self, line: &Line<'_>, site: &Site<'_>) {
        let mut subject = self.holder(line, site);
        let cues = self.cues(line, site);
        subject.topic.retain(|word| !cues.contains(word));
        let mut statement = Statement {
            subject,
            measure: Measure { name: cues.first().cloned().unwrap_or_default(), forms: cues },
            value: Some(Value::Quantity(self.amount(line, site))),
            qualifiers: self.event(line, site),
            scope: self.scope(line, site),
            ..Statement::default()
        };
        if statement.subject.name.is_empty() {
            return;
        }
        self.stance(line, site, &mut statement);
        self.push(line, statement, self.focus(site), Some(site.mention), None);
    }

    fn focus(&self, site: &Site<'_>) -> Span {
        self.page.mentions[site.mention].span
    }

    /// "exceed $40 billion", "at least" and the like may stand in the verb.
    fn amount(&self, line: &Line<'_>, site: &Site<'_>) -> Quantity {
        let mut quantity = site.quantity.quantity.clone();
        let direct =
            site.clause.filter(|clause| site.side == Side::Object && line.parsed.clauses[*clause].verb + 1 == site.at);
        let exceeds =
            direct.is_some_and(|clause| self.page.grammar.classes(line.parsed.lemma(clause)).has(Class::Exceeding));
        let written = quantity.amount.written().filter(|_| exceeds && quantity.amount.wording == Wording::Bare);
        if let Some(written) = written {
            quantity.amount = Amount::more_than(written);
        }
        quantity
    }

    /// Whose number it is.
    fn holder(&self, line: &Line<'_>, site: &Site<'_>) -> Subject {
        if let Some(possessor) = &site.noun.possessor {
            return self.resolve(line, possessor, site.at);
        }
        if site.side == Side::Object {
            if let Some(owner) = self.of_owner(line, site) {
                return owner;
            }
        }
        match (site.clause, site.side) {
            (Some(clause), Side::Object) => self.agent(line, site, clause),
            (Some(clause), Side::Subject) => self.patient(line, site, clause),
            (Some(_) | None, _) => self.bare(line, site),
        }
    }

    /// "propelled Acme to a valuation exceeding $1 trillion", "an investment of $5 billion by Acme": a measure noun in front of the
    /// number, with its own owner.
    fn of_owner(&self, line: &Line<'_>, site: &Site<'_>) -> Option<Subject> {
        let measure = self.measure_noun(line, site)?;
        let noun = line.parsed.noun(measure)?;
        if let Some(possessor) = &noun.possessor {
            return Some(self.resolve(line, possessor, measure));
        }
        if let Some(name) = self.names.within(noun.words.clone()).next() {
            return Some(Subject { name: self.names.known(name).canonical.clone(), ..Subject::default() });
        }
        // "X to a valuation": the object that was brought there.
        let to = measure
            .checked_sub(1)
            .filter(|to| matches!(line.parsed.phrases[*to].kind, PhraseKind::Preposition))
            .filter(|to| {
            self.page.says(line.parsed.phrases[*to].tokens.start, "to")
                || self.page.says(line.parsed.phrases[*to].tokens.start, "with")
        })?;
        let object = to.checked_sub(1)?;
        line.parsed.noun(object).filter(|noun| noun.name.is_some()).map(|noun| self.resolve(line, noun, object))
    }

    /// The noun whose number this is: "a valuation exceeding $1 trillion", "an investment of $5 billion", "a hub worth $4 billion".
    fn measure_noun(&self, line: &Line<'_>, site: &Site<'_>) -> Option<usize> {
        let phrases = &line.parsed.phrases;
        let before = site.at.checked_sub(1)?;
        let linked = match &phrases[before].kind {
            PhraseKind::Preposition => {
                matches!(self.page.lower(phrases[before].tokens.start).as_str(), "of" | "worth" | "at")
            }
            PhraseKind::Verb(_) => line.parsed.clauses.iter().any(|clause| {
                clause.verb == before && clause.role == Role::Relative && clause.subject == before.checked_sub(1)
            }),
            _ => false,
        };
        let worth = self.page.says(phrases[before].tokens.start, "worth");
        let noun = before.checked_sub(1).filter(|_| linked)?;
        match &phrases[noun].kind {
            PhraseKind::Noun(candidate) if candidate.quantity.is_none() && !candidate.pronoun => {
                let governed = worth && noun > 0 && matches!(phrases[noun - 1].kind, PhraseKind::Preposition);
                if governed { (0..noun - 1).rev().find(|at| line.parsed.noun(*at).is_some()) } else { Some(noun) }
            }
            _ => None,
        }
    }

    /// The one who does what the verb says.
    fn agent(&self, line: &Line<'_>, site: &Site<'_>, clause: usize) -> Subject {
        let Some((subject, noun)) = self.subject_of(line, clause) else { return self.bare(line, site) };
        let resolved = self.with_members(line, self.resolve(line, noun, subject), subject);
        let owned = self.own_members(line, clause, resolved);
        if self.is_measured(line, clause) {
            return self.measured_owner(line, subject, noun, owned, clause);
        }
        owned
    }

    fn subject_of<'a>(&self, line: &'a Line<'_>, clause: usize) -> Option<(usize, &'a Noun)> {
        let subject = line.parsed.clauses.get(clause)?.subject?;
        Some((subject, line.parsed.noun(subject)?))
    }

    /// "have collectively announced": nobody of the list has it alone.
    fn own_members(&self, _line: &Line<'_>, _clause: usize, subject: Subject) -> Subject {
        subject
    }

    /// Whether the verb only measures its subject: "the investment totals $5 billion".
    fn is_measured(&self, line: &Line<'_>, clause: usize) -> bool {
        let chain = line.parsed.chain(clause);
        let lemma = line.parsed.lemma(clause);
        self.page.grammar.classes(lemma).has(Class::Measuring)
            || self.page.grammar.classes(lemma).has(Class::Rising)
            || self.page.grammar.classes(lemma).has(Class::Falling)
            || chain.len() > 1 && lemma == "be"
    }

    /// The owner of a measured noun: its possessor, the name inside or behind it ("the population of Oslo"), who says so, or whom
    /// the text speaks of.
    fn measured_owner(&self, line: &Line<'_>, at: usize, noun: &Noun, resolved: Subject, clause: usize) -> Subject {
        let whose = at > 0 && matches!(line.parsed.phrases[at - 1].kind, PhraseKind::Relative);
        if whose
            || noun.possessor.is_some()
            || noun.name.is_some()
            || self.names.within(noun.words.clone()).next().is_some()
        {
            return resolved;
        }
        let verb = line.parsed.clauses[clause].verb;
        let owner = (at + 1..verb).find(|next| {
            matches!(line.parsed.phrases[*next].kind, PhraseKind::Preposition)
                && matches!(
                    self.page.lower(line.parsed.phrases[*next].tokens.start).as_str(),
                    "of" | "at" | "in" | "by" | "for"
                )
        });
        let named = owner
            .and_then(|of| line.parsed.noun(of + 1))
            .filter(|noun| noun.name.is_some() || self.names.within(noun.words.clone()).next().is_some());
        if let Some(owner) = named {
            let owner = self.resolve(line, owner, at);
            return Subject { topic: self.topic(noun), ..owner };
        }
        if noun.pronoun || !self.is_common(noun) {
            return resolved;
        }
        let teller = line.parsed.clauses[clause].reporter.and_then(|reporter| self.subject_of(line, reporter));
        let teller = teller
            .map(|(at, noun)| self.resolve(line, noun, at))
            .filter(|subject| !subject.name.is_empty() && subject.topic.is_empty());
        let current =
            self.current_organisation().filter(|_| resolved.name.chars().next().is_some_and(char::is_lowercase));
        match teller.or(current) {
            Some(owner) => Subject { topic: self.topic(noun), members: None, ..owner },
            None => resolved,
        }
    }

    fn is_common(&self, noun: &Noun) -> bool {
        self.names.within(noun.words.clone()).next().is_none()
    }

    fn current_organisation(&self) -> Option<Subject> {
        self.memory.current().map(|name| Subject { name, ..Subject::default() })
    }

    /// "14,000 workers were laid off by Acme", "at least 12 people died in the earthquake".
    fn patient(&self, line: &Line<'_>, site: &Site<'_>, clause: usize) -> Subject {
        let verb = line.parsed.clauses[clause].verb;
        let end = line.parsed.clauses[clause].end;
        let mut found = None;
        for at in verb + 1..end {
            let preposition = matches!(line.parsed.phrases[at].kind, PhraseKind::Preposition)
                .then(|| self.page.lower(line.parsed.phrases[at].tokens.start));
            let Some(noun) = line.parsed.noun(at + 1).filter(|_| preposition.is_some()) else { continue };
            match preposition.as_deref() {
                Some("by") => return self.resolve(line, noun, at + 1),
                Some("in" | "at" | "from" | "of" | "during") if found.is_none() && self.is_event(noun) => {
                    found = Some(self.resolve(line, noun, at + 1))
                }
                _ => {}
            }
        }
        found.unwrap_or_else(|| self.bare(line, site))
    }

    fn is_event(&self, noun: &Noun) -> bool {
        self.page.grammar.classes(&self.kind_of(noun)).has(Class::EventNoun)
            || noun.name.is_some_and(|name| {
                (self.names.mentions[name].tokens.clone()).any(|at| self.page.is(at, Class::EventNoun))
            })
    }

    /// Without a grammatical holder: the names inside of the phrase, else who is spoken of.
    fn bare(&self, line: &Line<'_>, site: &Site<'_>) -> Subject {
        let own = self
            .names
            .within(site.noun.words.clone())
            .next()
            .map(|name| Subject { name: self.names.known(name).canonical.clone(), ..Subject::default() });
        let first = || {
            (0..site.at)
                .filter_map(|at| Some((at, line.parsed.noun(at)?)))
                .find(|(_, noun)| noun.name.is_some())
                .map(|(at, noun)| self.resolve(line, noun, at))
        };
        own.or_else(first).or_else(|| self.current_organisation()).unwrap_or_default()
    }

    /// The words that tell which property it is: the verbs from the innermost outward, the nouns around the number, its unit.
    fn cues(&self, line: &Line<'_>, site: &Site<'_>) -> Vec<String> {
        let page = self.page;
        let mut cues = Vec::new();
        if site.noun.head >= site.noun.words.start && page.mention(site.noun.head) != Some(site.mention) {
            cues.extend(self.nouns_behind(site));
        }
        if let Some(measure) = self.measure_noun(line, site) {
            cues.extend(line.parsed.noun(measure).map(|noun| self.topic(noun)).unwrap_or_default().into_iter().rev());
        }
        if site.quantity.quantity.unit.dimension == Dimension::Count {
            cues.extend(site.quantity.quantity.unit.code.split(' ').rev().map(singular));
        }
        if let Some(clause) = site.clause {
            self.verb_cues(line, clause, &mut cues);
            self.subject_cues(line, site, clause, &mut cues);
        }
        self.following_cues(line, site, &mut cues);
        if let Some(change) = site.quantity.change {
            cues.push("change".to_owned());
            cues.push(
                match change {
                    Change::Up => "rise",
                    Change::Down => "fall",
                }
                .to_owned(),
            );
        }
        cues.extend(self.dimension_cues(line, site));
        let mut seen = std::collections::BTreeSet::new();
        cues.retain(|cue| !cue.is_empty() && seen.insert(cue.clone()));
        cues
    }

    /// "$4 billion data center project": project, center, data.
    fn nouns_behind(&self, site: &Site<'_>) -> Vec<String> {
        let page = self.page;
        let end = page.mentions[site.mention].span.end;
        site.noun
            .words
            .clone()
            .rev()
            .filter(|at| {
                page.tokens[*at].span.start >= end && page.is_word(*at) && !page.is_capital(*at) | page.is_capital(*at)
            })
            .filter(|at| !page.is(*at, Class::Adjective) || page.is(*at, Class::Either))
            .map(|at| singular(page.word(at)))
            .collect()
    }

    fn verb_cues(&self, line: &Line<'_>, clause: usize, cues: &mut Vec<String>) {
        for link in line.parsed.chain(clause) {
            let lemma = line.parsed.lemma(link);
            let Some(verb) = line.parsed.verb(line.parsed.clauses[link].verb) else { continue };
            if !matches!(lemma, "be" | "have" | "do") {
                cues.push(lemma.to_owned());
            }
            // What the verb is done for belongs to the inner verb only.
            if verb.mood == Mood::Finite && verb.modal.is_some() {
                break;
            }
        }
    }

    fn subject_cues(&self, line: &Line<'_>, site: &Site<'_>, clause: usize, cues: &mut Vec<String>) {
        let Some((_, noun)) = self.subject_of(line, clause) else { return };
        if site.side == Side::Object && self.is_measured(line, clause) && !noun.pronoun {
            cues.extend(self.topic(noun).into_iter().rev());
            cues.extend(self.adjectives(noun));
        }
    }

    fn adjectives(&self, noun: &Noun) -> Vec<String> {
        let page = self.page;
        noun.words.clone().filter(|at| page.is(*at, Class::Adjective)).map(|at| page.lower(at)).collect()
    }

    /// "52 percent of the vote", "$3 million in damages", "a population of".
    fn following_cues(&self, line: &Line<'_>, site: &Site<'_>, cues: &mut Vec<String>) {
        let phrases = &line.parsed.phrases;
        let of = phrases.get(site.at + 1).is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Preposition)
                && matches!(self.page.lower(phrase.tokens.start).as_str(), "of" | "in")
        });
        if let Some(noun) = line.parsed.noun(site.at + 2).filter(|noun| of && noun.name.is_none()) {
            cues.extend(self.topic(noun).into_iter().rev());
        }
    }

    fn dimension_cues(&self, line: &Line<'_>, site: &Site<'_>) -> Vec<String> {
        let page = self.page;
        let up_or_down = site.at.checked_sub(1).map(|before| page.lower(line.parsed.phrases[before].tokens.start));
        match (site.quantity.quantity.unit.dimension, up_or_down.as_deref()) {
            (Dimension::Area, _) => vec!["area".to_owned()],
            (Dimension::Duration, _) => vec!["duration".to_owned()],
            (Dimension::Age, _) => vec!["age".to_owned()],
            (_, Some("up")) => vec!["change".to_owned(), "rise".to_owned()],
            (_, Some("down")) => vec!["change".to_owned(), "fall".to_owned()],
            _ => Vec::new(),
        }
    }

    /// The qualifiers of the event.
    fn event(&self, line: &Line<'_>, site: &Site<'_>) -> Qualifiers {
        let mut event = Qualifiers::default();
        let right = self.right_of(line, site.at);
        self.qualifiers(line, right, &mut event);
        if let Some(clause) = site.clause {
            let left = self.left_of(line, site, clause);
            self.qualifiers(line, left, &mut event);
            self.from_purpose_before(line, site, clause, &mut event);
        }
        self.from_measure_noun(line, site, &mut event);
        self.announcement(line, site, &mut event);
        event.places.dedup();
        event
    }

    /// The phrases before the value that belong to it: from the start of its clause, or from the last value of its kind.
    fn left_of(&self, line: &Line<'_>, site: &Site<'_>, clause: usize) -> std::ops::Range<usize> {
        let own: &Clause = &line.parsed.clauses[clause];
        let start = match own.subject {
            Some(subject) if subject < own.verb && own.role != Role::Dependent => subject,
            _ => own.verb,
        };
        let start = self.opening(line, start);
        let rival = (start..site.at).rev().find(|at| {
            line.parsed.noun(*at).and_then(|noun| noun.quantity).and_then(|mention| self.dimension(mention))
                == Some(site.quantity.quantity.unit.dimension)
                && *at != site.at
        });
        rival.map_or(start, |rival| rival + 1).min(site.at)..site.at
    }

    /// "In June, Acme announced": what stands in front of the first subject.
    fn opening(&self, line: &Line<'_>, start: usize) -> usize {
        let first = line
            .parsed
            .phrases
            .iter()
            .position(|phrase| matches!(phrase.kind, PhraseKind::Verb(_) | PhraseKind::Subordinator))
            .unwrap_or(start);
        if first >= start { 0 } else { start }
    }

    /// "teamed up with SK last month to launch a hub worth $4 billion": the verbs it depends on bring their own partners and dates.
    fn from_purpose_before(&self, line: &Line<'_>, site: &Site<'_>, clause: usize, event: &mut Qualifiers) {
        for link in line.parsed.chain(clause).into_iter().skip(1) {
            let outer = &line.parsed.clauses[link];
            let verb_is_infinitive =
                line.parsed.verb(line.parsed.clauses[clause].verb).is_some_and(|verb| verb.mood == Mood::Infinitive);
            if verb_is_infinitive && outer.verb < site.at {
                self.qualifiers(line, outer.verb + 1..outer.end.min(site.at).max(outer.verb + 1), event);
            }
        }
        event.purpose = event.purpose.take().filter(|purpose| !purpose.is_empty());
    }

    fn from_measure_noun(&self, line: &Line<'_>, site: &Site<'_>, event: &mut Qualifiers) {
        if let Some(measure) = self.measure_noun(line, site) {
            self.qualifiers(line, measure + 1..site.at, event);
        }
    }

    /// When it was made known.
    fn announcement(&self, line: &Line<'_>, site: &Site<'_>, event: &mut Qualifiers) {
        let words = || line.parsed.phrases[site.at].tokens.clone();
        let earlier = words().any(|at| matches!(self.page.lower(at).as_str(), "previously" | "earlier" | "already"));
        if earlier {
            event.announced = event.announced.or(self.setting.published.map(Days::day).map(open_before));
        }
        let Some(clause) = site.clause else { return };
        let announcing = line
            .parsed
            .chain(clause)
            .iter()
            .any(|link| self.page.grammar.classes(line.parsed.lemma(*link)).has(Class::Announcing));
        if announcing && event.announced.is_none() {
            let past = |when: &mut Days| {
                when.grain != Grain::Span
                    && when.first.is_some()
                    && self.setting.published.is_none_or(|today| when.first <= Some(today))
            };
            event.announced = event.when.take_if(past);
        }
        event.announced = event.announced.or_else(|| self.said_on(line, clause));
        event.speaker = self.reporter_name(line, clause);
    }

    /// Who says so.
    pub(super) fn reporter_name(&self, line: &Line<'_>, clause: usize) -> Option<String> {
        let place = self.page.span(line.parsed.phrases[line.parsed.clauses[clause].verb].tokens.clone());
        if let Some(speaker) = self.setting.quotes.speaker_at(place) {
            return Some(speaker);
        }
        if let Some(reporter) = line.parsed.clauses[clause].reporter {
            let (at, noun) = self.subject_of(line, reporter)?;
            return self.speaker_name(line, noun, at);
        }
        self.according_to(line)
    }

    /// A speaker by name, or by description: "the presidential office".
    pub(super) fn speaker_name(&self, line: &Line<'_>, noun: &Noun, at: usize) -> Option<String> {
        let subject = self.resolve(line, noun, at);
        let words = self.page.slice(noun.words.clone());
        let name = match (&noun.possessor, noun.name) {
            (Some(_), None) => words.to_owned(),
            (None, None) if !noun.pronoun && subject.name.to_lowercase() == subject.name => words.to_owned(),
            _ => subject.name,
        };
        (!name.is_empty()).then_some(name)
    }

    fn according_to(&self, line: &Line<'_>) -> Option<String> {
        let phrases = &line.parsed.phrases;
        let at = (0..phrases.len()).find(|at| self.page.says(phrases[*at].tokens.start, "according"))?;
        let noun = (at + 1..phrases.len().min(at + 4))
            .find(|next| line.parsed.noun(*next).is_some_and(|noun| !self.page.says(noun.head, "according")))?;
        self.speaker_name(line, line.parsed.noun(noun)?, noun)
    }

    /// Total, additional, remaining, or a part of what was said before.
    fn scope(&self, line: &Line<'_>, site: &Site<'_>) -> Option<Scope> {
        let page = self.page;
        let start = line.parsed.phrases[site.at].tokens.start;
        let before = site.at.checked_sub(2).map_or(start, |at| line.parsed.phrases[at].tokens.start);
        let end = line.parsed.phrases[site.at].tokens.end;
        let tokens = before.max(start.saturating_sub(3))..end;
        let has = |class| tokens.clone().any(|at| page.is(at, class));
        if self.is_part(line, site) {
            Some(Scope::Part)
        } else if has(Class::Additional) && !(start..end).any(|at| page.says(at, "more") && page.says(at + 1, "than")) {
            Some(Scope::Additional)
        } else if has(Class::Remaining) {
            Some(Scope::Remaining)
        } else if has(Class::Collective) || self.subject_is_total(line, site) {
            Some(Scope::Total)
        } else {
            None
        }
    }

    fn subject_is_total(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        site.clause.and_then(|clause| self.subject_of(line, clause)).is_some_and(|(at, _)| {
            line.parsed.phrases[at].tokens.clone().any(|token| self.page.is(token, Class::Collective))
        })
    }

    /// "Of the total, $6.6 billion", "$3 billion of which", "of that".
    fn is_part(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let phrases = &line.parsed.phrases;
        let word = |at: usize| phrases.get(at).map(|phrase| self.page.lower(phrase.tokens.start)).unwrap_or_default();
        let whole = |at: usize| {
            matches!(word(at).as_str(), "the" | "that" | "which" | "this" | "those" | "these" | "it" | "them")
        };
        let opens = site.at >= 2
            && (0..site.at.saturating_sub(1)).any(|at| {
                word(at) == "of" && (at == 0 || matches!(phrases[at - 1].kind, PhraseKind::Comma)) && whole(at + 1)
            });
        let follows =
            word(site.at + 1) == "of" && matches!(word(site.at + 2).as_str(), "which" | "that" | "it" | "them");
        opens || follows
    }

    fn stance(&self, line: &Line<'_>, site: &Site<'_>, statement: &mut Statement) {
        let Some(clause) = site.clause else {
            statement.modality = Some(Modality::Planned);
            return;
        };
        let own = &line.parsed.clauses[clause];
        statement.modality = Some(self.noun_modality(site, own.modality));
        statement.polarity = if own.denied { Polarity::Denied } else { Polarity::Affirmed };
    }

    /// "a $4 billion plan": what is announced is a plan, whatever was done to announce it.
    fn noun_modality(&self, site: &Site<'_>, clause: Modality) -> Modality {
        let page = self.page;
        let plan = site.noun.words.clone().any(|at| {
            matches!(
                page.lower(at).as_str(),
                "plan" | "plans" | "planned" | "proposal" | "project" | "pledge" | "commitment" | "announced"
            )
        });
        if plan { clause.min(Modality::Pledged) } else { clause }
    }

    /// COLLECTIVE's count is the number: "seven global firms", "14 APEC economies".
    fn count_fact(&mut self, line: &Line<'_>, site: &Site<'_>) {
        let subject = self.with_members(line, self.resolve(line, site.noun, site.at), site.at);
        let mut statement = Statement {
            subject,
            measure: Measure { name: "count".to_owned(), forms: vec!["count".to_owned()] },
            value: Some(Value::Quantity(site.quantity.quantity.clone())),
            qualifiers: self.event(line, site),
            ..Statement::default()
        };
        self.stance(line, site, &mut statement);
        self.push(line, statement, self.focus(site), Some(site.mention), None);
    }

    /// "disrupted services for a day": how long something went on.
    fn duration_fact(&mut self, line: &Line<'_>, at: usize, mention: usize) {
        let page = self.page;
        let Some(MentionKind::Time(time)) = page.mentions.get(mention).map(|mention| &mention.kind) else { return };
        let Some(length) = time.length.clone() else { return };
        let before =
            at.checked_sub(1).map(|before| page.lower(line.parsed.phrases[before].tokens.start)).unwrap_or_default();
        let lasting = line.parsed.clause_before(at).is_some_and(|clause| {
            line.parsed.clauses[clause].verb + 1 == at
                && matches!(line.parsed.lemma(clause), "last" | "take" | "run" | "continue")
        });
        let Some(clause) = line.parsed.clause_before(at).filter(|_| lasting || before == "for" && time.days.is_none())
        else {
            return;
        };
        let Some((subject_at, noun)) = self.subject_of(line, clause) else { return };
        let mut subject = self.resolve(line, noun, subject_at);
        if let Some(owner) = self.prepositional_name(line, subject_at) {
            subject = Subject { name: owner, topic: self.topic(noun), members: None };
        }
        let mut qualifiers = Qualifiers::default();
        self.qualifiers(line, 0..subject_at, &mut qualifiers);
        let own = &line.parsed.clauses[clause];
        let statement = Statement {
            subject,
            measure: Measure {
                name: "duration".to_owned(),
                forms: vec!["duration".to_owned(), line.parsed.lemma(clause).to_owned()],
            },
            value: Some(Value::Quantity(length)),
            qualifiers,
            modality: Some(own.modality),
            polarity: if own.denied { Polarity::Denied } else { Polarity::Affirmed },
            scope: None,
        };
        let focus = page.mentions[mention].span;
        self.push(line, statement, focus, None, Some(mention));
    }

    /// "a major outage at AWS": the name behind a noun.
    fn prepositional_name(&self, line: &Line<'_>, at: usize) -> Option<String> {
        let preposition =
            line.parsed.phrases.get(at + 1).filter(|phrase| matches!(phrase.kind, PhraseKind::Preposition))?;
        let fits = matches!(self.page.lower(preposition.tokens.start).as_str(), "at" | "of" | "in" | "by" | "for");
        let noun = line.parsed.noun(at + 2).filter(|_| fits)?;
        Some(self.names.known(&self.names.mentions[noun.name?]).canonical.clone())
    }
}

fn as_quantity(mention: &Mention) -> Option<&QuantityMention> {
    match &mention.kind {
        MentionKind::Quantity(quantity) => Some(quantity),
        MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
    }
}
