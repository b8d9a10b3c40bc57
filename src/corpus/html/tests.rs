use jiff::civil::date;

use super::read;
use crate::corpus::date::Order;
use crate::corpus::zones;

/// The zones of a page, one a line: the kind, a bar, the words.
fn zoned(page: &str) -> Vec<String> {
    let reading = read(page);
    let zoned = zones::of(&reading.text, &reading.blocks, reading.page.title.as_deref(), Order::Unknown);
    let line = |zone: &crate::corpus::Zone| format!("{:?}| {}", zone.kind, zone.span.slice(&reading.text));
    zoned.zones.iter().map(line).collect()
}

const PAGE: &str = r#"<!DOCTYPE html>
<html lang="en-GB">
<head>
  <title>River rises in Hammerfest | The Daily</title>
  <meta property="og:site_name" content="The Daily">
  <meta property="article:published_time" content="2024-03-17T08:30:00+01:00">
  <meta property="article:modified_time" content="2024-03-19T08:30:00+01:00">
  <style>p { color: red }</style>
  <script>if (1 < 2) { document.write("<p>Never read.</p>") }</script>
</head>
<body>
  <nav><ul><li>Home</li><li>News</li></ul></nav>
  <main>
    <h1>River rises in&nbsp;Hammerfest</h1>
    <p class="byline">By <a href="/jane">Jane Doe</a></p>
    <p>The river at Hammerfest rose by <b>two</b>&nbsp;metres in the night,
       the caf&eacute; by the water said.</p>
    <figure><img src="a.jpg" alt="A river"><figcaption>The river in 1987.</figcaption></figure>
    <h2>What comes next</h2>
    <ul><li>The wall is looked at.</li><li>The bridge is closed</li></ul>
    <table><tr><th>Day</th><th>Height</th></tr><tr><td>Monday</td><td>2 m</td></tr></table>
    <p>Nobody was hurt, it said.<br>The school stays shut.</p>
    <aside><p>Acme builds seven bridges in the north of the country.</p></aside>
  </main>
  <footer><p>Contact: desk@example.com</p></footer>
</body>
</html>
"#;

#[test]
fn a_page_is_read_as_a_reader_sees_it() {
    assert_eq!(
        zoned(PAGE),
        [
            "Headline| River rises in Hammerfest",
            "Metadata| By Jane Doe",
            "Body| The river at Hammerfest rose by two metres in the night, the café by the water said.",
            "Caption| The river in 1987.",
            "Subhead| What comes next",
            "Bullet| The wall is looked at.",
            "Bullet| The bridge is closed",
            "Body| Day\tHeight",
            "Body| Monday\t2 m",
            "Body| Nobody was hurt, it said.",
            "Body| The school stays shut.",
            "Boilerplate| Acme builds seven bridges in the north of the country.",
            "Boilerplate| Contact: desk@example.com",
        ]
    );
}

#[test]
fn a_page_says_who_published_it_when_and_in_which_locale() {
    let page = read(PAGE).page;
    assert_eq!(page.publisher.as_deref(), Some("The Daily"));
    assert_eq!(page.published, Some(date(2024, 3, 17)));
    assert_eq!(page.locale.as_deref(), Some("en-GB"));
    assert_eq!(page.title, None);
}

#[test]
fn the_day_may_stand_in_a_time_element() {
    let day = |page: &str| read(page).page.published;
    assert_eq!(day("<p><time datetime='2024-03-17'>Sunday</time></p>"), Some(date(2024, 3, 17)));
    assert_eq!(
        day("<time datetime=2024-01-01>a</time><time itemprop=datePublished datetime=2024-03-17>b</time>"),
        Some(date(2024, 3, 17))
    );
    assert_eq!(day("<time itemprop=dateModified datetime=2024-03-17>b</time>"), None);
    assert_eq!(day("<meta name=date content='soon'>"), None);
    assert_eq!(day("<html lang=en-GB><meta name=date content='03/04/2024'>"), Some(date(2024, 4, 3)));
}

