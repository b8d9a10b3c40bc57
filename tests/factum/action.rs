//! The action for GitHub: its scripts, as they stand in `action.yml`, run by the shell of a workflow with the variables that it sets.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::cases::root;
use crate::shipped::Desk;

/// The script of the step of that name.
fn script(step: &str) -> String {
    let action = fs::read_to_string(root().join("action.yml")).expect("the action is there");
    let (_, rest) = action.split_once(&format!("    - name: {step}\n")).expect("the step is there");
    let step = rest.split("    - name: ").next().unwrap_or_default();
    let (_, run) = step.split_once("      run: ").expect("the step runs something");
    match run.strip_prefix("|\n") {
        Some(block) => {
            block.lines().map(|line| line.strip_prefix("        ").unwrap_or(line).to_owned() + "\n").collect()
        }
        None => run.lines().next().unwrap_or_default().to_owned(),
    }
}

/// A script by the shell of a workflow: `shell: bash`.
fn shell(script: &str, folder: &Path) -> Command {
    let binary = Path::new(env!("CARGO_BIN_EXE_factum")).parent().expect("it lies in a folder");
    let mut command = Command::new("bash");
    command.args(["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script]).current_dir(folder);
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap_or_default());
    command.env_clear().env("PATH", path).env("CI", "true").env("GITHUB_ACTIONS", "true");
    command
}

struct Ran {
    desk: Desk,
    output: Output,
}

impl Ran {
    /// What the step wrote into a file of the workflow.
    fn wrote(&self, name: &str) -> String {
        fs::read_to_string(self.desk.path(name)).unwrap_or_default()
    }
}

/// The step that checks, on a desk of its own.
fn checked(check: &str, arguments: &str) -> Ran {
    checked_on(Desk::empty(), check, arguments)
}

fn checked_on(desk: Desk, check: &str, arguments: &str) -> Ran {
    desk.write(
        "work/corpus/herald.txt",
        b"Norvik will invest $5 million in Tromso by 2031, the company said on Tuesday.\n",
    );
    desk.write("work/checks/norvik.check", check.as_bytes());
    desk.write("runner/summary.md", b"");
    desk.write("runner/factum.sarif", b"of an earlier run");
    let mut step = shell(&script("Check"), &desk.path("work"));
    let output = step
        .env("ARGUMENTS", arguments)
        .env("RUNNER_TEMP", desk.path("runner"))
        .env("GITHUB_STEP_SUMMARY", desk.path("runner/summary.md"))
        .env("GITHUB_OUTPUT", desk.path("runner/output"))
        .output()
        .expect("there is a shell");
    Ran { desk, output }
}

#[test]
fn a_step_ends_well_whatever_the_run_came_to_and_hands_its_status_on() {
    let cases = [
        ("Norvik pledge == 5e6 USD by 2031\n", "", "status=0\n"),
        ("Norvik pledge == 6e6 USD by 2031\n", "", "status=1\n"),
        ("Norvik plegde == 6e6 USD\n", "", "status=2\n"),
        ("# nothing\n", "", "status=4\n"),
        ("Norvik pledge == 5e6 USD by 2031\n", "--corpus\n\nno such folder\n", "status=2\n"),
    ];
    for (check, arguments, status) in cases {
        let ran = checked(check, arguments);
        assert!(ran.output.status.success(), "{check}: {:?}", ran.output);
        assert_eq!(ran.wrote("runner/output"), format!("{status}findings=true\n"), "{check}: {:?}", ran.output);
    }
}

/// The next step uploads what this one says is there: an expression of a workflow sees no file outside of the workspace.
#[test]
fn what_an_earlier_run_left_behind_is_not_handed_on() {
    let ran = checked("Norvik pledge == 5e6 USD by 2031\n", "--no-such-flag");
    assert_eq!(ran.wrote("runner/output"), "status=2\n", "{:?}", ran.output);
    let action = fs::read_to_string(root().join("action.yml")).expect("the action is there");
    assert!(action.contains("if: inputs.upload == 'true' && steps.check.outputs.findings == 'true'"), "{action}");
}

#[test]
fn findings_are_annotations_sarif_and_one_summary() {
    let ran = checked("Norvik pledge == 6e6 USD by 2031\n", "");
    let told = String::from_utf8_lossy(&ran.output.stdout).into_owned();
    assert!(told.starts_with("::error ") && told.contains("file=checks/norvik.check"), "{told}");
    let sarif: serde_json::Value = serde_json::from_str(&ran.wrote("runner/factum.sarif")).expect("it is JSON");
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "contradicted");
    assert_eq!(ran.wrote("runner/summary.md").matches("## factum: ").count(), 1);
}

/// `working-directory` is a folder of the repository, and code scanning and annotations name files from its root.
#[test]
fn in_a_folder_of_a_repository_files_are_named_from_its_root() {
    let desk = Desk::empty();
    desk.write(".git/HEAD", b"ref: refs/heads/main\n");
    let ran = checked_on(desk, "Norvik pledge == 6e6 USD by 2031\n", "");
    let told = String::from_utf8_lossy(&ran.output.stdout).into_owned();
    assert!(told.contains("file=work/checks/norvik.check"), "{told}");
    let sarif: serde_json::Value = serde_json::from_str(&ran.wrote("runner/factum.sarif")).expect("it is JSON");
    let result = &sarif["runs"][0]["results"][0];
    let uri = |place: &serde_json::Value| place["physicalLocation"]["artifactLocation"]["uri"].clone();
    assert_eq!(uri(&result["locations"][0]), "work/checks/norvik.check");
    assert_eq!(uri(&result["relatedLocations"][0]), "work/corpus/herald.txt");
}

#[test]
fn arguments_are_words_a_line_and_no_script() {
    let ran = checked(
        "Norvik pledge == 5e6 USD by 2031\n  tags cloud\n",
        "-t\ncloud or cloud\n--id\n$(touch hurt) `touch hurt`\n",
    );
    assert_eq!(ran.wrote("runner/output"), "status=4\nfindings=true\n", "{:?}", ran.output);
    assert!(!ran.desk.path("work/hurt").exists());
}

#[test]
fn the_job_ends_as_the_run_ended() {
    for status in [0, 1, 2, 3, 4] {
        let ended = shell(&script("End as the run ended"), &root()).env("STATUS", status.to_string()).status();
        assert_eq!(ended.expect("there is a shell").code(), Some(status));
    }
}
