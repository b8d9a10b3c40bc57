//! The shipped checks and articles in a folder of their own, where tests change them, and the program run there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

use crate::cases::root;
use crate::program::program;

/// The shipped check file.
pub const CHECKS: &str = "checks/korea-ai.check";

/// The folder of the shipped articles.
pub const ARTICLES: &str = "corpus/korea-ai";

/// A folder for one test.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    /// With the shipped checks and articles.
    pub fn shipped() -> Self {
        let desk = Self::empty();
        let articles = fs::read_dir(root().join(ARTICLES)).expect("the articles are there");
        let articles = articles.map(|entry| entry.expect("they can be listed").path());
        for path in articles.chain([root().join(CHECKS)]) {
            let name = path.strip_prefix(root()).expect("it is below the root").to_string_lossy().into_owned();
            desk.write(&name, &fs::read(&path).expect("it can be read"));
        }
        desk
    }

    /// With two empty folders, `checks` and `corpus`.
    pub fn empty() -> Self {
        let desk = Self { folder: tempfile::tempdir().expect("there is room for a folder") };
        for usual in ["checks", "corpus"] {
            fs::create_dir(desk.path(usual)).expect("a folder can be made");
        }
        desk
    }

    /// Where a file of the folder lies.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file.
    pub fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).expect("a folder can be made");
        fs::write(path, bytes).expect("a file can be written");
    }

    /// The text of a file.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("the file is there")
    }

    /// The program, ready to run in the folder.
    pub fn program(&self, arguments: &[&str]) -> Command {
        let mut command = program(self.folder.path());
        command.args(arguments);
        command
    }

    /// What the program answers.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.program(arguments).output().expect("the program starts")
    }

    /// The report for programs.
    pub fn report(&self) -> Value {
        let output = self.run(&["check", "--format", "json"]);
        serde_json::from_slice(&output.stdout).expect("the report is JSON")
    }
}
