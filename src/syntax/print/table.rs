//! Tables and templates.

use super::super::ast::{Cell, Table, Template};
use super::name;

/// A table with its columns made even.
pub(super) fn table(table: &Table) -> String {
    let mut out = format!("table {}: {}", name(&table.name), joined(&table.columns, &[]));
    let widths = widths(table);
    for row in &table.rows {
        out.push_str("\n  ");
        out.push_str(&joined(&row.cells, &widths));
        if let Some(remark) = &row.remark {
            out.push_str(&format!("  {remark}"));
        }
    }
    out
}

/// The widest cell of each column.
fn widths(table: &Table) -> Vec<usize> {
    let columns = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let width = |column: usize| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
        cells.map(|cell| cell.text.chars().count()).max().unwrap_or(0)
    };
    (0..columns).map(width).collect()
}

fn joined(cells: &[Cell], widths: &[usize]) -> String {
    let last = cells.len().saturating_sub(1);
    let padded = |(at, cell): (usize, &Cell)| {
        let width = widths.get(at).copied().filter(|_| at < last).unwrap_or(0);
        format!("{:width$}", cell.text)
    };
    cells.iter().enumerate().map(padded).collect::<Vec<_>>().join(" | ")
}

/// A template, its lines as they stand.
pub(super) fn template(template: &Template) -> String {
    format!("each {}: {}", name(&template.table), template.text)
}
