//! What a fragment brings that is no part of what is read: advertisements, buttons to share, what
//! other readers said, what was hidden.

use crate::error::Problem;
use crate::html::Element;

/// The most words that are taken for an advertisement: a whole article may stand in something
/// that is called after one.
const MOST: usize = 400;

const ADVERTISEMENTS: [&str; 9] =
    ["ad", "ads", "adsbygoogle", "adv", "advert", "advertisement", "banner", "quangcao", "adsense"];
const SHARING: [&str; 7] =
    ["addthis", "addtoany", "share", "sharedaddy", "sharethis", "sharing", "social"];
const COMMENTS: [&str; 6] =
    ["comments", "comment-list", "commentlist", "comment-respond", "disqus_thread", "fb-comments"];
/// Hosts that serve nothing else.
const AD_HOSTS: [&str; 3] = ["doubleclick.net", "googlesyndication.com", "adservice.google.com"];

/// Why an element stays out, if it does.
pub(super) fn reason(element: &Element) -> Option<Problem> {
    if matches!(&*element.name, "img" | "figure" | "article" | "main" | "body") {
        return is_hidden(element).then_some(HIDDEN);
    }
    let class = element.get("class").unwrap_or_default();
    let id = element.get("id").unwrap_or_default();
    for name in class.split_ascii_whitespace().chain([id]) {
        let name = name.to_ascii_lowercase();
        let has = |words: &[&str]| name.split(['-', '_']).any(|word| words.contains(&word));
        if COMMENTS.contains(&&*name) {
            return Some(Problem::LeftOut { what: "comments" });
        }
        let what = match () {
            () if has(&ADVERTISEMENTS) || name.contains("quang-cao") => "an advertisement slot",
            () if has(&SHARING) && !holds_a_post(element) => "buttons to share",
            () => continue,
        };
        if element.text().chars().count() < MOST {
            return Some(Problem::LeftOut { what });
        }
    }
    if element.name == "iframe"
        && element.get("src").is_some_and(|src| AD_HOSTS.iter().any(|host| src.contains(host)))
    {
        return Some(Problem::LeftOut { what: "an advertisement slot" });
    }
    is_hidden(element).then_some(HIDDEN)
}

/// Whether what is called after social networks is a post of one, and no button.
fn holds_a_post(element: &Element) -> bool {
    let names = ["blockquote", "figure", "video", "table"];
    element.name == "blockquote" || element.find(&|one| names.contains(&&*one.name)).is_some()
}

const HIDDEN: Problem = Problem::NotShown { what: "what the source itself hides" };

fn is_hidden(element: &Element) -> bool {
    let styled = |style: &str| {
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
        style.to_ascii_lowercase().contains("display:none")
    };
    element.get("hidden").is_some() || element.get("style").is_some_and(styled)
}
