//! Whether all of a sentence is accounted for. A number may agree while the rest of its sentence is false: every name, number, time
//! and word of a sentence has to stand in the passages that bear it out, or to be what these are known to speak of.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::claims::{Part, is_verb};
use super::decide::{Opinion, tallied};
use super::memo::Memo;
use super::sorts::is_of_change;
use super::unsaid::{Held, is_due, is_of_age, is_side_of, stands_for};
use super::{Bench, Evidence, Judgement, Rule, Stance, Tally, Verdict, conjuncts, times, votes, words};
use crate::extract::{Fact, Grammar, Mention, MentionKind, Reading, TimeMention, TimeType};
use crate::index::{Containment, Kinship, content, stem};
use crate::source::{Covered, Place, Span};
use crate::statement::{LEAVE_HOME, Statement, Value, WITHOUT};
use crate::text::{sides_of, tokenize};
use crate::value::{Days, Dimension, Fit, Policy, Quantity, Relation, compare};

/// A sentence of a text, with what is chosen from it to be judged.
#[derive(Clone, Copy, Debug)]
pub struct Sentence<'a> {
    /// The text.
    pub text: &'a str,
    /// What is read in it.
    pub reading: &'a Reading,
    /// Where the sentence stands.
    pub span: Span,
    /// The facts that its parts are made of.
    pub facts: &'a [&'a Fact],
}

/// The parts of a sentence, in the order of its facts; those are left open that no passage says all of.
pub fn hold(bench: &Bench<'_>, sentence: &Sentence<'_>, mut parts: Vec<Part>) -> Vec<Part> {
    let is_supported = |part: &Part| part.judgement.verdict == Verdict::Supported;
    let told = Told::new(bench);
    let own = |at: usize| parts.get(at).filter(|part| is_supported(part)).map(|part| told.support(part));
    let supports: Vec<Vec<Passage>> = (0..parts.len()).map(|at| own(at).unwrap_or_default()).collect();
    let claims = sentence.claims(bench, &parts);
    for (at, part) in parts.iter_mut().enumerate().filter(|(_, part)| is_supported(part)) {
        let asked: Vec<&Claimed> = claims.iter().filter(|claim| claim.part == at).collect();
        let others = supports.iter().enumerate().filter(|(other, _)| *other != at).flat_map(|(_, all)| all);
        let others = Support::new(bench, others.copied().collect());
        let unsaid = |own: Passage| {
            let pool = Pool::new(bench, &others, own);
            let missing = asked.iter().find(|claim| !pool.holds(sentence, claim)).map(|claim| claim.span);
            missing.or_else(|| sentence.undone(bench, at, own, |_| false))
        };
        leave_open(part, sentence.text, |evidence| told.passage(evidence).and_then(&unsaid));
    }
    // Who holds an office is so whatever else a sentence says.
    let is_number =
        |at: usize| sentence.facts.get(at).is_some_and(|fact| matches!(fact.statement.value, Some(Value::Quantity(_))));
    let supporting = LazyCell::new(|| Support::new(bench, supports.iter().flatten().copied().collect()));
    for (at, part) in parts.iter_mut().enumerate().filter(|(at, _)| is_number(*at)) {
        let asked: Vec<&Claimed> = claims.iter().filter(|claim| claim.part == at).collect();
        let unsaid = |own: Passage| {
            let pool = Pool::new(bench, &supporting, own);
            let is_told = |claim: &&&Claimed| pool.holds(sentence, claim) || pool.excludes(claim);
            let missing = asked.iter().find(|claim| !is_told(claim)).map(|claim| claim.span);
            missing.or_else(|| sentence.undone(bench, at, own, |word| is_turned(bench, own, word)))
        };
        keep_open(sentence, part, |evidence| told.passage(evidence).and_then(&unsaid));
    }
    parts
}

