//! Snapshots on the disk: `checks/desk/lead.check` has `checks/desk/snapshots/lead.check.snap`, and beside it what is pending.
#![expect(clippy::disallowed_methods, reason = "the command line is where snapshots are read and written")]

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::check::Assertion;
use crate::diag::Severity;
use crate::report::{Report, counted};
use crate::review::{Change, Entry, Reasons, Snap, accept, accounts, changes, entries, finding, orphan, written};
use crate::run::Difference;
use crate::source::{Place, Sources, printable};

use super::args::SnapshotMode;
use super::settings::in_ci;
use super::{Failure, files};

/// The folder beside check files.
const FOLDER: &str = "snapshots";

/// Where the snapshot of a check file lies.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    /// What was accepted.
    pub accepted: PathBuf,
    /// What is pending.
    pub pending: PathBuf,
}

impl Spot {
    fn of(check_file: &str) -> Self {
        let path = Path::new(check_file);
        let name = path.file_name().map(OsStr::to_os_string).unwrap_or_default();
        let folder = path.parent().unwrap_or(Path::new("")).join(FOLDER);
        let mut accepted = name;
        accepted.push(".snap");
        Self::at(folder.join(accepted))
    }

    /// The one that a file, accepted or pending, belongs to.
    fn with(file: &Path) -> Self {
        let is_pending = file.extension() == Some(OsStr::new("new"));
        Self::at(if is_pending { file.with_extension("") } else { file.to_owned() })
    }

    fn at(accepted: PathBuf) -> Self {
        let mut pending = accepted.clone().into_os_string();
        pending.push(".new");
        Self { accepted, pending: PathBuf::from(pending) }
    }

    /// The check file; none of what is no snapshot, or lies where none do.
    fn check_file(&self) -> Option<PathBuf> {
        self.accepted.extension().filter(|ending| *ending == OsStr::new("snap"))?;
        let folder = self.accepted.parent().filter(|folder| folder.file_name() == Some(OsStr::new(FOLDER)))?;
        Some(folder.parent()?.join(self.accepted.file_stem()?))
    }

    /// How it is called: the name of its check file.
    pub fn name(&self) -> String {
        files::shown(&self.accepted.with_extension("")).rsplit('/').next().unwrap_or_default().to_owned()
    }

    /// The path of its check file.
    pub fn path(&self) -> String {
        files::shown(&self.check_file().unwrap_or_default())
    }

    /// Whether a path leads to it: to one of its files, to its check file, or to a folder that these lie in.
    pub fn lies_at(&self, path: &Path) -> bool {
        let path = files::real(path);
        let own = [Some(self.accepted.clone()), Some(self.pending.clone()), self.check_file()];
        own.into_iter().flatten().any(|own| files::real(&own).starts_with(&path))
    }

    /// Whether what was accepted is ours. Other programs may keep theirs in such a folder.
    ///
    /// # Errors
    ///
    /// It goes by the name of a check file, and cannot be read.
    fn is_ours(&self) -> Result<bool, Failure> {
        is_ours(&self.accepted, self)
    }

    /// What was accepted, if anything was.
    pub fn read_accepted(&self) -> Result<Option<Snap>, Failure> {
        read(&self.accepted)
    }

    /// What is pending, if anything is.
    pub fn read_pending(&self) -> Result<Option<Snap>, Failure> {
        read(&self.pending)
    }

    /// Why it cannot be reviewed, if it cannot be read.
    pub fn trouble(&self) -> Option<Failure> {
        self.read_accepted().and_then(|_| self.read_pending()).err()
    }

    /// Writes what is accepted, or takes the file away where nothing is left in it.
    pub fn accept(&self, snap: &Snap) -> Result<(), Failure> {
        if snap.contents.is_empty() { remove(&self.accepted) } else { files::write(&self.accepted, &snap.write()?) }
    }

    /// Writes what stays pending beside what is accepted, or takes the file away where they are the same.
    pub fn leave(&self, pending: &Snap, accepted: &str) -> Result<(), Failure> {
        if changes(accepted, &pending.contents).is_empty() {
            remove(&self.pending)
        } else {
            files::write(&self.pending, &pending.write()?)
        }
    }
}

fn read(path: &Path) -> Result<Option<Snap>, Failure> {
    let Some(text) = text(path)? else { return Ok(None) };
    Snap::read(&text).map(Some).map_err(|why| Failure::Unreadable { path: files::shown(path), why: why.to_string() })
}

/// The text of a file; none where there is no such file.
fn text(path: &Path) -> Result<Option<String>, Failure> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => {
            Err(Failure::Unreadable { path: files::shown(path), why: "it is no UTF-8 text".to_owned() })
        }
        Err(error) => Err(Failure::Unreadable { path: files::shown(path), why: error.to_string() }),
    }
}

fn remove(path: &Path) -> Result<(), Failure> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(Failure::Unwritable { path: files::shown(path), why: error.to_string() })
        }
        _ => Ok(()),
    }
}

