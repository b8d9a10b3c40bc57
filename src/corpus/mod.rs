//! Articles: reading them from text, Markdown and HTML, their zones, dates, publishers and lineages.

mod document;

pub use document::{Corpus, Document, Tier, Zone, ZoneKind};
