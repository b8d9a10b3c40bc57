//! Whatever stands in names, arguments, variables, settings, check files and articles: none of it steers a terminal.

use std::process::{Command, Output, Stdio};

use crate::shipped::Desk;

/// A colour that no report is painted in, the title of a window in both of its forms, a colour begun in one character, a mark that turns the
/// direction of writing, and what takes back what was printed.
const HOSTILE: &str = "X\u{1b}[35;5;7mY\u{1b}]0;own\u{7}\u{9d}0;own\u{9c}\u{9b}35m\u{202e}\u{8}\u{7f}Z";

/// How the hostile colour begins.
const COLOUR: &str = "\u{1b}[35;5;7m";

/// What looks like a check, and has a place for everything.
fn check(words: &str) -> String {
    format!(
        "check norvik \"{words}\"\nNorvik pledge == 8e6 USD by 2031\n  why \"{words}\"\n  source \"{words}\"\n  \
         owner @desk\n  tags cloud\n  message \"{words}\"\nclaim \"Norvik will invest $7 million {words}\"\n\
         quote \"we build {words}\" by \"Ada {words}\"\nNorvik pledge == 5e6 USD in \"{words}\"\n\
         allow herald contradicts norvik because \"{words}\" until 2027-01-01\n"
    )
}

fn desk() -> Desk {
    let desk = Desk::empty();
    let article = format!("Norvik will invest $5 million in Tromso by 2031, {HOSTILE} said on Tuesday.\n");
    let manifest = format!(
        "[[document]]\nid = \"herald\"\nfile = \"herald.txt\"\npublisher = \"{0}\"\ntitle = \"{0}\"\n",
        HOSTILE.chars().map(|c| format!("\\u{:04x}", c as u32)).collect::<String>()
    );
    desk.write("corpus/herald.txt", article.as_bytes());
    desk.write("corpus/manifest.toml", manifest.as_bytes());
    desk.write(&format!("corpus/{}.txt", HOSTILE.replace('/', "")), article.replace("$5", "$6").as_bytes());
    desk.write("checks/norvik.check", check(HOSTILE).as_bytes());
    desk.write(&format!("checks/{HOSTILE}.check"), b"# nothing\n");
    desk.write(&format!("checks/{HOSTILE}.chekc"), b"# nothing\n");
    desk.write(&format!("corpus/{HOSTILE}.xyz"), b"nothing");
    desk.write("draft.txt", article.replace("$5", "$9").as_bytes());
    desk
}

/// Commands, the hostile text written as `H`.
const COMMANDS: &[&str] = &[
    "H",
    "--H",
    "check --H",
    "check -H",
    "check H",
    "check H*",
    "check --corpus H",
    "check --id H",
    "check -k H",
    "check -t H",
    "check -t (H",
    "check --file H",
    "check --profile H",
    "check --policy H",
    "check --format H",
    "check --report H",
    "check --report H=H",
    "check --report junit=corpus/H.txt",
    "check --report html=H --report html=H",
    "check --site H --format claimreview",
    "check --today H",
    "check --quorum H",
    "check --fail-on H",
    "check --partition H",
    "check --changed=H",
    "check --tier H",
    "check --report json=H/x",
    "check",
    "check -v",
    "check --format concise",
    "check --format github",
    "check --format junit",
    "check --format tap",
    "check --format markdown",
    "check --format html",
    "check --against-itself",
    "check --snapshot",
    "review --plain",
    "review pending",
    "review diff",
    "review accept H",
    "review reject H",
    "review H",
    "list",
    "list H",
    "doctor",
    "doctor H",
    "facts",
    "facts H",
    "lint corpus",
    "lint H",
    "lint corpus/H.txt",
    "verify draft.txt",
    "verify H",
    "verify --use H draft.txt",
    "suggest H",
    "suggest draft.txt -o checks/H.check",
    "coverage corpus",
    "coverage H",
    "coverage -v corpus/herald.txt",
    "explain H",
    "history",
    "history norvik",
    "history H",
    "config show",
    "config show --origin",
    "config H",
    "baseline write",
    "baseline show",
    "baseline prune",
    "baseline H",
    "fmt --check",
    "fmt H",
    "fmt corpus/H.txt",
    "init",
    "init H",
    "man H",
    "completions H",
];

/// Commands that print JSON.
const JSON: &[&str] = &[
    "check --format json",
    "check --format ndjson",
    "check --format sarif",
    "check --format claimreview --site https://desk.example",
    "list --json",
    "facts --format json",
    "facts --format ndjson",
    "lint corpus --format json",
    "coverage corpus --format json",
    "config show --json",
    "check --against-itself --format json",
];

