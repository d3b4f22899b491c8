//! What newspapers and their partners pass around: `title`, `sapo`, `content`, and whatever else
//! there is, in Vietnamese or English, in any spelling. The last resort, so it asks for little.

pub(super) mod body;
pub(super) mod fields;
pub(super) mod pictures;
pub(super) mod prose;
mod tidy;
mod walk;

use self::fields::Fields;
use self::pictures::Known;
use super::Cursor;
use super::native::{self, metadata};
use crate::article::{Article, Author, Block, BlockKind, Image, Inline, Publisher, Related, Text};
use crate::error::Problem;
use crate::json::Json;
use crate::safe_url::{SafeUrl, UrlUse};
pub(super) use tidy::tidy;

/// More names than any article is signed with.
const MAX_AUTHORS: usize = 100;
/// More pictures than this are a page's furniture, and are not compared with each other.
const MAX_COMPARED: usize = 200;

/// An object with a headline and words, or wrappings around such.
pub(super) fn matches(json: &Json) -> bool {
    // Our own names for the body, or others'.
    let ours = ["body", "articleBody"].iter().any(|key| json.get(key).is_some());
    let native = native::matches(json) && (ours || !fields::has_body(json));
    (!native || native::markup::needs_mending(json)) && walk::holds(json)
}

/// Finds the articles in lists and wrappings.
pub(super) fn articles(root: &Cursor, visit: &mut dyn FnMut(&Cursor)) {
    walk::all(root, visit);
}

/// Reads an article. `None` where it has no words.
pub(super) fn into_article(root: &Cursor) -> Option<Article> {
    let fields = Fields::of(root);
    let canonical = fields.find(fields::LINK, address);
    if let Some(page) = &canonical {
        root.resolve_against(page);
    }
    let headline = fields.find(fields::TITLE, title).or_else(|| fields.find("name ten", title));
    let mut body = body::best(&fields);
    if headline.is_none() {
        root.warn(Problem::Missing { field: "title" });
        if body.is_empty() {
            return None;
        }
    }
    let headline = headline.unwrap_or_else(|| native::first_words(&body));
    let published = fields.find(fields::PUBLISHED, metadata::any_moment);
    let modified = fields.find(fields::MODIFIED, metadata::any_moment);
    let lede = fields.find(fields::LEDE, lede).unwrap_or_default();
    let is_entry = body.is_empty();
    fields.all(fields::VIDEO, &mut |value| pictures::videos(value, &mut body));
    let lead_image = media(&fields, &mut body);
    if let Some(list) = fields.first(fields::QUESTIONS) {
        body.extend(body::questions(&list));
    }
    comments(&fields);
    if is_entry {
        body.extend(original(root, &headline, canonical.as_ref()));
    }
    Some(tidy(Article {
        canonical,
        lang: fields.find(fields::LANG, metadata::lang).unwrap_or_default(),
        kicker: fields.find(fields::KICKER, title),
        alternative_headline: fields.find(fields::SUBTITLE, title),
        headline,
        lede,
        authors: fields.first(fields::AUTHOR).map(|value| authors(&value)).unwrap_or_default(),
        publisher: fields.find(fields::PUBLISHER, publisher),
        published,
        modified: modified.filter(|modified| published.is_none_or(|at| at.epoch < modified.epoch)),
        section: fields.find(fields::SECTION, section),
        topics: fields.first(fields::TOPICS).map(|value| topics(&value)).unwrap_or_default(),
        lead_image,
        audio: fields.first(fields::AUDIO).map(|v| v.each(pictures::audio)).unwrap_or_default(),
        body,
        ..Article::default()
    }))
}

/// A line, also where it is wrapped in an object such as `{ "rendered": ... }`.
fn title(value: &Cursor) -> Option<Text> {
    match value.json() {
        Json::Object(_) => {
            Fields::of(value).find("rendered text name value title html vi en", title)
        }
        Json::Array(_) => value.each(title).into_iter().next(),
        _ => prose::line(value),
    }
}

fn lede(value: &Cursor) -> Option<Vec<Inline>> {
    let mut out: Vec<Inline> = Vec::new();
    match value.json() {
        Json::Object(_) => return Fields::of(value).find("rendered text html value content", lede),
        _ => value.for_each(&mut |item| {
            let mut words = prose::inlines(item);
            if !out.is_empty() && !words.is_empty() {
                out.push(Inline::Break);
            }
            out.append(&mut words);
        }),
    }
    (!out.is_empty()).then_some(out)
}

