//! How a line begins: keywords with a slip of the pen or without what goes with them, values and measures that stand before the subject.

use crate::diag::Code;
use crate::syntax::ast::{self, Amount, Name, Term};
use crate::syntax::{DECLARATION_WORDS, FIELD_FORMS, OPENING_WORDS, is_slip, opening_form};

use super::Lowerer;
use super::amount::{phrase, spanned};

/// Words that begin a line, where they are not followed by what goes with them, and how the line is written.
const OPENINGS: &[(&str, &str)] = &[
    ("each", "each source: Harbour jobs == 40"),
    ("every", "each source: Harbour jobs == 40"),
    ("source", "source \"herald\": Harbour jobs == 40"),
    ("count", "count of bidders == 3"),
    ("share", "share of Norvik pledge in bidders pledge > 50 %"),
    ("not", "Harbour jobs != 40"),
    ("assert", "Harbour jobs == 40"),
    ("let", "let target = 5e6 EUR"),
];

/// Words that begin a line, in front of a name.
const QUANTIFIERS: &[&str] = &["never", "some"];

/// How other languages begin lines for which this one has a word.
const FOREIGN: &[(&str, &str)] = &[("import", "use"), ("include", "use"), ("require", "use"), ("define", "let")];

impl Lowerer<'_, '_> {
    /// Says of a line that begins with a keyword, or with a slip of the pen for one, that it does; whether it did.
    pub(super) fn is_misspelled(&mut self, operand: &ast::Operand) -> bool {
        let Some(first) = self.undeclared_first(operand) else { return false };
        if let Some(form) = opening_form(&first.text) {
            let message = format!("a line that begins with `{}` is not written like that", first.text);
            self.findings.error(Code::SyntaxError, message, first.at, format!("write it like `{form}`"));
            return true;
        }
        if let Some((_, form)) = FOREIGN.iter().find(|(word, _)| *word == first.text) {
            let message = format!("no line begins with `{}`", first.text);
            self.findings.error(Code::UnknownKeyword, message, first.at, format!("did you mean `{form}`?"));
            return true;
        }
        let fields = || FIELD_FORMS.iter().map(|(field, _)| *field);
        let keywords = DECLARATION_WORDS.iter().chain(OPENING_WORDS).copied().chain(fields());
        let plural = |keyword: &str| first.text.strip_suffix('s') == Some(keyword);
        let near = { keywords }.find(|keyword| is_slip(&first.text, keyword) && !plural(keyword));
        if let Some(near) = near {
            let code = if fields().any(|field| field == near) { Code::UnknownField } else { Code::UnknownKeyword };
            self.no_line_begins(code, first, near);
        }
        near.is_some()
    }

    /// Says of a line that begins with a slip of the pen for `some` or `never`, or with a keyword that is not written like that, that it
    /// does; whether it did.
    pub(super) fn is_misquantified(&mut self, term: &Term) -> bool {
        let Term::Operand(operand) = term else { return false };
        let Some(first) = self.undeclared_first(operand).filter(|_| operand.words.len() > 1) else { return false };
        if let Some((_, form)) = OPENINGS.iter().find(|(word, _)| *word == first.text) {
            let message = format!("a line that begins with `{}` is not written like that", first.text);
            self.findings.error(Code::SyntaxError, message, first.at, format!("write it like `{form}`"));
            return true;
        }
        let near =
            ["some", "never"].into_iter().find(|keyword| operand.words.len() > 2 && is_slip(&first.text, keyword));
        if let Some(near) = near {
            self.no_line_begins(Code::UnknownKeyword, first, near);
        }
        near.is_some()
    }

    /// Says of a line that begins with a word that has swallowed its blank (`neverNorvik`), or with `quote` and no quotation marks, that it
    /// does; whether it did.
    pub(super) fn is_run_on(&mut self, term: &Term) -> bool {
        let Term::Operand(operand) = term else { return false };
        let Some(first) = self.undeclared_first(operand) else { return false };
        let capital = |rest: &str| rest.starts_with(char::is_uppercase);
        let swallowed = QUANTIFIERS.iter().find_map(|word| Some((word, first.text.strip_prefix(word)?)));
        if let Some((word, rest)) = swallowed.filter(|(_, rest)| capital(rest)) {
            let message = format!("no line begins with `{}`", first.text);
            let help = format!("did you mean `{word} {rest}`? If it is a name, put it between quotation marks");
            self.findings.error(Code::UnknownKeyword, message, first.at, help);
            return true;
        }
        let form = opening_form(&first.text).filter(|_| matches!(first.text.as_str(), "quote" | "claim"));
        let Some(form) = form.filter(|_| operand.words.len() > 1) else { return false };
        let message = format!("the words behind `{}` stand between quotation marks", first.text);
        self.findings.error(Code::SyntaxError, message, operand.at, format!("write it like `{form}`"));
        true
    }

    /// Says of a line whose value stands before its measure, or whose measure stands before its subject, that it does; whether it did.
    pub(super) fn is_turned_round(&mut self, term: &Term) -> bool {
        match term {
            Term::Amount(amount) => self.is_value_first(amount),
            Term::Operand(operand) => self.is_measure_first(&operand.words),
            Term::Count(_) | Term::Share { .. } | Term::Moment(_) | Term::Clock(_) | Term::Score(_) => false,
        }
    }

    fn is_value_first(&mut self, amount: &Amount) -> bool {
        let unit = amount.unit.last().filter(|unit| !unit.quoted && self.scope.unit(&unit.text).is_some());
        if unit.is_some() && self.scope.measure(&phrase(&amount.unit)).is_none() {
            let help = "write the subject and its measure first: `\"Harbour Board\" jobs == 40`".to_owned();
            self.findings.error(Code::MissingMeasure, "a value stands before the relation".to_owned(), amount.at, help);
            return true;
        }
        false
    }

    /// Of two words, the first a measure and the second with a capital: `pledge Norvik`.
    fn is_measure_first(&mut self, words: &[Name]) -> bool {
        let [first, second] = words else { return false };
        let small = first.text.starts_with(char::is_lowercase) && second.text.starts_with(char::is_uppercase);
        let known = |word: &Name| self.scope.measure(&word.text).is_some();
        let swapped = small && !first.quoted && !second.quoted && known(first) && !known(second);
        if swapped {
            let message = format!("`{}` is no measure; the measure stands behind the subject", second.text);
            let help = format!("did you mean `{} {}`?", second.text, first.text);
            self.findings.error(Code::MissingMeasure, message, spanned(words), help);
        }
        swapped
    }

    fn no_line_begins(&mut self, code: Code, first: &Name, near: &str) {
        let message = format!("no line begins with `{}`", first.text);
        self.findings.error(code, message, first.at, format!("did you mean `{near}`?"));
    }

    /// The first word of an operand, where it is neither quoted nor declared.
    fn undeclared_first<'o>(&self, operand: &'o ast::Operand) -> Option<&'o Name> {
        operand.words.first().filter(|word| !word.quoted && self.scope.name(&word.text).is_none())
    }
}
