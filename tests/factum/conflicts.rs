//! Where the shipped articles exclude one another, a check of either side comes out disputed.

use crate::shipped::Desk;

/// The declarations that the checks need.
const NAMES: &str = "entity AWS = \"Amazon Web Services\" part of Amazon\n";

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
