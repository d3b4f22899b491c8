//! The article for search engines: schema.org's `NewsArticle`, without its body.

use serde_json::{Map, Value, json};

use super::settings::Paper;
use crate::article::{Article, Author, Image, Publisher, plain_text};
use crate::text::{dates, word_count};

/// The article, as JSON.
pub(super) fn article(article: &Article, page: &str, paper: &Paper) -> String {
    let mut data = Map::new();
    let mut put = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            data.insert(key.to_owned(), value);
        }
    };
    put("@context", Some("https://schema.org".into()));
    put("@type", Some("NewsArticle".into()));
    put("mainEntityOfPage", Some(page.into()));
    put("headline", Some((*article.headline).into()));
    put("alternativeHeadline", article.alternative_headline.as_deref().map(Value::from));
    let lede = plain_text(&article.lede);
    put("description", (!lede.is_empty()).then(|| lede.into()));
    put("inLanguage", Some((*article.lang.tag).into()));
    put("datePublished", article.published.as_ref().map(|date| dates::iso(date).into()));
    put("dateModified", article.modified.as_ref().map(|date| dates::iso(date).into()));
    put("articleSection", article.section.as_deref().map(Value::from));
    let topics: Vec<&str> = article.topics.iter().map(|topic| &**topic).collect();
    put("keywords", (!topics.is_empty()).then(|| topics.into()));
    put("image", article.lead_image.as_ref().map(|image| json!([picture(image)])));
    let authors: Vec<Value> = article.authors.iter().map(author).collect();
    put("author", (!authors.is_empty()).then(|| authors.into()));
    let named = article.publisher.as_ref().or(paper.publisher());
    put("publisher", Some(named.map_or_else(|| organization(paper.name()), publisher)));
    put("wordCount", Some(word_count(article).into()));
    Value::Object(data).to_string()
}

fn picture(image: &Image) -> Value {
    let mut value = json!({ "@type": "ImageObject", "url": image.url.as_str() });
    if let (Some(fields), Some((width, height))) = (value.as_object_mut(), image.size) {
        fields.insert("width".to_owned(), width.into());
        fields.insert("height".to_owned(), height.into());
    }
    value
}

fn author(author: &Author) -> Value {
    let mut value = json!({ "@type": "Person", "name": &*author.name });
    if let Some(fields) = value.as_object_mut() {
        fields.extend(author.url.as_ref().map(|url| ("url".to_owned(), url.as_str().into())));
        let job = author.job_title.as_deref();
        fields.extend(job.map(|job| ("jobTitle".to_owned(), job.into())));
    }
    value
}

fn publisher(publisher: &Publisher) -> Value {
    let mut value = organization(&publisher.name);
    if let Some(fields) = value.as_object_mut() {
        fields.extend(publisher.url.as_ref().map(|url| ("url".to_owned(), url.as_str().into())));
        fields.extend(publisher.logo.as_ref().map(|logo| ("logo".to_owned(), picture(logo))));
    }
    value
}

fn organization(name: &str) -> Value {
    json!({ "@type": "Organization", "name": name })
}
