//! Check files of several articles, held against all of them: where another article says otherwise, the check says so in a comment, since it
//! is for an editor to decide which of them is right.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::check::NoFiles;
use crate::judge::{Evidence, Judgement, Stance, Verdict};
use crate::run::{Articles, Baseline, CheckResult, Known, Outcome, RunResult, Terms, read_checks, survey};
use crate::source::{FileId, SourceFile, Sources};
use crate::syntax::{parse, print};
use crate::value::Policy;

use super::{Suggestion, asking, spelling, suggest};

/// What stands in front of why a check is to be decided.
const TO_BE_DECIDED: &str = "to be decided:";

/// What was made of several articles.
#[derive(Clone, Debug, Default)]
pub struct Suggestions {
    /// A check file each, in the order of the articles.
    pub all: Vec<Suggestion>,
    /// The checks that do not pass on all articles together, in the order of the files.
    pub undecided: Vec<Undecided>,
    /// What articles disagree on, and no check asks.
    pub unasked: Vec<Undecided>,
}

/// Something that articles tell in ways that do not go together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undecided {
    /// Which of the check files has it, by position.
    pub file: usize,
    /// The line of that file, counted from one.
    pub line: usize,
    /// The check as it is written, or what the articles disagree on.
    pub what: String,
    /// What there is to know, a line each: `herald, line 3: “17”`.
    pub says: Vec<String>,
    /// The line that asks, where no check does.
    pub asks: Option<String>,
}

/// Writes check files from the articles at some positions, as they hold `today`, and holds each against all articles.
pub fn suggest_all(articles: &Articles, chosen: &[usize], sources: &Sources, today: Date) -> Suggestions {
    let documents = chosen.iter().filter_map(|at| articles.corpus.documents.get(*at));
    let mut all: Vec<Suggestion> = documents.map(|document| suggest(document, today)).collect();
    let mut sources = sources.clone();
    let (run, files) = held_against(&all, articles, &mut sources, today);
    let teller = Teller { articles, sources: &sources };
    let failed: Vec<(usize, &CheckResult)> = run
        .results
        .iter()
        .filter(|result| result.outcome != Outcome::Pass)
        .filter_map(|result| Some((*files.get(&result.assertion.place.file)?, result)))
        .collect();
    let mut undecided = Vec::new();
    for (file, suggestion) in all.iter_mut().enumerate() {
        let own = failed.iter().filter(|(at, _)| *at == file).map(|(_, result)| *result);
        let own: BTreeMap<usize, &CheckResult> = own.map(|result| (teller.line(result), result)).collect();
        let told = own.values().map(|result| Undecided { file, ..teller.undecided(result) });
        undecided.extend(marked(suggestion, &own.keys().copied().collect(), told.collect()));
    }
    let discords = run.background.iter().flat_map(|background| &background.discords.found);
    let unasked = discords.map(|discord| Undecided {
        what: spelling::on_one_line(&discord.matter.title()),
        asks: asking(&discord.matter),
        says: teller.sides(&discord.judgement, &[Stance::Supports, Stance::Contradicts]),
        ..Undecided::default()
    });
    let unasked = unasked.collect();
    Suggestions { all, undecided, unasked }
}

/// Judges the files on all articles. Gives which file of the run is which of the suggestions.
fn held_against(
    all: &[Suggestion],
    articles: &Articles,
    sources: &mut Sources,
    today: Date,
) -> (RunResult, BTreeMap<FileId, usize>) {
    let texts = all.iter().enumerate().filter(|(_, suggestion)| suggestion.checks > 0);
    let add =
        |(at, it): (usize, &Suggestion)| (sources.add(SourceFile::new(format!("{at}.check"), it.text.clone())), at);
    let files: BTreeMap<FileId, usize> = texts.map(add).collect();
    let checks = read_checks(sources, &files.keys().copied().collect::<Vec<_>>(), &mut NoFiles);
    let known = Known { baseline: &Baseline::default(), sources };
    (survey(known, checks, articles, Terms::new(Policy::Reported, today)), files)
}

/// Writes above each line of a file what is to be decided of it, and gives the places anew.
fn marked(suggestion: &mut Suggestion, lines: &BTreeSet<usize>, mut told: Vec<Undecided>) -> Vec<Undecided> {
    let mut reasons = told.iter();
    let mut out = String::new();
    for (at, line) in suggestion.text.lines().enumerate() {
        if let Some(undecided) = lines.contains(&(at + 1)).then(|| reasons.next()).flatten() {
            for says in &undecided.says {
                out.push_str(&format!("{}\n", spelling::comment(&format!("{TO_BE_DECIDED} {says}"))));
            }
        }
        out.push_str(&format!("{line}\n"));
    }
    suggestion.text = print(&parse(FileId::default(), &out).file);
    let numbered: Vec<(usize, &str)> = suggestion.text.lines().zip(1..).map(|(line, at)| (at, line)).collect();
    for undecided in &mut told {
        let place = numbered.iter().find(|(_, line)| *line == undecided.what);
        undecided.line = place.map_or(undecided.line, |(at, _)| *at);
    }
    told
}

/// What puts passages into words.
struct Teller<'a> {
    articles: &'a Articles,
    sources: &'a Sources,
}

impl Teller<'_> {
    fn line(&self, result: &CheckResult) -> usize {
        let place = result.assertion.place;
        self.sources.file(place.file).line_column(place.span.start).line
    }

    fn undecided(&self, result: &CheckResult) -> Undecided {
        let place = result.assertion.place;
        let judgement = &result.judgement;
        let otherwise = self.sides(judgement, &[Stance::Contradicts]);
        let says = match judgement.verdict {
            Verdict::Contradicted | Verdict::Disputed if !otherwise.is_empty() => otherwise,
            Verdict::Supported
            | Verdict::Contradicted
            | Verdict::Disputed
            | Verdict::Ambiguous
            | Verdict::Unmentioned => vec![judgement.reason.clone()],
        };
        let file = self.sources.file(place.file);
        let line = self.line(result);
        Undecided { file: 0, line, what: file.line(line).slice(&file.text).trim_end().to_owned(), says, asks: None }
    }

    /// Who says what, each once: `herald, line 3: “17”`.
    fn sides(&self, judgement: &Judgement, stances: &[Stance]) -> Vec<String> {
        let mut said = Vec::new();
        for evidence in judgement.evidence.iter().filter(|evidence| stances.contains(&evidence.stance)) {
            let line = self.passage(evidence);
            if !said.contains(&line) {
                said.push(line);
            }
        }
        said
    }

    fn passage(&self, evidence: &Evidence) -> String {
        let focus = evidence.focus;
        let line = self.sources.file(focus.file).line_column(focus.span.start).line;
        let article = self.articles.corpus.documents.get(evidence.document).map_or("", |document| document.id.as_str());
        format!("{article}, line {line}: “{}”", spelling::on_one_line(self.sources.slice(focus)))
    }
}
