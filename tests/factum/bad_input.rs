//! Texts that nobody has written: everything is answered, in its place and in time, and the same on any number of threads.

use std::io::Write;
use std::process::{Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::shipped::Desk;

/// How long a text may take at the most, however slow the machine: what is not linear takes minutes.
const PATIENCE: Duration = Duration::from_secs(240);

/// Pieces that are written over and over again until a text has so many bytes.
const REPEATED: [(&str, usize); 44] = [
    ("7", 1_000_000),
    ("a", 1_000_000),
    ("\"", 100_000),
    ("'", 100_000),
    ("(", 100_000),
    (".", 100_000),
    ("\n", 100_000),
    ("\0", 100_000),
    ("<", 20_000),
    ("[", 20_000),
    ("\u{202e}שלום 12 ", 40_000),
    ("e\u{301}", 100_000),
    ("漢字。", 60_000),
    ("👩‍👧 ", 40_000),
    ("a\0b ", 40_000),
    ("Abc", 100_000),
    ("a-", 40_000),
    ("a@", 40_000),
    ("the red fox ran ", 60_000),
    ("Norvik paid Ada Berg of Ostvik Rail $5 in Oslo. ", 40_000),
    ("Norvik and ", 20_000),
    ("Norvik, ", 20_000),
    ("who said that ", 30_000),
    ("Norvik's ", 20_000),
    ("“a ", 40_000),
    ("\" a ", 40_000),
    ("''Ab ", 40_000),
    ("'A ", 40_000),
    ("„a“ »b« ", 40_000),
    ("(“a ", 40_000),
    ("\"We sail,\" Ada Berg said. ", 30_000),
    ("“We sail, and \n\n", 30_000),
    ("“We sail.”\n\n", 30_000),
    ("said said, ", 20_000),
    ("7 ", 6_000),
    ("$5 ", 6_000),
    ("five million ", 12_000),
    ("between 3 and ", 12_000),
    ("2025-10-29-", 12_000),
    ("a | b\n", 12_000),
    ("> ", 12_000),
    ("- a\n", 12_000),
    ("# a\n", 12_000),
    ("5 May 2025, ", 12_000),
];

fn texts() -> impl Iterator<Item = String> {
    REPEATED.iter().map(|(piece, bytes)| piece.repeat(bytes / piece.len()))
}

/// What the program answers to lines on its standard input, with its exit status.
fn answers(input: &[u8], threads: &str) -> (Option<i32>, Vec<u8>) {
    let desk = Desk::empty();
    let mut program = desk
        .program(&["facts", "--input", "ndjson", "--format", "ndjson"])
        .env("RAYON_NUM_THREADS", threads)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = program.stdin.take().expect("it listens");
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input).expect("it reads to the end"));
    let output = program.wait_with_output().expect("it answers");
    writer.join().expect("all was written");
    (output.status.code(), output.stdout)
}

fn values(lines: &[u8]) -> Vec<Value> {
    let lines = std::str::from_utf8(lines).expect("answers are UTF-8");
    lines.lines().map(|line| serde_json::from_str(line).expect("an answer is JSON")).collect()
}

#[test]
fn odd_texts_are_answered_in_linear_time() {
    for (at, text) in texts().enumerate() {
        let start = Instant::now();
        let line = json!({ "id": at.to_string(), "text": text }).to_string();
        let (status, found) = answers(line.as_bytes(), "2");
        assert_eq!(status, Some(0), "{:?}", REPEATED[at]);
        assert_eq!(values(&found)[0]["id"], at.to_string(), "{:?}", REPEATED[at]);
        assert!(start.elapsed() < PATIENCE, "{:?} took {:?}", REPEATED[at], start.elapsed());
    }
}

#[test]
fn odd_articles_are_read_in_linear_time() {
    let desk = Desk::empty();
    for (ending, pieces) in [("txt", &REPEATED[..]), ("md", &REPEATED[6..20]), ("html", &REPEATED[6..20])] {
        for (piece, bytes) in pieces {
            let name = format!("odd.{ending}");
            desk.write(&name, piece.repeat(bytes / piece.len()).as_bytes());
            let start = Instant::now();
            let output = desk.run(&["facts", &name, "--format", "ndjson"]);
            let refused = piece.contains('\0') || piece.trim().is_empty();
            assert_eq!(output.status.code() == Some(0), !refused, "{piece:?} as {ending}: {output:?}");
            assert!(start.elapsed() < PATIENCE, "{piece:?} as {ending} took {:?}", start.elapsed());
        }
    }
}

