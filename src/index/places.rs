//! What lies where, as far as the vocabulary knows and names tell.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

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

/// A place as it is held against others.
#[derive(Clone, Debug)]
pub struct Site {
    key: String,
    number: Option<usize>,
}

/// The known places.
#[derive(Clone, Debug, Default)]
pub struct Places {
    names: FxHashMap<String, usize>,
    /// Each place with everything around it, innermost first.
    around: Vec<Vec<usize>>,
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
            if place.wide {
                places.wide.insert(number);
            }
        }
        let within: Vec<Vec<usize>> = vocabulary
            .places
            .iter()
            .map(|place| place.within.iter().filter_map(|whole| places.names.get(&key(whole)).copied()).collect())
            .collect();
        places.around = (0..within.len()).map(|place| around(place, &within)).collect();
        places
    }

    /// How `place`, of a passage, lies to `asserted`.
    pub fn relation(&self, place: &str, asserted: &str) -> Containment {
        self.between(&self.site(place), &self.site(asserted))
    }

    /// A place by its name, looked up once for however many others it is held against.
    pub fn site(&self, name: &str) -> Site {
        let key = key(name);
        Site { number: self.number(&key), key }
    }

    /// How the first lies to the second.
    pub fn between(&self, inner: &Site, outer: &Site) -> Containment {
        if inner.key == outer.key {
            return Containment::Inside;
        }
        if inner.key == "world" {
            return Containment::Wider;
        }
        match (inner.number, outer.number) {
            (Some(inner), Some(outer)) if self.around[inner].contains(&outer) => Containment::Inside,
            (Some(inner), Some(outer)) if self.around[outer].contains(&inner) => Containment::Wider,
            (Some(_), Some(_)) => Containment::Disjoint,
            // "Halden Science Park" lies in Halden: a name that begins with another's.
            _ if begins(&inner.key, &outer.key) => Containment::Inside,
            _ if begins(&outer.key, &inner.key) => Containment::Wider,
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

    fn number(&self, name: &str) -> Option<usize> {
        let bare =
            || [" province", " city", " prefecture", " county", " state"].iter().find_map(|end| name.strip_suffix(end));
        self.names.get(name).copied().or_else(|| self.names.get(bare()?).copied())
    }
}

fn begins(long: &str, short: &str) -> bool {
    long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '))
}

/// A place and everything around it, innermost first.
fn around(place: usize, within: &[Vec<usize>]) -> Vec<usize> {
    let mut chain = vec![place];
    let mut next = 0;
    while let Some(inner) = chain.get(next).copied() {
        for whole in within.get(inner).into_iter().flatten() {
            if !chain.contains(whole) {
                chain.push(*whole);
            }
        }
        next += 1;
    }
    chain
}
