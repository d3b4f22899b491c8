//! The body: one arm for each kind of block.

use super::Writer;
use crate::article::{
    Align, Block, BlockKind, BoxTone, Cell, Flow, GalleryLayout, HeadingLevel, ListStyle,
    QuoteStyle, TimelineDate, TimelineItem,
};
use crate::text::{clean, digits};

impl Writer<'_> {
    /// A field that is a list of blocks, where there are some.
    pub(super) fn blocks(&mut self, key: &str, blocks: &[Block]) {
        if !self.has_none(blocks) {
            self.json.key(key);
            self.block_list(blocks);
        }
    }

    /// Whether the reader would find no block in it.
    pub(super) fn has_none(&self, blocks: &[Block]) -> bool {
        blocks.iter().all(|block| self.is_empty(block))
    }

    /// Whether the reader would leave a block out.
    fn is_empty(&self, block: &Block) -> bool {
        match &block.kind {
            BlockKind::Paragraph(text) | BlockKind::Heading { text, .. } => self.is_blank(text),
            BlockKind::Gallery { images, .. } => images.is_empty(),
            BlockKind::Quote { content, .. } => self.is_nothing(content),
            BlockKind::List { items, .. } => items.iter().all(|item| self.is_nothing(item)),
            BlockKind::Table { head, rows, .. } => head.is_empty() && rows.is_empty(),
            BlockKind::Video(video) => video.sources.is_empty(),
            BlockKind::Box { title, blocks, .. } => title.is_none() && self.has_none(blocks),
            BlockKind::Timeline { items } => items.iter().all(|item| self.is_no_event(item)),
            BlockKind::Related { items, .. } => items.is_empty(),
            BlockKind::Image(_)
            | BlockKind::Audio { .. }
            | BlockKind::Embed { .. }
            | BlockKind::Code { .. }
            | BlockKind::Divider
            | BlockKind::Unknown { .. } => false,
        }
    }

    fn is_nothing(&self, flow: &Flow) -> bool {
        match flow {
            Flow::Text(text) => self.is_blank(text),
            Flow::Blocks(blocks) => self.has_none(blocks),
        }
    }

    fn is_no_event(&self, item: &TimelineItem) -> bool {
        item.title.is_none() && self.has_none(&item.blocks)
    }

    fn block_list(&mut self, blocks: &[Block]) {
        self.json.array(true);
        blocks.iter().for_each(|block| self.block(block));
        self.json.array(false);
    }

    fn block(&mut self, block: &Block) {
        if self.is_empty(block) {
            return;
        }
        self.json.object(true);
        match &block.kind {
            BlockKind::Paragraph(text) => {
                self.start("paragraph", block);
                self.inlines("text", text);
            }
            BlockKind::Heading { level, text } => {
                self.start("heading", block);
                self.number(
                    "level",
                    Some(match level {
                        HeadingLevel::Two => 2,
                        HeadingLevel::Three => 3,
                        HeadingLevel::Four => 4,
                    }),
                );
                self.inlines("text", text);
            }
            BlockKind::Image(image) => {
                self.start("image", block);
                self.image("image", Some(image));
            }
            BlockKind::Gallery { images, layout, caption } => {
                self.start("gallery", block);
                match layout {
                    GalleryLayout::Grid => {}
                    GalleryLayout::Carousel => self.line("layout", Some("carousel")),
                }
                self.inlines("caption", caption);
                self.json.key("images");
                self.json.array(true);
                images.iter().for_each(|image| self.picture(image));
                self.json.array(false);
            }
            BlockKind::Quote { content, cite, url, style } => {
                self.start("quote", block);
                match style {
                    QuoteStyle::Block => {}
                    QuoteStyle::Pull => self.line("style", Some("pull")),
                }
                match content {
                    Flow::Text(text) => self.inlines("text", text),
                    Flow::Blocks(blocks) => self.blocks("blocks", blocks),
                }
                self.inlines("cite", cite);
                self.url("url", url.as_ref());
            }
            BlockKind::List { style, items } => {
                self.start("list", block);
                self.list(style, items);
            }
            BlockKind::Table { caption, head, rows } => {
                self.start("table", block);
                self.inlines("caption", caption);
                self.rows("head", head);
                self.rows("rows", rows);
            }
            BlockKind::Video(video) => {
                self.start("video", block);
                self.video(video);
            }
            BlockKind::Audio { track, caption } => {
                self.start("audio", block);
                self.json.key("source");
                self.track(track);
                self.inlines("caption", caption);
            }
            BlockKind::Embed { provider, url, title, size, caption } => {
                self.start("embed", block);
                self.line("provider", provider.as_deref());
                self.line("title", title.as_deref());
                self.frame(url, *size);
                self.inlines("caption", caption);
            }
            BlockKind::Box { title, tone, blocks } => {
                self.start("box", block);
                match tone {
                    BoxTone::Note => {}
                    BoxTone::Info => self.line("tone", Some("info")),
                    BoxTone::KeyPoints => self.line("tone", Some("key-points")),
                    BoxTone::Warning => self.line("tone", Some("warning")),
                }
                self.line("title", title.as_deref());
                self.blocks("blocks", blocks);
            }
            BlockKind::Timeline { items } => {
                self.start("timeline", block);
                self.json.key("items");
                self.json.array(true);
                items.iter().for_each(|item| self.event(item));
                self.json.array(false);
            }
            BlockKind::Related { title, items } => {
                self.start("related", block);
                self.line("title", title.as_deref());
                self.related("items", items);
            }
            BlockKind::Code { language, text } => {
                self.start("code", block);
                self.line("language", language.as_deref());
                self.json.key("text");
                self.json.text(&clean::prose(text));
            }
            BlockKind::Divider => self.start("divider", block),
            BlockKind::Unknown { kind } => self.start(kind, block),
        }
        self.json.object(false);
    }

    /// What every block begins with.
    fn start(&mut self, kind: &str, block: &Block) {
        self.json.key("type");
        self.json.text(kind);
        self.line("id", block.id.as_deref());
    }

    fn list(&mut self, style: &ListStyle, items: &[Flow]) {
        if let ListStyle::Number(start) = style {
            self.line("style", Some("number"));
            if *start != 1 {
                self.json.key("start");
                self.json.bare(&digits((*start).into()));
            }
        }
        self.json.key("items");
        self.json.array(true);
        for item in items {
            match item {
                _ if self.is_nothing(item) => {}
                Flow::Text(text) => self.inline_list(text),
                // A list around it would only make the file deeper.
                Flow::Blocks(blocks) => match &blocks[..] {
                    [one] => self.block(one),
                    _ => self.block_list(blocks),
                },
            }
        }
        self.json.array(false);
    }

    fn rows(&mut self, key: &str, rows: &[Vec<Cell>]) {
        if rows.is_empty() {
            return;
        }
        self.json.key(key);
        self.json.array(true);
        for row in rows {
            self.json.array(true);
            row.iter().for_each(|cell| self.cell(cell));
            self.json.array(false);
        }
        self.json.array(false);
    }

    fn cell(&mut self, cell: &Cell) {
        let is_plain = !cell.header
            && (cell.colspan, cell.rowspan) == (1, 1)
            && matches!(cell.align, Align::Start);
        if is_plain && self.is_blank(&cell.text) {
            return self.json.text("");
        }
        if is_plain {
            return self.inline_list(&cell.text);
        }
        self.json.object(true);
        self.inlines("text", &cell.text);
        if cell.header {
            self.json.key("header");
            self.json.bare("true");
        }
        for (key, span) in [("colspan", cell.colspan), ("rowspan", cell.rowspan)] {
            self.number(key, (span > 1).then_some(span.into()));
        }
        match cell.align {
            Align::Start => {}
            Align::Center => self.line("align", Some("center")),
            Align::End => self.line("align", Some("end")),
        }
        self.json.object(false);
    }

    fn event(&mut self, item: &TimelineItem) {
        if self.is_no_event(item) {
            return;
        }
        self.json.object(true);
        match &item.date {
            Some(TimelineDate::Moment(moment)) => self.date("date", Some(moment)),
            Some(TimelineDate::Words(words)) => self.line("date", Some(words)),
            None => {}
        }
        self.line("title", item.title.as_deref());
        self.blocks("blocks", &item.blocks);
        self.json.object(false);
    }
}
