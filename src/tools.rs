//! What a rendered page can do. The tools read the DOM and listen at its root; the article itself
//! is never rendered again, so they serve a page written as static HTML just as well.

mod embeds;
mod pictures;

use std::rc::Rc;

use yew::Callback;

use crate::browser::dom::{self, Element, Listener, Phase};
use crate::browser::{history, watch};
use crate::strings::Strings;

/// What a reader does that is not for the tools alone.
pub enum Action {
    /// Follows a link within the site.
    Follow(String),
    /// Chooses a layout.
    Choose(String),
    /// Wants to try again.
    Retry,
    /// Wants to share the page.
    Share,
    /// Went back or forward.
    Traversed,
    /// Made the viewer this wide, in CSS pixels.
    Resized(f64),
}

/// What listens to the page. Dropping it stops all of it.
pub struct Tools {
    _listeners: Vec<Listener>,
    _width: Option<watch::WidthWatch>,
}

impl Tools {
    /// Gives the page its behaviour: links that stay in the app, the buttons, the masthead
    /// that gives way, pictures that can be asked for again, embeds that load on tap.
    /// `belongs` says which addresses of our own origin are for us.
    pub fn attach(
        root: &Element,
        belongs: fn(&str, &str) -> bool,
        base: Rc<str>,
        act: Callback<Action>,
    ) -> Self {
        let acts = act.clone();
        let on_click = move |target: &Element, event: &dom::Event| {
            if let Some(href) = dom::followed_link(target, event) {
                if belongs(&href, &base) {
                    dom::prevent_default(event);
                    acts.emit(Action::Follow(href));
                }
            } else if let Some(view) = dom::pressed(target, ".tb-switch", "data-view-to") {
                acts.emit(Action::Choose(view));
            } else if dom::closest(target, ".tb-share").is_some() {
                acts.emit(Action::Share);
            } else if dom::closest(target, ".tb-retry-load").is_some() {
                acts.emit(Action::Retry);
            } else {
                pictures::retry(target);
                embeds::load(target);
            }
        };
        let on_error = |target: &Element, _: &dom::Event| {
            // The site's language may have come after the first rendering.
            let lang = dom::pressed(target, ".tb-viewer", "lang").unwrap_or_default();
            pictures::broken(target, Strings::for_lang(&lang));
        };
        let acts = act.clone();
        let traversed = history::on_traverse(Box::new(move || acts.emit(Action::Traversed)));
        let masthead = root.clone();
        let give_way = move |down: bool| {
            // A class is set by hand: rendering for it would be waste.
            if let Some(masthead) = dom::find(&masthead, ".tb-masthead") {
                dom::toggle_class(&masthead, "tb-masthead-hidden", down);
            }
        };
        let resized = move |width: f64| act.emit(Action::Resized(width));
        Self {
            _listeners: [
                Some(dom::delegate(root, "click", Phase::Up, Box::new(on_click))),
                Some(dom::delegate(root, "error", Phase::Down, Box::new(on_error))),
                traversed,
                history::on_leave(),
                watch::on_scroll_direction(Box::new(give_way)),
            ]
            .into_iter()
            .flatten()
            .collect(),
            _width: watch::on_width(root, Box::new(resized)),
        }
    }
}
