//! Declarations, lowered into the vocabulary.

mod example;
mod forms;
mod name;
mod unit;

use std::collections::HashMap;

use crate::diag::{Code, Diagnostic};
use crate::source::FileId;
use crate::statement::{VagueEntry, Vocabulary};
use crate::syntax::ast::{At, Declaration, ExampleDeclaration, File, Interval, ItemKind, Name};
use crate::syntax::{Parsed, is_slip};
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

/// The same without the examples, which only tests read.
pub(super) fn declare_without_examples(files: &[Parsed]) -> Vocabulary {
    let known = Units::default();
    let mut declarer = Declarer::new(&known);
    files.iter().for_each(|parsed| declarer.file(parsed.id, &parsed.file));
    declarer.vocabulary
}

/// Lowers declarations, one file after another.
pub(super) struct Declarer<'a> {
    vocabulary: Vocabulary,
    found: Vec<Diagnostic>,
    findings: Findings,
    known: &'a Units<'a>,
    units: HashMap<String, Unit>,
    examples: Vec<(FileId, At, &'a ExampleDeclaration)>,
    mentioned: Vec<(FileId, &'a Name)>,
}

impl<'a> Declarer<'a> {
    /// Nothing declared yet. `known` are the units that the files may refer to besides their own.
    pub(super) fn new(known: &'a Units<'a>) -> Declarer<'a> {
        Declarer {
            vocabulary: Vocabulary::default(),
            found: Vec::new(),
            findings: Findings::default(),
            known,
            units: HashMap::new(),
            examples: Vec::new(),
            mentioned: Vec::new(),
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
        self.misspelled_names();
        (self.vocabulary, self.found)
    }

    fn declaration(&mut self, declaration: &'a Declaration, file: FileId, at: At) {
        match declaration {
            Declaration::Entity(entity) => {
                self.mentioned.extend(entity.part_of.iter().map(|name| (file, name)));
                self.entity(entity);
            }
            Declaration::Group(group) => {
                self.mentioned.extend(group.members.iter().map(|member| (file, &member.name)));
                self.group(group);
            }
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

    /// Says of names that are a slip of the pen away from a declared one that they are. Other names need no declaration.
    fn misspelled_names(&mut self) {
        let entities =
            self.vocabulary.entities.iter().flat_map(|entity| std::iter::once(&entity.name).chain(&entity.aliases));
        let known: Vec<&str> =
            entities.chain(self.vocabulary.groups.iter().map(|group| &group.name)).map(String::as_str).collect();
        for (file, name) in std::mem::take(&mut self.mentioned) {
            let declared = name.quoted || known.contains(&&name.text[..]) || name.text.chars().count() < 5;
            let Some(near) = known.iter().find(|known| !declared && is_slip(&name.text, known)) else { continue };
            let mut findings = Findings::new(file);
            let help = format!("did you mean `{near}`? If not, put the name between quotation marks");
            findings.error(Code::UnknownName, format!("no name `{}` is declared", name.text), name.at, help);
            self.found.append(&mut findings.finish());
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
