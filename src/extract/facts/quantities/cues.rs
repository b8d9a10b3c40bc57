//! The words that tell which property a number is of.

use super::super::super::Change;
use super::super::super::grammar::{Class, singular};
use super::super::super::phrases::{Mood, Noun, PhraseKind};
use super::super::{Line, Reader};
use super::per_share::EARNINGS_A_SHARE;
use super::{Side, Site};
use crate::statement::Modality;
use crate::value::Dimension;

impl Reader<'_> {
    /// The words that tell which property it is: the verbs from the innermost outward, the nouns around the number, its unit.
    pub(in crate::extract::facts) fn cues(&self, line: &Line<'_>, site: &Site<'_>) -> Vec<String> {
        let page = self.page;
        if self.is_earned_a_share(line, site) {
            return vec![EARNINGS_A_SHARE.to_owned()];
        }
        if self.is_toll(line, site) {
            return vec!["die".to_owned(), "person".to_owned()];
        }
        let mut cues = Vec::new();
        // How old somebody is says nothing of what they do.
        let is_age = site.quantity.quantity.unit.dimension == Dimension::Age;
        cues.extend(is_age.then(|| "age".to_owned()));
        if site.noun.head >= site.noun.words.start && page.mention(site.noun.head) != Some(site.mention) {
            cues.extend(self.nouns_behind(site));
        }
        if let Some(measure) = self.measure_in_front(site) {
            cues.push(measure);
        }
        let measure = self.measure_noun(line, site).filter(|_| self.place_of(line, site).is_none());
        if let Some(measure) = measure.or_else(|| self.carried_measure(line, site)) {
            cues.extend(line.parsed.noun(measure).map(|noun| self.topic(noun)).unwrap_or_default().into_iter().rev());
        }
        // "close two of its six libraries": how many there are is told by the six.
        let named = site.quantity.unit.is_some() || !self.is_some_of(line, site);
        if site.quantity.quantity.unit.dimension == Dimension::Count && named {
            cues.extend(site.quantity.quantity.unit.code.split(' ').rev().map(|word| singular(word).into_owned()));
            let words =
                site.noun.words.clone().filter(|at| {
                    self.page.is_word(*at) && self.page.tokens[*at].span.start >= site.quantity.number.end
                });
            cues.extend(words.map(|at| self.page.singular(at).into_owned()));
        }
        if let Some(clause) = site.clause.filter(|_| !is_age) {
            let own = !self.is_level(line, site, clause) && !self.is_where(line, site, clause);
            let own = own && !self.is_appraisal(line, site, clause);
            if own && !self.is_forgone(line, site, clause) && !self.is_harm_in_row(line, site.at, site.noun) {
                self.verb_cues(line, clause, &mut cues);
                cues.extend(self.is_moved_by(line, site, clause).then(|| "change".to_owned()));
            }
            self.subject_cues(line, site, clause, &mut cues);
            let outer = line.parsed.clauses[clause].parent.filter(|_| self.is_of_object(line, clause));
            cues.extend(outer.map(|outer| line.parsed.lemma(outer).to_owned()));
        }
        if let Some(state) = self.kept(line, site) {
            cues.retain(|cue| cue != state);
        }
        self.following_cues(line, site, &mut cues);
        self.gap_cues(line, site, &mut cues);
        if site.quantity.change.is_none() && self.direction(line, site).is_some() {
            cues.push("change".to_owned());
        }
        if let Some(change) = site.quantity.change.filter(|_| !self.is_gone(line, site)) {
            cues.push("change".to_owned());
            cues.push(
                match change {
                    Change::Up => "rise",
                    Change::Down => "fall",
                }
                .to_owned(),
            );
        }
        cues.extend(self.dimension_cues(line, site));
        self.change_a_share(line, site, &mut cues);
        let mut at = 0;
        while let Some(cue) = cues.get(at) {
            if cue.is_empty() || cues[..at].contains(cue) {
                cues.remove(at);
            } else {
                at += 1;
            }
        }
        cues
    }

    /// "rose to 90 million": what it rose to is no rise.
    fn is_level(&self, line: &Line<'_>, site: &Site<'_>, clause: usize) -> bool {
        let classes = line.parsed.classes(clause);
        let before = site.at.checked_sub(1).and_then(|before| line.parsed.phrases.get(before));
        let to = before.is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Preposition) && self.page.says(phrase.tokens.start, "to")
        });
        // "raised its prices by $3": what it raised are the prices.
        let by = before.is_some_and(|before| self.page.says(before.tokens.start, "by"));
        let object = line.parsed.noun(line.parsed.clauses[clause].verb + 1).is_some_and(|noun| noun.quantity.is_none());
        (to || by && object)
            && self.is_measured(line, clause)
            && (classes.has(Class::Rising) || classes.has(Class::Falling))
    }

    /// "lost $12 million": a sum that is gone is no change of anything. What shares lost is one of their price.
    fn is_gone(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let shares = site
            .clause
            .and_then(|clause| self.subject_of(line, clause))
            .is_some_and(|(_, noun)| self.page.grammar.is_transparent(&self.kind_of(noun)));
        let direct = site.clause.is_some_and(|clause| line.parsed.clauses[clause].verb + 1 == site.at);
        self.is_going_without(line, site) && direct && !shares
    }

    /// "narrowed by $3 million": how much something changed, whatever the verb.
    fn is_moved_by(&self, line: &Line<'_>, site: &Site<'_>, clause: usize) -> bool {
        let classes = line.parsed.classes(clause);
        let by = site.at.checked_sub(1).is_some_and(|by| self.page.says(line.parsed.phrases[by].tokens.start, "by"));
        by && site.side == Side::Object && (classes.has(Class::Rising) || classes.has(Class::Falling))
    }

    /// "employs 1,200 people in 14 ports": what is counted behind the object tells where, and is no number of what the verb says.
    fn is_where(&self, line: &Line<'_>, site: &Site<'_>, clause: usize) -> bool {
        let verb = line.parsed.clauses[clause].verb;
        let object = line.parsed.noun(verb + 1).is_some_and(|noun| noun.head < site.noun.words.start);
        let counted = site.quantity.quantity.unit.dimension == Dimension::Count;
        let before = site.at.checked_sub(1).filter(|before| *before > verb + 1);
        counted && object && before.is_some_and(|before| self.is_place_word(line, before))
    }

    /// "a magnitude 6.8 earthquake": the noun right in front of a bare number.
    pub(in crate::extract::facts) fn measure_in_front(&self, site: &Site<'_>) -> Option<String> {
        let page = self.page;
        let number = page.mentions[site.mention].span.start;
        let before = site.noun.words.clone().take_while(|at| page.tokens[*at].span.start < number).last()?;
        let plain = page.is_word(before)
            && !page.is_capital(before)
            && !page.is(before, Class::Adjective)
            && page.entry(before).verb.is_none();
        plain.then(|| page.singular(before).into_owned())
    }

    /// "keep all 42 shops open": as what they are kept, which is nothing that is done.
    fn kept<'s>(&'s self, line: &Line<'_>, site: &Site<'_>) -> Option<&'s str> {
        let keeps = site.clause.is_some_and(|clause| line.parsed.classes(clause).has(Class::Keeping));
        let last = site.noun.words.end.checked_sub(1).filter(|_| keeps)?;
        let is_behind = self.page.tokens[last].span.start >= self.page.mentions[site.mention].span.end;
        Some(self.page.lower(last)).filter(|_| is_behind)
    }

    /// "$4 billion data center project": project, center, data.
    pub(in crate::extract::facts) fn nouns_behind(&self, site: &Site<'_>) -> Vec<String> {
        let page = self.page;
        let end = page.mentions[site.mention].span.end;
        site.noun
            .words
            .clone()
            .rev()
            .filter(|at| page.tokens[*at].span.start >= end && page.is_word(*at))
            .filter(|at| !page.is(*at, Class::Adjective) || page.is(*at, Class::Either))
            .map(|at| page.singular(at).into_owned())
            .collect()
    }

    pub(in crate::extract::facts) fn verb_cues(&self, line: &Line<'_>, clause: usize, cues: &mut Vec<String>) {
        for link in line.parsed.chain(clause) {
            let lemma = line.parsed.lemma(link);
            let Some(verb) = line.parsed.verb(line.parsed.clauses[link].verb) else { continue };
            let lemma = if self.is_losing_life(line, link) { "die" } else { lemma };
            if !matches!(lemma, "be" | "have" | "do") {
                cues.push(lemma.to_owned());
            }
            if self.is_promised(line, link) {
                cues.push("pledge".to_owned());
            }
            // "17 are still missing": what they are, in the form of a verb.
            if verb.progressive && self.page.is(verb.head, Class::Adjective) {
                cues.push(self.page.lower(verb.head).to_owned());
            }
            // A participle is about something else than the verb it hangs on, and "expects sales to be" tells of the sales.
            if verb.mood != Mood::Infinitive || lemma == "be" && self.is_of_object(line, link) {
                break;
            }
        }
    }

    /// "expects sales to be": the clause is of what the verb that it hangs on has for its object.
    fn is_of_object(&self, line: &Line<'_>, clause: usize) -> bool {
        let own = &line.parsed.clauses[clause];
        let outer = own.parent.and_then(|parent| line.parsed.clauses.get(parent));
        outer.is_some_and(|outer| own.subject.is_some_and(|subject| subject > outer.verb))
    }

    /// "will spend $4 million": a sum that is still to be paid out is promised.
    fn is_promised(&self, line: &Line<'_>, clause: usize) -> bool {
        let modality = line.parsed.clauses[clause].modality;
        let due = matches!(modality, Modality::Planned | Modality::Pledged | Modality::Will);
        due && line.parsed.classes(clause).has(Class::Outlay)
    }

    pub(in crate::extract::facts) fn subject_cues(
        &self,
        line: &Line<'_>,
        site: &Site<'_>,
        clause: usize,
        cues: &mut Vec<String>,
    ) {
        if let Some(object) = self.moved_object(line, site) {
            cues.extend(self.topic(object).into_iter().rev());
            cues.extend(self.adjectives(object));
            return;
        }
        let Some((_, noun)) = self.subject_of(line, clause) else { return };
        // "Shares of Acme closed at $21": their price.
        let money = site.quantity.quantity.unit.dimension == Dimension::Money && site.side == Side::Object;
        let kind = self.kind_of(noun);
        let firm = self.page.grammar.classes(&kind).has(Class::AnyCompany);
        if money && self.page.grammar.is_transparent(&kind) && !firm {
            cues.push("price".to_owned());
            cues.extend(self.topic(noun).into_iter().rev());
        }
        if site.side == Side::Object && self.is_measured(line, clause) && !noun.pronoun {
            self.counted_cues(line, clause, cues);
            cues.extend(self.topic(noun).into_iter().rev());
            cues.extend(self.adjectives(noun));
        }
    }

    /// "The number of people killed by the storm rose to 44": what is counted, and what was done to it, come first.
    fn counted_cues(&self, line: &Line<'_>, clause: usize, cues: &mut Vec<String>) {
        let Some((counted, told)) = self.counted(line, clause) else { return };
        let told = told.map(|told| line.parsed.lemma(told).to_owned());
        let noun = line.parsed.noun(counted).map(|noun| self.topic(noun)).unwrap_or_default();
        let at = cues.iter().position(|cue| cue == line.parsed.lemma(clause)).unwrap_or(cues.len());
        cues.splice(at..at, told.into_iter().chain(noun.into_iter().rev()));
    }

    pub(in crate::extract::facts) fn adjectives(&self, noun: &Noun) -> Vec<String> {
        let page = self.page;
        noun.words.clone().filter(|at| page.is(*at, Class::Adjective)).map(|at| page.lower(at).to_owned()).collect()
    }

    /// "52 percent of the vote", "$3 million in damages", "a population of".
    pub(in crate::extract::facts) fn following_cues(&self, line: &Line<'_>, site: &Site<'_>, cues: &mut Vec<String>) {
        let phrases = &line.parsed.phrases;
        let of = phrases.get(site.at + 1).is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Preposition)
                && matches!(self.page.lower(phrase.tokens.start), "of" | "in")
        });
        let of = of && !self.is_going_without(line, site);
        // "a deficit of $3 million in its budget of $48 million": the budget has a figure of its own.
        let has_own = |noun: &Noun| {
            noun.quantity.is_some()
                || self.says_of(line, site.at + 3)
                    && line.parsed.noun(site.at + 4).is_some_and(|noun| noun.quantity.is_some())
        };
        let noun =
            line.parsed.noun(site.at + 2).filter(|noun| of && noun.name.is_none() && !noun.pronoun && !has_own(noun));
        if let Some(noun) = noun {
            cues.extend(self.topic(noun).into_iter().rev());
        }
    }

    fn says_of(&self, line: &Line<'_>, at: usize) -> bool {
        line.parsed.phrases.get(at).is_some_and(|phrase| self.page.says(phrase.tokens.start, "of"))
    }

    /// "A won 54 percent of the vote and B 43": what the first is of, the second is of.
    fn gap_cues(&self, line: &Line<'_>, site: &Site<'_>, cues: &mut Vec<String>) {
        let Some(before) = self.gapped(line, site).and_then(|before| self.site_at(line, before)) else { return };
        if before.quantity.quantity.unit.dimension == Dimension::Count {
            cues.splice(0..0, self.cues(line, &before));
        } else {
            self.following_cues(line, &before, cues);
        }
    }

    /// "1,250 metres long", "800 metres high"; in front of a noun ("a 35-metre tower") a length may be either.
    fn length_cues(&self, line: &Line<'_>, site: &Site<'_>) -> Vec<String> {
        let page = self.page;
        let start = page.mentions[site.mention].span.end;
        let next = self.behind_bracket(page.tokens.partition_point(|token| token.span.start < start));
        let named = match page.lower(next) {
            "long" => &["length"][..],
            "high" | "tall" => &["height"],
            "deep" => &["depth"],
            "wide" => &["width"],
            "away" | "apart" => &["distance"],
            _ if site.noun.words.end > next => &["length", "height"],
            _ if self.is_water_mark(line, site) => &["height", "level"],
            _ => &[],
        };
        named.iter().map(|name| (*name).to_owned()).collect()
    }

    /// Behind a bracket that opens at a token and holds no more than a conversion; else the token.
    fn behind_bracket(&self, at: usize) -> usize {
        let close = || (at + 1..at + 8).find(|close| self.page.word(*close) == ")");
        if self.page.word(at) == "(" { close().map_or(at, |close| close + 1) } else { at }
    }

    /// "The river rose to 4.7 metres", "peaked at 4.7 metres": how high it stood.
    fn is_water_mark(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let before = site.at.checked_sub(1).map(|before| self.page.lower(line.parsed.phrases[before].tokens.start));
        let clause = site.clause.filter(|_| site.side == Side::Object);
        clause.is_some_and(|clause| {
            let verb = line.parsed.classes(clause);
            let marks = line.parsed.clauses[clause].verb + 1 == site.at && verb.has(Class::Marking);
            marks || matches!(before, Some("to" | "at")) && verb.has(Class::Levelling)
        })
    }

    /// "40 percent of sales": how much of a whole.
    fn is_share_of(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let of = line.parsed.phrases.get(site.at + 1).is_some_and(|phrase| self.page.says(phrase.tokens.start, "of"));
        of && site.quantity.quantity.unit.dimension == Dimension::Percent
    }

    pub(in crate::extract::facts) fn dimension_cues(&self, line: &Line<'_>, site: &Site<'_>) -> Vec<String> {
        let page = self.page;
        let up_or_down = site.at.checked_sub(1).map(|before| page.lower(line.parsed.phrases[before].tokens.start));
        // "makes up 40 percent of sales": a share, and no rise.
        let up_or_down = up_or_down.filter(|_| !self.is_share_of(line, site));
        match (site.quantity.quantity.unit.dimension, up_or_down) {
            (Dimension::Area, _) => vec!["area".to_owned()],
            (Dimension::Power | Dimension::Volume, _)
                if site.noun.words.end > self.page.behind_mention(site.noun.words.start) =>
            {
                vec!["capacity".to_owned()]
            }
            (Dimension::Length, _) => self.length_cues(line, site),
            (Dimension::Duration, _) => vec!["duration".to_owned()],
            (_, Some("up")) => vec!["change".to_owned(), "rise".to_owned()],
            (_, Some("down")) => vec!["change".to_owned(), "fall".to_owned()],
            _ => Vec::new(),
        }
    }
}
