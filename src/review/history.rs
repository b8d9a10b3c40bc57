//! What became of each check, run by run: the same entries as in a snapshot, with the day on which each came to be so.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use blake3::{Hash, Hasher};
use jiff::civil::Date;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde::{Deserialize, Serialize};

use crate::report::{Ink, Report, Style};
use crate::run::{CheckResult, Outcome};
use crate::source::printable;

use super::account::entry;
use super::change::{Change, Kind};
use super::draw::drawn;
use super::entry::Entry;

/// So many turns of a check are kept, the latest.
const MOST_TURNS: usize = 50;

/// A check: its file, and its id.
pub type CheckName = (String, String);

/// How each check stands after a run.
pub type Standings = BTreeMap<CheckName, Standing>;

/// How a check stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its entry: what it says, its verdict, and the words that the verdict rests on.
    pub entry: String,
    /// What is kept of it for the next run.
    pub mark: Mark,
}

/// How a check stood, in short: enough to tell whether it has changed, and whether it failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// A digest of its entry, and of the articles that it rests on.
    pub digest: String,
    /// Whether it fails the run.
    pub failed: bool,
}

/// How the checks of a project stood when each was last run, by file and by id.
pub type Marks = BTreeMap<String, BTreeMap<String, Mark>>;

/// What is kept of standings for the next run.
pub fn marks(standings: &Standings) -> Marks {
    let mut marks = Marks::new();
    for ((file, id), standing) in standings {
        marks.entry(file.clone()).or_default().insert(id.clone(), standing.mark.clone());
    }
    marks
}

/// How the checks of a run stand.
pub fn standings(report: Report<'_>) -> Standings {
    let articles: Vec<Hash> =
        report.corpus.documents.iter().map(|article| blake3::hash(article.text.as_bytes())).collect();
    let name = |result: &CheckResult| {
        (report.sources.file(result.assertion.place.file).name.clone(), result.assertion.id.clone())
    };
    report.run.results.par_iter().map(|result| (name(result), standing(report, &articles, result))).collect()
}

fn standing(report: Report<'_>, articles: &[Hash], result: &CheckResult) -> Standing {
    let entry = entry(report, result).text;
    let mut hasher = Hasher::new();
    hasher.update(entry.as_bytes());
    let documents: BTreeSet<usize> = result.judgement.evidence.iter().map(|evidence| evidence.document).collect();
    // By their ids: where they lie among the others is no matter.
    let rests_on: BTreeMap<&str, &Hash> =
        documents.into_iter().filter_map(|at| Some((report.document_id(at), articles.get(at)?))).collect();
    for (id, hash) in rests_on {
        hasher.update(&[0]).update(id.as_bytes()).update(hash.as_bytes());
    }
    let digest = hasher.finalize().to_hex().chars().take(16).collect();
    Standing { entry, mark: Mark { digest, failed: result.outcome == Outcome::Fail } }
}

/// The checks that are new, or whose text, verdict, words or articles are not what they were.
pub fn changed(before: &Marks, now: &Standings) -> BTreeSet<CheckName> {
    let is_same =
        |(file, id): &CheckName, mark: &Mark| before.get(file).and_then(|of_file| of_file.get(id)) == Some(mark);
    now.iter().filter(|(name, now)| !is_same(name, &now.mark)).map(|(name, _)| name.clone()).collect()
}

/// The checks that failed when they were last run.
pub fn failed(marks: &Marks) -> BTreeSet<CheckName> {
    let all = marks.iter().flat_map(|(file, of_file)| of_file.iter().map(move |(id, mark)| (file, id, mark)));
    all.filter(|(_, _, mark)| mark.failed).map(|(file, id, _)| (file.clone(), id.clone())).collect()
}

/// What became of the checks of a project.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct History {
    /// By file, then by id.
    checks: BTreeMap<String, BTreeMap<String, Past>>,
}

/// What became of a check.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Past {
    /// Its entries, each with the day of the run that had it first; the latest last.
    turns: Vec<Turn>,
}

impl Past {
    /// What is to be read first comes first: whether it is gone, when it turned last. A day that was set may be any, and stands behind
    /// those of the clock.
    fn rank(&self) -> (bool, Reverse<Option<(bool, &str)>>) {
        let turned = self.turns.last().filter(|_| self.turns.len() > 1).map(|turn| (!turn.set, &turn.on[..]));
        (self.turns.last().is_some_and(Turn::is_gone), Reverse(turned))
    }
}

/// An entry that is not the one before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Turn {
    /// The day, as ISO 8601 has it.
    on: String,
    /// Whether somebody said what day it is, and no clock did.
    #[serde(default, skip_serializing_if = "is_false")]
    set: bool,
    /// The entry; empty where the check is gone since then.
    entry: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
fn is_false(set: &bool) -> bool {
    !set
}

