//! What there is for search engines: `sitemap.xml` with Google's news extension, `robots.txt`.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, Event};

use super::feeds::{rfc3339, text};
use super::lists::List;
use super::place::{article_url, encoded_path};
use super::{Entry, Press};
use crate::article::Lang;

const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const NEWS: &str = "http://www.google.com/schemas/sitemap-news/0.9";
/// Addresses that one file may have.
const MOST: usize = 50_000;
/// News is what came out within two days before the newest article; more than a thousand is none.
/// The clock is not asked, so that the same articles give the same file.
const NEWS_SECONDS: i64 = 2 * 24 * 60 * 60;
const MOST_NEWS: usize = 1_000;

/// One address.
struct Place<'a> {
    path: String,
    entry: Option<&'a Entry>,
    is_news: bool,
}

/// Writes both.
pub(super) fn write(press: &Press, entries: &[Entry], lists: &[List]) -> io::Result<()> {
    let newest = entries.first().and_then(|entry| entry.published).map(|moment| moment.epoch);
    let is_news = |index: usize, entry: &Entry| {
        let age = entry.published.and_then(|moment| Some(newest? - moment.epoch));
        index < MOST_NEWS && age.is_some_and(|age| age <= NEWS_SECONDS)
    };
    let of_lists = lists.iter().map(|list| Place {
        path: encoded_path(&list.folder),
        entry: None,
        is_news: false,
    });
    let of_articles = entries.iter().enumerate().map(|(index, entry)| Place {
        path: article_url(&entry.id),
        entry: Some(entry),
        is_news: is_news(index, entry),
    });
    let places: Vec<_> = of_lists.chain(of_articles).collect();
    if places.len() <= MOST {
        press.out.put("sitemap.xml", urls(press, &places)?)?;
    } else {
        let mut names = Vec::new();
        for (part, number) in places.chunks(MOST).zip(1..) {
            let name = format!("sitemap-{number}.xml");
            press.out.put(&name, urls(press, part)?)?;
            names.push(press.home.at(&name));
        }
        press.out.put("sitemap.xml", index(&names)?)?;
    }
    let robots = format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", press.home.at("sitemap.xml"));
    press.out.put("robots.txt", robots)
}

fn urls(press: &Press, places: &[Place]) -> io::Result<Vec<u8>> {
    let attributes = [("xmlns", SITEMAP), ("xmlns:news", NEWS)];
    document("urlset", &attributes, |xml| {
        places.iter().try_for_each(|place| {
            let url = xml.create_element("url");
            url.write_inner_content(|xml| {
                text(xml, "loc", &press.home.at(&place.path))?;
                let Some(entry) = place.entry else { return Ok(()) };
                if let Some(changed) = entry.modified.or(entry.published) {
                    text(xml, "lastmod", &rfc3339(&changed))?;
                }
                if place.is_news { news(xml, press, entry) } else { Ok(()) }
            })
            .map(|_| ())
        })
    })
}

fn news(xml: &mut Writer<Vec<u8>>, press: &Press, entry: &Entry) -> io::Result<()> {
    let element = xml.create_element("news:news");
    let publication = |xml: &mut Writer<Vec<u8>>| {
        text(xml, "news:name", press.paper.name())?;
        text(xml, "news:language", Lang::new(&entry.lang).primary())
    };
    element
        .write_inner_content(|xml| {
            xml.create_element("news:publication").write_inner_content(publication)?;
            if let Some(published) = &entry.published {
                text(xml, "news:publication_date", &rfc3339(published))?;
            }
            text(xml, "news:title", &entry.headline)
        })
        .map(|_| ())
}

fn index(addresses: &[String]) -> io::Result<Vec<u8>> {
    document("sitemapindex", &[("xmlns", SITEMAP)], |xml| {
        addresses.iter().try_for_each(|address| {
            let one = xml.create_element("sitemap");
            one.write_inner_content(|xml| text(xml, "loc", address)).map(|_| ())
        })
    })
}

fn document(
    name: &str,
    attributes: &[(&str, &str)],
    inner: impl FnOnce(&mut Writer<Vec<u8>>) -> io::Result<()>,
) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new(Vec::new());
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let root = xml.create_element(name).with_attributes(attributes.iter().copied());
    root.write_inner_content(inner)?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}
