//! An article as a static page, from the view that the viewer shows.

use std::io;
use std::rc::Rc;

use yew::prelude::*;

use crate::article::Article;
use crate::strings::Strings;
use crate::text::Formats;
use crate::view::{self, Cx, Pictures};

/// A whole document, without scripts.
pub(super) fn document(article: Article) -> io::Result<String> {
    let lang = article.lang.clone();
    let title = escaped(&article.headline);
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let props = PageProps { article: Rc::new(article) };
    let page = tokio::task::LocalSet::new().block_on(&runtime, async {
        yew::LocalServerRenderer::<Page>::with_props(props).hydratable(false).render().await
    });
    let (tag, dir) = (escaped(&lang.tag), lang.dir.as_str());
    Ok(format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n</head>\n<body>\n<main>{page}</main>\n</body>\n</html>\n"
    ))
}

#[derive(Properties, Clone, PartialEq)]
struct PageProps {
    article: Rc<Article>,
}

#[component]
fn Page(props: &PageProps) -> Html {
    let cx = Cx {
        strings: Strings::for_lang(&props.article.lang.tag),
        formats: Formats::default(),
        heading_shift: 0,
        pictures: Pictures::Near,
        related: true,
        cookieless: None,
    };
    view::article::article(&cx, &props.article)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
