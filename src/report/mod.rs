//! Reports: the one result tree, drawn for people and written for machines. Nothing here decides anything.
//!
//! One file a format. `miette` is the only file that names the drawing library.

mod excerpt;
mod miette;

mod style;

pub use miette::draw;
pub use style::{Colour, Glyphs, Ink, Style, counted, thousands, wrap};
