//! The forms of a report, as the real program writes them: valid by the schemas of those who read them, with nothing of an article at work
//! in them, and with no say in how the run ends.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

use crate::cases::root;
use crate::shipped::Desk;

/// One check of each outcome, and an article whose text is markup wherever it can be.
const CHECKS: &str = "check first
\"Norvik Energy\" pledge == 5e6 USD by 2031
check second
\"Norvik Energy\" pledge == 5e6 USD by 2030
check third
\"Norvik Energy\" pledge == 6e6 USD by 2031 known-wrong until 2031-06-01 because \"a <correction> & more # soon\"
check fourth
\"Norvik Energy\" pledge == 7e6 USD by 2031
  severity warn
";

const ARTICLE: &str = "Norvik Energy will invest $5 million in Tromso by 2031, </failure> ]]> <script>alert(1)</script> \
                       ::error::hurt %0A::warning:: | `ls` [a](https://evil.example) @everyone said.";

/// All forms but those for people and the whole tree, which have tests of their own.
const FORMS: &[&str] = &["concise", "ndjson", "github", "junit", "sarif", "tap", "markdown", "html"];

fn desk() -> Desk {
    let desk = Desk::empty();
    desk.write("checks/a.check", CHECKS.as_bytes());
    desk.write("corpus/herald.txt", ARTICLE.as_bytes());
    desk
}

fn written(desk: &Desk, form: &str) -> String {
    String::from_utf8(desk.run(&["check", "--format", form]).stdout).expect("a report is text")
}

#[test]
fn no_form_changes_how_the_run_ends() {
    let passing = Desk::empty();
    passing.write("checks/a.check", b"\"Norvik Energy\" pledge == 5e6 USD by 2031\n");
    passing.write("corpus/herald.txt", ARTICLE.as_bytes());
    let broken = desk();
    broken.write("checks/b.check", b"Norvik pledge ==\n");
    let nothing = Desk::empty();
    nothing.write("corpus/herald.txt", ARTICLE.as_bytes());
    for form in ["human", "json"].iter().chain(FORMS) {
        for (desk, status) in [(&passing, 0), (&desk(), 1), (&broken, 2), (&nothing, 4)] {
            let report = format!("{form}=out/report");
            let output = desk.run(&["check", "--format", form, "--report", &report]);
            assert_eq!(output.status.code(), Some(status), "{form}: {}", String::from_utf8_lossy(&output.stdout));
            assert_eq!(desk.read("out/report"), String::from_utf8_lossy(&output.stdout), "{form}");
        }
    }
}

#[test]
fn the_articles_words_reach_no_form_as_anything_but_words() {
    let desk = desk();
    desk.write("corpus/herald.txt", format!("{ARTICLE} \u{1b}[31m \u{202e}Red").as_bytes());
    for form in FORMS {
        let text = written(&desk, form);
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{form}: {text}");
        assert!(!text.lines().any(|line| line.starts_with("::error::hurt")), "{form}: {text}");
    }
    let markdown = written(&desk, "markdown");
    for markup in ["<script", "[a](https", "https://", "@everyone", " `ls` "] {
        assert!(!markdown.contains(markup), "{markup} in {markdown}");
    }
}

/// Forms that quote a passage in a line.
const QUOTING: &[&str] = &["github", "tap", "markdown"];

#[test]
fn a_passage_is_quoted_as_its_reader_sees_it() {
    let desk = desk();
    let page = "<html><body><h1>Norvik plan grows</h1><p>Norvik Energy will invest <b>$6 million</b> in Tromso by 2031 &amp; beyond.</p>\
                <p>Another <i>line</i>.</p></body></html>";
    desk.write("corpus/herald.html", page.as_bytes());
    fs::remove_file(desk.path("corpus/herald.txt")).expect("it is there");
    for form in QUOTING {
        let text = written(&desk, form).replace("&amp;", "&");
        assert!(text.contains("“Norvik Energy will invest $6 million in Tromso by 2031 & beyond.”"), "{form}: {text}");
    }
    desk.run(&["check", "--snapshot=write"]);
    let snapshot = desk.read("checks/snapshots/a.check.snap.new");
    assert!(snapshot.contains("“Norvik Energy will invest $6 million in Tromso by 2031 & beyond.”"), "{snapshot}");
}

