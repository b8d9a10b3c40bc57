//! The vocabulary that ships, in `checks/prelude/`, read at the start of every run.

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::diag::Diagnostic;
use crate::source::{SourceFile, Sources};
use crate::statement::Vocabulary;
use crate::syntax::{Parsed, parse, parse_declarations};

use super::declare::{declare, declare_without_examples};
use super::merge::append;

/// The files of the prelude with their texts, in the order in which they are read.
pub const PRELUDE: &[(&str, &str)] = &[
    ("checks/prelude/numbers.check", include_str!("../../checks/prelude/numbers.check")),
    ("checks/prelude/units.check", include_str!("../../checks/prelude/units.check")),
    ("checks/prelude/currencies.check", include_str!("../../checks/prelude/currencies.check")),
    ("checks/prelude/modifiers.check", include_str!("../../checks/prelude/modifiers.check")),
    ("checks/prelude/times.check", include_str!("../../checks/prelude/times.check")),
    ("checks/prelude/holidays.check", include_str!("../../checks/prelude/holidays.check")),
    ("checks/prelude/grammar.check", include_str!("../../checks/prelude/grammar.check")),
    ("checks/prelude/meanings.check", include_str!("../../checks/prelude/meanings.check")),
    ("checks/prelude/titles.check", include_str!("../../checks/prelude/titles.check")),
    ("checks/prelude/places.check", include_str!("../../checks/prelude/places.check")),
    ("checks/prelude/measures.check", include_str!("../../checks/prelude/measures.check")),
    ("checks/prelude/lint.check", include_str!("../../checks/prelude/lint.check")),
];

/// The file of the prelude by which no article is read, only a claim compared with what was read.
const COMPARED: &str = "checks/prelude/meanings.check";

/// The vocabulary that ships, without its examples: these are for [`inspect_prelude`].
pub fn prelude() -> Vocabulary {
    shipped(|_| true)
}

/// The part of the vocabulary that ships by which articles are read, for those who judge nothing.
pub fn reading_prelude() -> Vocabulary {
    shipped(|name| name != COMPARED)
}

/// No file builds on another, so that all are read at once.
fn shipped(kept: impl Fn(&str) -> bool + Sync) -> Vocabulary {
    let read = |(_, text): &(&str, &str)| declare_without_examples(&[parse_declarations(text)]);
    let parts: Vec<Vocabulary> = PRELUDE.par_iter().filter(|(name, _)| kept(name)).map(read).collect();
    parts.into_iter().fold(Vocabulary::default(), |mut whole, part| {
        append(&mut whole, part);
        whole
    })
}

/// The vocabulary that ships, examples included, with its files and with what is wrong in them: nothing, as long as its tests pass.
pub fn inspect_prelude() -> (Vocabulary, Sources, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    let parse = |(name, text): &(&str, &str)| parse(sources.add(SourceFile::new(*name, *text)), text);
    let files: Vec<Parsed> = PRELUDE.iter().map(parse).collect();
    let (vocabulary, found) = declare(&files);
    let diagnostics = files.into_iter().flat_map(|file| file.diagnostics).chain(found).collect();
    (vocabulary, sources, diagnostics)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    #[test]
    fn the_prelude_reads_without_a_remark() {
        let (_, sources, diagnostics) = inspect_prelude();
        let shown: Vec<_> = diagnostics
            .iter()
            .map(|found| {
                let place = found.place().unwrap_or_default();
                let file = sources.file(place.file);
                format!("{}:{} {}", file.name, file.line_column(place.span.start), found.message)
            })
            .collect();
        assert!(shown.is_empty(), "{shown:#?}");
    }

    #[test]
    fn both_doors_give_the_same_vocabulary() {
        let (inspected, _, _) = inspect_prelude();
        let shipped = prelude();
        assert_eq!(shipped.entities, inspected.entities);
        assert_eq!(shipped.groups, inspected.groups);
        assert_eq!(shipped.measures, inspected.measures);
        assert_eq!(shipped.units, inspected.units);
        assert_eq!(shipped.numbers, inspected.numbers);
        assert_eq!(shipped.magnitudes, inspected.magnitudes);
        assert_eq!(shipped.vagues, inspected.vagues);
        assert_eq!(shipped.modifiers, inspected.modifiers);
        assert_eq!(shipped.titles, inspected.titles);
        assert_eq!(shipped.places, inspected.places);
        assert_eq!(shipped.exclusions, inspected.exclusions);
        assert_eq!(shipped.words, inspected.words);
        assert!(inspected.examples.iter().all(|example| example.place.span != Span::default()));
    }

    #[test]
    fn articles_are_read_by_all_but_what_is_only_compared() {
        let (mut whole, reading) = (prelude(), reading_prelude());
        assert!(whole.words.remove("group meaning").is_some(), "it is there for the judge");
        assert_eq!(reading.words, whole.words);
        assert_eq!(reading.measures, whole.measures);
    }

    /// What copy tells apart: none may be said for the other.
    const APART: &[[&str; 2]] = &[
        ["charged", "convicted"],
        ["charge", "accuse"],
        ["accused", "guilty"],
        ["suspect", "culprit"],
        ["arrest", "detain"],
        ["detain", "jail"],
        ["jail", "prison"],
        ["murder", "kill"],
        ["theft", "robbery"],
        ["robbery", "burglary"],
        ["thief", "robber"],
        ["rape", "assault"],
        ["solicitor", "barrister"],
        ["militant", "terrorist"],
        ["immigrant", "refugee"],
        ["epidemic", "pandemic"],
        ["virus", "disease"],
        ["revenue", "profit"],
        ["profit", "income"],
        ["stake", "share"],
        ["merger", "takeover"],
        ["insolvent", "bankrupt"],
        ["median", "average"],
        ["tax", "tariff"],
        ["percent", "point"],
        ["resign", "dismiss"],
        ["approve", "propose"],
        ["bill", "law"],
        ["cabinet", "parliament"],
        ["deny", "reject"],
        ["claim", "confirm"],
        ["doctor", "nurse"],
        ["rise", "fall"],
        ["win", "lose"],
    ];

    #[test]
    fn what_copy_tells_apart_means_not_the_same() {
        let vocabulary = prelude();
        let sets: Vec<Vec<&str>> =
            vocabulary.words["group meaning"].iter().map(|set| set.split(' ').collect()).collect();
        let share = |[one, other]: &&[&str; 2]| sets.iter().any(|set| set.contains(one) && set.contains(other));
        let shared: Vec<_> = APART.iter().filter(share).collect();
        assert!(shared.is_empty(), "{shared:?}");
        assert!(sets.iter().all(|set| set.len() > 1), "a set has several words");
    }
}
