//! HTML in a field becomes blocks and inlines: the one allow-list.
//!
//! It works on a parsed tree, and builds what it knows anew. What is not on the list gives up its
//! words and is gone; there is no way for an element or an attribute to come through as it is.

mod media;
mod parts;
mod pictures;
mod run;
mod stays_out;
mod tables;

use parts::{gallery_of, holds_picture, with_words_beside};
use run::Run;

use super::cursor::Sink;
use super::{Cursor, Parsed, Source};
use crate::article::{Block, BlockKind, Dir, HeadingLevel, Inline, Lang, Mark, Text, plain_text};
use crate::error::{ParseError, Problem};
use crate::html::{self, Element, Node, Parser};
use crate::json::Json;
use crate::safe_url::UrlUse;
use crate::text::{clean, is_one_of};

/// What a format knows of elements of its own: the blocks that one becomes. `None` where it is
/// like any other.
pub(super) type Special<'a> = &'a dyn Fn(&Element) -> Option<Vec<Block>>;

/// The most paragraphs that are made of HTML which is not parsed.
const MOST_UNPARSED: usize = 2_000;

// The allow-list of elements, as far as there is no more to say of one than its name.
const SILENT: &str = "script style template head title meta link base source track param area col \
    colgroup wbr";
const CONTROLS: &str = "button input select textarea option optgroup datalist meter progress";
/// In the order of the marks.
const MARKS: [&str; 9] = [
    "b strong",
    "em i cite var dfn",
    "u ins",
    "s strike del",
    "sub",
    "sup",
    "code kbd samp tt",
    "mark",
    "small",
];
const HEADINGS: &str = "h1 h2 h3 h4 h5 h6";
const CONTAINERS: &str = "p div section article main header footer nav center form fieldset legend \
    address body html hgroup dl dd li summary figcaption caption dialog search thead tbody tfoot \
    tr td th";
const WORDS: &str = "font abbr acronym time data label nobr big ruby rb rt rp output slot basefont";

/// Reads a fragment alone, for whoever has nothing but it.
pub fn read(html: &str, source: &Source, parser: Parser) -> Result<Parsed<Vec<Block>>, ParseError> {
    let json = Json::Text("".into());
    let sink = Sink::new(source, parser, Vec::new());
    let article = blocks(&Cursor::root(&json, &sink), html);
    let (_, warnings) = sink.finish()?;
    Ok(Parsed { article, warnings })
}

/// The blocks of a fragment. Its pictures, links and warnings are those of the field.
pub(super) fn blocks(field: &Cursor, html: &str) -> Vec<Block> {
    nodes_to_blocks(field, &nodes(field, html), &|_| None)
}

/// The words of a fragment with their marks, where no blocks belong.
pub(super) fn inlines(field: &Cursor, html: &str) -> Vec<Inline> {
    nodes_to_inlines(field, &nodes(field, html))
}

/// A field of one line that may carry entities and tags, such as a headline.
pub(super) fn line(field: &Cursor) -> Option<Text> {
    match field.json() {
        Json::Text(text) if text.contains(['<', '&']) => {
            let text = clean::line(&plain_text(&inlines(field, text)));
            (!text.is_empty()).then_some(text)
        }
        _ => super::line(field),
    }
}

/// A fragment as a tree. Beyond the caps there is no structure: its words alone, in paragraphs.
pub(super) fn nodes(field: &Cursor, html: &str) -> Vec<Node> {
    if html::within_caps(html) {
        return field.parse_html(html);
    }
    field.warn(Problem::NotShown {
        what: "HTML this large or this deep; its words are shown, without pictures and links",
    });
    let paragraph = |words: &str| {
        let children = field.parse_html(words);
        Node::Element(Element { name: "p".to_owned(), attributes: Vec::new(), children })
    };
    let words = html::words(html);
    let (mut rest, mut out) = (&*words, Vec::new());
    while let (Some((words, after)), ..MOST_UNPARSED) = (rest.split_once("\n\n"), out.len() + 1) {
        out.push(paragraph(words));
        rest = after;
    }
    out.push(paragraph(rest));
    out
}

/// The blocks of a tree.
pub(super) fn nodes_to_blocks(field: &Cursor, nodes: &[Node], special: Special) -> Vec<Block> {
    let mut reader = Reader {
        cursor: field,
        special,
        levels: 0,
        out: Vec::new(),
        run: Run::new(),
        missing_picture: false,
        in_pull_quote: false,
    };
    reader.find_levels(nodes);
    reader.walk(nodes);
    reader.flush();
    reader.tell_missing_picture();
    reader.out
}

