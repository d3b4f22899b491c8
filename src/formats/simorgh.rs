//! The BBC's article blocks, as its open-source page renderer Simorgh takes them.
//!
//! Everything is a block: `{ "type", "model": { "blocks": [...] } }`, down to the fragments of a
//! line. The headline, the byline and the lede are blocks among the others.

mod blocks;
mod media;
mod words;

use super::native::{self, metadata};
use super::{Cursor, line};
use crate::article::{
    Article, Author, Block, Image, Inline, Moment, Publisher, Related, Text, plain_text,
};
use crate::json::Json;
use crate::safe_url::{SafeUrl, UrlUse};
use crate::text::{clean, dates, whole};
use blocks::Reader;

/// What an article may be packed into, one in the other.
const ENVELOPES: [&str; 5] = ["data", "article", "props", "pageProps", "pageData"];
/// How many of them.
const MAX_ENVELOPES: usize = 5;
/// Where paths in a file lead to.
const SITE: &str = "https://www.bbc.com";

/// Whether there are article blocks in a file.
pub(super) fn matches(json: &Json) -> bool {
    holds(json, MAX_ENVELOPES)
}

fn holds(json: &Json, depth: usize) -> bool {
    is_article(json)
        || depth > 0
            && ENVELOPES.iter().filter_map(|key| json.get(key)).any(|inner| holds(inner, depth - 1))
}

fn is_article(json: &Json) -> bool {
    let blocks = ["content", "model", "blocks"].iter().try_fold(json, |at, key| at.get(key));
    let is_block = |block: &Json| {
        matches!(block.get("type"), Some(Json::Text(_))) && block.get("model").is_some()
    };
    match blocks {
        Some(Json::Array(blocks)) => {
            blocks.iter().any(is_block)
                || (json.get("metadata").is_some() && json.get("promo").is_some())
        }
        _ => false,
    }
}

/// The article in its envelopes.
pub(super) fn articles(root: &Cursor, visit: &mut dyn FnMut(&Cursor)) {
    if !visit_below(root, MAX_ENVELOPES, visit) {
        visit(root);
    }
}

fn visit_below(at: &Cursor, depth: usize, visit: &mut dyn FnMut(&Cursor)) -> bool {
    if is_article(at.json()) {
        visit(at);
        return true;
    }
    depth > 0
        && ENVELOPES
            .iter()
            .filter_map(|key| at.get(key))
            .any(|inner| visit_below(&inner, depth - 1, visit))
}

