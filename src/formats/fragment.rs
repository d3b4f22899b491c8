//! HTML in a field becomes blocks and inlines: the one allow-list.
//!
//! It works on a parsed tree. What is not on the list gives up its words and is gone.

use super::Cursor;
use crate::article::{Block, BlockKind, Inline, Text};
use crate::html::{self, Node};
use crate::text::clean;

/// The blocks of a fragment. Its pictures, links and warnings are those of the field.
pub(super) fn blocks(field: &Cursor, html: &str) -> Vec<Block> {
    let text = words(field, html);
    if text.is_empty() {
        return Vec::new();
    }
    vec![BlockKind::Paragraph(vec![Inline::Text(text)]).into()]
}

/// The words of a fragment with their marks, where no blocks belong.
pub(super) fn inlines(field: &Cursor, html: &str) -> Vec<Inline> {
    let text = words(field, html);
    if text.is_empty() { Vec::new() } else { vec![Inline::Text(text)] }
}

/// A field of one line that may carry entities and tags, such as a headline.
pub(super) fn line(field: &Cursor) -> Option<Text> {
    let text = field.string()?;
    let text = if text.contains(['<', '&']) { words(field, text) } else { clean::line(text) };
    (!text.is_empty()).then_some(text)
}

fn words(field: &Cursor, html: &str) -> Text {
    let tree: Vec<Node> = field.parse_html(html);
    let mut out = String::new();
    html::text(&tree, &mut out);
    clean::line(&out)
}
