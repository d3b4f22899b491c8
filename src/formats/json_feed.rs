//! JSON Feed 1.0 and 1.1: a feed is a catalogue of its items.

mod attachments;

use super::native::{self, metadata};
use super::{Cursor, fragment, lede, line};
use crate::article::{
    Article, Author, Block, BlockKind, Image, Inline, Publisher, Text, plain_text,
};
use crate::json::Json;
use crate::safe_url::{SafeUrl, UrlUse};
use crate::text::clean;

/// What an item may have beside its text and its identifier.
const OF_AN_ITEM: [&str; 7] = [
    "date_published",
    "date_modified",
    "external_url",
    "banner_image",
    "attachments",
    "url",
    "authors",
];

pub(super) fn matches(json: &Json) -> bool {
    let version = matches!(json.get("version"), Some(Json::Text(version)) if version.contains("jsonfeed.org/version"));
    match json.get("items") {
        Some(_) if version => true,
        // The first may have a summary alone.
        Some(Json::Array(items)) => items.iter().take(20).any(is_item),
        _ => is_item(json),
    }
}

/// One item says less of itself than a feed does.
fn is_item(json: &Json) -> bool {
    let text = |key| matches!(json.get(key), Some(Json::Text(_)));
    (text("content_html") || text("content_text"))
        && matches!(json.get("id"), Some(Json::Text(_) | Json::Integer(_)))
        && OF_AN_ITEM.iter().any(|key| json.get(key).is_some())
}

/// Its items.
pub(super) fn articles(root: &Cursor, visit: &mut dyn FnMut(&Cursor)) {
    match root.get("items") {
        Some(items) => items.for_each(visit),
        None => visit(root),
    }
}

pub(super) fn into_article(item: &Cursor) -> Option<Article> {
    if !matches!(item.json(), Json::Object(_)) {
        return item.wrong_type("an item");
    }
    let feed = item.parent().and_then(|items| items.parent());
    let feed = feed.as_ref();
    let home = feed.and_then(|feed| feed.field("home_page_url", link));
    let canonical = item.field("url", link).or_else(|| item.field("id", page));
    if let Some(base) = canonical.as_ref().or(home.as_ref()) {
        item.resolve_against(base);
    }
    let mut article = Article {
        id: item.field("id", metadata::slug),
        authors: authors(item),
        published: item.field("date_published", metadata::any_moment),
        lead_image: item.field("image", image),
        body: body(item),
        ..Article::default()
    };
    for tag in item.list("tags", words) {
        metadata::add_topic(&mut article.topics, &tag);
    }
    let published = article.published;
    let modified = item.field("date_modified", metadata::any_moment);
    article.modified = modified.filter(|at| published.is_none_or(|first| first.epoch < at.epoch));
    // What an item does not say, its feed says for all of them.
    if let (true, Some(feed)) = (article.authors.is_empty(), feed) {
        article.authors = authors(feed);
    }
    let lang = |place: &Cursor| place.field("language", metadata::language);
    if let Some(lang) = lang(item).or_else(|| lang(feed?)) {
        article.lang = lang;
    }
    let paper = feed.and_then(|feed| feed.field("title", words));
    article.publisher = paper.map(|name| Publisher { name, url: home, logo: None });
    banner(item, &mut article);
    attachments::read(item, &mut article);
    headline(item, &mut article);
    // An item that comments on another page shows which.
    if let Some(url) = item.field("external_url", link)
        && canonical.as_ref() != Some(&url)
        && item.sink.count_block()
    {
        let title = item.field("title", words);
        let kind = BlockKind::Embed { provider: None, url, title, size: None, caption: Vec::new() };
        article.body.push(kind.into());
    }
    if let Some(summary) = item.field("summary", prose)
        && !lede::repeats(&summary, &article.body)
    {
        article.lede = summary;
    }
    article.canonical = canonical;
    (!article.headline.is_empty()).then_some(article)
}

/// Short items have no title: how they begin has to do.
fn headline(item: &Cursor, article: &mut Article) {
    let title = item.field("title", words);
    article.headline = title.unwrap_or_else(|| native::first_words(&article.body));
    for key in ["summary", "external_url", "url", "id"] {
        if article.headline.is_empty() {
            article.headline = item.field(key, line).unwrap_or_default();
        }
    }
}

/// The banner stands above the text, where it is another picture than the main one.
fn banner(item: &Cursor, article: &mut Article) {
    let Some(banner) = item.field("banner_image", image) else { return };
    match &article.lead_image {
        None => article.lead_image = Some(banner),
        Some(lead) if lead.url == banner.url || shows(&article.body, &banner.url) => {}
        Some(_) => {
            if item.sink.count_block() {
                article.body.insert(0, BlockKind::Image(banner).into());
            }
        }
    }
}

/// Whether the body has this picture.
fn shows(body: &[Block], url: &SafeUrl) -> bool {
    body.iter().any(|block| match &block.kind {
        BlockKind::Image(image) => image.url == *url,
        BlockKind::Gallery { images, .. } => images.iter().any(|image| image.url == *url),
        _ => false,
    })
}

fn body(item: &Cursor) -> Vec<Block> {
    let html = item.get("content_html");
    let from_html = html.and_then(|html| Some(fragment::blocks(&html, html.string()?)));
    match from_html {
        Some(body) if !body.is_empty() => body,
        _ => item.get("content_text").map(|text| native::paragraphs(&text)).unwrap_or_default(),
    }
}

/// Plain text by the definition, but many write entities and some write tags. Only what a closing
/// tag proves to be HTML is taken for it, so that a headline on `<div>` keeps that word.
fn prose(value: &Cursor) -> Option<Vec<Inline>> {
    let Json::Text(text) = value.json() else {
        return line(value).map(native::words);
    };
    let is_html = text.contains("</");
    if !is_html && !text.contains('&') {
        return line(value).map(native::words);
    }
    let html = if is_html { (**text).to_owned() } else { text.replace('<', "&lt;") };
    let words = fragment::inlines(value, &html);
    (!words.is_empty()).then_some(words)
}

fn words(value: &Cursor) -> Option<Text> {
    let text = clean::line(&plain_text(&prose(value)?));
    (!text.is_empty()).then_some(text)
}

/// `authors` since 1.1, `author` before.
fn authors(place: &Cursor) -> Vec<Author> {
    let authors = place.list("authors", author);
    if authors.is_empty() { place.list("author", author) } else { authors }
}

/// Name, address and portrait, at least one of them.
fn author(value: &Cursor) -> Option<Author> {
    let bare = |name| Author { name, job_title: None, url: None, image: None };
    if !matches!(value.json(), Json::Object(_)) {
        return words(value).map(bare);
    }
    let url = value.field("url", link);
    let host = || url.as_ref().and_then(|url| url.host()).map(Text::from);
    let name = value.field("name", words).or_else(host)?;
    Some(Author { image: value.field("avatar", image), url, ..bare(name) })
}

/// An identifier that is the item's address, as it should be.
fn page(id: &Cursor) -> Option<SafeUrl> {
    match id.json() {
        Json::Text(text) if text.starts_with("https://") || text.starts_with("http://") => link(id),
        _ => None,
    }
}

fn link(value: &Cursor) -> Option<SafeUrl> {
    value.url(UrlUse::Link)
}

fn image(value: &Cursor) -> Option<Image> {
    value.url(UrlUse::Picture).map(Image::at)
}
