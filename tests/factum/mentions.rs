//! What is read of numbers and times in running text, with the vocabulary that ships.

use std::sync::LazyLock;

use factum::check::prelude;
use factum::extract::{Change, Lexicon, Mention, MentionKind, QuantityMention, Setting, TimeMention, mentions};
use factum::run::{Incoming, Reader};
use factum::text;
use factum::value::{Dimension, Wording};

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&prelude()));

fn read_on(text: &str, day: &str) -> Vec<Mention> {
    let tokens = text::tokenize(text);
    let sentences = text::sentences(text, &tokens);
    let words = LEXICON.words(text, &tokens);
    mentions(&LEXICON, text, &tokens, &words, &sentences, Setting { published: day.parse().ok(), locale: "" })
}

fn quantities(text: &str) -> Vec<QuantityMention> {
    let quantity = |mention: Mention| match mention.kind {
        MentionKind::Quantity(quantity) => Some(quantity),
        MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
    };
    read_on(text, "").into_iter().filter_map(quantity).collect()
}

fn times(text: &str, day: &str) -> Vec<TimeMention> {
    let time = |mention: Mention| match mention.kind {
        MentionKind::Time(time) => Some(time),
        MentionKind::Quantity(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
    };
    read_on(text, day).into_iter().filter_map(time).collect()
}

fn values(text: &str, day: &str) -> Vec<String> {
    times(text, day).into_iter().map(|time| time.value.unwrap_or_default()).collect()
}

/// "value unit" of each quantity.
fn amounts(text: &str) -> Vec<String> {
    let shown = |found: QuantityMention| {
        let amount = &found.quantity.amount;
        let end = |bound: factum::value::Bound| bound.number().map_or(String::new(), |number| number.decimal());
        let value = amount.nominal.map_or_else(
            || format!("{}..{}", end(amount.literal.low), end(amount.literal.high)),
            |value| value.decimal(),
        );
        format!("{value} {}", found.quantity.unit.code).trim_end().to_owned()
    };
    quantities(text).into_iter().map(shown).collect()
}

#[test]
fn a_mention_covers_hedge_number_and_unit() {
    let text = "They paid more than $5 billion for a 9,500-square-metre hall.";
    let spans: Vec<&str> = read_on(text, "").iter().map(|mention| mention.span.slice(text)).collect();
    assert_eq!(spans, ["more than $5 billion", "a 9,500-square-metre"]);
}

#[test]
fn digits_keep_their_precision() {
    let found = quantities("It weighs 9.0 tonnes, or 1,250.50 of them, and cost $7bn.");
    let digits: Vec<&str> = found.iter().map(|found| found.digits.as_str()).collect();
    assert_eq!(digits, ["9.0", "1250.50", "7"]);
}

#[test]
fn a_range_spreads_its_magnitude_leftward() {
    assert_eq!(
        amounts("between $5 and $6 billion, 3-5 million trees, $800,000 to $1.3 million"),
        ["5000000000..6000000000 USD", "3000000..5000000 tree", "800000..1300000 USD"]
    );
}

#[test]
fn two_levels_of_a_change_are_no_range() {
    assert_eq!(amounts("The index rose from 252 to 287 points."), ["252 point", "287 point"]);
}

#[test]
fn the_size_of_a_change_has_a_direction_and_a_level_has_none() {
    let changes = |text: &str| quantities(text).into_iter().map(|found| found.change).collect::<Vec<_>>();
    assert_eq!(changes("Sales rose 5 % to 80 million euros."), [Some(Change::Up), None]);
    assert_eq!(changes("a loss of $3 million"), [Some(Change::Down)]);
    assert_eq!(changes("14,000 fewer jobs, a 4 % increase"), [Some(Change::Down), Some(Change::Up)]);
    assert_eq!(changes("The index fell 37 points, or 0.6%."), [Some(Change::Down), Some(Change::Down)]);
}

#[test]
fn counted_things_go_by_their_singular_head() {
    assert_eq!(
        amounts("Seven new primary schools and 12 data centres in two wealthy cities"),
        ["7 school", "12 data centre", "2 city"]
    );
    assert_eq!(amounts("40 women, three wolves and a dozen geese"), ["40 woman", "3 wolf", "12 goose"]);
}

#[test]
fn names_labels_and_codes_are_no_amounts() {
    for text in [
        "The A320 landed.",
        "She has COVID-19.",
        "Call 555-0134-22 now.",
        "They use the Pixel 9 phone.",
        "It is on page 12.",
        "He lives at 10 Downing Street.",
        "The Senate voted 97-1.",
        "On the one hand it rained.",
        "One of them left.",
        "See version 2.0.1 there.",
        "The FTSE 100 opened.",
    ] {
        assert_eq!(amounts(text), [""; 0], "{text}");
    }
}

#[test]
fn ages_are_their_own_dimension() {
    for text in ["a 42-year-old farmer", "She is 42 years old.", "aged 42", "Ann Cole, 42, a farmer, left."] {
        let found = quantities(text);
        assert_eq!(found.first().map(|found| found.quantity.unit.dimension), Some(Dimension::Age), "{text}");
    }
}

#[test]
fn cents_are_hundredths_of_their_currency() {
    assert_eq!(amounts("75 cents, 3 dollars and 50 cents, 40 pence"), ["0.75 USD", "3.5 USD", "0.4 GBP"]);
}

#[test]
fn two_bounds_make_one_range() {
    let found = quantities("It is more than 100 and less than 300 metres wide.");
    assert_eq!(found.first().map(|found| found.quantity.amount.wording), Some(Wording::Range));
    assert_eq!(found.len(), 1);
}

#[test]
fn tense_tells_which_weekday_is_meant() {
    // The document is of a Wednesday.
    assert_eq!(values("The minister said so on Monday.", "2025-10-29"), ["2025-10-27"]);
    assert_eq!(values("The court will rule on Monday.", "2025-10-29"), ["2025-11-03"]);
    assert_eq!(values("He said on Wednesday it rained.", "2025-10-29"), ["2025-10-29"]);
}

#[test]
fn a_bare_month_is_the_nearest_in_the_direction_of_the_tense() {
    assert_eq!(values("It opened in June.", "2025-10-29"), ["2025-06"]);
    assert_eq!(values("It will open in June.", "2025-10-29"), ["2026-06"]);
    assert_eq!(values("It opened in December.", "2025-02-10"), ["2024-12"]);
}

#[test]
fn relative_times_need_the_day_of_the_document() {
    let found = times("It opened last week, two days ago, in June.", "");
    assert_eq!(found.len(), 3);
    assert!(found.iter().all(|time| time.value.is_none() && time.days.is_none()));
}

#[test]
fn dates_are_read_in_every_order() {
    let day = ["2025-10-29"];
    for text in [
        "29/10/2025",
        "10/29/2025",
        "2025-10-29",
        "29 October 2025",
        "October 29, 2025",
        "the 29th of October 2025",
        "Wed, Oct. 29, 2025",
        "29.10.2025",
    ] {
        assert_eq!(values(text, ""), day, "{text}");
    }
}

#[test]
fn a_span_with_two_ends_has_the_days_of_the_whole() {
    for text in ["from 2025 to 2028", "between 2025 and 2028", "in 2025–28"] {
        let found = times(text, "");
        let days = found.first().and_then(|time| time.days).unwrap();
        assert_eq!(days.first.unwrap().to_string(), "2025-01-01", "{text}");
        assert_eq!(days.last.unwrap().to_string(), "2028-12-31", "{text}");
        assert_eq!(found.len(), 1, "{text}");
    }
}

#[test]
fn an_anchored_length_has_both_length_and_days() {
    let found = times("over the next five years", "2025-10-29");
    let time = found.first().unwrap();
    assert_eq!(time.value.as_deref(), Some("P5Y"));
    assert_eq!(time.days.and_then(|days| days.last).unwrap().to_string(), "2030-10-29");
    assert_eq!(time.length.as_ref().unwrap().amount.nominal.unwrap().decimal(), "5");
}

#[test]
fn a_year_is_no_count_and_a_count_no_year() {
    assert_eq!(
        amounts("In 2000 people feared it; 2000 people came; 2,031 workers stayed."),
        ["2000 person", "2031 worker"]
    );
    assert_eq!(values("In 2019 it rained.", ""), ["2019"]);
}

#[test]
fn mentions_come_in_order_and_never_overlap() {
    let text = "On 5 May 2019 at 9 a.m. some 300 people, aged 20 to 40, ran 10 km in two hours for $5 each, 12% more than in 2018.";
    let found = read_on(text, "2019-06-01");
    assert!(found.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    assert!(found.iter().all(|mention| !mention.span.slice(text).is_empty()));
}

#[test]
fn odd_texts_are_read_in_linear_time() {
    let texts = [
        "7".repeat(1_000_000),
        "7 ".repeat(6_000),
        "7-".repeat(6_000),
        "1,".repeat(6_000),
        "\"".repeat(100_000),
        "$".repeat(6_000),
        "5 degrees ".repeat(6_000),
        "one hundred ".repeat(6_000),
        "and ".repeat(10_000),
        "more than ".repeat(6_000),
        "from 5 to ".repeat(6_000),
        "May ".repeat(10_000),
        "2019 ".repeat(10_000),
        "last week ".repeat(6_000),
        "5 pounds ".repeat(6_000),
        "two feet ".repeat(6_000),
        "a year and ".repeat(6_000),
        "\0\u{202e}٣ ".repeat(6_000),
        "x".repeat(200_000),
        "5 million billion ".repeat(6_000),
        "3 days after ".repeat(6_000),
        "the first day of ".repeat(6_000),
        "a quarter to ".repeat(6_000),
        "2019 to ".repeat(6_000),
    ];
    for text in &texts {
        let start = std::time::Instant::now();
        let found = read_on(text, "2025-10-29");
        assert!(found.iter().all(|mention| text.get(mention.span.range()).is_some()));
        assert!(start.elapsed().as_secs() < 20, "{:?} took {:?}", text.get(..20), start.elapsed());
    }
}

/// Words, figures and marks that mean something to the readers, to be thrown together.
const SOUP: &[&str] = &[
    "a",
    "an",
    "the",
    "of",
    "in",
    "on",
    "at",
    "to",
    "from",
    "and",
    "or",
    "between",
    "by",
    "per",
    "half",
    "third",
    "quarter",
    "quarters",
    "one",
    "two",
    "twenty",
    "hundred",
    "thousand",
    "million",
    "dozen",
    "dozens",
    "several",
    "first",
    "second",
    "21st",
    "5",
    "12",
    "2019",
    "1,234.5",
    "0.5",
    "3/4",
    "½",
    "$",
    "€",
    "£5",
    "US$",
    "%",
    "percent",
    "km",
    "square",
    "feet",
    "dollars",
    "cents",
    "pounds",
    "degrees",
    "Celsius",
    "m",
    "bn",
    "people",
    "jobs",
    "year",
    "years",
    "week",
    "day",
    "days",
    "month",
    "ago",
    "earlier",
    "later",
    "from now",
    "before",
    "after",
    "last",
    "next",
    "this",
    "past",
    "Monday",
    "June",
    "May",
    "5 May",
    "summer",
    "today",
    "tomorrow",
    "now",
    "noon",
    "9 a.m.",
    "9:30",
    "o'clock",
    "Christmas",
    "fiscal",
    "Q3",
    "'90s",
    "1990s",
    "every",
    "annual",
    "more than",
    "about",
    "up to",
    "nearly",
    "rose",
    "fell",
    "by",
    "-",
    "–",
    "—",
    "/",
    ",",
    ".",
    "(",
    ")",
    "\"",
    "'",
    ":",
    "minus",
    "not",
    "will",
    "was",
    "said",
    "Acme",
    "No.",
    "page",
    "old",
    "year-old",
    "point",
    "x",
    "×10",
    "^",
    "e5",
    "+",
    "~",
    "<",
    ">",
    "°",
    "C",
];

#[test]
fn no_soup_of_words_makes_a_reader_stumble() {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..4_000 {
        let mut text = String::new();
        for _ in 0..24 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let word = SOUP[(state >> 33) as usize % SOUP.len()];
            text.push_str(word);
            if state >> 60 > 3 {
                text.push(' ');
            }
        }
        let found = read_on(&text, if state >> 63 == 0 { "2025-10-29" } else { "" });
        assert!(found.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "{text}");
        assert!(
            found.iter().all(|mention| text.get(mention.span.range()).is_some_and(|slice| !slice.is_empty())),
            "{text}"
        );
    }
}

#[test]
fn a_number_is_about_what_its_sentence_says_it_of() {
    let cases = [
        ("The council approved a $5 million grant for nurses.", "grant for nurses"),
        ("Frost spoiled 40 percent of the harvest.", "harvest"),
        ("Dovre Bank paid a fine of 3 million euros.", "fine"),
        ("The bank raised its fee by 5 percent.", "fee"),
        ("The ferry carried 90 tonnes of salt.", "salt"),
        ("The ferry is 90 metres long.", "ferry"),
        ("Revenue of Lindqvist Ferries rose by 12 percent.", "Revenue of Lindqvist Ferries"),
        ("Price: 40 euros.", "Price"),
        ("Ingrid Solberg, 42, won the race.", "Ingrid Solberg"),
        ("It costs 30 euros.", ""),
        ("Shares of Norvik were up 30 points.", "Shares of Norvik"),
        ("The town is the home port for 60 boats.", "town"),
        ("He drove at a speed of 15 km/h.", "speed"),
    ];
    let reader = Reader::shipped();
    for (text, wanted) in cases {
        let document = reader.document(Incoming { text: text.to_owned(), ..Incoming::default() });
        let found = reader.read(&document).mentions.into_iter().find_map(|mention| match mention.kind {
            MentionKind::Quantity(quantity) => Some(quantity.about.map_or("", |about| about.slice(text))),
            MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
        });
        assert_eq!(found, Some(wanted), "{text}");
    }
}

/// The quantities of which no fact is read: their words and numbers.
fn lesser(text: &str) -> Vec<String> {
    let reader = Reader::shipped();
    let document = reader.document(Incoming { text: text.to_owned(), ..Incoming::default() });
    let shown = |mention: Mention| match mention.kind {
        MentionKind::Quantity(quantity) => format!("{} is {}", mention.span.slice(text), quantity.digits),
        MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => String::new(),
    };
    reader.read(&document).lesser.into_iter().map(shown).collect()
}

#[test]
fn a_number_in_a_name_tells_which() {
    let text =
        "The Q-7 and the T20, a 3D map, Norvik Tide 5, the S&P 500, the Big Six firms and a barn of the 12th century";
    let numbers = ["Q-7 is 7", "T20 is 20", "3D is 3", "Tide 5 is 5", "S&P 500 is 500", "Big Six is 6", "12th is 12"];
    assert_eq!(lesser(text), numbers);
}

#[test]
fn scores_versions_codes_and_pages_are_no_numbers_in_names() {
    let text =
        "Lund beat Wisby 3-1, see page 12 of part v2.4 at www.x.org/7, or call 020 7946 0018 about A1-33 and B007.";
    assert_eq!(lesser(text), Vec::<String>::new());
}

#[test]
fn a_decade_is_no_number_of_seconds() {
    assert_eq!(lesser("It closed in the 1960s, after ten years."), ["ten years is 10"]);
}

#[test]
fn one_of_somebody_s_many_is_one() {
    assert_eq!(
        lesser("Tarn was one of Greater Norvik's oldest bridges."),
        ["one of Greater Norvik's oldest bridges is 1"]
    );
}
