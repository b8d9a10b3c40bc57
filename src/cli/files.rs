//! Check files on the disk: paths, folders and patterns, and what to say where there is nothing.
#![expect(clippy::disallowed_methods, reason = "the command line is where check files are read")]

use std::collections::BTreeSet;
use std::env;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use fast_glob::glob_match;
use walkdir::WalkDir;

use crate::check::{Library, PRELUDE, decode, is_markdown, is_prose, not_utf8};
use crate::diag::{Code, Diagnostic, nearest};
use crate::report::InRepository;
use crate::source::{FileId, SourceFile, Sources};
use crate::syntax::has_checks;

use super::Failure;
use super::revision::Tree;

/// Endings of files that hold checks, in capitals or not. In Markdown they stand in fenced blocks.
const ENDINGS: [&str; 3] = ["check", "md", "markdown"];

/// Check files of a command line.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The files, in the order of the paths, each once.
    pub files: Vec<FileId>,
    /// What does not exist, or is no text.
    pub diagnostics: Vec<Diagnostic>,
}

/// Finds and reads check files.
///
/// # Errors
///
/// A file that is there and cannot be read.
pub(super) fn read(paths: &[PathBuf], sources: &mut Sources) -> Result<Found, Failure> {
    let mut found = Found::default();
    let mut seen = BTreeSet::new();
    for path in paths {
        match find(path)? {
            Ok((files, remarks)) => {
                for file in files.into_iter().filter(|file| seen.insert(file.clone())) {
                    found.add(&file, path, sources)?;
                }
                found.diagnostics.extend(remarks);
            }
            Err(diagnostic) => found.diagnostics.push(*diagnostic),
        }
    }
    // Where there is no check file at all, the gate says so.
    if found.files.is_empty() {
        found.diagnostics.retain(|diagnostic| diagnostic.code != Code::NoChecks);
    }
    Ok(found)
}

impl Found {
    /// Adds a file that was found where a path led.
    fn add(&mut self, path: &Path, asked: &Path, sources: &mut Sources) -> Result<(), Failure> {
        let bytes =
            fs::read(path).map_err(|error| Failure::Unreadable { path: shown(path), why: error.to_string() })?;
        let (text, wrong) = decode(bytes);
        // The vocabulary that ships is known already; its own files say nothing new.
        if PRELUDE.iter().any(|(_, shipped)| *shipped == text) {
            return Ok(());
        }
        if let Some(article) = article(path, &text, asked) {
            self.diagnostics.push(article);
            return Ok(());
        }
        let file = sources.add(SourceFile::new(shown(path), text));
        self.files.push(file);
        self.diagnostics.extend(wrong.map(|offset| not_utf8(file, offset)));
        Ok(())
    }
}

/// What there is to say of an article where a check file was asked for. Markdown may be a memo whose checks are still to come, where it was
/// not asked for by itself.
fn article(path: &Path, text: &str, asked: &Path) -> Option<Diagnostic> {
    let name = shown(path);
    let diagnostic = match is_markdown(&name) {
        true if asked == path && !has_checks(text) => {
            let message = format!("`{name}` has no block of checks, and is not read as a check file");
            Diagnostic::warning(Code::NotACheckFile, message)
        }
        false if !holds_checks(path) && is_prose(text) => {
            Diagnostic::error(Code::NotACheckFile, format!("`{name}` reads as an article, and not as a check file"))
        }
        true | false => return None,
    };
    Some(diagnostic.help(instead(path)))
}

/// Adds a text of the disk, whatever its bytes.
///
/// # Errors
///
/// It cannot be read.
pub(super) fn add(path: &Path, sources: &mut Sources) -> Result<FileId, Failure> {
    let bytes = fs::read(path).map_err(|error| Failure::Unreadable { path: shown(path), why: error.to_string() })?;
    Ok(sources.add(SourceFile::new(shown(path), decode(bytes).0)))
}

/// The check files that others use, as they lie on the disk.
#[derive(Debug, Default)]
pub(super) struct Disk {
    /// The revision outside of which nothing is read.
    pub within: Option<Tree>,
}

