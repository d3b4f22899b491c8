//! Portable Text, as Sanity and others store it: a list of blocks with spans, whose marks are
//! names or keys of definitions beside them, and lists given flat by level.

use super::cursor::Cursor;
use super::rich::{self, Body, Rich, named_mark, put, text_mark};
use crate::article::{Article, BlockKind, Flow, Inline, ListStyle, Mark, Text};
use crate::error::Problem;
use crate::json::Json;
use crate::text::clean;
use crate::text::fold::fold;

/// Definitions that one block may have. Each span looks through them.
const MAX_DEFINITIONS: usize = 500;

static SHARED: Rich = Rich { is, level, read, html: false, word: "_type" };

pub(super) fn matches(json: &Json) -> bool {
    rich::matches(json, &SHARED)
}

pub(super) fn articles(root: &Cursor, visit: &mut dyn FnMut(&Cursor)) {
    rich::articles(root, &SHARED, visit);
}

pub(super) fn into_article(root: &Cursor) -> Option<Article> {
    rich::into_article(root, &SHARED)
}

fn text_of<'a>(json: &'a Json, key: &str) -> &'a str {
    match json.get(key) {
        Some(Json::Text(text)) => text,
        _ => "",
    }
}

/// A list with a block of text, or of keyed parts that are no mere references.
fn is(json: &Json) -> bool {
    let Json::Array(items) = json else { return false };
    let is_text = |item: &Json| {
        text_of(item, "_type") == "block" && matches!(item.get("children"), Some(Json::Array(_)))
    };
    let is_part = |item: &Json| {
        matches!(text_of(item, "_type"), "image" | "code" | "youtube" | "table" | "break" | "embed")
    };
    items.iter().any(is_text) || (!items.is_empty() && items.iter().all(is_part))
}

fn level(json: &Json) -> Option<u32> {
    if text_of(json, "_type") != "block" || json.get("listItem").is_some() {
        return None;
    }
    heading(text_of(json, "style"))
}

fn heading(style: &str) -> Option<u32> {
    match style.as_bytes() {
        [b'h' | b'H', digit @ b'1'..=b'6'] => Some(u32::from(digit - b'0')),
        _ => None,
    }
}

fn read(list: &Cursor, body: &mut Body) {
    let mut items = Vec::new();
    list.for_each(&mut |value| {
        let json = value.json();
        if let (Some(marker), Some(_)) = (value.get("listItem"), json.get("children")) {
            let level = value.field("level", |level| level.whole(0)).unwrap_or(1);
            let numbered = matches!(marker.json(), Json::Text(name) if &**name == "number");
            let mut inner = body.inside();
            children(value, &mut inner);
            if let Some(flow) = inner.flow(value)
                && value.sink.count_block()
            {
                items.push(Item { level, numbered, flow });
            }
            return;
        }
        end_list(value, body, &mut items);
        match json {
            Json::Text(text) => {
                value.warn(Problem::BareText);
                body.paragraph(value, vec![Inline::Text(clean::prose(text))]);
            }
            Json::Object(_) => part(value, body),
            _ => value.wrong_type("a block").unwrap_or_default(),
        }
    });
    end_list(list, body, &mut items);
    body.end_line(list);
}

/// A block of text, or a part of another kind.
fn part(value: &Cursor, body: &mut Body) {
    let kind = text_of(value.json(), "_type");
    let is_text = kind == "block" || (kind.is_empty() && value.get("children").is_some());
    if !is_text {
        return match kind {
            "table" => table(value, body),
            _ => body.custom(kind, value),
        };
    }
    let style = text_of(value.json(), "style");
    let mut inner = body.inside();
    children(value, &mut inner);
    if let Some(level) = heading(style) {
        let text = body.text_of(value, inner);
        body.heading(value, level, text);
    } else if style == "blockquote" {
        if let Some(content) = inner.flow(value) {
            let (cite, url, style) = (Vec::new(), None, Default::default());
            body.push(value, BlockKind::Quote { content, cite, url, style });
        }
    } else {
        let text = body.text_of(value, inner);
        body.paragraph(value, text);
    }
}

/// The spans of a block, and what stands between them.
fn children(block: &Cursor, body: &mut Body) {
    let Some(list) = block.get("children") else { return };
    let mut known: Vec<(Text, Option<Mark>)> = Vec::new();
    let mut definitions: Vec<&str> = Vec::new();
    if let Some(Json::Array(all)) = block.json().get("markDefs") {
        definitions.extend(all.iter().take(MAX_DEFINITIONS).map(|one| text_of(one, "_key")));
        if all.len() > MAX_DEFINITIONS {
            block.warn(Problem::TooDeep);
        }
    }
    list.for_each(&mut |child| {
        let kind = text_of(child.json(), "_type");
        let text = child.get("text").filter(Cursor::is_text);
        match (child.json(), text) {
            (Json::Text(text), _) => body.line.push(Inline::Text(clean::prose(text))),
            (_, Some(text)) if matches!(kind, "span" | "") || child.get("marks").is_some() => {
                let words = text.string().map(clean::prose).unwrap_or_default();
                let mut marks = Vec::new();
                if let Some(names) = child.get("marks") {
                    names.for_each(&mut |name| {
                        let mark = mark(name, block, &definitions, &mut known, body);
                        text_mark(name, &mut marks, mark);
                    });
                }
                let content = if words.is_empty() { Vec::new() } else { vec![Inline::Text(words)] };
                put(&mut body.line, &marks, content);
            }
            (Json::Object(_), _) if matches!(kind, "span" | "") => {
                child.warn(Problem::Missing { field: "text" });
            }
            (Json::Object(_), _) if matches!(kind, "break" | "hardBreak") => {
                body.line.push(Inline::Break);
            }
            (Json::Object(_), Some(_)) => {
                let words = body.first_words(child, &["text"]);
                body.line.extend(words);
            }
            (Json::Object(_), _) => body.custom(kind, child),
            _ => child.wrong_type("a span").unwrap_or_default(),
        }
    });
}