/// A passage that has another value, and leaves out what may tell its fact from that of the sentence, excludes nothing: the left lane is
/// not the right one.
fn keep_open(sentence: &Sentence<'_>, part: &mut Part, unsaid: impl Fn(&Evidence) -> Option<Span>) {
    let judgement = &mut part.judgement;
    let is_excluded = matches!(judgement.verdict, Verdict::Contradicted | Verdict::Disputed);
    // Where all agrees but one qualifier, it is that which differs.
    if !is_excluded || judgement.rule == Rule::OneQualifierOff {
        return;
    }
    set_aside(judgement, |evidence| {
        let excludes = evidence.stance == Stance::Contradicts;
        let span = Some(evidence).filter(|_| excludes).and_then(&unsaid)?;
        Some(words::unsaid_beside(&evidence.reason, span.slice(sentence.text)))
    });
}

/// Leaves passages aside that say nothing for or against a part after all: `why` tells of which, and why.
pub fn set_aside(judgement: &mut Judgement, why: impl Fn(&Evidence) -> Option<String>) {
    let mut first = None;
    for evidence in judgement.evidence.iter_mut().filter(|evidence| evidence.stance != Stance::Compatible) {
        let Some(reason) = why(evidence) else { continue };
        evidence.stance = Stance::Compatible;
        evidence.reason = reason;
        first.get_or_insert_with(|| evidence.reason.clone());
    }
    let Some(reason) = first else { return };
    let verdict = Tally::of(&judgement.evidence).verdict();
    if matches!(verdict, Verdict::Supported | Verdict::Contradicted) {
        let left = std::mem::take(&mut judgement.evidence).into_iter();
        let opinions = left.map(|evidence| Opinion { evidence, fault: None, advice: Vec::new() }).collect();
        *judgement = Judgement { asked: judgement.asked.take(), ..tallied(opinions) };
    } else {
        judgement.verdict = verdict;
        judgement.lineages = Tally::of(&judgement.evidence).supporters();
        judgement.reason = reason;
        judgement.rule = Rule::SomeEvent;
        judgement.advice.clear();
    }
}

/// Leaves open what passages bear out that do not say some of it: `unsaid` tells where.
pub fn leave_open(part: &mut Part, text: &str, unsaid: impl Fn(&Evidence) -> Option<Span>) {
    let judgement = &mut part.judgement;
    let mut missing = None;
    for evidence in judgement.evidence.iter_mut().filter(|evidence| evidence.stance == Stance::Supports) {
        let Some(span) = unsaid(evidence) else { continue };
        evidence.stance = Stance::Compatible;
        evidence.reason = words::unsaid_word(span.slice(text));
        missing.get_or_insert(span);
    }
    let is_held = judgement.evidence.iter().any(|evidence| evidence.stance == Stance::Supports);
    judgement.lineages = Tally::of(&judgement.evidence).supporters();
    if let Some(span) = missing.filter(|_| !is_held) {
        judgement.verdict = Verdict::Ambiguous;
        judgement.reason = words::unsaid_word(span.slice(text));
        judgement.rule = Rule::SomeEvent;
        judgement.advice.clear();
    }
}

/// A sentence of an article: its document and its number there.
type Passage = (usize, usize);

/// The sentences in which facts are told, of the articles that have been asked for.
struct Told<'b, 'a> {
    bench: &'b Bench<'a>,
    /// By document, and the place of a fact.
    articles: Memo<usize, Rc<BTreeMap<Place, usize>>>,
}

impl<'b, 'a> Told<'b, 'a> {
    fn new(bench: &'b Bench<'a>) -> Self {
        Self { bench, articles: Memo::default() }
    }

    /// The sentence of a piece of evidence.
    fn passage(&self, evidence: &Evidence) -> Option<Passage> {
        let article = self.articles.get(evidence.document, || Rc::new(self.facts(evidence.document)));
        article.get(&evidence.passage).map(|sentence| (evidence.document, *sentence))
    }

    fn facts(&self, document: usize) -> BTreeMap<Place, usize> {
        let own = self.bench.index.document(document);
        let facts = self.bench.index.facts_in(document).map(|found| found.fact);
        let mut sentences = BTreeMap::new();
        for fact in facts {
            sentences.entry(own.place(fact.passage)).or_insert(fact.sentence);
        }
        sentences
    }

