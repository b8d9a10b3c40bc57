//! A document as the rest of the program sees it.

use jiff::civil::Date;

use crate::source::{FileId, Place, Span};

/// All articles of a run, in the order of their ids.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// The articles.
    pub documents: Vec<Document>,
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
    /// Number of its lineage: documents that copy one another share one. Counted from 1 in the order of documents.
    pub lineage: usize,
    /// What a reader sees. For `.txt` the file as it stands.
    pub text: String,
    /// The blocks of the text, in order; they do not overlap.
    pub zones: Vec<Zone>,
    /// Where the reading text came from: pairs of an offset in `text` and one in the file, ascending; between two pairs the
    /// offsets run in parallel. Empty where the two texts are the same.
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
            lineage: 1,
            text: String::new(),
            zones: Vec::new(),
            map: Vec::new(),
        }
    }

    /// The place in the original file of a span in the reading text.
    pub fn place(&self, span: Span) -> Place {
        let original = |at: u32| match self.map.partition_point(|(reading, _)| *reading <= at).checked_sub(1) {
            Some(index) => {
                let (reading, file) = self.map[index];
                file + (at - reading)
            }
            None => at,
        };
        let end = if span.is_empty() { original(span.start) } else { original(span.end - 1) + 1 };
        Place { file: self.file, span: Span { start: original(span.start), end } }
    }
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