fn run(desk: &Desk, line: &str, change: impl Fn(&mut Command)) -> Output {
    let words: Vec<String> = line.split(' ').map(|word| word.replace('H', HOSTILE)).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut program = desk.program(&words);
    change(&mut program);
    program.stdin(Stdio::null()).output().expect("the program starts")
}

fn coloured(program: &mut Command) {
    program.env_remove("NO_COLOR").env("CLICOLOR_FORCE", "1");
}

/// What in a text a terminal would obey, besides colours where there may be some.
fn obeyed(text: &str, colours: bool) -> Option<String> {
    let plain = if colours { without_colours(text) } else { text.to_owned() };
    let steers = |c: char| (c.is_control() && c != '\n' && c != '\t') || c == '\u{202e}';
    let at = plain.find(steers).or_else(|| text.contains(COLOUR).then_some(0))?;
    let before: Vec<char> = plain[..at].chars().rev().take(60).collect();
    Some(format!("{:?}", before.into_iter().rev().chain(plain[at..].chars().take(40)).collect::<String>()))
}

fn without_colours(text: &str) -> String {
    let mut pieces = text.split("\u{1b}[");
    let first = pieces.next().unwrap_or_default().to_owned();
    let rest = pieces.map(|piece| match piece.split_once('m') {
        Some((code, rest)) if code.bytes().all(|byte| byte.is_ascii_digit() || byte == b';') => rest.to_owned(),
        _ => format!("\u{1b}[{piece}"),
    });
    first + &rest.collect::<String>()
}

fn complaints(line: &str, output: &Output, colours: bool) -> Vec<String> {
    let streams = [("standard output", &output.stdout), ("standard error", &output.stderr)];
    let told = streams.into_iter().filter_map(|(name, bytes)| {
        let obeyed = obeyed(std::str::from_utf8(bytes).expect("it is UTF-8"), colours)?;
        Some(format!("`factum {line}`, {name}: {obeyed}"))
    });
    told.collect()
}

#[test]
fn nothing_that_anybody_wrote_steers_a_terminal() {
    let mut found = Vec::new();
    for colours in [false, true] {
        let desk = desk();
        let judged = run(&desk, "check", |_| {});
        assert!(
            String::from_utf8_lossy(&judged.stdout).contains("contradicted"),
            "the desk is one that is judged: {judged:?}"
        );
        for line in COMMANDS {
            let output = run(&desk, line, |program| {
                if colours {
                    coloured(program)
                }
            });
            found.extend(complaints(line, &output, colours));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn settings_and_variables_steer_no_terminal() {
    let escaped: String = HOSTILE.chars().map(|c| format!("\\u{:04x}", c as u32)).collect();
    let settings = [
        HOSTILE.to_owned(),
        format!("\"{escaped}\" = 1\n"),
        format!("policy = \"{escaped}\"\n"),
        format!("corpus = \"{escaped}\"\n"),
        format!("checks = \"{escaped}\"\n"),
        format!("baseline = \"{escaped}\"\n"),
        format!("[[severity]]\ntag = \"{escaped}\"\nlevel = \"warn\"\n"),
        format!("[profile.\"{escaped}\"]\ninherits = \"{escaped}\"\n"),
    ];
    let mut found = Vec::new();
    for text in settings {
        let desk = desk();
        desk.write("factum.toml", text.as_bytes());
        for line in ["check", "config show --origin", "doctor", "baseline write", "facts", "check --profile H"] {
            found.extend(complaints(line, &run(&desk, line, coloured), true));
        }
    }
    let desk = desk();
    for name in [
        "FACTUM_POLICY",
        "FACTUM_PROFILE",
        "FACTUM_TODAY",
        "FACTUM_CORPUS",
        "FACTUM_CHECKS",
        "FACTUM_FAIL_ON",
        "FACTUM_POLICY\u{1b}[35;5;7m",
    ] {
        for line in ["check", "doctor", "config show --origin"] {
            let output = run(&desk, line, |program| {
                coloured(program);
                program.env(name, HOSTILE);
            });
            found.extend(complaints(&format!("{line} with {name:?}"), &output, true));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn json_is_json_and_steers_no_terminal() {
    let (desk, mut found) = (desk(), Vec::new());
    for line in JSON {
        let output = run(&desk, line, coloured);
        found.extend(complaints(line, &Output { stderr: Vec::new(), ..output.clone() }, false));
        let values: Vec<_> =
            serde_json::Deserializer::from_slice(&output.stdout).into_iter::<serde_json::Value>().collect();
        if values.is_empty() || values.iter().any(Result::is_err) {
            found.push(format!("`factum {line}` is no JSON"));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
