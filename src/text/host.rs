//! Whether words name a host, so that a link cannot pass for one that leads elsewhere.

use super::clean::is_unseen;

/// What ends the names that people know as addresses, even without `www.` before them.
const ENDINGS: [&str; 7] = ["com", "net", "org", "vn", "gov", "edu", "info"];

/// Whether words look like the address of another host than this one.
///
/// ```
/// # use trangbao::text::names_another_host;
/// assert!(names_another_host("xem https://bao.example/tin", "khac.example"));
/// assert!(!names_another_host("bao.vn", "www.bao.vn"));
/// assert!(!names_another_host("TP.HCM", "bao.vn"));
/// ```
pub fn names_another_host(words: &str, host: &str) -> bool {
    if !words.contains('.') {
        return false;
    }
    let host = host.strip_prefix("www.").unwrap_or(host);
    words.split_whitespace().any(|word| {
        let seen = word.chars().filter(|c| !is_unseen(*c)).skip_while(|c| !c.is_alphanumeric());
        let word: String = seen.map(|c| c.to_ascii_lowercase()).collect();
        let rest = word.strip_prefix("https://").or_else(|| word.strip_prefix("http://"));
        let rest = rest.unwrap_or(&word);
        let rest = rest.strip_prefix("www.").unwrap_or(rest);
        let ends = |c: char| c.is_ascii() && !c.is_ascii_alphanumeric() && c != '.' && c != '-';
        let bare = rest.split(ends).next().unwrap_or_default();
        let bare = bare.trim_end_matches(|c: char| !c.is_alphanumeric());
        let ending = bare.rfind('.').and_then(|at| bare.get(at + 1..)).unwrap_or_default();
        let is_address = rest.len() < word.len() || ENDINGS.contains(&ending);
        is_address && !ending.is_empty() && !is_below(bare, host) && !is_below(host, bare)
    })
}

/// Whether a host is another or below it.
fn is_below(host: &str, other: &str) -> bool {
    host.strip_suffix(other).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}
