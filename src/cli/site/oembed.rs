//! What other sites ask for when somebody pastes an article's address: oEmbed, type `rich`.
//!
//! The answer is a file beside the page, which names it in its head. WordPress takes the frame out
//! of `html` and drops whatever else stands there, so that is all that stands there; the snippets of
//! EMBED.md are beside it, for whoever wants to choose.

use serde_json::{Map, Value, json};

use super::height::{WIDTHS, estimate};
use super::place::article_url;
use super::{Press, snippet};
use crate::article::Article;

/// As wide as the frame counts where nobody says.
const WIDTH: u16 = 600;
/// Seconds for which an answer holds.
const KEEP: u32 = 86_400;

/// The answer.
pub(super) fn answer(press: &Press, article: &Article, id: &str) -> String {
    let home = press.home;
    let mut fields = Map::new();
    let mut put = |key: &str, value: Option<Value>| {
        fields.extend(value.map(|value| (key.to_owned(), value)));
    };
    put("version", Some("1.0".into()));
    put("type", Some("rich".into()));
    put("title", Some((*article.headline).into()));
    put("author_name", article.authors.first().map(|author| (*author.name).into()));
    let author = article.authors.first().and_then(|author| author.url.as_ref());
    put("author_url", author.map(|url| url.as_str().into()));
    put("provider_name", Some(press.paper.name().into()));
    put("provider_url", Some(home.url.as_str().into()));
    put("cache_age", Some(KEEP.into()));
    let picture = article.lead_image.as_ref().and_then(|image| Some((image, image.size?)));
    if let Some((image, (width, height))) = picture {
        put("thumbnail_url", Some(image.url.as_str().into()));
        put("thumbnail_width", Some(width.into()));
        put("thumbnail_height", Some(height.into()));
    }
    put("width", Some(WIDTH.into()));
    let heights = WIDTHS.map(|width| (width, estimate(article, width)));
    let high = heights.iter().find(|(width, _)| *width == WIDTH).map_or(0, |(_, height)| *height);
    let frame = snippet::frame(press, article, id, high);
    put("height", Some(high.into()));
    put("html", Some(frame.as_str().into()));
    let framed = format!("{frame}\n<script src=\"{}\" async></script>", home.at("frame.js"));
    let by_width: Map<_, _> =
        heights.iter().map(|(width, height)| (width.to_string(), (*height).into())).collect();
    let more = json!({
        "element": snippet::element(press, article, id),
        "frame": framed,
        "static": home.at(&[&article_url(id), snippet::FILE].concat()),
        "heights": by_width,
        "space": snippet::space(press, id, &heights),
    });
    put("trangbao", Some(more));
    Value::Object(fields).to_string()
}
