//! Which files a run reads: those that were named, and those that they use.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Label, nearest};
use crate::source::{FileId, Place, SourceFile, Sources, Span};
use crate::statement::Vocabulary;
use crate::syntax::ast::{At, ItemKind};
use crate::syntax::{Parsed, parse, parse_markdown};

use super::{Suite, lower};

/// Gives the bytes of a check file, by its path as it is shown, with `/` between its parts. What lies behind it is the caller's.
pub trait Library {
    /// The bytes of the file; none where there is no such file.
    fn read(&mut self, path: &str) -> Option<Vec<u8>>;

    /// Paths that do exist, for "did you mean".
    fn known(&self) -> Vec<String> {
        Vec::new()
    }
}

/// No files at all: for texts that stand alone.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoFiles;

impl Library for NoFiles {
    fn read(&mut self, _: &str) -> Option<Vec<u8>> {
        None
    }
}

/// A check file of a run.
#[derive(Clone, Debug, Default)]
pub struct CheckFile {
    /// Its tree, and what could not be read of it.
    pub parsed: Parsed,
    /// The positions of the files that it uses, among the files of the run, with the places where it says so.
    pub uses: Vec<(usize, At)>,
    /// Whether it was named, so that its assertions are judged. Of a file that is only used, the declarations count.
    pub role: Role,
}

/// Why a file is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// It was named.
    #[default]
    Named,
    /// Another one uses it.
    Used,
}

impl CheckFile {
    /// A file that stands alone.
    pub fn alone(parsed: Parsed) -> CheckFile {
        CheckFile { parsed, ..CheckFile::default() }
    }
}

/// The text of a file, and what is wrong with its bytes: where they are no UTF-8, the offset of the first wrong one. What cannot be read
/// there is replaced.
pub fn decode(bytes: Vec<u8>) -> (String, Option<usize>) {
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let wrong = error.utf8_error().valid_up_to();
            (String::from_utf8_lossy(error.as_bytes()).into_owned(), Some(wrong))
        }
    }
}

/// The diagnostic of a file that is no UTF-8.
pub fn not_utf8(file: FileId, offset: usize) -> Diagnostic {
    let span = Span::new(offset, offset + '\u{fffd}'.len_utf8());
    Diagnostic::error(Code::NotUtf8, "this is no UTF-8 text")
        .at(Label::primary(Place { file, span }, "the first byte that is none"))
        .help("save the file again, with the encoding UTF-8")
}

/// Reads the files that were named, and those that they use, each once. The named files are texts of `sources` already; the others are
/// added. Files keep their order: the named ones first. What is wrong with imports is said at the `use`.
pub fn gather(sources: &mut Sources, named: &[FileId], library: &mut dyn Library) -> (Vec<CheckFile>, Vec<Diagnostic>) {
    let mut gatherer = Gatherer { sources, library, files: Vec::new(), known: BTreeMap::new(), found: Vec::new() };
    for id in named {
        gatherer.add(*id, Role::Named);
    }
    let mut next = 0;
    while next < gatherer.files.len() {
        gatherer.follow(next);
        next += 1;
    }
    gatherer.cycles();
    (gatherer.files, gatherer.found)
}

/// Reads the files that were named over the vocabulary that ships, with all that they use: [`gather`] and [`lower`](super::lower) in one.
/// The diagnostics come in the order of files and places.
pub fn read(
    sources: &mut Sources,
    named: &[FileId],
    library: &mut dyn Library,
    prelude: Vocabulary,
) -> (Suite, Vec<Diagnostic>) {
    let (files, mut found) = gather(sources, named, library);
    let (suite, more) = lower(&files, prelude);
    found.extend(more);
    found.sort_by_key(|diagnostic| diagnostic.place().map(|place| (place.file, place.span.start)));
    (suite, found)
}

struct Gatherer<'g> {
    sources: &'g mut Sources,
    library: &'g mut dyn Library,
    files: Vec<CheckFile>,
    known: BTreeMap<String, usize>,
    found: Vec<Diagnostic>,
}

