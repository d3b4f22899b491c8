//! What holds other blocks: lists, quotations, boxes, figures, and text that keeps its white space.

use super::Reader;
use super::run::is_blank_char;
use super::tables::flatten;
use crate::article::{
    Block, BlockKind, BoxTone, Flow, GalleryLayout, Inline, ListStyle, QuoteStyle, plain_text,
};
use crate::html::{Element, Node};
use crate::safe_url::UrlUse;
use crate::text::{clean, is_one_of, whole};

/// The most characters that are taken for the caption of the one picture above them.
const MOST_OF_A_CAPTION: usize = 600;

impl Reader<'_> {
    pub(super) fn list(&mut self, list: &Element) {
        self.flush();
        let mut items: Vec<Vec<Block>> = Vec::new();
        for node in &list.children {
            let is_list = matches!(node, Node::Element(one) if is_one_of(&one.name, "ul ol"));
            let mut blocks = self.nested(std::slice::from_ref(node));
            match items.last_mut() {
                // A list right within a list belongs to the item before it.
                Some(last) if is_list => last.append(&mut blocks),
                _ if blocks.is_empty() => {}
                _ => items.push(blocks),
            }
        }
        let is_picture = |item: &Vec<Block>| {
            matches!(item.as_slice(), [Block { kind: BlockKind::Image(_), .. }])
        };
        if items.iter().all(is_picture) {
            let mut all = Vec::new();
            items.iter_mut().for_each(|item| all.append(item));
            self.out.append(&mut gallery_of(all));
            return;
        }
        let start = list.get("start").and_then(|start| i32::try_from(whole(start.trim())?).ok());
        let style = match &*list.name {
            "ol" => ListStyle::Number(start.unwrap_or(1)),
            _ => ListStyle::Bullet,
        };
        let mut flows = Vec::new();
        items.into_iter().for_each(|item| flows.push(flow(item)));
        self.push(BlockKind::List { style, items: flows });
    }

    pub(super) fn quote(&mut self, quote: &Element) {
        self.flush();
        let outer = std::mem::take(&mut self.out);
        let mut cite = Vec::new();
        // Who said it stands behind all that was said; before that it is a title within.
        let says_whom = |node: &Node| match node {
            Node::Element(one) => is_one_of(&one.name, "footer cite"),
            Node::Text(text) => text.chars().all(is_blank_char),
        };
        let ends = quote.children.iter().rev().take_while(|node| says_whom(node)).count();
        let (said, whom) = quote.children.split_at(quote.children.len() - ends);
        self.walk(said);
        self.flush();
        for node in whom {
            if let Node::Element(one) = node {
                let line = self.line_of(&one.children);
                super::run::add_line(&mut cite, line);
            }
        }
        self.flush();
        let mut blocks = std::mem::replace(&mut self.out, outer);
        if blocks.is_empty() {
            if !cite.is_empty() {
                self.push(BlockKind::Paragraph(cite));
            }
            return;
        }
        let is_media =
            |block: &Block| matches!(block.kind, BlockKind::Image(_) | BlockKind::Embed { .. });
        if cite.is_empty() && blocks.iter().all(is_media) {
            return self.out.append(&mut blocks);
        }
        let class = quote.get("class").unwrap_or_default();
        let style = if self.in_pull_quote || class.contains("pull") {
            QuoteStyle::Pull
        } else {
            QuoteStyle::Block
        };
        let url = quote.get("cite").and_then(|url| self.cursor.url_of(url, UrlUse::Link));
        self.push(BlockKind::Quote { content: flow(blocks), cite, url, style });
    }

    /// `aside` and `details`: a box, under the words of its `summary`.
    pub(super) fn aside(&mut self, aside: &Element) {
        self.flush();
        let outer = std::mem::take(&mut self.out);
        let mut title = None;
        for node in &aside.children {
            match node {
                Node::Element(one) if one.name == "summary" => {
                    let line = clean::line(&plain_text(&self.line_of(&one.children)));
                    title = title.or((!line.is_empty()).then_some(line));
                }
                _ => self.walk(std::slice::from_ref(node)),
            }
        }
        self.flush();
        let blocks = std::mem::replace(&mut self.out, outer);
        if title.is_some() || !blocks.is_empty() {
            self.push(BlockKind::Box { title, tone: BoxTone::Note, blocks });
        }
    }

    /// What belongs together: a picture with its caption, pictures beside each other.
    pub(super) fn figure(&mut self, figure: &Element) {
        self.flush();
        let outer = std::mem::take(&mut self.out);
        let pull = figure.get("class").is_some_and(|class| class.contains("pullquote"));
        let before = std::mem::replace(&mut self.in_pull_quote, pull);
        let (mut caption, mut credit) = (Vec::new(), Vec::new());
        let mut place = Place::Below;
        for node in &figure.children {
            match node {
                Node::Element(one) if one.name == "figcaption" && !holds_picture(one) => {
                    self.flush();
                    if self.out.is_empty() && caption.is_empty() {
                        place = Place::Above;
                    }
                    let line = self.line_of(&one.children);
                    super::run::add_line(&mut caption, line);
                }
                Node::Element(one) if is_credit(one) => {
                    let line = self.line_of(&one.children);
                    super::run::add_line(&mut credit, line);
                }
                _ => self.walk(std::slice::from_ref(node)),
            }
        }
        self.flush();
        self.in_pull_quote = before;
        let mut blocks = std::mem::replace(&mut self.out, outer);
        let words = clean::line(&plain_text(&credit));
        let image = blocks.iter_mut().find_map(|block| match &mut block.kind {
            BlockKind::Image(image) if image.credit.is_none() => Some(image),
            _ => None,
        });
        match image {
            Some(image) if !words.is_empty() => image.credit = Some(words),
            _ => super::run::add_line(&mut caption, credit),
        }
        self.out.append(&mut figure_of(gallery_of(blocks), caption, place));
    }

    /// A caption without a figure belongs to what stands right above it.
    pub(super) fn caption(&mut self, element: &Element) {
        self.flush();
        let line = self.line_of(&element.children);
        if line.is_empty() {
            return;
        }
        let last = self.out.last_mut();
        match last.and_then(|last| caption_of(&mut last.kind, Place::Below)) {
            Some(caption) if caption.is_empty() => *caption = line,
            _ => self.push(BlockKind::Paragraph(line)),
        }
    }

    /// `pre`: code, or verse, which is text that keeps its lines.
    pub(super) fn preformatted(&mut self, pre: &Element) {
        self.flush();
        if pre.has_class("wp-block-verse") || pre.find(&|one| one.name == "img").is_some() {
            self.run.verbatim = true;
            self.walk(&pre.children);
            self.run.verbatim = false;
            return self.flush();
        }
        let mut text = String::new();
        verbatim(&pre.children, &mut text);
        let code = clean::prose(text.strip_prefix('\n').unwrap_or(&text).trim_end());
        if code.chars().all(is_blank_char) {
            return;
        }
        let names = |element: &Element| {
            let mut classes = element.get("class").unwrap_or_default().split_ascii_whitespace();
            let name = |class: &str| {
                let name = class.strip_prefix("language-").or_else(|| class.strip_prefix("lang-"));
                name.map(clean::line)
            };
            classes.find_map(name)
        };
        let language = names(pre).or_else(|| pre.elements().find_map(names));
        self.push(BlockKind::Code { language, text: code });
    }
}

