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
                .unwrap_or_else(|| number.to_string()),
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
    let digits = number.to_string();
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
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
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
