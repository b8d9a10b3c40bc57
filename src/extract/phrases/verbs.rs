//! Verb groups: auxiliaries, the main verb, and whether a word that can be a verb is one where it stands.

use std::ops::Range;

use super::super::grammar::{Class, Classes, Form, base_of};
use super::super::names::{Names, lemma};
use super::super::page::Page;
use super::{Cutter, Mood, Noun, Phrase, PhraseKind, Verb, is_closed, is_compared, is_possessive, unknown_form};

impl Cutter<'_> {
    /// A verb group that starts at `at`.
    pub(super) fn verb(&mut self, at: usize) -> Option<Phrase> {
        let (tokens, mut verb) = self.verb_at(at)?;
        verb.classes = self.page.grammar.classes(&verb.lemma);
        if verb.mood == Mood::Finite || verb.mood == Mood::PastOrParticiple {
            self.finite = true;
        }
        Some(Phrase { tokens, kind: PhraseKind::Verb(verb) })
    }

    pub(super) fn verb_at(&self, start: usize) -> Option<(Range<usize>, Verb)> {
        let page = self.page;
        let mut verb = Verb {
            lemma: String::new(),
            classes: Classes::default(),
            head: start,
            mood: Mood::Finite,
            modal: None,
            perfect: false,
            progressive: false,
            passive: false,
            past: false,
            negated: false,
        };
        let mut at = start;
        let mut helper: Option<(usize, Helper)> = None;
        while at < self.end {
            let classes = page.classes(at);
            if let Some(next) = self.helper(at, helper.map(|(_, helper)| helper)) {
                self.note_helper(&mut verb, at, next);
                helper = Some((at, next));
            } else if helper.is_some() && self.is_negation(at) {
                verb.negated = true;
            } else if helper.is_some() && (self.is_between(at) || self.is_since(at, helper)) {
                // "have each launched", "was first elected", "has since cut": it belongs to neither.
            } else if !(helper.is_some() && classes.has(Class::Adverb) && page.entry(at).verb.is_none()) {
                break;
            }
            at += 1;
        }
        let main = helper.map_or(Some(()), |_| None);
        match (self.main_verb(at, helper.map(|(_, helper)| helper)), main) {
            (Some(form), _) => Some(self.with_main(verb, start, at, form, helper)),
            (None, Some(())) => None,
            (None, None) => self.without_main(verb, start, helper),
        }
    }

    /// "has since cut": since then.
    fn is_since(&self, at: usize, helper: Option<(usize, Helper)>) -> bool {
        let (page, has) = (self.page, helper.is_some_and(|helper| helper == (at - 1, Helper::Have)));
        let done = matches!(page.entry(at + 1).verb, Some((_, Form::Past | Form::Participle)));
        has && page.says(at, "since") && (done || same_participle(page, at + 1) || page.is(at + 1, Class::Be))
    }

    /// "a petrol can and a phone": a noun, where nothing follows that could be done.
    fn is_vessel(&self, at: usize) -> bool {
        let page = self.page;
        let ends = at + 1 >= self.end || !page.is_word(at + 1) || page.is(at + 1, Class::Conjunction);
        let before = at.wrapping_sub(1);
        page.says(at, "can") && ends && page.is_word(before) && !is_closed(page, before) && !page.is_capital(before)
    }

    /// Whether a word that is no adverb stands between a helper and its verb all the same.
    fn is_between(&self, at: usize) -> bool {
        let page = self.page;
        let done = matches!(page.entry(at + 1).verb, Some((_, Form::Past | Form::Participle)));
        page.says(at, "each") && page.entry(at + 1).verb.is_some()
            // "has not yet been", and not "has yet to"
            || page.says(at, "yet") && page.entry(at + 1).verb.is_some()
            || matches!(page.lower(at), "first" | "last") && done && !self.is_noun_like(at + 2)
    }

    /// "not", "never"; the "no" of "no more than 12" belongs to its number.
    fn is_negation(&self, at: usize) -> bool {
        let page = self.page;
        page.mention(at).is_none() && page.is(at, Class::Negation) || is_negative_clitic(page, at)
    }

    /// Auxiliaries and modals, in the order in which they may follow one another.
    pub(super) fn helper(&self, at: usize, before: Option<Helper>) -> Option<Helper> {
        let page = self.page;
        let classes = page.classes(at);
        if page.mention(at).is_some() || self.names.starting(at).is_some() {
            return None;
        }
        if page.says(at, "to") && before.is_none() && self.infinitive_follows(at + 1) {
            return Some(Helper::To);
        }
        let modal = classes.has(Class::Modal) && !self.is_vessel(at);
        if (modal || matches!(page.word(at), "'ll" | "’ll" | "'d" | "’d")) && before.is_none() {
            return Some(Helper::Modal);
        }
        if classes.has(Class::Have) || matches!(page.word(at), "'ve" | "’ve") {
            return Some(Helper::Have);
        }
        if classes.has(Class::Be)
            || matches!(page.word(at), "'re" | "’re" | "'m" | "’m")
            || is_verbal_s(page, self.names, at)
            || self.stays(at)
        {
            return Some(Helper::Be);
        }
        (classes.has(Class::Do) && before.is_none()).then_some(Helper::Do)
    }

    /// "stayed closed", "remain shut": so they are, and were before.
    fn stays(&self, at: usize) -> bool {
        let page = self.page;
        let done = matches!(page.entry(at + 1).verb, Some((_, Form::Past | Form::Participle)));
        let state = done || page.says(at + 1, "shut");
        state && page.mention(at + 1).is_none() && page.lemma_classes(at).has(Class::Staying)
    }

    pub(super) fn infinitive_follows(&self, at: usize) -> bool {
        let page = self.page;
        let next =
            (at..at + 2).find(|next| !page.is(*next, Class::Adverb) || page.entry(*next).verb.is_some()).unwrap_or(at);
        page.mention(next).is_none()
            && (page.is(next, Class::Be)
                || page.is(next, Class::Have)
                || matches!(page.entry(next).verb, Some((_, Form::Base))) && !self.is_noun_here_after_to(next))
    }

    pub(super) fn is_noun_here_after_to(&self, at: usize) -> bool {
        // "to market", "to end users": a noun where nothing that a verb takes follows and the word is as often a noun.
        self.page.is(at, Class::Either) && self.page.is_capital(at)
    }

    pub(super) fn note_helper(&self, verb: &mut Verb, at: usize, helper: Helper) {
        let word = self.page.lower(at);
        match helper {
            Helper::To => verb.mood = Mood::Infinitive,
            Helper::Modal => verb.modal = Some(word.to_owned()),
            Helper::Have => {
                verb.perfect = true;
                verb.past |= word == "had"
            }
            Helper::Be => verb.past |= matches!(word, "was" | "were" | "stayed" | "remained"),
            Helper::Do => verb.past |= word == "did",
        }
        if matches!(word, "being" | "having" | "doing")
            && verb.modal.is_none()
            && verb.mood == Mood::Finite
            && !self.finite_helper_before(at)
        {
            verb.mood = Mood::Gerund;
        }
    }

    pub(super) fn finite_helper_before(&self, at: usize) -> bool {
        at > 0 && (self.page.is(at - 1, Class::Be) || self.page.is(at - 1, Class::Have))
    }

    /// The form of the main verb at `at`, if it can be one behind this helper.
    pub(super) fn main_verb(&self, at: usize, helper: Option<Helper>) -> Option<Form> {
        let page = self.page;
        if at >= self.end || page.mention(at).is_some() || self.names.starting(at).is_some() {
            return None;
        }
        if helper.is_none() && (self.opens_compound(at) || is_compared(page, at)) {
            return None;
        }
        let known = page.entry(at).verb.map(|(_, form)| form).or_else(|| unknown_form(page, at));
        let form = known.or_else(|| self.behind_modal(at, helper))?;
        if helper.is_none() && form == Form::Gerund && page.is(at, Class::Preposition) {
            return None;
        }
        let fits = match helper {
            Some(Helper::To | Helper::Modal | Helper::Do) => form == Form::Base,
            Some(Helper::Have) => {
                matches!(form, Form::Past | Form::Participle) || form == Form::Base && same_participle(page, at)
            }
            Some(Helper::Be) => {
                matches!(form, Form::Past | Form::Participle | Form::Gerund)
                    || form == Form::Base && same_participle(page, at)
            }
            None => self.is_verb_alone(at, form),
        };
        fits.then_some(form)
    }

    /// "will yodel": a word of no class behind a modal is a verb.
    fn behind_modal(&self, at: usize, helper: Option<Helper>) -> Option<Form> {
        let page = self.page;
        let open = page.is_word(at) && !page.is_capital(at) && page.classes(at).is_empty();
        (helper == Some(Helper::Modal) && open).then_some(Form::Base)
    }

    /// Whether a word that can be a verb is one here, without helper.
    pub(super) fn is_verb_alone(&self, at: usize, form: Form) -> bool {
        let page = self.page;
        let before = self.before(at);
        match form {
            Form::Gerund => {
                let modifies = self.is_noun_like(at + 1)
                    && (matches!(before, Before::Determiner)
                        || page.is(at, Class::Modifying)
                        || self.is_moved(at)
                        || self.is_subject_moved(at, before));
                !modifies && !self.opens_as_noun(at, before) && !matches!(before, Before::Noun { inside: true })
            }
            Form::Participle => !matches!(before, Before::Determiner | Before::Noun { inside: true }),
            Form::Past => match before {
                Before::Determiner => false,
                Before::Other if self.is_former(at) => false,
                Before::Preposition | Before::Start => {
                    page.grammar.entry(page.word(at)).classes.has(Class::Verb)
                        && !self.is_noun_like(at + 1)
                        && !page.is(at, Class::Adjective)
                }
                // "It closed eight of them"
                Before::Pronoun if !self.finite => true,
                Before::Noun { .. } | Before::Pronoun | Before::Other => {
                    !(page.is(at, Class::Adjective) && self.is_noun_like(at + 1))
                        || self.is_participle_with_object(at)
                        || self.finite_coordination(at) && page.mention(at + 1).is_some()
                }
            },
            Form::Base if self.is_past_here(at, before) || self.is_past_behind_aside(at) || self.is_past_told(at) => {
                true
            }
            Form::Third | Form::Base => self.is_present_here(at, form, before),
        }
    }

    /// "raised parking fees", "cut operating costs": what goes up or down is a thing, and nothing that is done.
    fn is_moved(&self, at: usize) -> bool {
        let Some(Phrase { kind: PhraseKind::Verb(verb), tokens }) = self.phrases.last() else { return false };
        let moves = verb.classes.has(Class::Rising) || verb.classes.has(Class::Falling);
        moves && !verb.passive && tokens.end == at
    }

    /// "Parking fees will rise", "Shipping costs fell": what opens the sentence and goes up or down is a thing too.
    fn is_subject_moved(&self, at: usize, before: Before) -> bool {
        let page = self.page;
        let moves = |at: &usize| {
            let verb = page.lemma_classes(*at);
            verb.has(Class::Rising) || verb.has(Class::Falling)
        };
        let is_verb = |at: &usize| page.entry(*at).verb.is_some() && !page.is(*at, Class::Modal);
        let words = (at + 2..(at + 10).min(self.end)).take_while(|at| page.is_word(*at));
        before == Before::Start
            && page.is(at, Class::GerundNoun)
            && page.lower(at + 1).ends_with('s')
            && words.into_iter().find(is_verb).is_some_and(|at| moves(&at))
    }

    /// "a mediator, retired judge Samuel Rein,": what somebody was, in front of his name.
    fn is_former(&self, at: usize) -> bool {
        let kind = self.page.classes(at + 1);
        self.page.classes(at).qualifies_title()
            && (kind.has(Class::Title) || kind.has(Class::PersonNoun) || kind.has(Class::Human))
    }

    /// "Spending on parks falls", "Planning for the fair has begun": a noun that opens the sentence, with its verb behind what it is of.
    fn opens_as_noun(&self, at: usize, before: Before) -> bool {
        let page = self.page;
        let helps = |at: &usize| [Class::Be, Class::Have, Class::Modal].into_iter().any(|class| page.is(*at, class));
        let words = (at + 2..(at + 10).min(self.end)).take_while(|at| page.is_word(*at));
        before == Before::Start
            && page.is(at, Class::GerundNoun)
            && page.is(at + 1, Class::Preposition)
            && words.into_iter().any(|at| helps(&at) || self.moves_by(at))
    }

    /// "falls by $400,000", "rose to 12 percent": a verb of rising or falling, and how far.
    pub(super) fn moves_by(&self, at: usize) -> bool {
        let page = self.page;
        let verb = page.lemma_classes(at);
        (verb.has(Class::Rising) || verb.has(Class::Falling))
            && matches!(page.entry(at).verb, Some((_, Form::Third | Form::Past)))
            && ["by", "to", "from"].iter().any(|word| page.says(at + 1, word))
            && page.mention(at + 2).is_some_and(|mention| !page.is_time(mention))
    }

    /// "said the repairs cost the county": whoever says so has a verb of their own.
    fn is_past_told(&self, at: usize) -> bool {
        let told = match self.phrases.as_slice() {
            [.., Phrase { kind: PhraseKind::Verb(verb), .. }, Phrase { kind: PhraseKind::Noun(noun), .. }] => {
                verb.classes.has(Class::Saying) && noun.quantity.is_none()
            }
            _ => false,
        };
        told && self.is_cost_of(at)
    }

    /// "cost the county $3 million", "cost about $3 million": a verb, with whom and how much behind it.
    pub(super) fn is_cost_of(&self, at: usize) -> bool {
        let page = self.page;
        let sum = |at: usize| page.mention(at).is_some_and(|mention| !page.is_time(mention));
        let whom = page.is(at + 1, Class::Determiner);
        let behind = if whom { (at + 3..at + 6).any(sum) } else { sum(at + 1) };
        page.says(at, "cost") && behind && !self.finite_follows(at + 1)
    }

    /// "the quake hit", "the firm cut": a past that looks like the dictionary form, behind a subject in the singular.
    pub(super) fn is_past_here(&self, at: usize, before: Before) -> bool {
        matches!(before, Before::Noun { inside: false })
            && same_participle(self.page, at)
            && !self.finite
            && (self.complement_follows(at + 1) || self.cuts_plain_object(at))
    }

    /// "Acme, which employs 300 people, cut 20 jobs": the verb of a subject with an aside behind it, in front of a number.
    fn is_past_behind_aside(&self, at: usize) -> bool {
        let page = self.page;
        let comma = |phrase: &&Phrase| matches!(phrase.kind, PhraseKind::Comma);
        let object = page.mention(at + 1).is_some() || page.says(at + 1, "up") && page.mention(at + 2).is_some();
        let closed = at > 0 && page.word(at - 1) == "," && same_participle(page, at) && object;
        let opening = self.phrases.iter().position(|phrase| comma(&phrase));
        let Some(opening) = opening.filter(|_| closed && self.phrases.iter().filter(comma).count() == 2) else {
            return false;
        };
        let (subject, aside) = self.phrases.split_at(opening);
        let is_verb = |phrase: &Phrase| matches!(phrase.kind, PhraseKind::Verb(_));
        let told = aside.get(1).is_some_and(|first| {
            // "Lund, 40 miles away, put up 60 boxes"
            // "Its rival, Acme, cut 700 jobs"
            let named = |noun: &Noun| noun.name.is_some() && noun.rest.is_empty();
            let measured = matches!(&first.kind, PhraseKind::Noun(noun) if noun.quantity.is_some() || named(noun));
            measured || matches!(first.kind, PhraseKind::Relative) || is_verb(first)
        });
        told && matches!(subject.last().map(|last| &last.kind), Some(PhraseKind::Noun(_)))
            && !subject.iter().any(is_verb)
    }

    /// "the pill cut severe attacks": no other verb follows.
    pub(super) fn cuts_plain_object(&self, at: usize) -> bool {
        self.is_plain_object(at + 1) && self.page.entry(at + 1).verb.is_none() && !self.page.is_glued(at)
    }

    /// "… cut jobs and raise prices".
    pub(super) fn finite_coordination(&self, at: usize) -> bool {
        at > 0
            && self.page.is(at - 1, Class::Conjunction)
            && self.phrases.iter().rev().any(|phrase| matches!(phrase.kind, PhraseKind::Verb(_)))
    }

    pub(super) fn plural_before(&self, at: usize) -> bool {
        let before = self.page.word(at.saturating_sub(1));
        before.ends_with('s') && !before.ends_with("ss")
            || self
                .phrases
                .last()
                .is_some_and(|phrase| matches!(&phrase.kind, PhraseKind::Noun(noun) if noun.quantity.is_some()))
            || self.phrases.iter().rev().take(4).any(|phrase| matches!(phrase.kind, PhraseKind::Conjunction))
    }

    pub(super) fn complement_follows(&self, at: usize) -> bool {
        let page = self.page;
        at >= self.end
            || page.mention(at).is_some()
            || self.names.starting(at).is_some()
            || page.says(at, "to")
            || page.says(at, "that")
            || [
                Class::Determiner,
                Class::Possessive,
                Class::Pronoun,
                Class::Adverb,
                Class::Preposition,
                Class::Adjective,
            ]
            .into_iter()
            .any(|class| page.is(at, class))
            || matches!(page.entry(at).verb, Some((_, Form::Gerund)))
    }

    pub(super) fn before(&self, at: usize) -> Before {
        let page = self.page;
        let mut back = at;
        while back > 0
            && page.is(back - 1, Class::Adverb)
            && page.mention(back - 1).is_none()
            && !page.is(back - 1, Class::Adjective)
            && back > at.saturating_sub(2)
        {
            back -= 1;
        }
        let Some(last) = self.phrases.iter().rev().find(|phrase| phrase.tokens.end <= back) else {
            return Before::Start;
        };
        let word = last.tokens.end.saturating_sub(1);
        if last.tokens.end < back && page.is(back - 1, Class::Determiner) {
            return Before::Determiner;
        }
        match &last.kind {
            PhraseKind::Noun(noun) if noun.pronoun => Before::Pronoun,
            PhraseKind::Noun(_) => Before::Noun { inside: is_possessive(page, word) },
            PhraseKind::Relative if page.says(last.tokens.start, "whose") => Before::Determiner,
            PhraseKind::Relative => Before::Pronoun,
            PhraseKind::Preposition => Before::Preposition,
            // "We now expect": whatever stands in front of "now".
            PhraseKind::Time(_) if page.says(word, "now") => self.before(last.tokens.start),
            PhraseKind::Time(_) | PhraseKind::Close => Before::Noun { inside: false },
            PhraseKind::Quote if self.phrases.len() < 2 && last.tokens.len() == 1 => Before::Start,
            PhraseKind::Verb(_)
            | PhraseKind::Conjunction
            | PhraseKind::Subordinator
            | PhraseKind::Modifier
            | PhraseKind::Comma
            | PhraseKind::Dash
            | PhraseKind::Open
            | PhraseKind::Quote
            | PhraseKind::Colon
            | PhraseKind::Other => Before::Other,
        }
    }

    pub(super) fn with_main(
        &self,
        mut verb: Verb,
        start: usize,
        at: usize,
        form: Form,
        helper: Option<(usize, Helper)>,
    ) -> (Range<usize>, Verb) {
        let page = self.page;
        verb.head = at;
        let unknown = form == Form::Base && page.entry(at).verb.is_none();
        verb.lemma = if unknown { page.lower(at).to_owned() } else { verb_lemma(page, at) };
        match helper.map(|(_, helper)| helper) {
            Some(Helper::Be) if form == Form::Gerund => verb.progressive = true,
            Some(Helper::Be) => verb.passive = true,
            Some(Helper::To | Helper::Modal | Helper::Have | Helper::Do) => {}
            None => match form {
                Form::Gerund => verb.mood = Mood::Gerund,
                Form::Past | Form::Participle => {
                    verb.mood = Mood::PastOrParticiple;
                    verb.past = true
                }
                Form::Base | Form::Third => {}
            },
        }
        let mut end = at + 1;
        if page.is_word(end) && page.grammar.is_phrasal(&verb.lemma, page.lower(end)) {
            let plain = page.grammar.one_verb(&verb.lemma, page.lower(end)).map(str::to_owned);
            verb.lemma = plain.unwrap_or_else(|| format!("{} {}", verb.lemma, page.lower(end)));
            end += 1;
        }
        (start..end, verb)
    }

    /// "is", "has", "will" as the verb itself.
    pub(super) fn without_main(
        &self,
        mut verb: Verb,
        start: usize,
        helper: Option<(usize, Helper)>,
    ) -> Option<(Range<usize>, Verb)> {
        let (at, helper) = helper?;
        verb.head = at;
        verb.lemma = match helper {
            Helper::Be => "be",
            Helper::Have => "have",
            Helper::Do => "do",
            Helper::Modal => "do",
            Helper::To => return None,
        }
        .to_owned();
        verb.perfect &= helper != Helper::Have;
        Some((start..at + 1, verb))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Helper {
    To,
    Modal,
    Have,
    Be,
    Do,
}

/// What stands before a word that may be a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    Start,
    Determiner,
    Preposition,
    Pronoun,
    Noun { inside: bool },
    Other,
}

