//! What a rendered page can do. The tools read the DOM and listen at its root; the article itself
//! is never rendered again, so they serve a page written as static HTML just as well.

mod embeds;
mod pictures;

use yew::Context;

use crate::app::{App, DESKTOP, Msg, belongs};
use crate::browser::dom::{self, Element, Listener, Phase};
use crate::browser::{history, watch};
use crate::strings::Strings;

/// What listens to the page. Dropping it stops all of it.
pub struct Tools {
    _listeners: Vec<Listener>,
    _width: Option<watch::WidthWatch>,
}

impl Tools {
    /// Gives the page its behaviour: links that stay in the app, the buttons, the masthead
    /// that gives way, pictures that can be asked for again, embeds that load on tap.
    pub fn attach(root: &Element, ctx: &Context<App>) -> Self {
        let (link, base) = (ctx.link().clone(), ctx.props().base.clone());
        let on_click = move |target: &Element, event: &dom::Event| {
            if let Some(href) = dom::followed_link(target, event) {
                if belongs(&href, &base) {
                    dom::prevent_default(event);
                    link.send_message(Msg::Follow(href));
                }
            } else if let Some(view) = dom::pressed(target, ".tb-switch", "data-view-to") {
                link.send_message(Msg::Choose(view));
            } else if dom::closest(target, ".tb-share").is_some() {
                link.send_message(Msg::Share);
            } else if dom::closest(target, ".tb-retry-load").is_some() {
                link.send_message(Msg::Retry);
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
        let link = ctx.link().clone();
        let traversed = history::on_traverse(Box::new(move || link.send_message(Msg::Traversed)));
        let masthead = root.clone();
        let give_way = move |down: bool| {
            // A class is set by hand: rendering for it would be waste.
            if let Some(masthead) = dom::find(&masthead, ".tb-masthead") {
                dom::toggle_class(&masthead, "tb-masthead-hidden", down);
            }
        };
        let link = ctx.link().clone();
        let wide = move |width: f64| link.send_message(Msg::Wide(width >= DESKTOP));
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
            _width: watch::on_width(root, Box::new(wide)),
        }
    }
}
