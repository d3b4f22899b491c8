//! WordPress: posts and pages of a site's own REST interface, and those of WordPress.com's, alone
//! or in a list, with what `_embed` and the usual plug-ins bring along.

mod around;
mod picture;

use super::native::{self, metadata};
use super::{Cursor, fragment, lede};
use crate::article::{Article, Block, Inline, Moment};
use crate::error::Problem;
use crate::json::Json;
use crate::safe_url::UrlUse;
use crate::text::dates;

/// What a list of posts, and what REST answers with `_envelope` are packed into.
const ENVELOPES: [&str; 3] = ["posts", "body", "data"];

pub(super) fn matches(json: &Json) -> bool {
    let packed = ENVELOPES.iter().find_map(|key| json.get(key));
    holds(json) || packed.is_some_and(holds)
}

fn holds(json: &Json) -> bool {
    match json {
        Json::Array(posts) => posts.iter().find(|post| **post != Json::Null).is_some_and(is_post),
        post => is_post(post),
    }
}

fn is_post(json: &Json) -> bool {
    let has = |key| json.get(key).is_some_and(|field| field.get("rendered").is_some());
    if has("content") {
        return ["title", "excerpt", "guid"].into_iter().any(has) || json.get("id").is_some();
    }
    // Less is shown where less was asked for.
    has("title") && has("excerpt") || is_of_wordpress_com(json)
}

/// There, the same fields are plain texts.
fn is_of_wordpress_com(json: &Json) -> bool {
    let text = |key| matches!(json.get(key), Some(Json::Text(_)));
    matches!(json.get("ID"), Some(Json::Integer(_)))
        && ["title", "content", "URL"].into_iter().all(text)
        && ["site_ID", "global_ID", "featured_image"].iter().any(|key| json.get(key).is_some())
}

/// A list holds several.
pub(super) fn articles(root: &Cursor, visit: &mut dyn FnMut(&Cursor)) {
    let packed = ENVELOPES.iter().find_map(|key| root.get(key).filter(|it| holds(it.json())));
    match packed.filter(|_| !holds(root.json())) {
        Some(posts) => posts.for_each(visit),
        None => root.for_each(visit),
    }
}

pub(super) fn into_article(root: &Cursor) -> Option<Article> {
    if !matches!(root.json(), Json::Object(_)) {
        return root.wrong_type("a post");
    }
    let page = |key: &&str| root.field(key, |url| url.url(UrlUse::Link));
    let canonical = ["link", "URL"].iter().find_map(page);
    if let Some(page) = &canonical {
        root.resolve_against(page);
    }
    let headline = rendered(root, "title", fragment::line);
    let body = rendered(root, "content", blocks).unwrap_or_default();
    if headline.is_none() && body.is_empty() {
        return None;
    }
    if let Some(content) = root.get("content")
        && let Some(Json::Bool(true)) = content.json().get("protected")
        && body.is_empty()
    {
        content.warn(Problem::NotShown { what: "a text that asks for a password" });
    }
    let published = moment(root, "date");
    let modified = moment(root, "modified");
    let mut article = Article {
        id: root.field("slug", metadata::slug).or_else(|| root.field("id", metadata::slug)),
        headline: headline.unwrap_or_else(|| native::first_words(&body)),
        authors: around::authors(root),
        published,
        modified: modified.filter(|at| published.is_none_or(|first| first.epoch < at.epoch)),
        lead_image: picture::featured(root),
        body,
        ..Article::default()
    };
    // A made excerpt is the text once more. A description for search engines often is, too.
    let mut excerpt = rendered(root, "excerpt", inlines).unwrap_or_default();
    lede::without_tail(&mut excerpt, canonical.as_ref());
    if excerpt.is_empty() || lede::repeats(&excerpt, &article.body) {
        let yoast = root.get("yoast_head_json");
        excerpt = yoast.and_then(|head| head.field("description", inlines)).unwrap_or_default();
    }
    if !lede::repeats(&excerpt, &article.body) {
        article.lede = excerpt;
    }
    article.canonical = canonical;
    around::read(root, &mut article);
    Some(article)
}

/// What a field holds: an object with the HTML, or the HTML itself.
fn rendered<T>(root: &Cursor, key: &str, read: fn(&Cursor) -> Option<T>) -> Option<T> {
    let value = root.get(key)?;
    match value.json() {
        Json::Object(_) => value.field("rendered", read),
        // What is not there is `false` in PHP, or an empty list.
        Json::Bool(false) => None,
        Json::Array(items) if items.is_empty() => None,
        _ => read(&value),
    }
}

fn blocks(field: &Cursor) -> Option<Vec<Block>> {
    Some(fragment::blocks(field, field.string()?))
}

fn inlines(field: &Cursor) -> Option<Vec<Inline>> {
    Some(fragment::inlines(field, field.string()?))
}

/// When, by the paper's own clock: `date` is what that showed, and `date_gmt` the same moment in
/// UTC, without saying so.
fn moment(root: &Cursor, key: &str) -> Option<Moment> {
    let utc = root.field(&[key, "_gmt"].concat(), |value| {
        let text = value.string()?;
        let moment = dates::parse(&[text, "Z"].concat()).or_else(|| dates::parse(text));
        // A draft has a date of zeros.
        if moment.is_none() && !text.trim().is_empty() && !text.starts_with("0000") {
            return value.bad_value("a date in ISO 8601");
        }
        moment
    });
    let clock = root.field(key, metadata::moment);
    let (Some(mut moment), Some(clock)) = (utc, clock) else {
        return utc.or(clock);
    };
    let ahead = clock.epoch + i64::from(clock.offset) * 60 - moment.epoch;
    // A clock that shows UTC says nothing of where it hangs.
    if ahead != 0 && ahead % 900 == 0 && ahead.abs() <= 14 * 3600 {
        moment.offset = (ahead / 60) as i16;
    }
    Some(moment)
}
