//! Words with values, and word classes.

use crate::diag::{Code, nearest};
use crate::statement::{Exclusion, ModifierEntry, NumberEntry};
use crate::syntax::ast::{Figure, Forms, ModifierDeclaration, Name, Sides};
use crate::value::{Number, Wording};

use super::super::figure;
use super::Declarer;

/// The wordings by the names they have in declarations.
pub(super) const WORDINGS: &[(&str, Wording)] = &[
    ("more than", Wording::MoreThan),
    ("at least", Wording::AtLeast),
    ("less than", Wording::LessThan),
    ("at most", Wording::AtMost),
    ("up to", Wording::UpTo),
    ("nearly", Wording::Nearly),
    ("just under", Wording::JustUnder),
    ("just over", Wording::JustOver),
    ("about", Wording::About),
    ("exactly", Wording::Exact),
    ("bare", Wording::Bare),
];

/// Words in lower case.
pub(super) fn lower(names: &[Name]) -> Vec<String> {
    names.iter().map(|name| name.text.to_lowercase()).collect()
}

/// Words as they stand.
pub(super) fn kept(names: &[Name]) -> Vec<String> {
    names.iter().map(|name| name.text.clone()).collect()
}

impl Declarer<'_> {
    pub(super) fn number(&mut self, forms: &Forms) {
        if let Some(value) = self.figure(&forms.value) {
            self.vocabulary.numbers.push(NumberEntry { value, forms: kept(&forms.forms) });
        }
    }

    pub(super) fn magnitude(&mut self, forms: &Forms) {
        if let Some(value) = self.figure(&forms.value) {
            self.vocabulary.magnitudes.push(NumberEntry { value, forms: kept(&forms.forms) });
        }
    }

    pub(super) fn modifier(&mut self, modifier: &ModifierDeclaration) {
        if let Some(wording) = self.wording(&modifier.wording) {
            let (before, after) = (lower(&modifier.before), lower(&modifier.after));
            self.vocabulary.modifiers.push(ModifierEntry { wording, before, after });
        }
    }

    pub(super) fn exclude(&mut self, sides: &Sides) {
        self.vocabulary.exclusions.push(Exclusion { left: lower(&sides.left), right: lower(&sides.right) });
    }

    pub(super) fn words(&mut self, class: &Name, words: &[Name]) {
        self.vocabulary.words.entry(class.text.clone()).or_default().extend(kept(words));
    }

    /// The value of a figure; none, and an error, where it has none.
    pub(super) fn figure(&mut self, figure: &Figure) -> Option<Number> {
        let number = figure::number(&figure.text);
        if number.is_none() {
            let message = format!("`{}` is no number that can be kept exactly", figure.text);
            self.findings.error(Code::BadNumber, message, figure.at, None);
        }
        number
    }

    fn wording(&mut self, name: &Name) -> Option<Wording> {
        let wording = WORDINGS.iter().find(|(word, _)| *word == name.text).map(|(_, wording)| *wording);
        if wording.is_none() {
            let known: Vec<&str> = WORDINGS.iter().map(|(word, _)| *word).collect();
            let help = match nearest(&name.text, known.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the wordings are {}", known.join(", ")),
            };
            self.findings.error(Code::UnknownKeyword, format!("no wording `{}`", name.text), name.at, help);
        }
        wording
    }
}
