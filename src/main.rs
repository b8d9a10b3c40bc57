//! The `factum` program: everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    factum::cli::main()
}