    fn support(&self, part: &Part) -> Vec<Passage> {
        let supporting = part.judgement.evidence.iter().filter(|evidence| evidence.stance == Stance::Supports);
        supporting.filter_map(|evidence| self.passage(evidence)).collect()
    }
}

/// Something that a sentence says, and the part that has to bear it out.
#[derive(Clone, Debug)]
struct Claimed {
    span: Span,
    part: usize,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    Word(String),
    Name(String),
    Number(Box<Quantity>),
    /// Two numbers that stand against each other: "21 to 14".
    Score(Box<[Quantity; 2]>),
    Days(Days),
    /// A time of day, as TIMEX3 has it behind the `T`.
    Clock(String),
    /// A day that is known where the date is: "a year ago".
    Open,
}

impl Sentence<'_> {
    /// What has to be borne out besides what the parts themselves are compared by.
    fn claims(&self, bench: &Bench<'_>, parts: &[Part]) -> Vec<Claimed> {
        let mentions = self.reading.mentions_within(self.span);
        let mut claims = Vec::new();
        for mention in mentions {
            let kind = match &mention.kind {
                MentionKind::Quantity(quantity) => Some(Kind::Number(Box::new(quantity.quantity.clone()))),
                MentionKind::Time(time) => match (time.sort, time.days, clock(time.value.as_deref())) {
                    (TimeType::Date, Some(days), _) => Some(Kind::Days(days)),
                    (TimeType::Time, _, Some(clock)) => Some(Kind::Clock(clock)),
                    (TimeType::Date, None, _) => Some(Kind::Open),
                    _ => None,
                },
                MentionKind::Name { canonical, .. } => Some(Kind::Name(canonical.clone())),
                MentionKind::Quote(_) => None,
            };
            claims.extend(kind.map(|kind| Claimed { span: mention.span, part: 0, kind }));
        }
        // The numbers of a tally are no numbers of things.
        let tallies: Vec<Span> = words_of(bench, self.span, self.text)
            .filter(|(_, word)| sides_of(word).is_some())
            .map(|(span, _)| span)
            .collect();
        claims.retain(|claim| !tallies.iter().any(|tally| tally.contains(claim.span)));
        let compared: Vec<Span> = parts.iter().map(|part| part.focus).collect();
        claims.retain(|claim| !compared.iter().any(|focus| focus.overlaps(claim.span)));
        let quoted = mentions.iter().filter(|mention| matches!(mention.kind, MentionKind::Quote(_)));
        let told = Covered::new(
            claims.iter().map(|claim| claim.span).chain(quoted.map(|mention| mention.span)).chain(compared),
        );
        let words = words_of(bench, self.span, self.text)
            .filter(|(span, word)| !told.touches(*span) && !is_of_age(bench, self.reading, self.span, (*span, word)))
            .filter(|(span, word)| {
                let told = (*span, word.as_str());
                !is_due(bench, self.text, told)
                    && !votes::is_beside_tally(bench, self.text, told)
                    && !bench.index.vocabulary.lists("comparing", word)
            });
        claims.extend(words.map(|(span, word)| Claimed { span, part: 0, kind: Kind::Word(word) }));
        let apart = |claim: &Claimed| !tallies.iter().any(|tally| tally.contains(claim.span));
        claims.extend(self.scores(mentions).into_iter().filter(apart));
        self.assign(bench, parts, claims)
    }

    /// A word or a name without which a passage may be about something else. Who was head for six years may have worked there for 18; and
    /// what has no name, "parking fees", "58 percent of residents", is told apart by all that is said of it alone, but for what is met otherwise.
    fn undone(&self, bench: &Bench<'_>, part: usize, own: Passage, is_met: impl Fn(&str) -> bool) -> Option<Span> {
        let fact = self.facts.get(part)?;
        let is_nameless = !fact.statement.subject.name.contains(char::is_uppercase) && fact.quantity.is_some();
        if !is_nameless && fact.statement.measure.name != DURATION {
            return None;
        }
        let mentions = self.reading.mentions_within(self.span);
        let others: Vec<Span> = self.facts.iter().map(|other| other.focus).collect();
        let beside = conjuncts::of_others(bench, self.text, self.reading, self.span, fact.focus, &others);
        let (told, beside) = (Covered::new(mentions.iter().map(|own| own.span)), Covered::new(beside.into_iter()));
        let alone = Support::default();
        let pool = Pool::new(bench, &alone, own);
        let is_open = |(span, word): &(Span, String)| {
            !told.touches(*span)
                && !beside.touches(*span)
                && !is_compared(bench, &fact.statement, &Kind::Word(word.clone()))
                && !pool.has_word(span.slice(self.text), word)
                && !is_met(word)
        };
        let open = words_of(bench, fact.passage, self.text).find(is_open).map(|(span, _)| span);
        let home = bench.index.about(own.0);
        let is_elsewhere = |mention: &&Mention| match &mention.kind {
            MentionKind::Name { canonical, .. } => {
                let is_home =
                    home.iter().any(|place| bench.index.places.relation(place, canonical) == Containment::Inside);
                is_nameless && !is_home && !pool.has_name(canonical) && !pool.has_words(mention.span.slice(self.text))
            }
            MentionKind::Quantity(_) | MentionKind::Time(_) | MentionKind::Quote(_) => false,
        };
        let mut named = mentions.iter().filter(|mention| !beside.touches(mention.span));
        open.or_else(|| named.find(is_elsewhere).map(|mention| mention.span))
    }

    /// Numbers that stand against each other; those of "from 30 to 42" are two levels of one thing.
    fn scores(&self, mentions: &[Mention]) -> Vec<Claimed> {
        let score = |pair: &[Mention]| {
            let [one, two] = pair else { return None };
            let (a, b) = (quantity(one)?, quantity(two)?);
            // "fell 5 percent to $21" is no score.
            let are_bare = [a, b].iter().all(|own| matches!(own.unit.dimension, Dimension::Count | Dimension::Number));
            let between = Span { start: one.span.end, end: two.span.start };
            let against = matches!(between.slice(self.text).trim(), "to" | "-" | "–" | "—");
            let span = one.span.cover(two.span);
            let before = Span { end: one.span.start, ..self.span }.slice(self.text).trim_end();
            (against && are_bare && !before.ends_with(" from")).then(|| Claimed {
                span,
                part: 0,
                kind: Kind::Score(Box::new([a.clone(), b.clone()])),
            })
        };
        mentions.windows(2).filter_map(score).collect()
    }

    /// Each with the part in whose clause it stands, or else the one before it; without what the part has been judged by.
    fn assign(&self, bench: &Bench<'_>, parts: &[Part], claims: Vec<Claimed>) -> Vec<Claimed> {
        let owner = |span: Span| {
            let within = |part: &Part| part.passage.contains(span);
            let before = || parts.iter().rposition(|part| part.passage.start <= span.start);
            parts.iter().position(within).or_else(before).unwrap_or(0)
        };
        let is_left = |claim: &Claimed| {
            self.facts.get(claim.part).is_none_or(|fact| {
                !is_compared(bench, &fact.statement, &claim.kind)
                    && !stands_for(bench, &fact.statement.subject, self.text, (fact.passage, claim.span))
            })
        };
        let assigned = claims.into_iter().map(|claim| Claimed { part: owner(claim.span), ..claim });
        assigned.filter(is_left).collect()
    }
}

