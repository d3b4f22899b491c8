//! What a rendered page can do. The tools read the DOM and listen at its root; the article itself
//! is never rendered again, so they serve a page written as static HTML just as well.

mod embeds;
pub mod pictures;

use yew::Callback;

use crate::browser::dom::{self, Element, Listener, Phase};
use crate::strings::Strings;

/// What a reader does that is not for the tools alone.
pub enum Action {
    /// Chooses a layout.
    Choose(String),
    /// Wants to try again.
    Retry,
    /// Wants to share the page.
    Share,
}

/// Whether a link is followed by other means than the browser's own.
pub type Follow = Box<dyn Fn(&str) -> bool>;

/// What listens to the page. Dropping it stops all of it.
pub struct Tools {
    _listeners: [Listener; 2],
}

impl Tools {
    /// Gives what stands below the root its behaviour: links, the buttons, pictures that can be
    /// asked for again, embeds that load on tap.
    pub fn attach(root: &Element, follow: Follow, act: Callback<Action>) -> Self {
        let on_click = move |target: &Element, event: &dom::Event| {
            if let Some(href) = dom::followed_link(target, event) {
                if follow(&href) {
                    dom::prevent_default(event);
                }
            } else if let Some(view) = dom::pressed(target, ".tb-switch", "data-view-to") {
                act.emit(Action::Choose(view));
            } else if dom::closest(target, ".tb-share").is_some() {
                act.emit(Action::Share);
            } else if dom::closest(target, ".tb-retry-load").is_some() {
                act.emit(Action::Retry);
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
        Self {
            _listeners: [
                dom::delegate(root, "click", Phase::Up, Box::new(on_click)),
                dom::delegate(root, "error", Phase::Down, Box::new(on_error)),
            ],
        }
    }
}
