//! How long something lasts: "went on for a day", "a 48-hour strike", "was given seven years in prison".

use super::super::super::MentionKind;
use super::super::super::grammar::Class;
use super::super::super::phrases::{Noun, PhraseKind};
use super::super::{Line, Reader};
use crate::statement::{Measure, Polarity, Qualifiers, Statement, Subject, Value};
use crate::value::Quantity;

impl Reader<'_> {
    /// "disrupted services for a day": how long something went on.
    pub(super) fn duration_fact(&mut self, line: &Line<'_>, at: usize, mention: usize) {
        let page = self.page;
        let Some(MentionKind::Time(time)) = page.mentions.get(mention).map(|mention| &mention.kind) else { return };
        let Some(length) = time.length.clone().filter(|_| !self.is_off_schedule(mention)) else { return };
        let before =
            at.checked_sub(1).map(|before| page.lower(line.parsed.phrases[before].tokens.start)).unwrap_or_default();
        let lasting = line.parsed.clause_before(at).is_some_and(|clause| {
            line.parsed.clauses[clause].verb + 1 == at
                && matches!(line.parsed.lemma(clause), "last" | "take" | "run" | "continue")
        });
        let told = line.parsed.clause_before(at);
        let brought = before == "to" && told.is_some_and(|clause| line.parsed.is_passive(clause));
        let served = self.is_served(line, at);
        let told = told.filter(|_| lasting || served || (brought || before == "for") && time.days.is_none());
        let Some(clause) = told else {
            return;
        };
        let Some((subject_at, noun)) = self.subject_of(line, clause) else { return };
        let mut subject = self.resolve(line, noun, subject_at);
        if let Some(owner) =
            self.prepositional_name(line, subject_at).filter(|_| self.apposed(line, noun, subject_at).is_none())
        {
            subject = Subject { name: owner, topic: self.topic(noun), members: None };
        }
        if served || line.parsed.classes(clause).has(Class::Levying) {
            let Some(payer) = self.payer(line, clause) else { return };
            subject = payer;
        }
        let mut qualifiers = Qualifiers::default();
        self.qualifiers(line, 0..subject_at, &mut qualifiers);
        let own = &line.parsed.clauses[clause];
        let verb = if served { "sentence" } else { line.parsed.lemma(clause) }.to_owned();
        let statement = Statement {
            subject,
            measure: Measure::of(vec!["duration".to_owned(), verb]),
            value: Some(Value::Quantity(length)),
            qualifiers,
            modality: Some(own.modality),
            polarity: if own.denied { Polarity::Denied } else { Polarity::Affirmed },
            scope: None,
            direction: None,
            moved: None,
        };
        let focus = page.mentions[mention].span;
        self.push(line, statement, focus, None, Some(mention));
    }

    /// "was given seven years in prison", "gave him seven years for fraud": a sentence, though no verb says so.
    fn is_served(&self, line: &Line<'_>, at: usize) -> bool {
        let given = line
            .parsed
            .clause_before(at)
            .is_some_and(|clause| matches!(line.parsed.lemma(clause), "give" | "get" | "receive" | "face" | "hand"));
        let link = line.parsed.phrases.get(at + 1).filter(|phrase| matches!(phrase.kind, PhraseKind::Preposition));
        let Some(noun) = line.parsed.noun(at + 2).filter(|_| given) else { return false };
        let head = self.page.kind_classes(noun.head);
        link.is_some_and(|link| match self.page.lower(link.tokens.start) {
            "in" => head.has(Class::Custody),
            "for" => head.has(Class::Crime),
            _ => false,
        })
    }

    /// "a 48-hour strike": the strike lasts as long as the time in front of it says.
    pub(super) fn modified_by_length(&mut self, line: &Line<'_>, at: usize, noun: &Noun) {
        let Some((mention, length, words)) = self.length_in_front(noun) else { return };
        let thing = Noun { words: words.clone(), possessor: None, quantity: None, ..noun.clone() };
        let own =
            noun.possessor.as_ref().map(|owner| self.resolve(line, owner, at).name).filter(|name| !name.is_empty());
        let name = own.unwrap_or_else(|| self.page.slice(words).to_lowercase());
        let clause = line.parsed.clause_before(at).or((!line.parsed.clauses.is_empty()).then_some(0));
        let mut qualifiers = Qualifiers::default();
        let right = self.right_of(line, at);
        self.qualifiers(line, right, &mut qualifiers);
        qualifiers.length = None;
        let clause = clause.map(|clause| &line.parsed.clauses[clause]);
        let statement = Statement {
            subject: Subject { name, topic: self.topic(&thing), members: None },
            measure: Measure::of(vec!["duration".to_owned(), "last".to_owned()]),
            value: Some(Value::Quantity(length)),
            qualifiers,
            modality: clause.map(|clause| clause.modality),
            polarity: if clause.is_some_and(|clause| clause.denied) { Polarity::Denied } else { Polarity::Affirmed },
            ..Statement::default()
        };
        self.push(line, statement, self.page.mentions[mention].span, None, Some(mention));
    }

    /// The length of time that opens a noun phrase, tied to its noun by a hyphen, and the words behind it.
    fn length_in_front(&self, noun: &Noun) -> Option<(usize, Quantity, std::ops::Range<usize>)> {
        let first = noun.words.start;
        let mention = self.page.mention(first).filter(|_| noun.quantity.is_none() && noun.name.is_none())?;
        let MentionKind::Time(time) = &self.page.mentions.get(mention)?.kind else { return None };
        let words = self.page.behind_mention(first)..noun.words.end;
        let tied = (first..words.start).any(|at| matches!(self.page.word(at), "-" | "‑"));
        let length = time.length.clone().filter(|_| tied && self.is_common(noun))?;
        (!words.is_empty()).then_some((mention, length, words))
    }
}
