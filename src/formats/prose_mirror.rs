//! ProseMirror, TipTap and their kin (Storyblok, Atlassian): a tree of nodes with `content`,
//! `attrs` and `marks`. Names come in two spellings, `bulletList` and `bullet_list`.

use super::cursor::Cursor;
use super::native::metadata;
use super::rich::{self, Body, Rich, named_mark, put, quiet_line, text_mark};
use crate::article::{Article, BlockKind, Flow, Inline, ListStyle, Mark};
use crate::error::Problem;
use crate::json::Json;
use crate::text::fold::fold;
use crate::text::{clean, count};

static SHARED: Rich = Rich { is, level, read: children, html: false, word: "doc" };

pub(super) fn matches(json: &Json) -> bool {
    rich::matches(json, &SHARED)
}

pub(super) fn articles(root: &Cursor, visit: &mut dyn FnMut(&Cursor)) {
    rich::articles(root, &SHARED, visit);
}

pub(super) fn into_article(root: &Cursor) -> Option<Article> {
    rich::into_article(root, &SHARED)
}

fn kind(json: &Json) -> &str {
    match json.get("type") {
        Some(Json::Text(kind)) => kind,
        _ => "",
    }
}

fn is(json: &Json) -> bool {
    kind(json) == "doc" && matches!(json.get("content"), Some(Json::Array(_)))
}

fn level(json: &Json) -> Option<u32> {
    if kind(json) != "heading" {
        return None;
    }
    match json.get("attrs").and_then(|attrs| attrs.get("level")) {
        Some(Json::Integer(level @ 1..=6)) => Some(*level as u32),
        Some(Json::Text(text)) => count(text.trim()),
        _ => Some(2),
    }
}

/// Reads what a node holds.
fn children(value: &Cursor, body: &mut Body) {
    let Some(content) = value.get("content") else { return };
    content.for_each(&mut |child| match child.json() {
        Json::Object(_) => node(child, body),
        Json::Text(text) => body.line.push(Inline::Text(clean::prose(text))),
        _ => child.wrong_type("a node").unwrap_or_default(),
    });
}

/// What a node holds, apart.
fn inside<'a>(value: &Cursor, body: &Body<'a>) -> Body<'a> {
    let mut inner = body.inside();
    children(value, &mut inner);
    inner
}

fn node(value: &Cursor, body: &mut Body) {
    let own = kind(value.json());
    let attrs = value.get("attrs").filter(|attrs| matches!(attrs.json(), Json::Object(_)));
    let attrs = attrs.unwrap_or(*value);
    let name = fold(own);
    match &*name {
        "text" => text(value, body),
        "hardbreak" | "br" => body.line.push(Inline::Break),
        "paragraph" => {
            body.end_line(value);
            children(value, body);
            body.end_line(value);
        }
        "heading" => {
            body.end_line(value);
            let inner = inside(value, body);
            let text = body.text_of(value, inner);
            body.heading(value, level(value.json()).unwrap_or(2), text);
        }
        "bulletlist" | "orderedlist" | "tasklist" | "checklist" | "todolist" | "decisionlist" => {
            list(value, &attrs, &name, body);
        }
        "blockquote" => {
            let inner = inside(value, body);
            if let Some(content) = inner.flow(value) {
                let (cite, url, style) = (Vec::new(), None, Default::default());
                body.push(value, BlockKind::Quote { content, cite, url, style });
            }
        }
        "codeblock" => {
            let inner = inside(value, body);
            let text = clean::prose(&crate::article::plain_text(&inner.line));
            let language =
                ["language", "params"].iter().find_map(|key| attrs.field(key, quiet_line));
            body.push(value, BlockKind::Code { language, text });
        }
        "figure" | "captionedimage" | "mediasingle" | "imagefigure" => figure(value, &attrs, body),
        "table" => table(value, body),
        "details" | "expand" | "nestedexpand" | "panel" | "callout" | "admonition" | "alert"
        | "notice" | "aside" | "infobox" => set_apart(value, &attrs, &name, body),
        "mention" | "emoji" | "status" | "date" | "inlinecard" | "hashtag" => {
            inline(&name, &attrs, body);
        }
        "html" | "rawhtml" | "htmlblock" if value.get("content").is_none() => {
            if !body.html(&attrs) {
                value.warn(Problem::NotShown { what: "a part without words" });
            }
        }
        "html" | "rawhtml" | "htmlblock" => html(value, body),
        // What only groups others, and what is not known, gives what it holds.
        _ if value.get("content").is_some() => children(value, body),
        _ if value.get("text").is_some_and(|text| text.is_text()) => text(value, body),
        // An empty group.
        "doc" | "listitem" | "taskitem" | "tablerow" | "tablecell" | "column"
        | "detailscontent" => {}
        _ => body.custom(own, &attrs),
    }
}

