//! The table of settings. A line here makes a key of `factum.toml`, its place in the schema, its variable, its line of `factum config show`
//! and, where it is a choice, what the flag takes; [`Settings`](super::Settings) gives it to the commands.

use super::values::{Choice, Kind, NEVER};

/// A setting.
#[derive(Debug)]
pub(in crate::cli) struct Key {
    /// Its name in the file: `policy`, or with its section, `gate.fail-on`.
    pub name: &'static str,
    /// What it decides, one sentence.
    pub about: &'static str,
    /// What it can be.
    pub kind: Kind,
    /// What it is where nobody says anything, as a variable would say it; none where it is nothing then.
    pub default: Option<&'static str>,
    /// The flag that sets it for one run.
    pub flag: Option<&'static str>,
    /// The variable of the environment that sets it.
    pub variable: Option<&'static str>,
}

/// Every setting, in the order in which they are shown.
pub(in crate::cli) const KEYS: &[Key] = &[
    Key {
        name: "corpus",
        about: "The folders of articles.",
        kind: Kind::Paths,
        default: Some("corpus"),
        flag: Some("--corpus"),
        variable: Some("FACTUM_CORPUS"),
    },
    Key {
        name: "checks",
        about: "The check files: files, folders of them, or patterns.",
        kind: Kind::Paths,
        default: Some("checks"),
        flag: Some("PATH"),
        variable: Some("FACTUM_CHECKS"),
    },
    Key {
        name: "policy",
        about: "How strictly words are taken.",
        kind: Kind::Word(&[
            Choice { name: "reported", about: "Numbers have the precision of their digits, hedges are hedges" },
            Choice { name: "literal", about: "Bounds and nominals at their word" },
        ]),
        default: Some("reported"),
        flag: Some("--policy"),
        variable: Some("FACTUM_POLICY"),
    },
    Key {
        name: "quorum",
        about: "How many independent sources a check needs that does not say so itself.",
        kind: Kind::Count,
        default: None,
        flag: Some("--quorum"),
        variable: Some("FACTUM_QUORUM"),
    },
    Key {
        name: "tier",
        about: "Whose word counts: articles of this tier or a nearer one, as their manifest has it.",
        kind: Kind::Word(&[
            Choice { name: "primary", about: "Documents of those who act" },
            Choice { name: "wire", about: "Agencies, and those" },
            Choice { name: "outlet", about: "Newspapers and broadcasters, and those" },
            Choice { name: "aggregator", about: "Whatever has a tier" },
        ]),
        default: None,
        flag: Some("--tier"),
        variable: Some("FACTUM_TIER"),
    },
    Key {
        name: "severity",
        about: "What becomes of checks with a tag, or about a measure, that do not pass and do not say so themselves.",
        kind: Kind::Severities,
        default: None,
        flag: None,
        variable: None,
    },
    Key {
        name: "baseline",
        about: "The file of the failures that are known and borne with, which `factum baseline write` makes.",
        kind: Kind::File,
        default: Some("factum.baseline"),
        flag: None,
        variable: Some("FACTUM_BASELINE"),
    },
    Key {
        name: "gate.fail-on",
        about: "What of a check fails the run; what is not named here is a warning.",
        kind: Kind::Words(&[
            Choice { name: "contradicted", about: "The articles say otherwise" },
            Choice { name: "disputed", about: "Some say so, some otherwise" },
            Choice { name: "ambiguous", about: "It cannot be told" },
            Choice { name: "unmentioned", about: "Nothing speaks of it" },
            Choice { name: "unexpected", about: "Another verdict than the one it expects" },
            Choice { name: "quorum", about: "Too few independent sources" },
            Choice { name: "stale", about: "A waiver that ran out, or is not needed any more" },
            Choice { name: "warn", about: "Any of these at `severity warn` too; alone: any of them, at either" },
            Choice { name: NEVER, about: "None of them" },
        ]),
        default: Some("contradicted,disputed,ambiguous,unmentioned,unexpected,quorum,stale"),
        flag: Some("--fail-on"),
        variable: Some("FACTUM_FAIL_ON"),
    },
    Key {
        name: "gate.min-checks",
        about: "How many checks there have to be: in the file of all that are written, in a flag or a variable of those that run.",
        kind: Kind::Count,
        default: None,
        flag: Some("--min-checks"),
        variable: Some("FACTUM_MIN_CHECKS"),
    },
    Key {
        name: "deviation.warn",
        about: "A check that is contradicted only by numbers that are off by less than this passes, with advice.",
        kind: Kind::Percent,
        default: None,
        flag: None,
        variable: Some("FACTUM_DEVIATION_WARN"),
    },
    Key {
        name: "deviation.fail",
        about: "One whose numbers are off by more than this fails; what lies between is a warning.",
        kind: Kind::Percent,
        default: None,
        flag: None,
        variable: Some("FACTUM_DEVIATION_FAIL"),
    },
];

/// What names a profile, in the environment.
pub(super) const PROFILE: &str = "FACTUM_PROFILE";

/// What the names of all variables begin with.
pub(super) const PREFIX: &str = "FACTUM_";

/// Every variable that says something.
pub(super) fn variables() -> impl Iterator<Item = &'static str> {
    KEYS.iter().filter_map(|key| key.variable).chain([PROFILE, "FACTUM_TODAY"])
}

impl Key {
    /// The key of that name.
    pub fn named(name: &str) -> Option<&'static Key> {
        KEYS.iter().find(|key| key.name == name)
    }

    /// Its section, and its name there: `gate` and `fail-on`. The section of those at the top is empty.
    pub fn parts(&self) -> (&'static str, &'static str) {
        self.name.split_once('.').unwrap_or(("", self.name))
    }
}
