//! Reading the entries of a sentence, from left to right: who, does what, with how many of what, to whom.

mod verb;

use std::borrow::Cow;

use super::entry::{Deed, Entry, Given, Party, Role, Thing};
use super::quantity_of;
use super::standing::Standings;
use crate::extract::{Grammar, Mention, MentionKind, Reading, WordClass, singular};
use crate::source::Span;
use crate::text::{Token, TokenKind, tokenize};
use crate::value::{Dimension, Quantity, Written};

/// The entries of a sentence of a text.
pub(super) fn entries<'a>(grammar: &Grammar, text: &str, reading: &'a Reading, sentence: usize) -> Vec<Entry<'a>> {
    let passage = reading.sentences.get(sentence).copied().unwrap_or_default();
    let mentions = reading.mentions_within(passage);
    if !mentions.iter().any(|mention| quantity_of(mention).is_some()) {
        return Vec::new();
    }
    let mut reader = Reader {
        grammar,
        text,
        sentence,
        passage,
        tokens: tokenize(passage.slice(text)),
        standings: Standings::of(grammar, text, reading, sentence, passage),
        entries: Vec::new(),
        named_until: 0,
        clause: Clause { fresh: true, ..Clause::default() },
    };
    reader.read(mentions);
    reader.entries.iter_mut().for_each(Entry::settle_rate);
    reader.entries
}

/// What a clause has told so far.
#[derive(Default)]
struct Clause {
    /// Whoever the verb is about.
    subject: Subject,
    /// What was named since the last verb, number or conjunction, and may be the subject of the next verb.
    named: Option<Subject>,
    verb: Option<Deed>,
    /// Whoever was named between the verb and its number: "gave her six".
    object: Party,
    preposition: Option<String>,
    /// The same, in front of a conjunction.
    listed: Option<String>,
    /// What "the number of" is of.
    counted: Option<Thing>,
    /// "six more", "another six"
    more: bool,
    /// Where the last number ended, among the tokens.
    behind: usize,
    each: Each,
    /// What each of is told behind the verb: "fills each box with six".
    each_object: Option<String>,
    /// Whether "of" stands right behind the last number.
    of: bool,
    /// Whether "of them", "of the …" is being read.
    part: bool,
    /// Whether nothing has been named since the clause began.
    fresh: bool,
}

/// Whether a noun of "each" comes next, and where it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Each {
    #[default]
    No,
    /// "each box has six"
    Subject,
    /// "six in each box"
    Behind,
}

/// What stands in front of a verb.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Subject {
    party: Party,
    /// Numbers, from this one on.
    entry: Option<usize>,
    /// "each box"
    each: Option<String>,
}

struct Reader<'a, 'b> {
    grammar: &'b Grammar,
    text: &'b str,
    sentence: usize,
    passage: Span,
    tokens: Vec<Token>,
    standings: Standings<'a>,
    entries: Vec<Entry<'a>>,
    clause: Clause,
    /// Behind the last name, among the tokens.
    named_until: usize,
}

