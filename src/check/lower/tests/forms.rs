//! Every form of the language, with what it comes down to.

use jiff::civil::date;

use crate::check::testing::{assertions, codes, only};
use crate::check::{Assertion, Body, Expression, Operand, Operator, Reading, Sources};
use crate::statement::{Modality, Scope, Value};
use crate::value::{Days, Deadline, Number, Quantity, Relation, Unit, Wording};

/// Operand, relation and value of a text with one plain assertion.
fn holds(text: &str) -> (Operand, Relation, Value) {
    match only(text).body {
        Body::Holds { operand, relation, value, .. } => (operand, relation, value),
        other => panic!("{text}: {other:?}"),
    }
}

fn operand(text: &str) -> Operand {
    holds(text).0
}

/// Subject, topic and measure of a text.
fn named(text: &str) -> (String, String, String) {
    let statement = operand(text).statement;
    (statement.subject.name, statement.subject.topic.join(" "), statement.measure.name)
}

fn divided(subject: &str, topic: &str, measure: &str) -> (String, String, String) {
    (subject.to_owned(), topic.to_owned(), measure.to_owned())
}

fn quantity(text: &str) -> Quantity {
    match holds(text).2 {
        Value::Quantity(quantity) => quantity,
        other => panic!("{text}: {other:?}"),
    }
}

/// The nominal value and the code of the unit.
fn amount(text: &str) -> (String, String) {
    let quantity = quantity(text);
    (quantity.amount.nominal.unwrap().to_string(), quantity.unit.code.to_string())
}

fn measured(value: &str, unit: &str) -> (String, String) {
    (value.to_owned(), unit.to_owned())
}