/// Reads an article. `None` where there is neither a headline nor a body.
pub(super) fn into_article(root: &Cursor) -> Option<Article> {
    let around = root.get("metadata");
    let promo = root.get("promo");
    let of = |key, read: fn(&Cursor) -> Option<Text>| {
        around.as_ref().and_then(|around| around.field(key, read))
    };
    let passport = around.as_ref().and_then(|around| around.get("passport"));
    let both = [around.as_ref(), promo.as_ref()];
    let canonical = both
        .iter()
        .flatten()
        .find_map(|at| at.field("locators", |at| at.field("canonicalUrl", link)))
        .or_else(|| derived_page(root, &both, passport.as_ref()));

    let mut reader = Reader::new(canonical.clone());
    if let Some(content) = root.get("content") {
        words::children(&content, &mut |block| reader.block(block));
    }
    let headline = reader.headline.take().or_else(|| promo.as_ref().and_then(promo_headline));
    let summary = || words_of(&promo.as_ref()?.get("summary")?);
    let mut lede = std::mem::take(&mut reader.lede);
    if lede.is_empty() {
        lede = summary().unwrap_or_default();
        // Some desks copy the first paragraph, or the headline.
        let words = clean::line(&plain_text(&lede));
        let first =
            reader.out.first().map(|block| native::first_words(std::slice::from_ref(block)));
        let repeats =
            |text: &Text| !text.is_empty() && words.starts_with(text.trim_end_matches('…').trim());
        if first.as_ref().is_some_and(repeats)
            || headline.as_ref().is_some_and(|text| *text == words)
        {
            lede.clear();
        }
    }
    if headline.is_none() && reader.out.is_empty() {
        return None;
    }
    let date = |keys: [&str; 2]| {
        keys.iter().find_map(|key| around.as_ref().and_then(|around| around.field(key, moment)))
    };
    let published = date(["firstPublished", "created"]);
    let modified = date(["lastPublished", "lastUpdated"]);
    let published =
        published.or_else(|| promo.as_ref().and_then(|promo| promo.field("timestamp", moment)));
    let language =
        || passport.as_ref().and_then(|passport| passport.field("language", metadata::language));
    let related = root.get("relatedContent");
    let mut article = Article {
        id: both.iter().flatten().find_map(|at| {
            at.field("locators", |at| at.field("optimoUrn", last_part))
                .or_else(|| at.field("id", last_part))
        }),
        canonical,
        lang: around
            .as_ref()
            .and_then(|around| around.field("language", metadata::language))
            .or_else(language)
            .unwrap_or_default(),
        headline: headline.unwrap_or_else(|| native::first_words(&reader.out)),
        lede,
        authors: reader.authors,
        publisher: related.as_ref().and_then(|related| related.field("site", publisher)),
        published: published.or(modified),
        modified: modified.filter(|at| published.is_some_and(|first| first.epoch < at.epoch)),
        section: related
            .as_ref()
            .and_then(|related| related.field("section", |section| section.field("name", line))),
        topics: topics(around.as_ref()),
        lead_image: promo.as_ref().and_then(promo_image),
        body: reader.out,
        ..Article::default()
    };
    if article.section.is_none() {
        article.section = of("section", |section| {
            if section.is_text() { line(section) } else { section.field("name", line) }
        });
    }
    if let Some(groups) = related.as_ref().and_then(|related| related.get("groups")) {
        groups.for_each(&mut |group| {
            if let Some(promos) = group.get("promos") {
                promos.for_each(&mut |promo| article.related.extend(see_also(promo)));
            }
        });
    }
    Some(article)
}

/// An address; a path alone is one of the BBC's.
pub(super) fn link(value: &Cursor) -> Option<SafeUrl> {
    address(value, UrlUse::Link)
}

fn address(value: &Cursor, purpose: UrlUse) -> Option<SafeUrl> {
    let text = value.string()?.trim();
    if text.starts_with('/') && !text.starts_with("//") {
        return value.url_of(&[SITE, text].concat(), purpose);
    }
    value.url_of(text, purpose)
}

/// `c3y59g5zm19o` of `urn:bbc:optimo:asset:c3y59g5zm19o`.
fn last_part(value: &Cursor) -> Option<Text> {
    let id = metadata_line(value)?;
    let id = id.rsplit([':', '/']).next().unwrap_or_default();
    let valid = !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    (valid && id.len() <= 200).then(|| id.into())
}

fn metadata_line(value: &Cursor) -> Option<Text> {
    if value.is_text() { line(value) } else { None }
}

/// Files without the page's address have its parts: the service, and the identifier.
fn derived_page(
    root: &Cursor,
    both: &[Option<&Cursor>; 2],
    passport: Option<&Cursor>,
) -> Option<SafeUrl> {
    let locators = both.iter().flatten().find_map(|at| at.get("locators"))?;
    let id = locators.field("optimoUrn", last_part)?;
    let service = root
        .get("relatedContent")
        .and_then(|related| related.field("site", |site| site.field("uri", last_part)))
        .or_else(|| passport.and_then(|passport| passport.field("home", last_part)))?;
    locators.url_of(
        &[SITE, "/", &service.to_ascii_lowercase(), "/articles/", &id].concat(),
        UrlUse::Link,
    )
}

/// Milliseconds since 1970, which is UTC: shown in Vietnam's time, as every other UTC is.
fn moment(value: &Cursor) -> Option<Moment> {
    let number = match value.json() {
        Json::Integer(number) => Some(*number),
        Json::Text(text) => match whole(text.trim()) {
            Some(number) => Some(number),
            None => return metadata::moment(value),
        },
        Json::Float(number) if number.abs() < 1e15 => Some(*number as i64),
        _ => return value.wrong_type("milliseconds since 1970"),
    };
    match number {
        // Until the year 9999; what is small enough can only be seconds.
        Some(ms @ 0..253_402_300_800_000) => {
            let epoch = if ms < 10_000_000_000 { ms } else { ms / 1000 };
            Some(Moment { epoch, offset: dates::VIETNAM, has_time: true })
        }
        _ => value.bad_value("milliseconds since 1970"),
    }
}

