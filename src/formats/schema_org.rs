//! schema.org as real pages carry it: in lists and graphs, with HTML and entities in its text,
//! and with fields of other systems beside it.
//!
//! What is around the body is mended first and then read like the native format.

mod mend;

use super::Cursor;
use super::native::{self, media};
use super::plain::fields::{self, Fields};
use super::plain::{self, body, prose};
use crate::article::{Article, Block, BlockKind, Correction, TimelineDate, TimelineItem};
use crate::error::Problem;
use crate::json::Json;
use crate::text::fold::fold;
use crate::text::{after_last, is_one_of};

/// How deep articles may lie.
const DEPTH: usize = 4;
/// Members that lead on to the article of a page.
const WRAPPERS: [&str; 9] = [
    "@graph",
    "mainEntity",
    "itemListElement",
    "item",
    "hasPart",
    "blogPost",
    // Some keep the nodes of a page by their types.
    "NewsArticle",
    "Article",
    "BlogPosting",
];

/// An article in a list or a graph, or one whose text the native format does not have.
pub(super) fn matches(json: &Json) -> bool {
    if is_article(json) { native::markup::needs_mending(json) } else { holds(json, DEPTH) }
}

/// A list or a graph of articles of the native format.
pub(super) fn matches_native(json: &Json) -> bool {
    !is_article(json) && first(json, DEPTH).is_some_and(native::is_sure)
}

fn holds(json: &Json, depth: usize) -> bool {
    first(json, depth).is_some()
}

fn first(json: &Json, depth: usize) -> Option<&Json> {
    if is_article(json) {
        return Some(json);
    }
    if depth == 0 {
        return None;
    }
    match json {
        Json::Array(items) => items.iter().find_map(|item| first(item, depth - 1)),
        _ => WRAPPERS.iter().find_map(|key| first(json.get(key)?, depth - 1)),
    }
}

/// By its type, or as the native format knows it.
fn is_article(json: &Json) -> bool {
    let has = |key| json.get(key).is_some();
    if !has("headline") && !has("name") && !has("articleBody") {
        return false;
    }
    match json.get("@type") {
        Some(Json::Text(kind)) => is_article_type(kind) || has("articleBody"),
        Some(Json::Array(kinds)) => {
            let named = |kind: &Json| matches!(kind, Json::Text(kind) if is_article_type(kind));
            kinds.iter().any(named) || has("articleBody")
        }
        _ => has("articleBody") || (has("headline") && has("body")),
    }
}

/// `NewsArticle`, `https://schema.org/OpinionNewsArticle`, `BlogPosting`.
fn is_article_type(kind: &str) -> bool {
    let kind = b"/:#".iter().fold(kind, |kind, mark| after_last(kind, *mark));
    kind.ends_with("Article")
        || is_one_of(
            kind,
            "BlogPosting LiveBlogPosting SocialMediaPosting DiscussionForumPosting Report",
        )
}

/// Finds the articles. Where some have a body, the others are only mentioned.
pub(super) fn articles(root: &Cursor, visit: &mut dyn FnMut(&Cursor)) {
    let mut with_body = false;
    walk(root, DEPTH, &mut |value| with_body = with_body || has_body(value.json()));
    let graph = mend::Graph::of(root.json());
    walk(root, DEPTH, &mut |value| {
        if with_body && !has_body(value.json()) {
            value.warn(Problem::LeftOut { what: "the mention of another article" });
            return;
        }
        match graph.resolved(value.json()) {
            Some(whole) => visit(&value.instead(&whole)),
            None => visit(value),
        }
    });
}

fn has_body(json: &Json) -> bool {
    let says = |key: &str| match json.get(key) {
        Some(Json::Text(text)) => !text.trim().is_empty(),
        Some(Json::Array(items)) => !items.is_empty(),
        _ => false,
    };
    ["articleBody", "body", "content", "text", "liveBlogUpdate"].iter().any(|key| says(key))
}