/// Words as they stand, with their lines.
fn verbatim(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Element(one) => match &*one.name {
                "br" => out.push('\n'),
                name if is_one_of(name, "script style template button") => {}
                _ => verbatim(&one.children, out),
            },
        }
    }
}

/// Whether an element of a figure says whose picture it is.
fn is_credit(element: &Element) -> bool {
    let class = element.get("class").unwrap_or_default().to_ascii_lowercase();
    let mut called = "byline credit copyright photographer".split(' ');
    called.any(|name| class.contains(name)) && !holds_picture(element)
}

pub(super) fn holds_picture(element: &Element) -> bool {
    let media = "img amp-img picture video audio iframe table";
    element.find(&|one| is_one_of(&one.name, media)).is_some()
}

/// One paragraph is a run of text, anything else is blocks.
pub(super) fn flow(mut blocks: Vec<Block>) -> Flow {
    match blocks.pop() {
        Some(Block { kind: BlockKind::Paragraph(text), .. }) if blocks.is_empty() => {
            Flow::Text(text)
        }
        last => {
            blocks.extend(last);
            Flow::Blocks(blocks)
        }
    }
}

/// Several pictures and nothing else become one block.
pub(super) fn gallery_of(blocks: Vec<Block>) -> Vec<Block> {
    let is_image = |block: &Block| matches!(block.kind, BlockKind::Image(_));
    if blocks.len() < 2 || !blocks.iter().all(is_image) {
        return blocks;
    }
    let mut images = Vec::new();
    for block in blocks {
        if let BlockKind::Image(image) = block.kind {
            images.push(image);
        }
    }
    let (layout, caption) = (GalleryLayout::Grid, Vec::new());
    vec![BlockKind::Gallery { images, layout, caption }.into()]
}

