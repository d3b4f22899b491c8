//! IPTC ninjs 1.x, 2.x and 3.x, as agencies send it and as Superdesk and its publisher write it.
//!
//! The generations differ in names alone: `body_html` became one of the `bodies`, `versioncreated`
//! became `versionCreated`. So each field is looked for under all of its names. Which of several
//! versions of a text is shown is decided in [`versions`]; what is associated with an item is put
//! around its text in [`around`].

mod around;
mod event;
mod media;
mod metadata;
mod nitf;
mod renditions;
mod versions;

use around::Around;
use media::Kind;

use super::native::{self, metadata as fields};
use super::{Cursor, fragment, line};
use crate::article::{Article, Block, BlockKind, Moment, Text, plain_text};
use crate::error::Problem;
use crate::json::Json;

/// Members that the standard names and hardly anybody else has.
const SIGNS: &[&str] = &[
    "associations",
    "bodies",
    "byline",
    "copyrightHolder",
    "copyrightNotice",
    "copyrightholder",
    "copyrightnotice",
    "descriptions",
    "edNote",
    "ednote",
    "eventDetails",
    "firstCreated",
    "firstcreated",
    "headlines",
    "located",
    "mimetype",
    "pubStatus",
    "pubstatus",
    "renditions",
    "representationType",
    "representationtype",
    "rightsInfo",
    "rightsinfo",
    "slugline",
    "urgency",
    "usageTerms",
    "usageterms",
    "versionCreated",
    "versioncreated",
];
/// What an item can be.
const TYPES: &[&str] = &[
    "text",
    "audio",
    "video",
    "picture",
    "graphic",
    "composite",
    "component",
    "event",
    "planning",
];
/// The most members of an object that are gone through.
const MAX_MEMBERS: usize = 2_000;
/// Where an envelope keeps its items.
const LISTS: &[&str] = &["items", "item", "_items", "data", "newsItems", "results"];

/// An item, a list of items, or an envelope around them.
pub(super) fn matches(json: &Json) -> bool {
    match json {
        Json::Array(items) => {
            items.iter().find(|item| matches!(item, Json::Object(_))).is_some_and(matches)
        }
        _ => is_item(json) || LISTS.iter().any(|key| json.get(key).is_some_and(matches)),
    }
}

fn is_item(json: &Json) -> bool {
    let Json::Object(members) = json else { return false };
    let text = |key| match json.get(key) {
        Some(Json::Text(text)) => Some(&**text),
        _ => None,
    };
    let is_version =
        |key: &str| ["body_", "headline_", "description_"].iter().any(|stem| key.starts_with(stem));
    let known = |key: &str| SIGNS.contains(&key) || is_version(key);
    let signs = members.iter().filter(|(key, _)| known(key)).count()
        + usize::from(text("type").is_some_and(|kind| TYPES.contains(&kind)))
        // A text with an identifier says enough.
        + usize::from(["body_html", "body_xhtml", "body_text"].into_iter().any(|key| text(key).is_some()));
    // An agency's dialect has a name of its own, but says where it comes from.
    let standard = json.get("standard").and_then(|standard| standard.get("schema"));
    let declared = matches!(standard, Some(Json::Text(schema)) if schema.contains("ninjs"));
    let has_name = text("uri").or_else(|| text("guid")).is_some();
    declared || signs >= if has_name { 2 } else { 3 }
}

/// The items, wherever they lie.
pub(super) fn articles(root: &Cursor, visit: &mut dyn FnMut(&Cursor)) {
    if let Json::Array(_) = root.json() {
        return root.for_each(&mut |item| articles(item, visit));
    }
    if !is_item(root.json()) {
        for key in LISTS {
            if let Some(list) = root.get(key).filter(|list| matches(list.json())) {
                return articles(&list, visit);
            }
        }
    }
    visit(root);
}

