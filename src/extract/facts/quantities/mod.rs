//! Facts that state a number: whose it is, of which property, of which event.

mod attributes;
mod befalls;
mod beyond;
mod compared;
mod cues;
mod each;
mod event;
mod fitting;
mod gaps;
mod holder;
mod lengths;
mod narrowing;
mod partitive;
mod per_share;
mod stance;
mod things;

use per_share::EARNINGS_A_SHARE;

use super::super::clauses::Role;
use super::super::grammar::{Class, singular};
use super::super::phrases::{Noun, PhraseKind};
use super::super::{Change, Mention, MentionKind, QuantityMention};
use super::{Line, Reader};
use crate::source::Span;
use crate::statement::{Direction, Measure, Modality, Qualifiers, Scope, Statement, Subject, Value};
use crate::value::{Amount, Dimension, Quantity, Unit, Wording};

/// A value in its place.
pub(super) struct Site<'a> {
    at: usize,
    noun: &'a Noun,
    mention: usize,
    quantity: &'a QuantityMention,
    clause: Option<usize>,
    side: Side,
}

/// Where a value stands in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Before the verb, as its subject or inside of it.
    Subject,
    /// Behind the verb.
    Object,
    /// Without a verb.
    Bare,
}

/// A quantity is nobody's.
struct Nobody;

