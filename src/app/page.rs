//! What stands in the page once it is there. It is rendered when it comes: at once, or its beginning first.

use yew::Html;

use super::load::Page;
use crate::article::CatalogueItem;
use crate::browser::url::encode;
use crate::shell;
use crate::view::element::{Extent, Out};
use crate::view::{Cx, catalogue::catalogue, foot::foot};

/// A page, with its foot.
pub fn page(cx: &Cx, page: &Page, base: &str, extent: Extent) -> Html {
    Out::collect_so_far(extent, |out| match page {
        Page::Catalogue(list) => {
            catalogue(cx, out, list, &|item| href(item, base));
            foot(cx, out, list.publisher.as_ref(), None, false);
        }
        Page::Article(opened) => shell::show(cx, out, opened, false),
    })
}

/// Where the site shows an article of its catalogue.
fn href(item: &CatalogueItem, base: &str) -> String {
    match (&item.id, &item.url) {
        (Some(id), _) => [base, "a/", &encode(id)].concat(),
        (None, Some(url)) => [base, "?src=", &encode(url.as_str())].concat(),
        (None, None) => base.to_owned(),
    }
}
