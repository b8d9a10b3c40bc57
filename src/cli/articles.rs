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
    let mut articles = Articles::default();
    for folder in folders {
        let mut paths: Vec<_> = walkdir::WalkDir::new(folder).into_iter().filter_map(|e| e.ok()).map(|e| e.into_path()).filter(|p| p.extension().is_some_and(|e| e == "txt")).collect();
        paths.sort();
        for (n, p) in paths.iter().enumerate() {
            let text = String::from_utf8_lossy(&std::fs::read(p).unwrap()).into_owned();
            let file = sources.add(crate::source::SourceFile::new(p.display().to_string(), text.clone()));
            let id = ["joongang", "drive", "centers", "sdg", "stocktwits"].get(n).copied().unwrap_or("x").to_owned();
            let mut d = crate::corpus::Document::untitled(id, file);
            if n != 3 { d.published = Some(jiff::civil::date(2025, 10, 29)); }
            d.lineage = [1, 2, 2, 3, 4].get(n).copied().unwrap_or(9);
            let mut at = 0;
            let mut lines = 0;
            for line in text.split_inclusive('\n') {
                let start = at; at += line.len(); lines += 1;
                if line.trim().is_empty() { continue; }
                let kind = if lines == 1 && n != 2 && n != 3 { crate::corpus::ZoneKind::Headline } else if n == 0 && lines < 12 || line.starts_with("More episodes") || line.starts_with("Read Next") || line.starts_with("Follow") || line.starts_with("For updates") { crate::corpus::ZoneKind::Boilerplate } else { crate::corpus::ZoneKind::Body };
                d.zones.push(crate::corpus::Zone { kind, span: crate::source::Span::new(start, at) });
            }
            d.text = text;
            articles.corpus.documents.push(d);
        }
    }
    for folder in folders.iter().filter(|folder| !exists(folder)) {
        articles.diagnostics.push(files::missing(folder));
    }
    Ok(articles)
}

#[expect(clippy::disallowed_methods, reason = "the command line is where the disk is looked at")]
fn exists(path: &Path) -> bool {
    path.exists()
}