#[test]
fn no_json_hides_a_character() {
    let desk = desk();
    desk.write("corpus/herald.txt", format!("{ARTICLE} It rose 5 percent to 90 from 60. \u{202e}Red").as_bytes());
    for command in [
        &["facts", "--format", "json"][..],
        &["lint", "corpus", "--format", "json"],
        &["coverage", "corpus", "--format", "json"],
        &["check", "--against-itself", "--format", "json"],
        &["check", "--format", "json"],
    ] {
        let text = String::from_utf8(desk.run(command).stdout).expect("JSON is text");
        assert!(serde_json::from_str::<Value>(&text).is_ok(), "{command:?}: {text}");
        assert!(!text.contains('\u{202e}'), "{command:?}: {text}");
    }
}

#[test]
fn github_reads_one_command_a_line_and_never_more_than_it_shows() {
    let desk = desk();
    let lines: String =
        (0..15).map(|year| format!("\"Norvik Energy\" pledge == 5e6 USD by {}\n", 2040 + year)).collect();
    desk.write("checks/a.check", lines.as_bytes());
    let text = written(&desk, "github");
    let commands: Vec<&str> = text.lines().filter(|line| line.starts_with("::")).collect();
    assert_eq!(commands.len(), 10, "{text}");
    assert!(commands.iter().all(|command| command.starts_with("::error file=checks/a.check,line=")), "{text}");
    assert!(text.contains("5 more of these are not annotated"), "{text}");
}

/// The schema is the one that OASIS publishes at <https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/>.
#[test]
fn sarif_is_valid_by_its_schema() {
    let schema = fs::read_to_string(root().join("tests/factum/schemas/sarif-2.1.0.json")).expect("the schema is there");
    let mut schema: Value = serde_json::from_str(&schema).expect("the schema is JSON");
    // The one pattern in it is no regular expression; factum writes no such property.
    for definition in ["run", "toolComponent"] {
        schema["definitions"][definition]["properties"]["language"] = Value::Bool(true);
    }
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let shipped = Desk::shipped();
    let broken = desk();
    broken.write("checks/b.check", b"Norvik pledge ==\n");
    let unread = self::desk();
    unread.write("corpus/binary.txt", b"\x00\x01\x02\x00");
    for desk in [&desk(), &shipped, &broken, &changed(), &unread] {
        let output = desk.run(&["check", "--snapshot=check", "--format", "sarif"]);
        let log: Value = serde_json::from_slice(&output.stdout).expect("SARIF is JSON");
        let errors: Vec<String> = validator.iter_errors(&log).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new());
    }
}

/// Code scanning refuses a whole file for one result without a place.
#[test]
fn every_result_of_sarif_has_a_place_and_the_others_are_told_beside_them() {
    let desk = desk();
    desk.write("corpus/binary.txt", b"\x00\x01\x02\x00");
    let log: Value = serde_json::from_str(&written(&desk, "sarif")).expect("SARIF is JSON");
    let run = &log["runs"][0];
    let results = run["results"].as_array().expect("a run has results");
    assert!(results.iter().all(|result| result["locations"].as_array().is_some_and(|places| places.len() == 1)));
    let beside = &run["invocations"][0]["toolExecutionNotifications"][0];
    assert_eq!((&beside["descriptor"]["id"], &beside["level"]), (&"binary-article".into(), &"error".into()));
}

