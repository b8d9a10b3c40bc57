//! Diagnostics as they are drawn.

use factum::diag::{Code, Diagnostic, Label};
use factum::report::{Colour, Glyphs, Style, draw};
use factum::source::{FileId, Place, SourceFile, Sources, Span};
use proptest::prelude::{any, prop, prop_assert, proptest};

use crate::snapshot::compare;

const CHECK: &str = "# the bridge\nBridge length == 1_200 m by 2031\n";

fn article() -> String {
    format!(
        "New bridge\n\nThe council met on Tuesday. {}Work on the new bridge, which will be 1,250 metres long, is to be done by 2032, \
         the mayor said. {}\n",
        "There was a long debate about fees, in which nobody listened. ".repeat(10),
        "Then everybody went home. ".repeat(20)
    )
}

fn texts() -> Sources {
    let mut sources = Sources::default();
    sources.add(SourceFile::new("checks/bridge.check", CHECK));
    sources.add(SourceFile::new("corpus/bridge.txt", article()));
    sources
}

fn place(sources: &Sources, file: u32, words: &str) -> Place {
    let start = sources.file(FileId(file)).text.find(words).unwrap();
    Place { file: FileId(file), span: Span::new(start, start + words.len()) }
}

fn contradiction(sources: &Sources) -> Diagnostic {
    Diagnostic::error(Code::SyntaxError, "the bridge is said to be 1,250 metres long")
        .at(Label::primary(place(sources, 0, "1_200 m"), "no source says 1,200 m"))
        .at(Label::secondary(place(sources, 1, "1,250 metres"), "50 m more")
            .titled("The Herald, 29 October 2025, line 3, says otherwise"))
        .at(Label::secondary(place(sources, 1, "2032"), "")
            .titled("The Herald, 29 October 2025, line 3, gives another deadline"))
        .note("the lengths were compared in metres, and the precision of the article is one metre, so that there is nothing to round")
        .help("ask the city desk")
}

#[test]
fn a_diagnostic_over_two_files() {
    let sources = texts();
    compare("drawn_unicode", &draw(&contradiction(&sources), &sources, &Style::default()));
}

#[test]
fn a_diagnostic_in_ascii_and_sixty_columns() {
    let sources = texts();
    let style = Style { width: 60, glyphs: Glyphs::Ascii, ..Style::default() };
    compare("drawn_ascii", &draw(&contradiction(&sources), &sources, &style));
}

#[test]
fn without_colour_nothing_escapes() {
    let sources = texts();
    let diagnostic = contradiction(&sources).help("\u{1b}[31mred");
    assert!(!draw(&diagnostic, &sources, &Style::default()).contains('\u{1b}'));
    let coloured = Style { colour: Colour::Always, ..Style::default() };
    assert!(draw(&diagnostic, &sources, &coloured).contains('\u{1b}'));
    assert!(!draw(&diagnostic, &sources, &coloured).contains("\u{1b}[31mred"));
}

#[test]
fn labels_that_overlap_are_drawn_apart() {
    let sources = texts();
    let diagnostic = Diagnostic::error(Code::SyntaxError, "twice")
        .at(Label::primary(place(&sources, 0, "Bridge length"), "the whole"))
        .at(Label::secondary(place(&sources, 0, "length"), "a part"));
    compare("drawn_overlapping", &draw(&diagnostic, &sources, &Style::default()));
}

#[test]
fn no_place_gives_no_excerpt() {
    let diagnostic = Diagnostic::warning(Code::SyntaxError, "nothing was read").help("name a folder");
    let drawn = draw(&diagnostic, &Sources::default(), &Style::default());
    assert_eq!(drawn, "warning[syntax-error]: nothing was read\n  help: name a folder\n");
}

#[test]
fn empty_texts_and_ends_of_texts_do_no_harm() {
    let mut sources = Sources::default();
    let empty = sources.add(SourceFile::new("empty.check", ""));
    let open = sources.add(SourceFile::new("open.check", "abc"));
    for (file, at) in [(empty, 0), (open, 3), (open, 99)] {
        let place = Place { file, span: Span::new(at, at) };
        let diagnostic = Diagnostic::error(Code::SyntaxError, "it ends here").at(Label::primary(place, "here"));
        assert!(draw(&diagnostic, &sources, &Style::default()).starts_with("error[syntax-error]: it ends here\n"));
    }
}

proptest! {
    /// Whatever a text holds and wherever labels point, drawing ends, and hands on nothing that a terminal would obey.
    #[test]
    fn any_text_can_be_drawn(
        text in "([a-z ]{0,12}|[äß中한…“”\u{301}\u{200d}👩\u{202e}]{0,4}|[\r\n\t\u{1b}\u{0}\u{7f}]{0,2}){0,40}",
        spans in prop::collection::vec((0..400_u32, 0..60_u32, any::<bool>(), any::<bool>()), 0..5),
        width in 40..140_usize,
    ) {
        let mut sources = Sources::default();
        let file = sources.add(SourceFile::new("a.txt", text));
        let mut diagnostic = Diagnostic::error(Code::SyntaxError, "any");
        for (start, length, primary, titled) in spans {
            let place = Place { file, span: Span { start, end: start + length } };
            let label = if primary { Label::primary(place, "here") } else { Label::secondary(place, "") };
            diagnostic = diagnostic.at(if titled { label.titled("somebody says so") } else { label });
        }
        let drawn = draw(&diagnostic, &sources, &Style { width, ..Style::default() });
        prop_assert!(!drawn.chars().any(|c| c != '\n' && c.is_control()), "{drawn:?}");
        prop_assert!(!drawn.contains('\u{202e}'), "a direction override");
    }
}
