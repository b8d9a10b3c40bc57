//! Amounts in words, for people.

use super::{Amount, Bound, Interval, Number, Wording};

impl Amount {
    /// The amount as a person would put it: "more than 5,000,000,000", "between 3 and 5".
    pub fn describe(&self) -> String {
        match (self.hedge(), self.nominal) {
            (Some(""), Some(nominal)) => nominal.grouped(),
            (Some(hedge), Some(nominal)) => format!("{hedge} {}", nominal.grouped()),
            (Some(_) | None, _) => self.describe_set(),
        }
    }

    /// The hedge before the number; none where a set says it better.
    fn hedge(&self) -> Option<&'static str> {
        match self.wording {
            Wording::Bare => Some(""),
            Wording::Exact => Some("exactly"),
            Wording::MoreThan => Some("more than"),
            Wording::AtLeast => Some("at least"),
            Wording::LessThan => Some("less than"),
            Wording::AtMost => Some("at most"),
            Wording::UpTo => Some("up to"),
            Wording::Nearly => Some("nearly"),
            Wording::JustUnder => Some("just under"),
            Wording::JustOver => Some("just over"),
            Wording::About => Some("about"),
            Wording::Derived if self.states_nominal() => Some(""),
            Wording::Range | Wording::Vague | Wording::Tolerance | Wording::Derived => None,
        }
    }

    fn describe_set(&self) -> String {
        match (self.wording, self.nominal, self.literal.high.number()) {
            (Wording::Tolerance, Some(nominal), Some(high)) => {
                let reach = high.minus(nominal).unwrap_or(Number::ZERO);
                format!("{} ± {}", nominal.grouped(), reach.grouped())
            }
            _ => self.literal.describe(),
        }
    }
}

impl Interval {
    /// The set as a person would put it: "between 3 and 5", "more than 7", "at most 9", "any number".
    pub fn describe(&self) -> String {
        if self.is_empty() {
            return "no number".to_owned();
        }
        match (self.low, self.high) {
            (Bound::Unbounded, Bound::Unbounded) => "any number".to_owned(),
            (low, Bound::Unbounded) => low_words(low),
            (Bound::Unbounded, high) => high_words(high),
            (Bound::Closed(low), Bound::Closed(high)) if low == high => low.grouped(),
            (Bound::Closed(low), Bound::Closed(high)) => format!("between {} and {}", low.grouped(), high.grouped()),
            (low, high) => format!("{} and {}", low_words(low), high_words(high)),
        }
    }
}

fn low_words(bound: Bound) -> String {
    match bound {
        Bound::Unbounded => String::new(),
        Bound::Open(number) => format!("more than {}", number.grouped()),
        Bound::Closed(number) => format!("at least {}", number.grouped()),
    }
}

fn high_words(bound: Bound) -> String {
    match bound {
        Bound::Unbounded => String::new(),
        Bound::Open(number) => format!("less than {}", number.grouped()),
        Bound::Closed(number) => format!("at most {}", number.grouped()),
    }
}