fn fingerprints(desk: &Desk) -> BTreeMap<String, String> {
    let log: Value = serde_json::from_str(&written(desk, "sarif")).expect("SARIF is JSON");
    let results = log["runs"][0]["results"].as_array().expect("a run has results").clone();
    let of = |result: &Value| {
        Some((
            result["properties"]["check"].as_str()?.to_owned(),
            result["partialFingerprints"]["factum/v1"].as_str()?.to_owned(),
        ))
    };
    results.iter().filter_map(of).collect()
}

#[test]
fn a_finding_stays_the_same_where_lines_move_and_is_another_where_the_words_change() {
    let desk = desk();
    let before = fingerprints(&desk);
    assert_eq!(before.len(), 3);
    assert_eq!(before.values().collect::<BTreeSet<_>>().len(), 3);
    desk.write("checks/a.check", format!("# A new first line.\n\n{CHECKS}").as_bytes());
    assert_eq!(fingerprints(&desk), before);
    desk.write("corpus/herald.txt", ARTICLE.replace("in Tromso", "in Bergen").as_bytes());
    let after = fingerprints(&desk);
    assert!(before.iter().all(|(check, print)| after[check] != *print), "{after:?}");
}

#[test]
fn a_finding_stays_the_same_whatever_other_files_say() {
    let desk = desk();
    let line = "\"Norvik Energy\" pledge == 9e6 USD by 2031\n";
    desk.write("checks/first.check", line.as_bytes());
    desk.write("checks/second.check", format!("{line}{line}").as_bytes());
    let of = |desk: &Desk, name: &str| -> Vec<String> {
        let log: Value = serde_json::from_str(&written(desk, "sarif")).expect("SARIF is JSON");
        let results = log["runs"][0]["results"].as_array().expect("a run has results").clone();
        let is_in = |result: &Value| result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == *name;
        let mark = |result: &Value| result["partialFingerprints"]["factum/v1"].as_str().map(str::to_owned);
        results.iter().filter(|result| is_in(result)).filter_map(mark).collect()
    };
    let (first, second) = (of(&desk, "checks/first.check"), of(&desk, "checks/second.check"));
    let all: BTreeSet<&String> = first.iter().chain(&second).collect();
    assert_eq!((first.len(), second.len(), all.len()), (1, 2, 3), "{first:?} {second:?}");
    desk.write("checks/first.check", b"# Nothing here.\n");
    assert_eq!(of(&desk, "checks/second.check"), second);
}

#[test]
fn sarif_tells_what_is_waived_and_why() {
    let log: Value = serde_json::from_str(&written(&desk(), "sarif")).expect("SARIF is JSON");
    let results = log["runs"][0]["results"].as_array().expect("a run has results");
    let waived: Vec<&Value> = results.iter().filter(|result| result.get("suppressions").is_some()).collect();
    assert_eq!(waived.len(), 1);
    let why = waived[0]["suppressions"][0]["justification"].as_str().unwrap_or_default();
    assert!(why.contains("a <correction> & more # soon"), "{why}");
}

/// The elements of a JUnit document with the attributes that each may have, by the schema that Jenkins publishes; every case element stands
/// within a suite.
const JUNIT: &[(&str, &[&str])] = &[
    ("testsuites", &["name", "time", "tests", "failures", "disabled", "errors"]),
    (
        "testsuite",
        &[
            "name",
            "tests",
            "failures",
            "errors",
            "time",
            "disabled",
            "skipped",
            "timestamp",
            "hostname",
            "id",
            "package",
        ],
    ),
    ("testcase", &["name", "assertions", "time", "classname", "status"]),
    ("failure", &["type", "message"]),
    ("error", &["type", "message"]),
    ("skipped", &[]),
    ("system-out", &[]),
];

