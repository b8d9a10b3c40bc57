//! The checks and articles of a revision of git, laid out in a folder of their own.
#![expect(clippy::disallowed_methods, reason = "the command line is where the disk is looked at")]

use std::env;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use super::Failure;

/// Does something in the folder as it was in a revision: `paths`, and all check files and settings. What it gives is given.
///
/// # Errors
///
/// There is no git, no repository, or no such revision.
pub(super) fn within<T>(
    revision: &str,
    paths: &[PathBuf],
    does: impl FnOnce() -> Result<T, Failure>,
) -> Result<T, Failure> {
    let refused = |why: String| Failure::Revision { revision: revision.to_owned(), why };
    let here = env::current_dir().map_err(|error| refused(error.to_string()))?;
    let tree = tempfile::tempdir().map_err(|error| refused(error.to_string()))?;
    let inside = lay_out(revision, paths, &tree).map_err(refused)?;
    env::set_current_dir(&inside).map_err(|error| refused(error.to_string()))?;
    let done = does();
    env::set_current_dir(here).map_err(|error| refused(error.to_string()))?;
    done
}

/// Writes the files of a revision into a folder, and gives the folder in it that stands for the one that we are in.
fn lay_out(revision: &str, paths: &[PathBuf], tree: &TempDir) -> Result<PathBuf, String> {
    let index = tree.path().join("index");
    let files = tree.path().join("files");
    let top = PathBuf::from(git(&["rev-parse", "--show-toplevel"], &index, b"")?.trim_end_matches('\n'));
    let prefix = git(&["rev-parse", "--show-prefix"], &index, b"")?;
    let commit =
        git(&["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")], &index, b"")
            .map_err(|_| "git knows no such revision here".to_owned())?;
    git(&["read-tree", commit.trim()], &index, b"")?;
    let mut listing = vec!["ls-files", "-z", "--full-name", "--", ":(top)*.check", ":(top)*factum.toml"];
    let paths: Vec<String> = paths.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    listing.extend(paths.iter().map(String::as_str));
    let listed = git(&listing, &index, b"")?;
    let folder = format!("--prefix={}/", files.display());
    let top = top.to_string_lossy();
    git(&["-C", &top, "checkout-index", "-z", "--stdin", &folder], &index, listed.as_bytes())?;
    let inside = files.join(Path::new(prefix.trim_end_matches('\n')));
    std::fs::create_dir_all(&inside).map_err(|error| error.to_string())?;
    Ok(inside)
}

/// What git answers, with an index of its own so that nothing of the repository is touched.
fn git(arguments: &[&str], index: &Path, input: &[u8]) -> Result<String, String> {
    let run = || -> std::io::Result<Output> {
        let mut git = Command::new("git")
            .args(arguments)
            .env("GIT_INDEX_FILE", index)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        if let Some(mut stdin) = git.stdin.take() {
            stdin.write_all(input)?;
        }
        git.wait_with_output()
    };
    let output = run().map_err(|error| format!("git cannot be run: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let told = String::from_utf8_lossy(&output.stderr);
    Err(told.lines().next().unwrap_or("git failed").trim_start_matches("fatal: ").to_owned())
}
