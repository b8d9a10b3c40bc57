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

fn commit(desk: &Desk) {
    git(desk, &["add", "."]);
    let nobody = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"];
    git(desk, &[&nobody[..], &["commit", "--quiet", "-m", "as it is"]].concat());
}

fn link(desk: &Desk, path: &str, target: &str) {
    std::os::unix::fs::symlink(target, desk.path(path)).expect("a link can be made");
}

/// What lies outside would turn `lead` if it were read: as it stands now is all that is known of it.
#[test]
fn what_is_linked_from_outside_of_the_repository_is_never_read_as_a_part_of_a_revision() {
    let outside = Desk::empty();
    outside.write("corpus/ledger.txt", b"Norvik will invest $5 million.\n");
    let desk = repository();
    std::fs::remove_file(desk.path("desk/corpus/herald.txt")).expect("it is there");
    let target = outside.path("corpus/ledger.txt");
    link(&desk, "desk/corpus/ledger.txt", target.to_str().expect("it is UTF-8"));
    commit(&desk);
    assert_eq!(run_since(&desk, "HEAD"), (vec!["lead".to_owned()], Some(0)));
    assert_eq!(outside.read("corpus/ledger.txt"), "Norvik will invest $5 million.\n");
}

/// What a check uses may have any name, and lie anywhere in the repository.
#[test]
fn what_a_check_file_uses_is_read_as_it_was_then_whatever_its_name() {
    let desk = repository();
    desk.write("shared/names.txt", b"use \"more/figures.inc\"\n");
    desk.write("shared/more/figures.inc", b"let target = 5e6 USD\n");
    let uses = format!("use \"../../shared/names.txt\"\n{CHECKS}check sum\nNorvik pledge == target\n");
    desk.write("desk/checks/series.check", uses.as_bytes());
    commit(&desk);
    assert_eq!(run_since(&desk, "HEAD"), (vec![], Some(4)));
    desk.write("shared/more/figures.inc", b"let target = 6e6 USD\n");
    assert_eq!(run_since(&desk, "HEAD"), (vec!["sum".to_owned()], Some(1)));
}

#[test]
fn a_folder_that_is_linked_from_outside_is_not_written_to() {
    let outside = Desk::empty();
    outside.write("corpus/herald.txt", b"Norvik will invest $5 million.\n");
    let desk = repository();
    std::fs::remove_dir_all(desk.path("desk/corpus")).expect("it is there");
    let target = outside.path("corpus");
    link(&desk, "desk/corpus", target.to_str().expect("it is UTF-8"));
    commit(&desk);
    assert_eq!(run_since(&desk, "HEAD").0, ["lead", "staff"]);
    assert_eq!(outside.read("corpus/herald.txt"), "Norvik will invest $5 million.\n");
    assert!(!outside.path("corpus/gazette.txt").exists());
}

#[test]
fn links_within_the_repository_are_followed_to_what_they_led_to_then() {
    let desk = repository();
    desk.write("shared/post.txt", b"Tromso has 70,000 inhabitants.\n");
    desk.write("shared/more/wire.txt", b"Norvik will invest $5 million.\n");
    std::fs::remove_file(desk.path("desk/corpus/herald.txt")).expect("it is there");
    link(&desk, "desk/corpus/post.txt", "../../shared/post.txt");
    link(&desk, "desk/corpus/more", "../../shared/more");
    commit(&desk);
    assert_eq!(run_since(&desk, "HEAD"), (vec![], Some(4)));
    desk.write("shared/more/wire.txt", b"Norvik will invest $6 million.\n");
    assert_eq!(run_since(&desk, "HEAD"), (vec!["lead".to_owned()], Some(1)));
}

#[test]
fn settings_and_check_files_of_a_revision_lead_nowhere_else() {
    let outside = Desk::empty();
    outside.write("names.check", b"let target = 5e6 USD\n");
    let names = outside.path("names.check");
    for (file, text, ids) in [
        ("desk/factum.toml", "corpus = [\"../../../../../../../../etc\"]\n".to_owned(), None),
        ("desk/factum.toml", "baseline = \"../../../../../../../../etc/hostname\"\n".to_owned(), None),
        // Of what it was then nothing is known, so that the check counts as changed.
        (
            "desk/checks/use.check",
            format!("use \"{}\"\ncheck target\nNorvik pledge == target\n", names.display()),
            Some(["target"]),
        ),
    ] {
        let desk = repository();
        desk.write(file, text.as_bytes());
        commit(&desk);
        desk.write("desk/factum.toml", b"");
        let (found, status) = run_since(&desk, "HEAD");
        match ids {
            Some(ids) => assert_eq!(found, ids, "{text}"),
            None => assert_eq!((found, status), (vec![], Some(2)), "{text}"),
        }
    }
}

/// `list` has to name what `check` would run, whatever is asked for.
#[test]
fn what_is_listed_is_what_is_run() {
    let desk = repository();
    let answer = |arguments: &[&str]| {
        let output = desk.program(arguments).current_dir(desk.path("desk")).output().expect("the program starts");
        let tree: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
        let results = tree["results"].as_array().or(tree.as_array()).cloned().unwrap_or_default();
        results.iter().filter_map(|result| result["id"].as_str()).map(str::to_owned).collect::<Vec<_>>()
    };
    answer(&["check"]);
    desk.write("desk/corpus/herald.txt", b"Norvik will invest $6 million.\n");
    let whole = desk.path("desk/checks");
    let whole = whole.to_str().expect("it is UTF-8");
    for (select, ids) in [
        (&["--changed"][..], &["lead"][..]),
        (&["--changed=HEAD"], &["lead"]),
        (&["--changed", "-k", "staff"], &[]),
        (&["--changed", "--partition", "slice:2/2"], &[]),
        (&["--changed", whole], &["lead"]),
        (&["--last-failed"], &[]),
        (&["--changed", "--policy", "literal"], &["lead"]),
    ] {
        assert_eq!(answer(&[&["list", "--json"], select].concat()), ids, "{select:?}");
    }
    assert_eq!(answer(&["check", "--changed", "--format", "json"]), ["lead"]);
    assert_eq!(answer(&["list", "--json", "--last-failed"]), ["lead"]);
    assert_eq!(answer(&["list", "--json", "--last-failed", whole]), ["lead"]);
    assert_eq!(answer(&["list", "--json", "--last-failed", "../desk/checks"]), ["lead"]);
}

#[test]
fn a_check_has_one_past_however_its_file_is_named() {
    let desk = repository();
    let run = |arguments: &[&str]| {
        let output = desk.program(arguments).current_dir(desk.path("desk")).output().expect("the program starts");
        String::from_utf8(output.stdout).expect("a report is UTF-8")
    };
    let whole = desk.path("desk/checks/series.check");
    run(&["check"]);
    run(&["check", whole.to_str().expect("it is UTF-8")]);
    run(&["check", "../desk/checks"]);
    run(&["check", "./checks/series.check"]);
    let history = run(&["history"]);
    assert_eq!(history.lines().count(), 2, "{history}");
    assert!(history.contains(" checks/series.check#lead supported, passes\n"), "{history}");
}
