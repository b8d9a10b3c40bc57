//! Who is what: "Acme chief executive Jane Doe", "Jane Doe, the CEO of Acme", "Jane Doe was named chairwoman of Acme".

use std::ops::Range;

use super::super::NameType;
use super::super::clauses::Role;
use super::super::grammar::Class;
use super::super::names::Name;
use super::super::phrases::{Noun, PhraseKind, Verb};
use super::{Line, Reader};
use crate::source::Span;
use crate::statement::{Measure, Modality, Polarity, Qualifiers, Statement, Subject, Value};
use crate::value::Days;

/// What a sentence tells of an office besides its title: when it is held, how far that has got, and whether it is denied.
#[derive(Clone, Default)]
struct Told {
    qualifiers: Qualifiers,
    modality: Option<Modality>,
    polarity: Polarity,
    /// A word for an office that is left, or of which only is told that it was held.
    tenure: Option<&'static str>,
}

/// Words of the vocabulary for an office that is left, and for one that was held at a time.
const LEFT: &str = "former";
const HELD: &str = "sometime";

impl Reader<'_> {
    /// The roles told by the noun phrase at a position.
    pub(super) fn role_facts(&mut self, line: &Line<'_>, at: usize) {
        let Some(noun) = line.parsed.noun(at) else { return };
        let tokens = line.parsed.phrases[at].tokens.clone();
        let titled: Vec<Name> = self.names.within(tokens).filter(|name| name.title.is_some()).cloned().collect();
        for name in &titled {
            self.title_in_front(line, name);
        }
        self.apposition(line, at, noun);
        self.reversed(line, at, noun);
        self.copula(line, at, noun);
        self.heading(line, at, noun);
    }

    /// "Acme chief executive Jane Doe", "President Jane Doe".
    fn title_in_front(&mut self, line: &Line<'_>, name: &Name) {
        // "Father Doe" is addressed; "Sen. Doe" is one.
        let is_address = |at: usize| self.page.is(at, Class::Honorific) && !self.page.is(at, Class::Title);
        let addressed = |at: usize| is_address(at) && self.page.is_capital(at);
        let Some(title) = name.title.clone().filter(|title| !addressed(title.start)) else {
            return;
        };
        let bare = title.clone();
        let title = self.whole_title(title);
        let before = self.organisation_before(title.start);
        let start = before.as_ref().map_or(title.start, |(start, _)| *start);
        // "Council leader" where Lund Council has been named: its leader.
        let kind = bare.start.checked_sub(1).and_then(|before| self.memory.of_kind(self.page.lower(before)));
        let kind = kind.filter(|_| before.is_none());
        let title = if kind.is_some() { bare } else { title };
        let organisation =
            before.map(|(_, name)| name).or(kind).or_else(|| self.organisation_of_sentence(line, &title));
        let focus = self.page.span(self.qualified(start)..name.tokens.end);
        self.role(line, name.who, title, organisation, focus, Told::default());
    }

    /// Where the words begin that say in front of a title how it is held: "former", "deputy".
    fn qualified(&self, title: usize) -> usize {
        let qualifies = |at: &usize| self.page.classes(*at).qualifies_title() && !self.page.is(*at, Class::Title);
        (0..title).rev().take_while(qualifies).last().unwrap_or(title)
    }

    /// "Police chief", "opposition leader": nouns right in front of a title belong to it.
    fn whole_title(&self, title: Range<usize>) -> Range<usize> {
        let page = self.page;
        let named = |at: usize| self.names.covering(at).is_some();
        let is_noun = |at: usize| {
            let classes = page.classes(at);
            let other = [
                Class::Determiner,
                Class::Possessive,
                Class::Preposition,
                Class::Conjunction,
                Class::Adverb,
                Class::Demonym,
                Class::Be,
                Class::Have,
                Class::Do,
                Class::Modal,
                Class::Pronoun,
                Class::Subordinator,
                Class::Relative,
                Class::PlaceName,
                Class::Corporate,
                Class::CompanyNoun,
            ];
            page.is_word(at)
                && !page.word(at).starts_with(['\'', '’'])
                && !named(at)
                && (page.entry(at).verb.is_none() || page.is(at, Class::Either) || self.is_plural_noun(at))
                && !classes.qualifies_title()
                && !other.into_iter().any(|class| classes.has(class))
        };
        let start = (0..title.start).rev().take(2).take_while(|at| is_noun(*at)).last().unwrap_or(title.start);
        start..title.end
    }

    /// "public works": behind an adjective, what looks like a verb with its "s" is a noun.
    fn is_plural_noun(&self, at: usize) -> bool {
        let page = self.page;
        let verb = page.entry(at).verb.map(|(verb, _)| page.grammar.verb(verb));
        let noun =
            verb.is_some_and(|verb| page.lower(at).ends_with('s') && page.grammar.classes(verb).has(Class::Either));
        noun && at.checked_sub(1).is_some_and(|before| page.is(before, Class::Adjective))
    }

    /// The name, or the demonym, right in front of a title, and where it begins.
    fn organisation_before(&self, title: usize) -> Option<(usize, String)> {
        let page = self.page;
        let mut before = title.checked_sub(1)?;
        while page.classes(before).qualifies_title() || matches!(page.word(before), "'s" | "’s") {
            before = before.checked_sub(1)?;
        }
        let name = self.names.ending(before + 1);
        if let Some(name) = name {
            return Some((name.tokens.start, self.names.known(name).canonical.clone()));
        }
        let homeland =
            |start: usize| Some((start, page.grammar.homeland(page.slice(start..before + 1)).map(str::to_owned)?));
        (before.saturating_sub(1)..=before).find_map(homeland)
    }

    /// A bare title of companies takes the organisation that its sentence speaks of.
    fn organisation_of_sentence(&self, line: &Line<'_>, title: &Range<usize>) -> Option<String> {
        if !self.is_company_title(title.clone()) {
            return None;
        }
        let first = line.parsed.phrases.first()?.tokens.start;
        let found = self
            .names
            .within(first..title.start)
            .map(|name| self.names.known(name))
            .find(|known| !matches!(known.sort, NameType::Person | NameType::Place));
        found.map(|known| known.canonical.clone()).or_else(|| self.memory.company(self.page.grammar))
    }

    fn is_company_title(&self, title: Range<usize>) -> bool {
        self.page.grammar.classes(self.page.slice(title)).has(Class::CompanyTitle)
    }

    /// "Jane Doe, the CEO of Acme,". In "35 died in Lund County, sheriff says", whoever says so is no county.
    fn apposition(&mut self, line: &Line<'_>, at: usize, noun: &Noun) {
        let Some(name) = noun.name else { return };
        // "of Orrin, and Nina Reyes, 36, a nurse,": the last of a list.
        let name = noun.rest.last().and_then(|last| last.name).unwrap_or(name);
        let kind = |at: usize| line.parsed.phrases.get(at).map(|phrase| &phrase.kind);
        let comma = matches!(kind(at + 1), Some(PhraseKind::Comma));
        let speaks = matches!(kind(at + 3), Some(PhraseKind::Verb(verb)) if self.page.grammar.is_framing(&verb.lemma));
        // "Jane Doe, 71, a retired nurse,"
        let aged = line.parsed.noun(at + 2).is_some_and(|noun| self.page.mention(noun.head).is_some());
        let at = if aged && matches!(kind(at + 3), Some(PhraseKind::Comma)) { at + 4 } else { at + 2 };
        let Some(title) = line.parsed.noun(at).filter(|_| comma && !speaks) else { return };
        self.described(line, name, at, title, None);
    }

    /// "The mayor of Lund, Jane Doe,", "Acme's chief executive, Jane Doe,".
    fn reversed(&mut self, line: &Line<'_>, at: usize, noun: &Noun) {
        if let Some(name) = self.apposed(line, noun, at).and_then(|apposed| apposed.name) {
            self.described(line, name, at, noun, None);
        }
    }

    /// "Jane Doe, who runs Acme,".
    fn heading(&mut self, line: &Line<'_>, at: usize, noun: &Noun) {
        let Some(name) = noun.name.filter(|_| noun.rest.is_empty()) else { return };
        let clauses = &line.parsed.clauses;
        let who = clauses.iter().find(|clause| clause.role == Role::Relative && clause.subject == Some(at));
        let Some(clause) = who else { return };
        let runs = line
            .parsed
            .verb(clause.verb)
            .is_some_and(|verb| matches!(verb.lemma.as_str(), "run" | "head" | "lead") && is_present(verb));
        let Some(object) = line.parsed.noun(clause.verb + 1).filter(|_| runs && !clause.denied) else { return };
        let Some(organisation) = object.name.map(|name| self.names.known(&self.names.mentions[name])) else { return };
        if matches!(organisation.sort, NameType::Organisation | NameType::Other) && object.rest.is_empty() {
            let text = format!("head of {}", organisation.canonical);
            let focus = self.page.span(object.words.clone());
            self.hold(line, self.names.mentions[name].who, text, focus, Told::default());
        }
    }

    /// "Jane Doe is the CEO of Acme", "was named CEO of Acme".
    fn copula(&mut self, line: &Line<'_>, at: usize, noun: &Noun) {
        let Some(name) = noun.name else { return };
        let clause = line.parsed.clauses.iter().position(|clause| clause.subject == Some(at));
        let Some(clause) = clause.filter(|clause| {
            let verb = line.parsed.lemma(*clause).split(' ').next().unwrap_or_default();
            let classes = self.page.grammar.classes(verb);
            classes.has(Class::Copula) || classes.has(Class::Appointing) && line.parsed.is_passive(*clause)
        }) else {
            return;
        };
        let verb = line.parsed.clauses[clause].verb;
        let Some(title_at) = self.title_behind(line, verb) else { return };
        if let Some(title) = line.parsed.noun(title_at) {
            self.described(line, name, title_at, title, Some(clause));
        }
    }

    /// A title behind a name, with the clause that ties them where there is one.
    pub(super) fn described(&mut self, line: &Line<'_>, name: usize, at: usize, noun: &Noun, clause: Option<usize>) {
        let page = self.page;
        if let Some((text, end)) = self.heads(line, at, noun).or_else(|| self.belongs(line, at, noun)) {
            let told = self.told(line, end, clause);
            let focus = page.span(noun.words.start..line.parsed.phrases[end].tokens.end);
            return self.hold(line, self.names.mentions[name].who, text, focus, told);
        }
        let titled = noun.words.clone().find_map(|start| Some(start..self.title_end(start, noun.words.end)?));
        if titled.is_none() && self.is_trade(line, at, noun) {
            let told = self.told(line, at, clause);
            let text = page.slice(noun.words.clone()).to_lowercase();
            return self.hold(line, self.names.mentions[name].who, text, page.span(noun.words.clone()), told);
        }
        let Some(Range { start, end }) =
            titled.filter(|_| noun.name.is_none_or(|name| self.names.mentions[name].title.is_none()))
        else {
            return;
        };
        let of = line
            .parsed
            .phrases
            .get(at + 1)
            .is_some_and(|phrase| page.says(phrase.tokens.start, "of") || page.says(phrase.tokens.start, "at"));
        let behind = line.parsed.noun(at + 2).filter(|_| of);
        // "named Jane Doe chief executive": the name in front of the title is its holder's.
        let own = self.names.known(&self.names.mentions[name]).canonical.clone();
        let organisation = behind
            .and_then(|noun| self.names_of(noun).first().cloned())
            .or_else(|| noun.possessor.as_ref().map(|owner| self.resolve(line, owner, at).name))
            .or_else(|| self.organisation_before(start).map(|(_, name)| name).filter(|name| *name != own))
            .or_else(|| self.appointing(line, clause?));
        let last = behind.map_or(noun.words.end, |behind| behind.words.end);
        let focus = page.span(noun.words.start..last.max(end));
        let who = self.names.mentions[name].who;
        let told = self.told(line, if behind.is_some() { at + 2 } else { at }, clause);
        self.role(line, who, start..end, organisation.filter(|name| !name.is_empty()), focus, told);
    }

    /// "a retired firefighter", "a nurse": what somebody does for a living, or did.
    fn is_trade(&self, line: &Line<'_>, at: usize, noun: &Noun) -> bool {
        let page = self.page;
        let opens = line.parsed.phrases[at].tokens.start;
        let single = page.says(opens, "a") || page.says(opens, "an");
        let plain = noun.possessor.is_none() && noun.quantity.is_none() && noun.rest.is_empty() && self.is_common(noun);
        let classes = page.kind_classes(noun.head);
        single && plain && page.is(noun.head, Class::Human) && !classes.has(Class::NoTrade)
    }

    /// "Acme named Jane Doe chief executive": the organisation that gives an office.
    fn appointing(&self, line: &Line<'_>, clause: usize) -> Option<String> {
        let appoints = line.parsed.classes(clause).has(Class::Appointing);
        let (_, noun) = self.subject_of(line, clause).filter(|_| appoints && !line.parsed.is_passive(clause))?;
        let name = &self.names.mentions[noun.name.filter(|_| noun.rest.is_empty())?];
        (!self.names.may_be_person(self.page, name)).then(|| self.names.known(name).canonical.clone())
    }

    /// "Head of research at Acme", "leader of the council": what is led, where the title is no office by itself; and the last phrase
    /// of it.
    fn heads(&self, line: &Line<'_>, at: usize, noun: &Noun) -> Option<(String, usize)> {
        let page = self.page;
        let leads = matches!(page.lower(noun.head), "head" | "leader" | "boss" | "manager" | "secretary");
        let office = page.grammar.classes(page.slice(noun.words.clone())).has(Class::Title);
        let word = |at: usize, words: &[&str]| {
            let phrase = line.parsed.phrases.get(at).filter(|phrase| matches!(phrase.kind, PhraseKind::Preposition));
            phrase.is_some_and(|phrase| words.contains(&page.lower(phrase.tokens.start)))
        };
        let led = line.parsed.noun(at + 2).filter(|_| leads && !office && word(at + 1, &["of", "for"]))?;
        let title = page.slice(noun.words.clone()).to_lowercase();
        let title = self.former_before(noun.words.start).map_or(title.clone(), |former| format!("{former} {title}"));
        let name = self.resolve(line, led, at + 2).name;
        let place = line.parsed.noun(at + 4).filter(|_| led.name.is_none() && word(at + 3, &["at", "of", "for"]));
        match place {
            Some(place) if place.name.is_some() => {
                let whose = self.resolve(line, place, at + 4).name;
                Some((format!("{title} of {} at {whose}", page.slice(led.words.clone())), at + 4))
            }
            _ => Some((format!("{title} of {name}"), at + 2)).filter(|_| !name.is_empty()),
        }
    }

    /// "Her lawyer, Omar Haddad,": what somebody is to somebody else, where that is no title.
    fn belongs(&self, line: &Line<'_>, at: usize, noun: &Noun) -> Option<(String, usize)> {
        let page = self.page;
        let title = noun.words.clone().any(|at| page.is(at, Class::Title));
        let known = [Class::PersonNoun, Class::Human].into_iter().any(|class| page.is(noun.head, class));
        let owner = noun.possessor.as_ref().filter(|_| known && !title && noun.name.is_none())?;
        let whose = self.resolve(line, owner, at).name;
        let what = page.slice(noun.words.clone()).to_lowercase();
        (!whose.is_empty()).then(|| (format!("{what} of {whose}"), at))
    }

    /// What stands behind a title: "from 2015 to 2020", "since May". Whoever was named to an office holds it from then on.
    fn told(&self, line: &Line<'_>, last: usize, clause: Option<usize>) -> Told {
        let mut told = Qualifiers::default();
        self.qualifiers(line, self.right_of(line, last), &mut told);
        let Some(clause) = clause else {
            let tenure =
                told.deadline.map(|deadline| self.is_over(deadline.named)).map(|over| if over { LEFT } else { HELD });
            // "met Jane Doe, the CEO of Acme, on Monday": a day behind the comma is that of the deed.
            let last = line.parsed.phrases.get(last + 1);
            let aside = last.is_some_and(|next| matches!(next.kind, PhraseKind::Comma));
            let when = told.when.filter(|_| !aside);
            let when = when.or(told.deadline.map(|deadline| Days::until(deadline.named)));
            return Told { qualifiers: Qualifiers { when, ..Qualifiers::default() }, tenure, ..Told::default() };
        };
        let own = &line.parsed.clauses[clause];
        let tenure = self.tenure(line, clause, last, &told);
        let verb = line.parsed.classes(clause);
        let named = verb.has(Class::Appointing) || verb.has(Class::Succeeding);
        let until = told.deadline.map(|deadline| Days::until(deadline.named)).filter(|_| tenure.is_some());
        let when = told.when.map(|days| if named { Days::since(days) } else { days }).or(until);
        Told {
            qualifiers: Qualifiers { when, speaker: self.reporter_name(line, clause), ..Qualifiers::default() },
            modality: Some(own.modality),
            polarity: if own.denied && tenure != Some(LEFT) { Polarity::Denied } else { Polarity::Affirmed },
            tenure,
        }
    }

    /// Whether a time lies before the day of the report.
    fn is_over(&self, days: Days) -> bool {
        days.last.zip(self.setting.published).is_some_and(|(last, published)| last < published)
    }

    /// "was mayor until 2020", "is no longer mayor": left. "was mayor": held at a time. What somebody says that somebody was may be
    /// what she is.
    fn tenure(&self, line: &Line<'_>, clause: usize, last: usize, told: &Qualifiers) -> Option<&'static str> {
        let own = &line.parsed.clauses[clause];
        let verb = line.parsed.verb(own.verb)?;
        let words = line.parsed.phrases[own.verb].tokens.start..line.parsed.phrases[last].tokens.start;
        let no_longer = own.denied && words.into_iter().any(|at| matches!(self.page.lower(at), "longer" | "anymore"));
        let classes = verb.classes;
        let is = verb.lemma == "be" || classes.has(Class::Serving);
        let past = verb.past && verb.modal.is_none() && own.reporter.is_none() && is;
        match (no_longer || classes.has(Class::Leaving) && !own.denied, past) {
            (true, _) => Some(LEFT),
            (false, true) if !own.denied => Some(if told.deadline.is_some() { LEFT } else { HELD }),
            (false, _) => None,
        }
    }

    /// Where the title that begins at a token ends: "finance director", "executive vice president".
    fn title_end(&self, start: usize, end: usize) -> Option<usize> {
        let page = self.page;
        let is_title = |end: &usize| page.grammar.classes(page.slice(start..*end)).has(Class::Title);
        let last = (start + 1..=end.min(start + 4)).rfind(is_title)?;
        let is_office = |at: usize| page.is(at, Class::Title) || page.is(at, Class::PersonNoun);
        // "deputy fire chief"
        let ranked = |at: usize| page.is(start, Class::Deputy) && at + 1 < end && is_office(at + 1);
        let goes_on = |at: &usize| is_office(*at) || ranked(*at);
        Some((last..end).take_while(goes_on).last().map_or(last, |at| at + 1))
    }

    /// "former chief executive", "former Acme chief executive".
    fn former_before(&self, title: usize) -> Option<String> {
        let page = self.page;
        let organisation = self.organisation_before(title).map(|(start, _)| start);
        let qualifies = |start: usize| {
            let before = start.checked_sub(1)?;
            let former = page.classes(before).qualifies_title() && !page.is(before, Class::Title);
            former.then(|| page.lower(before).to_owned())
        };
        qualifies(title).or_else(|| qualifies(organisation?))
    }

    fn role(
        &mut self,
        line: &Line<'_>,
        who: usize,
        title: Range<usize>,
        organisation: Option<String>,
        focus: Span,
        told: Told,
    ) {
        // "regional governor": that, and a governor.
        let title =
            if self.page.is(title.start.wrapping_sub(1), Class::Limiting) { title.start - 1..title.end } else { title };
        let limited = self.page.is(title.start, Class::Limiting) && title.len() > 1;
        let former = self.former_before(title.start).or_else(|| told.tenure.map(str::to_owned));
        if let Some(organisation) = &organisation {
            let person = self.names.all[who].canonical.clone();
            self.memory.appoint(&person, organisation);
        }
        for start in title.start..=title.start + usize::from(limited) {
            let title = self.page.slice(start..title.end).to_lowercase();
            let title = former.as_ref().map_or(title.clone(), |former| format!("{former} {title}"));
            self.memory.entitle(&self.names.all[who].canonical, &title);
            let text = organisation.as_ref().map_or(title.clone(), |organisation| format!("{title} of {organisation}"));
            self.hold(line, who, text, focus, told.clone());
        }
    }

    fn hold(&mut self, line: &Line<'_>, who: usize, text: String, focus: Span, told: Told) {
        let statement = Statement {
            subject: Subject { name: self.names.all[who].canonical.clone(), ..Subject::default() },
            measure: Measure::named("role"),
            value: Some(Value::Text(text)),
            modality: told.modality.or(Some(Modality::Happened)),
            qualifiers: told.qualifiers,
            polarity: told.polarity,
            ..Statement::default()
        };
        self.push(line, statement, focus, None, None);
    }
}

/// "runs", "leads": neither past nor to come.
fn is_present(verb: &Verb) -> bool {
    !verb.past && !verb.perfect && !verb.negated && verb.modal.is_none()
}
