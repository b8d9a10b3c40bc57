//! When things begin, end and take place: "the summit, which runs through Friday".

use super::super::clauses::Role;
use super::super::grammar::{Class, Classes};
use super::super::phrases::{Noun, PhraseKind};
use super::super::{MentionKind, NameType, TimeType};
use super::{Line, Reader};
use crate::statement::{Measure, Polarity, Qualifiers, Statement, Value};
use crate::value::{Days, Grain};

impl Reader<'_> {
    /// The dates of events that a sentence tells.
    pub(super) fn moment_facts(&mut self, line: &Line<'_>) {
        for clause in 0..line.parsed.clauses.len() {
            let own = &line.parsed.clauses[clause];
            for at in own.verb + 1..own.end.min(line.parsed.phrases.len()) {
                let Some((mention, days)) = self.date_at(line, at).filter(|_| !self.is_instead(line, own.verb, at))
                else {
                    continue;
                };
                if let Some(ends) = self.both_ends(line, clause, days) {
                    self.span_facts(line, clause, mention, ends);
                    continue;
                }
                if self.opens_next(line, clause, at) {
                    continue;
                }
                let before = self.page.lower(line.parsed.phrases[at - 1].tokens.start);
                let Some(measure) = moment(line.parsed.classes(clause), before) else { continue };
                let Some((subject_at, noun)) = self.dated(line, clause, measure, at) else { continue };
                let negated = line.parsed.verb(own.verb).is_some_and(|verb| verb.negated);
                let holds = self.is_until(line, clause);
                let days = bounded(days, before, negated);
                let statement = Statement {
                    subject: self.resolve(line, noun, subject_at),
                    measure: Measure::named(measure),
                    value: Some(Value::Days(days)),
                    qualifiers: Qualifiers { speaker: self.reporter_name(line, clause), ..Qualifiers::default() },
                    modality: Some(self.modality_at(line, clause, Some(days))),
                    polarity: if own.denied && !holds { Polarity::Denied } else { Polarity::Affirmed },
                    scope: None,
                    direction: None,
                    moved: None,
                };
                self.push(line, statement, self.page.mentions[mention].span, None, Some(mention));
            }
        }
    }

    /// "opened in 1958 and now has": the date in front of the next verb belongs to that.
    fn opens_next(&self, line: &Line<'_>, clause: usize, at: usize) -> bool {
        let joined = matches!(line.parsed.phrases[at - 1].kind, PhraseKind::Conjunction);
        joined && line.parsed.clauses.get(clause + 1).is_some_and(|next| next.verb == at + 1)
    }

    /// What a date is one of, as a position and a noun: the subject; what somebody holds ("will hold a hearing on 3 June"). No person has
    /// one, and who takes office on a day has none of it. What is closed to some, or for a while, has not come to its end.
    fn dated<'l>(&self, line: &'l Line<'_>, clause: usize, measure: &str, at: usize) -> Option<(usize, &'l Noun)> {
        let own = &line.parsed.clauses[clause];
        let classes = line.parsed.classes(clause);
        let passive = line.parsed.is_passive(clause);
        let object = line.parsed.noun(own.verb + 1);
        let takes_place = || object.is_some_and(|noun| self.page.says(noun.head, "place"));
        let holds = measure == "date" && classes.has(Class::Holding) && !passive && !takes_place();
        let ends = matches!(measure, "start date" | "end date") && !passive;
        let part = object.is_some_and(|noun| self.is_part_of_somebody(noun));
        let taken = object.is_some_and(|noun| self.is_what_ends(noun));
        let held = match (holds, object) {
            // "opened 12 shops", "closed 7 percent lower": it is not the one who did that.
            _ if ends && (self.is_gap(line, clause) || object.is_some_and(|noun| noun.quantity.is_some())) => None,
            (false, _) if ends && (part || taken) => Some(own.verb + 1),
            // "opened an office", but "opened its doors"
            (false, Some(object))
                if ends && object.possessor.is_none() && !object.pronoun && self.is_common(object) =>
            {
                None
            }
            (false, _) => own.subject,
            (true, Some(object)) if object.quantity.is_none() && self.is_event(object) => Some(own.verb + 1),
            (true, Some(_) | None) => None,
        };
        let held = held.filter(|_| measure != "end date" || !self.is_for_a_while(line, clause, at))?;
        let noun = line.parsed.noun(held).filter(|noun| !noun.pronoun)?;
        let person = noun.name.map(|name| self.names.known(&self.names.mentions[name]).sort == NameType::Person);
        (person != Some(true)).then_some((held, noun))
    }

    /// "voted to close Lund School in June", "opened the bridge in 1958": what somebody opens or closes; "its doors" are its own.
    fn is_what_ends(&self, noun: &Noun) -> bool {
        let plain = !noun.pronoun && noun.quantity.is_none() && noun.possessor.is_none() && noun.rest.is_empty();
        plain && (noun.name.is_some() || noun.definite)
    }

    /// "the third school that the town has closed since 2010": closed is the school, and not the town.
    fn is_gap(&self, line: &Line<'_>, clause: usize) -> bool {
        let own = &line.parsed.clauses[clause];
        let relative = |at: usize| matches!(line.parsed.phrases[at].kind, PhraseKind::Relative);
        let subject = own.subject.filter(|subject| *subject < own.verb);
        own.role == Role::Relative && subject.is_some_and(|subject| subject > 0 && relative(subject - 1))
    }

    /// "will close its maternity ward on 3 June": the ward, and nobody whose it is.
    fn is_part_of_somebody(&self, noun: &Noun) -> bool {
        let plain = !noun.pronoun && noun.quantity.is_none() && noun.name.is_none();
        plain && self.page.kind_classes(noun.head).has(Class::PartNoun)
    }

    /// "closed to trucks since", "closed on Sundays", "will stay closed through March 10", "will close for repairs in June".
    fn is_for_a_while(&self, line: &Line<'_>, clause: usize, at: usize) -> bool {
        let own = &line.parsed.clauses[clause];
        let classes = line.parsed.classes(clause);
        let says = |at: usize, words: &[&str]| {
            words.iter().any(|word| self.page.says(line.parsed.phrases[at].tokens.start, word))
        };
        let limited = |at: usize| match line.parsed.phrases.get(at + 1).map(|phrase| &phrase.kind) {
            Some(PhraseKind::Noun(_)) => says(at, &["to", "for"]),
            Some(PhraseKind::Time(mention)) => self.is_recurring(*mention),
            Some(_) | None => false,
        };
        let until = says(at - 1, &["through", "until", "till", "to"]);
        classes.has(Class::Ending)
            && !classes.has(Class::Lasting)
            && (until || (own.verb + 1..own.end.min(line.parsed.phrases.len())).any(limited))
    }

    fn is_recurring(&self, mention: usize) -> bool {
        match self.page.mentions.get(mention).map(|mention| &mention.kind) {
            Some(MentionKind::Time(time)) => time.sort == TimeType::Set,
            Some(MentionKind::Quantity(_) | MentionKind::Name { .. } | MentionKind::Quote(_)) | None => false,
        }
    }

    /// "runs from 9 to 11 August": the first and the last day.
    fn both_ends(&self, line: &Line<'_>, clause: usize, days: Days) -> Option<[(&'static str, Days); 2]> {
        let classes = line.parsed.classes(clause);
        let lasts = classes.has(Class::Lasting) || classes.has(Class::Holding);
        let (first, last) = (days.first?, days.last?);
        let days = lasts && days.grain == Grain::Span && first != last && !line.parsed.clauses[clause].denied;
        days.then(|| [("start date", Days::day(first)), ("end date", Days::day(last))])
    }

    fn span_facts(&mut self, line: &Line<'_>, clause: usize, mention: usize, ends: [(&'static str, Days); 2]) {
        let Some((at, noun)) = self.subject_of(line, clause) else { return };
        for (measure, days) in ends {
            let statement = Statement {
                subject: self.resolve(line, noun, at),
                measure: Measure::named(measure),
                value: Some(Value::Days(days)),
                qualifiers: Qualifiers { speaker: self.reporter_name(line, clause), ..Qualifiers::default() },
                modality: Some(self.modality_at(line, clause, Some(days))),
                ..Statement::default()
            };
            self.push(line, statement, self.page.mentions[mention].span, None, Some(mention));
        }
    }

    /// "on 1 July and not on 1 June": the date that it is not.
    fn is_instead(&self, line: &Line<'_>, verb: usize, at: usize) -> bool {
        let is_date = |other: &usize| self.date_at(line, *other).is_some();
        let Some(other) = (verb + 1..at).rev().find(is_date) else { return false };
        let tokens = line.parsed.phrases[other].tokens.end..line.parsed.phrases[at].tokens.start;
        tokens.into_iter().any(|token| self.page.is(token, Class::Negation))
    }

    /// "will not open until 2027", "not before 2027": not then, but later.
    pub(super) fn is_until(&self, line: &Line<'_>, clause: usize) -> bool {
        let own = &line.parsed.clauses[clause];
        let until = (own.verb + 1..own.end.min(line.parsed.phrases.len())).any(|at| {
            let token = line.parsed.phrases[at].tokens.start;
            matches!(line.parsed.phrases[at].kind, PhraseKind::Preposition)
                && matches!(self.page.lower(token), "until" | "till" | "before")
                && matches!(line.parsed.phrases.get(at + 1).map(|phrase| &phrase.kind), Some(PhraseKind::Time(_)))
        });
        until && line.parsed.verb(own.verb).is_some_and(|verb| verb.negated)
    }

    fn date_at(&self, line: &Line<'_>, at: usize) -> Option<(usize, Days)> {
        let PhraseKind::Time(mention) = line.parsed.phrases[at].kind else { return None };
        if line.parsed.comparison(at).is_some() {
            return None;
        }
        match &self.page.mentions.get(mention)?.kind {
            MentionKind::Time(time) if time.sort == TimeType::Date => Some((mention, time.days?)),
            _ => None,
        }
    }
}

/// Which date of an event a verb of some classes and a preposition give.
fn moment(verb: Classes, preposition: &str) -> Option<&'static str> {
    let has = |class: Class| verb.has(class);
    let at = matches!(preposition, "on" | "in" | "at");
    match preposition {
        "through" | "until" | "till" | "to" if has(Class::Ending) || has(Class::Holding) => Some("end date"),
        "from" if has(Class::Lasting) => Some("start date"),
        _ if has(Class::Starting) => Some("start date"),
        _ if has(Class::Ending) && !has(Class::Lasting) => Some("end date"),
        _ if at && (has(Class::Holding) || has(Class::Occurring)) || has(Class::Befalling) => Some("date"),
        _ => None,
    }
}

/// The days that a date and its preposition leave open: "by 2029" is until its end, "not before 2030" and "not until 2030" are from its
/// beginning on.
fn bounded(named: Days, preposition: &str, negated: bool) -> Days {
    match (preposition, negated) {
        ("by", _) => Days::until(named),
        ("before", false) => Days::before(named).unwrap_or(named),
        ("before" | "until" | "till", true) => Days::since(named),
        ("after", false) => Days::after(named).unwrap_or(named),
        _ => named,
    }
}