impl Reader<'_> {
    /// The facts stated by the quantity in a phrase.
    pub(super) fn quantity_facts(&mut self, line: &Line<'_>, at: usize) {
        let page = self.page;
        if let PhraseKind::Time(mention) = line.parsed.phrases[at].kind {
            self.duration_fact(line, at, mention);
            return;
        }
        let Some(noun) = line.parsed.noun(at) else { return };
        self.modified_by_length(line, at, noun);
        let Some((mention, quantity)) = noun.quantity.and_then(|at| Some((at, as_quantity(page.mentions.get(at)?)?)))
        else {
            return;
        };
        if quantity.quantity.unit.dimension == Dimension::Ordinal || self.is_rank(noun, mention) {
            return;
        }
        let first = page.tokens.partition_point(|token| token.span.start < page.mentions[mention].span.start);
        // "$6.45 per $1,000": what the other is told of.
        let is_base = first.checked_sub(1).is_some_and(|before| page.says(before, "per"))
            // "Lund, 40 miles away, put up": from where is not told.
            || page.says(page.behind_mention(first), "away") && page.word(first.wrapping_sub(1)) == ",";
        if self.is_in_score(first) || is_base || self.stands_by_number(mention) {
            return;
        }
        let site = self.site(line, at, noun, mention, quantity);
        if self.tied_count_fact(line, &site) {
            return;
        }
        if let Some(range) = line.parsed.comparison(at) {
            self.compared_fact(line, &site, range.clone());
            return;
        }
        let is_lead = self.is_lead(line, &site);
        if is_lead {
            self.margin_fact(line, &site);
        }
        let is_apart = self.is_difference(line, &site) || is_lead;
        self.distance_fact(line, &site);
        let is_apart = self.member_of_fact(line, &site) || self.befalling_fact(line, &site) || is_apart;
        if is_apart || self.is_given_up(line, &site) || self.is_other_side(line, &site) {
            return;
        }
        if !self.is_bare_whole(line, &site) {
            self.property_fact(line, &site);
        }
        let counts = quantity.quantity.unit.dimension == Dimension::Number
            && noun.words.end > page.behind_mention(noun.words.start)
            && page.mention(noun.head) != Some(mention);
        let counts = quantity.quantity.unit.dimension == Dimension::Count || counts;
        let some = self.is_some_of(line, &site) || self.is_of_whole_in_front(line, &site);
        if counts && !some && self.measure_in_front(&site).is_none() {
            self.count_fact(line, &site);
        }
    }

    /// "ordered 30 400 Series buses": one of two numbers in a row tells which, and nobody knows how far it reaches.
    fn stands_by_number(&self, mention: usize) -> bool {
        let page = self.page;
        let follows = |at: usize| {
            let own = page.mentions.get(at).filter(|own| as_quantity(own).is_some_and(|own| own.unit.is_none()));
            let next = page.mentions.get(at + 1).and_then(as_quantity);
            own.zip(next).is_some_and(|(own, next)| {
                let digits = own.span.slice(page.text).bytes().all(|byte| byte.is_ascii_digit());
                digits && next.number.start == own.span.end + 1
            })
        };
        follows(mention) || mention.checked_sub(1).is_some_and(follows)
    }

    /// "in the top three": a rank, and no count.
    fn is_rank(&self, noun: &Noun, mention: usize) -> bool {
        let first = noun.words.clone().find(|at| self.page.mention(*at) == Some(mention));
        first.and_then(|first| first.checked_sub(1)).is_some_and(|before| self.page.says(before, "top"))
    }

    fn site<'a>(
        &self,
        line: &Line<'_>,
        at: usize,
        noun: &'a Noun,
        mention: usize,
        quantity: &'a QuantityMention,
    ) -> Site<'a> {
        if self.is_beside(line, at) {
            return Site { at, noun, mention, quantity, clause: None, side: Side::Bare };
        }
        if self.is_harm_in_row(line, at, noun) {
            let clause = line.parsed.clause_before(at);
            return Site { at, noun, mention, quantity, clause, side: Side::Subject };
        }
        let clauses = &line.parsed.clauses;
        let as_subject = clauses
            .iter()
            .position(|clause| clause.subject == Some(at) && clause.verb > at && clause.role != Role::Dependent);
        let before = line.parsed.clause_before(at).map(|clause| self.outside(line, clause, at));
        let (clause, side) = match (as_subject, before) {
            (Some(clause), _) => (Some(clause), Side::Subject),
            (None, Some(clause)) if !self.before_next_subject(line, clause, at) => (Some(clause), Side::Object),
            (None, _) => match clauses.iter().position(|clause| clause.verb > at && clause.role != Role::Dependent) {
                Some(clause) => (Some(clause), Side::Subject),
                None => (before, if before.is_some() { Side::Object } else { Side::Bare }),
            },
        };
        Site { at, noun, mention, quantity, clause, side }
    }

    /// The quantity in a phrase, in its place.
    fn site_at<'a>(&'a self, line: &'a Line<'_>, at: usize) -> Option<Site<'a>> {
        let noun = line.parsed.noun(at)?;
        let mention = noun.quantity?;
        Some(self.site(line, at, noun, mention, as_quantity(self.page.mentions.get(mention)?)?))
    }

    /// "fined Acme, a firm that they owned, £5 million": the clause around an aside that has just been closed.
    fn outside(&self, line: &Line<'_>, clause: usize, at: usize) -> usize {
        let comma = |at: usize| matches!(line.parsed.phrases[at].kind, PhraseKind::Comma);
        let own = &line.parsed.clauses[clause];
        // "a firm the brothers owned": the subject right behind the noun.
        let bare = own.subject.and_then(|subject| line.parsed.noun(subject.checked_sub(1)?)).is_some();
        let inside = own.role == Role::Relative || bare;
        let outer = clause.checked_sub(1).filter(|_| inside && at > 0 && comma(at - 1));
        let levies = |outer: &usize| line.parsed.classes(*outer).has(Class::Levying);
        let opened = |outer: &usize| (line.parsed.clauses[*outer].verb..own.verb).any(comma);
        outer.filter(levies).filter(opened).unwrap_or(clause)
    }

    /// "in addition to its $4 billion project": a value told beside the one that the clause is about.
    fn is_beside(&self, line: &Line<'_>, at: usize) -> bool {
        let word = |back: usize| {
            at.checked_sub(back).map(|at| self.page.lower(line.parsed.phrases[at].tokens.end - 1)).unwrap_or_default()
        };
        matches!(word(1), "besides" | "versus" | "than" | "against")
            || word(1) == "to" && word(2) == "addition"
            || self.is_divided(line, at)
    }

    /// "leads by 12 votes", "won by 300": how far one is from another, and how many neither has.
    fn is_lead(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let says = |back: usize, word: &str| {
            let at = site.at.checked_sub(back).and_then(|at| line.parsed.phrases.get(at));
            at.is_some_and(|phrase| {
                matches!(phrase.kind, PhraseKind::Preposition) && self.page.says(phrase.tokens.start, word)
            })
        };
        // "by a margin of 300"
        let margin = || {
            site.at
                .checked_sub(2)
                .and_then(|at| line.parsed.noun(at))
                .is_some_and(|noun| self.kind_of(noun) == "margin")
        };
        let by = says(1, "by") || says(1, "of") && says(3, "by") && margin();
        let counts = matches!(self.dimension(site.mention), Some(Dimension::Count | Dimension::Number));
        let versus = line.parsed.phrases.get(site.at + 1).is_some_and(|to| self.page.says(to.tokens.start, "to"));
        let leads = site.clause.map(|clause| line.parsed.classes(clause));
        by && counts && !versus && leads.is_some_and(|verb| verb.has(Class::Leading))
    }

    /// "by 220 votes to 198": the number of those on the other side.
    fn is_other_side(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let says = |back: usize, word: &str| {
            site.at.checked_sub(back).is_some_and(|at| self.page.says(line.parsed.phrases[at].tokens.start, word))
        };
        let first = site.at.checked_sub(2).and_then(|at| line.parsed.noun(at)).and_then(|noun| noun.quantity);
        let counted = first.and_then(|mention| self.dimension(mention)) == Some(Dimension::Count);
        let bare = self.page.mention(site.noun.head) == Some(site.mention) && site.quantity.unit.is_none();
        let verb = site.clause.map(|clause| line.parsed.classes(clause));
        let moves = verb.is_some_and(|verb| verb.has(Class::Rising) || verb.has(Class::Falling));
        counted && bare && !moves && says(1, "to") && says(3, "by")
    }

    /// Whether a phrase belongs to the subject of the clause after `clause`.
    fn before_next_subject(&self, line: &Line<'_>, clause: usize, at: usize) -> bool {
        line.parsed.clauses.get(clause + 1).is_some_and(|next| {
            next.role != Role::Dependent
                && next.subject.is_some_and(|subject| subject <= at && subject > line.parsed.clauses[clause].verb)
                && next.verb > at
        })
    }

    /// Whose a quantity is, where the sentence says so; an error where it can be nobody's.
    fn held(&self, line: &Line<'_>, site: &Site<'_>) -> Result<Option<Subject>, Nobody> {
        let accident = || self.accident_before(line, site).filter(|_| site.side == Side::Subject);
        let held = self
            .holder(line, site)
            .or_else(accident)
            .or_else(|| self.harmed(line, site))
            .or_else(|| self.bearer(line, site));
        let held = match held {
            // Whose it can be instead is told by the sentence, or stays open.
            Some(subject) if !self.can_be_of(line, site, &subject) => match self.accident_before(line, site) {
                Some(accident) => Some(accident),
                None => return Err(Nobody),
            },
            held => held,
        };
        let nobody =
            |clause| self.is_unknown_doer(line, clause) || site.side == Side::Subject && self.is_harm(line, clause);
        if held.is_none() && site.clause.is_some_and(nobody) {
            return Err(Nobody);
        }
        Ok(held)
    }

    /// Whether a word of a subject narrows it down, and does not only say of which property the number is.
    fn narrows_down(&self, cues: &[String], word: &String) -> bool {
        let grammar = self.page.grammar;
        // "Net income rose to $96 million, or 48 cents a share": what is earned a share is of the firm, and not of the income.
        let earned = || grammar.classes(word).has(Class::Earned) || *word == singular(EARNINGS_A_SHARE);
        let told = cues.contains(word) || cues.iter().any(|cue| cue == EARNINGS_A_SHARE) && earned();
        // "The wing cost": the wing's, though its word is a cue too.
        !told || grammar.work(word).is_some() || grammar.classes(word).has(Class::PartNoun)
    }

    /// SUBJECT's PROPERTY is the quantity.
    fn property_fact(&mut self, line: &Line<'_>, own: &Site<'_>) {
        let original = self.original(line, own);
        let site = original.as_ref().unwrap_or(own);
        if self.does_itself(line, site) {
            return;
        }
        let Ok(held) = self.held(line, site) else { return };
        let acting = if held.is_none() { self.counted_subject(line, site) } else { None };
        let cues = if acting.is_some() { self.deeds(line, site) } else { self.cues(line, site) };
        let polled = acting.clone().filter(|_| self.dimension(site.mention) == Some(Dimension::Percent));
        let held = held.or(acting);
        let inferred = held.is_none();
        // "Three of them were", "schools in seven towns": without an owner or a measure it is nobody's.
        if inferred && (cues.is_empty() || self.is_inside(line, site) || self.is_doer(line, site)) {
            return;
        }
        let mut subject = held.unwrap_or_else(|| self.context(line, site));
        subject.topic.retain(|word| self.narrows_down(&cues, word));
        let mut statement = Statement {
            subject,
            measure: Measure { narrowed: self.narrowed(line, site), ..Measure::of(cues) },
            value: Some(Value::Quantity(self.amount(line, own))),
            qualifiers: self.event(line, site),
            scope: self.scope(line, site),
            direction: self.direction(line, site),
            moved: self.moved(line, site),
            ..Statement::default()
        };
        if statement.subject.name.is_empty() || inferred && self.is_nobodys(&statement) {
            return;
        }
        let period = || self.period_of_subject(line, site, &statement.subject);
        statement.qualifiers.when = statement.qualifiers.when.or_else(period);
        self.of_work(&mut statement);
        self.stance(line, site, &mut statement);
        if self.is_attribute(line, site) {
            self.attribute(line, site, &mut statement);
        }
        let price = self.price_of_work(line, site, &statement).or_else(|| self.level_of_object(line, site, &statement));
        let price =
            price.or_else(|| self.price_of_thing(site, &statement)).or_else(|| self.speed(line, site, &statement));
        let told = self.shared(line, site, statement);
        let focus = self.focus(own);
        self.memory.poll(polled);
        let first = self.facts.len();
        told.into_iter().for_each(|statement| self.push(line, statement, focus, Some(own.mention), None));
        self.facts[first..].iter_mut().for_each(|fact| fact.inferred = inferred);
        if let Some(price) = price {
            self.push(line, price, focus, Some(own.mention), None);
        }
    }

    /// The statement, for each of those who share it.
    fn shared(&self, line: &Line<'_>, site: &Site<'_>, statement: Statement) -> Vec<Statement> {
        let mut shares = self.shares(line, site, &statement.subject);
        let last = shares.pop().unwrap_or_default();
        // "will build a 450-megawatt wind farm": the farm has it too.
        shares.extend(self.tied_thing(site.noun).filter(|thing| thing.name != last.name));
        let others = shares.into_iter().map(|subject| Statement { subject, ..statement.clone() });
        let mut told: Vec<Statement> = others.collect();
        told.push(Statement { subject: last, ..statement });
        told
    }

    /// "Repairs to the bridge will cost": the bridge is where they are done, and nobody they are done for.
    fn of_work(&self, statement: &mut Statement) {
        let Subject { name, topic, .. } = &statement.subject;
        if topic.iter().any(|word| self.page.grammar.work(word).is_some()) {
            statement.qualifiers.places.retain(|place| place != name);
            statement.qualifiers.recipients.retain(|to| to != name);
        }
    }

    /// "will spend $3 million to repair the bridge": what the repair costs. What has been spent on it may be a part.
    fn price_of_work(&self, line: &Line<'_>, site: &Site<'_>, spent: &Statement) -> Option<Statement> {
        let clause = site.clause.filter(|_| site.side == Side::Object && spent.scope.is_none())?;
        let due = spent.modality.is_some_and(|modality| (Modality::Planned..Modality::Happened).contains(&modality));
        let money = self.dimension(site.mention) == Some(Dimension::Money);
        // "the state will spend $3 million, and the town $1 million": what one of them pays is a part.
        let sums = (0..line.parsed.phrases.len()).filter_map(|at| line.parsed.noun(at)?.quantity);
        let alone = sums.filter(|sum| self.dimension(*sum) == Some(Dimension::Money)).count() == 1;
        let subject = self.paid_for(line, clause).filter(|_| due && money && alone)?;
        let qualifiers = Qualifiers { speaker: spent.qualifiers.speaker.clone(), ..Qualifiers::default() };
        let measure = Measure::named("cost");
        Some(Statement { subject, measure, qualifiers, ..spent.clone() })
    }

    /// "raised parking fees from $2 to $3": the fees rose to that, whoever raised them.
    pub(super) fn level_of_object(&self, line: &Line<'_>, site: &Site<'_>, told: &Statement) -> Option<Statement> {
        let noun = self.moved_object(line, site).filter(|_| told.moved.is_some())?;
        let plain = noun.possessor.is_none() && noun.name.is_none() && self.is_common(noun);
        let mut forms: Vec<String> = self.topic(noun).into_iter().rev().collect();
        forms.extend(self.adjectives(noun));
        let measure = Measure { narrowed: self.narrowing_words(noun), ..Measure::of(forms) };
        let subject = Subject { topic: Vec::new(), ..self.description(noun) };
        plain.then(|| Statement { subject, measure, ..told.clone() })
    }

    /// "schools in seven towns": a count of where something is.
    fn is_inside(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let noun = site.at.checked_sub(2).and_then(|at| line.parsed.noun(at));
        let plain = noun.is_some_and(|noun| noun.quantity.is_none() && noun.name.is_none() && !noun.pronoun);
        plain && self.dimension(site.mention) == Some(Dimension::Count) && self.is_place_word(line, site.at - 1)
    }

    /// "Doe said a garage for 300 cars": whoever says so has none of them, nor has what is spoken of without a name.
    fn is_nobodys(&self, told: &Statement) -> bool {
        let name = &told.subject.name;
        let teller = told.qualifiers.speaker.as_ref() == Some(name) && self.names.is_person(name);
        teller || name.starts_with(char::is_lowercase)
    }

    /// "Of the 34 who spoke, 27 opposed it": those who do it, and not so many of anybody's.
    fn is_doer(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let percent = self.dimension(site.mention) == Some(Dimension::Percent);
        let loose = site.quantity.unit.is_none() || percent;
        let clause = site.clause.filter(|_| site.side == Side::Subject && loose);
        let bare = self.page.mention(site.noun.head) == Some(site.mention);
        bare && clause.is_some_and(|clause| {
            let own = &line.parsed.clauses[clause];
            own.subject == Some(site.at) && !line.parsed.is_passive(clause) && !self.is_harm(line, clause)
        })
    }

    /// "60 miles (96.6 km)": the value that a bracket converts, which says what both are.
    fn original<'s>(&'s self, line: &'s Line<'_>, site: &Site<'_>) -> Option<Site<'s>> {
        let open = site.at.checked_sub(1)?;
        let bracket = matches!(line.parsed.phrases[open].kind, PhraseKind::Open);
        let original = self.site_at(line, open.checked_sub(1).filter(|_| bracket)?)?;
        let (own, other) = (&site.quantity.quantity.unit, &original.quantity.quantity.unit);
        let converts = own.dimension == other.dimension && own != other && own.dimension != Dimension::Count;
        let bare = self.page.mention(site.noun.head) == Some(site.mention);
        (converts && bare).then_some(original)
    }

    /// Which way a share or a change goes: by the number's own words, else by the verb ("raises the tax by 3 percent").
    pub(super) fn direction(&self, line: &Line<'_>, site: &Site<'_>) -> Option<Direction> {
        let relative = matches!(site.quantity.quantity.unit.dimension, Dimension::Percent | Dimension::Points);
        let verb =
            site.clause.map(|clause| line.parsed.classes(clause)).filter(|_| relative && site.side == Side::Object);
        // "rose 5 percent to 20 percent": the second is a level.
        let level = site.at.checked_sub(1).is_some_and(|before| {
            matches!(self.page.lower(line.parsed.phrases[before].tokens.start), "to" | "at" | "from")
        });
        match (site.quantity.change, verb.filter(|_| !level)) {
            (Some(Change::Up), _) => Some(Direction::Up),
            (Some(Change::Down), _) => Some(Direction::Down),
            (None, Some(verb)) if verb.has(Class::Falling) => Some(Direction::Down),
            (None, Some(verb)) if verb.has(Class::Rising) => Some(Direction::Up),
            (None, _) => None,
        }
    }

    /// Which way something has come to a level: "rose to 3.1 percent", "cut the tax to 5 percent", "a fall to 12".
    fn moved(&self, line: &Line<'_>, site: &Site<'_>) -> Option<Direction> {
        let to = site.at.checked_sub(1)?;
        let phrase = line.parsed.phrases.get(to)?;
        let is_to = matches!(phrase.kind, PhraseKind::Preposition) && self.page.says(phrase.tokens.start, "to");
        let way = |word: &str| {
            let classes = self.page.grammar.classes(word);
            match (classes.has(Class::Rising), classes.has(Class::Falling)) {
                (true, false) => Some(Direction::Up),
                (false, true) => Some(Direction::Down),
                (true, true) | (false, false) => None,
            }
        };
        let noun = || way(&self.kind_of(line.parsed.noun(to.checked_sub(1)?)?));
        let verb = || way(line.parsed.lemma(site.clause.filter(|_| site.side == Side::Object)?));
        if is_to { noun().or_else(verb) } else { None }
    }

    fn focus(&self, site: &Site<'_>) -> Span {
        self.page.mentions[site.mention].span
    }

    /// "exceed $40 billion", "at least" and the like may stand in the verb.
    fn amount(&self, line: &Line<'_>, site: &Site<'_>) -> Quantity {
        let mut quantity = site.quantity.quantity.clone();
        if self.is_toll(line, site) {
            quantity.unit = Unit::count("person");
        }
        if self.measure_in_front(site).is_some() && quantity.unit.dimension == Dimension::Count {
            quantity.unit = Unit::number();
        }
        if quantity.unit.dimension == Dimension::Number
            && let Some(before) = self.gapped(line, site).and_then(|before| self.site_at(line, before))
        {
            quantity.unit = before.quantity.quantity.unit.clone();
        }
        let direct =
            site.clause.filter(|clause| site.side == Side::Object && line.parsed.clauses[*clause].verb + 1 == site.at);
        let exceeds = direct.is_some_and(|clause| line.parsed.classes(clause).has(Class::Exceeding));
        let written = quantity.amount.written().filter(|_| exceeds && quantity.amount.wording == Wording::Bare);
        if let Some(written) = written {
            quantity.amount = Amount::more_than(written);
        }
        quantity
    }

    /// Total, additional, remaining, or a part of what was said before.
    fn scope(&self, line: &Line<'_>, site: &Site<'_>) -> Option<Scope> {
        let page = self.page;
        let start = line.parsed.phrases[site.at].tokens.start;
        let before = site.at.checked_sub(2).map_or(start, |at| line.parsed.phrases[at].tokens.start);
        let end = line.parsed.phrases[site.at].tokens.end;
        let tokens = before.max(start.saturating_sub(3))..end;
        // "left 40 people without water" leaves nobody over.
        let leaves =
            site.clause.and_then(|clause| line.parsed.verb(line.parsed.clauses[clause].verb)).map(|verb| verb.head);
        let has = |class| tokens.clone().any(|at| page.is(at, class) && leaves != Some(at));
        if self.is_part(line, site) {
            Some(Scope::Part)
        } else if has(Class::Additional) && !(start..end).any(|at| page.says(at, "more") && page.says(at + 1, "than")) {
            Some(Scope::Additional)
        } else if has(Class::Remaining) {
            Some(Scope::Remaining)
        } else if has(Class::Collective) || self.subject_is_total(line, site) {
            Some(Scope::Total)
        } else {
            None
        }
    }

    fn subject_is_total(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        site.clause.and_then(|clause| self.subject_of(line, clause)).is_some_and(|(at, _)| {
            line.parsed.phrases[at].tokens.clone().any(|token| self.page.is(token, Class::Collective))
        })
    }

    /// COLLECTIVE's count is the number: "seven global firms", "14 APEC economies".
    fn count_fact(&mut self, line: &Line<'_>, site: &Site<'_>) {
        let subject = self.with_members(line, self.resolve(line, site.noun, site.at), site.at);
        let mut statement = Statement {
            subject,
            measure: Measure::named("count"),
            value: Some(Value::Quantity(site.quantity.quantity.clone())),
            qualifiers: self.event(line, site),
            ..Statement::default()
        };
        self.stance(line, site, &mut statement);
        self.push(line, statement, self.focus(site), Some(site.mention), None);
    }
}

fn as_quantity(mention: &Mention) -> Option<&QuantityMention> {
    match &mention.kind {
        MentionKind::Quantity(quantity) => Some(quantity),
        MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
    }
}
