//! Which checks of a suite are run. A selection that matches nothing, or names a tag that no check has, is a slip of the pen: nothing is
//! run, and the run says so.

mod called;
mod filter;

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use fast_glob::glob_match;

use crate::check::{Assertion, WrittenIn};
use crate::diag::{Code, Diagnostic, nearest};
use crate::source::Sources;

use super::engine::Checks;

use called::is_file;

pub use called::goes_by;
pub use filter::Filter;

/// Which checks are wanted. Everything that is said narrows them down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Words of ids, titles and texts.
    pub words: Option<Filter>,
    /// Tags.
    pub tags: Option<Filter>,
    /// Ids; any of them.
    pub ids: Vec<String>,
    /// Check files, or patterns of them; any of them.
    pub files: Vec<String>,
    /// What earlier runs have to say of it.
    pub only: Option<Only>,
    /// A part of what is left.
    pub part: Option<Part>,
    /// Behind so many checks that fail no more are reported.
    pub most_failures: Option<usize>,
}

/// Checks that were picked out one by one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Only {
    /// Their files and their ids.
    pub checks: BTreeSet<(String, String)>,
    /// What they have in common, as behind "none of 12 checks": "failed when it was last run".
    pub because: String,
}

/// The `at`-th of `of` parts, counted from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// How the checks are dealt out.
    pub dealing: Dealing,
    /// Which part.
    pub at: usize,
    /// How many parts there are.
    pub of: usize,
}

/// How checks are dealt out to parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dealing {
    /// In turn: parts of one size.
    Slice,
    /// By their ids: a check stays in its part whatever others come or go.
    Hash,
}

impl FromStr for Part {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let form = || format!("`{text}` is no part: it is written `slice:1/3` or `hash:1/3`");
        let (dealing, part) = text.split_once(':').ok_or_else(form)?;
        let dealing = match dealing {
            "slice" => Dealing::Slice,
            "hash" => Dealing::Hash,
            _ => return Err(form()),
        };
        let (at, of) = part.split_once('/').ok_or_else(form)?;
        let (at, of) = (at.parse().map_err(|_| form())?, of.parse().map_err(|_| form())?);
        if at == 0 || at > of { Err(format!("there is no part {at} of {of}")) } else { Ok(Self { dealing, at, of }) }
    }
}

/// As it is asked for.
impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let dealing = match self.dealing {
            Dealing::Slice => "slice",
            Dealing::Hash => "hash",
        };
        write!(f, "{dealing}:{}/{}", self.at, self.of)
    }
}

impl Part {
    fn has(self, position: usize, assertion: &Assertion) -> bool {
        let number = match self.dealing {
            Dealing::Slice => position as u64,
            Dealing::Hash => hash(&assertion.id),
        };
        number % self.of as u64 == self.at as u64 - 1
    }
}

/// The same number for the same id, on every machine.
fn hash(id: &str) -> u64 {
    let hash = blake3::hash(id.as_bytes());
    hash.as_bytes().iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// What of the checks a run is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// How many were not selected.
    pub unselected: usize,
    /// Behind so many that fail no more are reported.
    pub most_failures: Option<usize>,
    /// What they are written in: check files, or a draft.
    pub written_in: WrittenIn,
}

impl Checks {
    /// Whether the check files have no check at all, selected or not.
    pub fn is_empty(&self) -> bool {
        self.suite.assertions.is_empty() && self.extent.unselected == 0
    }

    /// Those that are wanted; none, and an error, where the selection is one that cannot have been meant.
    pub fn select(mut self, selection: &Selection, sources: &Sources) -> Self {
        self.extent.most_failures = selection.most_failures;
        let all = &mut self.suite.assertions;
        let before = all.len();
        match unknown(all, selection, sources) {
            Some(unknown) => {
                all.clear();
                self.diagnostics.push(unknown);
            }
            None => {
                all.retain(|assertion| selection.wants(assertion, &sources.file(assertion.place.file).name));
                let matched = all.len();
                if let Some(part) = selection.part {
                    let mut position = 0..;
                    all.retain(|assertion| part.has(position.next().unwrap_or(0), assertion));
                }
                self.diagnostics.extend(selection.empty(before, matched, all.len()));
            }
        }
        self.extent.unselected = before - self.suite.assertions.len();
        self
    }
}

