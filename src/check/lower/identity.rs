//! Ids: given ones must differ, others are made from the text, never from the line, so that a check keeps its id when lines above it come
//! and go.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Label};
use crate::source::Place;

use super::super::{Assertion, Expectation, Level};

/// How long the readable part of a made id may be.
const SLUG: usize = 40;

/// The ids given so far.
#[derive(Debug, Default)]
pub(super) struct Identities {
    given: BTreeMap<String, Place>,
}

impl Identities {
    /// Adds an assertion to others. A given id that is taken is an error.
    pub(super) fn give(&mut self, assertion: Assertion, all: &mut Vec<Assertion>) -> Option<Diagnostic> {
        let taken = self.given.get(&assertion.id).map(|first| duplicate(&assertion, *first));
        if taken.is_none() {
            if !assertion.id.is_empty() {
                self.given.insert(assertion.id.clone(), assertion.place);
            }
            all.push(assertion);
        }
        taken
    }
}

/// Makes the ids that nobody has given, from the texts. Each file is for itself: what others check changes no id in it, and one line in two
/// files has one id in both.
pub(super) fn make_ids(all: &mut [Assertion]) {
    all.chunk_by_mut(|one, next| one.place.file == next.place.file).for_each(of_file);
}

/// Where several assertions of a file have one text, their fields tell them apart, whatever their order; only those that are the same in
/// everything are numbered.
fn of_file(all: &mut [Assertion]) {
    let mut of_text: BTreeMap<String, usize> = BTreeMap::new();
    for assertion in all.iter().filter(|assertion| assertion.id.is_empty()) {
        *of_text.entry(made(&assertion.text)).or_default() += 1;
    }
    let mut same: BTreeMap<String, usize> = BTreeMap::new();
    for assertion in all.iter_mut().filter(|assertion| assertion.id.is_empty()) {
        let id = made(&assertion.text);
        let shared = of_text.get(&id).is_some_and(|count| *count > 1);
        let id = match fields(assertion).filter(|_| shared) {
            Some(fields) => format!("{id}-{:04x}", hash(&fields) & 0xffff),
            None => id,
        };
        let count = same.entry(id.clone()).or_default();
        *count += 1;
        assertion.id = if *count == 1 { id } else { format!("{id}-{count}") };
    }
}

/// What the fields of an assertion say; none where there are none.
fn fields(assertion: &Assertion) -> Option<String> {
    let Assertion { expect, known_wrong, needs, why, cited, owner, tags, level, message, .. } = assertion;
    let waiver = known_wrong.as_ref().map(|waiver| (waiver.until, &waiver.because));
    let said = (expect, waiver, needs, why, cited, owner, tags, level, message);
    let plain = (&Expectation::Unsaid, None, &None, &None, &None, &None, &Vec::new(), &Level::Error, &None);
    (said != plain).then(|| format!("{said:?}"))
}

fn duplicate(assertion: &Assertion, first: Place) -> Diagnostic {
    Diagnostic::error(Code::DuplicateId, format!("two checks have the id `{}`", assertion.id))
        .at(Label::primary(assertion.place, "the second"))
        .at(Label::secondary(first, "the first"))
        .help("give one of them another id")
}

/// A few words of the text and a hash of all of it.
fn made(text: &str) -> String {
    let slug = slug(text);
    let hash = hash(text) & 0xff_ffff;
    if slug.is_empty() { format!("check-{hash:06x}") } else { format!("{slug}-{hash:06x}") }
}

/// The words of a text in lower case with dashes between them, as many as fit.
pub(super) fn slug(text: &str) -> String {
    let mut out = String::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if out.len() + word.len() >= SLUG {
            break;
        }
        if !out.is_empty() {
            out.push('-');
        }
        out.push_str(&word.to_lowercase());
    }
    out
}

/// FNV-1a, 64 bits: the same on every machine and in every version.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_made_id_reads_like_its_text_and_tells_texts_apart() {
        let id = made("Norsk pledge == 5e9 USD by 2031");
        assert!(id.starts_with("norsk-pledge-5e9-usd-by-2031-"), "{id}");
        assert_ne!(id, made("Norsk pledge >= 5e9 USD by 2031"));
        assert!(made("\"…\"").starts_with("check-"));
    }

    #[test]
    fn a_made_id_is_bounded() {
        assert!(made(&"wonderful ".repeat(100)).len() < SLUG + 10);
    }
}
