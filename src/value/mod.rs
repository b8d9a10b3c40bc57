//! Values as sets: exact numbers, intervals with a nominal and a halo, units, days, and how they compare.

mod amount;
mod compare;
mod days;
mod interval;
mod number;
mod unit;

pub use amount::{Amount, Quantity, Wording};
pub use compare::{Comparison, Fit, Policy, Reason, Relation, compare};
pub use days::{Days, Deadline, DeadlineKind, Grain};
pub use interval::{Bound, Interval};
pub use number::{Number, Written};
pub use unit::{Conversion, Dimension, Unit};
