//! Trees of all shapes.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::super::super::ast::{
    Allow, Amount, Assertion, At, Binding, Body, Cell, Check, Conversion, Declaration, EntityDeclaration,
    ExampleDeclaration, Expression, Field, FieldKind, Figure, File, Form, Forms, GroupDeclaration, Interval, Item,
    ItemKind, Lead, Literal, MeasureDeclaration, Member, ModifierDeclaration, Name, Offset, Operand, Part,
    PlaceDeclaration, Qualifier, QualifierValue, Quantifier, Reading, RelationSign, Remark, Right, Row, Sides, Sources,
    Table, Template, Term, TitleDeclaration, Tolerance, UnitDeclaration, Waiver,
};
use crate::value::Relation;

pub(super) fn file() -> BoxedStrategy<File> {
    vec(item(), 0..5).prop_map(|items| File { items }).boxed()
}

fn item() -> BoxedStrategy<Item> {
    let remarked = prop_oneof![
        declaration().prop_map(|declaration| ItemKind::Declaration(Box::new(declaration))),
        quoted().prop_map(ItemKind::Use),
        (bare(), right()).prop_map(|(name, value)| ItemKind::Let(Box::new(Binding { name, value }))),
        (id(), option::of(quoted()), vec(field().prop_map(Part::Field), 0..3))
            .prop_map(|(id, title, parts)| ItemKind::Check(Check { id, title, parts })),
        assertion().prop_map(|assertion| ItemKind::Assertion(Box::new(assertion))),
        (id(), id(), waiver()).prop_map(|(document, check, waiver)| ItemKind::Allow(Box::new(Allow {
            document,
            check,
            waiver
        }))),
    ];
    let plain = prop_oneof![
        Just(ItemKind::Blank),
        remark().prop_map(ItemKind::Remark),
        table().prop_map(|table| ItemKind::Table(Box::new(table))),
        bare().prop_map(|table| ItemKind::Template(Template {
            table,
            text: "{a} jobs == {b}\n  # x\n  by 2030".into(),
            at: at()
        })),
    ];
    let with = (remarked, option::of(remark())).prop_map(|(kind, remark)| Item { kind, remark, at: at() });
    prop_oneof![4 => with, 1 => plain.prop_map(|kind| Item { kind, remark: None, at: at() })].boxed()
}

fn at() -> At {
    At::default()
}

fn remark() -> BoxedStrategy<String> {
    "# [a-z\"“]{1,5}".boxed()
}

/// A bare name of one word or two that is no keyword.
fn bare() -> BoxedStrategy<Name> {
    "[A-Z][a-zé'&-]{1,4}x( [A-Z][a-z]{1,4}x)?".prop_map(|text| Name { text, quoted: false, at: at() }).boxed()
}

fn word() -> BoxedStrategy<Name> {
    "[A-Z][a-zé]{1,4}[.]?x".prop_map(|text| Name { text, quoted: false, at: at() }).boxed()
}

fn quoted() -> BoxedStrategy<Name> {
    let filled = |text: &String| !text.trim().is_empty();
    "[ -~é“”#]{1,10}"
        .prop_filter("empty marks are refused", filled)
        .prop_map(|text| Name { text, quoted: true, at: at() })
        .boxed()
}

fn name() -> BoxedStrategy<Name> {
    prop_oneof![bare(), quoted()].boxed()
}

fn names() -> BoxedStrategy<Vec<Name>> {
    vec(name(), 1..4).boxed()
}

fn no_names() -> BoxedStrategy<Vec<Name>> {
    vec(name(), 0..3).boxed()
}

fn id() -> BoxedStrategy<Name> {
    "[a-z]{1,4}-[0-9]".prop_map(|text| Name { text, quoted: false, at: at() }).boxed()
}

fn plain_figure() -> BoxedStrategy<Figure> {
    select(vec!["5", "9.0e9", "1/3", "5,000", "5_000", "-0.5", "3e-2"])
        .prop_map(|text| Figure { text: text.into(), at: at() })
        .boxed()
}

fn declaration() -> BoxedStrategy<Declaration> {
    let one = prop_oneof![
        (name(), no_names(), no_names(), no_names()).prop_map(|(name, aliases, part_of, not)| {
            Declaration::Entity(EntityDeclaration { name, aliases, part_of, not })
        }),
        (name(), vec((name(), option::of(name())), 1..3)).prop_map(|(name, members)| {
            let members = members.into_iter().map(|(name, alias)| Member { name, alias }).collect();
            Declaration::Group(GroupDeclaration { name, members })
        }),
        (name(), bare(), any::<[bool; 3]>(), no_names()).prop_map(|(name, kind, [running, own, once], forms)| {
            Declaration::Measure(MeasureDeclaration { name, kind, running, own, once, forms })
        }),
        (plain_figure(), names()).prop_map(|(value, forms)| Declaration::Number(Forms { value, forms })),
        (plain_figure(), names()).prop_map(|(value, forms)| Declaration::Magnitude(Forms { value, forms })),
        (plain_figure(), option::of(plain_figure()), names())
            .prop_map(|(low, high, forms)| Declaration::Vague(Interval { low, high, forms })),
        (bare(), no_names(), no_names()).prop_map(|(wording, before, after)| {
            Declaration::Modifier(ModifierDeclaration { wording, before, after })
        }),
    ];
    prop_oneof![one, unit(), world()].boxed()
}

