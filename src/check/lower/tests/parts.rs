//! Fields, exceptions, ids.

use jiff::civil::date;

use crate::check::testing::{assertions, codes, lowered, only, read_over, vocabulary};
use crate::check::{Expectation, Level, VerdictName};

const FULL: &str = "check norsk-pledge \"The headline number\"\nNorsk pledge == 5e9 NOK by 2030\n  needs    2 independent sources\n  why      \"Lead paragraph\"\n  \
    source   \"Port authority\"\n  owner    @economics\n  tags     energy, ports\n  severity warn                    # or error, note\n  \
    message  \"Ask the desk\"\n  expect   contradicted\n";

#[test]
fn every_field_is_kept() {
    let assertion = only(FULL);
    assert_eq!(assertion.id, "norsk-pledge");
    assert_eq!(assertion.title.as_deref(), Some("The headline number"));
    assert_eq!(assertion.needs, Some(2));
    assert_eq!(assertion.why.as_deref(), Some("Lead paragraph"));
    assert_eq!(assertion.cited.as_deref(), Some("Port authority"));
    assert_eq!(assertion.owner.as_deref(), Some("@economics"));
    assert_eq!(assertion.tags, ["energy", "ports"]);
    assert_eq!(assertion.level, Level::Warn);
    assert_eq!(assertion.message.as_deref(), Some("Ask the desk"));
    assert_eq!(assertion.expect, Expectation::Verdict(VerdictName::Contradicted));
}

#[test]
fn text_and_place_leave_the_fields_out() {
    let assertion = only(FULL);
    assert_eq!(assertion.text, "Norsk pledge == 5e9 NOK by 2030");
    assert_eq!(assertion.place.span.slice(FULL), "Norsk pledge == 5e9 NOK by 2030");
    let late = "Norsk pledge == 5e9 NOK expect contradicted by 2030";
    assert_eq!(only(late).text, "Norsk pledge == 5e9 NOK by 2030");
    assert_eq!(only(late).place.span.slice(late), late);
}

#[test]
fn fields_may_stand_above_the_assertion_and_at_its_end() {
    let assertion =
        only("check x\n  owner \"Night desk\"\n  # why not\nNorsk jobs == 40 expect single source severity note");
    assert_eq!(assertion.owner.as_deref(), Some("Night desk"));
    assert_eq!((assertion.expect, assertion.level), (Expectation::SingleSource, Level::Note));
}

#[test]
fn an_exception_has_a_reason_and_a_last_day() {
    let waiver =
        only("Norsk jobs == 40 known-wrong until 2026-11-01 because \"a correction is due\"").known_wrong.unwrap();
    assert_eq!((waiver.until, &waiver.because[..]), (date(2026, 11, 1), "a correction is due"));
    let waiver = only("Norsk jobs == 40\n  known-wrong because \"x\"\n  until 2026-11").known_wrong.unwrap();
    assert_eq!(waiver.until, date(2026, 11, 30));
    assert_eq!(codes("Norsk jobs == 40 known-wrong"), ["missing-reason", "missing-date"]);
}

#[test]
fn an_allowance_names_document_and_check() {
    let text = "check jobs\nNorsk jobs == 40\nallow herald contradicts jobs because \"x\" until 2026-11-01";
    let (suite, found) = lowered(text);
    assert_eq!(found, []);
    assert_eq!((&suite.allowances[0].document[..], &suite.allowances[0].check[..]), ("herald", "jobs"));
}

#[test]
fn an_id_comes_from_the_text_and_not_from_the_line() {
    let first = only("Norsk jobs == 40").id;
    assert!(first.starts_with("norsk-jobs-40-"), "{first}");
    assert_eq!(only("# above\n\n  Norsk   jobs ==  40  expect disputed").id, first);
    let twice = assertions("Norsk jobs == 40\nNorsk jobs == 40\n");
    assert_eq!(twice[1].id, format!("{first}-2"));
    assert_ne!(only("each source: Norsk jobs == 40").id, first);
}

#[test]
fn an_id_stays_the_same_whatever_other_files_say() {
    let ids = |files: &[(&str, &str)]| {
        let (suite, _) = read_over(files, vocabulary());
        suite.assertions.into_iter().map(|assertion| assertion.id).collect::<Vec<_>>()
    };
    let (plain, told) = ("Norsk jobs == 40\n", "Norsk jobs == 40\n  owner \"desk\"\n");
    let alone = ids(&[("b.check", plain)]);
    assert_eq!(ids(&[("a.check", plain), ("b.check", plain)])[1..], alone);
    assert_eq!(ids(&[("a.check", told), ("b.check", plain)])[1..], alone);
    assert_eq!(ids(&[("a.check", plain), ("b.check", told)])[1..], ids(&[("b.check", told)]));
}

#[test]
fn rows_of_a_named_template_have_ids_of_their_own() {
    let text = "table t: a | b\n Norsk | 4\n Baltic Wind | 5\ncheck jobs\neach t: {a} jobs == {b}";
    let ids: Vec<String> = assertions(text).into_iter().map(|assertion| assertion.id).collect();
    assert_eq!(ids, ["jobs-norsk", "jobs-baltic-wind"]);
}

#[test]
fn all_errors_of_a_file_come_together_and_spoil_nothing_else() {
    let text = "Norsk plegde == 5\nNorsk jobs == 40\nNorsk jobs == = 3\n  expect disputed\nNorsk jobs == 41 by Tuesday\nNorsk jobs == 42\n";
    let (suite, found) = lowered(text);
    let codes: Vec<&str> = found.iter().map(|found| found.code.name()).collect();
    assert_eq!(codes, ["unknown-measure", "syntax-error", "bad-date"]);
    assert_eq!(suite.assertions.len(), 2);
}
