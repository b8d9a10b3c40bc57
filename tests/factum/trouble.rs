//! What goes wrong around a run: pipes that close, files that may not be read, input that nobody has written.

use std::fs::{self, Permissions};
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::process::{Output, Stdio};

use crate::shipped::Desk;

const ARTICLE: &[u8] = b"Norvik will invest $5 million in Tromso by 2031, the company said on Tuesday.\n";
const CHECK: &[u8] = b"Norvik pledge == 5e6 USD by 2031\n";

fn desk() -> Desk {
    let desk = Desk::empty();
    desk.write("corpus/herald.txt", ARTICLE);
    desk.write("checks/norvik.check", CHECK);
    desk
}

fn told(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    format!("{}{}", text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_reader_that_has_seen_enough_is_not_told_of_it() {
    let desk = desk();
    let many: String = (0..2000).map(|at| format!("Norvik pledge == {at} USD by 2031\n")).collect();
    desk.write("checks/norvik.check", many.as_bytes());
    let mut program = desk.program(&["check"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0; 16];
    program.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = program.wait_with_output().unwrap();
    assert_eq!((output.status.code(), told(&output).as_str()), (Some(3), ""));
}

#[test]
fn a_check_file_that_may_not_be_read_leaves_the_run_incomplete() {
    let desk = desk();
    let path = desk.path("checks/norvik.check");
    fs::set_permissions(&path, Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        return; // nothing is forbidden to root
    }
    let output = desk.run(&["check"]);
    assert_eq!(output.status.code(), Some(3), "{}", told(&output));
    assert!(told(&output).contains("cannot read `checks/norvik.check`"), "{}", told(&output));
}

#[test]
fn a_folder_of_checks_that_may_not_be_read_leaves_the_run_incomplete() {
    let desk = desk();
    desk.write("checks/desk/more.check", b"Ostvik headcount == 400\n");
    let path = desk.path("checks/desk");
    fs::set_permissions(&path, Permissions::from_mode(0o000)).unwrap();
    if fs::read_dir(&path).is_ok() {
        return; // nothing is forbidden to root
    }
    for command in ["check", "list", "doctor"] {
        let output = desk.run(&[command]);
        assert_eq!(output.status.code(), Some(3), "{command}: {}", told(&output));
        assert!(told(&output).contains("cannot read `checks/desk`"), "{command}: {}", told(&output));
    }
    fs::set_permissions(&path, Permissions::from_mode(0o700)).unwrap();
}

#[test]
fn an_article_that_may_not_be_read_leaves_the_run_incomplete() {
    let desk = desk();
    let path = desk.path("corpus/herald.txt");
    fs::set_permissions(&path, Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        return; // nothing is forbidden to root
    }
    let output = desk.run(&["check"]);
    assert_eq!(output.status.code(), Some(3), "{}", told(&output));
    assert!(told(&output).contains("error[unreadable-article]"), "{}", told(&output));
}

/// Bytes that look like chance, the same each time: the generator of Park and Miller.
fn garbage(length: usize, alphabet: &[u8]) -> Vec<u8> {
    let mut state: u64 = 42;
    let mut next = || {
        state = state * 48_271 % 0x7fff_ffff;
        usize::try_from(state).unwrap_or_default()
    };
    (0..length).map(|_| alphabet[next() % alphabet.len()]).collect()
}

#[test]
fn garbage_is_told_in_few_words_and_spoils_no_other_file() {
    let desk = desk();
    let bytes: Vec<u8> = (0..=255).collect();
    desk.write("checks/bytes.check", &garbage(100_000, &bytes));
    desk.write("checks/signs.check", &garbage(50_000, b"abc =<>\"()[]{}#,.:|\n 0123456789"));
    let output = desk.run(&["check"]);
    let text = told(&output);
    assert_eq!(output.status.code(), Some(2), "{text}");
    assert!(text.contains("more lines of this file cannot be read"), "{text}");
    assert!(text.contains("supported") && !text.contains("checks/norvik.check"), "{text}");
    assert!(text.len() < 200_000, "the report is longer than the garbage");
}

#[test]
fn nothing_of_garbage_steers_the_terminal() {
    let desk = desk();
    desk.write("checks/escapes.check", &garbage(20_000, b"a\x1b[31m\x07\x08\x7f\n\xc2\x9b"));
    let text = told(&desk.run(&["check"]));
    let steering: Vec<char> = text.chars().filter(|c| c.is_control() && *c != '\n').collect();
    assert!(steering.is_empty(), "{steering:?}");
}

#[test]
fn deeply_nested_json_is_answered_in_its_place() {
    let desk = desk();
    let deep = format!("{}\n", "[".repeat(100_000));
    let inside = format!("{{\"id\":\"a\",\"text\":\"x\",\"more\":{}{}}}\n", "[".repeat(50_000), "]".repeat(50_000));
    let lines = format!("{deep}{inside}{{\"id\":\"b\",\"text\":\"x\"}}\n");
    let mut program = desk.program(&["facts", "--input", "ndjson", "--format", "ndjson"]);
    let mut program = program.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    program.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = program.wait_with_output().unwrap();
    let text = told(&output);
    let answers: Vec<&str> = text.lines().collect();
    assert_eq!((output.status.code(), answers.len()), (Some(3), 3), "{text}");
    assert!(answers[0].starts_with("{\"id\":null,\"line\":1,") && answers[2].starts_with("{\"id\":\"b\","), "{text}");
}

#[test]
fn the_shipped_checks_pass_on_any_day() {
    let desk = Desk::shipped();
    for day in ["2026-01-15", "2027-01-01", "2090-06-30"] {
        let output = desk.run(&["check", "--today", day]);
        assert_eq!(output.status.code(), Some(0), "{day}: {}", told(&output));
    }
}

#[test]
fn what_cannot_be_made_pending_stands_in_the_report_all_the_same() {
    let desk = desk();
    // Where the file would be there is a folder.
    desk.write("checks/snapshots/norvik.check.snap.new/taken", b"");
    let output = desk.run(&["check", "--snapshot"]);
    assert_eq!(output.status.code(), Some(3), "{}", told(&output));
    assert!(told(&output).contains("is new, and nobody has accepted it"), "{}", told(&output));
    assert!(told(&output).contains("cannot write `checks/snapshots/norvik.check.snap.new`"), "{}", told(&output));
}