/// Words with their marks.
fn text(value: &Cursor, body: &mut Body) {
    let Some(words) = value.field("text", |text| text.string().map(clean::prose)) else {
        return value.warn(Problem::Missing { field: "text" });
    };
    let mut marks = Vec::new();
    if let Some(list) = value.get("marks") {
        list.for_each(&mut |item| {
            let mark = mark(item);
            text_mark(item, &mut marks, mark);
        });
    }
    put(&mut body.line, &marks, vec![Inline::Text(words)]);
}

fn mark(value: &Cursor) -> Option<Mark> {
    let name = match value.json() {
        Json::Text(name) => name,
        _ => kind(value.json()),
    };
    match &*fold(name) {
        "link" => {
            let attrs = value.get("attrs").unwrap_or(*value);
            let url = ["href", "url"].iter().find_map(|key| attrs.field(key, metadata::link))?;
            Some(Mark::Link { url, title: attrs.field("title", quiet_line) })
        }
        "subsup" => {
            let sup = value.get("attrs").is_some_and(|attrs| kind(attrs.json()) == "sup");
            Some(if sup { Mark::Sup } else { Mark::Sub })
        }
        // How it looks, and who said what about it, is not what it says.
        "textstyle" | "textcolor" | "fontcolor" | "color" | "backgroundcolor" | "fontsize"
        | "fontfamily" | "styled" | "annotation" | "comment" | "alignment" | "indentation"
        | "border" | "anchor" | "breakout" => None,
        _ => {
            let mark = named_mark(name);
            if mark.is_none() {
                value.warn(Problem::UnknownMark);
            }
            mark
        }
    }
}

fn list(value: &Cursor, attrs: &Cursor, name: &str, body: &mut Body) {
    let style = if name == "orderedlist" {
        let start = attrs.field("start", start).or_else(|| attrs.field("order", start));
        ListStyle::Number(start.unwrap_or(1))
    } else {
        ListStyle::Bullet
    };
    let mut items = Vec::new();
    if let Some(content) = value.get("content") {
        content.for_each(&mut |child| {
            let mut inner = body.inside();
            let is_list = fold(kind(child.json())).ends_with("list");
            if is_list {
                node(child, &mut inner)
            } else {
                item(child, &mut inner)
            }
            let blocks = inner.flow(child);
            match blocks {
                // A list among the items belongs to the one before it.
                Some(Flow::Blocks(blocks)) if is_list => rich::attach(&mut items, blocks),
                Some(flow) if child.sink.count_block() => items.push(flow),
                _ => {}
            }
        });
    }
    if !items.is_empty() {
        body.push(value, BlockKind::List { style, items });
    }
}

/// An item, with a box before what is to be done.
fn item(child: &Cursor, inner: &mut Body) {
    let name = fold(kind(child.json()));
    if matches!(&*name, "taskitem" | "checklistitem" | "todoitem" | "checkitem") {
        let attrs = child.get("attrs");
        let state = attrs.as_ref().and_then(|attrs| {
            ["checked", "state", "done"].iter().find_map(|key| attrs.json().get(key))
        });
        let mark = rich::check_box(state);
        children(child, inner);
        match inner.blocks.first_mut().map(|block| &mut block.kind) {
            Some(BlockKind::Paragraph(text)) => text.insert(0, mark),
            _ => inner.line.insert(0, mark),
        }
    } else if child.get("content").is_some() {
        children(child, inner);
    } else if name != "listitem" && matches!(child.json(), Json::Object(_)) {
        node(child, inner);
    }
}

fn start(value: &Cursor) -> Option<i32> {
    match value.json() {
        Json::Integer(number) => i32::try_from(*number).ok(),
        _ => value.whole(0).and_then(|number| i32::try_from(number).ok()),
    }
}

