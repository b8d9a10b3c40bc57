//! How far a value lies from another that the text tells of: "40 centimeters above the record of 1987".

use super::super::super::grammar::Class;
use super::super::super::phrases::{Phrase, PhraseKind};
use super::super::{Line, Reader};
use super::Site;
use crate::statement::{Direction, Measure, Statement, Value};
use crate::value::Dimension;

/// By how many somebody wins or leads.
const MARGIN: &str = "winning margin";

impl Reader<'_> {
    /// "30 percent below those of Lund", "12 higher than in May": on which side of another level a value lies, and where that begins.
    fn side(&self, line: &Line<'_>, site: &Site<'_>) -> Option<(Direction, usize)> {
        let page = self.page;
        let behind = |end: u32| page.tokens.partition_point(|token| token.span.start < end);
        let way = |at: usize| {
            let up = page.is(at, Class::ToldMore).then_some(Direction::Up);
            Some((up.or(page.is(at, Class::ToldLess).then_some(Direction::Down))?, at))
        };
        let ends = [page.mentions[site.mention].span.end, site.quantity.number.end];
        let (way, next) = ends.into_iter().find_map(|end| way(behind(end)))?;
        // "40 more people than Brae Mills".
        let behind = line.parsed.phrases[site.at].tokens.end.max(next + 1);
        let than = [next + 1, behind].into_iter().find(|at| page.says(*at, "than"));
        let first = than.or(Some(next).filter(|_| page.is(next, Class::Preposition)))? + 1;
        let base =
            (site.at + 1..line.parsed.phrases.len()).find(|at| line.parsed.phrases[*at].tokens.start >= first)?;
        Some((way, base))
    }

    /// "3,000 more than in 2023": how much more, and no figure by itself. Percentages of a level of another time are changes.
    pub(super) fn is_difference(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let relative = matches!(self.dimension(site.mention), Some(Dimension::Percent | Dimension::Points));
        self.side(line, site).is_some_and(|(_, base)| !(relative && self.is_of_time(line, base)))
    }

    /// "in May", "a year earlier"; not "last year's record".
    fn is_of_time(&self, line: &Line<'_>, at: usize) -> bool {
        let kind = |at: usize| line.parsed.phrases.get(at).map(|phrase| &phrase.kind);
        let is_preposition = matches!(kind(at), Some(PhraseKind::Preposition));
        let at = at + usize::from(is_preposition);
        let owns = |phrase: &Phrase| self.page.word(phrase.tokens.end).starts_with(['\'', '’']);
        let is_owner =
            matches!(kind(at + 1), Some(PhraseKind::Noun(_))) || line.parsed.phrases.get(at).is_some_and(owns);
        matches!(kind(at), Some(PhraseKind::Time(_))) && !is_owner
    }

    /// On which side of what level a value lies: "the average", "those of Lund".
    fn beyond(&self, line: &Line<'_>, site: &Site<'_>) -> Option<(Direction, String)> {
        let (way, base) = self.side(line, site)?;
        let is_preposition = matches!(line.parsed.phrases[base].kind, PhraseKind::Preposition);
        let base = base + usize::from(is_preposition);
        let noun = line.parsed.noun(base)?;
        let is_of = self.is_word_at(line, base + 1, "of");
        let noun = if noun.pronoun { line.parsed.noun(base + 2).filter(|_| is_of)? } else { noun };
        let is_plain = noun.quantity.is_none() && !noun.pronoun;
        is_plain.then(|| (way, self.page.slice(noun.words.clone()).to_lowercase()))
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
        let Some((way, level)) = self.beyond(line, site) else { return };
        let Some(mut subject) = self.holder(line, site) else { return };
        subject.topic.clear();
        let mut statement = Statement {
            subject,
            measure: Measure::difference_from(&level),
            value: Some(Value::Quantity(site.quantity.quantity.clone())),
            qualifiers: self.event(line, site),
            direction: Some(way),
            ..Statement::default()
        };
        self.stance(line, site, &mut statement);
        self.push(line, statement, self.focus(site), Some(site.mention), None);
    }
}
