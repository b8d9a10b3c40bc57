//! Whom a noun phrase means: names, pronouns, definite descriptions and collectives.

use std::borrow::Cow;

use super::super::NameType;
use super::super::clauses::is_open_list;
use super::super::grammar::{Class, Classes};
use super::super::phrases::{Noun, PhraseKind};
use super::{Line, Reader};
use crate::statement::{Members, Subject};

impl<'a> Reader<'a> {
    /// The head of a noun phrase in the singular.
    pub(super) fn kind_of(&self, noun: &Noun) -> Cow<'a, str> {
        self.page.singular(noun.head)
    }

    /// Whom or what a noun phrase means.
    pub(super) fn resolve(&self, line: &Line<'_>, noun: &Noun, at: usize) -> Subject {
        if noun.pronoun {
            let settled = self.memory.pronouns.get(&noun.words.start).cloned();
            return settled.unwrap_or_else(|| self.pronoun(line, noun, at));
        }
        if let Some(name) = noun.name {
            return self.named(noun, name);
        }
        if let Some(thing) = self.without_tied_count(noun) {
            return self.resolve(line, &thing, at);
        }
        if let Some(apposed) = self.apposed(line, noun, at) {
            return self.named(apposed, apposed.name.unwrap_or_default());
        }
        if noun.possessor.is_some() && self.page.kind_classes(noun.head).has(Class::Relational) {
            return Subject {
                name: self.page.slice(line.parsed.phrases[at].tokens.clone()).to_lowercase(),
                topic: self.topic(noun),
                members: None,
            };
        }
        if let Some(owner) = self.plural_owner(noun) {
            let name = self.page.slice(owner.words.start..noun.words.end).to_lowercase();
            return Subject { name, topic: self.topic(noun), members: None };
        }
        if let Some(possessor) = &noun.possessor {
            let owner = self.resolve(line, possessor, at);
            return Subject { topic: self.topic(noun), ..owner };
        }
        if at > 0
            && self.page.says(line.parsed.phrases[at - 1].tokens.start, "whose")
            && matches!(line.parsed.phrases[at - 1].kind, PhraseKind::Relative)
        {
            return Subject { topic: self.topic(noun), ..self.relative_owner(line, at) };
        }
        if noun.quantity.is_some() {
            return self.thing(noun).or_else(|| self.tied_thing(noun)).unwrap_or_else(|| self.collective(noun));
        }
        if let Some((place, name)) = self.town(line, noun, at) {
            return self.named(place, name);
        }
        if self.is_branch(line, noun, at) {
            let name = self.page.slice(noun.words.clone()).to_lowercase();
            return Subject { name, topic: self.topic(noun), members: None };
        }
        if let Some(name) = self.local(line, noun, at) {
            let is_built = self.page.kind_classes(noun.head).has(Class::CalledByPlace);
            let topic = name.to_lowercase().split(' ').filter(|_| is_built).map(str::to_owned).collect();
            return Subject { name, topic, members: None };
        }
        if let Some(inner) = self.names.within(noun.words.clone()).find(|name| !self.is_origin(noun, name)) {
            return Subject { name: self.names.known(inner).canonical.clone(), topic: self.topic(noun), members: None };
        }
        let known = self.event_at(line, noun, at).or_else(|| self.work(line, noun, at));
        known.or_else(|| self.only_called(line, noun, at)).unwrap_or_else(|| self.description(noun))
    }

    /// "the Lund town council", "Lund airport", "the airport at Lund": a body or a building by the place that it is of.
    pub(super) fn local(&self, line: &Line<'_>, noun: &Noun, at: usize) -> Option<String> {
        let classes = self.page.kind_classes(noun.head);
        if noun.quantity.is_some() || !(classes.has(Class::Body) || classes.has(Class::CalledByPlace)) {
            return None;
        }
        let head = self.kind_of(noun);
        // In the singular, and in small letters.
        if self.page.word(noun.head) != head {
            return None;
        }
        let of_place = |name: usize| {
            let known = self.names.known(&self.names.mentions[name]);
            matches!(known.sort, NameType::Place | NameType::Other).then(|| known.canonical.clone())
        };
        let first = noun.words.start;
        let inner = self.names.starting(first);
        if let Some(place) = inner.filter(|name| self.names.mentions[*name].tokens.end <= noun.head).and_then(of_place)
        {
            let rest = self.names.mentions[inner?].tokens.end..noun.words.end;
            return Some(format!("{place} {}", self.page.slice(rest).to_lowercase()));
        }
        let own = line.parsed.noun(at).is_some_and(|own| own.words == noun.words) && noun.definite;
        let link = line.parsed.phrases.get(at + 1).filter(|_| own && noun.words.len() == 1)?;
        let tied = ["at", "in"].iter().any(|word| self.page.says(link.tokens.start, word));
        let place = line.parsed.noun(at + 2).filter(|place| tied && place.rest.is_empty())?;
        Some(format!("{} {head}", of_place(place.name?)?))
    }

    /// "The town of Brae": Brae, where no company may be called so.
    fn town<'l>(&self, line: &'l Line<'_>, noun: &Noun, at: usize) -> Option<(&'l Noun, usize)> {
        let own = line.parsed.noun(at).is_some_and(|own| own.words == noun.words);
        let called = own && noun.definite && self.page.kind_classes(noun.head).has(Class::NamedByOf);
        let of = line.parsed.phrases.get(at + 1).filter(|_| called && self.is_common(noun))?;
        let of = self.page.says(of.tokens.start, "of");
        let place = line.parsed.noun(at + 2).filter(|place| of && place.rest.is_empty())?;
        let plain = !self.names.leads(self.page.slice(place.words.clone()));
        Some((place, place.name?)).filter(|_| plain)
    }

    /// "the flood in Lund": the Lund flood.
    fn event_at(&self, line: &Line<'_>, noun: &Noun, at: usize) -> Option<Subject> {
        let own = line.parsed.noun(at).is_some_and(|own| own.words == noun.words);
        let place = self.place_behind(line, at + 1).filter(|_| own && noun.definite && self.is_event(noun))?;
        Some(Subject { topic: self.topic(noun), ..place })
    }

    /// "the mayor of Lund, Grace Bell,", "the union, Acme,": the name between commas behind a noun for people or firms.
    pub(super) fn apposed<'l>(&self, line: &'l Line<'_>, noun: &Noun, at: usize) -> Option<&'l Noun> {
        let phrases = &line.parsed.phrases;
        let comma = |at: usize| phrases.get(at).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Comma));
        let of = phrases
            .get(at + 1)
            .is_some_and(|phrase| ["of", "at", "for"].iter().any(|word| self.page.says(phrase.tokens.start, word)));
        let mark = at + if of { 3 } else { 1 };
        // What costs most is asked last.
        if noun.name.is_some() || !comma(mark) || !comma(mark + 2) && !self.ends_sentence(line, mark + 2) {
            return None;
        }
        let apposed = line.parsed.noun(mark + 1).filter(|apposed| apposed.rest.is_empty())?;
        let known = self.names.known(&self.names.mentions[apposed.name?]);
        line.parsed.noun(at).filter(|own| own.words == noun.words)?;
        let classes = self.page.kind_classes(noun.head);
        let relation = classes.has(Class::Relational) && noun.possessor.is_some();
        let company = classes.has(Class::CompanyNoun) && noun.definite || relation;
        let person =
            relation || [Class::PersonNoun, Class::Title, Class::Human].into_iter().any(|class| classes.has(class));
        let sorted = match known.sort {
            NameType::Person => person,
            NameType::Organisation => company,
            NameType::Other => company || known.canonical.contains(' '),
            NameType::Place => false,
        };
        sorted.then_some(apposed)
    }

    /// Whether nothing but marks stands from a phrase on.
    fn ends_sentence(&self, line: &Line<'_>, at: usize) -> bool {
        let rest = line.parsed.phrases.get(at..).unwrap_or_default();
        rest.iter().all(|phrase| !phrase.tokens.clone().any(|token| self.page.is_word(token)))
    }

    /// "the Lund branch of Acme": neither Lund nor all of Acme.
    fn is_branch(&self, line: &Line<'_>, noun: &Noun, at: usize) -> bool {
        let of = line.parsed.phrases.get(at + 1).is_some_and(|phrase| self.page.says(phrase.tokens.start, "of"));
        let whole = line.parsed.noun(at + 2).is_some_and(|whole| whole.name.is_some());
        let inner = || self.names.within(noun.words.clone()).any(|name| !self.is_origin(noun, name));
        of && whole && line.parsed.noun(at).is_some_and(|own| own.words == noun.words) && inner()
    }

    /// "the South Korean government", "the US tech giant": a country in front of a noun says where it is from, not who it is.
    fn is_origin(&self, noun: &Noun, name: &super::super::names::Name) -> bool {
        let text = self.page.slice(name.tokens.clone());
        let classes = self.page.grammar.classes(text);
        name.tokens.end <= noun.head && (classes.has(Class::Demonym) || classes.has(Class::PlaceName))
    }

    fn named(&self, noun: &Noun, name: usize) -> Subject {
        let canonical = |name: usize| self.names.known(&self.names.mentions[name]).canonical.clone();
        if noun.rest.iter().all(|member| member.name.is_none()) {
            return Subject { name: canonical(name), topic: Vec::new(), members: None };
        }
        let names: Vec<String> =
            std::iter::once(name).chain(noun.rest.iter().filter_map(|member| member.name)).map(canonical).collect();
        let members = Members { names: names.clone(), closed: true, ..Members::default() };
        Subject { name: names.join(", "), topic: Vec::new(), members: Some(members) }
    }

    /// The nouns of a phrase that are neither names nor small words, in the singular.
    pub(super) fn topic(&self, noun: &Noun) -> Vec<String> {
        let page = self.page;
        const SMALL: Classes = Classes::of(&[Class::Adjective, Class::Demonym, Class::Determiner]);
        let named = |at: usize| self.names.within(noun.words.clone()).any(|name| name.tokens.contains(&at));
        noun.words
            .clone()
            .filter(|at| page.is_word(*at) && !page.classes(*at).meets(SMALL))
            .filter(|at| page.mention(*at).is_none() && !named(*at))
            .map(|at| page.singular(at).into_owned())
            .collect()
    }

    /// One word for all nouns of one meaning.
    pub(super) fn shared_kind(&self, kind: &str) -> String {
        self.page.grammar.synonym(kind).map_or_else(|| kind.to_owned(), |number| format!("#{number}"))
    }

    pub(super) fn count_of(&self, noun: &Noun) -> String {
        let quantity = noun.quantity.and_then(|at| self.page.mentions.get(at));
        match quantity.map(|mention| &mention.kind) {
            Some(super::super::MentionKind::Quantity(quantity)) => {
                quantity.quantity.amount.nominal.map(|number| number.to_string()).unwrap_or_default()
            }
            _ => String::new(),
        }
    }

    /// "the company", "the French automaker", "the stock".
    pub(super) fn description(&self, noun: &Noun) -> Subject {
        let page = self.page;
        let head = page.singular(noun.head);
        let classes = page.kind_classes(noun.head);
        let memory = &self.memory;
        if noun.definite {
            let event = || {
                let body = |name: &String| self.ends_as_body(name) || memory.works.is_told();
                let own = |name: &String| !classes.has(Class::Undertaking) || !body(name);
                let name = memory.organisation.clone().filter(|_| classes.has(Class::TakingUp)).filter(own)?;
                Some(Subject { name, topic: vec![head.to_string()], members: None })
            };
            if let Some((_, described)) = memory.described.as_ref().filter(|(described, _)| *described == head) {
                return described.clone();
            }
            let kind = memory.of_kind(&head).or_else(|| self.of_like_kind(&head));
            let name = if kind.is_some() {
                kind
            } else if classes.has(Class::AnyCompany) && !classes.has(Class::AnyGroup) {
                memory.company(page.grammar)
            } else if classes.has(Class::AnyGroup) || classes.has(Class::Trade) && self.is_only_one() {
                memory.organisation.clone()
            } else if classes.has(Class::ByOutcome) {
                memory.called(&head)
            } else if classes.has(Class::PersonNoun) || classes.has(Class::Title) {
                memory.by_title(&head)
            } else if matches!(&*head, "country" | "nation" | "republic" | "kingdom") {
                memory.main_country()
            } else if classes.has(Class::PlaceNoun) {
                self.place_called(&head)
            } else {
                None
            };
            if let Some(name) = name {
                return Subject { name, ..Subject::default() };
            }
            if let Some(known) = memory.heads.get(&*head).cloned().or_else(event) {
                return known;
            }
        }
        Subject { name: page.slice(noun.words.clone()).to_lowercase(), topic: self.topic(noun), members: None }
    }

    /// "Lom Parish Council": what it votes on is not its own.
    fn ends_as_body(&self, name: &str) -> bool {
        let last = name.rsplit(' ').next().unwrap_or_default().to_lowercase();
        self.page.grammar.classes(&last).has(Class::Body)
    }

    /// "The airline" where "the carrier" has been spoken of.
    fn of_like_kind(&self, head: &str) -> Option<String> {
        let grammar = self.page.grammar;
        let set = grammar.synonym(head).filter(|_| grammar.classes(head).has(Class::Trade))?;
        let like = self.memory.kinds.iter().find(|(kind, _)| grammar.synonym(kind) == Some(set))?;
        Some(like.1.clone())
    }

    /// Whether a trade can only be that of the organisation last spoken of: no other has done anything, and it has none yet.
    pub(super) fn is_only_one(&self) -> bool {
        let memory = &self.memory;
        let trade = |kind: &str| self.page.grammar.classes(kind).has(Class::Trade);
        let told = |name: &String| memory.kinds.iter().any(|(kind, own)| trade(kind) && own == name);
        let mut open = memory.organisations.iter().filter(|name| !told(name));
        open.next() == memory.organisation.as_ref() && open.next().is_none()
    }

    /// "the residents' group": an organisation by those it is of, who are several and have no name.
    pub(super) fn plural_owner<'n>(&self, noun: &'n Noun) -> Option<&'n Noun> {
        let owner = noun.possessor.as_deref().filter(|owner| !owner.pronoun && owner.name.is_none())?;
        let several = matches!(self.page.word(owner.words.end), "'" | "’");
        let organised = self.page.kind_classes(noun.head).has(Class::CompanyNoun);
        let unnamed = self.names.within(owner.words.start..noun.words.end).next().is_none();
        (several && organised && unnamed).then_some(owner)
    }

    /// The subject with the members that its phrase lists: "seven firms - A, B and C -", "firms, including A and B".
    pub(super) fn with_members(&self, line: &Line<'_>, mut subject: Subject, at: usize) -> Subject {
        if let Some((names, closed)) = self.listed(line, at) {
            let mut members = subject.members.unwrap_or_default();
            members.names = names;
            members.closed = closed;
            subject.members = Some(members);
        }
        subject
    }

    /// The names listed behind a noun phrase, and whether the list is closed.
    pub(super) fn listed(&self, line: &Line<'_>, at: usize) -> Option<(Vec<String>, bool)> {
        let noun = line.parsed.noun(at)?;
        if noun.name.is_some() || noun.pronoun {
            return None;
        }
        self.listed_behind(line, at, noun)
            .or_else(|| self.listed_at_end(line, at, noun))
            .or_else(|| self.listed_as(line, at, noun))
    }

    /// "Three choirs will sing: A, B and C": a list of that length behind the colon.
    fn listed_at_end(&self, line: &Line<'_>, at: usize, noun: &Noun) -> Option<(Vec<String>, bool)> {
        let phrases = &line.parsed.phrases;
        let colon = (at + 1..phrases.len()).find(|at| matches!(phrases[*at].kind, PhraseKind::Colon))?;
        let names = self.list_names(line.parsed.noun(colon + 1)?);
        (names.len() > 1 && self.count_of(noun) == names.len().to_string()).then_some((names, true))
    }

    /// "The winners are A, B and C".
    fn listed_as(&self, line: &Line<'_>, at: usize, noun: &Noun) -> Option<(Vec<String>, bool)> {
        let is = line.parsed.clauses.iter().position(|clause| clause.subject == Some(at) && !clause.denied)?;
        let names = self.list_names(line.parsed.noun(line.parsed.clauses[is].verb + 1)?);
        (line.parsed.lemma(is) == "be" && noun.definite && names.len() > 1).then_some((names, true))
    }

    fn listed_behind(&self, line: &Line<'_>, at: usize, noun: &Noun) -> Option<(Vec<String>, bool)> {
        let phrases = &line.parsed.phrases;
        let mut next = at + 1;
        let mark = phrases.get(next).map(|phrase| &phrase.kind)?;
        let aside = matches!(mark, PhraseKind::Dash | PhraseKind::Colon | PhraseKind::Comma | PhraseKind::Open);
        next += usize::from(aside);
        let open = phrases.get(next).is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Preposition) && is_open_list(self.page, phrase.tokens.start)
        });
        next += usize::from(open);
        let list = line.parsed.noun(next).filter(|_| open || aside)?;
        let names = self.list_names(list);
        // A closed list is as long as the count that introduces it; behind a comma only such a one is an apposition.
        let full = self.count_of(noun) == names.len().to_string();
        let listing = open || aside && (full || !matches!(mark, PhraseKind::Comma));
        (listing && !names.is_empty() && (names.len() > 1 || open)).then_some((names, !open || full))
    }

    fn list_names(&self, list: &Noun) -> Vec<String> {
        let members = std::iter::once(list).chain(&list.rest).filter_map(|member| member.name);
        members.map(|name| self.names.known(&self.names.mentions[name]).canonical.clone()).collect()
    }

    /// Collects the members of collectives before the sentence's facts are read.
    pub(super) fn note_groups(&mut self, line: &Line<'_>) {
        for at in 0..line.parsed.phrases.len() {
            let Some(noun) = line.parsed.noun(at).filter(|noun| noun.quantity.is_some() && noun.name.is_none()) else {
                continue;
            };
            let listed = self.listed(line, at).or_else(|| self.one_of(line, at));
            let Some((names, closed)) = listed else { continue };
            let subject = self.resolve(line, noun, at);
            let Some(members) = subject.members.filter(|members| !members.count.is_empty()) else { continue };
            let known = self.groups.entry((members.count.clone(), members.kind.clone())).or_default();
            if names.len() > known.names.len() {
                *known = Members { names, closed, ..members };
            }
        }
    }

    /// "Acme is one of seven firms": the subject is a member.
    fn one_of(&self, line: &Line<'_>, at: usize) -> Option<(Vec<String>, bool)> {
        let phrases = &line.parsed.phrases;
        let of = at.checked_sub(1).filter(|of| self.page.says(phrases[*of].tokens.start, "of"))?;
        let one = of.checked_sub(1)?;
        if !self.page.says(phrases[one].tokens.start, "one") {
            return None;
        }
        let clause = line.parsed.clauses.get(line.parsed.clause_before(one)?)?;
        let subject = line.parsed.noun(clause.subject?)?;
        Some((vec![self.names.known(&self.names.mentions[subject.name?]).canonical.clone()], false))
    }
}
