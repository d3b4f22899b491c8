//! NITF, the agencies' XML for texts, in terms of the HTML that `fragment` knows.
//!
//! The result is not trusted either: like any HTML of a file it goes through the parser and the
//! allow-list. It is only spelled in their words: `hl2` is a heading, `media` a figure.

use crate::text::{after_last, count};

/// What is taken from a document, each as HTML.
#[derive(Default)]
pub(super) struct Nitf {
    pub headline: String,
    pub byline: String,
    pub html: String,
    /// Whether a note for editors was left out.
    pub note: bool,
}

/// Elements with nothing for readers in them.
const SILENT: &[&str] = &[
    "head",
    "media-metadata",
    "media-object",
    "nitf-table-metadata",
    "custom-table",
    "distributor",
    "series",
    "rights",
    "script",
    "style",
    "bildfil",
];
/// Elements that HTML has, too.
const SAME: &[&str] = &[
    "a",
    "b",
    "blockquote",
    "br",
    "caption",
    "code",
    "dd",
    "div",
    "dl",
    "dt",
    "em",
    "figure",
    "figcaption",
    "h2",
    "h3",
    "h4",
    "hr",
    "i",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "q",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];
/// What the others are called; the last three are from a Swedish dialect.
const NAMES: &[(&str, &str)] = &[
    ("hl1", "h2"),
    ("hl2", "h3"),
    ("block", "div"),
    ("body.content", "div"),
    ("body.end", "div"),
    ("abstract", "div"),
    ("dateline", "p"),
    ("tagline", "p"),
    ("bibliography", "p"),
    ("note", "div"),
    ("fn", "div"),
    ("nitf-table", "div"),
    ("bq", "blockquote"),
    ("credit", "cite"),
    ("citat", "blockquote"),
    ("rubrik", "h2"),
    ("dat", "p"),
];

/// Which part is being written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Text,
    Headline,
    Byline,
    Caption,
    Producer,
}

/// A picture or a recording in the making.
#[derive(Default)]
struct Media {
    kind: String,
    address: String,
    width: u32,
    size: String,
    alt: String,
    caption: String,
    producer: String,
}

struct Writer {
    out: Nitf,
    part: Part,
    media: Option<Media>,
    /// Within which silent element, and how often in itself.
    silent: Option<(String, usize)>,
    in_head: bool,
}

/// Reads a document, or a part of one.
pub(super) fn read(xml: &str) -> Nitf {
    let mut writer = Writer {
        out: Nitf::default(),
        part: Part::Text,
        media: None,
        silent: None,
        in_head: false,
    };
    let mut rest = xml;
    while let Some((before, after)) = rest.split_once('<') {
        writer.text(before);
        if let Some(data) = after.strip_prefix("![CDATA[") {
            let (data, next) = data.split_once("]]>").unwrap_or((data, ""));
            writer.text(&data.replace('&', "&amp;").replace('<', "&lt;"));
            rest = next;
        } else if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, next)| next);
        } else if after.starts_with(['?', '!']) {
            rest = after.split_once('>').map_or("", |(_, next)| next);
        } else if after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
            let (tag, next) = tag_end(after);
            writer.tag(tag);
            rest = next;
        } else {
            writer.text("&lt;");
            rest = after;
        }
    }
    writer.text(rest);
    // What has no end ends here.
    writer.figure();
    writer.out
}

/// Parts a tag from what follows it; a quoted `>` does not end it.
fn tag_end(text: &str) -> (&str, &str) {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if c == '"' || c == '\'' => quote = Some(c),
            None if c == '>' => {
                let (tag, rest) = text.split_at(at);
                return (tag, rest.strip_prefix('>').unwrap_or(rest));
            }
            None => {}
        }
    }
    // A quotation mark without its partner: the tag ends where it would have without.
    text.split_once('>').unwrap_or((text, ""))
}

/// The value of an attribute, as it is spelled.
fn attribute<'a>(tag: &'a str, name: &str) -> &'a str {
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once('=') {
        // What reads a text backwards would weigh more.
        let key = before.split_whitespace().fold("", |_, key| key);
        let after = after.trim_start();
        let quote = if after.starts_with('\'') { '\'' } else { '"' };
        let after = after.strip_prefix(quote).unwrap_or(after);
        let (value, next) = after.split_once(quote).unwrap_or((after, ""));
        if key == name {
            return value;
        }
        rest = next;
    }
    ""
}

impl Writer {
    /// Where words go just now.
    fn target(&mut self) -> &mut String {
        match (self.part, &mut self.media) {
            (Part::Producer, Some(media)) => &mut media.producer,
            // Words between the parts of a figure can only be about it.
            (_, Some(media)) => &mut media.caption,
            (Part::Headline, _) => &mut self.out.headline,
            (Part::Byline, _) => &mut self.out.byline,
            _ => &mut self.out.html,
        }
    }

    fn text(&mut self, words: &str) {
        if self.silent.is_none() {
            self.target().push_str(words);
        }
    }

