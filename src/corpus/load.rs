//! Loading articles from folders. The only file of this module that touches a disk.
#![expect(clippy::disallowed_methods, reason = "this is where articles are read")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use walkdir::{DirEntry, WalkDir};

use crate::diag::{Code, Diagnostic, Label, Severity, nearest};
use crate::source::{FileId, SourceFile, Sources};

use super::decode::{LARGEST_ARTICLE, decode, too_large};
use super::manifest::{Entry, Manifest, named_twice};
use super::read::{Article, Format, may_be_missed, read};
use super::{Corpus, Document};

/// What was found in the folders.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The articles.
    pub corpus: Corpus,
    /// What is wrong with articles and manifests, in the order of the folders and their files. Where one is an error, the corpus
    /// does not hold all that it should.
    pub diagnostics: Vec<Diagnostic>,
    /// How many files were passed over because they are no articles, by the ending of their names.
    pub passed_over: BTreeMap<String, usize>,
}

/// The name of a manifest.
pub const MANIFEST: &str = "manifest.toml";

/// Loads the articles of folders, or single articles. Each folder is walked in the order of names, with all folders below it;
/// links are followed, once; hidden files are left out. A `manifest.toml` speaks of the files of its folder and below. To
/// `sources` are added first the manifests, then the articles that could be read, in that order.
pub fn load<P: AsRef<Path>>(paths: &[P], sources: &mut Sources) -> Loaded {
    let mut found = Found::default();
    for path in paths {
        found.add(path.as_ref());
    }
    let mut diagnostics = std::mem::take(&mut found.diagnostics);
    let entries = entries(&found, sources, &mut diagnostics);
    let files = add_articles(&found, sources, &mut diagnostics);
    let documents = documents(&files, &entries, sources, &mut diagnostics);
    if documents.is_empty() && diagnostics.iter().all(|diagnostic| diagnostic.severity < Severity::Error) {
        diagnostics.push(nothing(paths, &found.passed_over));
    } else {
        diagnostics.extend(unread(&found));
    }
    Loaded { corpus: Corpus::new(documents), diagnostics, passed_over: found.passed_over }
}

/// What folders hold, by name, before any file is opened.
#[derive(Default)]
struct Found {
    /// Articles, in the order of the walk, by the names that are shown of them.
    articles: Vec<(String, PathBuf)>,
    /// Manifests.
    manifests: Vec<(String, PathBuf, Covers)>,
    /// Names seen: no file is read twice.
    names: BTreeSet<String>,
    passed_over: BTreeMap<String, usize>,
    /// The first of them that might be taken for an article.
    missed: Option<String>,
    diagnostics: Vec<Diagnostic>,
}

/// Which files a manifest must account for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Covers {
    /// Those of its folder.
    Folder,
    /// The one article that was asked for.
    Article,
}

impl Found {
    fn add(&mut self, path: &Path) {
        if path.is_file() {
            self.file(path);
            let manifest = path.with_file_name(MANIFEST);
            if manifest.is_file() {
                self.manifest(&manifest, Covers::Article);
            }
            return;
        }
        let visible = |entry: &DirEntry| entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".");
        for entry in WalkDir::new(path).follow_links(true).sort_by_file_name().into_iter().filter_entry(visible) {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) if entry.file_name() == MANIFEST => self.manifest(entry.path(), Covers::Folder),
                Ok(entry) if entry.file_type().is_file() => self.file(entry.path()),
                Ok(entry) => self.pass_over(entry.path()),
                Err(error) => self.failed(path, &error),
            }
        }
    }

    fn file(&mut self, path: &Path) {
        let name = shown(path);
        if Format::of(&name).is_none() {
            self.pass_over(path);
        } else if self.names.insert(name.clone()) {
            self.articles.push((name, path.to_owned()));
        }
    }

    fn manifest(&mut self, path: &Path, covers: Covers) {
        let name = shown(path);
        if self.names.insert(name.clone()) {
            self.manifests.push((name, path.to_owned(), covers));
        }
    }

    fn pass_over(&mut self, path: &Path) {
        let ending = path.extension().map_or(String::new(), |ending| format!(".{}", ending.to_string_lossy()));
        let name = shown(path);
        if self.names.insert(name.clone()) {
            if may_be_missed(ending.trim_start_matches('.')) {
                self.missed.get_or_insert(name);
            }
            *self.passed_over.entry(ending).or_default() += 1;
        }
    }

    /// A part of a folder that could not be walked. A link that leads back up adds nothing, and a broken one to no article neither.
    fn failed(&mut self, root: &Path, error: &walkdir::Error) {
        let Some(cause) = error.io_error() else { return };
        let path = error.path().unwrap_or(root);
        let name = shown(path);
        let missing = cause.kind() == std::io::ErrorKind::NotFound;
        if missing && error.depth() == 0 {
            let near = beside(path).into_iter().find(|near| nearest(&name, [near.as_str()]).is_some());
            let help = near.map(|near| format!("did you mean `{near}`?"));
            self.diagnostics.push(
                Diagnostic::error(Code::MissingCorpus, format!("there is no folder or file `{name}`"))
                    .help(help.unwrap_or_else(|| "name an article, or the folder that holds them".to_owned())),
            );
        } else if missing && Format::of(&name).is_none() {
            self.pass_over(path);
        } else {
            self.diagnostics.push(unreadable(&name, cause));
        }
    }
}

