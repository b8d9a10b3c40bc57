//! What the lexicon finds.

use std::collections::BTreeMap;

use super::{Lexicon, Sense, Word};
use crate::statement::{TitleEntry, Vocabulary};
use crate::text;

fn lexicon() -> Lexicon {
    let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let title = TitleEntry { name: "chief engineer".into(), forms: words(&["engineer in chief"]), exclusive: true };
    Lexicon::new(&Vocabulary {
        words: BTreeMap::from([
            ("preposition".to_owned(), words(&["in", "according to"])),
            ("month".to_owned(), words(&["January", "February"])),
        ]),
        titles: vec![title],
        ..Vocabulary::default()
    })
}

#[test]
fn a_word_is_found_in_any_case_and_with_its_stop() {
    let lexicon = lexicon();
    assert!(lexicon.lookup("IN").has(lexicon.class("preposition")));
    assert_eq!(lexicon.lookup("february.").place_in(lexicon.class("month")), Some(1));
    assert_eq!(lexicon.word("unheard"), Word::UNKNOWN);
    assert!(!lexicon.lookup("in").has(lexicon.class("no such class")));
}

#[test]
fn the_longest_row_of_words_wins() {
    let lexicon = lexicon();
    let text = "Chief engineer, According to them";
    let tokens = text::tokenize(text);
    let words = lexicon.words(text, &tokens);
    let (length, entry) = lexicon.longest(&words, |entry| !entry.senses.is_empty()).unwrap();
    assert_eq!((length, entry.senses.as_slice()), (2, [Sense::Title(0)].as_slice()));
    let found = lexicon.longest(&words[3..], |entry| entry.has(lexicon.class("preposition")));
    assert_eq!(found.map(|(length, _)| length), Some(2));
    assert!(lexicon.longest(&words[4..], |entry| !entry.classes.is_empty()).is_none());
}
