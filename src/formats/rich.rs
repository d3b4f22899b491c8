//! What the rich-text documents of content systems share: where they stand in a file, and the
//! article around them.
//!
//! Such a document comes bare, or as a field of an object with title, author and date, or as JSON
//! within a text there. A format says how its document is told and how its nodes are read.

mod body;
mod custom;
mod media;
mod wrapper;

pub(super) use body::{Body, Shared, attach, check_box, is_blank, named_mark, put, text_mark};
pub(super) use custom::{quiet_line, tone};
pub(super) use media::{cell, flatten};
pub(super) use wrapper::day;

use super::{Cursor, native};
use crate::article::{Article, Block, BlockKind, Dir, HeadingLevel, Lang, Text, plain_text};
use crate::error::Problem;
use crate::json::{self, Json};
use crate::text::clean;

/// A rich-text format.
pub(super) struct Rich {
    /// Whether this is a document of it.
    pub is: fn(&Json) -> bool,
    /// The level of a node that is a heading.
    pub level: fn(&Json) -> Option<u32>,
    /// Reads a document.
    pub read: fn(&Cursor, &mut Body),
    /// Whether its texts carry HTML.
    pub html: bool,
    /// A word without which no text holds a document of it as JSON.
    pub word: &'static str,
}

/// Where lists of articles, and single ones, are packed into.
const ENVELOPES: [&str; 14] = [
    "result",
    "docs",
    "data",
    "items",
    "posts",
    "articles",
    "entries",
    "results",
    "story",
    "post",
    "article",
    "content",
    "attributes",
    "fields",
];
/// Envelopes within envelopes that are opened.
const MAX_ENVELOPES: usize = 4;

/// Documents that one object may hold. Finding a member costs a look at all of them.
const MAX_DOCUMENTS: usize = 100;

/// Whether there is a document in a file.
pub(super) fn matches(json: &Json, rich: &Rich) -> bool {
    holds_below(json, rich, MAX_ENVELOPES)
}

fn holds_below(json: &Json, rich: &Rich, depth: usize) -> bool {
    if holds(json, rich) {
        return true;
    }
    if depth == 0 {
        return false;
    }
    match json {
        Json::Array(items) => items.iter().any(|item| holds(item, rich)),
        _ => ENVELOPES
            .iter()
            .filter_map(|key| json.get(key))
            .any(|inner| holds_below(inner, rich, depth - 1)),
    }
}

/// Whether it is a document, or an object with one.
fn holds(json: &Json, rich: &Rich) -> bool {
    let is = |json: &Json| (rich.is)(json) || packed(json, rich).is_some();
    is(json)
        || match json {
            Json::Object(members) => members.iter().any(|(_, value)| is(value)),
            _ => false,
        }
}

/// The articles of a file: itself, or those that an envelope holds.
pub(super) fn articles(root: &Cursor, rich: &Rich, visit: &mut dyn FnMut(&Cursor)) {
    if !visit_below(root, rich, MAX_ENVELOPES, visit) {
        visit(root);
    }
}

fn visit_below(at: &Cursor, rich: &Rich, depth: usize, visit: &mut dyn FnMut(&Cursor)) -> bool {
    if holds(at.json(), rich) {
        visit(at);
        return true;
    }
    let mut found = false;
    if depth > 0 && matches!(at.json(), Json::Array(_)) {
        at.for_each(&mut |item| {
            if holds(item.json(), rich) {
                found = true;
                visit(item);
            }
        });
    } else if depth > 0 {
        for inner in ENVELOPES.iter().filter_map(|key| at.get(key)) {
            found = found || visit_below(&inner, rich, depth - 1, visit);
        }
    }
    found
}

/// The document that a text holds as JSON, and what was mended in it.
fn packed(json: &Json, rich: &Rich) -> Option<(Json, Vec<Problem>)> {
    let Json::Text(text) = json else { return None };
    let text = text.trim();
    if !text.starts_with(['{', '[']) || !text.ends_with(['}', ']']) || !text.contains(rich.word) {
        return None;
    }
    let (json, problems) = json::read_text(text).ok()?;
    (rich.is)(&json).then_some((json, problems))
}

/// The same JSON with its texts that hold a document unpacked; `None` where there is none.
fn unpacked(root: &Cursor, rich: &Rich) -> Option<Json> {
    let unpack = |json: &Json| {
        let (json, problems) = packed(json, rich)?;
        problems.into_iter().for_each(|problem| root.warn(problem));
        Some(json)
    };
    let Json::Object(members) = root.json() else { return unpack(root.json()) };
    let mut out: Option<Vec<(Text, Json)>> = None;
    for (index, (_, value)) in members.iter().enumerate() {
        if let Some(document) = unpack(value)
            && let Some((_, value)) = out.get_or_insert_with(|| members.clone()).get_mut(index)
        {
            *value = document;
        }
    }
    out.map(Json::Object)
}

/// Reads an article.
pub(super) fn into_article(root: &Cursor, rich: &'static Rich) -> Option<Article> {
    match unpacked(root, rich) {
        Some(json) => read(&Cursor::root(&json, root.sink), rich),
        None => read(root, rich),
    }
}

