//! The blocks of a BBC article: one arm for each type.

use super::words::{children, first_link, kind, one_line, words};
use super::{media, only_text};
use crate::article::{
    Align, Author, Block, BlockKind, BoxTone, Cell, Flow, HeadingLevel, Inline, ListStyle,
    QuoteStyle, Related, Text, plain_text,
};
use crate::error::Problem;
use crate::formats::rich::flatten;
use crate::formats::{Cursor, fragment};
use crate::json::Json;
use crate::safe_url::SafeUrl;
use crate::text::clean;

/// Types that stand between the article's own blocks, and what they are.
const APART: &[(&str, &str)] = &[
    ("mpu", "an advertisement slot"),
    ("ad", "an advertisement slot"),
    ("advert", "an advertisement slot"),
    ("leaderboard", "an advertisement slot"),
    ("wsoj", "recommendations of other articles"),
    ("recommendations", "recommendations of other articles"),
    ("mostRead", "recommendations of other articles"),
    ("topStories", "recommendations of other articles"),
    ("features", "recommendations of other articles"),
    ("podcastPromo", "a programme's promotion"),
    ("podcast", "a programme's promotion"),
    ("newsletter", "a newsletter's sign-up form"),
    ("embedUploader", "a form for readers"),
    ("electionBanner", "an election banner"),
];

/// The article in the making.
pub(super) struct Reader {
    /// The body so far.
    pub(super) out: Vec<Block>,
    pub(super) headline: Option<Text>,
    pub(super) lede: Vec<Inline>,
    pub(super) authors: Vec<Author>,
    /// The article's own page, where its videos play.
    pub(super) page: Option<SafeUrl>,
    /// What was left out already; once a kind is enough.
    left_out: Vec<&'static str>,
}

impl Reader {
    pub(super) fn new(page: Option<SafeUrl>) -> Self {
        Self {
            out: Vec::new(),
            headline: None,
            lede: Vec::new(),
            authors: Vec::new(),
            page,
            left_out: Vec::new(),
        }
    }

    pub(super) fn push(&mut self, block: &Cursor, kind: BlockKind) {
        if block.sink.count_block() {
            self.out.push(kind.into());
        }
    }

    /// Words that have no better place.
    pub(super) fn paragraph(&mut self, block: &Cursor, text: Vec<Inline>) {
        if !text.is_empty() {
            self.push(block, BlockKind::Paragraph(text));
        }
    }

    /// What the blocks within a block come to.
    fn inside(&mut self, block: &Cursor) -> Vec<Block> {
        let outer = std::mem::take(&mut self.out);
        children(block, &mut |child| self.block(child));
        std::mem::replace(&mut self.out, outer)
    }

