//! The one test binary: what crosses module borders. Unit tests stand beside the code.
#![expect(clippy::disallowed_methods, reason = "tests read what they test")]

mod action;
mod against;
mod bad_input;
mod browser;
mod cases;
mod conflicts;
mod drawing;
mod earlier;
mod fixture;
mod forms;
mod house;
mod html;
mod insta;
mod killed;
mod mentions;
mod mutations;
mod order;
mod prelude;
mod program;
mod reports;
mod settings;
mod shipped;
mod snapshot;
mod statuses;
mod suggest;
mod terminal;
mod trouble;
