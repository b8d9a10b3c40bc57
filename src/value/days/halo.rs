//! The days that "early", "mid-" and "late" do not exclude.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Days, Grain};

impl Days {
    /// The days that the wording does not exclude. A third of a month or of a year ("early 2026", "late March") blurs towards its
    /// middle: to the first or the last half, and "mid-" to the half in the middle. Anything else is what it is.
    pub fn halo(&self) -> Days {
        self.blurred().unwrap_or(*self)
    }

    fn blurred(&self) -> Option<Days> {
        let whole = self.whole().filter(|whole| !self.same_days(whole))?;
        let (first, last) = (whole.first?, whole.last?);
        let length = whole.length()?;
        let day = |parts: i64| -> Option<Date> { first.checked_add((length * parts / 4).days()).ok() };
        let (start, end) = match (self.first == whole.first, self.last == whole.last) {
            (true, false) => (first, day(2)?),
            (false, true) => (day(2)?.yesterday().ok()?, last),
            (false, false) => (day(1)?.yesterday().ok()?, day(3)?),
            (true, true) => return None,
        };
        let (start, end) = (start.min(self.first?), end.max(self.last?));
        Some(Days::closed(start, end, self.grain))
    }

    /// The month or the year that a part of one was given by; none where it is no such part.
    fn whole(&self) -> Option<Days> {
        let (first, last) = (self.first?, self.last?);
        let whole = match self.grain {
            Grain::Month => Days::month(first.year(), first.month()),
            Grain::Year => Days::year(first.year()),
            Grain::Day | Grain::Week | Grain::Quarter | Grain::Decade | Grain::Span => None,
        };
        whole.filter(|whole| whole.contains(last))
    }
}
