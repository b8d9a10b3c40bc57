//! Tables: one assertion a row, the template filled with its cells.

use std::collections::BTreeSet;

use crate::diag::{Code, Diagnostic, nearest};
use crate::source::Span;
use crate::syntax::ast::{At, Cell, Check, ItemKind, Row, Table, Template};
use crate::syntax::{Taken, parse_assertion};

use super::Lowerer;
use super::identity::slug;

/// A stretch of a template: text, or a gap with the name of its column.
enum Stretch<'t> {
    Text(&'t str, Span),
    Gap(&'t str, Span),
}

impl Lowerer<'_, '_> {
    /// Lowers a template: an assertion for each row of its table.
    pub(super) fn template(&mut self, template: &Template, check: Option<&Check>) {
        let Some((file, table)) = self.scope.tables.get(&template.table.text[..]).copied() else {
            return self.unknown_table(template);
        };
        let stretches = stretches(template);
        if self.has_unknown_gaps(&stretches, table) {
            return;
        }
        let mut said = BTreeSet::new();
        for row in &table.rows {
            if row.cells.len() != table.columns.len() {
                self.uneven(row, table, template, file);
                continue;
            }
            let (text, taken) = filled(&stretches, table, row, file == self.position);
            match parse_assertion(self.file, &text, &taken) {
                Ok(item) => self.row(&item.kind, check, row, if file == self.position { row.at } else { template.at }),
                Err(diagnostic) => self.once(&mut said, diagnostic),
            }
        }
    }

    fn row(&mut self, kind: &ItemKind, check: Option<&Check>, row: &Row, at: At) {
        let ItemKind::Assertion(assertion) = kind else {
            let help = "the line behind `each TABLE:` is an assertion".to_owned();
            return self.findings.error(Code::SyntaxError, "this is no assertion".to_owned(), at, help);
        };
        let cell = row.cells.first().map_or("", |cell| &cell.text);
        let id = check.map(|check| format!("{}-{}", check.id.text, slug(cell))).unwrap_or_default();
        let first = self.assertions.len();
        self.identified(assertion, check, id, at);
        let place = self.place(at);
        self.assertions.iter_mut().skip(first).for_each(|assertion| assertion.place = place);
    }

    /// A template that is wrong is wrong in every row; it is said once.
    fn once(&mut self, said: &mut BTreeSet<(String, Option<Span>)>, diagnostic: Diagnostic) {
        if said.insert((diagnostic.message.clone(), diagnostic.place().map(|place| place.span))) {
            self.findings.add(diagnostic);
        }
    }

    fn unknown_table(&mut self, template: &Template) {
        let mut known: Vec<&str> = self.scope.tables.keys().copied().collect();
        known.sort_unstable();
        let name = &template.table.text;
        let help = match nearest(name, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("declare it: `table {name}: first column | second column`, with its rows below"),
        };
        self.findings.error(Code::UnknownName, format!("no table `{name}`"), template.table.at, help);
    }

    fn has_unknown_gaps(&mut self, stretches: &[Stretch<'_>], table: &Table) -> bool {
        let columns: Vec<&str> = table.columns.iter().map(|column| &column.text[..]).collect();
        let mut unknown = false;
        for stretch in stretches {
            let Stretch::Gap(name, span) = stretch else { continue };
            if !columns.contains(name) {
                unknown = true;
                let near = nearest(name, columns.iter().copied()).map(|near| format!("did you mean `{{{near}}}`?"));
                let help = near.unwrap_or_else(|| format!("its columns are {}", columns.join(", ")));
                self.findings.error(Code::UnknownName, format!("the table has no column `{name}`"), At(*span), help);
            }
        }
        unknown
    }

    fn uneven(&mut self, row: &Row, table: &Table, template: &Template, file: usize) {
        let at = if file == self.position { row.at } else { template.table.at };
        let message = format!("this row has {} cells, and the table {} columns", row.cells.len(), table.columns.len());
        self.findings.error(
            Code::UnevenRow,
            message,
            at,
            "cells stand between `|`; put text that has one between quotation marks".to_owned(),
        );
    }
}

/// Cuts a template at its gaps.
fn stretches(template: &Template) -> Vec<Stretch<'_>> {
    let mut out = Vec::new();
    let (mut rest, mut at) = (&template.text[..], template.at.0.start as usize);
    while let Some((before, name, behind)) = next_gap(rest) {
        let gap = at + before.len();
        let end = gap + name.len() + 2;
        out.push(Stretch::Text(before, Span::new(at, gap)));
        out.push(Stretch::Gap(name.trim(), Span::new(gap, end)));
        (rest, at) = (behind, end);
    }
    out.push(Stretch::Text(rest, Span::new(at, at + rest.len())));
    out
}

fn next_gap(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, behind) = rest.split_once('}')?;
    Some((before, name, behind))
}

/// The text of a template for a row, and where its stretches come from: cells from the table where that is in the same file, else from
/// their gaps.
fn filled(stretches: &[Stretch<'_>], table: &Table, row: &Row, same_file: bool) -> (String, Vec<Taken>) {
    let mut text = String::new();
    let mut taken = Vec::new();
    for stretch in stretches {
        let (piece, from) = match stretch {
            Stretch::Text(piece, span) => (*piece, *span),
            Stretch::Gap(name, span) => {
                let cell = cell(table, row, name);
                (cell.map_or("", |cell| &cell.text[..]), cell.filter(|_| same_file).map_or(*span, |cell| cell.at.0))
            }
        };
        text.push_str(piece);
        taken.push((piece.len(), from));
    }
    (text, taken)
}

fn cell<'t>(table: &Table, row: &'t Row, name: &str) -> Option<&'t Cell> {
    let column = table.columns.iter().position(|column| column.text == name)?;
    row.cells.get(column)
}
