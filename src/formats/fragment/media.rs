//! Pictures, recordings and frames of a fragment.

use super::{Body, Run};
use crate::article::{
    AudioTrack, BlockKind, GalleryLayout, Image, Inline, MediaSource, Rendition, Text, TextTrack,
    Video,
};
use crate::error::Problem;
use crate::formats::Cursor;
use crate::html::{Element, Node};
use crate::safe_url::{SafeUrl, UrlUse};
use crate::text::clean;

/// Where lazy loaders keep the real address.
const LAZY: [&str; 6] =
    ["data-src", "data-original", "data-lazy-src", "data-orig-file", "data-full-url", "src"];

/// A picture where it stands; a `noscript` counts only where it brings one.
pub(super) fn picture(body: &mut Body, element: &Element) {
    match images(body.field, element).pop() {
        Some(image) => body.push(BlockKind::Image(image)),
        None if element.name == "noscript" => body.nodes(&element.children, false),
        None => {}
    }
}

/// A figure: a picture, several, or whatever else it holds, with its caption.
pub(super) fn figure(body: &mut Body, element: &Element) {
    let caption = element.find(&|child| child.name == "figcaption");
    let mut words = Run::default();
    if let Some(caption) = caption {
        words.nodes(body.field, &caption.children, &[]);
    }
    let words = words.finish();
    let is_table = element.find(&|child| {
        matches!(&*child.name, "table" | "iframe" | "video" | "audio" | "blockquote" | "pre")
    });
    let mut found = if is_table.is_none() { images(body.field, element) } else { Vec::new() };
    if found.len() > 1 {
        return body.push(BlockKind::Gallery {
            images: found,
            layout: GalleryLayout::Grid,
            caption: words,
        });
    }
    if let Some(mut image) = found.pop() {
        image.caption = words;
        return body.push(BlockKind::Image(image));
    }
    let rest: Vec<Node> =
        element.children.iter().filter(|child| !is_caption(child)).cloned().collect();
    body.paragraph();
    body.nodes(&rest, false);
    body.paragraph();
    match body.out.last_mut().map(|block| &mut block.kind) {
        Some(
            BlockKind::Table { caption, .. }
            | BlockKind::Embed { caption, .. }
            | BlockKind::Audio { caption, .. }
            | BlockKind::Video(Video { caption, .. }),
        ) if caption.is_empty() => *caption = words,
        Some(BlockKind::Quote { cite, .. }) if cite.is_empty() => *cite = words,
        _ => {
            body.run.append(words);
            body.paragraph();
        }
    }
}

fn is_caption(node: &Node) -> bool {
    matches!(node, Node::Element(element) if element.name == "figcaption")
}

/// Every picture at or below an element, each once.
pub(super) fn images(field: &Cursor, element: &Element) -> Vec<Image> {
    let mut out: Vec<Image> = Vec::new();
    collect(field, element, &mut out);
    out
}

fn collect(field: &Cursor, element: &Element, out: &mut Vec<Image>) {
    if element.name == "img" {
        match image(field, element) {
            // A lazy loader repeats it for those who run no script.
            Some(image) if !out.iter().any(|known| known.url == image.url) => out.push(image),
            Some(_) => {}
            None => field.warn(Problem::NotShown { what: "a picture without a usable address" }),
        }
    }
    for child in element.elements() {
        collect(field, child, out);
    }
}

fn image(field: &Cursor, element: &Element) -> Option<Image> {
    let renditions = ["data-srcset", "data-lazy-srcset", "srcset"]
        .iter()
        .find_map(|key| element.get(key))
        .map(|set| renditions(field, set))
        .unwrap_or_default();
    // A placeholder is a tiny picture in the page itself.
    let real = |address: &&str| !address.is_empty() && !address.starts_with("data:");
    let address = LAZY.iter().filter_map(|key| element.get(key)).find(real);
    let url = address.and_then(|address| field.url_of(address, UrlUse::Picture));
    let url = url.or_else(|| renditions.last().map(|largest| largest.url.clone()))?;
    let alt = element.get("alt").map(clean::line).filter(|alt| !alt.is_empty());
    Some(Image {
        url,
        size: size(element),
        alt,
        caption: Vec::new(),
        credit: None,
        bytes: None,
        renditions,
        focus: None,
    })
}

fn size(element: &Element) -> Option<(u32, u32)> {
    let pixels = |key| element.get(key)?.trim().trim_end_matches("px").parse().ok();
    let (width, height) = (pixels("width")?, pixels("height")?);
    (width > 1 && height > 1).then_some((width, height))
}

/// Narrowest first, one of each width.
fn renditions(field: &Cursor, set: &str) -> Vec<Rendition> {
    let mut out: Vec<Rendition> = Vec::new();
    for candidate in set.split(", ") {
        let mut parts = candidate.split_ascii_whitespace();
        let (Some(address), Some(width)) = (parts.next(), parts.next()) else { continue };
        let Some(width) = width.trim_end_matches(',').strip_suffix('w') else { continue };
        let Ok(width) = width.parse::<u32>() else { continue };
        let Some(url) = field.url_of(address, UrlUse::Picture) else { continue };
        let at = out.iter().position(|known| known.width >= width).unwrap_or(out.len());
        if out.get(at).is_none_or(|known| known.width != width) {
            out.insert(at, Rendition { url, width, height: None, bytes: None });
        }
    }
    out
}

/// A video or a recording, with its files.
pub(super) fn recording(body: &mut Body, element: &Element) {
    let field = body.field;
    let mut sources: Vec<MediaSource> = Vec::new();
    let mut tracks = Vec::new();
    for one in std::iter::once(element).chain(element.elements()) {
        let Some(url) = one.get("src").and_then(|src| field.url_of(src, UrlUse::Media)) else {
            continue;
        };
        if one.name == "track" {
            let label: Option<Text> = one.get("label").map(clean::line);
            tracks.push(TextTrack { url, lang: None, label });
        } else {
            let mime = one.get("type").map(clean::line);
            sources.push(MediaSource { url, mime, bytes: None, size: size(one) });
        }
    }
    let Some(first) = sources.first().cloned() else {
        return field.warn(Problem::NotShown { what: "a recording without a usable address" });
    };
    if element.name == "audio" {
        let track = AudioTrack { source: first, name: None, seconds: None };
        return body.push(BlockKind::Audio { track, caption: Vec::new() });
    }
    let poster = element.get("poster").and_then(|at| field.url_of(at, UrlUse::Picture));
    let poster = poster.map(|url| Image {
        url,
        size: None,
        alt: None,
        caption: Vec::new(),
        credit: None,
        bytes: None,
        renditions: Vec::new(),
        focus: None,
    });
    let caption: Vec<Inline> = Vec::new();
    body.push(BlockKind::Video(Video { sources, poster, tracks, caption, seconds: None }));
}

/// A frame: what it would show is a link, or loads on a tap.
pub(super) fn embed(body: &mut Body, element: &Element) {
    let address = ["data-src", "src", "data"].iter().find_map(|key| element.get(key));
    let url: Option<SafeUrl> = address.and_then(|address| body.field.url_of(address, UrlUse::Link));
    match url {
        Some(url) => {
            let title = element.get("title").map(clean::line).filter(|title| !title.is_empty());
            body.push(BlockKind::Embed {
                provider: None,
                url,
                title,
                size: size(element),
                caption: Vec::new(),
            });
        }
        None => body.field.warn(Problem::NotShown { what: "a frame without a usable address" }),
    }
    body.nodes(&element.children, false);
}
