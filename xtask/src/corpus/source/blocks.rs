//! Formats whose words stand in blocks: Apple News, the BBC's, our own, and the rich-text documents.

use super::{Original, Part, Passage, Picture, html};
use crate::corpus::words::words;
use serde_json::Value;

/// Components in their order, whatever holds them.
pub fn apple_news(article: &Value, out: &mut Original) {
    out.text_at(article, "/title");
    let mut passage = Passage::new();
    component(&article["components"], &out.at("/components"), out, &mut passage);
    out.fields.push(vec![passage]);
}

fn component(value: &Value, place: &str, out: &mut Original, passage: &mut Passage) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                component(item, &format!("{place}/{index}"), out, passage);
            }
        }
        Value::Object(members) => {
            let role = value["role"].as_str().unwrap_or_default();
            if role.contains("advertisement") {
                return;
            }
            if let Some(text) = value["text"].as_str() {
                let part = out.part(place, component_text(value, text));
                match role {
                    // Shown at the head, wherever they stand.
                    "title" | "author" | "byline" => out.fields.push(vec![vec![part]]),
                    _ => passage.push(part),
                }
            }
            if matches!(role, "photo" | "image" | "figure" | "portrait" | "logo")
                || value["URL"].is_string() && role.is_empty()
            {
                out.pictures.extend(value["URL"].as_str().map(|url| Picture {
                    place: place.to_owned(),
                    addresses: vec![url.to_owned()],
                }));
            }
            for name in ["caption", "items", "components"] {
                match members.get(name) {
                    Some(Value::String(text)) if name == "caption" => {
                        passage.push(out.part(place, html::visible(text)))
                    }
                    Some(value) => component(value, &format!("{place}/{name}"), out, passage),
                    None => {}
                }
            }
            if role == "htmltable" {
                let table = html::of_html(value["html"].as_str().unwrap_or_default());
                passage.push(out.part(place, table));
            }
            if role == "datatable" {
                let mut cells = Vec::new();
                strings(&value["data"]["records"], &mut cells);
                passage.push(Part {
                    place: place.to_owned(),
                    words: words(&cells.join(" ")),
                    stays_out: false,
                });
            }
        }
        _ => {}
    }
}

fn component_text(component: &Value, text: &str) -> html::Visible {
    let plain = |text: String| html::Visible { text, ..Default::default() };
    match component["format"].as_str() {
        Some("html") => html::of_html(text),
        Some("markdown") => plain(without_targets(text)),
        _ => plain(text.to_owned()),
    }
}

/// Markdown without the addresses of its links and the numbers of its lists.
fn without_targets(text: &str) -> String {
    let is_number = |line: &str| line.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
    let line = |line: &str| match line.trim_start().split_once(". ") {
        Some((number, rest)) if is_number(number) && number.len() < 4 => format!("{rest}\n"),
        _ => format!("{line}\n"),
    };
    let text: String = text.lines().map(line).collect();
    let mut parts = text.split("](");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once(')').map_or(part, |(_, rest)| rest));
    }
    out.replace('\\', "")
}

/// Every text in it, in order.
fn strings(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::String(text) => out.push(text.clone()),
        Value::Number(number) => out.push(number.to_string()),
        Value::Array(items) => items.iter().for_each(|item| strings(item, out)),
        Value::Object(members) => members.values().for_each(|value| strings(value, out)),
        _ => {}
    }
}

/// Blocks that are no part of what is read: texts for those who do not see, and what a page shows beside the article.
const ASIDE: [&str; 3] = ["altText", "metadata", "include"];

/// The fragments of all blocks; those of one line run together.
pub fn simorgh(article: &Value, out: &mut Original) {
    let mut passage = Passage::new();
    let place = out.at("/content/model/blocks");
    bbc_blocks(&article["content"]["model"]["blocks"], &place, out, &mut passage);
    out.fields.push(vec![passage]);
}