impl Library for Disk {
    fn read(&mut self, path: &str) -> Option<Vec<u8>> {
        match &self.within {
            Some(tree) => tree.read(Path::new(path)),
            None => fs::read(path).ok(),
        }
    }

    fn known(&self) -> Vec<String> {
        let usual = below(Path::new("checks")).unwrap_or_default();
        usual.iter().filter(|file| holds_checks(file)).map(|file| shown(file)).collect()
    }
}

/// A path as it is shown, with `/` between its parts.
pub(super) fn shown(path: &Path) -> String {
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/").replace("//", "/")
}

/// Writes a file whole or not at all: beside it first, then in its place. Folders that are not there are made; what is no plain file, such
/// as a pipe, is written to as it is.
pub(super) fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let written = match path.metadata() {
        Ok(there) if !there.is_file() => fs::write(path, text),
        Ok(_) => path.canonicalize().and_then(|path| replace(&path, text)),
        Err(_) => replace(path, text),
    };
    written.map_err(|error| Failure::Unwritable { path: shown(path), why: error.to_string() })
}

/// Adds a text to the end of a file.
pub(super) fn append(path: &Path, text: &str) -> Result<(), Failure> {
    let file = File::options().create(true).append(true).open(path);
    let written = file.and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| Failure::Unwritable { path: shown(path), why: error.to_string() })
}

fn replace(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    sweep(folder)?;
    let mut file = tempfile::Builder::new().prefix(BESIDE).make_in(folder, |path| File::create_new(path))?;
    file.as_file().lock()?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    if let Ok(there) = path.metadata() {
        fs::set_permissions(file.path(), there.permissions())?;
    }
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// What a file is called while it is written.
const BESIDE: &str = ".factum-half-written-";

/// Takes away what runs that were killed left half written. Whoever still writes holds a lock; an empty file may be one that has none yet.
fn sweep(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)?.filter_map(Result::ok) {
        // Another run may have put it in its place meanwhile.
        let Ok(there) = entry.metadata() else { continue };
        let is_ours = entry.file_name().to_string_lossy().starts_with(BESIDE) && there.is_file() && there.len() > 0;
        if is_ours && File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = fs::remove_file(entry.path());
        }
    }
    Ok(())
}

/// Where a path leads, its links followed as far as it is there.
pub(super) fn real(path: &Path) -> PathBuf {
    let start = if path.is_absolute() { PathBuf::new() } else { env::current_dir().unwrap_or_default() };
    path.components().fold(start, |mut real, part| {
        match part {
            Component::ParentDir => _ = real.pop(),
            Component::CurDir => {}
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => real.push(part),
        }
        real.canonicalize().unwrap_or(real)
    })
}

/// What marks the root of a repository: a folder, or a file in a work tree.
pub(super) const REPOSITORY: &str = ".git";

/// Where we are in the repository; nothing outside of any.
pub(super) fn repository() -> Option<InRepository> {
    let here = real(Path::new("."));
    let root = here.ancestors().find(|folder| folder.join(REPOSITORY).exists())?;
    let from_root = here.strip_prefix(root).map(shown).unwrap_or_default();
    Some(InRepository { root: shown(root), here: from_root })
}

/// Whether a path is a file.
pub(super) fn is_file(path: &Path) -> bool {
    path.is_file()
}

/// The path of a check file by the shortest way from here: `checks/../a.check` and `/home/me/desk/a.check` lead to `a.check`.
pub(super) fn short(file: &str) -> String {
    let path = Path::new(file);
    let is_long = path.is_absolute() || file.contains("//") || file.contains("..");
    let real = || real(path).strip_prefix(real(Path::new("."))).map(shown).ok();
    Some(path).filter(|path| is_long && is_file(path)).and_then(|_| real()).unwrap_or_else(|| file.to_owned())
}

/// Whether a path is a folder.
pub(super) fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Whether there is anything at a path.
pub(super) fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// The check files that a path names, with what is to be told of it.
type Named = (Vec<PathBuf>, Vec<Diagnostic>);

