//! What runs leave behind in `.factum`: how each check stood, and when it turned. Nothing in it decides anything but which checks a run
//! with `--last-failed` or `--changed` is about; it may be deleted at any time.
#![expect(clippy::disallowed_methods, reason = "the command line is where the disk is looked at")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::report::written;
use crate::review::{History, Standings};
use crate::source::printable;

use super::settings::Settings;
use super::{Failure, files, note};

/// The folder, which no version control takes up.
pub(super) const FOLDER: &str = ".factum";

/// What is in it.
const HISTORY: &str = "history.json";

/// Says to git that nothing in the folder is its own.
const IGNORED: &str = "# What runs of factum left behind; it may be deleted.\n*\n";

/// What runs of a project leave behind.
pub(super) struct Store {
    /// The folder of the project.
    root: PathBuf,
}

impl Store {
    /// That of the project whose settings these are.
    pub fn of(settings: &Settings) -> Self {
        Self { root: settings.root().to_owned() }
    }

    /// What is known of earlier runs, with check files as they are called from here; nothing where there were none.
    ///
    /// # Errors
    ///
    /// It is there and cannot be read.
    pub fn read(&self) -> Result<Option<History>, Failure> {
        self.read_as(BTreeSet::new())
    }

    /// The same, with these check files as they are called here: one may be called by its whole path, or from another folder.
    pub fn read_as(&self, names: BTreeSet<&str>) -> Result<Option<History>, Failure> {
        let called: BTreeMap<String, &str> = names.into_iter().map(|name| (self.below_root(name), name)).collect();
        let name = |file: &str| match called.get(file) {
            Some(name) => (*name).to_owned(),
            None => files::shown(&self.root.join(file)),
        };
        Ok(self.kept()?.map(|history| history.renamed(name)))
    }

    /// What a check file is called from the folder of the project, whatever it is called here; one that lies elsewhere, by its whole path.
    fn below_root(&self, name: &str) -> String {
        let real = files::real(Path::new(name));
        files::shown(real.strip_prefix(files::real(&self.root)).unwrap_or(&real))
    }

    /// Keeps how the checks of a run stand. Where it cannot be kept that is told, and changes nothing else.
    pub fn record(&self, standings: Standings, today: Date) -> Result<(), Failure> {
        match self.keep(standings, today) {
            Ok(()) => Ok(()),
            Err(failure) => note(&printable(&format!("history: not kept, {failure}\n"))),
        }
    }

    fn path(&self) -> PathBuf {
        self.root.join(FOLDER).join(HISTORY)
    }

    /// With check files as they are called from the folder of the project.
    fn kept(&self) -> Result<Option<History>, Failure> {
        let path = self.path();
        let unreadable = |why: String| Failure::Unreadable { path: files::shown(&path), why };
        match fs::read_to_string(&path) {
            Ok(text) => serde_json::from_str(&text)
                .map(Some)
                .map_err(|error| unreadable(format!("{error}; delete the file to begin anew"))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(unreadable(error.to_string())),
        }
    }

    fn keep(&self, standings: Standings, today: Date) -> Result<(), Failure> {
        let folder = self.root.join(FOLDER);
        let unwritable = |error: io::Error| Failure::Unwritable { path: files::shown(&folder), why: error.to_string() };
        fs::create_dir_all(&folder).map_err(unwritable)?;
        // Of two runs at one time the later reads what the earlier has written.
        let path = folder.join("lock");
        if path.is_symlink() {
            return Err(Failure::Unwritable { path: files::shown(&path), why: "it is a link".to_owned() });
        }
        let lock = File::options().create(true).append(true).open(path).map_err(unwritable)?;
        lock.lock().map_err(unwritable)?;
        let before = self.kept()?;
        let mut history = before.clone().unwrap_or_default();
        let names: BTreeSet<&str> = standings.keys().map(|(file, _)| &file[..]).collect();
        let names: BTreeMap<String, String> =
            names.into_iter().map(|name| (name.to_owned(), self.below_root(name))).collect();
        let below_root = |file: String| names.get(&file).cloned().unwrap_or(file);
        history.record(standings.into_iter().map(|((file, id), standing)| ((below_root(file), id), standing)), today);
        if before.as_ref() == Some(&history) {
            return Ok(());
        }
        let ignored = folder.join(".gitignore");
        if !files::exists(&ignored) {
            files::write(&ignored, IGNORED)?;
        }
        files::write(&self.path(), &written(&history)?)
    }
}
