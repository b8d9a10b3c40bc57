//! Whose number it is: owners, agents, patients, and the collectives they stand for.

use super::super::super::NameType;
use super::super::super::clauses::Role;
use super::super::super::grammar::{Class, Classes};
use super::super::super::names::Gender;
use super::super::super::phrases::{Mood, Noun, PhraseKind};
use super::super::{Line, Reader};
use super::{Side, Site};
use crate::statement::Subject;
use crate::value::Dimension;

impl Reader<'_> {
    /// Whose number it is by the grammar of the sentence, if that tells.
    pub(in crate::extract::facts) fn holder(&self, line: &Line<'_>, site: &Site<'_>) -> Option<Subject> {
        if let Some(possessor) = &site.noun.possessor {
            return Some(self.resolve(line, possessor, site.at));
        }
        if let Some(second) = self.of_second(line, site) {
            return Some(second);
        }
        if self.measure_in_front(site).is_some() {
            return Some(self.collective(site.noun));
        }
        let tied = || self.tied_thing(site.noun).filter(|_| site.side != Side::Object);
        if let Some(thing) = self.thing(site.noun).or_else(tied) {
            return Some(thing);
        }
        if let Some(place) = self.place_of(line, site) {
            return line.parsed.noun(place).map(|noun| self.resolve(line, noun, place));
        }
        if let Some(owner) = self.of_owner(line, site).filter(|_| site.side == Side::Object) {
            return Some(owner);
        }
        if let Some(owner) = self.next_to(line, site) {
            return Some(owner);
        }
        // "a 42-year-old man": whoever he is.
        let is_own = self.page.mention(site.noun.head) != Some(site.mention);
        if is_own && self.dimension(site.mention) == Some(Dimension::Age) {
            return Some(self.named_inside(site).unwrap_or_else(|| self.collective(site.noun)));
        }
        if let Some(owner) = self.had_by(line, site) {
            return Some(owner);
        }
        if let Some(clause) = self.levying(line, site) {
            return self.payer(line, clause);
        }
        if let Some(estimated) = self.estimated(line, site) {
            return Some(estimated);
        }
        // "cut Acme's grant to $3 million", "a court cut its fine": the owner's, whoever cuts it.
        let owned = |object: &Noun| {
            let owner = object.possessor.as_deref()?;
            let verb = line.parsed.clauses[site.clause?].verb;
            Some(self.resolve(line, if owner.pronoun { owner } else { object }, verb + 1))
        };
        let owner = self.moved_object(line, site).and_then(owned).filter(|owner| !owner.name.is_empty());
        if let Some(owner) = owner {
            return Some(owner);
        }
        match (site.clause, site.side) {
            (Some(clause), Side::Object) if self.is_opposed(line, site, clause) => None,
            (Some(clause), Side::Object) => self.agent(line, clause),
            (Some(clause), Side::Subject) => self.patient(line, clause),
            (Some(_) | None, _) => None,
        }
        .filter(|subject| !subject.name.is_empty())
        .or_else(|| self.named_inside(site))
    }

    /// "The chief put the damage at $2 million", "put the cost of the bridge at": the event's, the thing's, or its own where neither is known,
    /// and not of whoever says so.
    fn estimated(&self, line: &Line<'_>, site: &Site<'_>) -> Option<Subject> {
        let object = self.estimated_noun(line, site)?;
        let behind = Some(object + 2).filter(|behind| *behind < site.at);
        let named = behind.and_then(|behind| Some(self.resolve(line, line.parsed.noun(behind)?, behind)));
        // "put the cost of repairs at": repairs to what is not told, and not by whoever says so.
        let teller = self.subject_of(line, site.clause?).map(|(at, noun)| self.resolve(line, noun, at));
        let named = named.filter(|named| teller.is_none_or(|teller| teller.name != named.name));
        let own = |noun: &Noun| self.page.kind_classes(noun.head).has(Class::OwnMeasure);
        let firm = || self.current_organisation().filter(|_| line.parsed.noun(object).is_some_and(own));
        let event = || self.memory.event().filter(|event| !self.is_gathering(event));
        let itself = || line.parsed.noun(object).map(|noun| self.resolve(line, noun, object));
        named.or_else(firm).or_else(event).or_else(itself)
    }

    /// The measure of which somebody gives the figure: "put the damage at", "put the cost of the bridge at". What is a firm's own ("put
    /// revenue at") stays theirs.
    fn estimated_noun(&self, line: &Line<'_>, site: &Site<'_>) -> Option<usize> {
        let clause = site.clause.filter(|_| site.side == Side::Object)?;
        let phrases = &line.parsed.phrases;
        let says = |at: usize, words: &[&str]| words.iter().any(|word| self.page.says(phrases[at].tokens.start, word));
        let object = line.parsed.clauses[clause].verb + 1;
        let at = site.at.checked_sub(1).filter(|at| *at > object && says(*at, &["at"]))?;
        let noun = line.parsed.noun(object).filter(|noun| !noun.pronoun && noun.possessor.is_none())?;
        let classes = self.page.kind_classes(noun.head);
        let own = classes.has(Class::OwnMeasure) && at == object + 1 && self.may_tell_of_itself(line, clause);
        let appraised = line.parsed.classes(clause).has(Class::Appraising);
        let measure =
            appraised || self.is_measure(noun) || classes.has(Class::OfThings) || classes.has(Class::OwnMeasure);
        // "the cost of repairs to the bridge at"
        let alone = (at - object) % 2 == 1
            && (object + 1..at).step_by(2).all(|link| says(link, &["of", "to", "from", "for", "in"]))
            && (object + 2..at).step_by(2).all(|behind| line.parsed.noun(behind).is_some());
        (alone && measure && !own && self.is_common(noun)).then_some(object)
    }

    /// "Acme put revenue at", and not "Ida Lund put", "experts put".
    fn may_tell_of_itself(&self, line: &Line<'_>, clause: usize) -> bool {
        let Some((at, noun)) = self.subject_of(line, clause) else { return false };
        match noun.name {
            Some(name) => self.names.known(&self.names.mentions[name]).sort != NameType::Person,
            None => noun.pronoun || self.page.says(line.parsed.phrases[at].tokens.start, "the"),
        }
    }

    /// The clause of "fined" that a sum stands behind.
    fn levying(&self, line: &Line<'_>, site: &Site<'_>) -> Option<usize> {
        let money = self.dimension(site.mention) == Some(Dimension::Money) && site.side == Side::Object;
        site.clause.filter(|clause| money && line.parsed.classes(*clause).has(Class::Levying))
    }

    /// "Acme was fined", "fined Acme": who has to pay.
    pub(super) fn payer(&self, line: &Line<'_>, clause: usize) -> Option<Subject> {
        let own = line.parsed.clauses.get(clause)?;
        let object = Some(own.verb + 1).filter(|_| !line.parsed.is_passive(clause));
        let at = object.or(own.subject)?;
        let noun = line.parsed.noun(at).filter(|noun| noun.quantity.is_none())?;
        Some(self.resolve(line, noun, at))
    }

    /// "fought a $5 million bridge": the sum is the bridge's.
    fn is_opposed(&self, line: &Line<'_>, site: &Site<'_>, clause: usize) -> bool {
        self.dimension(site.mention) == Some(Dimension::Money)
            && self.page.mention(site.noun.head) != Some(site.mention)
            && line.parsed.classes(clause).has(Class::Opposing)
    }

    /// "Okafor, a 48-year-old lawyer," and "she got 53 percent and Brandt 47": the name right in front.
    pub(super) fn next_to(&self, line: &Line<'_>, site: &Site<'_>) -> Option<Subject> {
        let name = |at: usize| {
            line.parsed
                .noun(at)
                .filter(|noun| noun.name.is_some() && noun.quantity.is_none())
                .map(|noun| self.resolve(line, noun, at))
        };
        let kind = |back: usize| site.at.checked_sub(back).map(|at| &line.parsed.phrases[at].kind);
        let aged = self.dimension(site.mention) == Some(Dimension::Age);
        let article = matches!(self.page.lower(line.parsed.phrases[site.at].tokens.start), "a" | "an") || aged;
        // "Doe (54)", "Doe, aged 54,"
        if aged && self.is_second_age(line, site.at) {
            return self.aged_group(line, site.at - 3);
        }
        if aged && (matches!(kind(1), Some(PhraseKind::Open)) || self.is_word_before(line, site.at, "aged")) {
            let named = |at: &usize| line.parsed.noun(*at).is_some_and(|noun| noun.name.is_some());
            let group = || self.aged_group(line, site.at.checked_sub(1)?);
            return (0..site.at).rev().take(3).find(named).and_then(name).or_else(group);
        }
        match (kind(2), kind(1)) {
            (Some(PhraseKind::Noun(_)), Some(PhraseKind::Comma)) if article => {
                self.last_listed(line, site.at - 2).or_else(|| name(site.at - 2))
            }
            (Some(PhraseKind::Conjunction | PhraseKind::Comma), Some(PhraseKind::Noun(_)))
                if site.side == Side::Object =>
            {
                name(site.at - 1)
            }
            _ => None,
        }
    }

    /// "Leo Rein, of Orrin, and Nina Reyes, 36,": the last of a list of names.
    fn last_listed(&self, line: &Line<'_>, at: usize) -> Option<Subject> {
        let name = line.parsed.noun(at)?.rest.last()?.name?;
        let known = self.names.known(&self.names.mentions[name]);
        Some(Subject { name: known.canonical.clone(), ..Subject::default() })
    }

    /// "aged 22 and 47": the second one.
    fn is_second_age(&self, line: &Line<'_>, at: usize) -> bool {
        let first = at.checked_sub(2).filter(|_| matches!(line.parsed.phrases[at - 1].kind, PhraseKind::Conjunction));
        first.is_some_and(|first| line.parsed.noun(first).is_some() && self.is_word_before(line, first, "aged"))
    }

    /// "Two men, aged 22 and 47,": whoever they are, and nobody who was spoken of before.
    fn aged_group(&self, line: &Line<'_>, aged: usize) -> Option<Subject> {
        let comma = aged.checked_sub(1).filter(|at| matches!(line.parsed.phrases[*at].kind, PhraseKind::Comma))?;
        let noun = line.parsed.noun(comma.checked_sub(1)?)?;
        Some(self.collective(noun)).filter(|_| noun.quantity.is_some() && noun.name.is_none())
    }

    fn is_word_before(&self, line: &Line<'_>, at: usize, word: &str) -> bool {
        at.checked_sub(1).is_some_and(|before| self.page.says(line.parsed.phrases[before].tokens.start, word))
    }

    /// "$5M Acme Depot Plan": a name inside of the phrase.
    fn named_inside(&self, site: &Site<'_>) -> Option<Subject> {
        let name = self.names.within(site.noun.words.clone()).next().filter(|_| site.side == Side::Bare)?;
        Some(Subject { name: self.names.known(name).canonical.clone(), ..Subject::default() })
    }

    /// "propelled Acme to a valuation exceeding $1 trillion", "an investment of $5 billion by Acme": a measure noun in front of the
    /// number, with its own owner.
    pub(in crate::extract::facts) fn of_owner(&self, line: &Line<'_>, site: &Site<'_>) -> Option<Subject> {
        let measure = self.measure_noun(line, site).or_else(|| self.carried_measure(line, site))?;
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
    pub(in crate::extract::facts) fn measure_noun(&self, line: &Line<'_>, site: &Site<'_>) -> Option<usize> {
        if let Some(object) = self.estimated_noun(line, site) {
            return Some(object);
        }
        let phrases = &line.parsed.phrases;
        let before = site.at.checked_sub(1)?;
        let linked = match &phrases[before].kind {
            PhraseKind::Preposition => {
                matches!(self.page.lower(phrases[before].tokens.start), "of" | "worth" | "at")
            }
            // "expenditures between $80 million and $85 million"
            PhraseKind::Noun(_) if self.page.says(phrases[site.at].tokens.start, "between") => return Some(before),
            PhraseKind::Verb(_) => line.parsed.clauses.iter().any(|clause| {
                clause.verb == before && clause.role == Role::Relative && clause.subject == before.checked_sub(1)
            }),
            _ => false,
        };
        let worth = self.page.says(phrases[before].tokens.start, "worth");
        let noun = before.checked_sub(1).filter(|_| linked)?;
        match &phrases[noun].kind {
            PhraseKind::Noun(candidate) if candidate.quantity.is_none() && !candidate.pronoun => {
                let governed = worth
                    && candidate.name.is_some()
                    && noun > 0
                    && matches!(phrases[noun - 1].kind, PhraseKind::Preposition);
                if governed { (0..noun - 1).rev().find(|at| line.parsed.noun(*at).is_some()) } else { Some(noun) }
            }
            _ => None,
        }
    }

    /// The noun whose numbers are listed, for one that is not the first.
    pub(in crate::extract::facts) fn carried_measure(&self, line: &Line<'_>, site: &Site<'_>) -> Option<usize> {
        let before = self.listed_before(line, site)?;
        let of = |at: usize| {
            matches!(line.parsed.phrases[at].kind, PhraseKind::Preposition)
                && matches!(self.page.lower(line.parsed.phrases[at].tokens.start), "of" | "in")
        };
        let own = line.parsed.noun(site.at + 2).is_some_and(|noun| noun.name.is_none() && of(site.at + 1));
        let first = self.site_at(line, before).filter(|_| !own)?;
        self.measure_noun(line, &first).or_else(|| self.carried_measure(line, &first))
    }

    /// "revenue of $3 million in 2022, $4 million in 2023": the value before in a list, where nothing but its place or time stands
    /// between.
    pub(in crate::extract::facts) fn listed_before(&self, line: &Line<'_>, site: &Site<'_>) -> Option<usize> {
        let phrases = &line.parsed.phrases;
        let mark = |at: usize| matches!(phrases[at].kind, PhraseKind::Comma | PhraseKind::Conjunction);
        let own = self.dimension(site.mention);
        let valued =
            |at: usize| line.parsed.noun(at).and_then(|noun| noun.quantity).map(|mention| self.dimension(mention));
        let before =
            (0..site.at).rev().find(|at| valued(*at).is_some()).filter(|before| valued(*before) == Some(own))?;
        let between = |at: usize| {
            mark(at) || matches!(phrases[at].kind, PhraseKind::Preposition | PhraseKind::Time(_) | PhraseKind::Noun(_))
        };
        let ends = (before + 1..site.at).find(|at| mark(*at))?;
        let joined = (before + 1..site.at).all(between) && (ends..site.at).all(mark);
        joined.then_some(before)
    }

    /// The one who does what the verb says.
    pub(super) fn agent(&self, line: &Line<'_>, clause: usize) -> Option<Subject> {
        if let Some(agent) = self.by_agent(line, clause).filter(|_| !self.is_appraised(line, clause)) {
            return Some(agent);
        }
        let (subject, noun) = self.subject_of(line, clause)?;
        let resolved = self.with_members(line, self.resolve(line, noun, subject), subject);
        // "A resident of Mill Lane lost $12,000": the resident, and not the lane.
        let loses = line.parsed.classes(clause).has(Class::Forgoing) && self.page.grammar.is_human(&self.kind_of(noun));
        if self.is_measured(line, clause) && !loses {
            let mut owner = self.measured_owner(line, subject, noun, resolved, clause);
            owner
                .topic
                .extend(self.narrowing(line, subject, clause).filter(|_| self.is_common(noun)).unwrap_or_default());
            return Some(owner);
        }
        // "Shares in Acme closed 2 percent higher"
        let passes = self.page.grammar.is_transparent(&self.kind_of(noun)) && noun.possessor.is_none();
        let owner = Some(noun).filter(|noun| passes && self.is_common(noun));
        let owner = owner.and_then(|_| self.owner_behind(line, subject, clause));
        Some(owner.map_or(resolved, |owner| Subject { topic: self.topic(noun), ..owner }))
    }

    /// "Damage to homes was": to what of all that there may be damage to.
    fn narrowing(&self, line: &Line<'_>, subject: usize, clause: usize) -> Option<Vec<String>> {
        let to = line.parsed.phrases.get(subject + 1)?;
        let tied = ["to", "among", "on"].iter().any(|word| self.page.says(to.tokens.start, word));
        let noun = line.parsed.noun(subject + 2).filter(|_| tied && subject + 2 < line.parsed.clauses[clause].verb)?;
        (self.is_common(noun) && !noun.pronoun && noun.quantity.is_none()).then(|| self.topic(noun))
    }

    /// "was bought by Acme": who does it in a passive clause.
    pub(in crate::extract::facts) fn by_agent(&self, line: &Line<'_>, clause: usize) -> Option<Subject> {
        let own = &line.parsed.clauses[clause];
        if !line.parsed.is_passive(clause) {
            return None;
        }
        let by = (own.verb + 1..own.end.min(own.verb + 4)).find(|at| {
            matches!(line.parsed.phrases[*at].kind, PhraseKind::Preposition)
                && self.page.says(line.parsed.phrases[*at].tokens.start, "by")
        })?;
        let noun = line.parsed.noun(by + 1).filter(|noun| noun.quantity.is_none())?;
        Some(self.resolve(line, noun, by + 1))
    }

    pub(in crate::extract::facts) fn subject_of<'a>(
        &self,
        line: &'a Line<'_>,
        clause: usize,
    ) -> Option<(usize, &'a Noun)> {
        let subject = line.parsed.clauses.get(clause)?.subject?;
        Some((subject, line.parsed.noun(subject)?))
    }

    /// Whether the verb only measures its subject: "the investment totals $5 billion".
    pub(in crate::extract::facts) fn is_measured(&self, line: &Line<'_>, clause: usize) -> bool {
        const MEASURING: Classes = Classes::of(&[Class::Measuring, Class::Rising, Class::Falling]);
        line.parsed.classes(clause).meets(MEASURING)
            || line.parsed.lemma(clause) == "be" && line.parsed.chain(clause).len() > 1
            || self.is_appraised(line, clause)
    }

    /// "The damage was put at $2 million by insurers": the figure is of what was appraised, and not of whoever did it.
    fn is_appraised(&self, line: &Line<'_>, clause: usize) -> bool {
        line.parsed.is_passive(clause) && line.parsed.classes(clause).has(Class::Appraising)
    }

    /// Whether a verb only tells that its object, or its subject where it is passive, is given a figure: "put the damage at $2 million". Of
    /// somebody by name it says which: "Acme was valued at $2 million".
    pub(in crate::extract::facts) fn is_appraisal(&self, line: &Line<'_>, site: &Site<'_>, clause: usize) -> bool {
        let verb = line.parsed.classes(clause);
        if !verb.has(Class::Appraising) || verb.has(Class::Measuring) {
            return false;
        }
        let named =
            || self.subject_of(line, clause).is_none_or(|(_, noun)| noun.pronoun || self.topic(noun).is_empty());
        match line.parsed.is_passive(clause) {
            true => !named(),
            false => self.estimated_noun(line, site).is_some(),
        }
    }

    /// The owner of a measured noun: its possessor, the name inside or behind it ("the population of Oslo"), who says so, or whom
    /// the text speaks of.
    pub(in crate::extract::facts) fn measured_owner(
        &self,
        line: &Line<'_>,
        at: usize,
        noun: &Noun,
        resolved: Subject,
        clause: usize,
    ) -> Subject {
        let whose = at > 0 && matches!(line.parsed.phrases[at - 1].kind, PhraseKind::Relative);
        if whose
            || noun.quantity.is_some()
            || noun.possessor.is_some()
            || noun.name.is_some()
            || self.names.within(noun.words.clone()).next().is_some()
        {
            return resolved;
        }
        let counted = self.counted(line, clause).and_then(|(_, told)| told);
        if let Some(owner) = counted.and_then(|told| self.patient(line, told)) {
            return owner;
        }
        if let Some(owner) = self.owner_behind(line, at, clause) {
            // "The death toll in the Lund flood": the flood's.
            let topic = owner.topic.into_iter().filter(|word| self.page.grammar.is_event(word));
            let topic = self.topic(noun).into_iter().chain(topic).collect();
            return Subject { name: owner.name, topic, members: owner.members };
        }
        if noun.pronoun || !self.is_common(noun) {
            return resolved;
        }
        if let Some(owner) = self.unknown_owner(noun) {
            return owner;
        }
        // Only what is somebody's own without saying so ("revenue", "debt") goes to whoever is spoken of.
        let result = || self.memory.we().is_some() && self.page.kind_classes(noun.head).has(Class::Results);
        if !self.is_own_measure(noun) && !result() {
            return resolved;
        }
        if let Some(owner) = self.owner_at(line, clause) {
            return Subject { topic: self.topic(noun), ..owner };
        }
        if self.page.kind_classes(noun.head).has(Class::PublicMeasure) {
            let own = &line.parsed.clauses[clause];
            let place = (own.verb + 1..own.end).find_map(|at| self.place_behind(line, at));
            return place.map_or(resolved, |place| Subject { topic: self.topic(noun), ..place });
        }
        let teller = line.parsed.clauses[clause].reporter.and_then(|reporter| self.subject_of(line, reporter));
        let teller = teller
            .map(|(at, noun)| self.spoken_for(noun, self.resolve(line, noun, at)))
            .filter(|subject| subject.topic.is_empty());
        let by_person = teller.as_ref().is_some_and(|teller| teller.name.is_empty());
        let teller = teller.filter(|subject| !subject.name.is_empty());
        let current = self
            .current_organisation()
            .filter(|_| !by_person && resolved.name.chars().next().is_some_and(char::is_lowercase));
        match teller.or(current) {
            Some(owner) => Subject { topic: self.topic(noun), members: None, ..owner },
            None => resolved,
        }
    }

    /// "Finance chief Ida Rehn said debt had fallen": the company's, and not her own.
    fn spoken_for(&self, noun: &Noun, teller: Subject) -> Subject {
        let named = noun.name.is_some_and(|name| self.names.known(&self.names.mentions[name]).sort == NameType::Person);
        if !named && Gender::of_pronoun(self.page.lower(noun.words.start)).is_none() {
            return teller;
        }
        let office = self.memory.offices.get(&teller.name).cloned();
        // "The city manager said health costs had risen": not his, whosever they are.
        let name = office.or_else(|| self.memory.company(self.page.grammar)).unwrap_or_default();
        Subject { name, ..Subject::default() }
    }

    /// "Profit rose to $9 million at Acme": the organisation behind the verb.
    fn owner_at(&self, line: &Line<'_>, clause: usize) -> Option<Subject> {
        let own = &line.parsed.clauses[clause];
        let at = (own.verb + 1..own.end.min(line.parsed.phrases.len())).find(|at| {
            let phrase = &line.parsed.phrases[*at];
            matches!(phrase.kind, PhraseKind::Preposition) && self.page.says(phrase.tokens.start, "at")
        })?;
        let noun = line.parsed.noun(at + 1)?;
        let known = self.names.known(&self.names.mentions[noun.name?]);
        matches!(known.sort, NameType::Organisation | NameType::Other).then(|| self.resolve(line, noun, at + 1))
    }

    /// "Halden sales": a word that opens a sentence and that nothing is known of owns what stands behind it, or is a part of what is
    /// meant; nobody else owns it.
    fn unknown_owner(&self, noun: &Noun) -> Option<Subject> {
        let first = noun.words.start;
        let unknown = self.page.is_capital(first) && self.page.classes(first).is_empty() && noun.head > first;
        let name = self.page.word(first).to_owned();
        unknown.then(|| Subject {
            name,
            topic: self.topic(&Noun { words: first + 1..noun.words.end, ..noun.clone() }),
            members: None,
        })
    }

    /// "the number of people killed": the position of what is counted, and the clause that tells what was done to it.
    pub(in crate::extract::facts) fn counted(&self, line: &Line<'_>, clause: usize) -> Option<(usize, Option<usize>)> {
        let (at, noun) = self.subject_of(line, clause)?;
        let counts = matches!(&*self.kind_of(noun), "number" | "total" | "count" | "tally")
            && line.parsed.phrases.get(at + 1).is_some_and(|phrase| self.page.says(phrase.tokens.start, "of"));
        line.parsed.noun(at + 2).filter(|counted| counts && counted.name.is_none())?;
        let told = line
            .parsed
            .clauses
            .iter()
            .position(|clause| clause.subject == Some(at + 2) && clause.role == Role::Relative);
        Some((at + 2, told))
    }

    /// "the population of Oslo", "the death toll from the earthquake in Chile": the owner behind a measured noun, nearest kin first.
    fn owner_behind(&self, line: &Line<'_>, at: usize, clause: usize) -> Option<Subject> {
        let verb = line.parsed.clauses[clause].verb;
        let behind = |words: &[&str]| {
            (at + 1..verb).find(|next| {
                let phrase = &line.parsed.phrases[*next];
                matches!(phrase.kind, PhraseKind::Preposition) && words.contains(&self.page.lower(phrase.tokens.start))
            })
        };
        let held = line.parsed.noun(at).is_some_and(|noun| self.is_measure(noun));
        let found = behind(&["of", "from"]).or_else(|| behind(&["at", "in", "by", "for"]).filter(|_| held))?;
        let noun = line.parsed.noun(found + 1)?;
        // "the debt of the chess club": the club's, and not that of whoever was spoken of.
        let described = noun.definite && self.page.kind_classes(noun.head).has(Class::CompanyNoun);
        let named = noun.name.is_some()
            || described
            || self.names.within(noun.words.clone()).next().is_some()
            || self.is_event(noun);
        named.then(|| self.resolve(line, noun, found + 1))
    }

    /// "sales", "the death toll": a property, rather than a thing that has some. What is in a town has its own price.
    pub(in crate::extract::facts) fn is_measure(&self, noun: &Noun) -> bool {
        let phrase = self.page.slice(noun.words.clone());
        [&*self.kind_of(noun), phrase].iter().any(|word| self.page.grammar.is_measure(word))
    }

    pub(in crate::extract::facts) fn is_common(&self, noun: &Noun) -> bool {
        self.names.within(noun.words.clone()).next().is_none()
    }

    pub(in crate::extract::facts) fn current_organisation(&self) -> Option<Subject> {
        self.memory.current().map(|name| Subject { name, ..Subject::default() })
    }

    /// "14,000 workers were laid off by Acme", "at least 12 people died in the earthquake".
    fn patient(&self, line: &Line<'_>, clause: usize) -> Option<Subject> {
        let verb = line.parsed.clauses[clause].verb;
        // "58 percent support it, according to a survey by Acme": nobody does by another what he does himself.
        let by_another =
            self.is_harm(line, clause) || line.parsed.verb(verb).is_none_or(|verb| verb.passive || verb.past);
        let by = |at: &usize| line.parsed.noun(at + 1).filter(|_| by_another && self.is_by(line, *at));
        if let Some(at) = (verb + 1..line.parsed.clauses[clause].end).find(|at| by(at).is_some()) {
            return by(&at).map(|noun| self.resolve(line, noun, at + 1));
        }
        let found = self.harmed_in(line, clause);
        if found.is_some() || !self.is_harm(line, clause) {
            return found;
        }
        if let Some(built) = self.harmed_on(line, clause) {
            return Some(built);
        }
        let event = || self.memory.event().filter(|event| !self.is_gathering(event));
        self.accident(line, clause).or_else(event).or_else(|| self.harmed_at(line, clause))
    }

    fn is_by(&self, line: &Line<'_>, at: usize) -> bool {
        let phrase = &line.parsed.phrases[at];
        matches!(phrase.kind, PhraseKind::Preposition) && self.page.says(phrase.tokens.start, "by")
    }

    /// "died in the fire": the event that a clause is set in.
    pub(in crate::extract::facts) fn harmed_in(&self, line: &Line<'_>, clause: usize) -> Option<Subject> {
        const LINKS: [&str; 5] = ["in", "at", "from", "of", "during"];
        let own = &line.parsed.clauses[clause];
        let event = |at: usize| {
            let phrase = line.parsed.phrases.get(at)?;
            let link = LINKS.iter().any(|link| self.page.says(phrase.tokens.start, link));
            let noun = line.parsed.noun(at + 1).filter(|_| matches!(phrase.kind, PhraseKind::Preposition) && link)?;
            self.is_event(noun).then(|| self.resolve(line, noun, at + 1))
        };
        (own.verb + 1..own.end).find_map(event)
    }

    /// "died when a ferry sank": what happened to whom or what, behind the clause that tells of the harm.
    pub(in crate::extract::facts) fn accident(&self, line: &Line<'_>, clause: usize) -> Option<Subject> {
        let told = line.parsed.clauses.iter().skip(clause + 1).find(|told| told.role == Role::Adverbial)?;
        let subject = told.subject.filter(|subject| *subject < told.verb)?;
        let when = line.parsed.phrases.get(subject.checked_sub(1)?)?.tokens.start;
        let opens = ["when", "after", "as", "while"].iter().any(|word| self.page.says(when, word));
        let noun = line.parsed.noun(subject).filter(|noun| opens && !noun.pronoun && noun.quantity.is_none())?;
        Some(self.resolve(line, noun, subject))
    }

    pub(in crate::extract::facts) fn is_event(&self, noun: &Noun) -> bool {
        self.page.kind_classes(noun.head).has(Class::EventNoun)
            || noun.name.is_some_and(|name| {
                (self.names.mentions[name].tokens.clone()).any(|at| self.page.is(at, Class::EventNoun))
            })
    }

    /// Without a grammatical holder: the first name of the sentence, else who is spoken of. Whom a participle is about ("citing Acme")
    /// is not spoken of.
    pub(in crate::extract::facts) fn context(&self, line: &Line<'_>, site: &Site<'_>) -> Subject {
        let participle = |at: usize| line.parsed.verb(at).is_some_and(|verb| verb.mood == Mood::Gerund);
        let governed = |at: usize| matches!(line.parsed.phrases[at].kind, PhraseKind::Preposition) || participle(at);
        let free = |at: usize| at.checked_sub(1).is_none_or(|before| !governed(before));
        let first = (0..site.at)
            .filter_map(|at| Some((at, line.parsed.noun(at)?)))
            .find(|(at, noun)| noun.name.is_some() && free(*at))
            .map(|(at, noun)| self.resolve(line, noun, at));
        first.or_else(|| self.current_organisation()).unwrap_or_default()
    }

    /// "a long strike at Acme": the name behind a noun.
    pub(in crate::extract::facts) fn prepositional_name(&self, line: &Line<'_>, at: usize) -> Option<String> {
        let preposition =
            line.parsed.phrases.get(at + 1).filter(|phrase| matches!(phrase.kind, PhraseKind::Preposition))?;
        let fits = matches!(self.page.lower(preposition.tokens.start), "at" | "of" | "in" | "by" | "for");
        let noun = line.parsed.noun(at + 2).filter(|_| fits)?;
        Some(self.names.known(&self.names.mentions[noun.name?]).canonical.clone())
    }
}
