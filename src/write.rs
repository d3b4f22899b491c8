//! An article as JSON of the native format: what was read from any other, for those who read that
//! one alone. `docs/article-format.md` describes it; reading what is written here gives the same
//! article again.

mod blocks;
mod json;

use crate::article::{
    Article, AudioTrack, Author, Catalogue, Image, License, MediaSource, Moment, Publisher,
    Related, Text,
};
use crate::safe_url::SafeUrl;
use crate::text::dates;
use json::Writer;

/// One article. With `pretty`, for people: each field on a line of its own.
pub fn article(article: &Article, pretty: bool) -> String {
    let mut out = Writer::new(pretty);
    out.object(&mut |out| fields(out, article));
    out.finish()
}

/// A catalogue.
pub fn catalogue(list: &Catalogue, pretty: bool) -> String {
    let mut out = Writer::new(pretty);
    out.object(&mut |out| {
        text(out, "title", list.title.as_ref());
        text(out, "description", list.description.as_ref());
        if let Some(one) = &list.publisher {
            out.key("publisher");
            publisher(out, one);
        }
        out.key("items");
        out.list(&list.items, &mut |out, item| {
            out.object(&mut |out| {
                text(out, "@id", item.id.as_ref());
                url(out, "url", item.url.as_ref());
                text(out, "headline", Some(&item.headline));
                text(out, "abstract", item.lede.as_ref());
                moment(out, "datePublished", item.published.as_ref());
                text(out, "articleSection", item.section.as_ref());
                if let Some(one) = &item.image {
                    out.key("image");
                    image(out, one, &[]);
                }
                authors(out, &item.authors);
            });
        });
    });
    out.finish()
}

fn fields(out: &mut Writer, a: &Article) {
    out.pair("@context", "https://schema.org");
    out.pair("@type", "NewsArticle");
    text(out, "@id", a.id.as_ref());
    url(out, "url", a.canonical.as_ref());
    out.pair("inLanguage", &a.lang.tag);
    text(out, "kicker", a.kicker.as_ref());
    out.pair("headline", &a.headline);
    text(out, "alternativeHeadline", a.alternative_headline.as_ref());
    blocks::inlines_field(out, "abstract", &a.lede, &a.notes);
    authors(out, &a.authors);
    if let Some(one) = &a.publisher {
        out.key("publisher");
        publisher(out, one);
    }
    moment(out, "datePublished", a.published.as_ref());
    moment(out, "dateModified", a.modified.as_ref());
    text(out, "articleSection", a.section.as_ref());
    if !a.topics.is_empty() {
        out.key("keywords");
        out.list(&a.topics, &mut |out, topic| out.text(topic));
    }
    if let Some(one) = &a.lead_image {
        out.key("image");
        image(out, one, &a.notes);
    }
    if !a.related.is_empty() {
        out.key("relatedLink");
        out.list(&a.related, &mut related);
    }
    if !a.audio.is_empty() {
        out.key("audio");
        out.list(&a.audio, &mut audio);
    }
    if !a.corrections.is_empty() {
        out.key("correction");
        out.list(&a.corrections, &mut |out, correction| {
            out.object(&mut |out| {
                blocks::inlines_field(out, "text", &correction.text, &a.notes);
                moment(out, "datePublished", correction.date.as_ref());
            });
        });
    }
    text(out, "creditText", a.credit.as_ref());
    text(out, "copyrightNotice", a.copyright.as_ref());
    match &a.license {
        Some(License::Url(address)) => url(out, "license", Some(address)),
        Some(License::Words(words)) => out.pair("license", words),
        None => {}
    }
    out.key("body");
    blocks::blocks(out, &a.body, &a.notes);
}

fn text(out: &mut Writer, key: &'static str, text: Option<&Text>) {
    if let Some(text) = text {
        out.pair(key, text);
    }
}

fn url(out: &mut Writer, key: &'static str, url: Option<&SafeUrl>) {
    if let Some(url) = url {
        out.pair(key, url.as_str());
    }
}

fn moment(out: &mut Writer, key: &'static str, moment: Option<&Moment>) {
    if let Some(moment) = moment {
        out.pair(key, &dates::iso(moment));
    }
}

fn number(out: &mut Writer, key: &'static str, number: Option<u64>) {
    if let Some(number) = number {
        out.key(key);
        out.raw(&number.to_string());
    }
}

fn size(out: &mut Writer, size: Option<(u32, u32)>) {
    number(out, "width", size.map(|(width, _)| width.into()));
    number(out, "height", size.map(|(_, height)| height.into()));
}

fn authors(out: &mut Writer, authors: &[Author]) {
    if authors.is_empty() {
        return;
    }
    out.key("author");
    out.list(authors, &mut |out, author| {
        out.object(&mut |out| {
            out.pair("name", &author.name);
            text(out, "jobTitle", author.job_title.as_ref());
            url(out, "url", author.url.as_ref());
            if let Some(one) = &author.image {
                out.key("image");
                image(out, one, &[]);
            }
        });
    });
}

fn publisher(out: &mut Writer, publisher: &Publisher) {
    out.object(&mut |out| {
        out.pair("name", &publisher.name);
        url(out, "url", publisher.url.as_ref());
        if let Some(logo) = &publisher.logo {
            out.key("logo");
            image(out, logo, &[]);
        }
    });
}

fn related(out: &mut Writer, item: &Related) {
    out.object(&mut |out| {
        out.pair("name", &item.name);
        out.pair("url", item.url.as_str());
        text(out, "description", item.description.as_ref());
        if let Some(one) = &item.image {
            out.key("image");
            image(out, one, &[]);
        }
    });
}

fn image(out: &mut Writer, image: &Image, notes: &[crate::article::Flow]) {
    out.object(&mut |out| {
        out.pair("url", image.url.as_str());
        size(out, image.size);
        text(out, "description", image.alt.as_ref());
        blocks::inlines_field(out, "caption", &image.caption, notes);
        text(out, "creditText", image.credit.as_ref());
        number(out, "contentSize", image.bytes);
        if let Some(focus) = image.focus {
            let tenths = |tenths: u8| match tenths {
                10.. => "1".to_owned(),
                _ => "0.".to_owned() + &tenths.to_string(),
            };
            out.key("focus");
            out.object(&mut |out| {
                out.key("x");
                out.raw(&tenths(focus.x));
                out.key("y");
                out.raw(&tenths(focus.y));
            });
        }
        if !image.renditions.is_empty() {
            out.key("encoding");
            out.list(&image.renditions, &mut |out, one| {
                out.object(&mut |out| {
                    out.pair("contentUrl", one.url.as_str());
                    number(out, "width", Some(one.width.into()));
                    number(out, "height", one.height.map(Into::into));
                    number(out, "contentSize", one.bytes);
                });
            });
        }
    });
}

fn source(out: &mut Writer, source: &MediaSource) {
    out.pair("contentUrl", source.url.as_str());
    text(out, "encodingFormat", source.mime.as_ref());
    number(out, "contentSize", source.bytes);
    size(out, source.size);
}

fn audio(out: &mut Writer, track: &AudioTrack) {
    out.object(&mut |out| {
        source(out, &track.source);
        text(out, "name", track.name.as_ref());
        number(out, "duration", track.seconds.map(Into::into));
    });
}
