//! Pictures, recordings and videos of any naming, alone or in lists.

use super::fields::Fields;
use super::prose;
use crate::article::{
    AudioTrack, Block, BlockKind, GalleryLayout, Image, Inline, MediaSource, Text, Video,
    plain_text,
};
use crate::error::Problem;
use crate::formats::Cursor;
use crate::formats::native::media;
use crate::json::Json;
use crate::safe_url::{SafeUrl, UrlUse};
use crate::text::after_last;

/// What the address of a picture goes by.
const ADDRESS: &str = "contenturl url src imageurl image img href link path original full large photo anh hinhanh file duongdan";
const CAPTION: &str = "caption chuthich ghichu description desc title alt text note name";

/// Visits each picture with its place: of a list, of an object of addresses, of a text with several.
pub(in crate::formats) fn each(value: &Cursor, visit: &mut dyn FnMut(&Cursor, Image)) {
    match value.json() {
        Json::Array(_) => value.for_each(&mut |item| each(item, visit)),
        Json::Text(text) if text.trim().is_empty() => {}
        Json::Text(text) if text.matches("http").count() > 1 => {
            let by = |c: char| matches!(c, ';' | '|') || c.is_whitespace();
            let parted = text.replace(",http", " http");
            let mut has_words = false;
            for part in parted.split(by).filter(|part| !part.is_empty()) {
                // A sentence with links in it is no list: its words are no addresses.
                has_words |= !part.contains('/');
                if part.contains('/') {
                    let part = Json::Text(part.trim_end_matches(',').into());
                    one(&value.instead(&part), visit);
                }
            }
            if has_words {
                value.warn(Problem::NotShown { what: "words among pictures" });
            }
        }
        Json::Object(members) => {
            let fields = Fields::of(value);
            if let Some(address) = fields.first(ADDRESS) {
                return described(&fields, &address, visit);
            }
            // A list of JSON-LD, and a picture whose name is its address.
            if let Some(list) = value.get("@list") {
                return each(&list, visit);
            }
            if let Some(name) = value.get("@id").filter(is_file_of_picture) {
                return described(&fields, &name, visit);
            }
            let any = members.iter().any(|(_, member)| is_address(member));
            if !any && !members.is_empty() {
                value.warn(Problem::Missing { field: "url" });
            }
            fields.each(&mut |member| {
                if is_address(member.json()) {
                    each(member, visit);
                }
            });
        }
        _ => one(value, visit),
    }
}

fn one(value: &Cursor, visit: &mut dyn FnMut(&Cursor, Image)) {
    if let Some(mut image) = media::uncaptioned(value) {
        image.caption =
            value.field("caption", |text| Some(prose::inlines(text))).unwrap_or_default();
        visit(value, image);
    }
}

fn is_file_of_picture(value: &Cursor) -> bool {
    let Json::Text(text) = value.json() else { return false };
    let path = text.split(['?', '#']).next().unwrap_or(text).to_ascii_lowercase();
    [".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"].iter().any(|end| path.ends_with(end))
}

fn is_address(json: &Json) -> bool {
    match json {
        Json::Text(text) => text.starts_with("http") || text.starts_with('/'),
        json => json.get("url").is_some() || json.get("src").is_some(),
    }
}

/// A picture with words about it.
fn described(fields: &Fields, address: &Cursor, visit: &mut dyn FnMut(&Cursor, Image)) {
    let caption = fields.first(CAPTION).filter(Cursor::is_text);
    let caption = caption.map(|caption| prose::inlines(&caption)).unwrap_or_default();
    let alt = fields.find("alt alttext", prose::line);
    let credit = fields.find("credit credittext author photographer source tacgia nguon", |by| {
        if by.is_text() { prose::line(by) } else { None }
    });
    let pixels = |value: &Cursor| value.whole(1);
    let size = fields.find("width w", pixels).zip(fields.find("height h", pixels));
    each(address, &mut |place, mut image| {
        if image.caption.is_empty() {
            image.caption.clone_from(&caption);
        }
        image.alt = image.alt.or_else(|| alt.clone());
        image.credit = image.credit.or_else(|| credit.clone());
        image.size = image.size.or(size);
        visit(place, image);
    });
}

pub(in crate::formats) fn all(value: &Cursor) -> Vec<Image> {
    let mut images = Vec::new();
    each(value, &mut |_, image| images.push(image));
    images
}

/// Several pictures as a block, one as itself.
pub(in crate::formats) fn gallery(value: &Cursor, mut images: Vec<Image>) -> Option<Block> {
    if images.is_empty() || !value.sink.count_block() {
        return None;
    }
    if images.len() == 1 {
        return images.pop().map(|image| BlockKind::Image(image).into());
    }
    let layout = GalleryLayout::Grid;
    Some(BlockKind::Gallery { images, layout, caption: Vec::new() }.into())
}

