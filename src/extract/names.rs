//! Names: runs of capitalised words, cut at titles, joined within a document by alias, acronym, surname and short form.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::NameType;
use super::grammar::{Class, Form};
use super::page::Page;
use crate::text::{Sentence, TokenKind};

mod people;

use people::people;

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
}

/// All names of a document.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Mentions in order.
    pub mentions: Vec<Name>,
    /// The names they share.
    pub all: Vec<Known>,
    at: FxHashMap<usize, usize>,
}

impl Names {
    /// The name that starts at a token, by position among the mentions.
    pub fn starting(&self, token: usize) -> Option<usize> {
        self.at.get(&token).copied()
    }

    /// The names whose mentions begin within a range of tokens, in order.
    pub fn within(&self, tokens: Range<usize>) -> impl Iterator<Item = &Name> {
        let first = self.mentions.partition_point(|name| name.tokens.start < tokens.start);
        self.mentions.get(first..).unwrap_or_default().iter().take_while(move |name| name.tokens.start < tokens.end)
    }

    /// The shared name of a mention.
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

/// Finds the names of a page.
pub fn names(page: &Page<'_>) -> Names {
    let lower = lower_case_words(page);
    let mut found = Vec::new();
    let (titles, running) = page
        .sentences
        .iter()
        .partition::<Vec<&Sentence>, _>(|sentence| is_title_case(page, sentence.first..sentence.end));
    for sentence in running {
        let mut at = sentence.first;
        while at < sentence.end {
            let end = run(page, at, sentence.first..sentence.end, &lower);
            if end > at {
                split_at_titles(page, at..end, &mut found);
                at = end;
            } else {
                at += 1;
            }
        }
    }
    let known: FxHashSet<String> = found.iter().map(|name| key(page.slice(name.tokens.clone()))).collect();
    for sentence in titles {
        known_names(page, sentence.first..sentence.end, &known, &mut found);
    }
    found.sort_by_key(|name| name.tokens.start);
    link(page, found)
}

/// Whether a sentence is written Like a Headline, so that capitals tell nothing: its verbs have capitals too.
fn is_title_case(page: &Page<'_>, sentence: Range<usize>) -> bool {
    let (mut words, mut capital) = (0, 0);
    for at in sentence.filter(|at| page.is_word(*at)) {
        let long = page.word(at).len() > 3;
        words += usize::from(long);
        if page.is_capital(at) {
            capital += usize::from(long);
        } else if long && page.entry(at).verb.is_some() || page.is(at, Class::Be) || page.is(at, Class::Have) {
            return false;
        }
    }
    words > 3 && capital * 10 >= words * 8
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

/// The words that the document also writes with a small letter: at the start of a sentence they are no names.
fn lower_case_words<'a>(page: &Page<'a>) -> FxHashSet<&'a str> {
    (0..page.tokens.len()).filter(|at| page.is_word(*at) && !page.is_capital(*at)).map(|at| page.word(at)).collect()
}

/// The end of the run of name words that starts at `at`; `at` itself where there is none.
fn run(page: &Page<'_>, at: usize, sentence: Range<usize>, lower: &FxHashSet<&str>) -> usize {
    if !starts_name(page, at, sentence.start, lower) {
        return at;
    }
    let mut end = at + 1;
    while let Some(next) = continues(page, at, end, &sentence) {
        end = next;
    }
    end
}