/// Whether a passage has what excludes the action of a word, which so is not left out: "rejected" for "accepted".
fn is_turned(bench: &Bench<'_>, own: Passage, word: &str) -> bool {
    bench.index.wording().contraries(bench.index.grammar, word).contains(&own)
}

/// The measure of how long something goes on.
const DURATION: &str = "duration";

fn quantity(mention: &Mention) -> Option<&Quantity> {
    match &mention.kind {
        MentionKind::Quantity(quantity) => Some(&quantity.quantity),
        MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
    }
}

fn clock(value: Option<&str>) -> Option<String> {
    value.and_then(|value| value.split_once('T')).map(|(_, clock)| clock.to_owned())
}

/// The words of a text that have to be borne out, in lower case.
fn words_of<'a>(bench: &'a Bench<'_>, span: Span, text: &'a str) -> impl Iterator<Item = (Span, String)> + 'a {
    content(bench.index.grammar, span.slice(text))
        .map(move |(own, word)| (Span { start: own.start + span.start, end: own.end + span.start }, word))
}

/// Whether the judge has compared it by what it means: subject, measure, qualifiers. Who says so frames a sentence.
fn is_compared(bench: &Bench<'_>, statement: &Statement, kind: &Kind) -> bool {
    let own = &statement.qualifiers;
    match kind {
        Kind::Word(word) => {
            let way = statement.direction.or(statement.moved);
            bench.index.grammar.is_framing(word)
                || way.is_some() && is_of_change(bench, &base(bench.index.grammar, word))
                || is_side_of(bench, statement, word)
                || is_of_state(bench, statement, &base(bench.index.grammar, word))
                || compared_words(bench, statement).contains(&stem(word))
        }
        Kind::Name(name) => {
            let named = own.places.iter().chain(&own.partners).chain(&own.recipients).chain(&own.origins);
            let mut named = named.chain([&statement.subject.name]).chain(&own.speaker);
            named.any(|known| known == name || known.contains(name.as_str()))
        }
        Kind::Days(days) => {
            let told = [own.when, own.as_of, own.announced, own.deadline.map(|deadline| deadline.named)];
            told.into_iter().flatten().any(|told| told.same_days(days))
        }
        Kind::Number(number) => own.length.as_ref() == Some(&**number),
        Kind::Score(_) | Kind::Clock(_) | Kind::Open => false,
    }
}

