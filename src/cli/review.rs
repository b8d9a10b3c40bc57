//! `factum review`: what is pending, check by check, the riskiest first.

use std::collections::BTreeSet;
use std::io::{self, BufRead, IsTerminal};

use crate::report::{Style, counted, draw};
use crate::review::{Change, Snap, accept, changes, drawn, line, reject};
use crate::run::Status;
use crate::source::Sources;

use super::args::{ReviewArgs, ReviewCommand, WhichArgs};
use super::named::meant;
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
        let Some(new) = spot.read_pending()? else { return Ok(None) };
        let accepted = spot.read_accepted()?.unwrap_or_else(|| Snap { source: new.source.clone(), ..Snap::default() });
        Ok(Some(Self { spot, accepted, new }))
    }

    fn changes(&self) -> Vec<Change> {
        changes(&self.accepted.contents, &self.new.contents)
    }

    /// Accepts the changes of some checks.
    fn accept(&mut self, ids: &dyn Fn(&str) -> bool, because: Option<&str>) -> Result<(), Failure> {
        let taken: Vec<String> = self.changes().into_iter().map(|change| change.id).filter(|id| ids(id)).collect();
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
        self.leave()
    }

    /// Takes the changes of some checks back.
    fn reject(&mut self, ids: &dyn Fn(&str) -> bool) -> Result<(), Failure> {
        self.new.contents = reject(&self.accepted.contents, &self.new.contents, ids);
        self.leave()
    }

    fn leave(&mut self) -> Result<(), Failure> {
        self.new.reasons = self.accepted.reasons.clone();
        self.spot.leave(&self.new, &self.accepted.contents)
    }
}

/// Shows what is pending, and does with it what is said. Ends with 0 where nothing is pending any more, with 1 where something is.
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
    let mut all = Vec::new();
    for spot in pending(&settings.checks())? {
        all.extend(Pending::read(spot)?);
    }
    match answer(args, &mut all, &style)? {
        Some(refusal) => {
            refuse(&refusal)?;
            Ok(Status::Usage)
        }
        None => {
            let left: usize = all.iter().map(|pending| pending.changes().len()).sum();
            note(&match left {
                0 => "nothing is pending\n".to_owned(),
                _ => format!("{} pending\n", counted(left, "change is", "changes are")),
            })?;
            Ok(if left == 0 { Status::Passed } else { Status::Failed })
        }
    }
}

/// Does what is said; gives why it cannot be done.
fn answer(args: &ReviewArgs, all: &mut [Pending], style: &Style) -> Result<Option<String>, Failure> {
    match &args.command {
        Some(ReviewCommand::Pending) => print(&listed(all, style, &Chosen::All, line))?,
        Some(ReviewCommand::Diff(which)) => match Chosen::new(all, &which.ids, Unsaid::All) {
            Ok(chosen) => print(&listed(all, style, &chosen, whole))?,
            Err(unknown) => return Ok(Some(unknown)),
        },
        Some(ReviewCommand::Accept(which)) => {
            let because = which.because.as_deref();
            return each(all, &which.which, &|pending, ids| pending.accept(ids, because));
        }
        Some(ReviewCommand::Reject(which)) => return each(all, which, &|pending, ids| pending.reject(ids)),
        None if args.plain => print(&listed(all, style, &Chosen::All, whole))?,
        None if all.is_empty() => {}
        None if !io::stdin().is_terminal() => {
            let way = "`factum review --plain` shows what is pending, `accept ID…` and `reject ID…` decide";
            return Ok(Some(format!("there is nobody to ask at this end; {way}")));
        }
        None => ask(all, style)?,
    }
    Ok(None)
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
    /// By `lead`, the id of a check, `series.check#lead`, or `series.check`, all of a snapshot.
    fn new(all: &[Pending], ids: &[String], unsaid: Unsaid) -> Result<Self, String> {
        let names: Vec<(String, String)> = all
            .iter()
            .flat_map(|pending| pending.changes().into_iter().map(|change| (pending.spot.name(), change.id)))
            .collect();
        if ids.is_empty() {
            return match unsaid {
                Unsaid::All => Ok(Chosen::All),
                Unsaid::Nothing => {
                    Err("say which: ids of checks as `factum review pending` shows them, or `--all`".to_owned())
                }
            };
        }
        let these = meant(&names, ids).map_err(|unknown| format!("nothing is pending of {unknown}"))?;
        Ok(Chosen::These(these.into_iter().collect()))
    }

    fn has(&self, name: &str, id: &str) -> bool {
        match self {
            Chosen::All => true,
            Chosen::These(these) => these.contains(&(name.to_owned(), id.to_owned())),
        }
    }
}