fn starts_name(page: &Page<'_>, at: usize, first: usize, lower: &FxHashSet<&str>) -> bool {
    if !is_name_word(page, at) || page.is_measured(at) || is_common_acronym(page, at) && !is_name_word(page, at + 1) {
        return false;
    }
    let opens = opens_sentence(page, at, first);
    let classes = page.classes(at);
    let closed = [
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
    ];
    if classes.has(Class::Modal) && is_name_word(page, at + 1) {
        return !opens || is_subject_name(page, at);
    }
    if closed.into_iter().any(|class| classes.has(class)) && !is_acronym(page.word(at)) {
        return false;
    }
    if !opens {
        return true;
    }
    let next_is_name = is_name_word(page, at + 1) && !page.is_measured(at + 1);
    let common = [
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
    ];
    let is_common = common.into_iter().any(|class| classes.has(class))
        || classes.qualifies_title()
        || lower.contains(page.lower(at).as_str());
    let is_small = [Class::Adverb, Class::Adjective].into_iter().any(|class| classes.has(class));
    let is_small = is_small || classes.qualifies_title();
    let reads_on = is_lone(page, at) && reads_on_as_noun(page, at);
    let plain = !is_common && !reads_on;
    plain || is_acronym(page.word(at)) || (next_is_name && !is_small) || classes.has(Class::Title)
}

/// "Will Ford resigned" against "Will Ford resign?": behind a name that opens a sentence stands a finite verb or an aside.
fn is_subject_name(page: &Page<'_>, at: usize) -> bool {
    let end = (at + 1..page.tokens.len()).find(|next| !is_name_word(page, *next)).unwrap_or(page.tokens.len());
    matches!(page.entry(end).verb, Some((_, Form::Past | Form::Third)))
        || [Class::Be, Class::Have, Class::Modal].into_iter().any(|class| page.is(end, class))
        || page.word(end) == ","
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
    let verb = page.entry(at + 1).verb.is_some();
    open && (!verb || plural)
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

fn is_name_word(page: &Page<'_>, at: usize) -> bool {
    page.is_capital(at)
        || (page.is_word(at)
            && page.word(at).chars().skip(1).any(char::is_uppercase)
            && page.word(at).len() > 1
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
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    letters.len() > 1 && letters.iter().all(|c| c.is_uppercase())
}

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
            (next_name || person).then_some(end + 2)
        }
        "&" if next_name => Some(end + 2),
        "of" | "for" | "and" | "," if next_name && is_organisation_start(page, start..end) => {
            joins(page, start..end, end, sentence)
        }
        "de" | "van" | "von" | "der" | "al" | "bin" | "du" | "la" | "del" | "da" | "di" | "le" | "den" => {
            (end + 1..(end + 3).min(sentence.end)).find(|at| is_name_word(page, *at)).map(|at| at + 1)
        }
        _ => None,
    }
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

/// Cuts "Acme CEO Jane Doe" into a name, a title and a name; drops demonyms in front of titles and nouns.
fn split_at_titles(page: &Page<'_>, run: Range<usize>, found: &mut Vec<Found>) {
    let event = page.is(run.end - 1, Class::EventNoun) || page.is(run.end - 1, Class::OrganisationWord);
    let title = (run.start..run.end).find(|at| page.is(*at, Class::Title) && !event);
    let Some(first) = title else {
        push_name(page, run, None, found);
        return;
    };
    let mut last = first + 1;
    while last < run.end && (page.is(last, Class::Title) || page.is(last, Class::PersonNoun)) {
        last += 1;
    }
    // "Chief Commercial Officer": a title may go on behind words that are none.
    let last = (last + 1..=(first + 4).min(run.end))
        .rfind(|end| page.grammar.classes(page.slice(first..*end)).has(Class::Title))
        .unwrap_or(last);
    // "Interior Minister": a title may begin before the word that is one by itself.
    let first = (run.start..first)
        .find(|start| page.grammar.classes(page.slice(*start..last)).has(Class::Title))
        .unwrap_or(first);
    push_name(page, run.start..first, None, found);
    push_name(page, last..run.end, Some(first..last), found);
}

fn push_name(page: &Page<'_>, tokens: Range<usize>, title: Option<Range<usize>>, found: &mut Vec<Found>) {
    let start = (tokens.start..tokens.end).find(|at| !page.is(*at, Class::Honorific)).unwrap_or(tokens.end);
    let end = tokens.end;
    let demonym = start < end
        && page.grammar.classes(page.slice(start..end)).has(Class::Demonym)
        && !is_acronym(page.word(start));
    if start < end && !demonym {
        let honorific = (start > tokens.start).then_some(tokens.start..start);
        let title = title.or(honorific).or_else(|| small_title(page, start));
        found.push(Found { tokens: start..end, title });
    }
}

