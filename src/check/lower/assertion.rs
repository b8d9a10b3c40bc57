//! Assertions with everything that belongs to them.

use crate::diag::Code;
use crate::source::Span;
use crate::syntax::ast::{self, At, Check, Name, Part, Qualifier, QualifierValue, Quantifier};
use crate::syntax::sentence;

use super::super::{Assertion, Body, Reading, Sources};
use super::Lowerer;
use super::operand::Asked;

impl Lowerer<'_, '_> {
    /// Lowers an assertion, with the `check` above it. What is wrong is said, and the assertion left out.
    pub(super) fn assertion(&mut self, assertion: &ast::Assertion, check: Option<&Check>, at: At) {
        let id = check.map(|check| check.id.text.clone()).unwrap_or_default();
        self.identified(assertion, check, id, at);
    }

    /// The same with an id of its own; none where it is to be made from the text.
    pub(super) fn identified(&mut self, assertion: &ast::Assertion, check: Option<&Check>, id: String, at: At) {
        let known = self.findings.number();
        let body = self.body(assertion);
        let unread = Body::Claim { text: String::new(), span: Span::default() };
        let place = self.place(within(assertion, at));
        let mut lowered = Assertion {
            title: check.and_then(|check| check.title.as_ref()).map(|title| title.text.clone()),
            sources: sources(&assertion.sources),
            only_at: only_at(&assertion.sources),
            ..Assertion::new(id, place, sentence(assertion), unread)
        };
        let head = check.map_or(&[][..], |check| &check.parts);
        let (above, own) = (self.fields(&mut lowered, head), self.fields(&mut lowered, &assertion.parts));
        if let (Some(body), Some(()), Some(())) = (body, above, own) {
            self.assertions.push(Assertion { body, ..lowered });
        } else if self.findings.number() == known {
            // Nothing drops out without a word.
            let help = "write it in another way; `factum explain` names what there is".to_owned();
            self.findings.error(Code::SyntaxError, "this assertion cannot be read".to_owned(), At(place.span), help);
        }
    }

    fn body(&mut self, assertion: &ast::Assertion) -> Option<Body> {
        match &assertion.body {
            ast::Body::Form(form) => self.form(form, reading(assertion.quantifier), &assertion.parts),
            ast::Body::Agree(operand) => {
                self.unquantified("sources agree", assertion)?;
                self.agree(operand, &assertion.parts)
            }
            ast::Body::Quote { words, speaker } => {
                let speaker = speaker.as_ref().or_else(|| said_by(&assertion.parts));
                self.unquantified("quote", assertion)?;
                self.unqualified("quote", &assertion.parts)?;
                Some(self.quote(words, speaker))
            }
            ast::Body::Claim(claim) => {
                self.unquantified("claim", assertion)?;
                self.unqualified("claim", &assertion.parts)?;
                Some(Body::Claim { text: claim.text.clone(), span: inside(claim) })
            }
        }
    }

    /// Says of `some` and `never` in front of what has no subject and measure that they go with nothing; none where it did.
    fn unquantified(&mut self, body: &str, assertion: &ast::Assertion) -> Option<()> {
        let (word, help) = match assertion.quantifier {
            Quantifier::The => return Some(()),
            Quantifier::Some => ("some", format!("leave it out: a `{body}` looks at whatever the articles say")),
            Quantifier::Never => {
                let form = "`never SUBJECT MEASURE …` says that no source may say so";
                (
                    "never",
                    format!(
                        "{form}; behind a `{body}`, `expect contradicted` or `expect unmentioned` says what to expect"
                    ),
                )
            }
        };
        let message = format!("`{word}` does not go with `{body}`");
        self.findings.error(Code::UnknownKeyword, message, assertion.at, help);
        None
    }

