//! `factum.toml`: where it is looked for, and that its schema takes what the program takes.

use std::fs;
use std::path::Path;

use serde_json::Value;

use factum::run::Failing;

use crate::cases::root;
use crate::program::program;
use crate::shipped::Desk;

const SCHEMA: &str = "schemas/factum.schema.json";

/// Texts of the file, and whether they say something that can be.
const TEXTS: [(&str, bool); 48] = [
    ("", true),
    ("corpus = \"articles\"\nchecks = [\"a\", \"b/*.check\"]\npolicy = \"literal\"\n", true),
    ("[profile.ci]\ninherits = \"strict\"\ncorpus = [\"a\"]\n[profile.strict]\npolicy = \"literal\"\n", true),
    ("[profile]\n", true),
    ("polcy = \"literal\"\n", false),
    ("policy = \"strict\"\n", false),
    ("policy = 1\n", false),
    ("corpus = []\n", false),
    ("corpus = [1]\n", false),
    ("corpus = \"\"\n", false),
    ("corpus = [\" \"]\n", false),
    ("inherits = \"ci\"\n", false),
    ("profile = \"ci\"\n", false),
    ("[profile.ci]\nprofile = \"strict\"\n", false),
    ("[profile.ci]\ninherits = 1\n", false),
    ("[gates]\n", false),
    ("[gate]\nfail-on = [\"contradicted\", \"stale\"]\nmin-checks = 12\n", true),
    ("[gate]\nfail-on = \"never\"\n", true),
    ("gate.fail-on = [\"never\"]\n", true),
    ("[profile.ci.gate]\nfail-on = \"warn\"\n", true),
    ("[gate]\nfail-on = [\"never\", \"stale\"]\n", false),
    ("[gate]\nfail-on = [\"contradict\"]\n", false),
    ("[gate]\nfail-on = []\n", false),
    ("[gate]\nmin-checks = 0\n", false),
    ("[gate]\nmin-checks = \"12\"\n", false),
    ("[gate]\nmin-checks = 1.5\n", false),
    ("fail-on = \"never\"\n", false),
    ("quorum = 2\nbaseline = \"known.toml\"\n", true),
    ("quorum = 0\n", false),
    ("tier = \"wire\"\n", true),
    ("tier = \"wires\"\n", false),
    ("baseline = [\"a\", \"b\"]\n", false),
    ("[deviation]\nwarn = \"2%\"\nfail = \" 2.5 %\"\n", true),
    ("deviation.fail = \"0%\"\n", true),
    ("[deviation]\nwarn = 2\n", false),
    ("[deviation]\nwarn = \"2\"\n", false),
    ("[deviation]\nwarn = \"-2%\"\n", false),
    ("[deviation]\nwarn = \"2.%\"\n", false),
    ("[deviation]\nwarn = \"1e2%\"\n", false),
    ("[[severity]]\ntag = \"libel\"\nlevel = \"error\"\n", true),
    ("[[profile.ci.severity]]\nmeasure = \"pledge\"\nlevel = \"note\"\n", true),
    ("[severity]\ntag = \"libel\"\nlevel = \"error\"\n", false),
    ("[[severity]]\ntag = \"libel\"\n", false),
    ("[[severity]]\nlevel = \"warn\"\n", false),
    ("[[severity]]\ntag = \"a\"\nmeasure = \"b\"\nlevel = \"warn\"\n", false),
    ("[[severity]]\ntag = \"libel\"\nlevel = \"grave\"\n", false),
    ("[[severity]]\ntags = \"libel\"\nlevel = \"warn\"\n", false),
    ("[gate]\npolicy = \"literal\"\n", false),
];

/// What a run in a folder says the settings are.
fn shown(folder: &Path) -> (Option<i32>, Value) {
    let output = program(folder).args(["config", "show", "--json"]).output().expect("the program starts");
    (output.status.code(), serde_json::from_slice(&output.stdout).unwrap_or_default())
}

#[test]
fn the_schema_that_ships_is_the_one_that_is_printed() {
    let desk = Desk::empty();
    let output = desk.run(&["config", "schema"]);
    let shipped = fs::read_to_string(root().join(SCHEMA)).expect("the schema is there");
    let printed = String::from_utf8_lossy(&output.stdout);
    assert_eq!(printed, shipped, "write it anew: cargo run -- config schema > {SCHEMA}");
}

#[test]
fn the_schema_takes_what_the_program_takes() {
    let desk = Desk::empty();
    let schema: Value = serde_json::from_str(&fs::read_to_string(root().join(SCHEMA)).expect("it is there")).unwrap();
    let schema = jsonschema::validator_for(&schema).expect("it is a schema");
    for (text, sound) in TEXTS {
        desk.write("factum.toml", text.as_bytes());
        let (status, _) = shown(&desk.path("."));
        assert_eq!(status, Some(if sound { 0 } else { 2 }), "the program on\n{text}");
        let tree: Value = toml::from_str(text).expect("it is TOML");
        assert_eq!(schema.is_valid(&tree), sound, "the schema on\n{text}");
    }
}

