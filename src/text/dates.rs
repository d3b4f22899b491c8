//! Dates: read from ISO 8601, written as newspapers print them. Always absolute: a reader's clock
//! may be wrong, and "in -3 minutes" helps nobody.

pub mod loose;

use super::push_digits;
use crate::article::Moment;

/// Minutes east of Greenwich in Asia/Ho_Chi_Minh, which has kept them since 1975.
pub const VIETNAM: i16 = 7 * 60;

const VI_DAYS: [&str; 7] =
    ["Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật"];
const EN_DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const EN_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date in a calendar, with the time of day.
struct Civil {
    year: i64,
    month: u8,
    day: u8,
    hour: u8,
    minute: u8,
    second: u8,
    /// Days since Monday.
    weekday: u8,
}

/// Reads an ISO 8601 date, with or without time and zone.
///
/// A time without a zone is Vietnamese time, and so is one in UTC, which is how machines write
/// whatever zone they were in. Any other zone is kept: the article says where it speaks from.
///
/// ```
/// # use trangbao::text::dates::{iso, parse};
/// assert_eq!(iso(&parse("2024-01-05T10:30:00Z").unwrap()), "2024-01-05T17:30:00+07:00");
/// assert_eq!(parse("2026-02-30"), None);
/// ```
pub fn parse(text: &str) -> Option<Moment> {
    let mut rest = text.trim();
    let year = number(&mut rest, 4)?;
    let month = after(&mut rest, '-').and_then(|()| number(&mut rest, 2))?;
    let day = after(&mut rest, '-').and_then(|()| number(&mut rest, 2))?;
    if year == 0 || !(1..=12).contains(&month) || !(1..=days_in_month(year, month)).contains(&day) {
        return None;
    }
    let midnight = days_from_civil(year, month, day) * 86_400;
    if rest.is_empty() {
        let epoch = midnight - i64::from(VIETNAM) * 60;
        return Some(Moment { epoch, offset: VIETNAM, has_time: false });
    }
    rest = rest.strip_prefix(['T', 't', ' '])?;
    let hour = number(&mut rest, 2)?;
    let minute = after(&mut rest, ':').and_then(|()| number(&mut rest, 2))?;
    let second = match after(&mut rest, ':') {
        Some(()) => number(&mut rest, 2)?,
        None => 0,
    };
    // 24:00 is the end of a day, and 60 a leap second.
    let in_range = hour < 24 || (hour == 24 && minute == 0 && second == 0);
    if !in_range || minute > 59 || second > 60 {
        return None;
    }
    if let Some(fraction) = rest.strip_prefix(['.', ',']) {
        rest = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
    }
    // Java and JavaScript append the zone's name in brackets.
    let zone = rest.split('[').next().unwrap_or_default().trim();
    let offset = match zone {
        "" => VIETNAM,
        "Z" | "z" => 0,
        _ => numeric_zone(zone)?,
    };
    let epoch = midnight + hour * 3600 + minute * 60 + second.min(59) - i64::from(offset) * 60;
    let offset = if offset == 0 { VIETNAM } else { offset };
    Some(Moment { epoch, offset, has_time: true })
}

/// Thứ sáu, 5/1/2024, 17:30
pub(super) fn vietnamese(moment: &Moment) -> String {
    let at = civil(moment);
    let day = VI_DAYS[usize::from(at.weekday)];
    let mut out = day.to_owned();
    for (sign, number) in [(", ", at.day.into()), ("/", at.month.into()), ("/", at.year)] {
        out.push_str(sign);
        push_digits(&mut out, number, 1);
    }
    if moment.has_time {
        push_time(&mut out, &at);
        if moment.offset != VIETNAM {
            out.push_str(&zone(moment));
        }
    }
    out
}

/// Friday, 5 January 2024, 17:30 (GMT+7)
pub(super) fn english(moment: &Moment) -> String {
    let at = civil(moment);
    let day = EN_DAYS[usize::from(at.weekday)];
    let month = EN_MONTHS[usize::from(at.month - 1)];
    let mut out = [day, ", "].concat();
    push_digits(&mut out, at.day.into(), 1);
    out.push_str(&[" ", month, " "].concat());
    push_digits(&mut out, at.year, 1);
    if moment.has_time {
        push_time(&mut out, &at);
        out.push_str(&zone(moment));
    }
    out
}

fn push_time(out: &mut String, at: &Civil) {
    out.push_str(", ");
    push_pair(out, at.hour.into(), at.minute.into());
}

/// ` (GMT+7)`: readers elsewhere cannot know which clock is meant.
pub(super) fn zone(moment: &Moment) -> String {
    let mut out = [" (GMT", sign(moment)].concat();
    let offset = i64::from(moment.offset.abs());
    push_digits(&mut out, offset / 60, 1);
    if offset % 60 > 0 {
        out.push(':');
        push_digits(&mut out, offset % 60, 2);
    }
    out.push(')');
    out
}

/// The sign of a zone.
fn sign(moment: &Moment) -> &'static str {
    if moment.offset < 0 { "-" } else { "+" }
}

/// `09:05`
fn push_pair(out: &mut String, hour: i64, minute: i64) {
    push_digits(out, hour, 2);
    out.push(':');
    push_digits(out, minute, 2);
}

