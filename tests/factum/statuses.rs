//! The exit statuses: a row for each way in which a run can end, shown by the program in every form. None of the forms has a say in it.

use factum::report::Form;
use serde_json::Value;

use crate::shipped::Desk;

const ARTICLE: (&str, &str) =
    ("corpus/herald.txt", "Norvik Energy will invest $5 million in Tromso by 2031, the company said on Tuesday.\n");
const RIGHT: (&str, &str) = ("checks/right.check", "\"Norvik Energy\" pledge == 5e6 USD by 2031\n");
const FALSE: (&str, &str) = ("checks/false.check", "check false\n\"Norvik Energy\" pledge == 6e6 USD by 2031\n");
const WARNED: (&str, &str) = ("checks/warned.check", "\"Norvik Energy\" pledge == 6e6 USD by 2031 severity warn\n");
const BROKEN: (&str, &str) = ("checks/broken.check", "\"Norvik Energy\" pledge ==\n");
const UNHEARD: (&str, &str) = ("checks/unheard.check", "\"Ostvik Energy\" pledge == 6e6 USD severity warn\n");
const UNREADABLE: (&str, &str) = ("corpus/broken.txt", "\0\0\0\0 an image, in truth \0\0\0\0");
const WRONG_SETTING: (&str, &str) = ("factum.toml", "policy = \"litral\"\n");
const BASELINE: (&str, &str) = (
    "factum.baseline",
    "[[failure]]\ncheck = \"false\"\nasserts = '\"Norvik Energy\" pledge == 6e6 USD by 2031'\nverdict = \"contradicted\"\nsince = 2026-01-01\nsays = [\"herald: Norvik Energy will invest $5 \
     million in Tromso by 2031, the company said on Tuesday.\"]\n",
);
const STALE: (&str, &str) = (
    "factum.baseline",
    "[[failure]]\ncheck = \"gone\"\nasserts = \"x == 1\"\nverdict = \"unmentioned\"\nsince = 2026-01-01\n",
);
const NO_BASELINE: (&str, &str) = ("factum.baseline", "[[failures]]\n");
const LENIENT: (&str, &str) = ("factum.toml", "[gate]\nfail-on = \"never\"\n");

