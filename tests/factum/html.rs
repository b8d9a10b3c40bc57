//! The page for people: that it is whole and says what it has to is held here; what it does in a browser, in `browser`.

use hmac_sha256::Hash;
use html5gum::{DefaultEmitter, Token, Tokenizer};

use crate::forms::changed;
use crate::shipped::Desk;
use crate::snapshot::compare;

const CHECKS: &str = "check lead \"The lead <b>paragraph</b>\"
\"Norvik Energy\" pledge == 5e6 USD by 2031
  why \"the figure stands in the headline\"
  owner \"@city\"
  tags energy, lead
\"Norvik Energy\" pledge == 5e6 USD by 2030
\"Norvik Energy\" jobs is about 400
  severity warn
\"Norvik Energy\" pledge == 6e6 USD by 2031 known-wrong until 2031-06-01 because \"a correction is due\"
Ostvik pledge == 5e6 USD
";

const HERALD: &str = "Norvik to build in Tromso\n\nNorvik Energy will invest $5 million in Tromso by 2031, the company said \
                      on Tuesday. It will create nearly 400 jobs.\n";

const POST: &str = "<html><body><h1>Norvik plan grows</h1><p>Norvik Energy will invest <b>$6 million</b> in Tromso by 2031 \
                    &amp; beyond. It will create 350 jobs.</p></body></html>";

/// All that an article could try.
const HOSTILE: &str = "Norvik Energy will invest $5 million in Tromso by 2031 <script>document.title = 'hurt'</script> \
                       <img src=x onerror=\"document.title='hurt'\"> \" onclick=\"document.title='hurt' ' </blockquote></p></details> \
                       <a href=\"javascript:document.title='hurt'\">x</a> javascript:alert(1) https://evil.example/a.js &lt;b&gt; \
                       --> ]]> </style></title> \u{202e}Red \u{1b}[31m, it said.";

/// Two sources that differ, and a check of each outcome but one.
pub fn desk() -> Desk {
    let desk = Desk::empty();
    desk.write("checks/harbour.check", CHECKS.as_bytes());
    desk.write("corpus/herald.txt", HERALD.as_bytes());
    desk.write("corpus/post.html", POST.as_bytes());
    desk
}

/// A desk that speaks of what would be markup, wherever it may.
pub fn hostile() -> Desk {
    let desk = Desk::empty();
    let check = "check a \"</summary><script>document.title='hurt'</script>\"\n\"Norvik Energy\" pledge == 6e6 USD by 2031\n  \
                 why \"<img src=x onerror=document.title='hurt'>\"\n  tags \"<i>\"\nclaim \"</code><script>document.title='hurt'\
                 </script> invests $5 million.\"\n";
    desk.write("checks/<b>.check", check.as_bytes());
    desk.write("corpus/her'ald&<i>.txt", HOSTILE.as_bytes());
    desk
}

fn page(desk: &Desk) -> String {
    String::from_utf8(desk.run(&["check", "--format", "html"]).stdout).expect("a page is text")
}

fn tokens(page: &str) -> Vec<Token> {
    Tokenizer::new_with_emitter(page, DefaultEmitter::default())
        .map(|token| token.unwrap_or_else(|never| match never {}))
        .collect()
}

/// Name and attributes of each element that starts.
fn elements(page: &str) -> Vec<(String, Vec<(String, String)>)> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let element = |token: Token| match token {
        Token::StartTag(tag) => {
            let attributes = tag.attributes.iter().map(|(name, value)| (text(name), text(value)));
            Some((text(&tag.name), attributes.collect()))
        }
        _ => None,
    };
    tokens(page).into_iter().filter_map(element).collect()
}

/// What stands in the only element of that name.
fn content<'a>(page: &'a str, name: &str) -> &'a str {
    let (_, rest) = page.split_once(&format!("<{name}>")).expect("it starts");
    let (content, rest) = rest.split_once(&format!("</{name}>")).expect("it ends");
    assert!(!rest.contains(&format!("<{name}")), "there is one {name}");
    content
}