    pub(super) fn block(&mut self, block: &Cursor) {
        if !matches!(block.json(), Json::Object(_)) {
            if block.is_text() {
                return self.paragraph(block, words(block));
            }
            return block.wrong_type("a block").unwrap_or_default();
        }
        let kind = kind(block);
        if let Some((_, what)) = APART.iter().find(|(known, _)| *known == kind) {
            if !self.left_out.contains(what) {
                self.left_out.push(what);
                block.warn(Problem::LeftOut { what });
            }
            return;
        }
        match kind {
            // When it was published is told by the metadata.
            "timestamp" | "visuallyHiddenHeadline" | "version" => {}
            "headline" => match one_line(block) {
                Some(text) if self.headline.is_none() => self.headline = Some(text),
                Some(_) => self.heading(block),
                None => {}
            },
            "subheadline" | "crosshead" | "heading" | "title" => self.heading(block),
            "synopsis" | "standfirst" if self.lede.is_empty() && self.out.is_empty() => {
                self.lede = words(block);
            }
            "paragraph" | "fragment" | "urlLink" | "inline" => self.paragraph(block, words(block)),
            "text" | "synopsis" | "standfirst" | "introduction" => {
                children(block, &mut |child| self.block(child));
            }
            "unorderedList" => self.list(block, ListStyle::Bullet),
            "orderedList" => self.list(block, ListStyle::Number(1)),
            "image" => media::image(self, block),
            "embedImages" => media::widest(self, block),
            "video" | "audio" | "media" | "legacyMedia" | "aresMedia" | "liveMedia" => {
                media::recording(self, block);
            }
            "social" | "tweet" | "oEmbed" | "embed" | "aresOEmbed" | "include" | "embedHtml"
            | "iframe" => media::embed(self, block),
            "links" | "relatedContent" | "onwardJourneys" => self.links(block),
            "link" | "onwardJourney" => match related(block) {
                Some(link) => {
                    self.push(block, BlockKind::Related { title: None, items: vec![link] })
                }
                None => self.paragraph(block, words(block)),
            },
            "keyPoints" => self.set_apart(block, BoxTone::KeyPoints),
            "group" => {
                let model = block.get("model");
                let intent = model.as_ref().and_then(|model| model.json().get("intentType"));
                let brief = matches!(intent, Some(Json::Text(intent)) if &**intent == "overview");
                let tone = if brief { BoxTone::KeyPoints } else { BoxTone::Note };
                self.set_apart(block, tone);
            }
            "disclaimer" | "correction" | "callout" | "messageBanner" => {
                self.set_apart(block, BoxTone::Note);
            }
            "quote" | "pullQuote" | "pullquote" | "blockquote" => self.quote(block),
            "table" => self.table(block),
            "byline" => children(block, &mut |child| self.author(child)),
            "contributor" => self.author(block),
            "divider" | "rule" => self.push(block, BlockKind::Divider),
            _ => self.unknown(block, kind),
        }
    }

    fn author(&mut self, block: &Cursor) {
        match super::contributor(block) {
            Some(author) => self.authors.push(author),
            None => self.paragraph(block, words(block)),
        }
    }

    fn heading(&mut self, block: &Cursor) {
        let text = words(block);
        if !text.is_empty() {
            self.push(block, BlockKind::Heading { level: HeadingLevel::Two, text });
        }
    }

    fn list(&mut self, block: &Cursor, style: ListStyle) {
        let mut items = Vec::new();
        children(block, &mut |item| {
            let mut inner = if kind(item) == "listItem" { self.inside(item) } else { Vec::new() };
            if let Some(text) = only_text(&mut inner) {
                items.push(Flow::Text(text));
            } else if !inner.is_empty() {
                items.push(Flow::Blocks(inner));
            } else {
                let text = words(item);
                if !text.is_empty() && item.sink.count_block() {
                    items.push(Flow::Text(text));
                }
            }
        });
        if !items.is_empty() {
            self.push(block, BlockKind::List { style, items });
        }
    }

    fn set_apart(&mut self, block: &Cursor, tone: BoxTone) {
        let mut blocks = self.inside(block);
        let title = match blocks.first() {
            Some(Block { kind: BlockKind::Heading { text, .. }, .. }) => {
                Some(clean::line(&plain_text(text)))
            }
            _ => None,
        };
        if title.is_some() {
            blocks.remove(0);
        }
        if title.is_some() || !blocks.is_empty() {
            self.push(block, BlockKind::Box { title, tone, blocks });
        }
    }

    fn links(&mut self, block: &Cursor) {
        let (mut title, mut items, mut lost) = (None, Vec::new(), Vec::new());
        children(block, &mut |child| match kind(child) {
            "title" | "heading" if title.is_none() => title = one_line(child),
            _ => match related(child) {
                Some(link) => items.push(link),
                None => lost.push(words(child)),
            },
        });
        match (title, items.is_empty()) {
            (Some(title), true) => self.paragraph(block, vec![Inline::Text(title)]),
            (None, true) => {}
            (title, false) => self.push(block, BlockKind::Related { title, items }),
        }
        for text in lost {
            self.paragraph(block, text);
        }
    }

