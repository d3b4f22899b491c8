//! The body: a text, a list of paragraphs, or a list of typed pieces of any naming.

use super::fields::{BODY, Fields};
use super::{pictures, prose};
use crate::article::{
    Block, BlockKind, BoxTone, Flow, HeadingLevel, Inline, ListStyle, Mark, QuoteStyle,
};
use crate::error::Problem;
use crate::formats::Cursor;
use crate::formats::native::markup::is_html;
use crate::json::Json;
use crate::text::fold::fold;
use crate::text::is_one_of;

/// What the words of a piece go by.
const WORDS: &str = "text content html value body noidung paragraph para data doanvan rendered caption items children blocks";

/// The best of the fields that hold the body. What is much shorter than another is no body.
pub(in crate::formats) fn best(fields: &Fields) -> Vec<Block> {
    let mut longest = 0;
    fields.all(BODY, &mut |value| longest = longest.max(length(value.json())));
    let mut rank = 0;
    fields.all(BODY, &mut |value| rank = rank.max(worth(value.json(), longest)));
    let mut blocks: Option<Vec<Block>> = None;
    fields.all(BODY, &mut |value| {
        if blocks.is_none() && rank > 0 && worth(value.json(), longest) == rank {
            blocks = Some(read(value));
        } else if length(value.json()) > 0 {
            value.warn(Problem::LeftOut { what: "another version of the text" });
        }
    });
    blocks.unwrap_or_default()
}

/// How much structure a version of the body has; 0 where it has too few of the words.
fn worth(json: &Json, longest: usize) -> usize {
    let length = length(json);
    if length == 0 || length * 10 < longest * 6 {
        return 0;
    }
    match json {
        Json::Text(text) if is_html(text) => 4,
        Json::Text(text) if text.trim().contains('\n') => 2,
        Json::Array(items) if items.iter().any(|item| matches!(item, Json::Object(_))) => 5,
        Json::Array(_) | Json::Object(_) => 3,
        _ => 1,
    }
}

/// About how long its words are.
fn length(json: &Json) -> usize {
    match json {
        Json::Text(text) => {
            let mut inside = false;
            text.trim()
                .bytes()
                .filter(|byte| {
                    inside = (inside || *byte == b'<') && *byte != b'>';
                    !inside
                })
                .count()
        }
        Json::Array(items) => items.iter().map(length).sum(),
        Json::Object(members) => members.iter().map(|(_, value)| length(value)).sum(),
        _ => 0,
    }
}

/// The blocks of a field.
pub(in crate::formats) fn read(value: &Cursor) -> Vec<Block> {
    let mut body = Body { blocks: Vec::new(), slots: false };
    body.add(value);
    body.blocks
}

struct Body {
    blocks: Vec<Block>,
    /// Whether an advertisement slot was spoken of.
    slots: bool,
}

impl Body {
    fn push(&mut self, value: &Cursor, kind: BlockKind) {
        if value.sink.count_block() {
            self.blocks.push(kind.into());
        }
    }

    fn add(&mut self, value: &Cursor) {
        match value.json() {
            Json::Text(_) => self.blocks.append(&mut prose::blocks(value)),
            Json::Array(_) => value.for_each(&mut |item| self.add(item)),
            Json::Object(_) => self.piece(value),
            _ => value.wrong_type("a paragraph").unwrap_or_default(),
        }
    }

