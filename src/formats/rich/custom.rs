//! The blocks that each newspaper adds to its system: told by their names, which are alike
//! everywhere, and where the name says nothing, by the words that they hold.

use super::body::{Body, is_blank};
use super::media::address;
use crate::article::{BlockKind, BoxTone, Inline, Mark, QuoteStyle, Related, Text};
use crate::error::Problem;
use crate::formats::native::metadata;
use crate::formats::{Cursor, fragment, line};
use crate::json::Json;
use crate::safe_url::UrlUse;
use crate::text::clean;
use crate::text::fold::fold;

const TITLES: [&str; 4] = ["title", "heading", "headline", "label"];
/// Where words may stand in a block of an unknown kind, in the order in which they are read.
const WORDS: [&str; 33] = [
    "eyebrow",
    "kicker",
    "title",
    "heading",
    "headline",
    "label",
    "subtitle",
    "subheading",
    "name",
    "question",
    "answer",
    "quote",
    "text",
    "message",
    "content",
    "body",
    "richText",
    "description",
    "caption",
    "summary",
    "excerpt",
    "author",
    "items",
    "columns",
    "cols",
    "children",
    "blocks",
    "rows",
    "cells",
    "slides",
    "fields",
    "data",
    "attrs",
];
/// Where a picture may stand there.
const PICTURES: [&str; 7] =
    ["image", "images", "picture", "photo", "mainImage", "media", "backgroundImage"];

