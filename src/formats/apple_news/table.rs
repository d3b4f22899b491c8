//! Tables made of records, and what their fields hold.

use super::{Reader, media, text};
use crate::article::{Align, Block, BlockKind, Cell, Inline, Text};
use crate::error::Problem;
use crate::formats::{Cursor, line};
use crate::json::Json;
use crate::text::digits;

/// A table of records: a row each, or a column each where it stands upright.
pub(super) fn data(reader: &mut Reader, component: &Cursor) {
    let (mut left, mut keys) = (Vec::new(), Vec::new());
    let mut head: Vec<Cell> = Vec::new();
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let Some(data) = component.get("data") else {
        return component.warn(Problem::Missing { field: "data" });
    };
    if let Some(list) = data.get("descriptors") {
        list.for_each(&mut |descriptor| {
            let Some(key) = descriptor.field("key", line) else { return };
            let label = match descriptor.get("label") {
                Some(label) => text::words(&label, reader.root, &mut left),
                None => Vec::new(),
            };
            keys.push(key);
            head.push(cell(label, true));
        });
    }
    if let Some(records) = data.get("records") {
        records.for_each(&mut |record| {
            let mut row = Vec::new();
            for key in &keys {
                if !record.sink.count_block() {
                    break;
                }
                let words = match record.get(key) {
                    Some(value) => words(reader, &value, &mut left),
                    None => Vec::new(),
                };
                row.push(cell(words, false));
            }
            if !row.is_empty() {
                rows.push(row);
            }
        });
    }
    let labels = !matches!(component.json().get("showDescriptorLabels"), Some(Json::Bool(false)));
    let mut head = if labels && head.iter().any(|cell| !cell.text.is_empty()) {
        vec![head]
    } else {
        Vec::new()
    };
    if matches!(component.json().get("dataOrientation"), Some(Json::Text(way)) if &**way == "vertical")
    {
        let mut upright: Vec<Vec<Cell>> = Vec::new();
        for row in head.drain(..).chain(rows.drain(..)) {
            for (index, cell) in row.into_iter().enumerate() {
                match upright.get_mut(index) {
                    Some(row) => row.push(cell),
                    None => upright.push(vec![cell]),
                }
            }
        }
        rows = upright;
    }
    if head.is_empty() && rows.is_empty() {
        component.warn(Problem::Missing { field: "records" });
    } else {
        let caption = text::member(component, "caption", reader.root, &mut left);
        reader.push(component, BlockKind::Table { caption, head, rows });
    }
    reader.out.append(&mut left);
}

fn cell(text: Vec<Inline>, header: bool) -> Cell {
    Cell { text, header, colspan: 1, rowspan: 1, align: Align::Start }
}

/// A field: text, a number, formatted text, or a picture, which follows the table.
fn words(reader: &mut Reader, value: &Cursor, left: &mut Vec<Block>) -> Vec<Inline> {
    match value.json() {
        Json::Float(number) => vec![Inline::Text(decimal(*number))],
        Json::Bool(true) => vec![Inline::Text("✓".into())],
        Json::Bool(false) => Vec::new(),
        Json::Object(_) if value.get("URL").is_some() => {
            let outer = std::mem::take(&mut reader.out);
            media::image(reader, value);
            left.append(&mut std::mem::replace(&mut reader.out, outer));
            Vec::new()
        }
        _ => text::words(value, reader.root, left),
    }
}

/// A number with up to six places. The library's way of writing numbers is heavy.
fn decimal(number: f64) -> Text {
    let millionths = (number.abs() * 1e6).round();
    if millionths >= 1e18 {
        return "∞".into();
    }
    let millionths = millionths as i64;
    let mut out = String::from(if number < 0.0 { "-" } else { "" });
    out.push_str(&digits(millionths / 1_000_000));
    let rest = digits(millionths % 1_000_000 + 1_000_000);
    let places = rest.get(1..).unwrap_or_default().trim_end_matches('0');
    if !places.is_empty() {
        out.push('.');
        out.push_str(places);
    }
    out.into()
}
