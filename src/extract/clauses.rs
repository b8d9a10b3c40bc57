//! Clauses: each verb with its subject, the verb it depends on, who reports it and how far it has got.

mod antecedent;
mod compared;
mod passive;
mod relative;
mod standing;
mod taken;

use std::ops::Range;

pub use self::antecedent::antecedent;

use self::compared::compared;
use self::passive::agents;
use self::standing::standings;
use super::grammar::{Class, Classes};
use super::names::Names;
use super::page::Page;
use super::phrases::{Mood, Noun, Phrase, PhraseKind, Verb};
use crate::statement::Modality;

/// A sentence as the fact reader sees it.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// Its phrases.
    pub phrases: Vec<Phrase>,
    /// Its clauses, in the order of their verbs.
    pub clauses: Vec<Clause>,
    /// What stands in it only to be held against: "up from 95 in 2019", as ranges of its phrases.
    pub compared: Vec<Range<usize>>,
}

/// A verb and what hangs on it.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Position of its verb among the phrases.
    pub verb: usize,
    /// Position of its subject among the phrases.
    pub subject: Option<usize>,
    /// The clause whose subject it shares, by position.
    pub parent: Option<usize>,
    /// How it hangs together with the rest.
    pub role: Role,
    /// The clause that reports it ("… said"), by position.
    pub reporter: Option<usize>,
    /// How far the thing has got.
    pub modality: Modality,
    /// Whether it is denied.
    pub denied: bool,
    /// Where its own material ends: the position of the first phrase of another clause.
    pub end: usize,
}

/// How a clause hangs together with the rest of its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It stands by itself, or is told by a reporter.
    Main,
    /// "which …"
    Relative,
    /// "to build …", "building …": it shares a subject.
    Dependent,
    /// "after it teamed up …"
    Adverbial,
}

impl Parsed {
    /// The noun phrase at a position.
    #[inline]
    pub fn noun(&self, at: usize) -> Option<&Noun> {
        match self.phrases.get(at).map(|phrase| &phrase.kind) {
            Some(PhraseKind::Noun(noun)) => Some(noun),
            _ => None,
        }
    }

    /// The verb group at a position.
    #[inline]
    pub fn verb(&self, at: usize) -> Option<&Verb> {
        match self.phrases.get(at).map(|phrase| &phrase.kind) {
            Some(PhraseKind::Verb(verb)) => Some(verb),
            _ => None,
        }
    }

    /// The comparison that a phrase stands in.
    pub fn comparison(&self, phrase: usize) -> Option<&Range<usize>> {
        self.compared.iter().find(|range| range.contains(&phrase))
    }

    /// The dictionary form of a clause's verb.
    pub fn lemma(&self, clause: usize) -> &str {
        self.clauses.get(clause).and_then(|clause| self.verb(clause.verb)).map_or("", |verb| &verb.lemma)
    }

    /// The classes of that.
    #[inline]
    pub fn classes(&self, clause: usize) -> Classes {
        let verb = self.clauses.get(clause).and_then(|clause| self.verb(clause.verb));
        verb.map(|verb| verb.classes).unwrap_or_default()
    }

    /// The last clause whose verb stands before a phrase.
    pub fn clause_before(&self, phrase: usize) -> Option<usize> {
        self.clauses.partition_point(|clause| clause.verb < phrase).checked_sub(1)
    }

    /// A clause and those it depends on, innermost first.
    pub fn chain(&self, clause: usize) -> Vec<usize> {
        let mut chain = vec![clause];
        while let Some(parent) = chain.last().and_then(|last| self.clauses.get(*last)).and_then(|clause| clause.parent)
        {
            if chain.contains(&parent) {
                break;
            }
            chain.push(parent);
        }
        chain
    }
}

