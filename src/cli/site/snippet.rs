//! What partners paste: the two snippets of EMBED.md, a third whose tag holds the article itself,
//! and the space that an article will take.

use std::io;

use serde_json::{Map, Value};

use super::Press;
use super::document::context;
use super::head::escaped;
use super::place::{article_url, encoded};
use crate::article::Article;
use crate::cli::html;
use crate::text::facts;
use crate::view::article::article as view;
use crate::view::element::{Attr, Out};
use crate::view::foot::foot;
use crate::view::{Cx, Pictures};

/// The file of the third, beside the article. As plain text it can be read and copied in a browser.
pub(super) const FILE: &str = "snippet.txt";

/// The tag, with a link inside.
pub(super) fn element(press: &Press, article: &Article, id: &str) -> String {
    let page = press.home.at(&article_url(id));
    let link = link(&page, article);
    format!("{}\n<trang-bao src=\"{page}article.json\">\n  {link}\n</trang-bao>", script(press))
}

/// The frame, without its script.
pub(super) fn frame(press: &Press, article: &Article, id: &str, height: u32) -> String {
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

/// The tag with the article inside, in a shadow root of its own: to be read without a script, and
/// adopted by the element. The markup is what an embed without attributes renders, so that either
/// may take the other's place.
pub(super) fn whole(press: &Press, css: &str, article: Article, id: &str) -> io::Result<String> {
    let page = press.home.at(&article_url(id));
    let strings = press.paper.strings(&article.lang.tag);
    let (script, link) = (script(press), link(&page, &article));
    let told: Map<_, _> = facts(&article)
        .into_iter()
        .filter_map(|(name, fact)| Some((name.to_owned(), Value::from(fact?))))
        .collect();
    let told = escaped(&Value::Object(told).to_string());
    let cx = Cx {
        heading_shift: 1,
        pictures: Pictures::Near,
        cookieless: Some(press.home.origin.clone()),
        ..context(strings)
    };
    let viewer = html::markup(move |out: &mut Out| {
        out.el("div", "tb-viewer tb-embed", |out| {
            out.put(Attr::DataState, "ready");
            out.put(Attr::DataView, "auto");
            out.put(Attr::DataTheme, "auto");
            out.put(Attr::Lang, strings.lang);
            out.el("div", "tb-sheet", |out| {
                out.node(view(&cx, &article));
                foot(&cx, out, article.publisher.as_ref(), article.canonical.as_ref(), true);
            });
            out.el("p", "tb-said", |out| out.put(Attr::Role, "status"));
        });
    })?;
    Ok(format!(
        "{script}\n<trang-bao src=\"{page}article.json\" lang=\"{}\"><template shadowrootmode=\"open\">\
         <div class=\"tb-root\" data-static data-article=\"{told}\"><style>{css}</style>{viewer}</div>\
         </template>{link}</trang-bao>\n",
        strings.lang,
    ))
}

/// Styles that keep the space of an article free until it is there, whatever the width of the box.
///
/// Between two widths the height is taken to change evenly, which two numbers say: pixels, and
/// hundredths of the width.
pub(super) fn space(press: &Press, id: &str, heights: &[(u16, u32)]) -> String {
    let tag = format!("trang-bao[src=\"{}article.json\"]", press.home.at(&article_url(id)));
    let mut css = format!(".trangbao-box{{container-type:inline-size}}{tag}{{display:block}}");
    for (index, pair) in heights.windows(2).enumerate() {
        let [(from, first), (to, last)] = pair else { continue };
        let [from, to, first, last] =
            [f64::from(*from), f64::from(*to), f64::from(*first), f64::from(*last)];
        let slope = (last - first) / (to - from);
        let height = format!("calc({:.0}px + {:.2}cqi)", first - slope * from, 100.0 * slope);
        // Below the smallest width it goes on as above it.
        css += &match index {
            0 => format!("{tag}{{min-height:{height}}}"),
            _ => format!("@container (min-width:{from}px){{{tag}{{min-height:{height}}}}}"),
        };
    }
    // Above the largest one nothing changes any more.
    if let Some((width, height)) = heights.last() {
        css += &format!("@container (min-width:{width}px){{{tag}{{min-height:{height}px}}}}");
    }
    css
}

fn script(press: &Press) -> String {
    format!("<script type=\"module\" src=\"{}\"></script>", press.home.at("embed.js"))
}

/// What those have who see no article.
fn link(page: &str, article: &Article) -> String {
    let (lang, headline) = (escaped(&article.lang.tag), escaped(&article.headline));
    format!("<a href=\"{page}\" lang=\"{lang}\">{headline}</a>")
}
