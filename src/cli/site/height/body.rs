//! The heights of the body's blocks.

use super::letters::Face;
use super::{Sheet, Stack};
use crate::article::{
    Block, BlockKind, Cell, Flow, GalleryLayout, Image, Inline, QuoteStyle, Related, TimelineDate,
    TimelineItem, plain_text,
};
use crate::providers;

/// Blocks one below the other.
pub(super) fn blocks(sheet: &Sheet, blocks: &[Block], column: f32, face: &Face) -> f32 {
    let mut all = Stack::default();
    let mut after_heading = false;
    for (index, block) in blocks.iter().enumerate() {
        let (mut before, height, after) = one(sheet, &block.kind, column, face);
        if after_heading {
            before = 0.5 * face.size;
        }
        let before = if index == 0 { 0.0 } else { before };
        all.add(before, height, after);
        after_heading = matches!(block.kind, BlockKind::Heading { .. });
    }
    all.height
}

/// The margin before a block, its height, the margin after it.
fn one(sheet: &Sheet, kind: &BlockKind, column: f32, face: &Face) -> (f32, f32, f32) {
    let (gap, far) = (sheet.gap(), 1.4 * sheet.body);
    let caption = |words: &[Inline]| caption(&sheet.small(), &plain_text(words), "", column);
    match kind {
        BlockKind::Paragraph(words) => (gap, face.height(&plain_text(words), column), 0.0),
        BlockKind::Heading { text, .. } => {
            let face = Face::new(1.2778 * face.size, 1.4).headline();
            (1.5 * face.size, face.height(&plain_text(text), column), 0.0)
        }
        BlockKind::Image(image) => (far, figure(sheet, &sheet.small(), image), far),
        BlockKind::Gallery { images, layout, caption: words } => {
            (far, gallery(sheet, images, *layout, column) + caption(words), far)
        }
        BlockKind::Quote { content, cite, url, style } => {
            let is_pull = *style == QuoteStyle::Pull;
            let height = if is_pull {
                let face = Face::new(sheet.of(1.3333, 1.4737) * face.size, 1.5).headline();
                15.0 + flow(sheet, content, column, &face)
            } else {
                flow(sheet, content, column - 19.0, face)
            };
            let cite = match (cite.is_empty(), url) {
                (true, None) => 0.0,
                _ => {
                    let words = ["— ", &plain_text(cite)].concat();
                    6.0 + Face::new(0.8889 * face.size, 1.6667).height(&words, column - 19.0)
                }
            };
            let margin = if is_pull { 1.6 * sheet.body } else { gap };
            (margin, height + cite, if is_pull { margin } else { 0.0 })
        }
        BlockKind::List { items, .. } => {
            let mut all = Stack::default();
            for item in items {
                all.add(0.35 * face.size, flow(sheet, item, column - 1.4 * face.size, face), 0.0);
            }
            (gap, all.height, 0.0)
        }
        BlockKind::Table { caption, head, rows } => {
            (far, table(sheet, face, &plain_text(caption), head, rows), far)
        }
        BlockKind::Video(video) => {
            let poster = video.poster.as_ref();
            let size = video.sources.iter().find_map(|source| source.size);
            let size = size.or(poster.and_then(|image| image.size)).unwrap_or((16, 9));
            // A film is as wide as its box.
            let wide = sheet.of(sheet.width, sheet.column);
            let height = (wide * size.1 as f32 / size.0.max(1) as f32).min(1.4 * sheet.width);
            (far, height.min(860.0) + caption(&video.caption), far)
        }
        BlockKind::Audio { caption: words, .. } => {
            (far, 8.0 + 1.35 * face.size + 48.0 + caption(words), far)
        }
        BlockKind::Embed { url, size, caption: words, .. } => {
            let card = 34.0 + 1.45 * face.size + 21.0 + 45.0 + 16.0;
            let height = match (providers::frame_url(url), size) {
                (None, _) => card,
                (Some(_), None) => card.max(column * 9.0 / 16.0) + 20.0,
                (Some(_), Some((wide, high))) => {
                    let ratio = *high as f32 / (*wide).max(1) as f32;
                    let wide = if ratio > 1.25 { column.min(360.0) } else { column };
                    (card + 52.0).max(wide * ratio)
                }
            };
            (far, height + caption(words), far)
        }
        BlockKind::Box { title, blocks: inner, .. } => {
            let face = Face::new(0.9444 * face.size, 1.6667);
            let title = title.as_deref().unwrap_or_default();
            let mut all = Stack::default();
            all.add(0.0, Face::new(face.size, 1.45).bold().height(title, column - 32.0), 0.0);
            all.add(0.9 * face.size, blocks(sheet, inner, column - 32.0, &face), 0.0);
            (far, 30.0 + all.height, far)
        }
        BlockKind::Timeline { items } => {
            (gap, items.iter().map(|item| event(sheet, item, column - 22.0, face)).sum(), 0.0)
        }
        BlockKind::Related { items, .. } => {
            let margin = 1.2 * 14.0;
            (margin, 22.0 + links(items, column - 16.0), margin)
        }
        BlockKind::Code { text, .. } => {
            (gap, 24.0 + text.lines().count() as f32 * 0.8333 * face.size * 1.6, 0.0)
        }
        BlockKind::Divider => (2.0 * sheet.body, 1.0, 2.0 * sheet.body),
        BlockKind::Unknown { .. } => (1.2 * 15.0, 20.0 + 2.0 * 24.0, 1.2 * 15.0),
    }
}

