//! Pictures, recordings and video of an item, with its words.

use super::renditions::{self, address, bytes, media_type, pixels};
use super::{any, name, versions};
use crate::article::{AudioTrack, Image, Inline, MediaSource, Text, TextTrack, Video, plain_text};
use crate::error::Problem;
use crate::formats::{Cursor, fragment, line};
use crate::json::Json;
use crate::safe_url::{SafeUrl, UrlUse};
use crate::text::clean;

/// The most files that one video is offered in.
const MAX_SOURCES: usize = 20;

/// What an item is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Picture,
    Graphic,
    Video,
    Audio,
    Text,
    Composite,
    Event,
    Other,
}

/// By its type, else by its media type.
pub(super) fn kind(item: &Cursor) -> Kind {
    let word = |key| match item.json().get(key) {
        Some(Json::Text(text)) => &**text,
        _ => "",
    };
    match word("type") {
        "picture" | "photo" | "image" => return Kind::Picture,
        "graphic" => return Kind::Graphic,
        "video" => return Kind::Video,
        "audio" => return Kind::Audio,
        "text" => return Kind::Text,
        "composite" => return Kind::Composite,
        "event" | "planning" => return Kind::Event,
        _ => {}
    }
    let keys = ["mimetype", "mimeType", "mime_type", "contenttype", "contentType"];
    match keys.into_iter().find_map(|key| word(key).split_once('/')) {
        Some(("image", _)) => Kind::Picture,
        Some(("video", _)) => Kind::Video,
        Some(("audio", _)) => Kind::Audio,
        _ if item.json().get("eventDetails").is_some() => Kind::Event,
        _ => Kind::Other,
    }
}

/// The picture of an item; `None`, with a warning, where none of its files can be shown.
pub(super) fn picture(item: &Cursor) -> Option<Image> {
    let image = still(item);
    if image.is_none() {
        item.warn(Problem::NotShown { what: "a picture without a usable address" });
    }
    image
}

/// The same, where a picture is not all that there is.
pub(super) fn still(item: &Cursor) -> Option<Image> {
    let files = renditions::files(item);
    let Some(chosen) = renditions::choose(&files) else {
        // The address of an item may be that of its file.
        let own = ["href", "url", "uri", "guid"].iter().find_map(|key| {
            let value = item.get(key)?;
            let is_file = value.is_text() && media_type(&value).starts_with("image/");
            if is_file { value.url(UrlUse::Picture) } else { None }
        });
        return own.map(|url| image(item, url));
    };
    let main = chosen.main;
    Some(Image {
        size: (main.width > 0).then_some((main.width, main.height)),
        bytes: main.bytes,
        focus: main.focus,
        renditions: chosen.copies,
        ..image(item, main.url.clone())
    })
}

/// A picture with the words of its item.
fn image(item: &Cursor, url: SafeUrl) -> Image {
    let caption = caption(item);
    let words = || Some(clean::line(&plain_text(&caption))).filter(|words| !words.is_empty());
    let alt = versions::of_role(item, &["alt", "alttext", "accessibility"])
        .or_else(|| any(item, &["alttext", "altText", "alt_text", "body_text"], fragment::line))
        .or_else(|| versions::headlines(item).0)
        .or_else(words);
    Image {
        url,
        size: None,
        alt,
        caption,
        credit: credit(item),
        bytes: None,
        renditions: Vec::new(),
        focus: None,
    }
}

/// What is written below it.
pub(super) fn caption(item: &Cursor) -> Vec<Inline> {
    versions::inlines(item, &versions::DESCRIPTIONS)
}

/// Who made it, and for whom.
fn credit(item: &Cursor) -> Option<Text> {
    let by = any(item, &["by", "byline"], fragment::line)
        .or_else(|| item.list("authors", name).into_iter().next());
    let house = versions::of_role(item, &["creditline", "credit"]).or_else(|| {
        let keys = [
            "creditline",
            "creditLine",
            "copyrightholder",
            "copyrightHolder",
            "source",
            "copyrightnotice",
            "copyrightNotice",
        ];
        any(item, &keys, fragment::line)
    });
    match (by, house) {
        (Some(by), Some(house)) if by.contains(&*house) => Some(by),
        (Some(by), Some(house)) if house.contains(&*by) => Some(house),
        (Some(by), Some(house)) => Some([&*by, " / ", &house].concat().into()),
        (by, house) => by.or(house),
    }
}

/// The files of a kind, those that every browser plays first.
fn sources(item: &Cursor, wanted: &str) -> (Vec<MediaSource>, Option<u32>) {
    let (mut out, mut seconds) = (Vec::new(), None);
    let mut common = 0;
    renditions::each(item, &mut |one, _| {
        let mime = media_type(one);
        if !mime.starts_with(wanted) || out.len() == MAX_SOURCES {
            return;
        }
        let Some(url) = address(one, UrlUse::Media) else { return };
        if out.iter().any(|known: &MediaSource| known.url == url) {
            return;
        }
        seconds = seconds.or_else(|| one.field("duration", |value| value.whole(0)));
        let size = one.field("width", pixels).zip(one.field("height", pixels));
        let is_common = ["mp4", "webm", "mpeg", "mp3", "m4a"].iter().any(|end| mime.ends_with(end));
        let source = MediaSource { url, mime: Some(mime), bytes: bytes(one), size };
        out.insert(if is_common { common } else { out.len() }, source);
        common += usize::from(is_common);
    });
    (out, seconds)
}

/// The video of an item.
pub(super) fn video(item: &Cursor) -> Option<Video> {
    let (sources, seconds) = sources(item, "video/");
    if sources.is_empty() {
        item.warn(Problem::NotShown { what: "a video without a usable address" });
        return None;
    }
    let mut tracks = Vec::new();
    renditions::each(item, &mut |one, _| {
        if &*media_type(one) == "text/vtt"
            && let Some(url) = address(one, UrlUse::Media)
        {
            tracks.push(TextTrack { url, lang: None, label: one.field("title", line) });
        }
    });
    let poster = still(item).map(|still| Image { caption: Vec::new(), credit: None, ..still });
    Some(Video { sources, poster, tracks, caption: caption(item), seconds })
}

/// The recording of an item.
pub(super) fn audio(item: &Cursor) -> Option<AudioTrack> {
    let (sources, seconds) = sources(item, "audio/");
    let Some(source) = sources.into_iter().next() else {
        item.warn(Problem::NotShown { what: "a recording without a usable address" });
        return None;
    };
    let title = versions::headlines(item).0;
    let name = title.or_else(|| item.field("title", fragment::line));
    Some(AudioTrack { source, name, seconds })
}
