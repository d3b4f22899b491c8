//! Every kind of block and of mark, by a `match` that the compiler keeps whole.
//!
//! A new kind does not compile before it has a name here, and has no peace before a fixture and a
//! sample show it.

use std::collections::BTreeSet;

use trangbao::article::*;

/// A list of names, and the function that names each variant with one of them.
macro_rules! kinds {
    ($list:ident, $name:ident, $type:ty, { $($pattern:pat => $kind:literal,)* }) => {
        pub const $list: &[&str] = &[$($kind),*];

        pub fn $name(of: &$type) -> &'static str {
            match of {
                $($pattern => $kind,)*
            }
        }
    };
}

// A block's name is its `type` in the format, and that of its fixture.
kinds!(BLOCKS, block_name, BlockKind, {
    BlockKind::Paragraph(_) => "paragraph",
    BlockKind::Heading { .. } => "heading",
    BlockKind::Image(_) => "image",
    BlockKind::Gallery { .. } => "gallery",
    BlockKind::Quote { .. } => "quote",
    BlockKind::List { .. } => "list",
    BlockKind::Table { .. } => "table",
    BlockKind::Video(_) => "video",
    BlockKind::Audio { .. } => "audio",
    BlockKind::Embed { .. } => "embed",
    BlockKind::Box { .. } => "box",
    BlockKind::Timeline { .. } => "timeline",
    BlockKind::Related { .. } => "related",
    BlockKind::Code { .. } => "code",
    BlockKind::Divider => "divider",
    BlockKind::Unknown { .. } => "unknown",
});

kinds!(MARKS, mark_name, Mark, {
    Mark::Strong => "strong",
    Mark::Emphasis => "emphasis",
    Mark::Underline => "underline",
    Mark::Strike => "strike",
    Mark::Sub => "sub",
    Mark::Sup => "sup",
    Mark::Code => "code",
    Mark::Highlight => "mark",
    Mark::Small => "small",
    Mark::Link { .. } => "link",
    Mark::Lang(_) => "lang",
    Mark::Note(_) => "note",
});

/// What an article uses of the format, however deep.
#[derive(Default)]
pub struct Used {
    pub blocks: BTreeSet<&'static str>,
    pub marks: BTreeSet<&'static str>,
    pub breaks: usize,
}

impl Used {
    pub fn article(&mut self, article: &Article) {
        self.inlines(&article.lede);
        self.blocks(&article.body);
        article.notes.iter().for_each(|note| self.flow(note));
        article.corrections.iter().for_each(|correction| self.inlines(&correction.text));
    }

    fn flow(&mut self, flow: &Flow) {
        match flow {
            Flow::Text(text) => self.inlines(text),
            Flow::Blocks(blocks) => self.blocks(blocks),
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.blocks.insert(block_name(&block.kind));
            match &block.kind {
                BlockKind::Paragraph(text) | BlockKind::Heading { text, .. } => self.inlines(text),
                BlockKind::Image(image) => self.inlines(&image.caption),
                BlockKind::Gallery { caption, images, .. } => {
                    self.inlines(caption);
                    images.iter().for_each(|image| self.inlines(&image.caption));
                }
                BlockKind::Quote { content, cite, .. } => {
                    self.flow(content);
                    self.inlines(cite);
                }
                BlockKind::List { items, .. } => items.iter().for_each(|item| self.flow(item)),
                BlockKind::Table { caption, head, rows } => {
                    self.inlines(caption);
                    head.iter().chain(rows).flatten().for_each(|cell| self.inlines(&cell.text));
                }
                BlockKind::Video(video) => self.inlines(&video.caption),
                BlockKind::Audio { caption, .. } | BlockKind::Embed { caption, .. } => {
                    self.inlines(caption);
                }
                BlockKind::Box { blocks, .. } => self.blocks(blocks),
                BlockKind::Timeline { items } => {
                    items.iter().for_each(|item| self.blocks(&item.blocks));
                }
                BlockKind::Related { .. }
                | BlockKind::Code { .. }
                | BlockKind::Divider
                | BlockKind::Unknown { .. } => {}
            }
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(_) => {}
                Inline::Break => self.breaks += 1,
                Inline::Marked { mark, content } => {
                    self.marks.insert(mark_name(mark));
                    self.inlines(content);
                }
            }
        }
    }
}