impl Turn {
    fn new(day: Day, entry: String) -> Self {
        Self { on: day.date.to_string(), set: day.is_set, entry }
    }

    /// The day, and whether it is one that was set.
    fn day(&self) -> String {
        format!("{}{}", self.on, if self.set { " (set)" } else { "" })
    }

    fn is_gone(&self) -> bool {
        self.entry.is_empty()
    }

    /// What the check with that id said.
    fn said(&self, id: &str) -> Entry {
        Entry { id: id.to_owned(), text: self.entry.clone() }
    }
}

/// The day of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The date.
    pub date: Date,
    /// Whether somebody said that it is this one; else the clock did.
    pub is_set: bool,
}

impl History {
    /// Keeps how some checks stand; gives whether any has turned. Of the others what is known stays.
    pub fn record(&mut self, standings: impl IntoIterator<Item = (CheckName, Standing)>, today: Day) -> bool {
        let mut has_turned = false;
        for ((file, id), Standing { entry, .. }) in standings {
            let past = self.checks.entry(file).or_default().entry(id).or_default();
            if past.turns.last().is_none_or(|turn| turn.entry != entry) {
                past.turns.push(Turn::new(today, entry));
                has_turned = true;
            }
            let surplus = past.turns.len().saturating_sub(MOST_TURNS);
            past.turns.drain(..surplus);
        }
        has_turned
    }

    /// Notes the checks that are gone; gives whether any was there before.
    pub fn bury(&mut self, is_gone: impl Fn(&CheckName) -> bool, today: Day) -> bool {
        let mut has_turned = false;
        for (file, of_file) in &mut self.checks {
            for (id, past) in of_file {
                let is_live = past.turns.last().is_some_and(|turn| !turn.is_gone());
                if is_live && is_gone(&(file.clone(), id.clone())) {
                    past.turns.push(Turn::new(today, String::new()));
                    has_turned = true;
                }
            }
        }
        has_turned
    }

    /// The same, with other names of files.
    pub fn renamed(self, name: impl Fn(&str) -> String) -> Self {
        Self { checks: self.checks.into_iter().map(|(file, of_file)| (name(&file), of_file)).collect() }
    }

    /// The checks that it knows, in the order of their files, each with what it says, or said when it was last there.
    pub fn checks(&self) -> Vec<(CheckName, String)> {
        let said = |past: &Past| {
            let last = past.turns.iter().rfind(|turn| !turn.is_gone());
            last.and_then(|turn| turn.entry.lines().next()).unwrap_or_default().to_owned()
        };
        self.pasts().map(|(name, past)| (name, said(past))).collect()
    }

    /// A line a check: since when it stands as it does, and how often it turned. Those that have turned stand first, the latest of them
    /// before the others; those that are gone stand last.
    pub fn lines(&self, style: &Style) -> String {
        let mut pasts: Vec<(CheckName, &Past)> = self.pasts().collect();
        pasts.sort_by(|(_, one), (_, two)| one.rank().cmp(&two.rank()));
        pasts.iter().map(|(name, past)| line(name, past, style)).collect()
    }

    /// What became of one check, day by day: what of its entry went (`-`) and what came (`+`).
    pub fn told(&self, name: &CheckName, style: &Style) -> String {
        let Some(past) = self.checks.get(&name.0).and_then(|of_file| of_file.get(&name.1)) else {
            return String::new();
        };
        let before = [None].into_iter().chain(past.turns.iter().map(Some));
        let days = past.turns.iter().enumerate().map(|(at, turn)| day(turn, at, &past.turns));
        let turns = past.turns.iter().zip(before).zip(days);
        let turns = turns.map(|((turn, before), day)| told(turn, before, &day, style));
        format!("{}\n", style.paint(Ink::Bold, &shown(name))) + &turns.collect::<String>()
    }

    fn pasts(&self) -> impl Iterator<Item = (CheckName, &Past)> {
        self.checks
            .iter()
            .flat_map(|(file, of_file)| of_file.iter().map(move |(id, past)| ((file.clone(), id.clone()), past)))
    }
}

fn shown((file, id): &CheckName) -> String {
    printable(&format!("{file}#{id}"))
}

fn line(name: &CheckName, past: &Past, style: &Style) -> String {
    let Some(last) = past.turns.last() else { return String::new() };
    let often = match past.turns.len().saturating_sub(1) {
        0 => String::new(),
        1 => ", after 1 turn".to_owned(),
        turns => format!(", after {turns} turns"),
    };
    let verdict = if last.is_gone() { "gone" } else { &last.said(&name.1).record().stance() };
    let verdict = printable(verdict);
    format!("{} {} {verdict}{often}\n", printable(&last.day()), style.paint(Ink::Bold, &shown(name)))
}

