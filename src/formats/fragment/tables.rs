//! Tables: those that hold data stay tables, those that only arrange give up what they hold.

use super::Reader;
use super::run::add_line;
use crate::article::{Align, Block, BlockKind, BoxTone, Cell, Flow, Inline, Text};
use crate::html::Element;
use crate::text::{count, is_one_of};

/// A cell, before it is clear what the table is.
struct Raw {
    cell: Cell,
    blocks: Vec<Block>,
}

#[derive(Default)]
struct Rows {
    caption: Vec<Inline>,
    /// Rows that stand in a head, then all the others.
    head: usize,
    rows: Vec<Vec<Raw>>,
}

/// Blocks in a cell beyond which the table arranges a page.
const MOST_IN_A_CELL: usize = 4;

impl Reader<'_> {
    pub(super) fn table(&mut self, table: &Element) {
        self.flush();
        let mut found = Rows::default();
        self.rows(table, false, &mut found);
        let Rows { caption, head, mut rows } = found;
        rows.retain(|row| row.iter().any(|raw| !raw.blocks.is_empty()));
        let columns = rows.iter().fold(0, |most, row| row.len().max(most));
        let any = |fits: fn(&Raw) -> bool| rows.iter().any(|row| row.iter().any(fits));
        let plain = head == 0 && caption.is_empty() && !any(|raw| raw.cell.header);
        let class = table.get("class").unwrap_or_default().to_ascii_lowercase();
        let called = ["picture", "caption", "image", "photo"].iter().any(|it| class.contains(it));
        let beside = rows.first().is_some_and(|row| row.iter().all(has_picture));

        if plain && any(has_picture) && (columns == 1 || beside || called) {
            // Pictures beside each other have their captions below them.
            let mut all = Vec::new();
            for blocks in parted(rows, beside) {
                all.append(&mut super::with_words_beside(blocks));
            }
            self.out.append(&mut super::gallery_of(all));
            return;
        }
        let arranges =
            any(|raw| raw.blocks.len() > MOST_IN_A_CELL || raw.blocks.iter().any(is_rich));
        if plain && (arranges || (columns == 1 && rows.len() == 1)) {
            let mut blocks = parted(rows, false).pop().unwrap_or_default();
            if arranges {
                self.out.append(&mut blocks);
            } else {
                self.push(BlockKind::Box { title: None, tone: BoxTone::Note, blocks });
            }
            return;
        }
        // Whatever a cell cannot hold follows the table.
        let mut after = Vec::new();
        let in_head = if head == 0 && rows.len() > 1 {
            let body = rows.iter().position(|row| !row.iter().all(|raw| raw.cell.header));
            body.unwrap_or_default()
        } else {
            head
        };
        let (mut head, mut body) = (Vec::new(), Vec::new());
        for (at, row) in rows.into_iter().enumerate() {
            let part = if at < in_head { &mut head } else { &mut body };
            part.push(cells(row, &mut after));
        }
        if !head.is_empty() || !body.is_empty() {
            self.push(BlockKind::Table { caption, head, rows: body });
        }
        self.out.append(&mut after);
    }

    fn rows(&mut self, part: &Element, in_head: bool, found: &mut Rows) {
        for child in part.elements() {
            match &*child.name {
                "caption" => found.caption = self.line_of(&child.children),
                "thead" => self.rows(child, true, found),
                "tbody" | "tfoot" => self.rows(child, false, found),
                "tr" => {
                    let mut row = Vec::new();
                    for cell in child.elements() {
                        if is_one_of(&cell.name, "td th") && self.cursor.sink.count_block() {
                            row.push(self.cell(cell));
                        }
                    }
                    let filled = row.iter().any(|raw| !raw.blocks.is_empty());
                    found.head += usize::from(in_head && filled && found.head == found.rows.len());
                    if filled {
                        found.rows.push(row);
                    }
                }
                _ => {}
            }
        }
    }

    fn cell(&mut self, element: &Element) -> Raw {
        let span = |name| {
            let span = element.get(name).and_then(|span| count(span.trim()));
            span.unwrap_or(1).clamp(1, 1_000) as u16
        };
        let style = element.get("style").unwrap_or_default().replace(' ', "");
        let said = |align: &str| {
            element.get("align").is_some_and(|said| said.eq_ignore_ascii_case(align))
                || style.contains(&["text-align:", align].concat())
        };
        let align = match () {
            () if said("center") => Align::Center,
            () if said("right") || said("end") => Align::End,
            () => Align::Start,
        };
        let (colspan, rowspan) = (span("colspan"), span("rowspan"));
        let header = element.name == "th";
        let cell = Cell { text: Vec::new(), header, colspan, rowspan, align };
        Raw { cell, blocks: self.nested(&element.children) }
    }
}