/// A text, or blocks of text.
fn words_of(value: &Cursor) -> Option<Vec<Inline>> {
    let words = if value.is_text() {
        line(value).map(native::words).unwrap_or_default()
    } else {
        words::words(value)
    };
    (!words.is_empty()).then_some(words)
}

fn one_line(value: &Cursor) -> Option<Text> {
    let text = clean::line(&plain_text(&words_of(value)?));
    (!text.is_empty()).then_some(text)
}

fn promo_headline(promo: &Cursor) -> Option<Text> {
    let all = promo.get("headlines")?;
    ["promoHeadline", "headline", "seoHeadline", "shortHeadline", "overtyped"]
        .iter()
        .find_map(|key| all.field(key, one_line))
}

fn promo_image(promo: &Cursor) -> Option<Image> {
    let image = promo.get("images")?;
    let image = image.get("defaultPromoImage")?;
    media::picture(&image)
}

fn publisher(site: &Cursor) -> Option<Publisher> {
    let name = site.field("name", line)?;
    let name = if name.starts_with("BBC") { name } else { ["BBC ", &name].concat().into() };
    Some(Publisher { name, url: site.field("uri", link), logo: None })
}

fn topics(around: Option<&Cursor>) -> Vec<Text> {
    let mut topics: Vec<Text> = Vec::new();
    let Some(around) = around else { return topics };
    let mut add = |topic: Option<Text>| {
        metadata::add_topic(&mut topics, &topic.unwrap_or_default());
    };
    if let Some(list) = around.get("topics") {
        list.for_each(&mut |topic| add(topic.field("topicName", line)));
    }
    if let Some(tags) = around.get("tags")
        && let Some(about) = tags.get("about")
    {
        about.for_each(&mut |thing| {
            add(thing.field("thingLabel", line).or_else(|| thing.field("thingEnglishLabel", line)));
        });
    }
    topics
}

/// A link to another article, as the page lists it at its end.
fn see_also(promo: &Cursor) -> Option<Related> {
    let name = promo_headline(promo).or_else(|| promo.field("name", line))?;
    let url = promo
        .field("locators", |at| {
            ["canonicalUrl", "assetUri", "cpsUrn"]
                .iter()
                .take(2)
                .find_map(|key| at.field(key, link))
        })
        .or_else(|| promo.field("uri", link))?;
    let description = promo.field("summary", one_line);
    promo.sink.count_block().then_some(Related {
        name,
        url,
        image: promo_image(promo),
        description,
    })
}

/// Someone of the byline: name, role, place, page and portrait, each a block.
pub(super) fn contributor(block: &Cursor) -> Option<Author> {
    let (mut name, mut role, mut place) = (None, None, None);
    let (mut url, mut image) = (None, None);
    if let Some(model) = block.get("model") {
        url = model.field("topicUrl", link);
    }
    words::children(block, &mut |part| match words::kind(part) {
        "name" => name = one_line(part),
        "role" => role = one_line(part),
        "location" => place = one_line(part),
        "link" if url.is_none() => url = words::first_link(part),
        "image" => image = media::picture(part).map(Image::uncaptioned),
        _ => {}
    });
    let job_title = match (role, place) {
        (Some(role), Some(place)) => Some([&*role, ", ", &*place].concat().into()),
        (role, place) => role.or(place),
    };
    // Without a name, the role stands for it ("BBC News Tiếng Việt").
    let (name, job_title) = match name {
        Some(name) => (name, job_title),
        None => (job_title?, None),
    };
    Some(Author { name, job_title, url, image })
}

/// Whether a block holds nothing but this one paragraph.
pub(super) fn only_text(blocks: &mut [Block]) -> Option<Vec<Inline>> {
    match blocks {
        [Block { kind: crate::article::BlockKind::Paragraph(text), .. }] => {
            Some(std::mem::take(text))
        }
        _ => None,
    }
}