    fn tag(&mut self, tag: &str) {
        let (tag, is_end) = match tag.strip_prefix('/') {
            Some(tag) => (tag, true),
            None => (tag, false),
        };
        let (tag, is_closed) = match tag.strip_suffix('/') {
            Some(tag) => (tag, true),
            None => (tag, false),
        };
        let name = tag.split(char::is_whitespace).next().unwrap_or_default();
        let attributes = tag.get(name.len()..).unwrap_or_default();
        let name = name.to_ascii_lowercase();
        if let Some((within, depth)) = &mut self.silent {
            if *within == name && !is_closed {
                *depth = if is_end { depth.saturating_sub(1) } else { *depth + 1 };
            }
            if *depth == 0 {
                self.silent = None;
            }
            return;
        }
        if is_end {
            return self.end(&name);
        }
        self.start(&name, attributes, is_closed);
        if is_closed {
            self.end(&name);
        }
    }

    fn start(&mut self, name: &str, attributes: &str, is_closed: bool) {
        let is_note =
            name == "note" && (self.in_head || attribute(attributes, "noteclass") == "editorsnote");
        if SILENT.contains(&name) || is_note {
            self.out.note |= is_note;
            if !is_closed {
                self.silent = Some((name.to_owned(), 1));
            }
            return;
        }
        match name {
            "body.head" => self.in_head = true,
            "hl1" if self.in_head => self.part = Part::Headline,
            "byline" if self.in_head => self.part = Part::Byline,
            "media" => {
                // Nobody puts one into another; where the end is missing, this is it.
                self.figure();
                let kind = attribute(attributes, "media-type").to_owned();
                self.media = Some(Media { kind, ..Media::default() });
            }
            "media-reference" => self.reference(attributes),
            "media-caption" => self.part = Part::Caption,
            "media-producer" => self.part = Part::Producer,
            _ => self.write(name, "<", attributes),
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "body.head" => self.in_head = false,
            "hl1" if self.part == Part::Headline => self.part = Part::Text,
            "byline" | "media-caption" | "media-producer" => self.part = Part::Text,
            "media" => self.figure(),
            "br" | "hr" | "img" => {}
            _ => self.write(name, "</", ""),
        }
    }

    /// An element by its name in HTML. Of those that only name what their words are, such as
    /// `person`, the words are enough.
    fn write(&mut self, name: &str, open: &str, attributes: &str) {
        let same = SAME.iter().find(|known| **known == name).copied();
        let known = || NAMES.iter().find(|(known, _)| *known == name).map(|(_, html)| *html);
        let Some(name) = same.or_else(known) else { return };
        let in_line = self.media.is_some() || self.part != Part::Text;
        let target = self.target();
        // Within a line a paragraph is no more than a space.
        if in_line && matches!(name, "p" | "div" | "h2" | "h3") {
            target.push(' ');
        } else {
            for part in [open, name, attributes, ">"] {
                target.push_str(part);
            }
        }
    }

    /// One file of a picture or recording; of several, the widest counts.
    fn reference(&mut self, attributes: &str) {
        let of = |name| attribute(attributes, name).replace('"', "&quot;");
        let media = self.media.get_or_insert_default();
        let address = of("source");
        let width = count(attribute(attributes, "width")).unwrap_or(0);
        if address.is_empty() || (!media.address.is_empty() && width <= media.width) {
            return;
        }
        media.address = address;
        media.width = width;
        media.size = [" width=\"", &of("width"), "\" height=\"", &of("height"), "\""].concat();
        media.alt = of("alternate-text");
        if media.kind.is_empty() {
            let mime = attribute(attributes, "mime-type");
            media.kind = mime.split('/').next().unwrap_or_default().to_owned();
        }
    }

    /// Ends a picture or a recording, and puts it where it stands.
    fn figure(&mut self) {
        let Some(media) = self.media.take() else { return };
        self.part = Part::Text;
        let out = &mut self.out.html;
        out.push_str("<figure>");
        if !media.address.is_empty() {
            let (start, end) = match &*media.kind {
                "audio" => ("<audio src=\"", "></audio>"),
                "video" => ("<video src=\"", "></video>"),
                _ => ("<img src=\"", ">"),
            };
            for part in [start, &*media.address, "\" alt=\"", &media.alt, "\"", &media.size, end] {
                out.push_str(part);
            }
        }
        for (open, words, close) in [
            ("<figcaption>", media.caption.trim(), "</figcaption>"),
            ("<div class=\"credit\">", media.producer.trim(), "</div>"),
        ] {
            if !words.is_empty() {
                for part in [open, words, close] {
                    out.push_str(part);
                }
            }
        }
        out.push_str("</figure>");
    }
}

/// XHTML may end a player within its tag. HTML has no such end, and would take all that follows
/// for a part of the player.
pub(super) fn with_ends(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("/>") {
        out.push_str(before);
        rest = after;
        let tag = after_last(before, b'<');
        let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        // A slash may also be how an address ends.
        let is_end = tag.ends_with(['"', '\'', ' ']) || tag == name;
        let has_end = ["audio", "video", "iframe", "figure", "div", "span", "p"].contains(&name);
        if is_end && has_end && !tag.contains('>') {
            for part in ["></", name, ">"] {
                out.push_str(part);
            }
        } else {
            // In HTML the slash says nothing, but it is not ours to take away.
            out.push_str("/>");
        }
    }
    out.push_str(rest);
    out
}
