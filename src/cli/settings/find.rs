//! `factum.toml` on the disk.
#![expect(clippy::disallowed_methods, reason = "the command line is where the disk and the environment are looked at")]

use std::env;
use std::fs;
use std::io;
use std::path::PathBuf;

use crate::check::{decode, not_utf8};
use crate::diag::{Code, Diagnostic};
use crate::source::{FileId, SourceFile, Sources};

use super::super::{Failure, files};

/// The name of a project's settings.
pub const NAME: &str = "factum.toml";

/// A file of settings.
pub(super) struct Found {
    /// Its folder, from where we are.
    pub folder: PathBuf,
    /// The file.
    pub file: FileId,
    /// What is wrong with its bytes.
    pub wrong: Option<Diagnostic>,
}

/// The settings in the folder where we are, or in the nearest one above it. Nothing is looked for above the root of a repository.
///
/// # Errors
///
/// They are there and cannot be read.
pub(super) fn find(sources: &mut Sources) -> Result<Option<Found>, Failure> {
    let Ok(here) = env::current_dir() else { return Ok(None) };
    for (up, folder) in here.ancestors().enumerate() {
        if folder.join(NAME).symlink_metadata().is_ok() {
            return read((0..up).map(|_| "..").collect(), sources).map(Some);
        }
        if folder.join(files::REPOSITORY).exists() {
            break;
        }
    }
    Ok(None)
}

fn read(folder: PathBuf, sources: &mut Sources) -> Result<Found, Failure> {
    let name = files::shown(&folder.join(NAME));
    let unreadable = |error: io::Error| Failure::Unreadable { path: name.clone(), why: error.to_string() };
    if folder.join(NAME).is_dir() {
        let wrong =
            Diagnostic::error(Code::SettingsSyntax, format!("`{name}` is a folder, and no settings are read from it"));
        let file = sources.add(SourceFile::new(name, String::new()));
        return Ok(Found {
            folder,
            file,
            wrong: Some(wrong.help("give the folder another name, or write the settings into a file of this one")),
        });
    }
    let (text, wrong) = decode(fs::read(&name).map_err(unreadable)?);
    let file = sources.add(SourceFile::new(name, text));
    Ok(Found { folder, file, wrong: wrong.map(|offset| not_utf8(file, offset)) })
}

/// A variable of the environment, where it says anything.
pub(in crate::cli) fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// The variables of the environment whose names begin so.
pub(in crate::cli) fn variables_set(prefix: &str) -> Vec<String> {
    let names = env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    let mut names: Vec<String> = names.filter(|name| name.starts_with(prefix)).collect();
    names.sort();
    names
}

/// The summary page of a step of a GitHub workflow, where the program runs in one.
pub(in crate::cli) fn step_summary() -> Option<PathBuf> {
    variable("GITHUB_ACTIONS").filter(|set| set == "true")?;
    variable("GITHUB_STEP_SUMMARY").map(PathBuf::from)
}

/// Whether the program runs in CI, whose systems set `CI`.
pub(in crate::cli) fn in_ci() -> bool {
    variable("CI").is_some_and(|value| !matches!(&value[..], "0" | "false"))
}
