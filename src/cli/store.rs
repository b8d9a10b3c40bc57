//! What runs leave behind in `.factum`: how each check stood, and when it turned. Nothing in it decides anything but which checks a run
//! with `--last-failed` or `--changed` is about; it may be deleted at any time.
#![expect(clippy::disallowed_methods, reason = "the command line is where the disk is looked at")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::report::written;
use crate::review::{CheckName, Day, History, Marks, Standings, changed};
use crate::source::printable;

use super::settings::Settings;
use super::{Failure, files, note};

/// The folder, which no version control takes up.
pub(super) const FOLDER: &str = ".factum";

/// When each check turned.
const HISTORY: &str = "history.json";

/// How each check stood when it was last run.
const LAST: &str = "last.json";

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

    /// What became of the checks, with check files as they are called from here; nothing where there were no runs.
    ///
    /// # Errors
    ///
    /// It is there and cannot be read.
    pub fn read(&self) -> Result<Option<History>, Failure> {
        let history: Option<History> = self.kept(HISTORY)?;
        Ok(history.map(|history| history.renamed(|file| files::shown(&self.root.join(file)))))
    }

    /// How the checks stood when each was last run; nothing where there were no runs. Check files are called as in `names`, which may
    /// have one by its whole path, or from another folder.
    ///
    /// # Errors
    ///
    /// It is there and cannot be read.
    pub fn last(&self, names: BTreeSet<&str>) -> Result<Option<Marks>, Failure> {
        let last: Option<Marks> = self.kept(LAST)?;
        let called: BTreeMap<String, &str> = names.into_iter().map(|name| (self.below_root(name), name)).collect();
        let name = |file: String| called.get(&file).map_or(file, |name| (*name).to_owned());
        Ok(last.map(|last| last.into_iter().map(|(file, of_file)| (name(file), of_file)).collect()))
    }

    /// What a check file is called from the folder of the project, whatever it is called here; one that lies elsewhere, by its whole path.
    fn below_root(&self, name: &str) -> String {
        let real = files::real(Path::new(name));
        files::shown(real.strip_prefix(files::real(&self.root)).unwrap_or(&real))
    }

    /// Keeps how the checks of a run stand. Where it is one of all that `checks` names, those that are not among them are gone. Where it
    /// cannot be kept that is told, and changes nothing else.
    pub fn record(&self, standings: Standings, checks: Option<&[PathBuf]>, today: Day) -> Result<(), Failure> {
        match self.keep(standings, checks, today) {
            Ok(()) => Ok(()),
            Err(failure) => note(&printable(&format!("history: not kept, {failure}\n"))),
        }
    }

    /// What a file of the folder says; nothing where it is not there.
    fn kept<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, Failure> {
        let path = self.root.join(FOLDER).join(name);
        let unreadable = |why: String| Failure::Unreadable { path: files::shown(&path), why };
        match fs::read_to_string(&path) {
            Ok(text) => serde_json::from_str(&text)
                .map(Some)
                .map_err(|error| unreadable(format!("{error}; delete the file to begin anew"))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(unreadable(error.to_string())),
        }
    }

    fn keep(&self, standings: Standings, checks: Option<&[PathBuf]>, today: Day) -> Result<(), Failure> {
        let folder = self.root.join(FOLDER);
        // There is nothing to keep, and nobody to call gone.
        if standings.is_empty() && !files::exists(&folder.join(HISTORY)) {
            return Ok(());
        }
        let unwritable = |error: io::Error| Failure::Unwritable { path: files::shown(&folder), why: error.to_string() };
        fs::create_dir_all(&folder).map_err(unwritable)?;
        // Of two runs at one time the later reads what the earlier has written.
        let path = folder.join("lock");
        if path.is_symlink() {
            return Err(Failure::Unwritable { path: files::shown(&path), why: "it is a link".to_owned() });
        }
        let lock = File::options().create(true).append(true).open(path).map_err(unwritable)?;
        lock.lock().map_err(unwritable)?;
        self.keep_what_is_new(self.named_from_root(standings), checks, today)
    }

    /// The same standings, with check files as they are called from the folder of the project.
    fn named_from_root(&self, standings: Standings) -> Standings {
        let names: BTreeSet<&str> = standings.keys().map(|(file, _)| &file[..]).collect();
        let names: BTreeMap<String, String> =
            names.into_iter().map(|name| (name.to_owned(), self.below_root(name))).collect();
        let below_root = |file: String| names.get(&file).cloned().unwrap_or(file);
        standings.into_iter().map(|((file, id), standing)| ((below_root(file), id), standing)).collect()
    }

    /// Reads the short account of the last runs, and where a check does not stand as it did, the history too, which is long.
    fn keep_what_is_new(&self, standings: Standings, checks: Option<&[PathBuf]>, today: Day) -> Result<(), Failure> {
        let has_history = files::exists(&self.root.join(FOLDER).join(HISTORY));
        let mut last: Marks = if has_history { self.kept(LAST)?.unwrap_or_default() } else { Marks::new() };
        let changed = changed(&last, &standings);
        let names: BTreeSet<CheckName> = standings.keys().cloned().collect();
        let is_gone =
            |name: &CheckName| !names.contains(name) && checks.is_some_and(|checks| self.was_among(checks, name));
        let count = |marks: &Marks| marks.values().map(BTreeMap::len).sum::<usize>();
        let before = count(&last);
        for (file, of_file) in &mut last {
            of_file.retain(|id, _| !is_gone(&(file.clone(), id.clone())));
        }
        last.retain(|_, of_file| !of_file.is_empty());
        if changed.is_empty() && before == count(&last) && has_history {
            return Ok(());
        }
        let ignored = self.root.join(FOLDER).join(".gitignore");
        if !files::exists(&ignored) {
            files::write(&ignored, IGNORED)?;
        }
        for ((file, id), standing) in &standings {
            last.entry(file.clone()).or_default().insert(id.clone(), standing.mark.clone());
        }
        let mut history: History = self.kept(HISTORY)?.unwrap_or_default();
        let new = standings.into_iter().filter(|(name, _)| changed.contains(name));
        let has_turned = [history.record(new, today), history.bury(is_gone, today)].contains(&true);
        // The history first: a run that is killed behind it finds its turns there.
        if has_turned || !has_history {
            self.write(HISTORY, &history)?;
        }
        self.write(LAST, &last)
    }

    /// Whether the file of a check is one of those that `checks` names, or is not there any more.
    fn was_among(&self, checks: &[PathBuf], (file, _): &CheckName) -> bool {
        let path = self.root.join(file);
        !files::exists(&path) || files::is_among(checks, &path)
    }

    fn write(&self, name: &str, what: &impl Serialize) -> Result<(), Failure> {
        files::write(&self.root.join(FOLDER).join(name), &written(what)?)
    }
}