/// The page as a person reads it: its words, a line a block.
fn read(page: &str) -> String {
    const BLOCKS: [&str; 22] = [
        "p",
        "br",
        "h1",
        "h2",
        "h3",
        "h4",
        "li",
        "pre",
        "dt",
        "tr",
        "details",
        "section",
        "header",
        "nav",
        "footer",
        "ul",
        "table",
        "title",
        "legend",
        "label",
        "button",
        "figcaption",
    ];
    let (mut out, mut skipped) = (String::new(), 0);
    for token in tokens(page) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                skipped += usize::from(["style", "script"].contains(&&name[..]));
                match &name[..] {
                    "h1" | "h2" | "h3" | "h4" => {
                        out.push_str(&format!("\n{} ", "#".repeat(usize::from(name.as_bytes()[1] - b'0'))))
                    }
                    "li" => out.push_str("\n- "),
                    "mark" => out.push('['),
                    "del" => out.push_str("[-"),
                    "ins" => out.push_str("[+"),
                    "td" | "dd" => out.push_str(" | "),
                    name if BLOCKS.contains(&name) => out.push('\n'),
                    _ => {}
                }
            }
            Token::EndTag(tag) => match &*String::from_utf8_lossy(&tag.name) {
                "style" | "script" => skipped -= 1,
                "mark" => out.push(']'),
                "del" => out.push_str("-]"),
                "ins" => out.push_str("+]"),
                _ => {}
            },
            Token::String(text) if skipped == 0 => out.push_str(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    let lines: Vec<&str> = out.lines().map(str::trim).filter(|line| !line.is_empty() && *line != "-").collect();
    lines.join("\n") + "\n"
}

#[test]
fn a_page_tells_what_a_person_would_read() {
    compare("report_html", &read(&page(&desk())));
}

/// What a section says.
fn section(page: &str, id: &str) -> String {
    let (_, rest) = page.split_once(&format!("<section id=\"{id}\"")).expect("the section is there");
    read(&format!("<section{}", rest.split_once("</section>").expect("it ends").0))
}

#[test]
fn what_independent_sources_disagree_on_is_told_though_no_check_asks() {
    let desk = desk();
    desk.write("checks/harbour.check", b"Ostvik pledge == 5e6 USD\n");
    let told = section(&page(&desk), "discords");
    assert!(told.contains("### Norvik Energy: pledge\n≠ disputed1 passage against 1"), "{told}");
    assert!(told.contains("The check that asks: sources agree on \"Norvik Energy\" pledge"), "{told}");
    assert!(
        told.contains("one side: 5,000,000 USD (herald)") && told.contains("the other side: 6,000,000 USD (post)"),
        "{told}"
    );
    assert!(told.contains("sources exclude one another in 2."), "{told}");
    // A check that has heard both asks.
    desk.write("checks/harbour.check", b"\"Norvik Energy\" pledge == 5e6 USD by 2031 expect disputed\n");
    let told = section(&page(&desk), "discords");
    assert!(!told.contains("pledge"), "{told}");
    assert!(told.contains("sources exclude one another in 1, and in 1 besides, as the checks above show."), "{told}");
}

#[test]
fn where_nothing_can_be_held_side_by_side_no_agreement_is_told() {
    let desk = desk();
    desk.write("corpus/post.html", b"<html><body><p>Lund Steel has 395 employees.</p></body></html>");
    let page = page(&desk);
    assert!(page.contains("Disagreements (nothing to compare)"), "{page}");
    let told = section(&page, "discords");
    assert!(told.contains("Nothing could be held side by side") && told.contains("is not known"), "{told}");
    assert!(told.contains("3 things have one from a single source"), "{told}");
}

#[test]
fn of_more_articles_than_can_be_held_side_by_side_the_page_says_so() {
    let desk = desk();
    let told = section(&page(&desk), "discords");
    assert!(!told.contains("Sentences are not held"), "{told}");
    for number in 0..24 {
        desk.write(&format!("corpus/notice-{number}.txt"), format!("Hall {number} opened.\n").as_bytes());
    }
    let told = section(&page(&desk), "discords");
    assert!(told.contains("Sentences are not held against one another here"), "{told}");
    assert!(told.contains("sources exclude one another in 2"), "{told}");
}

