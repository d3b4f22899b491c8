//! Pictures, recordings, videos and posts of other services.

use super::Reader;
use super::text;
use crate::article::{
    AudioTrack, Block, BlockKind, GalleryLayout, Image, Inline, MediaSource, Text, Video,
};
use crate::error::Problem;
use crate::formats::{Cursor, line};
use crate::json::Json;
use crate::safe_url::{SafeUrl, UrlUse};

/// Whether a file lies in the article's own bundle, which nobody but Apple has.
fn is_bundled(value: &Cursor) -> bool {
    matches!(value.json(), Json::Text(text) if text.trim_start().starts_with("bundle:"))
}

/// The address of a file, or a warning why there is none.
fn file(component: &Cursor, key: &str, purpose: UrlUse, what: &'static str) -> Option<SafeUrl> {
    let value = component.get(key)?;
    if is_bundled(&value) {
        value.warn(Problem::NotShown { what });
        return None;
    }
    value.url(purpose)
}

fn bare(url: SafeUrl) -> Image {
    Image {
        url,
        size: None,
        alt: None,
        caption: Vec::new(),
        credit: None,
        bytes: None,
        renditions: Vec::new(),
        focus: None,
    }
}

/// A picture by its address alone.
pub(super) fn still(component: &Cursor, key: &str) -> Option<Image> {
    file(component, key, UrlUse::Picture, "a picture in the article's bundle").map(bare)
}

fn alt(component: &Cursor) -> Option<Text> {
    component.field("accessibilityCaption", line)
}

/// A picture with its caption; without an address the words alone.
fn picture(component: &Cursor, root: &Cursor, left: &mut Vec<Block>) -> Option<Image> {
    let image = still(component, "URL");
    if component.get("URL").is_none() {
        component.warn(Problem::Missing { field: "URL" });
    }
    let caption = text::member(component, "caption", root, left);
    match image {
        Some(image) => Some(Image { alt: alt(component), caption, ..image }),
        None => {
            let words = || alt(component).map(Inline::Text).into_iter().collect();
            let words: Vec<Inline> = if caption.is_empty() { words() } else { caption };
            if !words.is_empty() && component.sink.count_block() {
                left.push(BlockKind::Paragraph(words).into());
            }
            None
        }
    }
}

pub(super) fn image(reader: &mut Reader, component: &Cursor) {
    let mut left = Vec::new();
    if let Some(image) = picture(component, reader.root, &mut left) {
        reader.push(component, BlockKind::Image(image));
    }
    reader.out.append(&mut left);
}

/// A gallery is swiped through, a mosaic is seen at once.
pub(super) fn gallery(reader: &mut Reader, component: &Cursor, layout: GalleryLayout) {
    let (mut images, mut left) = (Vec::new(), Vec::new());
    let root = reader.root;
    match component.get("items") {
        Some(items) => items.for_each(&mut |item| {
            if item.sink.count_block() {
                images.extend(picture(item, root, &mut left));
            }
        }),
        None => component.warn(Problem::Missing { field: "items" }),
    }
    let caption = text::member(component, "caption", root, &mut left);
    if images.is_empty() {
        reader.paragraph(component, caption);
    } else {
        reader.push(component, BlockKind::Gallery { images, layout, caption });
    }
    reader.out.append(&mut left);
}

/// A picture that fills a container or a header: there it is often the main one.
pub(super) fn fill(reader: &mut Reader, component: &Cursor) {
    let Some(style) = component.get("style") else { return };
    let root = reader.root;
    if let Json::Text(name) = style.json() {
        if let Some(styles) = root.get("componentStyles")
            && let Some(style) = styles.get(name)
        {
            fill_of(reader, &style);
        }
    } else {
        fill_of(reader, &style);
    }
}

fn fill_of(reader: &mut Reader, style: &Cursor) {
    let Some(fill) = style.get("fill") else { return };
    let image = match fill.json().get("type") {
        Some(Json::Text(kind)) => match &**kind {
            "image" => still(&fill, "URL"),
            "repeatable_image" => {
                fill.warn(Problem::LeftOut { what: "a background pattern" });
                None
            }
            "video" => {
                fill.warn(Problem::NotShown { what: "a background video" });
                still(&fill, "stillURL")
            }
            _ => None,
        },
        _ => None,
    };
    let Some(image) = image else { return };
    // The same style may fill several.
    if !reader.fills.contains(&image.url) {
        reader.fills.push(image.url.clone());
        reader.push(&fill, BlockKind::Image(image));
    }
}

/// The caption of what is no picture, with what describes it.
fn caption(reader: &Reader, component: &Cursor, left: &mut Vec<Block>) -> Vec<Inline> {
    let words = text::member(component, "caption", reader.root, left);
    if words.is_empty() { alt(component).map(Inline::Text).into_iter().collect() } else { words }
}

pub(super) fn video(reader: &mut Reader, component: &Cursor) {
    let mut left = Vec::new();
    let caption = caption(reader, component, &mut left);
    let poster = still(component, "stillURL");
    match file(component, "URL", UrlUse::Media, "a video in the article's bundle") {
        Some(url) => {
            let source = MediaSource { url, mime: None, bytes: None, size: None };
            let video =
                Video { sources: vec![source], poster, tracks: Vec::new(), caption, seconds: None };
            reader.push(component, BlockKind::Video(video));
        }
        None => without_file(reader, component, poster, caption),
    }
    reader.out.append(&mut left);
}

pub(super) fn audio(reader: &mut Reader, component: &Cursor) {
    let mut left = Vec::new();
    let caption = caption(reader, component, &mut left);
    let cover = still(component, "imageURL");
    match file(component, "URL", UrlUse::Media, "a recording in the article's bundle") {
        Some(url) => {
            if let Some(cover) = cover {
                reader.push(component, BlockKind::Image(cover));
            }
            let source = MediaSource { url, mime: None, bytes: None, size: None };
            let track = AudioTrack { source, name: None, seconds: None };
            reader.push(component, BlockKind::Audio { track, caption });
        }
        None => without_file(reader, component, cover, caption),
    }
    reader.out.append(&mut left);
}

/// A still and words, where there is nothing to play.
fn without_file(
    reader: &mut Reader,
    component: &Cursor,
    still: Option<Image>,
    caption: Vec<Inline>,
) {
    if component.get("URL").is_none() {
        component.warn(Problem::Missing { field: "URL" });
    }
    match still {
        Some(image) => reader.push(component, BlockKind::Image(Image { caption, ..image })),
        None => reader.paragraph(component, caption),
    }
}

/// A post or a video of another service.
pub(super) fn embed(reader: &mut Reader, component: &Cursor, provider: &str) {
    let mut left = Vec::new();
    let caption = caption(reader, component, &mut left);
    match component.field("URL", |url| url.url(UrlUse::Link)) {
        Some(url) => {
            let provider = (!provider.is_empty()).then(|| provider.into());
            let embed = BlockKind::Embed { provider, url, title: None, size: None, caption };
            reader.push(component, embed);
        }
        None => without_file(reader, component, None, caption),
    }
    reader.out.append(&mut left);
}

/// What has no counterpart here: its words, and those of its items.
pub(super) fn not_shown(reader: &mut Reader, component: &Cursor, what: &'static str) {
    component.warn(Problem::NotShown { what });
    let mut left = Vec::new();
    let words = caption(reader, component, &mut left);
    reader.paragraph(component, words);
    if let Some(items) = component.get("items") {
        items.for_each(&mut |item| {
            let words = caption(reader, item, &mut left);
            reader.paragraph(item, words);
        });
    }
    reader.out.append(&mut left);
}
