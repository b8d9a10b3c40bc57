//! Whether the councils and courts of an article are those of its dateline.

use super::grammar::{Class, FUNCTION};
use super::mention::NameType;
use super::names::{Name, Names};
use super::page::Page;

/// How many words may stand between a place and its council: "the Tarn city council".
const BETWEEN: usize = 2;

/// Whether an article names the council, the mayor or the officials of a place other than its home: "Chicago Mayor Tom Vale", "the city
/// council in Tarn". What it then calls "the city council" may be theirs.
pub(super) fn is_elsewhere(page: &Page<'_>, names: &Names, home: &str) -> bool {
    names
        .mentions
        .iter()
        .any(|name| is_other(page, names, name, home) && (governs(page, name) || is_governed(page, name)))
}

/// Whether a name may be that of a place other than home. A country has no city council.
fn is_other(page: &Page<'_>, names: &Names, name: &Name, home: &str) -> bool {
    let known = names.known(name);
    let is_home = |form: &String| form.get(..home.len()).is_some_and(|start| start.eq_ignore_ascii_case(home));
    let own = known.forms.iter().chain([&known.canonical]).any(is_home);
    // "City Council": whose, it does not say.
    let plain = page.is(name.tokens.start, Class::PlaceNoun);
    known.sort != NameType::Person && !own && !plain && !page.grammar.is_country(&known.canonical)
}

fn is_office(page: &Page<'_>, at: usize) -> bool {
    page.is(at, Class::LocalOfficer) || page.is(at, Class::Body) && !page.is(at, Class::FirmBody)
}

/// "Chicago Mayor", "the Tarn city council", "Tarn's mayor".
fn governs(page: &Page<'_>, name: &Name) -> bool {
    let own = name.tokens.clone().skip(1).any(|at| page.is(at, Class::LocalOfficer));
    let noun = |at: &usize| page.is_word(*at) && !page.classes(*at).meets(FUNCTION) && page.entry(*at).verb.is_none();
    let first = name.tokens.end + usize::from(matches!(page.word(name.tokens.end), "'s" | "’s"));
    own || (first..=first + BETWEEN).take_while(noun).any(|at| is_office(page, at))
}

/// "the mayor of Chicago", "the city council in Tarn".
fn is_governed(page: &Page<'_>, name: &Name) -> bool {
    let first = name.tokens.start;
    first > 1 && page.is(first - 1, Class::Preposition) && is_office(page, first - 2)
}