fn computed(text: &str) -> (Expression, Relation, Expression) {
    match only(text).body {
        Body::Computed { left, relation, right } => (left, relation, right),
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn symbols_and_their_words_are_the_same_relations() {
    let same = [
        ("==", "is", Relation::Equal),
        ("!=", "is not", Relation::NotEqual),
        (">=", "is at least", Relation::AtLeast),
        (">", "is more than", Relation::Greater),
        ("<=", "is at most", Relation::AtMost),
        ("<", "is less than", Relation::Less),
        ("~=", "is about", Relation::About),
        ("exactly", "is exactly", Relation::Exactly),
    ];
    for (symbol, words, relation) in same {
        assert_eq!(holds(&format!("Norsk pledge {symbol} 5e9 NOK")).1, relation);
        assert_eq!(holds(&format!("Norsk pledge {words} 5e9 NOK")).1, relation);
    }
    for (sign, relation) in
        [("≥", Relation::AtLeast), ("≤", Relation::AtMost), ("≠", Relation::NotEqual), ("≈", Relation::About)]
    {
        assert_eq!(holds(&format!("Norsk pledge {sign} 5e9 NOK")).1, relation);
    }
}

#[test]
fn the_longest_declared_name_is_the_subject() {
    let known = "entity Norsk\nentity \"Norsk Kraft\" = NK\n";
    assert_eq!(named(&format!("{known}Norsk Kraft jobs > 400")), divided("Norsk Kraft", "", "jobs"));
    assert_eq!(named(&format!("{known}NK jobs > 400")), divided("Norsk Kraft", "", "jobs"));
    assert_eq!(named(&format!("{known}Norsk's jobs > 400")), divided("Norsk", "", "jobs"));
    assert_eq!(named(&format!("{known}norsk kraft jobs > 400")), divided("Norsk Kraft", "", "jobs"));
}

#[test]
fn words_between_a_declared_name_and_a_known_measure_narrow_the_subject() {
    assert_eq!(named("entity Norsk\nNorsk outages duration == 1 day"), divided("Norsk", "outage", "duration"));
    assert_eq!(named("entity Norsk\nNorsk power use == 100 MW"), divided("Norsk", "", "power use"));
    assert_eq!(named("entity Norsk\nNorsk night ferry fare == 40 NOK"), divided("Norsk", "", "night ferry fare"));
    assert_eq!(named("entity Norsk\nNorsk pledge place is Narvik"), divided("Norsk", "pledge", "place"));
}

#[test]
fn without_a_declared_name_the_last_word_or_a_known_measure_is_the_measure() {
    assert_eq!(named("Penguin Random House jobs > 400"), divided("Penguin Random House", "", "jobs"));
    assert_eq!(named("Skagen Ferries fare == 40 NOK"), divided("Skagen Ferries", "", "fare"));
    assert_eq!(named("Skagen Summit end date == 2024-03-09"), divided("Skagen Summit", "", "end date"));
    assert_eq!(named("3M pledge == 5e6 USD"), divided("3M", "", "pledge"));
    assert_eq!(named("3M pledge by 2030 == 5e6 USD"), divided("3M", "", "pledge"));
    assert_eq!(named("Boeing 737 orders == 5"), divided("Boeing 737", "", "orders"));
    assert_eq!(named("South Pacific Forum jobs == 5"), divided("South Pacific Forum", "", "jobs"));
}

#[test]
fn a_quoted_second_part_is_the_measure() {
    assert_eq!(named("Norsk \"data centers\" == 2"), divided("Norsk", "", "data centers"));
    assert_eq!(named("Skagen Ferries \"night fares\" == 2"), divided("Skagen Ferries", "", "night fares"));
    assert_eq!(named("\"Skagen Ferries\" \"night fares\" == 2"), divided("Skagen Ferries", "", "night fares"));
    assert_eq!(operand("Norsk \"data centers\" == 2").statement.measure.forms, ["data center", "data centers"]);
}

#[test]
fn a_form_of_a_form_is_the_measure_with_all_its_forms() {
    let measure = operand("Norsk investment == 5e9 NOK").statement.measure;
    assert_eq!(measure.name, "pledge");
    assert_eq!(measure.forms, ["pledge", "commit", "invest", "set aside", "investment"]);
    assert_eq!(operand("Norsk commitments == 5e9 NOK").statement.measure.name, "pledge");
    assert_eq!(operand("Norsk deliveries == 5").statement.measure.forms, ["delivery", "deliveries"]);
}

#[test]
fn a_group_is_a_subject_with_its_members() {
    let text = "entity Norsk = NK\ngroup bidders = NK, \"Baltic Wind\" (Baltic)\nbidders pledge == 9e9 NOK";
    let operand = operand(text);
    let members = operand.statement.subject.members.unwrap();
    assert_eq!(members.names, ["Norsk", "Baltic Wind"]);
    assert!(members.closed);
    assert_eq!(operand.group.as_deref(), Some("bidders"));
}

#[test]
fn numbers_keep_their_digits_and_take_their_magnitude() {
    for text in ["5e9", "5_000_000_000", "5,000,000,000", "5 billion", "5bn", "5 bn"] {
        assert_eq!(amount(&format!("Norsk pledge == {text} NOK")), measured("5000000000", "NOK"), "{text}");
    }
    assert_eq!(amount("Norsk pledge == $5bn"), measured("5000000000", "USD"));
    assert_eq!(amount("Norsk pledge == US$5m"), measured("5000000", "USD"));
    assert_eq!(amount("Norsk pledge == EUR 5 million"), measured("5000000", "EUR"));
    assert_eq!(amount("Norsk pledge == 50 cents"), measured("0.5", "USD"));
    assert_eq!(amount("Norsk fare == 1/2"), measured("0.5", ""));
    let grain = |text: &str| quantity(text).amount.grain;
    assert_eq!(grain("Norsk pledge == 9.0e9 NOK"), Number::from(100_000_000));
    assert_eq!(grain("Norsk pledge == 9e9 NOK"), Number::from(1_000_000_000));
}

#[test]
fn units_are_known_by_code_symbol_and_word() {
    assert_eq!(amount("Shed area == 8600 m2"), measured("8600", "m2"));
    assert_eq!(amount("Shed area == 8600 square metres"), measured("8600", "m2"));
    assert_eq!(amount("Shed area == 40 square feet"), measured("40", "[sft_i]"));
    assert_eq!(amount("Shed temperature == -5 °C"), measured("-5", "Cel"));
    assert_eq!(amount("Norsk change == 4.5 %"), measured("4.5", "%"));
    assert_eq!(amount("Norsk change == 12 pp"), measured("12", "pp"));
    assert_eq!(amount("Norsk \"power use\" == 100 MW"), measured("100", "MW"));
}

#[test]
fn what_is_counted_is_a_singular_noun() {
    assert_eq!(amount("Norsk layoffs == 12000 workers"), measured("12000", "worker"));
    assert_eq!(amount("Norsk layoffs == 12k Ferry Boats"), measured("12000", "ferry boat"));
    assert_eq!(quantity("Norsk ferries == 7 boats").unit, Unit::count("boat"));
    assert_eq!(quantity("Norsk jobs == 40").unit, Unit::number());
}

#[test]
fn a_unit_letter_is_a_magnitude_only_where_that_fits() {
    assert_eq!(amount("Norsk span == 5 m"), measured("5", "m"));
    assert_eq!(amount("Norsk pledge == 5m NOK"), measured("5000000", "NOK"));
    assert_eq!(amount("Norsk jobs == 5 m"), measured("5000000", ""));
}

#[test]
fn a_tolerance_is_absolute_or_in_percent() {
    let low = |text: &str| match quantity(text).amount.literal.low {
        crate::value::Bound::Closed(low) => low.to_string(),
        other => panic!("{other:?}"),
    };
    assert_eq!(low("Norsk pledge == 5e9 NOK ± 10 %"), "4500000000");
    assert_eq!(low("Shed area == 8600 ± 5 m2"), "8595");
    assert_eq!(low("Shed area == 8600 m2 +- 5"), "8595");
    assert_eq!(low("Norsk span == 2 km ± 30 m"), "1.97");
    assert_eq!(quantity("Norsk pledge == 5e9 NOK ± 10 %").amount.wording, Wording::Tolerance);
}

#[test]
fn a_range_shares_its_unit_and_magnitude() {
    for text in ["4e9 .. 6e9 NOK", "4 .. 6 billion NOK", "4e9 NOK .. 6e9 NOK", "4 .. 6bn NOK"] {
        let (_, relation, value) = holds(&format!("Norsk pledge in {text}"));
        let Value::Quantity(quantity) = value else { panic!("{text}") };
        assert_eq!(relation, Relation::In);
        assert_eq!(quantity.describe(), "between 4,000,000,000 and 6,000,000,000 NOK", "{text}");
    }
    assert_eq!(quantity("Norsk pledge in $4 .. 6 billion by 2030").unit, Unit::money("USD"));
    assert_eq!(quantity("Norsk span in 800 m .. 2 km").describe(), "between 800 and 2,000 m");
}

#[test]
fn dates_are_sets_of_days() {
    let days = |text: &str| match holds(&format!("\"Skagen Summit\" end date == {text}")).2 {
        Value::Days(days) => days,
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(days("2031"), Days::year(2031).unwrap());
    assert_eq!(days("2024-03"), Days::month(2024, 3).unwrap());
    assert_eq!(days("2024-03-09"), Days::day(date(2024, 3, 9)));
    assert_eq!(days("9 Mar 2024"), Days::day(date(2024, 3, 9)));
    assert_eq!(days("March 9, 2024"), Days::day(date(2024, 3, 9)));
    assert_eq!(days("Q3 2024"), Days::quarter(2024, 3).unwrap());
    let (_, relation, value) = holds("\"Skagen Summit\" end date in 2024-03-01 .. 2024-03-09");
    let Value::Days(span) = value else { panic!() };
    assert_eq!((relation, span.first, span.last), (Relation::In, Some(date(2024, 3, 1)), Some(date(2024, 3, 9))));
}

#[test]
fn a_year_is_a_number_where_a_number_is_due() {
    assert_eq!(amount("Norsk jobs == 2031"), measured("2031", ""));
    assert_eq!(amount("Norsk duration == 5 years"), measured("5", "a"));
    assert_eq!(quantity("\"Jo Li\" age == 42 years").unit.dimension, crate::value::Dimension::Age);
    assert_eq!(quantity("Norsk rank == 3rd").unit, Unit::ordinal());
    assert_eq!(quantity("Norsk rank == 3").unit, Unit::ordinal());
}

#[test]
fn words_are_text_where_words_are_due() {
    let value = |text: &str| holds(text).2;
    let text = |text: &str| Value::Text(text.to_owned());
    assert_eq!(value("\"Jo Li\" role is \"head of Norsk\""), text("head of Norsk"));
    assert_eq!(value("\"Jo Li\" role is not pilot"), text("pilot"));
    assert_eq!(value("Norsk opening is 14:30"), text("14:30"));
    assert_eq!(value("Norsk opening is 9 p.m."), text("9 p.m."));
    assert_eq!(value("\"Cup final\" score is 97-1"), text("97-1"));
    assert_eq!(value("Screen size is 2880 x 1800"), text("2880 x 1800"));
    assert_eq!(value("\"Cup final\" score is 2-1 after extra time"), text("2-1 after extra time"));
    let list = Value::List(vec!["Narvik".into(), "Bodø".into(), "Trinidad and Tobago".into()]);
    assert_eq!(value("Norsk place includes [Narvik, \"Bodø\", Trinidad and Tobago]"), list);
    assert_eq!(value("Norsk place includes [\n  Narvik, # the first\n  Bodø,\n  Trinidad and Tobago,\n]"), list);
}

#[test]
fn a_deadline_is_one_of_three() {
    let deadline = |text: &str| operand(text).statement.qualifiers.deadline;
    let year = Days::year(2030).unwrap();
    assert_eq!(deadline("Norsk pledge == 5e9 NOK by 2030"), Some(Deadline::by(year)));
    assert_eq!(deadline("Norsk pledge == 5e9 NOK through 2030"), Some(Deadline::through(year)));
    assert_eq!(deadline("Norsk pledge before 2030 == 5e9 NOK"), Some(Deadline::before(year)));
}

#[test]
fn qualifiers_say_when() {
    let own = |text: &str| operand(&format!("Norsk pledge == 5e9 NOK {text}")).statement.qualifiers;
    let (march, year) = (Days::month(2024, 3).unwrap(), Days::year(2024).unwrap());
    assert_eq!(own("on 2024-03-09").when, Some(Days::day(date(2024, 3, 9))));
    assert_eq!(own("in March 2024").when, Some(march));
    assert_eq!(own("in 2024").when, Some(year));
    assert_eq!(own("since 2024").when, Some(Days::since(year)));
    assert_eq!(own("from 2024 to 2026").when, Some(Days::span(year, Days::year(2026).unwrap())));
    assert_eq!(own("as of March 2024").as_of, Some(march));
    assert_eq!(own("over 5 years").length.unwrap().describe(), "5 years");
}

#[test]
fn announcements_have_a_date_of_their_own() {
    let announced = |text: &str| operand(&format!("Norsk pledge == 5e9 NOK {text}")).statement.qualifiers.announced;
    let march = Days::month(2024, 3).unwrap();
    assert_eq!(announced("announced 2024-03"), Some(march));
    assert_eq!(announced("announced in 2024-03"), Some(march));
    assert_eq!(announced("announced in March 2024"), Some(march));
    assert_eq!(announced("announced before 2024-03"), Days::before(march));
    assert_eq!(announced("announced since 2024-03"), Some(Days::since(march)));
    assert_eq!(named("Norsk announced layoffs == 40"), divided("Norsk announced", "", "layoffs"));
}

#[test]
fn qualifiers_say_where_and_with_whom() {
    let text = "entity Baltic = \"Baltic Wind\"\nNorsk pledge == 5e9 NOK in Narvik, Bodø with Baltic Wind to Havneby from \"Oslo kommune\" \
                for \"two ferries\" said by \"Jo Li\" in Aotearoa";
    let own = operand(text).statement.qualifiers;
    assert_eq!(own.places, ["Narvik", "Bodø", "New Zealand"]);
    assert_eq!(own.partners, ["Baltic"]);
    assert_eq!(own.recipients, ["Havneby"]);
    assert_eq!(own.origins, ["Oslo kommune"]);
    assert_eq!(own.purpose.as_deref(), Some("two ferries"));
    assert_eq!(own.speaker.as_deref(), Some("Jo Li"));
}

#[test]
fn states_say_how_far_it_got_and_what_is_counted() {
    let state = |text: &str| {
        let statement = operand(text).statement;
        (statement.modality, statement.scope, statement.measure.name)
    };
    let pledge = || "pledge".to_owned();
    assert_eq!(state("Norsk pledge == 5e9 NOK planned"), (Some(Modality::Planned), None, pledge()));
    assert_eq!(state("Norsk pledge == 5e9 NOK under way"), (Some(Modality::Ongoing), None, pledge()));
    assert_eq!(state("Norsk pledge == 5e9 NOK by 2030 done"), (Some(Modality::Happened), None, pledge()));
    assert_eq!(state("Norsk additional pledge == 5e9 NOK"), (None, Some(Scope::Additional), pledge()));
    assert_eq!(state("Norsk pledge == 5e9 NOK total pledged"), (Some(Modality::Pledged), Some(Scope::Total), pledge()));
    let declared = "measure total catch : mass = catch\nNorsk total catch == 5 kg";
    assert_eq!(state(declared), (None, None, "total catch".to_owned()));
}

#[test]
fn the_places_of_all_parts_are_kept() {
    let text = "Norsk pledge == 5e9 NOK by 2030 in Narvik";
    let assertion = only(text);
    let Body::Holds { operand, value_span, .. } = assertion.body else { panic!() };
    assert_eq!(operand.subject.slice(text), "Norsk");
    assert_eq!(operand.measure.slice(text), "pledge");
    assert_eq!(value_span.slice(text), "5e9 NOK");
    let qualifiers: Vec<_> = operand.qualifiers.iter().map(|(key, span)| (&key[..], span.slice(text))).collect();
    assert_eq!(qualifiers, [("by", "by 2030"), ("in", "in Narvik")]);
    assert_eq!(assertion.place.span.slice(text), text);
}

#[test]
fn some_and_never_ask_whether_there_is_one() {
    let reading = |text: &str| match only(text).body {
        Body::Holds { reading, .. } | Body::Exists { reading, .. } => reading,
        other => panic!("{other:?}"),
    };
    assert_eq!(reading("some Norsk pledge == 4e9 NOK"), Reading::Some);
    assert_eq!(reading("never Norsk pledge > 4e9 NOK"), Reading::Never);
    assert_eq!(reading("never Norsk layoffs in Narvik"), Reading::Never);
    assert_eq!(reading("Norsk layoffs announced on 2024-03-09"), Reading::The);
}

#[test]
fn a_line_without_a_relation_says_that_there_is_such_a_thing() {
    for text in
        ["Norsk layoffs announced on 2024-03-09", "Norsk layoffs", "Norsk \"night ferries\"", "Norsk strike in Narvik"]
    {
        assert!(matches!(only(text).body, Body::Exists { .. }), "{text}");
    }
}

#[test]
fn sources_may_be_asked_one_by_one() {
    assert_eq!(only("each source: Norsk jobs == 40").sources, Sources::Each);
    assert_eq!(only("source \"herald\" : Norsk jobs == 40").sources, Sources::Only("herald".into()));
    assert_eq!(only("source herald: some Norsk jobs == 40").sources, Sources::Only("herald".into()));
    let Body::Agree { operand } = only("sources agree on Norsk pledge by 2030").body else { panic!() };
    assert!(operand.statement.qualifiers.deadline.is_some());
}

#[test]
fn a_count_is_a_measure_of_its_own() {
    let operand = operand("count of \"night ferries\" == 3");
    assert_eq!((&operand.statement.subject.name[..], &operand.statement.measure.name[..]), ("night ferries", "count"));
    let group = self::operand("group bidders = Norsk, Baltic\ncount of bidders == 2 firms").statement.subject;
    assert_eq!(group.members.map(|members| members.names.len()), Some(2));
}

#[test]
fn arithmetic_binds_as_in_school() {
    let (left, relation, right) =
        computed("Norsk pledge by 2030 + Baltic pledge with \"Jo Li\" * 2 <= (10e9 NOK - 2e9 NOK) / 2");
    assert_eq!(relation, Relation::AtMost);
    let Expression::Binary { operator: Operator::Add, left: first, right: second } = left else { panic!("{left:?}") };
    let Expression::Operand(first) = *first else { panic!() };
    assert!(first.statement.qualifiers.deadline.is_some());
    assert!(matches!(*second, Expression::Binary { operator: Operator::Multiply, .. }));
    assert!(matches!(right, Expression::Binary { operator: Operator::Divide, .. }));
}

#[test]
fn two_measures_are_compared() {
    let (left, relation, right) = computed("Norsk pledge by 2030 > Baltic investment by 2028 - 10e9 NOK");
    assert_eq!(relation, Relation::Greater);
    assert!(matches!(left, Expression::Operand(_)));
    let Expression::Binary { operator: Operator::Subtract, .. } = right else { panic!("{right:?}") };
    assert!(matches!(computed("Norsk pledge > Baltic pledge").2, Expression::Operand(_)));
}

#[test]
fn a_share_is_a_part_in_a_whole() {
    let (left, ..) = computed("share of Norsk pledge by 2030 in Baltic pledge in Narvik > 50 %");
    let Expression::Share { part, whole } = left else { panic!("{left:?}") };
    let (Expression::Operand(part), Expression::Operand(whole)) = (*part, *whole) else { panic!() };
    assert!(part.statement.qualifiers.deadline.is_some());
    assert_eq!(whole.statement.qualifiers.places, ["Narvik"]);
}

#[test]
fn qualifiers_behind_the_value_of_a_sum_are_those_of_all_its_operands() {
    let (left, ..) = computed("Norsk pledge + Baltic pledge == 9e9 NOK by 2030");
    let Expression::Binary { left: first, right: second, .. } = left else { panic!() };
    for side in [*first, *second] {
        let Expression::Operand(operand) = side else { panic!() };
        assert!(operand.statement.qualifiers.deadline.is_some());
    }
}

#[test]
fn quotes_and_claims_keep_their_words() {
    let text = "quote \"the \"\"Skagen\"\" sails\" by \"Jo Li\"";
    let Body::Quote { words, speaker, words_span, speaker_span } = only(text).body else { panic!() };
    assert_eq!((&words[..], speaker.as_deref()), ("the \"Skagen\" sails", Some("Jo Li")));
    assert_eq!(words_span.slice(text), "the \"\"Skagen\"\" sails");
    assert_eq!(speaker_span.map(|span| span.slice(text)), Some("\"Jo Li\""));
    let text = "claim “The harbour has two cranes.”";
    let Body::Claim { text: claim, span } = only(text).body else { panic!() };
    assert_eq!(claim, "The harbour has two cranes.");
    assert_eq!(span.slice(text), claim);
}

#[test]
fn a_bound_name_stands_for_its_value() {
    let text = "let target = 5e9 NOK\nlet deadline = 2030\nNorsk pledge == target by deadline";
    assert_eq!(amount(text), measured("5000000000", "NOK"));
    assert_eq!(operand(text).statement.qualifiers.deadline, Some(Deadline::by(Days::year(2030).unwrap())));
    let (_, _, right) = computed("let target = 5e9 NOK\nNorsk pledge + Baltic pledge >= target");
    assert!(matches!(right, Expression::Constant { .. }));
    assert_eq!(
        holds("let homes = [Narvik, Bodø]\nNorsk place includes homes").2,
        Value::List(vec!["Narvik".into(), "Bodø".into()])
    );
}

#[test]
fn a_table_makes_one_assertion_a_row() {
    let text = "table pledges: company | amount | by\n  Norsk | 5e9 NOK | 2030 # the first\n  \"Baltic|Wind\" | 12e9 NOK | 2028\n\
                each pledges: {company} pledge == {amount} by {by}\n  needs 2 independent sources\n";
    let all = assertions(text);
    let texts: Vec<&str> = all.iter().map(|assertion| &assertion.text[..]).collect();
    assert_eq!(texts, ["Norsk pledge == 5e9 NOK by 2030", "\"Baltic|Wind\" pledge == 12e9 NOK by 2028"]);
    assert!(all.iter().all(|assertion| assertion.needs == Some(2)));
    assert_eq!(all[0].place.span.slice(text), "Norsk | 5e9 NOK | 2030");
    let Body::Holds { operand, value_span, .. } = &all[1].body else { panic!() };
    assert_eq!(value_span.slice(text), "12e9 NOK");
    assert_eq!(operand.measure.slice(text), "pledge");
    assert_eq!(operand.subject.slice(text), "\"Baltic|Wind\"");
}

#[test]
fn white_space_means_nothing() {
    let plain = "Norsk pledge == 5e9 NOK by 2030 in Narvik needs 2 sources why \"x\"";
    let spread = "   Norsk\tpledge  ==\u{a0}5e9 NOK\r\n\n# between\nby 2030 # behind\n      in Narvik\n needs 2 independent sources\nwhy \"x\"\n";
    let strip = |assertion: Assertion| (assertion.text, assertion.id, assertion.needs, assertion.why);
    assert_eq!(strip(only(plain)), strip(only(spread)));
}

#[test]
fn a_value_that_is_a_bare_keyword_lookalike_is_an_error_and_not_a_noun() {
    assert_eq!(codes("Norsk jobs == 40 workers expct contradicted"), ["unknown-keyword"]);
    assert_eq!(codes("\"Jo Li\" role is pilot expct contradicted"), ["unknown-keyword"]);
    assert_eq!(codes("Norsk jobs == 40 in Narvik expct contradicted"), ["unknown-keyword"]);
    assert_eq!(codes("Norsk jobs == 40 land owners"), [""; 0]);
}