/// Whether a word is one of those for what befalls people or homes, whichever of them is said: "left without power", "lost power".
fn is_of_state(bench: &Bench<'_>, statement: &Statement, word: &str) -> bool {
    let measure = &statement.measure;
    let dies = || measure.forms.iter().any(|form| matches!(form.as_str(), "die" | "kill" | "dead"));
    let class = match measure.name.as_str() {
        LEAVE_HOME => "of leaving home",
        name if name.starts_with(WITHOUT) => "of going without",
        _ if matches!(statement.value, Some(Value::Quantity(_))) && dies() => "of dying",
        _ => return false,
    };
    bench.index.vocabulary.lists(class, word)
}

/// The stems of the words of a statement that are compared by what they mean.
fn compared_words(bench: &Bench<'_>, statement: &Statement) -> BTreeSet<String> {
    let own = &statement.qualifiers;
    let named = own.places.iter().chain(&own.partners).chain(&own.recipients).chain(&own.origins);
    let subject = named.chain([&statement.subject.name]).chain(&statement.subject.topic).chain(&own.speaker);
    let text = match &statement.value {
        Some(Value::Text(text)) => text.as_str(),
        _ => "",
    };
    let forms = measure_forms(bench, statement);
    let all = subject.map(String::as_str).chain(forms).chain([text]);
    all.flat_map(|text| text.split([' ', '-'])).map(|word| stem(&word.to_lowercase())).collect()
}

/// The forms of the measure that a number is held against: the first of its words that names one, else its verb. What "approved a loan of
/// $4 million" says besides is what a sum is of.
fn measure_forms<'a>(bench: &Bench<'a>, statement: &'a Statement) -> impl Iterator<Item = &'a str> + use<'a> {
    let measures = &bench.index.vocabulary.measures;
    let known = |cue: &String| measures.iter().rev().find(|entry| entry.name != "count" && entry.forms.contains(cue));
    let entry = statement.measure.forms.iter().find_map(known);
    let is_sum = matches!(&statement.value, Some(Value::Quantity(own)) if own.unit.dimension == Dimension::Money);
    let verb = || statement.measure.forms.iter().find(|cue| is_verb(bench, statement, cue));
    let name = if is_sum && entry.is_none() { verb() } else { None }.unwrap_or(&statement.measure.name);
    entry.into_iter().flat_map(|entry| &entry.forms).chain([name]).map(String::as_str)
}

