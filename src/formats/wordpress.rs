//! WordPress REST: posts and pages, alone or in a list, with what `_embed` brings along.

use super::native::metadata;
use super::{Cursor, fragment};
use crate::article::{Article, Author, BlockKind, Image, Inline, Rendition, Text, plain_text};
use crate::json::Json;
use crate::safe_url::UrlUse;

pub(super) fn matches(json: &Json) -> bool {
    match json {
        Json::Array(items) => items.first().is_some_and(is_post),
        _ => is_post(json),
    }
}

fn is_post(json: &Json) -> bool {
    ["title", "content"]
        .iter()
        .all(|key| json.get(key).is_some_and(|it| it.get("rendered").is_some()))
}

/// A list holds several.
pub(super) fn articles(root: &Cursor, visit: &mut dyn FnMut(&Cursor)) {
    root.for_each(visit);
}

pub(super) fn into_article(root: &Cursor) -> Option<Article> {
    let canonical = root.field("link", |link| link.url(UrlUse::Link));
    if let Some(page) = &canonical {
        root.resolve_against(page);
    }
    let headline = rendered(root, "title", fragment::line);
    let body = root
        .get("content")
        .and_then(|content| {
            let html = content.get("rendered")?;
            Some(fragment::blocks(&html, html.string()?))
        })
        .unwrap_or_default();
    if headline.is_none() && body.is_empty() {
        return None;
    }
    let embedded = root.get("_embedded");
    let inside = |key: &str| -> Vec<Image> {
        let found = embedded.as_ref().map(|all| all.list(key, featured));
        found.unwrap_or_default()
    };
    let authors = embedded.as_ref().map(|all| all.list("author", metadata::author));
    let mut article = Article {
        id: root.field("slug", metadata::slug),
        canonical,
        headline: headline.unwrap_or_default(),
        lede: lede(root, &body),
        authors: authors.unwrap_or_default(),
        published: date(root, "date_gmt", "date"),
        modified: date(root, "modified_gmt", "modified"),
        lead_image: inside("wp:featuredmedia").into_iter().next(),
        body,
        ..Article::default()
    };
    if let Some(lang) = root.field("lang", metadata::language) {
        article.lang = lang;
    }
    if let Some(terms) = embedded.as_ref().and_then(|all| all.get("wp:term")) {
        terms.for_each(&mut |list| {
            list.for_each(&mut |term| {
                let kind = term.field("taxonomy", super::line);
                let name = term.field("name", fragment::line);
                match (kind.as_deref(), name) {
                    (Some("category"), Some(name)) if article.section.is_none() => {
                        article.section = Some(name);
                    }
                    (Some("post_tag"), Some(name)) => article.topics.push(name),
                    _ => {}
                }
            });
        });
    }
    if article.authors.is_empty() {
        let yoast = root.get("yoast_head_json");
        let name = yoast.and_then(|head| head.field("author", super::line));
        article.authors.extend(name.map(author));
    }
    let published = article.published;
    article.modified = article.modified.filter(|at| published.is_none_or(|p| p.epoch < at.epoch));
    Some(article)
}

fn author(name: Text) -> Author {
    Author { name, job_title: None, url: None, image: None }
}

fn rendered<T>(root: &Cursor, key: &str, read: fn(&Cursor) -> Option<T>) -> Option<T> {
    root.get(key)?.field("rendered", read)
}

/// Dates in `_gmt` are in UTC without saying so.
fn date(root: &Cursor, utc: &str, local: &str) -> Option<crate::article::Moment> {
    let at = root.field(utc, |value| {
        let text = value.string()?;
        crate::text::dates::parse(&[text.trim_end_matches('Z'), "Z"].concat())
    });
    at.or_else(|| root.field(local, metadata::moment))
}

/// The excerpt, unless it only repeats how the text begins, as one that WordPress makes does.
fn lede(root: &Cursor, body: &[crate::article::Block]) -> Vec<Inline> {
    let Some(excerpt) = root.get("excerpt").and_then(|excerpt| {
        let html = excerpt.get("rendered")?;
        Some(fragment::inlines(&html, html.string()?))
    }) else {
        return Vec::new();
    };
    let words = plain_text(&excerpt);
    let start: String = words.trim().chars().take(40).collect();
    let first = body.iter().find_map(|block| match &block.kind {
        BlockKind::Paragraph(text) => Some(plain_text(text)),
        _ => None,
    });
    if first.is_some_and(|first| first.trim().starts_with(&start)) { Vec::new() } else { excerpt }
}

/// The featured picture, in the sizes that WordPress has made of it.
fn featured(media: &Cursor) -> Option<Image> {
    let url = media.field("source_url", |url| url.url(UrlUse::Picture))?;
    let details = media.get("media_details");
    let pixels = |key: &str| details.as_ref().and_then(|d| d.field(key, |value| value.whole(1)));
    let size = pixels("width").zip(pixels("height"));
    let mut renditions: Vec<Rendition> = Vec::new();
    let sizes = details.as_ref().and_then(|details| details.get("sizes"));
    if let (Some(sizes), Some((width, height))) = (&sizes, size) {
        for name in ["thumbnail", "medium", "medium_large", "large", "1536x1536", "full"] {
            let Some(one) = sizes.get(name) else { continue };
            let of = |key| one.field(key, |value| value.whole(1));
            let (Some(w), Some(h)) = (of("width"), of("height")) else { continue };
            // A thumbnail is another cut of the picture.
            let same_shape = w.abs_diff(h.saturating_mul(width) / height.max(1)) <= w / 20 + 1;
            let known = renditions.last().is_some_and(|last| last.width >= w);
            if same_shape
                && !known
                && let Some(url) = one.field("source_url", |url| url.url(UrlUse::Picture))
            {
                renditions.push(Rendition { url, width: w, height: Some(h), bytes: None });
            }
        }
    }
    let caption = media.get("caption").and_then(|caption| {
        let html = caption.get("rendered")?;
        Some(fragment::inlines(&html, html.string()?))
    });
    Some(Image {
        size,
        alt: media.field("alt_text", super::line),
        caption: caption.unwrap_or_default(),
        renditions,
        ..Image::at(url)
    })
}
