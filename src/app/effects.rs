//! What changes around the page when another one is shown: the head, the focus, the scroll.

use yew::prelude::*;

use crate::article::{Article, Catalogue, plain_text};
use crate::browser::{dom, head, head::Head, history, url};
use crate::hooks::{Load, Page, Place};
use crate::site::Site;

/// Keeps the page's head in step with what is shown.
#[hook]
pub fn use_head(load: &Load, site: Option<&Site>, base: &AttrValue, place: &Place) {
    let name = site.and_then(|site| site.name.as_deref()).unwrap_or("Trang Báo");
    let head = match load {
        Load::Ready(Page::Article { article, .. }) => Some(of_article(article, name, place)),
        Load::Ready(Page::Catalogue(list)) => Some(of_catalogue(list, site, name, base)),
        Load::Loading | Load::Failed(_) => None,
    };
    use_effect_with(head, |head| {
        if let Some(head) = head {
            head::set(head);
        }
    });
}

fn of_article(article: &Article, site: &str, place: &Place) -> Head {
    let lede = plain_text(&article.lede);
    let own = url::standard(&place.own_address(), None).unwrap_or_default();
    Head {
        title: [&article.headline, " - ", site].concat(),
        description: (!lede.is_empty()).then_some(lede),
        canonical: article.canonical.as_ref().map_or(own, ToString::to_string),
        lang: article.lang.tag.to_string(),
        kind: "article",
        image: article.lead_image.as_ref().map(|image| image.url.to_string()),
        site: site.to_owned(),
    }
}

fn of_catalogue(list: &Catalogue, site: Option<&Site>, name: &str, base: &AttrValue) -> Head {
    let described = site.and_then(|site| site.description.as_ref()).or(list.description.as_ref());
    Head {
        title: list.title.as_deref().unwrap_or(name).to_owned(),
        description: described.map(ToString::to_string),
        canonical: base.to_string(),
        lang: "vi".to_owned(),
        kind: "website",
        image: None,
        site: name.to_owned(),
    }
}

/// When a page has come: scrolls to where the reader was or wants to be and, unless it is the
/// first page, moves the focus to its headline, which a screen reader then reads out.
#[hook]
pub fn use_arrival(load: &Load, place: &Place, root: &NodeRef) {
    let arrived = match load {
        Load::Loading => None,
        Load::Ready(_) | Load::Failed(_) => Some(place.serial),
    };
    let (place, root) = (place.clone(), root.clone());
    use_effect_with(arrived, move |arrived| {
        if arrived.is_none() {
            return;
        }
        let top = if place.restored { history::remembered_scroll() } else { None };
        match top {
            Some(top) => dom::scroll_to(top),
            None if !place.fragment.is_empty() => dom::scroll_to_fragment(&place.fragment),
            None if place.serial > 0 => dom::scroll_to(0.0),
            None => {}
        }
        if place.serial > 0 {
            let heading = root.cast().and_then(|root| dom::find(&root, "main h1, [role=alert] p"));
            if let Some(heading) = heading {
                dom::focus(&heading);
            }
        }
    });
}