/// A mark by its name, or by the key of a definition, which is read once a block.
fn mark(
    value: &Cursor,
    block: &Cursor,
    definitions: &[&str],
    known: &mut Vec<(Text, Option<Mark>)>,
    body: &Body,
) -> Option<Mark> {
    let name = value.string()?;
    if let Some((_, mark)) = known.iter().find(|(key, _)| &**key == name) {
        return mark.clone();
    }
    let Some(index) = definitions.iter().position(|key| *key == name) else {
        let mark = named_mark(name);
        if mark.is_none() {
            value.warn(Problem::UnknownMark);
        }
        return mark;
    };
    let mut at = 0;
    let mut mark = None;
    block.get("markDefs")?.for_all(&mut |definition| {
        if at == index {
            mark = define(definition, body);
        }
        at += 1;
    });
    known.push((name.into(), mark.clone()));
    mark
}

/// What a definition says.
fn define(value: &Cursor, body: &Body) -> Option<Mark> {
    let kind = fold(text_of(value.json(), "_type"));
    if kind.contains("note") {
        let texts = ["content", "note", "text", "body", "children", "footnote"];
        let note = texts.iter().find_map(|key| value.get(key))?;
        return value.sink.note(|| footnote(&note, body)).map(Mark::Note);
    }
    // An abbreviation, a comment or a colour changes nothing that is read.
    let is_link = kind.contains("link") || kind.contains("reference");
    let has_address = ["href", "url"].iter().any(|key| value.get(key).is_some());
    if !is_link && !has_address {
        value.warn(Problem::UnknownMark);
        return None;
    }
    let target = ["reference", "internalLink", "link"].iter().find_map(|key| value.get(key));
    let url = link(value).or_else(|| target.as_ref().and_then(link));
    if url.is_none() && !has_address {
        value.warn(Problem::NotShown { what: "a link to another document of the same system" });
    }
    Some(Mark::Link { url: url?, title: value.field("title", rich::quiet_line) })
}

fn link(value: &Cursor) -> Option<crate::safe_url::SafeUrl> {
    let keys = ["href", "url"];
    let texts = keys.iter().filter_map(|key| value.get(key)).filter(Cursor::is_text);
    texts.filter_map(|text| super::native::metadata::link(&text)).next()
}

fn footnote(value: &Cursor, body: &Body) -> Flow {
    let mut inner = body.inside();
    if is(value.json()) {
        read(value, &mut inner);
    } else {
        inner.line = body.words(value);
    }
    inner.flow(value).unwrap_or(Flow::Text(Vec::new()))
}

/// Rows of cells that are texts or text blocks.
fn table(value: &Cursor, body: &mut Body) {
    let Some(list) = value.get("rows") else { return body.custom("rows", value) };
    let mut rows = Vec::new();
    let mut left = Vec::new();
    list.for_each(&mut |row| {
        let mut cells = Vec::new();
        let is_head = matches!(row.json().get("isHeader"), Some(Json::Bool(true)));
        row.get("cells").unwrap_or(*row).for_all(&mut |one| {
            let mut inner = body.inside();
            match one.json() {
                Json::Object(_) => {
                    let texts = ["content", "value", "text", "body", "children"];
                    if let Some(content) = texts.iter().find_map(|key| one.get(key)) {
                        cell_text(&content, &mut inner);
                    }
                }
                _ => cell_text(one, &mut inner),
            }
            cells.extend(rich::cell(one, inner, is_head, ("colspan", "rowspan"), &mut left));
        });
        rows.push(cells);
    });
    body.table(value, rows, left);
}

fn cell_text(value: &Cursor, inner: &mut Body) {
    if is(value.json()) {
        read(value, inner);
    } else {
        inner.line = inner.words(value);
    }
}

/// An item of a list that is given flat.
struct Item {
    level: u32,
    numbered: bool,
    flow: Flow,
}

/// Lists within lists; a renderer dies of a few thousand.
const MAX_LISTS: usize = 12;

fn end_list(at: &Cursor, body: &mut Body, items: &mut Vec<Item>) {
    let mut rest = std::mem::take(items).into_iter().peekable();
    while rest.peek().is_some() {
        let list = nest(&mut rest, 0);
        body.push(at, list);
    }
}

/// The list that begins with the next item: whatever is deeper hangs on the item before it, by
/// however many levels it is deeper.
fn nest(rest: &mut std::iter::Peekable<std::vec::IntoIter<Item>>, depth: usize) -> BlockKind {
    let (mut level, mut numbered) = (0, false);
    let mut items: Vec<Flow> = Vec::new();
    while let Some(next) = rest.peek() {
        if items.is_empty() {
            (level, numbered) = (next.level, next.numbered);
        } else if next.level < level {
            if depth > 0 {
                break;
            }
            level = next.level;
        }
        if !items.is_empty() && next.level > level && depth < MAX_LISTS {
            let list = nest(rest, depth + 1);
            rich::attach(&mut items, vec![list.into()]);
        } else if next.level == level && next.numbered != numbered {
            break;
        } else if let Some(item) = rest.next() {
            items.push(item.flow);
        }
    }
    let style = if numbered { ListStyle::Number(1) } else { ListStyle::Bullet };
    BlockKind::List { style, items }
}
