//! The featured picture, wherever WordPress or a plug-in keeps it.

use crate::article::{Image, Rendition};
use crate::error::Problem;
use crate::formats::{Cursor, fragment, line};
use crate::json::Json;
use crate::safe_url::UrlUse;
use crate::text::count;

/// Sizes of one picture; a theme makes a dozen.
const MAX_SIZES: usize = 32;

/// The featured picture, else the one that the site shows where the post is shared.
pub(super) fn featured(root: &Cursor) -> Option<Image> {
    let embedded = root.get("_embedded");
    let yoast = root.get("yoast_head_json");
    let places = [
        (embedded.as_ref(), "wp:featuredmedia"),
        (embedded.as_ref(), "https://api.w.org/featuredmedia"),
        (Some(root), "better_featured_image"),
        (Some(root), "post_thumbnail"),
        (Some(root), "featured_image"),
        (Some(root), "jetpack_featured_media_url"),
        (yoast.as_ref(), "og_image"),
    ];
    let first = |(place, key): &(Option<&Cursor>, &str)| {
        place.as_ref()?.list(key, image).into_iter().next()
    };
    let found = places.iter().find_map(first);
    // One that is there and could not be taken has a warning of its own.
    let embeds =
        |(place, key): &(Option<&Cursor>, &str)| place.is_some_and(|at| at.get(key).is_some());
    if found.is_none() && !places.iter().take(2).any(embeds) {
        for key in ["featured_media", "featured_image"] {
            if let Some(number) = root.get(key)
                && matches!(number.json(), Json::Integer(1..))
            {
                let what = "the featured picture, of which the file only has the number";
                number.warn(Problem::NotShown { what });
            }
        }
    }
    found
}

/// A medium, in the sizes that WordPress has made of it.
fn image(media: &Cursor) -> Option<Image> {
    if media.is_text() {
        return media.url(UrlUse::Picture).map(Image::at);
    }
    let mime = media.json().get("mime_type");
    if matches!(mime, Some(Json::Text(mime)) if !mime.starts_with("image/")) {
        media.warn(Problem::NotShown { what: "a featured recording" });
        return None;
    }
    let address = |key: &&str| media.field(key, |url| url.url(UrlUse::Picture));
    let url = ["source_url", "URL", "url"].iter().find_map(address)?;
    let details = media.get("media_details");
    let details = details.as_ref();
    let size = details.and_then(size).or_else(|| size(media));
    let sizes = details.and_then(|details| details.get("sizes"));
    let renditions = sizes.zip(size).map(|(sizes, whole)| renditions(&sizes, whole));
    let meta = details.and_then(|details| details.get("image_meta"));
    Some(Image {
        size,
        alt: ["alt_text", "alt"].iter().find_map(|key| media.field(key, fragment::line)),
        caption: super::rendered(media, "caption", super::inlines).unwrap_or_default(),
        credit: meta.and_then(|meta| meta.field("credit", line)),
        renditions: renditions.unwrap_or_default(),
        ..Image::at(url)
    })
}

/// A width and a height. What has none, such as a drawing, is 0 or `false` wide.
fn size(value: &Cursor) -> Option<(u32, u32)> {
    let pixels = |key| match value.get(key)?.json() {
        Json::Integer(pixels) => u32::try_from(*pixels).ok().filter(|pixels| *pixels > 0),
        Json::Text(pixels) => count(pixels.trim()).filter(|pixels| *pixels > 0),
        _ => None,
    };
    pixels("width").zip(pixels("height"))
}

/// The same picture in other widths, narrowest first.
fn renditions(sizes: &Cursor, (width, height): (u32, u32)) -> Vec<Rendition> {
    let mut out: Vec<Rendition> = Vec::new();
    let Json::Object(members) = sizes.json() else { return out };
    for (name, _) in members.iter().take(MAX_SIZES) {
        let Some(one) = sizes.get(name) else { continue };
        let Some((w, h)) = size(&one) else { continue };
        // One of another shape is another cut of the picture.
        let expected = u64::from(h) * u64::from(width) / u64::from(height);
        let at = out.iter().position(|known| known.width >= w).unwrap_or(out.len());
        let known = out.get(at).is_some_and(|known| known.width == w);
        if known || expected.abs_diff(u64::from(w)) > u64::from(w / 20) + 1 {
            continue;
        }
        if let Some(url) = one.field("source_url", |url| url.url(UrlUse::Picture)) {
            out.insert(at, Rendition { url, width: w, height: Some(h), bytes: None });
        }
    }
    out
}
