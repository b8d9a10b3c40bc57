//! Amounts as they are worded: a nominal, the set taken at its word, and the halo that the wording does not exclude.

use super::{Interval, Number, Unit};

/// How a number is hedged. See the table "Values are sets" of the manual.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wording {
    /// `v`.
    #[default]
    Bare,
    /// more than, over.
    MoreThan,
    /// at least.
    AtLeast,
    /// less than, under.
    LessThan,
    /// at most.
    AtMost,
    /// up to, as many as.
    UpTo,
    /// nearly, almost.
    Nearly,
    /// just over.
    JustOver,
    /// about, roughly, some.
    About,
    /// between a and b.
    Range,
    /// dozens, thousands: a number with no nominal value.
    Vague,
    /// `5e9 ± 10 %`: only in check files.
    Tolerance,
    /// Computed from other amounts.
    Derived,
}

/// A number as a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The nominal value N; none for a range or a vague number.
    pub nominal: Option<Number>,
    /// How it was hedged.
    pub wording: Wording,
    /// The set at its word ("literal").
    pub literal: Interval,
    /// The halo H: the values that the wording does not exclude.
    pub halo: Interval,
    /// What the last digit as written stands for; zero for an exact number.
    pub grain: Number,
}

/// An amount of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// How much.
    pub amount: Amount,
    /// Of what.
    pub unit: Unit,
}