fn walk(value: &Cursor, depth: usize, visit: &mut dyn FnMut(&Cursor)) {
    if is_article(value.json()) {
        visit(value);
    } else if let (Json::Array(_), 1..) = (value.json(), depth) {
        value.for_each(&mut |item| walk(item, depth - 1, visit));
    } else if depth > 0 {
        for key in WRAPPERS {
            if let Some(inner) = value.get(key) {
                walk(&inner, depth - 1, visit);
            }
        }
    }
}

/// Reads an article. `None` where there is neither a headline nor a body.
pub(super) fn into_article(root: &Cursor) -> Option<Article> {
    let canonical = native::metadata::canonical(root);
    if let Some(page) = &canonical {
        root.resolve_against(page);
    }
    let fields = Fields::of(root);
    let mut body = body::best(&fields);
    if let Some(updates) = root.get("liveBlogUpdate") {
        body.extend(live_updates(&updates));
    }
    let mut videos = Vec::new();
    for key in ["video", "associatedMedia"] {
        if let Some(list) = root.get(key) {
            list.for_each(&mut |item| video(item, &mut videos));
        }
    }
    plain::comments(&fields);
    let mended = mend::around(root, &body);
    let article = native::around(&root.instead(&mended));
    if article.headline.is_empty() {
        root.warn(Problem::Missing { field: "headline" });
        return None;
    }
    let words = |key| root.field(key, |text| Some(prose::inlines(text)).filter(|w| !w.is_empty()));
    body.append(&mut videos);
    let lead_image = plain::media(&fields, &mut body);
    Some(plain::tidy(Article {
        canonical,
        lede: words("abstract").or_else(|| words("description")).unwrap_or_default(),
        lead_image: lead_image
            .or_else(|| root.list("image", media::uncaptioned).into_iter().next()),
        corrections: root.list("correction", correction),
        section: article.section.or_else(|| fields.find(fields::SECTION, plain::section)),
        body,
        ..article
    }))
}

/// A correction: words, or a `CorrectionComment`.
fn correction(value: &Cursor) -> Option<Correction> {
    let words = if value.is_text() { Some(*value) } else { value.get("text") };
    let text = words.map(|words| prose::inlines(&words)).filter(|text| !text.is_empty())?;
    let date = match value.json() {
        Json::Object(_) => value.field("datePublished", native::metadata::any_moment),
        _ => None,
    };
    Some(Correction { text, date })
}

/// A `VideoObject` or another picture; other media are read where they belong.
fn video(value: &Cursor, out: &mut Vec<Block>) {
    let kind =
        value.field("@type", |kind| kind.is_text().then(|| kind.string()).flatten().map(fold));
    match kind.as_deref() {
        None | Some("videoobject" | "video" | "clip") => {}
        Some("imageobject") => {
            return out.extend(plain::pictures::gallery(value, plain::pictures::all(value)));
        }
        _ => return,
    }
    plain::pictures::videos(value, out);
    if let Some(Block { kind: BlockKind::Video(video), .. }) = out.last_mut() {
        video.seconds = value.field("duration", media::seconds);
    }
}

/// The entries of a live blog, with their times.
fn live_updates(list: &Cursor) -> Option<Block> {
    let mut items = Vec::new();
    list.for_each(&mut |update| {
        if !matches!(update.json(), Json::Object(_)) || !update.sink.count_block() {
            return update.warn(Problem::WrongType { expected: "an entry of a live blog" });
        }
        let fields = Fields::of(update);
        let mut blocks = body::best(&fields);
        if let Some(image) = update.get("image") {
            blocks.extend(plain::pictures::gallery(&image, plain::pictures::all(&image)));
        }
        if let Some(list) = update.get("video") {
            list.for_each(&mut |item| video(item, &mut blocks));
        }
        let date = update.field("datePublished", native::metadata::any_moment);
        let title = update.field("headline", prose::line);
        if title.is_none() && blocks.is_empty() {
            return update.warn(Problem::Missing { field: "articleBody" });
        }
        items.push(TimelineItem { date: date.map(TimelineDate::Moment), title, blocks });
    });
    (!items.is_empty() && list.sink.count_block()).then(|| BlockKind::Timeline { items }.into())
}
