//! The one test binary: what crosses module borders. Unit tests stand beside the code.
#![expect(clippy::disallowed_methods, reason = "tests read what they test")]

mod cases;
mod drawing;
mod fixture;
mod house;
mod mentions;
mod prelude;
mod reports;
mod snapshot;
