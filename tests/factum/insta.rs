//! The published cargo-insta sees what is pending, and accepts it. These tests need it, and a terminal that `script` makes; `.ci/run`
//! installs it and runs them.

use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::shipped::Desk;

/// A desk with two pending snapshots of check files, in a folder that cargo-insta takes: it looks for a crate.
fn desk() -> Desk {
    let desk = Desk::empty();
    desk.write("Cargo.toml", b"[package]\nname = \"desk\"\nversion = \"0.0.0\"\nedition = \"2024\"\n");
    desk.write("src/lib.rs", b"");
    desk.write("checks/a.check", b"check lead\nNorvik pledge == 5e6 USD\n");
    desk.write("checks/b.check", b"check staff\nOstvik headcount == 400\n");
    desk.write("corpus/herald.txt", b"Norvik will invest $5 million in Tromso by 2031. Ostvik has 400 employees.\n");
    desk.run(&["check", "--snapshot=write"]);
    desk
}

fn answered(output: Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("it answers in UTF-8")
}

/// What cargo-insta answers in the folder.
fn insta(desk: &Desk, arguments: &[&str]) -> String {
    let mut command = Command::new("cargo-insta");
    command.args(arguments).current_dir(desk.path("."));
    answered(command.output().expect("cargo-insta is there"))
}

/// What is pending, as factum has it.
fn pending(desk: &Desk) -> String {
    String::from_utf8(desk.run(&["review", "pending"]).stdout).expect("it answers in UTF-8")
}

#[test]
#[ignore = "needs cargo-insta; `.ci/run` runs it"]
fn cargo_insta_sees_what_is_pending_and_accepts_it() {
    let desk = desk();
    let seen = insta(&desk, &["pending-snapshots"]);
    assert!(seen.contains("a.check.snap") && seen.contains("b.check.snap"), "{seen}");
    insta(&desk, &["accept"]);
    assert_eq!(pending(&desk), "");
    assert!(desk.read("checks/snapshots/a.check.snap").contains("lead: Norvik pledge == 5e6 USD\n  supported, passes"));
}

#[test]
#[ignore = "needs cargo-insta; `.ci/run` runs it"]
fn cargo_insta_review_takes_one_and_leaves_the_other() {
    let desk = desk();
    let mut command = Command::new("script");
    command.args(["--quiet", "--return", "--command", "cargo-insta review", "/dev/null"]).current_dir(desk.path("."));
    let mut review = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("script is there");
    let mut keys = review.stdin.take().expect("it has an input");
    for key in ["a", "s"] {
        sleep(Duration::from_secs(2));
        keys.write_all(key.as_bytes()).expect("it listens");
    }
    drop(keys);
    let shown = answered(review.wait_with_output().expect("it ends"));
    assert!(shown.contains("Norvik pledge"), "{shown}");
    assert_eq!(pending(&desk), "b.check#staff new\n");
}