    fn piece(&mut self, value: &Cursor) {
        let fields = Fields::of(value);
        let kind = fields.find("type kind tag loai", |kind| {
            Some(fold(if kind.is_text() { kind.string()? } else { "" }))
        });
        let kind = kind.unwrap_or_default();
        let is = |kinds: &str| is_one_of(&kind, kinds);
        let before = self.blocks.len();
        if is("ad ads advert advertisement banner quangcao adslot") {
            if !self.slots {
                value.warn(Problem::LeftOut { what: "an advertisement slot" });
            }
            self.slots = true;
            return;
        }
        if is("hr divider separator") {
            return self.push(value, BlockKind::Divider);
        }
        if is("image img photo picture figure media anh hinh hinhanh pic") {
            pictures::each(value, &mut |_, image| self.push(value, BlockKind::Image(image)));
        } else if is("gallery images photos slideshow album") {
            let inside = fields.first("images items photos pictures content data list");
            let images = pictures::all(&inside.unwrap_or(*value));
            self.blocks.extend(pictures::gallery(value, images));
        } else if is("video clip audio embed iframe youtube oembed") {
            pictures::videos(value, &mut self.blocks);
        } else if is("list ul ol bullets danhsach") {
            let mut items = Vec::new();
            if let Some(list) = fields.first("items list content data text value children") {
                list.for_each(&mut |item| {
                    let blocks = read(item);
                    if !blocks.is_empty() {
                        items.push(Flow::Blocks(blocks));
                    }
                });
            }
            let style = if is("ol") { ListStyle::Number(1) } else { ListStyle::Bullet };
            if !items.is_empty() {
                self.push(value, BlockKind::List { style, items });
            }
        } else if is("quote blockquote pullquote trichdan") {
            let content = fields.first(WORDS).map(|words| read(&words)).unwrap_or_default();
            let cite = fields.find("cite author source tacgia nguon", |cite| {
                Some(prose::inlines(cite)).filter(|cite| !cite.is_empty())
            });
            if !content.is_empty() {
                let content = Flow::Blocks(content);
                let (cite, style) = (cite.unwrap_or_default(), QuoteStyle::Block);
                self.push(value, BlockKind::Quote { content, cite, url: None, style });
            }
        } else {
            self.words(&fields, &kind);
        }
        if self.blocks.len() == before && kind.is_empty() {
            // Paragraphs by their numbers, or under a name that nobody else uses.
            fields.each(&mut |member| match member.json() {
                Json::Text(text) if !text.trim().contains(char::is_whitespace) => {}
                Json::Text(_) | Json::Array(_) | Json::Object(_) => self.add(member),
                _ => {}
            });
        }
        if self.blocks.len() == before {
            value.warn(Problem::NotShown { what: "a piece of the body without known words" });
        }
    }

    /// A paragraph, a heading, or a section with both and perhaps a picture.
    fn words(&mut self, fields: &Fields, kind: &str) {
        let heading =
            is_one_of(kind, "heading header subheading title subtitle tieude h1 h2 h3 h4 h5 h6");
        let level = match kind {
            "h3" => HeadingLevel::Three,
            "h4" | "h5" | "h6" => HeadingLevel::Four,
            _ => HeadingLevel::Two,
        };
        let title = fields.first("title heading tieude subtitle header");
        let words = fields.first(WORDS);
        for (field, heading) in [(title, true), (words, heading)] {
            let Some(field) = field else { continue };
            if heading && field.is_text() {
                let text = prose::inlines(&field);
                if !text.is_empty() {
                    self.push(&field, BlockKind::Heading { level, text });
                }
            } else {
                self.add(&field);
            }
        }
        if let Some(picture) =
            fields.first("image images img src picture photo anh hinhanh imageurl")
        {
            pictures::each(&picture, &mut |_, image| self.push(&picture, BlockKind::Image(image)));
        }
    }
}

/// Questions with their answers, as a box below the text.
pub(super) fn questions(list: &Cursor) -> Option<Block> {
    let mut blocks = Vec::new();
    list.for_each(&mut |item| {
        let fields = Fields::of(item);
        if let Some(question) = fields.first("q question cauhoi hoi name title text") {
            let content = prose::inlines(&question);
            if !content.is_empty() && item.sink.count_block() {
                let strong = Inline::Marked { mark: Mark::Strong, content };
                blocks.push(BlockKind::Paragraph(vec![strong]).into());
            }
        }
        match fields.first("a answer traloi dap acceptedanswer content") {
            Some(answer) => blocks.append(&mut read(&answer)),
            None if item.is_text() => blocks.append(&mut prose::blocks(item)),
            None => {}
        }
    });
    let whole = BlockKind::Box { title: None, tone: BoxTone::Info, blocks };
    let empty = matches!(&whole, BlockKind::Box { blocks, .. } if blocks.is_empty());
    (!empty && list.sink.count_block()).then(|| whole.into())
}
