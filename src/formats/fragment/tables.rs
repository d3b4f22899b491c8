//! Tables of a fragment: of data, and of layout.

use super::{Body, Run, media};
use crate::article::{Align, BlockKind, Cell};
use crate::html::Element;

/// A table. One that holds pictures is a frame around them: the words are their caption.
pub(super) fn table(body: &mut Body, element: &Element) {
    let images = media::images(body.field, element);
    let mut rows = Vec::new();
    collect(element, &mut rows);
    let widest = rows.iter().map(|row| row.elements().count()).max().unwrap_or_default();
    if !images.is_empty() || widest <= 1 {
        return layout(body, element, images);
    }
    let (mut head, mut rest) = (Vec::new(), Vec::new());
    for row in rows {
        let cells: Vec<Cell> = row.elements().map(|one| cell(body, one)).collect();
        let is_head = rest.is_empty() && !cells.is_empty() && cells.iter().all(|cell| cell.header);
        if is_head { head.push(cells) } else { rest.push(cells) }
    }
    let mut caption = Run::default();
    if let Some(one) = element.elements().find(|child| child.name == "caption") {
        caption.nodes(body.field, &one.children, &[]);
    }
    body.push(BlockKind::Table { caption: caption.finish(), head, rows: rest });
}

/// The rows of this table, not those of tables within it.
fn collect<'a>(element: &'a Element, rows: &mut Vec<&'a Element>) {
    for child in element.elements() {
        match &*child.name {
            "tr" => rows.push(child),
            "thead" | "tbody" | "tfoot" => collect(child, rows),
            _ => {}
        }
    }
}

fn layout(body: &mut Body, element: &Element, mut images: Vec<crate::article::Image>) {
    if let [_] = &images[..]
        && let Some(mut image) = images.pop()
    {
        let mut words = Run::default();
        words.nodes(body.field, &element.children, &[]);
        image.caption = words.finish();
        return body.push(BlockKind::Image(image));
    }
    body.paragraph();
    body.nodes(&element.children, false);
    body.paragraph();
}

fn cell(body: &Body, element: &Element) -> Cell {
    let mut words = Run::default();
    words.nodes(body.field, &element.children, &[]);
    let span = |key| element.get(key).and_then(|span| span.trim().parse::<u16>().ok());
    let align = match element.get("align").unwrap_or_default() {
        "center" => Align::Center,
        "right" => Align::End,
        _ => Align::Start,
    };
    Cell {
        text: words.finish(),
        header: element.name == "th",
        colspan: span("colspan").unwrap_or(1).clamp(1, 1_000),
        rowspan: span("rowspan").unwrap_or(1).clamp(1, 1_000),
        align,
    }
}
