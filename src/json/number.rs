//! Numbers, without the tables that exact decimals take.

use super::Json;

/// The number at the start of `text` by JSON's grammar, and its length. `None` where there is none.
/// The last part says whether it was brought down to what a computer counts.
pub(super) fn number(text: &[u8]) -> Option<(Json, usize, bool)> {
    let mut at = 0;
    let negative = text.first() == Some(&b'-');
    at += usize::from(negative);
    let whole = digits(text, at);
    if whole == 0 || (whole > 1 && text.get(at) == Some(&b'0')) {
        return None;
    }
    // The first 18 digits fit 64 bits; the others only move the point.
    let mut mantissa = 0i64;
    let mut kept = 0;
    let mut exponent = 0i32;
    let mut take = |digits: &[u8], fraction: bool| {
        for digit in digits {
            if kept < 18 {
                mantissa = mantissa * 10 + i64::from(digit - b'0');
                kept += i32::from(mantissa > 0);
                exponent -= i32::from(fraction);
            } else {
                exponent = exponent.saturating_add(i32::from(!fraction));
            }
        }
    };
    take(text.get(at..at + whole)?, false);
    at += whole;
    let mut is_whole = true;
    if text.get(at) == Some(&b'.') {
        let length = digits(text, at + 1);
        take(text.get(at + 1..at + 1 + length)?, true);
        at += 1 + length;
        is_whole = false;
        if length == 0 {
            return None;
        }
    }
    if let Some(b'e' | b'E') = text.get(at) {
        at += 1;
        let sign = text.get(at).copied();
        at += usize::from(matches!(sign, Some(b'+' | b'-')));
        let length = digits(text, at);
        let power = text.get(at..at + length)?.iter();
        let power = power.fold(0i32, |sum, d| (sum * 10 + i32::from(d - b'0')).min(100_000));
        exponent = exponent.saturating_add(if sign == Some(b'-') { -power } else { power });
        at += length;
        is_whole = false;
        if length == 0 {
            return None;
        }
    }
    let sign = if negative { -1 } else { 1 };
    if is_whole && exponent == 0 {
        return Some((Json::Integer(sign * mantissa), at, false));
    }
    let scaled = scale(mantissa as f64, exponent);
    let huge = scaled.is_infinite();
    let float = if huge { 1e300 } else { scaled };
    Some((Json::Float(float * f64::from(sign as i32)), at, huge))
}

fn digits(text: &[u8], at: usize) -> usize {
    text.iter().skip(at).take_while(|byte| byte.is_ascii_digit()).count()
}

/// `number` times ten to the power of `exponent`.
fn scale(mut number: f64, exponent: i32) -> f64 {
    for _ in 0..exponent.unsigned_abs().min(400) {
        number = if exponent < 0 { number / 10.0 } else { number * 10.0 };
    }
    number
}