/// The title in small letters right in front of a name: "chief executive Jane Doe".
fn small_title(page: &Page<'_>, at: usize) -> Option<Range<usize>> {
    let first = (at.saturating_sub(3)..at)
        .find(|start| (*start..at).all(|token| page.is(token, Class::Title) || page.is(token, Class::PersonNoun)))?;
    Some(first..at)
}

/// Joins mentions of one name.
fn link(page: &Page<'_>, found: Vec<Found>) -> Names {
    let forms: Vec<String> = found.iter().map(|name| page.slice(name.tokens.clone()).to_owned()).collect();
    let mut groups = Groups::default();
    for form in &forms {
        groups.add(form);
    }
    let people = people(page, &found, &forms);
    introduced(page, &found, &forms, &mut groups);
    acronyms(page, &found, &forms, &mut groups);
    surnames(&people, &forms, &mut groups);
    short_forms(page, &forms, &mut groups);
    finish(page, found, forms, &people, groups)
}

/// Names by key, joined like sets.
#[derive(Default)]
struct Groups {
    number: BTreeMap<String, usize>,
    /// Longer forms that the text spells apart.
    longer: BTreeMap<String, String>,
    parent: Vec<usize>,
}

impl Groups {
    fn add(&mut self, form: &str) -> usize {
        let next = self.parent.len();
        let number = *self.number.entry(key(form)).or_insert(next);
        if number == next {
            self.parent.push(next);
        }
        self.root(number)
    }

    fn root(&self, mut at: usize) -> usize {
        while self.parent[at] != at {
            at = self.parent[at];
        }
        at
    }

    fn join(&mut self, a: &str, b: &str) {
        let (a, b) = (self.add(a), self.add(b));
        self.parent[a.max(b)] = a.min(b);
    }
}

/// The dictionary form of a token: of a verb where it is one, else the word in small letters.
pub fn lemma(page: &Page<'_>, at: usize) -> String {
    match page.entry(at).verb {
        Some((number, _)) => page.grammar.verb(number).to_owned(),
        None => page.lower(at),
    }
}

/// "North Mill Trust (NMT)".
fn acronyms(page: &Page<'_>, found: &[Found], forms: &[String], groups: &mut Groups) {
    for (index, pair) in found.windows(2).enumerate() {
        let (long, short) = (&pair[0].tokens, &pair[1].tokens);
        let bracket = short.start == long.end + 1 && page.word(long.end) == "(" && page.word(short.end) == ")";
        if bracket && short.len() == 1 && is_short_for(&forms[index], &forms[index + 1]) {
            groups.join(&forms[index], &forms[index + 1]);
        }
    }
}

/// "Asia-Pacific Economic Cooperation (APEC) Summit" is also the APEC Summit.
fn introduced(page: &Page<'_>, found: &[Found], forms: &[String], groups: &mut Groups) {
    for (index, pair) in found.windows(2).enumerate() {
        let (short, rest) = (&pair[0].tokens, &pair[1].tokens);
        if page.word(short.end) == ")" && rest.start == short.end + 1 && page.word(short.start.wrapping_sub(1)) == "(" {
            groups.join(&format!("{} {}", forms[index], forms[index + 1]), &forms[index + 1]);
            groups.longer.insert(key(&forms[index + 1]), format!("{} {}", forms[index], forms[index + 1]));
        }
    }
}

/// Whether the letters of `short` occur in order in `long`, beginning with its first.
fn is_short_for(long: &str, short: &str) -> bool {
    let mut letters = long.chars().flat_map(char::to_lowercase);
    let mut short = short.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    short.next() == long.chars().flat_map(char::to_lowercase).next() && {
        letters.next();
        short.all(|c| letters.any(|l| l == c))
    }
}

