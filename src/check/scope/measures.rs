//! Measures by name, by form, and by the other forms of these words: `investment` is the measure that `invest` stands for.

use std::collections::HashMap;

use crate::statement::MeasureEntry;

use super::words::{singular, singular_phrase};

/// Measures as they are looked up. Where two share a form, the name comes before the form, and then the one declared first.
#[derive(Clone, Debug, Default)]
pub(in crate::check) struct Measures<'v> {
    names: HashMap<String, &'v MeasureEntry>,
    forms: HashMap<String, &'v MeasureEntry>,
    entries: &'v [MeasureEntry],
}

impl<'v> Measures<'v> {
    /// The table of these measures. A later declaration of a name replaces an earlier one.
    pub(in crate::check) fn new(entries: &'v [MeasureEntry]) -> Measures<'v> {
        let mut measures = Measures { entries, ..Measures::default() };
        for entry in entries.iter().rev() {
            measures.names.entry(entry.name.to_lowercase()).or_insert(entry);
        }
        for entry in entries {
            for form in &entry.forms {
                measures.forms.entry(form.to_lowercase()).or_insert(entry);
                measures.forms.entry(singular_phrase(form)).or_insert(entry);
            }
        }
        measures
    }

    /// The measure of a phrase.
    pub(in crate::check) fn find(&self, phrase: &str) -> Option<&'v MeasureEntry> {
        let phrase = phrase.to_lowercase();
        let one = singular_phrase(&phrase);
        let exact = |text: &str| self.names.get(text).or_else(|| self.forms.get(text)).copied();
        exact(&phrase).or_else(|| exact(&one)).or_else(|| {
            let related = if phrase.contains(' ') { Vec::new() } else { bases(&phrase) };
            related.iter().find_map(|base| self.forms.get(base).copied())
        })
    }

    /// Every name and form.
    pub(in crate::check) fn words(&self) -> impl Iterator<Item = &'v str> {
        self.entries.iter().flat_map(|entry| std::iter::once(&entry.name).chain(&entry.forms)).map(String::as_str)
    }
}

/// The endings that make nouns and other forms of verbs, and what may stand in their place.
const ENDINGS: &[(&str, &[&str])] = &[
    ("ment", &["", "e"]),
    ("ation", &["e", "", "ate"]),
    ("ition", &["e", "", "ish"]),
    ("ion", &["", "e"]),
    ("ing", &["", "e"]),
    ("ed", &["", "e"]),
    ("al", &["", "e", "y"]),
    ("ance", &["", "e"]),
    ("ence", &["", "e"]),
];

/// The words that a word may come from, the likeliest first: `investments` comes from `investment` and from `invest`, `donation` from
/// `donate`, `shipping` from `ship`.
pub(in crate::check) fn bases(word: &str) -> Vec<String> {
    let one = singular(word);
    let mut bases = vec![one.clone()];
    for (ending, substitutes) in ENDINGS {
        let Some(stem) = one.strip_suffix(ending).filter(|stem| stem.len() > 2) else { continue };
        bases.extend(substitutes.iter().map(|substitute| format!("{stem}{substitute}")));
        bases.extend(undoubled(stem));
    }
    bases
}

/// A stem whose last letter was doubled before the ending.
fn undoubled(stem: &str) -> Option<String> {
    let mut letters = stem.chars().rev();
    let (last, before) = (letters.next()?, letters.next()?);
    (last == before && last.is_ascii_alphabetic()).then(|| stem.chars().take(stem.chars().count() - 1).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::MeasureKind;

    fn entry(name: &str, forms: &[&str]) -> MeasureEntry {
        let forms = forms.iter().map(|form| (*form).to_owned()).collect();
        MeasureEntry { name: name.to_owned(), kind: MeasureKind::Any, forms, running: false, own: false, once: false }
    }

    #[test]
    fn other_forms_of_a_form_find_its_measure() {
        let entries = [entry("grant", &["grant", "donate", "invest", "ship", "set aside"]), entry("catch", &["catch"])];
        let measures = Measures::new(&entries);
        for word in ["grants", "donation", "donations", "Investment", "investing", "invested", "shipping", "set aside"]
        {
            assert_eq!(measures.find(word).map(|entry| &entry.name[..]), Some("grant"), "{word}");
        }
        assert_eq!(measures.find("catches").map(|entry| &entry.name[..]), Some("catch"));
        assert_eq!(measures.find("investor"), None);
        assert_eq!(measures.find("ion"), None);
    }

    #[test]
    fn a_name_comes_before_a_form() {
        let entries = [entry("price", &["price", "cost"]), entry("cost", &["expense"])];
        assert_eq!(Measures::new(&entries).find("cost").map(|entry| &entry.name[..]), Some("cost"));
    }
}
