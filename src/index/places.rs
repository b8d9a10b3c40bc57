//! What lies where, as far as the vocabulary knows and names tell.

use std::collections::{BTreeMap, BTreeSet};

use crate::extract::key;
use crate::statement::Vocabulary;

/// How the place of a passage lies to the asserted one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Containment {
    /// The same, or inside of it.
    Inside,
    /// Around it.
    Wider,
    /// Elsewhere.
    Disjoint,
    /// Not known.
    Unknown,
}

/// The known places.
#[derive(Clone, Debug, Default)]
pub struct Places {
    names: BTreeMap<String, usize>,
    within: Vec<Vec<String>>,
    wide: BTreeSet<usize>,
}

impl Places {
    /// The places of a vocabulary.
    pub fn new(vocabulary: &Vocabulary) -> Self {
        let mut places = Self::default();
        for (number, place) in vocabulary.places.iter().enumerate() {
            for name in std::iter::once(&place.name).chain(&place.aliases).chain(&place.demonyms) {
                places.names.entry(key(name)).or_insert(number);
            }
            places.within.push(place.within.iter().map(|whole| key(whole)).collect());
            if place.wide {
                places.wide.insert(number);
            }
        }
        places
    }

    /// How `place`, of a passage, lies to `asserted`.
    pub fn relation(&self, place: &str, asserted: &str) -> Containment {
        let (inner, outer) = (key(place), key(asserted));
        if inner == outer || self.number(&inner).is_some() && self.number(&inner) == self.number(&outer) {
            return Containment::Inside;
        }
        if inner == "world" {
            return Containment::Wider;
        }
        match (self.around(&inner), self.around(&outer)) {
            (Some(inner), Some(outer)) => self.known(inner, outer),
            // "Pohang Technopark" lies in Pohang: a name that begins with another's.
            _ if inner.starts_with(&format!("{outer} ")) => Containment::Inside,
            _ if outer.starts_with(&format!("{inner} ")) => Containment::Wider,
            _ => Containment::Unknown,
        }
    }

    /// Whether the place is a country or wider, so that it tells little about an event.
    pub fn is_wide(&self, place: &str) -> bool {
        let name = key(place);
        name == "world" || self.number(&name).is_some_and(|number| self.wide.contains(&number))
    }

    /// Whether the vocabulary knows the place.
    pub fn knows(&self, place: &str) -> bool {
        self.number(&key(place)).is_some()
    }

    fn known(&self, inner: Vec<usize>, outer: Vec<usize>) -> Containment {
        match (inner.first(), outer.first()) {
            (Some(_), Some(asserted)) if inner.contains(asserted) => Containment::Inside,
            (Some(place), Some(_)) if outer.contains(place) => Containment::Wider,
            _ => Containment::Disjoint,
        }
    }

    fn number(&self, name: &str) -> Option<usize> {
        let bare =
            || [" province", " city", " prefecture", " county", " state"].iter().find_map(|end| name.strip_suffix(end));
        self.names.get(name).copied().or_else(|| self.names.get(bare()?).copied())
    }

    /// A known place and everything around it, innermost first.
    fn around(&self, name: &str) -> Option<Vec<usize>> {
        let mut chain = vec![self.number(name)?];
        let mut next = 0;
        while let Some(place) = chain.get(next).copied() {
            for whole in self.within.get(place).into_iter().flatten() {
                if let Some(number) = self.names.get(whole).copied().filter(|number| !chain.contains(number)) {
                    chain.push(number);
                }
            }
            next += 1;
        }
        Some(chain)
    }
}
