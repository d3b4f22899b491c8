//! Lexical, as Payload CMS and others store it: a tree of nodes with `children`, whose texts
//! carry their marks as bits of a number.

use super::cursor::Cursor;
use super::rich::{self, Body, Rich, attach, put, quiet_line};
use crate::article::{Article, Block, BlockKind, Cell, Flow, Inline, ListStyle, Mark};
use crate::error::Problem;
use crate::json::Json;
use crate::text::fold::fold;
use crate::text::{clean, whole};

static SHARED: Rich = Rich { is, level, read, html: false, word: "root" };

/// The bits of `format`, lowest first.
const MARKS: [Mark; 8] = [
    Mark::Strong,
    Mark::Emphasis,
    Mark::Strike,
    Mark::Underline,
    Mark::Code,
    Mark::Sub,
    Mark::Sup,
    Mark::Highlight,
];

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

/// `{ "root": { "children": [...] } }`
fn is(json: &Json) -> bool {
    json.get("root").is_some_and(|root| matches!(root.get("children"), Some(Json::Array(_))))
}

fn level(json: &Json) -> Option<u32> {
    if text_of(json, "type") != "heading" {
        return None;
    }
    match text_of(json, "tag").as_bytes() {
        [b'h', digit @ b'1'..=b'6'] => Some(u32::from(digit - b'0')),
        _ => Some(2),
    }
}

fn read(document: &Cursor, body: &mut Body) {
    if let Some(root) = document.get("root") {
        children(&root, body);
        body.end_line(document);
    }
}

fn children(value: &Cursor, body: &mut Body) {
    let Some(list) = value.get("children") else { return };
    list.for_each(&mut |child| match child.json() {
        Json::Object(_) => node(child, body),
        Json::Text(text) => body.line.push(Inline::Text(clean::prose(text))),
        _ => child.wrong_type("a node").unwrap_or_default(),
    });
}

fn inside<'a>(value: &Cursor, body: &Body<'a>) -> Body<'a> {
    let mut inner = body.inside();
    children(value, &mut inner);
    inner
}

fn node(value: &Cursor, body: &mut Body) {
    let kind = text_of(value.json(), "type");
    match &*fold(kind) {
        "text" | "codehighlight" | "hashtag" | "mention" | "emoji" | "keyword" => text(value, body),
        "linebreak" => body.line.push(Inline::Break),
        "tab" => body.line.push(Inline::Text("\t".into())),
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
        "quote" => {
            let inner = inside(value, body);
            if let Some(content) = inner.flow(value) {
                let (cite, url, style) = (Vec::new(), None, Default::default());
                body.push(value, BlockKind::Quote { content, cite, url, style });
            }
        }
        "list" => list(value, body),
        "link" | "autolink" => link(value, body),
        "code" => {
            let inner = inside(value, body);
            let text = clean::prose(&crate::article::plain_text(&inner.line));
            let language = value.field("language", quiet_line);
            body.push(value, BlockKind::Code { language, text });
        }
        "table" => table(value, body),
        "collapsiblecontainer" => collapsible(value, body),
        "equation" => equation(value, body),
        // Payload keeps what the newspaper added in `fields`, and names it there.
        "block" | "inlineblock" => match value.get("fields") {
            Some(fields) => {
                let own = fields.field("blockType", quiet_line);
                body.custom(own.as_deref().unwrap_or(kind), &fields);
            }
            None => value.warn(Problem::Missing { field: "fields" }),
        },
        "relationship" => {
            value.warn(Problem::NotShown { what: "a link to another document of the same system" });
        }
        "autocomplete" => {}
        _ if value.get("children").is_some() => children(value, body),
        _ if value.get("text").is_some_and(|text| text.is_text()) => text(value, body),
        _ => body.custom(kind, value),
    }
}

/// Words, marked by bits.
fn text(value: &Cursor, body: &mut Body) {
    let Some(words) = value.field("text", |text| text.string().map(clean::prose)) else {
        return value.warn(Problem::Missing { field: "text" });
    };
    // As a word, `format` is the alignment of a node.
    let bits = match value.json().get("format") {
        Some(Json::Integer(bits)) => *bits,
        Some(Json::Text(bits)) => whole(bits.trim()).unwrap_or(0),
        _ => 0,
    };
    let marks = MARKS.iter().zip(0..).filter(|(_, bit)| bits >> bit & 1 == 1);
    let marks: Vec<Mark> = marks.map(|(mark, _)| mark.clone()).collect();
    put(&mut body.line, &marks, vec![Inline::Text(words)]);
}

