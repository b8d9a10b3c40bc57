//! A document as the rest of the program sees it.

use jiff::civil::Date;

use crate::source::{FileId, Place, Span};

use super::lineage;

/// All articles of a run, in the order of their ids.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// The articles.
    pub documents: Vec<Document>,
}

impl Corpus {
    /// The articles in the order of their ids, with their lineages numbered. Two documents may not have one id.
    pub fn new(mut documents: Vec<Document>) -> Self {
        documents.sort_by(|one, other| one.id.cmp(&other.id));
        lineage::number(&mut documents);
        Self { documents }
    }
}

/// One article.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its id: from the manifest, else the file's name without its ending.
    pub id: String,
    /// The file it was read from.
    pub file: FileId,
    /// Who published it.
    pub publisher: Option<String>,
    /// When, by the manifest or by what the text prints.
    pub published: Option<Date>,
    /// Its title, by the manifest or the headline zone.
    pub title: Option<String>,
    /// What kind of source it is.
    pub tier: Option<Tier>,
    /// The locale, such as `en-GB`: decides 03/04/2025 and what `$` is.
    pub locale: Option<String>,
    /// Whose text it carries, as the manifest declares it.
    pub origin: Option<String>,
    /// Its address on the web, as the manifest has it.
    pub url: Option<String>,
    /// Number of its lineage: documents that copy one another share one. Counted from 1 in the order of documents.
    pub lineage: usize,
    /// What a reader sees. For `.txt` the file as it stands.
    pub text: String,
    /// The blocks of the text, in order; they do not overlap. A block may run over several lines.
    pub zones: Vec<Zone>,
    /// Where and for whom it was written, as printed before the first sentence; its span is a zone of metadata.
    pub dateline: Option<Dateline>,
    /// Where the reading text came from: pairs of an offset in `text` and one in the file, ascending; between two pairs the
    /// offsets run in parallel. Two pairs with one offset in `text` stand for one byte that several bytes of the file spell
    /// (`&amp;`): the first and the last of these. Empty where the two texts are the same.
    pub map: Vec<(u32, u32)>,
}

impl Document {
    /// A document of an id and a file, with nothing else known.
    pub fn untitled(id: String, file: FileId) -> Self {
        Self {
            id,
            file,
            publisher: None,
            published: None,
            title: None,
            tier: None,
            locale: None,
            origin: None,
            url: None,
            lineage: 1,
            text: String::new(),
            zones: Vec::new(),
            dateline: None,
            map: Vec::new(),
        }
    }

    /// A text by itself: all of it is body, and nothing else is known.
    pub fn alone(text: impl Into<String>) -> Self {
        let text = text.into();
        let zones = vec![Zone { kind: ZoneKind::Body, span: Span::new(0, text.len()) }];
        Self { text, zones, ..Self::untitled(String::new(), FileId::default()) }
    }

    /// Whether it is known by a name: its id or its publisher, in any case.
    pub fn goes_by(&self, name: &str) -> bool {
        self.id.eq_ignore_ascii_case(name)
            || self.publisher.as_deref().is_some_and(|publisher| publisher.eq_ignore_ascii_case(name))
    }

    /// Whether a place of the reading text lies in a block that counts: boilerplate and metadata are no evidence.
    pub fn is_evidence(&self, span: Span) -> bool {
        let at = self.zones.partition_point(|zone| zone.span.end <= span.start);
        self.zones.get(at).is_some_and(|zone| !matches!(zone.kind, ZoneKind::Boilerplate | ZoneKind::Metadata))
    }

    /// The place in the original file of a span in the reading text.
    pub fn place(&self, span: Span) -> Place {
        let start = self.original(span.start, |(reading, _)| reading < span.start);
        let last = span.end.saturating_sub(1);
        let end = if span.is_empty() { start } else { self.original(last, |(reading, _)| reading <= last) + 1 };
        Place { file: self.file, span: Span { start, end: end.max(start) } }
    }

    /// The span in the reading text of a span in the file. What a reader does not see of it is left out.
    pub fn reading(&self, span: Span) -> Span {
        let start = self.seen(span.start);
        let end = if span.is_empty() { start } else { self.seen(span.end - 1).saturating_add(1) };
        Span { start, end: end.max(start) }
    }

    /// The offset in the reading text of `at` in the file, from the last pair that does not lie behind it.
    fn seen(&self, at: u32) -> u32 {
        if self.map.is_empty() {
            return at;
        }
        let next = self.map.partition_point(|(_, file)| *file <= at);
        let length = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        let end = self.map.get(next).map_or(length, |(reading, _)| *reading);
        let last = next.checked_sub(1).and_then(|last| self.map.get(last));
        last.map_or(0, |(reading, file)| reading.saturating_add(at - file).min(end))
    }

    /// The offset in the file of `at`, from the last pair that is `before` it, or the pair that stands on it.
    fn original(&self, at: u32, before: impl Fn((u32, u32)) -> bool) -> u32 {
        let next = self.map.partition_point(|pair| before(*pair));
        let on_it = self.map.get(next).filter(|(reading, _)| *reading == at);
        match on_it.or_else(|| self.map.get(next.checked_sub(1)?)) {
            Some((reading, file)) => file + (at - reading),
            None => at,
        }
    }
}

/// The line that says where a report was written: "LYON, France (AFP) - ".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dateline {
    /// Where it stands in the reading text, its dash included.
    pub span: Span,
    /// The places it names, the nearest first, capitals lowered: "Lyon", "France". Empty where it names only a day.
    pub places: Vec<String>,
}

/// How near a source is to what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// A document of those who act: a filing, a statement.
    Primary,
    /// An agency.
    Wire,
    /// A newspaper, a broadcaster.
    Outlet,
    /// A site that collects what others wrote.
    Aggregator,
}

impl Tier {
    /// The name as it is written in manifests and settings.
    pub fn name(self) -> &'static str {
        match self {
            Tier::Primary => "primary",
            Tier::Wire => "wire",
            Tier::Outlet => "outlet",
            Tier::Aggregator => "aggregator",
        }
    }
}

/// A block of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone {
    /// What it is.
    pub kind: ZoneKind,
    /// Where it is, in the reading text.
    pub span: Span,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ZoneKind {
    /// The title.
    Headline,
    /// A heading between paragraphs.
    Subhead,
    /// A paragraph.
    Body,
    /// An item of a list.
    Bullet,
    /// Under a picture or a table.
    Caption,
    /// Byline, date, running time.
    Metadata,
    /// "Read next", contact lines, navigation: no evidence.
    Boilerplate,
}

#[cfg(test)]
mod tests {
    use super::super::read::{Article, Format, read};
    use crate::source::{FileId, Span};

    /// A word of the reading text, its place in the file, and back.
    #[test]
    fn a_place_in_the_file_leads_back_to_what_is_read_there() {
        let text = "<h1>R&amp;D grows</h1>\n<p>The caf&eacute; took <b>two</b>&nbsp;metres &lt;b&gt; of it.</p>";
        let article = Article { file: FileId(0), name: "a.html", format: Format::Html, text, entry: None };
        let document = read(&article).0;
        for word in ["R&D", "grows", "café", "two", "metres", "<b>", "it.", "café took two"] {
            let start = document.text.find(word).expect("the word is read");
            let span = Span::new(start, start + word.len());
            assert_eq!(document.reading(document.place(span).span), span, "{word}: {:?}", document.text);
        }
        let tag = text.find("<b>").expect("it is there");
        assert!(document.reading(Span::new(tag, tag + 3)).len() <= 1);
    }
}
