use crate::corpus::date::Order;
use crate::corpus::plain;

/// The zones of a plain text, one a line: the kind, a bar, the words.
fn zoned(text: &str) -> Vec<String> {
    titled(text, None)
}

fn titled(text: &str, title: Option<&str>) -> Vec<String> {
    let zoned = super::of(text, &plain::blocks(text), title, Order::Unknown);
    let line = |zone: &crate::corpus::Zone| {
        format!("{:?}| {}", zone.kind, zone.span.slice(text).replace('\n', "⏎")).to_lowercase()
    };
    zoned.zones.iter().map(line).collect()
}

/// Says that lines like `kind| words` are the zones of the words, a line each.
fn hold(expected: &[&str]) {
    let text: Vec<&str> = expected.iter().map(|line| line.split_once("| ").expect("a kind and words").1).collect();
    let expected: Vec<String> = expected.iter().map(|line| line.to_lowercase()).collect();
    assert_eq!(zoned(&text.join("\n")), expected);
}

#[test]
fn an_article_has_a_head_prose_and_an_end() {
    hold(&[
        "headline| River rises in Hammerfest",
        "metadata| By Jane Doe and J. Roe, Staff Writers",
        "metadata| Published: 17 March 2024, 14:05 GMT",
        "metadata| 4 min read",
        "body| The river at Hammerfest rose by two metres in the night, the town said.",
        "body| Nobody was hurt.",
        "subhead| What comes next",
        "body| The town expects the river to fall on Monday, its engineer said.",
        "caption| Photo: Jane Doe/The Daily",
        "body| The last such flood was in 1987, when the old bridge was lost.",
        "metadata| Reporting by Jane Doe; Editing by J. Roe",
        "boilerplate| Follow us on Facebook",
        "boilerplate| © 2024 The Daily. All rights reserved.",
    ]);
}

#[test]
fn a_headline_may_ask_and_may_end_with_an_abbreviation() {
    hold(&["headline| Will the river rise again?", "body| The river at Hammerfest rose by two metres, the town said."]);
    hold(&["headline| Floods kill 12 in U.S.", "body| Floods killed 12 people in the night, officials said."]);
}

#[test]
fn what_repeats_the_headline_is_a_headline() {
    hold(&[
        "headline| River rises in Hammerfest",
        "metadata| 17/03/2024 2 min Episode 7",
        "headline| RIVER RISES IN HAMMERFEST",
        "metadata| Listen “River rises in Hammerfest”",
        "metadata| Episode Synopsis",
        "body| The river at Hammerfest rose by two metres in the night.",
        "boilerplate| More episodes of the podcast The Daily - News from Norway",
    ]);
}

#[test]
fn the_title_of_the_manifest_is_the_headline_wherever_it_stands_in_the_head() {
    let text = "World\nRiver rises in Hammerfest\nThe river at Hammerfest rose by two metres in the night.";
    assert_eq!(
        titled(text, Some("River rises in Hammerfest")),
        [
            "subhead| world",
            "headline| river rises in hammerfest",
            "body| the river at hammerfest rose by two metres in the night."
        ]
    );
}

#[test]
fn marks_of_headings_are_no_part_of_them() {
    let text = "# River rises\n\nThe river rose by two metres in the night.\n\n## After the flood\n\nThe town now builds a higher wall.";
    assert_eq!(
        zoned(text),
        [
            "headline| river rises",
            "body| the river rose by two metres in the night.",
            "subhead| after the flood",
            "body| the town now builds a higher wall."
        ]
    );
}

#[test]
fn items_of_lists_are_bullets_without_their_marks() {
    let text = "River rises in Hammerfest\n- The wall held.\n• Nobody was hurt\n* The bridge is closed.\nThe river rose by two metres in the night.";
    assert_eq!(
        zoned(text),
        [
            "headline| river rises in hammerfest",
            "bullet| the wall held.",
            "bullet| nobody was hurt",
            "bullet| the bridge is closed.",
            "body| the river rose by two metres in the night.",
        ]
    );
}

