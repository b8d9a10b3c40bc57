//! Snapshots of fact-check reports: what a desk has read and accepted, and what has changed since.
//!
//! A snapshot has an entry for each check of one check file: what the check says, its verdict, and the words that the verdict rests on. Nothing
//! in it changes where only lines move, articles are renamed in the file system, or other checks come and go. The files are those of
//! [insta](https://insta.rs): `NAME.snap` is what was accepted, `NAME.snap.new` what is pending.
//!
//! The history of a project has the same entries, each with the day of the run that had it first.

mod account;
mod change;
mod draw;
mod entry;
mod finding;
mod history;
mod snap;

pub use account::accounts;
pub use change::{Change, Kind, accept, changes, reject};
pub use draw::{drawn, line};
pub use entry::{Entry, entries, written};
pub use finding::{finding, orphan};
pub use history::{CheckName, Day, History, Mark, Marks, Standing, Standings, changed, failed, marks, standings};
pub use snap::{Reasons, Snap, SnapError};
