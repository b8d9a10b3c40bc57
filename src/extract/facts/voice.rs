//! Who speaks in a text that a company writes of itself: a statement of its results, a letter to those who hold its shares.

use super::super::grammar::{Class, Classes};
use super::super::names::Names;
use super::super::page::Page;
use super::super::{MentionKind, NameType};
use super::{Setting, zone_of};
use crate::corpus::ZoneKind;
use crate::text::Sentence;
use crate::value::Dimension;

/// So many sentences speak of "we", or of results, where a text is a company's own.
const OFTEN: usize = 2;

/// What a company is called whose name its own text does not tell.
pub const UNNAMED_COMPANY: &str = "company";

/// The company whose text it is, by its name where the text tells.
#[derive(Debug)]
pub(super) struct Voice {
    pub(super) name: String,
    /// Whether it says "we".
    pub(super) first_person: bool,
}

impl Voice {
    /// That of a page; none where a page is not a company's own. Elsewhere "we" are a paper, a town or everybody, and what is quoted is
    /// somebody else's word.
    pub(super) fn of(page: &Page<'_>, names: &Names, setting: &Setting<'_>) -> Option<Self> {
        let is_quoted = |at: usize| {
            let place = page.tokens[at].span;
            let next = setting.quotes.all.partition_point(|quote| quote.span.end <= place.start);
            setting.quotes.all.get(next).is_some_and(|quote| quote.span.contains(place))
        };
        let says_we = |at: usize| ["we", "our"].iter().any(|word| page.says(at, word)) && !is_quoted(at);
        let is_result = |at: usize| {
            let own = page.is(at, Class::Earned) || page.is(at, Class::Results);
            own || page.kind_classes(at).has(Class::Results)
        };
        let tokens = |sentence: &Sentence| sentence.first..sentence.end;
        let speaks = |sentence: &&Sentence| tokens(sentence).any(says_we);
        let reports = |sentence: &&Sentence| {
            tokens(sentence).any(is_result)
                && tokens(sentence).any(|at| is_figure(page, at))
                && !tokens(sentence).any(is_quoted)
        };
        let often = |mut told: Box<dyn Iterator<Item = &Sentence> + '_>| told.nth(OFTEN - 1).is_some();
        let first_person = often(Box::new(page.sentences.iter().filter(speaks)));
        let own = match first_person {
            true => page.sentences.iter().any(|sentence| reports(&sentence)),
            false => {
                let nameless = names.all.iter().all(|known| is_acronym(&known.canonical));
                nameless && often(Box::new(page.sentences.iter().filter(reports)))
            }
        };
        own.then(|| {
            let name =
                headline(page, names, setting).or_else(|| introduced(page, names)).or_else(|| alone(page, names));
            Self { name: name.unwrap_or_else(|| UNNAMED_COMPANY.to_owned()), first_person }
        })
    }
}

/// A sum of money, or a share.
fn is_figure(page: &Page<'_>, at: usize) -> bool {
    let mention = page.mention(at).and_then(|mention| page.mentions.get(mention));
    matches!(mention.map(|mention| &mention.kind), Some(MentionKind::Quantity(own))
        if matches!(own.quantity.unit.dimension, Dimension::Money | Dimension::Percent))
}

fn is_acronym(name: &str) -> bool {
    !name.contains(char::is_lowercase)
}

/// "Acme reports first-quarter results": the organisation that opens the headline.
fn headline(page: &Page<'_>, names: &Names, setting: &Setting<'_>) -> Option<String> {
    let first = page.sentences.first()?;
    let zone = zone_of(setting.zones, first)?;
    let own = names.starting(first.first).filter(|_| setting.zones[zone].kind == ZoneKind::Headline)?;
    organisation(names, own)
}

/// "Welcome to Acme's", "we at Acme", "My name is Ida Lom, and I work for Acme".
fn introduced(page: &Page<'_>, names: &Names) -> Option<String> {
    let says = |at: usize, words: &[&str]| words.iter().any(|word| page.says(at, word));
    let leads = |at: &usize| {
        at.checked_sub(1).is_some_and(|before| {
            says(*at, &["at"]) && says(before, &["we", "here"]) || says(*at, &["to"]) && says(before, &["welcome"])
        })
    };
    let greets = (0..page.tokens.len()).filter(leads).find_map(|at| organisation(names, names.starting(at + 1)?));
    greets.or_else(|| {
        let calls = |at: usize| says(at, &["name"]) && at > 0 && says(at - 1, &["my"]) && says(at + 1, &["is"]);
        let own = page.sentences.iter().find(|sentence| (sentence.first..sentence.end).any(calls))?;
        let works =
            |at: &usize| at.checked_sub(1).is_some_and(|before| says(before, &["at", "for", "from", "of", "with"]));
        (own.first..own.end).filter(works).find_map(|at| organisation(names, names.starting(at)?))
    })
}

/// The only organisation of which something is told in its own right, and not "with Acme", "the Acme deal".
fn alone(page: &Page<'_>, names: &Names) -> Option<String> {
    const LINKS: Classes = Classes::of(&[Class::Preposition, Class::Adjective, Class::Determiner, Class::Possessive]);
    let mut only: Option<String> = None;
    for (at, name) in names.mentions.iter().enumerate() {
        let before = name.tokens.start.checked_sub(1);
        let is_linked = before.is_some_and(|before| page.classes(before).meets(LINKS));
        let free = |own: &String| !is_linked && !is_acronym(own) && names.is_firm(name);
        let own = organisation(names, at).filter(free);
        match (&only, own) {
            (Some(one), Some(own)) if *one != own => return None,
            (_, Some(own)) => only = Some(own),
            (_, None) => {}
        }
    }
    only
}

fn organisation(names: &Names, at: usize) -> Option<String> {
    let known = names.known(names.mentions.get(at)?);
    matches!(known.sort, NameType::Organisation | NameType::Other).then(|| known.canonical.clone())
}
