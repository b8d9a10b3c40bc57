//! Numbers of some of a whole: "two of its nine plants", "three of the dead", "12 people, including two firefighters".

use super::super::super::grammar::{Class, singular};
use super::super::super::phrases::{Noun, PhraseKind};
use super::super::{Line, Reader};
use super::{Side, Site};
use crate::statement::{Measure, Modality, Statement, Subject, Value};
use crate::value::{Dimension, Quantity, Unit};

/// Those of whom some are told of: the words for what they are, or what befell them, and who else has the number for it.
struct Group {
    cues: Vec<String>,
    of: Option<Subject>,
}

impl Reader<'_> {
    /// "two of its nine plants", "most of the 120 residents", "Of the 30 on board,": what is done, and when, is done to some of them.
    pub(super) fn is_divided(&self, line: &Line<'_>, at: usize) -> bool {
        let Some(of) = at.checked_sub(1).filter(|of| self.is_word_at(line, *of, "of")) else { return false };
        let Some(part) = of.checked_sub(1) else { return self.is_whole_in_front(line, at) };
        if matches!(line.parsed.phrases[part].kind, PhraseKind::Comma) {
            return self.is_whole_in_front(line, at);
        }
        let tokens = line.parsed.phrases[part].tokens.clone();
        let partitive = self.page.is(tokens.end - 1, Class::Partitive);
        let number = line
            .parsed
            .noun(part)
            .is_some_and(|noun| noun.quantity.is_some_and(|number| self.page.mention(noun.head) == Some(number)));
        number || partitive && line.parsed.noun(at).is_some_and(|whole| whole.definite)
    }

    /// "Of the 30 people on board, 12": a definite whole at the head of a clause, with a number behind its comma.
    fn is_whole_in_front(&self, line: &Line<'_>, at: usize) -> bool {
        let phrases = &line.parsed.phrases;
        let whole = line.parsed.noun(at).is_some_and(|noun| noun.definite);
        let comma = (at + 1..phrases.len().min(at + 6)).find(|at| matches!(phrases[*at].kind, PhraseKind::Comma));
        let counted = |at: usize| line.parsed.noun(at).is_some_and(|noun| noun.quantity.is_some());
        whole && comma.is_some_and(|comma| counted(comma + 1))
    }

    /// "most of the 120 residents": a whole of which nothing is told but how many there are. What has an owner is its owner's number.
    pub(super) fn is_bare_whole(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let inside =
            site.side == Side::Subject && site.clause.is_some_and(|clause| self.is_inside_of_next(line, clause));
        self.is_divided(line, site.at) && site.noun.possessor.is_none() || inside && self.is_some_of(line, site)
    }

    /// Whether a number is that of some of a whole: "three of the five judges".
    pub(super) fn is_some_of(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let behind = self.page.tokens.partition_point(|token| token.span.start < site.quantity.number.end);
        self.page.says(behind, "of")
            || line.parsed.noun(site.at + 2).is_some() && self.is_word_at(line, site.at + 1, "of")
    }

    /// "Of the 30 people on board, 12 were rescued": a bare number that counts what stands at the head of its sentence.
    pub(super) fn is_of_whole_in_front(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let bare = self.page.mention(site.noun.head) == Some(site.mention) && site.quantity.unit.is_none();
        let counted = self.dimension(site.mention) == Some(Dimension::Count) && bare;
        counted && site.at > 1 && self.is_word_at(line, 0, "of") && self.is_whole_at(line, 1)
    }

    fn is_whole_at(&self, line: &Line<'_>, at: usize) -> bool {
        line.parsed.noun(at).is_some_and(|noun| noun.definite && noun.quantity.is_some())
    }

    /// How many of a group are of a kind, in whatever way that is told: "two of the dead were children", "two children were among the dead",
    /// "the dead included two children", "12 people died, including two children".
    pub(super) fn member_of_fact(&mut self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let told = self
            .kind_of_some(line, site)
            .or_else(|| Some((site.noun.clone(), self.group_of(line, site)?)))
            .filter(|_| matches!(self.dimension(site.mention), Some(Dimension::Count | Dimension::Number)));
        // "12 of them seriously", "two of the three were"
        let is_kind = |noun: &Noun| {
            let word = self.page.lower(noun.head);
            !self.page.is(noun.head, Class::Adverb) && !word.ends_with("ly") && self.page.grammar.number(word).is_none()
        };
        let Some((noun, group)) =
            told.filter(|(noun, group)| self.is_common(noun) && is_kind(noun) && !group.cues.is_empty())
        else {
            return false;
        };
        let subject = self.collective(&noun);
        if subject.name.is_empty() {
            return false;
        }
        let mut quantity: Quantity = site.quantity.quantity.clone();
        // "fishermen", which no rule of plurals takes apart
        let kind = self.kind_of(&noun);
        quantity.unit = Unit::count(&kind.strip_suffix("men").map_or(kind.to_string(), |stem| format!("{stem}man")));
        let statement = Statement {
            measure: Measure::of(group.cues),
            value: Some(Value::Quantity(quantity)),
            qualifiers: self.event(line, site),
            modality: Some(Modality::Happened),
            ..Statement::default()
        };
        let focus = self.page.mentions[site.mention].span;
        let subjects = group.of.into_iter().chain([subject]);
        for subject in subjects {
            self.push(line, Statement { subject, ..statement.clone() }, focus, Some(site.mention), None);
        }
        true
    }

    /// "two of the dead were children", "four of them children": the kind behind the number, and the group.
    fn kind_of_some(&self, line: &Line<'_>, site: &Site<'_>) -> Option<(Noun, Group)> {
        let (clauses, phrases) = (&line.parsed.clauses, &line.parsed.phrases);
        let plain = |at: usize| {
            line.parsed.noun(at).filter(|noun| noun.quantity.is_none() && !noun.pronoun && noun.possessor.is_none())
        };
        if self.is_some_of_them(line, site.at) {
            let verb = phrases.get(site.at + 3).is_some_and(|phrase| matches!(phrase.kind, PhraseKind::Verb(_)));
            let is = clauses.iter().position(|clause| clause.verb == site.at + 3);
            let is = is.is_some_and(|clause| line.parsed.lemma(clause) == "be" && !clauses[clause].denied);
            let kind = plain(site.at + if verb && is { 4 } else { 3 }).filter(|_| is || !verb)?;
            return Some((kind.clone(), self.group_before(line, site)?));
        }
        let clause = clauses.iter().position(|clause| clause.subject == Some(site.at))?;
        let own = &clauses[clause];
        let told = line.parsed.lemma(clause) == "be" && !own.denied && !line.parsed.is_passive(clause);
        let kind = plain(own.verb + 1).filter(|_| told && self.is_some_of(line, site))?;
        let last = own.verb.checked_sub(1).and_then(|last| phrases.get(last))?.tokens.end;
        Some((kind.clone(), self.group(line, last.checked_sub(1)?)?))
    }

    /// "two children were among the dead", "among the dead were two children", "the dead included two children", "including two children".
    fn group_of(&self, line: &Line<'_>, site: &Site<'_>) -> Option<Group> {
        let clauses = &line.parsed.clauses;
        let own = clauses.iter().find(|clause| clause.subject == Some(site.at) && !clause.denied);
        if let Some(verb) = own.map(|own| own.verb).filter(|verb| self.is_word_at(line, verb + 1, "among")) {
            let be = line.parsed.verb(verb).is_some_and(|verb| verb.lemma == "be");
            let whole = line.parsed.noun(verb + 2).filter(|whole| be && whole.definite && whole.quantity.is_none())?;
            return self.group(line, whole.head);
        }
        let before = site.at.checked_sub(1)?;
        if self.is_word_at(line, before, "including") {
            return self.group_before(line, site);
        }
        if let Some(clause) = clauses.iter().position(|clause| clause.verb == before && !clause.denied) {
            let head = |at: usize| line.parsed.noun(at).filter(|noun| noun.quantity.is_none()).map(|noun| noun.head);
            let among = before.checked_sub(2).filter(|among| self.is_word_at(line, *among, "among"));
            let inverted = among.is_some() && line.parsed.lemma(clause) == "be" && head(before - 1).is_some();
            let includes = line.parsed.classes(clause).has(Class::Containing);
            return match clauses[clause].subject {
                _ if inverted => self.group(line, head(before - 1)?),
                Some(subject) if includes => self.group(line, head(subject)?).filter(|group| group.of.is_some()),
                Some(_) | None => None,
            };
        }
        None
    }

    /// The group that a clause in front counts: "12 people died, including two".
    fn group_before(&self, line: &Line<'_>, site: &Site<'_>) -> Option<Group> {
        let counted = |at: &usize| {
            let mention = line.parsed.noun(*at).and_then(|noun| noun.quantity);
            matches!(mention.and_then(|mention| self.dimension(mention)), Some(Dimension::Count | Dimension::Number))
        };
        let main = (0..site.at).rev().find(counted).and_then(|at| self.site_at(line, at))?;
        let clause = main.clause.filter(|clause| !line.parsed.clauses[*clause].denied)?;
        let mut cues = Vec::new();
        self.verb_cues(line, clause, &mut cues);
        let harm = self.is_harm(line, clause);
        let of = self.held(line, &main).ok().flatten().filter(|_| harm);
        Some(Group { cues, of })
    }

    /// "the dead", "the winners": the group that a noun is the head of, and what befell it where that is told.
    fn group(&self, line: &Line<'_>, head: usize) -> Option<Group> {
        let word = self.page.lower(head);
        let harmed = self.page.is(head, Class::OfThose);
        let among = format!("among {}", singular(word));
        let of = self.memory.event().filter(|event| harmed && !self.is_gathering(event));
        let of = of.or_else(|| self.event_in(line).filter(|_| harmed));
        let word = harmed.then(|| word.to_owned());
        Some(Group { cues: word.into_iter().chain([among, "be".to_owned()]).collect(), of })
    }

    /// "among the dead in the flood": the event that a sentence names.
    fn event_in(&self, line: &Line<'_>) -> Option<Subject> {
        let nouns = (0..line.parsed.phrases.len()).filter_map(|at| Some((at, line.parsed.noun(at)?)));
        let mut events = nouns.filter(|(_, noun)| self.is_event(noun) && noun.quantity.is_none());
        events.next().map(|(at, noun)| self.resolve(line, noun, at))
    }

    pub(super) fn is_word_at(&self, line: &Line<'_>, at: usize, word: &str) -> bool {
        line.parsed.phrases.get(at).is_some_and(|phrase| self.page.says(phrase.tokens.start, word))
    }

    /// "Of the total, $6.6 billion", "$3 billion of which", "of that", "including $2 billion".
    pub(super) fn is_part(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let phrases = &line.parsed.phrases;
        let word = |at: usize| phrases.get(at).map(|phrase| self.page.lower(phrase.tokens.start)).unwrap_or_default();
        let whole = |at: usize| {
            matches!(word(at), "the" | "that" | "which" | "whom" | "this" | "those" | "these" | "it" | "them")
        };
        let opens = site.at >= 2
            && (0..site.at.saturating_sub(1)).any(|at| {
                word(at) == "of"
                    && (at == 0 || matches!(phrases[at - 1].kind, PhraseKind::Comma))
                    && whole(at + 1)
                    && !self.is_own_share(line, site, at + 1)
            });
        let opens = opens && !self.is_of_whole_in_front(line, site);
        let follows = word(site.at + 1) == "of" && matches!(word(site.at + 2), "which" | "that" | "it" | "them");
        let included = site.at >= 2 && word(site.at - 1) == "including";
        opens || follows || included
    }

    /// "The hall cost $9 million, of which Acme gave $4 million": for the giver it is the whole.
    fn is_own_share(&self, line: &Line<'_>, site: &Site<'_>, which: usize) -> bool {
        let subject = site.clause.and_then(|clause| line.parsed.clauses[clause].subject);
        let own = subject.filter(|subject| *subject > which && site.side == Side::Object);
        matches!(line.parsed.phrases[which].kind, PhraseKind::Relative)
            && own.and_then(|own| line.parsed.noun(own)).is_some_and(|noun| noun.name.is_some())
    }
}
