//! Who is who: declared entities and groups, and the forms that each document gives a name.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::bodies::{self, Bodies};
use super::words::name_key as key;
use crate::extract::{Grammar, Known, NameType, Reading};
use crate::statement::{Entity, Vocabulary};

/// How two names are related.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kinship {
    /// One and the same.
    Same,
    /// One is a part of the other.
    Part,
    /// Nothing is known.
    None,
}

/// An asserted name: its forms, what it is a part of, and what it must not be taken for.
#[derive(Clone, Debug, Default)]
pub struct Whom {
    forms: Vec<String>,
    wholes: BTreeSet<String>,
    not: BTreeSet<String>,
}

/// The subject of a fact by all that its name goes by, numbered: many facts, and documents, have the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Identity(u32);

impl Identity {
    /// Of no fact.
    const NOBODY: Self = Self(u32::MAX);
}

/// Names and what they stand for.
#[derive(Clone, Debug, Default)]
pub struct Names {
    entities: Vec<Keys>,
    by_key: FxHashMap<String, usize>,
    documents: Vec<FxHashMap<String, BTreeSet<String>>>,
    /// The keys of the longest forms that names have in documents.
    canonical: FxHashSet<String>,
    groups: BTreeMap<String, Vec<String>>,
    known: BTreeSet<String>,
    /// Full names of people by their surname; none where several people share it.
    surnames: BTreeMap<String, Option<String>>,
    /// Words that stand in front of a name: titles, and "Mr.".
    titles: BTreeSet<String>,
    /// Names of several words, but for people's, by their last word; none where several things share it.
    heads: BTreeMap<String, Option<String>>,
    /// The same of places and of what is built alone: the one bridge, or hotel, that has a name.
    built: BTreeMap<String, Option<String>>,
    /// Names of organisations by their first word, where it is no other word; none where something else begins so.
    leads: BTreeMap<String, Option<String>>,
    /// Full names by the abbreviation that an article gives one, and the other way round; none where articles differ.
    abbreviations: BTreeMap<String, Option<String>>,
    /// Names of institutions without the word for their kind, by the full ones: "Lund General" by Lund General Hospital.
    institutions: BTreeMap<String, String>,
    /// The keys of the names that facts are about: each is held against many assertions.
    subjects: FxHashMap<String, String>,
    identities: Identities,
}

/// Who the facts are about.
#[derive(Clone, Debug, Default)]
struct Identities {
    /// By identity, its keys, that of its name first.
    keys: Vec<Vec<String>>,
    /// By document and fact.
    subjects: Vec<Vec<Identity>>,
    /// The same, of those who act together.
    members: FxHashMap<(usize, usize), Box<[Identity]>>,
    /// By number, the facts about each, alone or together with others, in order.
    facts: Vec<Vec<(usize, usize)>>,
}

impl Identities {
    fn add(&mut self, position: (usize, usize), identity: Identity) {
        let at = identity.0 as usize;
        if let Some(facts) = self.facts.get_mut(at).filter(|facts| facts.last() != Some(&position)) {
            facts.push(position);
        }
    }
}

#[derive(Clone, Debug, Default)]
struct Keys {
    keys: BTreeSet<String>,
    part_of: Vec<String>,
    not: BTreeSet<String>,
}

impl Names {
    /// Collects the declared names and those of the documents.
    pub fn new(vocabulary: &Vocabulary, grammar: &Grammar, readings: &[Reading]) -> Self {
        let mut names = Self::default();
        for entity in &vocabulary.entities {
            names.declare(entity);
        }
        for place in &vocabulary.places {
            names.declare(&Entity {
                name: place.name.clone(),
                aliases: place.aliases.iter().chain(&place.demonyms).cloned().collect(),
                ..Entity::default()
            });
        }
        for group in &vocabulary.groups {
            names.groups.insert(key(&group.name), group.members.clone());
        }
        let forms = vocabulary.titles.iter().flat_map(|title| std::iter::once(&title.name).chain(&title.forms));
        names.titles =
            forms.chain(vocabulary.words.get("honorific").into_iter().flatten()).map(|form| key(form)).collect();
        let bodies = Bodies::of(vocabulary);
        for reading in readings {
            names.add_document(reading, grammar, &bodies);
        }
        names.identities = names.identify(readings);
        names
    }

