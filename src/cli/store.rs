//! What runs leave behind in `.factum`: how each check stood, and when it turned. Nothing in it decides anything but which checks a run
//! with `--last-failed` or `--changed` is about; it may be deleted at any time.
#![expect(clippy::disallowed_methods, reason = "the command line is where the disk is looked at")]

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::report::written;
use crate::review::{History, Standings};

use super::{Failure, files, note};

/// The folder, which no version control takes up.
const FOLDER: &str = ".factum";

/// What is in it.
const HISTORY: &str = "history.json";

/// Says to git that nothing in the folder is its own.
const IGNORED: &str = "# What runs of factum left behind; it may be deleted.\n*\n";

/// What is known of earlier runs; nothing where there were none.
///
/// # Errors
///
/// It is there and cannot be read.
pub(super) fn read() -> Result<Option<History>, Failure> {
    let path = path();
    let unreadable = |why: String| Failure::Unreadable { path: files::shown(&path), why };
    match fs::read_to_string(&path) {
        Ok(text) => serde_json::from_str(&text)
            .map(Some)
            .map_err(|error| unreadable(format!("{error}; delete the file to begin anew"))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(error.to_string())),
    }
}

/// Keeps how the checks of a run stand. Where it cannot be kept that is told, and changes nothing else.
pub(super) fn record(standings: Standings, today: Date) -> Result<(), Failure> {
    match keep(standings, today) {
        Ok(()) => Ok(()),
        Err(failure) => note(&format!("history: not kept, {failure}\n")),
    }
}

fn keep(standings: Standings, today: Date) -> Result<(), Failure> {
    let folder = Path::new(FOLDER);
    let unwritable = |error: io::Error| Failure::Unwritable { path: FOLDER.to_owned(), why: error.to_string() };
    fs::create_dir_all(folder).map_err(unwritable)?;
    // Of two runs at one time the later reads what the earlier has written.
    let lock = File::create(folder.join("lock")).map_err(unwritable)?;
    lock.lock().map_err(unwritable)?;
    let before = read()?;
    let mut history = before.clone().unwrap_or_default();
    history.record(standings, today);
    if before.as_ref() == Some(&history) {
        return Ok(());
    }
    files::write(&folder.join(".gitignore"), IGNORED)?;
    files::write(&path(), &written(&history)?)
}

fn path() -> PathBuf {
    Path::new(FOLDER).join(HISTORY)
}