/// The check files that a path names, or why it names none.
///
/// # Errors
///
/// A folder may not be read: what lies in it would drop out unseen.
fn find(path: &Path) -> Result<Result<Named, Box<Diagnostic>>, Failure> {
    match path.metadata() {
        Ok(there) if there.is_file() => return Ok(Ok((vec![path.to_owned()], Vec::new()))),
        Ok(there) if there.is_dir() => {
            let all = below(path)?;
            let remarks = remarks(path, &all);
            return Ok(Ok((all.into_iter().filter(|file| holds_checks(file)).collect(), remarks)));
        }
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            return Err(Failure::Unreadable { path: shown(path), why: error.to_string() });
        }
        Ok(_) | Err(_) => {}
    }
    if is_pattern(path) { matching(&path.to_string_lossy()) } else { Ok(Err(Box::new(missing(path)))) }
}

fn is_pattern(path: &Path) -> bool {
    !path.exists() && path.to_string_lossy().contains(WILD)
}

/// What makes a path a pattern.
const WILD: [char; 4] = ['*', '?', '[', '{'];

/// The folder below which a folder or a pattern names files.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    if is_pattern(path) { literal_folder(&path.to_string_lossy()) } else { path.to_owned() }
}

/// Whether a folder or a pattern would name a check file, were it there.
pub(super) fn would_read(path: &Path, check_file: &Path) -> bool {
    if is_pattern(path) { matches(&path.to_string_lossy(), check_file) } else { holds_checks(check_file) }
}

/// Whether a check file lies where a folder or a pattern leads: in the folder, whatever its name, for it may have been named by itself.
pub(super) fn leads_to(path: &Path, check_file: &Path) -> bool {
    !is_pattern(path) || matches(&path.to_string_lossy(), check_file)
}

/// Whether one of some check files, folders of them and patterns names a check file that is there.
pub(super) fn is_among(paths: &[PathBuf], check_file: &Path) -> bool {
    let names = |path: &PathBuf| {
        let lies_below = || real(check_file).starts_with(real(path));
        if is_pattern(path) {
            matches(&path.to_string_lossy(), check_file)
        } else {
            lies_below() && (is_file(path) || holds_checks(check_file))
        }
    };
    paths.iter().any(names)
}

fn matches(pattern: &str, file: &Path) -> bool {
    glob_match(pattern.trim_start_matches("./"), shown(file).trim_start_matches("./"))
}

/// Every file below a folder, in the order of names. Hidden folders are left out.
///
/// # Errors
///
/// A folder that is there may not be read.
pub(super) fn below(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let hidden = |name: &str| name.starts_with('.') && name.len() > 1 && name != "..";
    let entries = WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !hidden(&entry.file_name().to_string_lossy()));
    let mut found = Vec::new();
    for entry in entries {
        match entry {
            Ok(entry) if entry.file_type().is_file() => found.push(entry.into_path()),
            Ok(_) => {}
            Err(error) => match error.io_error().map(io::Error::kind) {
                Some(io::ErrorKind::NotFound) => {}
                _ => {
                    let path = shown(error.path().unwrap_or(folder));
                    let why = error.io_error().map_or_else(|| error.to_string(), io::Error::to_string);
                    return Err(Failure::Unreadable { path, why });
                }
            },
        }
    }
    Ok(found)
}

