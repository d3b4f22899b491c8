//! Walking blocks, and the words in them with their marks.

use crate::article::{Inline, Mark, Text, plain_text};
use crate::error::Problem;
use crate::formats::Cursor;
use crate::formats::native::metadata;
use crate::json::Json;
use crate::safe_url::SafeUrl;
use crate::text::clean;

/// The type of a block.
pub(super) fn kind<'a>(block: &Cursor<'a>) -> &'a str {
    match block.json().get("type") {
        Some(Json::Text(kind)) => kind,
        _ => "",
    }
}

/// Visits the blocks within a block.
pub(super) fn children(block: &Cursor, visit: &mut dyn FnMut(&Cursor)) {
    if let Some(model) = block.get("model") {
        if let Some(blocks) = model.get("blocks") {
            blocks.for_each(visit);
        }
    } else if let Some(blocks) = block.get("blocks") {
        blocks.for_each(visit);
    }
}

/// The words of a block with their marks, a line a paragraph.
pub(super) fn words(block: &Cursor) -> Vec<Inline> {
    let mut out = Vec::new();
    words_into(block, &mut out);
    let blank = |piece: &Inline| match piece {
        Inline::Text(text) => text.trim().is_empty(),
        Inline::Break => true,
        Inline::Marked { content, .. } => plain_text(content).trim().is_empty(),
    };
    if out.iter().all(blank) {
        out.clear();
    }
    out
}

fn words_into(block: &Cursor, out: &mut Vec<Inline>) {
    let kind = kind(block);
    // What is a line of its own.
    if matches!(kind, "paragraph" | "listItem") && !out.is_empty() {
        out.push(Inline::Break);
    }
    let mut content = Vec::new();
    let mut any = false;
    children(block, &mut |child| {
        any = true;
        words_into(child, &mut content);
    });
    let model = block.get("model");
    // Older paragraphs and links may have their text alone.
    if !any && let Some(text) = model.as_ref().and_then(|model| model.get("text")) {
        match text.json() {
            Json::Text(words) if !words.is_empty() => {
                content.push(Inline::Text(clean::prose(words)))
            }
            Json::Text(_) => {}
            _ => content.extend(crate::formats::line(&text).map(Inline::Text)),
        }
    } else if !any && model.is_none() && block.is_text() {
        block.warn(Problem::BareText);
        content.extend(crate::formats::line(block).map(Inline::Text));
    }
    if content.is_empty() {
        return;
    }
    let Some(model) = model else { return out.append(&mut content) };
    let wrap = |content, mark| vec![Inline::Marked { mark, content }];
    match kind {
        "fragment" => {
            let mut marks: Vec<Mark> = Vec::new();
            for mark in model.list("attributes", attribute) {
                if !marks.contains(&mark) {
                    marks.push(mark);
                }
            }
            content = marks.into_iter().rev().fold(content, wrap);
        }
        "urlLink" | "link" => {
            if let Some(url) = model.field("locator", super::link) {
                content = wrap(content, Mark::Link { url, title: None });
            }
        }
        "inline" => {
            if let Some(lang) = model.field("language", metadata::language) {
                content = wrap(content, Mark::Lang(lang));
            }
        }
        _ => {}
    }
    out.append(&mut content);
}

fn attribute(value: &Cursor) -> Option<Mark> {
    match value.string()? {
        "bold" | "strong" => Some(Mark::Strong),
        "italic" | "emphasis" => Some(Mark::Emphasis),
        "underline" => Some(Mark::Underline),
        "strikethrough" | "strike" => Some(Mark::Strike),
        "superscript" => Some(Mark::Sup),
        "subscript" => Some(Mark::Sub),
        "code" => Some(Mark::Code),
        _ => {
            value.warn(Problem::UnknownMark);
            None
        }
    }
}

/// The first link within a block.
pub(super) fn first_link(block: &Cursor) -> Option<SafeUrl> {
    let mut found = None;
    if kind(block) == "urlLink"
        && let Some(model) = block.get("model")
    {
        found = model.field("locator", super::link);
    }
    children(block, &mut |child| {
        if found.is_none() {
            found = first_link(child);
        }
    });
    found
}

/// The words of a block as one line.
pub(super) fn one_line(block: &Cursor) -> Option<Text> {
    let line = clean::line(&plain_text(&words(block)).replace('\n', " "));
    (!line.is_empty()).then_some(line)
}