#[test]
fn a_source_whose_word_does_not_count_disagrees_with_nobody() {
    let desk = desk();
    desk.write("checks/harbour.check", b"Ostvik pledge == 5e6 USD\n");
    desk.write("corpus/manifest.toml", b"[[document]]\nfile = \"herald.txt\"\ntier = \"outlet\"\n");
    let output = desk.run(&["check", "--tier", "outlet", "--format", "html"]);
    let told = section(&String::from_utf8(output.stdout).unwrap(), "discords");
    assert!(told.contains("Nothing could be held side by side"), "{told}");
}

#[test]
fn a_page_of_a_draft_has_what_else_there_is_to_see() {
    let desk = desk();
    desk.write("draft.txt", b"Norvik Energy will invest $5 million in Tromso by 2029.\n");
    let output = desk.run(&["verify", "draft.txt", "--format", "html"]);
    let page = String::from_utf8(output.stdout).unwrap();
    let told = section(&page, "coverage");
    assert!(
        told.contains("What the draft tells of the articles") && told.contains("create [nearly 400 jobs]."),
        "{told}"
    );
    assert!(section(&page, "discords").contains("What the sources disagree on, and the draft does not tell"));
}

#[test]
fn a_change_is_told_as_a_sentence_with_the_words_that_went_and_came() {
    let desk = changed();
    for (mode, grave) in [("--snapshot=check", "fail"), ("--snapshot=write", "warn")] {
        let page = String::from_utf8(desk.run(&["check", mode, "--format", "html"]).stdout).expect("a page is text");
        let told = section(&page, "changes");
        for words in [
            "### Norvik pledge is 5,000,000 USD",
            "Does not pass any more ✓ supported, passes → now ✗ contradicted, warns",
            "Norvik will invest [-$5-][+$6+] million.",
            "### Ostvik headcount is 400\nThe check is gone ✓ supported, passes",
            "New, and nobody has accepted it ✓ supported, passes",
            "bring the check back, or accept with factum review that it is gone",
            "### checks/b.check is not there",
            "- Ostvik headcount is 400 ✓ supported, passes",
            "What to do: delete the snapshot",
        ] {
            assert!(told.contains(words), "{words} in {mode}: {told}");
        }
        assert!(!told.contains("lead"), "no id: {told}");
        assert!(page.contains(&format!("<li id=\"change-1\" class=\"card change {grave}\"")), "{page}");
        let head = read(page.split_once("</header>").expect("it has a head").0);
        assert!(head.contains("4 changes since what was accepted") && head.contains("Changes (4)"), "{head}");
    }
}

#[test]
fn a_check_that_passes_and_is_not_as_it_was_accepted_is_marked_and_leads_to_its_change() {
    let desk = changed();
    for (mode, mark) in [("--snapshot=check", " changed fails"), ("--snapshot=write", " changed")] {
        let page = String::from_utf8(desk.run(&["check", mode, "--format", "html"]).stdout).expect("a page is text");
        let opens = |page: &str, from: &str| page.split_once(from).expect("the card is there").1.to_owned();
        let card = opens(&page, "id=\"check-2\"");
        assert!(page.contains(&format!("class=\"card check pass supported{mark}\"")), "{page}");
        let link = "<a class=\"outcome change\" href=\"#change-3\">changed since accepted</a>";
        assert!(card.split_once("</summary>").expect("it has a summary").0.contains(link), "{card}");
        let change = opens(&page, "id=\"change-3\"");
        assert!(change.split_once("</h3>").expect("it has a title").0.contains("href=\"#check-2\""), "{change}");
    }
}

