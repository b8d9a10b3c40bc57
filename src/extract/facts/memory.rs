//! What a text has spoken of so far, for the pronouns and descriptions that follow.

use std::collections::{BTreeMap, BTreeSet};

use super::super::NameType;
use super::super::clauses::Clause;
use super::super::grammar::{Class, Grammar, singular};
use super::super::phrases::{Noun, PhraseKind};
use super::voice::Voice;
use super::works::Works;
use super::{Line, Reader};
use crate::statement::Subject;

/// What has been spoken of so far.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// Who speaks, where that is a company.
    pub(super) voice: Option<Voice>,
    pub(super) organisation: Option<String>,
    /// All that have done something.
    pub(super) organisations: BTreeSet<String>,
    /// The same as often as they did, in order.
    acted: Vec<String>,
    /// Those that have been called what no company is: unions, councils.
    others: BTreeSet<String>,
    pub(super) person: Option<String>,
    /// The people whom the sentence named that named some last, by position among the names, and where it stands.
    pub(super) people: Vec<usize>,
    pub(super) named_in: usize,
    /// The sentence that named an organisation last.
    pub(super) told_in: Option<usize>,
    /// Whom "she" and "he" of the sentence at hand mean.
    pub(super) spoken: Vec<usize>,
    /// What the sentence before was about, where that was a single thing without a name: "the film".
    pub(super) thing: Option<Subject>,
    /// The same of several: "shares".
    pub(super) several: Option<Subject>,
    pub(super) next_several: Option<Subject>,
    /// Those of whom so many percent did something in the sentence at hand or the one before, and the number of that sentence.
    pub(super) polled: Option<Subject>,
    pub(super) polled_in: usize,
    /// The same for the sentence at hand.
    pub(super) next_thing: Option<Subject>,
    /// What somebody did something to in the sentence before: "approved the bridge"; no name where it cannot be named.
    pub(super) object: Option<Subject>,
    /// The council or board that decided something last.
    pub(super) decider: Option<Subject>,
    /// What is done to things: the repairs of a bridge.
    pub(super) works: Works,
    /// Whether that person does what the sentence at hand tells.
    pub(super) person_acts: bool,
    /// The organisations named so far, by the kind that their names end with: "council" for Lund Council.
    pub(super) kinds: BTreeMap<String, String>,
    /// Persons by the last word of their titles: "judge".
    titled: BTreeMap<String, String>,
    /// What was described without a name since an organisation was last named, and the head of the description: "the residents' group".
    pub(super) described: Option<(String, Subject)>,
    /// The event last spoken of: an earthquake, a strike.
    pub(super) event: Option<Subject>,
    pub(super) places: Vec<String>,
    /// How often each country has been named.
    countries: BTreeMap<String, usize>,
    /// What a definite "the stock" means: the last named phrase with that head.
    pub(super) heads: BTreeMap<String, Subject>,
    /// What the pronouns of the sentence at hand mean, by their tokens: what stands behind them changes it no more.
    pub(super) pronouns: BTreeMap<usize, Subject>,
    /// For whom a person speaks: the organisation of their title.
    pub(super) offices: BTreeMap<String, String>,
    pub(super) sentence: usize,
}

impl Memory {
    /// At the beginning of a text in which a company speaks, or nobody does.
    pub(super) fn speaking(voice: Option<Voice>) -> Self {
        let organisation = voice.as_ref().map(|voice| voice.name.clone());
        Self { voice, organisation, ..Self::default() }
    }

    /// The event last spoken of.
    pub(super) fn event(&self) -> Option<Subject> {
        self.event.clone()
    }

    /// The company that says "we".
    pub(super) fn we(&self) -> Option<String> {
        self.voice.as_ref().filter(|voice| voice.first_person).map(|voice| voice.name.clone())
    }

    /// The organisation last spoken of; who speaks of themselves in every sentence is not named again.
    pub(super) fn current(&self) -> Option<String> {
        self.we().or_else(|| self.organisation.clone())
    }

    /// The country that the text speaks of most.
    pub(super) fn main_country(&self) -> Option<String> {
        let most = self.countries.values().max()?;
        self.countries.iter().find(|(_, count)| *count == most).map(|(name, _)| name.clone())
    }

    /// Remembers the organisation of a person's title.
    pub(super) fn appoint(&mut self, person: &str, organisation: &str) {
        self.offices.entry(person.to_owned()).or_insert_with(|| organisation.to_owned());
    }

