//! Tells text from what only looks like it: HTML and entities where plain words belong.
//!
//! The native format is plain text, and `<p>` in it is a word like any other. Pages carry
//! schema.org less strictly. Such files are left to the adapters, which can parse HTML.

use crate::json::Json;
use crate::text::dates;

/// More than this in one line, and nobody meant it as one paragraph.
pub(in crate::formats) const LONG: usize = 1_000;

/// Elements that part text into blocks, or break its lines.
const PARTING: &str =
    " p br div h1 h2 h3 h4 h5 h6 ul ol li table tr td figure blockquote section article hr center ";
/// Elements within a block.
const INNER: &str =
    " a b i u s em strong span font img sub sup small mark iframe video audio picture figcaption ";

/// Whether there are tags that part text into blocks.
pub(in crate::formats) fn has_blocks(text: &str) -> bool {
    has_tag(text, PARTING)
}

/// Whether it is HTML rather than text with a few angle brackets.
pub(in crate::formats) fn is_html(text: &str) -> bool {
    has_tag(text, PARTING) || has_tag(text, INNER)
}

fn has_tag(text: &str, names: &str) -> bool {
    text.split('<').skip(1).any(|after| {
        let end = after.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(after.len());
        let (name, rest) = after.split_at(end);
        // Attributes, or nothing: "x <b và y> z" is no tag.
        let inside = rest.split_once('>').map(|(inside, _)| inside);
        let is_tag = inside.is_some_and(|inside| {
            let spaced = inside.starts_with(|c: char| c.is_ascii_whitespace());
            matches!(inside.trim(), "" | "/") || (spaced && inside.contains('='))
        });
        is_tag && name.len() < 11 && names.contains(&[" ", name, " "].concat().to_ascii_lowercase())
    })
}

/// Whether there is an entity, such as `&#039;`.
pub(in crate::formats) fn has_entity(text: &str) -> bool {
    text.split('&').skip(1).any(|after| {
        let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '#');
        end.is_some_and(|end| (2..=10).contains(&end) && after[end..].starts_with(';'))
    })
}

/// Whether paragraphs are too long to be any.
fn is_unparted(text: &str) -> bool {
    text.split("\n\n").any(|part| part.trim().len() > LONG)
}

/// Whether schema.org's own fields hold what the native format does not have, so that the
/// adapters make more of it.
pub(in crate::formats) fn needs_mending(json: &Json) -> bool {
    let text = |key: &str| match json.get(key) {
        Some(Json::Text(text)) => text.trim(),
        _ => "",
    };
    if !matches!(json.get("body"), None | Some(Json::Text(_))) {
        return false;
    }
    let body = if text("articleBody").is_empty() { text("body") } else { text("articleBody") };
    // Other systems' names for the body. The native format has none of them.
    let elsewhere = ["content", "content_html", "contentHtml", "content_text", "contents", "text"];
    let is_odd_date = |key| match json.get(key) {
        Some(Json::Text(text)) => !text.trim().is_empty() && dates::parse(text).is_none(),
        Some(Json::Integer(_) | Json::Float(_)) => true,
        _ => false,
    };
    let odd_date = is_odd_date("datePublished") || is_odd_date("dateModified");
    // JSON-LD may wrap any text.
    let wrapped = |key| matches!(json.get(key), Some(Json::Array(_) | Json::Object(_)));
    let odd_text = ["articleBody", "headline", "datePublished"].into_iter().any(wrapped);
    let odd_picture = match json.get("image") {
        Some(image @ Json::Object(_)) => {
            let is_text = |key| matches!(image.get(key), Some(Json::Text(_)));
            !is_text("url") && !is_text("contentUrl")
        }
        _ => false,
    };
    let several = |key| matches!(json.get(key), Some(Json::Array(items)) if items.len() > 1);
    let has = |key: &str| !matches!(json.get(key), None | Some(Json::Null));
    is_html(body)
        || has_entity(body)
        || has_entity(text("headline"))
        || (body.is_empty() && elsewhere.iter().any(|key| has(key)))
        // What follows is told of pages alone: an article of ours without blocks stays one.
        || (has("@type")
            && (is_unparted(body)
                || odd_date
                || odd_text
                || odd_picture
                || several("image")
                || has("video")
                || has("liveBlogUpdate")
                || (has("creator") && !has("author"))))
}
