//! `title-changes`: somebody holds two offices of which one person holds one at a time. Quiet unless asked for.

use std::collections::BTreeMap;

use crate::diag::Code;
use crate::extract::{MentionKind, NameType};
use crate::source::Span;

use super::article::Article;
use super::{Finding, Mark};

/// A title has at most so many words.
const LONGEST: usize = 4;

/// Finds people whose title changes.
pub(super) fn find(article: &Article<'_>) -> Vec<Finding> {
    let titles = exclusive(article);
    let mut known: BTreeMap<&str, Held<'_>> = BTreeMap::new();
    let mut found = Vec::new();
    for sentence in article.sentences() {
        for mention in sentence.mentions {
            let MentionKind::Name { sort: NameType::Person, canonical } = &mention.kind else { continue };
            let before = article.before(sentence, mention.span);
            let Some(held) = Held::before(article, before, mention.span, &titles) else { continue };
            match known.get(canonical.as_str()) {
                Some(other) if other.title != held.title => found.push(changed(canonical, other, &held)),
                Some(_) => {}
                None => {
                    known.insert(canonical, held);
                }
            }
        }
    }
    found
}

fn changed(name: &str, other: &Held<'_>, held: &Held<'_>) -> Finding {
    Finding {
        code: Code::TitleChanges,
        place: Mark::new(held.span, ""),
        others: vec![Mark::new(other.span, "")],
        message: format!("{name} is {} and {}", other.title, held.title),
        help: "mend the title, or say when each of them was held",
    }
}

/// The forms of titles that one person holds at a time, in small letters, with their names.
fn exclusive<'a>(article: &Article<'a>) -> BTreeMap<String, &'a str> {
    let titles = article.lore.titles.iter().filter(|title| title.exclusive);
    let forms = titles.flat_map(|title| title.forms.iter().chain([&title.name]).map(move |form| (form, title)));
    forms.map(|(form, title)| (form.to_lowercase(), title.name.as_str())).collect()
}

/// A title in front of a name.
struct Held<'a> {
    title: &'a str,
    /// Title and name.
    span: Span,
}

impl<'a> Held<'a> {
    /// The longest title that ends right before a name, unless it was held once, or is that of a deputy.
    fn before(article: &Article<'_>, before: &str, name: Span, titles: &BTreeMap<String, &'a str>) -> Option<Self> {
        let words: Vec<&str> = before.split_whitespace().rev().take(LONGEST + 1).collect();
        (1..=words.len().min(LONGEST)).rev().find_map(|length| {
            let form: Vec<&str> = words.iter().take(length).rev().copied().collect();
            let title = titles.get(&form.join(" ").to_lowercase())?;
            let qualified = words.get(length).is_some_and(|word| article.lore.grammar.is_qualifier_of_title(word));
            let start = before.rfind(form.first()?)?;
            let length = before.len() - start;
            let span = Span { start: name.start - u32::try_from(length).ok()?, end: name.end };
            (!qualified).then_some(Self { title, span })
        })
    }
}
