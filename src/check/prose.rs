//! Articles that are given where check files are meant.

use crate::syntax::{DECLARATION_WORDS, FIELD_FORMS, OPENING_WORDS};

/// Signs that no article has and every second line of a check file.
const SIGNS: [&str; 11] = ["==", "!=", ">=", "<=", "~=", " = ", " < ", " > ", "≥", "≤", "≈"];

/// A line of so many words is one of prose.
const LONG: usize = 20;

/// Whether a text that is not called a check file reads as an article: no line of it has a relation in signs or begins as lines of check
/// files do, and every second one is a sentence, long, or of HTML. A text of which that is not plain is none: its lines have errors of their
/// own.
pub fn is_prose(text: &str) -> bool {
    let text = without_heading(text);
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let told = lines.iter().filter(|line| is_told(line)).count();
    told > 0 && 2 * told >= lines.len() && !lines.iter().any(|line| is_check(line)) && !text.lines().any(is_field)
}

/// Without a heading as Markdown has it: a comment stands above a check, a heading above a blank line, and below it a line that is long
/// or nothing but sentences, one of which has an article of grammar.
fn without_heading(text: &str) -> &str {
    let Some((first, rest)) = text.split_once('\n').filter(|(first, _)| first.starts_with("# ")) else { return text };
    let Some(body) = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n')) else { return text };
    let lines: Vec<&str> = body.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let is_long = lines.first().is_some_and(|line| line.split_whitespace().count() >= LONG);
    let is_article = |word: &str| ["the", "a", "an"].iter().any(|article| word.eq_ignore_ascii_case(article));
    let mut words = lines.iter().flat_map(|line| line.split_whitespace());
    let is_told = lines.iter().all(|line| is_told(line)) && words.any(is_article);
    if first.trim_end().ends_with('.') || !(is_long || is_told) { text } else { rest }
}

/// An indented line with a field of a check.
fn is_field(line: &str) -> bool {
    let first = line.trim_start().split(' ').next().unwrap_or_default();
    line.starts_with([' ', '\t']) && FIELD_FORMS.iter().any(|(field, _)| *field == first)
}

fn is_check(line: &str) -> bool {
    let first = line.split(' ').next().unwrap_or_default();
    let begins = || DECLARATION_WORDS.iter().chain(OPENING_WORDS).any(|word| *word == first);
    !line.starts_with('<') && (SIGNS.iter().any(|sign| line.contains(sign)) || line.starts_with('#') || begins())
}

fn is_told(line: &str) -> bool {
    let words = line.trim_end_matches(['"', '”', '’', ')']);
    line.starts_with('<') || words.ends_with(['.', '!', '?']) || line.split_whitespace().count() >= LONG
}

#[cfg(test)]
mod tests {
    use super::is_prose;

    #[test]
    fn an_article_is_prose() {
        assert!(is_prose("New bridge\n\nNorvik Energy will invest $5 million, it said. “It was time.”\n"));
        let told = "Norvik Energy will invest $5 million in the quay of Lund by the end of the year, the company said on Tuesday.";
        assert!(is_prose(&format!("# New bridge\n\n{told} “It was time,” said its owner.\n")));
        assert!(is_prose("# New bridge\n\nOstvik will build a bridge.\n\n“It was time,” its mayor said.\n"));
        assert!(is_prose("<!doctype html>\n<p>Norvik Energy will invest\nmore than it said it would.</p>\n"));
    }

    #[test]
    fn a_check_file_by_another_name_is_none_whatever_is_wrong_with_it() {
        for text in [
            "Norvik pledge == 5e6 USD.\nNorvik pledge is 6e6 USD.\n",
            "Norvik pledge = = 5e6 USD.\nNorvik pledge is 6e6 USD.\n",
            "Norvik pledge is 5e6 USD by 2031\nOstvik headcount is 400\n",
            "# The lead\n\nNorvik pledge is 5e6 USD.\nOstvik pledge is 6e6 USD.\n",
            "# The lead. It has to hold.\nNorvik pledge is 5e6 USD.\n",
            "claim \"Norvik will invest $5 million.\"\nNorvik pledge is 5e6 USD.\n",
            "entity Norvik = \"Norvik Energy.\"\n",
            "Norvik headcount is 42\n  why \"Checked by the night desk.\"\nNorvik pledge is 5e6 USD.\n",
            "",
        ] {
            assert!(!is_prose(text), "{text}");
        }
    }
}
