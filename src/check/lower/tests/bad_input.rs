//! Whatever bytes come in, an answer comes out, soon, and not too long.

use std::time::{Duration, Instant};

use crate::check::testing::{codes, lowered};
use crate::source::FileId;
use crate::syntax::{MOST_DIAGNOSTICS, parse};

/// How long reading takes at the most, however slow the machine: what is not linear takes hours.
const PATIENCE: Duration = Duration::from_secs(120);

/// Reads a text, within reason; gives how many diagnostics it gets.
fn survives(text: &str) -> usize {
    let start = Instant::now();
    let parsed = parse(FileId(0), text);
    assert!(start.elapsed() < PATIENCE, "{:?} for {} bytes", start.elapsed(), text.len());
    assert!(parsed.diagnostics.len() <= MOST_DIAGNOSTICS);
    for diagnostic in &parsed.diagnostics {
        let span = diagnostic.place().unwrap().span;
        assert!(text.get(span.range()).is_some(), "{span:?} is no place in the text");
    }
    parsed.diagnostics.len()
}

#[test]
fn nothing_is_fine() {
    for text in ["", "\n", " ", "\u{feff}", "\u{feff}\n\n", "#", "# only a comment", "\r\n\r\n"] {
        assert_eq!(survives(text), 0, "{text:?}");
    }
}

#[test]
fn a_byte_order_mark_and_line_ends_of_any_kind_are_white_space() {
    assert_eq!(lowered("\u{feff}Norsk jobs == 40\r\n  expect disputed\r\nentity A =\r\n  B\r\n").0.assertions.len(), 1);
    assert_eq!(codes("\u{feff}Norsk jobs == 40\r\n  expect disputed\r\n"), [""; 0]);
}

#[test]
fn characters_that_cannot_be_seen_are_named() {
    for hidden in ['\0', '\u{7}', '\u{200b}', '\u{202e}'] {
        let (_, found) = lowered(&format!("Norsk jobs {hidden}== 40"));
        assert!(found[0].message.contains(&format!("U+{:04X}", hidden as u32)), "{}", found[0].message);
    }
    survives(&"\0".repeat(10_000));
}

#[test]
fn garbage_is_read_in_one_go_and_counted() {
    let line = "x7 ]]{ =!= 3,,4 \"a \u{1f980} by in : | ( [ #\n";
    let many = line.repeat(300_000);
    assert!(many.len() > 10_000_000);
    assert_eq!(survives(&many), MOST_DIAGNOSTICS);
    let parsed = parse(FileId(0), &many);
    assert_eq!(parsed.unread, 299_900);
}

#[test]
fn garbage_without_lines_is_refused_by_its_length() {
    for piece in ["a ", "by ", "in 5 ", "\"", "(", "[", "=", "a,", "1", "é", "known-wrong ", "a b\u{a0}"] {
        let line = piece.repeat(1_000_000 / piece.len());
        assert!(survives(&line) <= 1, "{piece}");
        survives(&format!("Norsk jobs == 40 {line}"));
    }
}

#[test]
fn lines_of_one_word_are_read_in_one_go() {
    for piece in [
        "by\n",
        "in 5\n",
        "[\n",
        "[,\n",
        "entity A = B,\n",
        "  ,\n",
        "table t:\n",
        "each t:\n",
        "#\n",
        "\n",
        "check x\n",
        "a |\n",
        "\"\n",
    ] {
        survives(&piece.repeat(60_000 / piece.len()));
    }
}

#[test]
fn long_runs_within_an_assertion_are_read_in_one_go() {
    for piece in ["a ", "in 5 a ", "by 2030 ", "\"x\" ", "+ 5 ", "a - ", "by x, ", "5 ", "May ", "share of "] {
        survives(&format!("Norsk jobs == 40 {}", piece.repeat(60_000 / piece.len())));
        survives(&format!("{} == 40", piece.repeat(60_000 / piece.len())));
    }
}

#[test]
fn brackets_nest_as_deep_as_they_like_and_are_refused() {
    for (open, close) in [("(", ")"), ("[", "]"), ("(", ""), ("", ")"), ("{", "}")] {
        let nested = format!("{}Norsk jobs{} > 40", open.repeat(10_000), close.repeat(10_000));
        assert_eq!(survives(&nested), 1);
    }
    assert_eq!(codes(&format!("{}Norsk jobs{} > 40", "(".repeat(33), ")".repeat(33))), ["too-deep"]);
    assert_eq!(codes(&format!("{}Norsk jobs{} > 40", "(".repeat(32), ")".repeat(32))), [""; 0]);
}

#[test]
fn a_sum_as_long_as_a_piece_may_be_is_built_and_dropped() {
    survives(&format!("Norsk jobs {} > 40", "+ Norsk jobs ".repeat(4_500)));
}

#[test]
fn every_prefix_of_a_file_is_read() {
    let text = "check x \"y\"\nsource “a”: some Norsk pledge ~= €5bn ± 10 % by 2030 # z\n  known-wrong until 2030 because \"q\"\n\
                table t: a | b\n  1 | 2\neach t: {a} jobs == {b}\nunit m : length = metre symbol m is 1 k + 2\n";
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        lowered(&text[..end]);
    }
}

#[test]
fn what_is_too_long_is_said_where_it_begins() {
    let (_, found) = lowered(&format!("Norsk jobs == 40\nÅ{} jobs == 41\nNorsk jobs == 42\n", "x".repeat(70_000)));
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].code.name(), &found[0].message[..]),
        ("too-long", "what begins here is longer than 65536 bytes, and was not read")
    );
    assert_eq!(found[0].place().map(|place| place.span.range()), Some(17..19));
}
