//! The `factum` program: everything is in the library.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// A vocabulary is ten thousands of small words, and a fact a dozen.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    factum::cli::main()
}
