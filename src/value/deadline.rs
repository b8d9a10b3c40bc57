//! Deadlines: a date that is named, and which edge of it is meant.

use std::fmt;

use jiff::civil::Date;

use super::{Days, Fit};

/// Which edge of the named date a deadline means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeadlineKind {
    /// "by 2031": the inner reading ends with 2030, the outer with 2031.
    By,
    /// "through 2031", "until the end of 2031": inclusive.
    Through,
    /// "before 2031": exclusive.
    Before,
}

/// A date by which something is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Deadline {
    /// Which edge.
    pub kind: DeadlineKind,
    /// The date as named.
    pub named: Days,
}

impl Deadline {
    /// "by" that date.
    pub fn by(named: Days) -> Deadline {
        Deadline { kind: DeadlineKind::By, named }
    }

    /// "through" that date.
    pub fn through(named: Days) -> Deadline {
        Deadline { kind: DeadlineKind::Through, named }
    }

    /// "before" that date.
    pub fn before(named: Days) -> Deadline {
        Deadline { kind: DeadlineKind::Before, named }
    }

    /// The last day that is surely in time; none where the named date is open on that side.
    pub fn inner(&self) -> Option<Date> {
        match self.kind {
            DeadlineKind::By | DeadlineKind::Before => self.named.first?.yesterday().ok(),
            DeadlineKind::Through => self.named.last,
        }
    }

    /// The last day that may be in time; none where the named date is open on that side.
    pub fn outer(&self) -> Option<Date> {
        match self.kind {
            DeadlineKind::By | DeadlineKind::Through => self.named.last,
            DeadlineKind::Before => self.named.first?.yesterday().ok(),
        }
    }

    /// Whether the two name the same deadline: "by 2031" and "through 2031" do, and so do "before 2031" and "through 2030".
    pub fn agrees(&self, other: &Deadline) -> bool {
        self.compare(other) == Fit::Supports
    }

    /// Where evidence with this deadline stands against an asserted one. Deadlines compare as the date that is named, not as sets of
    /// days: "by 2030" contradicts "by 2031", although whatever is done by 2030 is done by 2031 too. A date inside the other ("by March
    /// 2031", "by 2031") leaves it open.
    pub fn compare(&self, asserted: &Deadline) -> Fit {
        match (self.kind, asserted.kind) {
            (DeadlineKind::Before, DeadlineKind::By | DeadlineKind::Through) => compare_before(self, asserted),
            (DeadlineKind::By | DeadlineKind::Through, DeadlineKind::Before) => compare_before(asserted, self),
            (DeadlineKind::Before, DeadlineKind::Before)
            | (DeadlineKind::By | DeadlineKind::Through, DeadlineKind::By | DeadlineKind::Through) => {
                compare_named(&self.named, &asserted.named)
            }
        }
    }
}

/// "by 2031", "through 2031-03", "before 2031".
impl fmt::Display for Deadline {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self.kind {
            DeadlineKind::By => "by",
            DeadlineKind::Through => "through",
            DeadlineKind::Before => "before",
        };
        write!(out, "{word} {}", self.named)
    }
}

fn compare_named(evidence: &Days, asserted: &Days) -> Fit {
    if evidence.same_days(asserted) {
        Fit::Supports
    } else if !evidence.excludes(asserted) {
        Fit::Compatible
    } else {
        Fit::Contradicts
    }
}

/// "before" a date against "by" or "through" one: they agree where they end with the same day ("before 2031", "through 2030"), stay
/// open where they name the same date ("before 2031", "by 2031"), and contradict one another otherwise.
fn compare_before(before: &Deadline, other: &Deadline) -> Fit {
    if before.outer().is_some() && before.outer() == other.outer() {
        Fit::Supports
    } else if !before.named.excludes(&other.named) {
        Fit::Compatible
    } else {
        Fit::Contradicts
    }
}

#[cfg(test)]
mod tests;