    /// Numbers the subjects of all facts.
    fn identify(&self, readings: &[Reading]) -> Identities {
        let mut known: FxHashMap<Vec<&str>, Identity> = FxHashMap::default();
        let mut identities = Identities::default();
        for (document, reading) in readings.iter().enumerate() {
            let mut own: FxHashMap<&str, Identity> = FxHashMap::default();
            let mut number = |name: &str| {
                let own = self.subjects.get(name)?;
                let mut keys = self.keys(own, Some(document));
                // "The fields were flooded": a common noun is nobody's surname.
                if !name.contains(char::is_uppercase) {
                    keys.retain(|key| self.surnames.get(own).and_then(Option::as_deref) != Some(*key));
                }
                let next = Identity(u32::try_from(identities.keys.len()).ok()?);
                Some(*known.entry(keys).or_insert_with_key(|keys| {
                    identities.keys.push(keys.iter().map(|key| (*key).to_owned()).collect());
                    next
                }))
            };
            let mut identity =
                |name| *own.entry(name).or_insert_with_key(|name| number(name).unwrap_or(Identity::NOBODY));
            let mut subjects = Vec::with_capacity(reading.facts.len());
            for (fact, statement) in reading.facts.iter().map(|fact| &fact.statement).enumerate() {
                subjects.push(identity(statement.subject.name.as_str()));
                if let Some(members) = &statement.subject.members {
                    let members = members.names.iter().map(|name| identity(name)).collect();
                    identities.members.insert((document, fact), members);
                }
            }
            identities.subjects.push(subjects);
        }
        identities.facts.resize_with(identities.keys.len(), Vec::new);
        for (document, reading) in readings.iter().enumerate() {
            for fact in 0..reading.facts.len() {
                let members = identities.members.get(&(document, fact)).cloned().unwrap_or_default();
                let own = identities.subjects[document][fact];
                members.iter().chain([&own]).for_each(|identity| identities.add((document, fact), *identity));
            }
        }
        identities
    }

    /// Who a fact is about.
    pub fn identity(&self, document: usize, fact: usize) -> Identity {
        let subjects = self.identities.subjects.get(document);
        subjects.and_then(|facts| facts.get(fact)).copied().unwrap_or(Identity::NOBODY)
    }

    /// Those who act together in a fact, in the order in which it names them.
    pub fn members(&self, document: usize, fact: usize) -> &[Identity] {
        self.identities.members.get(&(document, fact)).map_or(&[], |members| members)
    }

    /// The declared members of a group.
    pub fn group(&self, name: &str) -> Option<&[String]> {
        self.groups.get(&key(name)).map(Vec::as_slice)
    }

    /// Whether the name occurs in some document.
    pub fn occurs(&self, name: &str) -> bool {
        let own = self.key_of(name);
        self.keys(&own, None).into_iter().any(|form| self.known.contains(form))
            || self.surnamed(&own).or_else(|| self.led(&own)).is_some()
    }

    /// The one person of the articles whom a surname stands for, by itself or behind a title: "Mayor Lom". What is a name of something
    /// else, too, stands for nobody.
    fn surnamed(&self, own: &str) -> Option<&str> {
        let titled =
            own.match_indices(' ').map(|(at, _)| own.split_at(at)).rfind(|(title, _)| self.titles.contains(*title));
        let name = titled.map_or(own, |(_, name)| name.trim_start());
        let is_other = self.by_key.contains_key(name) || self.canonical.contains(name);
        if is_other { None } else { self.surnames.get(name)?.as_deref() }
    }

    /// The one organisation of the articles whose name begins with a word that is no name of anything else: "Halvorsen".
    fn led(&self, own: &str) -> Option<&str> {
        if self.by_key.contains_key(own) || self.surnames.contains_key(own) {
            None
        } else {
            self.leads.get(own)?.as_deref()
        }
    }

    /// The names that occur in documents, by key.
    pub fn occurring(&self) -> impl Iterator<Item = &str> {
        self.known.iter().map(String::as_str)
    }

