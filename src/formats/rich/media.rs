//! Pictures, recordings, embeds and tables, however a content system names their parts.

use super::body::{Body, is_blank};
use crate::article::{
    Align, AudioTrack, Block, BlockKind, Cell, Flow, Focus, Image, Inline, Mark, MediaSource, Video,
};
use crate::error::Problem;
use crate::formats::{Cursor, line};
use crate::json::Json;
use crate::safe_url::{SafeUrl, UrlUse};
use crate::text::count;

/// Where the address of a picture may stand, its own name first. `link` is where a click leads.
const PICTURES: [&str; 9] =
    ["url", "src", "file", "asset", "image", "media", "value", "fields", "attrs"];
/// Where any other address may stand.
const ADDRESSES: [&str; 15] = [
    "url", "src", "href", "source", "link", "file", "asset", "media", "value", "video", "audio",
    "embedUrl", "videoUrl", "embed", "attrs",
];

/// The address of a thing: a text, or the first that a member has.
pub(in crate::formats) fn address(value: &Cursor, purpose: UrlUse) -> Option<SafeUrl> {
    match value.json() {
        // A word alone is the number of a file in the system that wrote it.
        Json::Text(text) if !text.contains(['.', '/', ':']) => None,
        Json::Text(_) => value.url(purpose),
        Json::Object(_) => {
            let keys: &[&str] = if purpose == UrlUse::Picture { &PICTURES } else { &ADDRESSES };
            let members = keys.iter().filter_map(|key| value.get(key));
            let mut fitting =
                members.filter(|member| matches!(member.json(), Json::Text(_) | Json::Object(_)));
            fitting.find_map(|member| address(&member, purpose))
        }
        _ => None,
    }
}

/// A number of pixels. What else stands there ("100%", "inherit") is a matter of layout.
fn pixels(value: &Cursor) -> Option<u32> {
    let number = match value.json() {
        Json::Integer(number) => u32::try_from(*number).ok(),
        Json::Float(number) if *number < 4e9 => Some(*number as u32),
        Json::Text(text) => count(text.trim().trim_end_matches("px")),
        _ => None,
    };
    number.filter(|number| *number > 0)
}

fn size(value: &Cursor) -> Option<(u32, u32)> {
    let own = value.field("width", pixels).zip(value.field("height", pixels));
    let below = || value.field("metadata", size).or_else(|| value.field("dimensions", size));
    own.or_else(below)
        .or_else(|| value.field("asset", size))
        .or_else(|| value.field("file", size))
        .or_else(|| value.field("value", size))
}

/// A point from the left or the top: a share of the whole, or of a hundred.
fn tenths(value: &Cursor) -> Option<u8> {
    let number = match value.json() {
        Json::Integer(number) => *number as f64,
        Json::Float(number) => *number,
        _ => return None,
    };
    let tenths = if number > 1.0 { number / 10.0 } else { number * 10.0 };
    (0.0..=10.0).contains(&tenths).then_some((tenths + 0.5) as u8)
}

fn focus(value: &Cursor) -> Option<Focus> {
    let of = |value: &Cursor, x, y| {
        Some(Focus { x: value.field(x, tenths)?, y: value.field(y, tenths)? })
    };
    value
        .get("hotspot")
        .and_then(|hotspot| of(&hotspot, "x", "y"))
        .or_else(|| of(value, "focalX", "focalY"))
}

/// A member of a picture or of the file that it refers to.
fn own_or_files(body: &Body, value: &Cursor, keys: &[&str]) -> Vec<Inline> {
    let own = body.first_words(value, keys);
    if !is_blank(&own) {
        return own;
    }
    let files = ["fields", "value", "asset", "file", "image", "media"];
    let files = files.iter().filter_map(|key| value.get(key));
    files.map(|file| body.first_words(&file, keys)).find(|text| !is_blank(text)).unwrap_or_default()
}

fn plain(text: &[Inline]) -> Option<crate::article::Text> {
    let line = crate::text::clean::line(&crate::article::plain_text(text));
    (!line.is_empty()).then_some(line)
}

