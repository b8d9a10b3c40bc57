//! Values as sets: exact numbers, intervals with a nominal and a halo, units, days, and how they compare.

mod amount;
mod calendar;
mod compare;
mod days;
mod deadline;
mod interval;
mod number;
mod plural;
mod quantity;
mod unit;
mod written;

pub use amount::{Amount, Wording};
pub use calendar::{MONTHS, is_weekday, month_number, weekday, weekday_name};
pub use compare::{Comparison, Fit, Policy, Reason, Relation, compare};
pub use days::{Days, Grain};
pub use deadline::{Deadline, DeadlineKind};
pub use interval::{Bound, Interval};
pub use number::Number;
pub use plural::{plural, plural_of_counted};
pub use quantity::Quantity;
pub use unit::{Conversion, Dimension, Unit};
pub use written::Written;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod testing;