    /// Whether one name begins another, and no other that occurs.
    pub fn begins_only(&self, short: &str, long: &str) -> bool {
        let (short, long) = (key(short), key(long));
        let begins =
            |name: &str| name.strip_prefix(&short).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        let mut others = self.known.range(short.clone()..).take_while(|name| name.starts_with(&short));
        begins(&long) && others.all(|name| *name == long || !begins(name))
    }

    /// The one full name that ends with the words of a description: "council", "town council" for Lund Town Council.
    pub fn described_by(&self, words: &str) -> Option<&str> {
        let words = key(words);
        let full = self.heads.get(words.rsplit(' ').next()?)?.as_deref()?;
        ends_with(&key(full), &words).then_some(full)
    }

    /// An asserted name, looked up once.
    pub fn whom(&self, name: &str) -> Whom {
        let own = self.key_of(name);
        let mut forms: Vec<String> = self.keys(&own, None).into_iter().map(str::to_owned).collect();
        // "bridge" is the one bridge of the articles that has a name.
        if name.bytes().all(|byte| byte.is_ascii_lowercase()) {
            forms.extend(self.built.get(own.as_ref()).and_then(Option::as_deref).map(key));
        }
        let is_name = name.starts_with(char::is_uppercase);
        let occurs = forms.iter().any(|form| self.known.contains(form));
        let surnamed = self.surnamed(&own).filter(|_| is_name && !occurs);
        let led = || self.led(&own).filter(|_| is_name).filter(|long| forms.iter().all(|form| form != long));
        forms.extend(surnamed.or_else(led).map(str::to_owned));
        Whom { forms, wholes: self.wholes(&own), not: self.not(&own).cloned().unwrap_or_default() }
    }

    /// How an asserted name and one of a document are related.
    pub fn kin(&self, asked: &Whom, document: usize, name: &str) -> Kinship {
        let own = self.key_of(name);
        self.related(asked, &self.keys(&own, Some(document)))
    }

    /// How an asserted name and the subject of a fact are related.
    pub fn kin_of(&self, asked: &Whom, subject: Identity) -> Kinship {
        self.identities.keys.get(subject.0 as usize).map_or(Kinship::None, |theirs| self.related(asked, theirs))
    }

    /// The facts about those who are an asserted name, or a part or the whole of it, alone or together with others; by document and
    /// fact, in no order.
    pub fn facts_about(&self, asked: &Whom) -> Vec<(usize, usize)> {
        let Identities { keys, facts, .. } = &self.identities;
        let is_kin = |(keys, _): &(&Vec<String>, _)| self.related(asked, keys) != Kinship::None;
        keys.iter().zip(facts).filter(is_kin).flat_map(|(_, facts)| facts.iter().copied()).collect()
    }

    /// The same as [`Names::kin`] for a name that is asked once.
    pub fn kinship(&self, asserted: &str, document: usize, name: &str) -> Kinship {
        self.kin(&self.whom(asserted), document, name)
    }

    /// How an asserted name and what goes by some keys are related; the first is that of its name.
    fn related(&self, asked: &Whom, theirs: &[impl AsRef<str>]) -> Kinship {
        let among = |known: &BTreeSet<String>| theirs.iter().any(|key| known.contains(key.as_ref()));
        let is_form = |key: &str| asked.forms.iter().any(|form| form == key);
        let part_of = |own: &str| self.wholes(own).iter().any(|whole| is_form(whole));
        if among(&asked.not) {
            Kinship::None
        } else if theirs.iter().any(|key| is_form(key.as_ref())) {
            Kinship::Same
        } else if among(&asked.wholes) || theirs.first().is_some_and(|own| part_of(own.as_ref())) {
            Kinship::Part
        } else {
            Kinship::None
        }
    }

    /// What a name, given by its key, must not be taken for.
    fn not(&self, name: &str) -> Option<&BTreeSet<String>> {
        self.by_key.get(name).and_then(|entity| self.entities.get(*entity)).map(|entity| &entity.not)
    }

    /// The keys that a name of a document goes by: two names mean one thing where they have one in common.
    pub fn known_as(&self, document: usize, name: &str) -> Vec<String> {
        self.keys(&self.key_of(name), Some(document)).into_iter().map(str::to_owned).collect()
    }