/// Finds the clauses of a sentence.
pub fn clauses(page: &Page<'_>, names: &Names, phrases: Vec<Phrase>) -> Parsed {
    let mut parsed = Parsed { phrases, clauses: Vec::new(), compared: Vec::new() };
    for at in 0..parsed.phrases.len() {
        if matches!(parsed.phrases[at].kind, PhraseKind::Verb(_)) {
            let clause = Finder { page, names, parsed: &parsed }.clause(at);
            parsed.clauses.push(clause);
        }
    }
    for index in 0..parsed.clauses.len() {
        let end = parsed.clauses.get(index + 1).map_or(parsed.phrases.len(), |next| own_start(&parsed, next));
        parsed.clauses[index].end = end.max(parsed.clauses[index].verb + 1);
    }
    agents(page, &mut parsed);
    parsed.compared = compared(page, &parsed);
    reporters(page, &mut parsed);
    standings(page, &mut parsed);
    parsed
}

/// Where a clause's own words begin: at its subject, if that stands between the last verb and its own.
fn own_start(parsed: &Parsed, clause: &Clause) -> usize {
    let before = parsed.phrases[..clause.verb]
        .iter()
        .rposition(|phrase| matches!(phrase.kind, PhraseKind::Verb(_)))
        .map_or(0, |at| at + 1);
    match clause.subject {
        Some(subject) if subject >= before && clause.role != Role::Dependent && clause.role != Role::Relative => {
            subject
        }
        _ => parsed.phrases[before..clause.verb]
            .iter()
            .position(|phrase| matches!(phrase.kind, PhraseKind::Relative | PhraseKind::Subordinator))
            .map_or(clause.verb, |at| before + at),
    }
}

struct Finder<'a> {
    page: &'a Page<'a>,
    names: &'a Names,
    parsed: &'a Parsed,
}

