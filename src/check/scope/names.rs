//! Names: entities, groups and places by all their names.

use std::collections::HashMap;

use crate::statement::Vocabulary;

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::check) struct Named {
    /// The canonical name.
    pub(in crate::check) canonical: String,
    /// What sort of name it is.
    pub(in crate::check) sort: NameSort,
}

/// Sorts of declared names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::check) enum NameSort {
    /// `entity`
    Entity,
    /// `group`, with its members.
    Group(Vec<String>),
    /// `place`
    Place,
}

/// Names as they are looked up. Where two things share a name, a group comes before an entity, an entity before a place, and then the one
/// declared first.
#[derive(Clone, Debug, Default)]
pub(in crate::check) struct Names {
    exact: HashMap<String, Named>,
    folded: HashMap<String, String>,
}

impl Names {
    /// The names of a vocabulary.
    pub(in crate::check) fn new(vocabulary: &Vocabulary) -> Names {
        let mut names = Names::default();
        for group in &vocabulary.groups {
            names.add(&group.name, &group.name, || NameSort::Group(group.members.clone()));
        }
        for entity in &vocabulary.entities {
            for name in std::iter::once(&entity.name).chain(&entity.aliases) {
                names.add(name, &entity.name, || NameSort::Entity);
            }
        }
        for place in &vocabulary.places {
            for name in std::iter::once(&place.name).chain(&place.aliases) {
                names.add(name, &place.name, || NameSort::Place);
            }
        }
        names
    }

    /// The same names, which can be found in any case too. Of two that differ in nothing else, the one that sorts first has it.
    pub(in crate::check) fn in_any_case(mut self) -> Names {
        let mut names: Vec<&String> = self.exact.keys().collect();
        names.sort_unstable_by(|left, right| right.cmp(left));
        self.folded = names.into_iter().map(|name| (name.to_lowercase(), name.clone())).collect();
        self
    }

    /// What exactly this name stands for.
    pub(in crate::check) fn find(&self, text: &str) -> Option<&Named> {
        self.exact.get(text)
    }

    /// What this name stands for, capitals aside.
    pub(in crate::check) fn find_any_case(&self, text: &str) -> Option<&Named> {
        self.folded.get(&text.to_lowercase()).and_then(|name| self.exact.get(name))
    }

    fn add(&mut self, name: &str, canonical: &str, sort: impl Fn() -> NameSort) {
        if !self.exact.contains_key(name) {
            self.exact.insert(name.to_owned(), Named { canonical: canonical.to_owned(), sort: sort() });
        }
    }
}
