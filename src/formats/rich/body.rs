//! A body in the making: blocks, and the line of text that is being written.

use std::cell::Cell;

use super::Rich;
use crate::article::{Block, BlockKind, Flow, HeadingLevel, Inline, Mark, plain_text};
use crate::error::Problem;
use crate::formats::{Cursor, fragment};
use crate::json::Json;
use crate::text::{clean, digits};

/// Marks around one text. Nobody needs more, and elements nested by the thousand end a renderer.
const MAX_MARKS: usize = 16;

/// What holds for the document as a whole.
pub(in crate::formats) struct Shared {
    pub rich: &'static Rich,
    /// The levels of headings that it uses, a bit each.
    levels: u8,
    /// Whether it was said that advertisement slots are left out.
    pub said_slot: Cell<bool>,
}

impl Shared {
    pub fn new(rich: &'static Rich, levels: u8) -> Self {
        Self { rich, levels, said_slot: Cell::new(false) }
    }
}

/// Blocks, and the line after them. Whatever is a block ends the line, so that text and blocks may
/// stand side by side as these formats have them.
pub(in crate::formats) struct Body<'a> {
    pub shared: &'a Shared,
    pub blocks: Vec<Block>,
    pub line: Vec<Inline>,
}

impl<'a> Body<'a> {
    pub fn new(shared: &'a Shared) -> Self {
        Self { shared, blocks: Vec::new(), line: Vec::new() }
    }

    /// An empty one of the same document, for what a block holds.
    pub fn inside(&self) -> Self {
        Self::new(self.shared)
    }

    /// Adds a block.
    pub fn push(&mut self, at: &Cursor, kind: BlockKind) {
        self.end_line(at);
        if at.sink.count_block() {
            self.blocks.push(kind.into());
        }
    }

    /// The line becomes a paragraph, where it has words.
    pub fn end_line(&mut self, at: &Cursor) {
        let line = std::mem::take(&mut self.line);
        self.paragraph(at, line);
    }

    /// A paragraph, where it has words.
    pub fn paragraph(&mut self, at: &Cursor, mut text: Vec<Inline>) {
        while text.last() == Some(&Inline::Break) {
            text.pop();
        }
        if !is_blank(&text) && at.sink.count_block() {
            self.blocks.push(BlockKind::Paragraph(text).into());
        }
    }

    /// A heading: of the levels that the document uses, the first one becomes level 2.
    pub fn heading(&mut self, at: &Cursor, level: u32, text: Vec<Inline>) {
        if is_blank(&text) {
            return;
        }
        let above = (self.shared.levels & ((1u8 << level.clamp(1, 6)) - 1)).count_ones();
        let level = match above {
            0 => HeadingLevel::Two,
            1 => HeadingLevel::Three,
            _ => HeadingLevel::Four,
        };
        self.push(at, BlockKind::Heading { level, text });
    }

    /// What was read inside of a block that holds no blocks: those go before it.
    pub fn text_of(&mut self, at: &Cursor, inner: Body) -> Vec<Inline> {
        if !inner.blocks.is_empty() {
            self.end_line(at);
        }
        self.blocks.extend(inner.blocks);
        inner.line
    }

    /// The blocks, the last line with them.
    pub fn done(mut self, at: &Cursor) -> Vec<Block> {
        self.end_line(at);
        self.blocks
    }

    /// The same for the content of a quotation or an item: a single paragraph is a text.
    pub fn flow(self, at: &Cursor) -> Option<Flow> {
        let mut blocks = self.done(at);
        if let [Block { kind: BlockKind::Paragraph(text), .. }] = &mut blocks[..] {
            return Some(Flow::Text(std::mem::take(text)));
        }
        (!blocks.is_empty()).then_some(Flow::Blocks(blocks))
    }