/// A picture and its caption, which may be nodes of their own.
fn figure(value: &Cursor, attrs: &Cursor, body: &mut Body) {
    let mut inner = body.inside();
    let has_picture = attrs.get("src").is_some() || attrs.get("url").is_some();
    if has_picture {
        inner.picture(attrs);
    }
    let mut caption = Vec::new();
    if let Some(content) = value.get("content") {
        content.for_each(&mut |child| {
            if matches!(&*fold(kind(child.json())), "figcaption" | "caption" | "imagecaption") {
                let mut said = inside(child, body);
                if said.line.is_empty()
                    && let Some(flow) = std::mem::replace(&mut said, body.inside()).flow(child)
                {
                    let paragraph = match flow {
                        Flow::Text(text) => text,
                        Flow::Blocks(blocks) => {
                            let (mut text, mut left) = (Vec::new(), Vec::new());
                            rich::flatten(blocks, &mut text, &mut left);
                            inner.blocks.append(&mut left);
                            text
                        }
                    };
                    caption.extend(paragraph);
                }
                caption.extend(said.line);
            } else {
                node(child, &mut inner);
            }
        });
    }
    if has_picture && caption.is_empty() {
        // Some keep the caption as the text of the figure itself.
        caption = std::mem::take(&mut inner.line);
    }
    let mut blocks = inner.done(value);
    for block in &mut blocks {
        if let BlockKind::Image(image) = &mut block.kind
            && !caption.is_empty()
        {
            image.caption = std::mem::take(&mut caption);
        }
    }
    body.end_line(value);
    body.blocks.append(&mut blocks);
    body.paragraph(value, caption);
}

/// A box: its title is an attribute, or a node of its own.
fn set_apart(value: &Cursor, attrs: &Cursor, name: &str, body: &mut Body) {
    let mut title = body.first_line(attrs, &["title"]);
    let mut inner = body.inside();
    if let Some(content) = value.get("content") {
        content.for_each(&mut |child| {
            let is_title = matches!(
                &*fold(kind(child.json())),
                "detailssummary" | "summary" | "callouttitle" | "paneltitle"
            );
            if is_title && title.is_none() {
                let inside = inside(child, body);
                let said = inner.text_of(child, inside);
                let line = clean::line(&crate::article::plain_text(&said));
                title = (!line.is_empty()).then_some(line);
            } else {
                node(child, &mut inner);
            }
        });
    }
    let blocks = inner.done(value);
    if title.is_some() || !blocks.is_empty() {
        let tone = rich::tone(name, attrs);
        body.push(value, BlockKind::Box { title, tone, blocks });
    }
}

/// Small things within a line.
fn inline(name: &str, attrs: &Cursor, body: &mut Body) {
    if name == "inlinecard" {
        let words = body.first_words(attrs, &["title", "text"]);
        return body.link(attrs, &["url"], words);
    }
    if name == "date"
        && let Some(day) = attrs.field("timestamp", rich::day)
    {
        return body.line.push(Inline::Text(day));
    }
    let keys = ["text", "label", "name", "shortName", "id", "date"];
    let text = body.first_words(attrs, &keys);
    let at = name == "mention" && !crate::article::plain_text(&text).starts_with('@');
    if at && !text.is_empty() {
        body.line.push(Inline::Text("@".into()));
    }
    if text.is_empty() {
        attrs.warn(Problem::NotShown { what: "a mention without a name" });
    }
    body.line.extend(text);
}

/// HTML whose source is the text of the node.
fn html(value: &Cursor, body: &mut Body) {
    let Some(content) = value.get("content") else { return };
    if content.is_text() {
        body.html(value);
        return;
    }
    content.for_each(&mut |child| {
        if !body.html(child) {
            node(child, body);
        }
    });
}

fn table(value: &Cursor, body: &mut Body) {
    let (mut rows, mut left) = (Vec::new(), Vec::new());
    table_rows(value, body, &mut rows, &mut left);
    body.table(value, rows, left);
}

/// The rows, in groups of head and body or without.
fn table_rows(
    value: &Cursor,
    body: &Body,
    rows: &mut Vec<Vec<crate::article::Cell>>,
    left: &mut Vec<crate::article::Block>,
) {
    let Some(content) = value.get("content") else { return };
    content.for_each(&mut |row| {
        if !matches!(&*fold(kind(row.json())), "tablerow" | "row") {
            return table_rows(row, body, rows, left);
        }
        let mut cells = Vec::new();
        if let Some(list) = row.get("content") {
            list.for_each(&mut |one| {
                let name = fold(kind(one.json()));
                let header = matches!(&*name, "tableheader" | "tableheadercell" | "tableheadcell");
                let inner = inside(one, body);
                cells.extend(rich::cell(one, inner, header, ("colspan", "rowspan"), left));
            });
        }
        rows.push(cells);
    });
}
