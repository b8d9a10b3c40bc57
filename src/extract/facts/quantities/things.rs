//! Numbers that stand in front of their thing ("a 28-metre tower"), and numbers of people harmed, which belong to an event or a place.

use super::super::super::NameType;
use super::super::super::grammar::{Class, Classes, Form};
use super::super::super::phrases::{Mood, Noun, PhraseKind};
use super::super::{Line, Reader};
use super::{Side, Site};
use crate::statement::{Measure, Modality, Qualifiers, Statement, Subject, Value};
use crate::value::{Amount, Dimension, Wording};

impl Reader<'_> {
    /// "Of the 19 teachers, 14 will be moved": there are 19 of them, whatever will be.
    pub(super) fn is_known_whole(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let of = site.at.checked_sub(1).map(|of| &line.parsed.phrases[of]);
        let counts = self.dimension(site.mention) == Some(Dimension::Count);
        counts && site.noun.definite && of.is_some_and(|of| self.page.says(of.tokens.start, "of"))
    }

    /// "the 7.8-kilometre line": the line, whose number it is. Sites, money and what is counted have owners.
    pub(in crate::extract::facts) fn thing(&self, noun: &Noun) -> Option<Subject> {
        let measured = matches!(
            self.dimension(noun.quantity?)?,
            Dimension::Length | Dimension::Duration | Dimension::Mass | Dimension::Volume | Dimension::Speed
        );
        self.measured_thing(noun).filter(|_| measured)
    }

    /// "a 450-megawatt wind farm": whoever builds it has that much, and the farm itself.
    pub(in crate::extract::facts) fn tied_thing(&self, noun: &Noun) -> Option<Subject> {
        let power = self.dimension(noun.quantity?)? == Dimension::Power;
        self.measured_thing(noun).filter(|_| power)
    }

    /// What stands behind a number whose unit a hyphen ties to it.
    fn measured_thing(&self, noun: &Noun) -> Option<Subject> {
        let mention = noun.quantity?;
        let first = noun.words.clone().find(|at| self.page.mention(*at) == Some(mention))?;
        let words = self.page.behind_mention(first)..noun.words.end;
        let tied = words.clone().rev().any(|at| self.page.is_word(at)) && self.is_hyphened(first, words.start);
        let topic = || self.topic(&Noun { words: words.clone(), quantity: None, ..noun.clone() });
        tied.then(|| Subject { name: self.page.slice(words.clone()).to_lowercase(), topic: topic(), members: None })
    }

    /// "The 52-bed hospital": the hospital, whose number it is, whatever it does.
    pub(in crate::extract::facts) fn without_tied_count(&self, noun: &Noun) -> Option<Noun> {
        let mention = noun.quantity.filter(|own| self.dimension(*own) == Some(Dimension::Count))?;
        let first = noun.words.start;
        let words = self.page.behind_mention(first)..noun.words.end;
        let is_tied = self.page.mention(first) == Some(mention) && self.is_hyphened(first, words.start);
        let is_noun = noun.name.is_none() && words.contains(&noun.head) && self.is_common(noun);
        (is_tied && is_noun).then(|| Noun { words, quantity: None, ..noun.clone() })
    }

    /// "The 52-bed hospital opened": how many of what its subject has; whether it tells that.
    pub(super) fn tied_count_fact(&mut self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let is_subject = line.parsed.clauses.iter().any(|clause| clause.subject == Some(site.at));
        let Some(thing) = self.without_tied_count(site.noun).filter(|_| is_subject) else { return false };
        let unit = &site.quantity.quantity.unit.code;
        let counted = unit.rsplit(' ').next().unwrap_or_default().to_owned();
        let statement = Statement {
            subject: self.resolve(line, &thing, site.at),
            measure: Measure::of(vec![counted]),
            value: Some(Value::Quantity(site.quantity.quantity.clone())),
            modality: Some(Modality::Happened),
            ..Statement::default()
        };
        if !statement.subject.name.is_empty() {
            self.push(line, statement, self.focus(site), Some(site.mention), None);
        }
        true
    }

    /// Whether a hyphen ties a number to its unit.
    fn is_hyphened(&self, first: usize, end: usize) -> bool {
        (first..end).any(|at| matches!(self.page.word(at), "-" | "‑"))
    }

    /// "were killed and 37 injured": a participle of harm that shares the auxiliary of the verb in front.
    pub(in crate::extract::facts) fn is_harm_in_row(&self, line: &Line<'_>, at: usize, noun: &Noun) -> bool {
        let page = self.page;
        let joined =
            at.checked_sub(1).is_some_and(|before| matches!(line.parsed.phrases[before].kind, PhraseKind::Conjunction));
        let verb = page.entry(noun.head).verb.filter(|(_, form)| matches!(form, Form::Past | Form::Participle));
        let harmed = verb.is_some_and(|(verb, _)| page.grammar.verb_classes(verb).has(Class::Harming));
        let passive = line.parsed.clause_before(at).is_some_and(|clause| line.parsed.is_passive(clause));
        joined && harmed && passive && noun.quantity.is_some()
    }

    /// "12 people died", "37 were injured": whether the clause tells of harm to those who are counted.
    pub(in crate::extract::facts) fn is_harm(&self, line: &Line<'_>, clause: usize) -> bool {
        let verb = line.parsed.verb(line.parsed.clauses[clause].verb);
        let missing = verb.is_some_and(|verb| verb.progressive && self.page.is(verb.head, Class::Adjective));
        missing || self.is_losing_life(line, clause) || line.parsed.classes(clause).has(Class::Harming)
    }

    /// "Three farmers were injured": where no event and no place is told, those who are counted themselves.
    pub(in crate::extract::facts) fn harmed(&self, line: &Line<'_>, site: &Site<'_>) -> Option<Subject> {
        let harm = site.clause.is_some_and(|clause| self.is_harm(line, clause)) && site.side == Side::Subject;
        let group = harm && self.dimension(site.mention) == Some(Dimension::Count);
        group.then(|| self.resolve(line, site.noun, site.at)).filter(|group| !group.name.is_empty())
    }

    /// "22 shops must close", "58 percent of residents support the tram": who does what the verb says are those who are counted, and
    /// nobody who was spoken of before. What is done to them somebody else does.
    pub(in crate::extract::facts) fn counted_subject(&self, line: &Line<'_>, site: &Site<'_>) -> Option<Subject> {
        let clause = site.clause.filter(|_| site.side == Side::Subject)?;
        let own = &line.parsed.clauses[clause];
        let passive = line.parsed.is_passive(clause);
        if own.subject != Some(site.at) || passive && !self.is_told_of_some(line, site) {
            return None;
        }
        match self.dimension(site.mention)? {
            Dimension::Count => Some(self.collective(site.noun)).filter(|group| !group.name.is_empty()),
            Dimension::Percent => {
                let says = |at: usize, word: &str| {
                    line.parsed.phrases.get(at).is_some_and(|phrase| self.page.says(phrase.tokens.start, word))
                };
                let bare = self.page.mention(site.noun.head) == Some(site.mention);
                let people = match () {
                    () if says(site.at + 1, "of") => Some(site.at + 2),
                    // "Among retirees, 29 percent approve"
                    () if says(0, "among") && bare => Some(1),
                    () => None,
                };
                let is_asked =
                    |kind: &str| self.page.grammar.is_human(kind) || self.page.grammar.classes(kind).has(Class::Polled);
                let asked = people.filter(|at| line.parsed.noun(*at).is_some_and(|noun| is_asked(&self.kind_of(noun))));
                match asked {
                    Some(at) => Some(self.resolve(line, line.parsed.noun(at)?, at)),
                    // "Fifty-two percent disapprove": of those whom the sentence before told of.
                    None if people.is_none() && bare => self.memory.polled.clone(),
                    None => None,
                }
            }
            // "14 inches of snow fell"
            Dimension::Length | Dimension::Mass | Dimension::Volume => {
                let of = line.parsed.phrases.get(site.at + 1)?;
                let what = line.parsed.noun(site.at + 2).filter(|what| self.is_common(what) && what.quantity.is_none());
                let what = what.filter(|_| self.page.says(of.tokens.start, "of"))?;
                Some(self.resolve(line, what, site.at + 2))
            }
            _ => None,
        }
    }

    /// "Three of the 12 people hurt were children": a participle in front of the verb of the same subject.
    pub(super) fn is_inside_of_next(&self, line: &Line<'_>, clause: usize) -> bool {
        let own = &line.parsed.clauses[clause];
        let Some(next) = line.parsed.clauses.get(clause + 1).filter(|next| next.subject == own.subject) else {
            return false;
        };
        let open = line.parsed.phrases[own.verb].tokens.len() == 1;
        let finite = line.parsed.verb(next.verb).is_some_and(|verb| verb.mood == Mood::Finite);
        let mark = |at: usize| matches!(line.parsed.phrases[at].kind, PhraseKind::Conjunction | PhraseKind::Comma);
        open && finite && !(own.verb..next.verb).any(mark)
    }

    /// "Of the 30 people on board, 12 were rescued": what is done to some of a whole is told of these, and of nobody else.
    fn is_told_of_some(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        self.is_some_of(line, site) || self.is_of_whole_in_front(line, site)
    }

    /// The words for what those who are counted do: the verb, and no noun, as others of their kind do something else.
    pub(in crate::extract::facts) fn deeds(&self, line: &Line<'_>, site: &Site<'_>) -> Vec<String> {
        let Some(clause) = site.clause else { return Vec::new() };
        let mut deeds = Vec::new();
        let own = line.parsed.lemma(clause);
        // "will have to close"
        let next = line.parsed.clauses.get(clause + 1).filter(|next| next.parent == Some(clause) && own == "have");
        let next = next.filter(|next| next.verb == line.parsed.clauses[clause].verb + 1).map(|_| clause + 1);
        self.verb_cues(line, next.unwrap_or(clause), &mut deeds);
        if deeds.is_empty() {
            let behind = line.parsed.phrases.get(line.parsed.clauses[clause].verb + 1);
            let tied = behind.filter(|phrase| matches!(phrase.kind, PhraseKind::Preposition));
            let tied = tied.map(|phrase| format!(" {}", self.page.lower(phrase.tokens.start)));
            deeds.push(format!("{own}{}", tied.unwrap_or_default()));
        }
        deeds
    }

    /// "approved a $48 million tram line": what the line costs, whoever pays.
    pub(super) fn price_of_thing(&self, site: &Site<'_>, told: &Statement) -> Option<Statement> {
        let noun = site.noun;
        let money = self.dimension(site.mention) == Some(Dimension::Money) && noun.possessor.is_none();
        let first = noun.words.clone().find(|at| self.page.mention(*at) == Some(site.mention)).filter(|_| money)?;
        let words = self.page.behind_mention(first)..noun.words.end;
        let built = words.start < words.end && self.page.grammar.is_built(&self.kind_of(noun));
        let thing = Noun { words: words.clone(), quantity: None, ..noun.clone() };
        let subject = Subject { name: self.page.slice(words).to_lowercase(), topic: self.topic(&thing), members: None };
        let qualifiers = Qualifiers { speaker: told.qualifiers.speaker.clone(), ..Qualifiers::default() };
        let measure = Measure::named("cost");
        built.then(|| Statement { subject, measure, qualifiers, ..told.clone() })
    }

    /// "with winds of up to 165 kilometers per hour": the speed that the winds reached.
    pub(super) fn speed(&self, line: &Line<'_>, site: &Site<'_>, told: &Statement) -> Option<Statement> {
        let at = self.measure_noun(line, site).filter(|_| self.dimension(site.mention) == Some(Dimension::Speed))?;
        let noun = line.parsed.noun(at).filter(|noun| self.is_common(noun))?;
        let mut quantity = site.quantity.quantity.clone();
        if quantity.amount.wording == Wording::UpTo {
            quantity.amount = Amount::bare(quantity.amount.written()?);
        }
        let subject = Subject { name: self.kind_in_place(noun), topic: Vec::new(), members: None };
        let measure = Measure::named("reach");
        Some(Statement { subject, measure, value: Some(Value::Quantity(quantity)), ..told.clone() })
    }

    fn kind_in_place(&self, noun: &Noun) -> String {
        self.page.slice(noun.words.clone()).to_lowercase()
    }

    /// "raised fees to $3": what somebody raises or lowers.
    pub(in crate::extract::facts) fn moved_object<'l>(&self, line: &'l Line<'_>, site: &Site<'_>) -> Option<&'l Noun> {
        let clause = site.clause.filter(|clause| site.side == Side::Object && !line.parsed.is_passive(*clause))?;
        let verb = line.parsed.classes(clause);
        let at = line.parsed.clauses[clause].verb + 1;
        let noun =
            line.parsed.noun(at).filter(|_| at < site.at && (verb.has(Class::Rising) || verb.has(Class::Falling)))?;
        (noun.quantity.is_none() && !noun.pronoun).then_some(noun)
    }

    /// "were hurt on the bridge": the one that has a name.
    pub(in crate::extract::facts) fn harmed_on(&self, line: &Line<'_>, clause: usize) -> Option<Subject> {
        let own = &line.parsed.clauses[clause];
        let on = |at: &usize| {
            let phrase = &line.parsed.phrases[*at];
            matches!(phrase.kind, PhraseKind::Preposition) && self.page.says(phrase.tokens.start, "on")
        };
        let mut behind = (own.verb + 1..own.end.min(line.parsed.phrases.len())).filter(on);
        behind.find_map(|at| self.only_called(line, line.parsed.noun(at + 1)?, at + 1))
    }

    /// Where those who were harmed belong if no event does: a place of the sentence.
    pub(in crate::extract::facts) fn harmed_at(&self, line: &Line<'_>, clause: usize) -> Option<Subject> {
        let own = &line.parsed.clauses[clause];
        let mut around = (own.verb + 1..own.end.min(line.parsed.phrases.len())).chain(0..own.verb);
        around.find_map(|at| self.place_behind(line, at))
    }

    /// "in Lund": the place behind a preposition.
    pub(in crate::extract::facts) fn place_behind(&self, line: &Line<'_>, at: usize) -> Option<Subject> {
        let phrase = line.parsed.phrases.get(at).filter(|phrase| matches!(phrase.kind, PhraseKind::Preposition))?;
        let place = matches!(self.page.lower(phrase.tokens.start), "in" | "near" | "across");
        let noun = line.parsed.noun(at + 1).filter(|noun| place && noun.rest.is_empty())?;
        let name = &self.names.mentions[noun.name?];
        let known = self.names.known(name);
        // The capitals of a dateline tell nothing of the name.
        let organised = |at: usize| self.page.is(at, Class::OrganisationWord) || self.page.is(at, Class::Corporate);
        let fits = known.sort != NameType::Person && !name.tokens.clone().any(organised) && !self.is_event(noun);
        fits.then(|| Subject { name: known.canonical.clone(), ..Subject::default() })
    }

    /// "lost a $4 million contract", "gave up $3 million in revenue": what is gone without is neither lost nor given.
    pub(in crate::extract::facts) fn is_forgone(&self, line: &Line<'_>, site: &Site<'_>, clause: usize) -> bool {
        const FORGOING: Classes = Classes::of(&[Class::Forgoing]);
        let page = self.page;
        let lemma = line.parsed.lemma(clause);
        let other = page.mention(site.noun.head) != Some(site.mention);
        let money = self.dimension(site.mention) == Some(Dimension::Money);
        money && line.parsed.classes(clause).meets(FORGOING) && (other || lemma.contains(' '))
    }

    /// "lost $3 million in revenue": the money is none of what it was to be.
    pub(in crate::extract::facts) fn is_going_without(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let clause = site.clause.map(|clause| line.parsed.classes(clause));
        clause.is_some_and(|verb| verb.has(Class::Forgoing)) && self.dimension(site.mention) == Some(Dimension::Money)
    }
}
