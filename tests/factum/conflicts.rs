//! Where the shipped articles exclude one another, a check of either side comes out disputed.

use serde_json::Value;

use crate::shipped::{ARTICLES, CHECKS, Desk};

/// The declarations that the checks need.
const NAMES: &str = "entity AWS = \"Amazon Web Services\" part of Amazon
group investors = AWS, Renault, \"Amkor Technology\" (Amkor), Corning, \"Air Liquide\", \"Siemens Healthineers\", Umicore
";

/// Where the articles differ without excluding one another: in a hedge, a part for the whole, a place and one around it, how far a
/// thing has got, one figure beside another of the same digits.
const COMPATIBLE: &[&str] = &[
    "investors pledge is about 9e9 USD",
    "investors pledge == 9e9 USD pledged",
    "investors pledge - AWS pledge by 2031 == 4e9 USD",
    "AWS pledge == 9e9 USD",
    "AWS pledge >= 5e9 USD by 2031",
    "AWS pledge == 5e9 USD by 2031-12-31",
    "AWS pledge == 5e9 USD by 2031 in \"Gyeonggi Province\"",
    "AWS pledge place includes [Incheon, \"Gyeonggi Province\"]",
    "AWS \"data centers\" place includes [Incheon, \"Gyeonggi Province\"]",
    "AWS pledge == 40e9 USD by 2028",
    "AWS pledge == 40e9 USD additional",
    "some Amazon pledge == 650e9 USD",
    "Amazon pledge == 650e9 USD",
    "some Meta pledge == 3e9 USD",
    "Meta pledge == 3e9 USD for startups",
    "Meta pledge >= 14e9 USD",
    "count of projects == 2",
    "count of \"multinational firms\" == 7",
    "\"Siemens Healthineers\" jobs > 400",
    "\"Donald Trump\" role is \"president of the U.S.\"",
    "claim \"Amazon plans to invest $5 billion in South Korea by 2031.\"",
    "claim \"Amazon Web Services will invest more than $5 billion by 2031.\"",
    "claim \"AWS joins Renault in a $9 billion investment drive.\"",
    "claim \"Meta has set aside $3 billion for startups.\"",
    "claim \"The investment will create thousands of jobs.\"",
];

#[test]
fn what_differs_without_excluding_is_no_contradiction() {
    let desk = Desk::shipped();
    desk.write("checks/korea-ai.check", format!("{NAMES}{}\n", COMPATIBLE.join("\n")).as_bytes());
    let report = desk.report();
    let results = report["results"].as_array().expect("a report has results");
    assert_eq!(results.len(), COMPATIBLE.len());
    for result in results {
        let verdict = result["verdict"].as_str().unwrap_or_default();
        assert!(!matches!(verdict, "contradicted" | "disputed"), "{} is {verdict}", result["assertion"]);
    }
}

fn verdict(check: &str) -> String {
    let desk = Desk::shipped();
    desk.write("checks/korea-ai.check", format!("{NAMES}{check}\n").as_bytes());
    let report = desk.report();
    report["results"][0]["verdict"].as_str().unwrap_or("no result").to_owned()
}

#[test]
fn the_month_in_which_the_older_project_was_announced_is_disputed() {
    for month in ["June", "September"] {
        let check = format!("Amazon pledge == $4bn in Ulsan announced in {month} 2025");
        assert_eq!(verdict(&check), "disputed", "{check}");
    }
}

#[test]
fn whose_chief_executive_somebody_is_is_disputed() {
    for company in ["AWS", "Amazon"] {
        let check = format!("\"Matt Garman\" role is \"CEO of {company}\"");
        assert_eq!(verdict(&check), "disputed", "{check}");
    }
}

#[test]
fn a_new_plant_and_the_expansion_of_one_dispute_one_another() {
    for claim in
        ["will build a new ultrasound device plant in Pohang", "will expand an ultrasound device line in Pohang"]
    {
        let check = format!("claim \"Siemens Healthineers {claim}.\"");
        assert_eq!(verdict(&check), "disputed", "{check}");
    }
}

/// What of each shipped article the other four exclude: words that stand in it.
const EXCLUDED: &[(&str, &[&str])] = &[
    ("000_a87d875147bc45bf.txt", &["to build a new cardiac ultrasound device plant"]),
    ("001_ad1e1e3f1e40bec6.txt", &["AWS Chief Executive Matt Garman", "to expand an ultrasound device component line"]),
    ("002_e84cbcc6e6bb0c0f.txt", &["last month to launch an AI data hub", "Matt Garman, the CEO of Amazon"]),
    ("003_80fdcdaf6025e5c7.txt", &[]),
    ("004_1516386f3b3b72d2.txt", &["AWS chief Matt Garman", "announced in June a $4 billion investment"]),
];

#[test]
fn each_article_held_against_the_others_is_excluded_in_what_they_exclude_and_nothing_else() {
    for (article, excluded) in EXCLUDED {
        let desk = Desk::shipped();
        let name = format!("{ARTICLES}/{article}");
        let output = desk.run(&["verify", &name, "--use", CHECKS, "--format", "json"]);
        let report: Value = serde_json::from_slice(&output.stdout).expect("a report is JSON");
        let results = report["results"].as_array().expect("a report has results");
        let against = |result: &&Value| matches!(result["verdict"].as_str(), Some("contradicted" | "disputed"));
        let told: Vec<&str> =
            results.iter().filter(against).filter_map(|result| result["assertion"].as_str()).collect();
        assert_eq!(told.len(), excluded.len(), "{article}: {told:#?}");
        for (told, words) in told.iter().zip(*excluded) {
            assert!(told.contains(words), "{article}: {told}");
        }
    }
}
