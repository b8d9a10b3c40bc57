//! Whom a pronoun means: "it" and what was spoken of, "she" and the people who may be meant, "we" and who speaks.

use super::super::NameType;
use super::super::clauses::{Role, antecedent};
use super::super::grammar::{Class, Classes};
use super::super::names::Gender;
use super::super::phrases::{Mood, Noun, PhraseKind};
use super::{Line, Reader};
use crate::statement::Subject;

impl Reader<'_> {
    /// Whom or what a pronoun means; without a name where that is open.
    pub(super) fn pronoun(&self, line: &Line<'_>, noun: &Noun, at: usize) -> Subject {
        let memory = &self.memory;
        let word = self.page.lower(noun.words.start);
        let name = match word {
            "he" | "she" | "him" | "her" | "his" => {
                // Who speaks in a quote is "I" there, and nobody else.
                let quoted = self.quoted(line, at);
                let doer = self.doer(line, noun, at);
                let is_other = |who: &String| quoted.as_ref() == Some(who) || doer.as_ref() == Some(who);
                self.person_meant(word).filter(|who| !is_other(who) && !self.is_told_by_surname(line, at, who))
            }
            "it" | "its" | "they" | "them" | "their" | "itself" => {
                let single = word.starts_with("it");
                if let Some(empty) = self.expletive(line, at).filter(|_| single) {
                    return empty;
                }
                if let Some(done) = self.thing_done(line, at).filter(|_| single) {
                    return done;
                }
                let plural = matches!(word, "they" | "them" | "their");
                if plural && self.are_several_people(line, at) {
                    return Subject::default();
                }
                let told = self
                    .told_by_own(line, at)
                    .or_else(|| self.teller(line, at, plural))
                    .or_else(|| self.own_subject(line, noun, at))
                    .or_else(|| self.body_before(line, at))
                    .or_else(|| memory.thing.clone().filter(|thing| single && !self.is_willed_by(line, at, thing)))
                    .or_else(|| memory.several.clone().filter(|_| plural));
                if told.is_none() && single && self.quoted(line, at).is_some() {
                    // "It will cost jobs," somebody said: what they mean was told to whoever asked.
                    return Subject::default();
                }
                match (told, memory.organisation.clone(), &memory.event) {
                    (Some(told), _, _) => return told,
                    (None, Some(organisation), _) => Some(organisation),
                    (None, None, Some(event)) => return event.clone(),
                    (None, None, None) => None,
                }
            }
            "we" | "our" | "us" => {
                let office = |speaker: String| memory.offices.get(&speaker).cloned().unwrap_or(speaker);
                let voice = || memory.we().or_else(|| memory.person.clone().map(office));
                self.quoted(line, at).map(office).or_else(voice)
            }
            "i" | "my" | "me" => self.speaker_of(line, at),
            "nobody" => Some("people".to_owned()),
            "one" if noun.words.start > 0 && self.page.says(noun.words.start - 1, "no") => Some("people".to_owned()),
            "whose" | "who" | "which" | "that" => return self.relative_owner(line, at),
            _ => None,
        };
        Subject { name: name.unwrap_or_default(), ..Subject::default() }
    }

    /// "It took rescuers 50 minutes to reach the site", "It was the second crash of the year": nobody did, and the event is.
    fn expletive(&self, line: &Line<'_>, at: usize) -> Option<Subject> {
        let own = line.parsed.clauses.iter().position(|clause| clause.subject == Some(at))?;
        let verb = line.parsed.clauses[own].verb;
        let phrases = &line.parsed.phrases;
        let timed = |at: &usize| matches!(phrases[*at].kind, PhraseKind::Time(_));
        let to = |at: usize| line.parsed.verb(at).is_some_and(|verb| verb.mood == Mood::Infinitive);
        let length = (verb + 1..phrases.len().min(verb + 4)).find(timed);
        if line.parsed.lemma(own) == "take" && length.is_some_and(|length| to(length + 1)) {
            return Some(Subject::default());
        }
        let told = line.parsed.noun(verb + 1).filter(|_| line.parsed.lemma(own) == "be")?;
        let event = self.is_event(told) && self.is_common(told) && told.definite;
        event.then(|| self.memory.event().unwrap_or_default())
    }

    /// "She met Leo Rein. They married": what only people do, or what somebody does behind a sentence of two people, is no organisation's.
    fn are_several_people(&self, line: &Line<'_>, at: usize) -> bool {
        let memory = &self.memory;
        let own = line.parsed.clauses.iter().position(|clause| clause.subject == Some(at));
        let personal = own.is_some_and(|own| line.parsed.classes(own).has(Class::Personal));
        let several = memory.people.first().is_some_and(|first| memory.people.iter().any(|other| other != first));
        personal || several && memory.named_in + 1 == memory.sentence && memory.told_in != Some(memory.named_in)
    }

    /// "Judge Doe ordered him": he is not the one who ordered it.
    fn doer(&self, line: &Line<'_>, pronoun: &Noun, at: usize) -> Option<String> {
        let object = line.parsed.noun(at).is_some_and(|noun| noun.words == pronoun.words);
        let own = line.parsed.clauses.iter().position(|clause| clause.verb + 1 == at).filter(|_| object)?;
        let (subject, noun) = self.subject_of(line, own).filter(|(_, noun)| !noun.pronoun)?;
        Some(self.resolve(line, noun, subject).name)
    }

    /// "The town approved the bridge. It will cost": the bridge, or nobody where the object is no thing that can be named.
    fn thing_done(&self, line: &Line<'_>, at: usize) -> Option<Subject> {
        let own =
            line.parsed.clauses.iter().position(|clause| clause.subject == Some(at) && clause.reporter.is_none())?;
        let of_things = line.parsed.classes(own).has(Class::OfThings);
        self.memory.object.clone().filter(|_| of_things)
    }

    /// Remembers what somebody did something to, for the "it" of the next sentence: "approved the bridge", "the bridge was planned".
    pub(super) fn remember_object(&mut self, line: &Line<'_>) {
        let Some(own) = line.parsed.clauses.first().filter(|own| own.role == Role::Main) else { return };
        let acts = own.subject.and_then(|subject| line.parsed.noun(subject)).is_some();
        let behind = |at: &usize| !matches!(line.parsed.phrases[*at].kind, PhraseKind::Modifier);
        let passive = own.subject.filter(|_| line.parsed.is_passive(0));
        let object = passive.or_else(|| (own.verb + 1..line.parsed.phrases.len()).find(behind)).filter(|_| acts);
        let Some((at, noun)) = object.and_then(|at| Some((at, line.parsed.noun(at)?))) else { return };
        let named = noun.definite && noun.quantity.is_none() && !noun.pronoun && noun.possessor.is_none();
        let plain = named && (noun.name.is_some() || self.is_common(noun)) && noun.rest.is_empty();
        self.memory.object = Some(if plain { self.resolve(line, noun, at) } else { Subject::default() });
    }

    /// Whom "she" means: who was spoken of last, unless they are "he", or another of the sentence that named them may be meant too.
    fn person_meant(&self, word: &str) -> Option<String> {
        let memory = &self.memory;
        let gender = Gender::of_pronoun(word)?;
        let focus = &self.names.all[self.names.number(memory.person.as_ref()?)?];
        let fits = focus.gender.is_none_or(|own| own == gender);
        if fits && memory.named_in == memory.sentence {
            return Some(focus.canonical.clone());
        }
        let meant = self.names.meant(&memory.people, gender)?;
        self.names.all.get(meant).map(|known| known.canonical.clone())
    }

    /// "Acme said it would", "The bank said it would", "Parents said they would": who tells it, where that is no single person.
    fn teller(&self, line: &Line<'_>, at: usize, plural: bool) -> Option<Subject> {
        let clauses = &line.parsed.clauses;
        let own = clauses.iter().find(|clause| clause.subject == Some(at))?;
        let teller_at = clauses.get(own.reporter?)?.subject.filter(|teller| *teller < at)?;
        let teller = line.parsed.noun(teller_at).filter(|teller| teller.rest.is_empty() && !teller.pronoun)?;
        let fits = match self.apposed(line, teller, teller_at).unwrap_or(teller).name {
            Some(name) => self.names.known(&self.names.mentions[name]).sort != NameType::Person,
            None if self.page.grammar.are_people(self.page.lower(teller.head)) => plural,
            None => {
                let organised = self.page.kind_classes(teller.head).has(Class::CompanyNoun);
                organised && teller.definite && teller.possessor.is_none()
            }
        };
        fits.then(|| self.resolve(line, teller, teller_at))
    }

    /// "London Breed met Ada Holm. Breed said she would": who is told of by a surname alone may mean himself, and not whoever was spoken of.
    fn is_told_by_surname(&self, line: &Line<'_>, at: usize, meant: &str) -> bool {
        let clauses = &line.parsed.clauses;
        let own = clauses.iter().find(|clause| clause.subject == Some(at));
        let teller = own.and_then(|own| line.parsed.noun(clauses.get(own.reporter?)?.subject.filter(|it| *it < at)?));
        let Some(name) = teller.and_then(|teller| teller.name).map(|name| &self.names.mentions[name]) else {
            return false;
        };
        let teller = self.names.known(name);
        let is_surname = |full: &str| full.rsplit_once(' ').is_some_and(|(_, last)| last == teller.canonical);
        teller.sort == NameType::Other
            && teller.canonical != meant
            && self.names.all.iter().any(|known| known.canonical != meant && is_surname(&known.canonical))
    }

    /// "The district faces a gap in its budget", "The board broke its rules when it met": what the clause, or the one around it, is said
    /// of, where that can own and nothing else is spoken of in between.
    fn own_subject(&self, line: &Line<'_>, pronoun: &Noun, at: usize) -> Option<Subject> {
        const OWNING: Classes = Classes::of(&[Class::CompanyNoun, Class::Body, Class::PlaceNoun, Class::PartNoun]);
        let owns = line.parsed.noun(at).is_some_and(|noun| noun.words != pronoun.words);
        let single = ["it", "its"].iter().any(|word| self.page.says(pronoun.words.start, word));
        let clause = line.parsed.clause_before(at).map(|clause| &line.parsed.clauses[clause]).filter(|_| single)?;
        let subject = clause.subject.filter(|subject| *subject < clause.verb)?;
        let noun = line.parsed.noun(subject).filter(|noun| noun.definite && noun.rest.is_empty() && !noun.pronoun)?;
        let kind = self.kind_of(noun);
        let one = self.page.lower(noun.head) == kind && self.page.kind_classes(noun.head).meets(OWNING);
        let other = |between: usize| line.parsed.noun(between).is_some_and(|noun| noun.definite || noun.name.is_some());
        let hangs = |between: usize| matches!(line.parsed.phrases[between].kind, PhraseKind::Subordinator);
        let near = if owns { !(clause.verb + 1..at).any(other) } else { at > 0 && hangs(at - 1) };
        if !one || !near || !self.is_common(noun) {
            return None;
        }
        let meant = self.resolve(line, noun, subject);
        // "A court cut its fine": whose it is, if not that of somebody who was spoken of, only what one has tells.
        let own = self.memory.organisation.as_ref().is_none_or(|spoken| *spoken == meant.name);
        let has = line.parsed.verb(clause.verb).is_some_and(|verb| verb.classes.has(Class::Owning));
        (own || has || !owns).then_some(meant)
    }

    /// "would sue the board, a day after it decided": the council or board that the sentence spoke of last.
    fn body_before(&self, line: &Line<'_>, at: usize) -> Option<Subject> {
        let own = line.parsed.clauses.iter().position(|clause| clause.subject == Some(at))?;
        let decides = line.parsed.classes(own).has(Class::Deciding);
        let body = |at: &usize| {
            line.parsed.noun(*at).is_some_and(|noun| {
                !noun.pronoun && noun.rest.is_empty() && self.page.kind_classes(noun.head).has(Class::Body)
            })
        };
        // "Acme blamed the council when it decided": either.
        let acts = line.parsed.clauses.first().and_then(|first| line.parsed.noun(first.subject.filter(|it| *it < at)?));
        let several = acts.is_none_or(|acts| self.page.grammar.are_people(self.page.lower(acts.head)));
        let at = (0..at).rev().find(body).filter(|_| decides && several)?;
        Some(self.resolve(line, line.parsed.noun(at)?, at))
    }

    /// "Acme has 18 beds, its spokeswoman said": whom that tells of, where it opens the sentence.
    fn told_by_own(&self, line: &Line<'_>, at: usize) -> Option<Subject> {
        let clauses = &line.parsed.clauses;
        let beside = self.apposed(line, line.parsed.noun(at)?, at).map(|_| at + 2);
        let is_own = |subject: usize| subject == at || Some(subject) == beside;
        let telling = clauses.iter().position(|clause| clause.subject.is_some_and(is_own))?;
        line.parsed.noun(at)?.possessor.as_ref().filter(|owner| owner.pronoun)?;
        let told = clauses.iter().find(|clause| clause.reporter == Some(telling) && clause.verb < at)?;
        let subject = told.subject.filter(|subject| *subject < at)?;
        let noun = line.parsed.noun(subject).filter(|noun| noun.rest.is_empty() && noun.possessor.is_none())?;
        // "Acme General": what stands behind the name is a part of it.
        let known = self.names.known(&self.names.mentions[self.names.starting(noun.words.start)?]);
        let named = matches!(known.sort, NameType::Organisation | NameType::Other);
        named.then(|| Subject { name: known.canonical.clone(), ..Subject::default() })
    }

    pub(super) fn relative_owner(&self, line: &Line<'_>, at: usize) -> Subject {
        let relative = (0..=at.min(line.parsed.phrases.len().saturating_sub(1)))
            .rev()
            .find(|at| matches!(line.parsed.phrases[*at].kind, PhraseKind::Relative));
        let owner = relative.and_then(|relative| antecedent(self.page, self.names, line.parsed, relative));
        match owner.and_then(|owner| line.parsed.noun(owner).map(|noun| (owner, noun))) {
            Some((owner, noun)) if !noun.pronoun => self.with_members(line, self.resolve(line, noun, owner), owner),
            _ => Subject::default(),
        }
    }

    /// The organisation or person who speaks in the quote that covers a phrase.
    fn speaker_of(&self, line: &Line<'_>, at: usize) -> Option<String> {
        self.quoted(line, at).or_else(|| self.memory.person.clone())
    }

    /// Whose quote covers a phrase.
    fn quoted(&self, line: &Line<'_>, at: usize) -> Option<String> {
        let place = line.parsed.phrases.get(at).map(|phrase| self.page.span(phrase.tokens.clone()))?;
        self.setting.quotes.speaker_at(place)
    }

    /// Finds out whom a pronoun, or the owner of a noun, means before what stands behind it is remembered.
    pub(super) fn settle_pronouns(&mut self, line: &Line<'_>, noun: &Noun, at: usize) {
        let owner = noun.possessor.as_deref();
        for pronoun in [Some(noun), owner].into_iter().flatten().filter(|noun| noun.pronoun) {
            let meant = self.pronoun(line, pronoun, at);
            let acts = line.parsed.clauses.iter().any(|clause| clause.subject == Some(at)) && noun.pronoun;
            let personal = Gender::of_pronoun(self.page.lower(pronoun.words.start)).is_some();
            if personal {
                // Of whom nothing is known is still somebody, and nobody who is named beside.
                self.memory.speak_of(self.names.number(&meant.name).unwrap_or(usize::MAX));
            }
            if acts && !meant.name.is_empty() && personal {
                self.memory.person = Some(meant.name.clone());
                self.memory.person_acts = true;
            }
            self.memory.pronouns.insert(pronoun.words.start, meant);
        }
    }

    /// "The film took $40 million": in the next sentence "it" is the film.
    pub(super) fn remember_thing(&mut self, line: &Line<'_>, noun: &Noun, at: usize) {
        const OTHERS: Classes = Classes::of(&[Class::PersonNoun, Class::Title, Class::Human, Class::TakingUp]);
        let plain = noun.definite && noun.possessor.is_none() && !noun.pronoun && noun.quantity.is_none();
        let opens = at == 0 || self.is_object_of_people(line, at);
        let own = line
            .parsed
            .clauses
            .iter()
            .position(|clause| (clause.subject == Some(at) || clause.verb + 1 == at) && clause.role == Role::Main);
        let head = self.kind_of(noun);
        if at == 0 && own.is_some() && noun.quantity.is_none() && self.is_alone(line) {
            self.remember_built(line, noun, &head);
        }
        let Some(own) = own.filter(|_| opens && plain && noun.name.is_none() && self.is_common(noun)) else { return };
        let classes = self.page.grammar.classes(&head);
        let thing = self.page.lower(noun.head) == head
            && !classes.meets(OTHERS)
            && !self.page.grammar.is_transparent(&head)
            && (classes.has(Class::CompanyNoun) || !self.is_willed(line, own));
        let meant = Some(()).filter(|()| thing).map(|()| self.resolve(line, noun, at));
        let built = || self.work(line, noun, at).or_else(|| self.only_called(line, noun, at)).is_some();
        if let Some(subject) = meant.filter(|subject| !subject.name.chars().any(char::is_uppercase) || built()) {
            self.memory.next_thing = Some(subject);
        }
    }

    /// "The Tarn Bridge will shut": no body that acts, and spoken of as a thing; in "It opened in 1912" again.
    fn remember_built(&mut self, line: &Line<'_>, noun: &Noun, head: &str) {
        let place = |name: usize| self.names.known(&self.names.mentions[name]).sort == NameType::Place;
        if noun.name.is_some_and(place) && self.page.grammar.is_built(&head.to_lowercase()) {
            self.memory.next_thing = Some(self.resolve(line, noun, 0));
        } else if self.page.says(noun.words.start, "it") {
            let meant = self.resolve(line, noun, 0);
            self.memory.next_thing = self.memory.thing.clone().filter(|thing| *thing == meant);
        }
    }

    /// Whether a sentence speaks of nothing but what opens it, besides numbers, and the places in which it lies.
    fn is_alone(&self, line: &Line<'_>) -> bool {
        let place = |name: usize| self.names.known(&self.names.mentions[name]).sort == NameType::Place;
        (1..line.parsed.phrases.len()).filter_map(|at| Some((at, line.parsed.noun(at)?))).all(|(at, noun)| {
            let lies = matches!(line.parsed.phrases[at - 1].kind, PhraseKind::Preposition);
            noun.quantity.is_some() || lies && noun.name.is_some_and(place)
        })
    }

    /// "Shares rose 6%": in the next sentence "they" are the shares.
    pub(super) fn remember_several(&mut self, line: &Line<'_>, noun: &Noun, at: usize) {
        let acts = line.parsed.clauses.iter().any(|own| own.subject == Some(at) && own.role == Role::Main);
        let plain = noun.name.is_none() && !noun.pronoun && noun.quantity.is_none() && noun.rest.is_empty();
        let plural = || self.is_common(noun) && self.page.lower(noun.head) != self.kind_of(noun);
        if acts && plain && plural() {
            // "Shares of Acme rose 6%": they are its shares.
            let of = line.parsed.phrases.get(at + 1).is_some_and(|link| self.page.says(link.tokens.start, "of"));
            let owner = line.parsed.noun(at + 2).filter(|_| of).map(|owner| self.resolve(line, owner, at + 2));
            let owner = owner.filter(|owner| !owner.name.is_empty());
            let owned = owner.map(|owner| Subject { topic: self.topic(noun), ..owner });
            self.memory.next_several = Some(owned.unwrap_or_else(|| self.resolve(line, noun, at)));
        } else if self.memory.next_several.is_none()
            && noun.quantity.is_some()
            && self.page.grammar.are_people(self.page.lower(noun.head))
        {
            // "Acme hired 200 workers. They": the workers, or Acme.
            self.memory.next_several = Some(Subject::default());
        }
    }

    /// "Critics praised the film": behind those who are several and have no name, "it" can only be the thing.
    fn is_object_of_people(&self, line: &Line<'_>, at: usize) -> bool {
        let clause = line.parsed.clauses.first().filter(|clause| clause.verb + 1 == at && !clause.denied);
        let subject = clause.and_then(|clause| line.parsed.noun(clause.subject.filter(|subject| *subject == 0)?));
        let several = |noun: &Noun| {
            let head = self.page.lower(noun.head);
            let human = self.page.kind_classes(noun.head);
            noun.name.is_none()
                && self.is_common(noun)
                && head != self.kind_of(noun)
                && (human.has(Class::PersonNoun)
                    || human.has(Class::Human)
                    || human.has(Class::Unnamed)
                    || self.page.is(noun.head, Class::Noun))
        };
        subject.is_some_and(several)
    }

    /// "The closure will cost $9 million. It plans": no closure plans, but a board may.
    fn is_willed_by(&self, line: &Line<'_>, at: usize, thing: &Subject) -> bool {
        const WILLING: Classes = Classes::of(&[Class::CompanyNoun, Class::Body, Class::PlaceNoun]);
        let own = line.parsed.clauses.iter().position(|clause| clause.subject == Some(at));
        let last = thing.topic.last().map_or(thing.name.as_str(), String::as_str);
        let head = last.rsplit(' ').next().unwrap_or_default();
        own.is_some_and(|own| self.is_willed(line, own)) && !self.page.grammar.classes(head).meets(WILLING)
    }

    /// "The shipbuilder expects": no thing says, plans or expects.
    fn is_willed(&self, line: &Line<'_>, clause: usize) -> bool {
        const WILL: Classes =
            Classes::of(&[Class::Saying, Class::Planning, Class::Pledging, Class::Forecasting, Class::Weighing]);
        line.parsed.classes(clause).meets(WILL)
    }

    /// "He paid", where two people may be meant, "it cost", where nothing tells what: nobody's, and least of all the company's.
    pub(super) fn is_unknown_doer(&self, line: &Line<'_>, clause: usize) -> bool {
        let subject = line.parsed.clauses.get(clause).and_then(|clause| clause.subject);
        let pronoun = subject.and_then(|at| Some((at, line.parsed.noun(at).filter(|noun| noun.pronoun)?)));
        pronoun.is_some_and(|(at, noun)| {
            let word = self.page.lower(noun.words.start);
            let open = Gender::of_pronoun(word).is_some() || matches!(word, "it" | "they");
            open && self.resolve(line, noun, at).name.is_empty()
        })
    }
}
