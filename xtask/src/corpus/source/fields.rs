//! Formats whose words stand in named fields: WordPress, JSON Feed, ninjs, schema.org and plain.

use super::{Original, Passage, Picture, html};
use serde_json::Value;

pub fn wordpress(post: &Value, out: &mut Original) {
    for name in ["title", "content"] {
        let members = [format!("/{name}/rendered"), format!("/{name}")];
        let text = |member: &&String| post.pointer(member).and_then(Value::as_str);
        if let Some(member) = members.iter().find(|member| text(member).is_some()) {
            out.field(&out.at(member), html::of_html(text(&member).unwrap_or_default()));
        }
    }
    for name in [
        "/_embedded/wp:featuredmedia/0/source_url",
        "/jetpack_featured_media_url",
        "/featured_image",
    ] {
        let before = out.pictures.len();
        out.picture_at(post, name);
        if out.pictures.len() > before {
            break;
        }
    }
}

pub fn json_feed(item: &Value, out: &mut Original) {
    out.text_at(item, "/title");
    let html = item.get("content_html").and_then(Value::as_str).unwrap_or_default();
    if !html.trim().is_empty() {
        out.field(&out.at("/content_html"), html::of_html(html));
    } else if let Some(text) = item.get("content_text").and_then(Value::as_str) {
        // Text by its name, whatever it looks like.
        let seen = html::Visible { text: text.to_owned(), ..Default::default() };
        out.field(&out.at("/content_text"), seen);
    } else {
        out.text_at(item, "/summary");
    }
    out.picture_at(item, "/image");
    out.picture_at(item, "/banner_image");
    for (index, file) in
        item.get("attachments").and_then(Value::as_array).into_iter().flatten().enumerate()
    {
        if file["mime_type"].as_str().is_some_and(|mime| mime.starts_with("image/")) {
            out.picture_at(item, &format!("/attachments/{index}/url"));
        }
    }
}

/// Headlines, descriptions and bodies in all their versions; the pictures of associations, each in any of its
/// renditions.
pub fn ninjs(item: &Value, out: &mut Original) {
    for (list, stem) in [("headlines", "headline"), ("bodies", "body")] {
        let mut versions: Vec<Passage> = Vec::new();
        for (index, one) in
            item.get(list).and_then(Value::as_array).into_iter().flatten().enumerate()
        {
            let value = one.get("value").and_then(Value::as_str).unwrap_or_default();
            version(out, &format!("/{list}/{index}/value"), value, &mut versions);
        }
        for (name, value) in item.as_object().into_iter().flatten() {
            if name == stem || name.strip_prefix(stem).is_some_and(|rest| rest.starts_with('_')) {
                version(
                    out,
                    &format!("/{name}"),
                    value.as_str().unwrap_or_default(),
                    &mut versions,
                );
            }
        }
        if !versions.is_empty() {
            out.fields.push(versions);
        }
    }
    ninjs_pictures(item, &out.place.clone(), true, out);
}

fn version(out: &mut Original, member: &str, value: &str, versions: &mut Vec<Passage>) {
    if value.trim().is_empty() {
        return;
    }
    // The words of NITF stand in its `body.content`.
    let content =
        value.split_once("<body.content>").and_then(|(_, rest)| rest.split_once("</body.content>"));
    let mut seen = html::visible(content.map_or(value, |(content, _)| content));
    if content.is_some() {
        seen.pictures.clear();
    }
    let place = out.at(member);
    versions.push(vec![out.part(&place, seen)]);
}

fn ninjs_pictures(item: &Value, place: &str, is_root: bool, out: &mut Original) {
    let kind = item.get("type").and_then(Value::as_str).unwrap_or_default();
    let shows = matches!(kind, "picture" | "graphic") || (is_root && kind.is_empty());
    if let Some(renditions) = item.get("renditions").filter(|_| shows) {
        let all: Vec<&Value> = match renditions {
            Value::Array(list) => list.iter().collect(),
            Value::Object(members) => members.values().collect(),
            _ => Vec::new(),
        };
        let addresses: Vec<String> = all
            .iter()
            .filter_map(|one| one.get("href").or(one.get("media"))?.as_str())
            .map(str::to_owned)
            .collect();
        if !addresses.is_empty() {
            out.pictures.push(Picture { place: place.to_owned(), addresses });
        }
    }
    match item.get("associations") {
        Some(Value::Array(list)) => {
            for (index, one) in list.iter().enumerate() {
                ninjs_pictures(one, &format!("{place}/associations/{index}"), false, out);
            }
        }
        Some(Value::Object(members)) => {
            for (name, one) in members {
                ninjs_pictures(one, &format!("{place}/associations/{name}"), false, out);
            }
        }
        _ => {}
    }
}

