//! Zones: which block is the headline, which is prose, which speaks of the article itself, and which is no evidence.
//!
//! What the markup says comes first, then phrases (`src/corpus/data`), then shape: an article has a head (titles, dates, authors),
//! then its first prose, then paragraphs with sub-heads between them, and may end with lists of other articles.
//! A text without any prose has no head: all of it is body.

mod carve;
mod metadata;
mod phrases;

use jiff::civil::Date;

use super::date::Order;
use super::dateline;
use super::plain::bullet;
use super::reading::{Block, Hint};
use super::words::{bare_end, count, ends_sentence, same_words};
use super::{Dateline, Zone, ZoneKind};

/// What was told apart in a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Zoned {
    /// The zones, in order.
    pub zones: Vec<Zone>,
    /// The first dateline.
    pub dateline: Option<Dateline>,
    /// Its day, where it has a year.
    pub dateline_date: Option<Date>,
}

/// Tells the blocks of a text apart. `title` is what manifest or markup call the article.
pub(super) fn of(text: &str, blocks: &[Block], title: Option<&str>, order: Order) -> Zoned {
    let lines: Vec<Line<'_>> = blocks.iter().map(|block| Line::new(text, *block, order)).collect();
    let kinds = kinds(&lines, title);
    carve::zones(text, blocks, &kinds, order)
}

/// The day of publication that the metadata of a text prints, else the day of its dateline.
pub(super) fn printed_date(text: &str, zoned: &Zoned, order: Order) -> Option<Date> {
    let metadata = zoned.zones.iter().filter(|zone| zone.kind == ZoneKind::Metadata);
    metadata.map(|zone| zone.span.slice(text)).find_map(|line| metadata::published(line, order)).or(zoned.dateline_date)
}

