//! The newest articles for feed readers: Atom, and JSON Feed 1.1.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use serde_json::{Map, Value, json};

use super::place::article_url;
use super::{Entry, Press};
use crate::article::{CatalogueItem, Moment};
use crate::text::dates;

/// Articles of a feed.
const NEWEST: usize = 50;

/// Writes both.
pub(super) fn write(press: &Press, entries: &[Entry]) -> io::Result<()> {
    let newest = entries.iter().take(NEWEST);
    let with_item = |entry| Some(press.item(entry).transpose()?.map(|item| (entry, item)));
    let newest: Vec<_> = newest.filter_map(with_item).collect::<io::Result<_>>()?;
    press.out.put("feed.xml", atom(press, entries, &newest)?)?;
    press.out.put("feed.json", json_feed(press, &newest))
}

/// When an article was last touched. A feed must say so; without any date it is the oldest day.
fn touched(entry: &Entry) -> Moment {
    let never = Moment { epoch: 0, offset: 0, has_time: true };
    entry.modified.or(entry.published).unwrap_or(never)
}

/// A date with its time, as feeds want it.
pub(super) fn rfc3339(moment: &Moment) -> String {
    dates::iso(&Moment { has_time: true, ..*moment })
}

fn atom(
    press: &Press,
    entries: &[Entry],
    newest: &[(&Entry, CatalogueItem)],
) -> io::Result<Vec<u8>> {
    let (home, paper) = (&press.home, &press.paper);
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let root = xml
        .create_element("feed")
        .with_attributes([("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", paper.lang())]);
    root.write_inner_content(|xml| {
        text(xml, "title", paper.name())?;
        if let Some(words) = paper.description() {
            text(xml, "subtitle", words)?;
        }
        text(xml, "id", &home.url)?;
        let last = entries.iter().map(touched).max_by_key(|moment| moment.epoch);
        let never = Moment { epoch: 0, offset: 0, has_time: true };
        text(xml, "updated", &rfc3339(&last.unwrap_or(never)))?;
        link(xml, "self", "application/atom+xml", &home.at("feed.xml"))?;
        link(xml, "alternate", "text/html", &home.url)?;
        text(xml, "icon", &home.at("icons/icon-192.png"))?;
        newest.iter().try_for_each(|(entry, item)| {
            let one = xml.create_element("entry").with_attribute(("xml:lang", &*entry.lang));
            one.write_inner_content(|xml| atom_entry(xml, press, entry, item)).map(|_| ())
        })
    })?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn atom_entry(
    xml: &mut Writer<Vec<u8>>,
    press: &Press,
    entry: &Entry,
    item: &CatalogueItem,
) -> io::Result<()> {
    let page = press.home.at(&article_url(&entry.id));
    text(xml, "title", &entry.headline)?;
    text(xml, "id", &page)?;
    link(xml, "alternate", "text/html", &page)?;
    if let Some(published) = &entry.published {
        text(xml, "published", &rfc3339(published))?;
    }
    text(xml, "updated", &rfc3339(&touched(entry)))?;
    let authors: Vec<_> = item.authors.iter().map(|author| &*author.name).collect();
    // An entry without an author is none.
    let nobody = [press.paper.name()];
    for name in if authors.is_empty() { &nobody[..] } else { &authors } {
        let author = xml.create_element("author");
        author.write_inner_content(|xml| text(xml, "name", name))?;
    }
    if let Some((_, section)) = &entry.section {
        xml.create_element("category").with_attribute(("term", &**section)).write_empty()?;
    }
    if let Some(lede) = &item.lede {
        text(xml, "summary", lede)?;
    }
    Ok(())
}

/// An element that holds words.
pub(super) fn text(xml: &mut Writer<Vec<u8>>, name: &str, words: &str) -> io::Result<()> {
    // A control character, however it is written, makes the whole file unreadable.
    let words: String = words.chars().filter(|c| !is_forbidden(*c)).collect();
    xml.create_element(name).write_text_content(BytesText::new(&words)).map(|_| ())
}

fn is_forbidden(c: char) -> bool {
    (c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r'))
        || matches!(c, '\u{fffe}' | '\u{ffff}')
}

fn link(xml: &mut Writer<Vec<u8>>, rel: &str, kind: &str, href: &str) -> io::Result<()> {
    let attributes = [("rel", rel), ("type", kind), ("href", href)];
    xml.create_element("link").with_attributes(attributes).write_empty().map(|_| ())
}

fn json_feed(press: &Press, newest: &[(&Entry, CatalogueItem)]) -> String {
    let (home, paper) = (&press.home, &press.paper);
    let mut feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": paper.name(),
        "home_page_url": home.url,
        "feed_url": home.at("feed.json"),
        "icon": home.at("icons/icon-512.png"),
        "favicon": home.at("icons/icon-192.png"),
        "language": paper.lang(),
        "items": newest.iter().map(|(entry, item)| json_item(press, entry, item)).collect::<Vec<_>>(),
    });
    if let (Some(fields), Some(words)) = (feed.as_object_mut(), paper.description()) {
        fields.insert("description".to_owned(), words.into());
    }
    feed.to_string()
}

fn json_item(press: &Press, entry: &Entry, item: &CatalogueItem) -> Value {
    let page = press.home.at(&article_url(&entry.id));
    let mut fields = Map::new();
    let mut put = |key: &str, value: Option<Value>| {
        fields.extend(value.map(|value| (key.to_owned(), value)));
    };
    put("id", Some(page.as_str().into()));
    put("url", Some(page.as_str().into()));
    put("title", Some(entry.headline.as_str().into()));
    put("language", Some(entry.lang.as_str().into()));
    put("summary", item.lede.as_deref().map(Value::from));
    // An item must have words; the page has the rest.
    put("content_text", Some(item.lede.as_deref().unwrap_or(&entry.headline).into()));
    put("date_published", entry.published.as_ref().map(|moment| rfc3339(moment).into()));
    put("date_modified", entry.modified.as_ref().map(|moment| rfc3339(moment).into()));
    put("image", item.image.as_ref().map(|image| image.url.as_str().into()));
    let authors: Vec<_> = item.authors.iter().map(|one| json!({ "name": &*one.name })).collect();
    put("authors", (!authors.is_empty()).then(|| authors.into()));
    put("tags", entry.section.as_ref().map(|(_, section)| json!([section])));
    Value::Object(fields)
}