#[test]
fn the_title_of_the_window_is_the_headline_of_a_page_that_has_no_other() {
    let body = "<p>The river rose by two metres in the night.</p>";
    let headline = |title: &str| zoned(&format!("<title>{title}</title>{body}"))[0].clone();
    assert_eq!(headline("River rises in Hammerfest"), "Headline| River rises in Hammerfest");
    assert_eq!(headline("River rises in Hammerfest - The Daily"), "Headline| River rises in Hammerfest");
    assert_eq!(headline("River rises in Hammerfest &#8211; The Daily"), "Headline| River rises in Hammerfest");
    assert_eq!(headline("Twenty-one - a river"), "Headline| Twenty-one - a river");
}

#[test]
fn of_two_first_headings_the_one_that_the_page_calls_its_title_is_the_headline() {
    let page = "<meta property=og:title content='River rises'><h1>The Daily</h1><h1>River rises</h1><p>The river rose by two metres.</p>";
    assert_eq!(zoned(page)[..2], ["Subhead| The Daily", "Headline| River rises"]);
}

#[test]
fn what_a_page_shows_as_its_title_outweighs_what_it_tells_machines() {
    let told = "<meta property=og:title content='Rivers!!'>";
    assert_eq!(read(&format!("{told}<h1>River rises</h1>")).page.title, None);
    assert_eq!(read(&format!("{told}<p>The river rose.</p>")).page.title.as_deref(), Some("Rivers!!"));
}

#[test]
fn a_date_in_a_list_above_the_article_is_metadata() {
    let page = "<h1>River rises</h1><ul><li>By Jane Doe</li><li>17 March 2024</li></ul><p>The river rose by two metres in the night.</p>";
    assert_eq!(zoned(page)[1..3], ["Metadata| By Jane Doe", "Metadata| 17 March 2024"]);
}

#[test]
fn what_stands_outside_of_the_article_is_boilerplate() {
    let page = "<p>Our best stories of the week are below.</p><article><p>The river rose by two metres in the night, the town said.</p></article>\
                <div>Acme builds seven bridges in the north.</div>";
    assert_eq!(
        zoned(page),
        [
            "Boilerplate| Our best stories of the week are below.",
            "Body| The river rose by two metres in the night, the town said.",
            "Boilerplate| Acme builds seven bridges in the north.",
        ]
    );
}

#[test]
fn broken_markup_hides_no_words() {
    for page in [
        "<p>The river rose by two metres in the night.",
        "<div><nav><p>The river rose by two metres in the night.</div>",
        "The river rose by <b>two <i>metres</b> in the night.</i></p></p></li>",
        "<footer/><article><p>The river rose by two metres in the night.",
        "<svg/><p>The river rose by two metres in the night.</p></svg>",
        "The river rose by two metres in the night.<a href=\"x",
        "The river rose by two metres in the night.<!-- and then",
    ] {
        assert_eq!(zoned(page), ["Body| The river rose by two metres in the night."], "{page}");
    }
}

#[test]
fn line_breaks_end_a_paragraph_in_pairs_or_behind_a_sentence() {
    assert_eq!(
        zoned(
            "The river rose<br>\nby two metres in the night.<br/>Nobody was hurt<br> <br>The wall held, and it still holds."
        ),
        [
            "Body| The river rose by two metres in the night.",
            "Subhead| Nobody was hurt",
            "Body| The wall held, and it still holds."
        ]
    );
}

#[test]
fn old_pages_that_are_laid_out_in_tables_have_prose_too() {
    let page = "<table><tr><td>The river rose by two metres in the night, the town said.</td></tr><tr><td>1987</td><td>3 m</td></tr></table>";
    assert_eq!(zoned(page), ["Body| The river rose by two metres in the night, the town said.", "Body| 1987\t3 m"]);
}