/// The snapshots, accepted or pending, of these check files, folders of them and patterns, in the order of names.
fn spots(paths: &[PathBuf], is_meant: fn(&Path, &Path) -> bool) -> Result<BTreeSet<Spot>, Failure> {
    let mut spots = BTreeSet::new();
    for path in paths {
        if files::is_file(path) {
            spots.insert(Spot::of(&files::shown(path)));
            continue;
        }
        for file in files::below(&files::folder_of(path))? {
            let spot = Spot::with(&file);
            if spot.check_file().is_some_and(|check_file| is_meant(path, &check_file)) {
                spots.insert(spot);
            }
        }
    }
    Ok(spots)
}

/// What there is to review of some check files, folders of them and patterns, in the order of names: what is pending, and what no run can be
/// held against before somebody has mended it.
pub(super) fn pending(paths: &[PathBuf]) -> Result<Vec<Spot>, Failure> {
    // Closed is only what certainly is another program's, or can be read.
    let is_open = |spot: &Spot| match spot.is_ours() {
        _ if files::exists(&spot.pending) => true,
        Ok(ours) => ours && spot.read_accepted().is_err(),
        Err(_) => true,
    };
    Ok(spots(paths, files::leads_to)?.into_iter().filter(is_open).collect())
}

/// How what a run says differs from what was accepted.
#[derive(Debug, Default)]
pub(super) struct Comparison {
    /// What differs, with the snapshot that it differs from, and where the check stands.
    changes: Vec<(Spot, Change, Option<Place>)>,
    /// Snapshots, accepted or only pending, whose check file is gone.
    orphans: Vec<PathBuf>,
    /// What is pending now of each check file, beside what was accepted of it.
    pending: Vec<(Spot, Snap, String)>,
    /// Snapshots that nothing can be held against.
    pub failures: Vec<Failure>,
}

impl Comparison {
    /// Adds the check files that have a snapshot and no check, and notes the snapshots whose check file is not there.
    fn with_empty_files(&mut self, accounts: &mut BTreeMap<String, Vec<Entry>>, spots: BTreeSet<Spot>) {
        let known: BTreeSet<PathBuf> = accounts.keys().map(|file| files::real(&Spot::of(file).accepted)).collect();
        for spot in spots.into_iter().filter(|spot| !known.contains(&files::real(&spot.accepted))) {
            let ours = [&spot.accepted, &spot.pending].map(|path| Ok(is_ours(path, &spot)?.then(|| path.clone())));
            let found: Result<Vec<Option<PathBuf>>, Failure> = ours.into_iter().collect();
            let found: Vec<PathBuf> = match found {
                Ok(found) => found.into_iter().flatten().collect(),
                Err(failure) => {
                    self.failures.push(failure);
                    continue;
                }
            };
            match spot.check_file().filter(|file| files::exists(file)) {
                Some(file) if !found.is_empty() => _ = accounts.insert(files::shown(&file), Vec::new()),
                Some(_) => {}
                None => self.orphans.extend(found),
            }
        }
    }

    /// Writes what is pending; one that cannot be written keeps none of the others back.
    pub fn leave(&self) -> Result<(), Failure> {
        let left: Vec<_> = self.pending.iter().map(|(spot, pending, accepted)| spot.leave(pending, accepted)).collect();
        left.into_iter().collect()
    }

    /// What there is to tell beside the report: how much, and what to do with it.
    pub fn told(&self, mode: SnapshotMode) -> String {
        let mut out = String::new();
        let (all, reviewed) = (self.changes.len() + self.orphans.len(), self.changes.len());
        if all > 0 {
            let what = counted(all, "change", "changes");
            let these = if reviewed < all { format!(" {reviewed} of them") } else { String::new() };
            // Where nothing is written there is nothing to review yet.
            let way = match mode {
                _ if reviewed == 0 => String::new(),
                SnapshotMode::Check => {
                    format!("; run `factum check --snapshot` at a desk, and then read{these} with `factum review`")
                }
                SnapshotMode::Auto | SnapshotMode::Write => format!("; read{these} with `factum review`"),
            };
            out.push_str(&format!("snapshots: {what} since what was accepted{way}\n"));
        }
        for orphan in self.orphans.iter().map(|orphan| printable(&files::shown(orphan))) {
            out.push_str(&format!("snapshots: `{orphan}` is of a check file that is not there; delete it\n"));
        }
        out
    }