fn read(root: &Cursor, rich: &'static Rich) -> Option<Article> {
    let mut documents = Vec::new();
    if (rich.is)(root.json()) {
        documents.push(*root);
    } else if let Json::Object(members) = root.json() {
        let mut looks = 0;
        for (key, value) in members {
            // What the wrapper says around the body is read with it.
            if !(rich.is)(value) || wrapper::is_known(key) {
                continue;
            }
            looks += 1;
            if looks > MAX_DOCUMENTS {
                root.warn(Problem::NotShown { what: "more than 100 documents in one object" });
                break;
            }
            if let Some(member) = root.get(key)
                // Of repeated keys the last one counts.
                && std::ptr::eq(member.json(), value)
            {
                documents.push(member);
            }
        }
    }
    let mut levels = 0;
    for document in &documents {
        levels |= used_levels(document.json(), rich.level);
    }
    let shared = Shared::new(rich, levels);
    let mut body = Body::new(&shared);
    for document in &documents {
        (rich.read)(document, &mut body);
        body.end_line(document);
    }
    let mut article = wrapper::read(root, &shared);
    article.body = body.blocks;
    settle_headline(&mut article);
    let has_words = !article.headline.is_empty();
    if !wrapper::LANGUAGES.iter().any(|key| root.get(key).is_some()) {
        article.lang = direction(&documents).unwrap_or(article.lang);
    }
    (has_words || !article.body.is_empty()).then_some(article)
}

/// A document that says itself that it is written from right to left, but not in which language.
fn direction(documents: &[Cursor]) -> Option<Lang> {
    let is_rtl = |at: &Cursor| matches!(at.json().get("direction"), Some(Json::Text(dir)) if &**dir == "rtl");
    let document = documents.first()?;
    let root = document.get("root")?;
    let mut rtl = is_rtl(&root);
    let mut first = root.json().get("direction").is_none_or(|dir| *dir == Json::Null);
    if let Some(children) = root.get("children") {
        children.for_each(&mut |child| {
            if first && child.json().get("direction").is_some_and(|dir| *dir != Json::Null) {
                first = false;
                rtl = is_rtl(child);
            }
        });
    }
    rtl.then(|| Lang { dir: Dir::Rtl, ..Lang::new("und") })
}

/// The levels of headings that are used, a bit each.
fn used_levels(json: &Json, level: fn(&Json) -> Option<u32>) -> u8 {
    match json {
        Json::Array(items) => items.iter().fold(0, |all, item| all | used_levels(item, level)),
        Json::Object(members) => {
            let own = level(json).map_or(0, |level| 1 << level.clamp(1, 6));
            members.iter().fold(own, |all, (_, value)| all | used_levels(value, level))
        }
        _ => 0,
    }
}

/// The headline is not shown twice, and where the wrapper has none, the body gives it.
fn settle_headline(article: &mut Article) {
    let is_heading = |block: &Block| matches!(block.kind, BlockKind::Heading { .. });
    let speaks = |block: &Block| {
        !matches!(block.kind, BlockKind::Image(_) | BlockKind::Gallery { .. } | BlockKind::Divider)
    };
    // The first words, where those are a heading. One further down heads a section, not the whole.
    let lead = article.body.iter().position(speaks);
    let lead = lead.filter(|at| article.body.get(*at).is_some_and(is_heading));
    if let Some(at) = lead {
        let heading = article.body.get(at).map(|block| match &block.kind {
            BlockKind::Heading { text, .. } => clean::line(&plain_text(text)),
            _ => Text::default(),
        });
        let heading = heading.unwrap_or_default();
        if article.headline.is_empty() || article.headline == heading {
            article.headline = heading;
            article.body.remove(at);
        }
    }
    // Without it, the levels may begin too low.
    let mut highest = HeadingLevel::Four;
    each_level(&mut article.body, &mut |level| highest = highest.min(*level));
    while highest > HeadingLevel::Two {
        each_level(&mut article.body, &mut |level| *level = up(*level));
        highest = up(highest);
    }
    if article.headline.is_empty() {
        article.headline = native::first_words(&article.body);
    }
    if article.headline.is_empty() {
        // A list, a quotation or a picture alone.
        let (mut text, mut left) = (Vec::new(), Vec::new());
        for block in article.body.iter().take(1) {
            media::flatten(vec![block.clone()], &mut text, &mut left);
        }
        let words = BlockKind::Paragraph(text).into();
        article.headline = native::first_words(&[words]);
    }
}

fn up(level: HeadingLevel) -> HeadingLevel {
    if level == HeadingLevel::Four { HeadingLevel::Three } else { HeadingLevel::Two }
}

fn each_level(blocks: &mut [Block], visit: &mut dyn FnMut(&mut HeadingLevel)) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Heading { level, .. } => visit(level),
            BlockKind::Box { blocks, .. } => each_level(blocks, visit),
            _ => {}
        }
    }
}