fn unit() -> BoxedStrategy<Declaration> {
    let offset = (any::<bool>(), plain_figure()).prop_map(|(negative, figure)| Offset { negative, figure });
    let is = (plain_figure(), name(), option::of(offset)).prop_map(|(factor, unit, offset)| Conversion {
        factor,
        unit,
        offset,
    });
    let unit =
        (name(), bare(), no_names(), no_names(), option::of(is)).prop_map(|(code, dimension, words, symbols, is)| {
            Declaration::Unit(UnitDeclaration { code, dimension, words, symbols, is, ..UnitDeclaration::default() })
        });
    let currency = (name(), no_names(), no_names(), no_names()).prop_map(|(code, words, symbols, minor)| {
        Declaration::Currency(UnitDeclaration { code, words, symbols, minor, ..UnitDeclaration::default() })
    });
    prop_oneof![unit, currency].boxed()
}

fn world() -> BoxedStrategy<Declaration> {
    let reading = select(vec!["> 5e9 USD", "3 .. 5 %", "2024-03", "1,200 firms"]);
    let reading = reading.prop_map(|text| Reading { text: text.into(), at: at() });
    let day = Just(Name { text: "2024-03-09".into(), quoted: false, at: at() });
    prop_oneof![
        (name(), any::<bool>(), no_names()).prop_map(|(name, exclusive, forms)| Declaration::Title(TitleDeclaration {
            name,
            exclusive,
            forms
        })),
        (name(), any::<bool>(), no_names(), no_names(), no_names()).prop_map(
            |(name, wide, aliases, demonyms, within)| {
                Declaration::Place(PlaceDeclaration { name, wide, aliases, demonyms, within })
            }
        ),
        (names(), names()).prop_map(|(left, right)| Declaration::Exclude(Sides { left, right })),
        (name(), names()).prop_map(|(class, words)| Declaration::Words { class, words }),
        (quoted(), option::of(day), vec(reading, 0..3))
            .prop_map(|(text, on, reads)| Declaration::Example(ExampleDeclaration { text, on, reads })),
    ]
    .boxed()
}

fn table() -> BoxedStrategy<Table> {
    let cell = || "([A-Z][a-z ]{0,4}[a-z]|\"[|a-z#]{1,4}\")".prop_map(|text| Cell { text, at: at() });
    let row = (cell(), cell(), option::of(remark())).prop_map(|(left, right, remark)| Row {
        cells: vec![left, right],
        remark,
        at: at(),
    });
    (bare(), cell(), cell(), vec(row, 1..4))
        .prop_map(|(name, left, right, rows)| Table { name, columns: vec![left, right], rows })
        .boxed()
}

fn waiver() -> BoxedStrategy<Waiver> {
    let day = select(vec!["2030-01-31", "2030-01"]).prop_map(|text| Literal { text: text.into(), at: at() });
    (option::of(day), option::of(quoted())).prop_map(|(until, because)| Waiver { until, because }).boxed()
}

fn lead() -> BoxedStrategy<Lead> {
    let alone = vec(remark(), 0..2);
    (any::<bool>(), option::of(remark()), alone)
        .prop_map(|(breaks, behind, alone)| {
            let behind = behind.into_iter().map(|text| Remark { alone: false, text });
            let remarks: Vec<Remark> =
                behind.chain(alone.into_iter().map(|text| Remark { alone: true, text })).collect();
            Lead { breaks: breaks || !remarks.is_empty(), remarks }
        })
        .boxed()
}

fn field() -> BoxedStrategy<Field> {
    let kind = prop_oneof![
        select(vec!["1", "2", "12"]).prop_map(|text| FieldKind::Needs(Figure { text: text.into(), at: at() })),
        quoted().prop_map(FieldKind::Why),
        quoted().prop_map(FieldKind::Source),
        quoted().prop_map(FieldKind::Message),
        "@[a-z]{1,5}".prop_map(|text| FieldKind::Owner(Name { text, quoted: false, at: at() })),
        select(vec!["error", "warn", "note"]).prop_map(|text| FieldKind::Severity(Name {
            text: text.into(),
            quoted: false,
            at: at()
        })),
        select(vec!["contradicted", "single source"]).prop_map(|text| FieldKind::Expect(Name {
            text: text.into(),
            quoted: false,
            at: at()
        })),
        waiver().prop_map(FieldKind::KnownWrong),
    ];
    (lead(), kind).prop_map(|(lead, kind)| Field { lead, kind, at: at() }).boxed()
}

