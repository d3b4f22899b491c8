//! The way back: an article as a file of the native format, or as plain text.
//!
//! What is written is read again as the same article, and written again as the same file. What the
//! reader would refuse, such as a paragraph without words, is therefore not written at all.
//! Addresses are those of the article, which are absolute.

mod blocks;
mod inlines;
mod json;
mod media;
mod text;

pub use text::text;

use crate::article::{
    Article, Author, Catalogue, Correction, Flow, License, Moment, Publisher, Related,
};
use crate::safe_url::SafeUrl;
use crate::text::{clean, dates, digits};
use json::Json;

/// An article as JSON of the native format, on one line or indented by two spaces a level.
///
/// ```
/// # use trangbao::article::Article;
/// let article = Article { headline: "Hồ Tây".into(), ..Article::default() };
/// assert!(trangbao::write::article(&article, false).ends_with(r#""headline":"Hồ Tây"}"#));
/// ```
pub fn article(article: &Article, pretty: bool) -> String {
    let mut out = Writer::new(&article.notes, pretty);
    out.json.object(true);
    out.line("@context", Some("https://schema.org"));
    out.line("@type", Some("NewsArticle"));
    out.line("@id", article.id.as_deref());
    out.url("url", article.canonical.as_ref());
    out.line("inLanguage", Some(&article.lang.tag));
    out.line("kicker", article.kicker.as_deref());
    out.line("headline", Some(&article.headline));
    out.line("alternativeHeadline", article.alternative_headline.as_deref());
    out.inlines("abstract", &article.lede);
    out.authors(&article.authors);
    out.publisher(article.publisher.as_ref());
    out.date("datePublished", article.published.as_ref());
    // A change before the first day is none that the reader takes.
    let changed =
        |at: &&Moment| article.published.is_none_or(|published| published.epoch < at.epoch);
    out.date("dateModified", article.modified.as_ref().filter(changed));
    out.line("articleSection", article.section.as_deref());
    out.topics(article);
    out.image("image", article.lead_image.as_ref());
    out.related("relatedLink", &article.related);
    if !article.audio.is_empty() {
        out.json.key("audio");
        out.json.array(true);
        article.audio.iter().for_each(|track| out.track(track));
        out.json.array(false);
    }
    out.corrections(&article.corrections);
    out.line("creditText", article.credit.as_deref());
    out.line("copyrightNotice", article.copyright.as_deref());
    match &article.license {
        // The reader tells an address from a wording by how it begins.
        Some(License::Url(url)) if !url.as_str().starts_with("http") => {
            out.json.key("license");
            out.json.object(true);
            out.url("url", Some(url));
            out.json.object(false);
        }
        Some(License::Url(url)) => out.url("license", Some(url)),
        Some(License::Words(wording)) => out.line("license", Some(wording)),
        None => {}
    }
    out.blocks("body", &article.body);
    out.json.object(false);
    out.json.finish()
}

/// A catalogue as JSON, on one line or indented by two spaces a level.
pub fn catalogue(catalogue: &Catalogue, pretty: bool) -> String {
    let mut out = Writer::new(&[], pretty);
    out.json.object(true);
    out.line("title", catalogue.title.as_deref());
    out.line("description", catalogue.description.as_deref());
    out.publisher(catalogue.publisher.as_ref());
    out.json.key("items");
    out.json.array(true);
    for item in &catalogue.items {
        out.json.object(true);
        out.line("@id", item.id.as_deref());
        out.url("url", item.url.as_ref());
        out.line("headline", Some(&item.headline));
        out.line("abstract", item.lede.as_deref());
        out.authors(&item.authors);
        out.date("datePublished", item.published.as_ref());
        out.line("articleSection", item.section.as_deref());
        out.image("image", item.image.as_ref());
        out.json.object(false);
    }
    out.json.array(false);
    out.json.object(false);
    out.json.finish()
}

/// Writes the parts of an article.
struct Writer<'a> {
    json: Json,
    /// The footnotes, which are written where they hang.
    notes: &'a [Flow],
    /// Those that are being written, lest one hangs in itself.
    open: Vec<usize>,
}

impl<'a> Writer<'a> {
    fn new(notes: &'a [Flow], pretty: bool) -> Self {
        Self { json: Json::new(pretty), notes, open: Vec::new() }
    }

    /// A field of one line. Empty is absent.
    fn line(&mut self, key: &str, line: Option<&str>) {
        let line = clean::line(line.unwrap_or_default());
        if !line.is_empty() {
            self.json.key(key);
            self.json.text(&line);
        }
    }

    fn url(&mut self, key: &str, url: Option<&SafeUrl>) {
        if let Some(url) = url {
            self.json.key(key);
            self.json.text(url.as_str());
        }
    }

    fn number(&mut self, key: &str, number: Option<u64>) {
        // Beyond this the reader takes no number.
        if let Some(number) = number.filter(|number| *number <= u64::from(u32::MAX)) {
            self.json.key(key);
            self.json.bare(&digits(number as i64));
        }
    }

    fn date(&mut self, key: &str, moment: Option<&Moment>) {
        if let Some(moment) = moment {
            self.json.key(key);
            self.json.text(&dates::iso(moment));
        }
    }

    fn authors(&mut self, authors: &[Author]) {
        if authors.is_empty() {
            return;
        }
        self.json.key("author");
        self.json.array(true);
        for author in authors {
            self.json.object(true);
            self.line("name", Some(&author.name));
            self.line("jobTitle", author.job_title.as_deref());
            self.url("url", author.url.as_ref());
            self.image("image", author.image.as_ref());
            self.json.object(false);
        }
        self.json.array(false);
    }

    fn publisher(&mut self, publisher: Option<&Publisher>) {
        if let Some(publisher) = publisher {
            self.json.key("publisher");
            self.json.object(true);
            self.line("name", Some(&publisher.name));
            self.url("url", publisher.url.as_ref());
            self.image("logo", publisher.logo.as_ref());
            self.json.object(false);
        }
    }

    fn topics(&mut self, article: &Article) {
        let topics = article.topics.iter().map(|topic| clean::line(topic));
        let mut topics = topics.filter(|topic| !topic.is_empty()).peekable();
        if topics.peek().is_some() {
            self.json.key("keywords");
            self.json.array(true);
            topics.for_each(|topic| {
                // A text is parted at its commas, a defined term is not.
                if topic.contains([',', ';']) {
                    self.json.object(true);
                    self.line("name", Some(&topic));
                    self.json.object(false);
                } else {
                    self.json.text(&topic);
                }
            });
            self.json.array(false);
        }
    }

    fn related(&mut self, key: &str, items: &[Related]) {
        if items.is_empty() {
            return;
        }
        self.json.key(key);
        self.json.array(true);
        for item in items {
            self.json.object(true);
            self.line("name", Some(&item.name));
            self.url("url", Some(&item.url));
            self.image("image", item.image.as_ref());
            self.line("description", item.description.as_deref());
            self.json.object(false);
        }
        self.json.array(false);
    }

    fn corrections(&mut self, corrections: &[Correction]) {
        if corrections.iter().all(|correction| self.is_blank(&correction.text)) {
            return;
        }
        self.json.key("correction");
        self.json.array(true);
        for correction in corrections {
            if !self.is_blank(&correction.text) {
                self.json.object(true);
                self.inlines("text", &correction.text);
                self.date("datePublished", correction.date.as_ref());
                self.json.object(false);
            }
        }
        self.json.array(false);
    }
}
