//! Councils, boards and courts without a name of their own: "the city council" of an article from Lund is the Lund city council.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::words::name_key as key;
use crate::extract::{Known, NameType, Reading};
use crate::statement::Vocabulary;

/// The nouns for bodies.
#[derive(Clone, Debug, Default)]
pub(super) struct Bodies {
    /// All of them.
    all: BTreeSet<String>,
    /// Those that firms have too.
    of_firms: BTreeSet<String>,
}

impl Bodies {
    /// Those of a vocabulary.
    pub(super) fn of(vocabulary: &Vocabulary) -> Self {
        let listed = |class| vocabulary.words.get(class).into_iter().flatten().map(|body| key(body)).collect();
        Self { all: listed("body"), of_firms: listed("firm body") }
    }
}

/// Gives the bodies of a document the forms that they have elsewhere: with the place of its dateline in front, and shortened as far as no
/// other of its kind is spoken of.
pub(super) fn add(reading: &Reading, bodies: &Bodies, forms: &mut FxHashMap<String, BTreeSet<String>>) {
    let subjects = reading.facts.iter().map(|fact| fact.statement.subject.name.as_str());
    let plain = subjects.filter(|name| name.starts_with(char::is_lowercase)).map(key);
    let own: BTreeSet<String> = plain.filter(|name| bodies.all.contains(last(name))).collect();
    for name in &own {
        let kin: BTreeSet<&String> = own.iter().filter(|other| last(other) == last(name)).collect();
        // "the council" and "the city council" are one where no other council is spoken of.
        let longer = kin.iter().filter(|other| other.contains(' ')).count();
        let same = kin.iter().filter(|other| longer < 2 || **other == name).map(|other| (*other).clone());
        let mut same: BTreeSet<String> = same.collect();
        if longer < 2 {
            same.insert(last(name).to_owned());
        }
        // "Acme met. The board approved": a firm's, or a place's.
        let anybodys = bodies.of_firms.contains(name) && tells_of_firm(reading);
        let home = reading.home.as_deref().map(key).filter(|_| !anybodys);
        let at_home: Vec<String> =
            home.iter().flat_map(|home| same.iter().map(move |name| format!("{home} {name}"))).collect();
        forms.entry(name.clone()).or_default().extend(same.into_iter().chain(at_home));
    }
}

/// Whether a document names what may be a firm.
fn tells_of_firm(reading: &Reading) -> bool {
    let own = |known: &Known| reading.home.as_ref().is_some_and(|home| known.canonical.eq_ignore_ascii_case(home));
    let may_be = |known: &&Known| matches!(known.sort, NameType::Organisation | NameType::Other) && !own(known);
    reading.names.iter().any(|known| may_be(&known))
}

fn last(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or_default()
}
