//! What hangs on an item: recordings, films, pictures, and files to fetch.

use super::{Cursor, line, shows, words};
use crate::article::{Article, AudioTrack, BlockKind, Image, MediaSource, Text, Video};
use crate::formats::native;
use crate::safe_url::{SafeUrl, UrlUse};
use crate::text::after_last;

/// What a file's ending says where no media type does.
const ENDINGS: [(&str, &str); 16] = [
    ("mp3", "audio/mpeg"),
    ("m4a", "audio/mp4"),
    ("aac", "audio/aac"),
    ("ogg", "audio/ogg"),
    ("opus", "audio/ogg"),
    ("wav", "audio/wav"),
    ("mp4", "video/mp4"),
    ("m4v", "video/mp4"),
    ("webm", "video/webm"),
    ("mov", "video/quicktime"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("png", "image/png"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
];

pub(super) fn read(item: &Cursor, article: &mut Article) {
    let Some(files) = item.get("attachments") else { return };
    // A film may come in several files, which then have one title.
    let mut film: Option<Text> = None;
    files.for_each(&mut |file| {
        let title = file.field("title", words);
        let mime = media_type(file);
        let seconds = || file.field("duration_in_seconds", |value| value.whole(0));
        match mime.split('/').next().unwrap_or_default() {
            "image" => {
                let Some(url) = file.field("url", |url| url.url(UrlUse::Picture)) else { return };
                let is_lead = article.lead_image.as_ref().is_some_and(|lead| lead.url == url);
                if !is_lead && !shows(&article.body, &url) {
                    let caption = title.map(native::words).unwrap_or_default();
                    push(file, article, BlockKind::Image(Image { caption, ..Image::at(url) }));
                }
            }
            "audio" => {
                if let Some(source) = source(file, mime) {
                    article.audio.push(AudioTrack { source, name: title, seconds: seconds() });
                }
            }
            "video" => {
                let Some(source) = source(file, mime) else { return };
                let last = article.body.last_mut().map(|block| &mut block.kind);
                if let Some(BlockKind::Video(video)) = last
                    && film.is_some()
                    && film == title
                {
                    return video.sources.push(source);
                }
                film.clone_from(&title);
                let video = Video {
                    sources: vec![source],
                    poster: None,
                    tracks: Vec::new(),
                    caption: title.map(native::words).unwrap_or_default(),
                    seconds: seconds(),
                };
                push(file, article, BlockKind::Video(video));
            }
            _ => {
                let Some(url) = file.field("url", |url| url.url(UrlUse::Link)) else { return };
                let title = title.or_else(|| name(&url));
                let caption = Vec::new();
                let kind = BlockKind::Embed { provider: None, url, title, size: None, caption };
                push(file, article, kind);
            }
        }
    });
}

fn push(file: &Cursor, article: &mut Article, kind: BlockKind) {
    if file.sink.count_block() {
        article.body.push(kind.into());
    }
}

/// The media type, as told or as the file's ending tells.
fn media_type(file: &Cursor) -> Text {
    if let Some(told) = file.field("mime_type", line) {
        return told.to_ascii_lowercase().into();
    }
    let url = file.get("url");
    let path = url.as_ref().filter(|url| url.is_text()).and_then(|url| url.string());
    let path = path.unwrap_or_default().split(['?', '#']).next().unwrap_or_default();
    let ending = after_last(path, b'.').to_ascii_lowercase();
    let known = ENDINGS.iter().find(|(known, _)| *known == ending);
    known.map_or("", |(_, mime)| mime).into()
}

fn source(file: &Cursor, mime: Text) -> Option<MediaSource> {
    Some(MediaSource {
        url: file.field("url", |url| url.url(UrlUse::Media))?,
        mime: Some(mime),
        bytes: file.field("size_in_bytes", |value| value.whole(0)).map(Into::into),
        size: None,
    })
}

/// A file is called as the end of its address.
fn name(url: &SafeUrl) -> Option<Text> {
    let path = url.as_str().split(['?', '#']).next()?;
    Some(after_last(path, b'/')).filter(|name| !name.is_empty()).map(Text::from)
}
