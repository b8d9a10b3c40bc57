//! What somebody is or has beside all else that is told of them: how old they are, how many they have.

use super::super::super::grammar::{Class, Classes};
use super::super::super::phrases::PhraseKind;
use super::super::{Line, Reader};
use super::{Side, Site};
use crate::statement::{Modality, Polarity, Qualifiers, Statement, Subject};
use crate::value::Dimension;

impl Reader<'_> {
    /// How old somebody or something is, told beside its name or in front of a noun, and how many of something somebody has who then
    /// does something else: "Acme, a builder with 30 workers, will".
    pub(super) fn is_attribute(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let phrase = site.at.checked_sub(1).and_then(|at| line.parsed.phrases.get(at));
        let before = phrase.map(|phrase| &phrase.kind);
        match self.dimension(site.mention) {
            Some(Dimension::Age) => {
                let apposed = matches!(before, Some(PhraseKind::Comma | PhraseKind::Open));
                let in_front = self.page.mention(site.noun.head) != Some(site.mention);
                let told = site.clause.filter(|_| site.side == Side::Object);
                let is_told = told.is_some_and(|clause| self.page.grammar.is_copula(line.parsed.lemma(clause)));
                apposed || in_front && !is_told
            }
            Some(Dimension::Count) => site.side == Side::Subject && self.with_which(line, site).is_some(),
            _ => false,
        }
    }

    /// Whose attribute a number is.
    pub(super) fn bearer(&self, line: &Line<'_>, site: &Site<'_>) -> Option<Subject> {
        let clause = site.clause.filter(|_| self.is_attribute(line, site))?;
        let (_, noun) = self.subject_of(line, clause)?;
        noun.name.and_then(|_| self.agent(line, clause))
    }

    /// It is so now, whatever is done besides, and when: of its sentence it has who says so, and the place right behind it.
    pub(super) fn attribute(&self, line: &Line<'_>, site: &Site<'_>, statement: &mut Statement) {
        let phrases = &line.parsed.phrases;
        let ends = |at: &usize| matches!(phrases[*at].kind, PhraseKind::Comma | PhraseKind::Verb(_));
        let end = (site.at + 1..phrases.len()).find(ends).unwrap_or(phrases.len());
        let mut behind = Qualifiers::default();
        self.qualifiers(line, site.at + 1..end, &mut behind);
        let speaker = statement.qualifiers.speaker.take();
        statement.qualifiers = Qualifiers { speaker, places: behind.places, ..Qualifiers::default() };
        statement.modality = Some(Modality::Happened);
        statement.polarity = Polarity::Affirmed;
    }

    /// "A hotel with 120 rooms opened", "the firm, with 300 employees, is": the noun in front of "with", by its place.
    fn with_which(&self, line: &Line<'_>, site: &Site<'_>) -> Option<usize> {
        let phrases = &line.parsed.phrases;
        let with = site.at.checked_sub(1).filter(|at| self.page.says(phrases[*at].tokens.start, "with"))?;
        let before = with.checked_sub(1)?;
        let comma = matches!(phrases[before].kind, PhraseKind::Comma);
        let noun = if comma { before.checked_sub(1)? } else { before };
        line.parsed.noun(noun).map(|_| noun)
    }

    /// So many are that noun's that is spoken of for the first time, or of which all else is told: "a ship with 12 sailors". What is done
    /// with 12 firms is no thing that has them.
    pub(super) fn had_by(&self, line: &Line<'_>, site: &Site<'_>) -> Option<Subject> {
        const DEEDS: Classes = Classes::of(&[Class::EventNoun, Class::Either]);
        let at = self.with_which(line, site).filter(|_| self.dimension(site.mention) == Some(Dimension::Count))?;
        let noun =
            line.parsed.noun(at).filter(|noun| !noun.pronoun && noun.rest.is_empty() && noun.quantity.is_none())?;
        let first = self.page.lower(noun.words.start);
        let is_new = matches!(first, "a" | "an") && at + 2 == site.at;
        let is_thing = self.is_common(noun) && !self.page.kind_classes(noun.head).meets(DEEDS);
        let own = match site.side {
            Side::Subject => site.clause.is_some_and(|clause| line.parsed.clauses[clause].subject == Some(at)),
            _ => is_new,
        };
        let owner = Some(self.resolve(line, noun, at)).filter(|_| own && is_thing && noun.name.is_none());
        owner.filter(|owner| !owner.name.is_empty())
    }
}
