//! Tables and the assertions made of them.

use super::{At, Name};

/// `table NAME: COLUMN | COLUMN`, with its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: Name,
    /// The names of its columns.
    pub columns: Vec<Cell>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<Cell>,
    /// The comment at its end, with its `#`.
    pub remark: Option<String>,
    /// All of it.
    pub at: At,
}

/// A cell, as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its text, without the space around it.
    pub text: String,
    /// Where it stands.
    pub at: At,
}

/// `each TABLE: …{COLUMN}…`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    /// The table.
    pub table: Name,
    /// The assertion with its gaps, as it was written.
    pub text: String,
    /// Where the text stands.
    pub at: At,
}
