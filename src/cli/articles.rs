//! The articles on the disk.

use std::path::{Path, PathBuf};

use crate::run::Articles;
use crate::source::Sources;

use super::{Failure, files};

/// Loads all articles of the folders. A folder that does not exist is a diagnostic.
///
/// # Errors
///
/// A folder that is there and cannot be read.
pub(super) fn load(folders: &[PathBuf], sources: &mut Sources) -> Result<Articles, Failure> {
    let _ = sources;
    let mut articles = Articles::default();
    for folder in folders.iter().filter(|folder| !exists(folder)) {
        articles.diagnostics.push(files::missing(folder));
    }
    Ok(articles)
}

#[expect(clippy::disallowed_methods, reason = "the command line is where the disk is looked at")]
fn exists(path: &Path) -> bool {
    path.exists()
}
