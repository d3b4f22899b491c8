//! HTML in a field becomes blocks and inlines: the one allow-list.
//!
//! It works on a parsed tree, after the caps. What is not on the list gives up its words and is
//! gone; what does not belong to the article, such as an advertisement, is gone with them, and a
//! warning says so. Words are in [`run`], pictures and recordings in [`media`], and
//! [`tables`] in a file of their own.

mod media;
mod run;
mod tables;

use super::Cursor;
use run::Run;

use crate::article::{Block, BlockKind, Flow, HeadingLevel, Inline, ListStyle, QuoteStyle, Text};
use crate::error::Problem;
use crate::html::{self, Element, Node};
use crate::safe_url::UrlUse;
use crate::text::clean;

/// The blocks of a fragment. Its pictures, links and warnings are those of the field.
pub(super) fn blocks(field: &Cursor, html: &str) -> Vec<Block> {
    let mut out = Body::new(field);
    out.nodes(&parse(field, html), false);
    out.finish()
}

/// The words of a fragment with their marks, where no blocks belong.
pub(super) fn inlines(field: &Cursor, html: &str) -> Vec<Inline> {
    let mut run = Run::default();
    run.nodes(field, &parse(field, html), &[]);
    run.finish()
}

/// A field of one line that may carry entities and tags, such as a headline.
pub(super) fn line(field: &Cursor) -> Option<Text> {
    let text = field.string()?;
    if !text.contains(['<', '&']) {
        let text = clean::line(text);
        return (!text.is_empty()).then_some(text);
    }
    let mut out = String::new();
    html::text(&parse(field, text), &mut out);
    let text = clean::line(&out);
    (!text.is_empty()).then_some(text)
}

/// The tree, or where the caps forbid to build one the words alone.
fn parse(field: &Cursor, html: &str) -> Vec<Node> {
    if html::within_caps(html) {
        return field.parse_html(html);
    }
    field.warn(Problem::TooDeep);
    vec![Node::Text(html::without_tags(html))]
}

/// Elements that part blocks; everything else is part of a line of text.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "img",
    "picture",
    "video",
    "audio",
    "iframe",
    "embed",
    "object",
    "noscript",
];

/// Elements that hold no words for readers.
const SILENT: &[&str] = &[
    "script", "style", "template", "head", "title", "meta", "link", "base", "input", "select",
    "option", "button", "textarea", "noframes", "noembed", "param", "source", "track", "map",
];

/// Classes of what stands between the article's own parts.
const APART: &[(&str, &str)] = &[
    ("adsbygoogle", "an advertisement"),
    ("advertisement", "an advertisement"),
    ("advert", "an advertisement"),
    ("ads", "an advertisement"),
    ("ad", "an advertisement"),
    ("quangcao", "an advertisement"),
    ("banner-ads", "an advertisement"),
    ("sharedaddy", "buttons for sharing"),
    ("social-share", "buttons for sharing"),
    ("jp-relatedposts", "links to other articles"),
    ("comments", "readers' comments"),
];

/// A body in the making.
pub(super) struct Body<'a> {
    field: &'a Cursor<'a>,
    out: Vec<Block>,
    run: Run,
}

impl<'a> Body<'a> {
    fn new(field: &'a Cursor<'a>) -> Self {
        Self { field, out: Vec::new(), run: Run::default() }
    }

    fn finish(mut self) -> Vec<Block> {
        self.paragraph();
        self.out
    }

    fn push(&mut self, kind: BlockKind) {
        self.paragraph();
        if self.field.sink.count_block() {
            self.out.push(kind.into());
        }
    }

    /// Ends the paragraph that is being written.
    fn paragraph(&mut self) {
        let run = std::mem::take(&mut self.run).finish();
        if !run.is_empty() && self.field.sink.count_block() {
            self.out.push(BlockKind::Paragraph(run).into());
        }
    }

    /// `<br><br>` parts paragraphs where no `<p>` does.
    fn nodes(&mut self, nodes: &[Node], in_paragraph: bool) {
        for node in nodes {
            match node {
                Node::Text(words) => self.run.text(words, &[]),
                Node::Element(element) => self.element(element, in_paragraph),
            }
        }
    }

    fn inside(&self, element: &Element) -> Vec<Block> {
        let mut inner = Body::new(self.field);
        inner.nodes(&element.children, false);
        inner.paragraph();
        inner.out
    }

