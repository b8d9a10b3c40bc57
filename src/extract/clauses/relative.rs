//! Clauses with a relative pronoun: whom it stands for, and which verb goes on behind them.

use std::ops::Range;

use super::super::grammar::Class;
use super::super::phrases::{Mood, PhraseKind};
use super::{Clause, Finder, Role, antecedent};

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

    /// The last relative pronoun in a range of phrases.
    pub(super) fn relative_pronoun(&self, mut phrases: Range<usize>) -> Option<usize> {
        phrases.rfind(|at| matches!(self.kind(*at), Some(PhraseKind::Relative)))
    }

    /// The noun that a relative clause, reduced or not, hangs on.
    pub(super) fn hung_on(&self, clause: &Clause) -> Option<usize> {
        let relative = self.relative_pronoun(0..clause.verb).unwrap_or(clause.verb);
        let relative = self.region(clause.verb).max(relative);
        let inner = self.antecedent(relative)?;
        let region = self.region(relative);
        // "an employee of the firm that owns the mill, said"
        let whole = self.free_noun(region, relative).filter(|_| self.is_governed(inner, region));
        Some(whole.unwrap_or(inner))
    }

    /// "A storm that swept the coast killed four": the noun of the verb that goes on, without a mark, behind a relative clause. It has no
    /// verb yet, and none is left for it but this one.
    pub(super) fn behind_relative(&self, at: usize) -> Option<(usize, Role)> {
        let last = self.parsed.clauses.iter().rfind(|clause| clause.role != Role::Dependent)?;
        let inner = last.verb;
        let relative = self.relative_pronoun(0..inner).filter(|_| last.role == Role::Relative)?;
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

    /// "A motion to close the pool failed": what is to be done belongs to the noun that opens the sentence, whose verb comes behind it.
    pub(super) fn behind_plan(&self, at: usize) -> Option<usize> {
        let [only] = &self.parsed.clauses[..] else { return None };
        let plan = only.subject.filter(|plan| plan + 1 == only.verb && only.role == Role::Main)?;
        let noun = self.parsed.noun(plan).filter(|noun| noun.name.is_none() && noun.quantity.is_none())?;
        let infinitive = self.parsed.verb(only.verb)?.mood == Mood::Infinitive;
        let aims = self.page.kind_classes(noun.head).has(Class::ContentNoun);
        let inside = only.verb + 1..at;
        let plain = |at: usize| {
            matches!(self.kind(at), Some(PhraseKind::Noun(_) | PhraseKind::Time(_) | PhraseKind::Modifier))
                || matches!(self.kind(at), Some(PhraseKind::Preposition)) && !self.opens_clause(at)
        };
        let own = self.parsed.verb(at).is_some_and(|verb| verb.mood != Mood::Infinitive && verb.mood != Mood::Gerund);
        let fits = infinitive && aims && own && !self.is_governed(plan, 0) && !self.is_saying(only.verb);
        (fits && inside.into_iter().all(plain) && !self.goes_on(at)).then_some(plan)
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
    pub(super) fn is_saying(&self, at: usize) -> bool {
        self.parsed.verb(at).is_some_and(|verb| verb.classes.has(Class::Saying))
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