    /// The same for reports. What cannot be pointed at in a check file is pointed at in its snapshot.
    pub fn differences(&self, mode: SnapshotMode, sources: &mut Sources) -> Result<Vec<Difference>, Failure> {
        let severity = match mode {
            SnapshotMode::Check => Severity::Error,
            SnapshotMode::Auto | SnapshotMode::Write => Severity::Warning,
        };
        let mut accepted: BTreeMap<&Spot, Heads> = BTreeMap::new();
        let mut found = Vec::new();
        for (spot, change, place) in &self.changes {
            let place = match place {
                Some(place) => *place,
                None => match accepted.get(spot) {
                    Some(heads) => heads.place(&change.id),
                    None => accepted.entry(spot).or_insert(Heads::read(&spot.accepted, sources)?).place(&change.id),
                },
            };
            found.push(finding(change, place, severity));
        }
        for path in &self.orphans {
            let heads = Heads::read(path, sources)?;
            let contents = Snap::read(&sources.file(heads.top.file).text).unwrap_or_default().contents;
            let first = entries(&contents).into_iter().next().map(|entry| entry.id).unwrap_or_default();
            let check_file = files::shown(&Spot::with(path).check_file().unwrap_or_default());
            found.push(orphan(&check_file, &contents, heads.place(&first), severity));
        }
        Ok(found)
    }
}

/// Where the entries of a snapshot begin.
struct Heads {
    /// The first line of the file.
    top: Place,
    /// The first lines of the entries, by the ids of their checks.
    entries: BTreeMap<String, Place>,
}

impl Heads {
    /// Those of a file, which is added to the texts.
    fn read(path: &Path, sources: &mut Sources) -> Result<Self, Failure> {
        let file = files::add(path, sources)?;
        let source = sources.file(file);
        let place = |number: usize| Place { file, span: source.line(number) };
        let body = (1..).zip(source.text.lines()).skip(1).skip_while(|(_, line)| *line != "---").skip(1);
        let begin = body.filter(|(_, line)| !line.is_empty() && !line.starts_with(' '));
        let named = begin.filter_map(|(number, line)| Some((line.split_once(':')?.0.to_owned(), place(number))));
        Ok(Self { top: place(1), entries: named.collect() })
    }

    /// Where the entry of a check begins, or else the file.
    fn place(&self, id: &str) -> Place {
        self.entries.get(id).copied().unwrap_or(self.top)
    }
}

/// Holds a run of these check files, folders and patterns against what was accepted. A run of a part of the checks says nothing of the
/// others.
pub(super) fn compare(report: Report<'_>, paths: &[PathBuf]) -> Result<Comparison, Failure> {
    let whole = report.run.summary.unselected == 0 && report.run.summary.unreported == 0;
    let mut found = Comparison::default();
    let mut accounts = accounts(report);
    if whole {
        found.with_empty_files(&mut accounts, spots(paths, files::would_read)?);
    }
    let places = places(report);
    for (file, entries) in accounts {
        let spot = Spot::of(&file);
        let accepted = match spot.read_accepted() {
            Ok(accepted) => accepted.unwrap_or_default(),
            // It keeps none of the others back.
            Err(failure) => {
                found.failures.push(failure);
                continue;
            }
        };
        let judged = |id: &str| whole || entries.iter().any(|entry| entry.id == id);
        let contents = accept(&accepted.contents, &written(&entries), &judged);
        for change in changes(&accepted.contents, &contents) {
            let place = places.get(&(file.as_str(), change.id.as_str())).copied();
            found.changes.push((spot.clone(), change, place));
        }
        let pending = Snap { source: file, reasons: accepted.reasons, contents };
        found.pending.push((spot, pending, accepted.contents));
    }
    Ok(found)
}

/// Where each check of a run stands, by its file and its id.
fn places(report: Report<'_>) -> BTreeMap<(&str, &str), Place> {
    let assertions = report.run.results.iter().map(|result| &result.assertion);
    let name = |assertion: &Assertion| &report.sources.file(assertion.place.file).name;
    assertions.map(|assertion| ((&name(assertion)[..], &assertion.id[..]), assertion.place)).collect()
}

/// Whether a file, accepted or pending, is ours. What cannot be read is another program's by its name alone.
fn is_ours(path: &Path, spot: &Spot) -> Result<bool, Failure> {
    let has_our_name = || spot.check_file().is_some_and(|file| files::holds_checks(&file));
    match text(path) {
        Ok(None) => Ok(false),
        Ok(Some(text)) => match Snap::is_ours(&text) {
            Some(ours) => Ok(ours),
            None if has_our_name() => read(path).map(|snap| snap.is_some()),
            None => Ok(false),
        },
        Err(failure) if has_our_name() => Err(failure),
        Err(_) => Ok(false),
    }
}

/// What is to be done where nothing was said: at a desk it is written, in CI it is looked at.
pub(super) fn mode(asked: Option<SnapshotMode>) -> Option<SnapshotMode> {
    asked.map(|mode| match mode {
        SnapshotMode::Auto if in_ci() => SnapshotMode::Check,
        SnapshotMode::Auto => SnapshotMode::Write,
        SnapshotMode::Write | SnapshotMode::Check => mode,
    })
}

/// The reasons of what stays: those of checks that are still there.
pub(super) fn kept(reasons: Reasons, contents: &str) -> Reasons {
    let ids: Vec<String> = entries(contents).into_iter().map(|entry| entry.id).collect();
    reasons.into_iter().filter(|(id, _)| ids.contains(id)).collect()
}
