//! One change in one shipped article: the checks that rest on the changed passage notice, and no others do.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value;

use crate::shipped::{ARTICLES, Desk};

const JOONGANG: &str = "000_a87d875147bc45bf.txt";
const DRIVE: &str = "001_ad1e1e3f1e40bec6.txt";
const CENTERS: &str = "002_e84cbcc6e6bb0c0f.txt";
const SDG: &str = "003_80fdcdaf6025e5c7.txt";
const STOCKTWITS: &str = "004_1516386f3b3b72d2.txt";

/// The report on the articles as they are shipped.
static BEFORE: LazyLock<Value> = LazyLock::new(|| Desk::shipped().report());

/// `words` of an article become `others`.
struct Change {
    article: &'static str,
    words: &'static str,
    others: &'static str,
}

impl Change {
    /// Makes the change, and holds the report against what is to change: assertions with their new verdicts, in the order of lines.
    fn turns(&self, expected: &[(&str, &str)]) {
        let desk = Desk::shipped();
        let path = format!("{ARTICLES}/{}", self.article);
        let text = desk.read(&path);
        assert_eq!(text.matches(self.words).count(), 1, "the words to be changed stand there once");
        desk.write(&path, text.replace(self.words, self.others).as_bytes());
        let start = text.find(self.words).expect("they are there");
        let after = desk.report();
        let before = results(&BEFORE);
        let pairs: Vec<(&Value, &Value)> = before.iter().zip(results(&after)).collect();
        let turned: Vec<&(&Value, &Value)> =
            pairs.iter().filter(|(old, new)| old["verdict"] != new["verdict"]).collect();
        let told: Vec<(&str, &str)> =
            turned.iter().map(|(_, new)| (first_line(new), text_of(new, "verdict"))).collect();
        assert_eq!(told, expected);
        for (_, new) in &turned {
            // Where the passage has dropped out there is nothing to underline.
            let seen = !self.rests_on(new, start) || self.is_underlined(new, start);
            assert!(seen, "{} is not underlined in {new:#}", self.others);
        }
        for (old, new) in &pairs {
            let rests = [old, new].iter().any(|result| self.rests_on(result, start));
            assert!(rests || signature(old) == signature(new), "{} rests on other passages", first_line(old));
        }
    }

    /// Whether a passage with the changed words is among the evidence.
    fn rests_on(&self, result: &Value, start: usize) -> bool {
        self.passages(result).any(|passage| covers(passage, start))
    }

    /// Whether the changed words, or some of them, are what a passage is cited for.
    fn is_underlined(&self, result: &Value, start: usize) -> bool {
        let end = start + self.others.len();
        self.passages(result).any(|passage| {
            let focus = &passage["focus"];
            offset(focus, "start") < end && start < offset(focus, "end")
        })
    }

    fn passages<'a>(&self, result: &'a Value) -> impl Iterator<Item = &'a Value> {
        let path = format!("{ARTICLES}/{}", self.article);
        result["evidence"].as_array().into_iter().flatten().filter(move |passage| passage["file"] == path.as_str())
    }
}

fn results(report: &Value) -> &Vec<Value> {
    report["results"].as_array().expect("a report has results")
}

fn text_of<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

/// An assertion without what is added below it.
fn first_line(result: &Value) -> &str {
    text_of(result, "assertion").lines().next().unwrap_or_default().trim_end()
}

fn offset(span: &Value, name: &str) -> usize {
    span[name].as_u64().and_then(|offset| usize::try_from(offset).ok()).expect("an offset")
}

fn covers(span: &Value, at: usize) -> bool {
    offset(span, "start") <= at && at < offset(span, "end")
}

/// What a check says, wherever it stands: verdict, reason, and the words of its passages with what each stands for.
fn signature(result: &Value) -> BTreeMap<&str, Vec<String>> {
    let evidence = result["evidence"].as_array().into_iter().flatten();
    let passages = evidence.map(|passage| format!("{} {}", text_of(passage, "stance"), text_of(passage, "text")));
    BTreeMap::from([("evidence", passages.collect()), ("verdict", vec![result["verdict"].to_string()])])
}

