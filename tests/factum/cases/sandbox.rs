//! A folder with the files of a case, and the program run in it.

use std::fs::{self, File};
use std::process::Stdio;

use tempfile::TempDir;

use crate::program::program;

use super::console::{Command, Program};
use super::page::Case;

/// A folder of its own.
pub struct Sandbox {
    folder: TempDir,
}

/// What the program answered.
pub struct Answer {
    /// Its exit status; none where a signal ended it.
    pub status: Option<i32>,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

impl Sandbox {
    /// Writes the files of a case.
    pub fn new(case: &Case) -> Self {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        // A case about check files alone has an empty corpus, not a missing one; and the other way round.
        for usual in ["corpus", "checks"] {
            fs::create_dir_all(folder.path().join(usual)).expect("a folder can be made");
        }
        let sandbox = Self { folder };
        for (path, text) in case.files() {
            sandbox.write(&path, text.as_bytes());
        }
        for (path, digits) in case.of_language("hex") {
            let bytes: Vec<u8> =
                digits.split_whitespace().map(|byte| u8::from_str_radix(byte, 16).expect("hexadecimal")).collect();
            sandbox.write(path, &bytes);
        }
        for (path, target) in case.of_language("link") {
            std::os::unix::fs::symlink(target.trim(), sandbox.folder.path().join(path)).expect("a link can be made");
        }
        sandbox
    }

    /// Writes a file.
    pub fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder can be made");
        fs::write(path, bytes).expect("a file can be written");
    }

    /// Does what a command says: runs the program with its arguments and variables (`input` is a file of the folder), or changes the files.
    pub fn run(&self, command: &Command) -> Answer {
        let path = |at: usize| self.folder.path().join(&command.arguments[at]);
        match command.program {
            Program::Factum => return self.answer(command),
            Program::Copy => self.write(&command.arguments[1], &fs::read(path(0)).expect("it is a file of the case")),
            Program::Remove => fs::remove_file(path(0)).expect("it is a file of the case"),
        }
        Answer { status: Some(0), stdout: String::new(), stderr: String::new() }
    }

    fn answer(&self, command: &Command) -> Answer {
        let stdin = match &command.input {
            Some(path) => {
                Stdio::from(File::open(self.folder.path().join(path)).expect("the input is a file of the case"))
            }
            None => Stdio::null(),
        };
        let output = program(self.folder.path())
            .args(&command.arguments)
            .envs(command.variables.iter().map(|(name, value)| (name, value)))
            .stdin(stdin)
            .output()
            .expect("the program starts");
        Answer {
            status: output.status.code(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}
