//! What stands in the page once it is there. It is rendered when it comes: at once, or its beginning first.

use yew::Html;

use super::load::Page;
use crate::article::CatalogueItem;
use crate::browser::url::encode;
use crate::shell;
use crate::view::element::{Extent, Out};
use crate::view::{Cx, catalogue::catalogue, foot::foot};

/// What has come, as markup.
#[derive(Default)]
pub struct Markup {
    /// It, ready to be rendered any number of times.
    pub html: Html,
    /// How much of it there is; nothing before it is made.
    extent: Option<Extent>,
    /// How many pages have come. The tools change what was made, so no page is patched into another.
    pages: u32,
}

impl Markup {
    /// Whether there is nothing yet.
    pub fn is_empty(&self) -> bool {
        self.extent.is_none()
    }

    /// Whether it is the beginning of an article, and the rest is yet to be made.
    pub fn is_part(&self) -> bool {
        self.extent == Some(Extent::Beginning)
    }

    /// Whether nothing is left to be made.
    pub fn is_whole(&self) -> bool {
        self.extent == Some(Extent::Whole)
    }

    /// Makes what comes next of a page: of an article that may be parted the beginning, then the
    /// whole.
    pub fn make(&mut self, cx: &Cx, found: &Page, base: &str, may_part: bool) {
        let is_new = self.is_empty();
        let extent = match found {
            Page::Article(_) if is_new && may_part => Extent::Beginning,
            _ => Extent::Whole,
        };
        self.pages += u32::from(is_new);
        self.html = Out::keyed(self.pages, page(cx, found, base, extent));
        self.extent = Some(extent);
    }

    /// For the next page to come.
    pub fn clear(&mut self) {
        self.html = Html::default();
        self.extent = None;
    }
}

/// A page, with its foot.
fn page(cx: &Cx, page: &Page, base: &str, extent: Extent) -> Html {
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