impl Gatherer<'_> {
    fn add(&mut self, id: FileId, role: Role) -> usize {
        let file = self.sources.file(id);
        let path = normal(&file.name);
        let parsed = if is_markdown(&path) { parse_markdown(id, &file.text) } else { parse(id, &file.text) };
        let position = self.files.len();
        self.files.push(CheckFile { parsed, uses: Vec::new(), role });
        self.known.entry(path).or_insert(position);
        position
    }

    /// Reads what a file uses.
    fn follow(&mut self, position: usize) {
        let Some(file) = self.files.get(position) else { return };
        let id = file.parsed.id;
        let folder = self.sources.file(id).name.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        for (path, at) in imports(file) {
            let place = Place { file: id, span: at.0 };
            if let Some(used) = self.open(&joined(&folder, &path), place) {
                self.files.iter_mut().skip(position).take(1).for_each(|file| file.uses.push((used, at)));
            }
        }
    }

    fn open(&mut self, path: &str, place: Place) -> Option<usize> {
        if let Some(position) = self.known.get(path) {
            return Some(*position);
        }
        let Some(bytes) = self.library.read(path) else {
            self.missing(path, place);
            return None;
        };
        let (text, wrong) = decode(bytes);
        let id = self.sources.add(SourceFile::new(path, text));
        self.found.extend(wrong.map(|offset| not_utf8(id, offset)));
        Some(self.add(id, Role::Used))
    }

    fn missing(&mut self, path: &str, place: Place) {
        let known = self.library.known();
        let near = nearest(path, known.iter().map(String::as_str));
        let diagnostic = Diagnostic::error(Code::ImportNotFound, format!("there is no file `{path}`"));
        let diagnostic = diagnostic.at(Label::primary(place, ""));
        self.found.push(match near {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic.help("paths are those from the folder of this file"),
        });
    }

    /// Says of every `use` that closes a circle that it does.
    fn cycles(&mut self) {
        let mut state = vec![Visit::New; self.files.len()];
        for start in 0..self.files.len() {
            self.visit(start, &mut state);
        }
    }

    /// Goes down from a file, without recursion: circles may be long.
    fn visit(&mut self, start: usize, state: &mut [Visit]) {
        let mut path = vec![(start, 0)];
        while let Some((file, edge)) = path.pop() {
            if edge == 0 && state.get(file) != Some(&Visit::New) {
                continue;
            }
            set(state, file, Visit::Open);
            let Some(&(used, at)) = self.files.get(file).and_then(|file| file.uses.get(edge)) else {
                set(state, file, Visit::Done);
                continue;
            };
            path.push((file, edge + 1));
            match state.get(used) {
                Some(Visit::Open) => self.circle(file, at, used),
                Some(Visit::New) => path.push((used, 0)),
                Some(Visit::Done) | None => {}
            }
        }
    }

    fn circle(&mut self, file: usize, at: At, used: usize) {
        let (Some(file), Some(used)) = (self.files.get(file), self.files.get(used)) else { return };
        let name = &self.sources.file(used.parsed.id).name;
        let place = Place { file: file.parsed.id, span: at.0 };
        let message = format!("`{name}` uses this file in turn, so that neither can be read first");
        self.found.push(
            Diagnostic::error(Code::ImportCycle, message)
                .at(Label::primary(place, ""))
                .help("put what both need into a third file"),
        );
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Visit {
    New,
    Open,
    Done,
}

fn set(state: &mut [Visit], at: usize, visit: Visit) {
    state.iter_mut().skip(at).take(1).for_each(|slot| *slot = visit);
}

/// What a file uses, with the places where it says so.
fn imports(file: &CheckFile) -> Vec<(String, At)> {
    let items = file.parsed.file.items.iter();
    let used = items.filter_map(|item| match &item.kind {
        ItemKind::Use(path) => Some((path.text.clone(), path.at)),
        _ => None,
    });
    used.collect()
}

/// Whether the checks of a file stand in fenced blocks, by its name.
pub fn is_markdown(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    ["md", "markdown"].iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// A path as seen from a folder, made plain.
fn joined(folder: &str, path: &str) -> String {
    if folder.is_empty() || path.starts_with('/') { normal(path) } else { normal(&format!("{folder}/{path}")) }
}

/// A path without `.` and, as far as they lead nowhere new, without `..`.
fn normal(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/').filter(|part| !part.is_empty() && *part != ".") {
        match parts.last() {
            Some(last) if part == ".." && *last != ".." => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    format!("{}{}", if path.starts_with('/') { "/" } else { "" }, parts.join("/"))
}
