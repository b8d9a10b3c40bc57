//! Names: runs of capitalised words, cut at titles, joined within a document by alias, acronym, surname and short form.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::NameType;
use super::grammar::{Class, Classes, Form, singular};
use super::page::Page;
use super::phrases::is_possessive;
use crate::text::{Sentence, TokenKind};

mod gender;
mod link;
mod people;
mod surnames;
mod titles;

pub use gender::Gender;
use link::link;
use titles::split_at_titles;

/// A name as it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Which name of the document it is, by position in [`Names::all`].
    pub who: usize,
    /// The title in front of it ("President", "Acme CEO"): the tokens of the title alone.
    pub title: Option<Range<usize>>,
}

/// What a document calls somebody or something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The longest form.
    pub canonical: String,
    /// All forms.
    pub forms: Vec<String>,
    /// Of what sort.
    pub sort: NameType,
    /// Whether a person is "she" or "he", where the document tells.
    pub gender: Option<Gender>,
}

/// All names of a document.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Mentions in order.
    pub mentions: Vec<Name>,
    /// The names they share.
    pub all: Vec<Known>,
    /// Which of them stand somewhere else than alone at the start of a sentence, where a common noun may look the same.
    firm: Vec<bool>,
    /// For each token how many mentions start before it; for the one behind the last, all of them.
    before: Vec<u32>,
    /// The positions of the names in [`Names::all`], by their longest form.
    numbers: FxHashMap<String, usize>,
    /// The first words of organisations that have several.
    leading: FxHashSet<String>,
}

impl Names {
    /// The name that starts at a token, by position among the mentions.
    #[inline]
    pub fn starting(&self, token: usize) -> Option<usize> {
        let next = self.first_from(token + 1);
        (self.first_from(token) < next).then(|| next - 1)
    }

    /// The first mention that starts at a token or behind it, by position.
    #[inline]
    fn first_from(&self, token: usize) -> usize {
        self.before.get(token).map_or(self.mentions.len(), |before| *before as usize)
    }

    /// The name that ends right before a token.
    pub fn ending(&self, token: usize) -> Option<&Name> {
        let at = self.mentions.partition_point(|name| name.tokens.end < token);
        self.mentions.get(at).filter(|name| name.tokens.end == token)
    }

    /// The name that a token belongs to.
    pub fn covering(&self, token: usize) -> Option<&Name> {
        let at = self.mentions.partition_point(|name| name.tokens.end <= token);
        self.mentions.get(at).filter(|name| name.tokens.start <= token)
    }

    /// The names whose mentions begin within a range of tokens, in order.
    #[inline]
    pub fn within(&self, tokens: Range<usize>) -> impl Iterator<Item = &Name> {
        let (first, end) = (self.first_from(tokens.start), self.first_from(tokens.end));
        self.mentions.get(first..end).unwrap_or_default().iter()
    }

    /// A name by its longest form: its position in [`Names::all`].
    pub fn number(&self, canonical: &str) -> Option<usize> {
        self.numbers.get(canonical).copied()
    }

    /// Whether an organisation of a longer name may be called by a word: "Lund" for Lund Steel.
    pub fn leads(&self, word: &str) -> bool {
        self.leading.contains(word)
    }

    /// Whether a name, in its longest form, is a person's.
    pub fn is_person(&self, canonical: &str) -> bool {
        self.number(canonical).is_some_and(|who| self.all[who].sort == NameType::Person)
    }

    /// Whether a name is more than a word that opens a sentence: "Deliveries will begin".
    pub fn is_firm(&self, name: &Name) -> bool {
        self.firm.get(name.who).copied().unwrap_or_default()
    }

    /// The places of a dateline are no organisations, for all their capitals.
    fn lie_in(&mut self, places: &[String]) {
        let keys: Vec<String> = places.iter().map(|place| key(place)).collect();
        let own = self.all.iter_mut().filter(|known| known.sort != NameType::Person);
        for known in own.filter(|known| keys.contains(&key(&known.canonical))) {
            known.sort = NameType::Place;
        }
    }

    /// The shared name of a mention.
    #[inline]
    pub fn known(&self, name: &Name) -> &Known {
        &self.all[name.who]
    }
}