impl Body<'_> {
    /// A picture: an address, or an object with one somewhere.
    pub fn image(&self, value: &Cursor) -> Option<Image> {
        let Some(url) = address(value, UrlUse::Picture) else {
            value.warn(Problem::NotShown { what: "a picture without an address" });
            return None;
        };
        let alts = ["alt", "altText", "alternativeText", "alternative"];
        let credits = ["credit", "creditLine", "attribution", "photographer", "copyright"];
        Some(Image {
            url,
            size: size(value),
            alt: plain(&own_or_files(self, value, &alts)),
            caption: own_or_files(self, value, &["caption", "legend", "description"]),
            credit: plain(&own_or_files(self, value, &credits)),
            bytes: None,
            renditions: Vec::new(),
            focus: focus(value).or_else(|| value.field("value", focus)),
        })
    }

    /// A picture in its place; where it cannot be shown, its caption.
    pub fn picture(&mut self, value: &Cursor) {
        match self.image(value) {
            Some(image) => self.push(value, BlockKind::Image(image)),
            None => {
                let caption = own_or_files(self, value, &["caption", "legend", "description"]);
                self.end_line(value);
                self.paragraph(value, caption);
            }
        }
    }

    /// Several pictures.
    pub fn gallery(&mut self, value: &Cursor) -> bool {
        let lists = ["images", "items", "files", "urls", "slides", "pictures"];
        let Some(list) = lists.iter().find_map(|key| value.get(key)) else { return false };
        let mut images = Vec::new();
        list.for_each(&mut |item| {
            if item.sink.count_block() {
                images.extend(self.image(item));
            }
        });
        let caption = self.first_words(value, &["caption", "title"]);
        if images.is_empty() {
            self.paragraph(value, caption);
        } else {
            let layout = Default::default();
            self.push(value, BlockKind::Gallery { images, layout, caption });
        }
        true
    }

    /// A video, a recording or a page of somebody else's. False where it has no address.
    pub fn embed(&mut self, name: &str, value: &Cursor) -> bool {
        let ids = ["videoId", "videoID", "videoid", "tweetId", "id"];
        let named = has_address(value);
        let id = if named { None } else { ids.iter().find_map(|key| value.field(key, line)) };
        let bare = |url| MediaSource { url, mime: None, bytes: None, size: None };
        let caption = self.first_words(value, &["caption", "description"]);
        let is_sound = name.starts_with("audio") || name == "podcast";
        let Some(url) =
            id.map_or_else(|| address(value, UrlUse::Link), |id| by_id(name, &id, value))
        else {
            return false;
        };
        let path = url.as_str().split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
        let ends = |endings: &[&str]| endings.iter().any(|ending| path.ends_with(ending));
        let video = ends(&[".mp4", ".webm", ".m4v", ".mov", ".ogv"]);
        let sound = ends(&[".mp3", ".m4a", ".ogg", ".oga", ".wav", ".aac", ".flac", ".opus"]);
        let media = if video || sound { address(value, UrlUse::Media) } else { None };
        let kind = match media {
            Some(url) if sound || is_sound => {
                let track = AudioTrack {
                    source: bare(url),
                    name: self.first_line(value, &["title", "name"]),
                    seconds: None,
                };
                BlockKind::Audio { track, caption }
            }
            Some(url) => BlockKind::Video(Video {
                sources: vec![bare(url)],
                poster: value.get("poster").and_then(|poster| self.image(&poster)),
                tracks: Vec::new(),
                caption,
                seconds: None,
            }),
            None => BlockKind::Embed {
                provider: self.first_line(value, &["service", "provider", "providerName"]),
                url,
                title: self.first_line(value, &["title", "name"]),
                size: size(value),
                caption,
            },
        };
        self.push(value, kind);
        true
    }

    /// A table of cells that are read, and after it what a cell cannot hold. Rows at the top that
    /// have header cells alone are its head.
    pub fn table(&mut self, at: &Cursor, rows: Vec<Vec<Cell>>, left: Vec<Block>) {
        let filled = rows.iter().flatten().any(|cell| !is_blank(&cell.text));
        if filled {
            let mut head = Vec::new();
            let mut body = Vec::new();
            for row in rows {
                let heads = !row.is_empty() && row.iter().all(|cell| cell.header);
                if heads && body.is_empty() { head.push(row) } else { body.push(row) }
            }
            if body.is_empty() {
                std::mem::swap(&mut head, &mut body);
            }
            self.push(at, BlockKind::Table { caption: Vec::new(), head, rows: body });
        }
        self.end_line(at);
        self.blocks.extend(left);
    }
}

