//! `factum review`: what is pending, check by check, the riskiest first.

use std::collections::BTreeSet;
use std::io::{self, IsTerminal};
use std::path::Path;

use crate::report::{Style, counted, draw};
use crate::review::{Change, Snap, accept, changes, drawn, line, reject};
use crate::run::Status;
use crate::source::Sources;

use super::args::{ReviewArgs, ReviewCommand, WhichArgs};
use super::ask::{Answers, Word};
use super::named::{Known, meant};
use super::settings::{self, Given};
use super::snapshot::{Spot, kept, pending};
use super::{Failure, files, look, note, print, refuse};

/// A snapshot with what is pending of it.
struct Pending {
    spot: Spot,
    accepted: Snap,
    new: Snap,
}

impl Pending {
    fn read(spot: Spot) -> Result<Option<Self>, Failure> {
        let (accepted, new) = (spot.read_accepted()?, spot.read_pending()?);
        let Some(new) = new else { return Ok(None) };
        let accepted = accepted.unwrap_or_else(|| Snap { source: new.source.clone(), ..Snap::default() });
        Ok(Some(Self { spot, accepted, new }))
    }

    fn changes(&self) -> Vec<Change> {
        changes(&self.accepted.contents, &self.new.contents)
    }

    /// Accepts the changes of some checks, and gives how many these are.
    fn accept(&mut self, ids: &dyn Fn(&str) -> bool, because: Option<&str>) -> Result<usize, Failure> {
        let taken: Vec<String> = self.changes().into_iter().map(|change| change.id).filter(|id| ids(id)).collect();
        let number = taken.len();
        self.accepted.contents = accept(&self.accepted.contents, &self.new.contents, ids);
        for id in taken {
            match because {
                Some(because) => self.accepted.reasons.insert(id, because.to_owned()),
                // What was said of it before was said of something else.
                None => self.accepted.reasons.remove(&id),
            };
        }
        self.accepted.reasons = kept(std::mem::take(&mut self.accepted.reasons), &self.accepted.contents);
        self.spot.accept(&self.accepted)?;
        self.leave()?;
        Ok(number)
    }

    /// Takes the changes of some checks back, and gives how many these are.
    fn reject(&mut self, ids: &dyn Fn(&str) -> bool) -> Result<usize, Failure> {
        let number = self.changes().iter().filter(|change| ids(&change.id)).count();
        self.new.contents = reject(&self.accepted.contents, &self.new.contents, ids);
        self.leave()?;
        Ok(number)
    }

    fn leave(&mut self) -> Result<(), Failure> {
        self.new.reasons = self.accepted.reasons.clone();
        self.spot.leave(&self.new, &self.accepted.contents)
    }
}

/// What was done with changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    accepted: usize,
    rejected: usize,
}

impl Tally {
    /// In words, with what is left, and what becomes of what was rejected.
    fn told(self, left: usize) -> String {
        let of = |number, what| format!("{} {what}", counted(number, "change is", "changes are"));
        let mut lines = Vec::new();
        if self.accepted > 0 {
            lines.push(of(self.accepted, "accepted"));
        }
        if self.rejected > 0 {
            let told = of(self.rejected, "rejected, and fails a run in CI until the check or the article is mended");
            let told = if self.rejected == 1 { told } else { told.replacen("and fails", "and fail", 1) };
            lines.push(format!("{told}; the next `factum check --snapshot` brings back what is not"));
        }
        lines.push(if left == 0 { "nothing is pending".to_owned() } else { of(left, "pending") });
        lines.join("\n") + "\n"
    }
}

/// What an answer came to: what was done, or why nothing can be.
type Answer = Result<Tally, String>;

