//! One article: text in, document out. No file is touched.

use jiff::civil::Date;

use crate::diag::{Code, Diagnostic, Label};
use crate::source::{FileId, Place, Span};

use super::date::Order;
use super::decode::BYTE_ORDER_MARK;
use super::manifest::Entry;
use super::reading::Reading;
use super::{Document, html, markdown, plain, zones};

/// How an article is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Plain text.
    Text,
    /// CommonMark, with or without front matter.
    Markdown,
    /// HTML.
    Html,
}

impl Format {
    /// The format of a file, by the ending of its name; none where it is no article.
    pub fn of(name: &str) -> Option<Self> {
        let (stem, ending) = name.rsplit_once('.')?;
        let named = !stem.is_empty() && !stem.ends_with('/');
        match ending.to_ascii_lowercase().as_str() {
            "txt" if named => Some(Self::Text),
            "md" | "markdown" if named => Some(Self::Markdown),
            "html" | "htm" | "xhtml" if named => Some(Self::Html),
            _ => None,
        }
    }
}

/// What an article is read from.
#[derive(Clone, Copy, Debug)]
pub struct Article<'a> {
    /// The file that its places name.
    pub file: FileId,
    /// The name of the file, as it is shown. Without an entry it gives the id.
    pub name: &'a str,
    /// How it is written.
    pub format: Format,
    /// The whole text of the file.
    pub text: &'a str,
    /// What the manifest says of it.
    pub entry: Option<&'a Entry>,
}

/// The day that a record gives as an article's date, in any form that papers print; none where it names no day, or where day and
/// month cannot be told apart ("03-02-2009").
pub fn published(text: &str) -> Option<Date> {
    super::date::field(text, Order::Unknown)
}

/// Reads an article: what a reader sees of it, its zones, its date, with the way back to the file. Never fails; what is odd
/// about the text comes with it as warnings. The lineage is left at zero until [`Corpus::new`](super::Corpus::new).
pub fn read(article: &Article<'_>) -> (Document, Vec<Diagnostic>) {
    let reading = reading(article.format, article.text);
    let stated = Entry::default();
    let entry = article.entry.unwrap_or(&stated);
    let title = entry.title.clone().or(reading.page.title.clone());
    let locale = entry.locale.clone().or(reading.page.locale.clone());
    let order = Order::of(locale.as_deref());
    let zoned = zones::of(&reading.text, &reading.blocks, title.as_deref(), order);
    let printed = || zones::printed_date(&reading.text, &zoned, order);
    let published: Option<Date> = entry.published.or(reading.page.published).or_else(printed);
    let document = Document {
        id: entry.id.clone().unwrap_or_else(|| stem(article.name).to_owned()),
        file: article.file,
        publisher: entry.publisher.clone().or(reading.page.publisher),
        published,
        title: title.or_else(|| zones::headline(&reading.text, &zoned)),
        tier: entry.tier,
        locale,
        origin: entry.origin.clone(),
        url: entry.url.clone(),
        lineage: 0,
        zones: zoned.zones,
        dateline: zoned.dateline,
        text: reading.text,
        map: reading.map,
    };
    let diagnostics = remarks(article, &document);
    (document, diagnostics)
}

/// The name of a file without its folders and its ending.
pub(super) fn stem(name: &str) -> &str {
    let base = name.rsplit('/').next().unwrap_or(name);
    base.rsplit_once('.').map_or(base, |(stem, _)| stem)
}

/// The reading of a text; a mark of byte order before it is passed over.
fn reading(format: Format, text: &str) -> Reading {
    let inner = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let reading = match format {
        Format::Text => plain::read(inner),
        Format::Markdown => markdown::read(inner),
        Format::Html => html::read(inner),
    };
    if inner.len() < text.len() { behind_mark(reading) } else { reading }
}

/// The reading of a text with its offsets moved behind the mark of byte order.
fn behind_mark(mut reading: Reading) -> Reading {
    let mark = u32::try_from(BYTE_ORDER_MARK.len_utf8()).unwrap_or(0);
    for (_, file) in &mut reading.map {
        *file += mark;
    }
    if reading.map.first().is_none_or(|(reading, _)| *reading > 0) {
        reading.map.insert(0, (0, mark));
    }
    reading
}

fn remarks(article: &Article<'_>, document: &Document) -> Vec<Diagnostic> {
    if document.zones.is_empty() {
        return vec![empty(article)];
    }
    [one_line(article, document), control_characters(article)].into_iter().flatten().collect()
}

fn empty(article: &Article<'_>) -> Diagnostic {
    let name = article.name;
    Diagnostic::warning(Code::EmptyArticle, format!("`{name}` has no text"))
        .note("it counts as no article")
        .help("fetch it again, or delete it")
}

/// A plain text of more bytes than this has paragraphs.
const LONGEST_PARAGRAPH: usize = 16 * 1024;

fn one_line(article: &Article<'_>, document: &Document) -> Option<Diagnostic> {
    let long = article.format == Format::Text && document.text.len() > LONGEST_PARAGRAPH;
    let trimmed = document.text.trim();
    (long && !trimmed.contains('\n')).then(|| {
        Diagnostic::warning(Code::OneLineArticle, format!("`{}` is one line of {} bytes", article.name, trimmed.len()))
            .note("without line breaks, headline, sub-heads and boilerplate cannot be told from the body")
            .help("keep its paragraphs on lines of their own")
    })
}

/// Characters that steer a terminal. They stay in the text; whoever prints it shows them as code points.
fn control_characters(article: &Article<'_>) -> Option<Diagnostic> {
    let bytes = article.text.as_bytes();
    let block = bytes.chunks(BLOCK).position(|block| block.iter().fold(0, |any, byte| any | control(*byte)) > 0)?;
    let at = (block * BLOCK..bytes.len()).find(|at| bytes.get(*at).is_some_and(|byte| control(*byte) > 0))?;
    let all = bytes.iter().filter(|byte| control(**byte) > 0).count();
    let count = if all == 1 { "a control character".to_owned() } else { format!("{all} control characters") };
    let place = Place { file: article.file, span: Span::new(at, at + 1) };
    Some(
        Diagnostic::warning(Code::ControlCharacters, format!("`{}` holds {count}", article.name))
            .at(Label::primary(place, "the first one"))
            .note("they stay part of the text, and are shown as code points")
            .help("strip them if a terminal or a word processor left them there"),
    )
}

/// Texts are searched in blocks of so many bytes, which the compiler can look at all at once.
const BLOCK: usize = 256;

/// One for a byte that steers a terminal, else nothing; in arithmetic, without a branch.
fn control(byte: u8) -> u8 {
    let white = u8::from(byte == b'\t') | u8::from(byte == b'\n') | u8::from(byte == 0x0c) | u8::from(byte == b'\r');
    (u8::from(byte < 0x20) & !white) | u8::from(byte == 0x7f)
}

#[cfg(test)]
mod tests;
