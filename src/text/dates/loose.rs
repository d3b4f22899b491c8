//! Dates in the shapes that newspapers and their systems write beside ISO 8601. The day comes
//! before the month, as in Vietnam and most of the world, unless only the other way is a date.

use super::{EN_MONTHS, VIETNAM, days_from_civil, days_in_month};
use crate::article::Moment;
use crate::text::fold::{fold, is_letter};
use crate::text::whole;

/// More words than any date has.
const MAX_TOKENS: usize = 24;

/// Seconds from 2^28 (1978) on, milliseconds and microseconds: below that a number is no clock's.
const LEAST_EPOCH: i64 = 1 << 28;
/// The end of the year 9999.
const LAST_EPOCH: i64 = 253_402_300_799;

/// Seconds, milliseconds or microseconds since 1970.
pub fn from_epoch(number: i64) -> Option<Moment> {
    let seconds = match number {
        LEAST_EPOCH..100_000_000_000 => number,
        100_000_000_000..100_000_000_000_000 => number / 1_000,
        100_000_000_000_000.. => number / 1_000_000,
        _ => return None,
    };
    (seconds <= LAST_EPOCH).then_some(Moment { epoch: seconds, offset: VIETNAM, has_time: true })
}

/// Reads a date as people write it, such as `Thứ sáu, 5/1/2024, 17:30 (GMT+7)`.
///
/// ```
/// # use trangbao::text::dates::{iso, loose};
/// let at = |text| loose::parse(text).map(|moment| iso(&moment));
/// assert_eq!(at("17:30 05/01/2024").as_deref(), Some("2024-01-05T17:30:00+07:00"));
/// assert_eq!(at("5 tháng 1, 2024").as_deref(), Some("2024-01-05"));
/// ```
pub fn parse(text: &str) -> Option<Moment> {
    let text = text.trim();
    super::parse(text).or_else(|| digits(text)).or_else(|| Reader::of(text)?.read())
}

/// A number alone: seconds of the epoch, or the date's digits in a row.
fn digits(text: &str) -> Option<Moment> {
    // Whole seconds, as some languages print them.
    let all = text.strip_suffix(".0").unwrap_or(text);
    // `/Date(1704423600000)/`, as .NET writes one.
    let all = all.strip_prefix("/Date(").map_or(all, |rest| rest.trim_end_matches([')', '/']));
    if !all.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = whole(all)?;
    let (date, clock) = match all.len() {
        8 => (number, None),
        12 if all.starts_with("20") || all.starts_with("19") => {
            (number / 10_000, Some(number % 10_000 * 100))
        }
        14 => (number / 1_000_000, Some(number % 1_000_000)),
        _ => return from_epoch(number),
    };
    let clock = clock.map(|clock| (clock / 10_000, clock / 100 % 100, clock % 100));
    moment((date / 10_000, date / 100 % 100, date % 100), clock, None)
}

/// A number or a word, and what stands around it.
struct Token {
    word: String,
    number: Option<i64>,
    before: char,
    after: char,
}

struct Reader {
    tokens: Vec<Token>,
    /// Year, month and day as far as they were found; 0 where not.
    date: (i64, i64, i64),
    clock: Option<(i64, i64, i64)>,
    zone: Option<i64>,
}

