//! The event that a number belongs to: the qualifiers around it, when it was made known, and who says so.

use std::ops::Range;

use super::super::super::clauses::{Clause, Role};
use super::super::super::grammar::Class;
use super::super::super::phrases::{Mood, Noun, PhraseKind, is_past_by_base};
use super::super::super::{MentionKind, TimeType};
use super::super::qualifiers::open_before;
use super::super::{Line, Reader};
use super::{Side, Site};
use crate::statement::{Qualifiers, Subject};
use crate::value::{Days, Dimension, Grain};

impl Reader<'_> {
    /// The qualifiers of the event.
    pub(in crate::extract::facts) fn event(&self, line: &Line<'_>, site: &Site<'_>) -> Qualifiers {
        let mut event = Qualifiers::default();
        if self.is_divided(line, site.at) {
            return event;
        }
        let right = self.right_of(line, site.at);
        self.qualifiers(line, right, &mut event);
        event.purpose =
            event.purpose.take().or_else(|| self.spent_on(line, site)).or_else(|| self.priced_for(line, site));
        if let Some(clause) = site.clause {
            let left = self.left_of(line, site, clause);
            let purpose = event.purpose.clone();
            let goes_on = self.is_behind_another(line, clause, &left);
            if self.is_rival(line, site, left.start) || goes_on {
                let mut shared = Qualifiers::default();
                self.own_qualifiers(line, clause, left, &mut shared);
                shared.deadline = shared.deadline.filter(|_| !goes_on);
                share(shared, &mut event);
            } else {
                self.own_qualifiers(line, clause, left, &mut event);
            }
            // "planned to open a mill but will pay": what another verb in front aims at is no purpose of this one.
            let own = &line.parsed.clauses[clause];
            if own.parent.is_some() && own.role != Role::Dependent {
                event.purpose = purpose;
            }
            self.purpose_before(line, site, clause, &mut event);
        }
        self.handed_to(line, site, &mut event);
        self.closing_deadline(line, site, &mut event);
        self.measure_noun_event(line, site, &mut event);
        self.announcement(line, site, &mut event);
        // "on Monday reported fourth-quarter revenue of": the other day is that on which it was told.
        if let Some(period) = self.measure_noun(line, site).and_then(|at| self.period(line.parsed.noun(at)?)) {
            event.announced = event.announced.or(event.when);
            event.when = Some(period);
        }
        if site.clause.is_some_and(|clause| self.is_expected_now(line, clause, event.when)) {
            event.when = None;
        }
        if let Some(clause) = site.clause.filter(|_| event.when.is_none()) {
            event.when = self.time_in_front(line, clause);
        }
        event.places.dedup();
        event
    }

    /// "will close its Lund plant by June, and will spend $4 million in Tarn": whether another verb of the same subject stands in front, with
    /// a place and a deadline of its own.
    fn is_behind_another(&self, line: &Line<'_>, clause: usize, range: &Range<usize>) -> bool {
        let own = &line.parsed.clauses[clause];
        let before = line.parsed.clauses[..clause].iter().filter(|before| before.role != Role::Relative);
        let mut verbs = before.filter(|before| before.subject == own.subject && own.role != Role::Dependent);
        verbs.any(|before| range.contains(&before.verb) && before.verb < own.verb)
    }

    /// "now expects revenue of": the day on which somebody expects it is none of what is expected.
    fn is_expected_now(&self, line: &Line<'_>, clause: usize, when: Option<Days>) -> bool {
        let is_now = |at: usize| match line.parsed.phrases[at].kind {
            PhraseKind::Time(mention) => match self.page.mentions.get(mention).map(|mention| &mention.kind) {
                Some(MentionKind::Time(time)) => time.is_now() && time.days == when,
                _ => false,
            },
            _ => false,
        };
        let expects = line.parsed.classes(clause).has(Class::Forecasting);
        expects && when.is_some() && (0..line.parsed.clauses[clause].verb).any(is_now)
    }

    /// The qualifiers in front of a value, of its own clause and of those inside: "The wall, which was built in Lund in 1988, will cost".
    /// The time of a clause that stands inside is its own.
    fn own_qualifiers(&self, line: &Line<'_>, clause: usize, range: Range<usize>, into: &mut Qualifiers) {
        let mut at = range.start;
        for inner in self.asides(line, clause, &range) {
            self.qualifiers(line, at..inner.start.max(at), into);
            let mut told = Qualifiers::default();
            self.qualifiers(line, inner.clone(), &mut told);
            // "Acme, which is based in Lund, has 40 shops": its seat, and not where they are.
            let seat = line.parsed.verb(inner.start).map(|verb| verb.lemma.as_str());
            if !matches!(seat, Some("base" | "headquarter" | "found")) {
                into.places.extend(told.places);
            }
            into.partners.extend(told.partners);
            at = inner.end.max(at);
        }
        self.qualifiers(line, at..range.end.max(at), into);
    }

    /// Where clauses inside of the subject of another stand: "which was built in 1988", "opened in 1988,". What strikes or happens gives
    /// its time to what comes of it.
    fn asides(&self, line: &Line<'_>, clause: usize, range: &Range<usize>) -> Vec<Range<usize>> {
        let clauses = &line.parsed.clauses;
        let verb = clauses[clause].verb;
        let happens = |inner: usize| {
            let classes = line.parsed.classes(inner);
            classes.has(Class::Striking) || classes.has(Class::Befalling)
        };
        let inside = |inner: &usize| {
            let own = &clauses[*inner];
            own.role == Role::Relative && range.contains(&own.verb) && own.verb < verb && !happens(*inner)
        };
        (0..clause).filter(inside).map(|inner| clauses[inner].verb..self.aside_end(line, inner, verb)).collect()
    }

    /// The end of a clause that stands inside of another: at its comma where one opened it, else where the outer verb goes on.
    fn aside_end(&self, line: &Line<'_>, inner: usize, outer: usize) -> usize {
        let own = &line.parsed.clauses[inner];
        let comma = |at: &usize| matches!(line.parsed.phrases[*at].kind, PhraseKind::Comma);
        let opened = own.verb.saturating_sub(2)..own.verb;
        let end = own.end.min(outer);
        let close = (own.verb..end).find(comma).filter(|_| own.verb == 0 || opened.into_iter().any(|at| comma(&at)));
        close.unwrap_or(end)
    }

    /// "owes Acme £3 million": whoever stands between such a verb and its value is to get it.
    fn handed_to(&self, line: &Line<'_>, site: &Site<'_>, event: &mut Qualifiers) {
        let hands = |clause: &usize| line.parsed.classes(*clause).has(Class::Handing);
        let clause = site.clause.filter(|_| site.side == Side::Object).filter(hands);
        let Some(at) = clause.map(|clause| line.parsed.clauses[clause].verb + 1).filter(|at| at + 1 == site.at) else {
            return;
        };
        if let Some(noun) = line.parsed.noun(at).filter(|noun| noun.quantity.is_none()) {
            event.recipients.extend(self.names_of(noun));
        }
    }

    /// "£6 million on roads", "$3 million for a school": what money goes to, right behind it.
    fn spent_on(&self, line: &Line<'_>, site: &Site<'_>) -> Option<String> {
        let to = line.parsed.phrases.get(site.at + 1)?;
        let word = self.page.lower(to.tokens.start);
        let fits = matches!(to.kind, PhraseKind::Preposition) && matches!(word, "on" | "for" | "towards" | "toward");
        let noun =
            line.parsed.noun(site.at + 2).filter(|_| fits && self.dimension(site.mention) == Some(Dimension::Money))?;
        let plain = !noun.pronoun && noun.name.is_none() && noun.quantity.is_none();
        plain.then(|| self.page.slice(line.parsed.phrases[site.at + 2].tokens.clone()).to_owned())
    }

    /// "Tickets for children cost $8": for whom a price is, in front of its verb.
    fn priced_for(&self, line: &Line<'_>, site: &Site<'_>) -> Option<String> {
        let clause = site.clause.filter(|_| site.side == Side::Object)?;
        let own = &line.parsed.clauses[clause];
        let costs = line.parsed.classes(clause).has(Class::OfThings);
        let money = self.dimension(site.mention) == Some(Dimension::Money) && costs && own.verb + 1 == site.at;
        let link = own.subject.filter(|_| money)? + 1;
        let says = self.page.says(line.parsed.phrases.get(link)?.tokens.start, "for") && link + 2 == own.verb;
        let noun = line.parsed.noun(link + 1).filter(|noun| says && !noun.pronoun && noun.name.is_none())?;
        Some(self.page.slice(noun.words.clone()).to_owned())
    }

    /// "will invest $14 billion, funding startups and data centers by 2027": a deadline at the end of a sentence closes all of it.
    fn closing_deadline(&self, line: &Line<'_>, site: &Site<'_>, event: &mut Qualifiers) {
        let phrases = &line.parsed.phrases;
        let rest = self.right_of(line, site.at).end;
        let told = line
            .parsed
            .clauses
            .iter()
            .filter(|clause| clause.verb >= rest)
            .all(|clause| clause.role == Role::Dependent);
        let rival = (rest..phrases.len()).any(|at| line.parsed.noun(at).is_some_and(|noun| noun.quantity.is_some()));
        let last = phrases.iter().rposition(|phrase| matches!(phrase.kind, PhraseKind::Time(_)));
        let Some(time) = last.filter(|time| *time > rest && told && !rival && time + 2 >= phrases.len()) else {
            return;
        };
        let mut closing = Qualifiers::default();
        self.qualifiers(line, time - 1..time + 1, &mut closing);
        event.deadline = event.deadline.or(closing.deadline);
    }

    /// The phrases before the value that belong to it: from the start of its clause, or from the last value of its kind.
    pub(in crate::extract::facts) fn left_of(&self, line: &Line<'_>, site: &Site<'_>, clause: usize) -> Range<usize> {
        let own: &Clause = &line.parsed.clauses[clause];
        let start = match own.subject {
            // "opened in 1954 and is 1,240 feet long": how long it is now has no time of what was done.
            Some(_) if self.is_so_now(line, clause) => own.verb,
            Some(subject) if subject < own.verb && own.role != Role::Dependent => subject,
            // "plans to invest $5 million": what is planned is no purpose of the plan.
            _ => own.verb + 1,
        };
        let start = self.opening(line, start);
        let rival = (start + 1..=site.at).rev().find(|behind| self.is_rival(line, site, *behind));
        rival.unwrap_or(start).min(site.at)..site.at
    }

    /// Whether a clause says what its subject is or has today, behind another of the same subject that tells the past.
    fn is_so_now(&self, line: &Line<'_>, clause: usize) -> bool {
        let clauses = &line.parsed.clauses;
        let own = &clauses[clause];
        let verb = |clause: &Clause| line.parsed.verb(clause.verb).filter(|verb| verb.mood == Mood::Finite);
        let is = verb(own).is_some_and(|verb| !verb.past && !verb.perfect && verb.modal.is_none());
        let shares = |before: &Clause| {
            // "cut 40 jobs in 2020 and employs 200": a verb whose past is its base form.
            let past = line.parsed.verb(before.verb).is_some_and(|verb| {
                let plain = verb.modal.is_none() && !verb.progressive && verb.mood != Mood::Infinitive;
                verb.past || verb.perfect || plain && is_past_by_base(self.page, verb.head)
            });
            before.subject == own.subject && before.role != Role::Relative && past
        };
        is && clause.checked_sub(1).is_some_and(|before| shares(&clauses[before]))
    }

    /// Whether the phrase in front of `behind` holds another value of the same kind.
    fn is_rival(&self, line: &Line<'_>, site: &Site<'_>, behind: usize) -> bool {
        let noun = behind.checked_sub(1).and_then(|at| line.parsed.noun(at));
        let dimension = noun.and_then(|noun| noun.quantity).and_then(|mention| self.dimension(mention));
        let compared = behind.checked_sub(1).and_then(|at| line.parsed.comparison(at)).is_some();
        !compared && dimension == Some(site.quantity.quantity.unit.dimension)
    }

    /// "In June, Acme announced": what stands in front of the first subject.
    pub(in crate::extract::facts) fn opening(&self, line: &Line<'_>, start: usize) -> usize {
        let first = line
            .parsed
            .phrases
            .iter()
            .position(|phrase| matches!(phrase.kind, PhraseKind::Verb(_) | PhraseKind::Subordinator))
            .unwrap_or(start);
        if first >= start { 0 } else { start }
    }

    /// "teamed up with SK last month to launch a hub worth $4 billion": the verbs it depends on bring their own partners and dates.
    pub(in crate::extract::facts) fn purpose_before(
        &self,
        line: &Line<'_>,
        site: &Site<'_>,
        clause: usize,
        event: &mut Qualifiers,
    ) {
        let own = line.parsed.clauses[clause].verb;
        let mood = line.parsed.verb(own).map(|verb| verb.mood);
        // "plans to invest $5 million", "is expected to grow by 3%": what is planned is no purpose of the plan.
        let limit = own.min(site.at);
        for link in line.parsed.chain(clause).into_iter().skip(1) {
            let outer = &line.parsed.clauses[link];
            let range = outer.verb + 1..outer.end.min(limit).max(outer.verb + 1);
            match mood {
                _ if outer.verb >= site.at => {}
                Some(Mood::Infinitive) => {
                    let when = event.when;
                    self.qualifiers(line, range, event);
                    // "voted on Tuesday to spend": that was the day of the vote.
                    if line.parsed.classes(link).has(Class::Deciding) && when.is_none() {
                        event.announced = event.announced.or(event.when.take());
                    }
                }
                Some(Mood::Gerund) => self.setting_of(line, link, range, event),
                Some(Mood::Finite | Mood::PastOrParticiple) | None => {}
            }
        }
        if site.side == Side::Subject {
            let own = &line.parsed.clauses[clause];
            self.setting_of(line, clause, own.verb + 1..own.end, event);
        }
        event.purpose = event.purpose.take().filter(|purpose| !purpose.is_empty());
    }

    /// Where and when a clause is set, for what else is told of it: "struck central Chile on Tuesday, killing 12".
    fn setting_of(&self, line: &Line<'_>, clause: usize, range: Range<usize>, event: &mut Qualifiers) {
        let mut outer = Qualifiers::default();
        self.qualifiers(line, range.clone(), &mut outer);
        event.places.extend(outer.places);
        event.when = event.when.or(outer.when);
        let strikes = line.parsed.classes(clause).has(Class::Striking);
        if let Some(object) = line.parsed.noun(range.start).filter(|_| strikes) {
            event.places.extend(self.names_of(object));
            let of = line
                .parsed
                .phrases
                .get(range.start + 1)
                .is_some_and(|phrase| self.page.says(phrase.tokens.start, "of"));
            event.places.extend(
                line.parsed.noun(range.start + 2).filter(|_| of).map(|noun| self.names_of(noun)).unwrap_or_default(),
            );
        }
    }

    pub(in crate::extract::facts) fn measure_noun_event(
        &self,
        line: &Line<'_>,
        site: &Site<'_>,
        event: &mut Qualifiers,
    ) {
        if let Some(measure) = self.measure_noun(line, site) {
            self.qualifiers(line, measure + 1..site.at, event);
        }
    }

    /// "Its third-quarter revenue rose to": the days of a measure that is the grammatical subject, of whomever it is.
    pub(in crate::extract::facts) fn period_of_subject(
        &self,
        line: &Line<'_>,
        site: &Site<'_>,
        whose: &Subject,
    ) -> Option<Days> {
        let clause = site.clause.filter(|_| site.side == Side::Object)?;
        let (_, noun) = self.subject_of(line, clause).filter(|_| self.is_measured(line, clause))?;
        let itself = whose.name.rsplit(' ').next().is_some_and(|last| self.page.says(noun.head, &last.to_lowercase()));
        self.period(noun).filter(|_| !itself)
    }

    /// "third-quarter revenue", "the 2025 deficit": the days that stand in a noun.
    fn period(&self, noun: &Noun) -> Option<Days> {
        let days = |token: usize| match &self.page.mentions.get(self.page.mention(token)?)?.kind {
            MentionKind::Time(time) if time.sort == TimeType::Date => time.days,
            MentionKind::Time(_) | MentionKind::Quantity(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
        };
        noun.words.clone().find_map(days).filter(|days| days.first.is_some() && days.last.is_some())
    }

    /// When it was made known.
    pub(in crate::extract::facts) fn announcement(&self, line: &Line<'_>, site: &Site<'_>, event: &mut Qualifiers) {
        let words = || line.parsed.phrases[site.at].tokens.clone();
        let earlier = words().any(|at| matches!(self.page.lower(at), "previously" | "earlier" | "already"));
        if earlier {
            event.announced = event.announced.or(self.setting.published.map(Days::day).map(open_before));
        }
        let Some(clause) = site.clause else { return };
        let announcing = line.parsed.chain(clause).iter().any(|link| line.parsed.classes(*link).has(Class::Announcing));
        if announcing && event.announced.is_none() {
            let past = |when: &mut Days| {
                when.grain != Grain::Span
                    && when.first.is_some()
                    && self.setting.published.is_none_or(|today| when.first <= Some(today))
            };
            event.announced = event.when.take_if(past);
        }
        event.announced = event.announced.or_else(|| self.said_on(line, clause));
        event.speaker = self.reporter_name(line, clause);
    }

    /// Who says so.
    pub(in crate::extract::facts) fn reporter_name(&self, line: &Line<'_>, clause: usize) -> Option<String> {
        let place = self.page.span(line.parsed.phrases[line.parsed.clauses[clause].verb].tokens.clone());
        if let Some(speaker) = self.setting.quotes.speaker_at(place) {
            return Some(speaker);
        }
        match line.parsed.clauses[clause].reporter {
            // "40 ships are expected to call, officials said": who expects it is not told, who says so is.
            Some(reporter) if line.parsed.is_passive(reporter) => self
                .by_agent(line, reporter)
                .map_or_else(|| self.reporter_name(line, reporter), |agent| Some(agent.name)),
            Some(reporter) => {
                let (at, noun) = self.subject_of(line, reporter)?;
                self.speaker_name(line, noun, at)
            }
            None => self.according_to(line),
        }
    }

    /// A speaker by name, or by description: "the presidential office".
    pub(in crate::extract::facts) fn speaker_name(&self, line: &Line<'_>, noun: &Noun, at: usize) -> Option<String> {
        let subject = self.resolve(line, noun, at);
        let words = self.page.slice(noun.words.clone());
        let unnamed = noun.name.is_none() && self.apposed(line, noun, at).is_none();
        let name = match &noun.possessor {
            Some(_) if unnamed => words.to_owned(),
            None if unnamed && !noun.pronoun && subject.name.to_lowercase() == subject.name => words.to_owned(),
            _ => subject.name,
        };
        (!name.is_empty()).then_some(name)
    }

    pub(in crate::extract::facts) fn according_to(&self, line: &Line<'_>) -> Option<String> {
        let phrases = &line.parsed.phrases;
        let at = (0..phrases.len()).find(|at| self.page.says(phrases[*at].tokens.start, "according"))?;
        let noun = (at + 1..phrases.len().min(at + 4))
            .find(|next| line.parsed.noun(*next).is_some_and(|noun| !self.page.says(noun.head, "according")))?;
        self.speaker_name(line, line.parsed.noun(noun)?, noun)
    }
}

/// What is said of the value before ("£2 million in Leeds and £3 million in York") holds for the next as far as that has nothing of
/// its own.
pub(super) fn share(before: Qualifiers, event: &mut Qualifiers) {
    let lists = [
        (&mut event.places, before.places),
        (&mut event.partners, before.partners),
        (&mut event.recipients, before.recipients),
        (&mut event.origins, before.origins),
    ];
    for (own, shared) in lists {
        if own.is_empty() {
            *own = shared;
        }
    }
    event.purpose = event.purpose.take().or(before.purpose);
    event.deadline = event.deadline.or(before.deadline);
    event.when = event.when.or(before.when);
    event.length = event.length.take().or(before.length);
}
