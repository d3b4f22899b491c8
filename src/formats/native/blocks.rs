//! The body: one arm for each block type of the format.

use super::{inlines, media, metadata};
use crate::article::{
    Align, Block, BlockKind, BoxTone, Cell, Flow, GalleryLayout, HeadingLevel, Inline, ListStyle,
    QuoteStyle, Text, TimelineDate, TimelineItem,
};
use crate::error::Problem;
use crate::formats::cursor::truth;
use crate::formats::{Cursor, line};
use crate::json::Json;
use crate::safe_url::UrlUse;
use crate::text::fold::is_letter;
use crate::text::{clean, dates};

/// Reads a list of blocks.
pub(super) fn read(list: &Cursor) -> Vec<Block> {
    if !matches!(list.json(), Json::Array(_)) {
        return list.wrong_type("a list of blocks").unwrap_or_default();
    }
    list.each(block)
}

fn block(value: &Cursor) -> Option<Block> {
    if !value.sink.count_block() {
        return None;
    }
    if let Json::Text(_) = value.json() {
        // A bare string in the place of a block can only be a paragraph.
        value.warn(Problem::BareText);
        let text = inlines::read(value);
        return (!text.is_empty()).then(|| BlockKind::Paragraph(text).into());
    }
    if !matches!(value.json(), Json::Object(_)) {
        return value.wrong_type("a block");
    }
    let kind = kind(value)?;
    // A fallback brings its own name.
    Some(Block { id: value.field("id", anchor), kind })
}

fn kind(value: &Cursor) -> Option<BlockKind> {
    let name = value.field("type", line).unwrap_or_default();
    match &*name {
        "paragraph" => text(value, "text").map(BlockKind::Paragraph),
        "heading" => {
            let level = value.field("level", heading_level).unwrap_or(HeadingLevel::Two);
            text(value, "text").map(|text| BlockKind::Heading { level, text })
        }
        "image" => required(value, "image", media::image).map(BlockKind::Image),
        "gallery" => gallery(value),
        "quote" => quote(value),
        "list" => list(value),
        "table" => table(value),
        "video" => media::video(value).map(BlockKind::Video),
        "audio" => required(value, "source", media::audio)
            .map(|track| BlockKind::Audio { track, caption: caption(value) }),
        "embed" => embed(value),
        "box" => {
            let tones = [
                ("note", BoxTone::Note),
                ("info", BoxTone::Info),
                ("key-points", BoxTone::KeyPoints),
                ("warning", BoxTone::Warning),
            ];
            let title = value.field("title", line);
            let tone = value.get("tone").and_then(|tone| tone.one_of(&tones)).unwrap_or_default();
            let blocks = nested(value, "blocks");
            if title.is_none() && blocks.is_empty() {
                return missing(value, "blocks");
            }
            Some(BlockKind::Box { title, tone, blocks })
        }
        "timeline" => filled(value, "items", value.array("items", timeline_item))
            .map(|items| BlockKind::Timeline { items }),
        "related" => filled(value, "items", value.array("items", metadata::related))
            .map(|items| BlockKind::Related { title: value.field("title", line), items }),
        "code" => {
            let text = value.field("text", |value| value.string().map(clean::prose));
            let language = value.field("language", line);
            text.map(|text| BlockKind::Code { language, text }).or_else(|| missing(value, "text"))
        }
        "divider" => Some(BlockKind::Divider),
        _ => unknown(value, name),
    }
}

/// The headline is level 1, and deeper than 4 nobody looks: the nearest level is taken.
fn heading_level(value: &Cursor) -> Option<HeadingLevel> {
    let level = value.whole(1)?;
    if !(2..=4).contains(&level) {
        value.warn(Problem::BadValue { expected: "a level from 2 to 4; the nearest is taken" });
    }
    Some(match level {
        ..=2 => HeadingLevel::Two,
        3 => HeadingLevel::Three,
        4.. => HeadingLevel::Four,
    })
}

/// A block that this version does not know: its fallback, else a note in its place.
fn unknown(value: &Cursor, kind: Text) -> Option<BlockKind> {
    let fallback = value.get("fallback");
    let has_fallback = fallback.is_some();
    value.warn(Problem::UnknownBlock { kind: (*kind).to_owned(), fallback: has_fallback });
    let fallback = fallback.and_then(|fallback| block(&fallback));
    Some(fallback.map_or(BlockKind::Unknown { kind }, |block| block.kind))
}

fn missing<T>(value: &Cursor, field: &'static str) -> Option<T> {
    value.warn(Problem::Missing { field });
    None
}

/// The text of a block that is nothing without it.
fn text(value: &Cursor, field: &'static str) -> Option<Vec<Inline>> {
    inlines::field(value, field).or_else(|| missing(value, field))
}

/// A member that what it stands in is nothing without.
pub(super) fn required<T>(
    value: &Cursor,
    field: &'static str,
    read: fn(&Cursor) -> Option<T>,
) -> Option<T> {
    match value.get(field) {
        Some(member) => read(&member),
        None => missing(value, field),
    }
}

fn filled<T>(value: &Cursor, field: &'static str, items: Vec<T>) -> Option<Vec<T>> {
    if items.is_empty() { missing(value, field) } else { Some(items) }
}

fn caption(value: &Cursor) -> Vec<Inline> {
    inlines::field(value, "caption").unwrap_or_default()
}

fn nested(value: &Cursor, field: &str) -> Vec<Block> {
    value.get(field).map(|list| read(&list)).unwrap_or_default()
}

/// The author's name for a block, in characters that need no escaping in an address.
fn anchor(value: &Cursor) -> Option<Text> {
    let tame = |c: char| {
        if is_letter(c) || matches!(c, '-' | '_') { c } else { '-' }
    };
    Some(line(value)?.chars().take(64).map(tame).collect::<String>().into())
}