/// The dictionary form of a verb, or the word itself.
fn base(grammar: &Grammar, word: &str) -> String {
    grammar.entry(word).verb.map_or(word, |(verb, _)| grammar.verb(verb)).to_owned()
}

/// Passages that several others are taken together with.
#[derive(Default)]
struct Support {
    passages: BTreeSet<Passage>,
    words: Held,
}

impl Support {
    fn new(bench: &Bench<'_>, passages: BTreeSet<Passage>) -> Self {
        let mut words = Held::default();
        passages.iter().for_each(|passage| add_passage(bench, &mut words, *passage));
        Self { passages, words }
    }
}

/// Takes in what a passage says: its words, whom its facts are about, and its names in full.
fn add_passage(bench: &Bench<'_>, words: &mut Held, (document, sentence): Passage) {
    let Some(reading) = bench.index.readings.get(document) else { return };
    words.add_sentence(bench, (document, sentence));
    for fact in reading.facts_of(sentence) {
        words.add(bench, &fact.statement.subject.name);
        fact.statement.subject.topic.iter().for_each(|word| words.add(bench, word));
    }
    let span = reading.sentences.get(sentence).copied();
    let names = span.map(|span| reading.mentions_within(span)).unwrap_or_default().iter().filter_map(name);
    names.for_each(|name| words.add(bench, name));
}

fn name(mention: &Mention) -> Option<&str> {
    match &mention.kind {
        MentionKind::Name { canonical, .. } => Some(canonical),
        MentionKind::Quantity(_) | MentionKind::Time(_) | MentionKind::Quote(_) => None,
    }
}

/// What passages say, taken together: one, and those that it is taken together with.
struct Pool<'a, 'b> {
    bench: &'b Bench<'a>,
    others: &'b Support,
    own: Passage,
    words: Held,
}

impl<'a, 'b> Pool<'a, 'b> {
    fn new(bench: &'b Bench<'a>, others: &'b Support, own: Passage) -> Self {
        let mut words = Held::default();
        add_passage(bench, &mut words, own);
        Self { bench, others, own, words }
    }