/// The first headline of a text.
pub(super) fn headline(text: &str, zoned: &Zoned) -> Option<String> {
    let first = zoned.zones.iter().find(|zone| zone.kind == ZoneKind::Headline)?;
    Some(first.span.slice(text).split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A block with what can be said of it alone.
struct Line<'a> {
    text: &'a str,
    hint: Hint,
    /// What markup, phrases or marks make of it.
    given: Option<ZoneKind>,
    /// Whether it heads a list of other articles.
    opens_section: bool,
    /// Whether it is made of sentences.
    prose: bool,
}

impl<'a> Line<'a> {
    fn new(text: &'a str, block: Block, order: Order) -> Self {
        let text = block.span.slice(text);
        let phrase = phrases::of_block(text);
        let given = match block.hint {
            Hint::Headline => Some(ZoneKind::Headline),
            Hint::Boilerplate => Some(ZoneKind::Boilerplate),
            Hint::Caption => Some(ZoneKind::Caption),
            Hint::Row => Some(ZoneKind::Body),
            Hint::Subhead => phrase.map(|phrase| phrase.kind).or(Some(ZoneKind::Subhead)),
            Hint::Bullet => phrase.map(|phrase| phrase.kind).or(Some(ZoneKind::Bullet)),
            Hint::Plain => phrase.map(|phrase| phrase.kind).or_else(|| by_marks(text, order)),
        };
        let opens_section = phrase.is_some_and(|phrase| phrase.opens_section);
        Self { text, hint: block.hint, given, opens_section, prose: is_prose(text) }
    }

    fn is_first_prose(&self) -> bool {
        self.prose && matches!(self.hint, Hint::Plain) && matches!(self.given, None | Some(ZoneKind::Body))
    }

    /// Whether it is long enough to be an article's own prose behind a list of other articles.
    fn resumes(&self) -> bool {
        self.given.is_none() && self.prose && count(self.text, LONGEST_TEASER + 1) > LONGEST_TEASER
    }
}

/// A teaser of another article has at most this many words.
const LONGEST_TEASER: usize = 30;
/// A sentence that tells prose from a line has at least this many words.
const SHORTEST_SENTENCE: usize = 5;
/// A headline has at most this many words.
const LONGEST_HEADLINE: usize = 30;
/// A head with more lines than this that are neither metadata nor boilerplate holds a table.
const MOST_TITLES: usize = 4;
/// A sub-head has at most this many words.
const LONGEST_SUBHEAD: usize = 14;
/// A sub-head with a colon at its end has at most this many words: "Key points:".
const LONGEST_LEAD_IN: usize = 5;
/// More words than this are a paragraph, whatever they end with.
const LONGEST_LINE: usize = 30;

/// What a block is by the marks at its start, or because it is nothing but metadata.
fn by_marks(text: &str, order: Order) -> Option<ZoneKind> {
    if metadata::is_line(text, order) {
        Some(ZoneKind::Metadata)
    } else if bullet(text).is_some() {
        Some(ZoneKind::Bullet)
    } else {
        heading(text).map(|(kind, _)| kind)
    }
}

/// The level of a heading in plain text ("# Title", "## Part"), and the bytes of its mark.
fn heading(text: &str) -> Option<(ZoneKind, usize)> {
    let rest = text.trim_start_matches('#');
    let marks = text.len() - rest.len();
    let title = rest.trim_start();
    let kind = if marks == 1 { ZoneKind::Headline } else { ZoneKind::Subhead };
    ((1..=6).contains(&marks) && title.len() < rest.len()).then_some((kind, text.len() - title.len()))
}

/// Whether a block is a dateline and nothing else; a word in capitals and a hyphen are not enough.
fn is_dateline(text: &str) -> bool {
    let whole = dateline::find(text, Order::Unknown).filter(|found| found.length == text.len());
    whole.is_some_and(|found| found.places.is_empty() || text.contains(['(', ',']) || text.ends_with(['—', '_']))
}

/// Whether a block is made of sentences: five words or more with a final mark, or simply long. A short question, an exclamation
/// or a line that ends with "U.S." may be a headline, and does not tell.
fn is_prose(text: &str) -> bool {
    let least = if asks(text) || is_abbreviated(text) {
        LONGEST_SUBHEAD + 1
    } else if ends_sentence(text) {
        SHORTEST_SENTENCE
    } else {
        LONGEST_LINE + 1
    };
    count(text, least) >= least
}

/// The zone of each block.
fn kinds(lines: &[Line<'_>], title: Option<&str>) -> Vec<ZoneKind> {
    match lines.iter().position(Line::is_first_prose) {
        Some(prose) => {
            let mut kinds = head(&lines[..prose], title);
            kinds.extend(rest(lines, prose));
            kinds
        }
        None => lines.iter().map(without_prose).collect(),
    }
}

/// Without prose around it a line is what the markup says, else body: a table, a claim, a name.
fn without_prose(line: &Line<'_>) -> ZoneKind {
    match (line.hint, line.given) {
        (Hint::Plain, Some(ZoneKind::Bullet)) => ZoneKind::Bullet,
        (Hint::Plain, _) | (_, None) => ZoneKind::Body,
        (Hint::Headline | Hint::Subhead | Hint::Bullet | Hint::Caption | Hint::Row | Hint::Boilerplate, Some(kind)) => {
            kind
        }
    }
}

/// The zones before the first prose: headlines, what repeats them, sub-heads, metadata.
fn head(lines: &[Line<'_>], title: Option<&str>) -> Vec<ZoneKind> {
    let given = lines.iter().find(|line| line.given == Some(ZoneKind::Headline));
    let named = lines.iter().find(|line| title.is_some_and(|title| same_words(title, line.text)));
    let masthead = is_masthead(lines);
    let own = lines.get(usize::from(masthead)..).unwrap_or_default();
    let first = own.iter().find(|line| line.given.is_none() && can_be_headline(line.text) && !is_dateline(line.text));
    let headline = given.or(named).or(first).map(|line| line.text);
    let is_table = lines.iter().filter(|line| line.given.is_none()).count() > MOST_TITLES;
    let kind = |(at, line): (usize, &Line<'_>)| {
        let repeats = headline.is_some_and(|headline| same_words(headline, line.text));
        match line.given {
            Some(ZoneKind::Headline) => ZoneKind::Headline,
            Some(ZoneKind::Bullet) if metadata::is_line(line.text, Order::Unknown) => ZoneKind::Metadata,
            Some(kind) if !repeats => kind,
            Some(_) | None if repeats => ZoneKind::Headline,
            Some(_) | None if masthead && at == 0 => ZoneKind::Metadata,
            Some(_) | None if is_dateline(line.text) || is_author(lines, at) => ZoneKind::Metadata,
            Some(_) | None if is_table || goes_on(line.text) => ZoneKind::Body,
            Some(_) | None => ZoneKind::Subhead,
        }
    };
    lines.iter().enumerate().map(kind).collect()
}

/// Whether the first line is the name of a newspaper, with the headline behind it, or below its date: "The Harbour Gazette".
fn is_masthead(lines: &[Line<'_>]) -> bool {
    let Some((first, rest)) = lines.split_first() else { return false };
    let is_date = |line: &&Line<'_>| line.given == Some(ZoneKind::Metadata) || is_dateline(line.text);
    let Some(next) = rest.iter().find(|line| !is_date(line)) else { return false };
    let short = count(first.text, 6) <= 5 && metadata::are_names(first.text.strip_prefix("The ").unwrap_or(first.text));
    let paper = first.text.split_whitespace().any(|word| MASTHEADS.contains(&word));
    let headed = next.given.is_none() && can_be_headline(next.text);
    short && paper && first.given.is_none() && headed && !ends_sentence(first.text)
}

/// What newspapers, stations and agencies call themselves.
const MASTHEADS: &[&str] = &[
    "Advertiser",
    "Advocate",
    "Bulletin",
    "Chronicle",
    "Courier",
    "Daily",
    "Dispatch",
    "Echo",
    "Examiner",
    "Express",
    "Gazette",
    "Globe",
    "Guardian",
    "Herald",
    "Independent",
    "Inquirer",
    "Journal",
    "Ledger",
    "Mail",
    "Mercury",
    "Mirror",
    "Monitor",
    "News",
    "Observer",
    "Post",
    "Press",
    "Radio",
    "Recorder",
    "Register",
    "Reporter",
    "Review",
    "Sentinel",
    "Standard",
    "Star",
    "Sun",
    "Telegraph",
    "Times",
    "Tribune",
    "Weekly",
    "Wire",
];

/// Whether a line is a sentence, or the beginning of one.
fn goes_on(text: &str) -> bool {
    text.ends_with(',') || (ends_sentence(text) && !asks(text))
}

fn asks(text: &str) -> bool {
    bare_end(text).ends_with(['?', '!'])
}

/// Whether the last word of a text has full stops inside: "U.S."
fn is_abbreviated(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or("");
    let letters = last.chars().all(|c| c.is_alphabetic() || c == '.');
    letters && last.ends_with('.') && last.matches('.').count() > 1 && !last.contains("..")
}

/// Whether a line of the head is a bare name beside a line of metadata.
fn is_author(lines: &[Line<'_>], at: usize) -> bool {
    let is_metadata = |at: usize| lines.get(at).is_some_and(|line| line.given == Some(ZoneKind::Metadata));
    let beside = is_metadata(at + 1) || at.checked_sub(1).is_some_and(is_metadata);
    lines.get(at).is_some_and(|line| beside && count(line.text, 5) <= 4 && metadata::are_names(line.text))
}

/// A headline has no full stop at its end, but for that of an abbreviation, and does not begin in lower case.
fn can_be_headline(text: &str) -> bool {
    let open = is_abbreviated(text) || asks(text) || !ends_sentence(text);
    open && !text.ends_with([',', ';'])
        && count(text, LONGEST_HEADLINE + 1) <= LONGEST_HEADLINE
        && !text.starts_with(char::is_lowercase)
}

/// The zones from the first prose on.
fn rest(lines: &[Line<'_>], prose: usize) -> Vec<ZoneKind> {
    let mut in_section = false;
    let mut kinds = Vec::with_capacity(lines.len() - prose);
    for (at, line) in lines.iter().enumerate().skip(prose) {
        in_section = line.opens_section || (in_section && !resumes(lines, at));
        kinds.push(match line.given {
            Some(ZoneKind::Metadata) => ZoneKind::Metadata,
            _ if in_section => ZoneKind::Boilerplate,
            Some(kind) => kind,
            None if is_subhead(lines, at) => ZoneKind::Subhead,
            None => ZoneKind::Body,
        });
    }
    kinds
}

/// Whether the article goes on here, behind a list of others: with a long paragraph, or a heading right before one.
fn resumes(lines: &[Line<'_>], at: usize) -> bool {
    let here = |at: usize| lines.get(at).is_some_and(Line::resumes);
    here(at) || (lines.get(at).is_some_and(|line| line.hint == Hint::Subhead && !line.opens_section) && here(at + 1))
}

/// Whether a block that follows prose is a sub-head: a short line without a final mark, alone or with one more, and prose or a list
/// right behind. A longer run of such lines is a table.
fn is_subhead(lines: &[Line<'_>], at: usize) -> bool {
    let shaped = |at: usize| lines.get(at).is_some_and(|line| line.given.is_none() && can_be_subhead(line.text));
    let heads = |at: usize| lines.get(at).is_some_and(|line| line.prose || line.given == Some(ZoneKind::Bullet));
    if !shaped(at) {
        return false;
    }
    let before = (1..=2).take_while(|back| at.checked_sub(*back).is_some_and(shaped)).count();
    let after = (1..=2).take_while(|on| shaped(at + on)).count();
    before + after <= 1 && heads(at + after + 1)
}

fn can_be_subhead(text: &str) -> bool {
    let most = match bare_end(text).chars().next_back() {
        Some('.' | '…' | ',' | ';') | None => return false,
        Some(':') => LONGEST_LEAD_IN,
        Some(_) => LONGEST_SUBHEAD,
    };
    let quoted = text.starts_with(['"', '“', '‘', '«']) && text.ends_with(['"', '”', '’', '»']);
    let spoken = asks(text) && text.contains(": ");
    !quoted && !spoken && !text.contains('\t') && !text.starts_with(char::is_lowercase) && count(text, most + 1) <= most
}

#[cfg(test)]
mod tests;
