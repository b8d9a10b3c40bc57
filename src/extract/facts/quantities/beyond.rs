//! How far a value lies from another that the text tells of: "40 centimeters above the record of 1987".

use super::super::{Line, Reader};
use super::Site;
use crate::statement::{Measure, Statement, Value};

/// By how many somebody wins or leads.
const MARGIN: &str = "winning margin";

impl Reader<'_> {
    /// "above", "below", and the noun right behind it.
    fn beyond(&self, line: &Line<'_>, site: &Site<'_>) -> Option<String> {
        let page = self.page;
        let end = page.mentions[site.mention].span.end;
        let next = page.tokens.partition_point(|token| token.span.start < end);
        let word = ["above", "below"].into_iter().find(|word| page.says(next, word))?;
        let noun = line.parsed.noun(site.at + 2).filter(|noun| noun.quantity.is_none() && !noun.pronoun)?;
        Some(format!("{word} {}", self.kind_of(noun)))
    }

    /// SUBJECT won by so many votes: its margin.
    pub(super) fn margin_fact(&mut self, line: &Line<'_>, site: &Site<'_>) {
        let clause =
            site.clause.filter(|clause| line.parsed.lemma(*clause) != "lose" && !line.parsed.is_passive(*clause));
        let Some(subject) = clause.and_then(|clause| self.agent(line, clause)) else { return };
        if subject.name.is_empty() {
            return;
        }
        // Whoever trails has no margin.
        let trails = clause.is_some_and(|clause| line.parsed.lemma(clause) == "trail");
        let margin = if trails { "deficit" } else { MARGIN };
        let mut statement = Statement {
            subject,
            measure: Measure::named(margin),
            value: Some(Value::Quantity(site.quantity.quantity.clone())),
            qualifiers: self.event(line, site),
            ..Statement::default()
        };
        statement.qualifiers.origins.clear();
        self.stance(line, site, &mut statement);
        self.push(line, statement, self.focus(site), Some(site.mention), None);
    }

    /// SUBJECT is so far above the record, where the number tells so.
    pub(super) fn distance_fact(&mut self, line: &Line<'_>, site: &Site<'_>) {
        let Some(form) = self.beyond(line, site) else { return };
        let Some(mut subject) = self.holder(line, site) else { return };
        subject.topic.clear();
        let mut statement = Statement {
            subject,
            measure: Measure::named(&form),
            value: Some(Value::Quantity(site.quantity.quantity.clone())),
            qualifiers: self.event(line, site),
            ..Statement::default()
        };
        self.stance(line, site, &mut statement);
        self.push(line, statement, self.focus(site), Some(site.mention), None);
    }
}
