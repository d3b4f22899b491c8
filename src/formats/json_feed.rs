//! JSON Feed 1.0 and 1.1: a feed is a catalogue of its items.

use super::native::metadata;
use super::{Cursor, fragment, line, native};
use crate::article::{
    Article, AudioTrack, Block, BlockKind, Image, MediaSource, Video, plain_text,
};
use crate::error::Problem;
use crate::json::Json;
use crate::safe_url::{SafeUrl, UrlUse};

pub(super) fn matches(json: &Json) -> bool {
    matches!(json.get("version"), Some(Json::Text(version)) if version.contains("jsonfeed.org/version"))
        && json.get("items").is_some()
}

/// Its items.
pub(super) fn articles(root: &Cursor, visit: &mut dyn FnMut(&Cursor)) {
    if let Some(items) = root.get("items") {
        items.for_each(visit);
    }
}

pub(super) fn into_article(item: &Cursor) -> Option<Article> {
    let canonical = item.field("url", link).or_else(|| item.field("external_url", link));
    if let Some(page) = &canonical {
        item.resolve_against(page);
    }
    let mut body = body(item);
    let mut article = Article {
        id: item.field("id", metadata::slug),
        canonical,
        headline: item.field("title", fragment::line).unwrap_or_default(),
        lede: item.field("summary", line).map(native::words).unwrap_or_default(),
        authors: item.list("authors", metadata::author),
        published: item.field("date_published", metadata::moment),
        modified: item.field("date_modified", metadata::moment),
        topics: item.list("tags", line),
        lead_image: item.field("image", image).or_else(|| item.field("banner_image", image)),
        ..Article::default()
    };
    // What an item does not say, its feed says for all of them.
    let feed = item.parent().and_then(|items| items.parent());
    for place in [Some(*item), feed].into_iter().flatten() {
        for key in ["authors", "author"] {
            if article.authors.is_empty() {
                article.authors = place.list(key, metadata::author);
            }
        }
    }
    let lang = |place: &Cursor| place.field("language", metadata::language);
    if let Some(lang) = lang(item).or_else(|| lang(feed.as_ref()?)) {
        article.lang = lang;
    }
    item.list("attachments", |file| Some(attach(file))).into_iter().flatten().for_each(
        |attached| match attached {
            Attached::Audio(track) => article.audio.push(track),
            Attached::Block(block) => body.push(block),
        },
    );
    // An item that comments on another page links to it.
    if article.canonical != item.field("external_url", link)
        && let Some(url) = item.field("external_url", link)
    {
        let title = item.field("title", fragment::line);
        let kind = BlockKind::Embed { provider: None, url, title, size: None, caption: Vec::new() };
        body.push(kind.into());
    }
    if article.headline.is_empty() {
        article.headline = native::first_words(&body);
    }
    if article.headline.is_empty() {
        article.headline = item.field("id", line).unwrap_or_default();
    }
    let start: String = plain_text(&article.lede).chars().take(40).collect();
    if !start.is_empty() && body.first().is_some_and(|first| begins(first, &start)) {
        article.lede.clear();
    }
    article.body = body;
    (!article.headline.is_empty()).then_some(article)
}

fn begins(block: &Block, start: &str) -> bool {
    matches!(&block.kind, BlockKind::Paragraph(text) if plain_text(text).starts_with(start))
}

fn body(item: &Cursor) -> Vec<Block> {
    let html = item.get("content_html");
    let from_html = html.and_then(|html| Some(fragment::blocks(&html, html.string()?)));
    match from_html {
        Some(body) if !body.is_empty() => body,
        _ => item.get("content_text").map(|text| native::paragraphs(&text)).unwrap_or_default(),
    }
}

fn link(value: &Cursor) -> Option<SafeUrl> {
    value.url(UrlUse::Link)
}

fn image(value: &Cursor) -> Option<Image> {
    value.url(UrlUse::Picture).map(Image::at)
}

enum Attached {
    Audio(AudioTrack),
    Block(Block),
}

fn attach(file: &Cursor) -> Option<Attached> {
    let mime = file.field("mime_type", line).unwrap_or_default();
    let seconds = file.field("duration_in_seconds", |value| value.whole(0));
    let source = |url| MediaSource {
        url,
        mime: Some(mime.clone()),
        bytes: file.field("size_in_bytes", |value| value.whole(0)).map(Into::into),
        size: None,
    };
    if mime.starts_with("image/") {
        let url = file.field("url", |url| url.url(UrlUse::Picture))?;
        return Some(Attached::Block(BlockKind::Image(Image::at(url)).into()));
    }
    let url = file.field("url", |url| url.url(UrlUse::Media));
    if mime.starts_with("audio/") {
        let name = file.field("title", line);
        return Some(Attached::Audio(AudioTrack { source: source(url?), name, seconds }));
    }
    if mime.starts_with("video/") {
        return Some(Attached::Block(
            BlockKind::Video(Video {
                sources: vec![source(url?)],
                poster: None,
                tracks: Vec::new(),
                caption: Vec::new(),
                seconds,
            })
            .into(),
        ));
    }
    file.warn(Problem::NotShown { what: "an attachment of another kind" });
    None
}
