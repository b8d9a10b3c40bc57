//! The word classes that the readers of numbers and times ask for by name.

use super::{Class, Classes};

macro_rules! known {
    ($($(#[$doc:meta])* $field:ident = $name:literal;)*) => {
        /// Classes, looked up once.
        #[derive(Clone, Debug)]
        pub(in crate::extract) struct Known {
            $($(#[$doc])* pub $field: Class,)*
            /// The words for now, then and some day.
            pub references: Classes,
        }

        impl Known {
            pub(super) fn new(class: impl Fn(&str) -> Class) -> Self {
                let references = ["present reference", "past reference", "future reference"];
                Self { $($field: class($name),)* references: references.into_iter().map(class).collect() }
            }
        }
    };
}

known! {
    /// Half, thirds, quarters.
    part = "part";
    /// Magnitudes of one letter.
    magnitude_letter = "magnitude letter";
    /// Magnitudes of money alone.
    magnitude_of_money = "magnitude of money";
    /// Magnitudes that are money by themselves: grand.
    sum_of_money = "sum of money";
    /// What stands for the sign of the pound in a text of ASCII alone.
    ascii_pound = "ascii pound";
    /// Vague numbers that need a thing to count.
    small_vague = "small vague";
    /// First to nineteenth, in order.
    ordinal = "ordinal";
    /// Twentieth to ninetieth, in order.
    ordinal_ten = "ordinal ten";
    /// Hundredth to trillionth, in order.
    ordinal_magnitude = "ordinal magnitude";
    /// The letters behind the digits of a rank.
    ordinal_ending = "ordinal ending";
    /// Words for more than before.
    up = "change up";
    /// Words before an "up to" that leads to a level: ticked, back.
    moved_up = "moved up";
    /// Verbs that are hedges, and have a subject: exceeds.
    bounding = "bounding verb";
    /// Verbs of the end and the beginning of a session, before "up" and "down": ended.
    session = "session";
    /// Words behind which a sum of money is collected, and no change: raised.
    collecting = "collecting";
    /// Words behind which "from" opens a range, whatever rises or falls: vary, anywhere.
    ranging = "ranging";
    /// Words for less than before.
    down = "change down";
    /// Words between a percentage and what it is held against, without a "than": above, below.
    without_than = "held against without than";
    /// Words between a percentage and what is less than that by as much: more, above.
    told_of_more = "told more";
    /// The same, of what is more: less, below.
    told_of_less = "told less";
    /// Words that describe a measure and stand before its unit: more, extra, passing.
    before_unit = "before unit";
    /// Words behind which a number with a bare letter is a temperature: at, to, hit.
    before_temperature = "before temperature";
    /// Money that there can be one of by an article alone: a dollar, a penny.
    single_money = "single money";
    /// Words behind a number that it only labels: ZIP code.
    label_after = "label after";
    /// Words for how many times as much: tenfold.
    multiple = "multiple";
    /// Words behind which a bare number is of the unit before it: "12 trains, compared with 9".
    compared = "compared";
    /// Words of what astronomers look at.
    sky = "sky";
    /// What bits make up: packet, key.
    of_bits = "of bits";
    /// Words of the weather and of heat.
    temperature = "temperature";
    /// Degrees, which may be of temperature.
    degree = "unit of temperature";
    /// Aged, turned.
    age_before = "age before";
    /// Old.
    age_after = "age after";
    /// Died, retired.
    ends_at_age = "ends at an age";
    /// Symbols that are units only where they are glued to a number.
    glued_symbol = "glued symbol";
    /// Words that begin a noun phrase: the, this, some.
    determiner = "determiner";
    possessive = "possessive";
    /// Words that end a noun phrase.
    phrase_end = "phrase end";
    /// Plurals that do not end like one, in step with their singulars.
    plural = "irregular plural";
    /// Words that end like a plural and are none.
    not_plural = "not plural";
    /// Words before a number that is only a label: page, flight.
    label = "label";
    /// Words in the names of organisations.
    organisation = "organisation word";
    /// The same of companies.
    firm = "corporate";
    /// Verbs behind which "to" tells what is to come: voted, decided.
    resolving = "resolving";
    /// The same of places.
    place_word = "place word";
    surname_too = "surname too";
    /// Words before a number that is dialled: call, phone, helpline.
    telephone = "telephone";
    /// The era of a year: AD, CE.
    era = "era";
    /// The one before: BC, BCE.
    era_before = "era before";
    /// Names of share indices: ftse, nikkei.
    share_index = "share index";
    /// Words before a number that is a rank: game, category.
    rank_label = "rank label";
    /// Things that go by a number in front: a 3-pointer.
    numbered = "numbered";
    /// Units whose word is more than that of a unit: foot, yard.
    ambiguous_unit = "ambiguous unit";
    /// Units that are surnames, too: henry, newton.
    person_unit = "person unit";
    /// Such units as a substance fills: a foot of snow.
    filled_unit = "filled unit";
    /// Adjectives that stand for people behind "the": the dead, the injured.
    of_those = "of those";
    /// Words that describe the thing counted and are no part of its name.
    adjective = "adjective";
    /// Words near a result of a match or a vote.
    score = "score context";
    /// Words behind which a tally stands.
    vote = "tally context";
    /// The last word of an address.
    street = "street";
    /// Words before a "one" that stands for a noun.
    before_one = "before pronoun one";
    /// Words for what happens each time, of a rate: per, a, an, each.
    rate = "rate";
    /// A word that makes the number behind it negative.
    minus = "minus";
    /// Rows of words in which a number word is no number.
    idiom = "idiom";
    /// Verbs with which "up" and "down" tell no direction: gave up.
    phrasal = "phrasal verb";
    /// Verbs whose object is no change ("rose to"), and the words between a change and its size.
    change_link = "change link";
    /// Units of time, in order.
    time_unit = "time unit";
    /// Their plurals.
    plural_time_unit = "plural time unit";
    /// Yesterday, today, tomorrow.
    day_by_name = "day by name";
    /// Morning, afternoon, evening, night.
    part_of_day = "part of day";
    /// Tonight.
    tonight = "tonight";
    /// Closest, nearest.
    nearest = "nearest";
    /// Last, past.
    previous = "previous";
    /// Next, coming.
    coming = "coming";
    /// This, current.
    current = "current";
    /// Ago, earlier.
    back = "back";
    /// Later, from now.
    ahead = "ahead";
    /// Those of the two that count from the document's day.
    seen_from_today = "seen from today";
    /// Early, late.
    part_of_time = "part of time";
    /// Beginning, end.
    edge_of_time = "edge of time";
    /// EOD, EOW, EOM, EOQ, EOY.
    end_by_letters = "end by letters";
    /// Now.
    present = "present reference";
    /// Recently.
    past_reference = "past reference";
    /// Annual.
    every_year = "every year";
    /// Semiannual.
    every_half_year = "every half year";
    /// Quarterly.
    every_quarter = "every quarter";
    /// Monthly.
    every_month = "every month";
    /// Weekly.
    every_week = "every week";
    /// Fortnightly.
    every_two_weeks = "every two weeks";
    /// Daily.
    every_day = "every day";
    /// Hourly.
    every_hour = "every hour";
    /// Mondays.
    weekdays = "weekdays";
    /// Every, each.
    each_time = "each time";
    /// a.m., p.m.
    half_of_day = "half of day";
    /// Noon.
    noon = "noon";
    /// Midnight.
    midnight = "midnight";
    /// Time zones.
    zone = "zone";
    /// Words of the future.
    future = "future marker";
    /// Prepositions of a deadline.
    deadline = "deadline preposition";
    /// Words of the past.
    past = "past marker";
    /// The twenties to the nineties, in order.
    decade = "decade by name";
    /// Words before "of" and a number that is no year.
    sum = "sum";
    /// Words that a time of day begins with, besides numbers.
    clock = "clock";
    /// Words that are no times by themselves and begin one.
    opener = "time opener";
    /// Past, to: between minutes and the hour.
    past_or_to = "past or to";
    /// A, an.
    article = "indefinite article";
    /// Behind an article, a vague number: few, couple, handful.
    few = "few";
    /// Than, versus: words in front of what something is compared with.
    set_against = "set against";
    /// Words before a year.
    time_preposition = "time preposition";
    /// Words before a month that is written small.
    month_preposition = "month preposition";
    /// Words before "the 15th".
    day_preposition = "day preposition";
    /// Words between "at" and an hour, and before an hour that a part of the day follows.
    hour_preposition = "hour preposition";
    /// Twelve months, in order.
    month = "month";
    /// Seven days, in order.
    weekday = "weekday";
    /// Four seasons, in order.
    season = "season";
}