#[test]
fn bad_lines_are_reported_in_their_places_among_the_others() {
    let nested = format!("{{\"id\": \"n\", \"text\": \"\", \"deep\": {}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    let deep = format!("{}1{}", "{\"text\":".repeat(100_000), "}".repeat(100_000));
    let lines = [
        "{\"id\": \"a\", \"text\": \"It cost $5 million.\"}".to_owned(),
        deep,
        "{\"id\": \"b\", \"text\": \"\\ud83d\"}".to_owned(),
        "{\"id\": \"c\", \"text\": \"\\u0000 \\u202e12 km\\u202c\"}".to_owned(),
        "\0\0".to_owned(),
        nested,
        "[".repeat(100_000),
        "{\"id\": \"d\", \"text\": \"Ada Berg said: “We sail.”\"}".to_owned(),
    ];
    let mut input = lines.join("\n").into_bytes();
    input.extend(b"\n{\"id\": \"\xff\", \"text\": \"\"}\n{\"id\": \"e\", \"text\": \"x\"}");
    let (status, found) = answers(&input, "2");
    assert_eq!(status, Some(3));
    let told: Vec<String> = values(&found)
        .iter()
        .map(|line| line["id"].as_str().map_or_else(|| format!("line {}", line["line"]), str::to_owned))
        .collect();
    let deep = told.get(5).cloned().unwrap_or_default();
    assert!(["n", "line 6"].contains(&deep.as_str()), "{deep}");
    assert_eq!(told, ["a", "line 2", "line 3", "c", "line 5", &deep, "line 7", "d", "line 9", "e"]);
}

#[test]
fn any_number_of_threads_gives_the_same_bytes_in_the_order_of_the_lines() {
    let mut input = Vec::new();
    for at in 0..600 {
        let (piece, _) = REPEATED[at % REPEATED.len()];
        let line = json!({ "id": at.to_string(), "text": format!("{}{at} million.", piece.repeat(at % 7)) });
        input.extend(line.to_string().into_bytes());
        input.push(b'\n');
        if at % 50 == 0 {
            input.extend(b"no document\n");
        }
    }
    let (status, one) = answers(&input, "1");
    assert_eq!(status, Some(3));
    let ids: Vec<Value> = values(&one).into_iter().map(|line| line["id"].clone()).filter(Value::is_string).collect();
    assert_eq!(ids, (0..600).map(|at| Value::from(at.to_string())).collect::<Vec<_>>());
    assert!(answers(&input, "2").1 == one);
    assert!(answers(&input, "4").1 == one);
}

#[test]
fn a_line_longer_than_any_article_is_passed_over_without_being_held() {
    let desk = Desk::empty();
    let mut program = desk
        .program(&["facts", "--input", "ndjson", "--format", "ndjson"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = program.stdin.take().expect("it listens");
    stdin.write_all(b"{\"id\": \"long\", \"text\": \"").unwrap();
    let megabyte = vec![b'x'; 1 << 20];
    for _ in 0..40 {
        stdin.write_all(&megabyte).unwrap();
    }
    stdin.write_all(b"\"}\n{\"id\": \"next\", \"text\": \"\"}\n").unwrap();
    drop(stdin);
    let output = program.wait_with_output().expect("it answers");
    let found = values(&output.stdout);
    assert_eq!((output.status.code(), found.len()), (Some(3), 2));
    assert_eq!((&found[0]["line"], &found[1]["id"]), (&json!(1), &json!("next")));
    let message = found[0]["error"]["message"].as_str().unwrap_or_default();
    assert!(message.contains("the line has 41 MB, and at most 32 MB are read"), "{message}");
}

/// A desk with one article that bears out `Norvik pledge == 5e6 USD`.
fn sound_desk() -> Desk {
    let desk = Desk::empty();
    desk.write("corpus/herald.txt", b"Norvik will invest $5 million in Tromso by 2031.\n");
    desk
}

/// The exit status of a run over one check file, and what it told.
fn checked(desk: &Desk, check: &[u8]) -> (Option<i32>, String) {
    desk.write("checks/page.check", check);
    told(&desk.run(&["check"]))
}

fn told(output: &Output) -> (Option<i32>, String) {
    let text = [&output.stdout[..], &output.stderr].concat();
    (output.status.code(), String::from_utf8_lossy(&text).into_owned())
}

#[test]
fn check_files_of_any_bytes_have_the_status_of_their_trouble() {
    let desk = sound_desk();
    let garbage: Vec<u8> = (0..10_000_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let deep = format!("a pledge == {}1{}", "(".repeat(10_000), ")".repeat(10_000));
    let cases: [(&[u8], i32); 8] = [
        (b"Norvik pledge == 5e6 USD\n", 0),
        (b"Norvik pledge == 6e6 USD\n", 1),
        (b"", 4),
        (b"# nothing\n", 4),
        (b"\xff\xfe pledge == 5\n", 2),
        (&garbage, 2),
        (&b"Norvik ".repeat(150_000), 2),
        (deep.as_bytes(), 2),
    ];
    for (at, (check, status)) in cases.into_iter().enumerate() {
        let start = Instant::now();
        let (found, text) = checked(&desk, check);
        assert_eq!(found, Some(status), "case {at}: {text}");
        assert!(text.len() < 200_000, "case {at}: the report is longer than anybody reads");
        assert!(start.elapsed() < PATIENCE, "case {at} took {:?}", start.elapsed());
    }
}

#[test]
fn words_that_are_not_known_are_named_and_fail_with_two() {
    let desk = sound_desk();
    for (check, told) in [
        ("Norvik plegde == 5e6 USD", "no measure `plegde`"),
        ("Norvik pledge == 5e6 UDS", "no unit `UDS`"),
        ("Norvik pledge == 5e6 USD\n  ownr @desk", "`ownr`"),
        ("use \"nowhere.check\"", "nowhere.check"),
        ("source \"tribune\": Norvik pledge == 5e6 USD", "tribune"),
    ] {
        let (status, text) = checked(&desk, check.as_bytes());
        assert_eq!(status, Some(2), "{check}: {text}");
        assert!(text.contains(told), "{check}: {text}");
    }
}

#[test]
fn paths_that_lead_nowhere_fail_with_two() {
    let desk = sound_desk();
    desk.write("checks/page.check", b"Norvik pledge == 5e6 USD\n");
    for arguments in [["check", "chekcs"], ["check", "checks/*.chekc"], ["list", "nowhere.check"], ["facts", "herlad"]]
    {
        let (status, text) = told(&desk.run(&arguments));
        assert_eq!(status, Some(2), "{arguments:?}: {text}");
        assert!(text.contains(arguments[1]), "{arguments:?}: {text}");
    }
}

#[test]
fn articles_of_any_bytes_have_the_status_of_their_trouble() {
    for (article, status, told) in [
        (&b""[..], 0, ""),
        (b"caf\xe9 sold 4 cakes\n", 3, "UTF-8"),
        (b"Norvik lost\0 $5 million.\n", 3, "binary"),
        (b"\x1b[31mred\x1b[0m \x07 40 ships.\n", 0, ""),
    ] {
        let desk = sound_desk();
        desk.write("corpus/odd.txt", article);
        let (found, text) = checked(&desk, b"Norvik pledge == 5e6 USD\n");
        assert_eq!(found, Some(status), "{article:?}: {text}");
        assert!(text.contains(told) && !text.contains('\x1b'), "{article:?}: {text}");
    }
}

#[test]
fn manifests_that_name_what_is_not_there_or_one_id_twice_fail_with_two() {
    for (manifest, told) in [
        ("[[document]]\nid = \"a\"\nfile = \"herlad.txt\"\n", "herlad.txt"),
        ("[[document]]\nid = \"a\"\nfile = \"herald.txt\"\n[[document]]\nid = \"a\"\nfile = \"post.txt\"\n", "`a`"),
        ("[[document\n", "manifest.toml"),
    ] {
        let desk = sound_desk();
        desk.write("corpus/post.txt", b"Norvik has 40 ships.\n");
        desk.write("corpus/manifest.toml", manifest.as_bytes());
        let (status, text) = checked(&desk, b"Norvik pledge == 5e6 USD\n");
        assert_eq!(status, Some(2), "{manifest}: {text}");
        assert!(text.contains(told), "{manifest}: {text}");
    }
}