/// The file that an address names, also where that address stands within another's query.
fn file(url: &SafeUrl) -> &str {
    let path = url.as_str();
    let whole = path.split("%2F").last().unwrap_or(path);
    let path = whole.split(['?', '&', '#']).next().unwrap_or(whole);
    after_last(path, b'/')
}

/// Whether both show the same picture, perhaps in another size.
pub(in crate::formats) fn same(one: &SafeUrl, other: &SafeUrl) -> bool {
    one == other || (file(one) == file(other) && file(one).len() > 8)
}

/// What pictures go by: their addresses and the names of their files, which take long to find in long addresses.
#[derive(Default)]
pub(in crate::formats) struct Known(Vec<(SafeUrl, Text)>);

impl Known {
    /// The pictures that these blocks show.
    pub(in crate::formats) fn of(blocks: &[Block]) -> Self {
        let mut known = Self::default();
        known.add_all(blocks);
        known
    }

    fn add_all(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| match &block.kind {
            BlockKind::Image(image) => self.add(&image.url),
            BlockKind::Gallery { images, .. } => {
                images.iter().for_each(|image| self.add(&image.url))
            }
            BlockKind::Box { blocks, .. } => self.add_all(blocks),
            _ => {}
        });
    }

    pub(in crate::formats) fn add(&mut self, url: &SafeUrl) {
        self.0.push((url.clone(), file(url).into()));
    }

    /// The first that shows the same picture, perhaps in another size.
    pub(in crate::formats) fn find(&self, url: &SafeUrl) -> Option<&SafeUrl> {
        let name = file(url);
        let is_same =
            |(known, file): &&(SafeUrl, Text)| known == url || (name.len() > 8 && **file == *name);
        Some(&self.0.iter().find(is_same)?.0)
    }
}

/// Videos and recordings: files are played, pages are linked as embeds.
pub(in crate::formats) fn videos(value: &Cursor, out: &mut Vec<Block>) {
    match value.json() {
        Json::Array(_) => value.for_each(&mut |item| videos(item, out)),
        Json::Text(text) if text.trim().is_empty() => {}
        Json::Text(_) => out.extend(video(value, None, Vec::new())),
        Json::Object(members) if members.is_empty() => {}
        Json::Object(_) => {
            let fields = Fields::of(value);
            let caption = fields.find("name title caption headline description", |words| {
                if words.is_text() { Some(prose::inlines(words)) } else { None }
            });
            let poster = fields.first("thumbnailurl thumbnail poster thumb image avatar");
            let poster = poster.and_then(|poster| all(&poster).into_iter().next());
            let file = fields.first("contenturl file src videourl mp4 hls sources");
            let page = fields.first("embedurl embed url link href");
            let found = file.or(page).map(|mut address| {
                let Json::Array(_) = address.json() else {
                    return out.extend(video(&address, poster, caption.unwrap_or_default()));
                };
                address = *value;
                address.warn(Problem::NotShown { what: "a video with several files" });
            });
            if found.is_none() {
                let mut any = false;
                fields.each(&mut |member| {
                    if is_address(member.json()) {
                        any = true;
                        videos(member, out);
                    }
                });
                if !any {
                    value.warn(Problem::NotShown { what: "a video without an address" });
                }
            }
        }
        _ => value.wrong_type("the address of a video").unwrap_or_default(),
    }
}

/// Files that a player takes. Anything else is a page of its own.
fn is_file(url: &SafeUrl) -> bool {
    let name = file(url).to_ascii_lowercase();
    [".mp4", ".m4v", ".webm", ".mov", ".m3u8", ".ogv"].iter().any(|end| name.ends_with(end))
}

fn is_recording(url: &SafeUrl) -> bool {
    let name = file(url).to_ascii_lowercase();
    [".mp3", ".m4a", ".aac", ".ogg", ".wav", ".opus"].iter().any(|end| name.ends_with(end))
}

fn video(address: &Cursor, poster: Option<Image>, caption: Vec<Inline>) -> Option<Block> {
    let url = address.url(UrlUse::Link)?;
    if !address.sink.count_block() {
        return None;
    }
    let source = |url| MediaSource { url, mime: None, bytes: None, size: None };
    let kind = if is_recording(&url) {
        let source = source(address.url(UrlUse::Media)?);
        BlockKind::Audio { track: AudioTrack { source, name: None, seconds: None }, caption }
    } else if is_file(&url) {
        let sources = vec![source(address.url(UrlUse::Media)?)];
        BlockKind::Video(Video { sources, poster, tracks: Vec::new(), caption, seconds: None })
    } else {
        let title = plain_text(&caption);
        let title = (!title.is_empty()).then(|| title.into());
        BlockKind::Embed { provider: None, url, title, size: None, caption: Vec::new() }
    };
    Some(kind.into())
}

/// A spoken version.
pub(in crate::formats) fn audio(value: &Cursor) -> Option<AudioTrack> {
    if let Json::Object(_) = value.json() {
        return Fields::of(value).find("contenturl url src file link mp3", audio);
    }
    if value.is_text() { media::audio(value) } else { value.wrong_type("an address") }
}