    /// Remembers a title, for "the judge".
    pub(super) fn entitle(&mut self, person: &str, title: &str) {
        if let Some(last) = title.split(' ').next_back() {
            self.titled.insert(last.to_owned(), person.to_owned());
        }
    }

    /// The company last spoken of: no union, no council and no school.
    pub(super) fn company(&self, grammar: &Grammar) -> Option<String> {
        let is_company = |name: &&String| {
            let last = name.rsplit(' ').next().unwrap_or_default().to_lowercase();
            !self.others.contains(*name) && !grammar.classes(&last).has(Class::NoCompany)
        };
        self.acted.iter().rev().chain(&self.organisation).find(is_company).cloned()
    }

    /// Somebody is called by what they are: "the brewer" is Acme.
    fn call(&mut self, grammar: &Grammar, kind: String, name: String) {
        if grammar.classes(&kind).has(Class::NoCompany) {
            self.others.insert(name.clone());
        }
        self.kinds.insert(kind, name);
    }

    /// The organisation named last whose name ends with a noun: "the council" of Lund Council.
    pub(super) fn of_kind(&self, noun: &str) -> Option<String> {
        self.kinds.get(noun).cloned()
    }

    /// Somebody is named in the sentence at hand.
    fn meet(&mut self, who: usize) {
        if self.named_in != self.sentence {
            // "She met Ada Rein. They": she is one of those who may be meant.
            self.people.clone_from(&self.spoken);
            self.named_in = self.sentence;
        }
        self.people.push(who);
    }

    /// Somebody is meant by a pronoun in the sentence at hand.
    pub(super) fn speak_of(&mut self, who: usize) {
        self.spoken.push(who);
        if self.named_in == self.sentence {
            self.people.push(who);
        }
    }

    /// So many percent of a group do something.
    pub(super) fn poll(&mut self, group: Option<Subject>) {
        if group.is_some() {
            (self.polled, self.polled_in) = (group, self.sentence);
        }
    }

    /// Who has a title, by its last word.
    pub(super) fn called(&self, title: &str) -> Option<String> {
        self.titled.get(title).cloned()
    }

    /// Who is meant by "the judge": whoever has that title; whoever was spoken of last, unless they have another.
    pub(super) fn by_title(&self, title: &str) -> Option<String> {
        let other = |person: &&String| !self.titled.values().any(|known| known == *person);
        self.titled.get(title).or(self.person.as_ref().filter(other)).cloned()
    }

    pub(super) fn enter(&mut self, sentence: usize) {
        self.sentence = sentence;
        self.person_acts = false;
        self.thing = self.next_thing.take();
        self.several = self.next_several.take();
        self.polled = self.polled.take().filter(|_| self.polled_in + 1 >= sentence);
        self.pronouns.clear();
        self.spoken.clear();
    }
}