/// Tags take up whatever words follow them on their line, and are words themselves right behind others: they come last, on a line of their
/// own.
fn tags() -> BoxedStrategy<Field> {
    let tag = prop_oneof![id(), quoted()];
    (lead(), vec(tag, 1..3))
        .prop_map(|(lead, tags)| (Lead { breaks: true, ..lead }, tags))
        .prop_map(|(lead, tags)| Field { lead, kind: FieldKind::Tags(tags), at: at() })
        .boxed()
}

fn qualifier() -> BoxedStrategy<Qualifier> {
    let moment = || select(vec!["2031", "2024-03", "2024-03-09", "9 Mar 2024", "Q3 2024", "May 2024"]);
    let moment = move || moment().prop_map(|text| QualifierValue::Moment(Literal { text: text.into(), at: at() }));
    let when = select(vec![
        "by",
        "through",
        "before",
        "on",
        "since",
        "as of",
        "announced",
        "announced in",
        "announced before",
    ]);
    let who = || prop_oneof![vec(bare(), 1..3), vec(quoted(), 1..3)].prop_map(QualifierValue::Names);
    let length = (plain_figure(), Just("years")).prop_map(|(figure, unit)| {
        let unit = vec![Name { text: unit.into(), quoted: false, at: at() }];
        QualifierValue::Amount(Amount { figure, unit, ..Amount::default() })
    });
    let keyed = prop_oneof![
        (when, moment()),
        (select(vec!["from", "to", "in"]), prop_oneof![moment(), who().boxed()]),
        (select(vec!["with", "for", "said by"]), who()),
        (Just("over"), length),
        (select(vec!["planned", "under way", "done", "additional"]), Just(QualifierValue::None)),
    ];
    (lead(), keyed).prop_map(|(lead, (key, value))| Qualifier { lead, key: key.into(), value, at: at() }).boxed()
}

fn operand() -> BoxedStrategy<Operand> {
    let words = (prop_oneof![word(), quoted()], vec(prop_oneof![word(), quoted()], 0..3));
    (words, vec(qualifier(), 0..3))
        .prop_map(|((first, rest), qualifiers)| {
            let words = std::iter::once(first).chain(rest).collect();
            // A state right behind the words is one of them, and at the start of a line with more behind it, it begins a subject.
            let is_state = |qualifier: &Qualifier| qualifier.value == QualifierValue::None;
            let mut qualifiers: Vec<Qualifier> = qualifiers.into_iter().skip_while(is_state).collect();
            qualifiers.iter_mut().filter(|next| is_state(next)).for_each(|state| state.lead = Lead::default());
            Operand { words, qualifiers, at: at() }
        })
        .boxed()
}

fn amount() -> BoxedStrategy<Amount> {
    let figure = select(vec!["5", "9.0e9", "$5bn", "US$5m", "1/3", "4.5%", "-3", "5,000", "€3", "14k"]);
    let figure = || figure.clone().prop_map(|text| Figure { text: text.into(), at: at() });
    let unit = || {
        vec(
            prop_oneof![
                select(vec!["NOK", "m2", "ferries", "%"]).prop_map(|text| Name {
                    text: text.into(),
                    quoted: false,
                    at: at()
                }),
                quoted()
            ],
            0..3,
        )
    };
    let tolerance = (select(vec!["±", "+-"]), figure(), unit()).prop_map(|(sign, figure, unit)| Tolerance {
        sign: sign.into(),
        figure,
        unit,
    });
    let code = option::of(Just(Name { text: "EUR".into(), quoted: false, at: at() }));
    (code, figure(), unit(), option::of(tolerance))
        .prop_map(|(code, figure, unit, tolerance)| {
            let code = code.filter(|_| figure.text.starts_with(|c: char| c.is_ascii_digit()));
            Amount { code, figure, unit, tolerance, at: at() }
        })
        .boxed()
}

fn value() -> BoxedStrategy<Term> {
    let literal = |text: &str| Literal { text: text.into(), at: at() };
    prop_oneof![
        4 => amount().prop_map(Term::Amount),
        1 => select(vec!["2024-03-09", "9 Mar 2024", "Q3 2024"]).prop_map(move |text| Term::Moment(literal(text))),
        1 => select(vec!["14:30", "9 p.m."]).prop_map(move |text| Term::Clock(literal(text))),
        1 => select(vec!["97-1", "2880 x 1800"]).prop_map(move |text| Term::Score(literal(text))),
    ]
    .boxed()
}