/// Names compared: case, hyphens, stops and a leading article play no part.
pub fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    let mut gap = false;
    for c in name.chars() {
        if c.is_whitespace() || matches!(c, '-' | '‑' | '–' | '.' | '’' | '\'') {
            gap = !key.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            key.push(' ');
        }
        if c.is_ascii() { key.push(c.to_ascii_lowercase()) } else { key.extend(c.to_lowercase()) }
    }
    match key.strip_prefix("the ") {
        Some(bare) => bare.to_owned(),
        None => key,
    }
}

/// Finds the names of a page, told from the places of its dateline.
pub fn names(page: &Page<'_>, places: &[String]) -> Names {
    let mut found = Vec::new();
    let (titles, running) = page
        .sentences
        .iter()
        .partition::<Vec<&Sentence>, _>(|sentence| is_title_case(page, sentence.first..sentence.end));
    let spelled = Spelled::of(page, &running);
    for sentence in running {
        let mut at = sentence.first;
        while at < sentence.end {
            let end = run(page, at, sentence.first..sentence.end, &spelled);
            if end > at {
                split_at_titles(page, at..end, &mut found);
                at = end;
            } else {
                at += 1;
            }
        }
    }
    if !titles.is_empty() {
        let known: FxHashSet<String> = found.iter().map(|name| key(page.slice(name.tokens.clone()))).collect();
        for sentence in titles {
            known_names(page, sentence.first..sentence.end, &known, &mut found);
        }
    }
    found.sort_by_key(|name| name.tokens.start);
    let mut names = link(page, found, &places.iter().map(|place| key(place)).collect());
    names.lie_in(places);
    names
}

/// Whether a sentence is written Like a Headline, so that capitals tell nothing: its verbs have capitals too.
fn is_title_case(page: &Page<'_>, sentence: Range<usize>) -> bool {
    let (mut words, mut capital, mut tells) = (0, 0, false);
    for at in sentence.clone().filter(|at| page.is_word(*at) && !is_clitic(page.word(*at))) {
        let long = page.word(at).len() > 3;
        words += usize::from(long);
        if page.is_capital(at) {
            capital += usize::from(long);
            tells |= at > sentence.start && (is_past(page, at) || is_due(page, at));
        } else if tells_in_small(page, at) || long && !page.classes(at).meets(CLOSED) && page.mention(at).is_none() {
            return false;
        }
    }
    (words > 3 || words > 1 && tells) && capital * 10 >= words * 8
}

/// A regular form of the past: in a line of few words it is what happened, and no name.
fn is_past(page: &Page<'_>, at: usize) -> bool {
    page.word(at).ends_with("ed") && matches!(page.entry(at).verb, Some((_, Form::Past)))
}

/// "Acme to Buy Bolt": what is to be done, which is no name either.
fn is_due(page: &Page<'_>, at: usize) -> bool {
    page.says(at - 1, "to") && matches!(page.entry(at).verb, Some((_, Form::Base)))
}

/// A verb, of however few letters, that a headline would give a capital.
fn tells_in_small(page: &Page<'_>, at: usize) -> bool {
    page.entry(at).verb.is_some() || page.is(at, Class::Be) || page.is(at, Class::Have)
}

/// In a headline in capitals only the names that the text knows otherwise are names.
fn known_names(page: &Page<'_>, sentence: Range<usize>, known: &FxHashSet<String>, found: &mut Vec<Found>) {
    let mut at = sentence.start;
    while at < sentence.end {
        let ends = (at + 1..=(at + 5).min(sentence.end)).rev();
        let end = ends.into_iter().find(|end| page.is_capital(at) && known.contains(&key(page.slice(at..*end))));
        if let Some(end) = end {
            found.push(Found { tokens: at..end, title: None });
        }
        at = end.unwrap_or(at + 1);
    }
}

struct Found {
    tokens: Range<usize>,
    title: Option<Range<usize>>,
}

/// How a document writes words elsewhere, for those that open a sentence, where their capital tells nothing.
struct Spelled<'a> {
    /// With a small letter too: they are no names.
    small: FxHashSet<&'a str>,
    /// With a capital inside of a sentence, by themselves: they are.
    capital: FxHashSet<&'a str>,
    /// Behind somebody's given name.
    surnames: FxHashSet<&'a str>,
}

