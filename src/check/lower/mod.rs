//! Files lowered: their assertions against what their words mean in their file.

mod amount;
mod assertion;
mod date;
mod expression;
mod field;
mod form;
mod identity;
mod meant;
mod opening;
mod operand;
mod qualifier;
mod template;
mod value;
mod waiver;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Code, Diagnostic, Label};
use crate::source::{FileId, Place, Span};
use crate::statement::Vocabulary;
use crate::syntax::MOST_DIAGNOSTICS;
use crate::syntax::ast::{At, Check, Item, ItemKind};

use super::declare::Declarer;
use super::files::{CheckFile, Role};
use super::findings::Findings;
use super::scope::{Scope, Tables};
use super::{Allowance, Assertion, Suite};

use identity::{Identities, make_ids};

/// Lowers the check files of a run over the vocabulary that ships. Always gives a suite; lines that are wrong are missing from it, each
/// with a diagnostic. The diagnostics are those of parsing too, in the order of files and places, so that all errors of a run are shown
/// together.
pub fn lower(files: &[CheckFile], prelude: impl Into<Arc<Vocabulary>>) -> (Suite, Vec<Diagnostic>) {
    let prelude = prelude.into();
    let (suite, found) = lower_over(files, &prelude);
    (Suite { shipped: prelude, ..suite }, found)
}

/// The same without the vocabulary that ships.
fn lower_over(files: &[CheckFile], prelude: &Vocabulary) -> (Suite, Vec<Diagnostic>) {
    let base = Tables::shipped(prelude);
    let found = files.iter().map(|file| (file.parsed.id, file.parsed.diagnostics.clone())).collect();
    let mut run = Run { files, base: &base, suite: Suite::default(), found, ids: Identities::default() };
    for (position, file) in files.iter().enumerate() {
        run.file(position, file);
    }
    make_ids(&mut run.suite.assertions);
    run.allowances();
    run.finish()
}

/// What is made of the files of a run.
struct Run<'r> {
    files: &'r [CheckFile],
    base: &'r Tables<'r>,
    suite: Suite,
    found: BTreeMap<FileId, Vec<Diagnostic>>,
    ids: Identities,
}

impl Run<'_> {
    /// Reads the declarations of a file, and, where it was named, its assertions.
    fn file(&mut self, position: usize, file: &CheckFile) {
        let closure = closure(self.files, position);
        let own = self.declarations(file.parsed.id, &closure);
        match file.role {
            Role::Named => self.assertions(position, file, &closure, own),
            Role::Used => {}
        }
    }

    /// What a file declares, with all that it uses. What is wrong with declarations is said of its own: the others have their turn.
    fn declarations(&mut self, id: FileId, closure: &[usize]) -> Vocabulary {
        let mut declarer = Declarer::new(self.base.units());
        let trees = closure.iter().filter_map(|used| self.files.get(*used));
        trees.for_each(|used| declarer.file(used.parsed.id, &used.parsed.file));
        let (own, found) = declarer.finish();
        let in_it = |diagnostic: &Diagnostic| diagnostic.place().unwrap_or_default().file == id;
        self.found.entry(id).or_default().extend(found.into_iter().filter(in_it));
        // Examples are read where vocabulary is tested, and make no two vocabularies differ.
        Vocabulary { examples: Vec::new(), ..own }
    }

    /// The number of a vocabulary, among those of the suite.
    fn number(&mut self, own: Vocabulary) -> usize {
        let declared = &mut self.suite.declared;
        declared.iter().position(|known| *known == own).unwrap_or_else(|| {
            declared.push(own);
            declared.len() - 1
        })
    }

    fn assertions(&mut self, position: usize, file: &CheckFile, closure: &[usize], own: Vocabulary) {
        let scope = scope(self.files, closure, &own, self.base);
        let mut lowerer = Lowerer {
            scope: &scope,
            position,
            file: file.parsed.id,
            findings: Findings::new(file.parsed.id),
            measure: String::new(),
            assertions: Vec::new(),
            allowances: Vec::new(),
        };
        lowerer.items(&file.parsed.file.items);
        let Lowerer { assertions, allowances, findings, .. } = lowerer;
        let vocabulary = self.number(own);
        let mut found = findings.finish();
        for assertion in assertions {
            found.extend(self.ids.give(Assertion { vocabulary, ..assertion }, &mut self.suite.assertions));
        }
        self.suite.allowances.extend(allowances);
        self.found.entry(file.parsed.id).or_default().extend(found);
    }

    /// Says of every `allow` that names no check that it does not.
    fn allowances(&mut self) {
        // A check with an error is there, though it is not judged.
        let heads = self.files.iter().flat_map(|file| &file.parsed.file.items).filter_map(|item| match &item.kind {
            ItemKind::Check(head) => Some(&head.id.text[..]),
            _ => None,
        });
        let heads: Vec<&str> = heads.collect();
        for allowance in &self.suite.allowances {
            let judged = self.suite.assertions.iter().map(|assertion| &assertion.id[..]);
            let known = judged.chain(heads.iter().copied());
            let diagnostic = waiver::unknown_check(allowance, known);
            let place = allowance.waiver.place;
            self.found.entry(place.file).or_default().extend(diagnostic);
        }
    }

    fn finish(self) -> (Suite, Vec<Diagnostic>) {
        let mut all = Vec::new();
        for (file, mut found) in self.found {
            found.sort_by_key(|diagnostic| diagnostic.place().map(|place| place.span));
            found.dedup();
            let parsed = self.files.iter().map(|file| &file.parsed).find(|parsed| parsed.id == file);
            let (unread, length) = parsed.map_or((0, 0), |parsed| (parsed.unread, parsed.length));
            let more = unread + found.len().saturating_sub(MOST_DIAGNOSTICS);
            found.truncate(MOST_DIAGNOSTICS);
            all.extend(found);
            all.extend((more > 0).then(|| beyond(more, Place { file, span: Span::new(length, length) })));
        }
        (self.suite, all)
    }
}

