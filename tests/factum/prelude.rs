//! The prelude's own examples: what extraction reads in each of their texts, in order.

use factum::check::inspect_prelude;
use factum::extract::{Class, Lexicon, Mention, MentionKind, Setting, mentions};
use factum::statement::{Example, ReadQuantity, Reading};
use factum::text;
use factum::value::{Quantity, Wording};

#[test]
fn every_example_of_the_prelude_reads_what_it_says() {
    let (vocabulary, sources, _) = inspect_prelude();
    let lexicon = Lexicon::new(&vocabulary);
    let mut wrong = Vec::new();
    for example in &vocabulary.examples {
        let found = read(&lexicon, example);
        let right = found.len() == example.reads.len()
            && example.reads.iter().zip(&found).all(|(wanted, found)| is(wanted, found));
        if !right {
            let file = sources.file(example.place.file);
            wrong.push(format!(
                "{}:{} {:?} reads {:?}",
                file.name,
                file.line_column(example.place.span.start),
                example.text,
                shown(&found)
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), vocabulary.examples.len(), wrong.join("\n"));
}

#[test]
fn every_word_class_of_the_prelude_has_room_among_those_that_texts_are_read_by() {
    let (vocabulary, ..) = inspect_prelude();
    let lexicon = Lexicon::new(&vocabulary);
    let is_read = |name: &&String| !name.starts_with("holiday ") && !name.starts_with("group ");
    for name in vocabulary.words.keys().filter(is_read) {
        assert_ne!(lexicon.class(name), Class::EMPTY, "there is no room for `words {name}`");
    }
}

fn read(lexicon: &Lexicon, example: &Example) -> Vec<Mention> {
    let tokens = text::tokenize(&example.text);
    let sentences = text::sentences(&example.text, &tokens);
    let words = lexicon.words(&example.text, &tokens);
    let setting = Setting { published: example.on, locale: "" };
    let found = mentions(lexicon, &example.text, &tokens, &words, &sentences, setting);
    // A time that cannot be resolved is there, and reads as nothing.
    found
        .into_iter()
        .filter(|mention| !matches!(&mention.kind, MentionKind::Time(time) if time.value.is_none()))
        .collect()
}

fn is(wanted: &Reading, found: &Mention) -> bool {
    match (wanted, &found.kind) {
        (Reading::Exactly(wanted), MentionKind::Quantity(found)) => is_exactly(wanted, &found.quantity),
        (Reading::Between { low, high, unit }, MentionKind::Quantity(found)) => {
            let set = &found.quantity.amount.literal;
            set.low.number() == Some(*low) && set.high.number() == *high && *unit == *found.quantity.unit.code
        }
        (Reading::Time(value), MentionKind::Time(found)) => found.value.as_ref() == Some(value),
        _ => false,
    }
}

fn is_exactly(wanted: &ReadQuantity, found: &Quantity) -> bool {
    let amount = &found.amount;
    amount.nominal == Some(wanted.value) && amount.wording == wanted.wording && *wanted.unit == *found.unit.code
}

fn shown(found: &[Mention]) -> Vec<String> {
    found
        .iter()
        .map(|mention| match &mention.kind {
            MentionKind::Quantity(found) => quantity(&found.quantity),
            MentionKind::Time(found) => format!("{:?}", found.value),
            MentionKind::Name { canonical, .. } => canonical.clone(),
            MentionKind::Quote(_) => "quote".to_owned(),
        })
        .collect()
}

fn quantity(found: &Quantity) -> String {
    let amount = &found.amount;
    match (amount.nominal, amount.wording) {
        (Some(value), wording) => format!("{wording:?} {value} {}", found.unit.code),
        (None, Wording::Range | Wording::Vague) => format!(
            "{:?} .. {:?} {}",
            amount.literal.low.number().map(|n| n.decimal()),
            amount.literal.high.number().map(|n| n.decimal()),
            found.unit.code
        ),
        (None, wording) => format!("{wording:?}"),
    }
}