fn bbc_blocks(blocks: &Value, place: &str, out: &mut Original, passage: &mut Passage) {
    for (index, block) in blocks.as_array().into_iter().flatten().enumerate() {
        let place = format!("{place}/{index}");
        let kind = block["type"].as_str().unwrap_or_default();
        let model = &block["model"];
        if ASIDE.contains(&kind) {
            continue;
        }
        if kind == "rawImage" {
            // The rest of an address may be a pattern.
            let file = model["locator"].as_str().and_then(|path| path.rsplit('/').next());
            let addresses = file.map(str::to_owned).into_iter().collect();
            out.pictures.push(Picture { place: place.clone(), addresses });
        }
        if matches!(kind, "paragraph" | "headline" | "subheadline")
            || model["blocks"].as_array().is_none()
        {
            let mut line = String::new();
            fragments(block, &mut line);
            if !line.trim().is_empty() {
                let part = Part { place, words: words(&line), stays_out: false };
                match kind {
                    // Shown at the head, wherever it stands.
                    "headline" => out.fields.push(vec![vec![part]]),
                    _ => passage.push(part),
                }
                continue;
            }
        }
        bbc_blocks(&model["blocks"], &format!("{place}/model/blocks"), out, passage);
    }
}

/// The words of a line.
fn fragments(block: &Value, line: &mut String) {
    match block["type"].as_str() {
        Some("fragment") => line.push_str(block["model"]["text"].as_str().unwrap_or_default()),
        _ => {
            for inner in block["model"]["blocks"].as_array().into_iter().flatten() {
                fragments(inner, line);
                if inner["type"] == "paragraph" {
                    line.push(' ');
                }
            }
        }
    }
}

/// Members of our own format that hold words, and of the rich-text documents.
const WORDS: [&str; 20] = [
    "text",
    "title",
    "caption",
    "creditText",
    "cite",
    "name",
    "description",
    "content",
    "children",
    "blocks",
    "items",
    "rows",
    "head",
    "cells",
    "fallback",
    "image",
    "images",
    "data",
    "root",
    "summary",
];

pub fn native(article: &Value, out: &mut Original) {
    out.text_at(article, "/headline");
    let lede = if article["abstract"].is_string() { "/abstract" } else { "/description" };
    out.text_at(article, lede);
    rich_field(&article["body"], "/body", out);
    for name in ["primaryImageOfPage", "image"] {
        out.picture_at(article, &format!("/{name}/url"));
    }
}

/// Whatever texts stand in a document, in the order of the file.
pub fn rich(article: &Value, out: &mut Original) {
    rich_field(article, "", out);
}

fn rich_field(value: &Value, member: &str, out: &mut Original) {
    let mut passage = Passage::new();
    let place = out.at(member);
    rich_blocks(value, &place, out, &mut passage);
    out.fields.push(vec![passage]);
}

fn rich_blocks(value: &Value, place: &str, out: &mut Original, passage: &mut Passage) {
    match value {
        Value::String(text) => {
            let seen = html::visible(text);
            passage.push(out.part(place, seen));
        }
        Value::Array(items) => {
            // Pieces of one line run together.
            let is_line = items.iter().all(|item| item.is_string() || item["text"].is_string());
            let is_flow = is_line
                && items.iter().any(Value::is_object)
                && items.iter().all(|it| it["type"] != "paragraph");
            if is_flow {
                let piece = |item: &Value| {
                    item.as_str().or(item["text"].as_str()).unwrap_or_default().to_owned()
                };
                let line: String = items.iter().map(piece).collect();
                return passage.push(Part {
                    place: place.to_owned(),
                    words: words(&line),
                    stays_out: false,
                });
            }
            for (index, item) in items.iter().enumerate() {
                rich_blocks(item, &format!("{place}/{index}"), out, passage);
            }
        }
        Value::Object(members) => {
            if value["@type"] == "ImageObject"
                && let Some(url) = value["url"].as_str().or(value["contentUrl"].as_str())
            {
                out.pictures
                    .push(Picture { place: place.to_owned(), addresses: vec![url.to_owned()] });
            }
            for (name, inner) in members.iter().filter(|(name, _)| WORDS.contains(&name.as_str())) {
                // A picture's description is for those who do not see it.
                if !(name == "description" && value["@type"] == "ImageObject") {
                    rich_blocks(inner, &format!("{place}/{name}"), out, passage);
                }
            }
        }
        _ => {}
    }
}