/// "Doe" for Jane Doe, "Mao" for Mao Zedong; only where one person fits.
fn surnames(people: &FxHashSet<String>, forms: &[String], groups: &mut Groups) {
    let mut long: BTreeMap<String, BTreeMap<String, &String>> = BTreeMap::new();
    for form in forms.iter().filter(|form| form.contains([' ', '-']) && people.contains(&key(form))) {
        let whole = key(form);
        for part in [whole.split(' ').next(), whole.rsplit(' ').next()].into_iter().flatten() {
            long.entry(part.to_owned()).or_default().insert(whole.clone(), form);
        }
    }
    for form in forms.iter().filter(|form| !form.contains(' ')) {
        let fits: Vec<&&String> = long.get(&key(form)).map(|fits| fits.values().collect()).unwrap_or_default();
        if let [only] = fits[..] {
            groups.join(only, form);
        }
    }
}

/// "Halden" for Halden Technologies: what is left out is a word that companies append. A place keeps its name for itself.
fn short_forms(page: &Page<'_>, forms: &[String], groups: &mut Groups) {
    let is_place = |form: &&String| page.grammar.classes(form).has(Class::PlaceName);
    let known: FxHashSet<String> = forms.iter().filter(|form| !is_place(form)).map(|form| key(form)).collect();
    for form in forms {
        let words: Vec<&str> = form.split_whitespace().collect();
        let kept =
            words.iter().rposition(|word| !page.grammar.classes(word).has(Class::Corporate)).map_or(0, |last| last + 1);
        if kept > 0 && kept < words.len() {
            let short = words[..kept].join(" ");
            if known.contains(&key(&short)) {
                groups.join(form, &short);
            }
        }
    }
}

fn finish(
    page: &Page<'_>,
    found: Vec<Found>,
    forms: Vec<String>,
    people: &FxHashSet<String>,
    mut groups: Groups,
) -> Names {
    let mut names = Names::default();
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
    for (name, form) in found.into_iter().zip(forms) {
        let root = groups.add(&form);
        let who = *numbers.entry(root).or_insert_with(|| {
            names.all.push(Known { canonical: form.clone(), forms: Vec::new(), sort: NameType::Other });
            names.all.len() - 1
        });
        let known = &mut names.all[who];
        let longer = groups.longer.get(&key(&form)).filter(|longer| !known.forms.contains(longer));
        if let Some(longer) = longer {
            known.forms.push(longer.clone());
            known.canonical.clone_from(longer);
        }
        if form.chars().count() > known.canonical.chars().count() {
            known.canonical = form.clone();
        }
        let sort = sort_of(page, &name, people.contains(&key(&form)));
        if known.sort == NameType::Other || sort == NameType::Person {
            known.sort = sort;
        }
        if !known.forms.contains(&form) {
            known.forms.push(form);
        }
        names.at.insert(name.tokens.start, names.mentions.len());
        names.mentions.push(Name { tokens: name.tokens, who, title: name.title });
    }
    names
}

fn sort_of(page: &Page<'_>, name: &Found, person: bool) -> NameType {
    let any = |class| name.tokens.clone().any(|at| page.is(at, class));
    if person {
        NameType::Person
    } else if any(Class::EventNoun) {
        NameType::Other
    } else if page.grammar.classes(page.slice(name.tokens.clone())).has(Class::PlaceName) {
        NameType::Place
    } else if any(Class::OrganisationWord) || any(Class::Corporate) {
        NameType::Organisation
    } else if any(Class::PlaceWord)
        || matches!(page.word(name.tokens.start.wrapping_sub(1)), "in" | "near" | "across")
            && !is_clitic(page.word(name.tokens.end))
    {
        NameType::Place
    } else if is_acronym(page.word(name.tokens.start)) && name.tokens.len() == 1 {
        NameType::Organisation
    } else {
        NameType::Other
    }
}