/// Whether a block is more than a line of a cell. What a caption says would follow the table.
fn is_rich(block: &Block) -> bool {
    let in_flow = |flow: &Flow| matches!(flow, Flow::Blocks(blocks) if blocks.iter().any(is_rich));
    match &block.kind {
        BlockKind::Image(image) => !image.caption.is_empty(),
        BlockKind::Video(video) => !video.caption.is_empty(),
        BlockKind::Audio { caption, .. } | BlockKind::Embed { caption, .. } => !caption.is_empty(),
        BlockKind::List { items, .. } => items.iter().any(in_flow),
        BlockKind::Quote { content, .. } => in_flow(content),
        BlockKind::Heading { .. }
        | BlockKind::Table { .. }
        | BlockKind::Box { .. }
        | BlockKind::Gallery { .. } => true,
        BlockKind::Paragraph(_)
        | BlockKind::Code { .. }
        | BlockKind::Timeline { .. }
        | BlockKind::Related { .. }
        | BlockKind::Divider
        | BlockKind::Unknown { .. } => false,
    }
}

fn has_picture(raw: &Raw) -> bool {
    raw.blocks.iter().any(|block| matches!(block.kind, BlockKind::Image(_)))
}

/// What cells hold: column by column, or all in one.
fn parted(rows: Vec<Vec<Raw>>, by_column: bool) -> Vec<Vec<Block>> {
    let mut out: Vec<Vec<Block>> = Vec::new();
    for row in rows {
        for (column, mut raw) in row.into_iter().enumerate() {
            match out.get_mut(if by_column { column } else { 0 }) {
                Some(blocks) => blocks.append(&mut raw.blocks),
                None => out.push(raw.blocks),
            }
        }
    }
    out
}

fn cells(row: Vec<Raw>, after: &mut Vec<Block>) -> Vec<Cell> {
    let mut out = Vec::new();
    for Raw { mut cell, blocks } in row {
        flatten(blocks, &mut cell.text, after);
        out.push(cell);
    }
    out
}

/// Blocks as lines of text, where no blocks belong. What has no words to stand for it goes to
/// `rest`.
pub(super) fn flatten(blocks: Vec<Block>, lines: &mut Vec<Inline>, rest: &mut Vec<Block>) {
    let plain = |text: Text| vec![Inline::Text(text)];
    for block in blocks {
        match block.kind {
            BlockKind::Paragraph(text) | BlockKind::Heading { text, .. } => add_line(lines, text),
            BlockKind::Quote { content, cite, .. } => {
                flatten_flow(content, lines, rest);
                add_line(lines, cite);
            }
            BlockKind::List { items, .. } => {
                for item in items {
                    flatten_flow(item, lines, rest);
                }
            }
            BlockKind::Box { title, blocks, .. } => {
                add_line(lines, title.map(plain).unwrap_or_default());
                flatten(blocks, lines, rest);
            }
            BlockKind::Code { text, .. } => add_line(lines, plain(text)),
            BlockKind::Table { caption, head, rows } => {
                add_line(lines, caption);
                for cell in [head, rows].into_iter().flatten().flatten() {
                    add_line(lines, cell.text);
                }
            }
            BlockKind::Divider => {}
            _ => rest.push(block),
        }
    }
}

fn flatten_flow(flow: Flow, lines: &mut Vec<Inline>, rest: &mut Vec<Block>) {
    match flow {
        Flow::Text(text) => add_line(lines, text),
        Flow::Blocks(blocks) => flatten(blocks, lines, rest),
    }
}
