//! How far the thing has got whose number is told, and whether it is denied.

use super::super::super::grammar::Class;
use super::super::super::phrases::PhraseKind;
use super::super::{Line, Reader};
use super::{Side, Site};
use crate::statement::{Modality, Polarity, Statement};
use crate::value::Dimension;

impl Reader<'_> {
    /// Tells of a statement how far the thing has got, and whether it is denied.
    pub(super) fn stance(&self, line: &Line<'_>, site: &Site<'_>, statement: &mut Statement) {
        let Some(clause) = site.clause else {
            let there = self.is_divided(line, site.at);
            statement.modality = Some(if there { Modality::Happened } else { Modality::Planned });
            return;
        };
        if self.is_known_whole(line, site) || self.place_of(line, site).is_some() {
            statement.modality = Some(Modality::Happened);
            return;
        }
        let own = &line.parsed.clauses[clause];
        statement.modality = Some(self.noun_modality(site, own.modality));
        statement.polarity = if own.denied { Polarity::Denied } else { Polarity::Affirmed };
        if self.is_called_off(line, site, clause) {
            // "did not cancel its $5 million pledge": whether it still stands is not told.
            let open = statement.modality.map(|modality| modality.min(Modality::Forecast));
            statement.modality = if own.denied { open } else { statement.modality };
            statement.polarity = if own.denied { Polarity::Affirmed } else { Polarity::Denied };
            return;
        }
        let governed = site
            .at
            .checked_sub(1)
            .is_some_and(|before| matches!(line.parsed.phrases[before].kind, PhraseKind::Preposition));
        // "did not build in 12 towns", "will not pay $5 million until May": whether there are 12, and what is paid then, cannot be told.
        if own.denied && (governed || self.is_until(line, clause)) {
            statement.modality = Some(Modality::Opinion);
        }
    }

    /// "cancelled its $5 million investment", "its pledge of $5 million was dropped": what was pledged or agreed is so no more.
    fn is_called_off(&self, line: &Line<'_>, site: &Site<'_>, clause: usize) -> bool {
        let page = self.page;
        let measure = self.measure_noun(line, site);
        let at = measure.unwrap_or(site.at);
        let whole = measure.and_then(|at| line.parsed.noun(at)).unwrap_or(site.noun);
        let verb = line.parsed.clauses[clause].verb;
        let direct = match site.side {
            Side::Object => (verb + 1..at).all(|at| matches!(line.parsed.phrases[at].kind, PhraseKind::Modifier)),
            Side::Subject => line.parsed.is_passive(clause),
            Side::Bare => false,
        };
        let head = page.grammar.classes(&self.kind_of(whole));
        let deed =
            (head.has(Class::Deed) || head.has(Class::ContentNoun)) && page.mention(whole.head) != Some(site.mention);
        let verb = line.parsed.classes(clause);
        direct && deed && verb.has(Class::Denying) && self.dimension(site.mention) == Some(Dimension::Money)
    }

    /// "a $4 billion plan": what is announced is a plan, whatever was done to announce it.
    fn noun_modality(&self, site: &Site<'_>, clause: Modality) -> Modality {
        let page = self.page;
        let plan = site.noun.words.clone().any(|at| {
            matches!(
                page.lower(at),
                "plan" | "plans" | "planned" | "proposal" | "project" | "pledge" | "commitment" | "announced"
            )
        });
        if plan { clause.min(Modality::Pledged) } else { clause }
    }
}
