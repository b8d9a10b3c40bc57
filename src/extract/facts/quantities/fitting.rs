//! What a number can be of: people are harmed in an accident, a place or a group, not in a vote nor by whoever counts them; the people of a
//! town are no figure of the mayor who speaks of them.

use std::borrow::Cow;

use super::super::super::NameType;
use super::super::super::grammar::{Class, singular};
use super::super::super::phrases::PhraseKind;
use super::super::{Line, Reader};
use super::Site;
use crate::statement::Subject;
use crate::value::Dimension;

impl Reader<'_> {
    /// Whether a number may be one of a subject.
    pub(super) fn can_be_of(&self, line: &Line<'_>, site: &Site<'_>, subject: &Subject) -> bool {
        if self.dimension(site.mention) != Some(Dimension::Count) {
            return true;
        }
        let person = self.is_of_sort(&subject.name, NameType::Person);
        if self.tells_harm(line, site) {
            let last = singular(subject.name.rsplit(' ').next().unwrap_or_default());
            let tells = person || self.page.grammar.classes(&last).has(Class::Force);
            return !self.is_gathering(subject) && (!tells || self.has_itself(line, site));
        }
        let public = self.page.grammar.classes(&self.counted_noun(site)).has(Class::PublicMeasure);
        !(public && person)
    }

    /// What those who are harmed may have been harmed in, where whoever the grammar names cannot have it: an accident that the sentence
    /// names in front of the number.
    pub(super) fn accident_before(&self, line: &Line<'_>, site: &Site<'_>) -> Option<Subject> {
        let nouns = (0..site.at).rev().filter_map(|at| Some((at, line.parsed.noun(at)?)));
        let mut accidents = nouns.filter(|(_, noun)| self.is_event(noun) && noun.quantity.is_none());
        let (at, noun) = accidents.find(|(_, noun)| !self.page.kind_classes(noun.head).has(Class::Gathering))?;
        Some(self.resolve(line, noun, at)).filter(|_| self.tells_harm(line, site))
    }

    /// "a vote", "the meeting": an event at which nobody comes to harm unless somebody says so.
    pub(super) fn is_gathering(&self, subject: &Subject) -> bool {
        let last = singular(subject.name.rsplit(' ').next().unwrap_or_default());
        let words = [&*last].into_iter().chain(subject.topic.iter().map(String::as_str));
        words.into_iter().any(|word| self.page.grammar.classes(word).has(Class::Gathering))
    }

    /// "a town of 8,400 people": whose people they are.
    pub(super) fn place_of(&self, line: &Line<'_>, site: &Site<'_>) -> Option<usize> {
        let place = self.measure_noun(line, site)?;
        let noun = line.parsed.noun(place)?;
        let counts = self.dimension(site.mention) == Some(Dimension::Count);
        (counts && self.page.kind_classes(noun.head).has(Class::PlaceNoun)).then_some(place)
    }

    /// "after a protest by 80 parents": they do what the noun in front says, and are no number of whoever the sentence is about.
    pub(super) fn does_itself(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let by = site.at.checked_sub(1).is_some_and(|by| self.page.says(line.parsed.phrases[by].tokens.start, "by"));
        let deed =
            || site.at.checked_sub(2).is_some_and(|at| matches!(line.parsed.phrases[at].kind, PhraseKind::Noun(_)));
        let passive =
            || site.clause.is_some_and(|clause| line.parsed.is_passive(clause) || self.is_measured(line, clause));
        self.dimension(site.mention) == Some(Dimension::Count) && by && deed() && !passive()
    }

    /// Whether the number is one of people harmed: "41 injuries", "leaving 12 people injured".
    fn tells_harm(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let verb = site.clause.is_some_and(|clause| self.is_harm(line, clause));
        let next =
            line.parsed.clauses.iter().position(|clause| clause.subject == Some(site.at) && clause.verb > site.at);
        let harmed = next.is_some_and(|next| self.is_harm(line, next));
        verb || harmed || self.page.grammar.classes(&self.counted_noun(site)).has(Class::HarmMeasure)
    }

    /// "suffered three injuries": whoever has them is the one who is hurt.
    fn has_itself(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let verb = site.clause.map(|clause| line.parsed.classes(clause));
        verb.is_some_and(|verb| verb.has(Class::Having) || verb.has(Class::Harming))
    }

    fn counted_noun<'s>(&self, site: &'s Site<'_>) -> Cow<'s, str> {
        singular(site.quantity.quantity.unit.code.rsplit(' ').next().unwrap_or_default())
    }

    fn is_of_sort(&self, name: &str, sort: NameType) -> bool {
        self.names.number(name).is_some_and(|who| self.names.all[who].sort == sort)
    }
}