fn gallery(value: &Cursor) -> Option<BlockKind> {
    let layouts = [("grid", GalleryLayout::Grid), ("carousel", GalleryLayout::Carousel)];
    let layout = value.get("layout").and_then(|layout| layout.one_of(&layouts)).unwrap_or_default();
    filled(value, "images", value.array("images", media::image)).map(|images| BlockKind::Gallery {
        images,
        layout,
        caption: caption(value),
    })
}

fn quote(value: &Cursor) -> Option<BlockKind> {
    let styles = [("block", QuoteStyle::Block), ("pull", QuoteStyle::Pull)];
    let blocks = nested(value, "blocks");
    let content =
        if blocks.is_empty() { Flow::Text(text(value, "text")?) } else { Flow::Blocks(blocks) };
    Some(BlockKind::Quote {
        content,
        cite: inlines::field(value, "cite").unwrap_or_default(),
        url: value.field("url", metadata::link),
        style: value.get("style").and_then(|style| style.one_of(&styles)).unwrap_or_default(),
    })
}

fn list(value: &Cursor) -> Option<BlockKind> {
    let numbered =
        value.get("style").and_then(|s| s.one_of(&[("bullet", false), ("number", true)]));
    let style = match numbered {
        Some(true) => ListStyle::Number(value.field("start", start).unwrap_or(1)),
        _ => ListStyle::Bullet,
    };
    let items = filled(value, "items", value.array("items", list_item))?;
    Some(BlockKind::List { style, items })
}

fn start(value: &Cursor) -> Option<i32> {
    match value.json() {
        Json::Integer(number) => {
            i32::try_from(*number).map_or_else(|_| value.bad_value("a whole number in range"), Some)
        }
        _ => value.wrong_type("a whole number"),
    }
}

/// An item is text or a list of blocks; a list whose first object has a `type` holds blocks.
fn list_item(value: &Cursor) -> Option<Flow> {
    if let Json::Array(items) = value.json()
        && items.iter().any(|item| item.get("type").is_some())
    {
        let blocks = read(value);
        return (!blocks.is_empty()).then_some(Flow::Blocks(blocks));
    }
    if value.json().get("type").is_some() {
        return block(value).map(|block| Flow::Blocks(vec![block]));
    }
    let text = inlines::read(value);
    (!text.is_empty() && value.sink.count_block()).then_some(Flow::Text(text))
}

fn table(value: &Cursor) -> Option<BlockKind> {
    let rows = value.array("rows", row);
    let head = value.array("head", row);
    if rows.is_empty() && head.is_empty() {
        return missing(value, "rows");
    }
    Some(BlockKind::Table { caption: caption(value), head, rows })
}

fn row(value: &Cursor) -> Option<Vec<Cell>> {
    if !matches!(value.json(), Json::Array(_)) {
        return value.wrong_type("a list of cells");
    }
    let mut cells = Vec::new();
    value.for_all(&mut |item| cells.extend(cell(item)));
    Some(cells)
}

/// A cell is text, or an object with more to say. Empty cells keep their place.
fn cell(value: &Cursor) -> Option<Cell> {
    if !value.sink.count_block() {
        return None;
    }
    let plain = |text| Cell { text, header: false, colspan: 1, rowspan: 1, align: Align::Start };
    match value.json() {
        Json::Object(_) => {}
        Json::Null => return Some(plain(Vec::new())),
        _ => return Some(plain(inlines::read(value))),
    }
    let aligns = [
        ("start", Align::Start),
        ("left", Align::Start),
        ("center", Align::Center),
        ("end", Align::End),
        ("right", Align::End),
    ];
    // A marked text may stand for the cell as a whole.
    let text = match value.get("marks") {
        Some(_) => inlines::read(value),
        None => inlines::field(value, "text").unwrap_or_default(),
    };
    Some(Cell {
        header: value.field("header", truth).unwrap_or(false),
        colspan: value.field("colspan", span).unwrap_or(1),
        rowspan: value.field("rowspan", span).unwrap_or(1),
        align: value.get("align").and_then(|align| align.one_of(&aligns)).unwrap_or_default(),
        ..plain(text)
    })
}

/// Browsers stop at 1,000 columns; a table of more rows than that is no table for a phone.
fn span(value: &Cursor) -> Option<u16> {
    value.whole(1).map(|span| span.min(1_000) as u16)
}

fn embed(value: &Cursor) -> Option<BlockKind> {
    let url = required(value, "url", |value| value.url(UrlUse::Link))?;
    let pixels = |value: &Cursor| value.whole(1);
    let width = value.field("width", pixels);
    let height = value.field("height", pixels);
    Some(BlockKind::Embed {
        provider: value.field("provider", line),
        url,
        title: value.field("title", line),
        size: width.zip(height),
        caption: caption(value),
    })
}

fn timeline_item(value: &Cursor) -> Option<TimelineItem> {
    if !matches!(value.json(), Json::Object(_)) {
        return value.wrong_type("an event with date, title and blocks");
    }
    if !value.sink.count_block() {
        return None;
    }
    let item = TimelineItem {
        date: value.field("date", timeline_date),
        title: value.field("title", line),
        blocks: nested(value, "blocks"),
    };
    let empty = item.title.is_none() && item.blocks.is_empty();
    if empty { missing(value, "title") } else { Some(item) }
}

/// A timeline also knows dates that no clock does, such as "mùa thu 1945".
fn timeline_date(value: &Cursor) -> Option<TimelineDate> {
    let words = line(value)?;
    Some(dates::parse(&words).map_or(TimelineDate::Words(words), TimelineDate::Moment))
}