#[test]
fn what_articles_contradict_stands_before_what_they_do_not_speak_of() {
    let desk = desk();
    let checks = "check silent\nOstvik area == 5 m2\ncheck wrong\n\"Norvik Energy\" pledge == 9e6 USD by 2031\n";
    desk.write("checks/harbour.check", checks.as_bytes());
    let told = section(&page(&desk), "checks");
    let at = |words: &str| told.find(words).unwrap_or_else(|| panic!("{words} is told: {told}"));
    assert!(at("contradicted not as expected") < at("unmentioned not as expected"), "{told}");
}

#[test]
fn changes_that_fail_no_run_stand_behind_checks_that_do() {
    let desk = changed();
    let order = |desk: &Desk, mode: &str| {
        let page = String::from_utf8(desk.run(&["check", mode, "--format", "html"]).stdout).expect("a page is text");
        page.find("<section id=\"changes\"") < page.find("<section id=\"checks\"")
    };
    assert!(order(&desk, "--snapshot=check") && order(&desk, "--snapshot=write"));
    desk.write("checks/a.check", b"check lead\nNorvik pledge == 5e6 USD\ncheck old\nOstvik headcount == 400\n");
    assert!(order(&desk, "--snapshot=check") && !order(&desk, "--snapshot=write"));
}

/// A page of one check on two articles.
fn page_on(check: &str, herald: &str, post: &str) -> String {
    let desk = Desk::empty();
    desk.write("checks/a.check", check.as_bytes());
    desk.write("corpus/herald.txt", herald.as_bytes());
    desk.write("corpus/post.txt", post.as_bytes());
    page(&desk)
}

#[test]
fn deadlines_are_drawn_on_a_line_of_time() {
    let herald = "Norvik Energy will invest $5 million in Tromso by 2031.";
    let post = "Norvik Energy will invest $5 million in Tromso before July 2032.";
    let page = page_on("\"Norvik Energy\" pledge == 5e6 USD by 2031\n", herald, post);
    let told = read(&page);
    let words = [
        "By when, against what is asserted",
        "- asserted: by 2031",
        "- says so: by 2031 (herald)",
        "- says otherwise: before 2032-07 (post)",
    ];
    assert!(words.iter().all(|words| told.contains(words)), "{told}");
    let (_, dates) = page.split_once("<svg class=\"dates\"").expect("the line is marked");
    assert!(dates.contains(">2031</text>") || dates.contains(">Jan 2031</text>"), "{dates}");
}

#[test]
fn where_the_times_are_alike_none_is_drawn() {
    let text = "Norvik Energy will invest $5 million in Tromso by 2031.";
    let page = page_on("\"Norvik Energy\" pledge == 6e6 USD by 2031\n", text, "Nothing of it.");
    assert!(page.contains("What the sources say") && !read(&page).contains("By when"), "{}", read(&page));
}

#[test]
fn a_date_that_is_included_and_one_that_is_not_look_different() {
    let herald = "Norvik Energy will invest $5 million in Tromso by 2031.";
    let page = page_on("\"Norvik Energy\" pledge == 5e6 USD before 2031\n", herald, "Nothing of it.");
    let told = read(&page);
    assert!(told.contains("- asserted: before 2031") && told.contains("- leaves it open: by 2031 (herald)"), "{told}");
    assert!(told.contains("Hollow: before that date begins."), "{told}");
    assert_eq!(page.matches("<rect class=\"hollow\"").count(), 1);
}

#[test]
fn an_end_that_is_included_and_one_that_is_not_look_different() {
    let herald = "Norvik Energy has at least 500 employees.";
    let page = page_on("\"Norvik Energy\" headcount > 500\n", herald, "Nothing of it.");
    let told = read(&page);
    assert!(told.contains("- asserted: more than 500"), "{told}");
    assert!(told.contains("- leaves it open: at least 500 employees (herald)"), "{told}");
    assert!(told.contains("A hollow end: without that number itself."), "{told}");
    assert_eq!(page.matches("<rect class=\"hollow\"").count(), 1);
}