/// The files of a run, what stands behind `factum check`, and the status.
type Row = (&'static [(&'static str, &'static str)], &'static [&'static str], i32);

const ROWS: &[Row] = &[
    // One thing at a time.
    (&[ARTICLE, RIGHT], &[], 0),
    (&[ARTICLE, WARNED], &[], 0),
    (&[ARTICLE, FALSE], &[], 1),
    (&[ARTICLE, BROKEN], &[], 2),
    (&[ARTICLE, RIGHT, WRONG_SETTING], &[], 2),
    (&[ARTICLE, RIGHT], &["chekcs"], 2),
    (&[ARTICLE, RIGHT], &["checks", "chekcs"], 2),
    (&[ARTICLE, RIGHT], &["--corpus", "copus"], 2),
    (&[ARTICLE, RIGHT], &["--id", "nobody"], 4),
    (&[ARTICLE, RIGHT, UNREADABLE], &[], 3),
    (&[ARTICLE], &[], 4),
    (&[RIGHT], &[], 4),
    (&[ARTICLE, UNHEARD], &[], 4),
    // Several at once: usage before incomplete before failed before nothing.
    (&[ARTICLE, FALSE, UNREADABLE], &[], 3),
    (&[ARTICLE, UNREADABLE], &[], 3),
    (&[ARTICLE, BROKEN, UNREADABLE], &[], 2),
    (&[ARTICLE, BROKEN, FALSE], &[], 2),
    (&[BROKEN], &[], 2),
    (&[UNREADABLE, BROKEN], &[], 2),
    // What is asked of a run.
    (&[ARTICLE, RIGHT, FALSE], &["--fail-on", "disputed"], 0),
    (&[ARTICLE, RIGHT, FALSE], &["--fail-on", "disputed,contradicted"], 1),
    (&[ARTICLE, RIGHT, FALSE, LENIENT], &[], 0),
    (&[ARTICLE, RIGHT, FALSE, LENIENT], &["--fail-on", "contradicted"], 1),
    (&[ARTICLE, WARNED], &["--fail-on", "warn"], 1),
    (&[ARTICLE, RIGHT], &["--min-checks", "2"], 1),
    (&[ARTICLE, RIGHT, WARNED], &["--min-checks", "2"], 0),
    (&[ARTICLE], &["--min-checks", "2"], 4),
    // What cannot be judged is no matter of leniency.
    (&[ARTICLE, BROKEN, LENIENT], &[], 2),
    (&[ARTICLE, RIGHT, UNREADABLE, LENIENT], &[], 3),
    (&[ARTICLE, LENIENT], &[], 4),
    (&[ARTICLE, FALSE], &["--exit-zero"], 0),
    (&[ARTICLE, RIGHT, FALSE, BASELINE], &[], 0),
    (&[ARTICLE, FALSE, BASELINE], &["--no-baseline"], 1),
    (&[ARTICLE, FALSE, STALE], &[], 1),
    (&[ARTICLE, RIGHT, STALE], &[], 0),
    (&[ARTICLE, RIGHT, NO_BASELINE], &[], 2),
    (&[ARTICLE, BASELINE], &[], 4),
    (&[ARTICLE, RIGHT], &["--exit-zero", "--min-checks", "2"], 0),
    (&[ARTICLE, BROKEN], &["--exit-zero"], 2),
    (&[ARTICLE, FALSE, UNREADABLE], &["--exit-zero"], 3),
    (&[ARTICLE], &["--exit-zero"], 4),
];

fn desk(files: &[(&str, &str)]) -> Desk {
    let desk = Desk::empty();
    files.iter().for_each(|(name, text)| desk.write(name, text.as_bytes()));
    desk
}

fn run(row: &Row, more: &[&str]) -> (i32, String, Desk) {
    let (files, arguments, _) = row;
    let desk = desk(files);
    let output = desk.run(&[&["check", "--site", "https://desk.example"], *arguments, more].concat());
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    (output.status.code().expect("no signal ended it"), printed, desk)
}

#[test]
fn every_run_ends_as_the_table_says_whatever_is_written_of_it() {
    let reports: Vec<String> = Form::ALL.iter().map(|form| format!("{0}=out/{0}", form.name())).collect();
    let all: Vec<&str> = reports.iter().flat_map(|report| ["--report", report]).collect();
    for row in ROWS {
        let (status, printed, desk) = run(row, &all);
        assert_eq!(status, row.2, "{row:?}\n{printed}");
        for form in Form::ALL {
            assert!(!desk.read(&format!("out/{}", form.name())).is_empty(), "{row:?}");
        }
    }
}

#[test]
fn no_form_has_a_say_in_any_status() {
    for status in 0..=4 {
        let row = ROWS.iter().find(|row| row.2 == status).expect("the table has every status");
        for form in Form::ALL {
            let (found, printed, _) = run(row, &["--format", form.name()]);
            assert_eq!(found, status, "{} of {row:?}\n{printed}", form.name());
        }
    }
}

/// The last line of the report names the rule, and so do the forms for programs.
#[test]
fn the_rule_that_decided_is_told() {
    for row in ROWS {
        let (_, arguments, status) = row;
        let (_, printed, desk) = run(row, &["--report", "json=out/report"]);
        let tree: Value = serde_json::from_str(&desk.read("out/report")).expect("it is JSON");
        assert_eq!(tree["gate"]["status"], *status, "{row:?}");
        let rule = tree["gate"]["rule"].as_str().expect("it is a text");
        let last = printed.lines().last().unwrap_or_default();
        let word = if tree["gate"]["passed"] == Value::Bool(true) { "passed" } else { "failed" };
        assert_eq!(last, format!("gate: {word} ({rule})"));
        assert_eq!(arguments.contains(&"--exit-zero") && *status == 0, rule.ends_with("exit-zero"), "{rule}");
    }
}

#[test]
fn wrong_usage_ends_with_two() {
    let desk = desk(&[ARTICLE, RIGHT]);
    for arguments in [&["chekc"][..], &["check", "--polcy", "literal"], &["check", "--fail-on", "contradict"], &[]] {
        assert_eq!(desk.run(arguments).status.code(), Some(2), "{arguments:?}");
    }
}
