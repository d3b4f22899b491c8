//! What the page around an article may know of it: EMBED.md's metadata.

use super::dates;
use crate::article::{Article, plain_text};

/// The metadata, each under its name; what an article does not have is absent.
pub fn facts(article: &Article) -> [(&'static str, Option<String>); 11] {
    let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let names: Vec<_> = article.authors.iter().map(|author| &*author.name).collect();
    [
        ("headline", Some((*article.headline).to_owned())),
        ("lede", text(&plain_text(&article.lede))),
        ("kicker", article.kicker.as_deref().and_then(text)),
        ("section", article.section.as_deref().and_then(text)),
        ("byline", text(&names.join(", "))),
        ("published", article.published.as_ref().map(dates::iso)),
        ("modified", article.modified.as_ref().map(dates::iso)),
        ("lang", Some((*article.lang.tag).to_owned())),
        ("url", article.canonical.as_ref().map(|url| url.as_str().to_owned())),
        ("image", article.lead_image.as_ref().map(|image| image.url.as_str().to_owned())),
        ("publisher", article.publisher.as_ref().and_then(|publisher| text(&publisher.name))),
    ]
}
