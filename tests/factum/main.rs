//! The one test binary: what crosses module borders. Unit tests stand beside the code.

mod drawing;
mod snapshot;
