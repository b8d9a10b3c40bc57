use jiff::civil::date;
use proptest::prelude::{Just, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};

use super::{Article, Format, read, stem};
use crate::corpus::{Document, Entry, ZoneKind, decode};
use crate::source::{FileId, Place, Span};

fn article<'a>(format: Format, text: &'a str, entry: Option<&'a Entry>) -> Article<'a> {
    Article { file: FileId(5), name: "news/2024/floods.big.txt", format, text, entry }
}

fn document(format: Format, text: &str) -> Document {
    read(&article(format, text, None)).0
}

/// The codes of what is odd about a plain text.
fn oddities(text: &str) -> Vec<&'static str> {
    read(&article(Format::Text, text, None)).1.iter().map(|diagnostic| diagnostic.code.name()).collect()
}

#[test]
fn the_ending_of_a_name_is_its_format() {
    assert_eq!(Format::of("a/b.txt"), Some(Format::Text));
    assert_eq!(Format::of("a.MD"), Some(Format::Markdown));
    assert_eq!(Format::of("a.htm"), Some(Format::Html));
    for name in ["a.pdf", "txt", ".txt", "a/.txt", "a", ""] {
        assert_eq!(Format::of(name), None, "{name}");
    }
}

#[test]
fn without_an_entry_the_id_is_the_name_of_the_file() {
    assert_eq!(document(Format::Text, "The river rose.").id, "floods.big");
    assert_eq!(stem("a"), "a");
}

#[test]
fn the_manifest_outweighs_the_text() {
    let text = "---\ntitle: In the text\ndate: 2024-01-01\npublisher: In the text\nlang: en\n---\nThe river rose by two metres.\n";
    let own = document(Format::Markdown, text);
    assert_eq!((own.title.as_deref(), own.publisher.as_deref()), (Some("In the text"), Some("In the text")));
    assert_eq!((own.published, own.locale.as_deref()), (Some(date(2024, 1, 1)), Some("en")));
    let entry = Entry {
        id: Some("floods".into()),
        title: Some("In the manifest".into()),
        publisher: Some("The Daily".into()),
        published: Some(date(2024, 3, 17)),
        locale: Some("en-GB".into()),
        origin: Some("AFP".into()),
        ..Entry::default()
    };
    let stated = read(&article(Format::Markdown, text, Some(&entry))).0;
    assert_eq!((stated.id.as_str(), stated.title.as_deref()), ("floods", Some("In the manifest")));
    assert_eq!((stated.publisher.as_deref(), stated.published), (Some("The Daily"), Some(date(2024, 3, 17))));
    assert_eq!((stated.locale.as_deref(), stated.origin.as_deref()), (Some("en-GB"), Some("AFP")));
}

#[test]
fn the_locale_of_the_manifest_decides_a_date_with_two_readings() {
    let text = "River rises\n03/04/2024\nThe river rose by two metres in the night.";
    let entry = |locale: &str| Entry { locale: Some(locale.into()), ..Entry::default() };
    assert_eq!(document(Format::Text, text).published, None);
    assert_eq!(read(&article(Format::Text, text, Some(&entry("en-GB")))).0.published, Some(date(2024, 4, 3)));
    assert_eq!(read(&article(Format::Text, text, Some(&entry("en-US")))).0.published, Some(date(2024, 3, 4)));
}

#[test]
fn the_headline_is_the_title_where_none_is_stated() {
    assert_eq!(
        document(Format::Text, "River  rises\nThe river rose by two metres in the night.").title.as_deref(),
        Some("River rises")
    );
}

#[test]
fn plain_text_is_kept_as_it_is() {
    let document = document(Format::Text, " River\r\nrises \n");
    assert_eq!(document.text, " River\r\nrises \n");
    assert_eq!(document.map, []);
}

#[test]
fn a_mark_of_byte_order_is_passed_over_and_counted() {
    for format in [Format::Text, Format::Markdown, Format::Html] {
        let text = "\u{feff}River rises.";
        let document = document(format, text);
        assert_eq!(document.text, "River rises.");
        assert_eq!(document.place(Span::new(6, 11)).span.slice(text), "rises", "{format:?}");
    }
}

#[test]
fn an_entity_is_found_whole_in_the_file() {
    let text = "<p>caf&eacute; Q&amp;A &quot;yes&quot;</p>";
    let document = document(Format::Html, text);
    let original = |words: &str| {
        let at = document.text.find(words).expect("these words are there");
        document.place(Span::new(at, at + words.len())).span.slice(text)
    };
    assert_eq!(original("café"), "caf&eacute;");
    assert_eq!(original("&"), "&amp;");
    assert_eq!(original("Q&A"), "Q&amp;A");
    assert_eq!(original("\"yes\""), "&quot;yes&quot;");
}

#[test]
fn a_text_without_words_is_empty() {
    assert_eq!(oddities(""), ["empty-article"]);
    assert_eq!(oddities(" \n\u{feff}\n"), ["empty-article"]);
    let page = article(Format::Html, "<html><script>1</script></html>", None);
    assert_eq!(read(&page).1.first().map(|diagnostic| diagnostic.code.name()), Some("empty-article"));
}