#[test]
fn junit_has_the_elements_and_attributes_that_its_readers_know() {
    let broken = desk();
    broken.write("checks/b.check", b"Norvik pledge ==\n");
    let number = |counted: &BTreeMap<String, usize>, name: &str| counted.get(name).copied().unwrap_or(0);
    let counted = elements(&written(&broken, "junit"));
    assert_eq!(["testsuite", "testcase"].map(|name| number(&counted, name)), [2, 5]);
    assert_eq!(["failure", "error", "skipped", "system-out"].map(|name| number(&counted, name)), [1, 1, 1, 1]);
    let looked_at = changed().run(&["check", "--snapshot=check", "--format", "junit"]);
    let text = String::from_utf8(looked_at.stdout).expect("a report is text");
    assert!(text.contains("tests=\"6\" failures=\"4\" errors=\"0\""), "{text}");
    assert!(text.contains("name=\"lead (snapshot)\""), "{text}");
    let counted = elements(&text);
    assert_eq!(["testsuite", "testcase"].map(|name| number(&counted, name)), [3, 6]);
    assert_eq!(["failure", "error", "skipped", "system-out"].map(|name| number(&counted, name)), [4, 0, 0, 1]);
}

/// The number that an element has as an attribute; zero where it has none.
fn number(element: &quick_xml::events::BytesStart<'_>, name: &str) -> usize {
    let value = element.try_get_attribute(name).expect("attributes are well formed");
    value.map_or(0, |value| String::from_utf8_lossy(&value.value).parse().expect("it is a number"))
}

/// What JUnit counts, with the elements that are counted.
const COUNTED: [(&str, &str); 4] =
    [("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")];

#[test]
fn junit_counts_what_stands_in_it() {
    let broken = desk();
    broken.write("checks/b.check", b"Norvik pledge ==\n");
    let unread = desk();
    unread.write("corpus/binary.txt", b"\x00\x01\x02\x00");
    let stale = desk();
    stale.write("checks/b.check", b"allow herald because \"a slip\" until 2020-01-01\n");
    for desk in [&desk(), &broken, &unread, &stale, &changed(), &Desk::shipped(), &Desk::empty()] {
        for mode in ["--snapshot=check", "--snapshot=write"] {
            let output = desk.run(&["check", mode, "--format", "junit"]);
            let text = String::from_utf8(output.stdout).expect("a report is text");
            for (name, element) in COUNTED {
                let (mut whole, mut said, mut found) = (0, 0, 0);
                let mut reader = quick_xml::Reader::from_str(&text);
                loop {
                    let event = reader.read_event().expect("it is well formed");
                    let (quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag)) = event else {
                        if event == quick_xml::events::Event::Eof {
                            break;
                        }
                        continue;
                    };
                    match tag.name().as_ref() {
                        // The schema has no number of skipped cases for the whole.
                        b"testsuites" => whole = if name == "skipped" { usize::MAX } else { number(&tag, name) },
                        b"testsuite" => {
                            assert_eq!(said, found, "{name} of a suite in {text}");
                            (said, found) = (number(&tag, name), 0);
                            whole = whole.checked_sub(said).unwrap_or_else(|| panic!("{name} of all in {text}"));
                        }
                        other if other == element.as_bytes() => found += 1,
                        _ => {}
                    }
                }
                assert_eq!(said, found, "{name} of a suite in {text}");
                assert!(whole == 0 || name == "skipped", "{name} of all in {text}");
            }
            assert_eq!(
                output.status.success(),
                !text.contains("<failure") && !text.contains("<error"),
                "what fails the run fails in JUnit: {text}"
            );
        }
    }
}

#[test]
fn a_run_that_fails_without_a_check_that_does_fails_in_every_form() {
    let few = Desk::empty();
    few.write("checks/a.check", b"\"Norvik Energy\" pledge == 5e6 USD by 2031\n");
    few.write("corpus/herald.txt", ARTICLE.as_bytes());
    let nothing = Desk::empty();
    nothing.write("corpus/herald.txt", ARTICLE.as_bytes());
    for (desk, words) in [(&few, "only 1 check was judged"), (&nothing, "there are no checks")] {
        let tap = if words.starts_with("only") { "not ok" } else { "Bail out!" };
        for (form, mark) in [("junit", "<error"), ("tap", tap), ("github", "::error"), ("sarif", "\"error\"")] {
            let output = desk.run(&["check", "--min-checks", "2", "--format", form]);
            assert!(!output.status.success());
            let text = String::from_utf8(output.stdout).expect("a report is text");
            assert!(text.lines().any(|line| line.contains(mark)) && text.contains(words), "{form}: {text}");
        }
    }
}

