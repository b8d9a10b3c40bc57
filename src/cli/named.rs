//! How a check is called on a command line: `lead`, `series.check#lead`, or `series.check` for all of a file, with or without its folder.

use std::collections::BTreeSet;

use crate::diag::nearest;
use crate::run::goes_by;

/// A check: its file and its id, and what it says.
pub(super) type Known = ((String, String), String);

/// The checks that somebody means, of those that there are: each with its file and its id.
///
/// # Errors
///
/// The word that no check goes by, and those that may be meant: "`laed`; did you mean `lead`?"
pub(super) fn meant(checks: &[Known], asked: &[String]) -> Result<Vec<(String, String)>, String> {
    match asked.iter().find(|asked| !checks.iter().any(|(check, _)| goes_by(asked, &check.0, &check.1))) {
        Some(unknown) => Err(format!("`{unknown}`{}", near(checks, unknown))),
        None => {
            let is_meant = |check: &&(String, String)| asked.iter().any(|asked| goes_by(asked, &check.0, &check.1));
            Ok(checks.iter().map(|(check, _)| check).filter(is_meant).cloned().collect())
        }
    }
}

/// So many checks are named that may be meant.
const MOST_NEAR: usize = 3;

/// The checks that may be meant: the one with nearly that id, else those that have the word, or one like it, in their id or their text.
fn near(checks: &[Known], word: &str) -> String {
    let id = word.rsplit_once('#').map_or(word, |(_, id)| id);
    let ids = || checks.iter().map(|((_, id), _)| &id[..]);
    let having = |word: &str| -> BTreeSet<&str> {
        let word = word.to_lowercase();
        // `vik` is a part of a name that somebody remembers; in "bandage" nobody looks for `age`.
        let is_of = |own: &str| match own.to_lowercase().find(&word) {
            Some(at) => at == 0 || own.starts_with(char::is_uppercase),
            None => false,
        };
        let has_word = |text: &str| words(text).any(is_of);
        let has = |id: &str| id.to_lowercase().contains(&word);
        checks.iter().filter(|((_, id), text)| has(id) || has_word(text)).map(|((_, id), _)| &id[..]).collect()
    };
    let words = || checks.iter().flat_map(|((_, id), text)| [&id[..], &text[..]]).flat_map(words);
    let found = match nearest(id, ids()) {
        Some(near) => BTreeSet::from([near]),
        None if !having(id).is_empty() => having(id),
        None => nearest(id, words()).map(having).unwrap_or_default(),
    };
    let more = found.len().saturating_sub(MOST_NEAR);
    let mut named: Vec<String> = found.into_iter().take(MOST_NEAR).map(|id| format!("`{id}`")).collect();
    if more > 0 {
        named.push(format!("one of {more} others"));
    }
    match named.split_last() {
        None => String::new(),
        Some((last, [])) => format!("; did you mean {last}?"),
        Some((last, others)) => format!("; did you mean {} or {last}?", others.join(", ")),
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Known, meant};

    fn check(file: &str, id: &str, text: &str) -> Known {
        ((file.to_owned(), id.to_owned()), text.to_owned())
    }

    #[test]
    fn a_check_goes_by_its_id_and_by_its_file_with_or_without_the_folder() {
        let (lead, staff) = ("Norvik pledge == 5", "Ostvik headcount == 400");
        let all = [
            check("checks/a.check", "lead", lead),
            check("checks/a.check", "staff", staff),
            check("b.check", "lead", lead),
        ];
        let found = |asked: &str| meant(&all, &[asked.to_owned()]).map(|found| found.len());
        assert_eq!(found("lead"), Ok(2));
        assert_eq!(found("a.check"), Ok(2));
        assert_eq!(found("checks/a.check#lead"), Ok(1));
        assert_eq!(found("a.check#lead"), Ok(1));
        assert_eq!(found("laed"), Err("`laed`; did you mean `lead`?".to_owned()));
        assert_eq!(found("a.check#laed"), Err("`a.check#laed`; did you mean `lead`?".to_owned()));
    }

    #[test]
    fn a_word_of_the_id_or_of_the_text_or_one_like_it_is_answered_with_the_checks_that_have_it() {
        let ids = ["north-lead", "north-staff", "n3", "n4", "n5"];
        let all = ids.map(|id| check("a.check", id, if id.len() == 2 { "Norvik pledge == 5" } else { "" }));
        let told = |asked: &str| meant(&all, &[asked.to_owned()]).expect_err("no check goes by that");
        assert_eq!(told("lead"), "`lead`; did you mean `north-lead`?");
        assert_eq!(told("nroth"), "`nroth`; did you mean `north-lead` or `north-staff`?");
        assert_eq!(told("PLEDGE"), "`PLEDGE`; did you mean `n3`, `n4` or `n5`?");
        assert_eq!(told("no"), "`no`; did you mean `n3`?");
        assert_eq!(told("or"), "`or`; did you mean `n3`, `n4`, `n5` or one of 2 others?");
        assert_eq!(told("edge"), "`edge`");
        assert_eq!(told("harbour"), "`harbour`");
    }
}
