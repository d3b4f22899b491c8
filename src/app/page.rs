//! What stands in the page once it is there.

use std::rc::Rc;

use yew::prelude::*;

use super::load::Page;
use crate::article::CatalogueItem;
use crate::browser::url::encode;
use crate::view::element::Out;
use crate::view::{Cx, article::article, catalogue::catalogue, foot::foot};

/// A page, and what the view needs to show it.
#[derive(Properties)]
pub struct PageProps {
    /// The page.
    pub page: Page,
    /// What the view needs besides.
    pub cx: Rc<Cx>,
    /// Where the site begins.
    pub base: Rc<str>,
}

/// Pages never change, so a page is rendered once.
impl PartialEq for PageProps {
    fn eq(&self, other: &Self) -> bool {
        self.page == other.page && Rc::ptr_eq(&self.cx, &other.cx)
    }
}

/// A page.
pub struct PageView;

impl Component for PageView {
    type Message = ();
    type Properties = PageProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let PageProps { page, cx, base } = ctx.props();
        Out::collect(|out| match page {
            Page::Catalogue(list) => {
                catalogue(cx, out, list, &|item| href(item, base));
                foot(cx, out, list.publisher.as_ref(), None);
            }
            Page::Article { article: shown, lossy } => {
                if *lossy {
                    out.el("p", "tb-notice tb-lossy", |out| out.words(cx.strings.lossy));
                }
                out.node(article(cx, shown));
                foot(cx, out, shown.publisher.as_ref(), shown.canonical.as_ref());
            }
        })
    }
}

/// Where the site shows an article of its catalogue.
fn href(item: &CatalogueItem, base: &str) -> String {
    match (&item.id, &item.url) {
        (Some(id), _) => [base, "a/", &encode(id)].concat(),
        (None, Some(url)) => [base, "?src=", &encode(url.as_str())].concat(),
        (None, None) => base.to_owned(),
    }
}
