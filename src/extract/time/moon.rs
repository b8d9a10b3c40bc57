//! Where the moon and the sun stand, for the calendars that go by them.
//!
//! The places are those of Meeus, *Astronomical Algorithms*, chapters 25 and 47, with their largest terms: the moon's to a fiftieth of
//! a degree, which it passes in two minutes. Moments are days since noon of 2000-01-01, in Greenwich.

use jiff::ToSpan;
use jiff::civil::Date;

/// The day from whose noon moments are counted.
const EPOCH: Date = Date::constant(2000, 1, 1);

/// How far behind the even time of astronomers the clock is: some seventy seconds.
const CLOCK_BEHIND: f64 = 70.0 / 86_400.0;

/// Degrees a day: of the moon away from the sun, and of the sun.
const MOON_SPEED: f64 = 12.190_75;
const SUN_SPEED: f64 = 0.985_65;

/// Hours that clocks in India and in China are ahead of Greenwich.
const INDIA: f64 = 5.5;
const CHINA: f64 = 8.0;

/// The largest waves of the moon's longitude, in millionths of a degree: multiples of the mean elongation, of the sun's anomaly, of the
/// moon's anomaly and of the moon's distance from its node.
const WAVES: [(f64, f64, f64, f64, f64); 24] = [
    (0.0, 0.0, 1.0, 0.0, 6_288_774.0),
    (2.0, 0.0, -1.0, 0.0, 1_274_027.0),
    (2.0, 0.0, 0.0, 0.0, 658_314.0),
    (0.0, 0.0, 2.0, 0.0, 213_618.0),
    (0.0, 1.0, 0.0, 0.0, -185_116.0),
    (0.0, 0.0, 0.0, 2.0, -114_332.0),
    (2.0, 0.0, -2.0, 0.0, 58_793.0),
    (2.0, -1.0, -1.0, 0.0, 57_066.0),
    (2.0, 0.0, 1.0, 0.0, 53_322.0),
    (2.0, -1.0, 0.0, 0.0, 45_758.0),
    (0.0, 1.0, -1.0, 0.0, -40_923.0),
    (1.0, 0.0, 0.0, 0.0, -34_720.0),
    (0.0, 1.0, 1.0, 0.0, -30_383.0),
    (2.0, 0.0, 0.0, -2.0, 15_327.0),
    (0.0, 0.0, 1.0, 2.0, -12_528.0),
    (0.0, 0.0, 1.0, -2.0, 10_980.0),
    (4.0, 0.0, -1.0, 0.0, 10_675.0),
    (0.0, 0.0, 3.0, 0.0, 10_034.0),
    (4.0, 0.0, -2.0, 0.0, 8_548.0),
    (2.0, 1.0, -1.0, 0.0, -7_888.0),
    (2.0, 1.0, 0.0, 0.0, -6_766.0),
    (1.0, 0.0, -1.0, 0.0, -5_163.0),
    (1.0, 1.0, 0.0, 0.0, 4_987.0),
    (2.0, -1.0, 1.0, 0.0, 4_036.0),
];

/// The day in Greenwich on which the sun reaches a longitude in degrees, 0 at the equinox of March, 90 at the solstice of June; the day
/// after where it does so behind an hour of that day.
pub(super) fn sun_day(year: i16, longitude: f64, by: f64) -> Option<Date> {
    date(sun_at(near(year, 80.0 + longitude / SUN_SPEED)?, longitude, sun) + (24.0 - by) / 24.0, 0.0)
}

/// The day in India on which the sun enters the sign of the zodiac that begins at a sidereal longitude; the day after where it does so
/// behind an hour of that day.
pub(super) fn sign_day(year: i16, longitude: f64, by: f64) -> Option<Date> {
    let start = near(year, (103.0 + longitude / SUN_SPEED).rem_euclid(365.25))?;
    date(sun_at(start, longitude, sidereal) + (24.0 - by) / 24.0, INDIA)
}

/// The day of an Indian lunar month on whose hour its count of the moon's age stands: months from Chaitra as 1, ages from 1 behind new
/// moon to 30. None where the year has no such day.
pub(super) fn indian(year: i16, month: i8, age: i8, hour: f64) -> Option<Date> {
    let months = f64::from(month - 1);
    let of = |cycle: i16| {
        let entry = sun_at(near(cycle, 103.0 + 30.44 * months)?, 30.0 * months, sidereal);
        let new = new_moon_before(entry);
        let begins = moon_at(new + f64::from(age - 1) * 0.984, 12.0 * f64::from(age - 1));
        let ends = moon_at(new + f64::from(age) * 0.984, 12.0 * f64::from(age));
        let at = |day: f64| day - 0.5 + (hour - INDIA) / 24.0;
        let day = (begins + 0.5 - (hour - INDIA) / 24.0).ceil();
        if at(day) < ends { from_number(day) } else { date(begins, INDIA) }
    };
    [year - 1, year, year + 1].into_iter().filter_map(of).find(|day| day.year() == year)
}

/// A day of the Chinese calendar in a year: months from 1 to 12, leap months left out.
pub(super) fn chinese(year: i16, month: i8, day: i8) -> Option<Date> {
    let months = f64::from(month - 1);
    let middle = (330.0 + 30.0 * months).rem_euclid(360.0);
    let of = |cycle: i16| {
        let entry = sun_at(near(cycle, 50.0 + 30.44 * months)?, middle, sun);
        // The month begins with the day of the new moon, at midnight in Beijing.
        let next_midnight = (entry + 0.5 + CHINA / 24.0).floor() + 1.0 - 0.5 - CHINA / 24.0;
        let first = date(new_moon_before(next_midnight), CHINA)?;
        first.checked_add(i64::from(day - 1).days()).ok()
    };
    [year - 1, year].into_iter().filter_map(of).find(|day| day.year() == year)
}