fn link(value: &Cursor, body: &mut Body) {
    let inner = inside(value, body);
    let words = body.text_of(value, inner);
    let fields = value.get("fields").filter(|fields| matches!(fields.json(), Json::Object(_)));
    let at = fields.unwrap_or(*value);
    if at.get("url").is_none() && at.get("doc").is_some() {
        at.warn(Problem::NotShown { what: "a link to another document of the same system" });
    }
    if !words.is_empty() {
        body.link(&at, &["url"], words);
    }
}

fn list(value: &Cursor, body: &mut Body) {
    let kind = text_of(value.json(), "listType");
    let numbered = kind == "number" || (kind.is_empty() && text_of(value.json(), "tag") == "ol");
    let start = value.field("start", |start| start.whole(0));
    let style = if numbered {
        ListStyle::Number(start.and_then(|start| i32::try_from(start).ok()).unwrap_or(1))
    } else {
        ListStyle::Bullet
    };
    let mut items = Vec::new();
    if let Some(list) = value.get("children") {
        list.for_each(&mut |child| item(child, kind == "check", body, &mut items));
    }
    if !items.is_empty() {
        body.push(value, BlockKind::List { style, items });
    }
}

/// An item. A list below it stands in an item of its own.
fn item(child: &Cursor, checks: bool, body: &Body, items: &mut Vec<Flow>) {
    let is_item = text_of(child.json(), "type") == "listitem";
    let mut inner = body.inside();
    if is_item {
        children(child, &mut inner)
    } else {
        node(child, &mut inner)
    }
    let only_list = inner.line.is_empty()
        && matches!(inner.blocks.first(), Some(Block { kind: BlockKind::List { .. }, .. }));
    if only_list {
        return attach(items, inner.done(child));
    }
    if checks || child.get("checked").is_some() {
        let mark = rich::check_box(child.json().get("checked"));
        match inner.blocks.first_mut().map(|block| &mut block.kind) {
            Some(BlockKind::Paragraph(text)) => text.insert(0, mark),
            _ => inner.line.insert(0, mark),
        }
    }
    if let Some(flow) = inner.flow(child)
        && child.sink.count_block()
    {
        items.push(flow);
    }
}

fn collapsible(value: &Cursor, body: &mut Body) {
    let (mut title, mut inner) = (Vec::new(), body.inside());
    if let Some(list) = value.get("children") {
        list.for_each(&mut |child| {
            if fold(text_of(child.json(), "type")) == "collapsibletitle" {
                let mut left = Vec::new();
                rich::flatten(inside(child, body).done(child), &mut title, &mut left);
                inner.blocks.append(&mut left);
            } else {
                node(child, &mut inner);
            }
        });
    }
    let title = clean::line(&crate::article::plain_text(&title));
    let title = (!title.is_empty()).then_some(title);
    let blocks = inner.done(value);
    if title.is_some() || !blocks.is_empty() {
        body.push(value, BlockKind::Box { title, tone: Default::default(), blocks });
    }
}

fn equation(value: &Cursor, body: &mut Body) {
    let Some(words) = value.field("equation", quiet_line) else {
        return value.warn(Problem::NotShown { what: "a formula" });
    };
    if matches!(value.json().get("inline"), Some(Json::Bool(true))) {
        put(&mut body.line, &[Mark::Code], vec![Inline::Text(words)]);
    } else {
        body.push(value, BlockKind::Code { language: None, text: words });
    }
}

fn table(value: &Cursor, body: &mut Body) {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut left = Vec::new();
    if let Some(list) = value.get("children") {
        list.for_each(&mut |row| {
            let mut cells = Vec::new();
            if let Some(list) = row.get("children") {
                list.for_each(&mut |one| {
                    let header = match one.json().get("headerState") {
                        Some(Json::Integer(state)) => *state > 0,
                        _ => false,
                    };
                    let inner = inside(one, body);
                    cells.extend(rich::cell(one, inner, header, ("colSpan", "rowSpan"), &mut left));
                });
            }
            rows.push(cells);
        });
    }
    body.table(value, rows, left);
}
