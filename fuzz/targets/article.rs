//! Fuzzes [`factum_fuzz::article`].
#![no_main]

use factum_fuzz::article;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| article(bytes));
