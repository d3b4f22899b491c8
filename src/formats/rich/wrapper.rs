//! The object around a document: title, author, date and the rest, under their usual names.

use super::Shared;
use super::body::{Body, is_blank};
use crate::article::{Article, Author, Image, Moment, Text};
use crate::formats::native::metadata;
use crate::formats::{Cursor, fragment};
use crate::json::Json;
use crate::safe_url::SafeUrl;
use crate::text::{clean, dates, whole};

const TITLES: [&str; 4] = ["headline", "title", "name", "heading"];
const LEDES: [&str; 9] =
    ["excerpt", "lede", "lead", "sapo", "summary", "description", "intro", "standfirst", "dek"];
const SUBTITLES: [&str; 3] = ["subtitle", "subheading", "alternativeHeadline"];
const AUTHORS: [&str; 5] = ["authors", "author", "populatedAuthors", "byline", "writer"];
const PICTURES: [&str; 9] = [
    "mainImage",
    "coverImage",
    "heroImage",
    "featuredImage",
    "leadImage",
    "image",
    "cover",
    "thumbnail",
    "poster",
];
const PUBLISHED: [&str; 10] = [
    "publishedAt",
    "published_at",
    "datePublished",
    "publishDate",
    "publishedDate",
    "published",
    "date",
    "createdAt",
    "created_at",
    "_createdAt",
];
const MODIFIED: [&str; 5] = ["updatedAt", "updated_at", "dateModified", "modified", "_updatedAt"];
const SECTIONS: [&str; 4] = ["section", "category", "categories", "rubric"];
pub(super) const LANGUAGES: [&str; 4] = ["inLanguage", "language", "locale", "lang"];
const TOPICS: [&str; 3] = ["tags", "keywords", "topics"];

/// Whether a member is read here, so that a document in it is no part of the body.
pub(super) fn is_known(key: &str) -> bool {
    let lists: [&[&str]; 6] = [&TITLES, &LEDES, &SUBTITLES, &AUTHORS, &SECTIONS, &TOPICS];
    lists.iter().any(|list| list.contains(&key)) || PICTURES.contains(&key)
}

/// Reads what stands around the body.
pub(super) fn read(root: &Cursor, shared: &Shared) -> Article {
    let body = Body::new(shared);
    let text = |keys: &[&str]| {
        let members = keys.iter().filter_map(|key| root.get(key));
        members.filter_map(|member| one_line(&body, &member)).next()
    };
    let published = PUBLISHED.iter().find_map(|key| root.field(key, moment));
    let modified = MODIFIED.iter().find_map(|key| root.field(key, moment));
    let image = PICTURES.iter().filter_map(|key| root.get(key)).find_map(|value| {
        let is_picture = matches!(value.json(), Json::Text(text) if !text.trim().is_empty())
            || matches!(value.json(), Json::Object(_));
        if is_picture { body.image(&value) } else { None }
    });
    let mut authors = Vec::new();
    if let Some(list) = AUTHORS.iter().find_map(|key| root.get(key)) {
        list.for_each(&mut |value| authors.extend(author(&body, value)));
    }
    let lede = LEDES.iter().filter_map(|key| root.get(key)).find_map(|value| {
        let words = match value.json() {
            Json::Text(text) => fragment::inlines(&value, text),
            _ => body.words(&value),
        };
        (!is_blank(&words)).then_some(words)
    });
    Article {
        id: root.get("slug").and_then(|slug| match slug.json() {
            Json::Object(_) => slug.field("current", metadata::slug),
            _ => metadata::slug(&slug),
        }),
        canonical: ["canonicalUrl", "url", "permalink"]
            .iter()
            .find_map(|key| root.field(key, page)),
        lang: LANGUAGES.iter().find_map(|key| root.field(key, metadata::lang)).unwrap_or_default(),
        kicker: text(&["kicker", "eyebrow"]),
        headline: text(&TITLES).unwrap_or_default(),
        alternative_headline: text(&SUBTITLES),
        lede: lede.unwrap_or_default(),
        authors,
        published,
        modified: modified.filter(|at| published.is_none_or(|first| first.epoch < at.epoch)),
        section: text(&SECTIONS),
        topics: topics(root, &body),
        lead_image: image,
        ..Article::default()
    }
}

/// A line that may be a text with entities, the first of a list, or an object with a name.
fn one_line(body: &Body, value: &Cursor) -> Option<Text> {
    match value.json() {
        Json::Text(_) => fragment::line(value),
        Json::Array(_) if !(body.shared.rich.is)(value.json()) => {
            let mut first = None;
            value.for_each(&mut |item| {
                if first.is_none() {
                    first = one_line(body, item);
                }
            });
            first
        }
        _ => {
            let line = clean::line(&crate::article::plain_text(&body.words(value)));
            (!line.is_empty()).then_some(line)
        }
    }
}

fn topics(root: &Cursor, body: &Body) -> Vec<Text> {
    let mut topics: Vec<Text> = Vec::new();
    for list in TOPICS.iter().filter_map(|key| root.get(key)) {
        list.for_each(&mut |item| {
            for topic in one_line(body, item).unwrap_or_default().split([',', ';']) {
                metadata::add_topic(&mut topics, topic);
            }
        });
    }
    topics
}

/// The article's own page. A path alone says nothing of where it is.
fn page(value: &Cursor) -> Option<SafeUrl> {
    match value.json() {
        Json::Text(text) if text.trim_start().starts_with("http") => metadata::link(value),
        _ => None,
    }
}

/// A person by name, or as an object. A reference to another document names nobody.
fn author(body: &Body, value: &Cursor) -> Option<Author> {
    let bare = |name| Author { name, job_title: None, url: None, image: None };
    let Json::Object(_) = value.json() else {
        return fragment::line(value).map(bare);
    };
    let names = ["name", "fullName", "displayName", "title", "username"];
    let first_and_last = || {
        let first = body.first_line(value, &["firstName", "first_name"])?;
        let last = body.first_line(value, &["lastName", "last_name"])?;
        Some([&*first, " ", &*last].concat().into())
    };
    let name = body.first_line(value, &names).or_else(first_and_last)?;
    let portraits = ["image", "photo", "avatar", "picture"];
    let portrait = portraits.iter().filter_map(|key| value.get(key));
    Some(Author {
        job_title: body.first_line(value, &["jobTitle", "role", "position"]),
        url: value.field("url", page),
        image: portrait
            .filter(|one| one.json().get("_ref").is_none())
            .find_map(|one| body.image(&one))
            .map(Image::uncaptioned),
        ..bare(name)
    })
}

/// A date as text, or as seconds or milliseconds since 1970.
pub(in crate::formats) fn moment(value: &Cursor) -> Option<Moment> {
    let number = match value.json() {
        Json::Integer(number) => *number,
        Json::Text(text) => match whole(text.trim()) {
            Some(number) if text.trim().len() > 8 => number,
            _ => return metadata::moment(value),
        },
        _ => return metadata::moment(value),
    };
    let epoch = if number > 100_000_000_000 { number / 1000 } else { number };
    // From 1970 to the year 9999.
    if !(0..253_402_300_800).contains(&epoch) {
        return value.bad_value("a date");
    }
    Some(Moment { epoch, offset: 0, has_time: true })
}

/// A day as words within a text.
pub(in crate::formats) fn day(value: &Cursor) -> Option<Text> {
    let moment = moment(value)?;
    Some(dates::iso(&Moment { has_time: false, ..moment }).into())
}