/// Whether a file is a check file by its name.
pub(super) fn holds_checks(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// Whether a file's name is a slip of the pen away from that of a check file: `.chekc`, `.check.txt`.
fn is_nearly_one(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let endings: Vec<&str> = name.split('.').skip(1).collect();
    !holds_checks(path)
        && match endings[..] {
            [.., "check", "txt"] => true,
            [.., last] => nearest(last, ["check"]).is_some(),
            [] => false,
        }
}

/// What is to be told of a folder in which check files were looked for.
fn remarks(folder: &Path, all: &[PathBuf]) -> Vec<Diagnostic> {
    let slips = all.iter().filter(|path| is_nearly_one(path)).map(|path| {
        Diagnostic::warning(Code::PassedOver, format!("`{}` is not read: it is no check file by its name", shown(path)))
            .help("check files end in `.check`")
    });
    let mut told: Vec<Diagnostic> = slips.collect();
    if told.is_empty() && !all.iter().any(|path| holds_checks(path)) {
        let message = format!("there is no check file in `{}`", shown(folder));
        told.push(match all.iter().find(|path| is_article(path)) {
            Some(article) => {
                let message = format!("{message}: `{}` reads as an article", shown(article));
                Diagnostic::warning(Code::NotACheckFile, message).help(instead(article))
            }
            None => Diagnostic::warning(Code::NoChecks, message)
                .help("check files end in `.check`, or in `.md` where they stand in blocks"),
        });
    }
    told
}

/// A text of fewer words is a note, and no article.
const NOTE: usize = 10;

/// Whether a file that is no check file by its name reads as an article.
fn is_article(path: &Path) -> bool {
    let text = fs::read(path).map(|bytes| decode(bytes).0).unwrap_or_default();
    text.split_whitespace().count() >= NOTE && is_prose(&text)
}

/// What there is to do with an article that was given where check files are meant.
fn instead(article: &Path) -> String {
    let name = shown(article);
    format!(
        "`factum verify {name}` holds an article against the others, and `factum suggest {name}` writes checks from it; \
         check files end in `.check`, or in `.md` where checks stand in blocks that begin with ```check"
    )
}

fn matching(pattern: &str) -> Result<Result<Named, Box<Diagnostic>>, Failure> {
    let found: Vec<PathBuf> =
        below(&literal_folder(pattern))?.into_iter().filter(|file| matches(pattern, file)).collect();
    Ok(if found.is_empty() { Err(Box::new(no_pattern(pattern))) } else { Ok((found, Vec::new())) })
}

/// The folder in which a pattern can match at all: its parts before the first that has a wildcard.
fn literal_folder(pattern: &str) -> PathBuf {
    let plain: PathBuf =
        Path::new(pattern).components().take_while(|part| !part.as_os_str().to_string_lossy().contains(WILD)).collect();
    if plain.as_os_str().is_empty() { PathBuf::from(".") } else { plain }
}

fn no_pattern(pattern: &str) -> Diagnostic {
    let help = "patterns are those of a shell, with `**` for folders within folders: 'checks/**/*.check'";
    Diagnostic::error(Code::NoSuchPath, format!("pattern `{pattern}`: it matches no file")).help(help)
}

/// The diagnostic for a path that is not there, with the nearest one that is.
pub(super) fn missing(path: &Path) -> Diagnostic {
    let name = shown(path);
    let diagnostic = Diagnostic::error(Code::NoSuchPath, format!("`{name}` does not exist"));
    let near = near(path);
    // A path that lies in the usual folder is left out of it more often than it is misspelled.
    let ends = |known: &&str| known.strip_suffix(&name[..]).is_some_and(|folder| folder.ends_with('/'));
    let known = || near.iter().map(String::as_str);
    match known().find(ends).or_else(|| nearest(&name, known())) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None if name == "checks" => {
            diagnostic.help("name check files, or a folder of them; `factum init` begins a project")
        }
        None => diagnostic.help("name a file, a folder, or a pattern that exists"),
    }
}

/// What stands beside a missing path, in the nearest folder that does exist, and in the usual one.
fn near(path: &Path) -> Vec<String> {
    let folder = path.ancestors().skip(1).map(here).find(|folder| folder.is_dir());
    let entries = folder.map(|folder| entries_of(folder, path.is_relative())).unwrap_or_default();
    let usual = if path.is_relative() { below(Path::new("checks")).unwrap_or_default() } else { Vec::new() };
    entries.into_iter().chain(usual).map(|entry| shown(&entry)).collect()
}

/// The parent of a bare name is the folder that we are in.
fn here(folder: &Path) -> &Path {
    if folder.as_os_str().is_empty() { Path::new(".") } else { folder }
}

fn entries_of(folder: &Path, relative: bool) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let plain =
        |path: PathBuf| if relative { path.strip_prefix("./").map(Path::to_path_buf).unwrap_or(path) } else { path };
    let mut entries: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| plain(entry.path())).collect();
    entries.sort();
    entries
}
