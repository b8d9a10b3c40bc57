//! Tables and templates, read from their pieces.

use crate::source::Span;

use super::ast::{At, Cell, Row, Table, Template};
use super::marks::Marks;
use super::reader::{Reader, Trouble};

/// Reads a table with its rows.
pub(super) fn table(reader: &mut Reader<'_>) -> Result<Table, Trouble> {
    reader.take("table");
    let name = reader.name(&[], &[':', '|'])?;
    reader.expect(":")?;
    let columns = row(reader).map(|row| row.cells).unwrap_or_default();
    let columns = if columns.is_empty() { return Err(reader.trouble("the names of its columns")) } else { columns };
    let rows = std::iter::from_fn(|| row(reader)).collect();
    Ok(Table { name, columns, rows })
}

/// The next row: the rest of a line, cut at `|`. A row may be framed by them.
fn row(reader: &mut Reader<'_>) -> Option<Row> {
    let (at, line) = reader.line()?;
    let mut cells = Vec::new();
    let mut from = 0;
    for end in cuts(line) {
        cells.push(cell(line, at, from, end));
        from = end + 1;
    }
    let framed = |cell: &Cell| cell.text.is_empty();
    if cells.len() > 1 && cells.first().is_some_and(framed) && cells.last().is_some_and(framed) {
        cells.pop();
        cells.remove(0);
    }
    Some(Row { cells, remark: reader.remark_behind(), at })
}

/// Where the cells of a line end: at every `|` that is not between quotation marks, and at the end.
fn cuts(line: &str) -> Vec<usize> {
    let mut marks = Marks::default();
    let bars = line.char_indices().filter(|(_, c)| !marks.pass(*c) && *c == '|');
    let mut cuts: Vec<usize> = bars.map(|(at, _)| at).collect();
    cuts.push(line.len());
    cuts
}

fn cell(line: &str, at: At, from: usize, end: usize) -> Cell {
    let whole = line.get(from..end).unwrap_or("");
    let text = whole.trim();
    let start = at.0.start as usize + from + (whole.len() - whole.trim_start().len());
    Cell { text: text.to_owned(), at: At(Span::new(start, start + text.len())) }
}

/// Reads a template up to its end.
pub(super) fn template(reader: &mut Reader<'_>) -> Result<Template, Trouble> {
    reader.take("each");
    let table = reader.name(&[], &[':'])?;
    reader.expect(":")?;
    let Some((at, text)) = reader.remainder() else { return Err(reader.trouble("an assertion")) };
    Ok(Template { table, text: text.to_owned(), at })
}
