//! The articles on the disk, and the one that comes in.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::corpus;
use crate::diag::{Code, Diagnostic};
use crate::run::{Articles, completeness, standalone};
use crate::source::{SourceFile, Sources};

use super::{Failure, files};

/// Loads all articles of the folders, and of the folders below them. What cannot be read is a diagnostic.
pub(super) fn load(folders: &[PathBuf], sources: &mut Sources) -> Articles {
    let corpus::Loaded { corpus, diagnostics, passed_over: _ } = corpus::load(folders, sources);
    let complete = completeness(&diagnostics);
    Articles { corpus, diagnostics, complete }
}

/// What comes in through standard input, as the only article.
///
/// # Errors
///
/// Standard input cannot be read, or is no UTF-8.
pub(super) fn standard_input(sources: &mut Sources) -> Result<Articles, Failure> {
    let mut text = String::new();
    let refused = |error: io::Error| Failure::Unreadable { path: "standard input".to_owned(), why: error.to_string() };
    io::stdin().lock().read_to_string(&mut text).map_err(refused)?;
    let file = sources.add(SourceFile::new("standard input", text));
    Ok(standalone(file, sources))
}

/// That there is nothing where an article is meant.
pub(super) fn missing(path: &Path) -> Diagnostic {
    let help = "name a text, Markdown or HTML file, or a folder of them";
    Diagnostic::error(Code::NoSuchPath, format!("there is no article `{}`", files::shown(path))).help(help)
}
