//! The checks and articles of a revision of git, laid out in a folder of their own, outside of which nothing is read or written.
#![expect(clippy::disallowed_methods, reason = "the command line is where the disk is looked at")]

use std::env;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::{Failure, files};

/// So often links are followed that lie in folders which are links.
const DEEPEST: usize = 8;

/// A revision on the disk.
#[derive(Clone, Debug)]
pub(super) struct Tree {
    root: PathBuf,
    git: Git,
}

impl Tree {
    /// Whether a path, from where we are, leads into it.
    pub fn holds(&self, path: &Path) -> bool {
        files::real(path).starts_with(&self.root)
    }

    /// The bytes of a file of it, by its path from where we are; none where the revision has no such file. One that was not asked for, such
    /// as what a check file uses, is laid out now.
    pub fn read(&self, path: &Path) -> Option<Vec<u8>> {
        if !self.holds(path) {
            return None;
        }
        if !files::exists(path) {
            let name = files::shown(files::real(path).strip_prefix(&self.root).ok()?);
            let listed = self.git.without_links(&self.git.top, &[format!(":(top,literal){name}")]).ok()?;
            self.git.check_out(&listed, &self.root).ok()?;
        }
        if self.holds(path) { std::fs::read(path).ok() } else { None }
    }
}

/// Does something in the folder as it was in a revision: `paths`, and all check files and settings. What it gives is given.
///
/// # Errors
///
/// There is no git, no repository, or no such revision.
pub(super) fn within<T>(
    revision: &str,
    paths: &[PathBuf],
    does: impl FnOnce(&Tree) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let refused = |why: String| Failure::Revision { revision: revision.to_owned(), why };
    let broken = |error: std::io::Error| refused(error.to_string());
    let here = env::current_dir().map_err(broken)?;
    let folder = tempfile::tempdir().map_err(broken)?;
    let git = Git::of(revision, folder.path().join("index")).map_err(refused)?;
    let root = folder.path().join("files");
    let inside = git.lay_out(paths, &root).map_err(refused)?;
    let tree = Tree { root: files::real(&root), git };
    env::set_current_dir(&inside).map_err(broken)?;
    let done = does(&tree);
    env::set_current_dir(here).map_err(broken)?;
    done
}

/// What a link that git keeps comes to.
#[derive(Debug, PartialEq, Eq)]
enum Target {
    /// A file of the same revision.
    Blob(String),
    /// A folder of it.
    Tree(String),
    /// Nothing of it: what it was then git does not know.
    Elsewhere,
}

/// Git at a revision, with an index of its own so that nothing of the repository is touched.
#[derive(Clone, Debug)]
struct Git {
    index: PathBuf,
    /// The top of the repository.
    top: String,
    commit: String,
}

impl Git {
    /// That of the repository which we are in.
    fn of(revision: &str, index: PathBuf) -> Result<Self, String> {
        let here = Self { index, top: ".".to_owned(), commit: String::new() };
        let top = here.run(&["rev-parse", "--show-toplevel"], b"")?;
        let commit = format!("{revision}^{{commit}}");
        let commit = here
            .run(&["rev-parse", "--verify", "--quiet", "--end-of-options", &commit], b"")
            .map_err(|_| "git knows no such revision here".to_owned())?;
        here.run(&["read-tree", commit.trim()], b"")?;
        Ok(Self { top: top.trim_end_matches('\n').to_owned(), commit: commit.trim().to_owned(), ..here })
    }

    /// Writes the files of the revision below a folder, and gives the folder there that stands for the one that we are in.
    fn lay_out(&self, paths: &[PathBuf], root: &Path) -> Result<PathBuf, String> {
        let broken = |error: std::io::Error| error.to_string();
        let prefix = self.run_in(".", &["rev-parse", "--show-prefix"], b"")?;
        let specs = [":(top)*.check", ":(top)*factum.toml"].map(str::to_owned).into_iter();
        let specs = specs.chain(paths.iter().map(|path| path.to_string_lossy().into_owned()));
        let listed = self.without_links(".", &specs.collect::<Vec<_>>())?;
        self.check_out(&listed, root)?;
        let inside = root.join(prefix.trim_end_matches('\n'));
        std::fs::create_dir_all(&inside).map_err(broken)?;
        // Settings are not looked for above it.
        std::fs::create_dir_all(root.join(".git")).map_err(broken)?;
        Ok(inside)
    }