const TITLES: &[&str] = &["headline", "title", "tiêu đề", "tieu_de", "name"];
const BODIES: &[&str] = &[
    "articleBody",
    "content_html",
    "contentHtml",
    "content",
    "nội dung",
    "noi_dung",
    "body",
    "text",
    "maintext",
];
const LEDES: &[&str] = &["sapo", "lead", "abstract", "summary", "description", "mô tả"];
const PICTURES: &[&str] =
    &["image", "images", "avatar", "avaUrl", "thumb", "thumbnail", "image-urls", "cover"];

/// schema.org and plain: the same sort of fields under several names.
pub fn named(article: &Value, out: &mut Original) {
    let first = |names: &[&str]| {
        let name = names.iter().find(|name| article.get(**name).is_some_and(says_something));
        name.map(|name| format!("/{name}"))
    };
    if let Some(title) = first(TITLES) {
        out.text_at(article, &title);
    }
    let mut bodies: Vec<Passage> = Vec::new();
    for name in BODIES.iter().filter(|name| article.get(**name).is_some_and(says_something)) {
        let mut passage = Passage::new();
        texts(&article[*name], &out.at(&format!("/{name}")), out, &mut passage);
        bodies.push(passage);
    }
    if bodies.is_empty() {
        if let Some(lede) = first(LEDES) {
            out.text_at(article, &lede);
        }
    } else {
        out.fields.push(bodies);
    }
    for name in PICTURES {
        pictures(article.get(*name).unwrap_or(&Value::Null), &out.at(&format!("/{name}")), out);
    }
}

fn texts(value: &Value, place: &str, out: &mut Original, passage: &mut Passage) {
    match value {
        Value::String(text) => passage.push(out.part(place, html::visible(text))),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                texts(item, &format!("{place}/{index}"), out, passage);
            }
        }
        Value::Object(members) => {
            for (name, value) in members {
                let is_words = [
                    "text", "title", "caption", "content", "value", "items", "rendered", "heading",
                ];
                if is_words.contains(&name.as_str()) {
                    texts(value, &format!("{place}/{name}"), out, passage);
                }
            }
        }
        _ => {}
    }
}

/// Addresses in a text, a list, or the members of an object that are called so.
fn pictures(value: &Value, place: &str, out: &mut Original) {
    match value {
        Value::String(text) if text.contains("//") || text.starts_with('/') => {
            let addresses = vec![text.clone()];
            out.pictures.push(Picture { place: place.to_owned(), addresses });
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pictures(item, &format!("{place}/{index}"), out);
            }
        }
        Value::Object(members) => {
            let named = ["contentUrl", "url", "src", "@id"]
                .iter()
                .find(|name| members.contains_key(**name));
            let all: Vec<&String> = match named {
                Some(name) => members.keys().filter(|key| key == name).collect(),
                None => members.keys().collect(),
            };
            for name in all {
                pictures(&members[name], &format!("{place}/{name}"), out);
            }
        }
        _ => {}
    }
}

/// Scrapers print their language's word for nothing.
fn says_something(value: &Value) -> bool {
    match value {
        Value::String(text) => !matches!(text.trim(), "" | "None" | "null"),
        Value::Array(items) => !items.is_empty(),
        Value::Object(members) => !members.is_empty(),
        _ => false,
    }
}

pub fn has_body(article: &Value) -> bool {
    BODIES.iter().any(|name| article.get(*name).is_some_and(says_something))
}

pub fn is_typed_article(node: &Value) -> bool {
    let named = |kind: &Value| {
        kind.as_str().is_some_and(|kind| {
            ["Article", "Posting", "Report"].iter().any(|end| kind.ends_with(end))
        })
    };
    let kind = &node["@type"];
    let typed = named(kind) || kind.as_array().is_some_and(|kinds| kinds.iter().any(named));
    (typed || node.get("articleBody").is_some())
        && (node.get("headline").is_some() || has_body(node))
}

pub fn is_plain_article(node: &Value) -> bool {
    let has = |names: &[&str]| names.iter().any(|name| node.get(*name).is_some_and(says_something));
    node.is_object() && (has(TITLES) || has(BODIES)) && (has(BODIES) || has(LEDES))
}

/// The nodes that fit, none within another.
pub fn nodes<'a>(
    json: &'a Value,
    place: String,
    fits: &dyn Fn(&Value) -> bool,
    depth: usize,
    out: &mut Vec<(String, &'a Value)>,
) {
    if fits(json) {
        return out.push((place, json));
    }
    if depth == 0 {
        return;
    }
    match json {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                nodes(item, format!("{place}/{index}"), fits, depth - 1, out);
            }
        }
        Value::Object(members) => {
            for (name, value) in
                members.iter().filter(|(_, value)| value.is_array() || value.is_object())
            {
                nodes(value, format!("{place}/{name}"), fits, depth - 1, out);
            }
        }
        _ => {}
    }
}