pub(super) fn is_negative_clitic(page: &Page<'_>, at: usize) -> bool {
    matches!(page.word(at), "n't" | "n’t")
}

/// "it's building": a clitic that stands for "is".
pub(super) fn is_verbal_s(page: &Page<'_>, names: &Names, at: usize) -> bool {
    matches!(page.word(at), "'s" | "’s")
        && at > 0
        && page.is(at - 1, Class::Pronoun)
        && names.starting(at + 1).is_none()
}

pub(super) fn same_participle(page: &Page<'_>, at: usize) -> bool {
    matches!(
        lemma(page, at),
        "cut"
            | "put"
            | "set"
            | "hit"
            | "let"
            | "cost"
            | "shut"
            | "split"
            | "spread"
            | "quit"
            | "hurt"
            | "read"
            | "come"
            | "become"
            | "beat"
            | "cast"
            | "shed"
            | "run"
            | "forecast"
    )
}

/// "cut", "hit": a base form that is the past as well.
pub(in crate::extract) fn is_past_by_base(page: &Page<'_>, at: usize) -> bool {
    same_participle(page, at) && page.lower(at) == lemma(page, at)
}

pub(super) fn verb_lemma(page: &Page<'_>, at: usize) -> String {
    if page.entry(at).verb.is_some() {
        return lemma(page, at).to_owned();
    }
    let word = page.lower(at);
    word.strip_suffix("ing").or(word.strip_suffix("ed")).map_or_else(|| word.to_owned(), base_of)
}