impl Reader {
    fn of(text: &str) -> Option<Self> {
        let mut tokens: Vec<Token> = Vec::new();
        let mut before = ' ';
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let is_digit = first.is_ascii_digit();
            let same = |c: char| {
                if is_digit { c.is_ascii_digit() } else { !c.is_ascii_digit() && in_word(c) }
            };
            let length = rest.find(|c| !same(c)).unwrap_or(rest.len());
            if length == 0 {
                before = first;
                rest = rest.get(first.len_utf8()..)?;
                continue;
            }
            if tokens.len() == MAX_TOKENS {
                return None;
            }
            let (part, after) = rest.split_at(length);
            tokens.push(Token {
                word: fold(part),
                number: if is_digit { Some(whole(part)?) } else { None },
                before,
                after: after.chars().next().unwrap_or(' '),
            });
            before = part.chars().next_back()?;
            rest = after;
        }
        Some(Self { tokens, date: (0, 0, 0), clock: None, zone: None })
    }

    fn number(&self, at: usize) -> Option<i64> {
        self.tokens.get(at)?.number
    }

    fn read(mut self) -> Option<Moment> {
        // Before the days: "Thu, 4 Jan" is Thursday, and "Thứ 4" is Wednesday.
        let english = self.tokens.iter().find_map(|token| month(&token.word));
        self.date.1 = english.unwrap_or_default();
        let mut at = 0;
        while let Some(token) = self.tokens.get(at) {
            at += match token.number {
                Some(number) => self.take_number(at, number),
                None => self.take_word(at, english.is_some()),
            };
        }
        let (year, month, day) = self.date;
        moment((year, month, day), self.clock, self.zone)
    }

    /// Reads at a word, and says how many tokens that took.
    fn take_word(&mut self, at: usize, english: bool) -> usize {
        let Some(token) = self.tokens.get(at) else { return 1 };
        let next = self.number(at + 1);
        match (&*token.word, next) {
            ("thu", Some(2..=8)) if !english => return 2,
            ("thang" | "thg", Some(month)) => {
                self.date.1 = month;
                return 2;
            }
            ("nam", Some(year @ 1000..)) => {
                self.date.0 = year;
                return 2;
            }
            ("pm" | "ch" | "chieu" | "toi", _) => self.half_day(true),
            ("am" | "sa" | "sang", _) => self.half_day(false),
            ("gmt" | "utc" | "z", _) if self.clock.is_some() => {
                self.zone = self.zone.or(Some(0));
            }
            _ => {}
        }
        1
    }

    /// In the afternoon, clocks of twelve hours begin anew.
    fn half_day(&mut self, afternoon: bool) {
        if let Some((hour, ..)) = &mut self.clock {
            match (*hour, afternoon) {
                (1..=11, true) => *hour += 12,
                (12, false) => *hour = 0,
                _ => {}
            }
        }
    }

    /// Reads at a number, and says how many tokens that took.
    fn take_number(&mut self, at: usize, number: i64) -> usize {
        let Some(token) = self.tokens.get(at) else { return 1 };
        let after = token.after;
        let (second, third) = (self.number(at + 1), self.number(at + 2));
        let after_second = self.tokens.get(at + 1).map(|token| token.after);
        if self.clock.is_some()
            && matches!(token.before, '+' | '-' | '\u{2212}')
            && self.zone.is_none_or(|zone| zone == 0)
            && number < 1_500
        {
            return self.take_zone(at, number);
        }
        if self.clock.is_none() && number <= 24 {
            if let (':', Some(minute @ 0..=59)) = (after, second) {
                let colon = after_second == Some(':');
                self.clock = Some((number, minute, third.filter(|_| colon).unwrap_or(0)));
                return self.after_fraction(at + if colon { 3 } else { 2 }) - at;
            }
            let hour = self.tokens.get(at + 1).is_some_and(|token| {
                matches!(&*token.word, "h" | "g" | "gio") && token.number.is_none()
            });
            if hour {
                self.clock = Some((number, third.filter(|minute| *minute < 60).unwrap_or(0), 0));
                return if third.is_some_and(|minute| minute < 60) && self.near(at + 2) {
                    3
                } else {
                    self.clock = Some((number, 0, 0));
                    2
                };
            }
        }
        if let (Some(second), Some(third)) = (second, third)
            && matches!(after, '/' | '-' | '.')
            && after_second == Some(after)
            && self.date.2 == 0
        {
            self.date = match (number, second) {
                (1000.., _) => (number, second, third),
                // Only the American order makes a date of it.
                (1..=12, 13..) => (full_year(third), number, second),
                _ => (full_year(third), second, number),
            };
            return 3;
        }
        match number {
            1000.. if self.date.0 == 0 => self.date.0 = number,
            1..=31 if self.date.2 == 0 => self.date.2 = number,
            _ => {}
        }
        1
    }

    /// `17h30`, `17 giờ 30`: minutes come right after the hour, and a date further on.
    fn near(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| !matches!(token.after, '/' | '-' | '.'))
    }

    /// Past the fraction of a second.
    fn after_fraction(&self, at: usize) -> usize {
        let token = self.tokens.get(at);
        let fraction = token.is_some_and(|token| {
            token.number.is_some()
                && token.before == '.'
                && self.tokens.get(at - 1).is_some_and(|last| last.after == '.')
        });
        if fraction { at + 1 } else { at }
    }

    /// `+7`, `+07`, `+0700` or `+07:00`.
    fn take_zone(&mut self, at: usize, number: i64) -> usize {
        let Some(token) = self.tokens.get(at) else { return 1 };
        let colon = token.after == ':';
        let minutes = self.number(at + 1).filter(|_| colon);
        let (hours, rest) = match minutes {
            Some(minutes) => (number, minutes),
            None if token.word.len() > 2 => (number / 100, number % 100),
            None => (number, 0),
        };
        let sign = if token.before == '+' { 1 } else { -1 };
        if hours <= 18 && rest < 60 {
            self.zone = Some(sign * (hours * 60 + rest));
        }
        if minutes.is_some() { 2 } else { 1 }
    }
}

/// Letters, and the accents that decomposed text puts after them.
fn in_word(c: char) -> bool {
    is_letter(c) || matches!(c, '\u{300}'..='\u{36f}')
}

/// An English month, or the beginning of its name.
fn month(word: &str) -> Option<i64> {
    let fits = |name: &str| name.to_ascii_lowercase().starts_with(word);
    let at = EN_MONTHS.iter().position(|name| fits(name)).filter(|_| word.len() >= 3)?;
    i64::try_from(at + 1).ok()
}

fn full_year(year: i64) -> i64 {
    match year {
        0..70 => 2000 + year,
        70..100 => 1900 + year,
        _ => year,
    }
}

/// A date with the time of day and the minutes east of Greenwich. As everywhere, no zone and
/// that of machines mean Vietnamese time.
fn moment(
    (year, month, day): (i64, i64, i64),
    clock: Option<(i64, i64, i64)>,
    zone: Option<i64>,
) -> Option<Moment> {
    let real = (1000..=9999).contains(&year)
        && (1..=12).contains(&month)
        && (1..=days_in_month(year, month)).contains(&day);
    if !real {
        return None;
    }
    let midnight = days_from_civil(year, month, day) * 86_400;
    let local = i64::from(VIETNAM);
    let Some((hour, minute, second)) = clock else {
        return Some(Moment { epoch: midnight - local * 60, offset: VIETNAM, has_time: false });
    };
    if hour > 24 || (hour == 24 && minute + second > 0) || minute > 59 || second > 60 {
        return None;
    }
    let zone = zone.unwrap_or(local);
    let epoch = midnight + hour * 3600 + minute * 60 + second.min(59) - zone * 60;
    let offset = i16::try_from(zone).ok().filter(|zone| *zone != 0).unwrap_or(VIETNAM);
    Some(Moment { epoch, offset, has_time: true })
}
