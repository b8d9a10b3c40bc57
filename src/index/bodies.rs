//! Councils, boards and courts without a name of their own: "the city council" of an article from Lund is the Lund city council.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::words::name_key as key;
use crate::extract::Reading;

/// Gives the bodies of a document the forms that they have elsewhere: with the place of its dateline in front, and shortened as far as no
/// other of its kind is spoken of.
pub(super) fn add(reading: &Reading, bodies: &BTreeSet<String>, forms: &mut FxHashMap<String, BTreeSet<String>>) {
    let subjects = reading.facts.iter().map(|fact| fact.statement.subject.name.as_str());
    let plain = subjects.filter(|name| name.starts_with(char::is_lowercase)).map(key);
    let own: BTreeSet<String> = plain.filter(|name| bodies.contains(last(name))).collect();
    for name in &own {
        let kin: BTreeSet<&String> = own.iter().filter(|other| last(other) == last(name)).collect();
        // "the council" and "the city council" are one where no other council is spoken of.
        let longer = kin.iter().filter(|other| other.contains(' ')).count();
        let same = kin.iter().filter(|other| longer < 2 || **other == name).map(|other| (*other).clone());
        let mut same: BTreeSet<String> = same.collect();
        if longer < 2 {
            same.insert(last(name).to_owned());
        }
        let home = reading.home.as_deref().map(key);
        let at_home: Vec<String> =
            home.iter().flat_map(|home| same.iter().map(move |name| format!("{home} {name}"))).collect();
        forms.entry(name.clone()).or_default().extend(same.into_iter().chain(at_home));
    }
}

fn last(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or_default()
}