    fn passages(&self) -> impl Iterator<Item = Passage> + '_ {
        let others = self.others.passages.iter().copied().filter(|other| *other != self.own);
        [self.own].into_iter().chain(others)
    }

    /// The mentions of the sentences, with their documents.
    fn mentions(&self) -> impl Iterator<Item = (usize, &'a Mention)> + '_ {
        self.passages().flat_map(|at| self.mentions_in(at).iter().map(move |mention| (at.0, mention)))
    }

    fn mentions_in(&self, (document, sentence): Passage) -> &'a [Mention] {
        let reading = self.bench.index.readings.get(document);
        let own = reading.and_then(|reading| Some(reading.mentions_within(*reading.sentences.get(sentence)?)));
        own.unwrap_or_default()
    }

    fn names(&self) -> impl Iterator<Item = (usize, &'a str)> + '_ {
        self.mentions().filter_map(|(document, mention)| Some((document, name(mention)?)))
    }

    fn holds(&self, sentence: &Sentence<'_>, claim: &Claimed) -> bool {
        match &claim.kind {
            Kind::Word(word) => self.has_word(claim.span.slice(sentence.text), word),
            Kind::Name(name) => self.has_name(name) || self.has_words(claim.span.slice(sentence.text)),
            Kind::Number(number) => self.numbers().any(|own| is_one(self.bench.policy, own, number)),
            Kind::Score(score) => self.has_score(score),
            Kind::Open => self.says_when(sentence, claim),
            Kind::Days(days) => self.has_days(days) || self.says_when(sentence, claim),
            Kind::Clock(clock) => {
                self.times().any(|time| self::clock(time.value.as_deref()).as_ref() == Some(clock))
                    || self.has_words(claim.span.slice(sentence.text))
            }
        }
    }

    /// Whether a passage has the very contrary of a word: "fell" for "rose".
    fn excludes(&self, claim: &Claimed) -> bool {
        let Kind::Word(word) = &claim.kind else { return false };
        let bench = self.bench;
        let (lemma, own) = (base(bench.index.grammar, word), stem(word));
        let among = |side: &[String]| side.iter().any(|form| *form == lemma || stem(form) == own);
        let is_told = |word: &str| self.words.has_form(bench, word) || self.others.words.has_form(bench, word);
        let is_said = |side: &[String]| side.iter().any(|form| form.split(' ').all(is_told));
        let mut pairs = bench.index.vocabulary.exclusions.iter();
        pairs.any(|pair| among(&pair.left) && is_said(&pair.right) || among(&pair.right) && is_said(&pair.left))
    }

    /// Whether a passage tells a time in the words of a sentence, or others for the same.
    fn says_when(&self, sentence: &Sentence<'_>, claim: &Claimed) -> bool {
        let words = claim.span.slice(sentence.text);
        let unit = times::one_before(self.bench, sentence.text, claim.span);
        let is_said = |at: Passage| {
            times::says(self.bench, at, &words.to_lowercase())
                || unit.is_some_and(|unit| times::holds_against(self.bench, at, unit))
        };
        self.passages().any(is_said) || self.has_words(words)
    }

    fn has_words(&self, text: &str) -> bool {
        let mut words = content(self.bench.index.grammar, text);
        words.all(|(span, word)| self.has_word(span.slice(text), &word))
    }

    /// A word as it is written and in lower case: itself, one of its meaning, or the words that it is the initials of.
    fn has_word(&self, written: &str, word: &str) -> bool {
        self.words.has_like(self.bench, word)
            || self.others.words.has_like(self.bench, word)
            || self.has_initials(written)
    }

    fn has_initials(&self, written: &str) -> bool {
        let is_short = written.len() > 1 && written.chars().all(char::is_uppercase);
        is_short
            && self.passages().any(|(document, sentence)| {
                let reading = self.bench.index.readings.get(document);
                let span = reading.and_then(|reading| reading.sentences.get(sentence)).copied().unwrap_or_default();
                let text = span.slice(&self.bench.index.document(document).text);
                let words = tokenize(text).into_iter().filter_map(|token| token.span.slice(text).chars().next());
                let initials: String =
                    words.filter(|first| first.is_alphabetic()).flat_map(char::to_uppercase).collect();
                initials.contains(written)
            })
    }

    /// A name that a passage has, in whatever form, or that of a place in which its own lies.
    fn has_name(&self, name: &str) -> bool {
        let index = self.bench.index;
        self.names().any(|(document, own)| {
            index.names.kinship(name, document, own) != Kinship::None
                || index.places.relation(own, name) == Containment::Inside
        })
    }

    fn numbers(&self) -> impl Iterator<Item = &'a Quantity> + '_ {
        self.mentions().filter_map(|(_, mention)| quantity(mention))
    }

    fn has_score(&self, [one, two]: &[Quantity; 2]) -> bool {
        let policy = self.bench.policy;
        self.passages().any(|at| {
            let numbers: Vec<&Quantity> = self.mentions_in(at).iter().filter_map(quantity).collect();
            let mut pairs = numbers.iter().zip(numbers.iter().skip(1));
            pairs.any(|(first, second)| is_one(policy, first, one) && is_one(policy, second, two))
        })
    }

    fn times(&self) -> impl Iterator<Item = &'a TimeMention> + '_ {
        self.mentions().filter_map(|(_, mention)| match &mention.kind {
            MentionKind::Time(time) => Some(time),
            MentionKind::Quantity(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
        })
    }

    /// Days that a passage tells of, or those of its document.
    fn has_days(&self, days: &Days) -> bool {
        let told = self.times().filter_map(|time| time.days);
        let published = self.passages().filter_map(|(at, _)| self.bench.index.document(at).published);
        told.chain(published.map(Days::day)).any(|own| own.within(days))
    }
}

fn is_one(policy: Policy, own: &Quantity, asked: &Quantity) -> bool {
    compare(own, Relation::Equal, asked, policy).fit == Fit::Supports
}