impl<'a> Spelled<'a> {
    fn of(page: &Page<'a>, running: &[&Sentence]) -> Self {
        let small = lower_case_words(page);
        let inside = running.iter().flat_map(|sentence| {
            let first = sentence.first;
            (first..sentence.end).filter(move |at| page.is_capital(*at) && stands_as_name(page, *at, first))
        });
        let capital = inside.map(|at| page.word(at)).collect();
        Self { small, capital, surnames: surnames::surnames(page, running) }
    }

    fn is_name(&self, page: &Page<'_>, at: usize) -> bool {
        self.capital.contains(page.word(at)) && !self.small.contains(page.lower(at))
    }
}

/// "sued Acme", "Acme Holdings": a capital that tells, on a word that is a name without what companies append.
fn stands_as_name(page: &Page<'_>, at: usize, first: usize) -> bool {
    let inside = !opens_sentence(page, at, first);
    let classes = page.classes(at);
    let plain = !classes.meets(CLOSED) && !classes.meets(COMMON) && !classes.has(Class::Title) && !page.is_measured(at);
    let leads = |before: usize| !opens_sentence(page, before, first) || page.is(before, Class::Naming);
    let led = at > first && is_name_word(page, at - 1) && leads(at - 1);
    let end = (at + 1..page.tokens.len()).find(|next| !is_name_word(page, *next)).unwrap_or(page.tokens.len());
    let appended = (at + 1..end).all(|next| page.is(next, Class::Corporate));
    plain && !led && appended && (inside || end > at + 1)
}

/// The words that the document also writes with a small letter: at the start of a sentence they are no names. Left out are those
/// whose class says so by itself.
fn lower_case_words<'a>(page: &Page<'a>) -> FxHashSet<&'a str> {
    let plain = |at: &usize| page.is_word(*at) && !page.is_capital(*at);
    let open = |at: &usize| {
        !page.classes(*at).meets(CLOSED) && !page.classes(*at).meets(COMMON) && !page.classes(*at).qualifies_title()
    };
    (0..page.tokens.len()).filter(plain).filter(open).map(|at| page.word(at)).collect()
}

/// No name begins with a word of these, unless it is an acronym.
const CLOSED: Classes = Classes::of(&[
    Class::Determiner,
    Class::Possessive,
    Class::Pronoun,
    Class::Preposition,
    Class::Conjunction,
    Class::Subordinator,
    Class::Modal,
    Class::Be,
    Class::Have,
    Class::Do,
    Class::Negation,
    Class::Relative,
]);

/// At the start of a sentence a word of these is no name by itself.
const COMMON: Classes = Classes::of(&[
    Class::Noun,
    Class::Saying,
    Class::Adverb,
    Class::Adjective,
    Class::Either,
    Class::Verb,
    Class::CompanyNoun,
    Class::PersonNoun,
    Class::PlaceNoun,
    Class::EventNoun,
    Class::Demonym,
]);

/// The end of the run of name words that starts at `at`; `at` itself where there is none.
fn run(page: &Page<'_>, at: usize, sentence: Range<usize>, spelled: &Spelled<'_>) -> usize {
    if !starts_name(page, at, sentence.start, spelled) {
        return at;
    }
    let mut end = at + 1;
    while let Some(next) = continues(page, at, end, &sentence) {
        end = next;
    }
    end
}