/// The day of a turn; where a check has turned several times on it, the place of this turn among them.
fn day(turn: &Turn, at: usize, all: &[Turn]) -> String {
    let of_day = |turns: &[Turn]| turns.iter().filter(|other| other.on == turn.on).count();
    let before = all.get(..at).map_or(0, of_day);
    match of_day(all) {
        0 | 1 => turn.day(),
        several => format!("{} ({} of {several})", turn.day(), before + 1),
    }
}

fn told(turn: &Turn, before: Option<&Turn>, day: &str, style: &Style) -> String {
    let entry = |turn: &Turn| (!turn.is_gone()).then(|| Entry { id: String::new(), text: turn.entry.clone() });
    let (old, new) = (before.and_then(entry), entry(turn));
    let change = Change { id: String::new(), kind: Kind::Evidence, old, new };
    let what = if turn.is_gone() { " gone" } else { "" };
    format!("{}{what}\n{}", style.paint(Ink::Yellow, &printable(day)), drawn(&change, style))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Day, History, MOST_TURNS, Mark, Marks, Standing, Standings, Style, changed, failed, marks};

    fn of(entry: &str, article: &str) -> Standings {
        let mark = Mark { digest: format!("{entry} {article}"), failed: entry.contains("fails") };
        [(("a.check".to_owned(), "lead".to_owned()), Standing { entry: entry.to_owned(), mark })].into()
    }

    fn on(day: i8) -> Day {
        Day { date: date(2026, 1, day), is_set: false }
    }

    #[test]
    fn what_turned_last_stands_first_and_what_is_gone_last() {
        let of = |id: &str, entry: &str| {
            let mark = Mark { digest: String::new(), failed: false };
            [(("a.check".to_owned(), id.to_owned()), Standing { entry: format!("{id}: 5\n  {entry}"), mark })]
        };
        let mut history = History::default();
        for id in ["a", "b", "c", "d", "e"] {
            history.record(of(id, "supported, passes"), on(1));
        }
        history.record(of("b", "contradicted, fails"), on(2));
        history.record(of("d", "disputed, fails"), Day { is_set: true, ..on(3) });
        history.bury(|(_, id)| id == "a", on(4));
        let told = "2026-01-02 a.check#b contradicted, fails, after 1 turn\n\
                    2026-01-03 (set) a.check#d disputed, fails, after 1 turn\n\
                    2026-01-01 a.check#c supported, passes\n\
                    2026-01-01 a.check#e supported, passes\n\
                    2026-01-04 a.check#a gone, after 1 turn\n";
        assert_eq!(history.lines(&Style::default()), told);
    }

    #[test]
    fn a_turn_is_kept_once_with_its_day() {
        let mut history = History::default();
        assert!(history.record(of("lead: 5\n  supported, passes", "1"), on(1)));
        assert!(!history.record(of("lead: 5\n  supported, passes", "2"), on(2)));
        assert!(history.record(of("lead: 5\n  contradicted, fails", "3"), on(3)));
        let days: Vec<&str> = history.checks["a.check"]["lead"].turns.iter().map(|turn| &turn.on[..]).collect();
        assert_eq!(days, ["2026-01-01", "2026-01-03"]);
    }

    #[test]
    fn a_check_that_is_gone_is_a_turn_and_so_is_its_return() {
        let mut history = History::default();
        let lead = || of("lead: 5\n  supported, passes", "1");
        history.record(lead(), on(1));
        assert!(history.bury(|_| true, on(2)));
        assert!(!history.bury(|_| true, on(3)));
        assert!(!History::default().bury(|_| true, on(3)));
        assert_eq!(history.checks()[0].1, "lead: 5");
        assert!(history.record(lead(), on(4)));
        assert_eq!(history.checks["a.check"]["lead"].turns.len(), 3);
    }

    #[test]
    fn a_check_that_failed_is_remembered() {
        let name = ("a.check".to_owned(), "lead".to_owned());
        assert!(failed(&marks(&of("lead: 5\n  contradicted, fails", "3"))).contains(&name));
        assert!(failed(&marks(&of("lead: 5\n  supported, passes", "3"))).is_empty());
    }

    #[test]
    fn what_is_kept_of_a_check_is_bounded() {
        let mut history = History::default();
        for day in 0..MOST_TURNS + 5 {
            history.record(of(&format!("lead: {day}"), "1"), on(1));
        }
        let turns = &history.checks["a.check"]["lead"].turns;
        assert_eq!((turns.len(), &turns[0].entry[..]), (MOST_TURNS, "lead: 5"));
    }

    #[test]
    fn a_check_changes_with_its_words_and_with_its_articles() {
        let before = marks(&of("lead: 5", "1"));
        assert!(changed(&before, &of("lead: 5", "1")).is_empty());
        assert_eq!(changed(&before, &of("lead: 6", "1")).len(), 1);
        assert_eq!(changed(&before, &of("lead: 5", "2")).len(), 1);
        assert_eq!(changed(&Marks::new(), &of("lead: 5", "1")).len(), 1);
    }
}