impl<'a> Reader<'a, '_> {
    fn read(&mut self, mentions: &'a [Mention]) {
        let mut at = 0;
        while let Some(span) = self.span(at) {
            let mention = mentions.iter().find(|mention| mention.span.start == span.start);
            at = match mention {
                Some(mention) => self.mention(at, mention),
                None => self.token(at),
            };
        }
    }

    /// Where a token stands in the text.
    fn span(&self, at: usize) -> Option<Span> {
        let own = self.tokens.get(at)?.span;
        Some(Span { start: own.start + self.passage.start, end: own.end + self.passage.start })
    }

    fn slice(&self, at: usize) -> &str {
        self.span(at).map_or("", |span| span.slice(self.text))
    }

    fn lower(&self, at: usize) -> String {
        self.slice(at).to_lowercase()
    }

    fn is(&self, at: usize, class: WordClass) -> bool {
        self.grammar.classes(self.slice(at)).has(class)
    }

    /// The first token from a place on that begins at or behind an offset.
    fn past(&self, at: usize, offset: u32) -> usize {
        (at + 1..).find(|next| self.span(*next).is_none_or(|span| span.start >= offset)).unwrap_or(at + 1)
    }

    /// Takes a mention in; gives the place behind it.
    fn mention(&mut self, at: usize, mention: &'a Mention) -> usize {
        let behind = self.past(at, mention.span.end);
        if quantity_of(mention).is_some() {
            return self.number(at, behind, mention);
        }
        match &mention.kind {
            MentionKind::Name { canonical, .. } => {
                self.party(at, Party::Named(canonical.to_lowercase()));
                self.named_until = behind;
                behind
            }
            MentionKind::Quote(_) => self.token(at),
            MentionKind::Quantity(_) | MentionKind::Time(_) => {
                self.is_rate(at, behind);
                self.clause.preposition = None;
                behind
            }
        }
    }

    /// "six a month", "six per hour", "six each year"; whether it is such a time.
    fn is_rate(&mut self, at: usize, behind: usize) -> bool {
        let word = self.lower(at);
        let is_beside = self.clause.behind == at || at > 0 && self.is_verb(at - 1);
        let has_article = at > 0
            && (self.grammar.classes(&word).has(WordClass::Distributive) || is_beside && (word == "a" || word == "an"));
        let each = std::mem::take(&mut self.clause.each);
        let is_rate = has_article || each == Each::Behind && self.clause.behind + 1 == at;
        let noun = singular(&self.lower(behind - 1)).into_owned();
        match self.entries.last_mut().filter(|_| is_rate) {
            Some(last) => last.per = Some(noun),
            None => return false,
        }
        true
    }

    fn number(&mut self, at: usize, behind: usize, mention: &'a Mention) -> usize {
        let Some(quantity) = quantity_of(mention).filter(|it| it.unit.dimension != Dimension::Ordinal) else {
            return behind;
        };
        if matches!(mention.kind, MentionKind::Time(_)) && self.is_rate(at, behind) {
            return behind;
        }
        let is_subject = self.clause.verb.is_none() || self.clause.fresh && self.has_verb_ahead(behind);
        let entry = self.entry(at, behind, mention, quantity, is_subject);
        self.of_each(&entry.thing.head);
        self.entries.push(entry);
        let first = self.entries.len() - 1;
        if is_subject && self.clause.preposition.is_none() {
            self.clause.verb = None;
            self.clause.named.get_or_insert_with(|| Subject { entry: Some(first), ..Subject::default() });
        }
        self.clause = Clause {
            more: false,
            behind,
            preposition: None,
            of: false,
            fresh: false,
            ..std::mem::take(&mut self.clause)
        };
        behind
    }

    fn entry(
        &mut self,
        at: usize,
        behind: usize,
        mention: &'a Mention,
        quantity: &'a Quantity,
        is_subject: bool,
    ) -> Entry<'a> {
        let thing = self.thing(mention, quantity);
        let is_additional = |word: &str| self.grammar.classes(word).has(WordClass::Additional);
        // "more than six" is a bound.
        let is_bound = quantity.amount.is_bound();
        let more = self.clause.more || !is_bound && self.words(at, behind).any(is_additional);
        let of = self.entries.last().filter(|_| self.clause.of).map(|last| last.thing.head.clone());
        let of = of.filter(|head| !head.is_empty());
        let is_whole = |word: &str| self.grammar.classes(word).has(WordClass::Collective);
        let whole = self.words(at.saturating_sub(2), behind).any(is_whole);
        let part = self.words(at, behind).any(|word| word == "of") && !whole;
        let subject = self.clause.subject.clone();
        Entry {
            mention,
            quantity: Cow::Borrowed(quantity),
            given: self.given(at, behind, quantity),
            sentence: self.sentence,
            passage: self.passage,
            thing: if thing.head.is_empty() { self.clause.counted.take().unwrap_or_default() } else { thing },
            deed: self.clause.verb.clone().filter(|_| !is_subject),
            role: if is_subject { Role::Subject } else { Role::Object },
            actor: if is_subject { Party::Unsaid } else { subject.party },
            to: self.clause.object.clone(),
            from: Party::Unsaid,
            places: Vec::new(),
            per: of.or(subject.each.filter(|_| !is_subject)).or_else(|| self.clause.each_object.clone()),
            predicate: None,
            has_rest: false,
            more,
            whole,
            part,
            borrowed: false,
            claimed: false,
            standing: self.standings.number(mention),
        }
    }

    /// What a measure is given in: the unit as a noun, behind its number.
    fn given(&self, at: usize, behind: usize, quantity: &Quantity) -> Option<Given> {
        let [number, noun] = [self.slice(at), self.slice(behind - 1)];
        let is_told = behind == at + 2 && !super::entry::counts(quantity);
        is_told
            .then(|| Some(Given { noun: singular(&noun.to_lowercase()).into_owned(), number: Written::parse(number)? }))
            .flatten()
    }

    /// "five in each of 15 bags", "cases of eight boxes": the number before is of each of these, or this one of each of those.
    fn of_each(&mut self, head: &str) {
        let each = std::mem::take(&mut self.clause.each);
        if let Some(last) = self.entries.last_mut().filter(|_| each == Each::Behind && !head.is_empty()) {
            last.per = Some(head.to_owned());
        }
    }

    /// Whether a verb that says what is done follows before the clause ends: what stands in front of it is its subject.
    fn has_verb_ahead(&self, from: usize) -> bool {
        let is_listed = |at: usize| self.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number);
        let ends = |at: &usize| {
            self.tokens.get(*at).is_none_or(|token| match token.kind {
                TokenKind::Word => self.is(*at, WordClass::Conjunction) && !is_listed(*at),
                TokenKind::Number => false,
                TokenKind::Mark | TokenKind::Symbol => true,
            })
        };
        let last = (from..).find(ends).unwrap_or(from);
        let is_finite =
            |at: usize| self.is_verb(at) && !self.lower(at).ends_with("ing") && (at == 0 || self.lower(at - 1) != "to");
        (from..last).any(is_finite)
    }

    fn words(&self, from: usize, to: usize) -> impl Iterator<Item = &str> {
        (from..to).map(|at| self.slice(at))
    }

    /// What a number counts, by the words of its mention; the noun behind it, where the mention has none.
    fn thing(&self, mention: &Mention, quantity: &Quantity) -> Thing {
        if !super::entry::counts(quantity) {
            return Thing::default();
        }
        let head = singular(quantity.unit.code.rsplit(' ').next().unwrap_or_default()).into_owned();
        let number = match &mention.kind {
            MentionKind::Quantity(own) => own.number.end,
            MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => mention.span.start,
        };
        let told = Span { start: number.min(mention.span.end), end: mention.span.end };
        let own = |word: &str| {
            let word = singular(word.trim_matches(|c: char| !c.is_alphanumeric())).into_owned();
            let classes = self.grammar.classes(&word);
            let says = !self.grammar.is_function_word(&word)
                && ![WordClass::Additional, WordClass::Collective, WordClass::Remaining]
                    .into_iter()
                    .any(|it| classes.has(it));
            (says && !word.is_empty() && word != head).then_some(word)
        };
        let rest = told.slice(self.text).split_whitespace().filter_map(own).collect();
        Thing { head, rest }
    }

    /// Takes a token in that is in no mention; gives the place behind it.
    fn token(&mut self, at: usize) -> usize {
        let Some(token) = self.tokens.get(at).copied() else { return at + 1 };
        match token.kind {
            TokenKind::Word => return self.word(at),
            TokenKind::Mark => self.mark(at),
            TokenKind::Number | TokenKind::Symbol => {}
        }
        at + 1
    }

    fn mark(&mut self, at: usize) {
        self.clause.preposition = None;
        self.clause.part = false;
        self.clause.fresh = true;
        if matches!(self.slice(at), ";" | ":" | "." | "!" | "?") {
            self.clause =
                Clause { subject: std::mem::take(&mut self.clause.subject), fresh: true, ..Clause::default() };
        }
    }

    fn word(&mut self, at: usize) -> usize {
        let word = self.lower(at);
        if word == "'s" || word == "’s" {
            self.owner();
            return at + 1;
        }
        if self.is_verb(at) {
            return self.verb(at);
        }
        let classes = self.grammar.classes(&word);
        if classes.has(WordClass::Collective) && self.clause.behind == at {
            self.entries.iter_mut().last().into_iter().for_each(|last| last.whole = true);
        }
        if classes.has(WordClass::Distributive) {
            self.each(at);
        } else if classes.has(WordClass::Additional) {
            self.more(at);
        } else if classes.has(WordClass::Conjunction) || classes.has(WordClass::Subordinator) && word != "that" {
            self.join();
        } else if classes.has(WordClass::Possessive) && !self.stands_for_somebody(at) {
            self.clause.part |= self.clause.of;
        } else if classes.has(WordClass::Preposition) {
            self.preposition(at, word);
        } else if classes.has(WordClass::Pronoun) || word == "her" {
            self.pronoun(at, &word);
        } else if classes.has(WordClass::Determiner) {
            self.determiner(at);
        } else if !self.grammar.is_function_word(&word) {
            self.noun(at, &word);
        }
        at + 1
    }

    /// Whether "her" stands for somebody, and is not whose the next noun is: "gave her six".
    fn stands_for_somebody(&self, at: usize) -> bool {
        let next = self.tokens.get(at + 1).map(|token| token.kind);
        let ends = next.is_none_or(|kind| kind != TokenKind::Word) || self.is(at + 1, WordClass::Additional);
        self.lower(at) == "her" && (ends || self.grammar.is_function_word(self.slice(at + 1)))
    }

    /// "a month", right behind a number, is each month; "of the …" is a part.
    fn determiner(&mut self, at: usize) {
        let word = self.lower(at);
        self.clause.part |= self.clause.of;
        if self.clause.behind == at && at > 0 && (word == "a" || word == "an") {
            self.clause.each = Each::Behind;
        }
    }

    /// "out of", "off of" are no "of".
    fn preposition(&mut self, at: usize, word: String) {
        self.clause.of = word == "of" && self.clause.behind == at && at > 0;
        let is_second = word == "of" && at > 0 && self.is(at - 1, WordClass::Preposition);
        self.clause.preposition = Some(if is_second { "from".to_owned() } else { word });
    }

    fn join(&mut self) {
        self.clause.named = None;
        self.clause.listed = self.clause.preposition.take();
        self.clause.object = Party::Unsaid;
        self.clause.each_object = None;
        self.clause.part = false;
        self.clause.of = false;
        self.clause.fresh = true;
    }

    fn more(&mut self, at: usize) {
        match self.entries.last_mut() {
            Some(last) if self.clause.behind == at => {
                last.more = true;
                self.clause.behind = at + 1;
            }
            _ => self.clause.more = true,
        }
    }

    /// "each box has six", "six in each box", "six each", "six per box", "20 pupils each".
    fn each(&mut self, at: usize) {
        let next = self.tokens.get(at + 1);
        let is_noun = next.is_some_and(|next| next.kind == TokenKind::Word)
            && (!self.grammar.is_function_word(self.slice(at + 1)) || self.lower(at + 1) == "of")
            && !self.is_verb(at + 1);
        if is_noun {
            let is_behind = self.clause.preposition.is_some() || self.lower(at) == "per";
            self.clause.each = if is_behind { Each::Behind } else { Each::Subject };
            return;
        }
        let last = self.entries.len().wrapping_sub(1);
        // "20 pupils each paid $30"
        if let Some(named) =
            self.clause.named.as_mut().filter(|named| named.entry == Some(last) && self.clause.behind == at)
        {
            named.each = self.entries.get(last).map(|own| own.thing.head.clone()).filter(|head| !head.is_empty());
            return;
        }
        let others = self.clause.subject.entry.or(last.checked_sub(1)).and_then(|at| self.entries.get(at));
        let per = others.map(|other| other.thing.head.clone()).filter(|head| !head.is_empty());
        if let (Some(entry), Some(_)) = (self.entries.last_mut(), &per) {
            entry.per = per;
        }
    }

    fn pronoun(&mut self, at: usize, word: &str) {
        match (word, self.clause.preposition.as_deref()) {
            ("there", _) => self.clause.named = Some(Subject::default()),
            ("them" | "those" | "these" | "it" | "which" | "whom", Some("of")) => {
                if let Some(last) = self.entries.last_mut().filter(|_| self.clause.of) {
                    last.part = true;
                }
            }
            _ => self.party(at, Party::Pronoun),
        }
    }

    /// "Lomax's": whoever the next noun belongs to.
    fn owner(&mut self) {
        let Some(Subject { party, .. }) = &self.clause.named else { return };
        if let Some(last) = self.entries.last_mut().filter(|_| self.clause.of) {
            last.from = party.clone();
            self.clause.part = true;
        }
    }

    /// Whoever is named: the subject of a verb to come, or one that takes part in the deed.
    fn party(&mut self, at: usize, party: Party) {
        let has_verb = self.clause.verb.is_some();
        if self.clause.preposition.is_none()
            && at > 0
            && self.is(at - 1, WordClass::Conjunction)
            && !self.has_verb_ahead(at + 1)
        {
            // "in Lund and Oslo"
            self.clause.preposition = self.clause.listed.take();
        }
        let behind = self.entries.last_mut().filter(|_| at >= self.clause.behind && self.clause.behind > 0);
        match (self.clause.preposition.as_deref(), behind) {
            (Some("to"), Some(last)) => last.to = party,
            (Some("for"), Some(last)) if !last.to.is_said() => last.to = party,
            (Some("from"), Some(last)) => last.from = party,
            (Some("of"), Some(_)) => self.clause.named = Some(Subject { party, ..Subject::default() }),
            (Some("in" | "on" | "at" | "near"), Some(last)) => {
                if let Party::Named(place) = party {
                    last.places.push(place);
                }
            }
            (Some(_), _) => {}
            (None, _) => {
                self.clause.fresh = false;
                if has_verb && self.clause.named.is_none() {
                    self.clause.object = party.clone();
                }
                self.clause.named = Some(Subject { party, ..Subject::default() });
            }
        }
    }

    fn noun(&mut self, at: usize, word: &str) {
        if self.is_followed_by_noun(at) && self.clause.each != Each::No {
            return;
        }
        let noun = singular(word).into_owned();
        match std::mem::take(&mut self.clause.each) {
            Each::No => {}
            own => return self.noun_of_each(noun, own),
        }
        if self.grammar.classes(&noun).has(WordClass::Remaining) {
            self.entries.iter_mut().last().into_iter().for_each(|last| last.has_rest = true);
        }
        if self.clause.behind == at && self.is_plural_of_number(at) {
            self.entries.iter_mut().last().into_iter().for_each(|last| last.thing.head.clone_from(&noun));
            return;
        }
        let is_behind = at >= self.clause.behind && self.clause.behind > 0;
        let is_head = !self.is_followed_by_noun(at);
        match (self.clause.preposition.as_deref(), self.entries.last_mut().filter(|_| is_behind)) {
            (Some("of"), Some(last)) if self.clause.of => of_noun(last, noun, self.clause.part, is_head),
            (Some("to"), Some(last)) => last.to = Party::Named(noun),
            (Some("from"), Some(last)) => last.from = Party::Named(noun),
            (Some("of"), None) if is_head => {
                self.clause.counted.get_or_insert(Thing { head: noun, rest: Vec::new() });
            }
            (Some("of" | "for"), _) | (Some(_), None) => {}
            (Some(_), Some(last)) => last.places.push(noun),
            (None, behind) => {
                let verb = self.clause.verb.as_ref().filter(|verb| verb.lemma == "be");
                let is_its =
                    |last: &&mut Entry<'_>| last.role == Role::Subject && verb.is_some() && last.deed.as_ref() == verb;
                if let Some(last) = behind.filter(is_its) {
                    last.predicate.get_or_insert_with(|| noun.clone());
                }
                self.party(at, Party::Named(noun));
            }
        }
    }

    /// Whether another noun stands right behind one: "each school bus".
    fn is_followed_by_noun(&self, at: usize) -> bool {
        let next = self.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Word);
        next && !self.grammar.is_function_word(self.slice(at + 1))
            && !self.is_verb(at + 1)
            && !self.lower(at + 1).starts_with(['\'', '’'])
    }

    fn noun_of_each(&mut self, noun: String, each: Each) {
        match self.entries.last_mut().filter(|_| each == Each::Behind) {
            Some(last) if last.thing.head == noun => {}
            Some(last) => last.per = Some(noun),
            None => {
                self.clause.each_object = self.clause.verb.is_some().then(|| noun.clone());
                let subject = Subject { party: Party::Named(noun.clone()), entry: None, each: Some(noun) };
                self.clause.named = Some(subject);
                self.clause.fresh = false;
            }
        }
        self.clause.preposition = None;
    }
}

/// What an entry is of: "pieces of candy", "six of the pieces".
fn of_noun(entry: &mut Entry<'_>, noun: String, is_part: bool, is_head: bool) {
    entry.part |= is_part;
    if is_head && entry.thing.head.is_empty() && super::entry::counts(&entry.quantity) {
        entry.thing.head = noun;
    } else if entry.thing.head != noun {
        entry.thing.rest.push(noun);
    }
}