fn measured() -> BoxedStrategy<Term> {
    let part = operand().prop_map(|mut operand| {
        operand.qualifiers.retain(|qualifier| qualifier.key != "in" && qualifier.value != QualifierValue::None);
        operand
    });
    prop_oneof![
        4 => operand().prop_map(Term::Operand),
        1 => operand().prop_map(Term::Count),
        1 => (part, operand()).prop_map(|(part, whole)| Term::Share { part, whole }),
    ]
    .boxed()
}

/// Terms with signs between them, as the grammar groups them.
fn sum(first: BoxedStrategy<Term>) -> BoxedStrategy<Expression> {
    let term = || prop_oneof![measured(), amount().prop_map(Term::Amount)].prop_map(Expression::Term);
    let product = (term(), term()).prop_map(|(left, right)| binary('*', left, right));
    let factor = prop_oneof![3 => term(), 1 => product.prop_map(|product| Expression::Group(Box::new(product)))];
    (first, vec((select(vec!['+', '-']), factor), 0..3))
        .prop_map(|(first, rest)| {
            rest.into_iter().fold(Expression::Term(first), |left, (sign, right)| binary(sign, left, right))
        })
        .boxed()
}

fn binary(sign: char, left: Expression, right: Expression) -> Expression {
    Expression::Binary { sign, left: Box::new(left), right: Box::new(right) }
}

fn right() -> BoxedStrategy<Right> {
    prop_oneof![
        2 => value().prop_map(|value| Right::One(Expression::Term(value))),
        1 => sum(measured()).prop_map(Right::One),
        1 => (amount(), amount()).prop_map(|(low, high)| {
            Right::Range(Expression::Term(Term::Amount(low)), Expression::Term(Term::Amount(high)))
        }),
        1 => vec(name(), 0..4).prop_map(|names| Right::List { names, at: at() }),
    ]
    .boxed()
}

fn sign() -> BoxedStrategy<RelationSign> {
    let all = vec![
        ("==", Relation::Equal),
        ("is", Relation::Equal),
        ("is not", Relation::NotEqual),
        (">=", Relation::AtLeast),
        ("is at least", Relation::AtLeast),
        ("~=", Relation::About),
        ("exactly", Relation::Exactly),
        ("includes", Relation::Includes),
        ("≤", Relation::AtMost),
    ];
    select(all).prop_map(|(text, relation)| RelationSign { relation, text: text.into(), at: at() }).boxed()
}

fn form() -> BoxedStrategy<Form> {
    let related =
        (sum(measured()), sign(), right()).prop_map(|(left, sign, right)| Form { left, relation: Some((sign, right)) });
    let bare = operand().prop_map(|operand| Form { left: Expression::Term(Term::Operand(operand)), relation: None });
    prop_oneof![3 => related, 1 => bare].boxed()
}

/// Whether qualifiers behind it are its own, and not those of a measure at its end.
fn ends_in_value(body: &Body) -> bool {
    match body {
        Body::Form(form) => match &form.relation {
            Some((_, Right::One(Expression::Term(term)))) => {
                matches!(term, Term::Amount(_) | Term::Moment(_) | Term::Clock(_) | Term::Score(_))
            }
            Some((_, Right::Range(..) | Right::List { .. })) => true,
            Some((_, Right::One(_))) | None => false,
        },
        Body::Claim(_) => true,
        Body::Agree(_) | Body::Quote { .. } => false,
    }
}

fn assertion() -> BoxedStrategy<Assertion> {
    let sources = prop_oneof![
        2 => Just(Sources::Any),
        1 => Just(Sources::Each),
        1 => prop_oneof![id(), quoted()].prop_map(Sources::Only),
    ];
    let quantified = (select(vec![Quantifier::The, Quantifier::Some, Quantifier::Never]), operand(), sign(), right())
        .prop_map(|(quantifier, operand, sign, right)| {
            let left = Expression::Term(Term::Operand(operand));
            (quantifier, Body::Form(Box::new(Form { left, relation: Some((sign, right)) })))
        });
    let plain = prop_oneof![
        form().prop_map(|form| Body::Form(Box::new(form))),
        operand().prop_map(Body::Agree),
        quoted().prop_map(Body::Claim),
        (quoted(), option::of(name())).prop_map(|(words, speaker)| Body::Quote { words, speaker }),
    ];
    let body = prop_oneof![quantified, plain.prop_map(|body| (Quantifier::The, body))];
    (sources, body, vec(qualifier(), 0..3), vec(field(), 0..3), option::of(tags()))
        .prop_map(|(sources, (quantifier, body), qualifiers, fields, tags)| {
            let qualifiers = qualifiers.into_iter().filter(|_| ends_in_value(&body)).map(Part::Qualifier);
            let parts: Vec<Part> = qualifiers.chain(fields.into_iter().chain(tags).map(Part::Field)).collect();
            Assertion { sources, quantifier, body, parts, at: at() }
        })
        .boxed()
}
