//! Who is "she" and who is "he", as far as a document tells: by "Mrs", "her husband", "the spokeswoman"; by a pronoun that can mean
//! nobody else. Given names tell nothing.

use std::ops::Range;

use super::super::NameType;
use super::super::grammar::Class;
use super::super::page::Page;
use super::{Name, Names, is_acronym};

/// Whether somebody is "she" or "he".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// "she"
    Female,
    /// "he"
    Male,
}

impl Gender {
    /// The gender that a pronoun tells, given in small letters.
    pub fn of_pronoun(word: &str) -> Option<Self> {
        match word {
            "she" | "her" | "hers" | "herself" => Some(Self::Female),
            "he" | "him" | "his" | "himself" => Some(Self::Male),
            _ => None,
        }
    }
}

/// How many words of an apposition are looked at.
const ASIDE: usize = 5;

impl Names {
    /// Whether a name is of a person, or may be: two or three words of which nothing is known.
    pub fn may_be_person(&self, page: &Page<'_>, name: &Name) -> bool {
        let unknown = |at: usize| page.entry(at).classes.is_empty() && page.entry(at).verb.is_none();
        match self.known(name).sort {
            NameType::Person => true,
            NameType::Other => (2..=3).contains(&name.tokens.len()) && name.tokens.clone().all(unknown),
            NameType::Organisation | NameType::Place => false,
        }
    }

    /// Whom a pronoun means out of several, by their positions in [`Names::all`]: the only one of its gender, or the only one who may
    /// be. Nobody where two could be meant.
    pub fn meant(&self, candidates: &[usize], gender: Gender) -> Option<usize> {
        let own = |who: &usize| self.all.get(*who).and_then(|known| known.gender);
        only(candidates.iter().copied().filter(|who| own(who) == Some(gender)))
            .unwrap_or_else(|| only(candidates.iter().copied().filter(|who| own(who).is_none())).flatten())
    }
}

/// The only one of some; `Some(None)` where they are several, `None` where there is none.
fn only(mut some: impl Iterator<Item = usize>) -> Option<Option<usize>> {
    let first = some.next()?;
    Some(some.all(|next| next == first).then_some(first))
}

/// Gives people their gender.
pub(super) fn genders(page: &Page<'_>, names: &mut Names) {
    let told: Vec<(usize, Gender)> =
        names.mentions.iter().filter_map(|name| Some((name.who, told(page, name)?))).collect();
    settle(names, &told);
    let learned = by_pronouns(page, names);
    settle(names, &learned);
}

/// Gives each person the gender that all that is told of them agrees on.
fn settle(names: &mut Names, told: &[(usize, Gender)]) {
    let mut found: Vec<Option<Option<Gender>>> = vec![None; names.all.len()];
    for (who, gender) in told {
        let known = found[*who].get_or_insert(Some(*gender));
        *known = known.filter(|known| known == gender);
    }
    for (known, found) in names.all.iter_mut().zip(found) {
        known.gender = known.gender.or(found.flatten()).filter(|_| known.sort == NameType::Person);
    }
}

/// What stands beside a name tells: "Mrs Doe", "her husband, John Doe,", "Jane Doe, a spokeswoman".
fn told(page: &Page<'_>, name: &Name) -> Option<Gender> {
    let start = name.title.as_ref().map_or(name.tokens.start, |title| title.start);
    let before = start.checked_sub(if page.word(start.wrapping_sub(1)) == "," { 2 } else { 1 });
    let own = |at: usize| {
        let classes = page.classes(at);
        match (classes.has(Class::Female), classes.has(Class::Male)) {
            (true, false) => Some(Gender::Female),
            (false, true) => Some(Gender::Male),
            (true, true) | (false, false) => None,
        }
    };
    let titled = (start..name.tokens.start).find_map(own);
    titled.or_else(|| before.and_then(own)).or_else(|| aside(page, name.tokens.end).find_map(own))
}

/// The words of ", a spokeswoman for Acme,", as far as a preposition or a mark.
fn aside(page: &Page<'_>, at: usize) -> Range<usize> {
    if page.word(at) != "," {
        return at..at;
    }
    let ends = |next: &usize| {
        page.is(*next, Class::Preposition)
            || page.is(*next, Class::Relative)
            || page.is(*next, Class::Conjunction)
            || matches!(page.word(*next), "," | "." | ";")
    };
    let start = at + 1;
    start..(start..start + ASIDE).find(ends).unwrap_or(start + ASIDE).min(page.tokens.len())
}

/// "Jane Doe opened the hall. She said": a pronoun where one person alone has been named, in its sentence or else the one before.
fn by_pronouns(page: &Page<'_>, names: &Names) -> Vec<(usize, Gender)> {
    let person = |name: &&Name| names.known(name).sort == NameType::Person;
    let mut found = Vec::new();
    let mut before: Option<Option<usize>> = None;
    for sentence in page.sentences {
        let all = sentence.first..sentence.end;
        let people = only(names.within(all.clone()).filter(person).map(|name| name.who));
        // The place of a dateline is nobody.
        let somebody =
            |name: &Name| names.known(name).sort == NameType::Other && !is_acronym(page.word(name.tokens.start));
        let others = names.within(all).any(somebody);
        let gender = Gender::of_pronoun(page.lower(sentence.first));
        if let (Some(gender), Some(Some(who))) = (gender, before) {
            found.push((who, gender));
        }
        before = if others { Some(None) } else { people.or(before) };
    }
    found
}
