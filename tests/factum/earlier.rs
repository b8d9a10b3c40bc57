//! Runs that go by what was there before: a revision of git, and what a run leaves behind that is killed.

use std::process::Command;

use serde_json::Value;

use crate::shipped::Desk;

const CHECKS: &str = "check lead\nNorvik pledge == 5e6 USD\ncheck staff\nOstvik headcount == 400\n";

/// A repository with two checks on two articles, in a folder of it, committed.
fn repository() -> Desk {
    let desk = Desk::empty();
    desk.write("desk/checks/series.check", CHECKS.as_bytes());
    desk.write("desk/corpus/herald.txt", b"Norvik will invest $5 million.\n");
    desk.write("desk/corpus/gazette.txt", b"Ostvik has 400 employees.\n");
    git(&desk, &["init", "--quiet"]);
    git(&desk, &["add", "."]);
    let nobody = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"];
    git(&desk, &[&nobody[..], &["commit", "--quiet", "-m", "as it was"]].concat());
    desk
}

fn git(desk: &Desk, arguments: &[&str]) -> String {
    let output = Command::new("git").args(arguments).current_dir(desk.path(".")).output().expect("git is there");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("git answers in UTF-8")
}

/// The ids of the checks that are run, and the exit status.
fn run_since(desk: &Desk, revision: &str) -> (Vec<String>, Option<i32>) {
    let changed = format!("--changed={revision}");
    let mut program = desk.program(&["check", "--format", "json", &changed]);
    let output = program.current_dir(desk.path("desk")).output().expect("the program starts");
    let tree: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    let results = tree["results"].as_array().cloned().unwrap_or_default();
    let ids = results.iter().filter_map(|result| result["id"].as_str()).map(str::to_owned);
    (ids.collect(), output.status.code())
}

#[test]
fn checks_that_have_changed_since_a_revision_are_run_and_no_others() {
    let desk = repository();
    assert_eq!(run_since(&desk, "HEAD"), (vec![], Some(4)));
    desk.write("desk/corpus/herald.txt", b"Norvik will invest $6 million.\n");
    assert_eq!(run_since(&desk, "HEAD"), (vec!["lead".to_owned()], Some(1)));
    desk.write("desk/checks/series.check", CHECKS.replace("== 400", ">= 400").as_bytes());
    assert_eq!(run_since(&desk, "HEAD"), (vec!["lead".to_owned(), "staff".to_owned()], Some(1)));
    assert_eq!(run_since(&desk, "no-such-branch"), (vec![], Some(2)));
}

#[test]
fn other_settings_change_the_checks_that_they_turn() {
    let desk = repository();
    desk.write("desk/corpus/herald.txt", b"Norvik will invest more than $5 million.\n");
    let nobody = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"];
    git(&desk, &[&nobody[..], &["commit", "--quiet", "--all", "-m", "as it is"]].concat());
    assert_eq!(run_since(&desk, "HEAD"), (vec![], Some(4)));
    desk.write("desk/factum.toml", b"policy = \"literal\"\n");
    assert_eq!(run_since(&desk, "HEAD"), (vec!["lead".to_owned()], Some(1)));
}

#[test]
fn a_path_that_leads_out_of_a_revision_is_refused() {
    let desk = repository();
    let corpus = desk.path("desk/corpus");
    let corpus = corpus.to_str().expect("it is UTF-8");
    let mut program = desk.program(&["check", "--changed=HEAD", "--corpus", corpus]);
    let output = program.current_dir(desk.path("desk")).output().expect("the program starts");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("leads out of it"));
}

#[test]
fn looking_at_a_revision_changes_nothing_in_the_repository() {
    let desk = repository();
    desk.write("desk/corpus/herald.txt", b"Norvik will invest $6 million.\n");
    let before = git(&desk, &["status", "--porcelain"]);
    run_since(&desk, "HEAD");
    assert_eq!(git(&desk, &["status", "--porcelain"]), before);
}

#[test]
fn a_project_has_one_history_wherever_in_it_one_is() {
    let desk = repository();
    desk.write("desk/factum.toml", b"");
    desk.write("desk/corpus/herald.txt", b"Norvik will invest $6 million.\n");
    let run = |folder: &str, arguments: &[&str]| {
        let output = desk.program(arguments).current_dir(desk.path(folder)).output().expect("the program starts");
        String::from_utf8(output.stdout).expect("a report is UTF-8")
    };
    run("desk/corpus", &["check"]);
    assert!(run("desk", &["history"]).contains("checks/series.check#lead contradicted, fails"));
    assert!(run("desk/corpus", &["list", "--last-failed"]).starts_with("lead\t"));
}
