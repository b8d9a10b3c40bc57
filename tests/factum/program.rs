//! The program, started the same way by every test: in a folder, on a fixed day, with nothing of the environment that the tests run in.

use std::env;
use std::path::Path;
use std::process::Command;

/// The day on which the program is told to run.
const TODAY: &str = "2026-01-15";

/// What the programs that it may call need of the environment.
const KEPT: [&str; 3] = ["PATH", "HOME", "SYSTEMROOT"];

/// The program, ready to run in a folder. CI systems, terminals and people set variables that it heeds; a test says itself which are set.
pub fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_factum"));
    command.env_clear().envs(KEPT.iter().filter_map(|name| Some((name, env::var_os(name)?))));
    command.current_dir(folder).env("FACTUM_TODAY", TODAY).env("NO_COLOR", "1");
    command
}
