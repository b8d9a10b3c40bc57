//! Exact numbers, and numbers as they were written.

use num_rational::Ratio;

/// An exact rational number. Arithmetic is checked: what does not fit 127 bits is `None`, never rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(Ratio<i128>);

/// A number with the precision that its digits carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// The value, magnitude word applied.
    pub value: Number,
    /// What the last digit as written stands for: 1e8 in "9.0 billion", 1 in "14,000".
    pub grain: Number,
    /// The coarsest reading of the precision: 1000 in "14,000", whose zeros may be rounded; the grain otherwise.
    pub coarse: Number,
}
