//! A line of text with its marks.

use super::{BLOCKS, SILENT};
use crate::article::{Inline, Lang, Mark};
use crate::formats::Cursor;
use crate::html::{Element, Node};
use crate::safe_url::UrlUse;
use crate::text::clean;

/// Words with their marks in the making. White space folds as it does on a page.
#[derive(Default)]
pub(in crate::formats) struct Run {
    out: Vec<Inline>,
    /// Whether a space is due before the next word.
    space: bool,
}

impl Run {
    pub(super) fn finish(mut self) -> Vec<Inline> {
        while matches!(self.out.last(), Some(Inline::Break)) {
            self.out.pop();
        }
        let blank = |piece: &Inline| match piece {
            Inline::Text(text) => text.trim().is_empty(),
            Inline::Break => true,
            Inline::Marked { .. } => false,
        };
        if self.out.iter().all(blank) { Vec::new() } else { self.out }
    }

    pub(super) fn append(&mut self, mut run: Vec<Inline>) {
        self.out.append(&mut run);
    }

    pub(super) fn text(&mut self, words: &str, marks: &[Mark]) {
        let mut text = String::new();
        for c in clean::prose(words).chars() {
            if matches!(c, ' ' | '\n' | '\t') {
                self.space = true;
                continue;
            }
            let starts = matches!(self.out.last(), None | Some(Inline::Break)) && text.is_empty();
            if std::mem::take(&mut self.space) && !starts {
                text.push(' ');
            }
            text.push(c);
        }
        if text.is_empty() {
            return;
        }
        let wrap = |piece, mark: &Mark| Inline::Marked { mark: mark.clone(), content: vec![piece] };
        if marks.is_empty()
            && let Some(Inline::Text(last)) = self.out.last_mut()
        {
            *last = [&**last, &text].concat().into();
        } else {
            self.out.push(marks.iter().rev().fold(Inline::Text(text.into()), wrap));
        }
    }

    /// A line break; true where it is the second one and a paragraph ends there.
    pub(super) fn line_break(&mut self, in_paragraph: bool) -> bool {
        self.space = false;
        if matches!(self.out.last(), Some(Inline::Break)) && !in_paragraph {
            return true;
        }
        if !self.out.is_empty() {
            self.out.push(Inline::Break);
        }
        false
    }

    pub(super) fn nodes(&mut self, field: &Cursor, nodes: &[Node], marks: &[Mark]) {
        for node in nodes {
            match node {
                Node::Text(words) => self.text(words, marks),
                Node::Element(element) => self.element(field, element, marks),
            }
        }
    }

    pub(super) fn element(&mut self, field: &Cursor, element: &Element, marks: &[Mark]) {
        let name = &*element.name;
        if SILENT.contains(&name) || name.is_empty() {
            return;
        }
        if name == "br" {
            self.line_break(true);
            return;
        }
        let is_block = BLOCKS.contains(&name);
        self.space |= is_block;
        let mut inner = marks.to_vec();
        inner.extend(mark(field, element).filter(|mark| !marks.contains(mark)));
        self.nodes(field, &element.children, &inner);
        self.space |= is_block;
    }
}

fn mark(field: &Cursor, element: &Element) -> Option<Mark> {
    Some(match &*element.name {
        "strong" | "b" => Mark::Strong,
        "em" | "i" | "cite" | "dfn" | "var" => Mark::Emphasis,
        "u" | "ins" => Mark::Underline,
        "s" | "strike" | "del" => Mark::Strike,
        "sub" => Mark::Sub,
        "sup" => Mark::Sup,
        "code" | "kbd" | "samp" | "tt" => Mark::Code,
        "mark" => Mark::Highlight,
        "small" => Mark::Small,
        "a" => {
            let href = element.get("href").filter(|href| !href.starts_with('#'))?;
            let title = element.get("title").map(clean::line).filter(|title| !title.is_empty());
            Mark::Link { url: field.url_of(href, UrlUse::Link)?, title }
        }
        _ => {
            let tag = element.get("lang").filter(|tag| Lang::is_tag(tag))?;
            Mark::Lang(Lang::new(tag))
        }
    })
}