const SUPPORTED: &str = "supported";
const CONTRADICTED: &str = "contradicted";
const DISPUTED: &str = "disputed";
const AMBIGUOUS: &str = "ambiguous";

#[test]
fn another_number_of_workers_contradicts_the_check_on_them() {
    let change = Change { article: STOCKTWITS, words: "14,000 workers", others: "15,000 workers" };
    change.turns(&[("Amazon layoffs == 14000 workers", CONTRADICTED)]);
}

#[test]
fn a_lower_bound_leaves_the_number_of_jobs_open() {
    let change = Change { article: JOONGANG, words: "more than 400 jobs", others: "more than 300 jobs" };
    change.turns(&[("\"Siemens Healthineers\" jobs > 400", AMBIGUOUS)]);
}

#[test]
fn another_total_in_one_article_disputes_the_checks_on_the_total() {
    let change = Change { article: JOONGANG, words: "a combined $9 billion", others: "a combined $8 billion" };
    change.turns(&[
        ("investors pledge == 9e9 USD", DISPUTED),
        ("investors pledge == 9e9 USD over 5 years", DISPUTED),
        ("investors pledge == 8e9 USD", DISPUTED),
        ("investors pledge == 9.1e9 USD", CONTRADICTED),
        ("share of AWS pledge by 2031 in investors pledge > 40 %", AMBIGUOUS),
        ("AWS pledge by 2031 > investors pledge / 2", AMBIGUOUS),
        ("sources agree on investors pledge", DISPUTED),
        ("each source: investors pledge == 9e9 USD", CONTRADICTED),
    ]);
}

#[test]
fn another_deadline_contradicts_the_checks_that_assert_the_old_one() {
    let change = Change { article: CENTERS, words: "by 2027", others: "by 2028" };
    change.turns(&[
        ("Meta pledge == 14e9 USD by 2027", CONTRADICTED),
        ("AWS pledge by 2031 > Meta pledge by 2027 - 10e9 USD", AMBIGUOUS),
        ("Meta pledge == 14e9 USD by 2027", CONTRADICTED),
    ]);
}

#[test]
fn another_deadline_for_one_announcement_disputes_the_checks_that_assert_the_old_one() {
    let change = Change { article: STOCKTWITS, words: "$5 billion through 2031", others: "$5 billion through 2033" };
    change.turns(&[
        ("AWS pledge == lead by 2031", DISPUTED),
        ("AWS pledge is at least 5 billion USD by 2031", DISPUTED),
        ("AWS pledge is about $5bn by 2031", DISPUTED),
        ("AWS pledge in 4e9 .. 6e9 USD by 2031", DISPUTED),
        ("AWS pledge == 5e9 USD ± 10 % by 2031", DISPUTED),
        ("AWS pledge through 2031 == 5e9 USD", DISPUTED),
        ("AWS pledge < 6e9 USD by 2031", DISPUTED),
        ("AWS pledge != 4e9 USD by 2031", DISPUTED),
        ("AWS pledge == 5e9 USD by 2031 in Incheon", DISPUTED),
        ("AWS pledge == 5e9 USD by 2031 in \"South Korea\"", DISPUTED),
        ("AWS pledge == 5e9 USD by 2031 pledged", DISPUTED),
        ("AWS pledge == 5e9 USD by 2031 said by \"presidential office\"", CONTRADICTED),
        ("AWS pledge == 5e9 USD by 2031 for \"build data centers\"", DISPUTED),
        ("AWS pledge == 5.3e9 USD by 2031", CONTRADICTED),
        ("sources agree on AWS pledge by 2031", DISPUTED),
        ("claim \"Amazon Web Services will invest $5 billion in South Korea by 2031.\"", DISPUTED),
        ("source \"stocktwits\": AWS pledge == 5e9 USD by 2031", CONTRADICTED),
        ("AWS pledge == 5e9 USD by 2031", DISPUTED),
    ]);
}