/// The moment so many days into a year.
fn near(year: i16, days: f64) -> Option<f64> {
    let first = Date::new(year, 1, 1).ok()?;
    Some(f64::from(first.since(EPOCH).ok()?.get_days()) + days)
}

/// The day that a moment lies in where the clock is some hours ahead.
fn date(moment: f64, ahead: f64) -> Option<Date> {
    from_number((moment + 0.5 + ahead / 24.0).floor())
}

fn from_number(days: f64) -> Option<Date> {
    EPOCH.checked_add((days as i64).days()).ok()
}

/// The moment near another at which the sun stands at a longitude.
fn sun_at(near: f64, longitude: f64, place: impl Fn(f64) -> f64) -> f64 {
    (0..6).fold(near, |moment, _| moment - apart(place(moment), longitude) / SUN_SPEED)
}

/// The moment near another at which the moon is so many degrees ahead of the sun.
fn moon_at(near: f64, degrees: f64) -> f64 {
    (0..8).fold(near, |moment, _| moment - apart(moon(moment) - sun(moment), degrees) / MOON_SPEED)
}

fn new_moon_before(moment: f64) -> f64 {
    let age = (moon(moment) - sun(moment)).rem_euclid(360.0) / MOON_SPEED;
    let found = moon_at(moment - age, 0.0);
    if found > moment { moon_at(found - 29.53, 0.0) } else { found }
}

/// How far one angle is ahead of another, from -180 to 180.
fn apart(one: f64, other: f64) -> f64 {
    (one - other + 180.0).rem_euclid(360.0) - 180.0
}

fn centuries(moment: f64) -> f64 {
    (moment + CLOCK_BEHIND) / 36_525.0
}

fn sine(degrees: f64) -> f64 {
    degrees.to_radians().sin()
}

/// The sun's longitude from the equinox.
fn sun(moment: f64) -> f64 {
    let time = centuries(moment);
    let anomaly = 357.529_109 + 35_999.050_29 * time;
    let centre = (1.914_602 - 0.004_817 * time) * sine(anomaly)
        + 0.019_993 * sine(2.0 * anomaly)
        + 0.000_289 * sine(3.0 * anomaly);
    280.466_46 + 36_000.769_83 * time + centre - 0.005_69
}

/// The same among the stars, by the reckoning of Lahiri.
fn sidereal(moment: f64) -> f64 {
    sun(moment) - 23.853 - 1.397 * centuries(moment)
}

/// The moon's longitude from the equinox.
fn moon(moment: f64) -> f64 {
    let time = centuries(moment);
    let elongation = 297.850_192 + 445_267.111_403 * time;
    let sun = 357.529_109 + 35_999.050_29 * time;
    let moon = 134.963_396 + 477_198.867_506 * time;
    let node = 93.272_095 + 483_202.017_523 * time;
    let waves =
        WAVES.iter().map(|(d, s, m, n, size)| size * sine(d * elongation + s * sun + m * moon + n * node)).sum::<f64>();
    218.316_448 + 481_267.881_234 * time + waves / 1_000_000.0
}

#[cfg(test)]
mod tests {
    use super::{chinese, indian, sign_day, sun_day};

    fn days(found: impl Fn(i16) -> Option<jiff::civil::Date>, years: std::ops::Range<i16>) -> Vec<String> {
        years.map(|year| found(year).unwrap().strftime("%m-%d").to_string()).collect()
    }

    #[test]
    fn the_chinese_year_begins_where_it_did() {
        let listed = [
            "02-14", "02-03", "01-23", "02-10", "01-31", "02-19", "02-08", "01-28", "02-16", "02-05", "01-25", "02-12",
        ];
        assert_eq!(days(|year| chinese(year, 1, 1), 2010..2022), listed);
        assert_eq!(
            days(|year| chinese(year, 8, 15), 2015..2022),
            ["09-27", "09-15", "10-04", "09-24", "09-13", "10-01", "09-21"]
        );
    }

    #[test]
    fn indian_feasts_fall_where_they_did() {
        let lights = [
            "11-05", "10-26", "11-13", "11-03", "10-23", "11-11", "10-30", "10-19", "11-07", "10-27", "11-14", "11-04",
        ];
        assert_eq!(days(|year| indian(year, 7, 30, 18.0), 2010..2022), lights);
        assert_eq!(days(|year| indian(year, 1, 1, 6.0), 2018..2020), ["03-18", "04-06"]);
        assert_eq!(days(|year| indian(year, 12, 15, 18.0), 2017..2022), ["03-12", "03-01", "03-20", "03-09", "03-28"]);
    }

    #[test]
    fn the_sun_keeps_its_days() {
        assert_eq!(days(|year| sun_day(year, 0.0, 24.0), 2015..2018), ["03-20", "03-20", "03-20"]);
        assert_eq!(days(|year| sun_day(year, 270.0, 24.0), 2018..2020), ["12-21", "12-22"]);
        assert_eq!(days(|year| sign_day(year, 270.0, 18.0), 2017..2020), ["01-14", "01-14", "01-15"]);
        assert_eq!(days(|year| sign_day(year, 0.0, 24.0), 2019..2021), ["04-14", "04-13"]);
    }
}