/// Shows what is pending, and does with it what is said. Ends with 0 where nothing is pending any more, with 1 where something is. A snapshot
/// that cannot be read is told, and keeps none of the others back.
pub(super) fn run(args: &ReviewArgs) -> Result<Status, Failure> {
    let mut sources = Sources::default();
    let style = look::style(&args.look);
    let given = Given::new(args.profile.name.as_deref()).paths("checks", &args.paths);
    let loaded = settings::load(given, &mut sources)?;
    let Some(settings) = loaded.sound(&sources, &style)? else { return Ok(Status::Usage) };
    if let Some(gone) = args.paths.iter().find(|path| !files::exists(path)) {
        note(&draw(&files::missing(gone), &sources, &style))?;
        return Ok(Status::Usage);
    }
    let (mut all, mut failures) = (Vec::new(), Vec::new());
    for spot in pending(&settings.checks())? {
        match Pending::read(spot) {
            Ok(pending) => all.extend(pending),
            Err(failure) => failures.push(failure),
        }
    }
    let answer = answer(args, &mut all, &style)?;
    let left: usize = all.iter().map(|pending| pending.changes().len()).sum();
    let status = match answer {
        Err(refusal) => {
            refuse(&refusal)?;
            Status::Usage
        }
        Ok(tally) => {
            note(&tally.told(left))?;
            if left == 0 { Status::Passed } else { Status::Failed }
        }
    };
    for failure in &failures {
        refuse(&failure.to_string())?;
    }
    Ok(if failures.is_empty() || status == Status::Usage { status } else { Status::Incomplete })
}

/// Does what is said.
fn answer(args: &ReviewArgs, all: &mut [Pending], style: &Style) -> Result<Answer, Failure> {
    match &args.command {
        Some(ReviewCommand::Pending) => print(&listed(all, style, &Chosen::All, line))?,
        Some(ReviewCommand::Diff(which)) => match Chosen::new(all, &which.ids, Unsaid::All) {
            Ok(chosen) => print(&listed(all, style, &chosen, whole))?,
            Err(unknown) => return Ok(Err(unknown)),
        },
        Some(ReviewCommand::Accept(which)) => {
            let because = which.because.as_deref();
            let accepted = each(all, &which.which, &|pending, ids| pending.accept(ids, because))?;
            return Ok(accepted.map(|accepted| Tally { accepted, rejected: 0 }));
        }
        Some(ReviewCommand::Reject(which)) => {
            let rejected = each(all, which, &|pending, ids| pending.reject(ids))?;
            return Ok(rejected.map(|rejected| Tally { accepted: 0, rejected }));
        }
        None if args.plain => print(&listed(all, style, &Chosen::All, whole))?,
        None if all.is_empty() => {
            note("`factum check --snapshot` looks anew; what was rejected comes back as long as it is so\n")?
        }
        None if !io::stdin().is_terminal() => {
            let way = "`factum review --plain` shows what is pending, `accept ID…` and `reject ID…` decide";
            return Ok(Err(format!("there is nobody to ask at this end; {way}")));
        }
        None => return Ok(Ok(ask(all, style)?)),
    }
    Ok(Ok(Tally::default()))
}

/// Which changes are meant.
enum Chosen {
    All,
    These(BTreeSet<(String, String)>),
}

/// What is meant where nothing is said.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unsaid {
    All,
    Nothing,
}

impl Chosen {
    /// By `lead`, the id of a check, `series.check#lead`, or `series.check`, all of a check file; by the path of a snapshot, or of a folder.
    fn new(all: &[Pending], ids: &[String], unsaid: Unsaid) -> Result<Self, String> {
        let said = |change: &Change| {
            let entry = change.new.as_ref().or(change.old.as_ref());
            entry.and_then(|entry| entry.text.lines().next()).unwrap_or_default().to_owned()
        };
        let known = |pending: &Pending| {
            let path = pending.spot.path();
            let changes = pending.changes().into_iter();
            changes.map(|change| ((path.clone(), change.id.clone()), said(&change))).collect::<Vec<Known>>()
        };
        let names: Vec<Known> = all.iter().flat_map(known).collect();
        if ids.is_empty() {
            return match unsaid {
                Unsaid::All => Ok(Chosen::All),
                Unsaid::Nothing => {
                    Err("say which: ids of checks as `factum review pending` shows them, or `--all`".to_owned())
                }
            };
        }
        let ids: Vec<String> = ids.iter().flat_map(|id| led_to(all, id)).collect();
        let these = meant(&names, &ids).map_err(|unknown| {
            let told = if unknown.ends_with('?') { String::new() } else { pending_ids(&names) };
            format!("nothing is pending of {unknown}{told}")
        })?;
        Ok(Chosen::These(these.into_iter().collect()))
    }

