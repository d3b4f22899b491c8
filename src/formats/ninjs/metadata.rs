//! Who wrote an item, where, about what, and who may use it.

use super::{any, name};
use crate::article::{Author, Lang, License, Text};
use crate::formats::native::{media, metadata as fields};
use crate::formats::{Cursor, fragment, line};
use crate::json::Json;
use crate::safe_url::SafeUrl;

/// The item's own page. Its identifier is an address as often as not.
pub(super) fn address(item: &Cursor) -> Option<SafeUrl> {
    any(item, &["url", "link", "canonical", "uri", "guid"], web)
}

/// An address on the web, where it is one.
pub(super) fn web(value: &Cursor) -> Option<SafeUrl> {
    match value.json() {
        Json::Text(text) if text.starts_with("http") => fields::link(value),
        _ => None,
    }
}

/// Its language. What an item does not say, its envelope says for all of them.
pub(super) fn lang(item: &Cursor) -> Option<Lang> {
    let list = item.parent();
    let envelope = list.and_then(|list| list.parent());
    let places = [Some(*item), list, envelope];
    places.into_iter().flatten().find_map(|place| place.field("language", fields::language))
}

/// The words above the headline: the publisher's own, else where the story was written.
pub(super) fn kicker(item: &Cursor) -> Option<Text> {
    let over = |extra: &Cursor| extra.field("overtitle", fragment::line);
    item.field("extra", over).or_else(|| item.field("located", name))
}

pub(super) fn section(item: &Cursor) -> Option<Text> {
    let first = |list: &Cursor| list.each(name).into_iter().next();
    any(item, &["service", "section", "anpa_category"], first)
}

pub(super) fn topics(item: &Cursor) -> Vec<Text> {
    let mut topics = fields::topics(item);
    for name in ["subjects", "subject"].iter().flat_map(|key| item.list(key, name)) {
        fields::add_topic(&mut topics, name.trim_start_matches('#'));
    }
    topics
}

/// The people who are named as authors, else the byline, else the byline of the text itself.
pub(super) fn authors(item: &Cursor, byline: Option<Text>) -> Vec<Author> {
    let authors = item.list("authors", author);
    if !authors.is_empty() {
        return authors;
    }
    if let Some(by) = any(item, &["by", "byline"], fragment::line).or(byline) {
        return vec![bare(by)];
    }
    let wrote = |person: &Cursor| {
        let role = any(person, &["rel", "role"], line).unwrap_or_default();
        let wrote = ["author", "writer", "creator", "byline", "photographer"].contains(&&*role);
        if wrote { author(person) } else { None }
    };
    let mut people = item.list("people", wrote);
    people.append(&mut item.list("person", wrote));
    people
}

fn bare(name: Text) -> Author {
    Author { name, job_title: None, url: None, image: None }
}

fn author(person: &Cursor) -> Option<Author> {
    if !matches!(person.json(), Json::Object(_)) {
        return fragment::line(person).map(bare);
    }
    Some(Author {
        job_title: any(person, &["jobtitle", "jobTitle"], name),
        url: address(person),
        image: person.field("avatar_url", media::uncaptioned),
        ..bare(any(person, &["name", "byline"], fragment::line)?)
    })
}

pub(super) fn credit(item: &Cursor) -> Option<Text> {
    let own = any(item, &["creditline", "creditLine", "source"], fragment::line);
    own.or_else(|| {
        let mut out = String::new();
        let keys = ["infosources", "infoSources", "infosource"];
        for name in keys.iter().flat_map(|key| item.list(key, name)) {
            if !out.is_empty() {
                out.push_str(", ");
            }
            out.push_str(&name);
        }
        (!out.is_empty()).then(|| out.into())
    })
}

pub(super) fn copyright(item: &Cursor) -> Option<Text> {
    let keys = ["copyrightnotice", "copyrightNotice", "copyrightholder", "copyrightHolder"];
    any(item, &keys, fragment::line)
}

pub(super) fn license(item: &Cursor) -> Option<License> {
    let words = any(item, &["usageterms", "usageTerms"], fragment::line);
    let linked = |rights: &Cursor| any(rights, &["linkedrights", "linkedRights"], fields::link);
    let link = any(item, &["rightsinfo", "rightsInfo"], linked);
    words.map(License::Words).or(link.map(License::Url))
}