    /// A text of one line or several, whatever it is written as: text, HTML where the format
    /// has that, or a document within the document.
    pub fn words(&self, value: &Cursor) -> Vec<Inline> {
        match value.json() {
            Json::Text(text) if self.shared.rich.html => fragment::inlines(value, text),
            Json::Text(text) => vec![Inline::Text(clean::prose(text))],
            Json::Integer(number) => vec![Inline::Text(digits(*number).into())],
            json if (self.shared.rich.is)(json) => {
                let mut inner = self.inside();
                (self.shared.rich.read)(value, &mut inner);
                let (mut text, mut left) = (Vec::new(), Vec::new());
                super::media::flatten(inner.done(value), &mut text, &mut left);
                if !left.is_empty() {
                    value.warn(Problem::NotShown { what: "a picture or table within one line" });
                }
                text
            }
            Json::Array(_) => {
                let mut out = Vec::new();
                value.for_each(&mut |item| {
                    let words = self.words(item);
                    if !is_blank(&words) {
                        if !out.is_empty() {
                            out.push(Inline::Text(", ".into()));
                        }
                        out.extend(words);
                    }
                });
                out
            }
            Json::Object(_) => {
                let keys = ["editorState", "text", "name", "title", "current", "children"];
                let words = keys.iter().filter_map(|key| value.get(key));
                words
                    .map(|member| self.words(&member))
                    .find(|words| !is_blank(words))
                    .unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    /// The first of these members that has words.
    pub fn first_words(&self, value: &Cursor, keys: &[&str]) -> Vec<Inline> {
        let members = keys.iter().filter_map(|key| value.get(key));
        members.map(|member| self.words(&member)).find(|text| !is_blank(text)).unwrap_or_default()
    }

    /// The same as a line without marks.
    pub fn first_line(&self, value: &Cursor, keys: &[&str]) -> Option<crate::article::Text> {
        let line = clean::line(&plain_text(&self.first_words(value, keys)));
        (!line.is_empty()).then_some(line)
    }
}

/// Whether there is nothing to read.
pub(in crate::formats) fn is_blank(text: &[Inline]) -> bool {
    text.iter().all(|inline| match inline {
        Inline::Text(text) => text.trim().is_empty(),
        Inline::Break => true,
        Inline::Marked { mark: Mark::Note(_), .. } => false,
        Inline::Marked { content, .. } => is_blank(content),
    })
}

/// Adds text with its marks, the first one outermost. What is marked like the text before it
/// goes on there: these formats part a text wherever one of its marks changes.
pub(in crate::formats) fn put(out: &mut Vec<Inline>, marks: &[Mark], mut content: Vec<Inline>) {
    if content.is_empty() && !marks.iter().any(|mark| matches!(mark, Mark::Note(_))) {
        return;
    }
    let Some((mark, inner)) = marks.split_first() else {
        out.append(&mut content);
        return;
    };
    if let Some(Inline::Marked { mark: last, content: before }) = out.last_mut()
        && last == mark
    {
        return put(before, inner, content);
    }
    let mut inside = Vec::new();
    put(&mut inside, inner, content);
    out.push(Inline::Marked { mark: mark.clone(), content: inside });
}

/// Adds a mark: links outermost, each one once, and no more than a reader could see.
pub(in crate::formats) fn text_mark(at: &Cursor, marks: &mut Vec<Mark>, mark: Option<Mark>) {
    let Some(mark) = mark else { return };
    let is_link = |mark: &Mark| matches!(mark, Mark::Link { .. });
    if marks.contains(&mark) || (is_link(&mark) && marks.iter().any(is_link)) {
        return;
    }
    match marks.len() {
        MAX_MARKS => at.warn(Problem::TooDeep),
        _ if is_link(&mark) => marks.insert(0, mark),
        _ => marks.push(mark),
    }
}

/// The marks that have no more than a name, as all these formats spell them.
pub(in crate::formats) fn named_mark(name: &str) -> Option<Mark> {
    const NAMES: [&str; 9] = [
        "strong bold b",
        "em italic i emphasis",
        "underline u",
        "strike strike-through strikethrough strike_through s del",
        "sub subscript",
        "sup super superscript",
        "code",
        "highlight mark",
        "small",
    ];
    Mark::named(name, &NAMES)
}

/// Hangs a nested list, or whatever belongs to the item before it, on that item.
pub(in crate::formats) fn attach(items: &mut Vec<Flow>, mut more: Vec<Block>) {
    match items.last_mut() {
        None => items.push(Flow::Blocks(more)),
        Some(Flow::Blocks(blocks)) => blocks.append(&mut more),
        Some(Flow::Text(text)) => {
            let mut blocks = vec![BlockKind::Paragraph(std::mem::take(text)).into()];
            blocks.append(&mut more);
            items.pop();
            items.push(Flow::Blocks(blocks));
        }
    }
}

/// The box before an item that is done or not.
pub(in crate::formats) fn check_box(checked: Option<&Json>) -> Inline {
    let done = match checked {
        Some(Json::Bool(done)) => *done,
        Some(Json::Text(state)) => matches!(&**state, "DONE" | "DECIDED" | "true" | "checked"),
        _ => false,
    };
    Inline::Text(if done { "\u{2611} " } else { "\u{2610} " }.into())
}
