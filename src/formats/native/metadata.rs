//! People, dates, links: what schema.org says around the body.

use super::{inlines, media};
use crate::article::{Author, Correction, Lang, License, Moment, Publisher, Related, Text};
use crate::error::Problem;
use crate::formats::{Cursor, line};
use crate::json::Json;
use crate::safe_url::{SafeUrl, UrlUse};
use crate::text::dates::loose;
use crate::text::{clean, dates};

/// Topics beyond these are a publisher's tagging, not a reader's interest.
pub(in crate::formats) const MAX_TOPICS: usize = 40;

/// A date.
pub(in crate::formats) fn moment(value: &Cursor) -> Option<Moment> {
    let moment = dates::parse(value.string()?);
    if moment.is_none() {
        value.warn(Problem::BadValue { expected: "a date in ISO 8601" });
    }
    moment
}

/// A date in any shape that newspapers and their systems write. An empty one is absent.
pub(in crate::formats) fn any_moment(value: &Cursor) -> Option<Moment> {
    let moment = match value.json() {
        Json::Integer(number) => loose::from_epoch(*number),
        Json::Float(number) if number.abs() < 1e17 => loose::from_epoch(*number as i64),
        Json::Text(text) if text.trim().is_empty() => return None,
        Json::Text(text) => loose::parse(text),
        _ => return value.wrong_type("a date"),
    };
    if moment.is_none() {
        value.warn(Problem::BadValue { expected: "a date" });
    }
    moment
}

/// The language of an article; of several, the first.
pub(in crate::formats) fn lang(value: &Cursor) -> Option<Lang> {
    value.each(language).into_iter().next()
}

/// A language tag.
pub(in crate::formats) fn language(value: &Cursor) -> Option<Lang> {
    let tag = value.string()?;
    if !Lang::is_tag(tag) {
        value.warn(Problem::BadValue { expected: "a BCP 47 language tag" });
        return None;
    }
    Some(Lang::new(tag))
}

/// An identifier that can stand in a route. JSON-LD also allows addresses here, which cannot.
pub(in crate::formats) fn slug(value: &Cursor) -> Option<Text> {
    let id = line(value)?;
    let allowed =
        |c: char| c.is_ascii_alphanumeric() || !c.is_ascii() || matches!(c, '-' | '_' | '.' | '~');
    let valid = id.chars().all(allowed) && !id.chars().all(|c| c == '.') && id.len() <= 200;
    valid.then_some(id)
}

/// The article's own page: `url`, else `mainEntityOfPage` as address or object.
pub(in crate::formats) fn canonical(root: &Cursor) -> Option<SafeUrl> {
    root.field("url", link).or_else(|| root.field("mainEntityOfPage", page_or_object))
}

/// An address that the reader may follow.
pub(in crate::formats) fn link(value: &Cursor) -> Option<SafeUrl> {
    value.url(UrlUse::Link)
}

fn page_or_object(value: &Cursor) -> Option<SafeUrl> {
    match value.json() {
        Json::Object(_) => value.field("@id", link).or_else(|| value.field("url", link)),
        // "This page is mainly about the article" says nothing of where the page is.
        Json::Bool(_) => None,
        _ => link(value),
    }
}

/// A person or an organisation, by name or as an object.
pub(in crate::formats) fn author(value: &Cursor) -> Option<Author> {
    let bare = |name| Author { name, job_title: None, url: None, image: None };
    if !matches!(value.json(), Json::Object(_)) {
        return line(value).map(bare);
    }
    let Some(name) = value.list("name", line).into_iter().next() else {
        value.warn(Problem::Missing { field: "name" });
        return None;
    };
    Some(Author {
        job_title: value.list("jobTitle", line).into_iter().next(),
        url: value.field("url", link),
        image: value.list("image", media::uncaptioned).into_iter().next(),
        ..bare(name)
    })
}

/// The publisher, by name or as an object.
pub(in crate::formats) fn publisher(value: &Cursor) -> Option<Publisher> {
    let Author { name, url, .. } = value.each(author).into_iter().next()?;
    let logo = match value.json() {
        Json::Object(_) => value.list("logo", media::uncaptioned).into_iter().next(),
        _ => None,
    };
    Some(Publisher { name, url, logo })
}

/// `keywords`: a list, or a text with commas.
pub(in crate::formats) fn topics(root: &Cursor) -> Vec<Text> {
    let mut topics: Vec<Text> = Vec::new();
    let Some(list) = root.get("keywords") else { return topics };
    list.for_each(&mut |topic| match topic.get("name") {
        // A defined term has its commas itself.
        Some(name) => add_topic(&mut topics, &line(&name).unwrap_or_default()),
        None => {
            let names = line(topic).unwrap_or_default();
            names.split([',', ';']).for_each(|name| add_topic(&mut topics, name));
        }
    });
    topics
}

/// One topic more, where it says something new and nobody has had enough.
pub(in crate::formats) fn add_topic(topics: &mut Vec<Text>, topic: &str) {
    let topic = clean::line(topic);
    if !topic.is_empty() && !topics.contains(&topic) && topics.len() < MAX_TOPICS {
        topics.push(topic);
    }
}

/// `{ "name", "url", "image", "description" }`, or an address alone.
pub(super) fn related(value: &Cursor) -> Option<Related> {
    if !value.sink.count_block() {
        return None;
    }
    let bare = |url: SafeUrl| {
        let name = url.as_str().into();
        Related { name, url, image: None, description: None }
    };
    if !matches!(value.json(), Json::Object(_)) {
        return value.url(UrlUse::Link).map(bare);
    }
    let name = value.field("name", line).or_else(|| value.field("headline", line));
    let Some(url) = value.field("url", link) else {
        value.warn(Problem::Missing { field: "url" });
        return None;
    };
    let related = bare(url);
    Some(Related {
        name: name.unwrap_or_else(|| related.name.clone()),
        image: value.list("image", media::uncaptioned).into_iter().next(),
        description: value.field("description", line),
        ..related
    })
}

/// A correction: a text, or a `CorrectionComment`.
pub(super) fn correction(value: &Cursor) -> Option<Correction> {
    if !matches!(value.json(), Json::Object(_)) {
        let text = inlines::read(value);
        return (!text.is_empty()).then_some(Correction { text, date: None });
    }
    let Some(text) = inlines::field(value, "text") else {
        value.warn(Problem::Missing { field: "text" });
        return None;
    };
    Some(Correction { text, date: value.field("datePublished", moment) })
}

/// A licence: an address where it is one, else its wording.
pub(super) fn license(value: &Cursor) -> Option<License> {
    if let Json::Object(_) = value.json() {
        let address = value.field("url", link).or_else(|| value.field("@id", link));
        let named = || value.field("name", line).map(License::Words);
        return address.map(License::Url).or_else(named);
    }
    let words = line(value)?;
    if words.starts_with("https://") || words.starts_with("http://") {
        return link(value).map(License::Url);
    }
    Some(License::Words(words))
}
