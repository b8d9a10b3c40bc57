//! Articles: reading them from text, Markdown and HTML, their zones, dates, publishers and lineages.
//!
//! [`load()`] reads folders; it is the only function here that touches a disk. All else is pure: [`decode()`] makes text of bytes,
//! [`read()`] makes a [`Document`] of text, [`Manifest::read`] says where articles come from, and [`Corpus::new`] puts documents
//! in order and numbers their lineages.

mod date;
mod dateline;
mod decode;
mod digest;
mod document;
mod edit;
mod front;
mod html;
mod lineage;
mod load;
mod manifest;
mod markdown;
mod plain;
mod read;
mod reading;
mod words;
mod zones;

pub use date::Order;
pub use decode::{LARGEST_ARTICLE, decode};
pub use document::{Corpus, Dateline, Document, Tier, Zone, ZoneKind};
pub use edit::{Edit, edited};
pub use load::{Loaded, MANIFEST, load};
pub use manifest::{Entry, Manifest};
pub use read::{Article, Format, published, read};
