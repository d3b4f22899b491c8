//! Text as readers of Vietnamese and other languages expect it: dates, numbers, reading time.

pub mod clean;
pub mod dates;
mod facts;
pub mod fold;
mod host;
mod measures;
mod reading;

pub use facts::facts;
pub use host::names_another_host;
pub use measures::measures;
pub use reading::{length, reading_minutes, word_count};

use crate::article::{Lang, Moment};

/// How dates and numbers are written.
///
/// Vietnamese and English are written here, the same natively and in the browser. For any other
/// language the browser's `Intl` is asked through these two functions; natively there is none,
/// and the ISO form is shown.
#[derive(Clone, Copy)]
pub struct Formats {
    /// A date: milliseconds since 1970 with the zone's offset already added, whether it has a
    /// time of day, and the language tag.
    pub foreign_date: fn(f64, bool, &str) -> Option<String>,
    /// A whole number, and the language tag.
    pub foreign_number: fn(f64, &str) -> Option<String>,
}

impl Default for Formats {
    fn default() -> Self {
        Self { foreign_date: |_, _, _| None, foreign_number: |_, _| None }
    }
}

impl Formats {
    /// A date as a newspaper of that language prints it.
    pub fn date(&self, moment: &Moment, lang: &Lang) -> String {
        match lang.primary() {
            "vi" => dates::vietnamese(moment),
            "en" => dates::english(moment),
            _ => {
                let local = (moment.epoch + i64::from(moment.offset) * 60) * 1000;
                let zone = if moment.has_time { dates::zone(moment) } else { String::new() };
                (self.foreign_date)(local as f64, moment.has_time, &lang.tag)
                    .map_or_else(|| dates::iso(moment), |date| date + &zone)
            }
        }
    }

    /// A whole number with its thousands parted.
    pub fn number(&self, number: u64, lang: &Lang) -> String {
        match lang.primary() {
            "vi" => grouped(number, '.'),
            "en" => grouped(number, ','),
            _ => (self.foreign_number)(number as f64, &lang.tag)
                .unwrap_or_else(|| digits(number as i64)),
        }
    }

    /// A file's size in KB or MB of 1,000, rounded up, as networks count.
    pub fn bytes(&self, bytes: u64, lang: &Lang) -> String {
        let (amount, unit) = match bytes.div_ceil(1000) {
            kilobytes @ 0..1000 => (kilobytes, "\u{a0}KB"),
            kilobytes => (kilobytes.div_ceil(1000), "\u{a0}MB"),
        };
        self.number(amount, lang) + unit
    }
}

fn grouped(number: u64, separator: char) -> String {
    let digits = digits(number as i64);
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// A length of time as players show it: `3:07`, `1:02:03`.
pub fn duration(seconds: u32) -> String {
    let seconds = i64::from(seconds);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let mut out = String::new();
    if hours > 0 {
        push_digits(&mut out, hours, 1);
        out.push(':');
    }
    push_digits(&mut out, minutes, if hours > 0 { 2 } else { 1 });
    out.push(':');
    push_digits(&mut out, seconds, 2);
    out
}

/// A whole number in digits. The standard library's way brings all that it has for formats.
///
/// ```
/// # use trangbao::text::digits;
/// assert_eq!([digits(0), digits(-7), digits(1_204)], ["0", "-7", "1204"]);
/// ```
pub fn digits(number: i64) -> String {
    let mut out = String::new();
    if number < 0 {
        out.push('-');
    }
    push_digits(&mut out, number, 1);
    out
}

/// Adds a number without its sign, in at least so many digits.
fn push_digits(out: &mut String, number: i64, least: usize) {
    if least > 1 || !(-9..10).contains(&number) {
        push_digits(out, number / 10, least.saturating_sub(1));
    }
    out.push(char::from(b'0' + (number % 10).unsigned_abs() as u8));
}

/// The number that a text is, in digits alone or with a sign before them.
///
/// ```
/// # use trangbao::text::whole;
/// assert_eq!([whole("007"), whole("-7"), whole("+7")], [Some(7), Some(-7), Some(7)]);
/// assert_eq!([whole(""), whole("-"), whole("7 "), whole("99999999999999999999")], [None; 4]);
/// ```
pub fn whole(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let mut number: Option<i64> = None;
    for byte in digits.bytes() {
        if !byte.is_ascii_digit() || number.is_some_and(|number| number > i64::MAX / 100) {
            return None;
        }
        number = Some(number.unwrap_or_default() * 10 + i64::from(byte - b'0'));
    }
    if text.starts_with('-') { number.map(|number| -number) } else { number }
}

/// The number that a text is, from 0 to four thousand million.
pub fn count(text: &str) -> Option<u32> {
    u32::try_from(whole(text)?).ok()
}

/// Whether a word is one of several, which are parted by spaces.
pub fn is_one_of(word: &str, words: &str) -> bool {
    words.split(' ').any(|one| one == word)
}

/// What follows the last of these ASCII characters; all of the text where there is none.
pub fn after_last(text: &str, mark: u8) -> &str {
    let at = text.bytes().rposition(|byte| byte == mark);
    at.and_then(|at| text.get(at + 1..)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_parted_by_language() {
        let check = |number, lang, expected: &str| {
            assert_eq!(Formats::default().number(number, &Lang::new(lang)), expected);
        };
        check(999, "vi", "999");
        check(1_234_567, "vi", "1.234.567");
        check(1_234, "en-GB", "1,234");
        check(1_234, "fr", "1234");
    }

    #[test]
    fn sizes_round_up() {
        let check = |bytes, expected: &str| {
            assert_eq!(Formats::default().bytes(bytes, &Lang::default()), expected);
        };
        check(1, "1\u{a0}KB");
        check(13_208, "14\u{a0}KB");
        check(1_500_000, "2\u{a0}MB");
    }

    #[test]
    fn durations_read_like_a_player() {
        assert_eq!(duration(7), "0:07");
        assert_eq!(duration(187), "3:07");
        assert_eq!(duration(3_723), "1:02:03");
    }
}
