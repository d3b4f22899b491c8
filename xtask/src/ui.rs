//! How the chores speak: one line a step on stderr, so that stdout stays free for what a command is asked for.

use std::time::Duration;

/// What every chore returns; the message is for a person and says how to mend it.
pub type Outcome<T = ()> = Result<T, String>;

/// Says what happens now.
pub fn step(text: impl AsRef<str>) {
    eprintln!("==> {}", text.as_ref());
}

/// Says something about the step that runs.
pub fn note(text: impl AsRef<str>) {
    eprintln!("    {}", text.as_ref());
}

/// Seconds as people read them: `7.4 s`, `3 min 05 s`.
pub fn seconds(time: Duration) -> String {
    let whole = time.as_secs();
    if whole < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", whole / 60, whole % 60)
    }
}

/// Bytes with a thin grouping: `71,204`.
pub fn bytes(count: u64) -> String {
    let digits = count.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!(bytes(0), "0");
        assert_eq!(bytes(999), "999");
        assert_eq!(bytes(71204), "71,204");
        assert_eq!(bytes(1_000_000), "1,000,000");
    }

    #[test]
    fn time_is_short() {
        assert_eq!(seconds(Duration::from_millis(7400)), "7.4 s");
        assert_eq!(seconds(Duration::from_secs(185)), "3 min 05 s");
    }
}