fn starts_name(page: &Page<'_>, at: usize, first: usize, spelled: &Spelled<'_>) -> bool {
    if !is_name_word(page, at) || page.is_measured(at) || is_common_acronym(page, at) && !is_name_word(page, at + 1) {
        return false;
    }
    let classes = page.classes(at);
    if classes.has(Class::Modal) && is_name_word(page, at + 1) {
        return !opens_sentence(page, at, first) || is_subject_name(page, at);
    }
    if classes.has(Class::Preposition) && is_given_name(page, at, first) {
        return true;
    }
    if classes.meets(CLOSED) && !is_acronym(page.word(at)) {
        return false;
    }
    if !opens_sentence(page, at, first) {
        return true;
    }
    if spelled.surnames.contains(page.word(at)) && surnames::acts_as_surname(page, at) {
        return true;
    }
    let next_is_name = is_name_word(page, at + 1) && !page.is_measured(at + 1);
    if next_is_name && is_participle(page, at) && !is_acting(page, at) && !spelled.capital.contains(page.word(at)) {
        return false;
    }
    let is_common = classes.meets(COMMON)
        || classes.qualifies_title()
        || spelled.small.contains(page.lower(at))
        || page.grammar.are_people(page.lower(at))
        || !next_is_name
            && (page.grammar.is_human(page.lower(at)) || is_quality(page.word(at)))
            && !spelled.is_name(page, at);
    // "Retailer Acme", "Parent Jane Doe": what somebody is stands in front of who it is.
    let kind = [Class::CompanyNoun, Class::Human, Class::Relational].into_iter().any(|class| classes.has(class))
        || page.grammar.are_people(page.lower(at));
    if next_is_name && kind && !classes.has(Class::OrganisationWord) && !classes.has(Class::Corporate) {
        return false;
    }
    let is_small = [Class::Adverb, Class::Adjective].into_iter().any(|class| classes.has(class));
    let is_small = is_small || classes.qualifies_title();
    let reads_on = is_lone(page, at) && reads_on_as_noun(page, at) && !spelled.is_name(page, at);
    let plain = !is_common && !reads_on;
    let is_part = next_is_name && (!is_small || names_with_next(page, at, spelled));
    plain || is_acronym(page.word(at)) || is_part || classes.has(Class::Title)
}