#[test]
fn days_quarters_and_months_are_drawn_at_their_length() {
    let herald = "The company said the strike began on March 3, 2025.";
    let post = "Ostvik Rail hired 400 workers in the third quarter of 2024.";
    let told = read(&page_on("\"Ostvik Rail\" hire == 400 workers in 2024-11\n", herald, post));
    assert!(told.contains("When, against what is asserted") && told.contains("2024-Q3 (post)"), "{told}");
}

#[test]
fn nothing_is_a_disagreement_but_what_excludes_one_another() {
    let desk = Desk::empty();
    desk.write("checks/a.check", b"Ostvik pledge == 5e6 USD\n");
    let herald = "Norvik Energy will invest more than $5 million in Tromso by 2031. Lund Steel has about 400 employees. Sund Mills will \
                  invest $3 million in Bergen. Acme cut 20 jobs in March 2024.";
    let post = "Norvik Energy will invest $6 million in Tromso by 2031. Lund Steel has 395 employees. Sund Mills will invest $4 million \
                in Oslo. Acme cut 50 jobs in June 2025.";
    desk.write("corpus/herald.txt", herald.as_bytes());
    desk.write("corpus/post.txt", post.as_bytes());
    let told = section(&page(&desk), "discords");
    assert!(told.contains("no two sources exclude one another."), "{told}");
}

#[test]
fn what_no_check_holds_is_shown_in_the_articles_and_in_figures() {
    let told = section(&page(&desk()), "coverage");
    assert!(told.contains("herald: "), "{told}");
    assert!(told.contains("create [nearly 400 jobs]."), "{told}");
    // An article as a web page is read as its reader sees it.
    assert!(told.contains("by 2031 & beyond"), "{told}");
}

#[test]
fn texts_that_are_too_much_for_a_page_are_counted() {
    let desk = desk();
    for number in 0..4 {
        let text = format!("Ostvik owns {number}7 ships. {}\n", "It rained on the town. ".repeat(5_000));
        desk.write(&format!("corpus/long-{number}.txt"), text.as_bytes());
    }
    let page = page(&desk);
    assert!(section(&page, "coverage").contains("The text of 2 more articles is not shown"));
    assert!(page.len() < 700_000, "{}", page.len());
}

#[test]
fn two_runs_write_the_same_bytes() {
    assert_eq!(page(&desk()), page(&desk()));
}

#[test]
fn what_articles_and_checks_say_is_text_and_nothing_else() {
    let page = page(&hostile());
    let known = elements(&self::page(&desk()));
    let names = |elements: &[(String, Vec<(String, String)>)]| {
        elements.iter().map(|(name, _)| name.clone()).collect::<std::collections::BTreeSet<_>>()
    };
    let elements = elements(&page);
    assert!(
        names(&elements).is_subset(&names(&known)),
        "{:?}",
        names(&elements).difference(&names(&known)).collect::<Vec<_>>()
    );
    for (name, attributes) in &elements {
        for (attribute, value) in attributes {
            assert!(!attribute.starts_with("on"), "{name} {attribute}");
            assert_ne!(attribute, "style", "{name}: the policy lets no such style through");
            assert!(attribute != "href" || value.starts_with('#'), "{name} {attribute}={value}");
            assert!(
                !["src", "srcset", "action", "formaction", "data", "xlink:href"].contains(&&attribute[..]),
                "{name}"
            );
        }
    }
    assert!(page.contains("&lt;script&gt;document.title = 'hurt'&lt;/script&gt;"), "{page}");
    assert!(!page.contains(['\u{202e}', '\u{1b}', '\0']));
    assert!(page.contains("\\u{202e}Red"));
}

#[test]
fn nothing_but_the_pages_own_style_and_script_is_let_through() {
    let page = page(&desk());
    let policy = elements(&page)
        .into_iter()
        .filter(|(name, _)| name == "meta")
        .find(|(_, attributes)| attributes.iter().any(|(_, value)| value == "Content-Security-Policy"))
        .and_then(|(_, attributes)| attributes.into_iter().find(|(name, _)| name == "content"))
        .map(|(_, value)| value)
        .expect("the page has a policy");
    assert!(policy.starts_with("default-src 'none';"), "{policy}");
    assert!(!policy.contains("unsafe"), "{policy}");
    for name in ["style", "script"] {
        let hash = base64(&Hash::hash(content(&page, name).as_bytes()));
        assert!(policy.contains(&format!("{name}-src 'sha256-{hash}'")), "{name} {hash}: {policy}");
    }
}

