//! Values that others are held against: "up from 95 in 2019" tells of 2019 what the value before it tells of its own time.

use std::ops::Range;

use super::super::super::NameType;
use super::super::super::phrases::{Noun, PhraseKind};
use super::super::{Line, Reader};
use super::Site;
use crate::statement::{Measure, Modality, Qualifiers, Statement, Value};
use crate::value::{Dimension, Quantity};

impl Reader<'_> {
    /// The fact of a value with a time of its own inside of a comparison, or of the level that something rose or fell from; else it tells
    /// nothing.
    pub(super) fn compared_fact(&mut self, line: &Line<'_>, site: &Site<'_>, range: Range<usize>) {
        let opens = self.page.lower(line.parsed.phrases[range.start].tokens.start);
        if matches!(opens, "instead" | "rather" | "not") {
            return;
        }
        // "compared with 200 at Bolt": somebody else's.
        let tokens = line.parsed.phrases[range.start].tokens.start..line.parsed.phrases[range.end - 1].tokens.end;
        if self.names.within(tokens).any(|name| self.names.known(name).sort != NameType::Place) {
            return;
        }
        let Some(main) = self.held_against(line, site, &range) else { return };
        let denied = main.clause.is_some_and(|clause| line.parsed.clauses[clause].denied);
        let Some(mut subject) = self.holder(line, &main).filter(|_| !denied && main.quantity.change.is_none()) else {
            return;
        };
        let Some(qualifiers) = self.own_time(line, site, &main, &range) else { return };
        let forms = self.compared_cues(line, site, &main);
        subject.topic.retain(|word| !forms.contains(word));
        let statement = Statement {
            subject,
            measure: Measure { narrowed: self.narrowed(line, &main), ..Measure::of(forms) },
            value: Some(Value::Quantity(self.whole_amount(site, &main))),
            qualifiers,
            modality: Some(Modality::Happened),
            ..Statement::default()
        };
        let moved = Statement { moved: self.moved(line, &main), ..statement.clone() };
        if let Some(level) = self.level_of_object(line, &main, &moved) {
            self.push(line, Statement { moved: None, ..level }, self.focus(site), Some(site.mention), None);
            if let Some(fact) = self.facts.last_mut() {
                fact.compared = true;
            }
        }
        self.push(line, statement, self.focus(site), Some(site.mention), None);
        if let Some(fact) = self.facts.last_mut() {
            fact.compared = true;
        }
    }

    /// "planned to cut 120 jobs but will cut 90": a plan for which its own sentence has another number of the same deed.
    pub(super) fn is_given_up(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let Some(clause) = site.clause else { return false };
        let clauses = &line.parsed.clauses;
        let own = &clauses[clause];
        let lemma = line.parsed.lemma(clause);
        let turns = |to: usize| (site.at + 1..to).any(|at| self.is_turn(line, at));
        let replaced = |other: &usize| {
            let other = &clauses[*other];
            let object = (other.verb + 1..other.end).find(|at| line.parsed.noun(*at).is_some());
            let valued = object.and_then(|at| line.parsed.noun(at)).is_some_and(|noun| noun.quantity.is_some());
            valued
                && !other.denied
                && other.modality > own.modality
                && other.subject == own.subject
                && turns(other.verb)
        };
        own.modality <= Modality::Planned
            && (clause + 1..clauses.len())
                .filter(|other| line.parsed.lemma(*other) == lemma)
                .any(|other| replaced(&other))
    }

    /// "but", "though", "yet".
    fn is_turn(&self, line: &Line<'_>, at: usize) -> bool {
        let phrase = &line.parsed.phrases[at];
        let joins = matches!(phrase.kind, PhraseKind::Conjunction | PhraseKind::Subordinator | PhraseKind::Modifier);
        joins && matches!(self.page.lower(phrase.tokens.start), "but" | "yet" | "though" | "although" | "instead")
    }

    /// The value that is held against one: the nearest of its kind in front, else behind.
    fn held_against<'s>(&'s self, line: &'s Line<'_>, site: &Site<'_>, range: &Range<usize>) -> Option<Site<'s>> {
        let own = self.dimension(site.mention)?;
        let fits = |main: Dimension| main == own || own == Dimension::Number && main == Dimension::Count;
        let like = |at: &usize| {
            let mention = line.parsed.noun(*at).and_then(|noun| noun.quantity);
            line.parsed.comparison(*at).is_none()
                && self.restates(line, *at) == self.restates(line, site.at)
                && mention.and_then(|mention| self.dimension(mention)).is_some_and(fits)
        };
        let at = (0..range.start).rev().find(like).or_else(|| (range.end..line.parsed.phrases.len()).find(like))?;
        self.site_at(line, at)
    }

    /// ", or 48 cents a share": the same as the value in front in other terms.
    pub(super) fn restates(&self, line: &Line<'_>, at: usize) -> bool {
        let phrase = |back: usize| at.checked_sub(back).map(|at| &line.parsed.phrases[at]);
        phrase(1).is_some_and(|or| self.page.says(or.tokens.start, "or"))
            && phrase(2).is_some_and(|comma| matches!(comma.kind, PhraseKind::Comma))
    }

    /// "14 shops, from 9": a bare number counts what the other does.
    fn whole_amount(&self, site: &Site<'_>, main: &Site<'_>) -> Quantity {
        let mut quantity = site.quantity.quantity.clone();
        if quantity.unit.dimension == Dimension::Number {
            quantity.unit = main.quantity.quantity.unit.clone();
        }
        quantity
    }

    /// When it was so, by the words of the comparison alone; where and with whom, as with the value that is held against it.
    fn own_time(&self, line: &Line<'_>, site: &Site<'_>, main: &Site<'_>, range: &Range<usize>) -> Option<Qualifiers> {
        let valued = |at: &usize| line.parsed.noun(*at).is_some_and(|noun| noun.quantity.is_some());
        let next = (site.at + 1..range.end).find(|at| valued(at) && !self.restates(line, *at));
        let mut own = Qualifiers::default();
        self.qualifiers(line, site.at + 1..next.unwrap_or(range.end), &mut own);
        if own.when.is_none() && !self.is_left(line, main, range) {
            return None;
        }
        let shared = self.event(line, main);
        if own.places.is_empty() {
            own.places = shared.places;
        }
        own.speaker = shared.speaker;
        Some(own)
    }

    /// "grew from 30 to 42", "fell to 42 from 50", "rose to 42, up from 30": the level that is no more.
    fn is_left(&self, line: &Line<'_>, main: &Site<'_>, range: &Range<usize>) -> bool {
        let opens = |word: &str| self.page.says(line.parsed.phrases[range.start].tokens.start, word);
        ["from", "up", "down"].into_iter().any(opens) && self.moved(line, main).is_some()
    }

    /// "a profit of $2 million" has its own words; a bare value has those of the value that is held against it.
    fn compared_cues(&self, line: &Line<'_>, site: &Site<'_>, main: &Site<'_>) -> Vec<String> {
        let own = |noun: &Noun| self.topic(noun).into_iter().rev().collect::<Vec<_>>();
        let of =
            site.at.checked_sub(1).is_some_and(|of| matches!(line.parsed.phrases[of].kind, PhraseKind::Preposition));
        let measure = self.measure_noun(line, site).and_then(|at| line.parsed.noun(at)).filter(|_| of);
        measure.map(own).filter(|cues| !cues.is_empty()).unwrap_or_else(|| self.cues(line, main))
    }
}
