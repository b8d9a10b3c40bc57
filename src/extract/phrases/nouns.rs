//! Noun phrases: determiner, owner, modifiers, head; numbers and names in them.

use super::super::grammar::{Class, Form};
use super::verbs::same_participle;
use super::{Cutter, Noun, Phrase, PhraseKind, Verb, is_clitic, is_closed, is_possessive, unknown_form};

impl Cutter<'_> {
    pub(super) fn is_noun_like(&self, at: usize) -> bool {
        let page = self.page;
        if at >= self.end {
            return false;
        }
        if page.mention(at).is_some_and(|mention| !page.is_time(mention)) || self.names.starting(at).is_some() {
            return true;
        }
        let classes = page.classes(at);
        page.is_word(at)
            && (classes.has(Class::Adjective)
                || classes.has(Class::Either)
                || !is_closed(page, at)
                    && !matches!(page.entry(at).verb, Some((_, Form::Base | Form::Third | Form::Past)))
                || matches!(page.entry(at).verb, Some((_, Form::Past | Form::Participle | Form::Gerund)))
                    && (page.mention(at + 1).is_some_and(|mention| !page.is_time(mention))
                        || page.is_word(at + 1) && !is_closed(page, at + 1)))
            && (!is_closed(page, at) || classes.has(Class::Adjective))
    }

    /// A noun phrase that starts at `at`.
    pub(super) fn noun(&self, start: usize) -> Option<Phrase> {
        let page = self.page;
        let mut noun = Noun { words: start..start, head: start, ..Noun::default() };
        let mut at = start;
        if self.names.starting(at).is_none() && page.mention(at).is_none() {
            if page.is(at, Class::Pronoun) && !(page.is(at, Class::Determiner) && self.is_noun_like(at + 1)) {
                noun.pronoun = true;
                noun.words = at..at + 1;
                return Some(Phrase { tokens: at..at + 1, kind: PhraseKind::Noun(noun) });
            }
            while page.is(at, Class::Determiner) && page.mention(at).is_none() && at < self.end {
                noun.definite |= matches!(page.lower(at), "the" | "this" | "these" | "that" | "those");
                at += 1;
            }
            // "no one"
            if at > start && page.says(at, "one") && page.mention(at).is_none() && !self.is_noun_like(at + 1) {
                noun.pronoun = true;
                noun.words = at..at + 1;
                return Some(Phrase { tokens: start..at + 1, kind: PhraseKind::Noun(noun) });
            }
            if page.is(at, Class::Possessive) {
                noun.possessor = Some(Box::new(Noun { words: at..at + 1, head: at, pronoun: true, ..Noun::default() }));
                noun.definite = true;
                at += 1;
            }
        }
        noun.words = at..at;
        at = self.content(&mut noun, at);
        (at > start).then_some(Phrase { tokens: start..at, kind: PhraseKind::Noun(noun) })
    }

    /// The words of a noun phrase behind its determiner.
    pub(super) fn content(&self, noun: &mut Noun, mut at: usize) -> usize {
        while at < self.end {
            match self.step(noun, at) {
                Step::Name { name, next } => {
                    noun.name = Some(name);
                    at = next;
                }
                Step::Quantity { mention, next } => {
                    noun.quantity = mention.or(noun.quantity);
                    noun.name = None;
                    at = next;
                }
                Step::Word { next } => {
                    noun.name = None;
                    at = next;
                }
                Step::Mark => {
                    at += 1;
                    continue;
                }
                Step::Owner => {
                    own(noun, at);
                    at += 1;
                    continue;
                }
                Step::End => break,
            }
            noun.head = at - 1;
        }
        noun.words.end = at.max(noun.words.start);
        at
    }

    /// What the token at `at` is to a noun phrase that has come this far.
    fn step(&self, noun: &Noun, at: usize) -> Step {
        let page = self.page;
        let begun = noun.words.start < at;
        if let Some(name) = self.names.starting(at) {
            return Step::Name { name, next: self.names.mentions[name].tokens.end };
        }
        if self.is_modified_participle(at) {
            return Step::Word { next: at + 2 };
        }
        if let Some(mention) = page.mention(at) {
            return self.measured(noun, mention, at);
        }
        if is_possessive(page, at) && begun {
            return Step::Owner;
        }
        if self.is_inner_mark(noun, at) {
            return Step::Mark;
        }
        if self.is_noun_word(at, begun) { Step::Word { next: at + 1 } } else { Step::End }
    }

    /// A number in a noun phrase, or a time that modifies its noun ("a five-year plan").
    fn measured(&self, noun: &Noun, mention: usize, at: usize) -> Step {
        let page = self.page;
        let next = page.behind_mention(at);
        match (page.is_time(mention), noun.quantity) {
            (true, _) if !self.is_noun_like(next) => Step::End,
            (true, _) => Step::Quantity { mention: None, next },
            (false, Some(_)) => Step::End,
            (false, None) if noun.words.start < at && self.stands_apart(at) => Step::End,
            (false, None) => Step::Quantity { mention: Some(mention), next },
        }
    }

    /// A hyphen between words, or the marks around a few quoted ones.
    fn is_inner_mark(&self, noun: &Noun, at: usize) -> bool {
        let page = self.page;
        let begun = noun.words.start < at;
        let opens = |word: &str| matches!(word, "“" | "\"" | "‘");
        let hyphen =
            matches!(page.word(at), "-" | "‑" | "/" | "&") && page.is_glued(at) && begun && page.is_glued(at + 1);
        let opened = (noun.words.start..at).any(|token| opens(page.word(token)));
        let closes = matches!(page.word(at), "”" | "\"" | "’") && begun && page.is_glued(at) && opened;
        hyphen || opens(page.word(at)) && self.quoted_noun(at) || closes
    }

    /// A number behind a noun is a phrase of its own: "a valuation exceeding $1 trillion".
    pub(super) fn stands_apart(&self, at: usize) -> bool {
        let page = self.page;
        let before = page.classes(at - 1);
        if before.has(Class::Fronted) {
            return false;
        }
        !page.is_glued(at)
            && page.is_word(at - 1)
            && !before.has(Class::Adjective)
            && !is_possessive(page, at - 1)
            && !matches!(page.entry(at - 1).verb, Some((_, Form::Past | Form::Participle)))
    }

    /// "previously announced", "newly built" in front of a noun or a number.
    pub(super) fn is_modified_participle(&self, at: usize) -> bool {
        let page = self.page;
        let participle = matches!(page.entry(at + 1).verb, Some((_, Form::Past | Form::Participle)))
            || unknown_form(page, at + 1) == Some(Form::Past);
        page.is(at, Class::Adverb)
            && !page.is(at, Class::Adjective)
            && participle
            && self.is_noun_like(at + 2)
            && !self.is_behind_noun(at)
    }

    /// "the jury acquitted Jane Doe": a name, a number or a determiner.
    fn object_follows(&self, at: usize) -> bool {
        let page = self.page;
        at < self.end
            && (self.names.starting(at).is_some()
                || page.mention(at).is_some()
                || [Class::Determiner, Class::Possessive].into_iter().any(|class| page.is(at, class)))
    }

    /// "The carrier also took options": where no verb has come yet, an adverb behind a noun belongs to the verb.
    fn is_behind_noun(&self, at: usize) -> bool {
        let page = self.page;
        let before = at.wrapping_sub(1);
        let noun = page.is_word(before)
            && page.mention(before).is_none()
            && !is_closed(page, before)
            && !is_possessive(page, before)
            && !page.is(before, Class::Adjective);
        noun && !self.has_verb()
    }

    /// Whether the clause at hand has its verb; behind "police said" the next begins.
    fn has_verb(&self) -> bool {
        let says = |verb: &Verb| verb.classes.has(Class::Saying);
        self.finite && !matches!(self.phrases.last(), Some(Phrase { kind: PhraseKind::Verb(verb), .. }) if says(verb))
    }

    /// A quotation mark that opens a few quoted words inside of a noun phrase: three “Mega Projects”.
    pub(super) fn quoted_noun(&self, at: usize) -> bool {
        let page = self.page;
        let close = (at + 1..(at + 6).min(self.end)).find(|next| matches!(page.word(*next), "”" | "\"" | "’"));
        let after_number = at > 0 && page.mention(at - 1).is_some();
        close.is_some_and(|close| (at + 1..close).all(|next| page.is_word(next) || page.word(next) == "-"))
            && after_number
    }

    /// "the flood injured more than 30": behind a noun and before an object, what may be an adjective is the verb.
    pub(super) fn is_participle_with_object(&self, at: usize) -> bool {
        let page = self.page;
        let object = page.mention(at + 1).is_some_and(|mention| !page.is_time(mention))
            || at + 1 < self.end && page.is(at + 1, Class::Determiner)
            || page.says(at + 1, "to") && self.infinitive_follows(at + 2) && !self.finite_follows(at + 3);
        let adverbs = (0..at).rev().take_while(|before| page.is(*before, Class::Adverb)).count();
        let before = at.wrapping_sub(1 + adverbs);
        let noun_before = page.is_word(before) && !page.is(before, Class::Adjective) && !is_closed(page, before);
        !self.has_verb()
            && !page.is_glued(at)
            && object
            && noun_before
            && page.is(at, Class::Adjective)
            && matches!(page.entry(at).verb, Some((_, Form::Past | Form::Participle)))
    }

    /// "three schools closed in May": a past of beginning or ending behind a noun, where no other verb follows.
    fn closes_here(&self, at: usize) -> bool {
        let page = self.page;
        let verb = page.lemma_classes(at);
        matches!(page.entry(at).verb, Some((_, Form::Past)))
            && (verb.has(Class::Starting) || verb.has(Class::Ending))
            && self.is_behind_noun_or_count(at)
            && !self.finite
            && !self.is_noun_like(at + 1)
            && !self.finite_follows(at + 1)
    }

    /// Whether a noun, be it one that is counted, stands right in front.
    fn is_behind_noun_or_count(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        self.is_behind_noun(at)
            || self.page.mention(before).is_some() && self.page.is_word(before) && !is_closed(self.page, before)
    }

    /// "frozen-food": a participle that a hyphen ties to what stands behind it.
    pub(super) fn opens_compound(&self, at: usize) -> bool {
        let page = self.page;
        let hyphen = matches!(page.word(at + 1), "-" | "‑") && page.is_glued(at + 1) && page.is_glued(at + 2);
        let participle = matches!(page.entry(at).verb, Some((_, Form::Past | Form::Participle | Form::Gerund)));
        hyphen && participle && page.is_word(at + 2) && at + 2 < self.end
    }

    pub(super) fn is_noun_word(&self, at: usize, begun: bool) -> bool {
        let page = self.page;
        if !page.is_word(at) || page.says(at, "such") && page.says(at + 1, "as") {
            return false;
        }
        let classes = page.classes(at);
        let compound = begun && page.is_glued(at) && matches!(page.word(at - 1), "-" | "‑");
        if !compound && begun && self.is_participle_with_object(at) {
            return false;
        }
        if !compound && begun && self.closes_here(at) {
            return false;
        }
        if compound || classes.has(Class::Adjective) || classes.has(Class::Demonym) || classes.has(Class::Title) {
            return true;
        }
        if is_closed(page, at) || is_clitic(page.word(at)) {
            return false;
        }
        if begun && self.opens_compound(at) {
            return true;
        }
        let Some((_, form)) = page.entry(at).verb else {
            let unknown = unknown_form(page, at);
            let verb = begun && unknown == Some(Form::Past) && self.is_behind_noun(at) && self.object_follows(at + 1);
            return !verb && (unknown.is_none() || begun || self.is_noun_like(at + 1));
        };
        let past = form == Form::Base && begun && !self.finite && same_participle(page, at);
        if past && (self.complement_follows(at + 1) || self.cuts_plain_object(at)) || begun && self.is_cost_of(at) {
            return false;
        }
        match form {
            Form::Base | Form::Third => {
                !begun
                    || classes.has(Class::Either) && !self.is_present_in(at, form)
                    || page.lemma_classes(at).has(Class::Either) && !self.is_present_in(at, form)
            }
            Form::Past | Form::Participle => self.is_noun_like(at + 1) && (!begun || page.is_glued(at)),
            Form::Gerund => {
                !begun || classes.has(Class::GerundNoun) || page.is_glued(at) || !self.complement_follows(at + 1)
            }
        }
    }
}

/// What a token is to a noun phrase.
enum Step {
    Name { name: usize, next: usize },
    Quantity { mention: Option<usize>, next: usize },
    Word { next: usize },
    Mark,
    Owner,
    End,
}

/// What has been read so far owns what follows: "Acme's".
fn own(noun: &mut Noun, at: usize) {
    let mut owner = std::mem::take(noun);
    owner.words.end = at;
    *noun = Noun {
        words: at + 1..at + 1,
        head: at + 1,
        definite: true,
        possessor: Some(Box::new(owner)),
        ..Noun::default()
    };
}
