//! Who is meant by the words that name a speaker.

use std::ops::Range;

use super::super::NameType;
use super::super::grammar::Class;
use super::super::names::{Gender, Name, Names};
use super::super::page::Page;
use crate::source::Span;
use crate::text::Quotation;

/// The words that name a speaker.
#[derive(Clone, Debug)]
pub(super) struct Source {
    /// The whole noun phrase.
    pub tokens: Range<usize>,
    /// The name in it, by position among the mentions of names.
    pub name: Option<usize>,
}

/// Somebody who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Speaker {
    /// Where they are named.
    pub span: Span,
    /// Their name, where it is known.
    pub name: Option<String>,
}

/// How many names are looked through for the one that a pronoun stands for.
const NEAR: usize = 40;

/// Finds out who is meant.
pub(super) fn identify(page: &Page<'_>, names: &Names, marked: &[Quotation], source: Source) -> Speaker {
    let mention = source.name.and_then(|name| names.mentions.get(name));
    if let Some(mention) = mention {
        let name = Some(names.known(mention).canonical.clone());
        return Speaker { span: page.span(mention.tokens.clone()), name };
    }
    let start = source.tokens.start;
    let gender = Gender::of_pronoun(page.lower(start)).filter(|_| source.tokens.len() == 1);
    let name = match gender {
        Some(gender) => last_person(page, names, marked, start, gender),
        None => titled(page, names, &source.tokens),
    };
    Speaker { span: page.span(source.tokens), name }
}

/// "The judge said": whoever was named last with a title that ends so.
fn titled(page: &Page<'_>, names: &Names, tokens: &Range<usize>) -> Option<String> {
    let head = tokens.end.checked_sub(1).filter(|head| tokens.len() == 2 && page.is(*head, Class::PersonNoun))?;
    let before = names.mentions.partition_point(|name| name.tokens.start < tokens.start);
    let bears = |name: &&Name| {
        let title = name.title.as_ref().filter(|_| page.says(tokens.start, "the"));
        title.is_some_and(|title| page.word(title.end - 1).eq_ignore_ascii_case(page.word(head)))
    };
    let name = names.mentions.get(..before)?.iter().rev().take(NEAR).find(bears)?;
    Some(names.known(name).canonical.clone())
}

/// The person named last before a token, names in quotes left out. Who speaks under a name of unknown sort is a person to "she".
/// Where somebody else was quoted since, of whom nothing is known but a surname, it may be either, and is nobody.
fn last_person(page: &Page<'_>, names: &Names, marked: &[Quotation], at: usize, gender: Gender) -> Option<String> {
    let before = names.mentions.partition_point(|name| name.tokens.start < at);
    let near = names.mentions.get(..before)?.iter().rev().take(NEAR);
    let last = near
        .filter(|name| !is_quoted(marked, name) && !matches!(page.word(name.tokens.end), "'s" | "’s"))
        .find(|name| is_person(page, names, name) || is_bare_speaker(page, names, marked, name))?;
    let beside: Vec<usize> = named_beside(page, names, last).map(|name| name.who).collect();
    let meant = if beside.contains(&last.who) { names.meant(&beside, gender) } else { Some(last.who) };
    meant.filter(|_| is_person(page, names, last)).map(|who| names.all[who].canonical.clone())
}

/// "Jane Doe met John Roe. “…,” she said": all the people of the sentence that names one.
fn named_beside<'n>(page: &'n Page<'_>, names: &'n Names, last: &Name) -> impl Iterator<Item = &'n Name> {
    let at = page.sentences.partition_point(|sentence| sentence.end <= last.tokens.start);
    let tokens = page.sentences.get(at).map_or(0..0, |sentence| sentence.first..sentence.end);
    names.within(tokens).filter(|name| names.may_be_person(page, name))
}

/// "…,” Lund said": a single word between a closing mark and its verb.
fn is_bare_speaker(page: &Page<'_>, names: &Names, marked: &[Quotation], name: &Name) -> bool {
    let closes = |before: usize| marked.binary_search_by_key(&before, |quotation| quotation.close).is_ok();
    name.tokens.len() == 1
        && name.tokens.start.checked_sub(1).is_some_and(closes)
        && says(page, name.tokens.end)
        && names.known(name).sort == NameType::Other
}

fn says(page: &Page<'_>, at: usize) -> bool {
    let verb = page.entry(at).verb.map(|(verb, _)| page.grammar.verb_classes(verb));
    verb.is_some_and(|classes| classes.has(Class::Saying))
}

fn is_person(page: &Page<'_>, names: &Names, name: &Name) -> bool {
    let before = |start: usize| start.checked_sub(1).is_some_and(|at| says(page, at));
    let speaks = || says(page, name.tokens.end) || before(name.tokens.start);
    match names.known(name).sort {
        NameType::Person => true,
        NameType::Other => name.tokens.len() > 1 && speaks(),
        NameType::Organisation | NameType::Place => false,
    }
}

fn is_quoted(marked: &[Quotation], name: &Name) -> bool {
    let at = marked.partition_point(|quotation| quotation.close <= name.tokens.start);
    marked.get(at).is_some_and(|quotation| quotation.open < name.tokens.start)
}
