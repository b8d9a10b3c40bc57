//! What tokens and sentences are.

use super::{sentences, tokenize};

fn words(text: &str) -> Vec<&str> {
    tokenize(text).iter().map(|token| token.span.slice(text)).collect()
}

fn cut(text: &str) -> Vec<&str> {
    let tokens = tokenize(text);
    sentences(text, &tokens).iter().map(|sentence| sentence.span.slice(text)).collect()
}

#[test]
fn abbreviations_keep_their_stops() {
    assert_eq!(
        words("the U.S. and Acme Inc. of St. Ives"),
        ["the", "U.S.", "and", "Acme", "Inc.", "of", "St.", "Ives"]
    );
    assert_eq!(
        words("J. Doe, Ph.D., at 9 a.m. sharp."),
        ["J.", "Doe", ",", "Ph.D.", ",", "at", "9", "a.m.", "sharp", "."]
    );
}

#[test]
fn clitics_are_split_off() {
    assert_eq!(
        words("O'Hara's dogs don't bark; they’re 'old'"),
        ["O'Hara", "'s", "dogs", "do", "n't", "bark", ";", "they", "’re", "'", "old", "'"]
    );
    assert_eq!(words("the 1990's and students' rights"), ["the", "1990", "'s", "and", "students", "'", "rights"]);
}

#[test]
fn numbers_keep_their_separators_and_part_from_letters() {
    assert_eq!(
        words("1,234.5 and .75 or 3/4, 7bn A380 2½ 1'000"),
        ["1,234.5", "and", ".75", "or", "3", "/", "4", ",", "7", "bn", "A", "380", "2", "½", "1'000"]
    );
}

#[test]
fn hyphens_and_dashes_stand_alone() {
    assert_eq!(words("a five-year plan—so to say"), ["a", "five", "-", "year", "plan", "—", "so", "to", "say"]);
}

#[test]
fn an_address_is_one_word() {
    assert_eq!(
        words("See https://example.org/a?b=1, or write to jo.doe-2@mail.example.org."),
        ["See", "https://example.org/a?b=1", ",", "or", "write", "to", "jo.doe-2@mail.example.org", "."]
    );
    assert_eq!(words("Shop.com rose."), ["Shop.com", "rose", "."]);
}

#[test]
fn glued_tells_where_no_white_space_stands() {
    let glued: Vec<bool> = tokenize("$5 bn, 7bn").iter().map(|token| token.glued).collect();
    assert_eq!(glued, [false, true, false, true, false, true]);
}

#[test]
fn plain_sentences_end_with_their_marks() {
    assert_eq!(cut("It rained. Did it? It did! Well…"), ["It rained.", "Did it?", "It did!", "Well…"]);
    assert_eq!(cut("It cost 3.50. It was 1,000.Too much."), ["It cost 3.50.", "It was 1,000.", "Too much."]);
}

#[test]
fn abbreviations_end_sentences_only_before_a_beginning() {
    assert_eq!(
        cut("Mr. Hill of Acme Inc. Europe left. He went to the U.S. It was Jan. 5."),
        ["Mr. Hill of Acme Inc. Europe left.", "He went to the U.S.", "It was Jan. 5."]
    );
    assert_eq!(cut("Rain reached 40 mm. Snow fell."), ["Rain reached 40 mm.", "Snow fell."]);
    assert_eq!(
        cut("It begins at 9 p.m. Guests may stay. It ends at 5 a.m. EST."),
        ["It begins at 9 p.m.", "Guests may stay.", "It ends at 5 a.m. EST."]
    );
    assert_eq!(
        cut("That is plan B. It failed. Ask Ann B. Cole."),
        ["That is plan B.", "It failed.", "Ask Ann B. Cole."]
    );
}

#[test]
fn a_quotation_stays_whole() {
    assert_eq!(
        cut("\"It rains. It pours,\" she said. \"Why?\" Hill asked. \"So be it.\" They left."),
        ["\"It rains. It pours,\" she said.", "\"Why?\" Hill asked.", "\"So be it.\"", "They left."]
    );
    assert_eq!(
        cut("He (a farmer. So what?) left. (He came back.) All was well."),
        ["He (a farmer. So what?) left.", "(He came back.)", "All was well."]
    );
}

#[test]
fn an_ellipsis_goes_on_in_lower_case() {
    assert_eq!(cut("It was ... well, odd... He left."), ["It was ... well, odd...", "He left."]);
}

#[test]
fn lines_end_sentences_unless_they_are_wrapped() {
    assert_eq!(
        cut("A headline without a stop\nThe text goes on.\n\nmore\n"),
        ["A headline without a stop", "The text goes on.", "more"]
    );
    assert_eq!(cut("eggs\nmilk\n"), ["eggs", "milk"]);
    let wrapped = "The council has met every month since the\nRiver Board was founded, and it will meet\nagain.";
    assert_eq!(cut(wrapped), [wrapped]);
}

#[test]
fn list_items_are_sentences() {
    assert_eq!(cut("1. Wash the pan 2. Dry the pan"), ["1. Wash the pan", "2. Dry the pan"]);
    assert_eq!(cut("a) Bread b) Butter"), ["a) Bread", "b) Butter"]);
}

#[test]
fn every_token_is_in_one_sentence() {
    let text = "One. Two, \"three. Four\nfive (six) 7) seven.\n\n8. Eight";
    let tokens = tokenize(text);
    let found = sentences(text, &tokens);
    assert_eq!(found.first().map(|sentence| sentence.first), Some(0));
    assert!(found.windows(2).all(|pair| pair[0].end == pair[1].first));
    assert_eq!(found.last().map(|sentence| sentence.end), Some(tokens.len()));
}

#[test]
fn odd_texts_take_linear_time() {
    for text in [
        "7".repeat(1_000_000),
        "\"".repeat(100_000),
        "'".repeat(100_000),
        "(".repeat(100_000),
        "a.".repeat(200_000),
        "x".repeat(1_000_000),
        "\0\u{202e}أ".repeat(50_000),
        "1\n".repeat(100_000),
        ". ".repeat(100_000),
        "@a".repeat(50_000),
    ] {
        let tokens = tokenize(&text);
        assert!(tokens.iter().all(|token| text.get(token.span.range()).is_some_and(|slice| !slice.is_empty())));
        sentences(&text, &tokens);
    }
}

#[test]
fn a_sentence_without_end_is_cut_off_somewhere() {
    let text = "and so on ".repeat(2000);
    let longest = cut(&text).into_iter().map(str::len).max().unwrap_or_default();
    assert!(longest < 4000, "{longest}");
}