impl Finder<'_> {
    fn clause(&self, at: usize) -> Clause {
        let mood = self.parsed.verb(at).map_or(Mood::Finite, |verb| verb.mood);
        let (subject, parent, role) = match mood {
            _ if self.is_inverted(at) => (Some(at + 1), None, Role::Main),
            Mood::Infinitive => self.infinitive(at),
            Mood::Gerund => self.gerund(at),
            Mood::Finite => self.finite(at),
            Mood::PastOrParticiple => self.past(at),
        };
        Clause {
            verb: at,
            subject,
            parent,
            role,
            reporter: None,
            modality: Modality::Happened,
            denied: false,
            end: at + 1,
        }
    }

    /// "“…,” said Jane Doe, citing": behind a quote whoever says it may stand behind the verb.
    fn is_inverted(&self, at: usize) -> bool {
        let says = self.is_saying(at)
            && self.parsed.verb(at).is_some_and(|verb| verb.head + 1 == self.parsed.phrases[at].tokens.end);
        let quote = at.checked_sub(1).is_some_and(|before| matches!(self.kind(before), Some(PhraseKind::Quote)));
        let ends = !matches!(self.kind(at + 2), Some(PhraseKind::Verb(_) | PhraseKind::Modifier));
        says && ends && self.parsed.noun(at + 1).is_some() && (quote || self.is_told_before(at))
    }

    /// "The cause was pneumonia, said her daughter": what is said stands before the mark, without quotes.
    fn is_told_before(&self, at: usize) -> bool {
        const TELLERS: [Class; 4] = [Class::Human, Class::PersonNoun, Class::Title, Class::CompanyNoun];
        let comma = at.checked_sub(1).is_some_and(|before| matches!(self.kind(before), Some(PhraseKind::Comma)));
        let told = || self.parsed.clauses.iter().any(|clause| clause.role == Role::Main && clause.subject.is_some());
        let teller = || {
            self.parsed.noun(at + 1).is_some_and(|noun| {
                let classes = self.page.kind_classes(noun.head);
                noun.name.is_some() || TELLERS.into_iter().any(|class| classes.has(class))
            })
        };
        comma && self.page.says(self.parsed.phrases[at].tokens.start, "said") && told() && teller()
    }

    fn kind(&self, at: usize) -> Option<&PhraseKind> {
        self.parsed.phrases.get(at).map(|phrase| &phrase.kind)
    }

    /// The first position behind the last verb before `at`.
    fn region(&self, at: usize) -> usize {
        self.parsed.phrases[..at]
            .iter()
            .rposition(|phrase| matches!(phrase.kind, PhraseKind::Verb(_)))
            .map_or(0, |verb| verb + 1)
    }

    fn last_clause(&self) -> Option<usize> {
        self.parsed.clauses.len().checked_sub(1)
    }

    fn infinitive(&self, at: usize) -> (Option<usize>, Option<usize>, Role) {
        let region = self.region(at);
        let Some(last) = self.last_clause() else {
            return (self.free_noun(0, at), None, Role::Main);
        };
        let parent = &self.parsed.clauses[last];
        let object = self.free_noun(region, at);
        let controls = self.parsed.classes(last).has(Class::Controlling)
            && !self.parsed.verb(parent.verb).is_some_and(|verb| verb.passive);
        match object.filter(|_| controls) {
            Some(object) => (Some(object), Some(last), Role::Dependent),
            None => (parent.subject, Some(last), Role::Dependent),
        }
    }

    fn gerund(&self, at: usize) -> (Option<usize>, Option<usize>, Role) {
        let last = self.last_clause();
        let before = at.checked_sub(1).and_then(|before| self.kind(before));
        if let Some(PhraseKind::Noun(_)) = before {
            // "a valuation exceeding": the noun itself, unless it is a bare object in front of an aside.
            return (Some(at - 1), last, Role::Relative);
        }
        let main = self.parsed.clauses.iter().rposition(|clause| clause.role == Role::Main).or(last);
        if let Some(accused) = self.accused(at) {
            return (Some(accused), last, Role::Dependent);
        }
        // "two days after floods swept through the county, killing three": what comes last has killed them.
        let harms = self.parsed.verb(at).is_some_and(|verb| verb.classes.has(Class::Harming));
        let nearest = last.filter(|last| harms && self.parsed.clauses[*last].role == Role::Adverbial);
        let parent = match before {
            Some(PhraseKind::Comma | PhraseKind::Dash) => nearest.or(main),
            _ => last,
        };
        match parent {
            Some(parent) => (self.parsed.clauses[parent].subject, Some(parent), Role::Dependent),
            // "The boat, carrying six people, sank"
            None => (self.free_noun(0, at).or_else(|| self.fronted(at, self.aside_end(at))), None, Role::Dependent),
        }
    }

    /// "charged Lund with stealing", "cleared her of stealing": the object of an accusation is whose deed it is.
    fn accused(&self, at: usize) -> Option<usize> {
        let last = self.parsed.clauses.last()?;
        let accuses = self.parsed.verb(last.verb).filter(|verb| !verb.passive && verb.classes.has(Class::Accusing));
        let before = at.checked_sub(1).filter(|_| accuses.is_some())?;
        let object = last.verb + 1;
        let names = self.parsed.noun(object).is_some() && object < before;
        (names && is_charge(self.page, self.parsed, before)).then_some(object)
    }

    fn past(&self, at: usize) -> (Option<usize>, Option<usize>, Role) {
        if self.is_reduced(at) {
            return (at.checked_sub(1), self.last_clause(), Role::Relative);
        }
        if let Some((subject, role)) = self.resumed(at) {
            return (Some(subject), None, role);
        }
        let apposed =
            at.checked_sub(1).filter(|noun| self.participle_end(at).is_some() && self.around(*noun).is_some());
        if let Some(subject) =
            apposed.or_else(|| self.set_off(at)).or_else(|| self.fronted(at, self.participle_end(at)))
        {
            return (Some(subject), self.last_clause(), Role::Relative);
        }
        let region = self.region(at);
        let adjacent = at.checked_sub(1).filter(|before| matches!(self.kind(*before), Some(PhraseKind::Noun(_))));
        let first_verb = self.parsed.clauses.is_empty();
        let told = self.parsed.clauses.last().is_some_and(|last| self.is_saying(last.verb))
            && !(region..at).any(|between| matches!(self.kind(between), Some(PhraseKind::Comma)));
        let opened = (region..at).any(|between| self.opens_clause(between));
        let coordinated =
            matches!(at.checked_sub(1).and_then(|before| self.kind(before)), Some(PhraseKind::Conjunction));
        match adjacent {
            Some(noun) if !first_verb && !told && !opened && !self.separated(region, noun) => {
                (Some(noun), self.last_clause(), Role::Relative)
            }
            _ if coordinated || first_verb || told || opened || self.free_noun(region, at).is_some() => self.finite(at),
            _ => self.finite(at),
        }
    }

    /// "The vaccine developed by Acme prevented": a participle with what belongs to it, and then, without a mark or another subject,
    /// the verb of the noun in front.
    fn is_reduced(&self, at: usize) -> bool {
        let past = self.parsed.verb(at).is_some_and(|verb| verb.mood == Mood::PastOrParticiple);
        let by = self.parsed.phrases.get(at + 1).is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Preposition)
                && (self.page.says(phrase.tokens.start, "by") || !self.opens_clause(at + 1))
        });
        let told = past && self.is_saying(at);
        let noun = at.checked_sub(1).and_then(|before| self.parsed.noun(before)).is_some_and(|noun| !noun.pronoun);
        if !noun || !by || told {
            return false;
        }
        let next = (at + 1..self.parsed.phrases.len()).find(|next| {
            !matches!(self.kind(*next), Some(PhraseKind::Preposition | PhraseKind::Noun(_) | PhraseKind::Time(_)))
        });
        let finite = next.and_then(|next| self.parsed.verb(next)).is_some_and(|verb| {
            // "came after the fair held in Lund": the second may be the participle.
            let sure = self.page.says(self.parsed.phrases[at + 1].tokens.start, "by")
                || next.is_some_and(|next| self.parsed.noun(next + 1).is_some());
            verb.mood == Mood::Finite || verb.mood == Mood::PastOrParticiple && sure
        });
        finite && next.is_some_and(|next| self.free_noun(at + 1, next).is_none())
    }

    /// "The ferry, operated by Acme, sank": a participle between commas, and then the verb of the noun in front of them.
    fn set_off(&self, at: usize) -> Option<usize> {
        let comma = at.checked_sub(1).filter(|before| matches!(self.kind(*before), Some(PhraseKind::Comma)))?;
        let noun = self.free_noun(self.region(at), comma)?;
        let close = self.participle_end(at)?;
        let modifier = |at: &usize| matches!(self.kind(*at), Some(PhraseKind::Modifier));
        let next = (close + 1..self.parsed.phrases.len()).find(|at| !modifier(at))?;
        matches!(self.kind(next), Some(PhraseKind::Verb(_))).then_some(noun)
    }

    /// "Born in Lund, Berg moved": a participle that opens the sentence, and the subject behind its comma.
    fn fronted(&self, at: usize, close: Option<usize>) -> Option<usize> {
        let close = close.filter(|_| at == 0)?;
        let verb =
            (close + 2..self.parsed.phrases.len()).find(|at| matches!(self.kind(*at), Some(PhraseKind::Verb(_))))?;
        let subject = Some(close + 1).filter(|subject| self.parsed.noun(*subject).is_some())?;
        (close + 2..verb).all(|at| !matches!(self.kind(at), Some(PhraseKind::Noun(_)))).then_some(subject)
    }

    /// The comma behind a participle that has no object.
    fn participle_end(&self, at: usize) -> Option<usize> {
        let bare = matches!(self.kind(at + 1), Some(PhraseKind::Preposition | PhraseKind::Time(_)));
        self.aside_end(at).filter(|_| bare && !self.is_saying(at))
    }

    /// The comma behind a participle and what belongs to it.
    fn aside_end(&self, at: usize) -> Option<usize> {
        let inner = |at: &usize| {
            matches!(self.kind(*at), Some(PhraseKind::Preposition | PhraseKind::Noun(_) | PhraseKind::Time(_)))
        };
        let close = (at + 1..self.parsed.phrases.len()).find(|at| !inner(at))?;
        matches!(self.kind(close), Some(PhraseKind::Comma)).then_some(close)
    }

    /// The noun that a verb goes with behind a relative clause, reduced or not.
    fn resumed(&self, at: usize) -> Option<(usize, Role)> {
        let reduced = || self.behind_reduced(at).or_else(|| self.behind_plan(at));
        self.behind_relative(at).or_else(|| reduced().map(|subject| (subject, Role::Main)))
    }

    /// The noun that a verb right behind a reduced relative clause goes with, from the words before that clause.
    fn behind_reduced(&self, at: usize) -> Option<usize> {
        let last =
            self.parsed.clauses.last().filter(|last| last.role == Role::Relative && self.is_reduced(last.verb))?;
        let joined = (last.verb + 1..at).all(|between| {
            matches!(self.kind(between), Some(PhraseKind::Preposition | PhraseKind::Noun(_) | PhraseKind::Time(_)))
        });
        self.free_noun(self.region(last.verb), last.verb).filter(|_| joined)
    }

    /// Whether a comma or conjunction stands between the region's start and a noun, so that the noun opens a clause.
    fn separated(&self, region: usize, noun: usize) -> bool {
        (region..noun).any(|at| {
            matches!(
                self.kind(at),
                Some(PhraseKind::Comma | PhraseKind::Conjunction | PhraseKind::Colon | PhraseKind::Quote)
            )
        })
    }

    fn opens_clause(&self, at: usize) -> bool {
        match self.kind(at) {
            Some(PhraseKind::Subordinator | PhraseKind::Relative) => true,
            Some(PhraseKind::Preposition) => {
                let token = self.parsed.phrases[at].tokens.start;
                // "more than the club had paid"
                let than = self.page.says(token, "than") && matches!(self.kind(at + 2), Some(PhraseKind::Verb(_)));
                than || self.page.is(token, Class::Subordinator) && !taken::takes_out(self.page, self.parsed, at)
            }
            _ => false,
        }
    }

    fn finite(&self, at: usize) -> (Option<usize>, Option<usize>, Role) {
        if let Some((subject, role)) = self.resumed(at) {
            return (Some(subject), None, role);
        }
        let region = self.region(at);
        if let Some(relative) = self.relative_pronoun(region..at) {
            return self.relative(relative, at);
        }
        let role = if (region..at).any(|between| self.opens_clause(between)) { Role::Adverbial } else { Role::Main };
        if let Some(subject) = self.subject(region, at) {
            return (Some(subject), None, role);
        }
        match self.last_finite() {
            Some(last) => (self.parsed.clauses[last].subject, Some(last), self.parsed.clauses[last].role),
            None => (None, None, role),
        }
    }

    /// The last clause that another may go on with. In "It starts in May, Doe said, and should last" that is what Doe said.
    fn last_finite(&self) -> Option<usize> {
        let finite = |clause: &Clause| clause.role != Role::Dependent;
        let last = self.parsed.clauses.iter().rposition(finite)?;
        let comma = |at: usize| matches!(self.kind(at), Some(PhraseKind::Comma));
        let own = &self.parsed.clauses[last];
        let opened = own.subject.is_some_and(|subject| subject > 0 && subject < own.verb && comma(subject - 1));
        let inserted = opened && comma(own.verb + 1) && self.is_saying(own.verb);
        let before = || self.parsed.clauses[..last].iter().rposition(finite);
        if inserted { before().or(Some(last)) } else { Some(last) }
    }

    /// The subject of a finite verb at `at`, looked for from `region` on.
    fn subject(&self, region: usize, at: usize) -> Option<usize> {
        let last = (region..at)
            .rev()
            .find(|between| !matches!(self.kind(*between), Some(PhraseKind::Modifier | PhraseKind::Time(_))))?;
        match self.kind(last) {
            Some(PhraseKind::Comma | PhraseKind::Dash | PhraseKind::Close) => {
                self.before_aside(region, last).or_else(|| self.outer_subject())
            }
            Some(PhraseKind::Conjunction) => None,
            Some(_) => self.free_noun(region, at),
            None => None,
        }
    }

    /// The last noun in a range that no preposition governs.
    fn free_noun(&self, from: usize, to: usize) -> Option<usize> {
        (from..to).rev().find(|at| matches!(self.kind(*at), Some(PhraseKind::Noun(_))) && !self.is_governed(*at, from))
    }

    fn is_governed(&self, noun: usize, from: usize) -> bool {
        let before = (from..noun).rev().find(|at| !matches!(self.kind(*at), Some(PhraseKind::Modifier)));
        taken::is_taken(self.page, self.parsed, noun)
            || before.is_some_and(|at| matches!(self.kind(at), Some(PhraseKind::Preposition)) && !self.opens_clause(at))
    }

    /// "Jane Doe, the CEO of Acme, said": the noun before the mark that opens the aside.
    fn before_aside(&self, region: usize, close: usize) -> Option<usize> {
        let same = |at: &usize| {
            matches!(
                (self.kind(*at), self.kind(close)),
                (Some(PhraseKind::Comma), Some(PhraseKind::Comma))
                    | (Some(PhraseKind::Dash), Some(PhraseKind::Dash))
                    | (Some(PhraseKind::Open), Some(PhraseKind::Close))
            )
        };
        let open = (region..close).rev().find(same);
        match open {
            Some(open) => self.free_noun(region, open).map(|noun| self.aged(noun).unwrap_or(noun)),
            None if region == 0 => self.free_noun(region, close),
            None => None,
        }
    }

    /// "Jane Doe, 71, a retired nurse, was": the name in front of the age.
    fn aged(&self, noun: usize) -> Option<usize> {
        let bare = self
            .parsed
            .noun(noun)
            .is_some_and(|own| own.quantity.is_some() && own.quantity == self.page.mention(own.head));
        let name = noun.checked_sub(2).filter(|_| bare && matches!(self.kind(noun - 1), Some(PhraseKind::Comma)))?;
        self.parsed.noun(name).is_some_and(|own| own.name.is_some()).then_some(name)
    }

    /// "Acme, a brewer based in Lund, will": the name that the noun of an aside is beside.
    fn around(&self, noun: usize) -> Option<usize> {
        let comma = noun.checked_sub(1).filter(|comma| matches!(self.kind(*comma), Some(PhraseKind::Comma)))?;
        let plain = self.parsed.noun(noun).is_some_and(|noun| noun.name.is_none() && noun.quantity.is_none());
        let outer = comma.checked_sub(1).filter(|_| plain)?;
        self.parsed.noun(outer).filter(|outer| outer.name.is_some() && outer.rest.is_empty())?;
        (!self.is_governed(outer, 0)).then_some(outer)
    }

    /// The noun that an inserted relative clause or participle hangs on, or the name that it is beside.
    fn outer_subject(&self) -> Option<usize> {
        let inner = self.inner_subject()?;
        Some(self.around(inner).unwrap_or(inner))
    }

    fn inner_subject(&self) -> Option<usize> {
        let last = self.parsed.clauses.last()?;
        match last.role {
            Role::Relative => self.hung_on(last),
            Role::Main | Role::Dependent | Role::Adverbial => last.subject,
        }
    }
}