fn address(value: &Cursor) -> Option<SafeUrl> {
    value.url(UrlUse::Link)
}

/// One name, several in a list, or several in a text.
pub(super) fn authors(value: &Cursor) -> Vec<Author> {
    let mut out: Vec<Author> = Vec::new();
    let mut add = |name: &str, url: Option<SafeUrl>| {
        let name = crate::text::clean::line(name);
        if !name.is_empty() && out.len() < MAX_AUTHORS && out.iter().all(|known| known.name != name)
        {
            out.push(Author { name, job_title: None, url, image: None });
        }
    };
    value.for_each(&mut |item| {
        if let Json::Object(_) = item.json() {
            let fields = Fields::of(item);
            let name = fields.find("name fullname displayname hoten ten title butdanh text", title);
            match name {
                Some(name) => add(&name, fields.find("url link", address)),
                None => item.warn(Problem::Missing { field: "name" }),
            }
        } else if let Some(names) = prose::line(item) {
            names.split([';', '|']).for_each(|name| add(name, None));
        }
    });
    out
}

/// A name, or the host of an address.
fn publisher(value: &Cursor) -> Option<Publisher> {
    let fields = Fields::of(value);
    let (name, url) = match value.json() {
        Json::Object(_) => {
            (fields.find("name title ten", title)?, fields.find("url link homepage", address))
        }
        _ => (value.each(title).into_iter().next()?, None),
    };
    let host = name.split_once("://").map(|(_, rest)| rest.split('/').next().unwrap_or(rest));
    Some(Publisher { name: host.map(Text::from).unwrap_or(name), url, logo: None })
}

/// A name. Numbers are a system's, and addresses no reader's.
pub(super) fn section(value: &Cursor) -> Option<Text> {
    if matches!(value.json(), Json::Integer(_) | Json::Float(_) | Json::Bool(_)) {
        return None;
    }
    let name = title(value)?;
    if name.contains("://") {
        return value.bad_value("the name of a section");
    }
    Some(name)
}

/// A list, or a text with commas.
pub(super) fn topics(value: &Cursor) -> Vec<Text> {
    let mut out: Vec<Text> = Vec::new();
    for names in value.each(title) {
        names.split([',', ';']).for_each(|name| metadata::add_topic(&mut out, name));
    }
    out
}

/// Puts pictures that stand beside the body below it. The first leads.
pub(super) fn media(fields: &Fields, body: &mut Vec<Block>) -> Option<Image> {
    let mut images: Vec<Image> = Vec::new();
    let mut known = Known::default();
    let mut add = |value: &Cursor| {
        pictures::each(value, &mut |place, image| match known.find(&image.url) {
            Some(one) if *one == image.url => {}
            Some(_) => place.warn(Problem::LeftOut { what: "another size of the same picture" }),
            None => {
                if images.len() < MAX_COMPARED {
                    known.add(&image.url);
                }
                images.push(image);
            }
        });
    };
    fields.all(fields::PICTURE, &mut add);
    fields.all(fields::PICTURES, &mut add);
    let mut images = images.into_iter();
    let lead = images.next();
    let mut rest: Vec<Image> = Vec::new();
    let shown = Known::of(body);
    for (at, image) in images.enumerate() {
        if at >= MAX_COMPARED || shown.find(&image.url).is_none() {
            rest.push(image);
        }
    }
    let at = fields.first(fields::PICTURES).or_else(|| fields.first(fields::PICTURE));
    if let Some(at) = at {
        body.extend(pictures::gallery(&at, rest));
    }
    lead
}

/// What readers wrote is not the article.
pub(super) fn comments(fields: &Fields) {
    fields.all(fields::COMMENTS, &mut |list| {
        if matches!(list.json(), Json::Array(_) | Json::Object(_)) {
            list.warn(Problem::LeftOut { what: "readers' comments" });
        }
    });
}

/// An entry of a catalogue says where the article is.
fn original(root: &Cursor, headline: &Text, url: Option<&SafeUrl>) -> Option<Block> {
    let url = url.filter(|_| root.sink.count_block())?.clone();
    let link = Related { name: headline.clone(), url, image: None, description: None };
    Some(BlockKind::Related { title: None, items: vec![link] }.into())
}
