//! The catalogue: `articles/index.json`.

use super::cursor::{Cursor, Sink, line};
use super::native::{media, metadata};
use super::{Parsed, Source};
use crate::article::{Catalogue, CatalogueItem};
use crate::error::{ParseError, Problem};
use crate::html::no_parser;
use crate::json::{self, Json};
use crate::safe_url::UrlUse;

/// A list of articles that it names, and does not hold.
pub(super) fn is_sure(json: &Json) -> bool {
    let names = |item: &Json| {
        let has = |key| item.get(key).is_some();
        has("headline") && (has("@id") || has("url")) && !has("body") && !has("articleBody")
    };
    matches!(json.get("items"), Some(Json::Array(items)) if items.first().is_some_and(names))
}

/// Reads a catalogue. `Err` where it is not one.
pub fn parse_catalogue(bytes: &[u8], source: &Source) -> Result<Parsed<Catalogue>, ParseError> {
    let (json, problems) = json::read(bytes)?;
    if !matches!(json.get("items"), Some(Json::Array(_))) {
        return Err(ParseError::NotAnArticle);
    }
    read(&json, source, problems)
}

pub(super) fn read(
    json: &Json,
    source: &Source,
    problems: Vec<Problem>,
) -> Result<Parsed<Catalogue>, ParseError> {
    let sink = Sink::new(source, no_parser, problems);
    let root = Cursor::root(json, &sink);
    let catalogue = Catalogue {
        title: root.field("title", line),
        description: root.field("description", line),
        publisher: root.field("publisher", metadata::publisher),
        items: root.array("items", item),
    };
    let (_, warnings) = sink.finish()?;
    Ok(Parsed { article: catalogue, warnings })
}

fn item(value: &Cursor) -> Option<CatalogueItem> {
    if !matches!(value.json(), Json::Object(_)) {
        return value.wrong_type("an article of the catalogue");
    }
    let Some(headline) = value.field("headline", line) else {
        value.warn(Problem::Missing { field: "headline" });
        return None;
    };
    let id = value.field("@id", metadata::slug);
    let url = value.field("url", |value| value.url(UrlUse::Link));
    if id.is_none() && url.is_none() {
        value.warn(Problem::Missing { field: "@id" });
        return None;
    }
    Some(CatalogueItem {
        id,
        url,
        headline,
        lede: value.field("abstract", line),
        published: value.field("datePublished", metadata::moment),
        section: value.field("articleSection", line),
        image: value.list("image", media::image).into_iter().next(),
        authors: value.list("author", metadata::author),
    })
}