pub(super) fn into_article(root: &Cursor) -> Option<Article> {
    if !matches!(root.json(), Json::Object(_)) {
        return root.wrong_type("an item");
    }
    let canonical = metadata::address(root);
    // An identifier may be an address without being that of a page.
    if let Some(page) = any(root, &["url", "link", "canonical"], metadata::web) {
        root.resolve_against(&page);
    }
    let text = versions::body(root);
    let mut lede = versions::inlines(root, &versions::DESCRIPTIONS);
    let (main, other) = versions::headlines(root);
    let headline = main.or_else(|| root.field("title", fragment::line)).or(text.headline);
    let had_text = !text.blocks.is_empty();
    let mut around = Around::new(root, text.blocks, &text.html);
    around.drop_headline(headline.as_deref().unwrap_or_default());
    let kind = media::kind(root);
    match kind {
        Kind::Picture | Kind::Graphic | Kind::Video | Kind::Audio => {
            if around.item_itself(root, kind) {
                lede.clear();
            }
        }
        Kind::Text | Kind::Composite | Kind::Event | Kind::Other => around.lead_of(root),
    }
    if begins_with(&around.body, &plain_text(&lede)) {
        lede.clear();
    }
    // An item may say all that it has to say in its description.
    let is_words = |block: &Block| !matches!(block.kind, BlockKind::Image(_));
    if !lede.is_empty() && !around.body.iter().any(is_words) {
        around.body.append(&mut versions::blocks(root, &versions::DESCRIPTIONS));
        lede.clear();
    }
    event::details(root, headline.as_deref(), &mut around.body);
    around.associations(root, kind == Kind::Composite && !had_text);
    leave_notes(root);

    let body = around.body;
    let headline = headline.or_else(|| {
        let first = Some(native::first_words(&body)).filter(|words| !words.is_empty());
        first.or_else(|| any(root, &["slugline", "name", "uri", "guid"], line))
    })?;
    if body.is_empty() && lede.is_empty() {
        root.warn(Problem::Missing { field: "bodies" });
    }
    let changed = any(root, &["versioncreated", "versionCreated", "updated"], fields::moment);
    let first = ["firstpublished", "firstPublished", "firstcreated", "firstCreated"];
    let published: Option<Moment> = any(root, &first, fields::moment).or(changed);
    Some(Article {
        id: any(root, &["id", "guid"], fields::slug),
        canonical,
        lang: metadata::lang(root).unwrap_or_default(),
        kicker: metadata::kicker(root),
        headline,
        alternative_headline: other,
        lede,
        authors: metadata::authors(root, text.byline),
        published,
        modified: changed.filter(|at| published.is_none_or(|first| first.epoch < at.epoch)),
        section: metadata::section(root),
        topics: metadata::topics(root),
        lead_image: around.lead,
        related: around.related,
        credit: metadata::credit(root),
        copyright: metadata::copyright(root),
        license: metadata::license(root),
        body,
        ..Article::default()
    })
}

/// Tells of what editors wrote for editors.
fn leave_notes(root: &Cursor) {
    for key in ["ednote", "edNote"] {
        if let Some(note) = root.get(key)
            && !matches!(note.json(), Json::Text(text) if text.trim().is_empty())
        {
            note.warn_once(Problem::LeftOut { what: "an editor's note" });
        }
    }
}

/// The members of an object. One of thousands is no item, and each of its members is looked for
/// by its name.
fn members<'a>(value: &Cursor<'a>) -> &'a [(Text, Json)] {
    match value.json() {
        Json::Object(members) if members.len() <= MAX_MEMBERS => members,
        Json::Object(_) => {
            value.warn_once(Problem::BadValue { expected: "an object of at most 2,000 members" });
            &[]
        }
        _ => &[],
    }
}

/// The first of several names that says something.
fn any<T>(root: &Cursor, keys: &[&str], read: fn(&Cursor) -> Option<T>) -> Option<T> {
    keys.iter().find_map(|key| root.field(key, read))
}

/// The name of a thing or a person, or a text.
fn name(value: &Cursor) -> Option<Text> {
    match value.json() {
        Json::Object(_) => value.field("name", fragment::line),
        _ => fragment::line(value),
    }
}

/// Whether a body says at its beginning what a lede says.
fn begins_with(body: &[Block], lede: &str) -> bool {
    let start: String = lede.trim().chars().take(40).collect();
    let says = |block: &Block| match &block.kind {
        BlockKind::Paragraph(text) => plain_text(text).trim().starts_with(&start),
        _ => false,
    };
    !start.is_empty() && body.iter().take(4).any(says)
}

/// The letters of a text, by which two versions of one are known.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !c.is_ascii_punctuation()).collect()
}
