//! Editor.js: blocks of a type and its data, whose texts carry HTML.

use super::cursor::Cursor;
use super::rich::{self, Body, Rich, attach, is_blank};
use crate::article::{Article, BlockKind, BoxTone, Flow, ListStyle};
use crate::error::Problem;
use crate::json::Json;
use crate::text::count;
use crate::text::fold::fold;

static SHARED: Rich = Rich { is, level, read, html: true, word: "blocks" };

pub(super) fn matches(json: &Json) -> bool {
    rich::matches(json, &SHARED)
}

pub(super) fn articles(root: &Cursor, visit: &mut dyn FnMut(&Cursor)) {
    rich::articles(root, &SHARED, visit);
}

pub(super) fn into_article(root: &Cursor) -> Option<Article> {
    rich::into_article(root, &SHARED)
}

fn is(json: &Json) -> bool {
    let Some(Json::Array(blocks)) = json.get("blocks") else { return false };
    let is_block = |block: &Json| {
        matches!(block.get("type"), Some(Json::Text(_)))
            && matches!(block.get("data"), Some(Json::Object(_)))
    };
    blocks.iter().any(is_block)
}

fn level(json: &Json) -> Option<u32> {
    match (json.get("type"), json.get("data")) {
        (Some(Json::Text(kind)), Some(data)) if &**kind == "header" => Some(own_level(data)),
        _ => None,
    }
}

fn own_level(data: &Json) -> u32 {
    match data.get("level") {
        Some(Json::Integer(level @ 1..=6)) => *level as u32,
        Some(Json::Text(text)) => count(text.trim()).unwrap_or(2),
        _ => 2,
    }
}

fn read(document: &Cursor, body: &mut Body) {
    let Some(blocks) = document.get("blocks") else { return };
    blocks.for_each(&mut |value| {
        if !matches!(value.json(), Json::Object(_)) {
            return value.wrong_type("a block").unwrap_or_default();
        }
        let kind = value.field("type", rich::quiet_line).unwrap_or_default();
        match value.get("data").filter(|data| matches!(data.json(), Json::Object(_))) {
            Some(data) => block(&kind, &data, body),
            None => value.warn(Problem::Missing { field: "data" }),
        }
    });
    body.end_line(document);
}

fn block(kind: &str, data: &Cursor, body: &mut Body) {
    match &*fold(kind) {
        "paragraph" | "text" => paragraph(data, body, &["text"]),
        "header" | "heading" => {
            let text = body.first_words(data, &["text"]);
            body.heading(data, own_level(data.json()), text);
        }
        "list" | "nestedlist" | "editorjslist" => list(data, body),
        "checklist" | "todo" => put_list(data, body, ListStyle::Bullet, true),
        "table" => table(data, body),
        "raw" => {
            if !body.html(data) {
                data.warn(Problem::Missing { field: "html" });
            }
        }
        "warning" | "alert" => {
            let mut inner = body.inside();
            paragraph(data, &mut inner, &["message", "text"]);
            let title = body.first_line(data, &["title"]);
            let blocks = inner.done(data);
            if title.is_some() || !blocks.is_empty() {
                body.push(data, BlockKind::Box { title, tone: BoxTone::Warning, blocks });
            }
        }
        "personality" => personality(data, body),
        "columns" | "editorjscolumns" => {
            let list = data.get("cols").or_else(|| data.get("columns"));
            if let Some(list) = list {
                list.for_each(&mut |column| read(column, body));
            }
        }
        "toggle" => paragraph(data, body, &["text"]),
        _ => body.custom(kind, data),
    }
}

fn paragraph(data: &Cursor, body: &mut Body, keys: &[&str]) {
    let text = body.first_words(data, keys);
    body.paragraph(data, text);
}

/// A list of either version: texts, or items with items of their own.
fn list(data: &Cursor, body: &mut Body) {
    let style = data.field("style", rich::quiet_line).unwrap_or_default();
    let start = data.get("meta").and_then(|meta| meta.field("start", |start| start.whole(0)));
    let marker = match &*style {
        "ordered" => ListStyle::Number(start.and_then(|n| i32::try_from(n).ok()).unwrap_or(1)),
        _ => ListStyle::Bullet,
    };
    put_list(data, body, marker, &*style == "checklist");
}

fn put_list(at: &Cursor, body: &mut Body, style: ListStyle, checks: bool) {
    let items = items(at, body, style, checks);
    if !items.is_empty() {
        body.push(at, BlockKind::List { style, items });
    }
}

fn items(at: &Cursor, body: &Body, style: ListStyle, checks: bool) -> Vec<Flow> {
    let mut out = Vec::new();
    let Some(list) = at.get("items") else { return out };
    list.for_each(&mut |item| {
        if !item.sink.count_block() {
            return;
        }
        let is_object = matches!(item.json(), Json::Object(_));
        let mut text =
            if is_object { body.first_words(item, &["content", "text"]) } else { body.words(item) };
        if is_object && checks && !is_blank(&text) {
            let meta = item.get("meta").unwrap_or(*item);
            text.insert(0, rich::check_box(meta.json().get("checked")));
        }
        if !is_blank(&text) {
            out.push(Flow::Text(text));
        }
        // A list below another one counts from 1.
        let style = if style == ListStyle::Bullet { style } else { ListStyle::Number(1) };
        let below = if is_object { items(item, body, style, checks) } else { Vec::new() };
        if !below.is_empty() {
            attach(&mut out, vec![BlockKind::List { style, items: below }.into()]);
        }
    });
    out
}

fn table(data: &Cursor, body: &mut Body) {
    let has_head = matches!(data.json().get("withHeadings"), Some(Json::Bool(true)));
    let Some(content) = data.get("content") else { return body.custom("rows", data) };
    let (mut rows, mut left) = (Vec::new(), Vec::new());
    content.for_each(&mut |row| {
        let header = has_head && rows.is_empty();
        let mut cells = Vec::new();
        row.for_all(&mut |one| {
            let mut inner = body.inside();
            inner.line = body.words(one);
            cells.extend(rich::cell(one, inner, header, ("colspan", "rowspan"), &mut left));
        });
        rows.push(cells);
    });
    body.table(data, rows, left);
}

/// A person introduced: name, portrait, a few words.
fn personality(data: &Cursor, body: &mut Body) {
    let mut inner = body.inside();
    if let Some(photo) = data.get("photo")
        && !matches!(photo.json(), Json::Text(text) if text.is_empty())
    {
        inner.picture(&photo);
    }
    paragraph(data, &mut inner, &["description"]);
    if data.get("link").is_some_and(|link| link.is_text()) {
        inner.link(data, &["link"], Vec::new());
    }
    let title = body.first_line(data, &["name"]);
    let blocks = inner.done(data);
    body.push(data, BlockKind::Box { title, tone: BoxTone::Note, blocks });
}