impl Reader<'_> {
    /// Remembers what a phrase speaks of, for what follows.
    pub(super) fn remember(&mut self, line: &Line<'_>, at: usize) {
        let Some(noun) = line.parsed.noun(at) else { return };
        self.settle_pronouns(line, noun, at);
        // "that analysts polled by Kern had expected": Kern is nobody that the text goes on about.
        let by = at.checked_sub(1).is_some_and(|before| self.page.says(line.parsed.phrases[before].tokens.start, "by"));
        let tells = |clause: &Clause| clause.subject == Some(at) && !by;
        let acts = line.parsed.clauses.iter().any(tells) || self.acts_beside(line, at);
        // "The Lund school board" speaks of the board, and not of Lund.
        let body = self.local(line, noun, at).map(|body| match &self.memory.organisation {
            Some(before) if !acts => before.clone(),
            Some(_) | None => body,
        });
        self.remember_noun(noun, acts, false);
        if body.is_some() {
            self.memory.organisation = body;
        }
        if acts && self.is_common(noun) && noun.definite && noun.possessor.is_none() {
            // "The hospital has 1,350 employees. It lost": the hospital, whoever was named last.
            let meant = self.description(noun);
            let called = self.memory.kinds.get(self.kind_of(noun).as_ref()) == Some(&meant.name);
            if meant.topic.is_empty() && (called || self.memory.organisations.contains(&meant.name)) {
                self.memory.told_in = Some(self.memory.sentence);
                self.memory.organisation = Some(meant.name);
            } else if self.takes_over(noun, &meant) {
                self.memory.organisation = Some(meant.name);
            }
        }
        self.remember_company(noun, acts);
        if (acts || self.memory.event.is_none() && self.names.within(noun.words.clone()).next().is_some())
            && self.is_event(noun)
        {
            self.memory.event = Some(self.resolve(line, noun, at));
        }
        self.remember_accident(line, at);
        self.remember_thing(line, noun, at);
        self.remember_several(line, noun, at);
        self.remember_kind(line, noun, at);
        let named = noun.possessor.is_some() || self.names.within(noun.words.clone()).next().is_some();
        // "Acme's six planes": "the plane" is another.
        if noun.pronoun || !named || noun.quantity.is_some() && !noun.definite && noun.possessor.is_some() {
            return;
        }
        let subject = self.resolve(line, noun, at);
        if !subject.name.is_empty() && (!subject.topic.is_empty() || noun.name.is_none()) {
            let head = singular(self.page.word(noun.head));
            if self.plural_owner(noun).is_some() {
                self.memory.described = Some((head.clone().into_owned(), subject.clone()));
            }
            self.memory.heads.insert(head.into_owned(), subject);
        }
    }

    /// "The district will hire": from then on "it" is the district, where no organisation has been named of late.
    fn takes_over(&self, noun: &Noun, meant: &Subject) -> bool {
        let classes = self.page.kind_classes(noun.head);
        let body = classes.has(Class::Body) || classes.has(Class::NoCompany) || classes.has(Class::WiderPlace);
        let firm = classes.has(Class::FirmBody) && noun.words.len() == 1;
        let unnamed = meant.name.chars().next().is_some_and(char::is_lowercase);
        let stale = self.memory.told_in.is_none_or(|told| told + 1 < self.memory.sentence);
        body && !firm && unnamed && stale
    }

    /// "The company's profit rose": it is spoken of by no name, where nobody has been named.
    fn remember_company(&mut self, noun: &Noun, acts: bool) {
        let owner = noun.possessor.as_deref().unwrap_or(noun);
        let company = self.page.kind_classes(owner.head).has(Class::AnyCompany) && owner.definite;
        if acts && company && self.memory.organisation.is_none() && self.is_common(owner) && owner.possessor.is_none() {
            self.memory.organisation = Some(self.description(owner).name).filter(|name| !name.is_empty());
        }
    }

    /// "12 people died when a ferry sank", "in the fire": what is spoken of next is the ferry, the fire.
    fn remember_accident(&mut self, line: &Line<'_>, at: usize) {
        let harmed = |clause: &usize| {
            line.parsed.clauses[*clause].subject == Some(at) && line.parsed.classes(*clause).has(Class::Harming)
        };
        let clause = (0..line.parsed.clauses.len()).find(harmed);
        // "A man died when a tree fell", in a storm: the storm is spoken of all the same.
        let fresh = |accident: &Subject| {
            let last = accident.name.rsplit(' ').next().unwrap_or_default();
            self.memory.event.is_none() || self.page.grammar.is_event(last)
        };
        let accident = |clause| self.accident(line, clause).or_else(|| self.harmed_in(line, clause));
        if let Some(accident) = clause.and_then(accident).filter(fresh) {
            self.memory.event = Some(accident);
        }
    }

    /// "Her lawyer, Omar Haddad, said": the name beside whoever acts.
    fn acts_beside(&self, line: &Line<'_>, at: usize) -> bool {
        let own = line.parsed.noun(at).map(|noun| &noun.words);
        let subjects = line.parsed.clauses.iter().filter_map(|clause| clause.subject.filter(|subject| *subject < at));
        let mut beside = subjects.filter_map(|subject| self.apposed(line, line.parsed.noun(subject)?, subject));
        beside.any(|apposed| Some(&apposed.words) == own)
    }

    /// Whoever acts is spoken of next; others only where nobody does.
    fn remember_noun(&mut self, noun: &Noun, acts: bool, earns: bool) {
        if let Some(possessor) = &noun.possessor {
            // "Ostra's profit rose": a firm, whatever else is known of it.
            self.remember_noun(possessor, acts, acts && self.is_own_measure(noun));
        }
        let start = noun.words.start;
        for name in self.names.within(start..noun.words.end.max(start + 1)) {
            let known = self.names.known(name);
            if matches!(known.sort, NameType::Organisation | NameType::Other) {
                self.memory.described = None;
                if !self.names.may_be_person(self.page, name) {
                    self.memory.told_in = Some(self.memory.sentence);
                }
                let first = self.memory.organisation.is_none() && !self.names.may_be_person(self.page, name);
                let firm = known.sort == NameType::Organisation || earns || self.names.is_firm(name);
                if acts && (firm || first) {
                    self.memory.organisations.insert(known.canonical.clone());
                    if self.memory.acted.last() != Some(&known.canonical) {
                        self.memory.acted.push(known.canonical.clone());
                    }
                }
                self.note_kind(name, &known.canonical);
            }
            if self.names.may_be_person(self.page, name) {
                self.memory.meet(name.who);
            }
            match known.sort {
                NameType::Person => {
                    if acts || !self.memory.person_acts {
                        self.memory.person = Some(known.canonical.clone());
                        self.memory.person_acts = acts;
                    }
                }
                NameType::Place => {
                    let country = self.page.grammar.classes(&known.canonical).has(Class::Country);
                    if country && !self.page.is(name.tokens.end - 1, Class::Demonym) {
                        *self.memory.countries.entry(known.canonical.clone()).or_default() += 1;
                    }
                    self.memory.places.push(known.canonical.clone());
                }
                NameType::Organisation | NameType::Other if !acts && self.memory.organisation.is_some() => {}
                NameType::Organisation => self.memory.organisation = Some(known.canonical.clone()),
                // Most names of unknown sort that act are organisations.
                NameType::Other if self.memory.organisation.is_some() && !earns && !self.names.is_firm(name) => {}
                NameType::Other if self.is_event_name(name) => {}
                NameType::Other => self.memory.organisation = Some(known.canonical.clone()),
            }
        }
    }

    /// "Acme, a brewer,", "Acme is a brewer", "the brewer Acme", "the brewer, Acme,": it is the brewer from now on.
    fn remember_kind(&mut self, line: &Line<'_>, noun: &Noun, at: usize) {
        self.note_trade(noun);
        if let Some(canonical) = self.apposed(line, noun, at).and_then(|apposed| self.organisation_in(apposed)) {
            self.memory.call(self.page.grammar, self.kind_of(noun).into_owned(), canonical);
        }
        let Some(canonical) = self.organisation_in(noun) else { return };
        let is = line.parsed.clauses.iter().position(|clause| clause.subject == Some(at) && !clause.denied);
        let is = is.filter(|is| line.parsed.lemma(*is) == "be").map(|is| line.parsed.clauses[is].verb);
        let comma = matches!(line.parsed.phrases.get(at + 1).map(|phrase| &phrase.kind), Some(PhraseKind::Comma));
        let behind = is.or(Some(at + 1).filter(|_| comma)).and_then(|mark| line.parsed.noun(mark + 1));
        let behind = behind.filter(|behind| behind.name.is_none() && behind.quantity.is_none());
        let name = noun.name.map_or(0, |name| self.names.mentions[name].tokens.start);
        let front = name.checked_sub(1).map(|before| singular(self.page.word(before)));
        for kind in behind.map(|behind| self.kind_of(behind)).into_iter().chain(front) {
            if self.page.grammar.classes(&kind).has(Class::CompanyNoun) {
                self.memory.call(self.page.grammar, kind.into_owned(), canonical.clone());
            }
        }
    }

    /// The name of a phrase that names one organisation, or may.
    pub(super) fn organisation_in(&self, noun: &Noun) -> Option<String> {
        let known = self.names.known(&self.names.mentions[noun.name.filter(|_| noun.rest.is_empty())?]);
        matches!(known.sort, NameType::Organisation | NameType::Other).then(|| known.canonical.clone())
    }

    /// "Lund Council" is the council from now on.
    fn note_kind(&mut self, name: &super::super::names::Name, canonical: &str) {
        let last = name.tokens.end - 1;
        let kind = self.page.is(last, Class::OrganisationWord) || self.page.is(last, Class::CompanyNoun);
        if kind && name.tokens.len() > 1 {
            self.memory.call(self.page.grammar, self.page.singular(last).into_owned(), canonical.to_owned());
        }
    }

    /// "The retailer", where it can only be Acme: it is Acme from now on.
    fn note_trade(&mut self, noun: &Noun) {
        let kind = self.kind_of(noun);
        let plain = noun.definite && noun.name.is_none() && noun.possessor.is_none();
        if plain && self.page.grammar.classes(&kind).has(Class::Trade) && self.is_only_one() {
            let meant = self.memory.organisation.clone();
            self.memory.kinds.extend(meant.map(|name| (kind.into_owned(), name)));
        }
    }

    fn is_event_name(&self, name: &super::super::names::Name) -> bool {
        name.tokens.clone().any(|at| self.page.is(at, Class::EventNoun))
    }
}
