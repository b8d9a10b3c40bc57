//! What is said without a number: who does what to whom, and what is the largest of its kind.

use super::super::clauses::{Role, antecedent};
use super::super::grammar::Class;
use super::super::phrases::{Mood, Noun, PhraseKind, Verb};
use super::{Line, Reader};
use crate::statement::{Measure, Modality, Polarity, Qualifiers, Statement, Value};
use crate::value::{Days, Dimension, Grain};

impl Reader<'_> {
    /// A fact for each clause with a subject, and with an object where its verb needs one.
    pub(super) fn proposition_facts(&mut self, line: &Line<'_>) {
        for clause in 0..line.parsed.clauses.len() {
            if !self.is_left_over(line, clause) {
                self.proposition(line, clause);
            }
        }
    }

    fn proposition(&mut self, line: &Line<'_>, clause: usize) {
        let own = &line.parsed.clauses[clause];
        let Some(verb) = line.parsed.verb(own.verb) else { return };
        let passive = line.parsed.is_passive(clause);
        let Some(subject_at) = own.subject.map(|subject| self.of_which(line, subject)) else { return };
        let Some(subject_noun) = line.parsed.noun(subject_at) else { return };
        let behind = own.verb + 1..own.end.min(own.verb + 3);
        let object_at = behind.into_iter().find(|at| line.parsed.noun(*at).is_some() && *at != subject_at);
        // "opened in Lima", "died at 73": a place and an age, and no object.
        let object_at = object_at.filter(|at| !self.is_place(line, *at, own.verb) && !self.is_age(line, *at, own.verb));
        let object_at = object_at.or_else(|| self.relative_object(line, clause)).map(|at| self.state_of(line, at));
        let object = object_at.and_then(|at| self.meant(line, clause, at));
        if object.is_none() && !passive && !self.stands_alone(line, clause) || self.is_move(line, clause, object) {
            return;
        }
        let patient = self.with_members(line, self.resolve(line, subject_noun, subject_at), subject_at);
        let agent = self.by_agent(line, clause);
        let mut qualifiers = Qualifiers { speaker: self.reporter_name(line, clause), ..Qualifiers::default() };
        let from = object_at.filter(|at| *at > own.verb && line.parsed.comparison(*at).is_none()).unwrap_or(own.verb);
        self.qualifiers(line, self.right_of(line, from), &mut qualifiers);
        qualifiers.when = qualifiers.when.or_else(|| self.time_in_front(line, clause));
        let (text, mut forms) = match object {
            Some((at, noun)) => (self.object_text(line, at, noun), self.object_words(noun)),
            None => (String::new(), Vec::new()),
        };
        let until = self.is_until(line, clause);
        if until {
            let from = qualifiers.deadline.take().and_then(|deadline| deadline.named.first);
            qualifiers.when = from.map(|first| Days { first: Some(first), last: None, grain: Grain::Span });
        }
        // "Bolt was bought by Acme" says that Acme bought Bolt; without a doer it says what was done to Bolt.
        let (subject, name, text) = match (passive, agent) {
            (true, Some(agent)) => {
                forms = self.object_words(subject_noun);
                (agent, verb.lemma.clone(), self.page.slice(subject_noun.words.clone()).to_owned())
            }
            (true, None) => (patient, format!("be {}", verb.lemma), text),
            (false, _) => (patient, verb.lemma.clone(), text),
        };
        let name = if self.comes_after(line, clause, object_at) { "succeed".to_owned() } else { name };
        forms.insert(0, name.clone());
        let modality = self.modality_at(line, clause, qualifiers.when);
        let denied = own.denied && !is_plain_no(verb);
        let statement = Statement {
            subject,
            measure: Measure { name, forms, ..Measure::default() },
            value: Some(Value::Text(text)),
            qualifiers,
            modality: Some(modality),
            polarity: if denied && !until { Polarity::Denied } else { Polarity::Affirmed },
            scope: None,
            direction: None,
            moved: None,
        };
        if object.is_none() && statement.subject.name.is_empty() {
            return;
        }
        let focus = line.parsed.phrases[own.verb].tokens.start..line.parsed.phrases[from].tokens.end;
        self.push(line, statement, self.page.span(focus), None, None);
    }

    /// "has 22 stores left": they are over, and have not been left.
    fn is_left_over(&self, line: &Line<'_>, clause: usize) -> bool {
        let own = &line.parsed.clauses[clause];
        let counted = own.subject.filter(|at| at + 1 == own.verb).and_then(|at| line.parsed.noun(at)?.quantity);
        let left = line.parsed.lemma(clause) == "leave" && line.parsed.is_passive(clause);
        left && own.role == Role::Relative && counted.is_some()
    }

    /// How far a deed of a time has got: "work begins on 2 June" is ahead until then, and so it is where nobody knows which day it is.
    pub(super) fn modality_at(&self, line: &Line<'_>, clause: usize, when: Option<Days>) -> Modality {
        let own = &line.parsed.clauses[clause];
        let is_present = |verb: &Verb| !verb.past && !verb.perfect && verb.modal.is_none() && verb.mood == Mood::Finite;
        let classes = line.parsed.classes(clause);
        let is_event = || [Class::Starting, Class::Ending, Class::Holding].into_iter().any(|class| classes.has(class));
        let is_ahead = when.and_then(|when| when.first).is_some_and(|first| match self.setting.published {
            Some(published) => first > published,
            None => is_event(),
        });
        let is_told_as_now = is_ahead && line.parsed.verb(own.verb).is_some_and(is_present);
        if is_told_as_now { own.modality.min(Modality::Will) } else { own.modality }
    }

    /// "fell by $3 million", "rose to $3 million": how far and to what is told by the number's own fact.
    fn is_move(&self, line: &Line<'_>, clause: usize, object: Option<(usize, &Noun)>) -> bool {
        let classes = line.parsed.classes(clause);
        let moves = classes.has(Class::Rising) || classes.has(Class::Falling);
        moves && object.is_some_and(|(_, noun)| noun.quantity.is_some() && noun.name.is_none())
    }

    /// "took over from Boyd": came after him.
    fn comes_after(&self, line: &Line<'_>, clause: usize, object: Option<usize>) -> bool {
        let link = object.and_then(|at| at.checked_sub(1)).filter(|link| *link > line.parsed.clauses[clause].verb);
        let from = link.is_some_and(|link| self.page.says(line.parsed.phrases[link].tokens.start, "from"));
        from && line.parsed.lemma(clause) == "take over" && !line.parsed.is_passive(clause)
    }

    /// "declared a state of emergency": an emergency.
    fn state_of(&self, line: &Line<'_>, at: usize) -> usize {
        let of = line.parsed.phrases.get(at + 1).is_some_and(|next| self.page.says(next.tokens.start, "of"));
        let noun = line.parsed.noun(at).filter(|noun| of && noun.name.is_none() && self.page.says(noun.head, "state"));
        let what = line.parsed.noun(at + 2).filter(|what| noun.is_some() && what.name.is_none() && !what.definite);
        if what.is_some() { at + 2 } else { at }
    }

    /// "None of the workers was hurt": who is spoken of are the workers.
    fn of_which(&self, line: &Line<'_>, subject: usize) -> usize {
        let phrase = &line.parsed.phrases[subject];
        let none = phrase.tokens.len() == 1 && self.page.is(phrase.tokens.start, Class::Negation);
        let of = line.parsed.phrases.get(subject + 1).is_some_and(|next| self.page.says(next.tokens.start, "of"));
        let whole = subject + 2;
        if none && of && line.parsed.noun(whole).is_some() {
            whole
        } else {
            self.described_by(line, subject).unwrap_or(subject)
        }
    }

    /// "Adams Hall, a school built in 1958, will close": whom or what the description between commas is of.
    fn described_by(&self, line: &Line<'_>, at: usize) -> Option<usize> {
        let phrases = &line.parsed.phrases;
        let kind = |at: usize| phrases.get(at).map(|phrase| &phrase.kind);
        let is_new = matches!(self.page.lower(phrases[at].tokens.start), "a" | "an");
        let own = at.checked_sub(2).filter(|_| is_new && matches!(kind(at - 1), Some(PhraseKind::Comma)))?;
        let is_tied = own.checked_sub(1).is_some_and(|before| matches!(kind(before), Some(PhraseKind::Preposition)));
        let is_behind =
            line.parsed.clauses.iter().any(|clause| clause.subject == Some(at) && clause.role != Role::Main);
        line.parsed.noun(own).filter(|noun| noun.name.is_some() && noun.rest.is_empty() && is_behind && !is_tied)?;
        Some(own)
    }

    /// What a deed is done to; "it" is the object of the same doer's deed in front: "opened a line in 2009 but closed it".
    fn meant<'l>(&self, line: &'l Line<'_>, clause: usize, at: usize) -> Option<(usize, &'l Noun)> {
        let noun = line.parsed.noun(at)?;
        let own = &line.parsed.clauses[clause];
        let is_it = noun.pronoun && self.page.says(noun.head, "it");
        let before = clause.checked_sub(1).filter(|_| is_it).map(|before| &line.parsed.clauses[before]);
        let before = before.filter(|before| before.subject == own.subject);
        let meant = before.and_then(|before| {
            let mut behind = before.verb + 1..own.verb.min(at).min(before.verb + 3);
            behind.find_map(|at| Some((at, line.parsed.noun(at)?)))
        });
        meant.filter(|(_, noun)| !noun.pronoun).or(Some((at, noun)))
    }

    /// Whether a name behind a preposition of place tells where.
    fn is_place(&self, line: &Line<'_>, at: usize, verb: usize) -> bool {
        let named = line.parsed.noun(at).is_some_and(|noun| noun.name.is_some());
        let tied = at.checked_sub(1).filter(|before| *before > verb);
        named && tied.is_some_and(|before| self.is_place_word(line, before))
    }

    /// Whether what stands behind a verb is how old somebody was: "died at 73", "at the age of 73", "aged 73".
    fn is_age(&self, line: &Line<'_>, at: usize, verb: usize) -> bool {
        let Some(noun) = line.parsed.noun(at) else { return false };
        let is_tied = at > verb + 1 && matches!(line.parsed.phrases[at - 1].kind, PhraseKind::Preposition);
        let is_age = noun.quantity.and_then(|mention| self.dimension(mention)) == Some(Dimension::Age);
        let says = |word: &str| self.page.says(noun.head, word);
        says("aged") || is_tied && (is_age && self.page.mention(noun.head) == noun.quantity || says("age"))
    }

    /// "the deal, which Acme criticised": what stands in front of the relative pronoun.
    fn relative_object(&self, line: &Line<'_>, clause: usize) -> Option<usize> {
        let own = &line.parsed.clauses[clause];
        let subject = own.subject.filter(|subject| own.role == Role::Relative && *subject < own.verb)?;
        let relative = subject.checked_sub(1)?;
        let pronoun = matches!(line.parsed.phrases[relative].kind, PhraseKind::Relative)
            && ["which", "that", "whom"]
                .iter()
                .any(|word| self.page.says(line.parsed.phrases[relative].tokens.start, word));
        let object = antecedent(self.page, self.names, line.parsed, relative).filter(|_| pronoun)?;
        line.parsed.noun(object).is_some_and(|noun| !noun.pronoun).then_some(object)
    }

    /// "resigned", "conceded": a verb that says something without an object, or a clause that it reports.
    fn stands_alone(&self, line: &Line<'_>, clause: usize) -> bool {
        let lemma = line.parsed.lemma(clause);
        let quoted =
            || line.parsed.phrases.iter().any(|phrase| matches!(phrase.kind, PhraseKind::Quote | PhraseKind::Colon));
        let reports = || line.parsed.clauses.iter().any(|told| told.reporter == Some(clause));
        let told = matches!(lemma, "concede" | "testify" | "deny" | "confess" | "post" | "comment");
        let says = line.parsed.classes(clause).has(Class::Saying);
        !matches!(lemma, "be" | "have" | "do") && (!says || told && !quoted() && !reports())
    }

    pub(super) fn object_text(&self, line: &Line<'_>, at: usize, noun: &Noun) -> String {
        let start = line.parsed.phrases[at].tokens.start;
        let of = line.parsed.phrases.get(at + 1).is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Preposition) && self.page.says(phrase.tokens.start, "of")
        });
        let end =
            line.parsed.noun(at + 2).filter(|_| of).map_or(noun.words.end, |_| line.parsed.phrases[at + 2].tokens.end);
        self.page.slice(start..end).to_owned()
    }

    pub(super) fn object_words(&self, noun: &Noun) -> Vec<String> {
        let mut words = self.topic(noun);
        words.reverse();
        words.extend(self.names_of(noun).iter().map(|name| name.to_lowercase()));
        words.extend(
            noun.words
                .clone()
                .filter(|at| self.page.is(*at, Class::Superlative))
                .map(|at| self.page.lower(at).to_owned()),
        );
        words
    }
}

/// "voted no": which denies no vote.
fn is_plain_no(verb: &Verb) -> bool {
    verb.lemma == "vote" && !verb.negated
}
