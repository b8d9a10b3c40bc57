//! The sentence of the articles that is most like one of a draft: what an editor looks at where no passage could be matched. It is no
//! evidence, and decides nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::NearMiss;
use crate::index::{Index, content};

/// What such a sentence is near in.
pub const LIKE_WORDS: &str = "most of the same words";

/// Fewer words in common than these are no likeness.
const LEAST: usize = 3;

/// The sentence with the most of the words of `text`, the first of several; none where no sentence has a third of them, with those of
/// `focus`, or half of them without.
pub fn likest(index: &Index<'_>, text: &str, focus: &str) -> Option<NearMiss> {
    let words = told(index, text);
    let asked = told(index, focus);
    let mut shared: BTreeMap<(usize, usize), (usize, usize)> = BTreeMap::new();
    for word in &words {
        for place in index.wording().sentences(index.grammar, word) {
            let (all, of_focus) = shared.entry(place).or_default();
            *all += 1;
            *of_focus += usize::from(asked.contains(word));
        }
    }
    let is_like = |all: usize, of_focus: usize| {
        let part = if of_focus == asked.len() { 3 } else { 2 };
        all >= LEAST.min(words.len()) && all * part >= words.len()
    };
    let like = shared.into_iter().filter(|(_, (all, of_focus))| is_like(*all, *of_focus));
    let ((document, sentence), _) =
        like.max_by_key(|(place, (all, of_focus))| (of_focus + all, std::cmp::Reverse(*place)))?;
    let span = *index.readings.get(document)?.sentences.get(sentence)?;
    index.is_evidence(document, span).then(|| NearMiss {
        place: index.document(document).place(span),
        document,
        what: "a sentence".to_owned(),
        how: LIKE_WORDS.to_owned(),
    })
}

fn told(index: &Index<'_>, text: &str) -> BTreeSet<String> {
    content(index.grammar, text).map(|(_, word)| word).collect()
}