    /// Writes files, each behind a zero byte, below a folder.
    fn check_out(&self, listed: &str, root: &Path) -> Result<(), String> {
        let folder = format!("--prefix={}/", root.display());
        let checkout = ["-c", "core.symlinks=false", "checkout-index", "-z", "--stdin", &folder];
        self.run(&checkout, listed.as_bytes()).map(|_| ())
    }

    /// The files that are meant, each behind a zero byte, with those that links lead to in the place of the links: on the disk a link could
    /// lead anywhere. What is linked from elsewhere is left out, and what rests on it counts as changed. Paths start from a folder.
    fn without_links(&self, folder: &str, paths: &[String]) -> Result<String, String> {
        let mut listing = vec!["ls-files", "-z", "--full-name", "--stage", "--"];
        listing.extend(paths.iter().map(String::as_str));
        for _ in 0..DEEPEST {
            let listed = self.run_in(folder, &listing, b"")?;
            let entries: Vec<(&str, &str)> =
                listed.split_terminator('\0').filter_map(|entry| entry.split_once('\t')).collect();
            let links: Vec<&str> =
                entries.iter().filter(|(what, _)| what.starts_with(LINK)).map(|(_, path)| *path).collect();
            if links.is_empty() {
                return Ok(entries.iter().map(|(_, path)| format!("{path}\0")).collect());
            }
            for link in links {
                self.follow(link)?;
            }
        }
        Err("its links lead to links, and on and on".to_owned())
    }

    /// Puts what a link leads to in its place, in the index.
    fn follow(&self, link: &str) -> Result<(), String> {
        let asked = format!("{}:{link}\n", self.commit);
        let answer = self.run(&["cat-file", "--batch-check", "--follow-symlinks"], asked.as_bytes())?;
        self.run(&["update-index", "--force-remove", "-z", "--stdin"], format!("{link}\0").as_bytes())?;
        match target(&answer) {
            Target::Blob(id) => {
                let entry = format!("100644 {id}\t{link}\0");
                self.run(&["update-index", "--add", "-z", "--index-info"], entry.as_bytes())
            }
            Target::Tree(id) => self.run(&["read-tree", &format!("--prefix={link}/"), &id], b""),
            Target::Elsewhere => Ok(String::new()),
        }
        .map(|_| ())
    }

    /// What git answers at the top of the repository.
    fn run(&self, arguments: &[&str], input: &[u8]) -> Result<String, String> {
        self.run_in(&self.top, arguments, input)
    }

    /// What git answers in a folder.
    fn run_in(&self, folder: &str, arguments: &[&str], input: &[u8]) -> Result<String, String> {
        let run = || -> std::io::Result<Output> {
            let mut git = Command::new("git")
                .args(["-C", folder])
                .args(arguments)
                .env("GIT_INDEX_FILE", &self.index)
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
}

/// The mode of a link.
const LINK: &str = "120000 ";

/// What git says of a link that it has followed: `ID blob 12`, or else why it leads to nothing of the revision.
fn target(answer: &str) -> Target {
    let mut words = answer.split_whitespace();
    match (words.next(), words.next()) {
        (Some(id), Some("blob")) => Target::Blob(id.to_owned()),
        (Some(id), Some("tree")) => Target::Tree(id.to_owned()),
        _ => Target::Elsewhere,
    }
}

#[cfg(test)]
mod tests {
    use super::{Target, target};

    #[test]
    fn what_a_link_leads_to_is_told_apart() {
        assert_eq!(target("0a1b blob 12\n"), Target::Blob("0a1b".to_owned()));
        assert_eq!(target("0a1b tree 12\n"), Target::Tree("0a1b".to_owned()));
        for answer in ["symlink 9\n../blob x\n", "dangling 4\nHEAD\n", "loop 4\nHEAD\n", "HEAD:a missing\n", ""] {
            assert_eq!(target(answer), Target::Elsewhere, "{answer}");
        }
    }
}