    /// Whether two names of documents mean one thing.
    pub fn same(&self, a: (usize, &str), b: (usize, &str)) -> bool {
        let (one, two) = (self.key_of(a.1), self.key_of(b.1));
        let (ours, theirs) = (self.keys(&one, Some(a.0)), self.keys(&two, Some(b.0)));
        ours.iter().any(|key| theirs.contains(key))
    }

    fn key_of(&self, name: &str) -> Cow<'_, str> {
        self.subjects.get(name).map_or_else(|| Cow::Owned(key(name)), |key| Cow::Borrowed(key.as_str()))
    }

    fn declare(&mut self, entity: &Entity) {
        let keys: BTreeSet<String> =
            std::iter::once(&entity.name).chain(&entity.aliases).map(|name| key(name)).collect();
        let number = self.entities.len();
        for name in &keys {
            self.by_key.entry(name.clone()).or_insert(number);
        }
        let part_of = entity.part_of.iter().map(|whole| key(whole)).collect();
        let not = entity.not.iter().map(|other| key(other)).collect();
        // A second declaration of a name adds to the first.
        let first = keys.iter().filter_map(|name| self.by_key.get(name)).min().copied().unwrap_or(number);
        self.entities.push(Keys { keys: keys.clone(), part_of, not });
        if first < number {
            let added = self.entities[number].clone();
            let old = &mut self.entities[first];
            old.keys.extend(added.keys);
            old.part_of.extend(added.part_of);
            old.not.extend(added.not);
            for name in keys {
                self.by_key.insert(name, first);
            }
        }
    }

    fn add_document(&mut self, reading: &Reading, grammar: &Grammar, bodies: &Bodies) {
        let mut forms: FxHashMap<String, BTreeSet<String>> = FxHashMap::default();
        for known in &reading.names {
            let keys: BTreeSet<String> = known.forms.iter().map(|form| key(form)).collect();
            self.known.extend(keys.iter().cloned());
            for form in &known.forms {
                let longer = grammar.with_institution(form).map(|longer| (key(&longer), key(form)));
                let shorter = grammar.without_institution(form).map(|shorter| (key(form), key(shorter)));
                self.institutions.extend(longer.chain(shorter));
            }
            let unknown = |name: &str| name.split(' ').all(|word| grammar.classes(word).is_empty());
            // "Mia Bryant scored": two words of which nothing is known may be somebody's name.
            let may_be = known.sort == NameType::Other && known.canonical.matches(' ').count() == 1;
            if known.sort == NameType::Person || may_be && unknown(&known.canonical) {
                self.add_person(&key(&known.canonical));
            }
            let canonical = key(&known.canonical);
            self.add_lead(known, grammar);
            if known.sort != NameType::Person {
                add_head(&mut self.heads, &known.canonical);
            }
            let is_built =
                known.canonical.rsplit(' ').next().is_some_and(|last| grammar.is_built(&last.to_lowercase()));
            if known.sort == NameType::Place || known.sort != NameType::Person && is_built {
                add_head(&mut self.built, &known.canonical);
            }
            for short in known.forms.iter().filter(|form| abbreviates(form, &known.canonical)).map(|form| key(form)) {
                only(&mut self.abbreviations, &short, &canonical);
                only(&mut self.abbreviations, &canonical, &short);
            }
            forms.insert(canonical, keys);
        }
        bodies::add(reading, bodies, &mut forms);
        for fact in &reading.facts {
            let subject = &fact.statement.subject;
            for name in std::iter::once(&subject.name).chain(subject.members.iter().flat_map(|all| &all.names)) {
                if !self.subjects.contains_key(name) {
                    self.subjects.insert(name.clone(), key(name));
                }
            }
        }
        self.canonical.extend(forms.keys().cloned());
        self.documents.push(forms);
    }

    fn add_person(&mut self, name: &str) {
        let Some((_, surname)) = name.rsplit_once(' ') else { return };
        only(&mut self.surnames, surname, name);
    }

    /// Notes what the first word of a name may stand for: "Halvorsen" is Halvorsen Tool Inc., unless it is a name by itself, as of a
    /// place, of somebody or of the firm that it belongs to.
    fn add_lead(&mut self, known: &Known, grammar: &Grammar) {
        let name = key(&known.canonical);
        let first = name.split(' ').next().unwrap_or_default();
        if !grammar.classes(first).is_empty() {
            return;
        }
        let is_led = known.sort == NameType::Organisation && first != name;
        let meant = is_led.then(|| name.clone());
        let entry = self.leads.entry(first.to_owned()).or_insert_with(|| meant.clone());
        *entry = match (entry.take(), meant) {
            (Some(old), Some(new)) if begins_with(&new, &old) => Some(new),
            (Some(old), Some(new)) if begins_with(&old, &new) => Some(old),
            _ => None,
        };
    }

    /// The one name that a name abbreviates, or is abbreviated by.
    fn linked(&self, name: &str) -> Option<&str> {
        let other = self.abbreviations.get(name)?.as_deref()?;
        let back = self.abbreviations.get(other)?.as_deref()?;
        (back == name).then_some(other)
    }

    /// All keys that a name, given by its own, goes by in a document; some may be there twice.
    fn keys<'a>(&'a self, own: &'a str, document: Option<usize>) -> Vec<&'a str> {
        let mut keys = vec![own];
        if let Some(forms) = document.and_then(|document| self.documents.get(document)).and_then(|forms| forms.get(own))
        {
            keys.extend(forms.iter().map(String::as_str).filter(|form| *form != own));
        }
        // A document that gives a surname alone means the one person of that name whom the others give in full.
        if keys.len() == 1 && document.is_some() {
            keys.extend(self.surnames.get(own).and_then(Option::as_deref));
        }
        for at in 0..keys.len() {
            keys.extend(keys.get(at).and_then(|key| self.institutions.get(*key)).map(String::as_str));
        }
        // What one article abbreviates the others mean by the abbreviation, as long as none of them means another.
        if !keys.iter().any(|key| self.by_key.contains_key(*key)) {
            for at in 0..keys.len() {
                let other = keys.get(at).and_then(|key| self.linked(key));
                keys.extend(other.filter(|other| !keys.contains(other)));
            }
        }
        for at in 0..keys.len() {
            let entity = keys.get(at).and_then(|key| self.by_key.get(*key)).and_then(|at| self.entities.get(*at));
            keys.extend(entity.iter().flat_map(|entity| &entity.keys).map(String::as_str));
        }
        keys
    }

    /// What a name, given by its key, is declared to be a part of, directly or not.
    fn wholes(&self, name: &str) -> BTreeSet<String> {
        let mut wholes = BTreeSet::new();
        if !self.by_key.contains_key(name) {
            return wholes;
        }
        let mut open: Vec<String> = vec![name.to_owned()];
        while let Some(next) = open.pop() {
            let Some(entity) = self.by_key.get(&next) else { continue };
            for whole in &self.entities[*entity].part_of {
                if wholes.insert(whole.clone()) {
                    open.push(whole.clone());
                }
            }
        }
        wholes
    }
}