    fn quote(&mut self, block: &Cursor) {
        let outer = std::mem::take(&mut self.out);
        let mut cite = Vec::new();
        children(block, &mut |child| match kind(child) {
            "citation" | "attribution" | "cite" | "author" | "source" => cite = words(child),
            _ => self.block(child),
        });
        let mut blocks = std::mem::replace(&mut self.out, outer);
        let content = match only_text(&mut blocks) {
            Some(text) => Flow::Text(text),
            None if blocks.is_empty() => Flow::Text(words(block)),
            None => Flow::Blocks(blocks),
        };
        let style = if kind(block) == "blockquote" { QuoteStyle::Block } else { QuoteStyle::Pull };
        if content != Flow::Text(Vec::new()) {
            self.push(block, BlockKind::Quote { content, cite, url: None, style });
        }
    }

    /// Rows of cells; what is in a cell besides words follows the table.
    fn table(&mut self, block: &Cursor) {
        let (mut head, mut rows, mut left) = (Vec::new(), Vec::new(), Vec::new());
        let mut caption = Vec::new();
        self.rows(
            block,
            false,
            &mut |row, is_head| {
                if is_head { head.push(row) } else { rows.push(row) }
            },
            &mut caption,
            &mut left,
        );
        if head.is_empty() && rows.is_empty() {
            left.clear();
            children(block, &mut |child| self.block(child));
        } else {
            self.push(block, BlockKind::Table { caption, head, rows });
        }
        self.out.append(&mut left);
    }

    fn rows(
        &mut self,
        block: &Cursor,
        in_head: bool,
        row: &mut dyn FnMut(Vec<Cell>, bool),
        caption: &mut Vec<Inline>,
        left: &mut Vec<Block>,
    ) {
        children(block, &mut |child| match kind(child) {
            "tableHead" | "tableHeader" | "thead" => self.rows(child, true, row, caption, left),
            "tableBody" | "tbody" | "tableFoot" => self.rows(child, false, row, caption, left),
            "caption" => *caption = words(child),
            "tableRow" | "row" => {
                let mut cells = Vec::new();
                children(child, &mut |cell| {
                    if !cell.sink.count_block() {
                        return;
                    }
                    let mut text = Vec::new();
                    flatten(self.inside(cell), &mut text, left);
                    let header = in_head || kind(cell) == "tableHeaderCell";
                    cells.push(Cell { text, header, colspan: 1, rowspan: 1, align: Align::Start });
                });
                row(cells, in_head);
            }
            _ => {
                let inner = self.inside(child);
                left.extend(inner);
            }
        });
    }

    /// A type that nobody has told us of: what is in it, else a note in its place.
    fn unknown(&mut self, block: &Cursor, kind: &str) {
        let inner = self.inside(block);
        let mut found = !inner.is_empty();
        self.out.extend(inner);
        if !found && let Some(model) = block.get("model") {
            if let Some(html) = ["html", "embeddableContent"].iter().find_map(|key| model.get(key))
                && html.is_text()
            {
                let blocks = fragment::blocks(&html, html.string().unwrap_or_default());
                found = !blocks.is_empty();
                self.out.extend(blocks);
            } else {
                let text = words(block);
                found = !text.is_empty();
                self.paragraph(block, text);
            }
        }
        block.warn(Problem::UnknownBlock { kind: kind.to_owned(), fallback: found });
        if !found {
            self.push(block, BlockKind::Unknown { kind: clean::line(kind) });
        }
    }
}

/// A promoted link: its words, its address, its picture.
fn related(block: &Cursor) -> Option<Related> {
    let mut name = Vec::new();
    let mut image = None;
    children(block, &mut |child| match kind(child) {
        "image" => image = media::picture(child),
        _ => name.extend(one_line(child)),
    });
    let name = clean::line(&name.join(" "));
    let url = first_link(block).or_else(|| {
        let model = block.get("model")?;
        ["url", "locator"].iter().filter_map(|key| model.get(key)).find_map(|value| {
            let is_address =
                matches!(value.json(), Json::Text(text) if text.starts_with(['h', '/']));
            if is_address { super::link(&value) } else { None }
        })
    })?;
    let name = if name.is_empty() { url.as_str().into() } else { name };
    block.sink.count_block().then_some(Related { name, url, image, description: None })
}
