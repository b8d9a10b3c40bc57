//! Sets of small numbers, a bit each: the word classes of a word.

/// A set of numbers below 64 times `N`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bits<const N: usize>([u64; N]);

impl<const N: usize> Bits<N> {
    /// So many numbers there are.
    pub const ROOM: usize = 64 * N;

    /// The set of none.
    pub const EMPTY: Self = Self([0; N]);

    /// Whether a number is among them.
    #[inline]
    pub const fn has(&self, number: usize) -> bool {
        number < Self::ROOM && self.0[number / 64] >> (number % 64) & 1 == 1
    }

    /// The same with a number more; one for which there is no room stays out.
    #[inline]
    pub const fn with(mut self, number: usize) -> Self {
        if number < Self::ROOM {
            self.0[number / 64] |= 1 << (number % 64);
        }
        self
    }

    /// Whether the two sets have a number in common.
    #[inline]
    pub const fn meets(&self, other: &Self) -> bool {
        let (mut at, mut common) = (0, 0);
        while at < N {
            common |= self.0[at] & other.0[at];
            at += 1;
        }
        common != 0
    }

    /// Whether there is none.
    #[inline]
    pub const fn is_empty(&self) -> bool {
        !self.meets(self)
    }
}

impl<const N: usize> Default for Bits<N> {
    fn default() -> Self {
        Self::EMPTY
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn a_set_has_what_was_put_in_it_on_either_side_of_a_word() {
        let set: Bits<4> = [0, 63, 64, 255].into_iter().fold(Bits::EMPTY, Bits::with);
        assert!([0, 63, 64, 255].into_iter().all(|number| set.has(number)));
        assert!([1, 62, 65, 254, 256].into_iter().all(|number| !set.has(number)));
        assert!(set.meets(&Bits::EMPTY.with(255)) && !set.meets(&Bits::EMPTY.with(128)));
    }

    #[test]
    fn what_there_is_no_room_for_stays_out() {
        assert!(Bits::<4>::EMPTY.with(256).is_empty());
    }
}
