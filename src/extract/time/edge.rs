//! What goes with a time on its left: "early", "the end of", "mid-".

use super::Found;
use crate::extract::mention::TimeType;
use crate::extract::reading::Reading;

/// Takes the words before a time that say which part of it is meant into it.
pub(super) fn around(reading: &Reading<'_>, mut found: Found, free: usize) -> Found {
    if found.mention.sort != TimeType::Date {
        return found;
    }
    let known = reading.known();
    let mut at = found.start;
    if at > free && reading.is_hyphen(at - 1) && at > free + 1 && reading.reads(at - 2, "mid") {
        at -= 2;
    } else if at > free && reading.is(at - 1, known.part_of_time) {
        at -= 1;
    } else if at > free + 1 && reading.reads(at - 1, "of") && reading.is(at - 2, known.edge_of_time)
        || at > free + 2
            && reading.reads(at - 1, "the")
            && reading.reads(at - 2, "of")
            && reading.is(at - 3, known.edge_of_time)
    {
        at -= if reading.reads(at - 1, "the") { 3 } else { 2 };
    }
    if at < found.start && at > free && reading.reads(at - 1, "the") {
        at -= 1;
    }
    found.start = at;
    found
}
