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
    let host = host.strip_prefix("www.").unwrap_or(host);
    words.split_whitespace().any(|word| {
        let mut name = String::new();
        let mut is_address = false;
        for c in word.chars() {
            if is_unseen(c) {
                continue;
            }
            if c.is_ascii_alphanumeric() || !c.is_ascii() || (!name.is_empty() && ".-".contains(c))
            {
                name.push(c.to_ascii_lowercase());
            } else if name.is_empty() || name == "http" || name == "https" {
                is_address |= !name.is_empty();
                name.clear();
            } else {
                break;
            }
        }
        while name.ends_with('.') {
            name.pop();
        }
        let bare = name.strip_prefix("www.").unwrap_or(&name);
        let Some(dot) = bare.rfind('.') else { return false };
        let ending = bare.get(dot + 1..).unwrap_or_default();
        (is_address || bare.len() < name.len() || ENDINGS.contains(&ending))
            && !is_below(bare, host)
            && !is_below(host, bare)
    })
}

/// Whether a host is another or below it.
fn is_below(host: &str, other: &str) -> bool {
    host.strip_suffix(other).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}