    fn has(&self, path: &str, id: &str) -> bool {
        match self {
            Chosen::All => true,
            Chosen::These(these) => these.contains(&(path.to_owned(), id.to_owned())),
        }
    }
}

/// So many checks are named that are pending.
const MOST_PENDING: usize = 5;

/// What is pending, where nothing is that was asked for.
fn pending_ids(names: &[Known]) -> String {
    let ids: BTreeSet<String> = names.iter().map(|((_, id), _)| format!("`{id}`")).collect();
    let more = ids.len().saturating_sub(MOST_PENDING);
    let mut told: Vec<String> = ids.into_iter().take(MOST_PENDING).collect();
    if more > 0 {
        told.push(format!("{more} more"));
    }
    if told.is_empty() { String::new() } else { format!("; pending: {}", told.join(", ")) }
}

/// The check files whose snapshots a path leads to; where it leads to none, the word as it is.
fn led_to(all: &[Pending], word: &str) -> Vec<String> {
    let spots = all.iter().map(|pending| &pending.spot);
    let found: Vec<String> = spots.filter(|spot| spot.lies_at(Path::new(word))).map(Spot::path).collect();
    if found.is_empty() { vec![word.to_owned()] } else { found }
}

/// What is to be done with the changes of some checks.
type Deed<'a> = dyn Fn(&mut Pending, &dyn Fn(&str) -> bool) -> Result<usize, Failure> + 'a;

/// Does something with the changes that are meant, and gives how many these are; or why that cannot be.
fn each(all: &mut [Pending], which: &WhichArgs, deed: &Deed<'_>) -> Result<Result<usize, String>, Failure> {
    let chosen = match Chosen::new(all, &which.ids, if which.all { Unsaid::All } else { Unsaid::Nothing }) {
        Ok(chosen) => chosen,
        Err(unknown) => return Ok(Err(unknown)),
    };
    let mut number = 0;
    for pending in all {
        let path = pending.spot.path();
        number += deed(pending, &|id| chosen.has(&path, id))?;
    }
    Ok(Ok(number))
}

/// The changes that are meant, each as it is drawn.
fn listed(all: &[Pending], style: &Style, chosen: &Chosen, draw: fn(&Change, &str, &Style) -> String) -> String {
    let of = |pending: &Pending| {
        let name = pending.spot.name();
        let path = pending.spot.path();
        let changes = pending.changes().into_iter().filter(|change| chosen.has(&path, &change.id));
        changes.map(|change| draw(&change, &name, style)).collect::<String>()
    };
    all.iter().map(of).collect()
}

/// The line of a change, and what of it is different.
fn whole(change: &Change, name: &str, style: &Style) -> String {
    format!("{}{}\n", line(change, name, style), drawn(change, style))
}

/// Goes through the changes with somebody at a terminal.
fn ask(all: &mut [Pending], style: &Style) -> Result<Tally, Failure> {
    let answers = Answers::begin();
    let mut tally = Tally::default();
    let whole_number: usize = all.iter().map(|pending| pending.changes().len()).sum();
    let mut before = 0;
    for pending in all {
        let name = pending.spot.name();
        let changes = pending.changes();
        let numbers = before + 1..;
        before += changes.len();
        for (number, change) in numbers.zip(&changes) {
            print(&format!("{}{number} of {whole_number}. ", whole(change, &name, style)))?;
            let is_this = |id: &str| id == change.id;
            match answers.word()? {
                Word::Accept => {
                    print("because (may stay empty), then Enter: ")?;
                    let because = answers.line()?.unwrap_or_default();
                    tally.accepted +=
                        pending.accept(&is_this, Some(because.trim()).filter(|because| !because.is_empty()))?;
                }
                Word::Reject => tally.rejected += pending.reject(&is_this)?,
                Word::Skip => {}
                Word::AcceptAll => {
                    tally.accepted += pending.accept(&|_| true, None)?;
                    break;
                }
                Word::Quit => return Ok(tally),
            }
        }
    }
    Ok(tally)
}
