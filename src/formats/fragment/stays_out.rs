//! What a fragment brings that is no part of what is read: advertisements, buttons to share, what
//! other readers said, what was hidden.

use crate::error::Problem;
use crate::html::Element;
use crate::text::is_one_of;

/// The most words that are taken for an advertisement: a whole article may stand in something
/// that is called after one.
const MOST: usize = 400;

const ADVERTISEMENTS: &str = "ad ads adsbygoogle adv advert advertisement banner quangcao adsense";
const SHARING: &str = "addthis addtoany share sharedaddy sharethis sharing social";
const COMMENTS: &str =
    "comments comment-list commentlist comment-respond disqus_thread fb-comments";
/// Hosts that serve nothing else.
const AD_HOSTS: &str = "doubleclick.net googlesyndication.com adservice.google.com";

/// Why an element stays out, if it does.
pub(super) fn reason(element: &Element) -> Option<Problem> {
    if is_one_of(&element.name, "img figure article main body") {
        return is_hidden(element).then_some(HIDDEN);
    }
    let class = element.get("class").unwrap_or_default();
    let id = element.get("id").unwrap_or_default();
    let called = class.split_ascii_whitespace().find_map(|name| by_name(element, name));
    let called = called.or_else(|| by_name(element, id));
    if called.is_some() {
        return called;
    }
    let source = element.get("src").filter(|_| element.name == "iframe").unwrap_or_default();
    if AD_HOSTS.split(' ').any(|host| source.contains(host)) {
        return Some(Problem::LeftOut { what: "an advertisement slot" });
    }
    is_hidden(element).then_some(HIDDEN)
}

/// Why what is called so stays out.
fn by_name(element: &Element, name: &str) -> Option<Problem> {
    let name = name.to_ascii_lowercase();
    let has = |words: &str| name.split(['-', '_']).any(|word| is_one_of(word, words));
    let is_slot = has(ADVERTISEMENTS) || name.contains("quang-cao");
    let what = match () {
        () if is_one_of(&name, COMMENTS) => return Some(Problem::LeftOut { what: "comments" }),
        () if is_slot => "an advertisement slot",
        () if has(SHARING) && !holds_a_post(element) => "buttons to share",
        () => return None,
    };
    (element.text().chars().count() < MOST).then_some(Problem::LeftOut { what })
}

/// Whether what is called after social networks is a post of one, and no button.
fn holds_a_post(element: &Element) -> bool {
    let names = "blockquote figure video table";
    element.name == "blockquote" || element.find(&|one| is_one_of(&one.name, names)).is_some()
}

const HIDDEN: Problem = Problem::NotShown { what: "what the source itself hides" };

fn is_hidden(element: &Element) -> bool {
    let styled = |style: &str| {
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
        style.to_ascii_lowercase().contains("display:none")
    };
    element.get("hidden").is_some() || element.get("style").is_some_and(styled)
}