/// What lies in the folder of a path, in the order of names.
fn beside(path: &Path) -> Vec<String> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| shown(&entry.path())).collect();
    names.sort();
    names
}

/// A path as it is shown: with `/` between its parts, without `./` before them.
fn shown(path: &Path) -> String {
    let name = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    name.strip_prefix("./").map_or(name.clone(), str::to_owned)
}

fn unreadable(name: &str, cause: &std::io::Error) -> Diagnostic {
    Diagnostic::error(Code::UnreadableArticle, format!("`{name}` cannot be read: {cause}"))
        .note("the run does not cover it")
        .help("make it readable, or move it out of the corpus")
}

/// What all manifests say, by the names of the articles.
fn entries(found: &Found, sources: &mut Sources, diagnostics: &mut Vec<Diagnostic>) -> BTreeMap<String, Entry> {
    let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
    for (name, path, covers) in &found.manifests {
        let file = match content(name, path) {
            Ok(text) => sources.add(SourceFile::new(name.as_str(), text)),
            Err(error) => {
                diagnostics.push(error);
                continue;
            }
        };
        let (manifest, remarks) = Manifest::read(file, &sources.file(file).text);
        diagnostics.extend(remarks);
        let folder = name.strip_suffix(MANIFEST).unwrap_or("");
        for entry in manifest.entries {
            let article = format!("{folder}{}", entry.file);
            let is_there = found.names.contains(&article) && Format::of(&article).is_some();
            if *covers == Covers::Folder && !is_there {
                diagnostics.push(missing(found, folder, &article, &entry));
            } else if let Some(first) = entries.get(&article) {
                diagnostics.push(named_twice(&article, first.place, entry.place));
            } else {
                entries.insert(article, entry);
            }
        }
    }
    entries
}

/// The error for an entry whose file is not there, or is no article.
fn missing(found: &Found, folder: &str, article: &str, entry: &Entry) -> Diagnostic {
    let file = &entry.file;
    let error = |message: String| {
        Diagnostic::error(Code::ManifestMissingFile, message).at(Label::primary(entry.place, "named here"))
    };
    if found.names.contains(article) {
        return error(format!("`{file}` is no article")).help("articles end in `.txt`, `.md` or `.html`");
    }
    let there = found.articles.iter().filter_map(|(name, _)| name.strip_prefix(folder));
    let help = match nearest(file, there) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "add the article, or delete its entry".to_owned(),
    };
    error(format!("there is no file `{file}` beside the manifest")).help(help)
}

/// Reads all articles at once, and adds them to `sources` in order. What cannot be read is left out, and said.
fn add_articles(found: &Found, sources: &mut Sources, diagnostics: &mut Vec<Diagnostic>) -> Vec<FileId> {
    let read = |(name, path): &(String, PathBuf)| content(name, path).map(|text| SourceFile::new(name.as_str(), text));
    let read: Vec<Result<SourceFile, Diagnostic>> = found.articles.par_iter().map(read).collect();
    let mut files = Vec::with_capacity(read.len());
    for file in read {
        match file {
            Ok(file) => files.push(sources.add(file)),
            Err(error) => diagnostics.push(error),
        }
    }
    files
}

