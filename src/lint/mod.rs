//! Contradictions inside one article, found without a check file: a weekday that is not that date's, a conversion that is off.
//!
//! A rule is one file with one function, from an [`Article`] to findings, and one line in [`RULES`]. Its code has its page in
//! `src/diag/pages`. Values are held against one another by [`value::compare`](crate::value::compare()); see `values`.

mod article;
mod attribution;
mod change;
mod conversion;
mod dates;
mod figure_changes;
mod headline_figure;
mod list_count;
mod month_turn;
mod part;
mod quote_altered;
mod shares;
mod spelling;
mod sum;
mod titles;
mod two_figures;
mod two_values;
mod values;
mod weekday;
mod years;

use std::collections::BTreeMap;

use crate::corpus::Document;
use crate::diag::{Code, Diagnostic, Label};
use crate::extract::{Grammar, Reading};
use crate::source::Span;
use crate::statement::TitleEntry;

pub use article::Article;

/// Something in an article that does not go with something else in it. Spans are in the reading text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub code: Code,
    /// What the finding is about.
    pub place: Mark,
    /// What it does not go with.
    pub others: Vec<Mark>,
    /// One sentence, lower case, without a full stop.
    pub message: String,
    /// What to do.
    pub help: &'static str,
}

/// A place, and what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The place.
    pub span: Span,
    /// What is said of it; empty for a bare underline.
    pub text: String,
}

impl Mark {
    fn new(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }
}

impl Finding {
    /// The finding as a diagnostic, its places in the file of the document.
    pub fn diagnostic(&self, document: &Document) -> Diagnostic {
        let place = |mark: &Mark| document.place(mark.span);
        let own = Label::primary(place(&self.place), self.place.text.as_str());
        let found = Diagnostic::warning(self.code, self.message.as_str()).at(own).help(self.help);
        self.others.iter().fold(found, |found, mark| found.at(Label::secondary(place(mark), mark.text.as_str())))
    }
}

/// A rule: what it reports, and how it finds it.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The code of its findings.
    pub code: Code,
    /// Whether it runs without being asked for.
    pub runs: Runs,
    find: fn(&Article<'_>) -> Vec<Finding>,
}

/// When a rule runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runs {
    /// Always: nearly all that it finds is wrong.
    Always,
    /// Where all rules are asked for: some of what it finds is meant as it stands.
    OnDemand,
}

/// Which rules run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rules {
    /// Those that run always.
    #[default]
    Quiet,
    /// All of them.
    All,
}

/// Every rule, in the order of the manual.
pub const RULES: &[Rule] = &[
    always(Code::WrongWeekday, weekday::find),
    always(Code::NoSuchDay, dates::find_missing),
    always(Code::ReversedDates, dates::find_reversed),
    always(Code::DeadlineTooEarly, dates::find_early),
    always(Code::ConversionOff, conversion::find),
    always(Code::ChangeOff, change::find),
    always(Code::PercentOrPoints, change::find_points),
    always(Code::SumOff, sum::find),
    always(Code::ShareOff, part::find_share),
    always(Code::PartAboveWhole, part::find_large),
    always(Code::SharesAboveWhole, shares::find),
    always(Code::ListCount, list_count::find),
    always(Code::MillionOrBillion, two_values::find_magnitudes),
    always(Code::HeadlineFigure, headline_figure::find),
    always(Code::FigureChanges, figure_changes::find),
    always(Code::TwoAges, two_values::find_ages),
    always(Code::AgeOff, years::find_ages),
    always(Code::AnniversaryOff, years::find_anniversaries),
    always(Code::NameSpelling, spelling::find),
    always(Code::QuoteAltered, quote_altered::find),
    on_demand(Code::TwoFigures, two_figures::find),
    on_demand(Code::TitleChanges, titles::find),
    on_demand(Code::QuoteWithoutSpeaker, attribution::find_quotes),
    on_demand(Code::SurnameAlone, attribution::find_surnames),
    on_demand(Code::MonthTurn, month_turn::find),
];

const fn always(code: Code, find: fn(&Article<'_>) -> Vec<Finding>) -> Rule {
    Rule { code, runs: Runs::Always, find }
}

const fn on_demand(code: Code, find: fn(&Article<'_>) -> Vec<Finding>) -> Rule {
    Rule { code, runs: Runs::OnDemand, find }
}

/// What rules look things up in.
#[derive(Clone, Copy, Debug)]
pub struct Lore<'a> {
    /// The word classes of the reader.
    pub grammar: &'a Grammar,
    /// `words CLASS` of the vocabulary, by class.
    pub words: &'a BTreeMap<String, Vec<String>>,
    /// The titles of the vocabulary.
    pub titles: &'a [TitleEntry],
}

/// Reads an article for contradictions; findings come in the order of their places.
pub fn lint(lore: Lore<'_>, document: &Document, reading: &Reading, rules: Rules) -> Vec<Finding> {
    let article = Article::new(lore, document, reading);
    let runs = |rule: &&Rule| rules == Rules::All || rule.runs == Runs::Always;
    let mut found: Vec<Finding> = RULES.iter().filter(runs).flat_map(|rule| (rule.find)(&article)).collect();
    found.sort_by_key(|finding| (finding.place.span, finding.code));
    found
}

#[cfg(test)]
mod tests {
    use super::{RULES, Runs};

    #[test]
    fn a_page_says_of_its_rule_whether_it_has_to_be_asked_for() {
        for rule in RULES {
            let asked = rule.code.page().contains("only with `--all`");
            assert_eq!(asked, rule.runs == Runs::OnDemand, "{}", rule.code);
        }
    }

    #[test]
    fn the_manual_names_every_rule() {
        let manual = include_str!("../../grammar/reference.md");
        for rule in RULES {
            let line = format!("| `{}` |", rule.code);
            assert!(manual.contains(&line), "grammar/reference.md has no line for {}", rule.code);
        }
    }
}
