//! The native format: schema.org's `NewsArticle` plus `body`, a list of typed blocks.

mod blocks;
mod inlines;
pub(super) mod markup;
pub(super) mod media;
pub(super) mod metadata;

use super::{Cursor, line};
use crate::article::{Article, Block, BlockKind, Inline, Text, plain_text};
use crate::error::Problem;
use crate::json::Json;
use crate::text::clean;

/// Any object that has what makes an article in schema.org's terms.
pub(super) fn matches(json: &Json) -> bool {
    ["headline", "body", "articleBody"].iter().any(|key| json.get(key).is_some())
}

/// Whether it is surely this format: a headline, and a body of our blocks, or of mere words where
/// nothing says that it is from a page, whose words are of another kind.
pub(super) fn is_sure(json: &Json) -> bool {
    let body = match json.get("body").or_else(|| json.get("articleBody")) {
        Some(Json::Array(blocks)) => blocks.first().and_then(|block| block.get("type")).is_some(),
        Some(Json::Text(text)) => !text.contains(['<', '&']) && json.get("@type").is_none(),
        _ => false,
    };
    body && json.get("headline").is_some()
}

/// Reads an article. `None` where there is neither a headline nor a body.
pub(super) fn into_article(root: &Cursor) -> Option<Article> {
    let body = read_body(root);
    let lede = inlines::field(root, "abstract").or_else(|| inlines::field(root, "description"));
    let article = around(root);
    if article.headline.is_empty() {
        root.warn(Problem::Missing { field: "headline" });
        if body.is_empty() {
            return None;
        }
    }
    let headline = Some(article.headline).filter(|headline| !headline.is_empty());
    let headline = headline.or_else(|| root.field("name", line));
    Some(Article {
        headline: headline.unwrap_or_else(|| first_words(&body)),
        lede: lede.unwrap_or_default(),
        lead_image: root.list("image", media::image).into_iter().next(),
        corrections: root.list("correction", metadata::correction),
        body,
        ..article
    })
}

/// What stands around the words: all but what may hold inlines or blocks of this format.
pub(super) fn around(root: &Cursor) -> Article {
    let published = root.field("datePublished", metadata::moment);
    let modified = root.field("dateModified", metadata::moment);
    Article {
        id: root.field("@id", metadata::slug),
        canonical: metadata::canonical(root),
        lang: root.field("inLanguage", metadata::lang).unwrap_or_default(),
        kicker: root.field("kicker", line),
        headline: root.field("headline", line).unwrap_or_default(),
        alternative_headline: root.field("alternativeHeadline", line),
        authors: root.list("author", metadata::author),
        publisher: root.field("publisher", metadata::publisher),
        published,
        modified: modified.filter(|modified| published.is_none_or(|at| at.epoch < modified.epoch)),
        section: root.list("articleSection", line).into_iter().next(),
        topics: metadata::topics(root),
        related: root.list("relatedLink", metadata::related),
        audio: root.list("audio", media::audio),
        credit: root.field("creditText", line),
        copyright: root.field("copyrightNotice", line),
        license: root.field("license", metadata::license),
        ..Article::default()
    }
}

/// `body`, and where that has no words the plain text of `articleBody`.
fn read_body(root: &Cursor) -> Vec<Block> {
    let blocks = match root.get("body") {
        Some(body) if matches!(body.json(), Json::Text(_)) => paragraphs(&body),
        Some(body) => blocks::read(&body),
        None => Vec::new(),
    };
    if !blocks.is_empty() {
        return blocks;
    }
    root.get("articleBody").map(|text| paragraphs(&text)).unwrap_or_default()
}

/// Plain text, parted into paragraphs by blank lines.
pub(super) fn paragraphs(text: &Cursor) -> Vec<Block> {
    let Some(prose) = text.string().map(clean::prose) else {
        return Vec::new();
    };
    let mut paragraphs = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    for line in prose.lines().chain([""]) {
        if !line.trim().is_empty() {
            lines.push(line);
        } else if !lines.is_empty() && text.sink.count_block() {
            let words = Inline::Text(lines.join("\n").into());
            paragraphs.push(BlockKind::Paragraph(vec![words]).into());
            lines.clear();
        }
    }
    paragraphs
}

/// A headline for an article that has none: how it begins.
pub(super) fn first_words(body: &[Block]) -> Text {
    let text = body.iter().find_map(|block| match &block.kind {
        BlockKind::Paragraph(text) | BlockKind::Heading { text, .. } => Some(plain_text(text)),
        _ => None,
    });
    let text = text.unwrap_or_default();
    let mut words = text.split_whitespace();
    let mut headline: Vec<&str> = words.by_ref().take(12).collect();
    headline.extend(words.next().map(|_| "…"));
    clean::line(&headline.join(" "))
}

/// A line of text as inlines.
pub(super) fn words(text: Text) -> Vec<Inline> {
    vec![Inline::Text(text)]
}