/// The elements of a JUnit document by their names, each with attributes that its readers know.
fn elements(text: &str) -> BTreeMap<String, usize> {
    let mut reader = quick_xml::Reader::from_str(text);
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    loop {
        match reader.read_event().expect("it is well formed") {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Start(element) | quick_xml::events::Event::Empty(element) => {
                let name = String::from_utf8_lossy(element.name().as_ref()).into_owned();
                let known = JUNIT.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("{name}"));
                for attribute in element.attributes() {
                    let key = attribute.expect("an attribute is well formed").key.as_ref().to_vec();
                    assert!(known.1.iter().any(|known| known.as_bytes() == key), "{name} {key:?}");
                }
                *counted.entry(name).or_default() += 1;
            }
            _ => {}
        }
    }
    counted
}

#[test]
fn markdown_tells_the_gravest_first_and_never_more_than_github_shows() {
    let desk = desk();
    let lines: String = (0..400)
        .map(|year| {
            format!(
                "\"Norvik Energy\" pledge == 5e6 USD by {}\n  severity {}\n",
                2040 + year,
                ["warn", "error"][year % 2]
            )
        })
        .collect();
    desk.write("checks/a.check", lines.as_bytes());
    // Passages that are as long as they are quoted, with what takes most room as Markdown.
    let words = "<".repeat(150);
    let article: String =
        (0..20).map(|_| format!("Norvik Energy will invest $5 million in Tromso by 2031 {words}.\n\n")).collect();
    desk.write("corpus/herald.txt", article.as_bytes());
    let text = written(&desk, "markdown");
    assert_eq!(text.matches("### error").count(), 200);
    assert!(!text.contains("### warning") && text.contains("200 more are not shown."), "{text}");
    assert!(text.len() < 1_000_000, "{}", text.len());
    assert!(text.lines().last().is_some_and(|line| line.starts_with("Gate: failed")));
}

#[test]
fn concise_has_a_line_a_finding_and_no_help() {
    let text = written(&desk(), "concise");
    let (findings, others): (Vec<&str>, Vec<&str>) =
        text.lines().partition(|line| line.contains(": error[") || line.contains(": warning["));
    assert!(!findings.is_empty() && findings.iter().all(|line| line.starts_with("checks/")), "{text}");
    // The totals, and the checks that they are of.
    let is_total =
        |line: &str| line.starts_with(|c: char| c.is_ascii_digit() || c == ' ') || line.starts_with("gate: ");
    assert!(others.iter().all(|line| is_total(line)), "{text}");
    let (first, _) = text.split_once("checks on").expect("the totals are told");
    assert_eq!(first.lines().filter(|line| line.starts_with("checks/")).count(), findings.len(), "{text}");
    assert!(!text.contains("help:"), "{text}");
}

#[test]
fn ndjson_has_the_results_of_json_a_line_each_and_the_end_last() {
    let desk = desk();
    let tree = desk.report();
    let lines: Vec<Value> =
        written(&desk, "ndjson").lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect();
    let (end, results) = lines.split_last().expect("there are lines");
    assert_eq!((&end["type"], &end["gate"], &end["summary"]), (&Value::from("end"), &tree["gate"], &tree["summary"]));
    for (line, result) in results.iter().zip(tree["results"].as_array().expect("a report has results")) {
        let mut line = line.clone();
        assert_eq!(line.as_object_mut().and_then(|line| line.remove("type")), Some(Value::from("result")));
        assert_eq!(line, *result);
    }
    assert_eq!(results.len(), 4);
}