/// Notes what the last word of a name may stand for. "Town Council" is Lund Town Council.
fn add_head(heads: &mut BTreeMap<String, Option<String>>, name: &str) {
    let own = key(name);
    let Some((_, last)) = own.rsplit_once(' ') else { return };
    let entry = heads.entry(last.to_owned()).or_insert_with(|| Some(name.to_owned()));
    let Some(known) = entry.as_deref().map(key) else { return };
    if ends_with(&own, &known) {
        *entry = Some(name.to_owned());
    } else if !ends_with(&known, &own) {
        *entry = None;
    }
}

/// Whether a key ends with the words of another.
fn ends_with(name: &str, words: &str) -> bool {
    name.strip_suffix(words).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
}

/// Whether a key begins with the words of another.
fn begins_with(name: &str, words: &str) -> bool {
    name.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Notes what a name stands for; none where it stands for several.
fn only(known: &mut BTreeMap<String, Option<String>>, name: &str, meant: &str) {
    let entry = known.entry(name.to_owned()).or_insert_with(|| Some(meant.to_owned()));
    if entry.as_deref() != Some(meant) {
        *entry = None;
    }
}

/// Whether a form is an abbreviation in capitals of a name of several words: "NHA" of "Norvik Harbour Authority".
fn abbreviates(form: &str, name: &str) -> bool {
    let capitals = form.chars().filter(|c| c.is_uppercase()).count();
    name.contains(' ') && capitals > 1 && form.chars().all(|c| c.is_uppercase() || c == '&')
}