#[test]
fn metadata_before_the_first_sentence_is_cut_off() {
    for (lead, sentence) in [
        ("date 2024-03-17", "Acme will build a bridge at Hammerfest, it said."),
        ("Published 17 March 2024, 14:05 GMT |", "Acme will build a bridge at Hammerfest, it said."),
        ("March 17, 2024 / 3:15 PM EDT /", "“We will build it,” said the head of Acme."),
        ("By Jane Doe 17 March 2024 -", "Acme will build a bridge at Hammerfest, it said."),
        ("(Mar 17, 2024 10:40 AM CET)", "Acme will build a bridge at Hammerfest, it said."),
        ("Updated: Sunday, 17 March 2024 ·", "7 bridges will be built at Hammerfest, Acme said."),
    ] {
        let text = format!(" {lead} {sentence}");
        assert_eq!(
            zoned(&text),
            [format!("metadata| {lead}").to_lowercase(), format!("body| {sentence}").to_lowercase()]
        );
    }
}

#[test]
fn a_sentence_that_begins_with_a_date_stays_whole() {
    hold(&["body| On 17 March 2024, Acme opened a bridge at Hammerfest."]);
    hold(&["body| March 17, 2024, was the day that the bridge was opened."]);
    hold(&["body| 17 March 2024 was the day that the bridge was opened."]);
    hold(&["body| Published in 2021, the plan of Acme has a bridge at Hammerfest."]);
    hold(&["body| Date palms grow well in the south of the country."]);
}

#[test]
fn what_a_crawler_left_behind_a_sentence_is_cut_off() {
    for (residue, kind) in
        [("Acme Acme", "boilerplate"), ("Read more", "boilerplate"), ("(AP Photo/Jane Doe)", "caption")]
    {
        let filler = "The town had asked for one since the old bridge was lost in the flood of 1987, when the road over the fjord was cut off \
                      for most of a winter and the mail came by boat, as it had before the war and as some say it should come again.";
        let text = format!("{filler} Acme will build a bridge at Hammerfest. {residue}");
        assert_eq!(zoned(&text)[1], format!("{kind}| {residue}").to_lowercase());
    }
}

#[test]
fn what_belongs_to_a_sentence_is_not_cut_off() {
    hold(&["body| The bridge will be built by Acme Inc. Acme"]);
    hold(&["body| The plan was drawn up by the office of Mr. Doe Doe"]);
    hold(&["body| The bridge is closed. It will open on Monday"]);
}

#[test]
fn a_dateline_is_metadata_before_its_sentence() {
    let text = "Bridge planned\n\nLYON, France (AFP) - Acme will build a bridge at Hammerfest, it said.";
    assert_eq!(
        zoned(text),
        [
            "headline| bridge planned",
            "metadata| lyon, france (afp) -",
            "body| acme will build a bridge at hammerfest, it said."
        ]
    );
}

#[test]
fn a_dateline_may_stand_on_a_line_of_its_own() {
    hold(&["metadata| NAIROBI, Kenya (AP) _", "body| The river rose by two metres in the night, the town said."]);
    hold(&["metadata| AFP --", "body| The river rose by two metres in the night, the town said."]);
    hold(&["body| The price of it rose to $2.40.", "body| It had been lower than that for most of the year."]);
    hold(&["metadata| OSLO —", "body| The river rose by two metres in the night, the town said."]);
}

#[test]
fn lists_of_other_articles_are_boilerplate_to_their_end() {
    hold(&[
        "body| The river rose by two metres in the night, the town said.",
        "boilerplate| RELATED STORIES:",
        "boilerplate| Acme builds seven bridges",
        "boilerplate| How to read a map of a river that is not there any more.",
        "body| The town expects the river to fall on Monday, its engineer said, and asked all who live by the water to stay with \
         friends or in the school until the wall has been looked at from both of its sides.",
        "boilerplate| Read next: Acme builds seven bridges",
        "body| Nobody was hurt.",
    ]);
}

#[test]
fn contact_lines_and_sign_ups_are_boilerplate() {
    for line in [
        "For updates and corrections, email desk[at]example[dot]com.",
        "Follow The Daily on LinkedIn",
        "Sign up for our newsletter to get the news of the day.",
        "Sign up to The Daily’s morning newsletter.",
        "Subscribe to our channel",
        "Copyright 2024 The Daily",
        "We use cookies to make this page better.",
        "Advertisement",
        "Comments (12)",
        "Share this article",
        "Write to Jane Doe at jane@example.com",
        "Tags: rivers, floods",
    ] {
        hold(&["body| The river rose by two metres in the night.", &format!("boilerplate| {line}")]);
    }
}