/// What is to be done with the changes of some checks.
type Deed<'a> = dyn Fn(&mut Pending, &dyn Fn(&str) -> bool) -> Result<(), Failure> + 'a;

fn each(all: &mut [Pending], which: &WhichArgs, deed: &Deed<'_>) -> Result<Option<String>, Failure> {
    let chosen = match Chosen::new(all, &which.ids, if which.all { Unsaid::All } else { Unsaid::Nothing }) {
        Ok(chosen) => chosen,
        Err(unknown) => return Ok(Some(unknown)),
    };
    for pending in all {
        let name = pending.spot.name();
        deed(pending, &|id| chosen.has(&name, id))?;
    }
    Ok(None)
}

/// The changes that are meant, each as it is drawn.
fn listed(all: &[Pending], style: &Style, chosen: &Chosen, draw: fn(&Change, &str, &Style) -> String) -> String {
    let of = |pending: &Pending| {
        let name = pending.spot.name();
        let changes = pending.changes().into_iter().filter(|change| chosen.has(&name, &change.id));
        changes.map(|change| draw(&change, &name, style)).collect::<String>()
    };
    all.iter().map(of).collect()
}

/// The line of a change, and what of it is different.
fn whole(change: &Change, name: &str, style: &Style) -> String {
    format!("{}{}\n", line(change, name, style), drawn(change, style))
}

/// What somebody at a terminal may say of a change.
enum Word {
    Accept,
    Reject,
    Skip,
    AcceptAll,
    Quit,
}

/// Goes through the changes with somebody at a terminal.
fn ask(all: &mut [Pending], style: &Style) -> Result<(), Failure> {
    let mut answers = io::stdin().lock().lines();
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
            match word(&mut answers)? {
                Word::Accept => {
                    print("because (may stay empty): ")?;
                    let because = heard(&mut answers)?.unwrap_or_default();
                    pending.accept(&is_this, Some(because.trim()).filter(|because| !because.is_empty()))?;
                }
                Word::Reject => pending.reject(&is_this)?,
                Word::Skip => {}
                Word::AcceptAll => {
                    pending.accept(&|_| true, None)?;
                    break;
                }
                Word::Quit => return Ok(()),
            }
        }
    }
    Ok(())
}

fn heard(answers: &mut dyn Iterator<Item = io::Result<String>>) -> Result<Option<String>, Failure> {
    Ok(answers.next().transpose()?)
}

/// The next word that is one; the end of the input is the end of the review.
fn word(answers: &mut dyn Iterator<Item = io::Result<String>>) -> Result<Word, Failure> {
    loop {
        print("[a]ccept, [r]eject, [s]kip, [A]ccept all of this file, [q]uit? ")?;
        let Some(answer) = heard(answers)? else { return Ok(Word::Quit) };
        match answer.trim() {
            "a" | "accept" => return Ok(Word::Accept),
            "r" | "reject" => return Ok(Word::Reject),
            "s" | "skip" | "" => return Ok(Word::Skip),
            "A" => return Ok(Word::AcceptAll),
            "q" | "quit" => return Ok(Word::Quit),
            _ => {}
        }
    }
}
