//! Assertions.

use super::super::ast::{
    Amount, Assertion, Body, Expression, Field, FieldKind, Form, Lead, Name, Operand, Part, Qualifier, QualifierValue,
    Quantifier, Right, Sources, Term,
};
use super::super::marks::Marks;
use super::{listed, name, waiver};

/// An assertion with everything that belongs to it.
pub(super) fn assertion(assertion: &Assertion) -> String {
    let mut out = head(assertion);
    parts(&mut out, &assertion.parts);
    out
}

/// What an assertion says, on one line, without its fields and comments.
pub fn sentence(assertion: &Assertion) -> String {
    let mut plain = assertion.clone();
    plain.parts.retain(|part| matches!(part, Part::Qualifier(_)));
    plain.parts.iter_mut().for_each(|part| match part {
        Part::Qualifier(qualifier) => qualifier.lead = Lead::default(),
        Part::Field(_) => {}
    });
    let text = self::assertion(&plain);
    text.lines().map(without_remark).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A line of an assertion without its comment.
fn without_remark(line: &str) -> &str {
    let mut marks = Marks::default();
    line.split(|c| !marks.pass(c) && c == '#').next().unwrap_or(line).trim()
}

fn head(assertion: &Assertion) -> String {
    let sources = match &assertion.sources {
        Sources::Any => String::new(),
        Sources::Each => "each source: ".to_owned(),
        Sources::Only(source) => format!("source {}: ", name(source)),
    };
    let quantifier = match assertion.quantifier {
        Quantifier::The => "",
        Quantifier::Some => "some ",
        Quantifier::Never => "never ",
    };
    format!("{sources}{quantifier}{}", body(&assertion.body))
}

fn body(body: &Body) -> String {
    match body {
        Body::Form(form) => self::form(form),
        Body::Agree(operand) => format!("sources agree on {}", self::operand(operand)),
        Body::Quote { words, speaker: None } => format!("quote {}", name(words)),
        Body::Quote { words, speaker: Some(speaker) } => format!("quote {} by {}", name(words), name(speaker)),
        Body::Claim(claim) => format!("claim {}", name(claim)),
    }
}

fn form(form: &Form) -> String {
    match &form.relation {
        Some((sign, right)) => format!("{} {} {}", expression(&form.left), sign.text, self::right(right)),
        None => expression(&form.left),
    }
}

/// What stands right of a relation.
pub(super) fn right(right: &Right) -> String {
    match right {
        Right::One(one) => expression(one),
        Right::Range(low, high) => format!("{} .. {}", expression(low), expression(high)),
        Right::List { names, .. } => format!("[{}]", listed(names)),
    }
}

fn expression(expression: &Expression) -> String {
    match expression {
        Expression::Term(term) => self::term(term),
        Expression::Group(inner) => format!("({})", self::expression(inner)),
        Expression::Binary { sign, left, right } => {
            format!("{} {sign} {}", self::expression(left), self::expression(right))
        }
    }
}

fn term(term: &Term) -> String {
    match term {
        Term::Operand(operand) => self::operand(operand),
        Term::Count(operand) => format!("count of {}", self::operand(operand)),
        Term::Share { part, whole } => format!("share of {} in {}", operand(part), operand(whole)),
        Term::Amount(amount) => self::amount(amount),
        Term::Moment(literal) | Term::Clock(literal) | Term::Score(literal) => literal.text.clone(),
    }
}

fn operand(operand: &Operand) -> String {
    let mut out = words(&operand.words);
    for qualifier in &operand.qualifiers {
        lead(&mut out, &qualifier.lead);
        out.push_str(&self::qualifier(qualifier));
    }
    out
}

fn words(words: &[Name]) -> String {
    words.iter().map(name).collect::<Vec<_>>().join(" ")
}

fn amount(amount: &Amount) -> String {
    let code = amount.code.iter().map(name);
    let figure = std::iter::once(amount.figure.text.clone());
    let mut atoms: Vec<String> = code.chain(figure).chain(amount.unit.iter().map(name)).collect();
    if let Some(tolerance) = &amount.tolerance {
        atoms.push(tolerance.sign.clone());
        atoms.push(tolerance.figure.text.clone());
        atoms.extend(tolerance.unit.iter().map(name));
    }
    atoms.join(" ")
}

/// Adds qualifiers and fields behind what they belong to.
pub(super) fn parts(out: &mut String, parts: &[Part]) {
    for part in parts {
        match part {
            Part::Qualifier(qualifier) => {
                lead(out, &qualifier.lead);
                out.push_str(&self::qualifier(qualifier));
            }
            Part::Field(field) => {
                lead(out, &field.lead);
                out.push_str(&self::field(field));
            }
        }
    }
}

/// The space before a part: a line of its own where it has one, with the comments before it.
fn lead(out: &mut String, lead: &Lead) {
    for remark in &lead.remarks {
        out.push_str(if remark.alone { "\n  " } else { "  " });
        out.push_str(&remark.text);
    }
    out.push_str(if lead.breaks || !lead.remarks.is_empty() { "\n  " } else { " " });
}

fn qualifier(qualifier: &Qualifier) -> String {
    match &qualifier.value {
        QualifierValue::None => qualifier.key.clone(),
        QualifierValue::Moment(moment) => format!("{} {}", qualifier.key, moment.text),
        QualifierValue::Amount(amount) => format!("{} {}", qualifier.key, self::amount(amount)),
        QualifierValue::Names(names) => format!("{} {}", qualifier.key, listed(names)),
    }
}

fn field(field: &Field) -> String {
    match &field.kind {
        FieldKind::Needs(count) => {
            let sources = if count.text == "1" { "source" } else { "sources" };
            format!("needs {} independent {sources}", count.text)
        }
        FieldKind::Why(why) => format!("why {}", name(why)),
        FieldKind::Source(source) => format!("source {}", name(source)),
        FieldKind::Message(message) => format!("message {}", name(message)),
        FieldKind::Owner(owner) => format!("owner {}", name(owner)),
        FieldKind::Tags(tags) => format!("tags {}", listed(tags)),
        FieldKind::Severity(severity) => format!("severity {}", name(severity)),
        FieldKind::Expect(outcome) => format!("expect {}", name(outcome)),
        FieldKind::KnownWrong(known) => format!("known-wrong{}", waiver(known)),
    }
}
