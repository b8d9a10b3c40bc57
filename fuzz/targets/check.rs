//! Fuzzes [`factum_fuzz::check`].
#![no_main]

use factum_fuzz::check;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| check(bytes));