#[test]
fn sentences_that_begin_like_boilerplate_or_metadata_are_prose() {
    for line in [
        "About US$5 million was lost in the flood, the town said.",
        "By 2031 the wall will be a metre higher, the town said.",
        "By Tuesday the river had fallen by a metre.",
        "Written by a team of twelve, the report speaks of luck.",
        "More than forty houses were lost in the flood.",
        "Related costs rose by a third in that year.",
        "Figure 3 of the report shows how the river rose.",
        "Read and write, the judge said to him.",
        "Share prices fell by 4 % in the morning.",
        "Home to forty people, the house was lost.",
        "Updated plans will be shown on Monday, the town said.",
    ] {
        hold(&["body| The river rose by two metres in the night.", &format!("body| {line}")]);
    }
}

#[test]
fn legends_of_pictures_are_captions() {
    for line in [
        "FILE - The old bridge at Hammerfest, seen in 1987.",
        "The old bridge at Hammerfest. Jane Doe/Getty Images",
        "The old bridge at Hammerfest, seen in 1987. (AP Photo/Jane Doe)",
        "Image source, Getty Images",
        "Figure 3: Height of the river",
        "Source: Town of Hammerfest",
    ] {
        hold(&[
            "body| The river rose by two metres in the night.",
            &format!("caption| {line}"),
            "body| Nobody was hurt in the flood.",
        ]);
    }
}

#[test]
fn a_text_without_prose_is_all_body() {
    hold(&["body| Acme will build a bridge by 2031"]);
    hold(&["body| 17 March 2024"]);
    hold(&["body| Acme  5 million  2031", "body| Bolt  7 million  2032"]);
    hold(&["body| Share", "body| 3 pm"]);
}

#[test]
fn questions_of_an_interview_are_sub_heads_and_a_speaker_is_not() {
    hold(&[
        "body| The head of Acme spoke about the bridge on Monday.",
        "subhead| Will the bridge be built?",
        "body| It will be built as soon as the town has paid for it.",
        "body| Reporter: And if it does not pay?",
        "body| Then there will be no bridge at Hammerfest, of course.",
    ]);
}

#[test]
fn the_last_line_of_an_article_is_no_sub_head() {
    hold(&["body| The river rose by two metres in the night.", "body| It fell in the morning"]);
}

#[test]
fn a_run_of_short_lines_is_a_table_and_no_heading() {
    hold(&[
        "body| The town gave the height of the river as follows.",
        "body| Monday 2 m",
        "body| Tuesday 3 m",
        "body| Wednesday 4 m",
        "body| Thursday 2 m",
        "body| On Friday the town stopped counting, its engineer said.",
    ]);
}

#[test]
fn the_day_of_publication_is_read_from_metadata_and_never_from_a_later_change() {
    let day = |text: &str, order: Order| {
        let zoned = super::of(text, &plain::blocks(text), None, order);
        super::printed_date(text, &zoned, order).map(|day| day.to_string())
    };
    let body = "The river rose by two metres in the night.";
    let day_of = |line: &str| day(&format!("River rises\n{line}\n{body}"), Order::Unknown);
    assert_eq!(day_of("17/03/2024 2 min Episode 7").as_deref(), Some("2024-03-17"));
    assert_eq!(day_of("Published 3 March 2024, updated 5 March 2024").as_deref(), Some("2024-03-03"));
    assert_eq!(day_of("Updated 5 March 2024; first published 3 March 2024").as_deref(), Some("2024-03-03"));
    assert_eq!(day_of("By Jane Doe | March 3, 2024").as_deref(), Some("2024-03-03"));
    assert_eq!(day_of("Updated 5 March 2024"), None);
    assert_eq!(day_of("Wednesday"), None);
    assert_eq!(day_of("03/04/2024"), None);
    assert_eq!(day(&format!("03/04/2024\n{body}"), Order::DayFirst).as_deref(), Some("2024-04-03"));
    assert_eq!(day(&format!("OSLO, March 3, 2024 — {body}"), Order::Unknown).as_deref(), Some("2024-03-03"));
    assert_eq!(day(&format!("{body} It had rained since 3 March 2024."), Order::Unknown), None);
}