/// Whether a phrase is the preposition behind which an accusation names the deed: "accused of", "charged with".
fn is_charge(page: &Page<'_>, parsed: &Parsed, at: usize) -> bool {
    let phrase = &parsed.phrases[at];
    let names = ["of", "with", "to"].iter().any(|word| page.says(phrase.tokens.start, word));
    names && matches!(phrase.kind, PhraseKind::Preposition)
}

/// "including", "such as", "like".
pub fn is_open_list(page: &Page<'_>, token: usize) -> bool {
    page.is(token, Class::OpenList) || page.says(token, "such")
}

/// Gives each clause the clause that reports it.
fn reporters(page: &Page<'_>, parsed: &mut Parsed) {
    for index in 0..parsed.clauses.len() {
        if !is_saying(parsed, index) {
            continue;
        }
        let complement = index + 1 < parsed.clauses.len() && is_complement(page, parsed, index, index + 1);
        if complement {
            for told in index + 1..parsed.clauses.len() {
                let leaves = told > index + 1
                    && is_saying(parsed, told)
                    && parsed.clauses[told].role == Role::Main
                    && trails(page, parsed, told);
                // "Acme, which is expected to close a mill, has 19 plants": what goes on behind the relative clause is told by nobody in it.
                let (saying, own) = (&parsed.clauses[index], &parsed.clauses[told]);
                let resumes = saying.role == Role::Relative
                    && own.role == Role::Main
                    && own.subject.is_some_and(|subject| subject < saying.verb);
                if leaves || resumes {
                    break;
                }
                parsed.clauses[told].reporter = Some(index);
            }
        } else if trails(page, parsed, index) {
            for told in 0..index {
                if parsed.clauses[told].reporter.is_none()
                    && parsed.clauses[index].subject != parsed.clauses[told].subject
                {
                    parsed.clauses[told].reporter = Some(index);
                }
            }
        }
    }
}

