//! What files of each format say, read by rules far simpler than the viewer's: which articles, which fields with
//! words, which pictures. This is the measure, so it shares nothing with the adapters.

mod blocks;
mod fields;

use super::html::{self, Visible};
use super::words::words;
use serde_json::Value;

/// A picture: where it stands, and all the addresses it has.
pub struct Picture {
    pub place: String,
    pub addresses: Vec<String>,
}

/// Words that stand in one place of a file.
pub struct Part {
    pub place: String,
    pub words: Vec<String>,
    /// Whether it also holds words that are not the article's, which a warning must name.
    pub stays_out: bool,
}

/// Parts that are read one after the other.
pub type Passage = Vec<Part>;

/// An article as its file has it.
#[derive(Default)]
pub struct Original {
    pub place: String,
    /// Each in one or several versions, of which one is to be shown.
    pub fields: Vec<Vec<Passage>>,
    pub pictures: Vec<Picture>,
}

/// The articles of a file.
pub fn read(format: &str, json: &Value) -> Vec<Original> {
    let mut out = Vec::new();
    for (place, article) in articles(format, json) {
        let mut original = Original { place, ..Original::default() };
        match format {
            "wordpress" => fields::wordpress(article, &mut original),
            "json-feed" => fields::json_feed(article, &mut original),
            "ninjs" => fields::ninjs(article, &mut original),
            "schema-org" | "plain" => fields::named(article, &mut original),
            "native" => match article.get("body") {
                Some(Value::Array(_)) => blocks::native(article, &mut original),
                _ => fields::named(article, &mut original),
            },
            "apple-news" => blocks::apple_news(article, &mut original),
            "simorgh" => blocks::simorgh(article, &mut original),
            _ => blocks::rich(article, &mut original),
        }
        out.push(original);
    }
    out
}

/// Where the articles are, and each of them.
fn articles<'a>(format: &str, json: &'a Value) -> Vec<(String, &'a Value)> {
    let mut out = Vec::new();
    match format {
        "wordpress" => list(json, "", &["posts"], &mut out),
        "json-feed" => list(json, "", &["items"], &mut out),
        "ninjs" => {
            list(json, "", &["items", "item", "_items", "data", "newsItems", "results"], &mut out)
        }
        "schema-org" => {
            fields::nodes(json, String::new(), &fields::is_typed_article, 5, &mut out);
            if out.iter().any(|(_, one)| fields::has_body(one)) {
                out.retain(|(_, one)| fields::has_body(one));
            }
        }
        "plain" => fields::nodes(json, String::new(), &fields::is_plain_article, 6, &mut out),
        "simorgh" => fields::nodes(
            json,
            String::new(),
            &|one| one.pointer("/content/model/blocks").is_some(),
            6,
            &mut out,
        ),
        _ => {}
    }
    if out.is_empty() {
        out.push((String::new(), json));
    }
    out
}

/// The items of a list, wherever an envelope keeps it.
fn list<'a>(json: &'a Value, place: &str, names: &[&str], out: &mut Vec<(String, &'a Value)>) {
    if let Some(items) = json.as_array() {
        for (index, item) in items.iter().enumerate().filter(|(_, item)| !item.is_null()) {
            out.push((format!("{place}/{index}"), item));
        }
    } else if let Some((name, inner)) = names
        .iter()
        .find_map(|name| Some((name, json.get(name).filter(|it| it.is_array() || it.is_object())?)))
    {
        list(inner, &format!("{place}/{name}"), names, out);
    } else {
        out.push((place.to_owned(), json));
    }
}

impl Original {
    fn at(&self, member: &str) -> String {
        format!("{}{member}", self.place)
    }

    /// What a text shows, its pictures noted.
    fn part(&mut self, place: &str, seen: Visible) -> Part {
        for addresses in seen.pictures {
            self.pictures.push(Picture { place: place.to_owned(), addresses });
        }
        Part { place: place.to_owned(), words: words(&seen.text), stays_out: seen.stays_out }
    }

    /// A field with one version.
    fn field(&mut self, place: &str, seen: Visible) {
        let part = self.part(place, seen);
        self.fields.push(vec![vec![part]]);
    }

    /// A field that is a text of any kind at this pointer below the article.
    fn text_at(&mut self, article: &Value, member: &str) -> bool {
        let text = article.pointer(member).and_then(Value::as_str).unwrap_or_default();
        if text.trim().is_empty() {
            return false;
        }
        self.field(&self.at(member), html::visible(text));
        true
    }

    /// A picture at this pointer below the article, where there is an address.
    fn picture_at(&mut self, article: &Value, member: &str) {
        if let Some(url) =
            article.pointer(member).and_then(Value::as_str).filter(|url| !url.trim().is_empty())
        {
            self.pictures.push(Picture { place: self.at(member), addresses: vec![url.to_owned()] });
        }
    }
}
