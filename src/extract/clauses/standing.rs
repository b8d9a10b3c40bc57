//! How far what a clause tells has got, and whether it is denied.

use super::super::MentionKind;
use super::super::grammar::{Class, Classes, Form};
use super::super::page::Page;
use super::super::phrases::{Mood, Noun, PhraseKind, Verb};
use super::{Clause, Parsed, Role, is_charge, is_saying};
use crate::statement::Modality;
use crate::value::Dimension;

/// Gives each clause its modality and polarity. A clause takes over from those before it, never from those behind.
pub(super) fn standings(page: &Page<'_>, parsed: &mut Parsed) {
    for index in 0..parsed.clauses.len() {
        let (modality, denied) = Standing { page, parsed }.of(index);
        parsed.clauses[index].modality = modality;
        parsed.clauses[index].denied = denied;
    }
}

/// What a sentence says of what a clause says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Judged {
    /// "it is false that"
    Untrue,
    /// "it is unlikely that", "it is not clear that"
    Open,
}

struct Standing<'a> {
    page: &'a Page<'a>,
    parsed: &'a Parsed,
}

impl Standing<'_> {
    fn of(&self, index: usize) -> (Modality, bool) {
        let clause = &self.parsed.clauses[index];
        let Some(verb) = self.parsed.verb(clause.verb) else { return (Modality::Happened, false) };
        let own = self.own_modality(clause, verb);
        let parent = clause.parent.map(|parent| (parent, self.parsed.clauses[parent].modality));
        let modality = match (verb.mood, parent) {
            (Mood::Infinitive, Some((parent, modality))) => self.under(clause, parent, modality),
            (Mood::Infinitive, None) => Modality::Will,
            (Mood::Gerund, Some((_, modality))) if own == Modality::Happened => modality,
            (Mood::Finite | Mood::PastOrParticiple, _) => self.shared(index, own),
            _ => own,
        };
        let denied = self.is_negated(clause) || self.inherits_denial(index);
        let judged = self.judged(clause);
        let doubted = self.is_doubted(clause) || !denied && self.is_near_denial(clause) || judged == Some(Judged::Open);
        let modality = if doubted { modality.min(Modality::Forecast) } else { modality };
        let modality = if self.is_charged(clause) { modality.min(Modality::Opinion) } else { modality };
        if judged == Some(Judged::Untrue) {
            // "It is false that it will not": what is so is not told.
            return if denied { (modality.min(Modality::Forecast), denied) } else { (modality, true) };
        }
        match (denied, self.denier(index)) {
            (own, None) => (modality, own),
            // "did not deny that it will": nothing is denied, nor is it said to be so.
            (own, Some(denier)) if own || self.parsed.clauses[denier].denied => (modality.min(Modality::Forecast), own),
            (_, Some(_)) => (modality, true),
        }
    }

    /// "will cut jobs and open a plant", "will cost $3 and be finished": a bare form behind "and" goes with the auxiliary of the bare form
    /// before it.
    fn shared(&self, index: usize, own: Modality) -> Modality {
        let clause = &self.parsed.clauses[index];
        let joined = ["and", "or", "then", ","].iter().any(|word| self.is_joined(clause, word));
        let base = |at: &usize| {
            self.parsed
                .verb(self.parsed.clauses[*at].verb)
                .is_some_and(|verb| self.is_base(verb.head) || verb.modal.is_some())
        };
        let before = (0..index).rev().find(base).filter(|_| joined);
        before.map_or(own, |before| own.min(self.parsed.clauses[before].modality))
    }

    fn is_base(&self, token: usize) -> bool {
        matches!(self.page.entry(token).verb, Some((_, Form::Base)))
    }

    /// "It is not true that Acme will", "it was wrong to say that it would": what is said of what the clause says.
    fn judged(&self, clause: &Clause) -> Option<Judged> {
        let subject = clause.subject.filter(|subject| *subject < clause.verb)?;
        let that = subject.checked_sub(1).filter(|that| self.says(*that, "that"))?;
        let told = self.parsed.clauses.iter().position(|told| told.verb + 1 == that);
        let told = told.filter(|told| {
            self.has(*told, Class::Saying) && self.mood(&self.parsed.clauses[*told]) == Some(Mood::Infinitive)
        });
        let predicate = told.map_or(that, |told| self.parsed.clauses[told].verb).checked_sub(1)?;
        let is = self.parsed.clause_before(predicate)?;
        let between = self.parsed.clauses[is].verb + 1..predicate;
        let copula = matches!(self.parsed.lemma(is), "be" | "seem" | "prove" | "appear" | "remain" | "look");
        if !copula || !self.only_modifiers(between.start, between.end) {
            return None;
        }
        let word = self.parsed.phrases[predicate].tokens.end - 1;
        let classes = self.page.classes(word);
        let negated = self.is_negated(&self.parsed.clauses[is]);
        match (classes.has(Class::True), classes.has(Class::Untrue), negated) {
            (true, _, true) | (_, true, false) => Some(Judged::Untrue),
            (true, _, false) => None,
            (false, _, true) => Some(Judged::Open),
            (false, false, false) => Some(Judged::Open).filter(|_| classes.has(Class::Unsure)),
        }
    }

    /// The clause of a verb of denying that an infinitive, gerund or "that …" hangs on: "refused to", "denied a report that".
    fn denier(&self, index: usize) -> Option<usize> {
        let clause = &self.parsed.clauses[index];
        let denies = |at: &usize| self.has(*at, Class::Denying);
        clause
            .reporter
            .filter(denies)
            .or_else(|| clause.parent.filter(|parent| denies(parent) && self.is_complement(*parent, clause)))
            .or_else(|| index.checked_sub(1).filter(|outer| denies(outer) && self.is_content(*outer, clause)))
    }

    /// "refused to pay", "ruled out paying"; not "cut prices to win customers".
    fn is_complement(&self, outer: usize, clause: &Clause) -> bool {
        let dependent = self.mood(clause).is_some_and(|mood| mood != Mood::Finite);
        dependent && self.only_modifiers(self.parsed.clauses[outer].verb + 1, clause.verb)
            || self.is_content(outer, clause)
    }

    /// "scrapped a plan to invest", "denied reports that it will cut": what the object of a verb is the plan or the report of.
    fn is_content(&self, outer: usize, clause: &Clause) -> bool {
        let noun = (self.parsed.clauses[outer].verb + 1..clause.verb)
            .take(2)
            .find(|at| self.is_noun_of(*at, Class::ContentNoun));
        let Some(noun) = noun else { return false };
        let kind = |at: usize| self.parsed.phrases.get(at).map(|phrase| &phrase.kind);
        let that = matches!(kind(noun + 1), Some(PhraseKind::Relative | PhraseKind::Subordinator))
            && self.says(noun + 1, "that");
        match self.mood(clause) {
            Some(Mood::Infinitive) => self.only_modifiers(noun + 1, clause.verb),
            Some(Mood::Finite | Mood::PastOrParticiple) => clause.subject == Some(noun + 1 + usize::from(that)),
            // "the idea of investing"
            Some(Mood::Gerund) => noun + 2 == clause.verb && matches!(kind(noun + 1), Some(PhraseKind::Preposition)),
            None => false,
        }
    }

    fn is_noun_of(&self, at: usize, class: Class) -> bool {
        self.parsed.noun(at).is_some_and(|noun| self.page.kind_classes(noun.head).has(class))
    }

    /// "did not plan to invest", "has no plans to invest", "did not hire or pay".
    fn inherits_denial(&self, index: usize) -> bool {
        let clause = &self.parsed.clauses[index];
        clause.parent.is_some_and(|parent| {
            self.parsed.clauses[parent].denied && (self.is_complement(parent, clause) || self.is_joined(clause, "or"))
        })
    }

    /// "made no secret of its wish to invest", "did not hire and pay": a denial that may or may not reach so far.
    fn is_near_denial(&self, clause: &Clause) -> bool {
        let parent = clause.parent.is_some_and(|parent| self.parsed.clauses[parent].denied);
        parent && (self.mood(clause) == Some(Mood::Infinitive) || self.is_joined(clause, "and"))
    }

    /// "or open", "and open": a dictionary form that shares the auxiliary of the verb before.
    fn is_joined(&self, clause: &Clause, conjunction: &str) -> bool {
        let bare = self.parsed.verb(clause.verb).is_some_and(|verb| {
            let first = self.parsed.phrases[clause.verb].tokens.start;
            first == verb.head && self.is_base(verb.head) || self.page.says(first, "be")
        });
        let modifier = |at: &usize| matches!(self.parsed.phrases[*at].kind, PhraseKind::Modifier);
        let before = (0..clause.verb).rev().find(|at| !modifier(at) || self.says(*at, conjunction));
        bare && before.is_some_and(|before| self.says(before, conjunction))
    }

    /// Whether the clause's own words deny it: "did not", "never paid", "without paying", "no passengers were", "found no cracks".
    fn is_negated(&self, clause: &Clause) -> bool {
        let phrases = &self.parsed.phrases;
        let modifier = |at: &usize| matches!(phrases[*at].kind, PhraseKind::Modifier);
        let adverbs = (0..clause.verb).rev().take_while(modifier);
        let mut before = adverbs.chain((0..clause.verb).rev().find(|at| !modifier(at)));
        // "in which nobody was hurt"
        let led = |subject: usize| subject.checked_sub(1).map(|before| &phrases[before].kind);
        let inside = clause.subject.is_some_and(|subject| matches!(led(subject), Some(PhraseKind::Relative)));
        let finite = matches!(clause.role, Role::Main | Role::Adverbial) || inside;
        let object = (clause.verb + 1..phrases.len()).find(|at| !modifier(at));
        // "pleaded not guilty"
        let between = clause.verb + 1..object.unwrap_or(clause.verb + 1);
        let plain = object.and_then(|at| self.parsed.noun(at)).is_some_and(|noun| noun.quantity.is_none());
        self.parsed.verb(clause.verb).is_some_and(|verb| verb.negated)
            || before.any(|at| self.is_negative_word(at))
            || plain && between.into_iter().any(|at| self.is_negative_word(at))
            || finite && clause.subject.is_some_and(|subject| self.is_negative_noun(subject))
            || object.is_some_and(|object| self.is_negative_noun(object) && !self.opens_next(clause, object))
    }

    /// Whether a noun behind a verb is the subject of the next one: "said no passengers were hurt".
    fn opens_next(&self, clause: &Clause, noun: usize) -> bool {
        self.parsed.clauses.iter().any(|next| {
            next.verb > clause.verb && next.subject == Some(noun) && matches!(next.role, Role::Main | Role::Adverbial)
        })
    }

    /// "not", "never", "without", "nor" in front of a verb; not "not only".
    fn is_negative_word(&self, at: usize) -> bool {
        let phrase = &self.parsed.phrases[at];
        let small = matches!(phrase.kind, PhraseKind::Modifier | PhraseKind::Conjunction | PhraseKind::Preposition);
        let only = ["only", "just", "merely"].iter().any(|word| self.page.says(phrase.tokens.end, word));
        small && !only && self.page.is(phrase.tokens.start, Class::Negation)
    }

    /// "no cracks", "none", "nobody"; not "no fewer than 12".
    fn is_negative_noun(&self, at: usize) -> bool {
        let phrase = &self.parsed.phrases[at];
        let first = phrase.tokens.start;
        matches!(phrase.kind, PhraseKind::Noun(_))
            && self.page.mention(first).is_none()
            && self.page.is(first, Class::Negation)
    }

    fn only_modifiers(&self, from: usize, to: usize) -> bool {
        from <= to && self.parsed.phrases[from..to].iter().all(|phrase| matches!(phrase.kind, PhraseKind::Modifier))
    }

    /// Whether who reports it does not vouch for it: "expects", "did not say that".
    fn is_doubted(&self, clause: &Clause) -> bool {
        // "found no evidence that she was involved"
        let that = clause.subject.and_then(|subject| subject.checked_sub(2));
        let unproven = that.is_some_and(|noun| self.is_negative_noun(noun) && self.says(noun + 1, "that"));
        unproven
            || clause.reporter.is_some_and(|reporter| {
                self.has(reporter, Class::Forecasting)
                    || !self.has(reporter, Class::Denying) && self.is_negated(&self.parsed.clauses[reporter])
            })
    }

    /// "was accused of taking", "is alleged to have taken", "on suspicion of taking", "claims that he took", "allegedly took": what
    /// somebody is charged with, suspected of or cleared of may be so or not.
    fn is_charged(&self, clause: &Clause) -> bool {
        let Some(verb) = self.parsed.verb(clause.verb) else { return false };
        let phrases = &self.parsed.phrases;
        let modifier = |at: &usize| matches!(phrases[*at].kind, PhraseKind::Modifier);
        let adverbs = (0..clause.verb).rev().take_while(modifier).last().unwrap_or(clause.verb);
        if (phrases[adverbs].tokens.start..verb.head).any(|token| self.page.is(token, Class::Accusing)) {
            return true;
        }
        let behind = |of: usize| {
            let word = phrases[of].tokens.start;
            // "Police suspect Lund of": the verb has the form of a noun.
            let in_front = of.checked_sub(1).map_or(word..word, |front| phrases[front].tokens.clone());
            let named = self.parent_has(clause, Class::Accusing)
                || self.is_word_of(word, Class::Accusing)
                || in_front.into_iter().any(|token| self.page.lemma_classes(token).has(Class::Accusing));
            named && is_charge(self.page, self.parsed, of)
        };
        let passive = clause.parent.is_some_and(|parent| self.parsed.is_passive(parent));
        let alleged = verb.mood == Mood::Infinitive && passive && self.parent_has(clause, Class::Accusing);
        let that = clause.subject.and_then(|subject| subject.checked_sub(2));
        alleged
            || clause.verb.checked_sub(1).is_some_and(behind)
            || that.is_some_and(|noun| self.is_noun_of(noun, Class::Accusing) && self.says(noun + 1, "that"))
    }

    fn parent_has(&self, clause: &Clause, class: Class) -> bool {
        clause.parent.is_some_and(|parent| self.has(parent, class))
    }

    /// Whether the word in front of a token, or the two words, are of a class: "suspicion of", "not guilty of".
    fn is_word_of(&self, token: usize, class: Class) -> bool {
        let is_one = |start: usize| {
            let word = super::super::grammar::singular(self.page.slice(start..token));
            self.page.grammar.classes(&word).has(class)
        };
        (1..=2).filter_map(|back| token.checked_sub(back)).any(is_one)
    }

    /// What a verb says of itself.
    fn own_modality(&self, clause: &Clause, verb: &Verb) -> Modality {
        let classes = verb.classes;
        let opened =
            |subject: usize| (0..subject).rev().take(2).any(|at| self.says(at, "if") || self.says(at, "whether"));
        match verb.modal.as_deref() {
            _ if clause.subject.is_some_and(opened) => Modality::Conditional,
            Some("will" | "'ll" | "’ll" | "shall" | "ll") if self.has_condition(clause) => Modality::Conditional,
            Some("will" | "'ll" | "’ll" | "shall" | "ll") => Modality::Will,
            // "said it would": what was to come when it was said.
            Some("would" | "'d" | "’d" | "d") if self.is_reported_past(clause) && !self.has_condition(clause) => {
                Modality::Will
            }
            Some("should") if is_due(verb, classes) && self.has_time(clause) => Modality::Planned,
            Some("should") if classes.has(Class::Lasting) && self.is_of_a_thing(clause) => {
                match self.has_time(clause) {
                    true => Modality::Planned,
                    false => Modality::Forecast,
                }
            }
            Some("should" | "must") => Modality::Opinion,
            Some(_) => Modality::Conditional,
            None if classes.has(Class::Weighing) && !self.has_weight(clause) => Modality::Conditional,
            None if classes.has(Class::Pledging) && !self.is_perpetrated(clause) => Modality::Pledged,
            None if classes.has(Class::Planning) => Modality::Planned,
            None if classes.has(Class::Forecasting) && !classes.has(Class::Opining) => Modality::Forecast,
            None if verb.progressive => Modality::Ongoing,
            None => Modality::Happened,
        }
    }

    /// "committed 19 fouls": a deed, where what is committed is neither money nor what is to be done.
    fn is_perpetrated(&self, clause: &Clause) -> bool {
        let object = self.parsed.noun(clause.verb + 1).filter(|_| self.has_verb(clause, Class::Perpetrating));
        let mention = object.and_then(|noun| noun.quantity).and_then(|at| self.page.mentions.get(at));
        match mention.map(|mention| &mention.kind) {
            Some(MentionKind::Quantity(quantity)) => quantity.quantity.unit.dimension == Dimension::Count,
            Some(MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_)) | None => false,
        }
    }

    fn has_verb(&self, clause: &Clause, class: Class) -> bool {
        self.parsed.verb(clause.verb).is_some_and(|verb| verb.classes.has(class))
    }

    /// "The trial should last six weeks": nobody is told what to do, where no person is named or meant.
    fn is_of_a_thing(&self, clause: &Clause) -> bool {
        let noun = clause.subject.and_then(|subject| self.parsed.noun(subject));
        let acts = |noun: &Noun| {
            let word = self.page.singular(noun.head);
            let classes = self.page.kind_classes(noun.head);
            let bodies = [Class::CompanyNoun, Class::Body, Class::OrganisationWord, Class::Force];
            self.page.grammar.is_somebody(&word) || bodies.into_iter().any(|class| classes.has(class))
        };
        noun.is_some_and(|noun| noun.name.is_none() && !noun.pronoun && !acts(noun))
    }

    /// "should be finished by March", "should open in June": what tells when something is due, and not what ought to be done.
    fn has_time(&self, clause: &Clause) -> bool {
        let phrase = |at: usize| self.parsed.phrases.get(at).map(|phrase| &phrase.kind);
        matches!(phrase(clause.verb + 1), Some(PhraseKind::Preposition))
            && matches!(phrase(clause.verb + 2), Some(PhraseKind::Time(_)))
    }

    /// "weighs 2 tons": no deed is weighed.
    fn has_weight(&self, clause: &Clause) -> bool {
        let behind =
            |at: &usize| !matches!(self.parsed.phrases[*at].kind, PhraseKind::Modifier | PhraseKind::Preposition);
        let object = (clause.verb + 1..self.parsed.phrases.len()).find(behind);
        let mention = object.and_then(|at| self.parsed.noun(at)?.quantity).and_then(|at| self.page.mentions.get(at));
        match mention.map(|mention| &mention.kind) {
            Some(MentionKind::Quantity(quantity)) => quantity.quantity.unit.dimension == Dimension::Mass,
            Some(MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_)) | None => false,
        }
    }

    fn is_reported_past(&self, clause: &Clause) -> bool {
        clause
            .reporter
            .and_then(|reporter| self.parsed.verb(self.parsed.clauses[reporter].verb))
            .is_some_and(|verb| verb.past)
    }

    /// "If the council agrees, Acme will"; "Acme will build it if the council agrees".
    fn has_condition(&self, clause: &Clause) -> bool {
        let phrases = &self.parsed.phrases;
        let start = clause.subject.unwrap_or(clause.verb).min(clause.verb);
        let fronted = (0..start).any(|at| {
            self.is_condition(at) && phrases[at..start].iter().any(|phrase| matches!(phrase.kind, PhraseKind::Comma))
        });
        let next = self
            .parsed
            .clauses
            .iter()
            .filter(|next| next.verb > clause.verb && next.role == Role::Main)
            .map(|next| next.subject.unwrap_or(next.verb))
            .find(|next| *next > clause.verb)
            .unwrap_or(phrases.len());
        fronted || (clause.verb + 1..next).any(|at| self.is_condition(at))
    }

    /// "if", "unless"; not "asked if", "even if", "as if".
    fn is_condition(&self, at: usize) -> bool {
        let opens = self.says(at, "if") || self.says(at, "unless");
        let before = at.checked_sub(1);
        let asked = before.is_some_and(|before| {
            matches!(self.parsed.phrases[before].kind, PhraseKind::Verb(_))
                && (0..self.parsed.clauses.len())
                    .any(|clause| self.parsed.clauses[clause].verb == before && is_saying(self.parsed, clause))
        });
        let loose = before.is_some_and(|before| ["even", "as"].iter().any(|word| self.says(before, word)));
        opens && !asked && !loose
    }

    /// The modality of an infinitive under a verb.
    fn under(&self, clause: &Clause, outer: usize, parent: Modality) -> Modality {
        let modality = if self.is_urged(clause, outer) {
            parent.min(Modality::Opinion)
        } else if self.has(outer, Class::Pledging) {
            parent.min(Modality::Pledged)
        } else if self.has(outer, Class::Planning) {
            parent.min(Modality::Planned)
        } else if self.has(outer, Class::Forecasting) || self.parsed.lemma(outer) == "likely" {
            parent.min(Modality::Forecast)
        } else if self.has(outer, Class::Implicative) || self.is_decided(clause, outer) {
            parent
        } else if matches!(parent, Modality::Happened | Modality::Ongoing) {
            // Done in order to: what is aimed at is still to come.
            Modality::Planned
        } else {
            parent
        };
        let conditional = modality > Modality::Conditional && self.has_condition(clause);
        if conditional { Modality::Conditional } else { modality }
    }

    /// "The council voted to approve the tram": by its vote it has. One of its members has not.
    fn is_decided(&self, clause: &Clause, outer: usize) -> bool {
        let own = self.parsed.verb(clause.verb).is_some_and(|verb| verb.classes.has(Class::Deciding));
        let votes = own && self.has(outer, Class::Deciding) && !self.parsed.is_passive(outer);
        let body = |noun: &Noun| {
            noun.quantity.is_none() && noun.rest.is_empty() && self.page.kind_classes(noun.head).has(Class::Body)
        };
        votes && self.parsed.clauses[outer].subject.and_then(|at| self.parsed.noun(at)).is_some_and(body)
    }

    /// "was asked to invest", "unions wanted Acme to invest": what others would have somebody do.
    fn is_urged(&self, clause: &Clause, outer: usize) -> bool {
        let parent = &self.parsed.clauses[outer];
        let passive = self.parsed.verb(parent.verb).is_some_and(|verb| verb.passive);
        self.has(outer, Class::Urging) && (passive || clause.subject != parent.subject)
    }

    fn has(&self, clause: usize, class: Class) -> bool {
        self.parsed.classes(clause).has(class)
    }

    fn mood(&self, clause: &Clause) -> Option<Mood> {
        self.parsed.verb(clause.verb).map(|verb| verb.mood)
    }

    fn says(&self, phrase: usize, word: &str) -> bool {
        self.parsed.phrases.get(phrase).is_some_and(|phrase| self.page.says(phrase.tokens.start, word))
    }
}

/// Whether a verb tells of the beginning or the end of something, behind which a date says when it is due.
fn is_due(verb: &Verb, classes: Classes) -> bool {
    let ends = classes.has(Class::Ending) && !classes.has(Class::Lasting) && verb.lemma != "close";
    ends || classes.has(Class::Starting) || matches!(verb.lemma.as_str(), "complete" | "reopen" | "resume" | "arrive")
}