fn is_saying(parsed: &Parsed, clause: usize) -> bool {
    let verb = parsed.verb(parsed.clauses[clause].verb);
    parsed.classes(clause).has(Class::Saying) && verb.is_some_and(|verb| verb.mood != Mood::Infinitive)
}

/// Whether the clause `told` is what `saying` says: "said (that) the company will …".
fn is_complement(page: &Page<'_>, parsed: &Parsed, saying: usize, told: usize) -> bool {
    let (from, clause) = (parsed.clauses[saying].verb + 1, &parsed.clauses[told]);
    let that = (from..clause.verb).any(|at| {
        // "announced on Tuesday that": no relative clause hangs on a time.
        let relative = matches!(parsed.phrases[at].kind, PhraseKind::Relative)
            && matches!(parsed.phrases[at - 1].kind, PhraseKind::Time(_));
        (relative || matches!(parsed.phrases[at].kind, PhraseKind::Subordinator))
            && page.says(parsed.phrases[at].tokens.start, "that")
    });
    let subject = clause.subject.is_some_and(|subject| subject >= from) && clause.role == Role::Main;
    let aside = (from..clause.subject.unwrap_or(from))
        .any(|at| matches!(parsed.phrases[at].kind, PhraseKind::Conjunction | PhraseKind::Comma));
    let infinitive = parsed.verb(clause.verb).is_some_and(|verb| verb.mood == Mood::Infinitive)
        && parsed.verb(parsed.clauses[saying].verb).is_some_and(|verb| verb.passive);
    that || subject && !aside || infinitive
}

/// Whether a saying clause stands behind what it reports: ", the office said in a statement".
fn trails(page: &Page<'_>, parsed: &Parsed, saying: usize) -> bool {
    let clause = &parsed.clauses[saying];
    let Some(subject) = clause.subject else { return false };
    let start = subject.min(clause.verb);
    let mark = start.checked_sub(1).and_then(|before| parsed.phrases.get(before));
    let after_mark = mark.is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Comma | PhraseKind::Quote));
    let inverted =
        clause.verb > 0 && matches!(parsed.phrases[clause.verb - 1].kind, PhraseKind::Comma | PhraseKind::Quote);
    let has_object = parsed.phrases.get(clause.verb + 1).is_some_and(|phrase| {
        matches!(&phrase.kind, PhraseKind::Noun(noun) if !noun.pronoun) && !page.is(phrase.tokens.start, Class::Pronoun)
    });
    (after_mark && !has_object) || inverted
}
