//! An article that the page has brought as HTML: it stays as it is, and gets its behaviour.
//!
//! `trangbao site` writes such HTML, with the very markup that an embed renders by default. So what
//! has been read already is not rendered again, and its JSON is not asked for.

use std::cell::RefCell;
use std::rc::Rc;

use yew::Callback;

use super::{layout, share_by_default};
use crate::browser::dom::{self, Element};
use crate::browser::element::{Told, Wishes};
use crate::shell::after_sharing;
use crate::shell::layout::Layout;
use crate::strings::Strings;
use crate::tools::{Action, Tools, pictures};

/// The article, with what listens to it. Dropping it leaves the article there.
pub struct Adopted {
    viewer: Element,
    wishes: Wishes,
    layout: Rc<RefCell<Layout>>,
    _tools: Tools,
}

impl Adopted {
    /// Takes over what stands in this root.
    pub fn new(host: &Element, viewer: Element, wishes: Wishes, told: Told) -> Self {
        let layout = Rc::new(RefCell::new(layout(&wishes)));
        let links = told.clone();
        let follow = move |href: &str| !links.tell("link", &[("href", Some(href))]);
        let (root, chosen) = (viewer.clone(), layout.clone());
        let act = move |action| match action {
            Action::Choose(view) => {
                let mut layout = chosen.borrow_mut();
                layout.choose(&view);
                dom::set_attribute(&root, "data-view", layout.view);
                layout.focus_switch(&root);
            }
            Action::Share => share(&root, &told),
            // Nothing has failed that could be tried again.
            Action::Retry => {}
        };
        let tools = Tools::attach(host, Box::new(follow), Callback::from(act));
        pictures::missed(host);
        // From now on somebody hears the buttons.
        dom::remove_attribute(host, "data-static");
        Self { viewer, wishes, layout, _tools: tools }
    }

    /// Takes on what is wanted; false where that takes other markup, or another article.
    pub fn wish(&mut self, new: Wishes) -> bool {
        let lang = dom::attribute(&self.viewer, "lang").unwrap_or_default();
        let same_words = Strings::for_lang(&new.lang).lang == lang;
        if self.wishes.asked != new.asked || !new.has_usual_markup() || !same_words {
            return false;
        }
        if self.wishes.changes_layout(&new) {
            self.layout.replace(layout(&new));
        }
        dom::set_attribute(&self.viewer, "data-view", self.layout.borrow().view);
        dom::set_attribute(&self.viewer, "data-theme", new.theme);
        self.wishes = new;
        true
    }
}

/// Shares what the article's own markup says of it.
fn share(viewer: &Element, told: &Told) {
    let title = dom::find(viewer, ".tb-headline").map(|headline| dom::text(&headline));
    let url = dom::find(viewer, ".tb-original").and_then(|link| dom::attribute(&link, "href"));
    let viewer = viewer.clone();
    let say = move |shared| {
        let lang = dom::attribute(&viewer, "lang").unwrap_or_default();
        if let Some(said) = dom::find(&viewer, ".tb-said") {
            dom::set_text(&said, after_sharing(Strings::for_lang(&lang), shared));
        }
    };
    let url = url.unwrap_or_else(dom::address);
    share_by_default(told, &title.unwrap_or_default(), &url, Box::new(say));
}