fn flow(sheet: &Sheet, content: &Flow, column: f32, face: &Face) -> f32 {
    match content {
        Flow::Text(words) => face.height(&plain_text(words), column),
        Flow::Blocks(inner) => blocks(sheet, inner, column, face),
    }
}

/// A picture with its caption.
pub(super) fn figure(sheet: &Sheet, small: &Face, image: &Image) -> f32 {
    let words = plain_text(&image.caption);
    let credit = image.credit.as_deref().unwrap_or_default();
    sheet.picture(image.size) + caption(small, &words, credit, sheet.column)
}

/// The space that a caption takes, its padding and the line below it included.
fn caption(face: &Face, words: &str, credit: &str, column: f32) -> f32 {
    match face.height(&[words, " ", credit].concat(), column) {
        0.0 => 0.0,
        height => height + 19.0,
    }
}

fn gallery(sheet: &Sheet, images: &[Image], layout: GalleryLayout, column: f32) -> f32 {
    let each = |image: &Image, wide: f32| {
        let words = plain_text(&image.caption);
        let credit = image.credit.as_deref().unwrap_or_default();
        wide * 2.0 / 3.0 + (caption(&sheet.small(), &words, credit, wide) - 1.0).max(0.0)
    };
    if layout == GalleryLayout::Carousel {
        let wide = sheet.of(0.86, 0.72) * column;
        return images.iter().map(|image| each(image, wide)).fold(0.0, f32::max);
    }
    let half = (column - 8.0) / 2.0;
    let (first, rest) = images.split_at(images.len() % 2);
    let first: f32 = first.iter().map(|image| each(image, column)).sum();
    let rows = rest.chunks(2).map(|row| row.iter().map(|one| each(one, half)).fold(0.0, f32::max));
    let rows: Vec<f32> = rows.chain((first > 0.0).then_some(first)).collect();
    rows.iter().sum::<f32>() + 8.0 * rows.len().saturating_sub(1) as f32
}

/// Columns share the width by what they hold, and none is narrower than a word.
fn table(sheet: &Sheet, face: &Face, words: &str, head: &[Vec<Cell>], rows: &[Vec<Cell>]) -> f32 {
    let face = Face::new(0.8889 * face.size, 1.5);
    let span = |row: &Vec<Cell>| row.iter().map(|cell| usize::from(cell.colspan)).sum::<usize>();
    let columns = head.iter().chain(rows).map(span).max().unwrap_or(0);
    let mut wants = vec![(4.2 * face.size, 4.2 * face.size); columns];
    for row in head.iter().chain(rows) {
        for (column, cell) in singles(row, columns) {
            let text = plain_text(&cell.text);
            let word = text.split(' ').map(|word| face.width(word)).fold(0.0, f32::max);
            if let Some((least, most)) = wants.get_mut(column) {
                *least = least.max(word + 20.0);
                *most = most.max(face.width(&text) + 20.0);
            }
        }
    }
    let sum = |pick: fn(&(f32, f32)) -> f32| wants.iter().map(pick).sum::<f32>();
    let (least, most) = (sum(|want| want.0), sum(|want| want.1));
    let room = ((sheet.column - least) / (most - least).max(1.0)).clamp(0.0, 1.0);
    let width = |column: usize| {
        wants.get(column).map_or(100.0, |(least, most)| least + room * (most - least) - 20.0)
    };
    let row = |row: &Vec<Cell>| {
        let high = singles(row, columns)
            .map(|(at, cell)| face.height(&plain_text(&cell.text), width(at) + 1.0));
        high.fold(face.line(), f32::max) + 19.0
    };
    let caption = Face::new(face.size, 1.5).bold().height(words, sheet.column);
    let caption = if caption > 0.0 { caption + 8.0 } else { 0.0 };
    caption + head.iter().chain(rows).map(row).sum::<f32>()
}

/// The cells of one column, each with its column. A row that is short of cells has those of the
/// rows above before it.
fn singles(row: &[Cell], columns: usize) -> impl Iterator<Item = (usize, &Cell)> {
    let span: usize = row.iter().map(|cell| usize::from(cell.colspan)).sum();
    let mut at = columns.saturating_sub(span);
    row.iter().filter_map(move |cell| {
        let column = at;
        at += usize::from(cell.colspan);
        (cell.colspan == 1).then_some((column, cell))
    })
}

fn event(sheet: &Sheet, item: &TimelineItem, column: f32, face: &Face) -> f32 {
    let date = match &item.date {
        None => 0.0,
        Some(TimelineDate::Moment(_)) => 14.0 * 1.6667,
        Some(TimelineDate::Words(when)) => Face::new(14.0, 1.6667).bold().height(when, column),
    };
    let mut all = Stack::default();
    all.add(0.0, date, 0.0);
    let title = item.title.as_deref().unwrap_or_default();
    all.add(2.0, face.bold().height(title, column), 0.0);
    let before = if title.is_empty() { sheet.gap() } else { 6.0 };
    all.add(before, blocks(sheet, &item.blocks, column, face), 0.0);
    all.height + 20.0
}

/// Links, each high enough for a thumb.
pub(super) fn links(items: &[Related], column: f32) -> f32 {
    let face = Face::new(16.0, 1.45);
    items.iter().map(|item| (face.height(&item.name, column) + 10.0).max(44.0)).sum()
}
