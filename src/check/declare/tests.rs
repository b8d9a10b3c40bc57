use crate::source::FileId;
use crate::statement::{Example, ReadQuantity, Reading, Vocabulary};
use crate::syntax::parse;
use crate::value::{Dimension, Number, Wording};

use super::declare;

/// The vocabulary of a text that is all right.
fn vocabulary(text: &str) -> Vocabulary {
    let parsed = parse(FileId(0), text);
    assert_eq!(parsed.diagnostics, vec![], "{text}");
    let (vocabulary, found) = declare(&[parsed]);
    assert_eq!(found, vec![], "{text}");
    vocabulary
}

/// The messages for a text that is not.
fn messages(text: &str) -> Vec<String> {
    let parsed = parse(FileId(0), text);
    let found = declare(std::slice::from_ref(&parsed)).1;
    parsed.diagnostics.into_iter().chain(found).map(|found| format!("[{}] {}", found.code, found.message)).collect()
}

#[test]
fn an_entity_has_aliases_wholes_and_others() {
    let known =
        vocabulary("entity Norsk = \"Norsk Kraft\", Norsk Kraft AS part of Kraftfonden, Statnett not \"Norsk Film\"");
    let entity = &known.entities[0];
    assert_eq!(entity.name, "Norsk");
    assert_eq!(entity.aliases, ["Norsk Kraft", "Norsk Kraft AS"]);
    assert_eq!(entity.part_of, ["Kraftfonden", "Statnett"]);
    assert_eq!(entity.not, ["Norsk Film"]);
}

#[test]
fn an_entity_may_have_no_alias() {
    assert_eq!(vocabulary("entity \"Penguin Random House\" not Penguin").entities[0].not, ["Penguin"]);
    assert_eq!(vocabulary("entity Penguin Random House not Penguin").entities[0].name, "Penguin Random House");
}

#[test]
fn a_group_names_its_members_canonically_and_declares_their_aliases() {
    let known = vocabulary("entity Norsk = NK\ngroup bidders = NK, \"Baltic Wind\" (Baltic), Ørsted");
    assert_eq!(known.groups[0].members, ["Norsk", "Baltic Wind", "Ørsted"]);
    assert_eq!(known.entities[1].aliases, ["Baltic"]);
}

#[test]
fn a_measure_has_a_kind_and_forms() {
    let known = vocabulary("measure deaths : count running = death, Die, \"death toll\"\nmeasure toll: money");
    assert!(known.measures[0].running);
    assert_eq!(known.measures[0].forms, ["death", "die", "death toll"]);
    assert_eq!(known.measures[1].forms, ["toll"]);
}

#[test]
fn a_unit_converts_through_the_one_it_names() {
    let text = "unit m : length = metre, meter symbol m\nunit km : length = kilometre symbol km is 1000 m\n\
                unit Mm : length = megametre is 1000 km";
    let known = vocabulary(text);
    assert_eq!(known.units[2].unit.conversion.map(|c| c.factor), Some(Number::from(1_000_000)));
    assert_eq!(known.units[0].symbols, ["m"]);
}

#[test]
fn a_temperature_has_an_offset() {
    let text = "unit K : temperature = kelvin\nunit Cel : temperature = \"degree Celsius\" symbol °C, C is 1 K + 273.15\n\
                unit F : temperature is 5/9 K + 229835/900";
    let known = vocabulary(text);
    assert_eq!(known.units[1].unit.conversion.map(|c| c.offset), Number::ratio(5463, 20));
    assert_eq!(known.units[1].symbols, ["°C", "C"]);
}

#[test]
fn codes_and_symbols_that_are_no_words_are_quoted() {
    let text = "unit m2 : area = \"square metre\" symbol m², m2\nunit \"[sft_i]\" : area = \"square foot\", \"square feet\" symbol ft2, sqft is 0.09290304 m2\n\
                unit \"%\" : percent = percent symbol %\ncurrency USD = dollar, \"US dollar\" symbol $, US$ minor cent";
    let known = vocabulary(text);
    assert_eq!(&*known.units[1].unit.code, "[sft_i]");
    assert_eq!(known.units[2].unit.dimension, Dimension::Percent);
    assert_eq!((&known.units[3].symbols[1][..], &known.units[3].minor[0][..]), ("US$", "cent"));
}

#[test]
fn numbers_magnitudes_and_vague_words_have_values() {
    let known = vocabulary(
        "number 12 = dozen\nnumber 1/3 = third\nmagnitude 1e6 = million, mn, m\nvague 24 .. 99 = dozens\nvague 2 .. = multiple",
    );
    assert_eq!(known.numbers[1].value, Number::ratio(1, 3).unwrap());
    assert_eq!(known.magnitudes[0].forms, ["million", "mn", "m"]);
    assert_eq!(known.vagues[0].high, Some(Number::from(99)));
    assert_eq!(known.vagues[1].high, None);
}