#[test]
fn escapes_of_a_terminal_stay_text_and_are_said() {
    let text = "The river\u{1b}[31m rose by two metres.\u{7}";
    let (document, diagnostics) = read(&article(Format::Text, text, None));
    assert_eq!(document.text, text);
    let [diagnostic] = diagnostics.as_slice() else { panic!("one remark") };
    assert_eq!(diagnostic.message, "`news/2024/floods.big.txt` holds 2 control characters");
    assert_eq!(diagnostic.place(), Some(Place { file: FileId(5), span: Span::new(9, 10) }));
    assert!(!format!("{:?}", diagnostic.message).contains('\u{1b}'));
}

#[test]
fn a_long_article_on_one_line_is_said() {
    let text = "The river rose by two metres in the night. ".repeat(500);
    assert_eq!(oddities(&text), ["one-line-article"]);
    assert_eq!(oddities("The river rose by two metres in the night."), Vec::<&str>::new());
}

#[test]
fn a_very_long_line_is_read_in_time() {
    for piece in
        ["a", "a ", "A. ", "<b>", "&", "- ", "<li>", "<nav>", "(", "\u{a0}", "# a ", "read next ", "*", "[", "> "]
    {
        let text = piece.repeat((1 << 17) / piece.len());
        for format in [Format::Text, Format::Markdown, Format::Html] {
            document(format, &text);
        }
    }
}

fn formats() -> impl Strategy<Value = Format> {
    prop_oneof![Just(Format::Text), Just(Format::Markdown), Just(Format::Html)]
}

/// Texts made of what articles, markup and mistakes are made of.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[A-Za-zéß]{1,8}",
        prop::sample::select(vec![
            " ",
            "\n",
            "\n\n",
            "\r\n",
            "\t",
            ". ",
            "? ",
            ", ",
            ": ",
            " - ",
            " — ",
            "<p>",
            "</p>",
            "<li>",
            "</li>",
            "<h1>",
            "</h1>",
            "<br>",
            "<td>",
            "<tr>",
            "<nav>",
            "</nav>",
            "<article>",
            "</article>",
            "<script>",
            "</script>",
            "<title>",
            "</title>",
            "<!-- ",
            "-->",
            "&amp;",
            "&eacute;",
            "&nGt;",
            "&nbsp;",
            "&",
            "&#8217;",
            "&copy",
            "</>",
            "<",
            "# ",
            "## ",
            "> ",
            "- ",
            "1. ",
            "**",
            "_",
            "`",
            "[a](b)",
            "![a](b)",
            "\\*",
            "|",
            "---\n",
            "title: x\n",
            "date 2024-03-17 ",
            "17/03/2024",
            "By ",
            "Read next",
            "RELATED STORIES:",
            "OSLO — ",
            "(AP)",
            "\u{feff}",
            "\u{a0}",
            "“",
            "”",
            "©",
            "\u{1b}[0m",
            "日本",
            "e\u{301}",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// What holds of every document.
fn is_sound(document: &Document, file: &str) {
    let mut end = 0;
    for zone in &document.zones {
        let span = zone.span;
        assert!(end <= span.start && !span.is_empty(), "zones are in order and not empty");
        let words = document.text.get(span.range()).expect("zones lie between characters");
        assert_eq!(words, words.trim(), "zones have no white space at their ends");
        end = span.end;
    }
    if let Some(dateline) = &document.dateline {
        assert!(document.zones.iter().any(|zone| zone.kind == ZoneKind::Metadata && zone.span.contains(dateline.span)));
    }
    assert!(document.map.windows(2).all(|pair| pair[0].0 <= pair[1].0 && pair[0].1 <= pair[1].1), "{:?}", document.map);
    assert!(document.map.iter().all(|(reading, original)| {
        (*reading as usize) < document.text.len().max(1) && (*original as usize) <= file.len()
    }));
}

/// Words that stand in a file as they are.
fn plain_words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_plain = |word: &&str| word.chars().all(|c| c.is_ascii_alphabetic());
    text.split_whitespace().filter(is_plain).map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), format in formats()) {
        if let Ok(text) = decode("a.txt", bytes) {
            is_sound(&document(format, &text), &text);
        }
    }

    #[test]
    fn any_text_gives_a_sound_document(text in texts(), format in formats()) {
        is_sound(&document(format, &text), &text);
    }

    #[test]
    fn the_file_has_at_every_place_the_words_of_the_reading_text(text in texts(), format in formats()) {
        let document = document(format, &text);
        let whole: Vec<(usize, &str)> = plain_words(&document.text).collect();
        for (at, word) in &whole {
            let place = document.place(Span::new(*at, at + word.len()));
            let original: String = place.span.slice(&text).split("</>").collect();
            prop_assert!(has_in_order(&original, word), "`{}` is `{}` in the file", word, original);
        }
        for pair in whole.windows(2) {
            let place = document.place(Span::new(pair[0].0, pair[1].0 + pair[1].1.len()));
            let original = place.span.slice(&text);
            prop_assert!(has_in_order(original, &format!("{}{}", pair[0].1, pair[1].1)), "`{:?}` is `{}`", pair, original);
        }
    }

    #[test]
    fn a_plain_text_is_its_own_reading(text in texts()) {
        let document = document(Format::Text, &text);
        let inner = text.strip_prefix('\u{feff}').unwrap_or(&text);
        prop_assert_eq!(&document.text, inner);
        prop_assert_eq!(document.map.is_empty(), inner.len() == text.len());
    }
}

/// Whether the letters of `word` stand in `text` one behind the other, whatever markup stands between them.
fn has_in_order(text: &str, word: &str) -> bool {
    let mut letters = word.chars().peekable();
    for c in text.chars() {
        letters.next_if_eq(&c);
    }
    letters.peek().is_none()
}
