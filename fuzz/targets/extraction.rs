//! Fuzzes [`factum_fuzz::extraction`].
#![no_main]

use factum_fuzz::extraction;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| extraction(bytes));
