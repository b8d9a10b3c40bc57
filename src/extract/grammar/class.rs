//! The word classes that the fact reader asks for by name, and sets of them.

use super::super::bits::Bits;

macro_rules! classes {
    ($($variant:ident $name:literal,)*) => {
        /// A word class, named in the vocabulary as `words NAME`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Class {
            $(#[doc = concat!("`words ", $name, "`")] $variant,)*
        }

        /// The classes by their names.
        pub(super) const CLASSES: &[(&str, Class)] = &[$(($name, Class::$variant),)*];
    };
}

classes! {
    Determiner "determiner",
    Possessive "possessive",
    Pronoun "pronoun",
    Relative "relative",
    Preposition "preposition",
    TellingPreposition "telling preposition",
    Conjunction "conjunction",
    Subordinator "subordinator",
    Be "be",
    Have "have",
    Do "do",
    Modal "modal",
    Negation "negation",
    Adverb "adverb",
    Verb "verb",
    Either "either",
    Adjective "adjective",
    Naming "naming",
    Saying "saying",
    Quoting "quoting",
    Announcing "announcing",
    Planning "planning",
    Pledging "pledging",
    Forecasting "forecasting",
    Denying "denying",
    Accusing "accusing",
    Measuring "measuring",
    Exceeding "exceeding",
    Rising "rising",
    Falling "falling",
    Starting "starting",
    Ending "ending",
    Holding "holding",
    Containing "containing",
    CompanyNoun "company noun",
    HavingNoun "having noun",
    PersonNoun "person noun",
    PlaceNoun "place noun",
    EventNoun "event noun",
    Gathering "gathering",
    HarmMeasure "harm measure",
    WiderPlace "wider place",
    Corporate "corporate",
    OrganisationWord "organisation word",
    PlaceWord "place word",
    Honorific "honorific",
    Dedicated "dedicated",
    Former "former",
    Acting "acting",
    Designate "designate",
    Deputy "deputy",
    TakingUp "taking up",
    Copula "copula",
    Appointing "appointing",
    Controlling "controlling",
    Implicative "implicative",
    Light "light",
    Occurring "occurring",
    Befalling "befalling",
    Lasting "lasting",
    Superlative "superlative",
    OpenList "open list",
    Collective "collective",
    Additional "additional",
    Remaining "remaining",
    Unnamed "unnamed",
    World "world",
    Demonym "demonym",
    Title "title",
    Transparent "transparent",
    CompanyTitle "company title",
    CommonAcronym "common acronym",
    PlaceName "place name",
    Noun "noun",
    Country "country",
    GerundNoun "gerund noun",
    Striking "striking",
    Harming "harming",
    Opining "opining",
    Fronted "fronted measure",
    OwnMeasure "own measure",
    Relational "relational noun",
    Weighing "weighing",
    Urging "urging",
    Opposing "opposing",
    ContentNoun "content noun",
    Levying "levying",
    Human "human noun",
    GivenName "given name",
    PublicMeasure "public measure",
    True "true",
    Untrue "untrue",
    Unsure "unsure",
    Deed "deed noun",
    AnyCompany "any company",
    Trade "trade",
    Forgoing "forgoing",
    Female "female",
    Male "male",
    Outlay "outlay",
    Custody "custody",
    Limiting "limiting",
    Crime "crime",
    Serving "serving",
    Succeeding "succeeding",
    Leaving "leaving office",
    Levelling "levelling",
    OfThings "of things",
    Leading "leading",
    Undertaking "undertaking",
    Handing "handing",
    Personal "personal",
    Body "body",
    Force "force",
    Scoring "scoring",
    Deciding "deciding",
    Voted "voted on",
    PutToVote "put to vote",
    Having "having",
    Getting "getting",
    Parting "parting",
    Placing "placing",
    Arriving "arriving",
    Departing "departing",
    Distributive "distributive",
    SetNoun "set noun",
    Totalling "totalling",
    Costing "costing",
    Needing "needing",
    Taking "taking",
    OffSchedule "off schedule",
    Building "building",
    OneOfMany "one of many",
    FirmBody "firm body",
    LocalOfficer "local officer",
    GivenNameToo "given name too",
    SurnameToo "surname too",
    PartOfPlace "part of place",
    NamedByOf "named by of",
    ByOutcome "by outcome",
    CalledByPlace "called by place",
    Marking "marking",
    PartNoun "part noun",
    Modifying "modifying",
    Narrowing "narrowing",
    Results "results",
    LeavingOut "leaving out",
    Keeping "keeping",
    ToldMore "told more",
    ToldLess "told less",
    Taken "taken",
    Earned "earned",
    Unearned "unearned",
    Estimator "estimator",
    Appraising "appraising",
    Tier "tier",
    Addressing "addressing",
    Learning "learning",
    NoCompany "no company",
    AnyGroup "any group",
    Partitive "partitive",
    OfThose "of those",
    Polled "polled",
    Staying "staying",
    NoTrade "no trade",
    Owning "owning",
    Forcing "forcing",
    TakingLives "taking lives",
    Perpetrating "perpetrating",
}

/// Words that hold a sentence together and say nothing by themselves: articles, prepositions, auxiliaries, adverbs.
pub(in crate::extract) const FUNCTION: Classes = Classes::of(&[
    Class::Determiner,
    Class::Possessive,
    Class::Pronoun,
    Class::Relative,
    Class::Preposition,
    Class::Conjunction,
    Class::Subordinator,
    Class::Be,
    Class::Have,
    Class::Do,
    Class::Modal,
    Class::Negation,
    Class::Adverb,
]);

pub(super) const TENURES: [Class; 4] = [Class::Former, Class::Acting, Class::Designate, Class::Deputy];

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(Bits<4>);

// A class for which the set has no room would be one without words.
const _: () = assert!(CLASSES.len() <= Bits::<4>::ROOM);

impl Classes {
    /// Whether the class is among them.
    #[inline]
    pub const fn has(self, class: Class) -> bool {
        self.0.has(class as usize)
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// The set of some classes.
    pub const fn of(classes: &[Class]) -> Self {
        let (mut set, mut rest) = (Bits::EMPTY, classes);
        while let [first, others @ ..] = rest {
            set = set.with(*first as usize);
            rest = others;
        }
        Self(set)
    }

    /// Whether the two sets have a class in common.
    #[inline]
    pub const fn meets(self, other: Self) -> bool {
        self.0.meets(&other.0)
    }

    /// Whether the word says in front of a title how it is held: former, acting, deputy.
    pub fn qualifies_title(self) -> bool {
        self.meets(Self::of(&TENURES))
    }

    pub(super) fn add(&mut self, class: Class) {
        self.0 = self.0.with(class as usize);
    }
}
