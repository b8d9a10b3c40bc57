//! Clauses with a relative pronoun: whom it stands for, and which verb goes on behind them.

use super::super::grammar::Class;
use super::super::mention::NameType;
use super::super::names::Names;
use super::super::page::Page;
use super::super::phrases::{Mood, PhraseKind};
use super::{Finder, Parsed, Role, is_open_list};

impl Finder<'_> {
    /// The clause of a verb behind a relative pronoun.
    pub(super) fn relative(&self, relative: usize, at: usize) -> (Option<usize>, Option<usize>, Role) {
        let aside = at.checked_sub(1).filter(|last| matches!(self.kind(*last), Some(PhraseKind::Comma)));
        // "which Acme, a customer, criticised"
        let inner = aside.and_then(|close| self.before_aside(relative + 1, close));
        if let Some(inner) = inner.or_else(|| self.free_noun(relative + 1, at)) {
            return (Some(inner), None, Role::Relative);
        }
        (self.antecedent(relative), None, Role::Relative)
    }

    /// The noun that a relative pronoun stands for: the nearest before it, "including …" passed over.
    pub(super) fn antecedent(&self, relative: usize) -> Option<usize> {
        antecedent(self.page, self.names, self.parsed, relative)
    }

    /// "A storm that swept the coast killed four": the noun of the verb that goes on, without a mark, behind a relative clause. It has no
    /// verb yet, and none is left for it but this one.
    pub(super) fn behind_relative(&self, at: usize) -> Option<(usize, Role)> {
        let last = self.parsed.clauses.iter().rfind(|clause| clause.role != Role::Dependent)?;
        let inner = last.verb;
        let is_pronoun = |at: &usize| matches!(self.kind(*at), Some(PhraseKind::Relative));
        let relative = (0..inner).rev().find(is_pronoun).filter(|_| last.role == Role::Relative)?;
        let joined = (inner + 1..at).all(|between| !self.is_mark(between));
        // "who said the storm killed four"
        let told = self.is_saying(inner) && self.free_noun(inner + 1, at).is_some();
        if !joined || told || self.goes_on(at) {
            return None;
        }
        let region = self.region(relative);
        let subject = self.free_noun(region, relative)?;
        let opened = (region..subject).any(|between| self.opens_clause(between));
        let fresh = region == 0 || opened || (region..subject).any(|between| self.is_mark(between))
            // "officials said a storm that …"
            || region.checked_sub(1).is_some_and(|verb| self.is_saying(verb));
        let role = if opened { Role::Adverbial } else { Role::Main };
        fresh.then_some((subject, role))
    }

    /// Whether the words from a verb on have another finite verb that nothing sets off: "who knew the firm had failed was jailed". What is
    /// said has one of its own.
    fn goes_on(&self, at: usize) -> bool {
        if self.is_saying(at) {
            return false;
        }
        let rest = (at + 1..self.parsed.phrases.len()).take_while(|next| !self.is_mark(*next));
        let mut moods = rest.filter_map(|next| self.parsed.verb(next)).map(|verb| verb.mood);
        moods.any(|mood| matches!(mood, Mood::Finite | Mood::PastOrParticiple))
    }

    /// Whether a phrase is a verb of saying.
    fn is_saying(&self, at: usize) -> bool {
        self.parsed.verb(at).is_some_and(|verb| self.page.grammar.classes(&verb.lemma).has(Class::Saying))
    }

    /// Whether a phrase sets off what stands behind it.
    fn is_mark(&self, at: usize) -> bool {
        let mark = matches!(
            self.kind(at),
            Some(
                PhraseKind::Comma
                    | PhraseKind::Dash
                    | PhraseKind::Colon
                    | PhraseKind::Quote
                    | PhraseKind::Conjunction
                    | PhraseKind::Relative
                    | PhraseKind::Subordinator
            )
        );
        mark || self.opens_clause(at)
    }
}

/// The noun that a relative pronoun at `relative` stands for: the nearest before it, "including …" passed over, or one around it where
/// that cannot be meant.
pub fn antecedent(page: &Page<'_>, names: &Names, parsed: &Parsed, relative: usize) -> Option<usize> {
    let is_preposition = |at: usize| matches!(parsed.phrases[at].kind, PhraseKind::Preposition);
    let is_open = |at: usize| is_preposition(at) && is_open_list(page, parsed.phrases[at].tokens.start);
    let nouns = (0..relative).rev().filter(|at| parsed.noun(*at).is_some());
    let nearest = nouns.into_iter().find(|at| !at.checked_sub(1).is_some_and(is_open))?;
    // "a fire at a mill in Lund"
    let around = |at: &usize| {
        let outer = at.checked_sub(2).filter(|outer| is_preposition(outer + 1) && parsed.noun(*outer).is_some())?;
        (!is_open(outer + 1)).then_some(outer)
    };
    let chain: Vec<usize> = std::iter::successors(Some(nearest), around).collect();
    let harms = parsed.verb(relative + 1).is_some_and(|verb| page.grammar.classes(&verb.lemma).has(Class::Harming));
    let is_event = |at: &usize| parsed.noun(*at).is_some_and(|noun| page.grammar.is_event(page.lower(noun.head)));
    if let Some(event) = chain.iter().copied().find(is_event).filter(|_| harms) {
        return Some(event);
    }
    let fits = |at: &usize| !is_misfit(page, names, parsed, relative, *at);
    chain.iter().copied().find(fits).or(Some(nearest))
}

/// Whether a relative pronoun cannot stand for a name: "who" not for a place or a firm, and "that" for none, as it tells which one is meant.
fn is_misfit(page: &Page<'_>, names: &Names, parsed: &Parsed, relative: usize, at: usize) -> bool {
    let name = parsed.noun(at).and_then(|noun| names.mentions.get(noun.name?));
    let says = |word: &str| page.says(parsed.phrases[relative].tokens.start, word);
    let is_tight = relative == at + 1;
    name.is_some_and(|name| {
        if says("who") || says("whom") {
            matches!(names.known(name).sort, NameType::Place | NameType::Organisation)
        } else {
            says("that") && is_tight
        }
    })
}