/// By another hand than the program's.
fn base64(bytes: &[u8]) -> String {
    let signs: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['+', '/']).collect();
    let bits: String = bytes.iter().map(|byte| format!("{byte:08b}")).collect();
    let digits = bits.as_bytes().chunks(6).map(|six| {
        let six = format!("{:0<6}", String::from_utf8_lossy(six));
        signs[usize::from_str_radix(&six, 2).expect("six bits are a number")]
    });
    let text: String = digits.collect();
    format!("{text:=<width$}", width = text.len().div_ceil(4) * 4)
}

#[test]
fn every_label_and_link_of_a_page_finds_what_it_names() {
    for desk in [desk(), Desk::shipped(), hostile(), changed()] {
        let page = desk.run(&["check", "--snapshot=check", "--format", "html"]).stdout;
        let elements = elements(&String::from_utf8(page).expect("a page is text"));
        let all = |wanted: &str| -> Vec<String> {
            let of = elements.iter().flat_map(|(_, attributes)| attributes);
            of.filter(|(name, _)| name == wanted).map(|(_, value)| value.clone()).collect()
        };
        let ids = all("id");
        let unique: std::collections::BTreeSet<&String> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "an id stands once");
        let named = ["aria-labelledby", "aria-describedby", "for"].iter().flat_map(|name| all(name));
        let linked = all("href").into_iter().map(|link| link.trim_start_matches('#').to_owned());
        for name in named.chain(linked) {
            assert!(ids.contains(&name), "{name}");
        }
    }
}

#[test]
fn a_draft_that_states_nothing_is_not_told_of_checks() {
    let desk = desk();
    desk.write("draft.txt", b"A nice day in town.\n");
    let output = desk.run(&["verify", "draft.txt", "--format", "html"]);
    assert_eq!(output.status.code(), Some(4));
    let text = read(&String::from_utf8_lossy(&output.stdout));
    assert!(text.contains("The draft states nothing that can be held against an article."), "{text}");
    assert!(text.contains("What the sources disagree on, and the draft does not tell"), "{text}");
    assert!(!text.contains("no check") && !text.contains("Checks"), "{text}");
}

#[test]
fn of_a_sentence_with_several_figures_the_one_that_is_meant_is_marked() {
    let desk = desk();
    desk.write("draft.txt", b"Norvik Energy will invest $7 million in Tromso by 2031 and create nearly 400 jobs.");
    let output = desk.run(&["verify", "draft.txt", "--format", "html"]);
    let text = read(&String::from_utf8_lossy(&output.stdout));
    assert!(
        text.contains("### Norvik Energy will invest [$7 million] in Tromso by 2031 and create nearly 400 jobs."),
        "{text}"
    );
    assert!(text.contains("and create [nearly 400 jobs]."), "{text}");
    desk.write("draft.md", b"Norvik Energy will invest **$7 million** in _Tromso_ by 2031 and create nearly 400 jobs.");
    let output = desk.run(&["verify", "draft.md", "--format", "html"]);
    let text = read(&String::from_utf8_lossy(&output.stdout));
    assert!(text.contains("### Norvik Energy will invest [$7 million] in Tromso by 2031 and create"), "{text}");
}

#[test]
fn a_draft_has_a_page_too() {
    let desk = desk();
    desk.write("draft.txt", b"Norvik Energy will invest $7 million in Tromso by 2031. It owns 12 ships, on Route 66.");
    let output = desk.run(&["verify", "draft.txt", "--format", "html"]);
    assert_eq!(output.status.code(), Some(1));
    let text = read(&String::from_utf8_lossy(&output.stdout));
    assert!(text.contains("contradicted") && text.contains("$7 million"), "{text}");
}