#[test]
fn a_modifier_stands_before_or_after_its_number() {
    let known = vocabulary(
        "modifier more than = \"more than\", over, \"north of\" after plus, \"or more\"\nmodifier about after \"or so\"",
    );
    assert_eq!(known.modifiers[0].wording, Wording::MoreThan);
    assert_eq!(known.modifiers[0].after, ["plus", "or more"]);
    assert!(known.modifiers[1].before.is_empty());
}

#[test]
fn titles_places_exclusions_and_word_classes_are_kept() {
    let known = vocabulary(
        "title \"chief executive\" exclusive = CEO, chief\nplace \"New Zealand\" wide = Aotearoa demonym Kiwi, \"New Zealander\" in Oceania\n\
         place Otago in \"New Zealand\"\nexclude rise, climb / fall, drop\nwords preposition = in, on, at\nwords preposition = is, of",
    );
    assert!(known.titles[0].exclusive);
    assert_eq!(known.places[0].demonyms, ["Kiwi", "New Zealander"]);
    assert!(known.places[0].wide && !known.places[1].wide);
    assert_eq!(known.places[1].within, ["New Zealand"]);
    assert_eq!(known.exclusions[0].right, ["fall", "drop"]);
    assert_eq!(known.words["preposition"], ["in", "on", "at", "is", "of"]);
}

#[test]
fn a_declaration_goes_on_where_it_is_unfinished() {
    let known = vocabulary(
        "modifier more than = over, # the usual\n    exceeding,\n    above\n  after plus\nexclude rise,\n climb /\n fall\nplace Otago =\n Ōtākou\n in \"New Zealand\"",
    );
    assert_eq!(known.modifiers[0].before, ["over", "exceeding", "above"]);
    assert_eq!(known.modifiers[0].after, ["plus"]);
    assert_eq!(known.exclusions[0].left, ["rise", "climb"]);
    assert_eq!(known.places[0].within, ["New Zealand"]);
}

#[test]
fn an_example_says_what_is_read() {
    let text = "unit \"%\" : percent = percent symbol %\ncurrency USD = dollar\n\
                example \"more than $7 billion\" reads > 7e9 USD\nexample \"on the one hand\" reads nothing\n\
                example \"last month\" on 2024-03-09 reads 2024-02\nexample \"3 to 5 percent of 1,200 firms\" reads 3 .. 5 %, 1,200 firms # and so on\n\
                example \"in 2025\" reads DATE 2025\nexample \"up to 40\" reads up to 40\nexample \"dozens\" reads 24 ..";
    let examples: Vec<Example> = vocabulary(text).examples;
    let quantity = |wording, value: i64, unit: &str| {
        Reading::Exactly(ReadQuantity { wording, value: Number::from(value), unit: unit.to_owned() })
    };
    assert_eq!(examples[0].reads, [quantity(Wording::MoreThan, 7_000_000_000, "USD")]);
    assert_eq!(examples[1].reads, []);
    assert_eq!(examples[2].reads, [Reading::Time("2024-02".into())]);
    assert_eq!(examples[2].on, Some(jiff::civil::date(2024, 3, 9)));
    let range = Reading::Between { low: Number::from(3), high: Some(Number::from(5)), unit: "%".into() };
    assert_eq!(examples[3].reads, [range, quantity(Wording::Bare, 1200, "firm")]);
    assert_eq!(examples[4].reads, [Reading::Time("2025".into())]);
    assert_eq!(examples[5].reads, [quantity(Wording::UpTo, 40, "")]);
    assert_eq!(examples[6].reads, [Reading::Between { low: Number::from(24), high: None, unit: String::new() }]);
}

#[test]
fn what_does_not_exist_is_said_with_the_nearest_that_does() {
    assert_eq!(messages("measure toll : mony = toll"), ["[unknown-kind] no kind of measure `mony`"]);
    assert_eq!(messages("unit m : lenght"), ["[unknown-kind] no dimension `lenght`"]);
    assert_eq!(messages("modifier abuot = circa"), ["[unknown-keyword] no wording `abuot`"]);
    assert_eq!(messages("unit km : length is 1000 m"), ["[unknown-unit] no unit `m`"]);
    assert_eq!(messages("number 1/0 = nothing"), ["[bad-number] `1/0` is no number that can be kept exactly"]);
    assert_eq!(messages("example \"x\" on 2025-13-01 reads 5"), ["[bad-date] there is no day `2025-13-01`"]);
}

#[test]
fn one_bad_line_spoils_no_other() {
    let parsed = parse(FileId(0), "entity A = B\nentity =\nentity C = D");
    assert_eq!(parsed.diagnostics.len(), 1);
    assert_eq!(declare(&[parsed]).0.entities.len(), 2);
}
