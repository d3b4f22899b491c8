//! Pictures, recordings and video, as schema.org's media objects.

use super::blocks::required;
use super::inlines;
use super::metadata::language;
use crate::article::{AudioTrack, Focus, Image, MediaSource, Rendition, Text, TextTrack, Video};
use crate::error::Problem;
use crate::formats::cursor::fraction;
use crate::formats::{Cursor, line};
use crate::json::Json;
use crate::safe_url::{SafeUrl, UrlUse};
use crate::text::count;

/// A picture with its caption: an `ImageObject`, or an address alone.
pub(in crate::formats) fn image(value: &Cursor) -> Option<Image> {
    let image = uncaptioned(value)?;
    match value.json() {
        Json::Object(_) => {
            let caption = inlines::field(value, "caption").unwrap_or_default();
            Some(Image { caption, ..image })
        }
        _ => Some(image),
    }
}

/// The same without the caption: portraits and logos have none, and the adapters, who write
/// captions in other ways, then need nothing that reads this format's inlines.
pub(in crate::formats) fn uncaptioned(value: &Cursor) -> Option<Image> {
    if !matches!(value.json(), Json::Object(_)) {
        return value.url(UrlUse::Picture).map(Image::at);
    }
    // Narrowest first, one of each width. There are a few, and sorting machinery is heavy.
    let mut renditions: Vec<Rendition> = Vec::new();
    for new in value.list("encoding", rendition) {
        match renditions.iter().position(|known| known.width >= new.width) {
            Some(at) if renditions.get(at).is_some_and(|known| known.width == new.width) => {}
            Some(at) => renditions.insert(at, new),
            None => renditions.push(new),
        }
    }
    let url = value.field("url", picture).or_else(|| value.field("contentUrl", picture));
    let url = url.or_else(|| renditions.last().map(|largest| largest.url.clone()));
    let Some(url) = url else {
        value.warn(Problem::Missing { field: "url" });
        return None;
    };
    let of_rendition = || {
        let largest = renditions.last()?;
        Some((largest.width, largest.height?))
    };
    Some(Image {
        size: size(value).or_else(of_rendition),
        alt: value.field("description", line),
        credit: value.field("creditText", line),
        bytes: bytes(value),
        focus: value.field("focus", focus),
        renditions,
        ..Image::at(url)
    })
}

fn picture(value: &Cursor) -> Option<SafeUrl> {
    value.url(UrlUse::Picture)
}

fn media(value: &Cursor) -> Option<SafeUrl> {
    value.url(UrlUse::Media)
}

fn rendition(value: &Cursor) -> Option<Rendition> {
    let url = value.field("contentUrl", picture).or_else(|| value.field("url", picture));
    let (Some(url), Some(width)) = (url, value.field("width", pixels)) else {
        value.warn(Problem::Missing { field: "contentUrl or width" });
        return None;
    };
    Some(Rendition { url, width, height: value.field("height", pixels), bytes: bytes(value) })
}

fn pixels(value: &Cursor) -> Option<u32> {
    value.whole(1)
}

fn size(value: &Cursor) -> Option<(u32, u32)> {
    Some((value.field("width", pixels)?, value.field("height", pixels)?))
}

fn bytes(value: &Cursor) -> Option<u64> {
    value.field("contentSize", |value| value.whole(0)).map(u64::from)
}

fn focus(value: &Cursor) -> Option<Focus> {
    let tenths = |fraction: f64| (fraction * 10.0 + 0.5) as u8;
    let (x, y) = (required(value, "x", fraction)?, required(value, "y", fraction)?);
    Some(Focus { x: tenths(x), y: tenths(y) })
}

/// A file of a recording or a video: a `MediaObject`, or an address alone.
fn source(value: &Cursor) -> Option<MediaSource> {
    let bare = |url| MediaSource { url, mime: None, bytes: None, size: None };
    if !matches!(value.json(), Json::Object(_)) {
        return media(value).map(bare);
    }
    let Some(url) = value.field("contentUrl", media).or_else(|| value.field("url", media)) else {
        value.warn(Problem::Missing { field: "contentUrl" });
        return None;
    };
    Some(MediaSource {
        mime: value.field("encodingFormat", line),
        bytes: bytes(value),
        size: size(value),
        ..bare(url)
    })
}

/// A recording.
pub(in crate::formats) fn audio(value: &Cursor) -> Option<AudioTrack> {
    let source = source(value)?;
    let described = matches!(value.json(), Json::Object(_));
    let name: Option<Text> = described.then(|| value.field("name", line)).flatten();
    let seconds = described.then(|| value.field("duration", seconds)).flatten();
    Some(AudioTrack { source, name, seconds })
}

/// A video block, or `None` where it has no file to play.
pub(super) fn video(value: &Cursor) -> Option<Video> {
    let sources = value.list("sources", source);
    if sources.is_empty() {
        value.warn(Problem::Missing { field: "sources" });
        return None;
    }
    Some(Video {
        sources,
        poster: value.field("poster", image),
        tracks: value.list("tracks", track),
        caption: inlines::field(value, "caption").unwrap_or_default(),
        seconds: value.field("duration", seconds),
    })
}

fn track(value: &Cursor) -> Option<TextTrack> {
    let url = value.field("contentUrl", media).or_else(|| value.field("url", media));
    let Some(url) = url else {
        value.warn(Problem::Missing { field: "contentUrl" });
        return None;
    };
    Some(TextTrack {
        url,
        lang: value.field("inLanguage", language),
        label: value.field("name", line),
    })
}

/// A length of time: seconds, or ISO 8601 (`PT1M30S`).
pub(in crate::formats) fn seconds(value: &Cursor) -> Option<u32> {
    let Json::Text(text) = value.json() else {
        return value.whole(0);
    };
    let read = iso_seconds(text);
    if read.is_none() {
        value.warn(Problem::BadValue { expected: "seconds, or a duration in ISO 8601" });
    }
    read
}

fn iso_seconds(text: &str) -> Option<u32> {
    let (days, time) = text.trim().strip_prefix('P')?.split_once('T')?;
    if !days.is_empty() || time.is_empty() {
        return None;
    }
    let mut total = 0u32;
    let mut amount = String::new();
    for c in time.chars() {
        let unit = match c {
            '0'..='9' | '.' => {
                amount.push(c);
                continue;
            }
            'H' => 3600,
            'M' => 60,
            'S' => 1,
            _ => return None,
        };
        let whole = count(amount.split('.').next()?)?;
        total = total.checked_add(whole.checked_mul(unit)?)?;
        amount.clear();
    }
    amount.is_empty().then_some(total)
}