#[test]
fn settings_hold_in_the_folders_below_theirs() {
    let desk = Desk::empty();
    desk.write("factum.toml", b"corpus = \"articles\"\n");
    desk.write("checks/desk/empty.check", b"");
    let (status, settings) = shown(&desk.path("checks/desk"));
    assert_eq!(status, Some(0));
    assert_eq!(settings["file"], "../../factum.toml");
    assert_eq!(settings["settings"]["corpus"]["value"][0], "../../articles");
    assert_eq!(settings["settings"]["checks"]["value"][0], "../../checks");
}

#[test]
fn settings_above_a_repository_are_not_its_own() {
    let desk = Desk::empty();
    desk.write("factum.toml", b"policy = \"literal\"\n");
    desk.write("inner/.git", b"gitdir: elsewhere\n");
    desk.write("inner/below/empty.check", b"");
    for folder in ["inner", "inner/below"] {
        let (_, settings) = shown(&desk.path(folder));
        assert_eq!(settings["file"], Value::Null);
        assert_eq!(settings["settings"]["policy"]["origin"]["kind"], "default");
    }
    desk.write("inner/factum.toml", b"");
    assert_eq!(shown(&desk.path("inner/below")).1["file"], "../factum.toml");
}

#[test]
fn the_nearest_settings_hold() {
    let desk = Desk::empty();
    desk.write("factum.toml", b"policy = \"literal\"\n");
    desk.write("inner/factum.toml", b"checks = \"c\"\n");
    let (_, settings) = shown(&desk.path("inner"));
    assert_eq!(settings["settings"]["policy"]["value"], "reported");
    assert_eq!(settings["settings"]["checks"]["value"][0], "c");
}

#[test]
fn every_setting_stands_in_the_readme() {
    let desk = Desk::empty();
    let readme = fs::read_to_string(root().join("README.md")).expect("it is there");
    let (_, settings) = shown(&desk.path("."));
    let keys = settings["settings"].as_object().expect("they are a tree").keys();
    let missing: Vec<&String> = keys.filter(|key| !readme.contains(&format!("| `{key}` |"))).collect();
    assert!(missing.is_empty(), "the table of settings in README.md lacks {missing:?}");
}

#[test]
fn every_reason_to_fail_can_be_named() {
    let desk = Desk::empty();
    for kind in Failing::ALL {
        let output = desk.run(&["config", "show", "--fail-on", kind.name()]);
        let shown = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(shown.contains(&format!("gate.fail-on = [\"{}\"]", kind.name())), "{shown}");
    }
}

#[test]
fn a_pattern_of_the_file_holds_from_below() {
    let desk = Desk::empty();
    desk.write("factum.toml", b"checks = [\"./desk/**/*.check\"]\n");
    desk.write("desk/more/a.check", b"Norvik pledge == 5e6 USD\n");
    desk.write("desk/more/notes.txt", b"");
    for (folder, name) in [(".", "desk/more/a.check:1"), ("desk", "../desk/more/a.check:1")] {
        let output = program(&desk.path(folder)).arg("list").output().expect("the program starts");
        let listed = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(listed.contains(&format!("\t{name}\t")), "{folder}: {listed}");
    }
}

#[test]
fn a_slip_in_the_name_of_a_variable_is_told() {
    let desk = Desk::empty();
    for (name, status) in [("FACTUM_POLCY", 2), ("FACTUM_POLICY", 0), ("FACTUM_ELSEWHERE", 0), ("POLICY", 0)] {
        let mut program = program(&desk.path("."));
        let output = program.args(["config", "show"]).env(name, "literal").output().expect("the program starts");
        assert_eq!(output.status.code(), Some(status), "{name}");
    }
}

#[test]
fn the_page_of_a_workflow_step_gets_a_summary_behind_what_is_there() {
    let desk = Desk::empty();
    desk.write("corpus/herald.txt", b"Norvik will invest $5 million in Tromso by 2031, the company said on Tuesday.\n");
    desk.write("checks/a.check", b"Norvik pledge == 6e6 USD by 2031\n");
    desk.write("summary.md", b"before\n");
    let run = |actions: &str, more: &[&str]| {
        let mut program = program(&desk.path("."));
        program.args(["check"]).args(more).env("GITHUB_ACTIONS", actions).env("GITHUB_STEP_SUMMARY", "summary.md");
        assert_eq!(program.output().expect("the program starts").status.code(), Some(1));
        desk.read("summary.md")
    };
    assert_eq!(run("", &[]), "before\n");
    let once = run("true", &["--format", "github"]);
    assert!(once.starts_with("before\n## factum: ") && once.contains("Gate: failed"), "{once}");
    assert_eq!(run("true", &[]).matches("## factum: ").count(), 2);
    let reported = run("true", &["--report", "markdown=summary.md"]);
    assert_eq!(reported.matches("## factum: ").count(), 1, "{reported}");
}