    /// Says of qualifiers behind a quote or a claim that they go with nothing; none where it did.
    fn unqualified(&mut self, keyword: &str, parts: &[Part]) -> Option<()> {
        let astray = |qualifier: &&Qualifier| keyword != "quote" || qualifier.key != "said by";
        let Some(astray) = parts.iter().filter_map(qualifier).find(astray) else { return Some(()) };
        let help = if keyword == "quote" {
            "a quote has a speaker and no qualifiers: `quote \"We will not close it.\" by \"Jo Li\"`"
        } else {
            "a claim has no qualifiers: write all of it between its quotation marks"
        };
        let message = format!("`{}` goes with nothing here", astray.key);
        self.findings.error(Code::UnknownKeyword, message, astray.at, help.to_owned());
        None
    }

    fn agree(&mut self, operand: &ast::Operand, parts: &[Part]) -> Option<Body> {
        let Asked { mut operand, .. } = self.operand(operand)?;
        for part in parts {
            match part {
                Part::Qualifier(qualifier) => self.qualifiers(&mut operand, std::slice::from_ref(qualifier))?,
                Part::Field(_) => {}
            }
        }
        Some(Body::Agree { operand })
    }

    fn quote(&self, words: &Name, speaker: Option<&Name>) -> Body {
        Body::Quote {
            words: words.text.clone(),
            speaker: speaker.map(|speaker| self.canonical(speaker)),
            words_span: inside(words),
            speaker_span: speaker.map(|speaker| speaker.at.0),
        }
    }
}

fn qualifier(part: &Part) -> Option<&Qualifier> {
    match part {
        Part::Qualifier(qualifier) => Some(qualifier),
        Part::Field(_) => None,
    }
}

/// Who said a quote, where that stands in a qualifier.
fn said_by(parts: &[Part]) -> Option<&Name> {
    let said = parts.iter().filter_map(qualifier).find(|qualifier| qualifier.key == "said by")?;
    match &said.value {
        QualifierValue::Names(names) => names.first(),
        QualifierValue::None | QualifierValue::Moment(_) | QualifierValue::Amount(_) => None,
    }
}

fn reading(quantifier: Quantifier) -> Reading {
    match quantifier {
        Quantifier::The => Reading::The,
        Quantifier::Some => Reading::Some,
        Quantifier::Never => Reading::Never,
    }
}

fn sources(sources: &ast::Sources) -> Sources {
    match sources {
        ast::Sources::Any => Sources::Any,
        ast::Sources::Each => Sources::Each,
        ast::Sources::Only(name) => Sources::Only(name.text.clone()),
    }
}

/// Where the name of a source stands.
fn only_at(sources: &ast::Sources) -> Span {
    match sources {
        ast::Sources::Only(name) => name.at.0,
        ast::Sources::Any | ast::Sources::Each => Span::default(),
    }
}

/// The words of a quoted name, without its marks.
fn inside(name: &Name) -> Span {
    let Span { start, end } = name.at.0;
    if !name.quoted || end < start + 2 {
        return name.at.0;
    }
    // Curly marks have three bytes each. Straight ones have one, and one more for every mark among the words, which is doubled.
    let curly = name.at.0.len() != name.text.len() + 2 + name.text.matches('"').count();
    let mark = if curly { 3 } else { 1 };
    Span { start: start + mark, end: end - mark }
}

/// The place of an assertion without its fields: up to its last qualifier.
fn within(assertion: &ast::Assertion, at: At) -> At {
    let Some(first_field) = assertion.parts.iter().find_map(field_start) else { return at };
    let ends = assertion.parts.iter().filter_map(qualifier_end);
    let end = ends.fold(assertion.at.0.end.min(first_field), u32::max);
    At(Span { end, ..at.0 })
}

fn field_start(part: &Part) -> Option<u32> {
    match part {
        Part::Field(field) => Some(field.at.0.start),
        Part::Qualifier(_) => None,
    }
}

fn qualifier_end(part: &Part) -> Option<u32> {
    match part {
        Part::Qualifier(qualifier) => Some(qualifier.at.0.end),
        Part::Field(_) => None,
    }
}
