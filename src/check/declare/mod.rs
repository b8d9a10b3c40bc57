//! Declarations, lowered into the vocabulary.

mod example;
mod forms;
mod name;
mod unit;

use std::collections::HashMap;

use crate::diag::Diagnostic;
use crate::source::FileId;
use crate::statement::{VagueEntry, Vocabulary};
use crate::syntax::Parsed;
use crate::syntax::ast::{At, Declaration, ExampleDeclaration, File, Interval, ItemKind};
use crate::value::Unit;

use super::findings::Findings;
use super::scope::Units;

/// The vocabulary that these files declare, in order, and what is wrong with their declarations. What could not be read in the files is
/// not said again.
pub(super) fn declare(files: &[Parsed]) -> (Vocabulary, Vec<Diagnostic>) {
    let known = Units::default();
    let mut declarer = Declarer::new(&known);
    files.iter().for_each(|parsed| declarer.file(parsed.id, &parsed.file));
    declarer.finish()
}

/// Lowers declarations, one file after another.
pub(super) struct Declarer<'a> {
    vocabulary: Vocabulary,
    found: Vec<Diagnostic>,
    findings: Findings,
    known: &'a Units,
    units: HashMap<String, Unit>,
    examples: Vec<(FileId, At, &'a ExampleDeclaration)>,
}

impl<'a> Declarer<'a> {
    /// Nothing declared yet. `known` are the units that the files may refer to besides their own.
    pub(super) fn new(known: &'a Units) -> Declarer<'a> {
        Declarer {
            vocabulary: Vocabulary::default(),
            found: Vec::new(),
            findings: Findings::default(),
            known,
            units: HashMap::new(),
            examples: Vec::new(),
        }
    }

    /// Adds the declarations of a file.
    pub(super) fn file(&mut self, id: FileId, file: &'a File) {
        self.findings = Findings::new(id);
        for item in &file.items {
            if let ItemKind::Declaration(declaration) = &item.kind {
                self.declaration(declaration, id, item.at);
            }
        }
        self.found.append(&mut std::mem::take(&mut self.findings).finish());
    }

    /// Everything declared, and everything wrong.
    pub(super) fn finish(mut self) -> (Vocabulary, Vec<Diagnostic>) {
        self.read_examples();
        (self.vocabulary, self.found)
    }

    fn declaration(&mut self, declaration: &'a Declaration, file: FileId, at: At) {
        match declaration {
            Declaration::Entity(entity) => self.entity(entity),
            Declaration::Group(group) => self.group(group),
            Declaration::Measure(measure) => self.measure(measure),
            Declaration::Unit(unit) => self.unit(unit),
            Declaration::Currency(unit) => self.currency(unit),
            Declaration::Number(forms) => self.number(forms),
            Declaration::Magnitude(forms) => self.magnitude(forms),
            Declaration::Vague(interval) => self.vague(interval),
            Declaration::Modifier(modifier) => self.modifier(modifier),
            Declaration::Title(title) => self.title(title),
            Declaration::Place(place) => self.place(place),
            Declaration::Exclude(sides) => self.exclude(sides),
            Declaration::Words { class, words } => self.words(class, words),
            Declaration::Example(example) => self.examples.push((file, at, example)),
        }
    }

    fn vague(&mut self, interval: &Interval) {
        let low = self.figure(&interval.low);
        let high = interval.high.as_ref().map(|high| self.figure(high));
        if let (Some(low), None | Some(Some(_))) = (low, high) {
            let forms = forms::lower(&interval.forms);
            self.vocabulary.vagues.push(VagueEntry { low, high: high.flatten(), forms });
        }
    }
}

#[cfg(test)]
mod tests;