#[test]
fn another_person_in_the_office_contradicts_the_role() {
    let change = Change { article: JOONGANG, words: "Nicolas Paris", others: "Nicolas Lyon" };
    change.turns(&[("\"Nicolas Paris\" role is \"CEO of Renault Korea\"", CONTRADICTED)]);
}

#[test]
fn the_right_company_settles_who_is_chief_executive_of_which() {
    let change = Change { article: CENTERS, words: "the CEO of Amazon", others: "the CEO of AWS" };
    change.turns(&[("\"Matt Garman\" role is \"chief executive of AWS\"", SUPPORTED)]);
}

#[test]
fn another_word_in_a_quote_contradicts_the_quote() {
    let change = Change { article: SDG, words: "a matter of survival", others: "a question of survival" };
    change.turns(&[("quote \"This is a matter of survival\" by \"Lee Jae Myung\"", CONTRADICTED)]);
}

#[test]
fn another_word_in_a_short_quote_contradicts_the_quote() {
    let change = Change { article: DRIVE, words: "bridge of prosperity", others: "road of prosperity" };
    change.turns(&[("quote \"bridge of prosperity\" by \"Lee Jae Myung\"", CONTRADICTED)]);
}

#[test]
fn another_company_before_a_title_contradicts_the_role() {
    let change = Change { article: JOONGANG, words: "Nvidia CEO Jensen Huang", others: "Intel CEO Jensen Huang" };
    change.turns(&[("\"Jensen Huang\" role is \"CEO of Nvidia\"", CONTRADICTED)]);
}

#[test]
fn another_place_in_one_passage_disputes_the_place() {
    let change = Change { article: CENTERS, words: "in Incheon and Gyeonggi", others: "in Daejeon and Gyeonggi" };
    change.turns(&[
        ("AWS pledge == 5e9 USD by 2031 in Incheon", DISPUTED),
        ("AWS pledge place includes Incheon by 2031", DISPUTED),
    ]);
}

#[test]
fn another_amount_in_one_article_disputes_the_checks_on_the_amount() {
    let change = Change { article: JOONGANG, words: "committing $5 billion", others: "committing $6 billion" };
    change.turns(&[
        ("AWS pledge == lead by 2031", DISPUTED),
        ("AWS pledge through 2031 == 5e9 USD", DISPUTED),
        ("AWS pledge < 6e9 USD by 2031", DISPUTED),
        ("AWS pledge == 5e9 USD by 2031 in Incheon", DISPUTED),
        ("AWS pledge == 5e9 USD by 2031 in \"South Korea\"", DISPUTED),
        ("AWS pledge == 5e9 USD by 2031 pledged", DISPUTED),
        ("AWS pledge == 5e9 USD by 2031 for \"build data centers\"", DISPUTED),
        ("AWS pledge == 5.3e9 USD by 2031", CONTRADICTED),
        ("share of AWS pledge by 2031 in investors pledge > 40 %", AMBIGUOUS),
        ("AWS pledge by 2031 + AWS pledge with \"SK Group\" <= 10e9 USD", AMBIGUOUS),
        ("AWS pledge by 2031 > investors pledge / 2", AMBIGUOUS),
        ("sources agree on AWS pledge by 2031", DISPUTED),
        ("AWS pledge by 2031 > Meta pledge by 2027 - 10e9 USD", AMBIGUOUS),
        ("claim \"Amazon Web Services will invest $5 billion in South Korea by 2031.\"", DISPUTED),
        ("AWS pledge == 5e9 USD by 2031", DISPUTED),
    ]);
}

#[test]
fn what_no_check_asks_for_may_change() {
    let change = Change { article: JOONGANG, words: "$6.6 billion", others: "$6.7 billion" };
    change.turns(&[]);
}
