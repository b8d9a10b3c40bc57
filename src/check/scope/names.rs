//! Names: entities, groups and places by all their names.

use std::collections::HashMap;

use crate::statement::Vocabulary;

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) struct Named<'v> {
    /// The canonical name.
    pub(in crate::check) canonical: &'v str,
    /// What sort of name it is.
    pub(in crate::check) sort: NameSort<'v>,
}

/// Sorts of declared names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum NameSort<'v> {
    /// `entity`
    Entity,
    /// `group`, with its members.
    Group(&'v [String]),
    /// `place`
    Place,
}

/// Names as they are looked up. Where two things share a name, a group comes before an entity, an entity before a place, and then the one
/// declared first.
#[derive(Clone, Debug, Default)]
pub(in crate::check) struct Names<'v> {
    exact: HashMap<&'v str, Named<'v>>,
    folded: HashMap<String, &'v str>,
}

impl<'v> Names<'v> {
    /// The names of a vocabulary.
    pub(in crate::check) fn new(vocabulary: &'v Vocabulary) -> Names<'v> {
        let mut names = Names::default();
        for group in &vocabulary.groups {
            names.add(&group.name, &group.name, NameSort::Group(&group.members));
        }
        for entity in &vocabulary.entities {
            for name in std::iter::once(&entity.name).chain(&entity.aliases) {
                names.add(name, &entity.name, NameSort::Entity);
            }
        }
        for place in &vocabulary.places {
            for name in std::iter::once(&place.name).chain(&place.aliases) {
                names.add(name, &place.name, NameSort::Place);
            }
        }
        names
    }

    /// The same names, which can be found in any case too. Of two that differ in nothing else, the one that sorts first has it.
    pub(in crate::check) fn in_any_case(mut self) -> Names<'v> {
        let mut names: Vec<&'v str> = self.exact.keys().copied().collect();
        names.sort_unstable_by(|left, right| right.cmp(left));
        self.folded = names.into_iter().map(|name| (name.to_lowercase(), name)).collect();
        self
    }

    /// What exactly this name stands for.
    pub(in crate::check) fn find(&self, text: &str) -> Option<&Named<'v>> {
        self.exact.get(text)
    }

    /// What this name stands for, capitals aside.
    pub(in crate::check) fn find_any_case(&self, text: &str) -> Option<&Named<'v>> {
        self.folded.get(&text.to_lowercase()).and_then(|name| self.exact.get(name))
    }

    /// The names of all groups, in no order.
    pub(in crate::check) fn groups(&self) -> impl Iterator<Item = &'v str> {
        let is_group = |named: &&Named<'v>| matches!(named.sort, NameSort::Group(_));
        self.exact.values().filter(is_group).map(|named| named.canonical)
    }

    fn add(&mut self, name: &'v str, canonical: &'v str, sort: NameSort<'v>) {
        self.exact.entry(name).or_insert(Named { canonical, sort });
    }
}
