//! The check file as text: the entities, then sentence by sentence its words as a comment and its checks below.

use std::collections::BTreeSet;

use crate::corpus::Document;
use crate::source::FileId;
use crate::syntax::{parse, print};

use super::entities::Entities;
use super::{Article, UNREVIEWED, spelling};

/// The checks of a sentence.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    /// Each line, with the numbers that it holds, by position among the mentions.
    pub checks: Vec<(String, Vec<usize>)>,
    /// The numbers that an equal line above holds.
    above: Vec<usize>,
    /// The numbers that no line holds.
    pub free: Vec<usize>,
    /// The words of the sentence, and those of each number of it, for the comments.
    passage: String,
    words: Vec<(usize, String)>,
}

impl Group {
    /// Takes a line for the numbers that it holds; one that stands in the file already is not written twice.
    pub fn hold(&mut self, line: &str, numbers: &[usize], taken: &mut BTreeSet<String>) {
        if taken.insert(line.to_owned()) {
            self.checks.push((line.to_owned(), numbers.to_vec()));
        } else {
            match self.checks.iter_mut().find(|(own, _)| own == line) {
                Some((_, held)) => held.extend(numbers),
                None => self.above.extend(numbers),
            }
        }
    }

    /// Whether one of its lines, or one above, holds a number.
    pub fn holds(&self, number: usize) -> bool {
        self.above.contains(&number) || self.checks.iter().any(|(_, numbers)| numbers.contains(&number))
    }

    /// Takes lines out again.
    pub fn give_up(&mut self, wrong: &BTreeSet<String>) {
        let given_up = self.checks.extract_if(.., |(line, _)| wrong.contains(line));
        self.free.extend(given_up.flat_map(|(_, numbers)| numbers));
        self.free.sort_unstable();
    }

    /// Keeps the words that the comments show.
    pub fn describe(&mut self, article: Article<'_>, sentence: usize) {
        let text = &article.document.text;
        let words = article.reading.sentences.get(sentence).map(|span| span.slice(text));
        self.passage = words.map(spelling::on_one_line).unwrap_or_default();
        let mentions = &article.reading.mentions;
        let held = self.checks.iter().flat_map(|(_, numbers)| numbers).chain(&self.free);
        let word = |at: &usize| Some((*at, spelling::on_one_line(mentions.get(*at)?.span.slice(text))));
        self.words = held.filter_map(word).collect();
    }

    fn text(&self) -> Option<String> {
        if self.checks.is_empty() && self.free.is_empty() {
            return None;
        }
        let mut out = format!("\n{}\n", spelling::comment(&self.passage));
        for (line, _) in &self.checks {
            out.push_str(&format!("{line}\n  tags {UNREVIEWED}\n"));
        }
        let free = self.words.iter().filter(|(at, _)| self.free.contains(at));
        for (_, words) in free {
            out.push_str(&spelling::comment(&format!("read, and held by no check: “{words}”")));
            out.push('\n');
        }
        Some(out)
    }
}

/// The whole file.
pub(super) fn compose(document: &Document, entities: &Entities, groups: &[Group]) -> String {
    let lines = groups.iter().flat_map(|group| group.checks.iter().map(|(line, _)| line.as_str()));
    let used = entities.used(&lines.collect::<Vec<_>>());
    let title = document.title.as_deref().unwrap_or(&document.id);
    let title = spelling::comment(&format!("Suggested from “{}”.", spelling::on_one_line(title)));
    let task = format!("# Read each check against its passage, and take its tag `{UNREVIEWED}` away when it is right.");
    let head = if used.is_empty() { String::new() } else { format!("\n{used}") };
    let body: String = groups.iter().filter_map(Group::text).collect();
    print(&parse(FileId::default(), &format!("{title}\n{task}\n{head}{body}")).file)
}
