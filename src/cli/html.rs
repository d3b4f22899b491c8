//! An article as a static page, from the view that the viewer shows.

use std::io;
use std::rc::Rc;

use yew::prelude::*;

use crate::article::Article;
use crate::strings::Strings;
use crate::text::Formats;
use crate::view::element::Out;
use crate::view::{self, Cx, Pictures};

/// A whole document, without scripts.
pub(super) fn document(article: Article) -> io::Result<String> {
    let lang = article.lang.clone();
    let title = escaped(&article.headline);
    let page = markup(move |out| {
        let cx = Cx {
            strings: Strings::for_lang(&article.lang.tag),
            formats: Formats::default(),
            heading_shift: 0,
            pictures: Pictures::Near,
            related: true,
            cookieless: None,
        };
        out.node(view::article::article(&cx, &article));
    })?;
    let (tag, dir) = (escaped(&lang.tag), lang.dir.as_str());
    Ok(format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n</head>\n<body>\n<main>{page}</main>\n</body>\n</html>\n"
    ))
}

/// What the view makes, as text.
pub(super) fn markup(make: impl Fn(&mut Out) + 'static) -> io::Result<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let props = PageProps { make: Rc::new(make) };
    Ok(tokio::task::LocalSet::new().block_on(&runtime, async {
        yew::LocalServerRenderer::<Page>::with_props(props).hydratable(false).render().await
    }))
}

#[derive(Properties, Clone)]
struct PageProps {
    make: Rc<dyn Fn(&mut Out)>,
}

impl PartialEq for PageProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.make, &other.make)
    }
}

#[component]
fn Page(props: &PageProps) -> Html {
    Out::collect(|out| (props.make)(out))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