/// The words of a tree, where no blocks belong.
pub(super) fn nodes_to_inlines(field: &Cursor, nodes: &[Node]) -> Vec<Inline> {
    let (mut line, mut rest) = (Vec::new(), Vec::new());
    tables::flatten(nodes_to_blocks(field, nodes, &|_| None), &mut line, &mut rest);
    for _ in rest {
        field.warn(Problem::NotShown { what: "a picture or a recording within a line of text" });
    }
    line
}

/// Reads a tree from its beginning to its end.
struct Reader<'a> {
    cursor: &'a Cursor<'a>,
    special: Special<'a>,
    /// The levels of headings that there are, as bits.
    levels: u8,
    /// The blocks so far, and the words since the last of them.
    out: Vec<Block>,
    run: Run,
    /// Whether a picture had nothing but a placeholder.
    missing_picture: bool,
    in_pull_quote: bool,
}

impl Reader<'_> {
    /// Ends the paragraph.
    fn flush(&mut self) {
        let text = self.run.take();
        if !text.is_empty() {
            self.push(BlockKind::Paragraph(text));
        }
    }

    fn push(&mut self, kind: BlockKind) {
        if self.cursor.sink.count_block() {
            self.out.push(kind.into());
        }
    }

    /// The blocks of nodes that something else holds.
    fn nested(&mut self, nodes: &[Node]) -> Vec<Block> {
        self.flush();
        let outer = std::mem::take(&mut self.out);
        self.walk(nodes);
        self.flush();
        std::mem::replace(&mut self.out, outer)
    }

    /// The words of nodes; what is more than words follows as blocks.
    fn line_of(&mut self, nodes: &[Node]) -> Vec<Inline> {
        let blocks = self.nested(nodes);
        let mut line = Vec::new();
        tables::flatten(blocks, &mut line, &mut self.out);
        line
    }

    fn walk(&mut self, nodes: &[Node]) {
        for node in nodes {
            match node {
                Node::Text(text) => self.run.text(text),
                Node::Element(element) => self.element(element),
            }
        }
    }

    /// A block of its own that only holds others.
    fn container(&mut self, element: &Element) {
        self.flush();
        self.walk(&element.children);
        self.flush();
    }

    fn marked(&mut self, mark: Option<Mark>, element: &Element) {
        let opened = mark.is_some_and(|mark| self.run.open(mark));
        self.walk(&element.children);
        if opened {
            self.run.close();
        }
    }

    /// The allow-list.
    fn element(&mut self, element: &Element) {
        if element.name != "noscript" {
            self.tell_missing_picture();
        }
        if let Some(mut blocks) = (self.special)(element) {
            self.flush();
            self.out.append(&mut blocks);
            return;
        }
        if let Some(reason) = stays_out::reason(element) {
            return self.leave_out(element, reason);
        }
        let class = element.get("class").unwrap_or_default();
        let has = |part: &str| class.to_ascii_lowercase().contains(part);
        let name = &*element.name;
        let is = |names: &str| is_one_of(name, names);
        if let Some(mark) = Mark::named(name, &MARKS) {
            return self.marked(Some(mark), element);
        }
        match name {
            _ if is(SILENT) => {}
            _ if is(CONTROLS) => {
                self.leave_out(element, Problem::NotShown { what: "a form control" });
            }
            _ if is("noembed noframes") => {
                let what = "what is meant for old browsers";
                self.leave_out(element, Problem::NotShown { what });
            }
            "noscript" => match holds_picture(element) {
                true => self.noscript(element),
                false => {
                    let what = "what is meant for browsers without scripts";
                    self.leave_out(element, Problem::NotShown { what });
                }
            },

            "br" => {
                if self.run.line_break() {
                    self.flush();
                }
            }
            "a" => self.marked(self.link(element), element),
            "q" => {
                self.run.text("“");
                self.walk(&element.children);
                self.run.text("”");
            }

            _ if media::is_post(element) => self.post(element),
            _ if media::is_bare_post(element) => self.embed(element),
            _ if is("img amp-img") => self.picture(element, None),
            "picture" => match element.find(&|one| one.name == "img") {
                Some(image) => self.picture(image, Some(element)),
                None => self.picture(element, Some(element)),
            },
            _ if is("video audio") => self.player(element),
            _ if is("iframe embed object amp-iframe") => self.embed(element),
            "figure" => self.figure(element),
            _ if is("ul ol menu dir") => self.list(element),
            "blockquote" => self.quote(element),
            _ if is("aside details") => self.aside(element),
            "table" => self.table(element),
            _ if is("pre listing xmp") => self.preformatted(element),
            _ if is(HEADINGS) => self.heading(element),
            "hr" => {
                self.flush();
                self.push(BlockKind::Divider);
            }
            "dt" => {
                self.flush();
                self.marked(Some(Mark::Strong), element);
                self.flush();
            }

            // Captions and galleries by the name of their class, as content systems have them.
            _ if is("p div span dd figcaption")
                && (has("caption") || has("media-block__description") || name == "figcaption")
                && !holds_picture(element) =>
            {
                self.caption(element);
            }
            _ if is("div section") && has("gallery") => {
                let blocks = self.nested(&element.children);
                self.out.append(&mut gallery_of(blocks));
            }
            _ if is(CONTAINERS) => self.container(element),
            _ if is("span bdi bdo") => self.marked(language(element), element),
            _ if is(WORDS) => self.walk(&element.children),
            // Nobody knows whether these stand in a line. Their words do not run together.
            _ => {
                self.run.part(true);
                self.walk(&element.children);
                self.run.part(false);
            }
        }
    }

    /// Leaves an element out; where that loses something, with a warning.
    fn leave_out(&mut self, element: &Element, reason: Problem) {
        // Nobody would read the warning there.
        if cfg!(target_arch = "wasm32") {
            return;
        }
        let words = !element.text().chars().all(run::is_blank_char);
        let picture = element.name == "img" || holds_picture(element);
        if matches!(reason, Problem::LeftOut { .. }) {
            self.cursor.warn_once(reason);
        } else if words || picture {
            self.cursor.warn(reason);
        }
    }

    /// Pictures for browsers without scripts: the true ones, where the others are placeholders.
    fn noscript(&mut self, element: &Element) {
        let missing = std::mem::take(&mut self.missing_picture);
        let last = self.out.last();
        let shown = last.is_some_and(|block| matches!(block.kind, BlockKind::Image(_)));
        if missing || !shown || !self.run.is_empty() {
            return self.walk(&element.children);
        }
        // Right behind a picture it is that picture once more.
        let before = self.nested(&element.children);
        let more = before.into_iter().filter(|block| !matches!(block.kind, BlockKind::Image(_)));
        self.out.extend(more);
    }

    fn link(&self, element: &Element) -> Option<Mark> {
        let href = element.get("href")?.trim();
        // A place in a page that is not this one.
        if href.is_empty() || href.starts_with('#') {
            return None;
        }
        let url = self.cursor.url_of(href, UrlUse::Link)?;
        let title = element.get("title").map(clean::line).filter(|title| !title.is_empty());
        Some(Mark::Link { url, title })
    }

    /// Notes which levels there are, so that the highest becomes the first below the headline.
    fn find_levels(&mut self, nodes: &[Node]) {
        for node in nodes {
            if let Node::Element(element) = node {
                self.levels |= 1 << level(element).unwrap_or(7);
                self.find_levels(&element.children);
            }
        }
    }

    fn heading(&mut self, element: &Element) {
        let own = level(element).unwrap_or_default();
        let above = (1..own).filter(|level| self.levels & (1 << level) != 0).count();
        let level = match above {
            0 => HeadingLevel::Two,
            1 => HeadingLevel::Three,
            _ => HeadingLevel::Four,
        };
        for mut block in self.nested(&element.children) {
            if let BlockKind::Paragraph(text) = block.kind {
                block.kind = BlockKind::Heading { level, text };
            }
            self.out.push(block);
        }
    }
}

/// The level of a heading that says something.
fn level(element: &Element) -> Option<u8> {
    let [b'h', level @ b'1'..=b'6'] = element.name.as_bytes() else { return None };
    let level = level - b'0';
    (!element.text().chars().all(run::is_blank_char)).then_some(level)
}

/// The language of words within others.
fn language(element: &Element) -> Option<Mark> {
    let tag = element.get("lang").filter(|tag| Lang::is_tag(tag) && *tag != "und")?;
    let lang = Lang::new(tag);
    let dir = match element.get("dir") {
        Some("ltr") => Dir::Ltr,
        Some("rtl") => Dir::Rtl,
        _ => lang.dir,
    };
    Some(Mark::Lang(Lang { dir, ..lang }))
}