/// Whether an address stands there by its own name.
fn has_address(value: &Cursor) -> bool {
    ["url", "src", "href", "source", "embedUrl"]
        .iter()
        .any(|key| matches!(value.json().get(key), Some(Json::Text(url)) if !url.is_empty()))
}

/// The address behind a provider's identifier.
fn by_id(name: &str, id: &str, value: &Cursor) -> Option<SafeUrl> {
    let tame = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if id.starts_with("http") || !id.chars().all(tame) || id.len() > 64 {
        return ["videoId", "videoID", "id"].iter().find_map(|key| {
            value.field(key, |id| if id.is_text() { id.url(UrlUse::Link) } else { None })
        });
    }
    let before = match name {
        _ if name.contains("youtube") => "https://www.youtube.com/watch?v=",
        _ if name.contains("vimeo") => "https://vimeo.com/",
        _ if name.contains("tweet") || name.contains("twitter") => "https://x.com/i/status/",
        _ => return None,
    };
    // It has no character that could change the address around it.
    let json = Json::Text([before, id].concat().into());
    Cursor::root(&json, value.sink).url(UrlUse::Link)
}

/// A cell of a table from what was read for it. What a cell cannot hold is left for after it.
pub(in crate::formats) fn cell(
    at: &Cursor,
    inner: Body,
    header: bool,
    spans: (&str, &str),
    left: &mut Vec<Block>,
) -> Option<Cell> {
    let mut text = Vec::new();
    flatten(inner.done(at), &mut text, left);
    // Browsers stop at 1,000 columns.
    let span = |key| {
        let own = at.get("attrs").unwrap_or(*at);
        own.field(key, pixels).map_or(1, |span| span.min(1_000) as u16)
    };
    let (colspan, rowspan) = (span(spans.0), span(spans.1));
    at.sink.count_block().then_some(Cell { text, header, colspan, rowspan, align: Align::Start })
}

/// Blocks as one text, a line each. What has no words of its own is left.
pub(in crate::formats) fn flatten(
    blocks: Vec<Block>,
    text: &mut Vec<Inline>,
    left: &mut Vec<Block>,
) {
    for block in blocks {
        let mut add = |mut more: Vec<Inline>| {
            if !is_blank(&more) {
                if !text.is_empty() {
                    text.push(Inline::Break);
                }
                text.append(&mut more);
            }
        };
        match block.kind {
            BlockKind::Paragraph(words) | BlockKind::Heading { text: words, .. } => add(words),
            BlockKind::Code { text: words, .. } => {
                add(vec![Inline::Marked { mark: Mark::Code, content: vec![Inline::Text(words)] }]);
            }
            BlockKind::Quote { content, cite, .. } => {
                flatten_flow(content, text, left);
                flatten(vec![BlockKind::Paragraph(cite).into()], text, left);
            }
            BlockKind::List { items, .. } => {
                for item in items {
                    flatten_flow(item, text, left);
                }
            }
            BlockKind::Box { title, blocks, .. } => {
                add(title.map(Inline::Text).into_iter().collect());
                flatten(blocks, text, left);
            }
            BlockKind::Divider => {}
            kind => left.push(kind.into()),
        }
    }
}

fn flatten_flow(flow: Flow, text: &mut Vec<Inline>, left: &mut Vec<Block>) {
    let blocks = match flow {
        Flow::Text(words) => vec![BlockKind::Paragraph(words).into()],
        Flow::Blocks(blocks) => blocks,
    };
    flatten(blocks, text, left);
}