/// "Occupancy rose", "Absenteeism fell": a noun by its ending, and no name for the capital of its sentence.
fn is_quality(word: &str) -> bool {
    const ENDINGS: [&str; 8] = ["ancy", "ency", "ation", "ition", "ness", "ism", "fall", "bility"];
    word.len() > 6 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// "Blue Star Lines said", "Green Party members": an adjective that names begin with, in front of a subject or of the word for an
/// organisation; not where what stands behind it is a name by itself.
fn names_with_next(page: &Page<'_>, at: usize, spelled: &Spelled<'_>) -> bool {
    let next = page.classes(at + 1);
    let is_apart = next.has(Class::Demonym) || next.has(Class::Title) || spelled.is_name(page, at + 1);
    page.is(at, Class::Naming) && !is_apart && (next.has(Class::OrganisationWord) || is_subject_name(page, at))
}

/// "Per Lund resigned", "met Per Lund": a preposition with a capital inside of a sentence, or one that is a given name too and stands
/// in front of a surname and its verb.
fn is_given_name(page: &Page<'_>, at: usize, first: usize) -> bool {
    let unknown = page.grammar.classes(page.word(at + 1)).is_empty();
    let surname = is_name_word(page, at + 1) && !page.is_measured(at + 1) && unknown;
    let acts = || page.is(at, Class::GivenName) && page.word(at + 2) != "," && is_subject_name(page, at);
    surname && page.word(at).len() > 2 && (!opens_sentence(page, at, first) || acts())
}

/// "Citing Mill Street, she": a participle that opens a sentence.
fn is_participle(page: &Page<'_>, at: usize) -> bool {
    matches!(page.entry(at).verb, Some((_, Form::Gerund))) && !page.is(at, Class::GerundNoun)
}

/// "Will Ford resigned" against "Will Ford resign?": behind a name that opens a sentence stands a finite verb or an aside.
fn is_subject_name(page: &Page<'_>, at: usize) -> bool {
    is_acting(page, at) || page.word(name_end(page, at)) == ","
}

/// Whether a finite verb stands behind the name that begins at a token.
fn is_acting(page: &Page<'_>, at: usize) -> bool {
    let end = name_end(page, at);
    matches!(page.entry(end).verb, Some((_, Form::Past | Form::Third)))
        || [Class::Be, Class::Have, Class::Modal].into_iter().any(|class| page.is(end, class))
}

fn name_end(page: &Page<'_>, at: usize) -> usize {
    (at + 1..page.tokens.len()).find(|next| !is_name_word(page, *next)).unwrap_or(page.tokens.len())
}

/// Whether a word at the start of a sentence is followed by no other part of a name.
fn is_lone(page: &Page<'_>, at: usize) -> bool {
    !is_name_word(page, at + 1) && !page.grammar.classes(page.word(at)).has(Class::PlaceName)
}

/// "Car drivers", "Crowds turn": the word stands in front of a common noun, or is a plural with its verb.
fn reads_on_as_noun(page: &Page<'_>, at: usize) -> bool {
    const CLOSED: [Class; 8] = [
        Class::Be,
        Class::Have,
        Class::Do,
        Class::Modal,
        Class::Preposition,
        Class::Conjunction,
        Class::Adverb,
        Class::Relative,
    ];
    let next = page.classes(at + 1);
    let small = page.is_word(at + 1) && !page.is_capital(at + 1) && !is_clitic(page.word(at + 1));
    let open = small && !CLOSED.into_iter().any(|class| next.has(class));
    let plural = page.word(at).ends_with('s') && !page.word(at).ends_with("ss");
    let verb = page.entry(at + 1).verb.is_some() && !is_noun_with_verb(page, at + 1);
    open && (!verb || plural)
}

/// "Mail orders made up": what may be a verb is a noun in front of another.
fn is_noun_with_verb(page: &Page<'_>, at: usize) -> bool {
    let either = page.is(at, Class::Either) || page.lemma_classes(at).has(Class::Either);
    let past = matches!(page.entry(at + 1).verb, Some((_, Form::Past))) && !page.is(at + 1, Class::Adjective);
    either && (past || [Class::Be, Class::Have, Class::Modal].into_iter().any(|class| page.is(at + 1, class)))
}

/// Whether a capital at this place tells nothing: at the start of a sentence, a list item or an utterance.
fn opens_sentence(page: &Page<'_>, at: usize, first: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| at > first) else { return true };
    match page.word(before) {
        "." | "!" | "?" | ":" | ";" | "…" | "•" | "*" => true,
        "“" | "\"" | "‘" | "«" => {
            before == first || page.kind(before - 1) == Some(TokenKind::Mark) || before == first + 1
        }
        _ => before == first && page.kind(before) == Some(TokenKind::Mark),
    }
}

#[inline]
fn is_name_word(page: &Page<'_>, at: usize) -> bool {
    page.is_capital(at)
        || (page.is_word(at)
            && page.word(at).bytes().skip(1).any(|byte| byte.is_ascii_uppercase())
            && page.word(at).is_ascii()
            && !page.is_glued(at))
}

/// "AI", "EVs": abbreviations of common nouns, listed or introduced by small words ("artificial intelligence (AI)").
fn is_common_acronym(page: &Page<'_>, at: usize) -> bool {
    page.is(at, Class::CommonAcronym)
        || page
            .word(at)
            .strip_suffix('s')
            .is_some_and(|one| page.grammar.classes(one).has(Class::CommonAcronym) && is_acronym(one))
}

fn is_acronym(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    // All of at least two.
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_uppercase)
        && letters.all(char::is_uppercase)
}

/// The small words with which a name may end behind a hyphen.
const PARTICLES: [&str; 6] = ["on", "up", "in", "out", "off", "to"];

/// Where the run goes on behind `end`.
fn continues(page: &Page<'_>, start: usize, end: usize, sentence: &Range<usize>) -> Option<usize> {
    if end >= sentence.end || page.mention(end).is_some_and(|mention| page.is_time(mention)) {
        return None;
    }
    if is_name_word(page, end) && !page.is_measured(end) && !is_clitic(page.word(end)) {
        let closed =
            [Class::Determiner, Class::Pronoun, Class::Conjunction, Class::Modal, Class::Be, Class::Preposition]
                .into_iter()
                .any(|class| page.is(end, class));
        let country = end == start + 1 && page.is(start, Class::Demonym) && is_acronym(page.word(start));
        let common = is_common_acronym(page, end) && !is_name_word(page, end + 1);
        return ((!closed || is_acronym(page.word(end))) && !country && !common).then_some(end + 1);
    }
    let next_name = is_name_word(page, end + 1) && !page.is_measured(end + 1) && end + 1 < sentence.end;
    match page.word(end) {
        "-" | "‑" if page.is_glued(end) && page.is_glued(end + 1) && page.is_word(end + 1) => {
            let person = !is_acronym(page.word(end - 1)) && end - start >= 2 && page.entry(end + 1).classes.is_empty();
            // "Snap-on", and no "Lund-based"
            let is_particle = end == start + 1 && PARTICLES.contains(&page.word(end + 1));
            (next_name || person || is_particle).then_some(end + 2)
        }
        "&" if next_name => Some(end + 2),
        "'" | "’" if next_name && is_membership(page, end) => Some(end + 2),
        "'s" | "’s" | "'" | "’" if next_name && is_dedicated(page, start..end) => Some(end + 2),
        "of" | "for" | "and" | "," if next_name && is_organisation_start(page, start..end) => {
            joins(page, start..end, end, sentence)
        }
        "de" | "van" | "von" | "der" | "al" | "bin" | "du" | "la" | "del" | "da" | "di" | "le" | "den" => {
            (end + 1..(end + 3).min(sentence.end)).find(|at| is_name_word(page, *at)).map(|at| at + 1)
        }
        _ => None,
    }
}

