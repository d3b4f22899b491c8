//! What stands in the page once it is there.

use std::rc::Rc;

use yew::prelude::*;

use super::same;
use crate::article::CatalogueItem;
use crate::browser::url::encode;
use crate::hooks::Page;
use crate::view::{ArticleView, Cx, catalogue::catalogue, foot::foot};

#[derive(Properties)]
pub struct PageProps {
    pub page: Page,
    pub cx: Rc<Cx>,
    pub base: AttrValue,
}

/// Pages never change, so a page is rendered once.
impl PartialEq for PageProps {
    fn eq(&self, other: &Self) -> bool {
        self.page == other.page && same(&self.cx, &other.cx)
    }
}

#[component]
pub fn PageView(props: &PageProps) -> Html {
    let PageProps { page, cx, base } = props;
    match page {
        Page::Catalogue(list) => html! {
            <>
                { catalogue(cx, list, &|item| href(item, base)) }
                { foot(cx, list.publisher.as_ref(), None) }
            </>
        },
        Page::Article { article, lossy } => html! {
            <>
                if *lossy {
                    <p class="tb-notice tb-lossy">{ cx.strings.lossy }</p>
                }
                <ArticleView article={article.clone()} cx={cx.clone()}/>
                { foot(cx, article.publisher.as_ref(), article.canonical.as_ref()) }
            </>
        },
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