#[test]
fn a_report_that_cannot_be_written_keeps_none_of_the_others_back() {
    let desk = desk();
    desk.write("taken", b"a file");
    let output = desk.run(&["check", "--report", "json=taken/report.json", "--report", "tap=out/report.tap"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write `taken/report.json`"));
    assert!(String::from_utf8_lossy(&output.stdout).contains("gate: failed"));
    assert!(desk.read("out/report.tap").starts_with("TAP version 14\n1..4\n"));
}

#[test]
fn a_report_takes_the_place_of_the_one_before_it_whole() {
    let desk = desk();
    desk.write("report.txt", &[b'x'; 100_000]);
    desk.run(&["check", "--report", "concise=report.txt"]);
    let text = desk.read("report.txt");
    assert!(text.starts_with("checks/a.check:4:35: error[contradicted]: ") && text.ends_with(")\n"), "{text}");
    let left: Vec<String> = fs::read_dir(desk.path("."))
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be listed").file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with(".factum-"))
        .collect();
    assert_eq!(left, Vec::<String>::new());
}

#[test]
fn wrong_usage_of_reports_is_told_before_anything_is_judged() {
    let desk = desk();
    for (arguments, words) in [
        (["--report", "junitt=out.xml"], "did you mean `junit`?"),
        (["--report", "junit"], "a form and a path are written `FORM=PATH`"),
        (["--format", "xml"], "invalid value 'xml'"),
    ] {
        let output = desk.run(&[&["check"], &arguments[..]].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains(words), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let output = desk.run(&["check", "--report", "tap=out", "--report", "junit=out"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("two reports are to be written to `out`"));
}

/// Claims of others, and a check of the desk's own.
const CLAIMS: &str = "check words
quote \"We will build it\" by \"Anna Berg\"
check other-words
quote \"We shall build it\" by \"Anna Berg\"
check told
\"Norvik Energy\" pledge == 5e6 USD by 2031 said by \"Norvik Energy\"
check own
\"Harbour Bridge\" cost == 40e6 USD
check nowhere
quote \"It is a triumph\" by \"Anna Berg\"
";

const CLAIMED: &str = "Norvik Energy will invest $5 million in Tromso by 2031, Norvik Energy said on Tuesday. \"We will build it,\" said \
                       Anna Berg, the mayor. The Harbour Bridge cost $40 million. \u{202e}Red </script> \" said nobody.";

fn claims() -> Desk {
    let desk = Desk::empty();
    desk.write("checks/a.check", CLAIMS.as_bytes());
    desk.write("corpus/herald.txt", CLAIMED.as_bytes());
    let manifest =
        "[[document]]\nid = \"herald\"\nfile = \"herald.txt\"\npublisher = \"The Herald\"\npublished = 2025-10-29\n";
    desk.write("corpus/manifest.toml", manifest.as_bytes());
    desk
}

const SITE: &str = "https://desk.example/reviews";

#[test]
fn a_claim_review_is_of_what_others_claim_and_counts_the_rest() {
    let output = claims().run(&["check", "--format", "claimreview", "--site", SITE]);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    let tree: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    let reviews = tree["@graph"].as_array().expect("it is a graph");
    let told: Vec<[&str; 3]> = reviews
        .iter()
        .map(|review| {
            assert_eq!(review["@type"], "ClaimReview");
            let [id, by, word] = ["/identifier", "/itemReviewed/author/name", "/reviewRating/alternateName"]
                .map(|at| review.pointer(at));
            [id, by, word].map(|it| it.and_then(Value::as_str).unwrap_or("none"))
        })
        .collect();
    let by = "Anna Berg";
    let expected = [
        ["words", by, "supported"],
        ["other-words", by, "contradicted"],
        ["told", "Norvik Energy", "supported"],
        ["nowhere", by, "unmentioned"],
    ];
    assert_eq!(told, expected);
    assert_eq!((&tree["factum"]["reviews"], &tree["factum"]["left_out"]), (&Value::from(4), &Value::from(1)));
}

#[test]
fn a_claim_review_says_where_it_stands_what_it_is_of_and_how_it_is_rated() {
    let output = claims().run(&["check", "--id", "words", "--format", "claimreview", "--site", SITE]);
    let tree: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    let review = &tree["@graph"][0];
    assert_eq!(review["url"], "https://desk.example/reviews#words");
    assert_eq!(review["claimReviewed"], "We will build it");
    assert_eq!(review["author"]["name"], "desk.example");
    let rating = &review["reviewRating"];
    assert_eq!(
        [&rating["ratingValue"], &rating["bestRating"], &rating["worstRating"]],
        [5, 5, 1].map(Value::from).each_ref()
    );
    let claim = &review["itemReviewed"];
    assert_eq!((&claim["@type"], &claim["datePublished"]), (&Value::from("Claim"), &Value::from("2025-10-29")));
    assert_eq!(claim["appearance"][0]["publisher"]["name"], "The Herald");
    assert!(!String::from_utf8_lossy(&output.stdout).contains('\u{202e}'));
    // What is told nowhere is rated by a word alone.
    let output = claims().run(&["check", "--id", "nowhere", "--format", "claimreview", "--site", SITE]);
    let tree: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert!(tree["@graph"][0]["reviewRating"].get("ratingValue").is_none());
}

/// What Google requires of a `ClaimReview` (`claimReviewed`, `reviewRating`, `url`), what it recommends, and links to where the claim stands.
#[test]
fn a_claim_review_has_the_day_that_is_said_and_the_addresses_that_are_known() {
    let desk = claims();
    let manifest = desk.read("corpus/manifest.toml") + "url = \"https://herald.example/a?b=c\"\n";
    desk.write("corpus/manifest.toml", manifest.as_bytes());
    let arguments = ["check", "--format", "claimreview", "--site", SITE, "--reviewed", "2025-11-02"];
    let tree: Value = serde_json::from_slice(&desk.run(&arguments).stdout).expect("it is JSON");
    for review in tree["@graph"].as_array().expect("it is a graph") {
        for required in ["claimReviewed", "reviewRating", "url", "author", "itemReviewed", "datePublished"] {
            assert!(!review[required].is_null(), "{required} of {review}");
        }
        assert_eq!(review["datePublished"], "2025-11-02");
    }
    let claim = &tree["@graph"][0]["itemReviewed"];
    for appearance in [&claim["firstAppearance"], &claim["appearance"][0]] {
        assert_eq!(appearance["url"], "https://herald.example/a?b=c");
    }
    assert!(tree["@graph"][3]["itemReviewed"].get("firstAppearance").is_none());
    let undated = claims().run(&["check", "--format", "claimreview", "--site", SITE]);
    let tree: Value = serde_json::from_slice(&undated.stdout).expect("it is JSON");
    assert!(tree["@graph"][0].get("datePublished").is_none());
    desk.write("corpus/manifest.toml", manifest.replace("https:", "javascript:").as_bytes());
    let refused = desk.run(&["check"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stdout).contains("this is no address of a page"));
}

#[test]
fn a_claim_review_does_not_end_the_script_that_it_is_put_into() {
    let desk = claims();
    desk.write("checks/b.check", b"quote \"we build </script><script>alert(1)</script>\" by \"Tove Lund\"\n");
    let output = desk.run(&["check", "--format", "claimreview", "--site", SITE]);
    let text = String::from_utf8(output.stdout).expect("JSON is text");
    assert!(!text.contains('<') && text.contains("\\u003c/script>"), "{text}");
    let tree: Value = serde_json::from_str(&text).expect("it is JSON");
    assert!(tree["@graph"].to_string().contains("we build </script><script>"), "{tree}");
}

#[test]
fn a_claim_review_without_an_address_is_refused_before_anything_is_judged() {
    for (arguments, words) in [
        (&["check", "--report", "claimreview=out.json"][..], "add `--site URL`"),
        (&["check", "--format", "claimreview", "--site", "javascript:alert(1)"], "an address is written"),
    ] {
        let desk = claims();
        let output = desk.run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(told.contains(words) && output.stdout.is_empty() && !desk.path("out.json").exists(), "{told}");
    }
}

/// A desk with a check that turned since it was accepted, one that is new, one that is gone and a snapshot without a check file.
pub fn changed() -> Desk {
    let desk = Desk::empty();
    desk.write("checks/a.check", b"check lead\nNorvik pledge == 5e6 USD\ncheck old\nOstvik headcount == 400\n");
    desk.write("checks/b.check", b"check staff\nOstvik headcount == 400\n");
    desk.write("corpus/herald.txt", b"Norvik will invest $5 million. Ostvik has 400 employees.\n");
    desk.run(&["check", "--snapshot=write"]);
    desk.run(&["review", "accept", "--all"]);
    fs::remove_file(desk.path("checks/b.check")).expect("it is there");
    // A warning fails no run, so that what differs decides.
    let checks =
        b"# A comment.\ncheck lead severity warn\nNorvik pledge == 5e6 USD\ncheck more\nOstvik headcount >= 300\n";
    desk.write("checks/a.check", checks);
    desk.write("corpus/herald.txt", b"Norvik will invest $6 million. Ostvik has 400 employees.\n");
    desk
}

const TURNED: &str = "supported, passes -> contradicted, warns";

#[test]
fn what_is_not_as_it_was_accepted_stands_in_every_form() {
    let desk = changed();
    for mode in ["--snapshot=check", "--snapshot=write"] {
        // The page says the same in other words.
        for form in FORMS.iter().chain(&["human", "json"]).filter(|form| **form != "html") {
            let output = desk.run(&["check", mode, "--format", form]);
            let status = if mode == "--snapshot=check" { 1 } else { 0 };
            assert_eq!(
                output.status.code(),
                Some(status),
                "{form} {mode}: {}",
                String::from_utf8_lossy(&output.stderr)
            );
            let text = String::from_utf8(output.stdout).expect("a report is text");
            let plain = text.replace("&gt;", ">").replace('\\', "");
            let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
            for words in [
                TURNED,
                "checks/a.check",
                "nothing -> supported, passes",
                "b.check.snap",
                "is gone",
                "`staff` (supported, passes)",
            ] {
                assert!(plain.contains(words), "{words} in {form} {mode}: {text}");
            }
        }
    }
}

#[test]
fn a_change_is_an_error_where_it_fails_the_run_and_a_warning_at_a_desk() {
    let desk = changed();
    for (mode, severity) in [("--snapshot=check", "error"), ("--snapshot=write", "warning")] {
        let output = desk.run(&["check", mode, "--format", "json"]);
        let tree: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
        let differences = tree["differences"].as_array().expect("there are some");
        let told: Vec<String> = differences
            .iter()
            .map(|found| {
                let words =
                    ["check", "change", "file", "severity", "code"].map(|key| found[key].as_str().unwrap_or("none"));
                format!("{} line {}", words.join(" "), found["line"])
            })
            .collect();
        let expected = [
            format!("lead fails checks/a.check {severity} snapshot-changed line 3"),
            format!("old gone checks/snapshots/a.check.snap {severity} snapshot-changed line 11"),
            format!("more new checks/a.check {severity} snapshot-changed line 5"),
            format!("none orphan checks/snapshots/b.check.snap {severity} snapshot-orphan line 5"),
        ];
        assert_eq!(told, expected);
        assert_eq!(
            (&differences[0]["before"], &differences[0]["now"]),
            (&"supported, passes".into(), &"contradicted, warns".into())
        );
        let github = String::from_utf8(desk.run(&["check", mode, "--format", "github"]).stdout).expect("it is text");
        let command =
            format!("::{severity} file=checks/a.check,line=3,col=1,endColumn=25,title=snapshot-changed%3A lead::");
        assert!(github.contains(&command), "{github}");
    }
}
