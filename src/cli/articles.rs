//! The articles on the disk.

use std::path::PathBuf;

use crate::corpus;
use crate::run::{Articles, completeness};
use crate::source::Sources;

/// Loads all articles of the folders, and of the folders below them. What cannot be read is a diagnostic.
pub(super) fn load(folders: &[PathBuf], sources: &mut Sources) -> Articles {
    let corpus::Loaded { corpus, diagnostics, passed_over: _ } = corpus::load(folders, sources);
    let complete = completeness(&diagnostics);
    Articles { corpus, diagnostics, complete }
}
