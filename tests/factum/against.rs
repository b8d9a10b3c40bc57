//! `factum check --against-itself`: the shipped checks notice what changes, and how a clause is denied.

use factum::check::prelude;
use factum::extract::Extractor;
use factum::source::Span;
use serde_json::Value;

use crate::shipped::Desk;

#[test]
fn the_shipped_checks_notice_every_change_and_no_file_is_touched() {
    let desk = Desk::shipped();
    let before = desk.read("corpus/korea-ai/000_a87d875147bc45bf.txt");
    let output = desk.run(&["check", "--against-itself", "--format", "json"]);
    let report: Value = serde_json::from_slice(&output.stdout).expect("the report is JSON");
    let weak = report["results"].as_array().into_iter().flatten().filter(|result| result["state"] == "weak");
    assert_eq!(weak.collect::<Vec<_>>(), Vec::<&Value>::new());
    assert_eq!(output.status.code(), Some(0), "{:#}", report["gate"]);
    assert!(report["summary"]["tried"].as_u64() > Some(50), "{:#}", report["summary"]);
    assert_eq!(before, desk.read("corpus/korea-ai/000_a87d875147bc45bf.txt"));
}

/// A clause with its verb denied in front of "$5".
fn denied(text: &str, verb: &str) -> Option<String> {
    let start = text.find("$5").expect("the words are there");
    let focus = Span::new(start, start + 2);
    let extractor = Extractor::new(&prelude());
    let (span, words) = extractor.denial(text, Span::new(0, text.len()), focus, &[verb.to_owned()])?;
    Some(format!("{}{words}{}", &text[..span.start as usize], &text[span.end as usize..]))
}

#[test]
fn a_verb_is_denied_in_each_of_its_forms() {
    let told = [
        ("Norvik will invest $5", Some("Norvik will not invest $5")),
        ("Norvik has pledged to invest $5", Some("Norvik has pledged not to invest $5")),
        ("Norvik invested $5", Some("Norvik did not invest $5")),
        ("Norvik invests $5", Some("Norvik does not invest $5")),
        ("Norvik, investing $5", Some("Norvik, not investing $5")),
        ("Norvik, whose $5 were invested", Some("Norvik, whose $5 were not invested")),
        ("the investment of $5", None),
        ("Norvik will never invest $5", None),
    ];
    for (text, wanted) in told {
        assert_eq!(denied(text, "invest").as_deref(), wanted, "{text}");
    }
}