/// How many more lines of a file have errors, said at its end.
fn beyond(more: usize, place: Place) -> Diagnostic {
    let lines = if more == 1 { "line" } else { "lines" };
    Diagnostic::error(Code::SyntaxError, format!("{more} more {lines} of this file cannot be read"))
        .at(Label::primary(place, ""))
}

/// The file and all that it uses, those that are used first.
fn closure(files: &[CheckFile], start: usize) -> Vec<usize> {
    let (mut order, mut seen) = (Vec::new(), vec![false; files.len()]);
    let mut stack = vec![(start, false)];
    while let Some((position, done)) = stack.pop() {
        if done {
            order.push(position);
            continue;
        }
        let Some(slot) = seen.get_mut(position).filter(|slot| !**slot) else { continue };
        *slot = true;
        stack.push((position, true));
        let uses = files.get(position).map_or(&[][..], |file| &file.uses);
        stack.extend(uses.iter().rev().map(|(used, _)| (*used, false)));
    }
    order
}

/// What a file can name.
fn scope<'s>(files: &'s [CheckFile], closure: &[usize], own: &'s Vocabulary, base: &'s Tables<'s>) -> Scope<'s> {
    let mut scope = Scope::new(Tables::new(own), base);
    for position in closure {
        for item in files.get(*position).map_or(&[][..], |file| &file.parsed.file.items) {
            match &item.kind {
                ItemKind::Let(binding) => {
                    scope.bindings.insert(&binding.name.text[..], &**binding);
                }
                ItemKind::Table(table) => {
                    scope.tables.insert(&table.name.text[..], (*position, &**table));
                }
                _ => {}
            }
        }
    }
    scope
}

/// Lowers the items of one file.
struct Lowerer<'s, 'v> {
    scope: &'s Scope<'v>,
    /// The position of the file in the run.
    position: usize,
    file: FileId,
    findings: Findings,
    /// The measure that is being lowered, for messages.
    measure: String,
    assertions: Vec<Assertion>,
    allowances: Vec<Allowance>,
}

impl Lowerer<'_, '_> {
    fn items(&mut self, items: &[Item]) {
        let mut check: Option<(&Check, At)> = None;
        for item in items {
            match &item.kind {
                ItemKind::Blank | ItemKind::Remark(_) => {}
                ItemKind::Check(head) => {
                    self.lonely(check.replace((head, item.at)));
                }
                ItemKind::Assertion(assertion) => {
                    self.assertion(assertion, check.take().map(|(head, _)| head), item.at)
                }
                ItemKind::Template(template) => self.template(template, check.take().map(|(head, _)| head)),
                ItemKind::Broken(_) => check = None,
                ItemKind::Allow(allow) => self.allow(allow, item.at),
                ItemKind::Use(_) | ItemKind::Declaration(_) | ItemKind::Let(_) | ItemKind::Table(_) => {}
            }
        }
        self.lonely(check);
    }

    /// Says of a `check` that no assertion follows it.
    fn lonely(&mut self, check: Option<(&Check, At)>) {
        if let Some((head, at)) = check {
            let message = format!("`check {}` names no assertion: none follows it", head.id.text);
            self.findings.error(Code::SyntaxError, message, at, "write the assertion on the line below".to_owned());
        }
    }

    fn place(&self, at: At) -> Place {
        Place { file: self.file, span: at.0 }
    }
}

#[cfg(test)]
mod tests;
