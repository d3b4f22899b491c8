//! What changes around the page when another one has come: the head, the scroll, the focus.

use super::load::Page;
use super::place::Place;
use crate::article::{Article, Catalogue, plain_text};
use crate::browser::dom::{self, Element};
use crate::browser::{head, head::Head, history};
use crate::site::Site;

/// Says in the head what has come.
pub fn say(page: &Page, site: Option<&Site>, place: &Place) {
    let name = site.and_then(|site| site.name.as_deref()).unwrap_or("Trang Báo");
    head::set(&match page {
        Page::Article(opened) => of_article(&opened.article, name, place),
        Page::Catalogue(list) => of_catalogue(list, site, name, place),
    });
}

/// Brings the reader to what has come: to where they were or want to be and, unless it is the
/// first page, moves the focus to its headline, which a screen reader then reads out.
pub fn arrive(place: &Place, root: &Element) {
    let top = if place.restored { history::remembered_scroll() } else { None };
    // Then heights that are mere estimates would bring the reader to another place.
    dom::toggle_class(root, "tb-whole", top.is_some() || !place.fragment().is_empty());
    match top {
        Some(top) => top.restore(),
        None if !place.fragment().is_empty() => dom::scroll_to_fragment(place.fragment()),
        None if place.is_first => {}
        None => dom::scroll_to(0),
    }
    if !place.is_first
        && let Some(heading) = dom::find(root, "main h1, [role=alert] p")
    {
        dom::focus(&heading);
    }
}

fn of_article(article: &Article, site: &str, place: &Place) -> Head {
    let lede = plain_text(&article.lede);
    Head {
        title: [&article.headline, " - ", site].concat(),
        description: (!lede.is_empty()).then_some(lede),
        canonical: match &article.canonical {
            Some(url) => url.as_str().to_owned(),
            None => place.own_address(),
        },
        lang: article.lang.tag.to_string(),
        kind: "article",
        image: article.lead_image.as_ref().map(|image| image.url.as_str().to_owned()),
        site: site.to_owned(),
    }
}

fn of_catalogue(list: &Catalogue, site: Option<&Site>, name: &str, place: &Place) -> Head {
    let described = site.and_then(|site| site.description.as_ref()).or(list.description.as_ref());
    Head {
        title: list.title.as_deref().unwrap_or(name).to_owned(),
        description: described.map(|text| text.to_string()),
        canonical: place.own_address(),
        lang: site.and_then(|site| site.lang.as_deref()).unwrap_or("vi").to_owned(),
        kind: "website",
        image: None,
        site: name.to_owned(),
    }
}
