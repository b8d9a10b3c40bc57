//! Runs that are killed: what they were writing is there whole, as it was before or as it is now.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::thread::sleep;
use std::time::Instant;

use serde_json::Value;

use crate::shipped::Desk;

/// So many runs are killed, at moments spread over the time that one takes.
const KILLED: u32 = 100;

const ARGUMENTS: [&str; 10] = [
    "check",
    "--snapshot=write",
    "--report",
    "json=out/report.json",
    "--report",
    "junit=out/report.xml",
    "--report",
    "html=out/report.html",
    "--report",
    "sarif=out/report.sarif",
];

/// The articles say something else in each run, so that each has something to write.
fn write_articles(desk: &Desk, number: u32) {
    let text = format!("Norvik will invest ${number} million in Tromso by 2031. Ostvik has {number} employees.\n");
    desk.write("corpus/herald.txt", text.as_bytes());
}

/// Every file below a folder.
fn below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder can be listed");
    let paths = entries.map(|entry| entry.expect("it can be listed").path());
    paths.flat_map(|path| if path.is_dir() { below(&path) } else { vec![path] }).collect()
}

fn is_half_written(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(".factum-half-written-"))
}

/// Whether a file is whole, by what each kind ends with.
fn is_whole(path: &Path) -> bool {
    let text = fs::read_to_string(path).expect("it can be read");
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("json" | "sarif") => serde_json::from_str::<Value>(&text).is_ok(),
        Some("xml") => text.trim_end().ends_with("</testsuites>"),
        Some("html") => text.trim_end().ends_with("</html>"),
        Some("new") => text.starts_with("---\n") && text.contains("staff: Ostvik") && text.ends_with('\n'),
        _ => true,
    }
}

#[test]
fn nothing_is_torn_or_lost_by_a_run_that_is_killed() {
    let desk = Desk::empty();
    desk.write("checks/a.check", b"check lead\nNorvik pledge == 5e6 USD\ncheck staff\nOstvik headcount == 400\n");
    write_articles(&desk, 1000);
    let before = Instant::now();
    desk.run(&ARGUMENTS);
    let whole = before.elapsed();
    let wanted = [
        "out/report.json",
        "out/report.xml",
        "out/report.html",
        "out/report.sarif",
        ".factum/history.json",
        ".factum/last.json",
    ];
    for number in 0..KILLED {
        write_articles(&desk, number);
        let mut program = desk.program(&ARGUMENTS);
        let mut run = program.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
        sleep(whole * number * 6 / (KILLED * 5));
        run.kill().expect("it can be killed");
        run.wait().expect("it ends");
        for path in wanted.iter().chain(&["checks/snapshots/a.check.snap.new"]) {
            assert!(desk.path(path).is_file(), "{path} is gone, run {number}");
        }
        let files = below(&desk.path("."));
        let torn: Vec<&PathBuf> = files.iter().filter(|path| !is_half_written(path) && !is_whole(path)).collect();
        assert!(torn.is_empty(), "run {number}: {torn:?}");
    }
    let output = desk.run(&ARGUMENTS);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    let left: Vec<PathBuf> = below(&desk.path(".")).into_iter().filter(|path| is_half_written(path)).collect();
    assert!(left.iter().all(|path| path.metadata().is_ok_and(|told| told.len() == 0)), "{left:?}");
}