/// Where a caption stands in the source. Shown is one below, but above a table.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Place {
    Above,
    Below,
}

/// The caption that a block can have, where no words change places with it.
fn caption_of(kind: &mut BlockKind, place: Place) -> Option<&mut Vec<Inline>> {
    match kind {
        BlockKind::Image(image) => Some(&mut image.caption),
        BlockKind::Video(video) => Some(&mut video.caption),
        BlockKind::Audio { caption, .. } | BlockKind::Embed { caption, .. } => Some(caption),
        BlockKind::Gallery { images, caption, .. } => {
            let bare = images.iter().all(|image| image.caption.is_empty());
            (place == Place::Below || bare).then_some(caption)
        }
        BlockKind::Table { caption, .. } => (place == Place::Above).then_some(caption),
        BlockKind::Quote { cite, .. } => (place == Place::Below).then_some(cite),
        _ => None,
    }
}

/// Blocks of a figure with its caption. Where none is marked, the words beside its one picture
/// are it.
pub(super) fn figure_of(mut blocks: Vec<Block>, caption: Vec<Inline>, place: Place) -> Vec<Block> {
    if caption.is_empty() {
        return with_words_beside(blocks);
    }
    let at = match place {
        Place::Above => blocks.first_mut(),
        Place::Below => blocks.last_mut(),
    };
    match at.and_then(|block| caption_of(&mut block.kind, place)) {
        Some(own) if own.is_empty() => *own = caption,
        _ => {
            let at = if place == Place::Above { 0 } else { blocks.len() };
            blocks.insert(at, BlockKind::Paragraph(caption).into());
        }
    }
    blocks
}

/// Takes the words beside a picture, a recording or an embed for its caption, where there is
/// nothing else.
pub(super) fn with_words_beside(blocks: Vec<Block>) -> Vec<Block> {
    let words = |block: &Block| match &block.kind {
        BlockKind::Paragraph(text) => Some(plain_text(text).chars().count()),
        _ => None,
    };
    let is_silent = |block: &Block| match &block.kind {
        BlockKind::Image(image) => image.caption.is_empty(),
        BlockKind::Video(video) => video.caption.is_empty(),
        BlockKind::Audio { caption, .. } | BlockKind::Embed { caption, .. } => caption.is_empty(),
        _ => false,
    };
    let (mut length, mut others) = (0, 0);
    for block in &blocks {
        match words(block) {
            Some(words) => length += words,
            None if is_silent(block) => others += 1,
            None => return blocks,
        }
    }
    if length > MOST_OF_A_CAPTION || others != 1 || blocks.len() < 2 {
        return blocks;
    }
    let (mut text, mut figure) = (Vec::new(), Vec::new());
    for block in blocks {
        let part = if is_silent(&block) { &mut figure } else { &mut text };
        part.push(block);
    }
    let takes = figure.first_mut().and_then(|block| caption_of(&mut block.kind, Place::Below));
    if let Some(own) = takes {
        flatten(text, own, &mut Vec::new());
    }
    figure
}
