//! Snapshots on the disk: `checks/desk/lead.check` has `checks/desk/snapshots/lead.check.snap`, and beside it what is pending.
#![expect(clippy::disallowed_methods, reason = "the command line is where snapshots are read and written")]

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::report::{Report, counted};
use crate::review::{Reasons, Snap, accept, accounts, changes, entries, written};

use crate::source::printable;

use super::args::SnapshotMode;
use super::settings::in_ci;
use super::{Failure, files};

/// So many changes are named.
const MOST_NAMED: usize = 10;

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

    fn at(accepted: PathBuf) -> Self {
        let mut pending = accepted.clone().into_os_string();
        pending.push(".new");
        Self { accepted, pending: PathBuf::from(pending) }
    }

    /// How it is called: the name of its check file.
    pub fn name(&self) -> String {
        files::shown(&self.accepted.with_extension("")).rsplit('/').next().unwrap_or_default().to_owned()
    }

    /// What was accepted, if anything was.
    pub fn read_accepted(&self) -> Result<Option<Snap>, Failure> {
        read(&self.accepted)
    }

    /// What is pending, if anything is.
    pub fn read_pending(&self) -> Result<Option<Snap>, Failure> {
        read(&self.pending)
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
    let unreadable = |why: String| Failure::Unreadable { path: files::shown(path), why };
    match fs::read_to_string(path) {
        Ok(text) => Snap::read(&text).map(Some).map_err(|why| unreadable(why.to_string())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(error.to_string())),
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

/// What is pending of some check files, or below some folders, in the order of names.
pub(super) fn pending(paths: &[PathBuf]) -> Result<Vec<Spot>, Failure> {
    let mut spots = Vec::new();
    for path in paths {
        if files::is_file(path) {
            spots.push(Spot::of(&files::shown(path)));
        } else {
            let all = files::below(path)?.into_iter().filter(|path| files::shown(path).ends_with(".snap.new"));
            spots.extend(all.map(|path| Spot::at(path.with_extension(""))));
        }
    }
    spots.sort();
    spots.dedup();
    Ok(spots)
}

/// How what a run says differs from what was accepted.
#[derive(Clone, Debug, Default)]
pub(super) struct Comparison {
    /// What differs: `series.check#lead`.
    pub changes: Vec<String>,
    /// Snapshots whose check file is gone.
    pub orphans: Vec<PathBuf>,
}

impl Comparison {
    /// How many things are not as they were accepted.
    pub fn pending(&self) -> usize {
        self.changes.len() + self.orphans.len()
    }

    /// The first of what differs, and how many more there are.
    fn named(&self) -> String {
        let shown = self.changes.iter().take(MOST_NAMED).map(|name| printable(name)).collect::<Vec<_>>().join(", ");
        match self.changes.len().saturating_sub(MOST_NAMED) {
            0 => shown,
            more => format!("{shown} and {more} more"),
        }
    }

    /// What there is to tell.
    pub fn told(&self, mode: SnapshotMode) -> String {
        let mut out = String::new();
        if !self.changes.is_empty() {
            let what = counted(self.changes.len(), "change", "changes");
            // Where nothing is written, this is all that is told of them.
            let (which, way) = if mode == SnapshotMode::Check {
                (format!(" ({})", self.named()), "run `factum check --snapshot` at a desk, and then")
            } else {
                (String::new(), "read with")
            };
            out.push_str(&format!("snapshots: {what} since what was accepted{which}; {way} `factum review`\n"));
        }
        for orphan in &self.orphans {
            out.push_str(&format!(
                "snapshots: `{}` is of a check file that is not there; delete it\n",
                files::shown(orphan)
            ));
        }
        out
    }
}

/// Holds a run against what was accepted; what differs is pending then, unless it is only looked at.
pub(super) fn compare(report: Report<'_>, mode: SnapshotMode) -> Result<Comparison, Failure> {
    let whole = report.run.summary.unselected == 0 && report.run.summary.unreported == 0;
    let mut found = Comparison::default();
    for (file, entries) in accounts(report) {
        let spot = Spot::of(&file);
        let accepted = spot.read_accepted()?.unwrap_or_default();
        let judged = |id: &str| whole || entries.iter().any(|entry| entry.id == id);
        let contents = accept(&accepted.contents, &written(&entries), &judged);
        let differ = changes(&accepted.contents, &contents).into_iter();
        found.changes.extend(differ.map(|change| format!("{}#{}", spot.name(), change.id)));
        if mode == SnapshotMode::Write {
            let pending = Snap { source: file, reasons: accepted.reasons, contents };
            spot.leave(&pending, &accepted.contents)?;
        }
        found.orphans.extend(orphans(spot.accepted.parent())?);
    }
    found.orphans.sort();
    found.orphans.dedup();
    Ok(found)
}

/// The snapshots of a folder whose check files are not there.
fn orphans(folder: Option<&Path>) -> Result<Vec<PathBuf>, Failure> {
    let Some(folder) = folder else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for path in files::below(folder)?.into_iter().filter(|path| path.extension() == Some(OsStr::new("snap"))) {
        let check_file = path.file_stem().and_then(|name| Some(folder.parent()?.join(name)));
        // Other programs may keep theirs here.
        let is_ours = matches!(read(&path), Ok(Some(_)));
        if is_ours && check_file.is_some_and(|file| !file.exists()) {
            found.push(path);
        }
    }
    Ok(found)
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
