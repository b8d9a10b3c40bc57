//! Abbreviations that are written with a full stop, and how a sentence goes on behind them.

/// Where the stop behind the letters belongs to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StopRule {
    /// Wherever the letters stand.
    Always,
    /// Where they begin with a capital: "Sat." is a day, "sat." ends a sentence.
    Capitalised,
    /// Where a number follows: "no. 5".
    BeforeNumber,
    /// Where a number goes before: "5 in.".
    AfterNumber,
}

/// How a sentence goes on behind an abbreviation and a capital.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Follow {
    /// It goes on: what follows is the name that a title announces.
    Continues,
    /// It ends where a word that begins sentences follows.
    MayEnd,
    /// It ends where anything with a capital follows but a day, a month or a time zone.
    Ends,
}

/// An abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Abbreviation {
    pub stop: StopRule,
    pub follow: Follow,
}

/// Looks up letters that a full stop follows; any case.
pub(super) fn find(word: &str) -> Option<Abbreviation> {
    if word.len() > LONGEST || !word.is_ascii() {
        return None;
    }
    let mut buffer = [0_u8; LONGEST];
    let folded = buffer.get_mut(..word.len())?;
    folded.copy_from_slice(word.as_bytes());
    folded.make_ascii_lowercase();
    let folded = std::str::from_utf8(folded).ok()?;
    GROUPS.iter().find(|(_, words)| words.binary_search(&folded).is_ok()).map(|(found, _)| *found)
}

const LONGEST: usize = 6;

const fn entry(stop: StopRule, follow: Follow) -> Abbreviation {
    Abbreviation { stop, follow }
}

/// Each list is sorted; a test holds it so.
const GROUPS: &[(Abbreviation, &[&str])] = &[
    (entry(StopRule::Always, Follow::Continues), TITLES),
    (entry(StopRule::Always, Follow::MayEnd), ENDINGS),
    (entry(StopRule::Capitalised, Follow::Continues), CAPITALISED_TITLES),
    (entry(StopRule::Capitalised, Follow::MayEnd), CAPITALISED),
    (entry(StopRule::BeforeNumber, Follow::Continues), NUMBERED),
    (entry(StopRule::AfterNumber, Follow::MayEnd), MEASURES),
    (entry(StopRule::AfterNumber, Follow::Ends), METRIC),
];

const TITLES: &[&str] = &[
    "adm", "amb", "assn", "asst", "atty", "brig", "capt", "cdr", "cmdr", "col", "comdr", "cpl", "det", "dist", "dr",
    "drs", "esp", "fr", "gov", "hon", "insp", "lt", "maj", "messrs", "mlle", "mme", "mr", "mrs", "ms", "mt", "mts",
    "nos", "prof", "profs", "pvt", "reps", "rev", "sens", "sgt", "spc", "st", "ste", "supt", "univ", "vs",
];

const ENDINGS: &[&str] = &[
    "approx", "assoc", "ave", "avg", "blvd", "bros", "btw", "bur", "co", "corp", "cos", "ct", "dba", "dept", "depts",
    "esq", "est", "etc", "govt", "hrs", "inc", "intl", "jr", "ltd", "mfg", "mgr", "mil", "misc", "natl", "oz", "pct",
    "pkwy", "plc", "pty", "rd", "sr", "yr", "yrs",
];

const CAPITALISED_TITLES: &[&str] = &["gen", "pres", "rep", "sec", "sen", "sens"];

const CAPITALISED: &[&str] = &[
    "ala", "apr", "ariz", "ark", "aug", "calif", "colo", "conn", "dec", "del", "feb", "fla", "fri", "ga", "ill", "ind",
    "jan", "jul", "jun", "kan", "ky", "la", "mar", "mass", "md", "mich", "minn", "miss", "mo", "mon", "mont", "neb",
    "nev", "nov", "oct", "okla", "ont", "ore", "pa", "que", "sat", "sep", "sept", "sun", "tenn", "tex", "thu", "thur",
    "thurs", "tue", "tues", "va", "vt", "wash", "wed", "wis", "wyo",
];

const NUMBERED: &[&str] = &["art", "ch", "chap", "fig", "figs", "no", "op", "para", "pp", "rs", "vol", "vols"];

const MEASURES: &[&str] =
    &["deg", "ft", "hr", "in", "lb", "lbs", "mi", "min", "mins", "sec", "secs", "sq", "yd", "yds"];

/// Symbols that have no stop of their own: one behind them ends the sentence, if a capital follows.
const METRIC: &[&str] = &["cm", "kg", "km", "mm"];

#[cfg(test)]
mod tests {
    use super::{GROUPS, LONGEST};

    #[test]
    fn the_lists_are_sorted_and_short_enough() {
        for (_, words) in GROUPS {
            assert!(words.is_sorted(), "{words:?}");
            assert!(words.iter().all(|word| word.len() <= LONGEST && word.len() > 1), "{words:?}");
        }
    }
}