/// The text of a file. One that is too large is not read to its end.
fn content(name: &str, path: &Path) -> Result<String, Diagnostic> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|cause| unreadable(name, &cause))?;
    let length = file.metadata().map_err(|cause| unreadable(name, &cause))?.len();
    if length > LARGEST_ARTICLE {
        return Err(too_large(name, length));
    }
    bytes.reserve_exact(usize::try_from(length).unwrap_or(0) + 1);
    file.take(LARGEST_ARTICLE + 1).read_to_end(&mut bytes).map_err(|cause| unreadable(name, &cause))?;
    decode(name, bytes)
}

/// The documents of files, in their order, without empty ones and those whose id is taken.
fn documents(
    files: &[FileId],
    entries: &BTreeMap<String, Entry>,
    sources: &Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Document> {
    let read = |file: &FileId| {
        let SourceFile { name, text, .. } = sources.file(*file);
        let format = Format::of(name).unwrap_or(Format::Text);
        read(&Article { file: *file, name, format, text, entry: entries.get(name) })
    };
    let read: Vec<(Document, Vec<Diagnostic>)> = files.par_iter().map(read).collect();
    let mut documents = Vec::with_capacity(read.len());
    let mut ids: BTreeMap<String, FileId> = BTreeMap::new();
    for (document, remarks) in read {
        diagnostics.extend(remarks);
        if let Some(first) = ids.get(&document.id) {
            diagnostics.push(same_id(&document, *first, entries, sources));
        } else if !document.zones.is_empty() {
            ids.insert(document.id.clone(), document.file);
            documents.push(document);
        }
    }
    documents
}

fn same_id(document: &Document, first: FileId, entries: &BTreeMap<String, Entry>, sources: &Sources) -> Diagnostic {
    let (first, second) = (&sources.file(first).name, &sources.file(document.file).name);
    let id = &document.id;
    let mut error = Diagnostic::error(Code::DuplicateDocument, format!("`{first}` and `{second}` have one id, `{id}`"))
        .note(format!("`{second}` is left out"))
        .help("give one of them another `id` in manifest.toml");
    for (at, name) in [second, first].into_iter().enumerate() {
        if let Some(entry) = entries.get(name) {
            let text = format!("`{name}`");
            error =
                error.at(if at == 0 { Label::primary(entry.place, text) } else { Label::secondary(entry.place, text) });
        }
    }
    error
}

fn nothing<P: AsRef<Path>>(paths: &[P], passed_over: &BTreeMap<String, usize>) -> Diagnostic {
    let folders: Vec<String> = paths.iter().map(|path| format!("`{}`", shown(path.as_ref()))).collect();
    let diagnostic = Diagnostic::error(Code::NoArticles, format!("there are no articles in {}", folders.join(", ")))
        .help("articles end in `.txt`, `.md` or `.html`");
    if passed_over.is_empty() {
        return diagnostic;
    }
    let (all, counts) = counted(passed_over.iter());
    let files = if all == 1 { "1 file was".to_owned() } else { format!("{all} files were") };
    diagnostic.note(format!("{files} passed over: {counts}"))
}

/// The warning for files that might be taken for articles, and are none.
fn unread(found: &Found) -> Option<Diagnostic> {
    let first = found.missed.as_ref()?;
    let missed = found.passed_over.iter().filter(|(ending, _)| may_be_missed(ending.trim_start_matches('.')));
    let (all, counts) = counted(missed);
    let message = match all {
        1 => format!("`{first}` is not read: it is no article by its name"),
        _ => format!("{all} files among the articles are not read, `{first}` and others: {counts}"),
    };
    let help =
        "articles end in `.txt`, `.md` or `.html`; export these to one of the three, or move them out of the corpus";
    Some(Diagnostic::warning(Code::PassedOver, message).help(help))
}

/// How many files there are, in all and by their endings.
fn counted<'a>(files: impl Iterator<Item = (&'a String, &'a usize)>) -> (usize, String) {
    let files: Vec<(&String, &usize)> = files.collect();
    let counts: Vec<String> = files.iter().map(|(ending, count)| format!("{count} {}", named(ending))).collect();
    (files.iter().map(|(_, count)| *count).sum(), counts.join(", "))
}

fn named(ending: &str) -> String {
    if ending.is_empty() { "without an ending".to_owned() } else { format!("`{ending}`") }
}

#[cfg(test)]
mod tests;