    fn element(&mut self, element: &Element, in_paragraph: bool) {
        let name = &*element.name;
        if SILENT.contains(&name) || self.is_apart(element) {
            return;
        }
        if name.is_empty() {
            // Of another namespace: its words are labels of what cannot be drawn here.
            return self.field.warn(Problem::NotShown { what: "a drawing or a formula" });
        }
        if name == "br" {
            if self.run.line_break(in_paragraph) {
                self.paragraph();
            }
            return;
        }
        if !BLOCKS.contains(&name) && !has_block(element) {
            return self.run.element(self.field, element, &[]);
        }
        match name {
            "p" => {
                self.paragraph();
                self.nodes(&element.children, true);
                self.paragraph();
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(element),
            "ul" | "ol" => self.list(element),
            "blockquote" => self.quote(element),
            "pre" => {
                let text = clean::prose(element.text().trim_matches('\n'));
                if !text.trim().is_empty() {
                    self.push(BlockKind::Code { language: None, text });
                }
            }
            "hr" => self.push(BlockKind::Divider),
            "table" => tables::table(self, element),
            "figure" => media::figure(self, element),
            "img" | "picture" | "noscript" => media::picture(self, element),
            "video" | "audio" => media::recording(self, element),
            "iframe" | "embed" | "object" => media::embed(self, element),
            _ => {
                self.paragraph();
                self.nodes(&element.children, false);
                self.paragraph();
            }
        }
    }

    fn is_apart(&self, element: &Element) -> bool {
        let names = ["class", "id"].map(|key| element.get(key).unwrap_or_default());
        let mut words = names.iter().flat_map(|name| name.split_ascii_whitespace());
        let found = words.find_map(|word| APART.iter().find(|(known, _)| *known == word));
        if let Some((_, what)) = found {
            self.field.warn(Problem::LeftOut { what });
        }
        found.is_some()
    }

    fn heading(&mut self, element: &Element) {
        if element.find(&|child| matches!(&*child.name, "img" | "picture")).is_some() {
            return self.nodes(&element.children, false);
        }
        let mut run = Run::default();
        run.nodes(self.field, &element.children, &[]);
        let text = run.finish();
        if !text.is_empty() {
            // The view counts levels so that none is left out.
            let level = match &*element.name {
                "h1" | "h2" => HeadingLevel::Two,
                "h3" => HeadingLevel::Three,
                _ => HeadingLevel::Four,
            };
            self.push(BlockKind::Heading { level, text });
        }
    }

    fn list(&mut self, element: &Element) {
        let mut items: Vec<Flow> = Vec::new();
        for child in element.elements() {
            let mut inner = self.inside(child);
            // A list that stands between items belongs to the one before it.
            if child.name != "li"
                && let Some(Flow::Blocks(last)) = items.last_mut()
            {
                last.append(&mut inner);
            } else if let [Block { kind: BlockKind::Paragraph(run), .. }] = &mut inner[..] {
                items.push(Flow::Text(std::mem::take(run)));
            } else if !inner.is_empty() {
                items.push(Flow::Blocks(inner));
            }
        }
        if items.is_empty() {
            return;
        }
        let start = element.get("start").and_then(|start| start.trim().parse().ok());
        let style = match &*element.name {
            "ol" => ListStyle::Number(start.unwrap_or(1)),
            _ => ListStyle::Bullet,
        };
        self.push(BlockKind::List { style, items });
    }

    fn quote(&mut self, element: &Element) {
        let is_source = |child: &Element| matches!(&*child.name, "cite" | "footer");
        let mut cite = Run::default();
        let mut body = Body::new(self.field);
        for node in &element.children {
            match node {
                Node::Element(child) if is_source(child) => {
                    cite.nodes(self.field, &child.children, &[]);
                }
                node => body.nodes(std::slice::from_ref(node), false),
            }
        }
        body.paragraph();
        let cite = cite.finish();
        let address = element.get("cite").unwrap_or_default();
        let url = self.field.url_of(address, UrlUse::Link);
        let content = match &mut body.out[..] {
            [] => return self.run.append(cite),
            [Block { kind: BlockKind::Paragraph(run), .. }] => Flow::Text(std::mem::take(run)),
            _ => Flow::Blocks(body.out),
        };
        self.push(BlockKind::Quote { content, cite, url, style: QuoteStyle::Block });
    }
}

/// Whether an element that should be part of a line holds a block, as careless HTML does.
fn has_block(element: &Element) -> bool {
    element.find(&|child| BLOCKS.contains(&&*child.name)).is_some()
}
