//! Vocabularies laid over one another: a later declaration of a name takes the place of an earlier one.

use std::collections::BTreeSet;

use crate::statement::{Entity, Vocabulary};

/// Lays `own` over `whole`. Measures, units, titles and places that are declared again are replaced; what two files say of one entity or
/// group is put together.
pub(super) fn merge(whole: &mut Vocabulary, own: Vocabulary) {
    let Vocabulary {
        entities, groups, measures, units, numbers, magnitudes, vagues, modifiers, titles, places, ..
    } = own;
    entities.into_iter().for_each(|entity| merge_entity(&mut whole.entities, entity));
    for group in groups {
        match whole.groups.iter_mut().find(|known| known.name == group.name) {
            Some(known) => add_new(&mut known.members, group.members),
            None => whole.groups.push(group),
        }
    }
    replace(&mut whole.measures, measures, |entry| entry.name.to_lowercase());
    replace(&mut whole.units, units, |entry| entry.unit.code.to_string());
    replace(&mut whole.titles, titles, |entry| entry.name.clone());
    replace(&mut whole.places, places, |entry| entry.name.clone());
    let Vocabulary { exclusions, words, examples, .. } = own;
    append(
        whole,
        Vocabulary { numbers, magnitudes, vagues, modifiers, exclusions, words, examples, ..Vocabulary::default() },
    );
}

/// Adds everything of `own` to `whole`, as if the files of both had been read one after another.
pub(super) fn append(whole: &mut Vocabulary, own: Vocabulary) {
    whole.entities.extend(own.entities);
    whole.groups.extend(own.groups);
    whole.measures.extend(own.measures);
    whole.units.extend(own.units);
    whole.numbers.extend(own.numbers);
    whole.magnitudes.extend(own.magnitudes);
    whole.vagues.extend(own.vagues);
    whole.modifiers.extend(own.modifiers);
    whole.titles.extend(own.titles);
    whole.places.extend(own.places);
    whole.exclusions.extend(own.exclusions);
    whole.examples.extend(own.examples);
    for (class, words) in own.words {
        whole.words.entry(class).or_default().extend(words);
    }
}

fn merge_entity(entities: &mut Vec<Entity>, entity: Entity) {
    match entities.iter_mut().find(|known| known.name == entity.name) {
        Some(known) => {
            add_new(&mut known.aliases, entity.aliases);
            add_new(&mut known.part_of, entity.part_of);
            add_new(&mut known.not, entity.not);
        }
        None => entities.push(entity),
    }
}

fn add_new(known: &mut Vec<String>, names: Vec<String>) {
    for name in names {
        if !known.contains(&name) {
            known.push(name);
        }
    }
}

/// Takes out what is declared again, and adds the new.
fn replace<T>(known: &mut Vec<T>, new: Vec<T>, name: impl Fn(&T) -> String) {
    if new.is_empty() {
        return;
    }
    let names: BTreeSet<String> = new.iter().map(&name).collect();
    known.retain(|entry| !names.contains(&name(entry)));
    known.extend(new);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::{MeasureEntry, MeasureKind};

    fn measure(name: &str, form: &str) -> MeasureEntry {
        MeasureEntry {
            name: name.into(),
            kind: MeasureKind::Any,
            forms: vec![form.into()],
            running: false,
            own: false,
            once: false,
        }
    }

    #[test]
    fn a_measure_declared_again_takes_the_place_of_the_first() {
        let mut whole =
            Vocabulary { measures: vec![measure("catch", "catch"), measure("tide", "tide")], ..Vocabulary::default() };
        merge(&mut whole, Vocabulary { measures: vec![measure("Catch", "haul")], ..Vocabulary::default() });
        assert_eq!(whole.measures, [measure("tide", "tide"), measure("Catch", "haul")]);
    }

    #[test]
    fn what_two_files_say_of_one_entity_is_put_together() {
        let entity = |alias: &str| Entity { name: "Norsk".into(), aliases: vec![alias.into()], ..Entity::default() };
        let mut whole = Vocabulary { entities: vec![entity("NK")], ..Vocabulary::default() };
        merge(&mut whole, Vocabulary { entities: vec![entity("Norsk Kraft"), entity("NK")], ..Vocabulary::default() });
        assert_eq!(whole.entities.len(), 1);
        assert_eq!(whole.entities[0].aliases, ["NK", "Norsk Kraft"]);
    }
}
