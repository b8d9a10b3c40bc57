//! The closed set of diagnostic codes. Each has a page in `src/diag/pages/`, whose example runs as a test.

use std::fmt;

macro_rules! codes {
    ($($variant:ident $name:literal,)*) => {
        /// Which kind of remark a diagnostic is. Written in kebab case.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = concat!("`", $name, "`; see its page, `src/diag/pages/", $name, ".md`.")] $variant,)*
        }

        impl Code {
            /// Every code, in the order of the manual.
            pub const ALL: &[Code] = &[$(Code::$variant,)*];

            /// The name as it is written.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => $name,)* }
            }

            /// The page that explains it.
            pub fn page(self) -> &'static str {
                match self { $(Code::$variant => include_str!(concat!("pages/", $name, ".md")),)* }
            }
        }
    };
}

codes! {
    // What a check file says, and how.
    SyntaxError "syntax-error",
    NotUtf8 "not-utf8",
    TooDeep "too-deep",
    TooLong "too-long",
    UnknownKeyword "unknown-keyword",
    UnknownField "unknown-field",
    UnknownVerdict "unknown-verdict",
    UnknownMeasure "unknown-measure",
    MissingMeasure "missing-measure",
    UnknownName "unknown-name",
    UnknownKind "unknown-kind",
    UnknownUnit "unknown-unit",
    UnitMismatch "unit-mismatch",
    TypeMismatch "type-mismatch",
    BadNumber "bad-number",
    BadDate "bad-date",
    DuplicateQualifier "duplicate-qualifier",
    MissingReason "missing-reason",
    MissingDate "missing-date",
    DuplicateId "duplicate-id",
    NothingSelected "nothing-selected",
    UnknownCheck "unknown-check",
    UnevenRow "uneven-row",
    NoChecks "no-checks",
    NotACheckFile "not-a-check-file",
    ImportNotFound "import-not-found",
    ImportCycle "import-cycle",
    // Articles and their manifests.
    MissingCorpus "missing-corpus",
    NoArticles "no-articles",
    UnreadableArticle "unreadable-article",
    ArticleTooLarge "article-too-large",
    BinaryArticle "binary-article",
    EmptyArticle "empty-article",
    PassedOver "passed-over",
    OneLineArticle "one-line-article",
    ControlCharacters "control-characters",
    DuplicateDocument "duplicate-document",
    ManifestSyntax "manifest-syntax",
    ManifestUnknownKey "manifest-unknown-key",
    ManifestBadValue "manifest-bad-value",
    ManifestMissingFile "manifest-missing-file",
    ManifestOutsideFolder "manifest-outside-folder",
    ManifestDuplicateFile "manifest-duplicate-file",
    // Checks that do not pass, and runs that cannot be made.
    Contradicted "contradicted",
    Disputed "disputed",
    Ambiguous "ambiguous",
    Unmentioned "unmentioned",
    QuorumMissed "quorum-missed",
    UnexpectedVerdict "unexpected-verdict",
    WaiverStale "waiver-stale",
    SnapshotChanged "snapshot-changed",
    SnapshotOrphan "snapshot-orphan",
    NobodyHeard "nobody-heard",
    NoSuchPath "no-such-path",
    FileExists "file-exists",
    SettingsSyntax "settings-syntax",
    UnknownSetting "unknown-setting",
    WrongSetting "wrong-setting",
    IdleSetting "idle-setting",
    WrongBaseline "wrong-baseline",
    // What checks leave open.
    Uncovered "uncovered",
    WeakCheck "weak-check",
    // Lines that come in through a pipe.
    NotADocument "not-a-document",
    NotAClaim "not-a-claim",
    // Contradictions inside one article.
    WrongWeekday "wrong-weekday",
    NoSuchDay "no-such-day",
    ReversedDates "reversed-dates",
    DeadlineTooEarly "deadline-too-early",
    ConversionOff "conversion-off",
    ChangeOff "change-off",
    PercentOrPoints "percent-or-points",
    SumOff "sum-off",
    ShareOff "share-off",
    PartAboveWhole "part-above-whole",
    SharesAboveWhole "shares-above-whole",
    ListCount "list-count",
    MillionOrBillion "million-or-billion",
    HeadlineFigure "headline-figure",
    FigureChanges "figure-changes",
    TwoAges "two-ages",
    AgeOff "age-off",
    AnniversaryOff "anniversary-off",
    NameSpelling "name-spelling",
    QuoteAltered "quote-altered",
    TwoFigures "two-figures",
    TitleChanges "title-changes",
    QuoteWithoutSpeaker "quote-without-speaker",
    SurnameAlone "surname-alone",
    MonthTurn "month-turn",
}

/// The page of the one verdict that no diagnostic reports.
pub const SUPPORTED: (&str, &str) = ("supported", include_str!("supported.md"));

/// The page of what may stand behind a check, which goes by the name of each of them too.
pub const ANNOTATIONS: (&str, &str) = ("annotations", include_str!("annotations.md"));

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