/// The value of a `datetime` attribute: `2024-01-05T17:30:00+07:00`, or the date alone.
pub fn iso(moment: &Moment) -> String {
    let at = civil(moment);
    let mut out = String::new();
    push_digits(&mut out, at.year, 4);
    for number in [at.month, at.day] {
        out.push('-');
        push_digits(&mut out, number.into(), 2);
    }
    if moment.has_time {
        out.push('T');
        push_pair(&mut out, at.hour.into(), at.minute.into());
        out.push(':');
        push_digits(&mut out, at.second.into(), 2);
        out.push_str(sign(moment));
        let offset = i64::from(moment.offset.abs());
        push_pair(&mut out, offset / 60, offset % 60);
    }
    out
}

fn civil(moment: &Moment) -> Civil {
    let local = moment.epoch + i64::from(moment.offset) * 60;
    let days = local.div_euclid(86_400);
    let second_of_day = local.rem_euclid(86_400);
    let (year, month, day) = civil_from_days(days);
    Civil {
        year,
        month: month as u8,
        day: day as u8,
        hour: (second_of_day / 3600) as u8,
        minute: (second_of_day / 60 % 60) as u8,
        second: (second_of_day % 60) as u8,
        // 1970-01-01 was a Thursday.
        weekday: (days + 3).rem_euclid(7) as u8,
    }
}

/// Takes `digits` ASCII digits off the front.
fn number(rest: &mut &str, digits: usize) -> Option<i64> {
    let head = rest.get(..digits)?;
    if !head.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    *rest = &rest[digits..];
    Some(head.bytes().fold(0, |sum, byte| sum * 10 + i64::from(byte - b'0')))
}

fn after(rest: &mut &str, mark: char) -> Option<()> {
    *rest = rest.strip_prefix(mark)?;
    Some(())
}

/// `+07:00`, `+0700` or `+07`, in minutes.
fn numeric_zone(zone: &str) -> Option<i16> {
    let (sign, mut rest) = match zone.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-" | "\u{2212}", rest) => (-1, rest),
        _ => return None,
    };
    let hours = number(&mut rest, 2)?;
    let rest_of = rest.strip_prefix(':').unwrap_or(rest);
    rest = rest_of;
    let minutes = if rest.is_empty() { 0 } else { number(&mut rest, 2)? };
    let valid = rest.is_empty() && hours <= 18 && minutes < 60;
    valid.then_some((sign * (hours * 60 + minutes)) as i16)
}

fn days_in_month(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01, counted in years that begin in March, so that the leap day comes last.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_newspapers_write() {
        let check = |text, expected: Option<&str>| {
            assert_eq!(parse(text).map(|moment| iso(&moment)).as_deref(), expected, "{text}");
        };
        check("2024-01-05T17:30:00+07:00", Some("2024-01-05T17:30:00+07:00"));
        check("2024-01-05T10:30:00Z", Some("2024-01-05T17:30:00+07:00"));
        check("2024-01-05T10:30Z", Some("2024-01-05T17:30:00+07:00"));
        check("2024-01-05 17:30:00", Some("2024-01-05T17:30:00+07:00"));
        check("2024-01-05", Some("2024-01-05"));
        check("2024-02-29", Some("2024-02-29"));
        check("2024-01-05T17:30:00.123456-05:00", Some("2024-01-05T17:30:00-05:00"));
        check("2024-01-05T17:30:00+0530", Some("2024-01-05T17:30:00+05:30"));
        check("2026-08-20T10:00:00+07:00[Asia/Ho_Chi_Minh]", Some("2026-08-20T10:00:00+07:00"));
        check("2026-08-20T24:00:00+07:00", Some("2026-08-21T00:00:00+07:00"));
        check("9999-12-31T23:59:60+07:00", Some("9999-12-31T23:59:59+07:00"));
        check("0001-01-01", Some("0001-01-01"));
    }

    #[test]
    fn refuses_what_no_calendar_has() {
        for text in [
            "",
            "0",
            "0000-00-00T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "2026-13-01",
            "-271821-04-19T23:59:59Z",
            "20/08/2026",
            "2026-08-20T25:00:00Z",
            "2026-08-20T10:00:00+99:99",
            "１９９９-01-01",
            "2026-08-20T10:00:00 bọt",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn prints_like_a_newspaper() {
        let moment = |text: &str| parse(text).unwrap();
        assert_eq!(vietnamese(&moment("2024-01-05T17:30:00+07:00")), "Thứ sáu, 5/1/2024, 17:30");
        assert_eq!(vietnamese(&moment("2024-01-07")), "Chủ nhật, 7/1/2024");
        assert_eq!(
            vietnamese(&moment("2024-01-05T09:05:00-05:00")),
            "Thứ sáu, 5/1/2024, 09:05 (GMT-5)"
        );
        assert_eq!(
            english(&moment("2024-01-05T17:30:00+07:00")),
            "Friday, 5 January 2024, 17:30 (GMT+7)"
        );
        assert_eq!(vietnamese(&moment("1945-09-02")), "Chủ nhật, 2/9/1945");
    }
}