impl Body<'_> {
    /// A block that the format itself does not define. Its members stand in `value`.
    pub fn custom(&mut self, kind: &str, value: &Cursor) {
        let name = fold(kind);
        let done = match &*name {
            "image" | "figure" | "picture" | "photo" | "mainimage" | "simpleimage" | "upload"
            | "inlineimage" | "imageblock" | "captionedimage" | "image2" | "media"
            | "mediainline" | "mediablock" => {
                self.picture(value);
                true
            }
            "gallery" | "carousel" | "slideshow" | "imagegallery" => self.gallery(value),
            "code" | "codeblock" | "codesnippet" => self.code(value),
            "break" | "divider" | "delimiter" | "hr" | "horizontalrule" | "separator" | "rule"
            | "pagebreak" | "thematicbreak" => {
                self.push(value, BlockKind::Divider);
                true
            }
            "youtube" | "youtubeembed" | "vimeo" | "embed" | "iframe" | "twitter" | "tweet"
            | "instagram" | "facebook" | "tiktok" | "socialembed" | "embedblock" | "oembed"
            | "spotify" | "video" | "videoembed" | "videoblock" | "map" | "audio" | "podcast"
            | "embedcard" | "externalembed" => self.embed(&name, value) || self.html(value),
            "html" | "raw" | "rawhtml" | "htmlblock" | "htmlembed" => self.html(value),
            "callout" | "panel" | "alert" | "warning" | "infobox" | "notice" | "banner" | "box"
            | "note" | "admonition" | "highlightbox" | "factbox" | "aside" | "expand" => {
                self.set_apart(&name, value)
            }
            "quote" | "pullquote" | "blockquote" | "quoteblock" => self.quote(&name, value),
            "button" | "cta" | "linktool" | "bookmark" | "linkpreview" | "linkcard"
            | "attaches" | "file" | "attachment" | "blockcard" | "anybutton" => self.card(value),
            "ad" | "ads" | "adslot" | "advert" | "advertisement" | "adblock" => {
                if !self.shared.said_slot.replace(true) {
                    value.warn(Problem::LeftOut { what: "an advertisement slot" });
                }
                true
            }
            _ => false,
        };
        if !done {
            self.unknown(kind, value);
        }
    }

    /// A block of an unknown kind: its words, its pictures, or at least its address.
    pub fn unknown(&mut self, kind: &str, value: &Cursor) {
        self.end_line(value);
        if self.loose(value, &WORDS) {
            let kind = clean::line(kind).to_string();
            value.warn(Problem::UnknownBlock { kind, fallback: true });
        } else if !self.embed("", value) {
            value.warn(Problem::NotShown { what: "a part of an unknown kind" });
        }
    }

    /// The words and pictures of these members; whether there were any.
    fn loose(&mut self, value: &Cursor, keys: &[&str]) -> bool {
        let mut found = false;
        if let Json::Object(_) = value.json() {
            for picture in PICTURES.iter().filter_map(|key| value.get(key)) {
                picture.for_each(&mut |one| {
                    if matches!(one.json(), Json::Object(_)) && one.sink.count_block() {
                        self.picture(one);
                        found = true;
                    }
                });
            }
            for member in keys.iter().filter_map(|key| value.get(key)) {
                found |= self.anything(&member);
            }
        }
        found
    }

    fn anything(&mut self, value: &Cursor) -> bool {
        let rich = self.shared.rich;
        if (rich.is)(value.json()) {
            (rich.read)(value, self);
            self.end_line(value);
            return true;
        }
        match value.json() {
            Json::Text(_) => {
                let words = self.words(value);
                let found = !is_blank(&words);
                self.paragraph(value, words);
                found
            }
            Json::Array(_) => {
                let mut found = false;
                value.for_each(&mut |item| found |= self.anything(item));
                found
            }
            Json::Object(_) => self.loose(value, &WORDS),
            _ => false,
        }
    }

    /// Source code.
    fn code(&mut self, value: &Cursor) -> bool {
        let texts = ["code", "text", "content", "value"];
        let text = texts.iter().filter_map(|key| value.get(key)).find(Cursor::is_text);
        let Some(text) = text.and_then(|text| text.string().map(clean::prose)) else {
            return false;
        };
        let language = value.field("language", quiet_line);
        self.push(value, BlockKind::Code { language, text });
        true
    }

    /// HTML, by the one allow-list.
    pub fn html(&mut self, value: &Cursor) -> bool {
        let texts = ["html", "code", "content", "embed", "body", "text"];
        let Some(field) = texts.iter().filter_map(|key| value.get(key)).find(Cursor::is_text)
        else {
            return false;
        };
        self.end_line(value);
        if let Some(html) = field.string() {
            self.blocks.extend(fragment::blocks(&field, html));
        }
        true
    }

    /// A box.
    fn set_apart(&mut self, name: &str, value: &Cursor) -> bool {
        let title = self.first_line(value, &TITLES);
        let mut inner = self.inside();
        let keys = WORDS.iter().filter(|key| !TITLES.contains(key)).copied();
        let found = inner.loose(value, &keys.collect::<Vec<_>>());
        if !found && title.is_none() {
            return false;
        }
        let blocks = inner.done(value);
        self.push(value, BlockKind::Box { title, tone: tone(name, value), blocks });
        true
    }

    /// A quotation.
    fn quote(&mut self, name: &str, value: &Cursor) -> bool {
        let mut inner = self.inside();
        let texts = ["text", "quote", "content", "body", "children"];
        let Some(text) = texts.iter().find_map(|key| value.get(key)) else { return false };
        inner.anything(&text);
        let Some(content) = inner.flow(value) else { return false };
        let cites = ["caption", "cite", "author", "attribution", "name", "source"];
        let cite = self.first_words(value, &cites);
        let style = if name == "pullquote" { QuoteStyle::Pull } else { QuoteStyle::Block };
        self.push(value, BlockKind::Quote { content, cite, url: None, style });
        true
    }

    /// A link that stands by itself: to a page, or to a file.
    fn card(&mut self, value: &Cursor) -> bool {
        let Some(url) = address(value, UrlUse::Link) else { return false };
        let about = ["meta", "file", "data"].iter().find_map(|key| value.get(key));
        let of = |keys: &[&str]| -> Option<Text> {
            let own = self.first_line(value, keys);
            own.or_else(|| about.as_ref().and_then(|about| self.first_line(about, keys)))
        };
        let name = of(&["title", "text", "label", "name", "filename"]);
        let picture = about.as_ref().and_then(|about| about.get("image"));
        let item = Related {
            name: name.unwrap_or_else(|| url.as_str().into()),
            image: picture.and_then(|picture| {
                let is_there =
                    !matches!(picture.json().get("url"), Some(Json::Text(url)) if url.is_empty());
                if is_there { self.image(&picture) } else { None }
            }),
            description: of(&["description"]),
            url,
        };
        self.push(value, BlockKind::Related { title: None, items: vec![item] });
        true
    }

    /// A link within a line, by the address in one of these members; without one its words stay.
    pub fn link(&mut self, value: &Cursor, keys: &[&str], words: Vec<Inline>) {
        let url = keys.iter().find_map(|key| value.field(key, metadata::link));
        let words = match &url {
            Some(url) if is_blank(&words) => vec![Inline::Text(url.as_str().into())],
            _ => words,
        };
        match url {
            Some(url) => super::put(&mut self.line, &[Mark::Link { url, title: None }], words),
            None => self.line.extend(words),
        }
    }
}

/// What a box is for, as its name or its kind says.
pub(in crate::formats) fn tone(name: &str, value: &Cursor) -> BoxTone {
    let kinds = ["panelType", "tone", "type", "variant", "style", "status"];
    let kind = kinds.iter().find_map(|key| value.field(key, quiet_line));
    match kind.as_deref().unwrap_or(name) {
        "warning" | "error" | "danger" | "caution" | "alert" => BoxTone::Warning,
        "info" | "tip" | "success" | "information" | "infobox" | "factbox" => BoxTone::Info,
        _ => BoxTone::Note,
    }
}

/// A line where there is one; another type is no matter here.
pub(in crate::formats) fn quiet_line(value: &Cursor) -> Option<Text> {
    if value.is_text() { line(value) } else { None }
}
