//! What other sites ask for when somebody pastes an article's address: oEmbed, type `rich`.
//!
//! The answer is a file beside the page, which names it in its head. WordPress takes the frame out
//! of `html` and drops whatever else stands there, so that is all that stands there; both snippets
//! of EMBED.md are beside it, for whoever wants to choose.

use serde_json::{Map, Value, json};

use super::Press;
use super::head::escaped;
use super::height::{WIDTHS, estimate};
use super::place::{article_url, encoded};
use crate::article::Article;

/// As wide as the frame counts where nobody says.
const WIDTH: u16 = 600;
/// Seconds for which an answer holds.
const KEEP: u32 = 86_400;

/// The answer.
pub(super) fn answer(press: &Press, article: &Article, id: &str) -> String {
    let home = press.home;
    let page = home.at(&article_url(id));
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
    let frame = frame(press, article, id, high);
    put("height", Some(high.into()));
    put("html", Some(frame.as_str().into()));
    let element = format!(
        "<script type=\"module\" src=\"{}\"></script>\n<trang-bao src=\"{page}article.json\">\n  \
         <a href=\"{page}\">{}</a>\n</trang-bao>",
        home.at("embed.js"),
        escaped(&article.headline),
    );
    let framed = format!("{frame}\n<script src=\"{}\" async></script>", home.at("frame.js"));
    let heights: Map<_, _> =
        heights.iter().map(|(width, height)| (width.to_string(), (*height).into())).collect();
    put("trangbao", Some(json!({ "element": element, "frame": framed, "heights": heights })));
    Value::Object(fields).to_string()
}

fn frame(press: &Press, article: &Article, id: &str, height: u32) -> String {
    let source = encoded(&["a/", &encoded(id), "/article.json"].concat());
    // The border by an attribute: consumers let no style through.
    format!(
        "<iframe src=\"{}?src={source}\" title=\"{}\" \
         sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" \
         allow=\"clipboard-write\" loading=\"lazy\" width=\"100%\" height=\"{height}\" \
         frameborder=\"0\"></iframe>",
        press.home.at("embed.html"),
        escaped(&article.headline),
    )
}
