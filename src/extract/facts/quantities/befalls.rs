//! What befalls those who are counted, in whatever words: "left 4,000 homes without power", "4,000 homes lost power"; "forced 300 people from
//! their homes", "300 people had to leave their homes"; "claimed 12 lives", "12 people lost their lives".

use super::super::super::grammar::Class;
use super::super::super::phrases::PhraseKind;
use super::super::{Line, Reader};
use super::{Side, Site};
use crate::statement::{LEAVE_HOME, Measure, Polarity, Statement, Value, WITHOUT};
use crate::value::{Dimension, Unit};

impl Reader<'_> {
    /// The facts of a number of those whom something befalls: of what does it, where that is told, and of themselves.
    pub(super) fn befalling_fact(&mut self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let counted = self.dimension(site.mention) == Some(Dimension::Count) && self.is_common(site.noun);
        let Some(clause) = site.clause.filter(|_| counted && site.noun.possessor.is_none()) else { return false };
        let Some(deed) = self.befalling(line, site, clause) else { return false };
        let agent = match (site.side, line.parsed.is_passive(clause)) {
            (Side::Object, false) => self.agent(line, clause).filter(|agent| !agent.name.is_empty()),
            (Side::Object | Side::Subject | Side::Bare, _) => None,
        };
        let collective = self.collective(site.noun);
        let own = &line.parsed.clauses[clause];
        let not = |at: usize| ["not", "never", "n't", "n’t"].iter().any(|word| self.page.says(at, word));
        let negated = line.parsed.phrases[own.verb].tokens.clone().any(not);
        let mut statement = Statement {
            measure: Measure::named(&deed),
            value: Some(Value::Quantity(site.quantity.quantity.clone())),
            qualifiers: self.event(line, site),
            modality: Some(own.modality),
            // "were without power" denies nothing of the homes.
            polarity: if negated { Polarity::Denied } else { Polarity::Affirmed },
            scope: self.scope(line, site),
            ..Statement::default()
        };
        statement.qualifiers.purpose = None;
        statement.qualifiers.origins.clear();
        let focus = self.page.mentions[site.mention].span;
        for subject in agent.into_iter().chain([collective]) {
            self.push(line, Statement { subject, ..statement.clone() }, focus, Some(site.mention), None);
        }
        true
    }

    /// What befalls them, in one word for all.
    fn befalling(&self, line: &Line<'_>, site: &Site<'_>, clause: usize) -> Option<String> {
        let own = &line.parsed.clauses[clause];
        let lemma = line.parsed.lemma(clause);
        let direct = site.side == Side::Object && own.verb + 1 == site.at && !line.parsed.is_passive(clause);
        let done = site.side == Side::Subject && own.subject == Some(site.at);
        let behind = if direct { site.at + 1 } else { own.verb + 1 };
        let passive = done && line.parsed.is_passive(clause);
        let without = (lemma == "leave" && (direct || passive) || lemma == "be" && done)
            .then(|| self.named_behind(line, behind, WITHOUT))
            .flatten();
        // "4,000 homes lost power"
        let lost = || {
            let noun = line.parsed.noun(own.verb + 1).filter(|_| lemma == "lose" && done && !passive)?;
            let plain = noun.quantity.is_none() && noun.possessor.is_none() && self.is_common(noun) && !noun.definite;
            plain.then(|| self.kind_of(noun).into_owned())
        };
        if let Some(thing) = without.or_else(lost) {
            return Some(format!("{WITHOUT} {thing}"));
        }
        let forced = line.parsed.classes(clause).has(Class::Forcing) && (direct || passive);
        let from = forced && self.named_behind(line, behind, "from").is_some_and(|what| self.is_home(&what));
        let must = done && lemma == "have" || forced;
        let leave = line.parsed.clauses.iter().position(|next| next.parent == Some(clause) && next.verb >= behind);
        let left = leave.filter(|next| must && line.parsed.lemma(*next) == "leave").and_then(|next| {
            let noun = line.parsed.noun(line.parsed.clauses[next].verb + 1)?;
            Some(self.kind_of(noun))
        });
        (from || left.is_some_and(|what| self.is_home(&what))).then(|| LEAVE_HOME.to_owned())
    }

    /// What stands behind a preposition.
    fn named_behind(&self, line: &Line<'_>, at: usize, word: &str) -> Option<String> {
        let phrase = line.parsed.phrases.get(at)?;
        let link = matches!(phrase.kind, PhraseKind::Preposition) && self.page.says(phrase.tokens.start, word);
        let noun = line.parsed.noun(at + 1).filter(|noun| link && !noun.pronoun && noun.quantity.is_none())?;
        Some(self.kind_of(noun).into_owned())
    }

    fn is_home(&self, kind: &str) -> bool {
        self.page.grammar.synonym(kind).is_some()
            && self.page.grammar.synonym(kind) == self.page.grammar.synonym("home")
    }

    /// "lost their lives": died.
    pub(in crate::extract::facts) fn is_losing_life(&self, line: &Line<'_>, clause: usize) -> bool {
        let object = line.parsed.noun(line.parsed.clauses[clause].verb + 1);
        let lives = object.is_some_and(|noun| noun.possessor.is_some() && self.kind_of(noun) == "life");
        lives && line.parsed.classes(clause).has(Class::Forgoing)
    }

    /// "claimed 12 lives": so many people died.
    pub(super) fn is_toll(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let taken = site.clause.is_some_and(|clause| line.parsed.classes(clause).has(Class::TakingLives));
        taken && site.side == Side::Object && site.quantity.quantity.unit == Unit::count("life")
    }
}