impl Selection {
    fn wants(&self, assertion: &Assertion, file: &str) -> bool {
        let told = [Some(&assertion.id), assertion.title.as_ref(), Some(&assertion.text)];
        let has = |word: &str| told.iter().flatten().any(|text| text.to_lowercase().contains(word));
        let is_tagged = |tag: &str| assertion.tags.iter().any(|own| own.to_lowercase() == tag);
        let is_in = |wanted: &String| is_in(wanted, file);
        self.words.as_ref().is_none_or(|words| words.holds(&has))
            && self.tags.as_ref().is_none_or(|tags| tags.holds(&is_tagged))
            && (self.ids.is_empty() || self.ids.iter().any(|wanted| goes_by(wanted, file, &assertion.id)))
            && (self.files.is_empty() || self.files.iter().any(is_in))
            && self.only.as_ref().is_none_or(|only| only.checks.contains(&(file.to_owned(), assertion.id.clone())))
    }

    /// What to say where checks were there and none of them is wanted, or none of those falls into the part that is.
    fn empty(&self, before: usize, matched: usize, left: usize) -> Option<Diagnostic> {
        if let Some(part) = self.part.filter(|_| matched > 0 && left == 0) {
            let checks = if matched == 1 {
                "the 1 check does not fall".to_owned()
            } else {
                format!("none of {matched} checks falls")
            };
            return Some(
                Diagnostic::error(Code::NothingSelected, format!("{checks} into the part `{part}`"))
                    .help("ask for fewer parts; `slice` deals checks out evenly, and `hash` may leave a part empty"),
            );
        }
        let nothing = before > 0 && matched == 0;
        nothing.then(|| {
            let asked = self.to_string();
            let told =
                [(!asked.is_empty()).then(|| format!("is `{asked}`")), self.only.clone().map(|only| only.because)];
            let what = told.into_iter().flatten().collect::<Vec<_>>().join(" and ");
            Diagnostic::error(Code::NothingSelected, format!("none of {before} checks {what}"))
                .help("`factum list` names the checks; take away what was asked for, or mend it")
        })
    }
}

/// Whether a check file is one that is wanted, by its name or by a pattern: of paths, or, without a folder, of names.
fn is_in(wanted: &str, file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    is_file(wanted, file) || glob_match(wanted, file) || !wanted.contains('/') && glob_match(wanted, name)
}

/// As it was asked for.
impl fmt::Display for Selection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let listed = |name: &str, values: &[String]| {
            values.iter().map(|value| format!("{name} {value}")).collect::<Vec<String>>()
        };
        let mut told: Vec<String> = self.words.iter().map(|words| format!("-k {words}")).collect();
        told.extend(self.tags.iter().map(|tags| format!("-t {tags}")));
        told.extend(listed("--id", &self.ids));
        told.extend(listed("--file", &self.files));
        f.write_str(&told.join(" "))
    }
}

/// A tag, an id or a file that no check has.
fn unknown(all: &[Assertion], selection: &Selection, sources: &Sources) -> Option<Diagnostic> {
    if all.is_empty() {
        return None;
    }
    let tags: Vec<String> = all.iter().flat_map(|assertion| &assertion.tags).map(|tag| tag.to_lowercase()).collect();
    let terms = selection.tags.iter().flat_map(|tags| tags.terms());
    let tag = terms.into_iter().find(|term| !tags.iter().any(|tag| tag == term));
    let file = |assertion: &Assertion| &sources.file(assertion.place.file).name[..];
    let is_there = |id: &&String| all.iter().any(|assertion| goes_by(id, file(assertion), &assertion.id));
    let id = selection.ids.iter().find(|id| !is_there(id));
    let of_tag = tag.map(|tag| slip("has the tag", tag, tags.iter().map(String::as_str)));
    let of_id = || id.map(|id| slip("has the id", id, all.iter().map(|assertion| assertion.id.as_str())));
    let names: Vec<&str> = all.iter().map(file).collect();
    let file = selection.files.iter().find(|file| !names.iter().any(|name| is_in(file, name)));
    let bare = names.iter().filter_map(|name| name.rsplit('/').next());
    of_tag.or_else(of_id).or_else(|| file.map(|file| slip("is in the file", file, names.iter().copied().chain(bare))))
}

fn slip<'a>(what: &str, word: &str, known: impl Iterator<Item = &'a str>) -> Diagnostic {
    let help = match nearest(word, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`factum list` names the checks with their tags".to_owned(),
    };
    Diagnostic::error(Code::NothingSelected, format!("no check {what} `{word}`")).help(help)
}

#[cfg(test)]
mod tests {
    use super::{Dealing, Part};

    #[test]
    fn a_part_is_counted_from_one() {
        assert_eq!("slice:1/3".parse(), Ok(Part { dealing: Dealing::Slice, at: 1, of: 3 }));
        assert_eq!("hash:3/3".parse(), Ok(Part { dealing: Dealing::Hash, at: 3, of: 3 }));
        for wrong in ["slice:0/3", "slice:4/3", "slice:1", "third:1/3", "slice:1/0", "slice:-1/3", ""] {
            assert!(wrong.parse::<Part>().is_err(), "{wrong}");
        }
    }
}