/// "Residents' Association", "Teachers' Union": what people of a kind have founded, by the plural in front of the mark at `at`.
fn is_membership(page: &Page<'_>, at: usize) -> bool {
    const PEOPLE: [&str; 7] = ["ers", "ors", "ents", "ants", "ists", "ians", "ees"];
    let people = page.lower(at - 1);
    is_possessive(page, at)
        && !page.is(at - 1, Class::Corporate)
        && (PEOPLE.iter().any(|ending| people.ends_with(ending))
            || page.grammar.classes(&singular(people)).has(Class::PersonNoun))
        && page.is(at + 1, Class::OrganisationWord)
}

/// "St Anne's School", "King's College": an institution by a saint, or by one that it was founded for. The mark stands behind the run.
fn is_dedicated(page: &Page<'_>, run: Range<usize>) -> bool {
    let kind = page.classes(run.end + 1);
    if is_saint(page, run.start) {
        let whose = run.len() > 1 && run.len() < 4;
        return whose
            && [Class::Dedicated, Class::OrganisationWord, Class::PlaceWord].into_iter().any(|class| kind.has(class));
    }
    let owner = page.classes(run.start);
    let other = [Class::PlaceName, Class::Demonym, Class::OrganisationWord, Class::Corporate];
    run.len() == 1
        && kind.has(Class::Dedicated)
        && is_possessive(page, run.end)
        && !is_acronym(page.word(run.start))
        && !other.into_iter().any(|class| owner.has(class))
}

/// "St", in front of a name.
fn is_saint(page: &Page<'_>, at: usize) -> bool {
    matches!(page.word(at), "St" | "St." | "Saint")
}

/// "Ministry of Trade, Industry and Resources": a list of nouns behind the "of" of an organisation.
fn joins(page: &Page<'_>, run: Range<usize>, at: usize, sentence: &Range<usize>) -> Option<usize> {
    let has_of = run.clone().any(|token| matches!(page.word(token), "of" | "for"));
    match page.word(at) {
        "of" | "for" => Some(at + 2),
        "and" if has_of && !page.slice(run.clone()).contains(" and ") => Some(at + 2),
        "," if has_of && run.len() < 5 => {
            let and = (at + 1..sentence.end.min(at + 6)).find(|token| page.says(*token, "and"))?;
            (at + 1..and).all(|token| is_name_word(page, token) || page.word(token) == ",").then_some(at + 2)
        }
        _ => None,
    }
}

fn is_organisation_start(page: &Page<'_>, run: Range<usize>) -> bool {
    run.clone().any(|token| page.is(token, Class::OrganisationWord) && !page.is(token, Class::Corporate))
        || run
            .clone()
            .any(|token| matches!(page.word(token), "House" | "Ministry" | "Department" | "University" | "Bank"))
}

fn is_clitic(word: &str) -> bool {
    word.starts_with(['\'', '’'])
}

/// The dictionary form of a token: of a verb where it is one, else the word in small letters.
pub fn lemma<'a>(page: &'a Page<'_>, at: usize) -> &'a str {
    match page.entry(at).verb {
        Some((number, _)) => page.grammar.verb(number),
        None => page.lower(at),
    }
}
